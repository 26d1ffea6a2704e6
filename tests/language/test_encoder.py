"""The encoder and what stands around it: legal paths, right sums, the same answer each time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product

import numpy as np
import pytest

from analysis.language.encoder import Answer, Reading, Stretch, Task, feeds_of
from analysis.language.label_paths import best_paths, certainty, impossible
from analysis.language.packing import is_prose, pack
from analysis.language.pieces import MOST, Pieces
from analysis.language.reader import NewsReader
from analysis.language.tagging import BUNDLED
from analysis.language.tokens import Word

LABELS = ("O", "B-x", "I-x", "E-x", "S-x")
RNG = np.random.default_rng(7)
SMALL = Pieces(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##able", "able", "'", "s", "-"]
)


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


@pytest.mark.parametrize("read", [Task.read, Task.read_rare])
def test_an_opened_run_is_always_closed(read: Callable[..., list[Reading]]) -> None:
    task = Task.of(LABELS, RNG.normal(size=(6, 5)).astype(np.float32))
    scores = RNG.normal(size=(40, 3, 5)).astype(np.float32) * 3
    for reading in read(task, scores, np.array([40, 17, 3])):
        path = [LABELS[i] for i in reading.labels]
        for before, after in zip(["O", *path], [*path, "O"], strict=True):
            assert (before[0] in "BI") == (after[0] in "IE")
        assert ((reading.certainty > 0) & (reading.certainty <= 1.0001)).all()


def test_labels_sought_between_sure_words_are_those_of_the_whole_path() -> None:
    task = Task.of(LABELS, RNG.normal(size=(6, 5)).astype(np.float32))
    scores = RNG.normal(size=(60, 4, 5)).astype(np.float32)
    scores[RNG.random((60, 4)) < 0.7, 0] += 20
    lengths = np.array([60, 60, 31, 1])
    for one, two in zip(task.read(scores, lengths), task.read_rare(scores, lengths), strict=True):
        assert one.labels.tolist() == two.labels.tolist()


def test_moves_that_do_not_fit_the_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Task.of(LABELS, np.zeros((5, 5), dtype=np.float32))


@pytest.fixture(scope="module")
def reader() -> NewsReader:
    return NewsReader.load(BUNDLED / "hearsay_reader")


def stretch(reader: NewsReader, words: list[str]) -> Stretch:
    codes, flags = reader.reader.codes([words]), reader.reader.flags([words])
    return Stretch(codes[0], flags[0], [reader.encoder.pieces.of(w) for w in words])


def read(reader: NewsReader, *texts: str) -> list[Answer]:
    return reader.encoder.read([stretch(reader, text.split()) for text in texts])


def test_a_stretch_is_read_alike_alone_and_among_others(reader: NewsReader) -> None:
    """But for the rounding: what is read together shares the scale of its numbers."""
    texts = ("Maria Keller said on Friday that she would leave .", "No .", "He left Oslo . " * 30)
    for text, together in zip(texts, read(reader, *texts), strict=True):
        (alone,) = read(reader, text)
        same = alone.names.labels == together.names.labels
        assert (same & (alone.roles.labels == together.roles.labels)).mean() > 0.95


def test_a_stretch_that_comes_again_is_read_once(
    reader: NewsReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reader.encoder
    read_now, groups = reader.encoder._scores, []
    monkeypatch.setattr(reader.encoder, "_scores", lambda g: groups.append(len(g)) or read_now(g))
    one, two, three = read(reader, "He left Oslo .", "Maria Keller stayed .", "He left Oslo .")
    assert sum(groups) == 2
    assert one is three
    assert len(two.pos) == 4


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("The mayor said : “ No ! ” " * 20, True),
        ("Dahl 6 - 4 , 6 - 4 , Berg 3 - 6 , 1 - 6 ; " * 10, True),  # a table of results
        ("12 , ( 4 ) ", True),  # too few to tell
        (". ! ? , ; " * 20, False),
        ("“ a ” ) ( b " * 20, False),
    ],
)
def test_heaps_of_marks_are_not_read(words: str, read: bool) -> None:
    assert is_prose(words.split()) == read


def test_what_is_not_read_has_a_part_of_speech_and_no_label(reader: NewsReader) -> None:
    marks = [Word(mark, 2 * i, 2 * i + 1) for i, mark in enumerate(".!?,;" * 40)]
    found = reader.find([marks])
    assert (found.names, found.parts) == ((), ())
    assert found.pos == (("X",) * 200,)


def test_words_remembered_between_articles_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.language.pieces.MOST_WORDS", 3)
    pieces = Pieces(SMALL.rows)
    assert [pieces.of(word) for word in ("able", "un", "x", "able", "unable")] == [
        SMALL.of(word) for word in ("able", "un", "x", "able", "unable")
    ]
    assert len(pieces._seen) <= 3


def test_labels_are_the_same_however_many_stretches_are_looked_through_at_once(
    reader: NewsReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"“We wait ,” Maria Keller said {'again ' * n}." for n in (1, 40, 3, 90, 2)]
    together = read(reader, *texts)
    monkeypatch.setattr("analysis.language.encoder.TOGETHER", 1)
    for one, two in zip(together, read(reader, *texts), strict=True):
        assert one.roles.labels.tolist() == two.roles.labels.tolist()
        assert one.names.labels.tolist() == two.names.labels.tolist()
        assert np.allclose(one.roles.certainty, two.roles.certainty, atol=1e-5)
        assert np.allclose(one.names.certainty, two.names.certainty, atol=1e-5)


def test_paths_want_the_longest_column_first() -> None:
    scores, moves, first, last = weights(5)
    with pytest.raises(ValueError, match="longest"):
        best_paths(np.repeat(scores, 2, axis=1), moves, first, last, np.array([3, 5]))


def test_words_of_many_pieces_beyond_the_last_place_are_read(reader: NewsReader) -> None:
    (answer,) = read(reader, "Rzeczpospolitański-Kłodzkoværdig " * 256)
    assert len(answer.pos) == 256


def test_each_words_first_piece_stands_for_it() -> None:
    codes, flags = np.zeros((2, 5), np.int32), np.zeros((2, 3), np.uint8)
    spelt = [SMALL.of("unable"), SMALL.of("able")]
    feeds = feeds_of(
        [Stretch(codes, flags, spelt), Stretch(codes[:1], flags[:1], spelt[:1])], SMALL
    )
    assert feeds["pieces"].tolist() == [[2, 5, 6, 7, 3], [2, 5, 6, 3, 0]]
    assert feeds["pieces"].ravel()[feeds["first"]].tolist() == [[5, 7], [5, 2]]
    assert feeds["owner"].tolist() == [[0, 1, 1, 2, 0], [0, 3, 3, 0, 0]]
    assert feeds["grid"].tolist() == [[1, 2], [3, 0]]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Unable", ["un", "##able"]),
        ("Ünable", ["un", "##able"]),
        ("able's", ["able", "'", "s"]),
        ("un-able", ["un", "-", "able"]),
        ("strange", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("----------", ["-"] * MOST),
    ],
)
def test_words_are_cut_as_bert_cuts_them(word: str, pieces: list[str]) -> None:
    rows = {row: piece for piece, row in SMALL.rows.items()}
    assert [rows[i] for i in SMALL.of(word)] == pieces


def test_packing_keeps_every_word_once_and_headlines_apart() -> None:
    stretches = pack([10, 300, 0, 20, 7], longest=100, alone={0})
    assert stretches[0] == [(0, 0, 10)]
    words = [(i, w) for s in stretches for i, a, b in s for w in range(a, b)]
    assert words == [(i, w) for i, n in enumerate([10, 300, 0, 20, 7]) for w in range(n)]
    assert max(sum(b - a for _, a, b in s) for s in stretches) <= 100
