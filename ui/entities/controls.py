"""The Entities page's own controls: filters, passages, and the reader's corrections."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Correction, Entity, Span
from analysis.tables import entity_by_id, filter_places, place_table
from charts.theme import TYPE_WORDS
from ui import state
from ui.articles import NAMES, act, corrections_title, show_made
from ui.kit import paragraph_range
from ui.text import count, plain

ROLE_WORDS = {
    "body": "body",
    "headline": "headline",
    "standfirst": "standfirst",
    "subhead": "subheads",
    "caption": "captions",
}


def filtered(analysis: Analysis) -> pd.DataFrame:
    """The places that pass the reader's filters, drawn above the charts they change."""
    with st.container(horizontal=True, key="entity_counting"):
        references = st.toggle(
            "Count pronouns and descriptions",
            key="count_references",
            help="“he”, “the spokesman”, where the text leaves one candidate",
        )
        adjectives = st.toggle(
            "Count nationality adjectives",
            key="count_adjectives",
            help="“Norwegian” towards Norway",
        )
    places = place_table(analysis, references=references, adjectives=adjectives)
    with st.expander("Filter the names", icon=":material/filter_list:"):
        types = st.pills(
            "Type",
            [t for t in TYPE_WORDS if (places["type"] == t).any()],
            selection_mode="multi",
            format_func=TYPE_WORDS.__getitem__,
            key="filter_types",
        )
        roles = st.pills(
            "Part of the article",
            [r for r in ROLE_WORDS if (places["role"] == r).any()],
            selection_mode="multi",
            default=["body"] if (places["role"] == "body").any() else None,
            format_func=ROLE_WORDS.__getitem__,
            key="filter_roles",
        )
        counted, where = st.columns(2)
        least = int(counted.number_input("Named at least", 1, 50, 1, key="filter_least"))
        with where:
            numbers = paragraph_range(places["number"], "entity_paragraphs")
    if numbers is not None:
        places = places[places["number"].between(*numbers)]
    return filter_places(places, types, roles, least)


def choose_entity(ranked: pd.DataFrame) -> str | None:
    """The keyboard twin of clicking a bar: a select box with every entity shown."""
    names = dict(zip(ranked["entity"], ranked["name"], strict=True))
    now = state.selection().entity
    st.session_state["chosen_entity"] = now if now in names else None
    st.selectbox(
        "Name",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="chosen_entity",
        placeholder="Choose a name to see its passages",
        on_change=lambda: state.put("entity", st.session_state["chosen_entity"]),
    )
    return now if now in names else None


def passages(places: pd.DataFrame) -> list[Span]:
    """The passages as a table whose rows can be chosen; the places to mark in the text."""
    table = pd.DataFrame(
        {
            "¶": places["number"],
            "Written": places["text"],
            "In": places["passage"],
            "Joined by": places["rule"].replace("name", "same name"),
        }
    )
    event = st.dataframe(
        table,
        hide_index=True,
        key="entity_passages",
        on_select="rerun",
        selection_mode="multi-row",
        column_config={"¶": st.column_config.NumberColumn(width=40)},
        height=min(380, 38 + 36 * max(1, len(table))),
        alt=f"{count(len(table), 'passage')}, with the rule that joined each to this name",
    )
    rows = [i for i in (event["selection"]["rows"] if event else []) if i < len(places)]
    chosen = places.iloc[rows] if rows else places
    return [Span(int(s), int(e)) for s, e in zip(chosen["start"], chosen["end"], strict=True)]


# ---------------------------------------------------------------- corrections


def correction_panel(analysis: Analysis, chosen: str | None) -> None:
    """Merge, split, rename, retype or hide the chosen name; what was corrected, and undo."""
    title = corrections_title(analysis, NAMES, "Correct a name")
    with st.expander(title, icon=":material/edit:", key="correct_names"):
        entity = entity_by_id(analysis, chosen)
        if entity is None:
            st.caption("Choose a name above, then merge, split, rename, retype or hide it here.")
        else:
            _edits(analysis, entity)
        show_made(analysis, NAMES)


def _edits(analysis: Analysis, entity: Entity) -> None:
    id, target, article = entity.id, entity.mentions[0].span, analysis.article.id
    st.markdown(f"**{plain(entity.name)}**")
    others = {e.id: e for e in analysis.entities if e.id != id}
    forms = {m.span.of(analysis.article.text): m.span for m in entity.mentions if m.kind == "name"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        other = st.selectbox(
            "Is the same as",
            list(others),
            index=None,
            format_func=lambda i: others[i].name,
            key=f"merge_into_{id}",
        )
        place = others[other].mentions[0].span if other else None
        act("Merge", Correction("merge", target, place), article, disabled=other is None)
    if len(forms) > 1:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            form = st.selectbox("Is not", list(forms), index=None, key=f"split_off_{id}")
            away = forms[form] if form else target
            act("Split off", Correction("split", away), article, disabled=form is None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Is called", entity.name, key=f"rename_to_{id}")
        same = not name.strip() or name == entity.name
        act("Rename", Correction("rename", target, value=name), article, disabled=same)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        codes = list(TYPE_WORDS)
        kind = st.selectbox(
            "Is among",
            codes,
            index=codes.index(entity.type),
            format_func=TYPE_WORDS.__getitem__,
            key=f"retype_to_{id}",
        )
        act(
            "Retype",
            Correction("retype", target, value=kind),
            article,
            disabled=kind == entity.type,
        )
    act("Hide this name", Correction("hide", target), article)
