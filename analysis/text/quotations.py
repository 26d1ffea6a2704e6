"""Quotation marks paired by where they stand, and which of them hold speech.

Newspapers mix straight and curly marks, forget some, and open a long quotation anew on every
paragraph; so a mark's place among letters and spaces decides, and its shape only where the
place leaves the question open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.records import READ_ROLES, Article, Span
from analysis.text.quotation_kinds import UTTERANCE_WORDS, Kind, kind_of
from analysis.text.spans import InOrder

DEEPEST = 3
"""Marks of one kind inside each other; more are no sentence, and looking for them takes time."""
_MARK = re.compile("[\"“”„‟«»]|``|''|[‘’‚'`]")
_LEFT_OPENS = frozenset(" \t\u00a0\u200b([{—–-―/…:\"“„«‘'`") | {""}
_RIGHT_CLOSES = frozenset(" \t\u00a0\u200b)]}—–-―/…,.;:?!\"”»’'") | {""}
_SHAPES = {"“": 1, "„": 1, "‟": 1, "«": 1, "``": 1, "‘": 1, "‚": 1, "`": 1, "”": -1, "»": -1}
_SINGLES = frozenset("‘’‚'`")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included; one span for each paragraph it runs over.

    ``level`` says how many others hold it: 0 for the outer marks, 1 for marks inside them, 2
    for marks inside those. ``closed`` is False where the closing mark is missing.
    """

    spans: tuple[Span, ...]
    level: int
    kind: Kind
    closed: bool

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    def covers(self, span: Span) -> bool:
        """Whether the span lies wholly between these marks."""
        return any(s.covers(span) for s in self.spans)

    def overlaps(self, span: Span) -> bool:
        """Whether the span shares a character with the quotation."""
        return any(s.overlaps(span) for s in self.spans)


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of these paragraphs in order, nested ones after the one that holds them.

    A quotation left open at a paragraph's end goes on where the next paragraph begins with
    an opening mark; one that nothing closes ends with its paragraph.
    """
    found: list[tuple[tuple[Span, ...], bool]] = []
    carried: list[Span] = []
    for i, paragraph in enumerate(paragraphs):
        pairs, left_open = _pairs(text, paragraph)
        if carried:
            if pairs and pairs[0].start == paragraph.start:
                found.append(((*carried, pairs.pop(0)), True))
                carried = []
            elif left_open != paragraph.start:
                found.append((tuple(carried), False))
                carried = []
        found += [((pair,), True) for pair in pairs]
        if left_open is not None:
            rest = Span(left_open, paragraph.end)
            if _continues(text, paragraphs, i):
                carried.append(rest)
            elif left_open == paragraph.start or carried or _long(text, rest):
                found.append(((*carried, rest), False))
                carried = []
    singles = _singles_of(text, paragraphs, [s for spans, _ in found for s in spans])
    found += [((span,), True) for span in singles]
    depth = _depths([s for spans, _ in found for s in spans])
    made = (Quotation(s, depth[s[0]], kind_of(text, s), closed) for s, closed in found)
    return tuple(sorted(made, key=lambda q: (q.start, -q.end)))


def article_quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of what is read in an article: found once, and passed from stage to stage."""
    prose = [p.span for p in article.paragraphs if p.role in READ_ROLES]
    return find_quotations(article.text, prose)


def _depths(spans: Sequence[Span]) -> dict[Span, int]:
    """For each span how many of the others hold it."""
    depths: dict[Span, int] = {}
    around: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        depths[span] = len(around)
        around.append(span)
    return depths


# ---------------------------------------------------------------- double marks


@dataclass(slots=True)
class _Open:
    """A double mark nothing has closed yet, and whether a single one stands open behind it."""

    start: int
    single: bool = False
    held: bool = False
    """Whether double marks have opened inside it."""


def _pairs(text: str, paragraph: Span) -> tuple[list[Span], int | None]:
    """Paired double marks of one paragraph, and where one is left open at its end.

    Double marks inside double ones need single marks between: “She said: ‘He asked: “Why?” I
    left.’” Without them the mark before was never closed.
    """
    pairs: list[Span] = []
    opened: list[_Open] = []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if mark[0] in _SINGLES:
            if opened and (way := _single_direction(text, mark, paragraph)):
                opened[-1].single = way > 0
            continue
        way = _direction(text, mark, paragraph)
        if not opened:
            if way >= 0:
                opened.append(_Open(mark.start()))
        elif way > 0 and _is_new_start(text, mark, paragraph):
            if opened[-1].single and len(opened) < DEEPEST:
                opened[-1].held = True
            else:
                opened.pop()
            opened.append(_Open(mark.start()))
        elif not _measures(text, mark):
            start = opened.pop().start
            if mark.start() > start + 1:
                pairs.append(Span(start, mark.end()))
    left = opened[-1].start if opened and not opened[-1].held else None
    return sorted(pairs), left


