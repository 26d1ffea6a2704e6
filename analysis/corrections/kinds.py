"""The kinds of corrections, what each needs, and what could never apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from analysis.records import Correction, CorrectionKind, EntityType, Role, Span

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
NAMES: tuple[CorrectionKind, ...] = (
    "name", "name span", "not name", "merge", "split", "rename", "retype", "hide",
)  # fmt: skip
STATEMENTS: tuple[CorrectionKind, ...] = (
    "statement", "statement span", "speaker", "not quotation", "split source", "merge source",
)  # fmt: skip
FACTS: tuple[CorrectionKind, ...] = ("title", "outlet", "author", "published", "answers")
"""What is known about the article as a whole: each is the name of a field of ``Article``."""
PARAGRAPHS: tuple[CorrectionKind, ...] = ("role",)
ARTICLE: tuple[CorrectionKind, ...] = (*PARAGRAPHS, *FACTS)
ONE_PLACE = "here"
"""The value of a split that takes out this place only, not all written alike."""
LONGEST_VALUE = 1_000


@dataclass(frozen=True, slots=True)
class Need:
    """What a kind takes besides its target: ``other`` must be there, may be, or may not."""

    other: bool | None = False
    """True: must be given; None: may be; False: may not."""
    cue: bool = False
    values: frozenset[str] | None = frozenset({""})
    """The values it may have; None for any text."""


TYPES = frozenset(get_args(EntityType))
SPLITS = frozenset({"", ONE_PLACE})
NEEDS: dict[CorrectionKind, Need] = {
    "merge": Need(other=True),
    "split": Need(values=SPLITS),
    "rename": Need(values=None),
    "retype": Need(values=TYPES),
    "hide": Need(),
    "name": Need(other=None, values=TYPES),
    "name span": Need(other=True),
    "not name": Need(),
    "statement": Need(other=None, cue=True),
    "statement span": Need(other=True),
    "speaker": Need(other=None),
    "not quotation": Need(),
    "split source": Need(values=SPLITS),
    "merge source": Need(other=True),
    "role": Need(values=frozenset(get_args(Role))),
    **{kind: Need(values=None) for kind in FACTS},
}


def check_correction(correction: Correction, length: int) -> None:
    """``ValueError`` for a correction that could never apply to a text of this length."""
    if correction.kind not in KINDS:
        raise ValueError(f"a correction is one of {', '.join(KINDS)}, not {correction.kind!r}")
    need = NEEDS[correction.kind]
    if len(correction.value) > LONGEST_VALUE:
        raise ValueError(f"a name or type has at most {LONGEST_VALUE} characters")
    if need.values is not None and correction.value not in need.values:
        what = "a paragraph's role" if correction.kind == "role" else f"for “{correction.kind}”"
        raise ValueError(f"{correction.value!r} is not {what}")
    if correction.kind == "rename" and not correction.value.strip():
        raise ValueError("a name has at least one letter")
    if correction.kind == "published" and not readable_date(correction.value):
        raise ValueError(f"{correction.value!r} is not a date as 2026-03-04")
    _check_places(correction, need, length)


def _check_places(correction: Correction, need: Need, length: int) -> None:
    given = [s for s in (correction.target, correction.other, correction.cue) if s]
    if any(s.end > length for s in given):
        raise ValueError("a correction must name a place inside the text")
    if need.other is not None and need.other != bool(correction.other):
        some = "a second" if need.other else "no second"
        raise ValueError(f"“{correction.kind}” names {some} place in the text")
    if correction.cue and not need.cue:
        raise ValueError(f"“{correction.kind}” has no reporting words")
    if correction.kind == "statement" and any(
        a.overlaps(b) for i, a in enumerate(given) for b in given[i + 1 :]
    ):
        raise ValueError("who says it, the reporting words and what is said stand apart")
    if correction.kind in FACTS and correction.target != Span(0, length):
        raise ValueError(f"“{correction.kind}” is said of the whole article")


def readable_date(text: str | None) -> bool:
    """Whether this is an ISO date or time, or nothing."""
    try:
        return not text or bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def by_reader(rule: str) -> bool:
    """Whether a rule that stands at a part, a name or a credit is the reader's own word.

    >>> by_reader("reader"), by_reader("split by you"), by_reader("surname")
    (True, True, False)
    """
    return rule == "reader" or rule.endswith(" by you")
