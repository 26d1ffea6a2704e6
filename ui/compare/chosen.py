"""Which articles are compared: ticked in the library, picked here, or of one event at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from analysis import Analysis, analyze
from analysis.text import heading
from library import sample_events
from ui import state
from ui.articles import Entry, session_corrections, shelf
from ui.cache import analysis_of
from ui.text import date_words, distinct

MOST = 6
"""Articles that fit beside each other."""
_KEY = "compared"
_TRUTH = "_compared"  # a widget's own value is lost on a page switch
_PARAMETER = "compare"


def choose(current: Analysis) -> list[Analysis]:
    """The analyses of the articles chosen, in the order chosen; at most six."""
    entries = {e.id: e for e in shelf.entries()}
    if _KEY not in st.session_state:
        st.session_state[_KEY] = _at_first(current.article.id, entries)
    st.session_state[_KEY] = [i for i in st.session_state[_KEY] if i in entries]
    told = distinct({i: _line(e) for i, e in entries.items()})
    ids = st.multiselect(
        "Articles to compare (2 to 6)",
        list(entries),
        key=_KEY,
        max_selections=MOST,
        format_func=lambda i: told.get(i, i),
    )
    st.session_state[_TRUTH] = ids
    st.query_params[_PARAMETER] = ",".join(ids)
    return [a for a in map(_analysis, ids) if a]


def ticked(ids: Sequence[str]) -> None:
    """Compare these; for the library's button, before the page is opened."""
    st.session_state[_TRUTH] = list(ids)[:MOST]


def labels_of(analyses: Sequence[Analysis]) -> dict[str, str]:
    """The outlet of each article by its id; with a number where two are of one outlet."""
    names = [a.article.outlet or heading(a.article.title, a.article.text)[:40] for a in analyses]
    many, seen, made = Counter(names), Counter[str](), {}
    for a, name in zip(analyses, names, strict=True):
        seen[name] += 1
        made[a.article.id] = f"{name} ({seen[name]})" if many[name] > 1 else name
    return made


def _at_first(current: str, entries: dict[str, Entry]) -> list[str]:
    asked = [i for i in st.query_params.get(_PARAMETER, "").split(",") if i in entries]
    if asked:
        return asked[:MOST]
    if before := st.session_state.get(_TRUTH):
        return list(before)
    events = sample_events()
    same = [i for i, event in events.items() if event == events.get(current)]
    others = [i for i in same if i != current and i in entries]
    return [current, *others][:MOST]


def _line(entry: Entry) -> str:
    parts = (entry.outlet, entry.title, date_words(entry.published))
    return " · ".join(p for p in parts if p)


def _analysis(id: str) -> Analysis | None:
    found = shelf.find(id)
    if found is None:
        return None
    article, corrections = found
    mine = session_corrections(id)
    make = analyze if mine else shelf.kept_or_made
    return analysis_of(article, state.scorer(), (*corrections, *mine), make)
