"""Drawing a sample: of what, from where, how many, and the interval that will give."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis
from analysis.reliability import HAS, WHAT, Facet, What, is_recall, points_for
from library import Store, StoreError, draw_sample
from ui import state
from ui.articles import shelf
from ui.checking.samples import open_sample, tell
from ui.kit import Bar
from ui.text import count

WHAT_WORDS: dict[What, str] = {
    "statements": "Statements: words and speaker",
    "names": "Names: words, type and whose they are",
    "roles": "Paragraph roles: headline, byline, body …",
    "tones": "Tone of sentences",
    "missed statements": "What was missed: statements in whole paragraphs",
    "missed names": "What was missed: names in whole paragraphs",
}
ARTICLE, COLLECTION, LIBRARY = "This article", "A collection", "The whole library"
BY_WORDS = {
    None: "Nothing: each has the same chance",
    "confidence": "Confidence",
    "mode": "Mode (quoted, paraphrased …)",
    "type": "Type",
    "outlet": "Outlet",
}


def draw_form(store: Store, analysis: Analysis) -> None:
    """The choices, the interval to be expected, and the button that draws."""
    st.subheader("Draw a sample", anchor=False)
    what: What = st.selectbox("Check", WHAT, key="draw_what", format_func=lambda w: WHAT_WORDS[w])
    collections = store.collections()
    scopes = [ARTICLE, *([COLLECTION] if collections else [])]
    scopes += [LIBRARY] if store.articles() else []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scope = st.segmented_control(
            "From", scopes, default=ARTICLE, required=True, key="draw_from"
        )
        chosen = None
        if scope == COLLECTION:
            chosen = st.selectbox("Collection", collections, key="draw_collection", width=240)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size = int(st.number_input("How many", 1, 10_000, 50, key="draw_size", width=160))
        by: Facet | None = None
        if HAS[what]:
            by = st.selectbox(
                "Draw evenly by",
                [None, *HAS[what]],
                key=f"draw_by_{what}",
                format_func=lambda b: BY_WORDS[b],
                width=320,
            )
    st.caption(expected(what, size, by))
    name = st.text_input("Name", key="draw_name", placeholder="made from what is drawn")
    if st.button("Draw the sample", key="draw"):
        article = _kept(analysis) if scope == ARTICLE else None
        _draw(store, what, size, by, article, chosen, name)


def expected(what: What, size: int, by: Facet | None) -> str:
    """The interval that this many items give."""
    if is_recall(what):
        return (
            "Whole body paragraphs are drawn at random, and you add what is missing in them. The "
            "interval depends on how much stands in them: 50 paragraphs give about ± 10 points."
        )
    points = f"± {points_for(size):.0f} points"
    line = f"If about 80 % are right, {count(size, 'item')} give a 95 % interval of about {points}"
    if by is None:
        return f"{line}; less where that is most of what there is."
    return (
        f"{line}, or a little more: each group by {by} gives the same number, so that you see how "
        "right each is, and the whole is weighted back."
    )


def _kept(analysis: Analysis) -> str:
    """The article's id in the library; one that is not there yet is kept first."""
    return shelf.keep(analysis.article, {})[0]


def _draw(
    store: Store,
    what: What,
    size: int,
    by: Facet | None,
    article: str | None,
    collection: str | None,
    name: str,
) -> None:
    bar: list[Bar] = []

    def progress(done: int, total: int) -> None:
        if not bar:
            bar.append(Bar(total, "article", "drawing"))
        bar[0].show(done)

    try:
        sample = draw_sample(
            store, what, size, by=by, article=article, collection=collection, name=name.strip(),
            scorer=state.scorer(), progress=progress,
        )  # fmt: skip
    except (StoreError, ValueError) as error:
        tell("error", str(error))
    else:
        open_sample(sample.id)
        tell("done", f"Drawn: {sample.name}, from {sample.size:,}.")
    st.rerun()
