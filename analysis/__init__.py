"""Hearsay's analysis: text in, records and tables out; no screen, no network, no global state."""

from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import Analysis, Article, ArticleError
from analysis.version import VERSION

__all__ = ["Analysis", "Article", "ArticleError", "analyze", "read_article"]
__version__ = VERSION
