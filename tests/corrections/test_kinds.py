"""The closed set of corrections: what each needs, and what could never apply."""

from __future__ import annotations

import pytest

from analysis.corrections import ARTICLE, KIND_WORDS, KINDS, NAMES, STATEMENTS, check_correction
from analysis.corrections.kinds import NEEDS
from analysis.corrections.told import SENTENCES
from analysis.records import Correction, Span

HERE, THERE, LENGTH = Span(0, 4), Span(5, 9), 40
WHOLE = Span(0, LENGTH)


def test_every_kind_is_declared_told_and_shown_once() -> None:
    assert set(NEEDS) == set(SENTENCES) == set(KIND_WORDS) == set(KINDS)
    assert sorted(NAMES + STATEMENTS + ARTICLE) == sorted(KINDS)


@pytest.mark.parametrize(
    "right",
    [
        Correction("name", HERE, value="PERSON"),
        Correction("name", HERE, THERE, "ORG"),
        Correction("name span", HERE, Span(0, 9)),
        Correction("statement", HERE),
        Correction("statement", HERE, THERE, cue=Span(10, 14)),
        Correction("statement span", HERE, Span(0, 9)),
        Correction("speaker", HERE),
        Correction("split source", HERE, value="here"),
        Correction("merge source", HERE, THERE),
        Correction("published", WHOLE, value="2026-03-04"),
        Correction("outlet", WHOLE),
    ],
)
def test_what_can_apply_is_let_through_where_the_text_is_long_enough(right: Correction) -> None:
    check_correction(right, LENGTH)
    with pytest.raises(ValueError, match="inside the text"):
        check_correction(right, right.target.end - 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Correction("name", HERE, value="ANIMAL"), "ANIMAL"),
        (Correction("name", HERE), "is not for"),
        (Correction("name span", HERE), "a second place"),
        (Correction("hide", HERE, THERE), "no second place"),
        (Correction("hide", HERE, value="twice"), "is not for"),
        (Correction("rename", HERE, value="  "), "at least one letter"),
        (Correction("rename", HERE, value="x" * 1001), "at most"),
        (Correction("speaker", HERE, THERE, cue=Span(10, 14)), "no reporting words"),
        (Correction("statement", HERE, THERE, cue=Span(8, 14)), "stand apart"),
        (Correction("statement", HERE, THERE, cue=Span(30, 41)), "inside the text"),
        (Correction("published", WHOLE, value="last spring"), "not a date"),
        (Correction("title", HERE, value="Storm"), "of the whole article"),
        (Correction("split", HERE, value="there"), "is not for"),
    ],
)
def test_what_could_never_apply_is_refused(wrong: Correction, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_correction(wrong, LENGTH)
