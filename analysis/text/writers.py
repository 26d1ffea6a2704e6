"""Whom a byline or an agency's credit names: people apart from jobs, places and outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.lexicon import Pattern, is_listed_outlet, is_outlet, word_list

_PART = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_WHOLE = rf"{_PART}(?:\s+(?:{{particles in bylines}}\s+){{0,3}}{_PART}){{1,4}}"
_NAME = Pattern(_WHOLE)
_ONE = re.compile(_PART)
_BEFORE = Pattern(
    r"^\W*(?:(?:{told by}|source)\s*)?(?:\bby\b:?|:)\s*|^\W*source\b:?", re.IGNORECASE
)
_OTHERS = Pattern(r"[,;|]?\s*\b{not the writer's}\b\s*(?:by\b|:).*", re.IGNORECASE | re.DOTALL)
_STAMP = Pattern(
    r"\b(?:first |last )?(?:published|updated|posted|modified)\b.*"
    r"|\b(?:{days of the week}|{months})\.?,?\s+(?=\d|{months}\b).*|\b\d.*"
    r"|(?<=\w)\s*,?\s{days in full}$",
    re.IGNORECASE | re.DOTALL,
)
_STAMPED_FIRST = Pattern(
    r"^(?:{days in full},?\s+)?(?:\d{1,2}\s+{months}|{months}\s+\d{1,2})"
    r"(?:,?\s+\d{4})?\s*[,|·•–-]\s*",
    re.IGNORECASE,
)
_CUTS = re.compile(r"\s*(?:[,|•·—–/\n;]|\s-\s|\s&\s|\band\b|\bwith\b)\s*", re.IGNORECASE)
_PLACED = re.compile(r"\s+(?:in|at|on|from)\s+.*", re.IGNORECASE | re.DOTALL)
_FOR = re.compile(r"\s+for\s+.*", re.IGNORECASE | re.DOTALL)
_EMPLOYED = re.compile(r"\b(?i:for)\s+(?:(?:the|THE|The)\s+)?(?P<outlet>[A-Z][^,|•·;/\n–—]{2,40})$")
_WHERE = rf"(?:\s+in\s+{_PART}(?:\s+{_PART}){{0,2}})?"
_CREDITED = Pattern(
    r"\b(?i:{credits writers})\s+"
    rf"(?P<names>{_WHOLE}{_WHERE}(?:(?:,|,?\s+and)\s+{_WHOLE}{_WHERE})*)"
)
_PLACED_ALL = Pattern(
    rf"{_WHOLE}\s+in\s+{_PART}(?:\s+{_PART}){{0,2}}"
    rf"(?:(?:,|,?\s+and)\s+{_WHOLE}\s+in\s+{_PART}(?:\s+{_PART}){{0,2}})*"
)


def names_in(line: str) -> list[str]:
    """The people a byline names: two in “By Petra Sund and Otto Venn, AFP”."""
    pieces = list(_pieces(_FOR.sub("", line)))
    alone = len(pieces) == 1  # “By Noor”; in “Noor Halvorsen, Millbrook” the one word is a place
    return [_cased(piece) for piece in pieces if _is_person(piece, alone=alone)]


def outlet_in(line: str) -> str | None:
    """The outlet or agency a byline or date line names: "AP" in “By JOHN SMITHSON | AP”."""
    employed = _EMPLOYED.search(_STAMP.sub("", line).strip())
    if employed:
        return _cased(employed["outlet"].strip())
    for piece in _pieces(line):
        for shown in (piece, piece.title()):
            if is_outlet(shown) and not _is_job(piece):
                return shown
    return None


def joined(names: list[str]) -> str | None:
    """“Ada Rook, Per O'Neal and Oda Skaar”; None for nobody."""
    return (
        ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else next(iter(names), None)
    )


def credited_author(text: str) -> str | None:
    """Who reported, from an agency's credit: “(Reporting by Ilse Marr; Editing by Jon Wick)”."""
    found = _CREDITED.search(text)
    return joined(names_in(found["names"])) if found else None


def is_placed_names(text: str) -> bool:
    """“Petra Sund in Quenby and Otto Venn in Dorrit”."""
    return len(text) < 160 and bool(_PLACED_ALL.fullmatch(text))


def _pieces(line: str) -> Iterator[str]:
    """The parts between commas, bars and “and”, without places, dates and who took the pictures."""
    line = _STAMPED_FIRST.sub("", _BEFORE.sub("", " ".join(line.split())))
    line = _STAMP.sub("", _OTHERS.sub("", line))
    for piece in _CUTS.split(line):
        piece = _PLACED.sub("", piece).strip(" .()[]:–—-")
        yield from _apart(piece) if piece else ()


def _apart(piece: str) -> list[str]:
    """“TOM O'DOWD Associated Press”: a person and, without a mark, the agency."""
    words = piece.split()
    for cut in range(2, len(words)):
        if is_listed_outlet(" ".join(words[cut:])):
            return [" ".join(words[:cut]), " ".join(words[cut:])]
    return [piece]


def _is_person(piece: str, *, alone: bool) -> bool:
    if _is_job(piece) or is_listed_outlet(piece) or is_outlet(piece.title()):
        return False
    return bool(_NAME.fullmatch(piece)) or (alone and bool(_ONE.fullmatch(piece)))


def _is_job(piece: str) -> bool:
    words = (word.strip(".:()").lower() for word in piece.split())
    return any(word.removesuffix("s") in word_list("byline_jobs") for word in words)


def _cased(name: str) -> str:
    return name.title().replace("’S", "’s") if name.isupper() and len(name) > 5 else name
