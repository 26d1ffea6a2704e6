"""What is told on nobody's word: “reportedly”, “the alleged snub”."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.attribution.scene import Scene, stretch
from analysis.attribution.statement import Draft
from analysis.attribution.subjects import CLAUSE_OPENERS, PRONOUNS, STOPS
from analysis.lexicon import group_words, word_group

HEDGES = group_words("hedges")
HEDGING_ADJECTIVES = group_words("hedging adjectives")
NOUN_STOPS = group_words("phrase ends")


def hedge(scene: Scene, words: range) -> Iterator[Draft]:
    """“A few guests reportedly walked out”: credited to nobody the text names."""
    for i in words:
        if scene.lower[i] not in HEDGES or i + 1 >= words.stop:
            continue
        left = next(
            (k + 1 for k in range(i - 1, words.start - 1, -1) if _edge(scene, k)), words.start
        )
        right = next((k for k in range(i + 1, words.stop) if _edge(scene, k)), words.stop)
        if scene.lower[left] in ("and", "or") and left < i:
            left += 1
        content = stretch(scene, left, i) + stretch(scene, i + 1, right)
        if content and scene.lower[left] != "according":
            yield Draft((), (scene.words[i],), content)


def _edge(scene: Scene, k: int) -> bool:
    word = scene.lower[k]
    return word in STOPS or word in (",", ".") or word in word_group("clause edges")


def alleged(scene: Scene, words: range) -> Iterator[Draft]:
    """“his alleged snub”: the noun phrase around the adjective."""
    for i in words:
        if scene.lower[i] not in HEDGING_ADJECTIVES or i + 1 >= words.stop:
            continue
        before = scene.lower[i - 1] if i > words.start else ""
        if before not in CLAUSE_OPENERS and not before.endswith(("'s", "’s", "s")):
            continue
        end = i + 1
        while end < min(words.stop, i + 5) and _goes_on(scene, end):
            end += 1
        content = stretch(scene, i - 1, i) + stretch(scene, i + 1, end)
        if before not in PRONOUNS and len(content) == 2:
            yield Draft((), (scene.words[i],), content)


def _goes_on(scene: Scene, k: int) -> bool:
    word = scene.lower[k]
    return not (word in STOPS or word in (",", ".", "-") or word in NOUN_STOPS)
