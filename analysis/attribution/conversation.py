"""Turns and letters as attributions: whoever a label names says what stands behind or below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.lexicon import word_group
from analysis.records import Span, covered
from analysis.text import (
    ANSWERED,
    Letter,
    Turn,
    bare_questions,
    find_letters,
    find_turns,
    is_aside,
    spoken_parts,
)

TURN = "turn"
"""The rule of what a label credits."""
LETTER = "quoted mail"
"""The rule of what a mail quotes from another."""
VERBATIM = frozenset({TURN, ANSWERED, LETTER})
"""They are given as said, without quotation marks."""


def with_turns(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a turn for each labelled line, or a letter, or answers below bare questions.

    What the network or a rule made of a label is dropped, and what reaches over the end of a
    turn; what lies inside a turn stays, as something the speaker passes on.
    """
    turns = find_turns(scene.text, scene.paragraphs)
    letters = () if turns else find_letters(scene.text, scene.paragraphs, scene.depths)
    said = _turns(scene, turns) or _letters(letters) or _answers(scene)
    labels = [turn.label for turn in turns]
    labels += [letter.label for letter in letters if letter.label]
    kept = [d for d in drafts if _is_apart(d, said, labels) and not _is_whole(d, said)]
    if not turns:
        kept = [d for d in kept if not _is_self(scene, d, said)]
    return kept + said


def _turns(scene: Scene, turns: Sequence[Turn]) -> list[Draft]:
    """Each turn with the paragraphs below it up to the next, without stage directions."""
    drafts = []
    for turn, following in zip_longest(turns, turns[1:]):
        end = following.label.start if following else turn.content.end
        own = spoken_parts(scene.text, turn.content)
        said = (*own, *_between(scene, turn.content.end, end))
        if said:
            drafts.append(Draft((turn.name,), (), said, TURN))
    return drafts


def _letters(letters: Sequence[Letter]) -> list[Draft]:
    """Each message quoted in a mail; credited to nobody where no label says who wrote it."""
    return [
        Draft(
            (letter.name,) if letter.name else (),
            (letter.cue,) if letter.cue and letter.name else (),
            letter.content,
            LETTER,
        )
        for letter in letters
    ]


def _answers(scene: Scene) -> list[Draft]:
    """What stands below each bare question, credited to nobody: the text does not say who."""
    paragraphs = list(scene.paragraphs)
    asked = bare_questions([p.of(scene.text) for p in paragraphs])
    questions = [p for p, was in zip(paragraphs, asked, strict=True) if was]
    drafts = []
    for question, following in zip_longest(questions, questions[1:]):
        below = scene.paragraphs.before(question.end) + 1
        end = following.start if following else paragraphs[below].end
        said = _between(scene, question.end, end)
        if said:
            drafts.append(Draft((), (), said, ANSWERED))
    return drafts


def _between(scene: Scene, start: int, end: int) -> tuple[Span, ...]:
    inside = (p for p in scene.paragraphs if start <= p.start and p.end <= end)
    lines = (p for p in inside if not is_aside(p.of(scene.text)))
    return tuple(s for p in lines for s in spoken_parts(scene.text, p))


def _is_apart(draft: Draft, said: Sequence[Draft], labels: Sequence[Span]) -> bool:
    """Whether a draft touches no label and lies inside one turn or outside all."""
    if any(p.overlaps(label) for label in labels for p in draft.parts):
        return False
    for turn in said:
        inside = [covered(turn.content, p) for p in draft.parts]
        if any(p.overlaps(c) for c in turn.content for p in draft.parts) and not all(inside):
            return False
    return True


def _is_whole(draft: Draft, said: Sequence[Draft]) -> bool:
    """Whether a draft without a source says again what a turn says."""
    return not draft.source and any(covered(t.content, c) for t in said for c in draft.content)


def _is_self(scene: Scene, draft: Draft, said: Sequence[Draft]) -> bool:
    """Whether “I” in an answer without a name would be taken for the writer."""
    first = {s.of(scene.text).casefold() for s in draft.source} & word_group("first person")
    return bool(first) and any(covered(t.content, p) for t in said for p in draft.source)
