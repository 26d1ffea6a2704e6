"""The article as flat runs: nothing lost, nothing nested, every mark where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Span
from tests.ui.factory import TEXT, long, small, span
from ui.reading.runs import LAYERS, Mark, cut, runs


def marked(kind: str) -> list[str]:
    """The texts of all runs that carry a mark of this kind, all layers on."""
    rows = runs(small(), LAYERS)
    return [r.span.of(TEXT) for row in rows for r in row if any(m.kind == kind for m in r.marks)]


def test_the_runs_of_a_paragraph_are_its_text() -> None:
    analysis = small()
    for paragraph, row in zip(analysis.article.paragraphs, runs(analysis, LAYERS), strict=True):
        assert "".join(r.span.of(TEXT) for r in row) == paragraph.span.of(TEXT)


def test_a_name_inside_a_source_is_its_own_run() -> None:
    assert marked("entity") == ["Ann Bree", "Ann Bree"]
    assert marked("source")[:2] == ["Mayor ", "Ann Bree"]


def test_a_tone_word_inside_a_paraphrase_carries_both_marks() -> None:
    rows = runs(small(), LAYERS)
    (run,) = [r for row in rows for r in row if r.span.of(TEXT) == "terrible"]
    assert {m.kind for m in run.marks} == {"content", "tone"}


def test_nested_content_says_the_whole_chain() -> None:
    rows = runs(small(), ("quotations",))
    (run,) = [r for row in rows for r in row if r.span.of(TEXT) == "it was safe"]
    titles = [m.title for m in run.marks if m.kind == "content"]
    assert titles == ["Ann Bree, quoted", "Ann Bree → the firm, paraphrased"]


def test_layers_that_are_off_leave_no_mark() -> None:
    kinds = {m.kind for row in runs(small(), ("names",)) for r in row for m in r.marks}
    assert kinds == {"entity"}
    assert all(not r.marks for row in runs(small(), ()) for r in row)


def test_what_a_page_highlights_is_marked_whatever_the_layers() -> None:
    rows = runs(small(), (), [span("no choice")])
    assert [r.span.of(TEXT) for row in rows for r in row if r.marks] == ["no choice"]


def test_a_mark_over_two_paragraphs_is_cut_at_the_edge() -> None:
    across = Mark(Span(5, 30), "highlight")
    assert [r.span for r in cut(Span(0, 11), [across])] == [Span(0, 5), Span(5, 11)]


spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.lists(spans, max_size=12))
def test_runs_tile_the_paragraph_and_know_exactly_their_marks(found: list[Span]) -> None:
    paragraph = Span(10, 70)
    marks = [Mark(s, "highlight", str(n)) for n, s in enumerate(found) if s.overlaps(paragraph)]
    marks.sort(key=lambda m: (m.span.start, -m.span.end))
    made = cut(paragraph, marks)
    assert [r.span.start for r in made] == [10, *[r.span.end for r in made][:-1]]
    assert made[-1].span.end == 70
    for run in made:
        assert set(run.marks) == {m for m in marks if m.span.covers(run.span)}


def test_many_marks_take_about_linear_time() -> None:
    analysis = long(2000)
    highlight = [Span(p.span.start, p.span.start + 9) for p in analysis.article.paragraphs]
    rows = runs(analysis, LAYERS, highlight)
    assert sum(len(row) for row in rows) == 4000
