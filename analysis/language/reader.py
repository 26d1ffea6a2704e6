"""The model that comes with Hearsay: words in, names, parts of speech and attribution parts out."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.language.consistency import Run, consistent
from analysis.language.encoder import Answer, Encoder, Reading, Stretch
from analysis.language.features import Lists, Reader
from analysis.language.packing import Piece, is_prose, pack
from analysis.language.tokens import Word

TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
"""Universal Dependencies parts of speech, in the order the network numbers them."""
NAMING = frozenset({"PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Findings:
    """What the network found in an article: runs of words, and a tag for every word."""

    names: tuple[Run, ...]
    parts: tuple[Run, ...]
    pos: tuple[tuple[str, ...], ...]
    tones: tuple[tuple[int, int, tuple[float, float, float]], ...] = ()
    """Paragraph and number of a word that names somebody, and the shares of the three tones."""

    @classmethod
    def none(cls, paragraphs: Sequence[Sequence[Word]]) -> Findings:
        """What is found without a model: nothing, and no word has a part of speech."""
        return cls((), (), tuple(("",) * len(words) for words in paragraphs))


@dataclass(frozen=True, slots=True)
class NewsReader:
    """Names, parts of speech, attribution parts and tones of an article, from one encoder."""

    reader: Reader
    encoder: Encoder

    @classmethod
    def load(cls, folder: Path) -> NewsReader:
        """From the model's folder; damage raises ``ValueError`` or ``OSError``."""
        lists = json.loads((folder / "lists.json").read_text(encoding="utf-8"))
        return cls(Reader(Lists.of(lists)), Encoder.load(folder))

    def find(
        self, paragraphs: Sequence[Sequence[Word]], *, alone: Collection[int] = ()
    ) -> Findings:
        """What stands in these paragraphs; those in ``alone`` are read by themselves."""
        texts = [[word.text for word in words] for words in paragraphs]
        places = pack([len(words) for words in texts], alone=alone)
        answers = self._answers(texts, places)
        tasks = self.encoder.tasks
        names = _runs(places, [a.names for a in answers], tasks["names"].labels)
        parts = _runs(places, [a.roles for a in answers], tasks["attribution"].labels)
        tags = _tags(places, answers, len(texts))
        names = consistent(paragraphs, names)
        named = {(r.paragraph, i) for r in names for i in range(r.first, r.last)}
        named |= {(p, i) for p, line in enumerate(tags) for i, t in enumerate(line) if t in NAMING}
        return Findings(names, tuple(parts), tags, tuple(_tones(places, answers, named)))

    def _answers(
        self, texts: Sequence[Sequence[str]], places: Sequence[Sequence[Piece]]
    ) -> list[Answer]:
        """What the encoder says of each stretch; heaps of marks are not read."""
        worth = [is_prose([w for i, a, b in place for w in texts[i][a:b]]) for place in places]
        some = list(itertools.compress(places, worth))
        told = iter(self.encoder.read(list(_stretches(self.encoder, self.reader, texts, some))))
        return [
            next(told) if read else Answer.nothing(sum(b - a for _, a, b in place))
            for place, read in zip(places, worth, strict=True)
        ]


def _stretches(
    encoder: Encoder,
    reader: Reader,
    texts: Sequence[Sequence[str]],
    places: Sequence[Sequence[Piece]],
) -> Iterable[Stretch]:
    """What the encoder is given for each stretch of words."""
    codes, flags = reader.codes(texts), reader.flags(texts)
    for place in places:
        yield Stretch(
            np.concatenate([codes[i][a:b] for i, a, b in place]),
            np.concatenate([flags[i][a:b] for i, a, b in place]),
            [encoder.pieces.of(word) for i, a, b in place for word in texts[i][a:b]],
        )


def _runs(
    stretches: Sequence[Sequence[Piece]], readings: Sequence[Reading], labels: Sequence[str]
) -> Iterable[Run]:
    """Labelled runs, cut where a paragraph ends."""
    for stretch, reading in zip(stretches, readings, strict=True):
        at = 0
        for paragraph, start, end in stretch:
            size = end - start
            chosen = [labels[i] for i in reading.labels[at : at + size].tolist()]
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


def _tags(
    places: Sequence[Sequence[Piece]], answers: Sequence[Answer], paragraphs: int
) -> tuple[tuple[str, ...], ...]:
    """Parts of speech by paragraph."""
    found: list[list[str]] = [[] for _ in range(paragraphs)]
    for place, answer in zip(places, answers, strict=True):
        at = 0
        for paragraph, start, end in place:
            found[paragraph] += [TAGS[i] for i in answer.pos[at : at + end - start].tolist()]
            at += end - start
    return tuple(map(tuple, found))


def _tones(
    places: Sequence[Sequence[Piece]], answers: Sequence[Answer], named: Collection[tuple[int, int]]
) -> Iterable[tuple[int, int, tuple[float, float, float]]]:
    """The shares of the three tones for each word in ``named``, in order."""
    for place, answer in zip(places, answers, strict=True):
        if not len(answer.tones):
            continue
        weights = np.exp(answer.tones - answer.tones.max(axis=1, keepdims=True))
        shares = np.round(weights / weights.sum(axis=1, keepdims=True), 3)
        at = 0
        for paragraph, start, end in place:
            for i in range(start, end):
                if (paragraph, i) in named:
                    negative, neutral, positive = shares[at + i - start].tolist()
                    yield paragraph, i, (negative, neutral, positive)
            at += end - start
