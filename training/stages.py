"""The stages of the recipe; each leaves its result in the work folder and can be resumed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from analysis.language.features import Lists, Reader
from analysis.language.tokens import blank_english
from training import corpora, name_corpora
from training.documents import Document
from training.encoding import POS, ROLES, TYPES, Encoded, encode, label_set
from training.export import write_model
from training.fit import Documents, Plan, fit
from training.judging import (
    attribution_scores,
    attribution_tags,
    name_scores,
    names_and_pos,
    pos_accuracy,
)
from training.lists import all_lists
from training.model import Shape, Tagger
from training.vectors import raw_texts, sentences, train_vectors

GENRES = ("academic", "bio", "court", "interview", "voyage")
NAMED_GENRES = ("bio", "interview", "voyage")
GMB_WORDS = 300_000
"""A silver corpus: more of it drowns the types people marked elsewhere."""


@dataclass(slots=True)
class Setting:
    """Where things are, what is left out, how large the networks are."""

    shared: Path
    work: Path
    census: Path | None = None
    without: frozenset[str] = frozenset()
    seed: int = 1
    hidden: int = 192
    epochs: int = 8
    start: str | None = None
    """Checkpoint folder whose averaged weights this run starts from (a warm restart)."""
    options: dict[str, float] = field(default_factory=dict)

    @property
    def dev(self) -> Path:
        return self.shared / "eval"


def lists_stage(setting: Setting) -> dict[str, list[str]]:
    """``lists.json``: made once, read afterwards."""
    path = setting.work / "lists.json"
    if not path.exists():
        path.write_text(json.dumps(all_lists(setting.census), ensure_ascii=False), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


def attribution_documents(setting: Setting) -> list[Document]:
    if "polnear" in setting.without:
        return []
    return corpora.polnear(setting.shared / "eval" / "attribution" / "train.jsonl")


def name_documents(setting: Setting) -> list[tuple[Document, int]]:
    """Documents for names and parts of speech, with how often each is read an epoch."""
    lists, train, out = lists_stage(setting), setting.shared / "train", setting.without
    gum = [train / "gum" / f"{genre}.train.conllu.gz" for genre in GENRES]
    found: list[tuple[str, int, Callable[[], list[Document]]]] = [
        ("gum", 5, lambda: corpora.gum_names(
            setting.shared / "eval" / "entities" / "train.jsonl", gum, lists)),
        ("gum", 1, lambda: [
            d for path, genre in zip(gum, GENRES, strict=True) if genre not in NAMED_GENRES
            for d in corpora.treebank(path, "gum")]),
        ("ewt", 1, lambda: corpora.treebank(train / "ewt" / "train.conllu.gz", "ewt")),
        ("uner", 2, lambda: name_corpora.uner(train / "uner_ewt" / "test.iob2.gz")),
        ("wikigold", 2, lambda: name_corpora.columns(
            train / "wikigold" / "data" / "wikigold.conll.txt", "wikigold")),
        ("crossner", 1, lambda: [
            d for field in ("politics", "literature", "music", "science")
            for part in ("train", "test")
            for d in name_corpora.columns(train / "crossner" / field / f"{part}.txt", "crossner")]),
        ("gmb", 1, lambda: name_corpora.gmb(
            train / "gmb" / "ner_dataset.csv.zip", lists, GMB_WORDS, setting.seed)),
    ]  # fmt: skip
    return [
        (document, times)
        for name, times, read in found
        if name not in out
        for document in name_corpora.unified(read(), lists)
    ]


def vectors_stage(setting: Setting) -> tuple[dict[str, int], torch.Tensor]:
    """``vectors.npz`` and the vocabulary; row 0 is the unknown word."""
    path = setting.work / "vectors.npz"
    if not path.exists():
        documents = attribution_documents(setting) + [d for d, _ in name_documents(setting)]
        extra = iter(()) if "raw" in setting.without else raw_texts(setting.shared)
        train_vectors(sentences(documents, extra), path, seed=setting.seed, workers=2)
    saved = np.load(path, allow_pickle=True)
    words, rows = list(saved["words"]), saved["rows"]
    table = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows])
    return {word: i for i, word in enumerate(words, start=1)}, torch.tensor(table)


def reader_of(setting: Setting, vocabulary: dict[str, int]) -> Reader:
    return Reader(vocabulary, Lists.of(lists_stage(setting)))


def _encoded(documents: list[Document], reader: Reader, kinds: tuple[str, ...]) -> Documents:
    tokenizer = blank_english().tokenizer
    found: list[tuple[list[Encoded], set[int]]] = []
    for document in documents:
        parts = encode(document, tokenizer, reader, kinds)
        alone = document.alone if kinds == ROLES else set(range(len(parts)))
        found.append((parts, alone))
    return found


def attribution_stage(setting: Setting, name: str) -> None:
    """Train the attribution network into ``work/name``."""
    vocabulary, vectors = vectors_stage(setting)
    reader = reader_of(setting, vocabulary)
    data = _encoded(attribution_documents(setting), reader, ROLES)
    dev = corpora.polnear(setting.dev / "attribution" / "dev.jsonl")
    scorer = setting.dev / "attribution" / "score.py"
    torch.manual_seed(setting.seed)
    shape = Shape(len(vectors), setting.hidden, label_set(ROLES))
    for key in ("dropout", "input_dropout", "word_dropout"):
        setattr(shape, key, setting.options.get(key, getattr(shape, key)))
    model = Tagger(shape, vectors)

    def judge(model: Tagger, epoch: int) -> str:
        return str(attribution_scores([model], reader, dev, scorer))

    warm_start(model, setting)
    plan = Plan(epochs=setting.epochs, seed=setting.seed, rate=setting.options.get("rate", 2e-3))
    fit(model, lambda _: data, plan, setting.work / name, judge)


def tags_stage(setting: Setting) -> Path:
    """``tags.json``: the training articles as an early checkpoint tags them, for the linker.

    A finished network makes hardly any mistake on what it was trained on; after two epochs
    its mistakes resemble those on articles it has not seen, which is what the linker meets.
    """
    vocabulary, vectors = vectors_stage(setting)
    reader = reader_of(setting, vocabulary)
    path = setting.shared / "eval" / "attribution" / "train.jsonl"
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    model = Tagger(Shape(len(vectors), setting.hidden, label_set(ROLES)), vectors).eval()
    early = setting.work / (setting.start or "attr1/epoch2.pt")
    model.load_state_dict(torch.load(early, map_location="cpu", weights_only=True))
    tags = attribution_tags([model], reader, corpora.polnear(path), texts)
    out = setting.work / "tags.json"
    out.write_text(json.dumps(tags), encoding="utf-8")
    return out


def names_stage(setting: Setting, name: str) -> None:
    """Train the names and parts-of-speech network into ``work/name``."""
    vocabulary, vectors = vectors_stage(setting)
    reader = reader_of(setting, vocabulary)
    weighted = name_documents(setting)
    data = _encoded([d for d, _ in weighted], reader, TYPES)
    repeated = [e for e, (_, times) in zip(data, weighted, strict=True) for _ in range(times)]
    torch.manual_seed(setting.seed)
    shape = Shape(len(vectors), setting.hidden, label_set(TYPES), len(POS))
    shape.name_dropout = setting.options.get("name_dropout", 0.25)
    model = Tagger(shape, vectors)
    warm_start(model, setting)
    rate = setting.options.get("rate", 2e-3)
    plan = Plan(epochs=setting.epochs, seed=setting.seed, rate=rate, longest=160)
    plan.pos_weight = setting.options.get("pos_weight", plan.pos_weight)
    fit(model, lambda _: repeated, plan, setting.work / name, news_judge(setting, reader))


def warm_start(model: Tagger, setting: Setting) -> None:
    """Begin from another run's weights, if the setting says so."""
    if setting.start:
        path = setting.work / setting.start / "averaged.pt"
        model.load_state_dict(torch.load(path, weights_only=True))


