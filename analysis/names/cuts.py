"""What is cut from a run of capitals until a name is left: openers, nationalities, titles.

Each rule takes a run and gives the runs left of it; ``CUTS`` is the order they are asked in.
"""

from __future__ import annotations

from analysis.lexicon import (
    first_name,
    is_country,
    is_ordinary,
    is_title,
    key,
    people_of,
    place_type,
    word_group,
    word_list,
)
from analysis.names.headlines import name_stretches
from analysis.names.proof import is_common, is_listed, is_name, is_shouted, is_small, text_of
from analysis.names.words import Evidence, Piece, Run, Word
from analysis.rules import Rules


def ends_as_body(run: Run) -> bool:
    """Whether its last word is that of a body, event, building or work."""
    last = run[-1].low
    return any(
        last in word_list(name)
        for name in ("organisation_words", "event_words", "facility_words", "work_words")
    )


def names_body(run: Run) -> bool:
    """The same for the last word or that before “of” or “for” (“Centre for Control of …”)."""
    link = next((i for i, w in enumerate(run) if w.low in {"of", "for", "on"}), 0)
    return ends_as_body(run) or (link > 0 and ends_as_body(run[:link]))


def opener(run: Run, seen: Evidence) -> list[Run] | None:
    """“Yesterday Mohamed”, “Police”: the first word of a sentence, unless it is a name."""
    first = run[0]
    rest = _after_links(run[1:])
    if first.low == "the":
        return [rest] if rest else []
    if not (first.opens or seen.heading) or _lists_know(run) or _begins_person(run, seen):
        return None
    if first.low in word_list("small_words") and not is_shouted(first, seen):
        return [rest] if rest else []
    if people_of(first.text) is not None or (first_name(first.text) and len(run) > 1):
        return None
    if is_title(first.text) or place_type(first.text):
        return None
    if not is_ordinary(first.text) and not is_small(first, seen) and not is_common(first, seen):
        return None
    if is_shouted(first, seen) or (
        rest and first.low in word_group("place openers") and not is_ordinary(rest[0].text)
    ):
        return None
    if len(run) > 1 and (ends_as_body(run) and is_ordinary(run[1].text)):
        return None
    if seen.inside[key(first.text)] and first.low not in seen.small:
        return None
    if len(run) > 1 and seen.inside[key(first.text)] and first.text.isupper():
        return None
    return [rest] if rest else []


def _begins_person(run: Run, seen: Evidence) -> bool:
    """“Will Brask”, “May Skaar”: a first name that is a small word or a month as well."""
    if len(run) < 2 or not first_name(run[0].text):
        return False
    month = run[0].low in word_list("calendar_words") and run[0].opens and len(run) == 2
    alone = month and run[1].text.istitle() and not (place_type(run[1].text) or ends_as_body(run))
    return alone or run[0].start in seen.people


def headline(run: Run, seen: Evidence) -> list[Run] | None:
    """“Ines Farrow Was Headed to Court”: where all words have capitals, Ines Farrow alone."""
    if not seen.heading or is_listed(run):
        return None
    left = name_stretches(run, seen)
    return None if left == [run] else left


def _lists_know(run: Run) -> bool:
    """Whether a list holds the run or its first words, two or more (“United States Navy”)."""
    return is_listed(run) or any(is_listed(run[:n]) for n in range(2, len(run)))


def _after_links(run: Run) -> Run:
    while run and not run[0].capital and not run[0].text[0].isdigit():
        run = run[1:]
    return run


def nationality(run: Run, seen: Evidence) -> list[Run] | None:
    """“Afghan Ambassador”, “South Korean President Moon”: the adjective stands alone."""
    size = next((n for n in (3, 2, 1) if people_of(text_of(run[:n])) is not None), 0)
    if not size or size >= len(run) or is_listed(run):
        return None
    rest = run[size:]
    joined = (names_body(rest) or rest[-1].text.isupper()) and not _has_title(rest)
    if joined and (len(rest) > 1 or not is_ordinary(rest[-1].text) or not run[0].opens):
        return None
    return [run[:size], _after_links(rest)]


def _has_title(run: Run) -> bool:
    return any(is_title(w.text) and i + 1 < len(run) for i, w in enumerate(run))


def _no_bearer(run: Run) -> bool:
    """“Captain America”, “Miss Norway”, “Doctor Who”: what follows the title is nobody's name."""
    honour = run[0].low in word_group("honours") and is_country(run[1].text)
    return honour or (is_title(run[0].text) and run[1].low in word_list("small_words"))


