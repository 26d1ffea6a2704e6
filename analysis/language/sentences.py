"""Sentences of a paragraph, as spans.

Every full stop, question or exclamation mark with a space after it is a gap; the rules at
the foot decide, in order, whether the text goes on or a new sentence begins (the shape is
that of razdel's sentenizer, github.com/natasha/razdel).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from analysis.lexicon import word_list, word_table
from analysis.records import Span
from analysis.rules import Rules

LONGEST = 3000  # characters; no real sentence is longer, and engines may cost its square
NEAR = 40  # characters looked at on each side of a gap: bounds the work per gap
QUOTES = "\"“”„‟«»'‘’`"
_STOPS = ".!?…؟۔"
_GAP = re.compile(
    # only where a run of stops begins, and all of it: else a long run costs its square
    rf"(?P<stop>(?<![{_STOPS}])[{_STOPS}]++|\.(?:\s\.)+)"
    rf"(?P<closers>(?:[{QUOTES})\]*_]|\[\d{{1,3}}\])*)(?P<space>\s+)"
    r"|(?P<wide>[。！？｡]+[”’」』）)]*)\s*"  # no space follows in Chinese and Japanese
)
_LONE_MARK = re.compile(rf"([{QUOTES}]+)(?:\s+|$)")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘'—–/-]+$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(rf"[{QUOTES}(\[*_#•·>-]*")
_TAGGED = re.compile(r"(?:[A-Z][\w.’'-]*,?\s+){1,4}([a-z]+)\b")


class Decision(Enum):
    """What a rule says about a gap."""

    JOIN = "the sentence goes on"
    BREAK = "a new sentence begins"


@dataclass(frozen=True, slots=True)
class Gap:
    """A possible sentence end: the words before the stop, the stop, marks, the text after."""

    left: str
    stop: str
    closers: str
    right: str
    opens: bool
    """Whether the left is all there is of the sentence so far."""

    @property
    def word(self) -> str:
        """The last word before the stop: ``Sen`` in “said Sen.”."""
        found = _LAST_WORD.search(self.left)
        return found[0] if found else ""

    @property
    def following(self) -> str:
        """The text after the gap without opening marks."""
        return self.right[_OPENING.match(self.right).end() :]  # type: ignore[union-attr] # matches ""

    @property
    def next_word(self) -> str:
        """The first word after the gap: ``The`` in “ “The plan…”."""
        found = _FIRST_WORD.match(self.following)
        return found[0] if found else ""


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph, as absolute spans without surrounding space.

    None is longer than ``LONGEST`` characters, so that a page without full stops costs no
    more than others; takes time linear in the paragraph.
    """
    found: list[Span] = []
    start = span.start
    for end in (*_ends(text, span), span.end):
        found += _pieces(text, start, end)
        start = end
    return tuple(found)


def _ends(text: str, span: Span) -> Iterator[int]:
    """Where a new sentence begins, before the first and after the last one."""
    start = counted = span.start
    straight = 0  # straight marks so far: an odd number means a quotation is open
    for match in _GAP.finditer(text, span.start, span.end):
        end = match.end()
        if match["wide"]:
            yield (start := end)
            continue
        straight += text.count('"', counted, end)
        counted = end
        lone = _LONE_MARK.match(text, end, span.end)
        if lone and _closes(lone[1], straight % 2 == 1):
            end = lone.end()  # “He left. ” She stayed.”: the mark belongs to what it closes
        if end < span.end and _verdict(_gap(text, start, match, end, span.end)) is Decision.BREAK:
            yield (start := end)


def _closes(mark: str, quotation_is_open: bool) -> bool:
    return mark[0] in "”’»'" or (mark[0] == '"' and quotation_is_open)


def _gap(text: str, start: int, match: re.Match[str], end: int, limit: int) -> Gap:
    near = max(start, match.start() - NEAR)
    return Gap(
        left=text[near : match.start()],
        stop=match["stop"],
        closers=match["closers"],
        right=text[end : min(limit, end + NEAR)],
        opens=near == start,
    )


