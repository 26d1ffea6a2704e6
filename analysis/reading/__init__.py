"""The stage ``analysis.reading``; only what stands here is for others."""

from __future__ import annotations

from analysis.reading.article import read_article

__all__ = ["read_article"]
