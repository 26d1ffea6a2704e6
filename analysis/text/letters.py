"""Mail answered or passed on: lines behind “>”, and “On 4 May 2026, Ida Voss wrote:” above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.records import Span

QUOTE_MARKS = r"[ \t]{0,3}>[> \t]*"
"""What mail programs put before each line they quote: “>”, “>>”, “> >”."""
_GOES_ON = re.compile(rf"[\r\n]{QUOTE_MARKS}\S")
_DEEPEST = 40  # characters of marks; a thread is answered ten times, not a hundred
_WORD = r"[^\W\d_][\w.'’-]*"
_LABEL = re.compile(
    rf"On\s(?=[^\n]{{0,80}}\d)[^<>]{{4,120}}?(?:[,\s](?:[AP]\.?M\.?,?\s+)?"
    rf"(?P<name>{_WORD}(?:[ \t]+{_WORD}){{0,4}}))?"
    r"\s*(?P<address>[<(\[][^<>()\[\]\s]{1,100}@[^<>()\[\]\s]{1,100}[>)\]])?"
    r"\s*(?P<cue>wrote|writes):",
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message inside another: who wrote it, by which words, and its paragraphs."""

    name: Span | None
    label: Span | None
    cue: Span | None
    content: tuple[Span, ...]


def quote_depths(text: str, paragraphs: Sequence[Span]) -> list[int]:
    """How many “>” stand before each paragraph; 0 for all where the text is no mail.

    A text is mail where a label says who wrote, or a quoted line goes on in the next: lists of
    links have marks, too.
    """
    depths = [_depth(text, span.start) for span in paragraphs]
    mail = any(
        _GOES_ON.search(text, span.start, span.end) if depth else _label(text, span)
        for span, depth in zip(paragraphs, depths, strict=True)
    )
    return depths if mail else [0] * len(depths)


def _depth(text: str, start: int) -> int:
    at = start
    while at > max(0, start - _DEEPEST) and text[at - 1] in "> \t":
        at -= 1
    return text.count(">", at, start) if at == 0 or text[at - 1] in "\r\n" else 0


def is_letter_label(text: str, span: Span) -> bool:
    """Whether the span is “On 4 May 2026, Ida Voss <ida@courier.example> wrote:”."""
    return _label(text, span) is not None


def _label(text: str, span: Span) -> re.Match[str] | None:
    found = _LABEL.match(text, span.start, span.end)
    return found if found and found.end() == span.end else None


def find_letters(
    text: str, paragraphs: Sequence[Span], depths: Sequence[int]
) -> tuple[Letter, ...]:
    """The messages quoted in a mail, in order; one that no label names has no ``name``.

    What stands behind more marks belongs to the message that its own label names, and not
    to the one around it. A label with an address or the time of day also holds for
    what follows without marks, up to the next: some programs drop them.
    """
    labels: list[re.Match[str] | None] = []
    parts: list[list[Span]] = []
    for number, span in _owned(text, paragraphs, depths, labels):
        parts += [[] for _ in range(number + 1 - len(parts))]
        parts[number].append(span)
    return tuple(
        _letter(label, tuple(spans)) for label, spans in zip(labels, parts, strict=False) if spans
    )


def _owned(
    text: str,
    paragraphs: Sequence[Span],
    depths: Sequence[int],
    labels: list[re.Match[str] | None],
) -> Iterator[tuple[int, Span]]:
    """Each paragraph of a message with the number of its label, which is put into ``labels``."""
    around: list[tuple[int, int]] = []  # depth, number
    waiting: tuple[int, re.Match[str]] | None = None
    for span, depth in zip(paragraphs, depths, strict=True):
        label = _label(text, span)
        while around and (around[-1][0] > depth or (label and around[-1][0] == depth == 0)):
            around.pop()
        if label:
            waiting = depth, label
            continue
        if waiting and (depth > waiting[0] or (depth == waiting[0] and waiting[1]["address"])):
            while around and around[-1][0] == depth:
                around.pop()
            around.append((depth, len(labels)))
            labels.append(waiting[1])
        elif depth and not (around and around[-1][0] == depth):
            around.append((depth, len(labels)))
            labels.append(None)
        waiting = None
        if around and around[-1][0] == depth:
            yield around[-1][1], span


def _letter(label: re.Match[str] | None, content: tuple[Span, ...]) -> Letter:
    if label is None:
        return Letter(None, None, None, content)
    name = Span(*label.span("name")) if label["name"] else None
    return Letter(name, Span(*label.span()), Span(*label.span("cue")), content)
