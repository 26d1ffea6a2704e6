"""One person, place or body: what is known of it across the library, each line with its words."""

from __future__ import annotations

import streamlit as st

from analysis.tables import (
    Figures,
    called_table,
    heard_over_time,
    passage_rows,
    person_figures,
    relayed_over_time,
    through_whom,
    with_whom,
)
from charts.follow import company
from charts.sources import STANCE_WORDS
from charts.theme import MODE_WORDS
from library import Store
from ui import state
from ui.articles import join_form
from ui.follow.data import Library, texts_of
from ui.follow.rows import leading
from ui.kit import Figure, figure_row, show
from ui.kit import tone_word as in_words
from ui.text import count, distinct, signed

MOST = 2_000
"""Names offered in the box; others are reached from a network or a link."""
TOO_FEW = 5
"""Sentences below which a mean tone is not shown."""


def choose_person(library: Library) -> str | None:
    """Who the page is about: the one of the link, or whoever stands in most articles."""
    people = library.frames.people
    if people.empty:
        return None
    now = state.chosen("who")
    offered = people.head(MOST)
    if now and now not in set(offered["key"]) and now in set(people["key"]):
        offered = people[people["key"].isin([*offered["key"], now])]
    options = [str(k) for k in offered["key"]]
    if now and now not in options:
        st.info("Whoever this link is about is not in these articles.")
    now = now if now in options else options[0]
    told = distinct(
        {str(r["key"]): f"{r['name']} ({r['articles']})" for r in offered.to_dict("records")}
    )
    st.session_state["person"] = now
    st.selectbox(
        "Who (articles)",
        options,
        key="person",
        format_func=lambda k: told[k],
        on_change=lambda: state.put("who", st.session_state["person"]),
    )
    return str(now)


def somebody_chosen(library: Library, key: str) -> str:
    """The name of a key."""
    people = library.frames.people
    return str(people.loc[people["key"] == key, "name"].iloc[0])


def figures_of(library: Library, key: str) -> Figures:
    """Named, heard, quoted, toned, each with its definition."""
    f = person_figures(library.frames, key)
    toned = f.named_tone if f.sentences >= TOO_FEW else None
    said = f.said_tone if f.statements >= TOO_FEW else None
    figure_row(
        [
            Figure("Named", f.mentions, f"in {count(f.articles, 'article')}",
                   "mentions by name in the bodies of the articles."),
            Figure("Heard", f.statements, f"in {count(f.heard_in, 'article')}",
                   "statements credited, quoted or paraphrased."),
            Figure("Quoted", f.quoted, f"of {count(f.statements, 'statement')}",
                   "those quoted in full or in part."),
            Figure("Words", f"{f.words:,}", "credited", "words of the bodies credited."),
            Figure("Tone around", signed(toned) if toned is not None else "too few",
                   in_words(toned) if toned is not None else count(f.sentences, "sentence"),
                   f"mean score of the sentences that name it; from {TOO_FEW} on."),
            Figure("Tone of words", signed(said) if said is not None else "too few",
                   in_words(said) if said is not None else count(f.statements, "statement"),
                   f"mean over articles of what is credited; from {TOO_FEW} statements on."),
        ],
        key="person",
    )  # fmt: skip
    return f


def heard_part(library: Library, store: Store | None, key: str) -> None:
    """The statements in order of time."""
    ids = set(library.frames.said.loc[library.frames.said["key"] == key, "article"])
    table = heard_over_time(library.frames, key, texts_of(store, ids))
    if table.empty:
        st.info("Nothing is credited to this name in these articles.")
        return
    table["show"] = [f"statements;id:{a}" for a in table["attribution"]]
    table["stance"] = table["stance"].map(STANCE_WORDS)
    table["mode"] = table["mode"].map(MODE_WORDS)
    st.caption("In order of time, undated articles last. A row opens its words in the text.")
    leading(
        table,
        key="person_heard",
        label=f"{count(len(table), 'statement')} in order of time",
        columns=("date", "outlet", "text", "cue", "stance", "mode", "through", "words"),
        config={
            "text": st.column_config.TextColumn("Statement", width="large"),
            "cue": st.column_config.TextColumn("Verb"),
            "stance": st.column_config.TextColumn("It"),
        },
    )


