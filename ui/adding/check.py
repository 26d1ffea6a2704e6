"""Step two of adding articles: what each is called, and the part each paragraph plays."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import streamlit as st

from analysis import Article
from analysis.corrections import readable_date
from analysis.intake import LABELS
from analysis.records import Role
from analysis.text import answers_note, body_words, find_date, unnamed_answers
from ui.adding import drafts
from ui.adding.drafts import Held
from ui.articles import shelf
from ui.reading import ROLE_WORDS, draft_view
from ui.text import count, date_words, plain, share

ROLES: tuple[Role, ...] = get_args(Role)
WORDS: dict[Role, str] = {role: ROLE_WORDS.get(role, role) for role in ROLES}
FIELDS = {"title": "Title", "outlet": "Outlet", "author": "Author", "published": "Date"}
ANSWERS = "answers"
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
    _changes(draft)
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
    asked = draft.article and answers_note(draft.article)
    return " ".join([draft.problem, *known, *draft.draft.notes, asked or ""]).strip()


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
            key = field_key(draft, name)
            now = _shown(name, getattr(article, name))
            found = _shown(name, getattr(draft.found, name)) if draft.found else ""
            st.session_state.setdefault(key, now)
            with st.container(gap="xsmall"):
                st.text_input(label, key=key, on_change=_field_changed, args=(draft.key, name, key))
                if now != found:
                    st.caption(f"Found: {plain(found)}" if found else "Nothing was found.")
                elif not now:
                    st.caption("Not found in the text.")
    if not readable_date(article.published):
        st.warning("This date cannot be read. Write the date as 12 March 2026.")
    if article.answers or unnamed_answers(article):
        _answers(draft, article)


def _answers(draft: Held, article: Article) -> None:
    """Who gives the answers of an interview that does not say so; until told, nobody does."""
    key = field_key(draft, ANSWERS)
    st.session_state.setdefault(key, article.answers or "")
    if not article.answers:
        number = unnamed_answers(article)
        carry = "1 answer carries" if number == 1 else f"{number} answers carry"
        st.warning(
            f"In this interview {carry} no name. Say who answers; until then no person is "
            "credited with them."
        )
    st.text_input(
        "Who answers",
        key=key,
        on_change=_field_changed,
        args=(draft.key, ANSWERS, key),
        placeholder="the name as the article writes it",
        help="All answers without a name are credited to this person.",
    )


def field_key(draft: Held, name: str) -> str:
    """The key of a field; a draft read anew or undone has fields of its own."""
    return f"field_{name}_{draft.key}"


def _shown(name: str, value: str | None) -> str:
    """A field's value as it is read: a date in words."""
    return date_words(value) if name == "published" else value or ""


def _field_changed(key: int, name: str, widget: str) -> None:
    asked = st.session_state[widget].strip() or None
    if name == "published" and asked:
        asked = asked if readable_date(asked) else find_date(asked) or asked
        st.session_state[widget] = date_words(asked)
    drafts.change(key, **{name: asked})


def _changes(draft: Held) -> None:
    """What the reader changed, against what was found; all of it can be taken back."""
    if (draft.draft, draft.roles) == (draft.first, ()):
        return
    same = draft.found is not None and draft.draft.text == draft.first.text
    said = [] if same else ["You changed the words of the text."]
    if same and (parts := _changed_parts(draft)):
        said.append(f"You changed the part of {count(len(parts), 'paragraph')}.")
    with st.container(horizontal=True, vertical_alignment="center", key="my_changes"):
        st.markdown(" ".join(said) or "You changed what was found.")
        st.button("Undo my changes", key="undo_changes", on_click=_undo, args=(draft,))


def _undo(draft: Held) -> None:
    drafts.undo(draft.key)
    for name in (*FIELDS, ANSWERS):
        st.session_state.pop(field_key(draft, name), None)


def _changed_parts(draft: Held) -> dict[int, Role]:
    """By paragraph: the part that was found, where the reader gave it another."""
    if draft.found is None or draft.article is None or draft.draft.text != draft.first.text:
        return {}
    pairs = zip(draft.found.paragraphs, draft.article.paragraphs, strict=False)
    return {f.index: f.role for f, p in pairs if f.role != p.role}


def _paragraphs(draft: Held, article: Article) -> None:
    table = pd.DataFrame(
        {
            "part": [WORDS[p.role] for p in article.paragraphs],
            "text": [p.span.of(article.text) for p in article.paragraphs],
        }
    )
    words = {w: r for r, w in WORDS.items()}
    if changed := _changed_parts(draft):
        found = [WORDS[changed[p.index]] if p.index in changed else "" for p in article.paragraphs]
        table.insert(1, "found", found)
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
            "found": st.column_config.TextColumn("Found as", width="small"),
            "text": st.column_config.TextColumn("Text", width="large"),
        },
        disabled=["found"],
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
