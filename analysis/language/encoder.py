"""The network at run time: one pass of an encoder gives the scores of every task.

``reader.onnx`` is a small BERT (Devlin et al. 2019) that is told about each word's looks, with
a head for each task; ``training/graph.py`` writes it. ONNX Runtime runs it on one thread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # has none
from numpy.typing import NDArray

from analysis.language.features import Codes, Flags
from analysis.language.label_paths import NEVER, best_paths, certainty, impossible
from analysis.language.pieces import Pieces

BATCH = 2048
"""Pieces read in one pass: more gain no time, and memory grows with them."""
_FEEDS = ("pieces", "owner", "first", "codes", "flags", "grid", "lengths")
TONES = ("negative", "neutral", "positive")
NONE_SURELY = 6.0
"""A word has no label of a task where none is ahead by so much, in natural logarithms."""
ALIKE = 0.8
"""Stretches shorter than this part of the longest are not read with it: padding costs too."""
TOGETHER = 32
"""Stretches whose labels are sought at once, some 5,000 words: bounds what scores hold."""
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words read together: codes and flags a row each, and the numbers of their pieces."""

    codes: Codes
    flags: Flags
    spelt: Sequence[tuple[int, ...]]

    @property
    def pieces(self) -> int:
        """How many pieces they have, with the marks at both ends."""
        return sum(map(len, self.spelt)) + 2

    @property
    def looks(self) -> tuple[object, ...]:
        """All the network is told of it: two that look alike are answered alike."""
        return tuple(self.spelt), self.codes.tobytes(), self.flags.tobytes()


@dataclass(frozen=True, slots=True)
class Reading:
    """Label numbers of one task and how sure they are, a number each word."""

    labels: NDArray[np.int32]
    certainty: Floats


@dataclass(frozen=True, slots=True)
class Task:
    """A task with label paths: its labels and what it costs to go from one to the next."""

    labels: tuple[str, ...]
    moves: Floats
    first: Floats
    last: Floats

    @classmethod
    def of(cls, labels: Sequence[str], moves: Floats) -> Task:
        """``moves`` has a row per label before, the start last; raises ``ValueError``."""
        if moves.shape != (len(labels) + 1, len(labels)):
            raise ValueError("the network's moves do not fit its labels")
        legal = moves.astype(np.float32) + impossible(labels)
        last = np.array([NEVER if label[0] in "BI" else 0 for label in labels], dtype=np.float32)
        return cls(tuple(labels), legal[:-1], legal[-1], last)

    def read(self, scores: Floats, lengths: Ints) -> list[Reading]:
        """Scores (W, B, L) to a reading of each stretch, the longest first, sure by the weight of
        all paths.
        """
        rules = (self.moves, self.first, self.last, lengths)
        paths = best_paths(scores, *rules)
        sure = certainty(scores, *rules, paths)
        return [Reading(paths[:n, b].copy(), sure[:n, b].copy()) for b, n in enumerate(lengths)]

    def read_rare(self, scores: Floats, lengths: Ints) -> list[Reading]:
        """The same where most words have no label: paths are sought only between those that
        surely have none, which is several times quicker.
        """
        open_ = self._open(scores) & (np.arange(len(scores))[:, None] < lengths)
        paths = np.zeros(open_.shape, dtype=np.int32)
        sure = np.ones(open_.shape, dtype=np.float32)
        runs = _runs(open_)
        if len(runs):
            steps = runs[:, 2] - runs[:, 1]
            part = np.zeros((int(steps.max()), len(runs), scores.shape[2]), dtype=np.float32)
            for i, (b, start, end) in enumerate(runs):
                part[: end - start, i] = scores[start:end, b]
            first = np.where(runs[:, 1:2] == 0, self.first, self.moves[0])
            at_end = runs[:, 2:] == lengths[runs[:, 0], None]
            last = np.where(at_end, self.last, self.moves[:, 0])
            found = best_paths(part, self.moves, first, last, steps)
            shares = certainty(part, self.moves, first, last, steps, found)
            for i, (b, start, end) in enumerate(runs):
                paths[start:end, b] = found[: end - start, i]
                sure[start:end, b] = shares[: end - start, i]
        return [Reading(paths[:n, b].copy(), sure[:n, b].copy()) for b, n in enumerate(lengths)]

    def _open(self, scores: Floats) -> NDArray[np.bool_]:
        """Words (W, B) that may have a label: one comes near to none, with its best neighbours."""
        beside = self.moves.max(axis=0) + self.moves.max(axis=1)
        none = scores[..., 0] + 2 * self.moves[0, 0]
        return none - (scores[..., 1:] + beside[1:]).max(axis=2) < NONE_SURELY


