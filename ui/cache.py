"""Analyses made once per text, engine and settings, shared by all sessions of the server."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import streamlit as st

from analysis import Analysis, Article, analyze
from analysis.records import DEFAULT_SCORER, Correction, Scorer, Span
from library import engine_version

KEPT = 64
"""Analyses held at once; one of a usual article takes well under a megabyte."""
MADE = 1024
"""Tables, charts and specifications held at once: a page has about thirty."""
PLAIN = (str, int, float, bool, type(None), Span)
T = TypeVar("T")


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
    return _analysis(  # by name: of a value without one Streamlit reads the signature, each time
        digest=digest(article),
        engine=made_by,
        scorer=scorer,
        corrected=repr(corrections),
        _article=article,
        _corrections=corrections,
        _make=make,
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
    """An object as a key by identity: hashing a table or all records of an analysis costs more."""

    __slots__ = ("held",)

    def __init__(self, held: Any) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)


def once(make: Callable[..., T], *given: Any, **options: Any) -> T:
    """What a pure function makes of these, made once while they last; it is not to be changed.

    Words, numbers, places and rows of them count by value; tables, analyses and charts by being the
    same object, so hand on what ``once`` gave: from a table to its chart to its specification
    a page then makes nothing anew that it made before.
    """
    made: T = _made(make, tuple(map(_key, given)), tuple((n, _key(v)) for n, v in options.items()))
    return made


@lru_cache(maxsize=MADE)
def _made(make: Callable[..., Any], given: tuple[Any, ...], options: tuple[Any, ...]) -> Any:
    return make(*map(_held, given), **{name: _held(key) for name, key in options})


def _key(value: Any) -> Any:
    return value if _is_plain(value) else Same(value)


def _is_plain(value: Any) -> bool:
    return isinstance(value, PLAIN) or (isinstance(value, tuple) and all(map(_is_plain, value)))


def _held(key: Any) -> Any:
    return key.held if isinstance(key, Same) else key
