"""What kind of document some bytes are: the content decides, the name only helps."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import PurePosixPath
from typing import Literal

from analysis.records import ArticleError

Kind = Literal["txt", "md", "html", "mhtml", "docx", "pdf", "eml", "csv", "jsonl", "zip"]
SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht"}
    | {".docx", ".pdf", ".eml", ".csv", ".tsv", ".jsonl", ".ndjson", ".zip"}
)
"""What a file chooser should offer; a file of another name is judged by its content."""
_BY_NAME: dict[str, Kind] = {
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "eml",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_SAVE_AS = "save it as .docx, .pdf or .txt and upload that"
# The first bytes of what cannot be read, with its name and the remedy.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"This is a Rich Text file: {_SAVE_AS}."),
    (b"\x89PNG", "This is a picture: Hearsay reads text, so upload the article itself."),
    (b"\xff\xd8\xff", "This is a picture: Hearsay reads text, so upload the article itself."),
    (b"GIF8", "This is a picture: Hearsay reads text, so upload the article itself."),
    (b"\x1f\x8b", "This is a gzip archive: unpack it, or pack the files as .zip."),
    (b"7z\xbc\xaf", "This is a 7z archive: unpack it, or pack the files as .zip."),
    (b"Rar!", "This is a RAR archive: unpack it, or pack the files as .zip."),
    (b"BZh", "This is a bzip2 archive: unpack it, or pack the files as .zip."),
    (b"\xfd7zXZ", "This is an xz archive: unpack it, or pack the files as .zip."),
    (b"MZ", "This is a program, not a document: choose a file that holds an article."),
    (b"\x7fELF", "This is a program, not a document: choose a file that holds an article."),
    (b"SQLite format 3", "This is a database: export the articles as .csv or .jsonl."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_HEADER = re.compile(
    rb"(?:(?:[A-Za-z-]{2,40}:[^\r\n]*|[ \t][^\r\n]*)\r?\n)*?(?:From|Subject|Date|MIME-Version):",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_BLOCK = re.compile(rb"<(?:p|div|br|article|h1)\b[^>]{0,200}>", re.IGNORECASE)
HEAD = 4096  # bytes looked at


def detect_kind(name: str, data: bytes) -> Kind:
    """The kind of document; raises ``ArticleError`` with one sentence for what cannot be read."""
    head = data[:HEAD]
    for magic, sentence in _REFUSED:
        if head.startswith(magic):
            raise ArticleError(sentence)
    if head.startswith(_OLE):
        raise ArticleError(_old_office(data))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _textual(name, head)


def suffix(name: str) -> str:
    """The last part of a file name, lower case: ``.txt``; "" where there is none."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _old_office(data: bytes) -> str:
    if _LOCKED in data:
        return "This document is protected by a password: remove the password and upload it again."
    return f"This is a document of an old Office program: {_SAVE_AS}."


def _zipped(data: bytes) -> Kind:
    """A .docx is a zip archive with known members; so are kinds that cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:2000])
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, RuntimeError, EOFError):
        raise ArticleError(
            "This archive or document is damaged: make or download it again."
        ) from None
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        raise ArticleError("This is a spreadsheet: save the sheet as .csv and upload that.")
    if "ppt/presentation.xml" in names or "mimetype" in names or "META-INF/MANIFEST.MF" in names:
        raise ArticleError(f"This is a document of a kind Hearsay does not read: {_SAVE_AS}.")
    return "zip"


def _textual(name: str, head: bytes) -> Kind:
    """Among texts the name decides, unless the content plainly says otherwise."""
    named = _BY_NAME.get(suffix(name))
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    flat = start.replace(b"\0", b"")  # UTF-16 looks the same without its noughts
    if named in ("csv", "jsonl"):
        return named
    if _HEADER.match(flat) and (named in ("eml", "mhtml") or b"mime-version:" in flat.lower()):
        web = b"multipart/related" in flat.lower() or b"saved by" in flat[:200].lower()
        return "mhtml" if web else "eml"
    if _MARKUP.search(flat) or (named in ("html", "mhtml") and flat.startswith(b"<")):
        return "html"
    if named is None and flat.startswith(b"<") and len(_BLOCK.findall(flat)) >= 3:
        return "html"
    if flat.startswith(b"{") and b'"text"' in flat:
        return "jsonl"
    return "md" if named == "md" else "txt"
