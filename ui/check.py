"""Step two of adding articles: what each is called, and the part each paragraph plays."""

from __future__ import annotations

from datetime import datetime
from typing import Any, get_args

import pandas as pd
import streamlit as st

from analysis import Article, ArticleError
from analysis.records import Role
from ui import drafts, shelf
from ui.drafts import Held
from ui.reader import ROLE_WORDS, draft_view
from ui.text import count, plain

ROLES: tuple[Role, ...] = get_args(Role)
WORDS: dict[Role, str] = {role: ROLE_WORDS.get(role, role) for role in ROLES}
FIELDS = {"title": "Title", "outlet": "Outlet", "author": "Author", "published": "Date"}
LISTED_FROM = 2


def check() -> None:
    """The list of drafts where there are several, and the chosen one to look through."""
    given = drafts.held()
    if len(given) >= LISTED_FROM:
        _list(given)
    draft = drafts.chosen()
    if draft is None:
        return
    for note in draft.draft.notes:
        st.warning(plain(note))
    _encoding(draft)
    try:
        article = drafts.article_of(draft)
    except ArticleError as error:
        st.error(plain(str(error)))
        _whole_text(draft)
        return
    _fields(draft, article)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _paragraphs(draft, article)
        _whole_text(draft)
    with right:
        draft_view(article)


def _list(given: list[Held]) -> None:
    keys = [h.key for h in given]
    now = drafts.chosen()
    st.session_state["draft_chosen"] = now.key if now else None
    st.selectbox(
        f"{count(len(given), 'article')} to check",
        keys,
        key="draft_chosen",
        format_func=lambda k: _label(next(h for h in given if h.key == k)),
        on_change=lambda: drafts.choose(st.session_state["draft_chosen"]),
    )


def _encoding(draft: Held) -> None:
    """Where the letters of a file could be read in several ways, the reader decides."""
    if not draft.draft.candidates or not draft.data:
        return
    key = f"encoding_{draft.key}"
    st.selectbox(
        "Letters read as",
        draft.draft.candidates,
        key=key,
        on_change=lambda: drafts.read_again(draft.key, st.session_state[key]),
        help="Choose another if accented letters or quotation marks look wrong below.",
    )


def _label(draft: Held) -> str:
    problem = drafts.problem(draft)
    if problem:
        return f"{draft.draft.name}: {problem}"
    article = drafts.article_of(draft)
    state = " (already in your library)" if shelf.is_kept(article) else ""
    return f"{article.title or draft.draft.name}{state}"


def _fields(draft: Held, article: Article) -> None:
    with st.grid(4, min_column_width=180):
        for name, label in FIELDS.items():
            key = f"field_{name}_{draft.key}"
            st.session_state.setdefault(key, getattr(article, name) or "")
            st.text_input(
                label,
                key=key,
                placeholder="2026-03-04" if name == "published" else "unknown",
                on_change=_field_changed,
                args=(draft.key, name, key),
            )
    if not readable_date(article.published):
        st.warning("Write the date as 2026-03-04, or with a time: 2026-03-04T18:20+00:00.")


def readable_date(text: str | None) -> bool:
    """Whether this is an ISO date or time, or nothing."""
    try:
        return not text or bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _field_changed(key: int, name: str, widget: str) -> None:
    drafts.change(key, **{name: st.session_state[widget].strip() or None})


def _paragraphs(draft: Held, article: Article) -> None:
    table = pd.DataFrame(
        {
            "part": [WORDS[p.role] for p in article.paragraphs],
            "text": [p.span.of(article.text) for p in article.paragraphs],
        }
    )
    words = {w: r for r, w in WORDS.items()}
    key = f"paragraphs_{draft.key}_{draft.edits}"
    st.markdown(f"**{count(len(article.body), 'body paragraph')}** of {len(table)} are counted")
    st.data_editor(
        table,
        key=key,
        hide_index=True,
        height=min(640, 36 * (len(table) + 1) + 3),
        column_config={
            "part": st.column_config.SelectboxColumn(
                "Part", options=list(words), required=True, width="small"
            ),
            "text": st.column_config.TextColumn("Text", width="large"),
        },
        on_change=_paragraph_changed,
        args=(draft.key, key),
        alt="Paragraphs with the part each plays; both can be changed",
    )
    st.caption("Change a paragraph's part or its words here; what you see is what is analysed.")


def _paragraph_changed(key: int, widget: str) -> None:
    draft = next((h for h in drafts.held() if h.key == key), None)
    edited: dict[int, dict[str, Any]] = st.session_state[widget]["edited_rows"]
    if draft is None or not edited:
        return
    article = drafts.article_of(draft)
    words = {w: r for r, w in WORDS.items()}
    roles: dict[int, Role] = dict(draft.roles)
    text = article.text
    for row, changed in sorted(edited.items(), reverse=True):  # last first: offsets stay true
        if changed.get("part") in words:
            roles[row] = words[changed["part"]]
        if changed.get("text") is not None:
            span = article.paragraphs[row].span
            text = text[: span.start] + " ".join(changed["text"].split()) + text[span.end :]
            roles = roles | {row: roles.get(row, article.paragraphs[row].role)}
    drafts.change(key, roles=roles, text=text)


def _whole_text(draft: Held) -> None:
    with st.expander("Correct the whole text", key=f"whole_{draft.key}"):
        key = f"text_{draft.key}_{draft.edits}"
        text = st.text_area(
            "Text", draft.draft.text, key=key, height=320, label_visibility="collapsed"
        )
        st.button(
            "Use this text",
            key=f"use_{draft.key}",
            disabled=text == draft.draft.text,
            on_click=lambda: drafts.change(draft.key, roles={}, text=st.session_state[key]),
        )
