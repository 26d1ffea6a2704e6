"""Dates as newspapers print them, as ISO 8601.

A zone is given only where the text states one; "ET" is worked out from the date
(United States Energy Policy Act of 2005: second Sunday of March to first of November).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from analysis.lexicon import word_table
from analysis.rules import Rules

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
AMERICAN = {"et": -5, "ct": -6, "mt": -7, "pt": -8}  # standard time; an hour more in summer

_MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]{{0,6}})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),  # February 10, 2018
    # 10 February 2018
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})\b"),
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*[,(]*\s*(?P<zone>(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,4}\b)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?<=\d)T(?=\d\d:)")  # 2021-05-03T10:04:00Z
# What systems write where nobody gave a date: the zeros of Unix, spreadsheets and archives.
PLACEHOLDERS = frozenset(
    map(date.fromisoformat, ("1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1980-01-01"))
)
EARLIEST = 1600  # the first newspapers; earlier years come from machines
NEAR = 40  # characters around a date in which its time may stand
_OTHER = re.compile(r"\b(?:updated|modified|published|posted)\b", re.IGNORECASE)
_NAMED = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", *MONTHS)
DATE_WORDS = rf"(?i:(?:{'|'.join(_NAMED)})[a-z]*\b|\d)"
"""Begins a date in a line of print."""


def find_date(text: str) -> str | None:
    """The first date in the text as ISO 8601, with time and zone where they are stated.

    >>> find_date("Published February 10, 2018 4:41PM (EST)")
    '2018-02-10T16:41:00-05:00'

    A figure that can be read two ways gives None:

    >>> find_date("03/04/2018")
    """
    for form in _DATES:
        for match in form.finditer(text):
            day = _day(match)
            if day and day.year >= EARLIEST and day not in PLACEHOLDERS:
                return _with_time(day, text, match)
    return None


def without_dates(text: str) -> str:
    """What remains of a line when dates, times and zones are taken out."""
    text = _JOINT.sub(" ", text)
    for form in (*_DATES, _TIME):
        text = form.sub(" ", text)
    return text


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    try:
        if "first" in found:
            return _figures(int(found["first"]), int(found["second"]), int(found["year"]), match)
        number = int(found["number"]) if "number" in found else _month(found["month"])
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:  # 30 February, a word that is no month
        return None


def _month(word: str) -> int:
    name = word.lower()
    if not any(full.startswith(name[:4]) for full in _MONTHS.split()):
        raise ValueError(word)
    return MONTHS[name[:3]]


def _figures(first: int, second: int, year: int, match: re.Match[str]) -> date | None:
    """13/02/2018 and 02/13/2018 have one reading each; dotted dates put the day first."""
    if match["mark"] == "." or first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


# ---------------------------------------------------------------- times and zones


def _with_time(day: date, text: str, found: re.Match[str]) -> str:
    """The time right after the date or, as some print it, right before."""
    # “March 3, 2019 | Updated 5:00 am”: that time is another date's
    after = _OTHER.split(text[found.end() : found.end() + NEAR])[0]
    before = _OTHER.split(text[max(0, found.start() - NEAR) : found.start()])[-1]
    for piece, trailing in ((after, False), (before, True)):
        times = [m for m in _TIME.finditer(piece) if _is_time(m)]
        if times:
            time = _time(day, times[-1] if trailing else times[0])
            if time:
                return time
    return day.isoformat()


def _is_time(match: re.Match[str]) -> bool:
    return match["minute"] is not None or match["half"] is not None


def _time(day: date, match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0].lower() == "p" else 0)
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, minute, int(match["second"] or 0),
            tzinfo=_zone(match["zone"], day),
        )  # fmt: skip
    except ValueError:  # 25:61
        return None
    return moment.isoformat()


def _zone(word: str | None, day: date) -> timezone | None:
    if not word:
        return None
    name = word.strip().lower()
    verdict = ZONE_RULES.first(name, day)
    return verdict.answer if verdict else None


def _named(name: str, day: date) -> timezone | None:
    row = word_table("time_zones").get(name)
    return timezone(timedelta(hours=float(row[0]))) if row else None


def _american(name: str, day: date) -> timezone | None:
    if name not in AMERICAN:
        return None
    return timezone(timedelta(hours=AMERICAN[name] + _is_summer(day)))


def _numbered(name: str, day: date) -> timezone | None:
    match = re.fullmatch(r"(?:utc|gmt)?\s?([+−-])(\d{1,2}):?(\d{2})?", name)
    if not match:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))


ZONE_RULES = Rules(_named, _american, _numbered)


def _is_summer(day: date) -> bool:
    return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)


def _nth_sunday(year: int, month: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (n - 1))
