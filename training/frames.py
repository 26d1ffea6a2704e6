"""Invented short news about firms, clubs and people: what stands around a name says what it is.

The frames and parts of names stand in ``frames.txt``, further names in ../shared/lists. Names of
../shared/eval/companies are left out, so that what is measured there was never learnt by heart.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from training.documents import Document, Part, Range

FRAMES = Path(__file__).with_name("frames.txt")
SHARES = {"firm": 0.5, "club": 0.3, "other": 0.2}
BREAK = 0.25
"""Share of sentences after which a paragraph ends."""
_SLOT = re.compile(r"\{(\w)\}")
_CLUB = re.compile(r"[A-Z][\w'’.&\- ]{2,28}")
_PLACES = ["London", "Paris", "Chicago", "Ohio", "Texas", "Germany", "Boston", "Dublin"] * 20
"""Places that news names often."""


@cache
def sections() -> dict[str, list[str]]:
    """The sections of ``frames.txt``: a frame a line, or words between commas."""
    found = {}
    for block in FRAMES.read_text(encoding="utf-8").split("\n[")[1:]:
        name, _, text = block.partition("]\n")
        lines = text.strip().splitlines()
        words = [w.strip() for w in " ".join(lines).split(",")]
        found[name] = lines if name in SHARES else words
    return found


class Names:
    """Names to fill the frames with."""

    def __init__(self, shared: Path, lists: Mapping[str, Sequence[str]]) -> None:
        self.held = held_back(shared)
        words = sections()
        with (shared / "lists" / "sp500.csv").open(encoding="utf-8") as file:
            firms = [re.sub(r"\s*\(.*\)", "", row["Security"]) for row in csv.DictReader(file)]
        self.listed, self.known = self._free(firms), self._free(words["known firm"])
        self.clubs, self.teams = self._free(clubs(shared)), self._free(words["team"])
        self.first = [x.title() for x in lists["first"]] or ["Ann", "Tom"]
        self.last = [x.title() for x in lists["last"]] or ["Hale", "Bree"]
        plain = [x for x in (*lists["city"], *lists["country"]) if x.replace(" ", "").isalpha()]
        self.places = [x.title() for x in plain if x.isascii() and len(x) > 3] + _PLACES

    def _free(self, names: Sequence[str]) -> list[str]:
        """Those that share no beginning with a name held back."""
        return [
            n
            for n in names
            if not any(f"{h} ".startswith(f"{m} ") or f"{m} ".startswith(f"{h} ")
                       for m in [n.lower().removeprefix("the ")] for h in self.held)
        ]  # fmt: skip

    def person(self, rng: random.Random) -> tuple[str, str]:
        """First name and surname."""
        return rng.choice(self.first), rng.choice(self.last)

    def firm(self, rng: random.Random) -> str:
        """A firm's name, listed or put together."""
        words, kind = sections(), rng.random()
        if kind < 0.55:
            return rng.choice(self.listed if kind < 0.3 else self.known)
        if kind < 0.65:
            partner = rng.choice(("Sons", rng.choice(self.last)))
            return f"{rng.choice(self.last)} {rng.choice(('&', 'and'))} {partner}"
        if kind < 0.75:
            name = rng.choice(words["stem"])
        elif kind < 0.82:
            size = rng.choice((2, 3))
            name = "".join(rng.choice(words["syllable"]) for _ in range(size)).capitalize()
        else:
            name = " ".join(rng.choice(self.last) for _ in range(1 + (kind > 0.91)))
        if rng.random() < 0.55:
            name += f" {rng.choice(words['trade'])}"
        return f"{name} {rng.choice(words['form'])}" if rng.random() < 0.25 else name

    def club(self, rng: random.Random) -> str:
        """A club's name, listed or a town with what clubs are called."""
        kind = rng.random()
        if kind < 0.85:
            return rng.choice(self.clubs if kind < 0.55 else self.teams)
        town = rng.choice(self.places)
        ending = rng.choice(("", " United", " City", " FC", " Rovers", " Athletic"))
        return town + ending


def held_back(shared: Path) -> set[str]:
    """Names that are measured and so not learnt, in small letters without article."""
    folder = shared / "eval" / "companies"
    paths = [folder / f"{kind}.txt" for kind in ("firms", "clubs")]
    lines = [x for p in paths for x in p.read_text(encoding="utf-8").splitlines()]
    return {x.strip().lower().removeprefix("the ") for x in lines if x.strip()}


def clubs(shared: Path) -> list[str]:
    """Football clubs of the lists, with their other names."""
    found = set()
    for path in sorted((shared / "lists" / "clubs").glob("*.clubs.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            line = line.split("#")[0].strip()
            if line.startswith("|"):
                found |= {name.strip() for name in line.split("|")}
            elif line and not line.startswith("="):
                found.add(line.split(",")[0].strip())
    return sorted(name for name in found if _CLUB.fullmatch(name))


def framed(names: Names, count: int, seed: int) -> list[Document]:
    """So many short texts of one to three sentences in one or more paragraphs."""
    rng = random.Random(seed)
    return [_document(names, rng) for _ in range(count)]


def _document(names: Names, rng: random.Random) -> Document:
    kind = rng.choices(list(SHARES), list(SHARES.values()))[0]
    one, two = names.person(rng), names.person(rng)
    fill = {slot: (names.firm(rng), "ORG") for slot in "FGH"}
    fill |= {slot: (names.club(rng), "ORG") for slot in "CD"}
    fill |= {slot: (rng.choice(names.places), "GPE") for slot in "PQ"}
    fill |= {"N": (" ".join(one), "PERSON"), "M": (" ".join(two), "PERSON")}
    fill |= {"S": (one[1], "PERSON"), "R": (two[1], "PERSON")}
    parts = [Part("", [])]
    for _ in range(rng.choice((1, 2, 2, 3))):
        if parts[-1].text and rng.random() < BREAK:
            parts.append(Part("", []))
        text, spans = filled(rng.choice(sections()[kind]), fill)
        last = parts[-1]
        at = len(last.text) + 1 if last.text else 0
        last.text = f"{last.text} {text}" if at else text
        last.names = [*(last.names or ()), *((s + at, e + at, label) for s, e, label in spans)]
    return Document(parts, "gum")


def filled(frame: str, fill: Mapping[str, tuple[str, str]]) -> tuple[str, list[Range]]:
    """A frame with its names, and where they stand; a leading article is outside the name."""
    text, spans, at = "", [], 0
    for slot in _SLOT.finditer(frame):
        text += frame[at : slot.start()]
        name, label = fill[slot.group(1)]
        skip = 4 if name.startswith("the ") else 0
        if skip and not text:
            name = f"The {name[4:]}"
        spans.append((len(text) + skip, len(text) + len(name), label))
        text += name
        at = slot.end()
    return text + frame[at:], spans
