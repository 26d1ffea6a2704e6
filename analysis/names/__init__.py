"""The stage ``analysis.names``; only what stands here is for others."""

from __future__ import annotations

from analysis.names.mentions import find_mentions

__all__ = ["find_mentions"]
