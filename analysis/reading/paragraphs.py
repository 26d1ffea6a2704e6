"""Where the paragraphs of a text stand, whatever way it marks them.

Blank lines, single line ends and lines broken at a fixed width all occur in what people
paste; the text itself is never changed, only pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from analysis.records import Span
from analysis.text import HYPHENS, QUOTE_MARKS, is_letter_label

# Line ends of every system, and Unicode's own line and paragraph separators.
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\r\n\v\f\x85\u2028\u2029])")
# Zero-width and control characters a browser copies along: byte-order mark, joiners,
# direction marks, soft hyphens. They are no words and no edge of a paragraph.
_RANGES = ((0x00, 0x20), (0x7F, 0xA0), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
_WIDTHS = range(0x2000, 0x200B)  # en space, em space and their kin
_SPACES = (0xA0, 0xAD, 0x1680, *_WIDTHS, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)
UNSEEN = "".join(map(chr, [*_SPACES, *(c for a, b in _RANGES for c in range(a, b + 1))]))
_TERMINAL = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]*_]*$")

FITTED_SHARE = 0.8  # of open lines that had no room for the next word: chance gives a fifth
CREDIT = re.compile(
    r"\s(?P<credit>\((?:Additional )?(?:Reporting|Writing|Editing)(?: and \w+)? by [^()]+\))$"
)
_QUOTING = re.compile(QUOTE_MARKS)
_BROKEN = re.compile(rf"[^\W\d_][{HYPHENS}][ \t]*$")
LABEL = 250  # characters of a line that says who wrote what follows
WRAP_SHARE = 0.5  # of line pairs that flow on; in wrapped prose 7 to 9 of 10 do, in lists none
WRAP_WIDTH = range(30, 121)  # characters; mail wraps at 72, terminals at 80
NARROW = range(10, 121)  # where words are broken: columns of a newspaper
FULL_LINE = 0.6  # of the usual width; a shorter line ends its paragraph
SURE_LINE = 0.9  # where no line of the block flows on, as in headline over byline


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something to see on it; ``after_blank`` when an empty line stands before."""

    span: Span
    words: str
    after_blank: bool
    indent: int = 0
    """Spaces before it, where paragraphs are marked so."""
    broken: bool = False
    """Whether it ends inside a word: “Insti-”."""
    quoted: bool = False
    """Whether “>” stands before it, as before each line of a mail that is answered."""


def cut_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs as spans without surrounding white space, in linear time.

    Lines are paragraphs, unless the text is hard-wrapped: then the lines between blank
    lines (or up to a short last line) are one.
    """
    lines = list(_lines(text))
    widths = {q: _wrap_width([x for x in lines if x.quoted is q]) for q in (False, True)}
    if not any(widths.values()) and not any(line.broken for line in lines):
        return _labels_whole(text, [line.span for line in lines])
    joined = (s for block in _blocks(lines) for s in _joined(block, widths[block[0].quoted]))
    pieces = (piece for span in joined for piece in _without_credit(text, span))
    return _labels_whole(text, list(pieces))


def _labels_whole(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """“On 4 May 2026, Ida Voss ⏎ <ida@courier.example> wrote:” on two lines is one paragraph."""
    found = spans[:1]
    for span in spans[1:]:
        whole = Span(found[-1].start, span.end)
        short = text.startswith("On ", whole.start) and whole.end - whole.start < LABEL
        if short and is_letter_label(text, whole):
            found[-1] = whole
        else:
            found.append(span)
    return tuple(found)


def _without_credit(text: str, span: Span) -> Iterator[Span]:
    """“… last month. (Reporting by Ilse Marr)”: agencies run the credit on."""
    credit = CREDIT.search(span.of(text))
    if credit is None:
        yield span
        return
    yield Span(span.start, span.start + credit.start())
    yield Span(span.start + credit.start("credit"), span.end)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    block: list[Line] = []
    for line in lines:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    yield block


def _joined(block: list[Line], width: int) -> list[Span]:
    """The paragraphs of a block: wrapped at a width, or (0) only where a word is broken."""
    full = width * (FULL_LINE if any(_flows(a, b) for a, b in pairwise(block)) else SURE_LINE)
    found = [block[0].span]
    base = min(line.indent for line in block)
    indented = any(line.indent > base for line in block[1:])
    for before, line in pairwise(block):
        starts = indented and line.indent > base
        flows = indented or _fitted(before, line, width) or _flows(before, line)
        wrapped = width > 0 and (flows or len(before.words) >= full)
        if _one_word(before, line) or (wrapped and not starts):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
    return found


def _lines(text: str) -> Iterator[Line]:
    end, before = 0, ""
    for match in _LINE.finditer(text):
        quoting = _QUOTING.match(text, *match.span())
        start = quoting.end() if quoting else match.start()
        span = _visible(text, start, match.end())
        if span is None:
            continue
        marks = "".join(quoting[0].split()) if quoting else ""
        blank = len(_BLANK.findall(text, end, match.start())) > 1 or marks != before
        broken = _BROKEN.search(text, max(span.start, span.end - 2), match.end()) is not None
        yield Line(span, span.of(text), blank, span.start - start, broken, bool(marks))
        end, before = match.end(), marks


def _visible(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space and invisible characters at its edges."""
    line = text[start:end]
    start = end - len(line.lstrip(UNSEEN))
    end -= len(line) - len(line.rstrip(UNSEEN))
    return Span(start, end) if start < end else None


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text was broken, or 0 when its lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    flowing = [len(a.words) for a, b in pairs if _flows(a, b)]
    if not flowing or len(flowing) < WRAP_SHARE * len(pairs):
        return _fitted_width(pairs)
    width = sorted(flowing)[len(flowing) // 2]
    columns = sum(_one_word(a, b) for a, b in pairs) > 1
    return width if width in (NARROW if columns else WRAP_WIDTH) else 0


def _fitted_width(pairs: list[tuple[Line, Line]]) -> int:
    """The width of lines that end where the next word had no room, whatever it begins with."""
    width = max((len(line.words) for pair in pairs for line in pair), default=0)
    open_ = [(a, b) for a, b in pairs if not _TERMINAL.search(a.words[-8:])]
    fitted = sum(_fitted(a, b, width) for a, b in open_)
    ends = any(_TERMINAL.search(b.words[-8:]) for _, b in pairs)  # lists of titles have no end
    sure = fitted >= 2 and fitted >= FITTED_SHARE * len(open_) and ends
    return width if sure and width in WRAP_WIDTH else 0


def _fitted(before: Line, line: Line, width: int) -> bool:
    """Whether the next word would not have fitted on an open line."""
    room = len(before.words) + 1 + len(line.words.split()[0])
    return room > width and not _TERMINAL.search(before.words[-8:])


def _flows(before: Line, line: Line) -> bool:
    """Whether the second line plainly goes on from the first."""
    return line.words[0].islower() and not _TERMINAL.search(before.words[-8:])


def _one_word(before: Line, line: Line) -> bool:
    """Whether a word is broken between the two lines."""
    return before.broken and line.words[0].islower()
