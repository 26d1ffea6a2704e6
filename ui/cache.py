"""Analyses made once per text, engine and settings, shared by all sessions of the server."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from analysis import Analysis, Article, analyze
from analysis.records import DEFAULT_SCORER, Correction, Scorer
from library import engine_version

KEPT = 64
"""Analyses held at once; one of a usual article takes well under a megabyte."""


def digest(article: Article) -> str:
    """A fingerprint of all that an analysis depends on: the text, the roles, the header."""
    parts = (
        article.id,
        article.text,
        "".join(f"{p.span.start}:{p.span.end}:{p.role};" for p in article.paragraphs),
        repr((article.title, article.outlet, article.author, article.published, article.url)),
    )
    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()


Make = Callable[..., Analysis]
"""Called as ``analyze`` is; makes an analysis, or fetches the one the library keeps."""


def analysis_of(
    article: Article,
    scorer: Scorer = DEFAULT_SCORER,
    corrections: tuple[Correction, ...] = (),
    make: Make = analyze,
) -> Analysis:
    """The analysis of an article, made at most once while it stays in the cache."""
    made_by = engine_version()
    return _analysis(
        digest(article), made_by, scorer, repr(corrections), article, corrections, make
    )


@st.cache_resource(max_entries=KEPT, show_spinner="Reading the article")
def _analysis(
    digest: str,
    engine: str,
    scorer: Scorer,
    corrected: str,
    _article: Article,
    _corrections: tuple[Correction, ...],
    _make: Make,
) -> Analysis:
    # Records are frozen, so one object may serve every session (cache_data would copy it).
    return _make(_article, scorer=scorer, corrections=_corrections)


class Same:
    """An analysis as a key by identity: hashing all its records would cost more than a table."""

    __slots__ = ("analysis",)

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.analysis is self.analysis

    def __hash__(self) -> int:
        return id(self.analysis)


def made_once(make: Callable[[Analysis], Any], analysis: Analysis) -> Any:
    """What ``make`` returns for this analysis (a table, a chart), made once; not to be changed."""
    return _made(make, Same(analysis))


@lru_cache(maxsize=KEPT * 12)
def _made(make: Callable[[Analysis], Any], same: Same) -> Any:
    return make(same.analysis)
