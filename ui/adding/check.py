"""Step two of adding articles: what each is called, and the part each paragraph plays."""

from __future__ import annotations

from datetime import datetime
from typing import Any, get_args

import pandas as pd
import streamlit as st

from analysis import Article
from analysis.intake import LABELS
from analysis.records import Role
from analysis.text import body_words
from ui.adding import drafts
from ui.adding.drafts import Held
from ui.articles import shelf
from ui.reading import ROLE_WORDS, draft_view
from ui.text import count, plain, share

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
    if draft.article is None:
        st.error(plain(draft.problem))
        _whole_text(draft)
        return
    _known(draft.article, draft.digest)
    _fields(draft, draft.article)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _paragraphs(draft, draft.article)
        _whole_text(draft)
    with right:
        draft_view(draft.article)


def _list(given: list[Held]) -> None:
    by_key = {h.key: h for h in given}
    now = drafts.chosen()
    st.session_state["draft_chosen"] = now.key if now else None
    st.selectbox(
        f"{count(len(given), 'article')} to check",
        list(by_key),
        key="draft_chosen",
        format_func=lambda k: _label(by_key[k]),
        on_change=lambda: drafts.choose(st.session_state["draft_chosen"]),
    )
    there = shelf.kept_already(by_key[k].digest for k in by_key)
    to_know = [(h, _to_know(h, h.digest in there)) for h in given]
    rows = [{"Article": _name(h), "To know": known} for h, known in to_know if known]
    if rows:
        st.caption(f"{len(rows)} of them have something to know first.")
        height = min(220, 36 * (len(rows) + 1) + 3)
        alt = "What to know of the articles to check"
        st.dataframe(pd.DataFrame(rows), hide_index=True, key="to_know", height=height, alt=alt)


def _to_know(draft: Held, there: bool) -> str:
    """What a reader should know of a draft before keeping it, "" for nothing."""
    known = ["Already in your library."] if there else []
    return " ".join([draft.problem, *known, *draft.draft.notes]).strip()


def _known(article: Article, digest: str) -> None:
    """Whether the library has these words, or many of them, already."""
    if shelf.kept_already([digest]):
        st.info("This article is in your library already; keeping it changes nothing there.")
    elif near := shelf.nearest(article, digest):
        title, words = near
        shared = share(words, body_words(article))
        st.info(
            f"{shared} of its words stand in “{plain(title)}”, which is in your library. "
            "Keep both if you want to compare them."
        )


def _encoding(draft: Held) -> None:
    """Where the letters of a file could be read in several ways, the reader decides."""
    if not draft.draft.candidates:
        return
    key = f"encoding_{draft.key}"
    st.selectbox(
        "Letters read as",
        draft.draft.candidates,
        key=key,
        format_func=lambda e: LABELS.get(e, e),
        on_change=lambda: drafts.read_again(draft.key, st.session_state[key]),
        help="Choose another if accented letters or quotation marks look wrong below.",
    )


def _name(draft: Held) -> str:
    return (draft.article and draft.article.title) or draft.draft.name


def _label(draft: Held) -> str:
    return f"{_name(draft)}: {draft.problem}" if draft.problem else _name(draft)


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
    if draft is None or draft.article is None or not edited:
        return
    article = draft.article
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
