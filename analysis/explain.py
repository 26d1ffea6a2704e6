"""Why the program says what it says of a place: the rule or the network behind each verdict.

``explain`` looks a place up in what an analysis keeps; nothing is analysed anew, so a kept
result explains itself as it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from analysis.attribution import QUOTATIONS, STATEMENTS, TRIMS
from analysis.entities import PARTS, SAME
from analysis.names import KINDS, PASSES
from analysis.reading import RULES
from analysis.records import (
    Analysis,
    Attribution,
    Entity,
    Mention,
    Paragraph,
    Sentence,
    Span,
    ToneWord,
)
from analysis.rules import rule_means
from analysis.sources import REFERENTS
from analysis.text import ANTECEDENTS, count

_NOT_IN_LISTS = {
    "reader": "You said so.",
    **dict.fromkeys(("added by you", "moved by you"), "You said so."),
    "answers": "The text names nobody here; you said who answers.",
    **dict.fromkeys(("merged by you", "split by you"), "You said so."),
    "read as given": "The text is nothing but lines, so each is read as body.",
    "no rule": "No rule knew it.",
    "name": "The same name, written the same way.",
    "model": "The network marked it; data/linker.json says which parts belong together.",
    "unattributed": "A quotation nobody is credited with.",
    "nationality adjective": "The country's adjective, marked and not counted.",
    "described": "Nobody fits better: the description stands for itself.",
    "whole quotations": "A content that covers most of a quotation takes all of it.",
    "carried on": "The same sentence credits both quotations.",
}


Rule = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing said of a stretch of text, the rule or network that said it, and what that is."""

    about: str
    said: str
    rule: str
    span: Span

    @property
    def means(self) -> str:
        """What the rule is for, in a sentence; "" where its name says all."""
        return _sentence(self.about, self.rule)


def explain(analysis: Analysis, offset: int) -> tuple[Reason, ...]:
    """Everything said of the word at this character, from paragraph to tone; empty outside."""
    return tuple(
        chain(
            *(paragraph_reasons(p) for p in analysis.article.paragraphs if _holds(p.span, offset)),
            *(
                mention_reasons(analysis, entity, mention)
                for entity in analysis.entities
                for mention in entity.mentions
                if _holds(mention.span, offset)
            ),
            *(statement_reasons(analysis, a, offset) for a in analysis.attributions),
            *(
                tone_reasons(analysis, sentence)
                for sentence in analysis.tagged.sentences
                if _holds(sentence.span, offset)
            ),
        )
    )


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def paragraph_reasons(paragraph: Paragraph) -> Iterator[Reason]:
    """Which part the paragraph plays."""
    yield Reason("paragraph", paragraph.role, paragraph.rule, paragraph.span)


def mention_reasons(analysis: Analysis, entity: Entity, mention: Mention) -> Iterator[Reason]:
    """Which rule or network found a name, typed it, and gave it to its entity."""
    said = f"“{mention.span.of(analysis.article.text)}”"
    if mention.found:
        yield Reason("name", said, mention.found, mention.span)
    if mention.typed:
        yield Reason("type", mention.type, mention.typed, mention.span)
    about = "entity" if mention.kind == "name" else mention.kind
    yield Reason(about, f"{entity.id} {entity.name}", mention.rule, mention.span)


def statement_reasons(
    analysis: Analysis, a: Attribution, offset: int | None = None
) -> Iterator[Reason]:
    """What made an attribution, changed it and credits it; of the part at ``offset`` alone."""
    parts = (("source", a.source), ("cue", a.cue), ("content", a.content))
    found = False
    for about, spans in parts:
        for span in spans:
            if offset is None or _holds(span, offset):
                found = True
                yield Reason(about, f"{a.id} {_excerpt(analysis, span)}", a.rule, span)
    if not found:
        return
    for changed in a.changed:
        yield Reason("changed", a.id, changed, a.span)
    credit = next(c for c in analysis.credits if c.attribution == a.id)
    names = {s.id: s.name for s in analysis.sources}
    whom = f"{credit.source} {names[credit.source]}" if credit.source else "nobody stated"
    yield Reason("credit", f"{a.id} to {whom}, {count(credit.words, 'word')}", credit.rule, a.span)


def tone_reasons(analysis: Analysis, sentence: Sentence) -> Iterator[Reason]:
    """The tone of a sentence and the words that count in it."""
    number = analysis.tagged.sentences.index(sentence)
    tone = next((t for t in analysis.sentiment.sentences if t.sentence == number), None)
    if tone is None:
        return
    scorer = f"{analysis.sentiment.scorer} scorer"
    yield Reason("sentence", f"compound {tone.score.compound:+.2f}", scorer, sentence.span)
    for word in tone.words:
        yield Reason("tone word", _tone(analysis, word), ", ".join(word.changes), word.span)


def _tone(analysis: Analysis, word: ToneWord) -> str:
    said = f"“{word.span.of(analysis.article.text)}” {word.valence:+.1f}"
    return said if word.counted == word.valence else f"{said} counts {word.counted:+.1f}"


def _excerpt(analysis: Analysis, span: Span) -> str:
    words = " ".join(span.of(analysis.article.text).split())
    return f"“{words}”" if len(words) <= 60 else f"“{words[:40]} … {words[-15:]}”"


def explained(analysis: Analysis, offset: int) -> str:
    """The same as lines of text for a terminal; the first shows the word and where it stands."""
    text = analysis.article.text
    around = " ".join(f"{text[max(0, offset - 30) : offset]}▸{text[offset : offset + 30]}".split())
    found = explain(analysis, offset)
    lines = [f"character {offset}: … {around} …"]
    if not found:
        return "\n".join([*lines, "No paragraph stands there."])
    for reason in found:
        place = f"{reason.span.start}–{reason.span.end}"
        why = f"{reason.rule}. {reason.means}".strip(" .") if reason.rule else ""
        lines.append(f"{reason.about:10} {reason.said}  [{place}]")
        if why:
            lines.append(f"{'':10} {why}")
    return "\n".join(lines)


@cache
def _rules(about: str) -> dict[str, str]:
    """What each rule that speaks of this is for, by its name."""
    statements = (STATEMENTS, QUOTATIONS)
    lists: Mapping[str, Iterable[Iterable[tuple[str, Rule]]]] = {
        "paragraph": (RULES,),
        "name": (PASSES,),
        "type": (KINDS, PASSES),
        "entity": (SAME, PARTS),
        "pronoun": (ANTECEDENTS,),
        "source": statements,
        "cue": statements,
        "content": statements,
        "changed": (TRIMS,),
        "credit": (REFERENTS,),
    }
    return {name: rule_means(rule) for rules in lists.get(about, ()) for name, rule in rules}


def _sentence(about: str, rule: str) -> str:
    name = rule.removesuffix(", the one it can be here")
    return _NOT_IN_LISTS.get(name) or _rules(about).get(name, "")
