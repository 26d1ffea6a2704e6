"""Lines that speak for the outlet, not for the article: offers, contacts, credits, clock times."""

from __future__ import annotations

import re

from analysis.lexicon import PagePattern, Pattern
from analysis.rules import Rules

LONGEST = 60  # words; what is longer is prose, whatever it offers
_TOLD = re.compile(
    r"[“”]|\"|\b(?:said|says|told|asked|wrote|added)\b"
)  # somebody's words are no offer
_ADDRESS = re.compile(
    r"\S+@[\w-]+\.[\w.]+|\bwww\.\S+|https?://\S+|(?<![\w.])\+?\(?\d[\d ()-]{6,}\d|(?<=\s)@\w{2,}"
)
_YOU = re.compile(r"\byou(?:rs?|['’](?:re|ve))?\b", re.IGNORECASE)
_US = Pattern(r"\b{newsroom}\b", re.IGNORECASE)
_CALL = PagePattern("call")
CALL_WORDS = {"addressed": 45, "bare": 4, "short": 14, "open": 30}
"""The longest call to write with an address, little but one, an address alone, or none."""
_OFFER = PagePattern("offer", re.IGNORECASE | re.DOTALL)
_CONTACT = PagePattern("contact", re.IGNORECASE | re.DOTALL)
_CREDIT = PagePattern("credit")
_CLOCK = re.compile(
    r"(?:updated?:? )?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:[A-Z]{2,5})?|(?:1[0-2]|[1-9])\s*[ap]\.?m\.?\s*(?:[A-Z]{2,5})?",
    re.IGNORECASE,
)
_RELEASE = PagePattern("release")
ABOUT = re.compile(r"(?:About|ABOUT) (?:the |THE )?[A-Z][\w&.' -]{1,60}:?")
"""“About Brannock Hulls”: what follows in a press release is the body's own praise."""


def is_notice(text: str, words: list[str]) -> bool:
    """“Get each morning's stories: subscribe to our briefing.”: not the article's own words."""
    return len(words) <= LONGEST and NOTICES.first(text.strip()) is not None


def is_release_line(text: str) -> bool:
    """“FOR IMMEDIATE RELEASE”, “Media Contact:”, “SOURCE Brannock Hulls Inc.”"""
    return len(text) < 160 and bool(_RELEASE.fullmatch(text.strip(" *")))


def is_credit(text: str) -> bool:
    """“--With assistance from Oda Skaar.”, “(Reporting by Ilse Marr)”: who else wrote it."""
    return len(text) < 300 and bool(_CREDIT.match(text))


def is_clock(text: str) -> bool:
    """“10:42am”, “09:58 GMT”: when an entry of a live blog was written."""
    return len(text) < 24 and bool(_CLOCK.fullmatch(text.strip()))


def _offer(text: str) -> bool | None:
    """“The weekly briefing comes on Sundays; subscribe now.”"""
    return True if not _TOLD.search(text) and _OFFER.search(text) else None


def _contact(text: str) -> bool | None:
    """“Got a tip? Email: tips@ledger.example”"""
    asked = _CONTACT.match(text)
    return True if asked and (_ADDRESS.search(text) or len(text) < 60) else None


def _call(text: str) -> bool | None:
    """“Did you see the fire? Write to our newsdesk.”: the outlet asks its reader to do something.

    Told by what it holds (an address, the reader, the outlet, what to do), not by how it begins.
    """
    words = len(text.split())
    if words > CALL_WORDS["addressed"] or _TOLD.search(text):
        return None
    you, us, call = (p.search(text) is not None for p in (_YOU, _US, _CALL))
    if _ADDRESS.search(text):
        asks = (call and (you or us or words <= CALL_WORDS["short"])) or (you and us)
        return True if asks or ("@" in text and words <= CALL_WORDS["bare"]) else None
    return True if you and us and call and words <= CALL_WORDS["open"] else None


def _clock(text: str) -> bool | None:
    """The hour above an entry of a live blog."""
    return True if is_clock(text) else None


NOTICES = Rules(_clock, _contact, _call, _offer)
