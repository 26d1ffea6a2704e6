"""Person, place, body or event? Rules asked in order; the first that knows says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.lexicon import (
    Pattern,
    first_name,
    is_firm,
    is_listed_outlet,
    is_ordinary,
    is_town,
    known_type,
    people_of,
    place_type,
    title_before,
    word_group,
    word_list,
)
from analysis.records import EntityType
from analysis.rules import Rules


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands: its text, and the words before and after it."""

    text: str
    before: str
    after: str

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()

    @property
    def last(self) -> str:
        """Its last word in small letters."""
        return self.words[-1].casefold()


_PREPOSITION = re.compile(r"\b(?:in|near|across|throughout|outside)\s$")
_ANY_PREPOSITION = Pattern(r"\b{before a place}\s$")
# “Tom Reece, 31, of Mill Lane, Upper Harrow, was cleared”: how courts and inquests say who it is
_AT_HOME = re.compile(
    r",\s(?:aged )?\d{1,3},\s(?:both )?of\s"
    r"(?P<parts>(?:(?:\d+\w?\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*,\s)*)"
    r"(?P<number>\d+\w?\s)?(?:[Tt]he\s)?$"
)
_ACTS = Pattern(r"^(?:['’]s)?,?\s(?:{said of a person}|\d\d,|\(born)\b")
_ALIVE = re.compile(r"^,? (?:who|whose|\d\d,|aged|was born|died)\b")
_WORK_CUE = Pattern(r"{works with a title}\s[\"“‘']?$")


def people(place: Place) -> EntityType | None:
    """A nationality, religion or party word."""
    return "NORP" if people_of(place.text) is not None else None


def outlet(place: Place) -> EntityType | None:
    """A news outlet, before places and people: “Al Jazeera”, “Salon”."""
    single = len(place.words) == 1 and is_ordinary(place.text) and not place.text.isupper()
    return "ORG" if is_listed_outlet(place.text) and not single else None


def firm(place: Place) -> EntityType | None:
    """“Morgan Stanley”, “Dr Martens”: a listed firm, unless the words beside it mean somebody."""
    if not is_firm(place.text) or title_before(f"{place.before}X", len(place.before)):
        return None
    return None if _ALIVE.match(place.after) else "ORG"


def titled(place: Place) -> EntityType | None:
    """“Mr. Tedeschi”, “President Moon”."""
    title = title_before(f"{place.before}X", len(place.before))
    # these stand before bodies and places as well: “former Soviet”, “Major League”
    weak = title in word_group("weak titles")
    if title and not weak and place.last not in word_list("organisation_words"):
        return (
            None if place_type(place.text) and title in {"prime minister", "minister"} else "PERSON"
        )
    return None


def address(place: Place) -> EntityType | None:
    """“Tom Reece, 31, of Mill Lane, Upper Harrow,”: the street and the town somebody lives in."""
    home = _AT_HOME.search(place.before)
    if home is None:
        return None
    streets = word_list("facility_words") | word_group("streets")
    street = home["number"] or (not home["parts"] and place.last in streets)
    return "FAC" if street else "GPE"


def listed_place(place: Place) -> EntityType | None:
    """A country, state, city or region of the lists."""
    return place_type(place.text)


def person(place: Place) -> EntityType | None:
    """A first name with one to three more words, none of them a body's; “Piet van den Brook”."""
    words = place.words
    if not 2 <= len(words) <= 5 or any(
        w.casefold() in word_list("organisation_words") for w in words
    ):
        return None
    if any(w.casefold() in {"of", "for", "and", "&", "the"} for w in words):
        return None
    things = word_list("event_words") | word_list("facility_words")
    if words[-1].casefold() in things - word_group("houses people bear"):
        return None
    sure = first_name(words[0]) and not (is_ordinary(words[0]) and is_ordinary(words[-1]))
    initial = any(re.fullmatch(r"[A-Z]\.", w) for w in words[:-1])
    descended = any(w in word_group("surname particles") for w in words[1:-1])
    return "PERSON" if sure or initial or descended else None


