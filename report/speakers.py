"""A report's sections on who is speaking: the sources, their audit, every statement."""

from __future__ import annotations

import pandas as pd

from analysis.tables import source_audit, source_table, unnamed_table
from analysis.text import body_words, share, signed
from charts.sources import NAMED_WORDS, STANCE_WORDS
from charts.theme import MODE_WORDS, ROLE_WORDS
from report.audit import audit_lines
from report.markup import Column, Html, items, join, quoted, table, tag, words
from report.part import MOST_ROWS, Part, more


def sources(part: Part) -> Html:
    found = source_table(part.analysis)
    if found.empty:
        text = "Nothing in it is credited to anybody: its words are the writer's own."
        return tag("section", part.head("Who is speaking"), tag("p", text))
    shown = found.head(MOST_ROWS)
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
        more(len(found), "source"),
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
    return join([made, more(len(rows), "unnamed source")])


def statements(part: Part) -> Html:
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
        more(len(rows), "statement"),
        id=f"{part.id}-statements",
    )


def _cue(part: Part, cue: str, stance: str) -> Html:
    """The reporting words, and what they imply where they imply anything."""
    implied = "" if stance in ("neutral", "unclassified") else STANCE_WORDS.get(stance, stance)
    return join([words(cue, part.lang), tag("small", implied) if implied else ""])
