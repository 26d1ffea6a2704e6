"""Compare: the same story in two to six articles."""

import streamlit as st

from analysis.repeats import compare
from analysis.tables import (
    compared_tone_table,
    compared_unnamed_table,
    heard_apart_table,
    repeat_table,
)
from charts.compare import grid, tone_by_voice, unnamed_shares
from library import most_first
from report import about
from ui.articles import said_joins
from ui.cache import once
from ui.compare import beside, choose, joins_box, labels_of, statement_rows
from ui.frame import choose_article, page_guard, page_head, sections
from ui.kit import cite, show, show_table, take_data, take_report
from ui.text import count, plain

page_guard()
current = choose_article()
page_head("How do they tell it?")
analyses = choose(current)
if len(analyses) < 2:
    st.info("Choose at least two articles; two reports of one event tell most.")
    st.stop()

cite(analyses)
labels = labels_of(analyses)
edits = said_joins()
shown = beside(analyses, labels, edits)
people = shown.people


def tone() -> None:
    table = compared_tone_table(analyses, labels)
    show(
        tone_by_voice(table),
        key="compare_tone",
        table=table.drop(columns="article"),
        alt="Tone of each outlet by voice",
        how="Mean compound score of the sentences of each voice; within ±0.05 is no clear tone.",
    )


def names() -> None:
    show(
        once(grid, people, "mentions", "How often each is named", "Mentions"),
        key="compare_names",
        table=people[["name", "type", "outlet", "called", "mentions", "rule"]],
        alt="Mentions by name and outlet",
        how="Mentions by name in the body. An empty square: not named there.",
    )
    joins_box(people, edits)


def sources() -> None:
    show(
        once(grid, people, "share", "Whose words fill each article", "Share of words"),
        key="compare_sources",
        table=people.loc[
            people["statements"] > 0, ["name", "outlet", "statements", "words", "share"]
        ],
        alt="Share of words by source and outlet",
        how="Share of an article's body words credited to each source.",
    )
    unnamed = compared_unnamed_table(analyses, labels)
    show(
        unnamed_shares(unnamed),
        key="compare_unnamed",
        table=unnamed.drop(columns="article"),
        alt="Share of credited words whose source has no name",
        how="Of the words credited to a source: those of a role, a group or somebody unnamed.",
    )
    st.subheader("Heard in one and not in another", anchor=False)
    st.caption("Words credited; 0: named and not heard; empty: not named there.")
    show_table(heard_apart_table(people), key="compare_heard", label="Who is heard where")


def passages() -> None:
    titles = {a.article.id: labels[a.article.id] for a in analyses}
    for i, left in enumerate(analyses):
        overlaps = most_first(compare(left.article, b.article) for b in analyses[i + 1 :])
        for overlap in (o for o in overlaps if o.passages):
            row = repeat_table([overlap], titles).iloc[0]
            st.markdown(
                f"**{plain(titles[overlap.left])} and {plain(titles[overlap.right])}**: "
                f"{count(int(row['words']), 'word')} in common ({row['kind']})"
            )
            for passage in overlap.passages:
                words = " … ".join(s.of(left.article.text) for s in passage.left)
                st.markdown(f"> {plain(words)}")
    st.caption("A passage is twelve or more words in common.")


sections(
    {
        "Statements": lambda: statement_rows(shown.reports, analyses, labels),
        "Tone": tone,
        "Names": names,
        "Sources": sources,
        "Passages": passages,
    }
)
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    take_report(lambda: analyses, about(analyses), "compare")
    take_data(lambda: analyses, about(analyses), "compare", many=True)
