"""A form: one way of naming, with every place where it stands, and what can be told of it alone.

Rules compare two of them: ``whole_names.SAME`` asks whether both are one name,
``part_names.PARTS`` whether the shorter is a part of the fuller one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from analysis.lexicon import (
    key,
    place_type,
    word_group,
    word_list,
    word_table,
)
from analysis.records import EntityType, Mention

PLACES = frozenset({"GPE", "LOC", "FAC"})
WEAK: tuple[EntityType, ...] = ("OTHER", "WORK")
"""Types that give way to any other."""
NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivx]+")
_INNER = re.compile(r" [\"“‘'(]([^\"“”‘’()\n]+)[\"”’')] ")
_INVERTED = re.compile(r"([\w’'-]+), (\w[\w’'. -]*)")


@dataclass(eq=False, slots=True)
class Form:
    """One way of naming (“Pence”, “Mike Pence”) and the mentions written so."""

    text: str
    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    words: tuple[str, ...] = ()
    titles: dict[int, str] = field(default_factory=dict)
    """The title before a mention, by where the mention begins."""
    brackets: frozenset[str] = frozenset()
    """Keys of forms that stand beside this one in brackets."""
    nickname: str = ""
    """The key of what stands inside it in marks or brackets: “Elizabeth “Liz” Thornton”."""

    def __post_init__(self) -> None:
        inner = _INNER.search(self.text) if self.type == "PERSON" else None
        self.nickname = key(inner[1]) if inner else ""
        self.words = tuple(key(_INNER.sub(" ", self.text) if inner else self.text).split())

    @property
    def key(self) -> str:
        """The form as it is compared."""
        return " ".join(self.words)

    @property
    def start(self) -> int:
        """Where it stands first."""
        return self.mentions[0].span.start if self.mentions else 0


Rule = Callable[[Form, Form], bool | None]


def in_order(name: str) -> str:
    """A person's name as it is spoken: “ROOK, Per” of a list is Per Rook.

    >>> in_order("ROOK, Per"), in_order("Ann Rook")
    ('Per Rook', 'Ann Rook')
    """
    hit = _INVERTED.fullmatch(name)
    if hit is None:
        return name
    last = hit[1].title() if hit[1].isupper() else hit[1]
    return f"{hit[2]} {last}"


def alike(short: Form, full: Form) -> bool:
    """Whether their types can be one thing: equal, or one unknown, or a country as a body."""
    pair = {short.type, full.type}
    return len(pair) == 1 or "OTHER" in pair or pair <= PLACES or pair == {"GPE", "ORG"}


def initials(form: Form) -> set[str]:
    """The short forms a name can have: with its small words and without, by parts of words."""
    words = [w for w in re.split(r"[\s\-–/.]+", form.text) if w]
    strong = [w for w in words if w.lower() not in word_group("name links")]
    found = {"".join(w[0] for w in ws).casefold() for ws in (words, strong) if len(ws) > 1}
    if len(strong) > 1 and strong[0].casefold() in {"us", "u.s", "u.s."}:
        found.add("".join(w[0] for w in strong[1:]).casefold())
    if len(strong) > 1 and place_type(strong[-1]):
        found.add("".join(w[0] for w in strong[:-1]).casefold())
    return found


def is_acronym(form: Form) -> bool:
    """“KCNA”, “M5S”, “L.A.”: mostly capitals, two to seven of them."""
    return _looks_shortened(form.text)


@lru_cache(maxsize=4096)
def _looks_shortened(text: str) -> bool:
    bare = text.replace(".", "")
    capitals = sum(c.isupper() for c in bare)
    return (
        2 <= len(bare) <= 7
        and bare.isalnum()
        and capitals >= 2
        and not any(c.islower() for c in bare[:2])
    )


def both_people(short: Form, full: Form) -> bool:
    """Whether both are people's names."""
    return short.type == full.type == "PERSON"


@cache
def acronyms() -> dict[str, str]:
    """The keys of well-known short forms, with those of what they stand for."""
    return {key(short): key(row[0]) for short, row in word_table("acronyms").items()}


_SERIES = {"olympics": "games", "games": "games", "olympiad": "games", "paralympics": "paralympics"}
GAMES = frozenset(_SERIES.values())
"""Kinds of event of which one name may have more words than another: “the Winter Games”."""


def long_name(form: Form) -> str:
    """The key of what a well-known short form stands for, its own key otherwise."""
    return acronyms().get(form.key, form.key)


def event_series(form: Form) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """What kind of event recurs, which years it names, and its other words."""
    return _series_of(form.words)


@lru_cache(maxsize=4096)
def _series_of(name: tuple[str, ...]) -> tuple[str, frozenset[str], frozenset[str]] | None:
    words = [w for w in name if w not in word_group("name links")]
    kind = next((_SERIES.get(w, w) for w in reversed(words) if w in word_list("event_words")), None)
    if kind is None:
        return None
    years = frozenset(w for w in words if re.fullmatch(r"(19|20)\d\d", w))
    rest = {w for w in words if not NUMBER.fullmatch(w) and _SERIES.get(w, w) != kind}
    return kind, years, frozenset(rest - {"olympic"})
