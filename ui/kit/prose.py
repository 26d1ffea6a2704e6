"""Sentences made from counts, each figure in them a link to the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from ui import state

FOLDER = Path(__file__).parent
_LINKS = "_prose_links"
KINDS: tuple[state.Kind, ...] = ("paragraph", "entity", "source", "show")

_component = st.components.v2.component(
    "hearsay_prose",
    css=(FOLDER / "prose.css").read_text(encoding="utf-8"),
    js=(FOLDER / "prose.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that choose something when clicked, as a click on a chart would."""

    words: str
    kind: state.Kind
    value: str | int
    explained: str = ""

    @property
    def to(self) -> str:
        """What the browser sends back."""
        return f"{self.kind}:{self.value}"


Piece = str | Link


def prose(sentences: Sequence[Sequence[Piece]], key: str) -> None:
    """Draw the sentences, a paragraph each; what is chosen now is marked in them."""
    links = [p for pieces in sentences for p in pieces if isinstance(p, Link)]
    st.session_state[f"{_LINKS}_{key}"] = {link.to: link for link in links}
    _component(
        key=key,
        data={"sentences": [[_drawn(p) for p in pieces] for pieces in sentences], "on": _chosen()},
        on_picked_change=lambda: _picked(key),
    )


def words_of(sentences: Sequence[Sequence[Piece]]) -> str:
    """The sentences as plain text."""
    return " ".join(
        "".join(p.words if isinstance(p, Link) else p for p in pieces) for pieces in sentences
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
