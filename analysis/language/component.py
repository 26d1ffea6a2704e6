"""The pipeline's own parts, so that ``spacy.load`` can open the model that comes with Hearsay.

Import this module before ``spacy.load("data/models/en_hearsay_news")``.
"""

from __future__ import annotations

import itertools
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
from analysis.language.encoder import Answer, Encoder, Reading, Stretch
from analysis.language.features import Lists, Reader
from analysis.language.packing import Piece, is_prose, pack
from analysis.language.sentences import split_sentences
from analysis.language.tokens import Word
from analysis.records import Span

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


class NewsReader:
    """Names, parts of speech and attribution parts; a spaCy component and a plain function.

    Without its files it is an empty component, which finds nothing.
    """

    def __init__(self) -> None:
        self.reader: Reader | None = None
        self.encoder: Encoder | None = None

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
        if self.encoder is None or self.reader is None:
            return Findings((), (), tuple(("",) * len(words) for words in paragraphs))
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
        assert self.encoder
        assert self.reader
        worth = [is_prose([w for i, a, b in place for w in texts[i][a:b]]) for place in places]
        some = list(itertools.compress(places, worth))
        told = iter(self.encoder.read(list(_stretches(self.encoder, self.reader, texts, some))))
        return [
            next(told) if read else Answer.nothing(sum(b - a for _, a, b in place))
            for place, read in zip(places, worth, strict=True)
        ]

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """The files are copied in by the training; spaCy only needs the folder to exist."""
        Path(path).mkdir(parents=True, exist_ok=True)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> NewsReader:
        """Load the encoder and the word lists; damage raises ``ValueError`` or ``OSError``."""
        folder = Path(path)
        lists = json.loads((folder / "lists.json").read_text(encoding="utf-8"))
        self.encoder = Encoder.load(folder)
        self.reader = Reader(Lists.of(lists))
        return self


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
