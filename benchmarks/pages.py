"""Real web pages, ours and trafilatura's reading in one run: ``python -m benchmarks intake``.

The pages and their scorer lie in ``../shared/eval/pages``; the pages of ``data/gold/pages``
follow. Fails when paragraphs, pages or other people's words miss what was promised.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from analysis.intake import LIMITS, read_document
from analysis.reading import read_article
from analysis.records import ArticleError
from benchmarks.gold.pages import pages
from benchmarks.intake import page_report, page_shares

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared")) / "eval" / "pages"
READ = ("body", "subhead", "standfirst")  # what the gold of the pages holds
KEPT, LOST, OTHERS = 0.985, 1, 0.03  # promised: shares of paragraphs and words, pages


def ours(data: bytes) -> dict[str, Any]:
    """Title, author, date and paragraphs as a reader of Hearsay would get them."""
    try:
        draft = read_document("page.html", data, LIMITS)[0]
    except ArticleError:
        return {"body": []}
    article = read_article(draft.text, title=draft.title, author=draft.author)
    body = [p.span.of(article.text) for p in article.paragraphs if p.role in READ]
    return {
        "title": article.title,
        "author": article.author,
        "published": draft.published or article.published,
        "body": body,
        "text": draft.text.splitlines(),
    }


def alone(data: bytes) -> dict[str, Any]:
    """The same from trafilatura by itself, on the page as it is."""
    import trafilatura
    from trafilatura.settings import Document

    found = trafilatura.bare_extraction(
        data.decode("utf-8", "replace"),
        include_comments=False,
        include_tables=False,
        with_metadata=True,
    )
    told = found.as_dict() if isinstance(found, Document) else found or {}
    return {
        "title": told.get("title"),
        "author": told.get("author"),
        "published": told.get("date"),
        "body": (told.get("text") or "").splitlines(),
    }


def gold() -> list[dict[str, Any]]:
    """The pages with what a person read on each."""
    lines = (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_all(reader: Callable[[bytes], dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What a reader makes of every page, by the page's name."""
    names = [page["page"] for page in gold()]
    return {n: reader(gzip.decompress((PAGES / f"{n}.html.gz").read_bytes())) for n in names}


def less(read: dict[str, dict[str, Any]], other: dict[str, dict[str, Any]], part: str) -> list[str]:
    """Pages on which this part lacks a paragraph of the gold that the other reading's body has."""
    return [
        page["page"]
        for page in gold()
        if _found(page["body"], other[page["page"]].get("body", ()))
        - _found(page["body"], read[page["page"]].get(part, ()))
    ]


def _found(wanted: Iterable[str], lines: Iterable[str]) -> set[str]:
    """The paragraphs that stand there, told as ``score.py`` tells them."""
    whole = _flat(" ".join(lines))
    latin = (p for p in wanted if sum(c.isascii() for c in p) > 0.8 * len(p))
    return {p for p in latin if len(_flat(p)) > 3 and _flat(p)[:60] in whole}


def _flat(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def scored(read: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What ``score.py`` beside the pages says about a reading of all of them."""
    rows = [json.dumps({"page": page, **found}) for page, found in read.items()]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "read.jsonl")
        given.write_text("\n".join(rows), encoding="utf-8")
        command = [sys.executable, f"{PAGES}/score.py", f"{PAGES}/gold.jsonl", str(given), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _templates() -> str:
    """On which of our own pages fewer body words are counted than trafilatura alone keeps."""
    fewer = []
    for page in pages():
        markup = page.markup.encode()
        kept = [page_shares(page, "\n".join(read(markup)["body"]))[0] for read in (ours, alone)]
        fewer += [page.name] if kept[0] < kept[1] else []
    return (
        f"on {len(fewer)} of {len(pages())} pages of our own fewer body words are counted than "
        "trafilatura alone keeps"
        f"{': ' if fewer else ''}{', '.join(fewer)}"
    )


def main() -> int:
    """Prints both; 0 when ours keeps what was promised."""
    library, own = read_all(alone), read_all(ours)
    for name, read in (("trafilatura alone", library), ("Hearsay", own)):
        told = scored(read)
        figures = ", ".join(f"{key} {told[key]:.3f}" for key in ("title", "author", "date"))
        print(
            f"{name}: {told['kept']:.4f} of paragraphs kept, {told['lost']} of {told['pages']} "
            f"pages lost, {told['others']:.4f} of words are others'; right: {figures}"
        )
        if told["lost_pages"]:
            print(f"  lost: {', '.join(told['lost_pages'])}")
    for part, what in (("text", "the text taken out"), ("body", "what is counted of it")):
        fewer = less(own, library, part)
        print(
            f"{what} lacks a paragraph that trafilatura alone keeps on {len(fewer)} of {len(own)} "
            f"pages{': ' if fewer else ''}{', '.join(fewer)}"
        )
    print(_templates())
    print(page_report())
    fine = told["kept"] >= KEPT and told["lost"] <= LOST and told["others"] <= OTHERS
    return 0 if fine else 1
