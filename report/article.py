"""One article in a report: what is known of it, a section for each question, passages with it.

``SECTIONS`` at the foot is the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analysis import Analysis
from analysis.tables import (
    correction_table,
    count_tones,
    ranked_table,
    source_audit,
    source_table,
    tone,
    tone_columns,
    unnamed_table,
)
from analysis.text import body_words, count, date_words, distrust, language_of, share, signed
from analysis.tone import name_tone
from charts.sources import NAMED_WORDS, STANCE_WORDS
from charts.theme import MODE_WORDS, ROLE_WORDS, TYPE_WORDS
from report.audit import audit_lines
from report.markup import Column, Html, facts, items, join, quoted, said, table, tag, words
from report.naming import title_of
from report.rows import Rows, rows_of, summary
from report.score import score_figure
from report.sentences import Link, Piece

MOST_ROWS = 300
"""Of one table; a page of print holds about 30. The workbook has all."""
STRONGEST = 5
"""Sentences shown at either end."""


@dataclass(frozen=True, slots=True)
class Part:
    """An article on its way into a report: ``id`` begins the names of all places in it."""

    analysis: Analysis
    rows: Rows
    id: str
    level: int
    lang: str
    """The language of the article, "" for English or unknown."""

    def head(self, title: str, below: int = 1) -> Html:
        """A heading, ``below`` levels under the article's own."""
        return tag(f"h{self.level + below}", title)


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
                Column("Begins", [quoted(_short(t), part.lang) for t in columns["text"]]),
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
        _more(len(ranked), "name"),
        id=f"{part.id}-names",
    )


def _sources(part: Part) -> Html:
    sources = source_table(part.analysis)
    if sources.empty:
        text = "Nothing in it is credited to anybody: its words are the writer's own."
        return tag("section", part.head("Who is speaking"), tag("p", text))
    shown = sources.head(MOST_ROWS)
    total = body_words(part.analysis.article)
    return tag(
        "section",
        part.head("Who is speaking"),
        table(
            f"Sources by their words, of {total:,} in the body",
            [
                Column("Source", [words(n, part.lang) for n in shown["name"]]),
                Column("Named?", [NAMED_WORDS.get(n, n) for n in shown["namedness"]]),
                Column("Role", [ROLE_WORDS.get(r, r) for r in shown["role"]]),
                Column("Statements", list(shown["attributions"]), number=True),
                Column("Words", list(shown["words"]), number=True),
                Column("Share", [share(w, total) for w in shown["words"]], number=True),
                Column("Tone", [signed(c) for c in shown["compound"]], number=True),
            ],
            [f"{part.id}-source-{s}" for s in shown["source"]],
        ),
        _more(len(sources), "source"),
        part.head("Source audit", 2),
        items(audit_lines(source_audit([part.analysis]))),
        unnamed_sources(unnamed_table([part.analysis])),
    )


def unnamed_sources(rows: pd.DataFrame) -> Html:
    """The rows of ``unnamed_table`` to read; nothing for none."""
    if rows.empty:
        return Html("")
    shown = rows.head(MOST_ROWS)
    made = table(
        "Unnamed sources",
        [
            Column("Described as", [words(d) for d in shown["described_as"]]),
            Column("Outlet", [words(o) for o in shown["outlet"]]),
            Column("Statements", list(shown["statements"]), number=True),
            Column("Words", list(shown["words"]), number=True),
            Column("Reason stated", [words(r) for r in shown["reason"]]),
            Column("To check", list(shown["flags"])),
        ],
    )
    return join([made, _more(len(rows), "unnamed source")])


def _statements(part: Part) -> Html:
    rows = part.rows.statements
    if rows.empty:
        return Html("")
    shown = rows.head(MOST_ROWS)
    return tag(
        "section",
        part.head("Every statement and its words"),
        table(
            "Statements in the order of the text; the paragraph is that of the body",
            [
                Column("Paragraph", [n or "–" for n in shown["number"]], number=True),
                Column("Source", [words(n or "nobody stated", part.lang) for n in shown["name"]]),
                Column("Reported as", [MODE_WORDS.get(m, m) for m in shown["mode"]]),
                Column(
                    "By the words",
                    [_cue(part, c, s) for c, s in zip(shown["cue"], shown["stance"], strict=True)],
                ),
                Column("Passage", [quoted(c, part.lang) for c in shown["content"]]),
                Column("Sure", list(shown["confidence"])),
            ],
        ),
        _more(len(rows), "statement"),
        id=f"{part.id}-statements",
    )


def _cue(part: Part, cue: str, stance: str) -> Html:
    """The reporting words, and what they imply where they imply anything."""
    implied = "" if stance in ("neutral", "unclassified") else STANCE_WORDS.get(stance, stance)
    return join([words(cue, part.lang), tag("small", implied) if implied else ""])


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


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _more(whole: int, one: str) -> Html:
    """What a bounded table leaves out, said under it."""
    if whole <= MOST_ROWS:
        return Html("")
    return tag("p", f"{count(whole - MOST_ROWS, one)} more are in the workbook.", class_="note")


SECTIONS: tuple[Callable[[Part], Html], ...] = (
    _score,
    _tone,
    _names,
    _sources,
    _statements,
    _corrections,
)
