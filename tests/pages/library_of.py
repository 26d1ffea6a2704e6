"""A library on the disk for the pages on many articles: three samples, five issues of each."""

from __future__ import annotations

from dataclasses import replace

from analysis import read_article
from library.samples import sample_articles
from library.store import Store

ISSUES = 5


def filled(store: Store) -> Store:
    """Fifteen articles of three outlets, three months, half of them in the collection Bridge.

    Titles differ: AppTest tells the options of a radio apart by their words.
    """
    for sample in sample_articles()[:3]:
        for n in range(ISSUES):
            text = f"{sample.text}\n\nThis was issue {n} of the paper on the matter."
            article = read_article(text, title=f"{sample.title} ({n})", outlet=sample.outlet)
            date = f"2026-0{n % 3 + 1}-1{n}"
            saved = store.save(replace(article, author=sample.author, published=date))
            store.analysis(saved.id)
            if n % 2:
                store.label([saved.id], collection="Bridge")
    return store
