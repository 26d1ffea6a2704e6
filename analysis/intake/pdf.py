"""The text of a PDF: read by a process of its own, its lines made paragraphs again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from unicodedata import normalize

from analysis.intake.drafts import Draft, Limits
from analysis.records import ArticleError

WORKER = Path(__file__).with_name("pdf_worker.py")
_DAMAGED = "This PDF is damaged or not a PDF at all: make or download it again."
TOO_SLOW = "This PDF takes too long to read: upload the pages with the article only."
_PROBLEMS = {
    "locked": "This PDF is protected by a password: remove the password and upload it again.",
    "pages": "This PDF claims more than {pages:,} pages: upload the pages with the article only.",
    "memory": "This PDF takes too much memory to read: upload the pages with the article only.",
    "time": TOO_SLOW,
    "damaged": _DAMAGED,
}
_SCANNED = (
    "This PDF holds pictures of pages, no text: run it through text recognition (OCR) "
    "and upload the result."
)
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_ADDRESS = r"(?:file:///?|https?://|www\.)\S+"
_FOOT = re.compile(  # what a browser prints under a page: where it was and its number
    rf"{_ADDRESS}(?:\s+\S{{1,40}}){{0,3}}|.{{0,200}}\bfile://\S.*"
    rf"|(?:page\s+)?\d{{1,4}}\s*(?:/|of)\s*\d{{1,4}}\s+{_ADDRESS}",
    re.IGNORECASE,
)
_HEAD = (
    re.compile(  # “3/5/26, 9:41 AM  Ferry shut”; a date line of the article's own where no foot is
        r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?\b.{0,200}",
        re.IGNORECASE,
    )
)
_FILE_NAME = re.compile(
    r"(?:microsoft word|untitled|powerpoint)\b.*|file://.*"
    r"|\S*[\w)]\.(?:pdf|docx?|odt|rtf|txt|html?|indd|qxd|pages)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_BEHIND = re.compile(r"\s+[-–—|·]\s+")
_LIGATURES = {code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_HYPHEN = re.compile(r"(?<=[a-z])-$")
BUSY = 10  # how many others may share the machine before a good PDF is refused
FULL_LINE = 0.8  # of the usual width: a line so long does not end its paragraph by itself
TOP_LINES = 12  # among which a headline stands, and as many as it may fill
RUNNING_HEADS = 3  # pages on which the same first or last line is no part of the article


def read_pdf(name: str, data: bytes, limits: Limits) -> list[Draft]:
    """The document as one draft.

    Raises ``ArticleError`` if it is damaged, locked, a scan, or costs more than the limits.
    """
    found = _run(data, limits)
    if "problem" in found:
        raise ArticleError(_PROBLEMS[found["problem"]].format(pages=limits.pages))
    pages = _without_heads([page.translate(_LIGATURES) for page in found["pages"]])
    lines = [line.strip() for page in pages for line in page.splitlines()]
    title = _stated_title(found["title"], "\n".join(lines))
    text = "\n\n".join(_paragraphs(_with_title(lines, title)))
    if not text.strip():
        raise ArticleError(_SCANNED if found["pictures"] else "There is no text in this PDF: "
                           "choose a document that holds an article.")  # fmt: skip
    return [Draft(text, name, title=title)]


def _stated_title(title: str, text: str) -> str | None:
    """The document's title where the page shows it too; programs put a file's name there.

    Browsers put the outlet's name behind it: “Ferry shut - Quenby Post”.
    """
    title = " ".join(title.translate(_LIGATURES).split())
    shown = " ".join(text.split())
    for stated in (title, *(title[: cut.start()] for cut in reversed([*_BEHIND.finditer(title)]))):
        if stated and not _FILE_NAME.fullmatch(stated) and stated in shown:
            return stated
    return None


def _with_title(lines: list[str], title: str | None) -> list[str]:
    """The lines with a headline that runs over several of the first as one, apart."""
    for start in range(min(len(lines), TOP_LINES)) if title else ():
        for end in range(start + 1, min(len(lines), start + TOP_LINES) + 1):
            if " ".join(lines[start:end]) == title:
                return [*lines[:start], "", title, "", *lines[end:]]
    return lines


def _run(data: bytes, limits: Limits) -> dict[str, Any]:
    """What the worker says; the time limit holds on every system, the memory limit on Linux."""
    numbers = (limits.pages, limits.memory_bytes, limits.seconds)
    command = [sys.executable, "-I", str(WORKER), *map(str, numbers)]
    # a busy machine gives a process less time: where its own seconds are counted, wait longer
    wait = limits.seconds * (1 if os.name == "nt" else BUSY)
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=wait, check=False)
        if done.returncode in (-9, -24):  # SIGKILL or SIGXCPU: its seconds were used up
            return {"problem": "time"}
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"problem": "time"}
    except ValueError:  # it was killed, or died of its memory limit before it could say so
        return {"problem": "damaged"}
    return found if isinstance(found, dict) else {"problem": "damaged"}


def _without_heads(pages: list[str]) -> list[str]:
    """The pages without numbers, what a browser prints and lines that recur at their edges."""
    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(line for page in lines for line in {*page[:1], *page[-1:]})
    heads = {line for line, n in edges.items() if n >= RUNNING_HEADS}
    feet = any(_FOOT.fullmatch(line.strip()) for page in lines for line in page[-2:] + page[:2])
    kept = []
    for page in lines:
        last = len(page) - 1
        kept.append(
            "\n".join(
                line
                for i, line in enumerate(page)
                if not (i in (0, last) and (line in heads or _NUMBER.fullmatch(line)))
                and not (feet and i in (0, 1, last - 1, last) and _printed(line.strip()))
            )
        )
    return kept


def _printed(line: str) -> bool:
    return bool(_FOOT.fullmatch(line) or _HEAD.fullmatch(line))


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined until one ends a sentence short of the usual width."""
    widths = sorted(len(line) for line in lines if line)
    full = FULL_LINE * (widths[len(widths) * 3 // 4] if widths else 0)
    found: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            open_ = False
            continue
        if open_ and found:
            joined = _HYPHEN.sub("", found[-1])
            found[-1] = joined + ("" if joined != found[-1] else " ") + line
        else:
            found.append(line)
        open_ = len(line) >= full or not (_END.search(line) or _short_heading(line, full))
    return found


def _short_heading(line: str, full: float) -> bool:
    """A headline, byline or subhead: much shorter than a line of text."""
    return len(line) < 0.75 * full
