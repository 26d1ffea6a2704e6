"""Figures as they are written, the same wherever they stand."""

from __future__ import annotations


def signed(value: float | None, digits: int = 2) -> str:
    """ "+0.42", "−0.10"; what rounds to nothing has no sign: "0.00"; a dash for none."""
    if value is None or value != value:
        return "–"
    rounded = round(float(value), digits)
    return f"{rounded:+.{digits}f}".replace("-", "−") if rounded else f"{0:.{digits}f}"
