"""Each correction in plain words, for the log on the page, the report and the JSON."""

from __future__ import annotations

from collections.abc import Callable

from analysis.records import Analysis, Correction, CorrectionKind, EntityType, Role, Span
from analysis.text import date_words

KIND_WORDS: dict[CorrectionKind, str] = {
    "merge": "Merged",
    "split": "Split off",
    "rename": "Renamed",
    "retype": "Retyped",
    "hide": "Hidden",
    "name": "Name added",
    "name span": "Name ends elsewhere",
    "not name": "Not a name",
    "speaker": "Said by",
    "not quotation": "Not a statement",
    "statement": "Statement added",
    "statement span": "Statement ends elsewhere",
    "split source": "Source split",
    "merge source": "Sources merged",
    "role": "Part of the article",
    "title": "Title",
    "outlet": "Outlet",
    "author": "Author",
    "published": "Date",
    "answers": "Who answers",
}
TYPE_WORD: dict[EntityType, str] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "country or city",
    "LOC": "place",
    "FAC": "building",
    "NORP": "people or party",
    "EVENT": "event",
    "WORK": "work",
    "OTHER": "other",
}
ROLE_WORD: dict[Role, str] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "dateline": "date line",
    "caption": "caption",
    "subhead": "subheading",
    "body": "body",
    "bio": "about the author",
    "related": "related topics",
    "boilerplate": "not part of the article",
}
LONGEST = 80
"""Characters of the article's words in a sentence about them."""
GONE = " It no longer applies to this text."

Sentence = Callable[[Correction, str], str]


def correction_log(analysis: Analysis) -> tuple[str, ...]:
    """A sentence for each of the reader's corrections, in the order they were made.

    One that no longer applies to this text or engine says so.
    """
    text, lapsed = analysis.article.text, set(analysis.dropped)
    return tuple(
        correction_sentence(c, text) + (GONE if c in lapsed else "") for c in analysis.corrections
    )


def correction_sentence(correction: Correction, text: str) -> str:
    """What was corrected, as one sentence: "“Ilse Verhoun” was added as a name: person."."""
    return SENTENCES[correction.kind](correction, text)


def short(span: Span | None, text: str) -> str:
    """The words of the article in quotation marks, long ones cut; "nobody" for no place."""
    if span is None:
        return "nobody"
    words = " ".join(span.of(text).split()).strip("“”\"‘’'") or span.of(text)
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + '…'}”"


def _name(c: Correction, text: str) -> str:
    kind = TYPE_WORD[c.value]  # type: ignore[index]  # checked when it was made
    same = f", the same as {short(c.other, text)}" if c.other else ""
    return f"{short(c.target, text)} was added as a name ({kind}){same}."


def _split(c: Correction, text: str) -> str:
    here = " in this one place" if c.value else ""
    return f"{short(c.target, text)} was split off{here}: it is somebody or something else."


def _speaker(c: Correction, text: str) -> str:
    if c.other is None:
        return f"{short(c.target, text)} is said by nobody who is stated."
    return f"{short(c.target, text)} is said by {short(c.other, text)}."


def _statement(c: Correction, text: str) -> str:
    by = f", said by {short(c.other, text)}" if c.other else ""
    cue = f", reported with {short(c.cue, text)}" if c.cue else ""
    return f"{short(c.target, text)} was added as a statement{by}{cue}."


def _split_source(c: Correction, text: str) -> str:
    where = "in this one statement" if c.value else "wherever it is written so"
    return f"The source {short(c.target, text)} is a source of its own {where}."


def _role(c: Correction, text: str) -> str:
    return f"The paragraph {short(c.target, text)} is: {ROLE_WORD[c.value]}."  # type: ignore[index]


def _fact(name: str) -> Sentence:
    def said(c: Correction, _: str) -> str:
        value = " ".join(c.value.split())
        value = date_words(value) if name == "date" else value
        return f"The {name} is “{value}”." if value else f"The {name} is not known."

    return said


def _answers(c: Correction, _: str) -> str:
    value = " ".join(c.value.split())
    return f"The answers are given by “{value}”." if value else "Who answers is not known."


SENTENCES: dict[CorrectionKind, Sentence] = {
    "merge": lambda c, t: f"{short(c.target, t)} is the same as {short(c.other, t)}.",
    "split": _split,
    "rename": lambda c, t: f"{short(c.target, t)} is called “{' '.join(c.value.split())}”.",
    "retype": lambda c, t: f"{short(c.target, t)} is: {TYPE_WORD[c.value]}.",  # type: ignore[index]
    "hide": lambda c, t: f"{short(c.target, t)} was hidden: it is left out of the names.",
    "name": _name,
    "name span": lambda c, t: f"The name {short(c.target, t)} is {short(c.other, t)} here.",
    "not name": lambda c, t: f"{short(c.target, t)} is not a name in this one place.",
    "speaker": _speaker,
    "not quotation": lambda c, t: f"{short(c.target, t)} is not a statement by a source.",
    "statement": _statement,
    "statement span": lambda c, t: (
        f"The statement {short(c.target, t)} is {short(c.other, t)}: it begins or ends elsewhere."
    ),
    "split source": _split_source,
    "merge source": lambda c, t: (
        f"The source {short(c.target, t)} is the same as {short(c.other, t)}."
    ),
    "role": _role,
    "title": _fact("title"),
    "outlet": _fact("outlet"),
    "author": _fact("author"),
    "published": _fact("date"),
    "answers": _answers,
}
