"""Who says what, scored on the whole product: ``python -m benchmarks.attribution [N]``.

Runs ``analyze`` over PolNeAR dev (``../shared/eval/attribution``; the first N articles if a
number is given) and prints the scorer's figures for all attributions, which is what the JSON
lists, and for the outermost alone; how often each level of confidence was right; what of our own
passages is found (structure, chain, resolved source); and the processor time of the language
model beside that of attribution, which is to take no more.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from analysis.attribution import find_attributions
from analysis.entities import link_entities
from analysis.language import tag_text
from analysis.names import find_mentions
from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import Analysis, Attribution, Role
from analysis.sources import name_sources
from analysis.text import article_quotations
from benchmarks.gold.attributions import PASSAGES, Passage
from benchmarks.gold.marked import Marked, parts_of, read_marked

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
FOLDER = SHARED / "eval" / "attribution"
OUTLET = "the Bugle"


def load_scorer() -> ModuleType:
    """The scorer beside the data, as a module."""
    spec = importlib.util.spec_from_file_location("attribution_score", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_json(attribution: Attribution) -> dict[str, list[list[int]]]:
    """The three fields the scorer reads."""
    return {
        role: [[s.start, s.end] for s in getattr(attribution, role)]
        for role in ("source", "cue", "content")
    }


def headline(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> str:
    """The figures the issues name, on one line."""
    result, _ = scorer.score(gold, {k: {"id": k, "attributions": v} for k, v in found.items()})
    names = ("e2e", "said_e2e", "direct_e2e", "content.exact")
    figures = [f"{name} {result[name]['F1']:.3f}" for name in names]
    counts = result["counts"]
    return " ".join([*figures, f"tvd {result['breakdown']['tvd']:.3f}", f"n {counts['pred']}"])


def right_ones(
    scorer: ModuleType, article: dict[str, Any], found: list[Attribution]
) -> list[tuple[Attribution, bool]]:
    """Each attribution with whether it matches a gold one end to end."""
    text = article["text"]
    words = scorer.words(text)
    drop = scorer.tokset(article.get("discard", []), words)
    inside = scorer.quoted(text, words)
    gold = scorer.prepare(article["attributions"], text, words, drop, inside)
    kept, ours = [], []
    for attribution in found:
        prepared = scorer.prepare([as_json(attribution)], text, words, drop, inside)
        if prepared:
            kept.append(attribution)
            ours.append(prepared[0])
    hits = set(scorer.match(gold, ours, scorer.CONDITIONS["e2e"]).values())
    return [(a, i in hits) for i, a in enumerate(kept)]


def polnear(limit: int | None) -> None:
    """Scores, confidence and speed on PolNeAR dev."""
    if not FOLDER.exists():
        print(f"PolNeAR dev is not at {FOLDER}: skipped")
        return
    scorer = load_scorer()
    gold = dict(list(scorer.load(FOLDER / "dev.jsonl").items())[:limit])
    levels: Counter[tuple[str, bool]] = Counter()
    every, outer = {}, {}
    began, model = time.process_time(), ""
    for id, article in gold.items():
        done = analyze(read_article(article["text"], id=id))
        model = done.model
        found = list(done.attributions)
        every[id] = [as_json(a) for a in found]
        outer[id] = [as_json(a) for a in found if a.depth == 0]
        for attribution, right in right_ones(scorer, article, found):
            levels[attribution.confidence, right] += 1
    spent = time.process_time() - began
    print(f"PolNeAR dev, {len(gold)} articles, model {model}, {spent:.0f} s for everything")
    print("all attributions (what the JSON lists):", headline(scorer, gold, every))
    print("outermost only:                        ", headline(scorer, gold, outer))
    for level in ("high", "medium", "low"):
        n = levels[level, True] + levels[level, False]
        hits = levels[level, True]
        print(f"confidence {level}: right {hits} of {n}, {hits / max(n, 1):.3f}")


def passage_analysis(passage: Passage) -> tuple[Analysis, tuple[Marked, ...]]:
    """The product's reading of a passage, every line taken as body."""
    text, expected = read_marked(passage.marked)
    roles: dict[int, Role] = dict.fromkeys(range(text.count("\n") + 1), "body")
    return analyze(read_article(text, outlet=OUTLET, roles=roles)), expected


def own_tally() -> Counter[str]:
    """How many of our own passages, chains and resolved sources come out right, and of how many."""
    tally: Counter[str] = Counter()
    for passage in PASSAGES:
        done, expected = passage_analysis(passage)
        numbers = {a.id: i for i, a in enumerate(done.attributions)}
        found = [
            Marked(*parts_of(a), None if a.parent is None else numbers[a.parent])
            for a in done.attributions
        ]
        tally["structure"] += sorted(found, key=repr) == sorted(expected, key=repr)
        for words, chain in passage.chains:
            got = chain_at(done, words)
            tally["asked"] += 1
            tally["chain"] += got == chain
            tally["resolved"] += bool(got) and got[-1] == chain[-1]
    return tally


def own_gold() -> None:
    """Structure, chain and resolved source of our own passages."""
    tally = own_tally()
    print(f"own passages: structure {tally['structure']} of {len(PASSAGES)}, ", end="")
    print(f"chain exact {tally['chain']} of {tally['asked']}, ", end="")
    print(f"resolved source {tally['resolved']} of {tally['asked']}")


def stage_times(limit: int | None) -> tuple[float, float]:
    """Processor seconds of the language model, and of finding and crediting attributions."""
    scorer = load_scorer()
    model = attributing = 0.0
    for id, row in list(scorer.load(FOLDER / "dev.jsonl").items())[:limit]:
        article = read_article(row["text"], id=id)
        began = time.process_time()
        tagged = tag_text(article)
        model += time.process_time() - began
        marks = article_quotations(article)
        entities, _ = link_entities(article, tagged, find_mentions(article, tagged), marks)
        began = time.process_time()
        name_sources(article, tagged, find_attributions(article, tagged, marks)[0], entities)
        attributing += time.process_time() - began
    return model, attributing


def chain_at(done: Analysis, words: str) -> tuple[str, ...]:
    """Who passes these words on, outermost first, without the outlet; ("",) for nobody."""
    at = done.article.text.index(words)
    holding = [
        (a.depth, c)
        for a, c in zip(done.attributions, done.credits, strict=True)
        if any(s.start <= at < s.end for s in a.content)
    ]
    if not holding:
        return ()
    credit = max(holding, key=lambda pair: pair[0])[1]
    names = {s.id: s.name for s in done.sources}
    if credit.source is None:
        return ("",)
    chain = credit.chain[1:] if credit.chain[:1] == (OUTLET,) else credit.chain
    return chain or (names.get(credit.source, ""),)


def main() -> None:
    """Print everything."""
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else None
    polnear(limit)
    own_gold()
    if FOLDER.exists():
        model, attributing = stage_times(limit)
        print(f"processor time: language model {model:.1f} s, attribution {attributing:.1f} s")


if __name__ == "__main__":
    main()
