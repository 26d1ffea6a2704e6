"""How often sources are resolved, typed and traced rightly: ``python -m benchmarks.sources``.

Reads the passages of ``benchmarks/gold/sources.py``: spans are given, so this is resolving alone.
Where ``../shared`` is there, it also says how many pronouns find somebody in PolNeAR train
(no gold says whom: a rate, not an accuracy) and how long naming sources takes.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path

from analysis import analyze
from analysis.entities import link_entities
from analysis.language import split_sentences
from analysis.names import find_mentions
from analysis.reading import read_article
from analysis.records import (
    Analysis,
    Article,
    Attribution,
    Credit,
    Role,
    Sentence,
    Source,
    Span,
    Tagged,
)
from analysis.sources import name_sources
from analysis.text import article_quotations
from benchmarks.gold.attributions import PASSAGES
from benchmarks.gold.given import build
from benchmarks.gold.marked import read_marked
from benchmarks.gold.sources import BACK, CHAINS, HARD, HEADS, KINDS, LATER, OTHERS, PEOPLE

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
POLNEAR = SHARED / "eval" / "attribution" / "train.jsonl"
EVERY = 60  # 14 of PolNeAR's 840 training articles
PRONOUNS = ("he", "she", "they", "it", "his", "her", "their", "who")


def named(marked: str) -> tuple[dict[str, Source], dict[str, Credit]]:
    """Sources by id and credits by attribution of one marked passage."""
    article, tagged, attributions, entities = build(marked, PEOPLE, OTHERS)
    sources, credits = name_sources(article, tagged, attributions, entities)
    return {s.id: s for s in sources}, {c.attribution: c for c in credits}


def resolved(marked: str, name: str) -> bool:
    """Whether the last attribution of the passage goes to the name."""
    sources, credits = named(marked)
    credit = credits[max(credits)]
    return credit.source is not None and sources[credit.source].name == name


def traced(marked: str, provenance: str, chain: str) -> tuple[bool, bool]:
    """Whether the provenance and the whole chain of the first attribution are right."""
    _, credits = named(marked)
    return credits["1"].provenance == provenance, " ← ".join(credits["1"].chain) == chain


def typed(source: str, kind: str, role: str, known: str) -> int:
    """How many of the three axes are right for a source phrase."""
    sources, _ = named(f"{{1.source {source}}} {{1.cue said}} {{1.content it was over}}.")
    found = next(iter(sources.values()))
    return (found.type == kind) + (found.role == role) + (found.namedness == known)


def own_gold() -> list[tuple[str, int, int]]:
    """What was asked of our own passages, how often it was right, and out of how many."""
    chains = [traced(*case) for case in CHAINS]
    hard = [(marked, name) for marked, name, _ in HARD]
    return [
        ("head of the phrase credited", sum(resolved(*c) for c in HEADS), len(HEADS)),
        ("pointing back resolved", sum(resolved(*c) for c in BACK), len(BACK)),
        ("passages written later", sum(resolved(*c) for c in LATER), len(LATER)),
        ("known to be hard", sum(resolved(*c) for c in hard), len(hard)),
        ("provenance", sum(p for p, _ in chains), len(chains)),
        ("chain, exact", sum(c for _, c in chains), len(chains)),
        ("type, role, named-ness", sum(typed(*c) for c in KINDS), 3 * len(KINDS)),
    ]


def whole_chains() -> tuple[int, int]:
    """Exact chains of the passages of ``gold/attributions.py``, from the bare text on."""
    right = asked = 0
    for passage in PASSAGES:
        text, _ = read_marked(passage.marked)
        body: dict[int, Role] = dict.fromkeys(range(text.count("\n") + 1), "body")
        analysis = analyze(read_article(text, roles=body))
        for word, chain in passage.chains:
            asked += 1
            right += speakers(analysis, text.index(word)) == [_plain(name) for name in chain]
    return right, asked


def speakers(analysis: Analysis, at: int) -> list[str]:
    """Everyone who passes on the word at this place, outermost first."""
    by_id = {a.id: a for a in analysis.attributions}
    names = {s.id: s.name for s in analysis.sources}
    source = {c.attribution: names.get(c.source or "", "") for c in analysis.credits}
    holding = [a for a in analysis.attributions if any(c.start <= at < c.end for c in a.content)]
    found: list[str] = []
    a = max(holding, key=lambda a: a.depth, default=None)
    while a is not None:
        found.insert(0, _plain(source[a.id]))
        a = by_id.get(a.parent or "")
    return found


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def polnear(every: int = EVERY) -> dict[str, float]:
    """Resolution rate of pronouns and seconds per article over a sample with gold spans."""
    counts: Counter[str] = Counter()
    seconds = 0.0
    for line in POLNEAR.read_text(encoding="utf-8").splitlines()[::every]:
        row = json.loads(line)
        article = read_article(row["text"], outlet=row["publisher"])
        tagged = Tagged((), _sentences(article), (), (), "gold")
        entities = link_entities(
            article, tagged, find_mentions(article, tagged), article_quotations(article)
        )[0]
        attributions = tuple(
            Attribution(f"a{i}", _spans(a["source"]), _spans(a["cue"]), _spans(a["content"]))
            for i, a in enumerate(row["attributions"])
            if a["content"]
        )
        start = time.process_time()
        sources, credits = name_sources(article, tagged, attributions, entities)
        seconds += time.process_time() - start
        by_id = {s.id: s for s in sources}
        counts["articles"] += 1
        for a, credit in zip(attributions, credits, strict=True):
            if credit.source and a.source[0].of(article.text).lower() in PRONOUNS:
                counts["pronouns"] += 1
                counts["resolved"] += not by_id[credit.source].unresolved
    return {**counts, "ms": 1000 * seconds / counts["articles"]}


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(*pair) for pair in pairs))


def _sentences(article: Article) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span, p.index)
        for p in article.paragraphs
        for span in split_sentences(article.text, p.span)
    )


def main() -> None:
    """Print the figures."""
    for what, right, of in own_gold():
        print(f"{what:30} {right:4} of {of:4}  {right / of:.0%}")
    right, asked = whole_chains()
    print(f"{'chain, exact, from bare text':30} {right:4} of {asked:4}  {right / asked:.0%}")
    if POLNEAR.exists():
        found = polnear()
        print(
            f"PolNeAR train, {found['articles']:.0f} articles, gold spans: "
            f"{found['resolved']:.0f} of {found['pronouns']:.0f} pronoun sources resolved; "
            f"{found['ms']:.1f} ms of CPU an article"
        )


if __name__ == "__main__":
    main()
