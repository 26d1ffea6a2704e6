"""The numpy networks: legal paths, right sums, the same answer however they are asked."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from analysis.language.features import COLUMNS, COUNTS, FLAGS, HASHED
from analysis.language.label_paths import best_paths, certainty, impossible
from analysis.language.network import Network, read
from analysis.language.packing import pack

LABELS = ("O", "B-x", "I-x", "E-x", "S-x")
RNG = np.random.default_rng(7)


def tiny_network(seed: int = 1) -> Network:
    """A network of two units with random weights."""
    rng = np.random.default_rng(seed)
    rows = {"word": 9, **HASHED, **COUNTS}
    arrays = {f"table.{name}": rng.normal(size=(rows[name], 2)) for name in COLUMNS}
    for layer, wide in enumerate((len(COLUMNS) * 2 + len(FLAGS), 4)):
        for side in (0, 1):
            arrays[f"layer{layer}.{side}.inputs"] = rng.normal(size=(wide, 8))
            arrays[f"layer{layer}.{side}.memory"] = rng.normal(size=(2, 8))
            arrays[f"layer{layer}.{side}.bias"] = rng.normal(size=8)
    arrays["head.weight"], arrays["head.bias"] = rng.normal(size=(4, 5)), rng.normal(size=5)
    arrays["moves"] = rng.normal(size=(6, 5))
    return Network.of(arrays, LABELS)


def inputs(*sizes: int) -> tuple[list[np.ndarray], list[np.ndarray]]:
    codes = [RNG.integers(0, 8, size=(n, len(COLUMNS))).astype(np.int32) for n in sizes]
    return codes, [RNG.integers(0, 2, size=(n, len(FLAGS))).astype(np.uint8) for n in sizes]


def weights(size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    scores = RNG.normal(size=(size, 1, 5)).astype(np.float32)
    moves = RNG.normal(size=(6, 5)).astype(np.float32) + impossible(LABELS)
    last = np.array([0, -1e4, -1e4, 0, 0], dtype=np.float32)
    return scores, moves[:-1], moves[-1], last


def all_paths(
    scores: np.ndarray, moves: np.ndarray, first: np.ndarray, last: np.ndarray
) -> dict[tuple[int, ...], float]:
    """Every path and its score, by brute force."""
    found = {}
    for path in product(range(5), repeat=len(scores)):
        total = first[path[0]] + last[path[-1]] + sum(scores[t, 0, k] for t, k in enumerate(path))
        found[path] = float(total + sum(moves[a, b] for a, b in pairwise(path)))
    return found


def test_the_best_path_is_the_best_of_all_paths() -> None:
    scores, moves, first, last = weights(5)
    totals = all_paths(scores, moves, first, last)
    found = best_paths(scores, moves, first, last, np.array([5]))
    assert tuple(found[:, 0]) == max(totals, key=lambda p: totals[p])


def test_certainty_is_the_weight_of_agreeing_paths() -> None:
    scores, moves, first, last = weights(4)
    totals = all_paths(scores, moves, first, last)
    paths = best_paths(scores, moves, first, last, np.array([4]))
    found = certainty(scores, moves, first, last, np.array([4]), paths)
    every = sum(np.exp(v) for v in totals.values())
    agreeing = sum(np.exp(v) for p, v in totals.items() if p[2] == paths[2, 0])
    assert found[2, 0] == pytest.approx(agreeing / every, abs=1e-4)


def test_an_opened_run_is_always_closed() -> None:
    codes, flags = inputs(40, 3, 17)
    for reading in read([tiny_network()], codes, flags):
        path = [LABELS[i] for i in reading.labels]
        for before, after in zip(["O", *path], [*path, "O"], strict=True):
            assert (before[0] in "BI") == (after[0] in "IE")


def test_a_stretch_is_read_alike_alone_and_among_others() -> None:
    codes, flags = inputs(30, 5, 12, 1)
    together = read([tiny_network()], codes, flags)
    for i in range(4):
        (alone,) = read([tiny_network()], [codes[i]], [flags[i]])
        assert alone.labels.tolist() == together[i].labels.tolist()
        assert np.allclose(alone.certainty, together[i].certainty, atol=1e-4)


def test_a_network_votes_with_itself_as_if_alone() -> None:
    codes, flags = inputs(20)
    (one,) = read([tiny_network()], codes, flags)
    (two,) = read([tiny_network(), tiny_network()], codes, flags)
    assert one.labels.tolist() == two.labels.tolist()


def test_a_missing_array_is_named() -> None:
    with pytest.raises(ValueError, match=r"lacks its array|do not fit"):
        Network.of({"moves": np.zeros((6, 5))}, LABELS)


def test_packing_keeps_every_word_once_and_headlines_apart() -> None:
    stretches = pack([10, 300, 0, 20, 7], longest=100, alone={0})
    assert stretches[0] == [(0, 0, 10)]
    words = [(i, w) for s in stretches for i, a, b in s for w in range(a, b)]
    assert words == [(i, w) for i, n in enumerate([10, 300, 0, 20, 7]) for w in range(n)]
    assert max(sum(b - a for _, a, b in s) for s in stretches) <= 100
