"""The text of a .docx, read as a stream of paragraphs.

Only ``word/document.xml`` is opened, through a budget and a parser that refuses entities,
so no bomb unfolds; headers, footnotes, text boxes and deleted text are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from analysis.intake.archive import DAMAGED, open_archive, read_member
from analysis.intake.drafts import Draft, Limits
from analysis.records import ArticleError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
XML_BYTES = 4_000_000  # of one part: 300 pages of text
TAGS = 200_000  # in it: half a second's work; an article of 3,000 words has under 10,000
_TANGLED = (
    "This document has far more markup than an article: copy its text into a new document, "
    "or paste it."
)
_DEFAULT_TITLES = ("document", "microsoft word", "untitled", "dokument")


def read_docx(name: str, data: bytes, limits: Limits) -> list[Draft]:
    """The document as one draft; raises ``ArticleError`` if it is damaged, locked or a bomb."""
    with open_archive(data, limits) as archive:
        body = read_member(archive, "word/document.xml", min(XML_BYTES, limits.unpacked_bytes))
        names = archive.namelist()
        core = (
            read_member(archive, "docProps/core.xml", 100_000)
            if "docProps/core.xml" in names
            else b""
        )
    if body.count(b"<") > TAGS:
        raise ArticleError(_TANGLED)
    text = "\n\n".join(p for p in _paragraphs(body) if p)
    return [Draft(text, name, title=_title(core))]


@dataclass(slots=True)
class _Reader:
    """Collects the text of one paragraph after the other."""

    words: list[str] = field(default_factory=list)
    skipping: int = 0  # depth inside fallbacks and text boxes, whose text stands elsewhere too

    def start(self, tag: str) -> None:
        if tag == _FALLBACK or tag.endswith("}txbxContent"):
            self.skipping += 1

    def end(self, element: Any) -> str | None:
        """The paragraph when its element closes."""
        tag = element.tag.replace(_STRICT, _W)
        if tag == _FALLBACK or tag.endswith("}txbxContent"):
            self.skipping -= 1
        elif self.skipping:
            return None
        elif tag == f"{_W}t":
            self.words.append(element.text or "")
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            self.words.append(" " if tag == f"{_W}tab" else "\n")
        elif tag == f"{_W}p":
            text, self.words = "".join(self.words).strip(), []
            return text
        return None


def _paragraphs(xml: bytes) -> Iterator[str]:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    reader, path = _Reader(), []
    try:
        for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
            if event == "start":
                path.append(element)
                reader.start(element.tag)
                continue
            path.pop()
            paragraph = reader.end(element)
            if paragraph is not None:
                yield paragraph
            if path and not reader.skipping:
                path[-1].clear()  # what has been read is let go: memory stays small
    except DefusedXmlException:
        raise ArticleError(
            "This document defines its own entities, which articles do not: save it again as .docx."
        ) from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise ArticleError(DAMAGED) from None


def _title(core: bytes) -> str | None:
    """The title in the document's properties, unless a program put it there."""
    from defusedxml.ElementTree import fromstring

    try:
        found = fromstring(core, forbid_dtd=True).findtext(f"{_DC}title") if core else None
    except Exception:  # properties are a courtesy: damaged ones are as good as none
        return None
    title = " ".join((found or "").split())
    return None if not title or title.lower().startswith(_DEFAULT_TITLES) else title[:300]
