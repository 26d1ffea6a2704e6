"""The Names page's own controls: passages, and the reader's corrections."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.corrections import NAMES
from analysis.tables import entity_by_id
from ui import state
from ui.articles import corrections_title, show_made
from ui.correcting import name_edits
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
            st.markdown(f"**{plain(entity.name)}**")
            name_edits(analysis, entity, entity.mentions[0].span)
        show_made(analysis, NAMES)
