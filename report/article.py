"""One article in a report: what is known of it, a section for each question, passages with it.

``SECTIONS`` at the foot is the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis import Analysis
from analysis.tables import (
    correction_table,
    count_tones,
    ranked_table,
    tone,
    tone_columns,
)
from analysis.text import body_words, count, date_words, distrust, language_of, signed
from analysis.tone import name_tone
from charts.theme import TYPE_WORDS
from report.markup import Column, Html, facts, join, quoted, said, table, tag, words
from report.naming import title_of
from report.part import MOST_ROWS, Part, more, short
from report.rows import rows_of, summary
from report.score import score_figure
from report.sentences import Link, Piece
from report.speakers import sources, statements

STRONGEST = 5
"""Sentences shown at either end."""


def article_part(analysis: Analysis, id: str, level: int = 1) -> Html:
    """The whole part; ``level`` is that of its title among the headings."""
    lang = language_of(analysis.article.text) or ""
    part = Part(analysis, rows_of(analysis), id, level, "" if lang == "en" else lang)
    body = join(section(part) for section in SECTIONS)
    top = tag(f"h{level}", words(title_of(analysis), part.lang))
    return tag("article", top, _known(part), _summary(part, body), body, id=id)


def _known(part: Part) -> Html:
    article = part.analysis.article
    line = [article.outlet, article.author, date_words(article.published)]
    known: list[object] = [words(x, part.lang) for x in line if x]
    known.append(f"{count(body_words(article), 'word')} in the body")
    warned = distrust(article.text)
    return join(
        [
            tag("p", join(known, " · "), class_="of"),
            facts([("File", article.file), ("Address", article.url)]),
            tag("p", warned, class_="warning") if warned else "",
        ]
    )


def _summary(part: Part, body: str) -> Html:
    """The three sentences; a figure leads to its table where there is one."""
    lines = [
        tag("p", *(_piece(part, piece, body) for piece in pieces))
        for pieces in summary(part.analysis, part.rows)
    ]
    return tag("section", part.head("In three sentences"), *lines, class_="summary")


def _piece(part: Part, piece: Piece, body: str) -> Html:
    if isinstance(piece, str):
        return said(piece)
    target = f"{part.id}-{_target(piece)}"
    there = f'id="{target}"' in body
    return tag("a", piece.words, href=f"#{target}") if there else words(piece.words)


def _target(link: Link) -> str:
    if link.kind == "show":
        return str(link.value).partition(";")[0]
    return f"{link.kind}-{link.value}"


def _score(part: Part) -> Html:
    if not part.analysis.article.body:
        return Html("")
    return tag("section", part.head("The score"), score_figure(part.analysis, part.id))


def _tone(part: Part) -> Html:
    tones, article = count_tones(part.rows.sentences), part.analysis.article
    points = tone.headline_and_body(part.analysis)
    heads = points[points["part"] == "headline"].to_dict("records")
    rows: list[tuple[str, float | None, int]] = [
        ("The whole body", tones.article, tones.sentences),
        ("The writer", tones.writer, tones.writer_sentences),
        ("Those quoted", tones.quoted, tones.quoted_sentences),
    ]
    rows += [("The headline", r["compound"], r["sentences"]) for r in heads]
    columns = tone_columns(part.rows.paragraphs, article)
    return tag(
        "section",
        part.head("How it sounds"),
        table(
            "Tone by voice, −1 to +1",
            [
                Column("Voice", [name for name, _, _ in rows]),
                Column("Tone", [signed(value) for _, value, _ in rows], number=True),
                Column("In words", [_in_words(value) for _, value, _ in rows]),
                Column("Sentences", [n for _, _, n in rows], number=True),
            ],
        ),
        table(
            "Tone by paragraph",
            [
                Column("Paragraph", list(columns["label"])),
                Column("Tone", [signed(c) for c in columns["compound"]], number=True),
                Column("Words", list(columns["words"]), number=True),
                Column("Begins", [quoted(short(t), part.lang) for t in columns["text"]]),
            ],
            [f"{part.id}-paragraph-{p}" for p in columns["paragraph"]],
        ),
        _strongest(part),
        id=f"{part.id}-paragraphs",
    )


def _strongest(part: Part) -> Html:
    """The sentences at both ends, with the words that moved their scores."""
    moved = part.rows.sentences[part.rows.sentences["because"] != ""]
    ranked = moved.sort_values("compound", kind="stable")
    low = ranked[ranked["compound"] < 0].head(STRONGEST)
    high = ranked[ranked["compound"] > 0].tail(STRONGEST)[::-1]
    rows = pd.concat([low, high])
    if rows.empty:
        return Html("")
    return table(
        "The most negative and the most positive sentences",
        [
            Column("Tone", [signed(c) for c in rows["compound"]], number=True),
            Column("Paragraph", [n or "–" for n in rows["number"]], number=True),
            Column("Sentence", [quoted(t, part.lang) for t in rows["text"]]),
            Column("Because of", [words(b, part.lang) for b in rows["because"]]),
        ],
    )


def _names(part: Part) -> Html:
    ranked = ranked_table(part.analysis, part.rows.places)
    if ranked.empty:
        return tag("section", part.head("Who it is about"), tag("p", "Nobody is named in it."))
    shown = ranked.head(MOST_ROWS)
    return tag(
        "section",
        part.head("Who it is about"),
        table(
            "People, places and bodies by how often they are named",
            [
                Column("Name", [words(n, part.lang) for n in shown["name"]]),
                Column("Kind", [TYPE_WORDS.get(t, t) for t in shown["type"]]),
                Column("Mentions", list(shown["count"]), number=True),
                Column("Paragraphs", list(shown["paragraphs"]), number=True),
                Column("Written as", [words(f, part.lang) for f in shown["forms"]]),
            ],
            [f"{part.id}-entity-{e}" for e in shown["entity"]],
        ),
        more(len(ranked), "name"),
        id=f"{part.id}-names",
    )


def _corrections(part: Part) -> Html:
    kinds = {c.kind for c in part.analysis.corrections}
    rows = correction_table(part.analysis, kinds)
    if rows.empty:
        told = tag("p", "None: everything here is as the program read it.")
        return tag("section", part.head("Corrected by the reader"), told)
    return tag(
        "section",
        part.head("Corrected by the reader"),
        table(
            "All figures here are counted with these corrections",
            [
                Column("Correction", [words(said, part.lang) for said in rows["said"]]),
                Column("Applies", ["yes" if a else "no longer" for a in rows["applies"]]),
            ],
        ),
    )


def _in_words(value: float | None) -> str:
    return "no sentence" if value is None else name_tone(value)


SECTIONS: tuple[Callable[[Part], Html], ...] = (
    _score,
    _tone,
    _names,
    sources,
    statements,
    _corrections,
)
