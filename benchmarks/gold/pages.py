"""Pages in the forms of real news sites, written by us, whose body words are known.

Each ``*.html`` of ``data/gold/pages`` is a template; ``{{p1}}`` and the like stand for paragraphs
of ``bank.txt``, which are the body. Headline, standfirst and subheads count as neither body nor
other words.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gold" / "pages"
_SLOT = re.compile(r"\{\{(json:)?(\w+)\}\}")
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL | re.IGNORECASE)
_SUBHEAD = re.compile(r"<h2>(.*?)</h2>|<strong>([^<]*\?)</strong>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a browser would get it, and what its words are."""

    name: str
    markup: str
    body: tuple[str, ...]
    """The body paragraphs, in order."""
    head: str
    """Headline, standfirst and subheads: shown apart, so neither kept nor let through."""
    other: str
    """Everything else that is visible."""


def bank() -> dict[str, str]:
    """The paragraphs by key."""
    lines = (FOLDER / "bank.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


def pages() -> list[Page]:
    """All pages, by name."""
    return [_page(path, bank()) for path in sorted(FOLDER.glob("*.html"))]


def _page(path: Path, texts: dict[str, str]) -> Page:
    template = path.read_text(encoding="utf-8")
    keys = [key for _, key in _SLOT.findall(template)]
    subheads = " ".join(a or b for a, b in _SUBHEAD.findall(template))
    visible = html.unescape(_TAGS.sub(" ", _SLOT.sub(" ", template.split("</head>")[-1])))
    other = Counter(visible.split()) - Counter(subheads.split())
    return Page(
        name=path.stem,
        markup=_SLOT.sub(lambda m: _filled(m, texts), template),
        body=tuple(texts[key] for key in dict.fromkeys(keys) if key[0] == "p"),
        head=" ".join([texts["title"], texts["standfirst"], subheads]),
        other=" ".join(other.elements()),
    )


def _filled(slot: re.Match[str], texts: dict[str, str]) -> str:
    text = texts[slot[2]]
    return json.dumps(text)[1:-1] if slot[1] else html.escape(text, quote=False)
