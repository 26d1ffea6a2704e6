"""How the numbers of a report are made, and how far to trust them."""

from __future__ import annotations

from analysis.reliability import AREAS, Measured, Task, codebook, measured
from analysis.tables import DEFINITIONS
from analysis.text import date_words
from charts.sources import NAMED_WORDS
from charts.theme import MODE_WORDS
from report.markup import Column, Html, facts, items, join, table, tag

LABELS = {
    "names": "Names",
    "mentions": "Mentions",
    "sources": "Sources",
    "statements": "Statements",
    "words": "Words of a source",
    "unnamed": "Unnamed sources",
    "tone": "Tone",
}
CATEGORIES = ("Mode", "Named-ness", "Confidence")
"""Sections of the codebook that the tables of a report use."""
MADE = (
    "A language model on the reader's own machine and lists of words find names and statements, "
    "and rules follow “she” or “the spokesman” back to who is meant. Every word of the body "
    "belongs to the writer or to exactly one source. Tone adds up the feeling of single words: it "
    "can compare, but does not tell whether a report is fair, true or biased; irony, reported "
    "crimes and quoted praise mislead it."
)


def trust_part(level: int = 2) -> Html:
    """Definitions, measured figures, what is not measured, and the codebook's categories."""
    found = measured()
    return tag(
        "section",
        tag(f"h{level}", "How the numbers are made"),
        tag("p", MADE),
        facts((LABELS[name], meaning) for name, meaning in DEFINITIONS.items()),
        tag(f"h{level}", "How far to trust them"),
        _figures(found, level) if found else tag("p", "Nothing was measured on this machine."),
        _categories(level),
        id="trust",
    )


def _figures(found: Measured, level: int) -> Html:
    met = (
        "Measured on public news articles that people annotated and the program never learned "
        f"from, on {date_words(found.made)} with version {found.version} and the language model "
        f"{found.model}. On other articles it will differ."
    )
    parts: list[object] = [tag("p", met)]
    for area, title in AREAS.items():
        tasks = [t for t in found.tasks if t.area == area]
        if tasks:
            parts += [tag(f"h{level + 1}", title), items(f"{t.title}. {t.sentence}" for t in tasks)]
    parts += [_measures(found.tasks), _confidence(found), tag("p", found.people)]
    parts += [tag(f"h{level + 1}", "What is not measured"), items(found.not_measured)]
    return join(parts)


def _measures(tasks: tuple[Task, ...]) -> Html:
    return table(
        "The figures",
        [
            Column("What", [t.title for t in tasks]),
            Column("Hearsay", [_score(t.value) for t in tasks], number=True),
            Column("People", [_score(t.people) for t in tasks], number=True),
            Column("Measure", [t.measure for t in tasks]),
            Column("On", [f"{t.n:,} {t.of}, {t.data}" for t in tasks]),
        ],
    )


def _confidence(found: Measured) -> Html:
    levels = found.confidence
    spans = [f"{c.estimate.low:.0%} to {c.estimate.high:.0%}" for c in levels]
    return table(
        "How often statements were right, by how sure the program was",
        [
            Column("Sure", [c.level for c in levels]),
            Column("Right", [f"{c.right:,} of {c.of:,}" for c in levels], number=True),
            Column("95 % interval (Wilson)", spans, number=True),
        ],
    )


def _score(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def _named(code: str) -> str:
    """A category as the tables of a report call it, with its code."""
    words = (MODE_WORDS | NAMED_WORDS).get(code, code)
    return words if words == code else f"{words} ({code})"


def _categories(level: int) -> Html:
    book = codebook()
    parts: list[object] = [tag(f"h{level}", f"What the categories mean (codebook {book.version})")]
    for name in CATEGORIES:
        section = book.section(name)
        parts += [
            tag(f"h{level + 1}", section.title),
            facts((_named(c), m) for c, m in section.entries),
        ]
    return join(parts)
