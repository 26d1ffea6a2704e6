"""Accuracy of names, counts and aliases on GUM, by the scorer in ../shared/eval/entities.

``python -m benchmarks.entities`` prints the table of issue 5. Options: ``--gold-spans`` gives
the linker the gold names (what alias merging alone can reach), ``--rules`` leaves the language
model out, ``--worst N`` lists the largest count errors.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from analysis.entities import link_entities
from analysis.language import tag_text
from analysis.names import find_mentions
from analysis.records import Article, Entity, EntityType, Mention, Paragraph, Role, Span, Tagged
from analysis.text import article_quotations

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
ROLES: dict[str, Role] = {"head": "subhead", "caption": "caption", "figure": "caption"}
SCORER_TYPES = {"WORK": "work_of_art"}
FROM_GUM: dict[str, EntityType] = {
    "person": "PERSON", "place": "GPE", "organization": "ORG", "event": "EVENT",
}  # fmt: skip


def scorer() -> ModuleType:
    """The scorer, which is not part of the project."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval/entities/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    loosely = module.assign

    def assign(weights: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
        """Ties go to what stands earlier; the scorer leaves them to the order of a set."""
        earlier = {(i, j): w + 1e-6 / (1 + i + j + i * j) for (i, j), w in weights.items()}
        return sorted(loosely(earlier))

    module.assign = assign  # type: ignore[attr-defined]
    return module


def gold() -> list[dict[str, Any]]:
    """All 73 documents, by id."""
    found = []
    for part in ("train", "dev"):
        with (SHARED / f"eval/entities/{part}.jsonl").open(encoding="utf-8") as lines:
            found += [json.loads(line) for line in lines]
    return sorted(found, key=lambda d: str(d["id"]))


def as_article(doc: dict[str, Any]) -> Article:
    """A gold document with its paragraphs and their roles."""
    paragraphs = [
        Paragraph(i, Span(s, e), ROLES.get(kind, "body"))
        for i, ((s, e), kind) in enumerate(zip(doc["paragraphs"], doc["par_kinds"], strict=True))
    ]
    if paragraphs and doc["par_kinds"][0] == "head":
        paragraphs[0] = Paragraph(0, paragraphs[0].span, "headline")
    return Article(doc["id"], doc["text"], tuple(paragraphs))


def gold_mentions(doc: dict[str, Any], article: Article) -> tuple[Mention, ...]:
    """The gold names with coarse types, as the linker takes them."""
    found = set()
    for entity in doc["entities"]:
        for m in entity["mentions"]:
            paragraph = article.paragraph_at(m["s"])
            if m["kind"] == "name" and not m.get("nested") and paragraph:
                kind = FROM_GUM.get(entity["type"], "OTHER")
                found.add((m["s"], m["e"], kind, paragraph.index))
    return tuple(Mention(Span(s, e), t, "name", p) for s, e, t, p in sorted(found))


def predict(
    doc: dict[str, Any], *, gold_spans: bool = False, rules: bool = False
) -> dict[str, Any]:
    """One document as the scorer reads it."""
    article = as_article(doc)
    tagged = tag_text(article)
    if rules:
        tagged = Tagged(tagged.tokens, tagged.sentences, (), (), "rules")
    mentions = gold_mentions(doc, article) if gold_spans else find_mentions(article, tagged)
    entities, _ = link_entities(article, tagged, mentions, article_quotations(article))
    return {"id": doc["id"], "entities": [_entity(e) for e in entities]}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": SCORER_TYPES.get(entity.type, entity.type),
        "mentions": [
            {
                "s": m.span.start,
                "e": m.span.end,
                "kind": m.kind,
                "adj": m.adjectival,
                "rule": m.rule,
            }
            for m in entity.mentions
        ],
    }


def line(result: dict[str, Any]) -> dict[str, float]:
    """The figures of issue 5's table."""
    found, counts = result["detection"], result["counts"]
    return {
        "exact F1": found["exact"]["F1"],
        "exact typed F1": found["exact_typed"]["F1"],
        "overlap P": found["overlap"]["P"],
        "overlap R": found["overlap"]["R"],
        "overlap F1": found["overlap"]["F1"],
        "exactly right": counts["exactly_right"],
        "right, named 2+": counts["exactly_right_2plus"],
        "spurious/doc": counts["spurious_entities_per_doc"],
        "cells right": counts["paragraph_cells_right"],
        "top five": counts["top5_jaccard"],
        "B3 F1": result["clustering"]["b_cubed"]["F1"],
    }


def resolved(docs: list[dict[str, Any]], preds: dict[str, Any]) -> tuple[int, int, int]:
    """Pronouns and descriptions given to the right entity, given at all, and in the gold.

    A predicted entity stands for the gold one with which it shares most names.
    """
    right = made = wanted = 0
    for doc in docs:
        golds = [e for e in doc["entities"] if e["named"]]
        wanted += sum(m["kind"] != "name" for e in golds for m in e["mentions"])
        for entity in preds[doc["id"]]["entities"]:
            others = [m for m in entity["mentions"] if m["kind"] != "name"]
            names = [m for m in entity["mentions"] if m["kind"] == "name"]
            made += len(others)
            if others and golds:
                home = max(golds, key=lambda g: _shared(g, names))
                right += sum(_touches(home, m) for m in others)
    return right, made, wanted


def _shared(entity: dict[str, Any], names: list[dict[str, Any]]) -> tuple[int, int]:
    """Names in common: exactly, so that “Vale” inside “Vale Foundation” is not it, then at all."""
    spans = {(m["s"], m["e"]) for m in entity["mentions"] if not m.get("nested")}
    exact = sum((m["s"], m["e"]) in spans for m in names)
    return exact, sum(_touches(entity, m) for m in names)


def _touches(entity: dict[str, Any], mention: dict[str, Any]) -> bool:
    return any(m["s"] < mention["e"] and mention["s"] < m["e"] for m in entity["mentions"])


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--gold-spans", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument(
        "--ids", default="", help="only documents whose id holds one of these words"
    )
    chosen = parser.parse_args(list(arguments) if arguments is not None else None)
    score, docs = scorer(), gold()
    if chosen.ids:
        docs = [d for d in docs if any(w in d["id"] for w in chosen.ids.split(","))]
    began = time.perf_counter()
    preds = {d["id"]: predict(d, gold_spans=chosen.gold_spans, rules=chosen.rules) for d in docs}
    spent = time.perf_counter() - began
    news = [d for d in docs if d["genre"] == "news"]
    rows = {}
    for name, part in (("news", news), ("all", docs)):
        result = score.score(part, preds, ("name",), chosen.worst if name == "news" else None)
        rows[f"{name} ({len(part)})"] = line(result)
        for miss in result.get("worst", ()):
            print("off by", *miss)
    print(f"{'':18}" + "".join(f"{title:>12}" for title in rows))
    for figure in next(iter(rows.values())):
        print(f"{figure:18}" + "".join(f"{row[figure]:12.3f}" for row in rows.values()))
    for name, part in (("news", news), ("all", docs)):
        right, made, wanted = resolved(part, preds)
        print(
            f"pronouns and descriptions resolved, {name}: precision {right / (made or 1):.3f} "
            f"({right} of {made}), recall {right / (wanted or 1):.3f} (of {wanted})"
        )
    words = sum(len(d["text"].split()) for d in docs)
    print(f"{words} words in {spent:.1f} s: {words / spent:.0f} words/s", file=sys.stderr)


if __name__ == "__main__":
    main()
