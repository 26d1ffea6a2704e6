"""Figures, shares and dates as they are written, the same wherever they stand."""

from __future__ import annotations

from datetime import datetime

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), rounded down."""
BEGINS = 60
"""Letters an article without a title is called by."""


def signed(value: float | None, digits: int = 2) -> str:
    """ "+0.42", "−0.10"; what rounds to nothing has no sign: "0.00"; a dash for none."""
    if value is None or value != value:
        return "–"
    rounded = round(float(value), digits)
    return f"{rounded:+.{digits}f}".replace("-", "−") if rounded else f"{0:.{digits}f}"


def count(n: int, one: str, many: str | None = None) -> str:
    """ "1 source", "2 sources"; thousands are separated."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def share(part: float, whole: float) -> str:
    """A share in whole per cent; never "0 %" of something or "100 %" of less than all."""
    if not whole:
        return "0%"
    if part and part / whole < 0.005:
        return "under 1%"
    if part < whole and part / whole > 0.995:
        return "over 99%"
    return f"{part / whole:.0%}"


def date_words(iso: str | None) -> str:
    """An ISO date or time in words; what cannot be read stays as it is.

    >>> date_words("2026-03-04T08:00"), date_words("spring")
    ('4 March 2026', 'spring')
    """
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{moment.day} {moment:%B %Y}"


def minutes(words: int) -> str:
    """Reading time: "1 min", "3 min"."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"


def heading(title: str | None, text: str) -> str:
    """What an article is called: its title, or else how it begins, cut at a word to 60 letters."""
    if title:
        return title
    begins = " ".join(text[:200].split())
    if not begins:
        return "Untitled article"
    return begins if len(begins) <= BEGINS else f"{begins[:BEGINS].rpartition(' ')[0]} …"


def pace(done: int, total: int | None, seconds: float) -> tuple[float, float | None]:
    """Things a second, and the seconds left at that rate: None while nothing tells.

    >>> pace(120, 500, 3.0), pace(0, 10, 1.0)
    ((40.0, 9.5), (0.0, None))
    """
    rate = done / seconds if seconds > 0 else 0.0
    return rate, (total - done) / rate if rate and total is not None else None