def passages_part(library: Library, store: Store | None, key: str) -> None:
    """Every sentence that names it."""
    names = library.frames.names
    ids = set(names.loc[(names["key"] == key) & (names["mentions"] > 0), "article"])
    table = passage_rows(library.frames, key, library.articles, texts_of(store, ids))
    if table.empty:
        st.info("No sentence of a body names this source.")
        return
    st.caption("Every sentence that names it, in order of time. A row opens it in the text.")
    leading(
        table,
        key="person_passages",
        label=f"{count(len(table), 'sentence')} in order of time",
        columns=("date", "outlet", "text", "compound"),
        config={"text": st.column_config.TextColumn("Sentence", width="large")},
    )


def company_of(library: Library, key: str) -> None:
    """Who is named beside it; a bar goes to that one's page."""
    table = with_whom(library.frames, key, library.articles)
    if table.empty:
        st.info("Nobody else is named in the same paragraphs.")
        return
    table["who"] = table["key"]
    show(
        company(table),
        key="person_company",
        table=table[["name", "articles", "paragraphs", "who"]],
        alt=f"{table['name'].iloc[0]} is named beside it in most articles",
        how="Articles in which both are named in one paragraph. A bar or row goes to that one.",
        picks="who",
    )


def relays_part(library: Library, store: Store | None, key: str) -> None:
    """Through whom its words came, and whose it passed on; a row shows the statements."""
    table = through_whom(library.frames, key)
    if table.empty:
        st.info("No relay is stated: nobody passes its words on, nor it another's.")
        return
    event = st.dataframe(
        table,
        hide_index=True,
        key="person_relays",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "relay": "Passed on by",
            "speaker": "Words of",
            "articles": "Articles",
            "statements": "Statements",
            "words": "Words",
        },
        alt=f"{count(len(table), 'relay')}",
    )
    st.caption(
        "As the articles say: “a spokesman told the agency” counts for the agency. A row leaves "
        "only its statements below; one of those opens its words in the text."
    )
    ticked = event["selection"]["rows"] if event else []
    pair = table.iloc[ticked[0]] if ticked and ticked[0] < len(table) else None
    _relayed(library, store, key, None if pair is None else (pair["relay"], pair["speaker"]))


def _relayed(library: Library, store: Store | None, key: str, pair: tuple[str, str] | None) -> None:
    """The statements that were passed on, of all or of one pair."""
    said = library.frames.said
    known = texts_of(store, set(said.loc[said["through"] != "", "article"]))
    passed = relayed_over_time(library.frames, key, known)
    if pair is not None:
        passed = passed[(passed["relay"] == pair[0]) & (passed["speaker"] == pair[1])]
    leading(
        passed.assign(show=[f"statements;id:{a}" for a in passed["attribution"]]),
        key="person_relayed",
        label=f"{count(len(passed), 'statement')} passed on",
        columns=("relay", "speaker", "text", "cue", "date", "outlet", "words"),
        config={
            "relay": "Passed on by",
            "speaker": "Words of",
            "text": st.column_config.TextColumn("Statement", width="large"),
            "cue": "Verb",
        },
    )


def joins_part(library: Library, key: str) -> None:
    """What it is called, which rule joined each name, and the reader's word on it."""
    table = called_table(library.frames, key)
    st.dataframe(
        table,
        hide_index=True,
        key="person_called",
        column_config={
            "called": "Called",
            "articles": "Articles",
            "mentions": "Mentions",
            "rule": "Joined by",
        },
        alt=f"{count(len(table), 'name')} joined",
    )
    st.caption(
        "The rules are those of Compare. Two people of the same name are one here: nothing in the "
        "names tells them apart."
    )
    names, everybody = list(dict.fromkeys(table["called"])), library.frames.names["called"]
    others = sorted(set(everybody) - set(names))
    join_form(names, [*names, *others], key="person_join")
