"""Mentions gathered by how they are written: one ``Form`` for each way of naming."""

from __future__ import annotations

import re
from collections import Counter

from analysis.entities.forms import WEAK, Form, in_order
from analysis.lexicon import key, title_before
from analysis.records import COUNTED_ROLES, Article, EntityType, Mention


def gather_forms(article: Article, mentions: list[Mention]) -> list[Form]:
    """One form for each way of naming, most words first; “same name” is this step."""
    by_key: dict[tuple[str, bool], list[Mention]] = {}
    for mention in mentions:
        adjective = mention.adjectival and mention.type == "NORP"
        name = _name(article, mention)
        by_key.setdefault((Form(name, mention.type).key, adjective), []).append(mention)
    forms = []
    for group in by_key.values():
        body = [m for m in group if article.paragraphs[m.paragraph].role in COUNTED_ROLES]
        texts = Counter(_name(article, m) for m in body or group)
        kinds = Counter(m.type for m in group if m.type not in WEAK)
        kind = kinds.most_common(1)[0][0] if kinds else group[0].type
        mixed = Counter({t: n for t, n in texts.items() if not _is_loud(t, kind)})
        before = {m.span.start: title_before(article.text, m.span.start) for m in group}
        titles = {start: title for start, title in before.items() if title}
        forms.append(
            Form((mixed or texts).most_common(1)[0][0], kind, group, titles=titles,
                 brackets=_bracketed(article.text, group))
        )  # fmt: skip
    return sorted(forms, key=lambda f: (-len(f.words), f.start))


def _name(article: Article, mention: Mention) -> str:
    """A mention's words on one line: a person's as they are spoken, a place's not in capitals."""
    words = " ".join(mention.span.of(article.text).split())
    if mention.type in ("GPE", "LOC"):
        return ", ".join(map(_quiet, words.split(", ")))
    return in_order(words) if mention.type == "PERSON" else words


def _is_loud(name: str, kind: EntityType) -> bool:
    """“MS. DRAY” of a label, where somebody is “Dray” elsewhere; “NATO” is no shouting."""
    return name.isupper() and (" " in name or kind == "PERSON")


def _quiet(place: str) -> str:
    """“Port Ellery” for the “PORT ELLERY” of a date line; “USSR” and “U.A.E.” stay."""
    return place.title() if place.isupper() and len(place) > 4 and "." not in place else place


def _bracketed(text: str, mentions: list[Mention]) -> frozenset[str]:
    """What stands in brackets straight after a mention, and what a mention in brackets follows."""
    found = set()
    for m in mentions:
        after = re.match(
            r"[\"”’']?\s?\(\s?[\"“]?([^)\n]{2,60}?)[\"”]?\)", text[m.span.end : m.span.end + 64]
        )
        if after:
            found.add(key(after.group(1)))
        before = re.search(r"([\w.&-]{2,8})\s?\($", text[max(0, m.span.start - 12) : m.span.start])
        if before:
            found.add(key(before.group(1)))
    return frozenset(found)
