"""Who wrote an article and where, from its byline, its copyright line or its biography."""

from __future__ import annotations

import re
from functools import cache

from analysis.lexicon import Pattern, group_words, word_list
from analysis.text.dates import DATE_WORDS, find_date
from analysis.text.writers import is_placed_names, joined, names_in, outlet_in

# "Mary-Ann O'Neil", "J.D. Vole", "Ludwig van der Meer", "NOOR HALVORSEN"
_PART = rf"(?:(?!{DATE_WORDS}\.?,?\s+\d)[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
NAME = rf"{_PART}(?:\s+(?:{{particles in bylines}}\s+){{0,3}}{_PART}){{0,4}}"
"""For a ``Pattern``: a name as bylines print it."""
_NAMES = rf"{NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+with\s+){NAME})*"
_BY = r"(?:(?i:{told by})\s+)?(?:[Bb]y|BY):?"
_BYLINE = Pattern(
    rf"(?:{_BY})\s+(?P<names>{_NAMES})(?P<rest>$|\s*[,|•·–—/(\n-].*"
    rf"|\s+(?i:for|in|at|of|on)\s.*|\s+(?:{DATE_WORDS}\.?,?\s+){{0,2}}\d.*)",
    re.DOTALL,
)
_FULL = rf"{_PART}(?:\s+{_PART}){{1,3}}"
_BARE = re.compile(
    rf"(?P<names>{_FULL}(?:(?:,\s+|,?\s+and\s+|\s+&\s+){_FULL})*)(?P<rest>\s*[,|•·–—/]\s*.+)?"
)
_STAMPED = re.compile(r"\s+(?=(?:(?:first|last) )?(?:published|updated|posted|modified)\b)", re.I)
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?:the\s+)?"
    rf"(?P<outlet>(?:The\s+)?{_PART}(?:\s+{_PART}){{0,4}}?)(?=[.,|]|\s+(?i:all\s+rights)|\s*$)"
)
_LONGEST = 20  # words; longer lines are prose
_NO_NAME = group_words("opens no name")


def is_byline(text: str) -> bool:
    """Whether the line names who wrote: “By Noor Halvorsen, health correspondent”."""
    return bool(_byline(text))


def is_bare_name(text: str) -> bool:
    """Whether the line is names, with nothing or a job after them: “Ines Farrow, Editor”.

    An outlet or a date may stand there as well, and the place each of them wrote from.
    """
    if len(text) > 80:
        return is_placed_names(text)
    match = _BARE.fullmatch(text)
    if match is None:
        return is_placed_names(text)
    rest = match["rest"]
    return not rest or names_job(rest) or bool(outlet_in(rest) or find_date(rest))


def names_job(text: str) -> bool:
    """Whether a journalist's job stands in the line: “Senior Writer”."""
    words = (word.strip(".,;:()").lower().removesuffix("s") for word in text.split())
    return any(word in word_list("byline_jobs") for word in words)


def author_of(text: str) -> str | None:
    """The author or authors a byline names.

    >>> author_of("By Marta Oyelaran | March 4")
    'Marta Oyelaran'
    """
    match = _byline(text) or (_BARE.fullmatch(text) if len(text) <= 80 else None)
    if not match and not is_placed_names(text):
        return None
    if people := names_in(text):
        return joined(people)
    if not match:
        return None
    names = " ".join(match["names"].split()).rstrip(",.")
    return names.title() if names.isupper() else names


def outlet_of(text: str) -> str | None:
    """The outlet a copyright line or a writer's biography names."""
    found = _COPYRIGHT.search(text[:300]) or _employer().search(text[:600])
    if not found:
        return None
    name = " ".join(found["outlet"].split())
    # “… for the Harbour Courier. She is …”: a full stop after a whole word ends the name
    name = re.split(r"(?<=\w{4})\.\s", name)[0].rstrip(".,")
    return name + "." if re.search(r"\.[A-Z]$", name) else name  # “Bloomberg L.P.”


def _byline(text: str) -> re.Match[str] | None:
    if len(text) > 300 or len(text.split()) > _LONGEST:
        return None
    match = _BYLINE.fullmatch(_STAMPED.sub(" | ", text))
    if not match or match["names"].split()[0].lower() in _NO_NAME:
        return None
    sentence = text.endswith(".") and len(match["rest"]) > 12 and not find_date(match["rest"])
    return None if sentence else match  # “By Monday, the port had shut.” is prose


@cache
def _employer() -> re.Pattern[str]:
    jobs = "|".join(sorted(word_list("byline_jobs")))
    return re.compile(
        rf"\b(?:(?:{jobs})s?\s+(?:at|for|with)|covers\s.{{1,60}}?\sfor)\s+(?:the\s+)?"
        rf"(?P<outlet>(?:The\s+)?{_PART}(?:\s+{_PART}){{0,3}})"
    )
