"""Articles on their way in: given, being checked, not yet kept.

They live in the session, so nothing is lost by looking at another page and coming back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from analysis import Article, ArticleError, read_article
from analysis.intake import Draft, Failure, read_everything
from analysis.records import Role

_HELD = "_drafts"
_FAILED = "_failures"
_NUMBER = "_draft_number"
_CHOSEN = "_draft_chosen"


@dataclass(frozen=True, slots=True)
class Held:
    """A draft with the reader's changes; ``roles`` are those they chose, by paragraph index."""

    key: int
    draft: Draft
    roles: tuple[tuple[int, Role], ...] = ()
    edits: int = 0
    data: bytes = b""


def held() -> list[Held]:
    """The drafts to check, in the order they were given."""
    found: dict[int, Held] = st.session_state.setdefault(_HELD, {})
    return list(found.values())


def failures() -> list[Failure]:
    """The documents that could not be read, and why."""
    found: list[Failure] = st.session_state.setdefault(_FAILED, [])
    return found


def add(drafts: Iterable[Draft], data: bytes = b"") -> list[int]:
    """Hold these drafts and return their keys; a text that is held already is not held twice.

    ``data`` is the document, kept only where its encoding is in doubt.
    """
    known = {h.draft.text: h.key for h in held()}
    keys = []
    for draft in drafts:
        if draft.text not in known:
            known[draft.text] = _hold(draft, data if draft.candidates else b"")
        keys.append(known[draft.text])
    return keys


def _hold(draft: Draft, data: bytes) -> int:
    number: int = st.session_state.get(_NUMBER, 0) + 1
    st.session_state[_NUMBER] = number
    st.session_state.setdefault(_HELD, {})[number] = Held(number, draft, data=data)
    return number


def read_again(key: int, encoding: str) -> None:
    """Read the document of a draft in another encoding, chosen by the reader."""
    now = st.session_state[_HELD][key]
    found = read_everything(now.draft.name, now.data, encoding=encoding)
    if found.drafts:
        draft = replace(found.drafts[0], candidates=now.draft.candidates)
        st.session_state[_HELD][key] = Held(key, draft, (), now.edits + 1, now.data)


def fail(name: str, reason: str) -> None:
    """Remember that a document could not be read."""
    failure = Failure(name, reason)
    if failure not in failures():
        failures().append(failure)


def change(key: int, *, roles: dict[int, Role] | None = None, **fields: Any) -> None:
    """The reader's changes to a draft: its text, title, outlet, author, date, or roles."""
    now = st.session_state[_HELD][key]
    st.session_state[_HELD][key] = Held(
        key,
        replace(now.draft, **fields),
        now.roles if roles is None else tuple(sorted(roles.items())),
        now.edits + 1,
        now.data,
    )


def drop(key: int) -> None:
    """Let go of a draft."""
    st.session_state.get(_HELD, {}).pop(key, None)


def clear() -> None:
    """Let go of all drafts and failures."""
    st.session_state[_HELD] = {}
    st.session_state[_FAILED] = []


def chosen() -> Held | None:
    """The draft that is being checked: the one chosen, else the first."""
    drafts = held()
    found = next((h for h in drafts if h.key == st.session_state.get(_CHOSEN)), None)
    return found or (drafts[0] if drafts else None)


def choose(key: int) -> None:
    """Check this draft next."""
    st.session_state[_CHOSEN] = key


def article_of(draft: Held) -> Article:
    """The article as it would be kept; raises ``ArticleError`` when there is none in it."""
    return _article(draft.draft, draft.roles)


def problem(draft: Held) -> str:
    """Why a draft cannot become an article, in one sentence; "" when it can."""
    try:
        article_of(draft)
    except ArticleError as error:
        return str(error)
    return ""


@st.cache_resource(max_entries=512, show_spinner=False)
def _article(draft: Draft, roles: tuple[tuple[int, Role], ...]) -> Article:
    return read_article(
        draft.text,
        title=draft.title,
        outlet=draft.outlet,
        author=draft.author,
        published=draft.published,
        url=draft.url,
        roles=dict(roles),
    )