def _runs(marks: NDArray[np.bool_]) -> Ints:
    """Column, first row and last row + 1 of each stretch of true (W, B), the longest first."""
    edges = np.diff(np.pad(marks, ((1, 1), (0, 0))).astype(np.int8), axis=0).T
    column, start = np.nonzero(edges == 1)
    found = np.stack([column, start, np.nonzero(edges == -1)[1]], axis=1)
    return found[np.argsort(found[:, 1] - found[:, 2], kind="stable")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the encoder says about one stretch."""

    roles: Reading
    names: Reading
    pos: NDArray[np.int64]
    tones: Floats
    """Scores of negative, neutral, positive toward whom each word names; no rows if untold."""

    @classmethod
    def nothing(cls, words: int) -> Answer:
        """Of words that are not read: none has a label or a tone, each the last part of speech."""
        none = Reading(np.zeros(words, dtype=np.int32), np.ones(words, dtype=np.float32))
        return cls(none, none, np.full(words, -1), np.zeros((0, len(TONES)), dtype=np.float32))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network gives for one stretch: scores (W, L) by task, the best part of speech."""

    roles: Floats
    names: Floats
    pos: NDArray[np.int64]
    tones: Floats


class Encoder:
    """The graph, its word pieces and its tasks."""

    def __init__(self, session: Any, pieces: Pieces, tasks: Mapping[str, Task]) -> None:
        self.session, self.pieces, self.tasks = session, pieces, tasks
        self.told = [found.name for found in session.get_outputs()]

    @classmethod
    def load(cls, folder: Path) -> Encoder:
        """From the model folder; damage raises ``ValueError`` or ``OSError``."""
        vocabulary = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        with np.load(folder / "moves.npz", allow_pickle=False) as moves:
            tasks = {name: Task.of(found, moves[name]) for name, found in labels.items()}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what is wrong is raised; nothing is printed besides
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as problem:  # the runtime has a kind of its own for each damage
            raise ValueError(str(problem)) from problem
        return cls(session, Pieces(vocabulary), tasks)

    def read(self, stretches: Sequence[Stretch]) -> list[Answer]:
        """An answer for each stretch, in the order given; what comes again is read once."""
        firsts: dict[object, int] = {}
        alike_to = [firsts.setdefault(s.looks, i) for i, s in enumerate(stretches)]
        found: dict[int, Answer] = {}
        waiting: list[tuple[int, Scores]] = []
        for group in _groups(
            sorted(firsts.values(), key=lambda i: -stretches[i].pieces), stretches
        ):
            waiting += zip(group, self._scores([stretches[i] for i in group]), strict=True)
            if len(waiting) >= TOGETHER:
                found.update(self._answers(waiting))
                waiting = []
        found.update(self._answers(waiting))
        return [found[i] for i in alike_to]

    def _scores(self, group: Sequence[Stretch]) -> Iterator[Scores]:
        feeds = feeds_of(group, self.pieces)
        told = dict(zip(self.told, self.session.run(self.told, feeds), strict=True))
        tones = told.get("tone_scores", np.zeros((len(group), 0, len(TONES)), dtype=np.float32))
        best = told["pos_scores"].argmax(axis=2)
        for b, n in enumerate(feeds["lengths"].tolist()):
            roles, names = told["role_scores"][:n, b], told["name_scores"][b, :n]
            yield Scores(roles, names, best[b, :n], tones[b, :n])

    def _answers(self, waiting: Sequence[tuple[int, Scores]]) -> Iterator[tuple[int, Answer]]:
        """Label paths are sought through many stretches at once: each step has its price."""
        if not waiting:
            return
        waiting = sorted(waiting, key=lambda told: -len(told[1].pos))
        lengths = np.array([len(scores.pos) for _, scores in waiting])
        roles = _side_by_side([scores.roles for _, scores in waiting])
        names = _side_by_side([scores.names for _, scores in waiting])
        read = zip(
            self.tasks["attribution"].read(roles, lengths),
            self.tasks["names"].read_rare(names, lengths),
            strict=True,
        )
        for (number, scores), (role, name) in zip(waiting, read, strict=True):
            yield number, Answer(role, name, scores.pos, scores.tones)


def _groups(order: list[int], stretches: Sequence[Stretch]) -> Iterator[list[int]]:
    """Stretches, the longest first, as they are read together: such as are of like length."""
    while order:
        longest = stretches[order[0]].pieces
        alike = sum(stretches[i].pieces >= ALIKE * longest for i in order)
        fits = max(1, min(alike, BATCH // longest))
        yield order[:fits]
        order = order[fits:]


def _side_by_side(scores: Sequence[Floats]) -> Floats:
    """Scores (W, L) of each stretch, the longest first, as (W, B, L)."""
    found = np.zeros((len(scores[0]), len(scores), scores[0].shape[1]), dtype=np.float32)
    for b, rows in enumerate(scores):
        found[: len(rows), b] = rows
    return found


def feeds_of(group: Sequence[Stretch], pieces: Pieces) -> dict[str, NDArray[Any]]:
    """The graph's inputs; see ``training/graph.py`` for their shapes."""
    lengths = np.array([len(s.spelt) for s in group], dtype=np.int32)
    wide = max(s.pieces for s in group)
    rows = np.zeros((len(group), wide), dtype=np.int64)
    owner = np.zeros((len(group), wide), dtype=np.int64)
    grid = np.zeros((len(group), int(lengths.max())), dtype=np.int64)
    first = np.zeros_like(grid)
    begin = 1
    for b, stretch in enumerate(group):
        counts = np.array([len(s) for s in stretch.spelt])
        flat = [p for s in stretch.spelt for p in s]
        words = np.arange(begin, begin + len(counts))
        rows[b, : len(flat) + 2] = [pieces.first, *flat, pieces.last]
        owner[b, 1 : len(flat) + 1] = np.repeat(words, counts)
        first[b, : len(counts)] = b * wide + 1 + np.cumsum(counts) - counts
        grid[b, : len(counts)] = words
        begin += len(counts)
    codes = np.concatenate([s.codes for s in group]).astype(np.int64)
    flags = np.concatenate([s.flags for s in group]).astype(np.float32)
    values = (rows, owner, first, codes, flags, grid, lengths)
    return dict(zip(_FEEDS, values, strict=True))