def news_judge(setting: Setting, reader: Reader) -> Callable[[Tagger, int], str]:
    """Scores on the 22 GUM news documents (names) and GUM news dev (parts of speech)."""
    folder = setting.dev / "entities"
    gold = [
        json.loads(line)
        for part in ("train", "dev")
        for line in (folder / f"{part}.jsonl").open(encoding="utf-8")
    ]
    gold = [g for g in gold if g["genre"] == "news"]
    news = [
        Document([corpora.Part(g["text"][s:e]) for s, e in g["paragraphs"]], "gum", g["id"])
        for g in gold
    ]
    tags = corpora.treebank(setting.shared / "train" / "gum" / "news.dev.conllu.gz", "gum")

    def judge(model: Tagger, epoch: int) -> str:
        names = name_scores(names_and_pos(model, reader, news), news, gold, folder / "score.py")
        pos, words = pos_accuracy(names_and_pos(model, reader, tags), tags)
        return f"{names} pos {pos:.4f} of {words}"

    return judge


def export_stage(
    setting: Setting, out: Path, version: str, names: list[str], attribution: list[str]
) -> None:
    """Write the pipeline folder from the checkpoints; several of one kind vote together."""
    found = {"names": (names, TYPES), "attribution": (attribution, ROLES)}
    networks = {
        name: (checkpoints, label_set(kinds))
        for name, (checkpoints, kinds) in found.items()
        if checkpoints
    }
    write_model(out, setting.work, networks, version=version)
