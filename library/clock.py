"""The time as the library writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """UTC, ISO 8601, to the millisecond, so that later sorts after earlier."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
