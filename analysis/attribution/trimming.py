"""What the language model's tags take in too much: date lines, adverbs, a speaker in the content.

Each rule takes a draft and gives it back as it should be; ``TRIMS`` is the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.attribution.cues import read_cue
from analysis.attribution.hedges import hedge
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.lexicon import word_group
from analysis.records import Span
from analysis.rules import Passes
from analysis.text import find_dateline, wish_to_stay_unnamed

SURE_OF_NOBODY = 0.5
"""How sure the least sure part must be of a statement for which the tags show no source."""
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "’s", "'s"])


def trim_parts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every rule applied, without loose ends: neither sure nor with a source.

    One in five of those was right in PolNeAR dev; hedges ("reportedly") have no source to show.
    """
    trimmed = [(draft, _trimmed(draft, scene)) for draft in drafts]
    return [
        after
        for draft, after in trimmed
        if not _stays_unnamed(scene, after)
        and (
            draft.source
            or after.source
            or after.score >= SURE_OF_NOBODY
            or read_cue(" ".join(c.of(scene.text) for c in after.cue)).stance == "hedge"
        )
    ]


def _stays_unnamed(scene: Scene, draft: Draft) -> bool:
    """“An official who asked not to be named”: how the source is given, and no statement."""
    if not draft.cue or len(draft.content) != 1 or draft.content[0].start < draft.cue[0].start:
        return False
    start, end = draft.cue[0].start, draft.content[0].end
    wish = wish_to_stay_unnamed(scene.text, start, end)
    # “spoke on condition that she not be named”: at most the verb stands before the wish
    return wish is not None and len(scene.text[start : wish.start()].split()) <= 1


def _trimmed(draft: Draft, scene: Scene) -> Draft:
    for name, step in TRIMS:
        after = step(draft, scene)
        if after is not draft:
            draft = replace(after, changed=(*draft.changed, name))
    return draft


def date_line(draft: Draft, scene: Scene) -> Draft:
    """“PORT ELLERY — The council said”: the place line is neither who speaks nor what is said."""
    content = tuple(s for span in draft.content if (s := _behind_date_line(scene, span)))
    source = tuple(s for span in draft.source if (s := _behind_date_line(scene, span)))
    if not content or (source, content) == (draft.source, draft.content):
        return draft
    return replace(draft, source=source, content=content)


def _behind_date_line(scene: Scene, span: Span) -> Span | None:
    paragraph = scene.paragraphs[scene.paragraph(span.start)]
    line = find_dateline(scene.text, paragraph)
    if line is None or span.start >= line.end:
        return span
    return Span(line.end, span.end) if line.end < span.end else None


def last_adverb(draft: Draft, scene: Scene) -> Draft:
    """“A teacher mistakenly thought”, “Orm Foods today said”: no adverb is part of a speaker."""
    if not draft.source or not draft.cue:
        return draft
    last = draft.source[-1]
    words = scene.tokens(last)
    end = words.stop
    while end - words.start > 1 and (
        scene.tags[end - 1] == "ADV" or scene.lower[end - 1] in word_group("days of telling")
    ):
        end -= 1
    if end == words.stop or draft.cue[0].start < last.end:
        return draft
    return replace(draft, source=(*draft.source[:-1], Span(last.start, scene.words[end - 1].end)))


def speaker_first(draft: Draft, scene: Scene) -> Draft:
    """“Two officials, who asked not to be named, said it was so”: who stands before the verb."""
    if draft.source or len(draft.content) < 2 or len(draft.cue) != 1:
        return draft
    first, cue = draft.content[0], draft.cue[0]
    words = scene.tokens(first)
    adjoins = first.end < cue.start < draft.content[1].start and cue.start - first.end <= 2
    opens = scene.sentences[scene.sentence(first.start)].covers(cue)
    relative = any(scene.lower[i] == "who" for i in words[1:])
    if not (adjoins and opens and relative) or scene.quotation_over(first.start):
        return draft
    return replace(draft, source=(first,), content=draft.content[1:])


