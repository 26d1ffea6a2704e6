"""Which attribution stands inside another's content, and contents kept apart or inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.attribution.clauses import find_statements
from analysis.attribution.cues import read_cue
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft, without
from analysis.lexicon import word_group
from analysis.records import Span

BLOCK = 1000  # characters; contents are looked up by the blocks they touch
DEEPEST = 4
NESTED_RULES = frozenset({"said before", "said after", "according to", "hedge", "alleged"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with the number of the one whose content holds it."""

    draft: Draft
    parent: int | None


def with_nested(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and those that rules find inside their contents: “Y said” in what X reports."""
    found = list(drafts)
    taken = {c.start for d in drafts for c in d.cue}
    waiting = [(d, 0) for d in drafts]
    while waiting:
        draft, depth = waiting.pop()
        for content in draft.content:
            for inner in find_statements(scene, content):
                cue = inner.cue[0]
                if cue.start in taken or not _is_clear(scene, inner) or not draft.holds(inner):
                    continue
                taken.add(cue.start)
                found.append(inner)
                if depth < DEEPEST:
                    waiting.append((inner, depth + 1))
    return found


def _is_clear(scene: Scene, draft: Draft) -> bool:
    """Whether a nested draft is a plain report of speech by somebody else."""
    if draft.rule == "passed on":
        return True  # a document says it, whoever speaks of it
    reading = read_cue(" ".join(c.of(scene.text) for c in draft.cue))
    if reading.act != "speech" or draft.rule not in NESTED_RULES:
        return False
    names = {s.of(scene.text).lower() for s in draft.source}
    # “every time you say”, “whatever he says”: nobody in particular
    if word_group("nobody in particular") & {w for name in names for w in name.split()}:
        return False
    if draft.rule != "hedge" and sum(len(scene.tokens(c)) for c in draft.content) < 2:
        return False  # “I disagree with what he said”: nothing is passed on
    if scene.quotation_over(draft.cue[0].start) is not None and (
        names & word_group("subject pronouns")  # whom a speaker means by “he” is a guess
        or draft.rule == "said after"
        or reading.stance not in ("neutral", "hedge")
    ):
        return False
    return not names & word_group("no reporter")


class Contents:
    """Contents accepted so far, found by the stretch of text they touch."""

    def __init__(self) -> None:
        self.blocks: dict[int, list[tuple[Span, int]]] = defaultdict(list)

    def add(self, number: int, spans: Iterable[Span]) -> None:
        """Remember these spans as content of draft ``number``."""
        for span in spans:
            for block in range(span.start // BLOCK, (span.end - 1) // BLOCK + 1):
                self.blocks[block].append((span, number))

    def touching(self, span: Span) -> list[tuple[Span, int]]:
        """Contents that share a character with the span, each once."""
        found = {
            item
            for block in range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)
            for item in self.blocks.get(block, ())
            if item[0].overlaps(span)
        }
        return sorted(found)


def place(drafts: Sequence[Draft]) -> list[Placed]:
    """The drafts with their parents; where contents cross, the smaller gives way.

    Larger contents are placed first, so that every parent stands before its children.
    """
    placed: list[Placed] = []
    contents = Contents()
    order = sorted(drafts, key=lambda d: (-d.size, d.content, d.cue, d.source))
    for draft in order:
        kept = _apart(draft, placed, contents)
        if kept is None:
            continue
        parent = _parent(kept, placed, contents)
        placed.append(Placed(kept, parent))
        contents.add(len(placed) - 1, kept.content)
    return placed


def _apart(draft: Draft, placed: Sequence[Placed], contents: Contents) -> Draft | None:
    """The draft without what others that do not hold it have claimed; None if nothing is left."""
    spans: list[Span] = []
    for content in draft.content:
        pieces = [content]
        for other, number in contents.touching(content):
            if placed[number].draft.holds(draft):
                continue
            pieces = [p for piece in pieces for p in without(piece, other)]
        spans += pieces
    if not spans:
        return None
    return replace(draft, content=tuple(sorted(spans)))


def _parent(draft: Draft, placed: Sequence[Placed], contents: Contents) -> int | None:
    """The smallest content that holds every part of the draft."""
    numbers = {number for _, number in contents.touching(draft.content[0])}
    holding = [n for n in numbers if placed[n].draft.holds(draft)]
    return min(holding, key=lambda n: (placed[n].draft.size, -n), default=None)
