"""From the words that name a source to the person, body or document they mean.

Each way of naming has its rule; the list at the foot is the order. A description or a
pronoun goes to the one candidate that remains; with none or several it stays itself and
``Referent.unresolved`` says so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.lexicon import is_outlet, noun_table
from analysis.records import Span
from analysis.rules import Rules
from analysis.sources.cast import Candidates, shortened
from analysis.sources.makers import named_maker
from analysis.sources.phrases import (
    DETERMINERS,
    INDEFINITE,
    Phrase,
    read_phrase,
)
from analysis.sources.referents import Referent, Resolved
from analysis.sources.several import by_part
from analysis.text import ANSWER, QUESTION, Sort, pronoun_sex, read_words

_SET_OFF = re.compile(r",\s+")
_TITLES = re.compile(r"(?:[A-Z][\w’'-]*\.?\s+){1,3}")
_LETTERS = {
    QUESTION: ("the interviewer", "The questions carry no name."),
    ANSWER: ("the interviewee", "The answers carry no name: say who answers."),
}
_NOMINAL_MAKER = re.compile(r"\b(?:by|from)\s+", re.I)


WRITER = "w:writer"
"""The key of “I” outside anybody's words, who is no source."""


def resolve(at: Candidates, span: Span, speaker: Referent | None = None) -> Resolved:
    """Who these words mean; ``speaker`` is who says the content they stand in, if anyone.

    To be called in the order of the text: whoever is found is in focus for what follows.
    """
    resolved = _resolve(at, read_phrase(at.text, span, at.names), speaker, depth=0)
    at.focus.spoke(span.start, resolved.referent)
    return resolved


def _resolve(at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int) -> Resolved:
    verdict = RULES.first(at, phrase, speaker, depth)
    if verdict is None:
        return Resolved(at.describe(phrase), phrase, rule="described")
    return replace(verdict.answer, rule=verdict.rule)