def described(place: Place) -> EntityType | None:
    """“the consultancy Brannock Hale”, “the workers' League”: a body by the words beside it."""
    noun = place.before.split()[-1:] if place.before.endswith(" ") else []
    firm = bool(noun) and noun[0] in word_group("firm nouns") and len(place.words) > 1
    members = re.search(r"\ws['’] ", place.text) and place.last in word_list("organisation_words")
    return "ORG" if firm or members else None


def ending(place: Place) -> EntityType | None:
    """What the last word says: “Cup”, “University”, “Stadium”, “River”."""
    kinds: tuple[tuple[str, EntityType], ...] = (
        ("event_words", "EVENT"),
        ("organisation_words", "ORG"),
        ("facility_words", "FAC"),
        ("place_words", "LOC"),
        ("work_words", "WORK"),
    )
    head = re.split(r"\s(?:of|for|on)\s", place.text)[0].split()[-1].casefold()
    for word in dict.fromkeys((place.last, head)):
        for name, kind in kinds:
            if word in word_list(name) and (len(place.words) > 1 or name == "organisation_words"):
                return "GPE" if word in word_group("towns and counties") else kind
    return None


def beginning(place: Place) -> EntityType | None:
    """“Lake Victoria”, “Mount Fuji”, “University of …”."""
    first = place.words[0].casefold()
    if len(place.words) > 1 and first in word_group("water and heights"):
        return "LOC"
    if any(w.casefold() in word_list("organisation_words") for w in place.words):
        return "ORG" if len(place.words) > 1 else None
    return None


def known(place: Place) -> EntityType | None:
    """What annotated corpora agree on."""
    return known_type(place.text)


def work(place: Place) -> EntityType | None:
    """“the book Blown for Good”."""
    return "WORK" if len(place.words) > 1 and _WORK_CUE.search(place.before) else None


def acronym(place: Place) -> EntityType | None:
    """“KCNA”: two capitals or more and nothing else."""
    bare = place.text.replace(".", "")
    if len(place.words) > 1 or len(bare) < 2 or not bare.isupper():
        return None
    return "OTHER" if any(map(str.isdigit, bare)) else "ORG"


def acting(place: Place) -> EntityType | None:
    """“Whitmore said”, “Mohib, who …”; not “the Nene had risen”."""
    thing = place.before.casefold().endswith("the ") and len(place.words) == 1
    return "PERSON" if not thing and len(place.words) <= 3 and _ACTS.search(place.after) else None


def located(place: Place) -> EntityType | None:
    """“in Livorno”."""
    if len(place.words) > 2 or any(map(is_ordinary, place.words)):
        return None
    town = is_town(place.text) and (
        _ANY_PREPOSITION.search(place.before) or place.after[:2] == ", "
    )
    return "GPE" if town or _PREPOSITION.search(place.before) else None


def strange_words(place: Place) -> EntityType | None:
    """Two or three capitalised words that are no ordinary ones: mostly people."""
    words = place.words
    strange = [w for w in words if not is_ordinary(w) and w[0].isupper() and not w.isupper()]
    if (
        2 <= len(words) <= 3
        and len(strange) == len(words)
        and not any(map(str.isdigit, place.text))
    ):
        return "ORG" if place.before.casefold().endswith("the ") else "PERSON"
    return None


def with_article(place: Place) -> EntityType | None:
    """“the Taliban”: people and places seldom carry an article."""
    return "ORG" if place.before.casefold().endswith(" the ") and len(place.words) == 1 else None


KINDS: Rules[[Place], EntityType] = Rules(
    people,
    outlet,  # before places: “Washington Post”
    firm,  # before people and places: “Morgan Stanley”, “Toyota”
    titled,
    address,  # before people: “of Larch Close, Edenham”
    work,
    listed_place,
    known,
    described,
    person,  # before endings: “Mark Hill”
    ending,
    beginning,
    acronym,
    acting,
    located,
    strange_words,
    with_article,  # last: guesses
)
LISTS = KINDS.through(beginning)
"""The rules that know rather than guess: they come before the language model."""
