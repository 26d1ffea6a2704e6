"""The figures and charts of a corpus."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.corpus import by_outlet, most, over_time
from library import Asked, Corpus
from ui.corpus.opened import table
from ui.kit import show
from ui.text import count, signed

FEW = 5
"""Articles under which a mean is not drawn: it would say more of chance than of the outlet."""
MEASURES = {
    "articles": ("Articles", "Articles"),
    "compound": ("Tone", "Mean tone of articles (−1 to +1)"),
    "unnamed": ("Unnamed", "Of the words credited to somebody, share without a name"),
    "credited": ("Credited", "Share of the words credited to somebody"),
}
HOW = "Means and shares over the articles that pass the filters; the same figures as on each page."


def figures_line(corpus: Corpus, asked: Asked) -> int:
    """Says how many articles pass, with their tone and unnamed share; returns how many."""
    row = table(corpus, corpus.figures, asked).iloc[0]
    articles = int(row["articles"])
    if articles:
        unnamed = (
            "nothing is credited to anybody."
            if pd.isna(row["unnamed"])
            else f"{row['unnamed']:.0%} of what is credited is credited to nobody by name."
        )
        st.markdown(
            f"**{count(articles, 'article')}**, {int(row['words']):,} words; mean tone "
            f"{signed(row['compound'])}; {unnamed}"
        )
    return articles


def show_outlets(corpus: Corpus, asked: Asked) -> None:
    """Articles, tone and unnamed share by outlet."""
    measure = _measure("corpus_by_outlet")
    found = table(corpus, corpus.by_outlet, asked)
    shown = found if measure == "articles" else found[found["articles"] >= FEW]
    _too_few(len(found) - len(shown), "outlet")
    title, unit = MEASURES[measure]
    show(
        by_outlet(shown, measure, f"{title} by outlet", unit),
        key="corpus_outlets_chart",
        table=shown,
        alt=f"{title} by outlet",
        how=HOW,
    )


def show_months(corpus: Corpus, asked: Asked) -> None:
    """The same over time."""
    measure = _measure("corpus_by_month")
    found = table(corpus, corpus.by_month, asked)
    shown = found if measure == "articles" else found[found["articles"] >= FEW]
    _too_few(len(found) - len(shown), "month")
    if shown.empty:
        st.info("No month has enough articles with a date.")
        return
    title, unit = MEASURES[measure]
    show(
        over_time(shown, measure, f"{title} by month", unit),
        key="corpus_months_chart",
        table=shown,
        alt=f"{title} by month",
        how=f"{HOW} Articles without a date are left out.",
    )


def show_heard(corpus: Corpus, asked: Asked) -> None:
    """Who is heard and who is named most."""
    heard, named = table(corpus, corpus.heard, asked), table(corpus, corpus.named, asked)
    how = (
        "Added up over articles by the name each article gives; names are not joined by rule here."
    )
    if len(heard):
        show(
            most(heard, "words", "Heard most", "Words credited"),
            key="corpus_heard",
            table=heard,
            alt="Words credited, by source",
            how=how,
        )
    if len(named):
        show(
            most(named, "mentions", "Named most", "Mentions by name"),
            key="corpus_named",
            table=named,
            alt="Mentions, by name",
            how=how,
        )


def _measure(key: str) -> str:
    chosen = st.segmented_control(
        "Figure",
        list(MEASURES),
        key=key,
        default="articles",
        required=True,
        format_func=lambda m: MEASURES[m][0],
        label_visibility="collapsed",
    )
    return chosen or "articles"


def _too_few(number: int, what: str) -> None:
    if number:
        st.caption(f"{count(number, what)} with fewer than {FEW} articles left out.")
