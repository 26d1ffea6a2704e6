"""Scores on development data during training, for choosing between settings only."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from analysis.language.features import Reader
from analysis.language.packing import pack
from analysis.language.tokens import Word, blank_english, split_words
from benchmarks.linking import Labelled, link_nearest
from training.documents import Document
from training.encoding import POS, ROLES, TYPES, Encoded, encode, join, label_set
from training.fit import collate
from training.model import Tagger, viterbi


def load_scorer(path: Path) -> ModuleType:
    """A scorer of ../shared/eval as a module."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def runs(labels: Sequence[int], names: Sequence[str]) -> list[tuple[int, int, str]]:
    """``(first, last + 1, kind)`` of a legal BIES path."""
    found, start = [], 0
    for i, label in enumerate(labels):
        name = names[label]
        if name[0] in "BS":
            start = i
        if name[0] in "ES":
            found.append((start, i + 1, name[2:]))
    return found


@torch.no_grad()
def predict(models: Sequence[Tagger], items: Sequence[Encoded]) -> list[tuple[list[int], Any]]:
    """Label paths and parts of speech, in the order of ``items``; scores of models averaged."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].labels))
    found: list[Any] = [None] * len(items)
    for at in range(0, len(order), 32):
        group = order[at : at + 32]
        batch = collate([items[i] for i in group], torch.device("cpu"))
        outputs = [m(batch.codes, batch.flags, batch.lengths) for m in models]
        scores = torch.stack([o[0] for o in outputs]).mean(0)
        moves = torch.stack([m.transitions() for m in models]).mean(0)
        paths = viterbi(scores, moves, models[0].last, batch.lengths)
        for b, i in enumerate(group):
            tags = outputs[0][1]
            pos = tags[: len(paths[b]), b].argmax(-1).tolist() if tags is not None else None
            found[i] = (paths[b], pos)
    return found


def _tagged(
    documents: Sequence[Document],
    models: Sequence[Tagger],
    reader: Reader,
    tokenizer: Any,
    longest: int,
) -> list[list[list[tuple[int, int, str]]]]:
    names = label_set(ROLES)
    items, places = [], []
    words: list[list[list[Word]]] = []
    for d, document in enumerate(documents):
        encoded = encode(document, tokenizer, reader, ROLES)
        words.append([split_words(tokenizer, p.text, 0, len(p.text)) for p in document.parts])
        sizes = [len(e.labels) for e in encoded]
        for pieces in pack(sizes, longest=longest, alone=document.alone):
            items.append(join([_slice(encoded[i], s, e) for i, s, e in pieces]))
            places.append((d, [(i, w) for i, s, e in pieces for w in range(s, e)]))
    found: list[list[list[tuple[int, int, str]]]] = [[[] for _ in d.parts] for d in documents]
    for (path, _), (d, where) in zip(predict(models, items), places, strict=True):
        for first, last, role in runs(path, names):
            begin = first
            for k in range(first, last):  # a run is cut where a paragraph ends
                if k + 1 == last or where[k + 1][0] != where[k][0]:
                    (i, a), (_, b) = where[begin], where[k]
                    found[d][i].append((words[d][i][a].start, words[d][i][b].end, role))
                    begin = k + 1
    return found


def _slice(piece: Encoded, s: int, e: int) -> Encoded:
    return Encoded(piece.codes[s:e], piece.flags[s:e], piece.labels[s:e], piece.pos[s:e])


def attribution_tags(
    models: Sequence[Tagger], reader: Reader, documents: Sequence[Document], texts: Sequence[str]
) -> dict[str, list[Labelled]]:
    """Tags of each document by its id, with offsets into its whole text."""
    found: dict[str, list[Labelled]] = {}
    tagged = _tagged(documents, models, reader, blank_english().tokenizer, 256)
    for document, text, parts in zip(documents, texts, tagged, strict=True):
        tags, at = found.setdefault(document.id, []), 0
        for part, inside in zip(document.parts, parts, strict=True):
            at = text.index(part.text, at)
            tags += [(at + s, at + e, role) for s, e, role in inside]
            at += len(part.text)
    return found


def attribution_scores(
    models: Sequence[Tagger], reader: Reader, documents: Sequence[Document], scorer: Path
) -> dict[str, float]:
    """The scorer's headline figures, with the proximity linker."""
    module = load_scorer(scorer)
    gold = [json.loads(x) for x in (scorer.parent / "dev.jsonl").open(encoding="utf-8")]
    tags = attribution_tags(models, reader, documents, [g["text"] for g in gold])
    predicted = {
        g["id"]: {"id": g["id"], "attributions": link_nearest(g["text"], tags[g["id"]])}
        for g in gold
    }
    return headline(module.score({g["id"]: g for g in gold}, predicted)[0])


