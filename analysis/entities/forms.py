"""Rules that say when two ways of naming mean one person, place or body.

A form is one way of naming, with every place where it stands. Rules compare a shorter form
with a fuller one; the lists at the foot are the order in which they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from analysis.lexicon import (
    canonical,
    first_name,
    is_country,
    is_listed_outlet,
    is_nickname,
    is_ordinary,
    is_state,
    key,
    known_type,
    place_type,
    word_group,
    word_list,
    word_table,
)
from analysis.records import EntityType, Mention
from analysis.rules import Rules

PLACES = frozenset({"GPE", "LOC", "FAC"})
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivx]+")
_INNER = re.compile(r" [\"“‘'(]([^\"“”‘’()\n]+)[\"”’')] ")
_INVERTED = re.compile(r"([\w’'-]+), (\w[\w’'. -]*)")


@dataclass(eq=False, slots=True)
class Form:
    """One way of naming (“Pence”, “Mike Pence”) and the mentions written so."""

    text: str
    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    words: tuple[str, ...] = ()
    titles: dict[int, str] = field(default_factory=dict)
    """The title before a mention, by where the mention begins."""
    brackets: frozenset[str] = frozenset()
    """Keys of forms that stand beside this one in brackets."""
    nickname: str = ""
    """The key of what stands inside it in marks or brackets: “Elizabeth “Liz” Thornton”."""

    def __post_init__(self) -> None:
        inner = _INNER.search(self.text) if self.type == "PERSON" else None
        self.nickname = key(inner[1]) if inner else ""
        self.words = tuple(key(_INNER.sub(" ", self.text) if inner else self.text).split())

    @property
    def key(self) -> str:
        """The form as it is compared."""
        return " ".join(self.words)

    @property
    def start(self) -> int:
        """Where it stands first."""
        return self.mentions[0].span.start if self.mentions else 0


Rule = Callable[[Form, Form], bool | None]


def in_order(name: str) -> str:
    """A person's name as it is spoken: “ROOK, Per” of a list is Per Rook.

    >>> in_order("ROOK, Per"), in_order("Ann Rook")
    ('Per Rook', 'Ann Rook')
    """
    hit = _INVERTED.fullmatch(name)
    if hit is None:
        return name
    last = hit[1].title() if hit[1].isupper() else hit[1]
    return f"{hit[2]} {last}"


def alike(short: Form, full: Form) -> bool:
    """Whether their types can be one thing: equal, or one unknown, or a country as a body."""
    pair = {short.type, full.type}
    return len(pair) == 1 or "OTHER" in pair or pair <= PLACES or pair == {"GPE", "ORG"}


def initials(form: Form) -> set[str]:
    """The short forms a name can have: with its small words and without, by parts of words."""
    words = [w for w in re.split(r"[\s\-–/.]+", form.text) if w]
    strong = [w for w in words if w.lower() not in word_group("name links")]
    found = {"".join(w[0] for w in ws).casefold() for ws in (words, strong) if len(ws) > 1}
    if len(strong) > 1 and strong[0].casefold() in {"us", "u.s", "u.s."}:
        found.add("".join(w[0] for w in strong[1:]).casefold())
    if len(strong) > 1 and place_type(strong[-1]):
        found.add("".join(w[0] for w in strong[:-1]).casefold())
    return found


def is_acronym(form: Form) -> bool:
    """“KCNA”, “M5S”, “L.A.”: mostly capitals, two to seven of them."""
    return _looks_shortened(form.text)


@lru_cache(maxsize=4096)
def _looks_shortened(text: str) -> bool:
    bare = text.replace(".", "")
    capitals = sum(c.isupper() for c in bare)
    return (
        2 <= len(bare) <= 7
        and bare.isalnum()
        and capitals >= 2
        and not any(c.islower() for c in bare[:2])
    )


# ---------------------------------------------------------------- the same name, written otherwise


def country_synonym(short: Form, full: Form) -> bool:
    """“U.S.”, “America” and “the United States”."""
    return (
        is_country(short.text)
        and is_country(full.text)
        and canonical(short.text) == canonical(full.text)
    )


@cache
def _acronyms() -> dict[str, str]:
    return {key(short): key(row[0]) for short, row in word_table("acronyms").items()}


def known_acronym(short: Form, full: Form) -> bool:
    """“WHO” and “World Health Organization”, from the list of well-known ones."""
    return is_acronym(short) and _acronyms().get(short.key) == full.key


def acronym_in_brackets(short: Form, full: Form) -> bool:
    """“Movimento 5 Stelle (M5S)”: the text itself says so."""
    if short.key not in full.brackets:
        return False
    letters = "".join(w[0] for w in full.words)
    return is_acronym(short) and short.key[0] in letters


def acronym(short: Form, full: Form) -> bool:
    """“KPA” and “Korean People's Army”: the initials fit."""
    if not is_acronym(short) or short.type == "PERSON" or len(full.words) < 2:
        return False
    if is_country(short.text) or place_type(full.text):
        return False
    return short.key.replace(" ", "") in initials(full) and full.type != "PERSON"