def title(run: Run, seen: Evidence) -> list[Run] | None:
    """“US President Barack Obama” is US and Barack Obama; “Vice President” alone is none."""
    saint = run[0].low in word_group("saints")
    if is_listed(run) or (ends_as_body(run) and (saint or not _titled(run[:1]))):
        return None
    if len(run) == 2 and (run[0].low in word_group("titles that are names") or _no_bearer(run)):
        return None
    for i in range(len(run)):
        for size in (3, 2, 1):
            if i + size <= len(run) and _titled(run[i : i + size]):
                return _around_title(run, i, i + size)
    return None


def _titled(part: Run) -> bool:
    """Whether these words are a title: “Queen's College” and “King's Road” begin with none."""
    return not part[-1].possessive and is_title(text_of(part))


def _around_title(run: Run, start: int, end: int) -> list[Run]:
    left, right = run[:start], run[end:]
    office = right and not right[0].capital  # “Minister of Education”, “Secretary for Health”
    if office and right[0].low in {"of", "for"}:
        person = [n for n, w in enumerate(right) if w.capital and first_name(w.text)]
        listed = place_type(text_of(right[1:])) if len(right) > 1 else None
        strange = [w for w in right if w.capital and not is_ordinary(w.text)]
        known = listed or (strange and strange[0] is right[1]) or names_body(right[1:])
        right = right[person[0] :] if person else right[1:] if known else ()
    kept = [left] if left and (is_listed(left) or people_of(text_of(left)) is not None
                               or not all(is_ordinary(w.text) for w in left)) else []  # fmt: skip
    return [*kept, *([_after_links(right)] if right else [])]


def country_first(run: Run, seen: Evidence) -> list[Run] | None:
    """“Panama Hernan Dario Gomez” never; “US Navy” stays; “Thursday Britain” is Britain."""
    calendar = word_list("calendar_words")
    named = is_listed(run) or ends_as_body(run) or _begins_person(run, seen)
    if run[0].low in calendar and len(run) > 1 and not named:
        return [_after_links(run[1:])]
    if run[-1].low in calendar and len(run) > 1 and not is_listed(run):
        return [run[:-1]]
    return None


def place_then_person(run: Run, seen: Evidence) -> list[Run] | None:
    """“the ambassador to the United States Hamid Karim”: a listed place, then a whole name."""
    if names_body(run) or is_listed(run) or len(run) < 3:
        return None
    for size in range(len(run) - 2, 0, -1):
        rest = run[size:]
        named = all(w.capital and not is_ordinary(w.text) and not w.text.isupper() for w in rest)
        if named and place_type(text_of(run[:size])) and not first_name(run[0].text):
            return [run[:size], rest]
    return None


def body_then_person(run: Run, seen: Evidence) -> list[Run] | None:
    """“University of Texas Amy Jafari”: a body's name, then a first name and one more word."""
    if len(run) < 4 or names_body(run[-1:]):
        return None
    first, last = run[-2], run[-1]
    if not first_name(first.text) or not last.capital or is_ordinary(last.text):
        return None
    body = run[:-2]
    if not body[-1].capital or place_type(text_of(run[-2:])) or first_name(run[0].text):
        return None
    return [body, run[-2:]] if names_body(body) else None


def loose_end(run: Run, seen: Evidence) -> list[Run] | None:
    """A run never ends in a small word, nor in one with a capital (“Ann Bree In the …”)."""
    last = run[-1]
    small = not last.capital and not last.text[0].isdigit()
    if small or (len(run) > 1 and _begins_phrase(last) and not is_listed(run)):
        return [run[:-1]] if len(run) > 1 else []
    return None


def _begins_phrase(word: Word) -> bool:
    """Whether it is “In”, “On” or the like, which no name ends with."""
    return word.low in word_group("no last word") and not word.text.isupper()


CUTS = Rules(
    headline,  # before all: there the other rules would take every word for a name
    opener,  # first: what begins a sentence may be no part of the name
    country_first,
    nationality,  # before titles: “Afghan Ambassador Mohib”
    title,
    place_then_person,
    body_then_person,
    loose_end,
)


def cut(run: Run, seen: Evidence) -> list[Piece]:
    """The names and nationality words in a run."""
    if not run:
        return []
    verdict = CUTS.first(run, seen)
    if verdict:
        return [piece for part in verdict.answer for piece in cut(part, seen)]
    if people_of(text_of(run)) is not None:
        return [Piece(run, people=True)]
    return [Piece(run)] if is_name(run, seen) else []