def _direction(text: str, mark: re.Match[str], paragraph: Span) -> int:
    """1: opens, -1: closes, 0: its place does not say and it may do either."""
    left = text[mark.start() - 1] if mark.start() > paragraph.start else ""
    right = text[mark.end()] if mark.end() < paragraph.end else ""
    opens, closes = left in _LEFT_OPENS, right in _RIGHT_CLOSES
    if opens and not closes:
        return 1
    if closes and not opens:
        return -1
    return _SHAPES.get(mark[0], 0)


def _is_new_start(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """A space and a curly or capital-led opening: not a straight mark used for closing."""
    return mark.start() == paragraph.start or _SHAPES.get(mark[0]) == 1 or mark[0] == '"'


def _measures(text: str, mark: re.Match[str]) -> bool:
    """``6' 2"``: inches, not the end of a quotation."""
    before = text[max(0, mark.start() - 6) : mark.start()]
    return mark[0] == '"' and bool(re.search(r"\d['’]\s?\d+$", before))


def _continues(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    if index + 1 >= len(paragraphs):
        return False
    following = paragraphs[index + 1]
    mark = _MARK.match(text, following.start)
    if mark is None or mark[0] in _SINGLES:
        return False
    return _SHAPES.get(mark[0], 0) >= 0


def _long(text: str, span: Span) -> bool:
    """Whether an unclosed stretch is long enough to be a quotation rather than a stray mark."""
    return len(_WORD.findall(text[span.start : span.start + 200])) >= UTTERANCE_WORDS


# ---------------------------------------------------------------- single marks


def _singles_of(text: str, paragraphs: Sequence[Span], doubles: Sequence[Span]) -> list[Span]:
    """What stands in single marks; ``doubles`` are all stretches between double ones."""
    depth = _depths(doubles)
    layers = [
        InOrder(sorted(s for s in doubles if depth[s] == level))
        for level in range(max(depth.values(), default=-1) + 1)
    ]
    return [s for p in paragraphs for s in _singles(text, p, layers)]


def _singles(text: str, paragraph: Span, layers: Sequence[InOrder[Span]]) -> list[Span]:
    """Stretches in single marks; an apostrophe closes nothing unless it stands like a mark.

    Single marks inside single ones need double marks between: ‘She said: “He said: ‘No.’”’
    """
    found: list[Span] = []
    opened: list[tuple[int, int | None]] = []  # where each began, where it may have ended
    marks = [m for m in _MARK.finditer(text, paragraph.start, paragraph.end) if m[0] in _SINGLES]
    for mark in marks:
        direction = _single_direction(text, mark, paragraph)
        if direction > 0:
            deep = len(opened) == DEEPEST
            if opened and (deep or not _between(layers, opened[-1][0], mark.start())):
                _close(found, text, opened.pop(), layers)
            opened.append((mark.start(), None))
        elif direction < 0 and opened:
            if _plural_possessive(text, mark):
                opened[-1] = opened[-1][0], mark.end()
                continue
            _close(found, text, (opened.pop()[0], mark.end()), layers)
    for left in opened:
        _close(found, text, left, layers)
    return found


def _between(layers: Sequence[InOrder[Span]], start: int, offset: int) -> bool:
    """Whether double marks opened behind the first character are still open at the second."""
    return any((s := layer.at(offset)) is not None and s.start > start for layer in layers)


def _single_direction(text: str, mark: re.Match[str], paragraph: Span) -> int:
    left = text[mark.start() - 1] if mark.start() > paragraph.start else ""
    right = text[mark.end()] if mark.end() < paragraph.end else ""
    if right.isalnum():
        elided = mark[0] != "‘" and _ELIDED.match(text, mark.end(), paragraph.end)
        return 1 if left in _LEFT_OPENS and not elided else 0
    return -1 if left and not left.isspace() and mark[0] != "‘" else 0


def _plural_possessive(text: str, mark: re.Match[str]) -> bool:
    """``voters’ rights``: an s before, a small letter after."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 2]
    return before == "s" and after[:1] == " " and after[1:].islower()


def _close(
    found: list[Span], text: str, ends: tuple[int, int | None], layers: Sequence[InOrder[Span]]
) -> None:
    """Add what stands between these ends unless double marks cross it or it holds no word.

    “'The report said: "Close it." We did not listen,' he said”: there the single marks are outside.
    """
    start, end = ends
    if end is None:
        return
    span = Span(start, end)
    beside = [s for layer in layers for s in layer.touching(span) if not s.covers(span)]
    held = all(span.covers(s) for s in beside)
    if beside and not (held and text[end - 2] in '.,!?…"”'):
        return
    if _WORD.search(text, start, end):
        found.append(span)
