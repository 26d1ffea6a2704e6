"""Second look at the names of an article: whole words, every occurrence, one type for each.

A network sees a paragraph; an article says "Anna Petrov" once and "Petrov" ten times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.language.features import headline_style
from analysis.language.tokens import Word
from analysis.lexicon import group_words

Words = tuple[str, ...]

SPREAD_SCORE = 0.5
"""Certainty of a name marked only because the same words are a name elsewhere."""
_SURE = 0.6
"""A name spreads to its other occurrences if the network is at least this sure of it once."""
_COMPOUNDS = group_words("compounds")
"""What follows a hyphen without belonging to the name: "Trump-backed", "London-based"."""
_LINKS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``last - 1`` of a paragraph that carry one label."""

    paragraph: int
    first: int
    last: int
    label: str
    score: float


def consistent(paragraphs: Sequence[Sequence[Word]], runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs mended, spread over the article and typed alike."""
    mended = [_whole(paragraphs[run.paragraph], run) for run in runs]
    types = _types(paragraphs, mended)
    spread = _spread(paragraphs, mended, types)
    typed = [replace(r, label=types.get(_words(paragraphs, r), r.label)) for r in mended]
    return tuple(sorted(typed + spread, key=lambda run: (run.paragraph, run.first)))


def _whole(words: Sequence[Word], run: Run) -> Run:
    """“Lee Cheuk” of “Lee Cheuk-yan” grows to the end of the hyphenated word."""
    last = run.last
    if run.label != "PERSON" and last - run.first < 2:
        return run
    while (
        last + 1 < len(words)
        and words[last].text in _LINKS
        and words[last - 1].end == words[last].start
        and words[last].end == words[last + 1].start
        and words[last + 1].text.isalpha()
        and words[last + 1].text.lower() not in _COMPOUNDS
    ):
        last += 2
    return replace(run, last=last)


def _taken(runs: Iterable[Run]) -> dict[int, set[int]]:
    """The words of each paragraph that stand in a run."""
    found: dict[int, set[int]] = defaultdict(set)
    for run in runs:
        found[run.paragraph] |= set(range(run.first, run.last))
    return found


def _words(paragraphs: Sequence[Sequence[Word]], run: Run) -> Words:
    return tuple(word.text for word in paragraphs[run.paragraph][run.first : run.last])


def _types(paragraphs: Sequence[Sequence[Word]], runs: Sequence[Run]) -> dict[Words, str]:
    """The weightiest label of each way of naming; surnames follow the full names."""
    votes: dict[Words, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        name = _words(paragraphs, run)
        votes[name][run.label] += run.score
        if run.label == "PERSON" and len(name) > 1:
            votes[name[-1:]]["PERSON"] += run.score  # "Mike Pence" speaks for "Pence"
    return {name: max(sorted(found), key=lambda k: found[k]) for name, found in votes.items()}


def _spread(
    paragraphs: Sequence[Sequence[Word]], runs: Sequence[Run], types: dict[Words, str]
) -> list[Run]:
    """The other places where a name found with certainty, or its surname, stands unmarked."""
    known: dict[str, set[Words]] = defaultdict(set)
    for run in runs:
        name = _words(paragraphs, run)
        full = run.label == "PERSON" and len(name) > 1
        for form in (name, name[-1:]) if full else (name,):
            if run.score >= _SURE and form[0][0].isupper() and len("".join(form)) > 2:
                known[form[0]].add(form)
    sizes = {first: sorted({len(f) for f in forms})[::-1] for first, forms in known.items()}
    taken = _taken(runs)
    found = []
    for p, words in enumerate(paragraphs):
        texts = [word.text for word in words]
        if headline_style(texts) and len(texts) > 3:
            continue
        at = 0
        while at < len(texts):
            if texts[at] not in sizes:
                at += 1
                continue
            fits = (n for n in sizes[texts[at]] if at + n <= len(texts))
            free = (n for n in fits if taken[p].isdisjoint(range(at, at + n)))
            size = next((n for n in free if tuple(texts[at : at + n]) in known[texts[at]]), 0)
            if size:
                label = types[tuple(texts[at : at + size])]
                found.append(Run(p, at, at + size, label, SPREAD_SCORE))
            at += size or 1
    return found
