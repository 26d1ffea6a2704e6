"""Real web pages, ours and trafilatura's reading in one run: ``python -m benchmarks intake``.

The pages and their scorer lie in ``../shared/eval/pages``; the pages of ``tests/intake/pages_html``
follow. Fails when paragraphs, pages or other people's words miss what was promised.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.intake import LIMITS, read_document
from analysis.reading import read_article
from analysis.records import ArticleError
from benchmarks.intake import page_report

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


def scored(reader: Callable[[bytes], dict[str, Any]]) -> dict[str, Any]:
    """What ``score.py`` beside the pages says about a reader of all of them."""
    rows = []
    for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)["page"]
        read = reader(gzip.decompress((PAGES / f"{page}.html.gz").read_bytes()))
        rows.append(json.dumps({"page": page, **read}))
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "read.jsonl")
        given.write_text("\n".join(rows), encoding="utf-8")
        command = [sys.executable, f"{PAGES}/score.py", f"{PAGES}/gold.jsonl", str(given), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> int:
    """Prints both; 0 when ours keeps what was promised."""
    for name, reader in (("trafilatura alone", alone), ("Hearsay", ours)):
        told = scored(reader)
        figures = ", ".join(f"{key} {told[key]:.3f}" for key in ("title", "author", "date"))
        print(
            f"{name}: {told['kept']:.4f} of paragraphs kept, {told['lost']} of {told['pages']} "
            f"pages lost, {told['others']:.4f} of words are others'; right: {figures}"
        )
        if told["lost_pages"]:
            print(f"  lost: {', '.join(told['lost_pages'])}")
    print(page_report())
    fine = told["kept"] >= KEPT and told["lost"] <= LOST and told["others"] <= OTHERS
    return 0 if fine else 1