def acronym_with_number(short: Form, full: Form) -> bool:
    """“IE6” and “Internet Explorer 6”."""
    found = re.fullmatch(r"([A-Z]{2,})[- ]?(\d+)", short.text)
    if not found or len(full.words) < 3 or full.words[-1] != found.group(2):
        return False
    return "".join(w[0] for w in full.words[:-1]) == found.group(1).casefold()


def spelling(short: Form, full: Form) -> bool:
    """“Mubarak” and “Mubarrak”: one letter apart in a long name, two in a very long one."""
    if not alike(short, full) or len(short.words) != len(full.words) or short.type == "NORP":
        return False
    a, b = short.key, full.key
    if a[0] != b[0] or len(a) < 7 or re.sub(r"\D", "", a) != re.sub(r"\D", "", b):
        return False
    if is_acronym(short) or is_acronym(full) or (place_type(short.text) and place_type(full.text)):
        return False
    differing = [(x, y) for x, y in zip(short.words, full.words, strict=True) if x != y]
    if len(differing) != 1 or min(len(differing[0][0]), len(differing[0][1])) < 4:
        return False
    if all(first_name(w) for w in differing[0]) or all(is_ordinary(w) for w in differing[0]):
        return False  # “Brian Lee” and “Bryan Lee” may be two people
    if word_group("compass") & set(differing[0]):
        return False  # “Calder East” and “Calder West”
    return Levenshtein.distance(*differing[0]) <= (1 if len(a) < 12 else 2)


def possessive_left_out(short: Form, full: Form) -> bool:
    """“New People's Party” and “New People Party”."""
    if len(short.words) < 2 or "s" not in (*short.words, *full.words) or not alike(short, full):
        return False
    return [w for w in short.words if w != "s"] == [w for w in full.words if w != "s"]


def first_name_misspelt(short: Form, full: Form) -> bool:
    """“Kristin Vale” once and “Kristen Vale” elsewhere: never where both stand in one paragraph."""
    if not _both_people(short, full) or len(short.words) != 2 or len(full.words) != 2:
        return False
    (a, last), (b, other) = short.words, full.words
    if last != other or min(len(a), len(b)) < 5 or a[0] != b[0] or Levenshtein.distance(a, b) != 1:
        return False
    once = min(len(short.mentions), len(full.mentions)) == 1
    together = {m.paragraph for m in short.mentions} & {m.paragraph for m in full.mentions}
    return once and not together and first_name(a) == first_name(b)


def same_letters(short: Form, full: Form) -> bool:
    """“Al-Jazeera” and “AlJazeera”: the same letters."""
    return len(short.key) > 5 and short.key.replace(" ", "") == full.key.replace(" ", "")


_SERIES = {"olympics": "games", "games": "games", "olympiad": "games", "paralympics": "paralympics"}
GAMES = frozenset(_SERIES.values())
"""Kinds of event of which one name may have more words than another: “the Winter Games”."""


def long_name(form: Form) -> str:
    """The key of what a well-known short form stands for, its own key otherwise."""
    return _acronyms().get(form.key, form.key)


def event_series(form: Form) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """What kind of event recurs, which years it names, and its other words."""
    return _series_of(form.words)


@lru_cache(maxsize=4096)
def _series_of(name: tuple[str, ...]) -> tuple[str, frozenset[str], frozenset[str]] | None:
    words = [w for w in name if w not in word_group("name links")]
    kind = next((_SERIES.get(w, w) for w in reversed(words) if w in word_list("event_words")), None)
    if kind is None:
        return None
    years = frozenset(w for w in words if re.fullmatch(r"(19|20)\d\d", w))
    rest = {w for w in words if not _NUMBER.fullmatch(w) and _SERIES.get(w, w) != kind}
    return kind, years, frozenset(rest - {"olympic"})


def same_event(short: Form, full: Form) -> bool:
    """“the 2018 Olympics” and “the 23rd Winter Games”: one series, no year against another."""
    if "EVENT" not in {short.type, full.type} or not alike(short, full):
        return False
    a, b = event_series(short), event_series(full)
    if not a or not b or a[0] != b[0]:
        return False
    clash = a[1] and b[1] and a[1] != b[1]
    return not clash and (a[2] <= b[2] or b[2] <= a[2]) and (a[0] in GAMES or a[2] == b[2])


