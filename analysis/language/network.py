"""The networks at run time: a BiLSTM with a CRF on top, in plain numpy.

Weights are stored as float16 and int8 and computed with as float32. Nothing is written
after loading, so one network may serve several threads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # has none

from analysis.language.features import COLUMNS, Codes, Flags
from analysis.language.label_paths import NEVER, Floats, Ints, best_paths, certainty, impossible

BATCH = 48
"""Stretches computed together: more costs memory and gains no speed."""
ROWS = 4
"""Rows a matrix product takes at once: OpenBLAS is slower for two or three rows than for four."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says about one stretch: a label, its certainty, a part of speech."""

    labels: Ints
    certainty: Floats
    pos: Ints


@dataclass(frozen=True, slots=True)
class Direction:
    """One LSTM in one direction; gates in the order input, forget, cell, output."""

    inputs: Floats
    memory: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """Embeddings, LSTM layers and the two heads of one trained tagger."""

    labels: tuple[str, ...]
    tables: Mapping[str, Floats]
    layers: tuple[tuple[Direction, Direction], ...]
    head: tuple[Floats, Floats]
    pos: tuple[Floats, Floats] | None
    moves: Floats
    first: Floats
    last: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]], labels: Sequence[str]) -> Network:
        """From stored arrays; a missing or misshapen one raises ``ValueError``."""
        try:
            return _assemble(arrays, tuple(labels))
        except KeyError as problem:
            raise ValueError(f"the network lacks its array {problem}") from None

    def score(
        self, codes: Sequence[Codes], flags: Sequence[Flags], lengths: NDArray[np.int64]
    ) -> tuple[Floats, Floats | None]:
        """Scores of labels and of parts of speech, time first."""
        hidden = self._embed(codes, flags, lengths)
        for layer in self.layers:
            hidden = _both_ways(layer, hidden, lengths)
        tags = None if self.pos is None else hidden @ self.pos[0] + self.pos[1]
        return hidden @ self.head[0] + self.head[1], tags

    def _embed(
        self, codes: Sequence[Codes], flags: Sequence[Flags], lengths: NDArray[np.int64]
    ) -> Floats:
        """Inputs, time first; padding is zero."""
        steps = int(lengths.max())
        rows = np.zeros((steps, len(codes), len(COLUMNS)), dtype=np.int32)
        facts = np.zeros((steps, len(codes), flags[0].shape[1]), dtype=np.float32)
        for b, size in enumerate(lengths):
            rows[:size, b] = codes[b]
            facts[:size, b] = flags[b]
        parts = [self.tables[name][rows[..., i]] for i, name in enumerate(COLUMNS)]
        return np.concatenate([*parts, facts], axis=-1)


def read(
    networks: Sequence[Network], codes: Sequence[Codes], flags: Sequence[Flags]
) -> list[Reading]:
    """A reading of each stretch, in the order given; several networks vote by their scores."""
    order = sorted(range(len(codes)), key=lambda i: -len(codes[i]))
    found: dict[int, Reading] = {}
    with _libraries().limit(limits=1, user_api="blas"):
        for at in range(0, len(order), BATCH):
            group = order[at : at + BATCH]
            readings = _read_batch(networks, [codes[i] for i in group], [flags[i] for i in group])
            found.update(zip(group, readings, strict=True))
    return [found[i] for i in range(len(codes))]


@cache
def _libraries() -> ThreadpoolController:
    """The matrix libraries in use: more than one thread only waits on matrices this small."""
    return ThreadpoolController()


def _read_batch(
    networks: Sequence[Network], codes: Sequence[Codes], flags: Sequence[Flags]
) -> list[Reading]:
    lengths = np.array([len(rows) for rows in codes])
    voices = [network.score(codes, flags, lengths) for network in networks]
    scores = _mean([labels for labels, _ in voices])
    moves = _mean([network.moves for network in networks])
    first, last = _mean([network.first for network in networks]), networks[0].last
    paths = best_paths(scores, moves, first, last, lengths)
    certain = certainty(scores, moves, first, last, lengths, paths)
    spoken = [tags for _, tags in voices if tags is not None]
    pos = _mean(spoken).argmax(axis=-1) if spoken else np.zeros(paths.shape)
    tags = pos.astype(np.int32)
    return [
        Reading(paths[:size, b].copy(), certain[:size, b].copy(), tags[:size, b].copy())
        for b, size in enumerate(lengths)
    ]


