"""Inputs that were read wrongly, ../shared/cases: ``python -m benchmarks cases`` prints the rest.

What each asks for stands in ``cases.tsv``: what ``../shared/cases/*.expect`` says in words, as
lines that a program can check. A case is right when all its lines hold. ``python -m benchmarks
fresh`` asks the same of our own inputs in ``gold/fresh``, four of each of 14 kinds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis import analyze
from analysis.command import read_files
from analysis.intake import Failure
from analysis.output import article_json
from analysis.records import Analysis, Attribution, Credit, Entity, Source

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
WANTED = Path(__file__).with_name("cases.tsv")
FRESH = Path(__file__).parent / "gold" / "fresh"
NEUTRAL = 0.05
"""VADER's own band: a compound this near to 0 is neutral."""
NOTHING = "-"


@dataclass(frozen=True)
class Read:
    """One input as the product reads it, with the questions the cases ask."""

    done: Analysis

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {s.id: s for s in self.done.sources}

    def credited(self, words: str) -> tuple[Attribution, Credit] | None:
        """The innermost attribution whose content holds all these words."""
        text = self.done.article.text
        at = text.find(words)
        end = at + len(words)
        held = [
            (a, c)
            for a, c in zip(self.done.attributions, self.done.credits, strict=True)
            if any(s.start <= at and end <= s.end for s in a.content)
        ]
        return max(held, key=lambda pair: pair[0].depth, default=None)

    def speaker(self, words: str) -> str:
        """The source's name; "-" where nobody is credited."""
        found = self.credited(words)
        if found is None or found[1].source is None:
            return NOTHING
        return self.sources[found[1].source].name

    def entity(self, name: str) -> Entity | None:
        return next((e for e in self.done.entities if e.name == name), None)

    def kind(self, name: str) -> str:
        found = self.entity(name)
        return found.type if found else NOTHING

    def times(self, name: str) -> str:
        """Name mentions of an entity."""
        found = self.entity(name)
        return str(sum(m.kind == "name" for m in found.mentions)) if found else "0"

    def part(self, words: str) -> str:
        """The role of the paragraph these words begin."""
        text = self.done.article.text
        for paragraph in self.done.article.paragraphs:
            if paragraph.span.of(text).strip().startswith(words):
                return paragraph.role
        at = self.done.article.paragraph_at(text.find(words))
        return at.role if at else NOTHING

    def traits(self, name: str) -> set[str]:
        """Type and role of the source of this name."""
        return {t for s in self.done.sources if s.name == name for t in (s.type, s.role)}

    @cached_property
    def told(self) -> dict[str, Any]:
        """What programs are given."""
        return article_json(self.done)

    def tone(self, words: str) -> str:
        """How the sentence that holds these words sounds."""
        at = self.done.article.text.find(words)
        told = [s["compound"] for s in self.told["sentences"] if s["s"] <= at < s["e"]]
        if not told or abs(told[0]) < NEUTRAL:
            return "neutral" if told else NOTHING
        return "positive" if told[0] > 0 else "negative"

    def in_body(self, words: str) -> bool:
        """Whether these words are counted."""
        return any(words in p.span.of(self.done.article.text) for p in self.done.article.body)


Check = Callable[[Read, str, str], bool]


def _one(read: Read, names: str, times: str) -> bool:
    """Exactly one entity of these names, with so many mentions at least."""
    found = [e for e in read.done.entities if e.name in names.split("|")]
    return len(found) == 1 and int(read.times(found[0].name)) >= int(times)


def _nested(read: Read, words: str, speaker: str) -> bool:
    found = read.credited(words)
    spoken = read.speaker(words).removeprefix("the ").removeprefix("The ")
    wanted = [one.removeprefix("The ") for one in speaker.split("|")]
    nested = found is not None and found[0].parent is not None
    return nested and any(one in spoken for one in wanted)


def _said(read: Read, words: str, speaker: str) -> bool:
    said = read.speaker(words)
    return any(said in {one, f"the {one}", f"The {one}"} for one in speaker.split("|"))


