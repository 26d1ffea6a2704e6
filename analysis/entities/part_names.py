"""Rules that say when a name is part of a fuller one: ``PARTS`` is their order."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import Levenshtein

from analysis.entities.forms import (
    NUMBER,
    PLACES,
    Form,
    alike,
    both_people,
    is_acronym,
)
from analysis.lexicon import (
    first_name,
    is_country,
    is_listed_outlet,
    is_nickname,
    is_ordinary,
    is_state,
    known_type,
    place_type,
    word_group,
    word_list,
)
from analysis.rules import Rules


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
    called = tuple(full.nickname.split())
    if short.words[: len(called)] != called:
        return False
    surname = short.words[len(called) :]
    return not surname or full.words[-len(surname) :] == surname


def label_initials(short: Form, full: Form) -> bool:
    """“AQ:” before a turn of Ada Quill's: a label names people, so the letters are a person's."""
    if not both_people(short, full) or not 2 <= len(short.text) <= 3 or len(full.words) < 2:
        return False
    letters = {"".join(w[0] for w in full.words), full.words[0][0] + full.words[-1][0]}
    return short.text.isupper() and short.key in letters


def surname(short: Form, full: Form) -> bool:
    """“Pence” after “Mike Pence”; the last words of a full name, or a particle and them."""
    n, words = len(short.words), full.words
    while len(words) > n and words[-1] in word_group("behind a surname"):
        words = words[:-1]  # “Rory Kincaid III”, then “Kincaid”
    return _person_part(short, full) and words[-n:] == short.words


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
    if not both_people(short, full) or len(short.words) < 2 or len(full.words) <= len(short.words):
        return False
    last = short.words[-1] == full.words[-1]
    a, b = short.words[0], full.words[0]
    return last and (a == b or (len(a) == 1 and b.startswith(a)))


def first_name_shortened(short: Form, full: Form) -> bool:
    """“A. Merkel” and “Angela Merkel”, “Dan Rather” and “Daniel Rather”, “Bill” and “William”."""
    if not both_people(short, full) or len(short.words) != 2 or len(full.words) != 2:
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
    return word in _built() and word in full.words and full.type != "PERSON"


def _numbered(word: str) -> bool:
    return bool(NUMBER.fullmatch(word))


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
