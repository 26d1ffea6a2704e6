"""Sentences made from counts, each figure in them a link to the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from report import Link, Piece, words_of
from ui import state

__all__ = ["Link", "Piece", "prose", "words_of"]
FOLDER = Path(__file__).parent
_LINKS = "_prose_links"
KINDS: tuple[state.Kind, ...] = ("paragraph", "entity", "source", "show")

_component = st.components.v2.component(
    "hearsay_prose",
    css=(FOLDER / "prose.css").read_text(encoding="utf-8"),
    js=(FOLDER / "prose.js").read_text(encoding="utf-8"),
)


def prose(sentences: Sequence[Sequence[Piece]], key: str) -> None:
    """Draw the sentences, a paragraph each; what is chosen now is marked in them."""
    links = [p for pieces in sentences for p in pieces if isinstance(p, Link)]
    st.session_state[f"{_LINKS}_{key}"] = {link.to: link for link in links}
    _component(
        key=key,
        data={"sentences": [[_drawn(p) for p in pieces] for pieces in sentences], "on": _chosen()},
        on_picked_change=lambda: _picked(key),
    )


def _drawn(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, str):
        return {"t": piece}
    return {"t": piece.words, "to": piece.to, "h": piece.explained}


def _chosen() -> list[str]:
    now = state.selection()
    return [f"{kind}:{value}" for kind in KINDS if (value := getattr(now, kind)) is not None]


def _picked(key: str) -> None:
    """Act on a link that was drawn; the browser may send anything."""
    asked = getattr(st.session_state.get(key), "picked", None)
    link = st.session_state.get(f"{_LINKS}_{key}", {}).get(asked)
    if link is not None:
        state.toggle(link.kind, link.value)