def passive_report(draft: Draft, scene: Scene) -> Draft:
    """“Two guards were thought to have slept”, “it is known that”: nobody is named who says so.

    Nor who accuses in “Rook is accused of theft”: Rook is part of what is said of him.
    """
    if not draft.source or not draft.cue or draft.cue[-1].start < draft.source[0].start:
        return draft
    words = [i for cue in draft.cue for i in scene.tokens(cue)]
    accusing = word_group("accusations")
    verbs = [i for i in words if scene.lower[i] in word_group("passive reports") | accusing]
    if not verbs:
        return draft
    last = verbs[-1]
    before, after = scene.lower[max(0, last - 3) : last], scene.lower[last + 1 : last + 2]
    subject = draft.source[-1].of(scene.text).lower()
    passive = any(word in _BE for word in before)
    if passive and scene.lower[last] in accusing:
        accused = after in (("of",), ("with",))
        content = tuple(sorted({*draft.source, *draft.content}))
        return replace(draft, source=(), content=content) if accused else draft
    nobody = after == ("to",) or (subject == "it" and after in (("that",), ()))
    return replace(draft, source=()) if passive and nobody else draft


def joined_speaker(draft: Draft, scene: Scene) -> Draft:
    """“the dam would hold and Brill said”: a speaker begins behind “and”, not before it."""
    if len(draft.source) != 1 or not draft.cue or draft.cue[0].start < draft.source[0].end:
        return draft
    words = scene.tokens(draft.source[0])
    joints = [i for i in words if scene.lower[i] in ("and", "while", "but")]
    if not joints or joints[-1] + 1 >= words.stop:
        return draft
    first = words.start
    nominal = {"NOUN", "PROPN", "PRON", "DET"}
    named = any(scene.tags[i] in nominal for i in range(first, joints[-1]))
    rest = Span(scene.words[joints[-1] + 1].start, draft.source[0].end)
    return draft if named else replace(draft, source=(rest,))


def nobody_speaks(draft: Draft, scene: Scene) -> Draft:
    """“Experience shows that targets work”: a thing of the mind shows it, and nobody says so."""
    if len(draft.source) != 1:
        return draft
    words = scene.tokens(draft.source[0])
    named = any(scene.tags[i] == "PROPN" for i in words)
    last = scene.lower[words.stop - 1] if len(words) else ""
    unowned = len(words) <= 2 and not named and last in word_group("no speakers")
    return replace(draft, source=()) if unowned else draft


def subject_found(draft: Draft, scene: Scene) -> Draft:
    """“Brill Motors Ltd. (LSE: BRL), a maker of vans, today announced that”: who opens it, says so.

    For what the network credits to nobody behind the date line of a press release.
    """
    if draft.source or len(draft.cue) != 1 or scene.quotation_over(draft.cue[0].start):
        return draft
    paragraph = scene.paragraphs[scene.paragraph(draft.cue[0].start)]
    line = find_dateline(scene.text, paragraph)
    if line is None or not line.end < draft.cue[0].start:
        return draft
    words = scene.tokens(Span(line.end, draft.cue[0].start))
    end = next((i for i in words if scene.tags[i] != "PROPN"), words.stop)
    clause = any(scene.tags[i] in ("VERB", "AUX") for i in words)
    if end == words.start or clause:
        return draft
    return replace(draft, source=(Span(scene.words[words.start].start, scene.words[end - 1].end),))


def shared_subject(draft: Draft, scene: Scene) -> Draft:
    """“Akers inspected it in May and said it was sound”: who opens the sentence says it.

    Only where a name opens it, its verb follows at once, and nobody else stands between.
    """
    if draft.source or len(draft.cue) != 1 or scene.quotation_over(draft.cue[0].start):
        return draft
    cue = scene.tokens(draft.cue[0])
    sentence = scene.tokens(scene.sentences[scene.sentence(draft.cue[0].start)])
    if cue.start - sentence.start < 3 or scene.lower[cue.start - 1] not in ("and", "but", "then"):
        return draft
    verb = next((i for i in sentence if scene.tags[i] != "PROPN"), sentence.stop)
    between = range(verb + 1, cue.start - 1)
    others = any(scene.tags[i] in ("VERB", "AUX", "PUNCT") for i in between)
    if verb == sentence.start or scene.tags[verb] != "VERB" or others:
        return draft
    named = Span(scene.words[sentence.start].start, scene.words[verb - 1].end)
    return replace(draft, source=(named,))


def around_hedge(draft: Draft, scene: Scene) -> Draft:
    """“A few guests reportedly walked out”: what stands before the adverb is told as well."""
    if draft.source or len(draft.cue) != 1 or not draft.content:
        return draft
    sentence = scene.sentences[scene.sentence(draft.cue[0].start)]
    told = next((d for d in hedge(scene, scene.tokens(sentence)) if d.cue == draft.cue), draft)
    return replace(draft, content=told.content) if told.size > draft.size else draft


TRIMS = Passes(
    around_hedge,
    subject_found,
    shared_subject,
    date_line,
    last_adverb,
    speaker_first,
    joined_speaker,
    passive_report,
    nobody_speaks,
)
