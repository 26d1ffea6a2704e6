"""The stage ``analysis.attribution``; only what stands here is for others."""

from __future__ import annotations

from analysis.attribution.attributions import find_attributions

__all__ = ["find_attributions"]
