"""Between an ``Article`` and its row: the text exactly as given, roles as the reader set them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, overload

from analysis.reading import corrected_article, read_article
from analysis.records import Article, ArticleError, Correction, Paragraph
from analysis.text import body_words
from library.clock import now
from library.codec import decode, encode
from library.engine import engine_version

DESCRIPTION = ("title", "outlet", "author", "published", "url", "answers")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
@overload
def storable(text: str | None) -> str | None: ...
def storable(text: str | None) -> str | None:
    """The text with what no database holds as text (NUL, lone surrogates) shown as U+FFFD.

    Each is one character for one, so offsets stay right.
    """
    if text is None:
        return None
    return _UNSTORABLE.sub("\ufffd", text)


def exact(text: str) -> bytes:
    """Bytes from which the very same text comes back, whatever is in it."""
    return text.encode("utf-8", "surrogatepass")


def content_hash(text: str) -> str:
    """SHA-256 of the words: the same for any line ends, indents or a byte-order mark."""
    words = _SPACE.sub(" ", text).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def exact_id(text: str) -> str:
    """An article's id: of the very characters, so that no other text ever has it."""
    return hashlib.sha256(exact(text)).hexdigest()[:16]


def row_of(article: Article) -> dict[str, Any]:
    """The row that keeps an article."""
    digest = content_hash(article.text)
    text = storable(article.text)
    return {
        "id": exact_id(article.text),
        "content_hash": digest,
        "text": text,
        "raw": None if text == article.text else exact(article.text),
        "paragraphs": paragraphs_json(article.paragraphs),
        "engine": engine_version(),
        **{name: storable(getattr(article, name)) for name in DESCRIPTION},
        "file": storable(article.file),
        "derived": int(article.derived),
        "words": body_words(article),
        "saved": now(),
        "deleted": None,
    }


def searched(row: Mapping[str, Any]) -> str:
    """The words of a row that a search looks at."""
    return " ".join(row[name] or "" for name in ("title", "outlet", "author", "text"))


def paragraphs_json(paragraphs: tuple[Paragraph, ...]) -> str:
    """The paragraphs as they were read, for the row."""
    return json.dumps([encode(p) for p in paragraphs], separators=(",", ":"))


def article_of(row: Mapping[str, Any], corrections: Sequence[Correction]) -> Article:
    """The article of a row; read anew when another engine read it, then corrected.

    Without ``corrections`` it is as it was read.
    """
    text = row["text"] if row["raw"] is None else row["raw"].decode("utf-8", "surrogatepass")
    described = {"id": row["id"], **given(row), **origin(row)}
    paragraphs = None
    if row["engine"] == engine_version():
        paragraphs = _paragraphs(row["paragraphs"])
    if paragraphs is None or not all(p.span.end <= len(text) for p in paragraphs):
        paragraphs = _read_again(text, row)
    article = Article(text=text, paragraphs=paragraphs, **described)
    return corrected_article(article, corrections)[0]


def given(row: Mapping[str, Any]) -> dict[str, Any]:
    """Title, outlet, author, date and address as they were read, whatever was corrected since."""
    read = json.loads(row["given"]) if row["given"] else row
    return {name: read.get(name) for name in DESCRIPTION}


def origin(row: Mapping[str, Any]) -> dict[str, Any]:
    """The file it came from, and whether its text was read out of that file."""
    return {"file": row["file"], "derived": bool(row["derived"])}


def _paragraphs(stored: str) -> tuple[Paragraph, ...] | None:
    try:
        return tuple(decode(Paragraph, p) for p in json.loads(stored))
    except (ValueError, TypeError, RecursionError):  # CodecError, or a damaged row
        return None


def _read_again(text: str, row: Mapping[str, Any]) -> tuple[Paragraph, ...]:
    try:
        return read_article(text, **given(row)).paragraphs
    except ArticleError:  # an article kept by hand that reading refuses stays as it was
        return _paragraphs(row["paragraphs"]) or ()
