"""The sample articles that Hearsay opens on; they are read from files, not kept in the library."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from analysis.reading import read_article
from analysis.records import Article

FOLDER = Path(__file__).resolve().parent.parent / "data" / "samples"


@cache
def sample_articles() -> tuple[Article, ...]:
    """The samples in the order of their index; invented people, places and outlets."""
    return tuple(_read(entry) for entry in _index())


def sample_events() -> dict[str, str]:
    """For each sample's id the event it covers: articles on one event can be compared."""
    return {a.id: e["event"] for a, e in zip(sample_articles(), _index(), strict=True)}


def _index() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = json.loads((FOLDER / "index.json").read_text("utf-8"))
    return entries


def _read(entry: dict[str, str]) -> Article:
    text = (FOLDER / entry["file"]).read_text("utf-8")
    return read_article(
        text,
        title=entry.get("title"),
        outlet=entry.get("outlet"),
        author=entry.get("author"),
        published=entry.get("published"),
        url=entry.get("url"),
    )
