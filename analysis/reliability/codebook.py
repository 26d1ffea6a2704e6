"""The codebook: categories, definitions and decision rules, read from ``data/codebook.md``.

The file is Markdown that a person reads; its entries are lines such as "- `direct` Quoted: …".
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import DATA

FILE = DATA / "codebook.md"
_VERSION = re.compile(r"^Version (\S+)", re.MULTILINE)
_ENTRY = re.compile(r"^- `([^`]+)` (.+)$")
_CODE = re.compile(r"`([^`]+)`")
STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { margin-top: 1.6em; break-after: avoid; }
dl { display: grid; grid-template-columns: 11em 1fr; gap: 0.4em 1em; }
dt { font: 14px/1.7 ui-monospace, monospace; overflow-wrap: anywhere; }
dd { margin: 0; break-inside: avoid; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """An axis of the taxonomy or a part of coding: its text and its entries, code → meaning."""

    title: str
    text: tuple[str, ...]
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook with its version."""

    version: str
    title: str
    sections: tuple[Section, ...]
    markdown: str

    def section(self, title: str) -> Section:
        """The section whose title begins so; ``KeyError`` where none does."""
        for section in self.sections:
            if section.title.startswith(title):
                return section
        raise KeyError(title)


@cache
def codebook() -> Codebook:
    """The codebook of this version of the program."""
    text = FILE.read_text(encoding="utf-8")
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    found = _VERSION.search(head)
    assert found is not None, "data/codebook.md names no version"
    title = head.split("\n", 1)[0].removeprefix("# ")
    first = Section("", _paragraphs(head.split("\n", 1)[1]), ())
    return Codebook(found[1], title, (first, *map(_section, parts)), text)


def printable(book: Codebook) -> str:
    """The codebook as one self-contained HTML page to print or send."""
    body = "".join(map(_section_html, book.sections))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(book.title)} {html.escape(book.version)}</title>"
        f"<style>{STYLE}</style></head><body><h1>{html.escape(book.title)}</h1>{body}</body></html>"
    )


def _section(part: str) -> Section:
    title, _, rest = part.partition("\n")
    entries = tuple((m[1], m[2]) for line in rest.splitlines() if (m := _ENTRY.match(line)))
    text = "\n".join(line for line in rest.splitlines() if not _ENTRY.match(line))
    return Section(title.strip(), _paragraphs(text), entries)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip())


def _section_html(section: Section) -> str:
    made = f"<h2>{html.escape(section.title)}</h2>" if section.title else ""
    made += "".join(f"<p>{_inline(p)}</p>" for p in section.text)
    rows = "".join(f"<dt>{html.escape(c)}</dt><dd>{_inline(t)}</dd>" for c, t in section.entries)
    return made + (f"<dl>{rows}</dl>" if rows else "")


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))
