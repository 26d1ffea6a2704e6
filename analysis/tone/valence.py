"""The words behind a tone score, through VADER's own rules and adding up to its sum.

Every number here is made by the library's own methods (Hutto & Gilbert 2014). One call of
the library costs the square of the text's length, because each word it knows looks through
the whole text; its rules reach only three words back and two ahead, so each word is shown
those alone and the cost grows with the length. Tests hold the result against direct calls.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentiText, allcap_differential

from analysis.records import Score, Span, ToneWord
from analysis.tone.spoken import Places, spell_emoji
from analysis.tone.typography import straighten
from analysis.tone.vader import Context, Rules, Tracer, library

LONGEST = 400
"""Words scored in one go. A longer "sentence" is cut and averaged: VADER's compound
saturates on long text, and its rule for "but" costs the square of the length."""
BACK, AHEAD = 3, 3
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's four scores and what they are made of.

    ``total`` is VADER's sum before it is squeezed into -1..1: the ``counted`` of all words
    plus ``emphasis``, what exclamation and question marks add. For a text cut at
    ``LONGEST`` words these belong to several calls, whose scores are averaged by length.
    """

    score: Score
    words: tuple[ToneWord, ...] = ()
    emphasis: float = 0.0

    @property
    def total(self) -> float:
        """The sum that the compound is made from."""
        return sum(w.counted for w in self.words) + self.emphasis


SILENCE = Reading(Score())


@dataclass(frozen=True, slots=True)
class Piece:
    """A run between spaces as the library sees it, and whether the lexicon knows it."""

    word: str
    known: bool


@dataclass(slots=True)
class Line:
    """The pieces of a text; ``known`` are the indices of those with a valence.

    A phrase of several words stands at its last; ``first`` says where it begins.
    """

    words: list[str]
    known: list[int]
    places: Places
    first: dict[int, int]


class Stretch:
    """The words scored in one go, from the ``at``-th of a line, with notes on single words."""

    __slots__ = ("at", "capitals", "notes", "words")

    def __init__(self, words: list[str], at: int = 0) -> None:
        self.words, self.at = words, at
        self.capitals: bool = allcap_differential(words)
        self.notes: dict[int, tuple[str, ...]] = {}

    def near(self, i: int) -> tuple[Context, int]:
        """All that the rules look at for the i-th word, and where in that it stands."""
        return Context(self.words[max(0, i - BACK) : i + AHEAD], self.capitals), min(i, BACK)


