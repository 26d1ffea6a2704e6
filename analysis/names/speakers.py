"""Who speaks or writes, by the labels of turns and letters: “MIRA HOLT, BYLINE: …”."""

from __future__ import annotations

from analysis.lexicon import word_group, word_list, word_table
from analysis.names.found import Found, Seen
from analysis.text import ANSWER, QUESTION, InOrder, find_letters, find_turns


def speakers(found: list[Found], seen: Seen) -> list[Found]:
    """The names in labels as people, and nothing else of a label as a name."""
    spans = [p.span for p in seen.read]
    turns = find_turns(seen.text, spans)
    letters = () if turns else find_letters(seen.text, spans, [p.quoted for p in seen.read])
    named = [(turn.label, turn.name) for turn in turns]
    named += [(one.label, one.name) for one in letters if one.label and one.name]
    if not named:
        return found
    labels = InOrder(label for label, _ in named)
    kept = [f for f in found if not labels.touching(f.span)]
    number = {p.span.start: p.index for p in seen.read}
    people = [
        Found(name, "PERSON", number[label.start])
        for label, name in named
        if _is_name(name.of(seen.text))
    ]
    return sorted([*kept, *people], key=lambda f: f.span)


def _is_name(name: str) -> bool:
    """Whether a label names its speaker; “Q”, “HOST” and “UNIDENTIFIED WOMAN” do not."""
    words = name.casefold().split()
    if words in ([QUESTION.casefold()], [ANSWER.casefold()]) or words[0] in word_group("not named"):
        return False
    described = (
        word_table("person_roles"),
        word_list("anonymous_nouns"),
        word_group("speaks without a name"),
    )
    return not any(words[-1] in group for group in described)
