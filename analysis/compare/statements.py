"""The statements of several articles in rows: who reports which, in what manner, through whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.compare.joins import Joined
from analysis.compare.matching import IN_A_ROW, Said, match
from analysis.compare.wording import Wording, read_wording
from analysis.records import Analysis, Attribution, Credit, Span

DENIES = frozenset({"deny"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One article's report of a statement: its attribution, and how it was matched."""

    article: str
    attribution: Attribution
    source: str
    """Whom this article credits, as it names them."""
    relays: tuple[str, ...]
    """Through whom it came, the outlet and the speaker left out."""
    text: str
    rule: str
    """Which rule matched it to another cell of its row; "" for the first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement, and every article's report of it (none: the article does not have it)."""

    speaker: str
    cells: tuple[Cell, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that report it."""
        return frozenset(c.article for c in self.cells)


def match_statements(analyses: Sequence[Analysis], cast: Sequence[Joined]) -> tuple[Row, ...]:
    """Every statement once, those in most articles first, then in reading order.

    A statement joins a row only if it matches each report already there, so that likeness
    is never handed on from one pair to the next.
    """
    who = {(m.article, m.source): j for j in cast for m in j.members if m.source}
    rows: list[_Begun] = []
    known: defaultdict[object, list[int]] = defaultdict(list)
    for analysis in analyses:
        begun = len(rows)  # rows of earlier articles: one article's statements are its own
        for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
            joined = who.get((analysis.article.id, credit.source or ""))
            said, cell = _said(analysis, a, joined), _cell(analysis, a, credit)
            near = (rows[i] for i in _near(said.wording, known) if i < begun)
            row, rule = _row_of(said, cell, near)
            if row is None:
                for mark in _marks(said.wording):
                    known[mark].append(len(rows))
                rows.append(_Begun([said], [cell], joined.name if joined else ""))
            else:
                kept = Cell(cell.article, a, cell.source, cell.relays, cell.text, rule)
                row.said.append(said)
                row.cells.append(kept)
    made = [Row(row.speaker, tuple(row.cells)) for row in rows]
    return tuple(sorted(made, key=lambda row: -len(row.articles)))


@dataclass(frozen=True, slots=True)
class _Begun:
    """A row that may still grow."""

    said: list[Said]
    cells: list[Cell]
    speaker: str


def _marks(wording: Wording) -> set[object]:
    """What two statements must have in common to be one: two of these, or words in a row."""
    numbers = {(n,) for n in wording.numbers}
    rows = range(len(wording.runs) - IN_A_ROW + 1)
    return {
        *wording.keys,
        *wording.calendar,
        *numbers,
        *(wording.runs[i : i + IN_A_ROW] for i in rows),
    }


def _near(wording: Wording, known: Mapping[object, Sequence[int]]) -> list[int]:
    """Places of the rows, in order, that the rules could say yes to; all others would be no."""
    shared, together = Counter[int](), set[int]()
    for mark in _marks(wording):
        places = known.get(mark, ())
        shared.update(places)
        if isinstance(mark, tuple) and len(mark) == IN_A_ROW:
            together.update(places)
    return sorted(together.union(place for place, n in shared.items() if n > 1))


def _row_of(said: Said, cell: Cell, rows: Iterable[_Begun]) -> tuple[_Begun | None, str]:
    """The first row that the statement belongs to, and the rule that says so."""
    for row in rows:
        if any(c.article == cell.article for c in row.cells):
            continue
        verdicts = [match(said, other) for other in row.said]
        if all(v.answer for v in verdicts):
            return row, verdicts[0].rule
    return None, ""


def _said(analysis: Analysis, a: Attribution, joined: Joined | None) -> Said:
    return Said(
        joined.key if joined else "",
        bool(joined and joined.named),
        read_wording(_words_of(analysis, a.content)),
        a.negated or a.stance in DENIES,
    )


def _cell(analysis: Analysis, a: Attribution, credit: Credit) -> Cell:
    names = {s.id: s.name for s in analysis.sources}
    text = " … ".join(s.of(analysis.article.text) for s in a.content)
    source = names.get(credit.source or "", "")
    return Cell(analysis.article.id, a, source, credit.chain[1:-1], text, "")


def _words_of(analysis: Analysis, spans: tuple[Span, ...]) -> str:
    return " ".join(s.of(analysis.article.text) for s in spans)


def from_headline(analysis: Analysis, row: Row) -> bool:
    """Whether the article's headline takes up the statement: two of its keys stand there."""
    title = next((p.span for p in analysis.article.paragraphs if p.role == "headline"), None)
    if title is None:
        return False
    head = read_wording(title.of(analysis.article.text))
    own = [c for c in row.cells if c.article == analysis.article.id]
    said = [read_wording(c.text) for c in own]
    return any(len(head.keys & w.keys) + len(head.numbers & w.numbers) >= 2 for w in said)
