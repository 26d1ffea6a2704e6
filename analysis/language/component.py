"""The pipeline's own parts, so that ``spacy.load`` can open the model that comes with Hearsay.

Import this module before ``spacy.load("data/models/en_hearsay_news")``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from analysis.language.consistency import Run, consistent
from analysis.language.features import Lists, Reader
from analysis.language.network import Network, Reading, read
from analysis.language.packing import Piece, pack
from analysis.language.sentences import split_sentences
from analysis.language.tokens import Word
from analysis.records import Span

TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
"""Universal Dependencies parts of speech, in the order the network numbers them."""
NAMES_LONGEST = 160
"""Words of a paragraph the names network reads at once, as in training."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the networks found in an article: runs of words, and a tag for every word."""

    names: tuple[Run, ...]
    parts: tuple[Run, ...]
    pos: tuple[tuple[str, ...], ...]


class NewsReader:
    """Names, parts of speech and attribution parts; a spaCy component and a plain function.

    Without its files it is an empty component, which finds nothing.
    """

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self.networks: dict[str, tuple[Network, ...]] = {}
        self.ordinary: frozenset[str] = frozenset()

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech, ``doc.ents`` and ``doc.spans["attribution"]``."""
        places = _lines(doc)
        found = self.find([[_word(doc, i) for i in line] for line in places])
        for line, tags in zip(places, found.pos, strict=True):
            for i, tag in zip(line, tags, strict=True):
                doc[i].pos_ = tag
        doc.set_ents(list(_spans(doc, places, found.names)))
        doc.spans["attribution"] = SpanGroup(doc, spans=list(_spans(doc, places, found.parts)))
        return doc

    def find(
        self, paragraphs: Sequence[Sequence[Word]], *, alone: Collection[int] = ()
    ) -> Findings:
        """What stands in these paragraphs; those in ``alone`` are read by themselves."""
        if self.reader is None:
            return Findings((), (), tuple(("",) * len(words) for words in paragraphs))
        texts = [[word.text for word in words] for words in paragraphs]
        codes, flags = self.reader.codes(texts), self.reader.flags(texts)
        sizes = [len(words) for words in texts]
        every = range(len(sizes))
        runs: dict[str, tuple[Run, ...]] = {"names": (), "attribution": ()}
        pos: list[list[str]] = [[] for _ in sizes]
        for name, networks in self.networks.items():
            single, longest = (every, NAMES_LONGEST) if name == "names" else (alone, 0)
            stretches = pack(sizes, alone=single, **({"longest": longest} if longest else {}))
            joined = [np.concatenate([codes[i][a:b] for i, a, b in s]) for s in stretches]
            facts = [np.concatenate([flags[i][a:b] for i, a, b in s]) for s in stretches]
            readings = read(networks, joined, facts)
            runs[name] = tuple(_runs(stretches, readings, networks[0].labels))
            if networks[0].pos is not None:
                _write_tags(pos, stretches, readings)
        tags = tuple(tuple(p or [""] * n) for p, n in zip(pos, sizes, strict=True))
        names = consistent(paragraphs, runs["names"], tags, self.ordinary)
        return Findings(names, runs["attribution"], tags)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """The files are copied in by the training; spaCy only needs the folder to exist."""
        Path(path).mkdir(parents=True, exist_ok=True)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> NewsReader:
        """Load vocabulary, lists and networks; damage raises ``ValueError`` or ``OSError``."""
        folder = Path(path)
        words = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        lists = json.loads((folder / "lists.json").read_text(encoding="utf-8"))
        vocabulary = {word: row for row, word in enumerate(words, start=1)}
        self.reader = Reader(vocabulary, Lists.of(lists))
        self.ordinary = (
            frozenset(lists["title"]) | set(lists["calendar"]) | set(lists["nationality"])
        )
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.networks = {name: _networks(folder, name, labels[name]) for name in labels}
        return self


def _networks(folder: Path, name: str, labels: Sequence[str]) -> tuple[Network, ...]:
    """One network, or several that vote: ``names.1.npz``, ``names.2.npz`` …"""
    found = []
    for path in sorted(folder.glob(f"{name}.*.npz")):
        with np.load(path, allow_pickle=False) as stored:
            found.append(Network.of(dict(stored), labels))
    if not found:
        raise ValueError(f"there is no network for {name}")
    return tuple(found)


def _runs(
    stretches: Sequence[Sequence[Piece]], readings: Sequence[Reading], labels: Sequence[str]
) -> Iterable[Run]:
    """Labelled runs, cut where a paragraph ends."""
    for stretch, reading in zip(stretches, readings, strict=True):
        at = 0
        for paragraph, start, end in stretch:
            size = end - start
            chosen = [labels[i] for i in reading.labels[at : at + size]]
            sure = reading.certainty[at : at + size]
            first = 0
            for i, label in enumerate(chosen):
                if label == "O":
                    continue
                if label[0] in "BS" or i == 0:
                    first = i
                if label[0] in "ES" or i == size - 1:
                    score = float(sure[first : i + 1].mean())
                    yield Run(paragraph, start + first, start + i + 1, label[2:], round(score, 4))
            at += size


def _write_tags(
    pos: list[list[str]], stretches: Sequence[Sequence[Piece]], readings: Sequence[Reading]
) -> None:
    for stretch, reading in zip(stretches, readings, strict=True):
        at = 0
        for paragraph, start, end in stretch:
            pos[paragraph] += [TAGS[i] for i in reading.pos[at : at + end - start]]
            at += end - start


def _lines(doc: Doc) -> list[list[int]]:
    """Token numbers of each line of the text, white space left out."""
    lines: list[list[int]] = [[]]
    for token in doc:
        if token.is_space:
            if "\n" in token.text:
                lines.append([])
        else:
            lines[-1].append(token.i)
    return lines


def _word(doc: Doc, i: int) -> Word:
    token = doc[i]
    return Word(token.text, token.idx, token.idx + len(token.text))


def _spans(doc: Doc, lines: Sequence[Sequence[int]], runs: Iterable[Run]) -> Iterable[DocSpan]:
    for run in runs:
        line = lines[run.paragraph]
        yield DocSpan(doc, line[run.first], line[run.last - 1] + 1, label=run.label)


def mark_sentences(doc: Doc) -> Doc:
    """Sentence starts by the rules of ``analysis.language.tagging.sentences``, line by line."""
    starts, at = set(), 0
    for line in doc.text.split("\n"):
        if line.strip():
            starts |= {s.start for s in split_sentences(doc.text, Span(at, at + len(line)))}
        at += len(line) + 1
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


@Language.factory("hearsay_reader", assigns=["doc.ents", "token.pos", "doc.spans"])
def make_reader(nlp: Language, name: str) -> Any:
    """An empty reader; ``spacy.load`` fills it from its folder."""
    return NewsReader()


@Language.component("hearsay_sentences", assigns=["token.is_sent_start"])
def hearsay_sentences(doc: Doc) -> Doc:
    """See ``mark_sentences``."""
    return mark_sentences(doc)
