"""The article itself put right: the part a paragraph plays, title, outlet, author, date."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import Analysis
from analysis.corrections import FACTS, ROLE_WORD, readable_date
from analysis.records import Correction, CorrectionKind, Paragraph, Role, Span
from analysis.text import find_date, unnamed_answers
from ui.articles import correct
from ui.correcting.words import fix
from ui.text import date_words

LABELS: dict[CorrectionKind, str] = {
    "title": "Title", "outlet": "Outlet", "author": "Author", "published": "Date",
    "answers": "Who answers",
}  # fmt: skip
ROLES: tuple[Role, ...] = tuple(ROLE_WORD)


def paragraph_panel(analysis: Analysis, paragraph: Paragraph | None) -> None:
    """The part that the chosen paragraph plays."""
    if paragraph is None:
        st.caption("Choose a paragraph, or words in it.")
        return
    role = st.selectbox(
        "This paragraph is",
        ROLES,
        index=ROLES.index(paragraph.role),
        format_func=ROLE_WORD.__getitem__,
        key=f"text_role_{paragraph.index}_{paragraph.role}",
        help="Only the body is counted; headline and standfirst are shown apart.",
    )
    new = role != paragraph.role
    made = Correction("role", paragraph.span, value=role) if new else None
    fix(analysis, "Set the part", made, key="text_set_role", primary=True)


def facts_panel(analysis: Analysis) -> None:
    """Title, outlet, author and date as fields; what was changed is kept with one button."""
    article = analysis.article
    given = {}
    for kind in FACTS:
        now = getattr(article, kind) or ""
        if kind == "answers" and not (now or unnamed_answers(article)):
            continue  # every answer says whose it is
        shown = date_words(now) if kind == "published" else now
        label = LABELS[kind] if now else f"{LABELS[kind]} (not known)"
        asked = st.text_input(label, shown, key=f"text_fact_{kind}_{now}")
        if asked.strip() != shown.strip():
            given[kind] = asked.strip()
    if date := given.get("published"):
        given["published"] = date if readable_date(date) else find_date(date) or ""
        if not given["published"]:
            st.warning("This date cannot be read: write it as 12 March 2026.")
            del given["published"]
    st.button(
        "Keep these",
        key="text_keep_facts",
        type="primary",
        disabled=not given,
        on_click=partial(_keep, article.id, len(article.text), given),
    )


def _keep(article: str, length: int, given: dict[CorrectionKind, str]) -> None:
    for kind, value in given.items():
        correct(article, Correction(kind, Span(0, length), value=value))
