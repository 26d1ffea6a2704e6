"""The report: one self-contained page of one article or of many, to send or to print.

It holds no script and asks for nothing: a policy inside it forbids both. What it shows of an
article is escaped by ``report.markup``; its size is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path

import pandas as pd

from analysis import Analysis
from analysis.records import ArticleError
from analysis.tables import source_audit, unnamed_table
from analysis.text import count, date_words, share, signed
from report.article import article_part
from report.audit import audit_lines
from report.files import workbook
from report.markup import Column, Html, items, join, table, tag, words
from report.naming import made_line, source_line, title_of
from report.speakers import unnamed_sources
from report.trust import trust_part

NOTHING = "there is no article to report on."
LARGEST = 12_000_000
"""Characters of sections of single articles; mail servers seldom take more. The others are left
out, and said to be: index and audit have all."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
NOT_IN_IT = (
    "The article itself is not in this report, only the passages its figures rest on; numbers of "
    "paragraphs count those of the body."
)


def report_html(analyses: Iterable[Analysis], title: str = "") -> str:
    """The page as HTML; ``title`` heads a report of several articles.

    Raises ``ArticleError`` where there is no article.
    """
    given = iter(analyses)
    first = list(islice(given, 2))
    if not first:
        raise ArticleError(NOTHING)
    if len(first) > 1:
        return _of_many(chain(first, given), title)
    return _page(source_line(first[0]), article_part(first[0], "a1"), made_line(first))


def write_report(analyses: Iterable[Analysis], file: Path, title: str = "") -> None:
    """Write the report: HTML, or a workbook of all tables where the file's name ends in .xlsx.

    Raises ``ArticleError`` where there is no article or the file cannot be written.
    """
    if file.suffix.casefold() == ".xlsx":
        held = list(analyses)
        if not held:
            raise ArticleError(NOTHING)
        made = workbook(held)
    else:
        made = report_html(analyses, title).encode("utf-8")
    try:
        file.write_bytes(made)
    except OSError as error:
        raise ArticleError(f"{file} cannot be written ({error.strerror}): name another.") from None


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article of many: its lines of the index and of the audit, its section or ""."""

    id: str
    title: str
    outlet: str
    published: str
    tone: tuple[str, str, str]
    """Of the whole body, the writer, those quoted."""
    audit: pd.DataFrame
    unnamed: pd.DataFrame
    part: Html


def _of_many(analyses: Iterable[Analysis], title: str) -> str:
    entries, size = [], 0
    kinds: dict[tuple[str, str], Analysis] = {}
    for n, analysis in enumerate(analyses, start=1):
        part = article_part(analysis, f"a{n}", 2) if size < LARGEST else Html("")
        size += len(part)
        entries.append(_entry(analysis, f"a{n}", part if size <= LARGEST else Html("")))
        kinds.setdefault((analysis.model, analysis.sentiment.scorer), analysis)
    audit = pd.concat([e.audit for e in entries], ignore_index=True)
    unnamed = pd.concat([e.unnamed for e in entries], ignore_index=True)
    head = title or f"{count(len(entries), 'article')}"
    body = join(
        [
            tag("h1", words(head)),
            tag("p", _which(entries, head), class_="of"),
            tag("nav", tag("h2", "The articles"), _index(entries), aria_label="The articles"),
            _left_out(entries),
            tag("h2", "Source audit of all"),
            items(audit_lines(audit)),
            unnamed_sources(unnamed),
            *(e.part for e in entries),
        ]
    )
    return _page(head, body, made_line(list(kinds.values())))


def _entry(analysis: Analysis, id: str, part: Html) -> _Entry:
    article, tone = analysis.article, analysis.sentiment
    return _Entry(
        id,
        title_of(analysis),
        article.outlet or "",
        date_words(article.published),
        (signed(tone.article), signed(tone.writer), signed(tone.quoted)),
        source_audit([analysis]),
        unnamed_table([analysis]),
        part,
    )


def _which(entries: list[_Entry], head: str) -> str:
    outlets = dict.fromkeys(e.outlet for e in entries if e.outlet)
    size = count(len(entries), "article")
    without = sum(not e.outlet for e in entries)
    rest = f", {without} without one" if without else ""
    of = f"from {count(len(outlets), 'outlet')}{rest}" if outlets else ""
    return " ".join(x for x in ("" if head == size else size, of) if x)


def _index(entries: list[_Entry]) -> Html:
    audits = [e.audit.iloc[0] for e in entries]
    titles = [
        tag("a", words(e.title), href=f"#{e.id}") if e.part else words(e.title) for e in entries
    ]
    return table(
        "Tone from −1 to +1; unnamed: of the words credited to a source",
        [
            Column("Article", titles),
            Column("Outlet", [words(e.outlet) for e in entries]),
            Column("Date", [e.published for e in entries]),
            Column("Words", [f"{a['words']:,}" for a in audits], number=True),
            Column("Tone", [e.tone[0] for e in entries], number=True),
            Column("Writer", [e.tone[1] for e in entries], number=True),
            Column("Quoted", [e.tone[2] for e in entries], number=True),
            Column("Sources", [int(a["sources"]) for a in audits], number=True),
            Column(
                "Unnamed",
                [
                    share(a["unnamed_words"], a["attributed_words"])
                    if a["attributed_words"]
                    else "–"
                    for a in audits
                ],
                number=True,
            ),
        ],
    )


def _left_out(entries: list[_Entry]) -> Html:
    without = sum(not e.part for e in entries)
    if not without:
        return Html("")
    text = (
        f"{count(without, 'article')} at the end of the list have no section of their own, so "
        "that this file can still be sent; list and audit count them."
    )
    return tag("p", text, class_="note")


def _page(title: str, body: Html, made: str) -> str:
    head = join(
        [
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Html('<meta name="generator" content="Hearsay">'),
            tag("title", f"{title} · Hearsay"),
            Html(f"<style>{_style()}</style>"),
        ]
    )
    foot = tag("footer", tag("p", f"Made by {made}."), tag("p", NOT_IN_IT))
    main = tag("main", body, trust_part(2))
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{main}{foot}</body></html>\n'


@cache
def _style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
