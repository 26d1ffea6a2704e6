"""Attributions found by rules in a stretch of text: “X said that …”, “according to X”, hedges.

They stand alone where no language model is at hand, and find what is nested in a content,
which the model's flat tags cannot show. Each rule yields drafts; the list is at the foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.attribution.cues import read_cue
from analysis.attribution.hedges import alleged, hedge
from analysis.attribution.scene import Scene, stretch
from analysis.attribution.statement import Draft
from analysis.attribution.subjects import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    FOLLOWERS,
    STOPS,
    VERBAL,
    cue_start,
    phrase_after,
    phrase_before,
    verb_at,
)
from analysis.lexicon import word_group, word_list
from analysis.records import Span
from analysis.rules import Rules

ADDRESSEE = 10  # words between the verb and its “that”: “told reporters on Sunday that”
TAIL = 10  # words that may follow a verb at a sentence's end: “, Reyl said on Monday in Dorn.”
LISTENER = 5  # words of those who are told: “told the court”, “told two senior aides”
_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
SAYING = ("speech", "speech_act")


def find_statements(scene: Scene, within: Span) -> list[Draft]:
    """Drafts of all rules in the stretch, sentence by sentence, in order."""
    found: list[Draft] = []
    number = scene.sentence(within.start)
    while number < len(scene.sentences) and scene.sentences[number].start < within.end:
        sentence = scene.sentences[number]
        start, end = max(sentence.start, within.start), min(sentence.end, within.end)
        number += 1
        if start < end:
            words = scene.tokens(Span(start, end))
            if len(words) > 2:
                found += _in_sentence(scene, words)
    return found


def _in_sentence(scene: Scene, words: range) -> list[Draft]:
    return [
        replace(draft, rule=verdict.rule)
        for verdict in RULES.every(scene, words)
        for draft in verdict.answer
    ]


# ---------------------------------------------------------------- rules


def according_to(scene: Scene, words: range) -> Iterator[Draft]:
    """“According to Reyl, …” and “…, according to a report in the Ledger”."""
    for i in words[:-2]:
        if scene.lower[i] != "according" or scene.lower[i + 1] != "to":
            continue
        source = phrase_after(scene, i + 2, words.stop)
        if source is None:
            continue
        after = scene.tokens(source).stop
        openers = STOPS | word_group("openers before according") | {","}
        opens = all(scene.lower[k] in openers for k in range(words.start, i))
        if opens:
            if after >= words.stop or scene.lower[after] != ",":
                source, after = _until_comma(scene, i + 2, words.stop)
            content = stretch(scene, after, words.stop)
        else:
            content = stretch(scene, words.start, i)
        if content and source:
            cue = Span(scene.words[i].start, scene.words[i + 1].end)
            yield Draft((source,), (cue,), content)


def _until_comma(scene: Scene, i: int, end: int) -> tuple[Span | None, int]:
    for j in range(i, min(end, i + 20)):
        if scene.lower[j] == ",":
            found = stretch(scene, i, j)
            return (found[0] if found else None), j
    return None, end


def said_after(scene: Scene, words: range) -> Iterator[Draft]:
    """“The vote is off, Reyl said on Monday.” and “…, said Reyl, head of the union.”"""
    commas = [i for i in words if scene.lower[i] == ","]
    for comma in commas:
        verbs = [i for i in range(comma + 1, min(comma + 26, words.stop)) if verb_at(scene, i)]
        if not verbs or comma - words.start < 2:
            continue
        i = verbs[0]
        verb = verb_at(scene, i)
        if verb is None or verb.frame == "phrase" or scene.lower[i].endswith("ing"):
            continue
        begin = cue_start(scene, i, comma + 1)
        if begin == comma + 1:
            inverted = begin == i and verb.stance == "neutral" and not _apposed(scene, i, words)
            source = phrase_after(scene, i + 1, words.stop) if inverted else None
            after = scene.tokens(source).stop if source else i + 1
            if after < words.stop and scene.lower[after] not in FOLLOWERS | {",", "."}:
                continue  # “Reyl, head of the union, said the vote was off”
        else:
            source, after = phrase_before(scene, begin, comma + 1), i + 1
            if source is not None and source.start != scene.words[comma + 1].start:
                source = None
        if source is None or not _ends_here(scene, after, words.stop):
            continue
        content = stretch(scene, words.start, comma)
        if content:
            cue = Span(scene.words[begin].start, scene.words[i].end)
            yield Draft((source,), (cue,), content)
            return


def _apposed(scene: Scene, i: int, words: range) -> bool:
    """“Reyl, head of the union, | said the vote was off”: the comma closes an apposition."""
    if i + 1 >= words.stop or scene.lower[i + 1] not in CLAUSE_OPENERS:
        return False
    subject = phrase_before(scene, i, words.start)
    return subject is not None and subject.start == scene.words[words.start].start


def _ends_here(scene: Scene, i: int, end: int) -> bool:
    """Whether only a time, a place or a new “and he added” follows."""
    if i >= end or scene.lower[i] in (".", ",", "!", "?"):
        return True
    if scene.lower[i] in CLAUSE_OPENERS or scene.lower[i] in STOPS:
        return False
    return end - i <= TAIL and not any(verb_at(scene, k) for k in range(i, end))


def said_before(scene: Scene, words: range) -> Iterator[Draft]:
    """“Reyl told reporters on Sunday that …”, “he thinks the vote is off”."""
    done = words.start
    for i in words:
        if i < done:
            continue
        verb = verb_at(scene, i)
        if verb is None or verb.frame == "phrase":
            continue
        if scene.lower[i].endswith("ing") and scene.lower[i - 1] not in AUXILIARIES:
            continue
        begin = cue_start(scene, i, words.start)
        source = phrase_before(scene, begin, words.start)
        content = _clause_after(scene, i, words.stop, verb.frame)
        if source is not None and not content:
            content = _what(scene, source, words.start)
        if source is None or not content:
            continue
        cue = Span(scene.words[begin].start, scene.words[i].end)
        yield Draft((source,), (cue,), content)
        done = words.stop  # what the content holds is nested in it, and found there


def _clause_after(scene: Scene, i: int, end: int, frame: str) -> tuple[Span, ...]:
    for j in range(i + 1, min(end, i + 1 + ADDRESSEE)):
        if scene.lower[j] == "that" and j + 1 < end:
            return stretch(scene, j, _clause_end(scene, j, end))
        if scene.lower[j] in STOPS or scene.lower[j] in (",", "."):
            break
    following = i + 1
    if following + 2 >= end:
        return ()
    opener = (
        scene.lower[following] in CLAUSE_OPENERS
        or scene.text[scene.words[following].start].isupper()
    )
    if frame == "clause" and opener:
        return stretch(scene, following, _clause_end(scene, following, end))
    if scene.lower[i] not in word_group("telling"):
        return ()
    told = _past_addressee(scene, following, end)
    return stretch(scene, told, _clause_end(scene, told, end)) if told else ()


def _past_addressee(scene: Scene, first: int, end: int) -> int:
    """“told | aides | she would quit”: where the clause begins behind who was told; 0 if none."""
    j = first
    while j < min(end, first + LISTENER) and scene.tags[j] in _NOMINAL:
        if j > first and scene.lower[j] in CLAUSE_OPENERS and scene.lower[j - 1] not in DETERMINERS:
            break
        j += 1
        if scene.tags[j - 1] == "PRON":
            break
    opener = j < end and (
        scene.lower[j] in CLAUSE_OPENERS or scene.text[scene.words[j].start].isupper()
    )
    if j == first or not opener or scene.lower[j] in word_group("relatives"):
        return 0
    goes_on = any(scene.tags[k] in VERBAL for k in range(j + 1, min(end, j + 6)))
    return j if goes_on else 0


def _what(scene: Scene, source: Span, first: int) -> tuple[Span, ...]:
    """“after what the owners had promised”: the word “what” stands for the content."""
    before = scene.tokens(source).start - 1
    if before >= first and scene.lower[before] == "what":
        return (scene.words[before],)
    return ()


def _clause_end(scene: Scene, first: int, end: int) -> int:
    """Where a content stops before “, according to X”."""
    for j in range(first, end - 2):
        if scene.lower[j] == "," and scene.lower[j + 1 : j + 3] == ("according", "to"):
            return j
    return end


def passed_on(scene: Scene, words: range) -> Iterator[Draft]:
    """“a letter expressing regret”, “a message from Reyl that the vote is off”."""
    for i in words[1:-2]:
        if scene.lower[i] not in word_list("document_nouns"):
            continue
        cue = i + 1
        opened = [k for k in range(max(words.start, i - 5), i) if scene.lower[k] in DETERMINERS]
        source = phrase_before(scene, cue, opened[-1] if opened else words.start)
        begin = cue + 1
        if scene.lower[cue] == "from":
            cue, source = i, phrase_after(scene, cue + 1, words.stop)
            begin = scene.tokens(source).stop if source else words.stop
            if not _that_clause(scene, begin, words.stop):
                continue  # “a message from Reyl that was sent on Sunday”
        elif not scene.lower[cue].endswith("ing") or read_cue(scene.lower[cue]).act not in SAYING:
            continue
        comma = next((k for k in range(begin, words.stop) if scene.lower[k] == ","), words.stop)
        content = stretch(scene, begin, comma)
        if source and content:
            yield Draft((source,), (scene.words[cue],), content)


def quoted_as(scene: Scene, words: range) -> Iterator[Draft]:
    """“the agency quoted Reyl | as saying | that the vote is off”: Reyl speaks, through another."""
    for i in words[1:-2]:
        if scene.lower[i] != "as" or not scene.lower[i + 1].endswith("ing"):
            continue
        if read_cue(scene.lower[i + 1]).act != "speech":
            continue
        source = phrase_before(scene, i, words.start)
        content = stretch(scene, i + 2, _clause_end(scene, i + 2, words.stop))
        if source and content:
            yield Draft((source,), (Span(scene.words[i].start, scene.words[i + 1].end),), content)


def _that_clause(scene: Scene, i: int, end: int) -> bool:
    """Whether “that” and the beginning of a clause stand here."""
    if i + 2 >= end or scene.lower[i] != "that":
        return False
    return scene.lower[i + 1] in CLAUSE_OPENERS or scene.text[scene.words[i + 1].start].isupper()


RULES = Rules(
    according_to,
    said_after,
    said_before,
    passed_on,
    quoted_as,
    hedge,
    alleged,
)
