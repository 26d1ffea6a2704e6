"""The Names page's own controls: passages, and the reader's corrections."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Correction, Entity
from analysis.tables import entity_by_id
from charts.theme import TYPE_WORDS
from ui import state
from ui.articles import NAMES, act, corrections_title, show_made
from ui.text import count, plain

KEY = "entity_passages"


def passages(places: pd.DataFrame) -> None:
    """The places that name the chosen one as a table; the rows ticked are shown in the text."""
    table = pd.DataFrame(
        {
            "¶": places["number"],
            "Written": places["text"],
            "In": places["passage"],
            "Joined by": places["rule"].replace("name", "same name"),
        }
    )
    ids = [str(start) for start in places["start"]]
    st.dataframe(
        table,
        hide_index=True,
        key=KEY,
        on_select=lambda: _ticked(ids),
        selection_mode="multi-row",
        column_config={"¶": st.column_config.NumberColumn(width=40)},
        height=min(380, 38 + 36 * max(1, len(table))),
        alt=f"{count(len(table), 'passage')}, with the rule that joined each to this name",
    )


def _ticked(ids: list[str]) -> None:
    event = st.session_state.get(KEY) or {}
    rows = event.get("selection", {}).get("rows") or []
    chosen = [ids[i] for i in rows if i < len(ids)]
    state.select(show=f"names;id:{','.join(chosen)}" if chosen else None)


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
