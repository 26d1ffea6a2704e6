"""From what coders said to figures: precision, recall, by confidence and the rest, agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.reliability.agreement import Agreement, Level, agreement, pairwise
from analysis.reliability.intervals import (
    Estimate,
    Stratum,
    clustered,
    stratified,
    weighted,
    wilson,
)
from analysis.reliability.records import (
    HAS,
    RIGHT,
    UNSURE,
    Drawn,
    Facet,
    Item,
    Judgement,
    Sample,
    What,
)
from analysis.tone import tone_side

PROGRAM = "the program"
LEVELS: dict[What, Level] = {"tones": "interval", "missed statements": "interval"} | {
    "missed names": "interval"
}  # type: ignore[assignment]
"""Tone scores and counts of what is missing have distances; everything else is a category."""
CLAIMS: frozenset[What] = frozenset({"statements", "names"})
"""Drawn from what the program claims: of these it never says anything but "right"."""


@dataclass(frozen=True, slots=True)
class Group:
    """The share that was right among items alike in one respect: confidence "high"."""

    facet: Facet
    value: str
    right: int
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Findings:
    """What one coder's judgements say of a sample.

    ``share`` is precision, or recall for paragraphs drawn to find what was missed; ``wrong``
    counts the kinds of error; ``unsure`` items are in no figure.
    """

    coder: str
    drawn: int
    judged: int
    unsure: int
    share: Estimate | None
    groups: tuple[Group, ...]
    wrong: tuple[tuple[str, int], ...]
    missed: int = 0


def is_recall(what: What) -> bool:
    """Whether whole paragraphs were drawn, to find what is missing."""
    return what.startswith("missed")


def findings(
    sample: Sample, drawn: Sequence[Drawn], judgements: Iterable[Judgement], coder: str
) -> Findings:
    """The figures of one coder's judgements, whichever others are among those given."""
    mine = {j.item: j for j in judgements if j.coder == coder}
    judged = [(d, mine[d.number]) for d in drawn if d.number in mine]
    sure = [(d, j) for d, j in judged if j.verdict != UNSURE]
    counted = len(drawn), len(judged), len(judged) - len(sure)
    if is_recall(sample.what):
        pairs = [_found_of(d.item, j) for d, j in sure]
        missed = sum(len(j.added) for _, j in sure)
        return Findings(coder, *counted, clustered(pairs, size=sample.size), (), (), missed)
    answers = [(d, is_right(sample.what, d.item, j)) for d, j in sure]
    wrong = Counter(
        j.value or j.verdict for (_, right), (_, j) in zip(answers, sure, strict=True) if not right
    )
    return Findings(
        coder,
        *counted,
        stratified(_strata(sample, answers)),
        tuple(_groups(sample, answers)),
        tuple(wrong.most_common()),
    )


def is_right(what: What, item: Item, judgement: Judgement) -> bool:
    """Whether the program was right, by this judgement; the class of a tone decides."""
    if what == "tones":
        return tone_side(float(judgement.value)) == tone_side(item.score or 0.0)
    if what == "roles" and judgement.verdict == "role":
        return judgement.value == item.answer
    return judgement.verdict == RIGHT


def agreements(
    sample: Sample, drawn: Sequence[Drawn], judgements: Iterable[Judgement]
) -> tuple[Agreement | None, dict[tuple[str, str], Agreement]]:
    """All coders together (None below two), and each two of them, the program included.

    Of statements and names the program says the same of every item drawn, so with it alpha
    would measure nothing: only percent agreement is given.
    """
    level: Level = LEVELS.get(sample.what, "nominal")
    codes = coded(sample.what, drawn, judgements)
    together = agreement(_by_item(codes), level) if len(codes) > 1 else None
    codes[PROGRAM] = {d.number: program_code(sample.what, d.item) for d in drawn}
    pairs = pairwise(codes, level)
    if sample.what == "tones":  # two scores are hardly ever equal: the same sign counts
        signs = {c: {i: tone_side(float(str(v))) for i, v in m.items()} for c, m in codes.items()}
        same = pairwise(signs)
        pairs = {names: replace(a, percent=same[names].percent) for names, a in pairs.items()}
    if sample.what in CLAIMS or is_recall(sample.what):
        pairs = {
            names: replace(a, alpha=None, low=None, high=None) if PROGRAM in names else a
            for names, a in pairs.items()
        }
    return together, pairs


