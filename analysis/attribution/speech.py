"""Quotations and attributions brought together, so that each quotation is whole and credited.

A content that lies in a quotation takes all of it; a quotation nothing claims is credited by
the words beside it, by the dash or colon of a press release, or to the speaker who was just
quoted; where none of these holds it stays unattributed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.attribution.found import Found
from analysis.attribution.ownership import carried_on, merged, one_owner, whole_quotations, without
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.attribution.subjects import (
    STOPS,
    VERBAL,
    cue_start,
    is_adverb,
    phrase_after,
    phrase_before,
    verb_at,
)
from analysis.lexicon import word_group, word_list
from analysis.records import Span
from analysis.rules import Rules
from analysis.text import UTTERANCE_WORDS, InOrder, Quotation

BESIDE = 14  # words looked at on each side of a quotation for its verb
SIGNATURE = 16  # words in the line under or after a quotation that names who signed it
MOST_PARTS = 60  # contents one attribution may gather: bounds the work on odd texts
CLOSERS = "\"”»'’ "
_TEXT = re.compile(r"\S")


def credit_quotations(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whole quotations, and drafts for the quotations nobody had claimed."""
    spoken = [d for d in drafts if not _mere_gesture(scene, d)]
    found = [whole_quotations(scene, d) for d in without_signed(scene, spoken)]
    found = carried_on(scene, one_owner(scene, found))
    claimed = InOrder(merged(c for d in found for c in d.content))
    so_far = Found(scene, found)
    for quotation in scene.quotations:
        if quotation.level or not all(claimed.free(s) for s in quotation.spans):
            continue
        if quotation.kind != "speech" and not is_second_half(scene, quotation, so_far):
            continue
        verdict = RULES.first(scene, quotation, so_far)
        if verdict:
            so_far.take(replace(verdict.answer, rule=verdict.rule))
        elif _says_much(scene, quotation):
            so_far.take(Draft((), (), quotation.spans, "unattributed", 0.3))
    return so_far.drafts


def _mere_gesture(scene: Scene, draft: Draft) -> bool:
    """““The road is closed.” Reyl nodded.”: a nod behind a finished quotation says nothing."""
    if len(draft.cue) != 1 or draft.cue[0].of(scene.text).lower() not in word_group("gestures"):
        return False
    last = max(draft.content)
    quotation = scene.quotation_over(last.start)
    return (
        quotation is not None and quotation.end <= draft.cue[0].start and _stopped(scene, quotation)
    )


