"""Articles in e-mail (.eml) and in pages saved as one file (.mhtml)."""

from __future__ import annotations

import email
from datetime import datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from analysis.intake.decoding import Decoded, decode
from analysis.intake.drafts import Draft, Limits
from analysis.intake.pages import read_page
from analysis.records import ArticleError

_DAMAGED = "This message is damaged: save or download it again."
BOUNDARIES = 60  # of parts inside parts; a long thread of forwarded mail has twenty
HEADER = 1000  # characters of a header line; the standard decoder is slow on long ones
PARTS = 200  # parts looked at; a newsletter has ten, a saved page a hundred pictures


def read_mail(
    name: str, data: bytes, limits: Limits, chosen: str | None = None
) -> tuple[list[Draft], Decoded]:
    """The message as one draft, and how its letters were read: its plain text, or its HTML.

    Raises ``ArticleError`` when there is no text in it.
    """
    message = _parse(data)
    found = _part(message, "text/plain", chosen)
    if found and found.text.strip():
        text = found.text.strip()
    elif found := _part(message, "text/html", chosen):
        text = read_page(name, found.text, limits)[0].text
    else:
        raise ArticleError("There is no text in this message: save the article itself.")
    draft = Draft(
        text,
        name,
        title=_header(message, "Subject"),
        author=_name(_header(message, "From")),
        published=_date(_header(message, "Date")),
    )
    return [draft], found


def read_saved_page(
    name: str, data: bytes, limits: Limits, chosen: str | None = None
) -> tuple[list[Draft], Decoded]:
    """The page in an .mhtml file, with the address it was saved from."""
    message = _parse(data)
    page = _part(message, "text/html", chosen)
    if not page or not page.text:
        raise ArticleError("There is no page in this file: save it again as .html or .mhtml.")
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    return read_page(name, page.text, limits, url=url), page


def _parse(data: bytes) -> Message:
    # the standard parser compares each line with every boundary that is open
    if data.lower().count(b"boundary=") > BOUNDARIES:
        raise ArticleError("This message has too many parts: save the article itself.")
    try:
        return email.message_from_bytes(data)
    except Exception:  # the standard parser stumbles over some broken headers
        raise ArticleError(_DAMAGED) from None


def _part(message: Message, kind: str, chosen: str | None) -> Decoded | None:
    """The first part of a kind that is not an attachment, decoded."""
    try:
        for part, _ in zip(message.walk(), range(PARTS), strict=False):
            attached = part.get_content_disposition() == "attachment"
            if part.get_content_type() != kind or attached:
                continue
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return decode(payload, stated=part.get_content_charset(), chosen=chosen)
    except ArticleError:
        raise
    except Exception:  # as above
        raise ArticleError(_DAMAGED) from None
    return None


def _header(message: Message, name: str) -> str | None:
    try:
        value = str(message[name] or "")[:HEADER]
        return " ".join(str(make_header(decode_header(value))).split())[:500] or None
    except Exception:  # as above
        return None


def _name(sender: str | None) -> str | None:
    """The name in “Noor Halvorsen <noor@courier.example>”."""
    try:
        return parseaddr(sender or "")[0] or None
    except RecursionError:  # brackets in brackets, hundreds deep
        return None


def _date(header: str | None) -> str | None:
    try:
        found = parsedate_to_datetime(header) if header else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.isoformat() if isinstance(found, datetime) else None