def _mean(arrays: Sequence[Floats]) -> Floats:
    if len(arrays) == 1:
        return arrays[0]
    return np.mean(np.stack(arrays), axis=0, dtype=np.float32)


def _assemble(arrays: Mapping[str, NDArray[np.generic]], labels: tuple[str, ...]) -> Network:
    def floats(name: str) -> Floats:
        array = arrays[name].astype(np.float32)
        scale = arrays.get(f"{name}.scale")  # int8 tables keep a scale for each row
        return array if scale is None else array * scale.astype(np.float32)

    layers, depth = [], 0
    while f"layer{depth}.0.inputs" in arrays:
        both = [
            Direction(*(floats(f"layer{depth}.{side}.{part}") for part in Direction.__slots__))
            for side in (0, 1)
        ]
        layers.append((both[0], both[1]))
        depth += 1
    pos = (floats("pos.weight"), floats("pos.bias")) if "pos.weight" in arrays else None
    moves = floats("moves") + impossible(labels)
    if not layers or moves.shape != (len(labels) + 1, len(labels)):
        raise ValueError("the network's arrays do not fit its labels")
    last = np.array([NEVER if label[0] in "BI" else 0 for label in labels], dtype=np.float32)
    return Network(
        labels,
        {name: floats(f"table.{name}") for name in COLUMNS},
        tuple(layers),
        (floats("head.weight"), floats("head.bias")),
        pos,
        moves[:-1],
        moves[-1],
        last,
    )


def _both_ways(layer: tuple[Direction, Direction], x: Floats, lengths: NDArray[np.int64]) -> Floats:
    """Outputs of a bidirectional layer; each stretch is reversed within its own length.

    Lengths fall, so the stretches still running at a step are the first ones. Sigmoids are
    computed as tanh (see ``training.export``): one call for all gates of both directions.
    """
    steps, size, _ = x.shape
    hidden = layer[0].memory.shape[0]
    at = np.arange(steps)[:, None]
    back = np.where(at < lengths, lengths - 1 - at, at)
    column = np.arange(size)
    inside = at < lengths
    wide = -(-size // ROWS) * ROWS
    gates = np.zeros((steps, 2, wide, hidden * 4), dtype=np.float32)
    for side, (way, seen) in enumerate(zip(layer, (x, x[back, column]), strict=True)):
        gates[:, side, :size][inside] = seen[inside] @ way.inputs + way.bias
    output = _recur(gates, np.stack([way.memory for way in layer]), lengths)
    return np.concatenate([output[:, 0, :size], output[:, 1][back, column]], axis=-1)


def _recur(gates: Floats, memory: Floats, lengths: NDArray[np.int64]) -> Floats:
    """Hidden states of both directions; places behind a stretch's end mean nothing."""
    steps, _, size, wide = gates.shape
    hidden = wide // 4
    output = np.zeros((steps, 2, size, hidden), dtype=np.float32)
    cell = np.zeros((2, size, hidden), dtype=np.float32)
    running = (lengths > np.arange(steps)[:, None]).sum(axis=1)
    for t in range(steps):
        n = -(-running[t] // ROWS) * ROWS
        act = gates[t, :, :n]
        if t:
            act += output[t - 1, :, :n] @ memory
        np.tanh(act, out=act)
        act[..., : 2 * hidden] *= 0.5
        act[..., : 2 * hidden] += 0.5
        let, keep = act[..., :hidden], act[..., hidden : 2 * hidden]
        now = cell[:, :n]
        now *= keep
        now += let * act[..., 2 * hidden : 3 * hidden]
        h = output[t, :, :n]
        np.tanh(now, out=h)
        h *= act[..., 3 * hidden :] * 0.5 + 0.5
    return output