def _says_much(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation without a speaker is a sentence, not a slogan, a title or a fragment."""
    words = [i for s in quotation.spans for i in scene.tokens(s) if scene.lower[i][:1].isalnum()]
    if len(words) < UTTERANCE_WORDS:
        return False
    capital = [not scene.text[scene.words[i].start].islower() for i in words]
    small = word_group("title words")
    return capital[0] and not all(
        c for c, i in zip(capital, words, strict=True) if scene.lower[i] not in small
    )


def is_second_half(scene: Scene, quotation: Quotation, so_far: Found) -> bool:
    """““It is safe,” Reyl said, “and open””: a fragment right behind the first half's speaker."""
    before = so_far.before(quotation.start)
    if quotation.kind != "fragment" or before is None or not before.cue:
        return False
    end = max(p.end for p in before.parts)
    between = scene.text[end : quotation.start] if quotation.start - end < 40 else "."
    return between.strip() == "," and _was_quoted(scene, before)


def without_signed(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without quotations that bear a signature: those belong to whoever signed."""
    taken: list[Span] = []
    for quotation in scene.quotations:
        if quotation.level == 0 and quotation.kind == "speech":
            draft = signed(scene, quotation, Found(scene, ()))
            if draft is not None:
                taken += draft.parts
    signatures = InOrder(merged(taken))
    return [d for d in (without(d, signatures) for d in drafts) if d is not None]


# ---------------------------------------------------------------- rules


def verb_behind(scene: Scene, quotation: Quotation, _: Found) -> Draft | None:
    """““Why not?” Reyl asked.”, ““It is off,” said Reyl, head of the union.”"""
    end, last = quotation.end, scene.paragraphs[scene.paragraph(quotation.end - 1)].end
    words = scene.tokens(Span(end, last)) if end < last else range(0)
    if not words or _stopped(scene, quotation):
        return None
    for i in range(words.start, min(words.stop, words.start + BESIDE)):
        if scene.lower[i] in (".", "!", "?", ";") or scene.lower[i] in STOPS:
            return None
        verb = verb_at(scene, i)
        if verb is None or verb.frame == "phrase":
            continue
        begin = cue_start(scene, i, words.start)
        if begin == words.start or all(is_adverb(scene, k) for k in range(words.start, begin)):
            source = phrase_after(scene, i + 1, words.stop)
        else:
            source = phrase_before(scene, begin, words.start)
        if source is not None:
            cue = Span(scene.words[begin].start, scene.words[i].end)
            return Draft((source,), (cue,), quotation.spans)
    return None


def _stopped(scene: Scene, quotation: Quotation) -> bool:
    """Whether the quotation ends its sentence: what follows is another one."""
    inner = scene.text[max(quotation.start, quotation.end - 3) : quotation.end].rstrip(CLOSERS)
    following = scene.text[quotation.end : quotation.end + 2].strip()
    return inner.endswith(".") and not following[:1].islower()


def verb_before(scene: Scene, quotation: Quotation, _: Found) -> Draft | None:
    """“Reyl told reporters: “…””, “As Reyl put it, “…””; also at the end of the line above."""
    words = _words_before(scene, quotation)
    for i in range(words.stop - 1, words.start - 1, -1):
        if scene.lower[i] in (".", "!", "?", ";", '"', "”"):
            return None
        verb = verb_at(scene, i)
        if verb is None or verb.frame == "phrase":
            continue
        begin = cue_start(scene, i, words.start)
        source = phrase_before(scene, begin, words.start)
        if source is not None:
            cue = Span(scene.words[begin].start, scene.words[i].end)
            return Draft((source,), (cue,), quotation.spans)
    return None


def _words_before(scene: Scene, quotation: Quotation) -> range:
    """Words of the sentence before the quotation, or of a line above that ends in a colon."""
    paragraph = scene.paragraphs[scene.paragraph(quotation.start)]
    start = max(paragraph.start, scene.sentences[scene.sentence(quotation.start)].start)
    if start >= quotation.start and paragraph.start == quotation.start:
        number = scene.paragraph(quotation.start)
        above = scene.paragraphs[number - 1] if number else None
        if above is None or scene.text[above.end - 1] != ":":
            return range(0)
        start = max(above.start, scene.sentences[scene.sentence(above.end - 1)].start)
    if start >= quotation.start:
        return range(0)
    return scene.tokens(Span(start, quotation.start))


def colon(scene: Scene, quotation: Quotation, _: Found) -> Draft | None:
    """“Reyl: “…””, and “From Chairwoman Reyl:” with the quotation below it."""
    words = _words_before(scene, quotation)
    if len(words) < 2 or scene.lower[words.stop - 1] != ":" or len(words) > SIGNATURE:
        return None
    first = words.start
    if scene.lower[first] == "and":
        first += 1
    lead = scene.lower[first] in ("from", "by")
    if _has_verb(scene, words):
        return None
    source = phrase_after(scene, first + lead, words.stop - 1)
    if source is None or not scene.text[source.start].isupper():
        return None
    if source.of(scene.text).lower() in word_list("label_words"):
        return None  # “INTERVIEW: “…””
    cue = scene.words[first] if lead else scene.words[words.stop - 1]
    return Draft((source,), (cue,), quotation.spans)


def _has_verb(scene: Scene, words: range) -> bool:
    """Whether a word, not a dash that the tagger takes for one, is a verb."""
    return any(scene.tags[k] in VERBAL and scene.lower[k][0].isalpha() for k in words)


def signed(scene: Scene, quotation: Quotation, _: Found) -> Draft | None:
    """““…” — Commissioner Reyl”: a dash and a name after the quotation or on the next line."""
    number = scene.paragraph(quotation.end - 1)
    end = scene.paragraphs[number].end
    start = quotation.end
    if not _TEXT.search(scene.text, start, end) and number + 1 < len(scene.paragraphs):
        start, end = scene.paragraphs[number + 1].start, scene.paragraphs[number + 1].end
    words = scene.tokens(Span(start, end)) if start < end else range(0)
    if not 2 <= len(words) <= SIGNATURE or scene.lower[words.start] not in (
        "-",
        "–",
        "—",
        "--",
        "―",
    ):
        return None
    if _has_verb(scene, words):
        return None
    source = phrase_after(scene, words.start + 1, words.stop)
    if source is None or not scene.text[source.start].isupper():
        return None
    return Draft((source,), (scene.words[words.start],), quotation.spans)


def same_speaker(scene: Scene, quotation: Quotation, so_far: Found) -> Draft | None:
    """A quotation right behind another, or opening the next line: the speaker goes on."""
    number = scene.paragraph(quotation.start)
    opens_line = scene.paragraphs[number].start == quotation.start
    before = so_far.before(quotation.start)
    if before is None or not before.source or not before.cue or before.rule == "signed":
        return None  # a signature ends what its speaker said
    if len(before.content) > MOST_PARTS or not _was_quoted(scene, before):
        return None
    end = max(p.end for p in before.parts)
    if scene.paragraph(end - 1) < number - (1 if opens_line else 0):
        return None
    between = scene.text[end : min(quotation.start, end + 121)]
    if len(between) > 120 or sum(c in ".!?" for c in between.strip('.!?"” \n')) > 0:
        return None
    if not opens_line and between.count(" ") > 8:
        return None
    return Draft(before.source, before.cue, quotation.spans)


def turned_to_speak(scene: Scene, quotation: Quotation, _: Found) -> Draft | None:
    """“Reyl turned to the crowd. “It is over.””: a sentence that says somebody begins to speak."""
    number = scene.sentence(quotation.start)
    here, before = scene.sentences[number], scene.sentences[max(0, number - 1)]
    alone = here.start == quotation.start and before.end <= quotation.start
    if not number or not alone or scene.paragraph(before.start) != scene.paragraph(here.start):
        return None
    words = scene.tokens(before)
    for i in words:
        if scene.lower[i] in word_group("turning to speak") and scene.tags[i] in VERBAL:
            begin = i
            while begin > words.start and scene.tags[begin - 1] in (*VERBAL, "ADV"):
                begin -= 1  # “began talking”
            source = phrase_before(scene, begin, words.start)
            if source is None or scene.tokens(source).start != words.start:
                return None
            return Draft((source,), (scene.words[i],), quotation.spans)
    return None


def _was_quoted(scene: Scene, draft: Draft) -> bool:
    last = max(draft.content)
    return any(q.kind == "speech" for _, q in scene.quotations_in(last))


RULES = Rules(
    verb_behind,
    signed,  # before the words in front, which may be those of another sentence
    verb_before,
    colon,
    turned_to_speak,
    same_speaker,  # last: any words of its own beat the speaker before
)
