"""The stage ``analysis.entities``; only what stands here is for others."""

from __future__ import annotations

from analysis.entities.entities import link_entities

__all__ = ["link_entities"]
