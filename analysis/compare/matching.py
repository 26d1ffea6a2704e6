"""Whether two outlets report the same statement: rules that say no first, then rules that say yes.

Precision before recall: two statements are the same where one's words are all in the other's (or
they share a stretch of wording), and nothing in them disagrees: who said it, yes or no, numbers,
days, words that exclude each other. What stays open is "missing" in the table, not guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.compare.wording import Wording, negations, opposites
from analysis.rules import Rules, Verdict

FEWEST = 2.5
"""Weight of what two statements share; less, as "it was safe", recurs by chance."""
SURE = 4
"""The same where the two are not credited to one source by name: more wording must agree."""
LONG = 7
"""Words from which one of the shorter statement's may be missing in the longer one."""
IN_A_ROW = 6
"""Words in a row that are wording, as of one quotation, where they are most of the statement."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as it is compared."""

    source: str
    """Whom it is credited to, by the joined name's key; "" where nobody is."""
    named: bool
    wording: Wording
    denied: bool = False


# ---------------------------------------------------------------- rules that say no


def one_is_denied(a: Said, b: Said) -> bool | None:
    """ "She denied having seen it" is not what the other paper says she said."""
    return False if a.denied or b.denied else None


def other_source(a: Said, b: Said) -> bool | None:
    """Two sources known by name never share a statement, only an opinion."""
    return False if a.named and b.named and a.source != b.source else None


def yes_and_no(a: Said, b: Said) -> bool | None:
    """ "was safe", "was not safe"."""
    return False if a.wording.negative != b.wording.negative else None


def other_numbers(a: Said, b: Said) -> bool | None:
    """ "three men", "five men": each names a number the other has not."""
    x, y = a.wording.numbers, b.wording.numbers
    return False if x - y and y - x else None


def other_days(a: Said, b: Said) -> bool | None:
    """ "on Monday", "on Thursday"."""
    x, y = a.wording.calendar, b.wording.calendar
    return False if x - y and y - x else None


def opposite_words(a: Said, b: Said) -> bool | None:
    """ "would rise", "would fall": one word of each, where the other has none of its own."""
    left, right = a.wording.keys - b.wording.keys, b.wording.keys - a.wording.keys
    pairs = opposites()
    return False if any(frozenset((x, y)) in pairs for x in left for y in right) else None


# ---------------------------------------------------------------- rules that say yes


def word_for_word(a: Said, b: Said) -> bool | None:
    """The whole of one, six words or more, stands in the other: a shorter cut of a quotation.

    Not where the longer says no right before it: "I never said we cannot wait".
    """
    short, long = sorted((a.wording.runs, b.wording.runs), key=len)
    size = len(short)
    if size < IN_A_ROW:
        return None
    places = (i for i in range(len(long) - size + 1) if long[i : i + size] == short)
    return True if any(not negations(long[max(0, i - 3) : i]) for i in places) else None


def same_wording(a: Said, b: Said) -> bool | None:
    """Six words in a row, and two thirds of the shorter statement."""
    x, y = a.wording.runs, b.wording.runs
    least = max(IN_A_ROW, -(-2 * min(len(x), len(y)) // 3))
    seen = {x[i : i + least] for i in range(len(x) - least + 1)}
    found = any(y[i : i + least] in seen for i in range(len(y) - least + 1))
    return True if found else None


def all_words_alike(a: Said, b: Said) -> bool | None:
    """ "no decision had been taken on the stadium": nothing in one that is not in the other."""
    x, y = a.wording, b.wording
    alike = (x.keys, x.numbers, x.calendar) == (y.keys, y.numbers, y.calendar)
    one = bool(a.source) and a.source == b.source
    return True if alike and one and len(x.keys) >= 2 else None


def one_holds_the_other(a: Said, b: Said) -> bool | None:
    """All that the shorter says is in the longer: "footfall would collapse by half", "… halve"."""
    x, y = a.wording, b.wording
    shared = len(x.keys & y.keys) + 1.5 * len(x.numbers & y.numbers)
    shared += len(x.calendar & y.calendar)
    missing = min(len(x.keys - y.keys), len(y.keys - x.keys))
    size = min(len(x.keys), len(y.keys))
    enough = FEWEST if a.source and a.source == b.source else SURE
    return True if shared >= enough and missing <= (size >= LONG) else None


MATCHING = Rules(
    one_is_denied,
    other_source,
    word_for_word,  # before the next: a longer cut of one quotation may say more, also no
    yes_and_no,
    other_numbers,
    other_days,
    opposite_words,
    same_wording,
    all_words_alike,
    one_holds_the_other,
)
"""Those that say no come first, so that likeness never outvotes a difference."""


def match(a: Said, b: Said) -> Verdict[bool]:
    """Whether the two are the same statement, and the rule that said so."""
    return MATCHING.first(a, b) or Verdict(False, "too little in common")