class ToneReader:
    """Reads texts with one lexicon; ``plain_reader()`` with the library's own.

    Safe in several threads: what it remembers about a run of letters never changes.
    """

    def __init__(self, lexicon: Mapping[str, float], rules: type[Rules] = Rules) -> None:
        self.lexicon = lexicon
        self.rules = rules(lexicon)
        self._pieces: dict[str, Piece] = {}

    def read(self, text: object, start: int = 0, names: Sequence[Span] = ()) -> Reading:
        """Scores and words of a text that begins at ``start`` of the article.

        What is not text (None, NaN, bytes) reads as empty: all four scores 0. ``names`` are
        spans in the article; the plain reader has no use for them.
        """
        return self._reading(text, start, names, told=True)

    def score(self, text: str, start: int = 0, names: Sequence[Span] = ()) -> Score:
        """The scores alone: half the time goes into telling which words made them."""
        return self._reading(text, start, names, told=False).score

    def _reading(self, text: object, start: int, names: Sequence[Span], *, told: bool) -> Reading:
        if not isinstance(text, str):
            return SILENCE
        spoken, origins = spell_emoji(straighten(text))
        runs = spoken.split()
        if not runs:
            return SILENCE
        places = Places(text, spoken, origins, runs, start)
        line = self.choose(self._line(runs, places), names)
        if len(runs) <= LONGEST:
            return self._read(line, Stretch(line.words), line.known, spoken, told=told)
        return self._read_long(line, runs, told=told)

    def choose(self, line: Line, names: Sequence[Span]) -> Line:
        """Where another scorer masks names and joins phrases; plain VADER does neither."""
        return line

    def adjust(self, valence: float, words: list[str], i: int) -> tuple[float, tuple[str, ...]]:
        """Where another scorer adds rules after the library's; with what they did, in words."""
        return valence, ()

    def with_words(self, valences: Sequence[tuple[str, float]]) -> ToneReader:
        """A reader of the same kind with these valences (-4..4) before its own."""
        return type(self)(merge_words(self.lexicon, valences))

    def _line(self, runs: list[str], places: Places) -> Line:
        pieces = self._pieces
        found = [pieces.get(run) or self._piece(run) for run in runs]
        known = [i for i, piece in enumerate(found) if piece.known]
        words = [piece.word for piece in found]
        of = [i for i in known if words[i].lower() == "kind" and words[i + 1 : i + 2]]
        skipped = {i for i in of if words[i + 1].lower() == "of"}
        return Line(words, [i for i in known if i not in skipped], places, {})

    def _piece(self, run: str) -> Piece:
        word = SentiText._strip_punc_if_word(run)
        lower = word.lower()
        piece = Piece(word, lower in self.lexicon and lower not in BOOSTER_DICT)
        if len(self._pieces) >= _REMEMBERED:
            self._pieces.clear()
        if len(run) < 40:
            self._pieces[run] = piece
        return piece

    def _read_long(self, line: Line, runs: list[str], *, told: bool) -> Reading:
        """The mean over stretches of ``LONGEST`` words, by length."""
        parts: list[tuple[Reading, int]] = []
        for at in range(0, len(runs), LONGEST):
            stretch = Stretch(line.words[at : at + LONGEST], at)
            first, last = bisect_left(line.known, at), bisect_left(line.known, at + LONGEST)
            known = [i - at for i in line.known[first:last]]
            spoken = " ".join(runs[at : at + LONGEST])
            reading = self._read(line, stretch, known, spoken, told=told)
            parts.append((reading, len(stretch.words)))
        return join_readings(parts)

    def _read(
        self, line: Line, stretch: Stretch, known: list[int], spoken: str, *, told: bool
    ) -> Reading:
        """One stretch of a line through the rules; ``spoken`` is its text."""
        plain: list[float] = [0] * len(stretch.words)
        for i in known:
            near, here = stretch.near(i)
            item = near.words_and_emoticons[here]
            value = self.rules.sentiment_valence(0, near, item, here, [])[0]
            plain[i], note = self.adjust(value, near.words_and_emoticons, here)
            if note:
                stretch.notes[i] = note
        counted: list[float] = self.rules._but_check(stretch.words, plain[:])
        found = self.rules.score_valence(counted, spoken)
        score = Score(found["compound"], found["pos"], found["neu"], found["neg"])
        if not told:
            return Reading(score)
        return Reading(
            score,
            tuple(self._word(line, stretch, i, plain[i], counted[i]) for i in known),
            self._emphasis(sum(counted), spoken),
        )

    def _emphasis(self, total: float, spoken: str) -> float:
        if not total:
            return 0.0
        added: float = self.rules._punctuation_emphasis(spoken)
        return added if total > 0 else -added

    def _word(self, line: Line, stretch: Stretch, i: int, plain: float, counted: float) -> ToneWord:
        valence = self.lexicon[stretch.words[i].lower()]
        changes: tuple[str, ...] = ()
        if plain != valence:
            changes = Tracer(self.rules).explain(*stretch.near(i)) + stretch.notes.get(i, ())
        if counted != plain:
            weaker = abs(counted) < abs(plain)
            changes += ("halved before “but”",) if weaker else ("raised by half after “but”",)
        run = i + stretch.at
        return ToneWord(line.places.span(line.first.get(run, run), run), valence, counted, changes)


def merge_words(
    lexicon: Mapping[str, float], valences: Sequence[tuple[str, float]]
) -> dict[str, float]:
    """The lexicon with other values for some words; the given lexicon stays as it is."""
    return {**lexicon, **{" ".join(w.lower().split()): v for w, v in valences}}


def join_readings(parts: Sequence[tuple[Reading, int]]) -> Reading:
    """The mean of readings weighted by their words, with the words of all."""
    whole = sum(n for _, n in parts)
    if not whole:
        return SILENCE

    def mean(name: str) -> float:
        return sum(float(getattr(r.score, name)) * n for r, n in parts) / whole

    score = Score(mean("compound"), mean("positive"), mean("neutral"), mean("negative"))
    words = tuple(w for r, _ in parts for w in r.words)
    return Reading(score, words, sum(r.emphasis for r, _ in parts))


@cache
def plain_reader() -> ToneReader:
    """VADER exactly as the library has it, on straightened text."""
    return ToneReader(library().lexicon)
