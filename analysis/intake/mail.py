"""Articles in e-mail (.eml) and in pages saved as one file (.mhtml)."""

from __future__ import annotations

import email
from datetime import datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from analysis.intake.decoding import decode
from analysis.intake.drafts import Draft, Limits
from analysis.intake.pages import read_page
from analysis.records import ArticleError

_DAMAGED = "This message is damaged: save or download it again."
BOUNDARIES = 60  # of parts inside parts; a long thread of forwarded mail has twenty
HEADER = 1000  # characters of a header line; the standard decoder is slow on long ones
PARTS = 200  # parts looked at; a newsletter has ten, a saved page a hundred pictures


def read_mail(name: str, data: bytes, limits: Limits) -> list[Draft]:
    """The message as one draft: its plain text, or else its HTML as a page.

    Raises ``ArticleError`` when there is no text in it.
    """
    message = _parse(data)
    plain, page = _part(message, "text/plain"), _part(message, "text/html")
    if plain and plain.strip():
        text = plain.strip()
    elif page:
        text = read_page(name, page, limits)[0].text
    else:
        raise ArticleError("There is no text in this message: save the article itself.")
    subject, sender = _header(message, "Subject"), _header(message, "From")
    return [
        Draft(
            text,
            name,
            title=subject,
            author=parseaddr(sender or "")[0] or None,
            published=_date(_header(message, "Date")),
        )
    ]


def read_saved_page(name: str, data: bytes, limits: Limits) -> list[Draft]:
    """The page in an .mhtml file, with the address it was saved from."""
    message = _parse(data)
    page = _part(message, "text/html")
    if not page:
        raise ArticleError("There is no page in this file: save it again as .html or .mhtml.")
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    return read_page(name, page, limits, url=url)


def _parse(data: bytes) -> Message:
    # the standard parser compares each line with every boundary that is open
    if data.lower().count(b"boundary=") > BOUNDARIES:
        raise ArticleError("This message has too many parts: save the article itself.")
    try:
        return email.message_from_bytes(data)
    except Exception:  # the standard parser stumbles over some broken headers
        raise ArticleError(_DAMAGED) from None


def _part(message: Message, kind: str) -> str | None:
    """The first part of a kind that is not an attachment, decoded."""
    try:
        for part, _ in zip(message.walk(), range(PARTS), strict=False):
            attached = part.get_content_disposition() == "attachment"
            if part.get_content_type() != kind or attached:
                continue
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return decode(payload, stated=part.get_content_charset()).text
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


def _date(header: str | None) -> str | None:
    try:
        found = parsedate_to_datetime(header) if header else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.isoformat() if isinstance(found, datetime) else None
