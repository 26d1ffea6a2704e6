"""One type for each way of naming: what most places, and the article's other names, say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from analysis.lexicon import is_listed_outlet, key, word_list
from analysis.names.found import Found, Seen
from analysis.records import EntityType


def one_type(found: list[Found], seen: Seen) -> list[Found]:
    """Each way of naming with its commonest type; a guess gives way to knowledge."""
    text = seen.text
    votes: dict[str, Counter[EntityType]] = {}
    for item in found:
        counter = votes.setdefault(key(item.span.of(text)), Counter())
        counter[item.type] += 0 if item.type == "OTHER" else 1
    types = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    return [replace(f, type=types[key(f.span.of(text))]) for f in found]


def without_bare_nouns(found: list[Found], seen: Seen) -> list[Found]:
    """Without “the State” and “the Government”, unless a fuller name has that noun."""
    text = seen.text
    fuller = {w for f in found if " " in (name := f.span.of(text)) for w in key(name).split()}
    nouns = {noun for name in _NOUNS for noun in word_list(name)} - fuller

    def bare(item: Found) -> bool:
        name = item.span.of(text)
        noun = name.casefold()
        loud = name.isupper() and not text[max(0, item.span.start - 4) : item.span.start].isupper()
        return noun in nouns and not loud and not is_listed_outlet(name)

    return sorted((f for f in found if not bare(f)), key=lambda f: f.span)


_NOUNS = ("organisation_words", "place_words", "facility_words", "event_words", "work_words")
