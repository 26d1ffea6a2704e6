"""One reader for each kind of document that holds one article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analysis.intake.decoding import Decoded, decode
from analysis.intake.docx import read_docx
from analysis.intake.drafts import Draft, Limits
from analysis.intake.kinds import Kind, suffix
from analysis.intake.mail import read_mail, read_saved_page
from analysis.intake.markdown import read_markdown
from analysis.intake.pages import decode_page, read_page
from analysis.intake.pdf import read_pdf


def _in_doubt(drafts: list[Draft], found: Decoded, data: bytes) -> list[Draft]:
    """The drafts with the question which encoding it was, where that is open."""
    if not found.candidates:
        return drafts
    asked = {"candidates": found.candidates, "raw": data}
    return [replace(d, notes=(*d.notes, *found.note), **asked) for d in drafts]  # type: ignore[arg-type]


def _read_text(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    found = decode(data, chosen=encoding)
    draft = Draft(found.text, name)
    if suffix(name) in (".pdf", ".docx"):
        draft = replace(draft, notes=("The name says otherwise, but this is text.",))
    return _in_doubt([draft], found, data)


def _read_markdown(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    found = decode(data, chosen=encoding)
    return _in_doubt(read_markdown(name, found.text), found, data)


def _read_web(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    found = decode_page(data, encoding)
    return _in_doubt(read_page(name, found.text, limits), found, data)


def _read_mail(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    return _in_doubt(*read_mail(name, data, limits, encoding), data)


def _read_saved(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    return _in_doubt(*read_saved_page(name, data, limits, encoding), data)


Reader = Callable[[str, bytes, Limits, str | None], list[Draft]]
READERS: dict[Kind, Reader] = {
    "txt": _read_text,
    "md": _read_markdown,
    "html": _read_web,
    "mhtml": _read_saved,
    "eml": _read_mail,
    "docx": lambda name, data, limits, e: read_docx(name, data, limits),
    "pdf": lambda name, data, limits, e: read_pdf(name, data, limits),
}
