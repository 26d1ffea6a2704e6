"""Weights of the linker: ``python -m training.linker TRAIN.jsonl TAGS.json OUT.json``.

TAGS holds the tags a language model gave the training articles, ``{id: [[start, end, role]]}``;
with ``gold`` in its place the annotated spans are used. The model is a conditional logit over
``analysis.attribution.pairing``'s facts about each pair, with a choice of nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch

from analysis.attribution.pairing import NOTHING, Parts, content_facts, near, source_facts
from analysis.attribution.scene import Scene
from analysis.language.tagging import tag_text
from analysis.reading.article import read_article
from analysis.records import Span, Tag
from analysis.text import article_quotations

Choice = tuple[list[dict[str, float]], list[bool]]
ABOUT = (
    "Weights of the pair model in analysis/attribution/pairing.py, by training/linker.py on "
    "the train part of PolNeAR v1.0.0 (no licence stated; a few dozen numbers, no text of it)."
)


def owners(span: Span, role: str, gold: list[dict[str, Any]]) -> set[int]:
    """Numbers of the gold attributions whose part of this role shares a character."""
    return {
        i for i, a in enumerate(gold) if any(s < span.end and span.start < e for s, e in a[role])
    }


def choices(article: dict[str, Any], tags: list[Tag]) -> dict[str, list[Choice]]:
    """Every content with its cues and every cue with its sources, and which were right."""
    given = read_article(article["text"], roles=None)
    parts = Parts.of(Scene.of(given, tag_text(given), article_quotations(given)), tags)
    own = {
        role: [owners(t.span, role, article["attributions"]) for t in items]
        for role, items in (
            ("content", parts.contents), ("cue", parts.cues), ("source", parts.sources)
        )
    }  # fmt: skip
    found: dict[str, list[Choice]] = {"content": [], "source": []}
    for i, content in enumerate(parts.contents):
        if own["content"][i]:
            pairs = [(content_facts(parts, i, j), bool(own["content"][i] & own["cue"][j]))
                     for j in near(parts.cues, content.span)]  # fmt: skip
            _add(found["content"], pairs)
    for j, cue in enumerate(parts.cues):
        if own["cue"][j]:
            pairs = [(source_facts(parts, k, j), bool(own["source"][k] & own["cue"][j]))
                     for k in near(parts.sources, cue.span)]  # fmt: skip
            _add(found["source"], pairs)
    return found


def _add(found: list[Choice], pairs: list[tuple[dict[str, float] | None, bool]]) -> None:
    kept = [(facts, right) for facts, right in pairs if facts is not None]
    if kept:
        found.append(([f for f, _ in kept], [r for _, r in kept]))


def fit(items: list[Choice], penalty: float = 1.0) -> dict[str, float]:
    """Weights that make the right choices likeliest (L-BFGS, Gaussian prior)."""
    names = sorted({name for facts, _ in items for f in facts for name in f})
    index = {name: i for i, name in enumerate(names)}
    width = max(len(facts) for facts, _ in items)
    x = torch.zeros(len(items), width + 1, len(names) + 1)
    mask = torch.full((len(items), width + 1), -1e9)
    right = torch.full((len(items), width + 1), -1e9)
    for n, (facts, truth) in enumerate(items):
        for k, f in enumerate(facts):
            for name, value in f.items():
                x[n, k, index[name]] = value
            mask[n, k] = 0
            right[n, k] = 0 if truth[k] else -1e9
        x[n, width, len(names)] = 1
        mask[n, width] = 0
        right[n, width] = -1e9 if any(truth) else 0
    w = torch.zeros(len(names) + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        scores = x @ w + mask
        loss = (torch.logsumexp(scores, 1) - torch.logsumexp(scores + right, 1)).sum()
        loss = loss + penalty * (w**2).sum() / 2
        loss.backward()
        return loss

    optimiser.step(closure)
    values = w.detach().tolist()
    weights = {name: round(v, 4) for name, v in zip(names, values, strict=False)}
    chosen = (x @ w.detach() + mask).argmax(1)
    hits = sum(float(right[n, chosen[n]]) == 0 for n in range(len(items)))
    print(f"{len(items)} choices, {hits / len(items):.4f} right on the data they were made from")
    return {**weights, NOTHING: round(values[-1], 4)}


def main() -> None:
    """Train both models and write the file."""
    train, tags_path, out = sys.argv[1:4]
    tagged = None if tags_path == "gold" else json.loads(Path(tags_path).read_text())
    found: dict[str, list[Choice]] = {"content": [], "source": []}
    for line in Path(train).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if tagged is None:
            spans = {(s, e, role) for a in article["attributions"]
                     for role in ("source", "cue", "content") for s, e in a[role]}  # fmt: skip
        else:
            spans = {tuple(t) for t in tagged[article["id"]]}
        tags = [Tag(role, Span(s, e)) for s, e, role in sorted(spans)]
        for kind, items in choices(article, tags).items():
            found[kind] += items
    weights = {kind: fit(items) for kind, items in found.items()}
    Path(out).write_text(json.dumps({"about": ABOUT, "weights": weights}, indent=1) + "\n")


if __name__ == "__main__":
    main()