def by_name(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“Farrow”, “the mayor, Judith Castellane”: the name that heads the phrase."""
    if phrase.kind != "name" or phrase.named is None:
        return None
    return Resolved(at.named(phrase.named), phrase)


def by_names(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“Smith and Jones”: several speakers at once are a source of their own."""
    if phrase.kind != "several":
        return None
    members = list({m.key: m for m in map(at.named, phrase.several)}.values())
    if len(members) == 1:
        return Resolved(members[0], phrase)  # “the Office of Tides, or OT,”
    name = ", ".join(m.name for m in members[:-1]) + f" and {members[-1].name}"
    key = "s:" + "+".join(sorted(m.key for m in members))
    return Resolved(Referent(key, name, "many", phrase=phrase), phrase)


def by_self(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“I”: who speaks the words it stands in, or the writer; “we” only where someone speaks."""
    if phrase.kind != "pronoun" or phrase.head not in ("i", "me", "my", "we", "us", "our"):
        return None
    if speaker is not None:
        return Resolved(speaker, phrase)
    return Resolved(Referent(WRITER, "", "person", gender="self", phrase=phrase), phrase)


def by_letter(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“A: The crane stood still”: whoever answers, where the article does not say who."""
    letter = phrase.span.of(at.text)
    if letter not in _LETTERS or at.text[phrase.span.end : phrase.span.end + 1] not in (":", "."):
        return None
    if letter == ANSWER and at.answerer:
        return Resolved(at.answerer, phrase)
    name, why = _LETTERS[letter]
    return Resolved(Referent(f"q:{letter}", name, "person", phrase=phrase, unresolved=why), phrase)


def by_relative(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“Farrow, who leads the opposition”: the noun the relative pronoun follows."""
    if phrase.kind != "pronoun" or phrase.head not in ("who", "whom", "which", "that", "whose"):
        return None
    sentence = at.focus.sentence(phrase.span.start)
    start = max(sentence.start if sentence else 0, phrase.span.start - 120)
    before = at.text[start : phrase.span.start].rstrip(" ,")
    end = start + len(before)
    named = at.names.at(end - 1) if before else None
    if named is not None:
        return Resolved(at.named(named), phrase)
    inner = _noun_before(at, start, end) if depth <= 1 else None
    return (
        None if inner is None else replace(_resolve(at, inner, speaker, depth + 1), phrase=phrase)
    )


def by_pronoun(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“she added”: the one person in focus she can be; otherwise the pronoun itself."""
    if phrase.kind != "pronoun":
        return None
    start = phrase.span.start
    found = at.focus.find(phrase.head, start, at.present(start)).found
    if len(found) == 1:
        at.focus.meant(start, phrase.head, found[0])
        return Resolved(found[0], phrase)
    word = phrase.span.of(at.text)
    names = " or ".join(sorted(r.name for r in found))
    why = f"“{word}” could be {names}" if names else f"nobody before “{word}” fits"
    key = f"p:{phrase.head}|{names}"
    subject = phrase.head in ("he", "she")
    sort: Sort = "person" if subject else "other"
    sex = pronoun_sex(phrase.head) if subject else ""  # “she” later is not this “he”
    return Resolved(Referent(key, word.lower(), sort, None, sex, phrase, why), phrase)


def by_maker(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“a letter from Farrow”, “the council's report”: the maker speaks, the document carries."""
    kind = noun_table().get(phrase.head)
    if phrase.kind != "nominal" or kind not in ("document", "social", "media") or depth > 1:
        return None
    maker = named_maker(at, phrase) or _described_maker(at, phrase, depth)
    if maker is None or (maker.key.startswith("d:") and kind == "media"):
        return None
    outlet = is_outlet(maker.name)
    channel = (
        "media" if outlet and kind != "social" else "social" if kind == "social" else "document"
    )
    return Resolved(maker, phrase, "" if channel == "media" else channel)


def by_apposition(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """A description whose name stands just outside the span: "Farrow, [the mayor], said"."""
    if phrase.kind != "nominal" or noun_table().get(phrase.head) not in ("person", "body", None):
        return None
    start, end = phrase.span.start, phrase.span.end
    after = _SET_OFF.match(at.text, end)
    named = at.names.at(after.end()) if after and not phrase.plural else None
    if named is None and after is not None:
        named = next(iter(at.names.within(after.end(), after.end() + 30)), None)
        between = at.text[after.end() : named.span.start] if named else ""
        if named and not _TITLES.fullmatch(between):  # “the leader, Councillor Ines Farrow,”
            named = None
    if (
        named is not None
        and named.type == "PERSON"
        and at.text[named.span.end : named.span.end + 1] in ",."
    ):
        return Resolved(at.named(named), phrase)
    before = at.text[max(0, start - 2) : start]
    named = at.names.at(start - 3) if before == ", " and start > 3 else None
    closed = at.text[end : end + 1] == ","
    if named is not None and named.type == "PERSON" and closed and not phrase.plural:
        return Resolved(at.named(named), phrase)
    return None


def by_role(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“the spokesman”: the one person or body introduced so before."""
    definite = phrase.definite or at.sums_up(phrase)
    if phrase.kind != "nominal" or not definite or phrase.plural:
        return None
    owner = _owner(at, phrase)
    extra = frozenset({owner.entity or owner.key}) if owner else frozenset()
    found = at.candidates(phrase, extra)
    kind = noun_table().get(phrase.head)
    if not found and kind == "outlet":
        found = at.outlets(phrase)
    if not found and kind in ("body", "outlet") and owner is None:
        found = at.bodies(phrase)
    if len(found) == 1:
        return Resolved(next(iter(found.values())), phrase)
    names = " or ".join(sorted(r.name for r in found.values()))
    why = f"“{shortened(phrase.span.of(at.text))}” could be {names}" if names else ""
    return Resolved(at.describe(phrase, owner, why), phrase)


RULES = Rules(
    by_letter,
    by_part,  # before names: “One” and “Some” open sentences with a capital
    by_name,
    by_names,
    by_self,
    by_relative,  # before other pronouns: its antecedent is the word before it
    by_pronoun,
    by_maker,  # before roles: "the council's report" is the council's
    by_apposition,
    by_role,
)


def _described_maker(at: Candidates, phrase: Phrase, depth: int) -> Referent | None:
    """A maker without a name: "the council's report", "a letter from her lawyer"."""
    owner = _owner(at, phrase)
    if owner is not None:
        return owner if not owner.unresolved else None
    words = read_words(at.text, phrase.span.start, phrase.span.end)
    for word in words[:4]:
        if word.possessive and word.lower in noun_table():
            span = Span(words[0].span.start, word.span.end)
            inner = read_phrase(at.text, span, at.names)
            return _resolve(at, replace(inner, words=inner.words), None, depth + 1).referent
    joint = _NOMINAL_MAKER.search(at.text, phrase.span.start, phrase.span.end)
    if joint and joint.end() < phrase.span.end:
        inner = read_phrase(at.text, Span(joint.end(), phrase.span.end), at.names)
        if inner.kind == "nominal" and noun_table().get(inner.head) in (
            "person",
            "body",
            "collective",
        ):
            return _resolve(at, inner, None, depth + 1).referent
    return None


def _owner(at: Candidates, phrase: Phrase) -> Referent | None:
    """Who "his" in "his lawyer" is, when that is clear."""
    if phrase.determiner not in ("his", "her", "their", "its"):
        return None
    found = at.focus.find(phrase.determiner, phrase.span.start).found
    return found[0] if len(found) == 1 else None


def _noun_before(at: Candidates, start: int, end: int) -> Phrase | None:
    """The person or body a range ends with: "Two officials with knowledge of the matter"."""
    words = read_words(at.text, start, end)
    for word in reversed(words[-12:]):
        if word.lower in DETERMINERS | INDEFINITE:
            inner = read_phrase(at.text, Span(word.span.start, end), at.names)
            kind = noun_table().get(inner.head)
            if at.has_verb(inner.span):
                return None  # “died of cancer, which confirmed …”: a whole clause is meant
            if inner.kind == "name" or kind in ("person", "anonymous", "body", "collective"):
                return inner
    if not words:
        return None
    inner = read_phrase(at.text, Span(words[-1].span.start, end), at.names)
    return inner if inner.kind == "nominal" and inner.head in noun_table() else None
