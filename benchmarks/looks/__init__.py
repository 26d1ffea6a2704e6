"""Texts of kinds a page may look wrong with; all people, places and outlets are invented."""

from __future__ import annotations

import os
from pathlib import Path

from analysis import Article, read_article
from library import open_store, sample_articles

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LONG = 10_000
"""Words of the long article: the samples in turn, so that it is news and ours."""


def fill(database: str) -> dict[str, str]:
    """Keep and analyse every text in the library at this address; gives their ids by name.

    The seed article is among them where ``../shared`` lies beside the project.
    """
    store = open_store(database)
    ids = {}
    for name, article in texts().items():
        ids[name] = store.save(article).id
        store.analysis(ids[name])
    for number, sample in enumerate(sample_articles(), 1):
        ids[f"sample_{number}"] = store.save(sample).id
        store.analysis(ids[f"sample_{number}"])
    return ids


def texts() -> dict[str, Article]:
    """The texts by name: a brief, an interview, a press release and so on."""
    found = {p.stem: read_article(p.read_text("utf-8")) for p in sorted(HERE.glob("*.txt"))}
    body = "\n\n".join(p.span.of(a.text) for a in sample_articles() for p in a.body)
    copies = LONG // len(body.split()) + 1
    found["long"] = read_article("A long day\n\n" + "\n\n".join([body] * copies))
    seeds = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared")) / "seeds"
    for path in sorted(seeds.glob("*.txt"))[:1]:
        found["seed"] = read_article(path.read_text("utf-8"))
    return found
