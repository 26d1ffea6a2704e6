"""What can be wrong with a name: missed, ends elsewhere, none, another's, called, of a kind."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis
from analysis.corrections import TYPE_WORD
from analysis.records import Correction, Entity, EntityType, Mention, Span
from ui.correcting.words import fix
from ui.text import plain

TYPES: tuple[EntityType, ...] = tuple(TYPE_WORD)


def name_panel(analysis: Analysis, words: Span) -> None:
    """Corrections of the name at these words, or the adding of one."""
    found = name_at(analysis, words)
    if found is None:
        _add(analysis, words)
        return
    entity, mention = found
    st.markdown(f"Found here: **{plain(entity.name)}** ({TYPE_WORD[entity.type]})")
    with st.container(horizontal=True):
        if mention.span != words:
            moved = Correction("name span", mention.span, words)
            fix(analysis, "The name is exactly these words", moved, key="text_name_span")
        no = Correction("not name", mention.span)
        fix(analysis, "Not a name here", no, key="text_not_name")
    name_edits(analysis, entity, mention.span, prefix="text_")


def name_at(analysis: Analysis, words: Span) -> tuple[Entity, Mention] | None:
    """The name that shares most with these words."""
    best, most = None, 0
    for entity in analysis.entities:
        for mention in entity.mentions:
            shared = min(mention.span.end, words.end) - max(mention.span.start, words.start)
            if shared > most:
                best, most = (entity, mention), shared
    return best


def _add(analysis: Analysis, words: Span) -> None:
    others = {e.id: e for e in analysis.entities}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.selectbox(
            "It is a",
            TYPES,
            format_func=TYPE_WORD.__getitem__,
            key=f"text_name_type_{words.start}",
            width=170,
        )
        same = st.selectbox(
            "The same as",
            list(others),
            index=None,
            format_func=lambda i: others[i].name,
            placeholder="nobody named yet",
            key=f"text_name_same_{words.start}",
        )
    other = others[same].mentions[0].span if same else None
    made = Correction("name", words, other, others[same].type if same else kind)
    fix(analysis, "Add this name", made, key="text_name", primary=True)


def name_edits(analysis: Analysis, entity: Entity, target: Span, *, prefix: str = "") -> None:
    """Merge, split off, rename, retype or hide this name; ``target`` is one place of it."""
    id = entity.id
    others = {e.id: e for e in analysis.entities if e.id != id}
    forms = {m.span.of(analysis.article.text): m.span for m in entity.mentions if m.kind == "name"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        other = st.selectbox(
            "Is the same as",
            list(others),
            index=None,
            format_func=lambda i: others[i].name,
            key=f"{prefix}merge_into_{id}",
        )
        place = others[other].mentions[0].span if other else None
        made = Correction("merge", target, place) if place else None
        fix(analysis, "Merge", made, key=f"{prefix}do_merge")
    if len(forms) > 1:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            form = st.selectbox("Is not", list(forms), index=None, key=f"{prefix}split_off_{id}")
            made = Correction("split", forms[form]) if form else None
            fix(analysis, "Split off", made, key=f"{prefix}do_split")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Is called", entity.name, key=f"{prefix}rename_to_{id}")
        new = bool(name.strip()) and name != entity.name
        made = Correction("rename", target, value=name) if new else None
        fix(analysis, "Rename", made, key=f"{prefix}do_rename")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.selectbox(
            "Is a",
            TYPES,
            index=TYPES.index(entity.type),
            format_func=TYPE_WORD.__getitem__,
            key=f"{prefix}retype_to_{id}",
        )
        made = Correction("retype", target, value=kind) if kind != entity.type else None
        fix(analysis, "Retype", made, key=f"{prefix}do_retype")
    fix(analysis, "Hide this name", Correction("hide", target), key=f"{prefix}do_hide")
