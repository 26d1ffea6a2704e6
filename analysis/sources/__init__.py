"""The stage ``analysis.sources``; only what stands here is for others."""

from __future__ import annotations

from analysis.sources.sources import name_sources, split_voices

__all__ = ["name_sources", "split_voices"]