def _verdict(gap: Gap) -> Decision:
    verdict = RULES.first(gap)
    return verdict.answer if verdict else Decision.BREAK


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without its surrounding space, cut at spaces where it is overlong."""
    while start < end:
        cut = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
        piece = text[start:cut]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield Span(left, right)
        start = cut


# ---------------------------------------------------------------- rules


def stops_again(gap: Gap) -> Decision | None:
    """“Well . . . yes”, “Really? ! ”: more stops follow."""
    return Decision.JOIN if gap.right[:1] in _STOPS else None


def lower_case_follows(gap: Gap) -> Decision | None:
    """“Why?” he asked; “approx. three”. A name such as iPhone has a capital second."""
    word = gap.next_word
    if word[:1].islower() and not word[1:2].isupper():
        return Decision.JOIN
    return None


def goes_on_with_punctuation(gap: Gap) -> Decision | None:
    """“Acme Inc. , the maker”: no sentence begins with a comma or a closing bracket."""
    return Decision.JOIN if gap.right[:1] in ",;:)]%" else None


def list_number(gap: Gap) -> Decision | None:
    """“1. Boil the water.”: a number alone is the start of its item."""
    if gap.opens and gap.stop == "." and re.fullmatch(r"\W*(?:\d{1,2}|[A-Za-z])", gap.left):
        return Decision.JOIN
    return None


def speaker_follows(gap: Gap) -> Decision | None:
    """““Why not?” Luc Abendroth asked.”: the one who speaks belongs to the quotation."""
    if gap.stop[-1] not in "!?" or not gap.closers.strip(")]*_"):
        return None
    tagged = _TAGGED.match(gap.right)
    return Decision.JOIN if tagged and tagged[1] in word_list("quote_tags") else None


def strong_stop(gap: Gap) -> Decision | None:
    """After these, what is left of the rules about full stops does not apply."""
    return None if gap.stop == "." else Decision.BREAK


def title(gap: Gap) -> Decision | None:
    """“Sen. Brown”, “Lt. Gen. Brown”: a name follows whatever it begins with."""
    return Decision.JOIN if _kind(gap.word) == "title" and not gap.closers else None


def number_follows(gap: Gap) -> Decision | None:
    """“No. 5”, “Sept. 11”; but “She said no. Later …”."""
    kind = _kind(gap.word)
    if kind in {"number", "word"} and gap.following[:1].isdigit():
        return Decision.JOIN
    return Decision.BREAK if kind == "number" else None


def abbreviation(gap: Gap) -> Decision | None:
    """“the U.S. Senate”, “(D-N.C.) said”, “Acme Inc. shares”; but “in the U.S. The plan”."""
    if _kind(gap.word) != "word" and not _DOTTED.fullmatch(gap.word):
        return None
    return Decision.BREAK if _opens_sentence(gap) else Decision.JOIN


def initial(gap: Gap) -> Decision | None:
    """“Nicole J. Karlis”; but “Vitamin C. The study …”."""
    if len(gap.word) != 1 or not gap.word.isupper() or gap.closers:
        return None
    return Decision.BREAK if _opens_sentence(gap) else Decision.JOIN


def _kind(word: str) -> str:
    return word_table("abbreviations").get(word.lower(), ("",))[0]


def _opens_sentence(gap: Gap) -> bool:
    """Whether what follows reads as a new sentence: a common opener, or a quotation begins."""
    return gap.next_word in word_list("sentence_openers") or gap.right[:1] in '"“‘'


RULES = Rules(
    stops_again,
    lower_case_follows,  # before the abbreviations: it needs no list
    goes_on_with_punctuation,
    list_number,
    speaker_follows,  # before the strong stops, whose exception it is
    strong_stop,
    title,  # before the other abbreviations: “Dr. No” is no sentence end
    number_follows,
    abbreviation,
    initial,
)
