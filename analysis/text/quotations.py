"""Quotation marks paired by where they stand, and which of them hold speech.

Newspapers mix straight and curly marks, forget some, and open a long quotation anew on every
paragraph; so a mark's place among letters and spaces decides, and its shape only where the
place leaves the question open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from analysis.lexicon import Pattern, word_group, word_list
from analysis.records import READ_ROLES, Article, Span
from analysis.text.spans import InOrder

Kind = Literal["speech", "fragment", "title", "nickname", "scare"]

UTTERANCE_WORDS = 5  # fewer words without a sentence's punctuation are a fragment
_MARK = re.compile("[\"“”„‟«»]|``|''|[‘’‚'`]")
_LEFT_OPENS = frozenset(" \t\u00a0\u200b([{—–-―/…:\"“„«‘'`") | {""}
_RIGHT_CLOSES = frozenset(" \t\u00a0\u200b)]}—–-―/…,.;:?!\"”»’'") | {""}
_SHAPES = {"“": 1, "„": 1, "‟": 1, "«": 1, "``": 1, "‘": 1, "‚": 1, "`": 1, "”": -1, "»": -1}
_SINGLES = frozenset("‘’‚'`")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[,.;:?!…—–-]\W*$")
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included; one span for each paragraph it runs over.

    ``level`` is 0 for the outer marks, 1 for marks inside them. ``closed`` is False where
    the closing mark is missing.
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
    outer = [Quotation(s, 0, _kind(text, s), closed) for s, closed in found]
    holders = InOrder(sorted(s for q in outer for s in q.spans))
    inner = [q for p in paragraphs for q in _singles(text, p, holders)]
    british = InOrder(sorted(s for q in inner if q.level == 0 for s in q.spans))
    outer = [replace(q, level=1) if british.covering(q.spans[0]) else q for q in outer]
    return tuple(sorted(outer + inner, key=lambda q: (q.start, -q.end)))


def article_quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of what is read in an article: found once, and passed from stage to stage."""
    prose = [p.span for p in article.paragraphs if p.role in READ_ROLES]
    return find_quotations(article.text, prose)


# ---------------------------------------------------------------- double marks


def _pairs(text: str, paragraph: Span) -> tuple[list[Span], int | None]:
    """Paired double marks of one paragraph, and where one is left open at its end."""
    pairs: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if mark[0] in _SINGLES:
            continue
        if opened is None:
            if _direction(text, mark, paragraph) >= 0:
                opened = mark.start()
        elif _direction(text, mark, paragraph) > 0 and _is_new_start(text, mark, paragraph):
            opened = mark.start()  # the mark before was never closed
        elif not _measures(text, mark):
            if mark.start() > opened + 1:
                pairs.append(Span(opened, mark.end()))
            opened = None
    return pairs, opened


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


def _singles(text: str, paragraph: Span, holders: InOrder[Span]) -> list[Quotation]:
    """Quotations in single marks; an apostrophe closes nothing unless it stands like a mark.

    ``holders`` are the stretches between double marks.
    """
    found: list[Quotation] = []
    opened: int | None = None
    possible: int | None = None
    marks = [m for m in _MARK.finditer(text, paragraph.start, paragraph.end) if m[0] in _SINGLES]
    for mark in marks:
        direction = _single_direction(text, mark, paragraph)
        if direction > 0:
            if opened is not None and possible is not None:
                _add_single(found, text, Span(opened, possible), holders)
            opened, possible = mark.start(), None
        elif direction < 0 and opened is not None:
            if _plural_possessive(text, mark):
                possible = mark.end()
                continue
            _add_single(found, text, Span(opened, mark.end()), holders)
            opened = possible = None
    if opened is not None and possible is not None:
        _add_single(found, text, Span(opened, possible), holders)
    return found


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


def _add_single(found: list[Quotation], text: str, span: Span, holders: InOrder[Span]) -> None:
    """Add the quotation unless double marks cross it or it holds no word.

    “'The report said: "Close it." We did not listen,' he said”: there the single marks are outside.
    """
    beside = holders.touching(span)
    if beside and all(span.covers(h) for h in beside) and text[span.end - 2] in '.,!?…"”':
        beside = ()  # British: double marks inside single ones
    if any(not h.covers(span) for h in beside):
        return
    if _WORD.search(text, span.start, span.end):
        found.append(Quotation((span,), 1 if beside else 0, _kind(text, (span,)), True))


# ---------------------------------------------------------------- what it is


def _kind(text: str, spans: tuple[Span, ...]) -> Kind:
    """What the marks are for, as far as the words between and beside them tell."""
    words = _WORD.findall(text[spans[0].start : min(spans[0].end, spans[0].start + 400)])
    held = text[spans[0].start + 1 : spans[-1].end].strip("\"“”„‟«»'’`‘ ")
    before = text[max(0, spans[0].start - 40) : spans[0].start].split("\n")[-1]
    after = text[spans[-1].end : spans[-1].end + 30].split("\n")[0]
    if len(spans) > 1:
        return "speech"
    short = len(words) < UTTERANCE_WORDS
    ended = bool(_END.search(text[max(spans[0].start, spans[-1].end - 3) : spans[-1].end]))
    if _is_nickname(words, before, after):
        return "nickname"
    if _is_title(words, before, ended):
        return "title"
    if short and _SO_CALLED.search(before):
        return "scare"
    if held[:1].islower() and (short or not ended):
        return "fragment"
    return "fragment" if short and not ended else "speech"


_CAPITAL_LAST = re.compile(r"[A-Z][\w.’'-]*\s*$")
_CAPITAL_FIRST = re.compile(r"\s*[A-Z][a-z]+")
_CALLED = re.compile(r"(?:nicknamed|known as|a\.?k\.?a\.?|dubbed|alias)\s*,?\s*$", re.I)
_SO_CALLED = Pattern(r"{called so}\s*(?:an?|the)?\s*$", re.I)
_TITLED = re.compile(r"\b(?:titled|entitled|headlined|captioned)\s*$", re.I)
_LAST_WORD = re.compile(r"([^\W_]+)\W*$")


def _is_nickname(words: Sequence[str], before: str, after: str) -> bool:
    """``Rafe “Shorty” Tolland``, ``known as “the Baron”``: part of a name."""
    if not words or len(words) > 3:
        return False
    if _CALLED.search(before):
        return True
    between = _CAPITAL_LAST.search(before) and _CAPITAL_FIRST.match(after)
    return bool(between) and words[-1][0].isupper()


def _is_title(words: Sequence[str], before: str, ended: bool) -> bool:
    """``the book “A Winter Abroad”``: capitals throughout, or a word for a work before it."""
    if not words:
        return False
    if _TITLED.search(before):
        return True
    small = word_group("title words")
    main = [w for w in words if w.lower() not in small]
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in main)
    cased = len(words) > 1 and capitals == len(main) >= 1
    named = _LAST_WORD.search(before)
    if (
        named
        and named[1].lower() in word_list("works")
        and not before.rstrip().endswith((",", ":"))
    ):
        return cased or (capitals * 2 >= len(main) and not ended)
    return cased and len(main) >= 3 and len(words) <= 14 and not ended