# ---------------------------------------------------------------- a part of a fuller name


def truncated_name(short: Form, full: Form) -> bool:
    """“Moon Jae” for “Moon Jae-in”: all but the last part of a name of three or more."""
    n = len(short.words)
    return (
        "PERSON" in {short.type, full.type}
        and 2 <= n < len(full.words)
        and full.words[:n] == short.words
        and alike(short, full)
    )


def nickname(short: Form, full: Form) -> bool:
    """“Meg Rook” and “Meg” for “Margaret “Meg” Rook”."""
    if not full.nickname or short.type not in {"PERSON", "OTHER"}:
        return False
    return short.key in {full.nickname, f"{full.nickname} {full.words[-1]}"}


def label_initials(short: Form, full: Form) -> bool:
    """“AQ:” before a turn of Ada Quill's: a label names people, so the letters are a person's."""
    if not _both_people(short, full) or not 2 <= len(short.text) <= 3 or len(full.words) < 2:
        return False
    letters = {"".join(w[0] for w in full.words), full.words[0][0] + full.words[-1][0]}
    return short.text.isupper() and short.key in letters


def surname(short: Form, full: Form) -> bool:
    """“Pence” after “Mike Pence”; the last words of a full name, or a particle and them."""
    n = len(short.words)
    return _person_part(short, full) and full.words[-n:] == short.words


def surname_misspelt(short: Form, full: Form) -> bool:
    """“Mauer” once, for “K.C. Maurer”: one letter apart, and nobody else's name."""
    if not _person_part(short, full) or len(short.words) != 1 or len(short.mentions) > 1:
        return False
    a, b = short.words[0], full.words[-1]
    if min(len(a), len(b)) < 5 or a[0] != b[0] or is_ordinary(short.text) or first_name(a):
        return False
    if place_type(short.text) or known_type(short.text) or is_acronym(short):
        return False
    return Levenshtein.distance(a, b) == 1 and a != f"{b}s"


def first_or_family_name(short: Form, full: Form) -> bool:
    """“Gloria” for “Gloria Sam”, “Moon” for “Moon Jae-in”."""
    n = len(short.words)
    return _person_part(short, full) and full.words[:n] == short.words


def middle_name_left_out(short: Form, full: Form) -> bool:
    """“Sandra Day O'Connor” and “Sandra O'Connor”; also an initial for a name."""
    if not _both_people(short, full) or len(short.words) < 2 or len(full.words) <= len(short.words):
        return False
    last = short.words[-1] == full.words[-1]
    a, b = short.words[0], full.words[0]
    return last and (a == b or (len(a) == 1 and b.startswith(a)))


def first_name_shortened(short: Form, full: Form) -> bool:
    """“A. Merkel” and “Angela Merkel”, “Dan Rather” and “Daniel Rather”, “Bill” and “William”."""
    if not _both_people(short, full) or len(short.words) != 2 or len(full.words) != 2:
        return False
    a, b = short.words[0], full.words[0]
    same = b.startswith(a) and (len(a) in (1, 3, 4)) and a != b
    if (same or is_nickname(a, b)) and short.words[1] == full.words[1]:
        return True
    return is_nickname(b, a) and short.words[1] == full.words[1] and not _side_by_side(short, full)


def _side_by_side(a: Form, b: Form) -> bool:
    """“Bill Rook and William Rook”: two people of one family."""
    return any(
        -_JOINT <= m.span.start - n.span.end <= _JOINT
        or -_JOINT <= n.span.start - m.span.end <= _JOINT
        for m in a.mentions[:_LOOKED]
        for n in b.mentions[:_LOOKED]
    )


_JOINT = 6  # characters between two names that are joined: “ and ”, “, ”
_LOOKED = 20  # mentions of each looked at


def _both_people(short: Form, full: Form) -> bool:
    return short.type == full.type == "PERSON"


def _person_part(short: Form, full: Form) -> bool:
    n = len(short.words)
    if full.type != "PERSON" or not 1 <= n < len(full.words):
        return False
    if short.type == "ORG" and (known_type(short.text) or is_listed_outlet(short.text)):
        return False  # “Falcon” is a body of the lists before it is half of “Falcon Rewind”
    if short.type in {"PERSON", "OTHER", "ORG", "WORK"}:
        return n == 1 or short.type == "PERSON"
    return False


def front_of_the_name(short: Form, full: Form) -> bool:
    """“Comic Corps” for “Comic Corps of Canada”, “Firefox” never for “Firefox 4”."""
    n = len(short.words)
    if not _thing_part(short, full) or full.words[:n] != short.words:
        return False
    rest = full.words[n:]
    if short.type in PLACES and not _built().isdisjoint(rest):
        return False  # “Fort Calder” is not the “Fort Calder Park”
    return not (is_country(short.text) and short.type == "GPE") and not any(map(_numbered, rest))


