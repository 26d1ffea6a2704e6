"""What articles have in common: exact shares, passages that can be pointed at."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import read_article
from analysis.records import Article, Span
from analysis.repeats.passages import (
    CROWD,
    PASSAGE,
    candidates,
    compare,
    fingerprints,
    from_bytes,
    own_copy,
    to_bytes,
)
from tests.growth import LINEAR, growth

WIRE = (
    "The ferry Meridian ran aground off Maplin Sound at dawn on Tuesday with 214 people on "
    "board, the harbour authority of Port Ellery said, and all of them were brought ashore."
)


def filler(seed: int, words: int) -> str:
    draw = random.Random(seed)
    return " ".join(f"v{draw.randrange(10**6)}" for _ in range(words))


def story(*paragraphs: str, name: str = "") -> Article:
    text = "\n\n".join([f"Headline of its own {name}", *paragraphs])
    roles = dict(enumerate(["headline"] + ["body"] * len(paragraphs)))
    return read_article(text, id=name or None, roles=roles)  # type: ignore[arg-type]


def common(a: Article, b: Article) -> list[tuple[list[str], list[str]]]:
    passages = compare(a, b).passages
    return [([s.of(a.text) for s in p.left], [s.of(b.text) for s in p.right]) for p in passages]


def test_wire_copy_inside_two_different_stories_is_found_word_for_word() -> None:
    a = story(filler(1, 300), WIRE + " " + filler(2, 50), name="a")
    b = story(filler(3, 40) + ". " + WIRE, filler(4, 200), name="b")
    assert candidates({x.id: fingerprints(x) for x in (a, b)})[0][:2] == ("a", "b")
    assert common(a, b) == [([WIRE], [WIRE])]
    overlap = compare(a, b)
    assert overlap.words == len(WIRE.split()) == 31
    assert overlap.left_share == pytest.approx(31 / 381)
    assert overlap.right_share == pytest.approx(31 / 271)
    assert overlap.kind == "shared passages"


def test_an_edited_word_does_not_end_a_passage_and_is_not_counted() -> None:
    edited = WIRE.replace("dawn on Tuesday", "dawn yesterday").replace("Port Ellery", "Port Orrin")
    a, b = story(WIRE), story(edited)
    assert common(a, b) == [([WIRE], [edited])]
    assert compare(a, b).words == 28  # of 31: not "on Tuesday" and not "Ellery"


def test_quotation_marks_case_and_hyphens_do_not_matter() -> None:
    a = story('"We cannot wait for the next storm to find out," the harbour-master Iria Voss said.')
    b = story("“We cannot wait for the next storm to find out,” The harbour‑master Iria Voss said.")
    assert compare(a, b).kind == "same text"


def test_a_passage_over_two_paragraphs_has_a_span_in_each() -> None:
    words = WIRE.split()
    a = story(" ".join(words[:15]), " ".join(words[15:]))
    [(left, right)] = common(a, story(WIRE))
    assert left == [" ".join(words[:15]), " ".join(words[15:])]
    assert right == [WIRE]


def test_only_the_body_is_compared() -> None:
    roles = {0: "headline", 1: "body", 2: "boilerplate"}
    texts = (f"One\n\n{filler(n, 30)}\n\n{WIRE}" for n in (1, 2))
    a, b = (read_article(t, roles=roles) for t in texts)  # type: ignore[arg-type]
    assert compare(a, b).kind == "nothing shared"


def test_fewer_than_twelve_words_in_common_are_no_passage() -> None:
    words = WIRE.split()
    for n, found in ((PASSAGE - 1, 0), (PASSAGE, 1)):
        a = story(f"{filler(1, 20)} {' '.join(words[:n])} {filler(2, 20)}")
        b = story(f"{filler(3, 20)} {' '.join(words[:n])} {filler(4, 20)}")
        assert len(compare(a, b).passages) == found


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(PASSAGE, 40), st.integers(0, 60), st.integers(0, 60))
def test_any_twelve_shared_words_make_a_candidate(
    seed: int, shared: int, before: int, after: int
) -> None:
    wire = filler(seed, shared)
    a = read_article(f"{filler(seed + 1, before)} {wire} {filler(seed + 2, after)}", id="a")
    b = read_article(f"{filler(seed + 3, after)} {wire} {filler(seed + 4, before)}", id="b")
    assert candidates({x.id: fingerprints(x) for x in (a, b)})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([WIRE, filler(1, 30), filler(2, 8), "Yes.", "—"]), min_size=1))
def test_shares_are_shares_spans_lie_in_bodies_and_own_copy_is_the_rest(parts: list[str]) -> None:
    a, b = story(*parts), story(WIRE, filler(9, 10))
    overlap = compare(a, b)
    assert 0 <= overlap.left_share <= 1
    assert 0 <= overlap.right_share <= 1
    shared = [s for p in overlap.passages for s in p.left]
    assert all(any(p.span.covers(s) for p in a.body) for s in shared)
    own = own_copy(a, shared)
    assert not any(o.overlaps(s) for o in own for s in shared)
    words = sum(len(s.of(a.text).split()) for s in (*own, *set(shared)))
    assert words >= sum(len(p.split()) for p in parts if p != "—")


def test_own_copy_leaves_out_what_is_shared() -> None:
    a = story(f"Alone before it. {WIRE} Alone after it.", "A paragraph of its own.")
    start = a.text.index(WIRE)
    own = own_copy(a, [Span(start, start + len(WIRE))])
    assert [s.of(a.text) for s in own] == [
        "Alone before it.",
        "Alone after it.",
        "A paragraph of its own.",
    ]


def test_the_same_words_are_the_same_text_and_unrelated_ones_share_nothing() -> None:
    a, b = story(WIRE, filler(5, 100)), story(filler(6, 100))
    assert compare(a, story(WIRE, filler(5, 100))).kind == "same text"
    assert compare(a, b).kind == "nothing shared"
    assert candidates({"a": fingerprints(a), "b": fingerprints(b)}) == []


def test_a_story_half_copied_is_a_near_copy() -> None:
    wire = filler(1, 100)
    assert compare(story(wire, filler(2, 60)), story(wire, filler(3, 400))).kind == "near copy"


def test_a_crowd_with_one_wire_story_stays_linear() -> None:
    prints = fingerprints(read_article(WIRE))
    found = candidates({f"n{i:03}": prints for i in range(CROWD + 60)})
    assert len(found) == CROWD + 59
    assert {a for a, _, _ in found} == {"n000"}


def test_fingerprints_are_kept_in_bytes_exactly() -> None:
    prints = fingerprints(read_article(WIRE))
    assert (from_bytes(to_bytes(prints)) == prints).all()
    assert len(from_bytes(to_bytes(fingerprints(read_article("Too short."))))) == 0


@pytest.mark.parametrize("text", ["a b c d e f g ", "no no no no ", "wwwwwwwwwwwwww"])
def test_refrains_take_linear_time(text: str) -> None:
    def work(n: int) -> Callable[[], object]:
        article = read_article(text * n)
        return lambda: (fingerprints(article), compare(article, article))

    assert growth(work, 2_000) < LINEAR
