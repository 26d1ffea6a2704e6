"""Hearsay's analysis: text in, records and tables out; no screen, no network, no global state.

What needs the language model is imported when it is first asked for, so that reading the records
alone (as the library does) costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.records import Analysis, Article, ArticleError
from analysis.version import VERSION

if TYPE_CHECKING:
    from analysis.pipeline import analyze
    from analysis.reading import read_article

__all__ = ["Analysis", "Article", "ArticleError", "analyze", "read_article"]
__version__ = VERSION


def __getattr__(name: str) -> Any:
    """``analyze`` and ``read_article``, loaded on first use (PEP 562)."""
    if name == "analyze":
        from analysis.pipeline import analyze

        return analyze
    if name == "read_article":
        from analysis.reading import read_article

        return read_article
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
