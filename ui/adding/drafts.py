"""Articles on their way in: given, being checked, not yet kept.

They live in the session, so nothing is lost by looking at another page and coming back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from analysis import Article, ArticleError
from analysis.command import article_of
from analysis.intake import Batch, Draft, Failure, read_everything
from analysis.records import Role
from library import content_hash

_HELD = "_drafts"
_KNOWN = "_draft_digests"
_FAILED = "_failures"
_NUMBER = "_draft_number"
_CHOSEN = "_draft_chosen"


@dataclass(frozen=True, slots=True)
class Held:
    """A draft with the reader's changes; ``roles`` are those they chose, by paragraph index."""

    key: int
    draft: Draft
    roles: tuple[tuple[int, Role], ...]
    edits: int
    article: Article | None
    """The draft as it would be kept; None when there is none in it."""
    problem: str
    """Why there is none, in one sentence; "" when there is one."""
    digest: str
    """The same for the same words, whatever their spaces."""
    first: Draft
    """As it was read, before any change by the reader."""
    found: Article | None
    """The article in that, to show what was changed against."""


def held() -> list[Held]:
    """The drafts to check, in the order they were given."""
    return list(_held().values())


def _held() -> dict[int, Held]:
    found: dict[int, Held] = st.session_state.setdefault(_HELD, {})
    return found


def _digests() -> dict[str, int]:
    """The keys of the drafts by their words, so that none is held twice."""
    found: dict[str, int] = st.session_state.setdefault(_KNOWN, {})
    return found


def failures() -> list[Failure]:
    """The documents that could not be read, and why."""
    return list(_failed())


def _failed() -> dict[Failure, None]:
    found: dict[Failure, None] = st.session_state.setdefault(_FAILED, {})
    return found


def take(batch: Batch) -> None:
    """Hold the drafts of a document, and remember what of it could not be read."""
    _failed().update(dict.fromkeys(batch.failures))
    for draft in batch.drafts:
        add(draft)


def add(draft: Draft) -> int:
    """Hold a draft and return its key; the same words are not held twice."""
    digest = content_hash(draft.text)
    if digest not in _digests():
        number: int = st.session_state.get(_NUMBER, 0) + 1
        st.session_state[_NUMBER] = number
        _put(number, draft, (), 0, draft)
    return _digests()[digest]


def _put(
    key: int,
    draft: Draft,
    roles: tuple[tuple[int, Role], ...],
    edits: int,
    first: Draft | None = None,
) -> None:
    """Hold this draft under the key, read once for all the times it is drawn.

    ``first`` is given where it was read anew: then there is nothing of the reader's in it.
    """
    before = _held().get(key)
    if before is not None:
        _digests().pop(before.digest, None)
    article, problem = _read(draft, roles)
    digest = content_hash(draft.text)
    if first is None:
        assert before is not None  # only a draft that is held can be changed
        first, found = before.first, before.found
    else:
        found = article
    _held()[key] = Held(key, draft, roles, edits, article, problem, digest, first, found)
    _digests()[digest] = key


def _read(draft: Draft, roles: tuple[tuple[int, Role], ...]) -> tuple[Article | None, str]:
    try:
        return article_of(draft, dict(roles)), ""
    except ArticleError as error:
        return None, str(error)


def without_roles(draft: Held) -> Article | None:
    """The article with the parts that were found; the reader's are kept beside it, to be undone."""
    return _read(draft.draft, ())[0]


def read_again(key: int, encoding: str) -> None:
    """Read the document of a draft in another encoding, chosen by the reader."""
    now = _held()[key]
    found = read_everything(now.draft.name, now.draft.raw, encoding=encoding)
    if found.drafts:
        again = replace(
            found.drafts[0],
            candidates=now.draft.candidates,
            raw=now.draft.raw,
            file=now.first.file,
            derived=now.first.derived or found.drafts[0].derived,
        )
        _put(key, again, (), now.edits + 1, again)


def undo(key: int) -> None:
    """Take back all the reader's changes to a draft."""
    now = _held()[key]
    _put(key, now.first, (), now.edits + 1, now.first)


def change(key: int, *, roles: dict[int, Role] | None = None, **fields: Any) -> None:
    """The reader's changes to a draft: its text, title, author, who answers, or roles."""
    now = _held()[key]
    if fields.get("text", now.draft.text) != now.draft.text:
        fields["derived"] = True  # no longer the words of the file
    chosen = now.roles if roles is None else tuple(sorted(roles.items()))
    _put(key, replace(now.draft, **fields), chosen, now.edits + 1)


def drop(key: int) -> None:
    """Let go of a draft."""
    gone = _held().pop(key, None)
    if gone is not None:
        _digests().pop(gone.digest, None)


def forget_failures() -> None:
    """Empty the list of documents that could not be read."""
    st.session_state[_FAILED] = {}


def chosen() -> Held | None:
    """The draft that is being checked: the one chosen, else the first."""
    drafts = held()
    found = next((h for h in drafts if h.key == st.session_state.get(_CHOSEN)), None)
    return found or (drafts[0] if drafts else None)


def choose(key: int) -> None:
    """Check this draft next."""
    st.session_state[_CHOSEN] = key