def coded(
    what: What, drawn: Sequence[Drawn], judgements: Iterable[Judgement]
) -> dict[str, Mapping[int, Hashable]]:
    """For each coder the code of each item they were sure of."""
    items = {d.number: d.item for d in drawn}
    found: dict[str, dict[int, Hashable]] = {}
    for j in judgements:
        if j.item in items and j.verdict != UNSURE:
            found.setdefault(j.coder, {})[j.item] = code_of(what, items[j.item], j)
    return dict(found)


def code_of(what: What, item: Item, judgement: Judgement) -> Hashable:
    """The category or number a coder gave: a role, a tone, how many are missing, or the verdict."""
    if what == "tones":
        return float(judgement.value)
    if what == "roles":
        return judgement.value if judgement.verdict == "role" else item.answer
    if is_recall(what):
        return float(len(judgement.added))
    return judgement.verdict


def program_code(what: What, item: Item) -> Hashable:
    """What the program says, as the same kind of code."""
    if what == "tones":
        return item.score or 0.0
    return {"roles": item.answer}.get(what, 0.0 if is_recall(what) else RIGHT)


def disagreements(
    sample: Sample, drawn: Sequence[Drawn], judgements: Iterable[Judgement]
) -> list[tuple[Drawn, dict[str, str]]]:
    """The items on which coders differ, with what each said, in the order drawn."""
    said: dict[int, dict[str, Judgement]] = {}
    for j in judgements:
        said.setdefault(j.item, {})[j.coder] = j
    found = []
    for d in drawn:
        mine = said.get(d.number, {})
        if len({(j.verdict, j.value, j.added) for j in mine.values()}) > 1:
            found.append((d, {c: told_code(sample.what, j) for c, j in sorted(mine.items())}))
    return found


def told_code(what: What, judgement: Judgement) -> str:
    """A judgement in a word or two: "speaker", "byline", "+0.5", "2 missing"."""
    if judgement.verdict == UNSURE:
        return "can’t tell"
    if is_recall(what):
        return f"{len(judgement.added)} missing"
    if what == "tones":
        return f"{float(judgement.value):+.1f}".replace("-", "−")
    return judgement.value or judgement.verdict


# ---------------------------------------------------------------- parts


def _found_of(item: Item, judgement: Judgement) -> tuple[int, int]:
    """(rightly found, there to be found) of a paragraph."""
    wrong = len(judgement.value.split())
    right = sum(p.role == "found" for p in item.parts) - wrong
    return right, right + len(judgement.added)


def _by_item(codes: Mapping[str, Mapping[int, Hashable]]) -> list[list[Hashable]]:
    units: dict[int, list[Hashable]] = {}
    for given in codes.values():
        for item, code in given.items():
            units.setdefault(item, []).append(code)
    return list(units.values())


def _strata(sample: Sample, answers: Sequence[tuple[Drawn, bool]]) -> list[Stratum]:
    judged = Counter(d.stratum for d, _ in answers)
    right = Counter(d.stratum for d, is_right in answers if is_right)
    return [Stratum(right[name], judged[name], size) for name, size in sample.strata]


def _groups(sample: Sample, answers: Sequence[tuple[Drawn, bool]]) -> Iterable[Group]:
    """By each facet that tells items apart; items weigh as much as they stand for."""
    judged = Counter(d.stratum for d, _ in answers)
    weights = {name: size / judged[name] for name, size in sample.strata if judged[name]}
    for facet in HAS[sample.what]:
        values = sorted({d.item.facet(facet) for d, _ in answers}, key=ORDER.get(facet, str))
        if len(values) < 2 and not (values and facet == "confidence"):
            continue
        for value in values:
            if facet == sample.by:
                mine = [(right, 1.0) for d, right in answers if d.stratum == value]
                right = sum(r for r, _ in mine)
                made = wilson(right, len(mine), size=dict(sample.strata)[value])
                if made:
                    yield Group(facet, value, right, made)
                continue
            mine = [
                (right, weights[d.stratum]) for d, right in answers if d.item.facet(facet) == value
            ]
            made = weighted(mine)
            if made:
                yield Group(facet, value, sum(r for r, _ in mine), made)


_LEVELS = ("high", "medium", "low")
_MODES = ("direct", "mixed", "indirect", "speech_act", "thought")


def _place_in(order: tuple[str, ...]) -> Callable[[str], str]:
    return lambda value: f"{order.index(value):03}" if value in order else value


ORDER: Mapping[str, Callable[[str], str]] = {
    "confidence": _place_in(_LEVELS),
    "mode": _place_in(_MODES),
}
