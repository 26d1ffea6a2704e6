"""``python -m benchmarks.matching [dev|held|all]``: statements matched across outlets.

Precision and recall on our own pairs (data/gold/statement_pairs.jsonl), written before the rule:
paraphrases, contradictions, near misses and denials. ``--list`` prints what is decided wrongly.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from analysis.compare import Said, match, read_wording

PAIRS = Path(__file__).resolve().parents[1] / "data" / "gold" / "statement_pairs.jsonl"


def read_pairs(half: str = "all") -> list[dict[str, Any]]:
    """The pairs of a half ("dev" or "held"), or all of them."""
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    return [p for p in pairs if half in ("all", p["half"])]


def decide(pair: dict[str, Any]) -> tuple[bool, str]:
    """What the rule says of a pair, and which rule it was.

    Who is credited is settled before this rule is asked (``joins``), so a pair says whether its
    sources are one.
    """
    keys = ("one", "one" if pair["one_source"] else "two")
    sides = [
        Said(key, True, read_wording(pair[side]["text"]), pair[side]["denied"])
        for key, side in zip(keys, ("left", "right"), strict=True)
    ]
    verdict = match(*sides)
    return verdict.answer, verdict.rule


def main() -> None:
    """Print precision, recall and, by kind, how many were decided rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", default="all", choices=["dev", "held", "all"])
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    right, total = Counter[str](), Counter[str]()
    said = good = 0
    for pair in read_pairs(given.half):
        answer, rule = decide(pair)
        total[pair["kind"]] += 1
        right[pair["kind"]] += answer == pair["same"]
        said, good = said + answer, good + (answer and pair["same"])
        if given.list and answer != pair["same"]:
            one, other = pair["left"]["text"], pair["right"]["text"]
            print(f"{pair['id']:>3} {pair['kind']} ({rule}): {one} | {other}")
    same = total["paraphrase"]
    print(f"{given.half}: precision {good}/{said}, recall {good}/{same}, n = {total.total()} pairs")
    for kind, n in total.items():
        print(f"  {kind}: {right[kind]} of {n} decided rightly")


if __name__ == "__main__":
    main()
