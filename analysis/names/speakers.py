"""Who speaks in a conversation, by the labels of its turns: “MIRA HOLT, BYLINE: …”."""

from __future__ import annotations

from analysis.lexicon import word_group, word_list, word_table
from analysis.names.found import Found, Seen
from analysis.text import ANSWER, QUESTION, InOrder, Turn, find_turns


def speakers(found: list[Found], seen: Seen) -> list[Found]:
    """The names in labels as people, and nothing else of a label as a name."""
    spans = [p.span for p in seen.read]
    turns = find_turns(seen.text, spans)
    if not turns:
        return found
    labels = InOrder(turn.label for turn in turns)
    kept = [f for f in found if not labels.touching(f.span)]
    number = {p.span.start: p.index for p in seen.read}
    named = [
        Found(turn.name, "PERSON", number[turn.label.start])
        for turn in turns
        if _is_name(turn, seen.text)
    ]
    return sorted([*kept, *named], key=lambda f: f.span)


def _is_name(turn: Turn, text: str) -> bool:
    """Whether a label names its speaker; “Q”, “HOST” and “UNIDENTIFIED WOMAN” do not."""
    words = turn.name.of(text).casefold().split()
    if words in ([QUESTION.casefold()], [ANSWER.casefold()]) or words[0] in word_group("not named"):
        return False
    described = (
        word_table("person_roles"),
        word_list("anonymous_nouns"),
        word_group("speaks without a name"),
    )
    return not any(words[-1] in group for group in described)
