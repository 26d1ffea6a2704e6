"""Which attribution stands inside another's content, and contents kept apart or inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from analysis.attribution.clauses import find_statements
from analysis.attribution.cues import read_cue, reporting_verbs
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft, without
from analysis.attribution.subjects import STOPS, cue_start, phrase_after, phrase_before, verb_at
from analysis.lexicon import word_group
from analysis.records import Span
from analysis.text import InOrder, Quotation

BLOCK = 1000  # characters; contents are looked up by the blocks they touch
DEEPEST = 4
LEAD = 10  # words between the verb and the inner quotation: “told me over the phone: ‘…’”
INNER = "inner quotation"
"""The rule of what stands in marks inside marks."""
NESTED_RULES = frozenset(
    {"said before", "said after", "according to", "quoted as", "hedge", "alleged"}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with the number of the one whose content holds it."""

    draft: Draft
    parent: int | None


def with_nested(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and those that rules find inside their contents: “Y said” in what X reports."""
    found = with_inner(scene, drafts)
    taken = {c.start for d in found for c in d.cue}
    waiting = [(d, 0) for d in found]
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


def with_inner(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and whoever says what stands in marks inside marks.

    What the network made of the words that introduce it gives way: “The doctor said: ‘It is
    over.’ I wept.” holds nothing of the doctor's but what stands in the inner marks.
    """
    inner: list[Draft] = []
    for quotation, holder in _held(scene):
        said = _inner_speech(scene, quotation, holder)
        if said is None or not _is_told(scene, said):
            continue
        if any(d.holds(said) for d in chain(drafts, inner)):
            inner.append(replace(said, rule=INNER))
    cues = InOrder(sorted(c for i in inner for c in i.cue))
    return [d for d in drafts if all(map(cues.free, d.cue))] + inner


def _held(scene: Scene) -> Iterator[tuple[Quotation, Span]]:
    """Each quotation of speech inside another, with the stretch of the nearest that holds it."""
    spans = [(span, q) for q in scene.quotations for span in q.spans]
    around: list[Span] = []
    for span, quotation in sorted(spans, key=lambda s: (s[0].start, -s[0].end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if around and quotation.kind == "speech" and span == quotation.spans[0]:
            yield quotation, around[-1]
        around.append(span)


def _is_told(scene: Scene, draft: Draft) -> bool:
    """Whether a speaker cites somebody in particular, who spoke once: “the doctor said: ‘…’”.

    “People say ‘…’” and “saying ‘…’” are left to the speaker, as the annotators of PolNeAR did;
    and “he said ‘…’” where it is no whole sentence, since whom “he” means there is a guess.
    """
    words = [scene.lower[i] for s in draft.source for i in scene.tokens(s)]
    cue = scene.lower[scene.tokens(draft.cue[0]).stop - 1]
    vague = word_group("subject pronouns") | word_group("nobody in particular") | {"people"}
    if scene.text[draft.content[-1].end - 2] in ",.?!…":
        vague -= {"he", "she"}
    verb = reporting_verbs().get(cue)
    speech = verb is not None and verb.act == "speech" and not cue.endswith("ing")
    return speech and len(words) > 0 and words[-1] not in vague


def _inner_speech(scene: Scene, quotation: Quotation, holder: Span) -> Draft | None:
    """Who is named with a verb of speech beside a quotation, inside the one that holds it."""
    if not holder.start < quotation.start < quotation.end < holder.end:
        return None
    before = range(scene.words.begun(holder.start + 1), scene.words.begun(quotation.start))
    for i in range(before.stop - 1, max(before.start, before.stop - LEAD) - 1, -1):
        if scene.lower[i] in STOPS - {":"} | {"."}:
            break
        verb = verb_at(scene, i)
        if verb is not None and verb.frame != "phrase":
            begin = cue_start(scene, i, before.start)
            source = phrase_before(scene, begin, before.start)
            cue = Span(scene.words[begin].start, scene.words[i].end)
            return Draft((source,), (cue,), quotation.spans) if source else None
    behind = range(scene.words.begun(quotation.end), scene.words.begun(holder.end - 1))
    for i in behind[:LEAD]:
        if scene.lower[i] in STOPS | {"."}:
            break
        verb = verb_at(scene, i)
        if verb is not None and verb.frame != "phrase":
            source = phrase_before(scene, i, behind.start) if i > behind.start else None
            source = source or phrase_after(scene, i + 1, behind.stop)
            return Draft((source,), (scene.words[i],), quotation.spans) if source else None
    return None


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