def _same_part(read: Read, lines: str, never: str) -> bool:
    parts = {read.part(line) for line in lines.split("|")}
    return len(parts) == 1 and not parts & set(never.split("|"))


def _told(field: str) -> Check:
    """A field of the article begins with one of the answers (a date may have a time)."""

    def check(read: Read, _: str, wanted: str) -> bool:
        found = getattr(read.done.article, field) or NOTHING
        if field == "published":
            found = found[:10]
        return found in wanted.split("|")

    return check


CHECKS: dict[str, Check] = {
    "said": _said,
    "unsaid-by": lambda r, words, never: r.speaker(words) not in never.split("|"),
    "nested": _nested,
    "mode": lambda r, words, mode: (
        (found := r.credited(words)) is not None and found[0].mode == mode
    ),
    "via": lambda r, words, way: (f := r.credited(words)) is not None and f[1].provenance == way,
    "is": lambda r, name, kind: r.kind(name) == kind,
    "not": lambda r, name, kind: r.kind(name) != kind,
    "no": lambda r, name, _: r.entity(name) is None,
    "one": _one,
    "count": lambda r, name, times: r.times(name) in times.split("|"),
    "speaks": lambda r, name, trait: trait in r.traits(name),
    "silent-as": lambda r, name, trait: trait not in r.traits(name),
    "no-source": lambda r, name, _: name not in {s.name.casefold() for s in r.done.sources},
    "part": lambda r, words, parts: r.part(words) in parts.split("|"),
    "same-part": _same_part,
    "body": lambda r, _, number: str(len(r.done.article.body)) in number.split("|"),
    "body-words": lambda r, _, number: _body_words(r) == int(number),
    "title": _told("title"),
    "author": _told("author"),
    "outlet": _told("outlet"),
    "published": _told("published"),
    "tone": lambda r, words, tones: r.tone(words) in tones.split("|"),
    "language": lambda r, _, code: r.told["language"] == code,
    "warned": lambda r, _, word: any(word in line for line in r.told["warnings"]),
    "uncounted": lambda r, words, _: not r.in_body(words),
    "same-para": lambda r, words, other: (
        r.done.article.paragraph_at(r.done.article.text.find(words))
        == r.done.article.paragraph_at(r.done.article.text.find(other))
    ),
}


def _body_words(read: Read) -> int:
    return sum(len(p.span.of(read.done.article.text).split()) for p in read.done.article.body)


def wanted(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    """The lines of a table of wants by input: check, words, answer."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            case, check, words, answer, *_ = [*line.split("\t"), ""]
            found.setdefault(case, []).append((check, words, answer))
    return found


def failing(
    folder: Path = SHARED / "cases", table: Path = WANTED
) -> Iterator[tuple[str, list[str]]]:
    """Each input's file and the lines that do not hold; none where it is read rightly."""
    for number, lines in wanted(table).items():
        [path] = [p for p in folder.glob(f"{number}-*") if p.suffix != ".expect"]
        article = next(read_files([path]))
        if isinstance(article, Failure):
            yield path.stem, [article.reason]
            continue
        read = Read(analyze(article))
        yield (
            path.stem,
            [
                f"{check} {words!r} {answer!r}"
                for check, words, answer in lines
                if not CHECKS[check](read, words, answer)
            ],
        )


def _count(cases: list[tuple[str, list[str]]]) -> int:
    """How many are right; prints those that are not."""
    for name, lines in cases:
        if lines:
            print(f"{name}: {'; '.join(lines)}")
    right = sum(not lines for _, lines in cases)
    print(f"{right} of {len(cases)} cases read rightly")
    return right


def main() -> int:
    """Prints what is not right and how many are; 0 when at least 60 of 66 are."""
    return 0 if _count(list(failing())) >= 60 else 1


def fresh() -> int:
    """The same of our own inputs; 0: they are a reading, not a gate."""
    _count(list(failing(FRESH, FRESH / "expected.tsv")))
    return 0
