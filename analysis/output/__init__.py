"""The stage ``analysis.output``; only what stands here is for others."""

from __future__ import annotations

from analysis.output.as_json import article_json
from analysis.output.summary import summarize

__all__ = ["article_json", "summarize"]
