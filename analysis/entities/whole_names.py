"""Rules that say when two whole names are one, written otherwise: ``SAME`` is their order."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from analysis.entities.forms import (
    GAMES,
    Form,
    acronyms,
    alike,
    both_people,
    event_series,
    initials,
    is_acronym,
)
from analysis.lexicon import (
    canonical,
    first_name,
    is_country,
    is_ordinary,
    place_type,
    word_group,
)
from analysis.rules import Rules


def country_synonym(short: Form, full: Form) -> bool:
    """“U.S.”, “America” and “the United States”."""
    return (
        is_country(short.text)
        and is_country(full.text)
        and canonical(short.text) == canonical(full.text)
    )


def known_acronym(short: Form, full: Form) -> bool:
    """“WHO” and “World Health Organization”, from the list of well-known ones."""
    return is_acronym(short) and acronyms().get(short.key) == full.key


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
    if not both_people(short, full) or len(short.words) != 2 or len(full.words) != 2:
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


def same_event(short: Form, full: Form) -> bool:
    """“the 2018 Olympics” and “the 23rd Winter Games”: one series, no year against another."""
    if "EVENT" not in {short.type, full.type} or not alike(short, full):
        return False
    a, b = event_series(short), event_series(full)
    if not a or not b or a[0] != b[0]:
        return False
    clash = a[1] and b[1] and a[1] != b[1]
    return not clash and (a[2] <= b[2] or b[2] <= a[2]) and (a[0] in GAMES or a[2] == b[2])


SAME = Rules(
    country_synonym,  # first: lists, not guesses
    known_acronym,
    acronym_in_brackets,
    acronym,
    same_letters,
    spelling,
    possessive_left_out,
    first_name_misspelt,
    same_event,
)
"""Two whole names: every fuller form that fits means the same."""

MISSPELT = frozenset({"spelling", "possessive left out", "first name misspelt"})
"""Rules by which the way of writing that stands most often wins."""