@cache
def _built() -> frozenset[str]:
    return word_list("facility_words") | word_list("organisation_words") | word_list("event_words")


def back_of_the_name(short: Form, full: Form) -> bool:
    """“Supreme Court” for “Italian Supreme Court”, “Firefox” for “Mozilla Firefox”."""
    n = len(short.words)
    if not _thing_part(short, full) or full.words[-n:] != short.words:
        return False
    if short.type == "GPE" or (
        full.words[-n - 1] in word_group("name links") and short.type in PLACES
    ):
        return False  # “Livorno” is neither “HealthSpace Livorno” nor its “Municipality”
    return short.words[0] not in word_list("organisation_words") or n > 1


def compass_word_left_out(short: Form, full: Form) -> bool:
    """“Korea” where only one Korea is named; never “Sudan” for “South Sudan”."""
    if (
        full.type != "GPE"
        or full.words[0] not in word_group("compass")
        or full.words[1:] != short.words
    ):
        return False
    return is_country(full.text) and not is_state(short.text)


def compass_name(short: Form, full: Form) -> bool:
    """“the North” for “North Korea”, found only where both halves are named."""
    return (
        short.words[0] in word_group("compass")
        and len(short.words) == 1
        and full.words[:1] == short.words
        and (full.type == "GPE" and len(full.words) == 2)
    )


def inside_the_name(short: Form, full: Form) -> bool:
    """“Supreme Court” for the “Italian Supreme Court of Cassation”."""
    n = len(short.words)
    return (
        _thing_part(short, full)
        and n >= 2
        and short.type not in PLACES
        and any(full.words[i : i + n] == short.words for i in range(1, len(full.words) - n))
    )


def head_noun(short: Form, full: Form) -> bool:
    """“the Court”, “the Church” with a capital, for the one body with that noun in its name."""
    if len(short.words) != 1 or not alike(short, full) or len(full.words) < 2:
        return False
    word = short.words[0]
    if word not in word_list("organisation_words") | word_list("facility_words") | word_list(
        "event_words"
    ):
        return False
    return word in full.words and full.type != "PERSON"


def noun_added(short: Form, full: Form) -> bool:
    """“Sea Org group” and “Sea Org”, “M5S party” and “M5S”: a plain noun follows."""
    extra = full.words[len(short.words) :]
    return (
        full.words[: len(short.words)] == short.words
        and len(extra) == 1
        and full.text.split()[-1].islower()
    )


def _numbered(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word))


def _thing_part(short: Form, full: Form) -> bool:
    n = len(short.words)
    if not 1 <= n < len(full.words) or not alike(short, full):
        return False
    if full.type == "PERSON" or short.type in {"PERSON", "NORP"} or full.type == "NORP":
        return False
    if (short.words[0] in word_group("compass") and n == 1) or "." in full.text.split()[0][1:-1]:
        return False  # a website is not what it is named after
    if short.type == "GPE" and place_type(short.text):
        # “Texas” and “University of Texas”, “Washington” and “Washington Post”
        return full.text.startswith(f"{short.text}, ")
    if word_group("compass") & (set(full.words) - set(short.words)):
        return False  # “Korea” and “North Korea”, “Virginia” and “West Virginia”
    if any(map(_numbered, short.words)) and "EVENT" not in {short.type, full.type}:
        return False  # “Apollo 11” and “Apollo 11 Museum”
    numbers = {w for w in full.words if _numbered(w)} ^ {w for w in short.words if _numbered(w)}
    return not numbers or "EVENT" in {short.type, full.type}


SAME = Rules(
    country_synonym,  # first: lists, not guesses
    known_acronym,
    acronym_in_brackets,
    acronym,
    acronym_with_number,
    same_letters,
    spelling,
    possessive_left_out,
    first_name_misspelt,
    same_event,
    noun_added,
)
"""Two whole names: every fuller form that fits means the same."""

PARTS = Rules(
    nickname,  # the text itself says so
    label_initials,
    truncated_name,  # before surnames: “Moon Jae” is two words of three
    middle_name_left_out,
    first_name_shortened,
    compass_name,
    compass_word_left_out,
    surname,
    first_or_family_name,
    front_of_the_name,
    back_of_the_name,
    inside_the_name,
    surname_misspelt,
    head_noun,  # last: the weakest sign
)
"""A part of a fuller name: merged only where one fuller name is left."""

MISSPELT = frozenset({"spelling", "possessive left out", "first name misspelt"})
"""Rules by which the way of writing that stands most often wins."""
