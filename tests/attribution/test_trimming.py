"""What is taken away from the tags, and what is added to them."""

from __future__ import annotations

from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.attribution.trimming import SURE_OF_NOBODY, trim_parts
from analysis.language import tag_text
from analysis.reading import read_article
from analysis.records import Span
from analysis.text import article_quotations


def trimmed(text: str, cue: str, content: str, score: float, source: str = "") -> list[str]:
    """Contents that stay of a draft made of these words, joined by bars."""

    def spans(words: str) -> tuple[Span, ...]:
        at = text.find(words)
        return (Span(at, at + len(words)),) if words else ()

    article = read_article(text, roles={0: "body"})
    scene = Scene.of(article, tag_text(article), article_quotations(article))
    draft = Draft(spans(source), spans(cue), spans(content), "model", score)
    return ["|".join(c.of(text) for c in d.content) for d in trim_parts(scene, [draft])]


def test_a_loose_end_without_a_source_is_no_statement() -> None:
    text = "Its claims of sabotage went on, and the clerk claimed that a lock was cut."
    unsure, sure = SURE_OF_NOBODY - 0.1, SURE_OF_NOBODY + 0.1
    assert trimmed(text, "claims of", "sabotage", unsure) == []
    assert trimmed(text, "claims of", "sabotage", sure) == ["sabotage"]
    assert trimmed(text, "claimed", "that a lock was cut", unsure, "the clerk") == [
        "that a lock was cut"
    ]


def test_a_hedge_needs_neither_source_nor_sureness_and_takes_its_whole_clause() -> None:
    text = "On Monday the reeve returned. Two sluices reportedly jammed overnight."
    assert trimmed(text, "reportedly", "jammed overnight", 0.1) == ["Two sluices|jammed overnight"]
