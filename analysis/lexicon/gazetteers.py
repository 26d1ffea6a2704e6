"""What the lists know about a name: country, city, outlet, nationality, first name …

Lists reduced from packages lie in ``data/gazetteers``, our own in ``data/lexicons``;
each file's header names its origin and licence.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from analysis.lexicon.files import word_list, word_table
from analysis.records import EntityType

_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_GAP = re.compile(r"[\s\-‐-―/.,’'`]+")
_SMALL = frozenset({"the", "a", "an"})
REMEMBERED = 16_384
"""Different words and names whose answers are kept; most of an article's recur."""


def _list(name: str) -> dict[str, tuple[str, ...]]:
    return word_table(f"../gazetteers/{name}")


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> str:
    """A name as it is compared: no case, accents, hyphens, stops or leading article.

    >>> key("The U.S. Côte-d'Or")
    'us cote d or'
    """
    # small letters last: a letter of another width or face has its case only once it is plain
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    dotless = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", bare)  # U.S. and US are one key
    words = _GAP.sub(" ", _EDGE.sub("", dotless)).split()
    while len(words) > 1 and words[0] in _SMALL:
        words = words[1:]
    return " ".join(words)


@cache
def _countries() -> dict[str, str]:
    """Key of a country's name, or another way of writing it → its plain name."""
    plain = {key(name): name for name in _list("countries")}
    known = {key(name): name for name, (kind, *_) in word_table("regions").items() if kind == "GPE"}
    other = {key(way): row[0] for way, row in word_table("country_synonyms").items()}
    return known | plain | other


_LARGE = 400_000  # smaller cities are known only where the text says “in”: Batman has 400,000


@cache
def _towns() -> frozenset[str]:
    return frozenset(map(key, _list("cities")))


def is_town(name: str) -> bool:
    """Whether it is a city of 100,000 people or more; many share a name with people or things."""
    return _fits_case(name) and key(name) in _towns()


@cache
def _places() -> dict[str, EntityType]:
    cities: dict[str, EntityType] = {
        key(name): "GPE" for name, row in _list("cities").items() if int(row[1]) >= _LARGE
    }
    capitals: dict[str, EntityType] = {
        key(row[1]): "GPE" for row in _list("countries").values() if len(row) > 1 and row[1]
    }
    kinds: dict[str, EntityType] = {
        key(name): row[0]  # type: ignore[misc]
        for name, row in word_table("regions").items()
    }
    return cities | capitals | {key(n): "GPE" for n in _list("countries")} | kinds


@cache
def _peoples() -> dict[str, str]:
    """Nationality word → its country, "" where it belongs to none or to several."""
    found = {}
    for word, row in _list("demonyms").items():
        found[word.casefold()] = row[0] if row else ""
        if word.endswith(("n", "i", "k")):
            found[f"{word.casefold()}s"] = row[0] if row else ""
    for word, row in word_table("nationalities").items():
        found[word.casefold()] = row[0] if row else ""
    return found


@cache
def _first_names() -> dict[str, str]:
    census = {key(name): row[0] for name, row in _list("first_names").items()}
    return census | {key(name): row[0] for name, row in word_table("world_first_names").items()}


@cache
def _known() -> dict[str, EntityType]:
    rows = _list("known_names") | word_table("well_known")
    return {key(name): row[0] for name, row in rows.items()}  # type: ignore[misc]


@cache
def _firms() -> frozenset[str]:
    return frozenset(map(key, word_list("firms")))


def is_firm(name: str) -> bool:
    """Whether it is a listed firm whose name reads like a person's or a place's."""
    return _fits_case(name) and key(name) in _firms()


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    rows = word_table("nicknames").items()
    return {key(short): frozenset(map(key, names)) for short, names in rows}


def is_nickname(short: str, name: str) -> bool:
    """Whether a first name is a usual short form of another (“Bill” of “William”)."""
    return key(name) in nicknames_of(short)