def headline(result: dict[str, Any]) -> dict[str, float]:
    """A few numbers out of the scorer's many."""
    shown = {
        "e2e": result["e2e"]["F1"],
        "said": result["said_e2e"]["F1"],
        "direct": result["direct_e2e"]["F1"],
        "overlap": result["content.overlap"]["F1"],
        "exact": result["content.exact"]["F1"],
        "content": result["tokens.content"]["F1"],
        "cue": result["tokens.cue"]["F1"],
        "source": result["tokens.source"]["F1"],
        "tvd": result["breakdown"]["tvd"],
    }
    return {key: round(value, 4) for key, value in shown.items()}


def names_and_pos(
    model: Tagger, reader: Reader, documents: Sequence[Document], style: str = "gum"
) -> list[tuple[list[list[tuple[int, int, str]]], list[Any]]]:
    """Names by part, and parts of speech by word, of each document."""
    tokenizer = blank_english().tokenizer
    names, found = label_set(TYPES), []
    for document in documents:
        document.style = style
        encoded = encode(document, tokenizer, reader, TYPES)
        output = predict([model], encoded)
        parts, tags = [], []
        for part, (path, pos) in zip(document.parts, output, strict=True):
            words = split_words(tokenizer, part.text, 0, len(part.text))
            parts.append([(words[a].start, words[b - 1].end, k) for a, b, k in runs(path, names)])
            tags.append([(w.start, w.end, POS[p]) for w, p in zip(words, pos, strict=True)])
        found.append((parts, tags))
    return found


def name_scores(
    found: Sequence[Any], documents: Sequence[Document], gold: list[Any], scorer: Path
) -> dict[str, float]:
    """Exact typed and overlap F1 of names alone, each name its own entity by its words."""
    predicted = {}
    for (parts, _), document in zip(found, documents, strict=True):
        entry = next(g for g in gold if g["id"] == document.id)
        mentions = [
            {"s": start + s, "e": start + e, "kind": "name", "type": kind}
            for (start, _), names in zip(entry["paragraphs"], parts, strict=True)
            for s, e, kind in names
        ]
        entities = [
            {"id": str(i), "type": m["type"], "mentions": [m]} for i, m in enumerate(mentions)
        ]
        predicted[entry["id"]] = {"id": entry["id"], "entities": entities}
    detection = load_scorer(scorer).score(gold, predicted)["detection"]
    return {key: round(value["F1"], 4) for key, value in detection.items()}


def pos_accuracy(found: Sequence[Any], documents: Sequence[Document]) -> tuple[float, int]:
    """Share of gold words whose characters and tag are both right, and how many words."""
    right = total = 0
    for (_, tags), document in zip(found, documents, strict=True):
        for part, predicted in zip(document.parts, tags, strict=True):
            known = {(s, e): t for s, e, t in predicted}
            gold = part.pos or []
            total += len(gold)
            right += sum(known.get((s, e)) == t for s, e, t in gold)
    return right / max(total, 1), int(np.int64(total))
