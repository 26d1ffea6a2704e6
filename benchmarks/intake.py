"""What intake keeps and what it costs: ``python -m benchmarks.intake``.

First the pages of ``data/gold/pages``: the share of body words kept, and of all other words
let through. Then hostile files, each in a process of its own: seconds, and megabytes above
the same process idle.
"""

from __future__ import annotations

import re
import sys
from collections import Counter

from analysis.intake import LIMITS, Draft, read_document
from analysis.reading import read_article
from analysis.records import ArticleError
from benchmarks.gold.pages import Page, pages

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def counted(text: str) -> Counter[str]:
    """The words of a text and how often each stands there."""
    return Counter(word.lower() for word in _WORD.findall(text))


def page_shares(page: Page, text: str) -> tuple[int, int, int, int]:
    """Body words kept, body words, other words let through, other words."""
    found, body = counted(text), counted(" ".join(page.body))
    kept = (found & body).total()
    through = ((found - body - counted(page.head)) & counted(page.other)).total()
    return kept, body.total(), through, counted(page.other).total()


def body_text(draft: Draft) -> str:
    """What would be counted: the paragraphs whose role is body."""
    article = read_article(draft.text, title=draft.title, author=draft.author)
    return "\n".join(p.span.of(article.text) for p in article.body)


def page_report() -> str:
    """One line per page, before and after paragraph roles, and the totals."""
    totals = {"text": [0, 0, 0, 0], "body": [0, 0, 0, 0]}
    lines = []
    for page in pages():
        try:
            draft = read_document(f"{page.name}.html", page.markup.encode(), LIMITS)[0]
            texts = {"text": draft.text, "body": body_text(draft)}
        except ArticleError as error:
            lines.append(f"{page.name:22} refused: {error}")
            texts = {"text": "", "body": ""}
        row = f"{page.name:22}"
        for key, text in texts.items():
            shares = page_shares(page, text)
            totals[key] = [a + b for a, b in zip(totals[key], shares, strict=True)]
            row += f" {key}: kept {shares[0]}/{shares[1]}, let through {shares[2]}/{shares[3]};"
        lines.append(row)
    for key, (kept, body, through, other) in totals.items():
        lines.append(
            f"{key}: {kept / body:.4f} of {body:,} body words kept, "
            f"{through / other:.4f} of {other:,} other words let through (n = {len(pages())} pages)"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    from benchmarks.hostile import hostile_report

    if "--hostile" in sys.argv:  # --hostile WORDS: only hostile files, those called so
        print(hostile_report(" ".join(sys.argv[sys.argv.index("--hostile") + 1 :])))
    else:
        print(page_report())
        if "--pages" not in sys.argv:
            print(hostile_report())