def nicknames_of(short: str) -> frozenset[str]:
    """The keys of the first names it is a usual short form of."""
    return _nicknames().get(key(short), frozenset())


def canonical(name: str) -> str:
    """The plain name behind “U.S.” or “DPRK”; the name itself where the lists know no other."""
    return _countries().get(key(name), name) if _fits_case(name) else name


def _fits_case(name: str) -> bool:
    """“us”, “Car” and “Who” are words; “US”, “CAR” and “WHO” are names."""
    if name.replace(".", "").isupper():
        return True
    short = key(name)
    return name[:1].isupper() and len(short) > 2 and _fits_initials(name)


def _fits_initials(name: str) -> bool:
    """The same of initials alone; a name in small letters is left to what the list says."""
    short = key(name)
    return short not in _initials() or name.replace(".", "").isupper() or not _is_word(short)


@cache
def _initials() -> frozenset[str]:
    """Keys of the initials in the lists that nothing listed is called besides: “car”, “who”."""
    lists = [_list("countries"), _list("cities"), _list("known_names"), word_list("firms")]
    lists += [word_table(name) for name in ("country_synonyms", "well_known", "regions")]
    names = {name for names in lists for name in names if " " not in name}
    loud = {name for name in names if name.replace(".", "").isupper()}
    return frozenset(map(key, loud)) - frozenset(map(key, names - loud))


def _is_word(short: str) -> bool:
    return is_ordinary(short) or short in word_list("small_words")


def is_country(name: str) -> bool:
    """Whether it is the name of a country, state or large body, however written."""
    return _fits_case(name) and key(name) in _countries()


@cache
def us_states() -> frozenset[str]:
    """The states of the United States, as they stand after a town's name and a comma."""
    return frozenset(name for name, row in word_table("regions").items() if row[1:] == ("state",))


@cache
def _states() -> frozenset[str]:
    return frozenset(map(key, [*_list("countries"), *us_states()]))


def is_state(name: str) -> bool:
    """Whether it is by itself the plain name of a country or a state of the United States."""
    return key(name) in _states()


def place_type(name: str) -> EntityType | None:
    """GPE, LOC or FAC for a place (ORG for one that stands for a body), else None."""
    if not _fits_case(name):
        return None
    found = _places().get(key(name))
    if found is None and key(name) in _countries():
        return _places().get(key(_countries()[key(name)]), "GPE")
    return found


def people_of(word: str) -> str | None:
    """The country of a nationality word, "" if it has none of its own, None if it is none."""
    return _peoples().get(word.casefold().replace("‐", "-"))


def first_name(word: str) -> str | None:
    """ "m" or "f" for a known first name, else None."""
    return _first_names().get(key(word))


@cache
def _one_sex() -> dict[str, str]:
    rows = word_table("given_names") | word_table("world_first_names")
    return {key(name): row[0] for name, row in rows.items()}


def one_sex(name: str) -> str:
    """“m” or “f” for a first name that is used for one sex only, else "".

    It only stops “he” from meaning Mary; nothing is shown or counted by it.
    """
    return _one_sex().get(key(name), "")


def known_type(name: str) -> EntityType | None:
    """The type annotated corpora agree on, if they know the name."""
    return _known().get(key(name)) if _fits_initials(name) else None


@lru_cache(maxsize=REMEMBERED)
def is_ordinary(word: str) -> bool:
    """Whether newspapers mostly write the word with a small letter (“bridge”, “prompted”)."""
    low = word.casefold()
    return _is_listed(low) or any(
        low.endswith(end) and len(low) - len(end) >= _STEM and _is_listed(low[: -len(end)] + new)
        for end, new in _ENDINGS
    )


_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
            ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ness", ""))  # fmt: skip
_STEM = 3  # letters: “hing” in Kwok-hing is not “he” with an ending


def _is_listed(word: str) -> bool:
    return word in word_list("../gazetteers/ordinary") or word in word_list("small_words")
