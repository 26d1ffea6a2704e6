"""How words reached the reader: who relayed them, and in what form they were given.

The chain runs from the outlet through everyone who passed the words on to the speaker.
A relay is stated by an outer attribution ("Al Jazeera reports that …"), by words in the
same sentence ("told Reuters", "according to a report in the Echo"), or shortly before:
a speaker whose last statement came through another outlet is taken to go on speaking
through it until the text states another way. What carried the words (a letter, a post,
a press conference) is provenance, not a link: nobody speaks there but the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import Pattern, is_outlet, lexicon_lines, word_list
from analysis.records import Article, Attribution, Provenance, Span
from analysis.sources.phrases import Named, Names
from analysis.sources.referents import Referent
from analysis.text import Antecedents, read_words

NEARBY = 300  # characters around source and cue: sentences are shorter, lists can be endless
UNSTATED = "unstated relay"
THIS_ARTICLE = "this article"

_TOLD = Pattern(
    r"\b{told where}\s+(?:an? (?:[\w-]+ )?{forms of texts} (?:in|by|from|with|on|to)\s+)?"
    r"(?:the\s+)?$",
    re.I,
)
_REPORTS_AFTER = re.compile(
    r"\s*(?:,|’s|'s)?\s*(?:report(?:s|ed)|has reported|wr(?:ites|ote)|said)\b", re.I
)
_WEAK = re.compile(r"\b(?:in|on)\s+(?:the\s+)?$", re.I)
_HEDGES = Pattern(r"\b(?:{told without a source}|{said to be} to)\b", re.I)
_HANDLE = re.compile(r"\(@\w{2,30}\)")  # the signature of an embedded post
_ON_X = re.compile(r"\b(?:on|to|at) X\b(?!-| [A-Z])")  # the network that was Twitter
_HEARSAY = re.compile(r"\b(?:alleged|reported|purported|rumou?red|supposed)\b", re.I)
_THROUGH = Pattern(
    r"\b(?:through|via|by way of) (?:{a possessor} )?(?:[\w-]+ )?{speaks for somebody}\b", re.I
)


@dataclass(frozen=True, slots=True)
class Relay:
    """What the text states about how one attribution's words came: names and the form."""

    names: tuple[str, ...] = ()
    form: Provenance = "first_hand_text"


def stated_relay(
    article: Article,
    a: Attribution,
    focus: Antecedents[Referent],
    names: Names,
    known: dict[str, str],
    speaker: str,
) -> Relay:
    """The outlet and the form named in the attribution's own sentence, outside its content."""
    outlets: dict[str, None] = {}
    form: Provenance = "first_hand_text"
    for stretch in _own_words(article.text, a, focus):
        for named in names.within(stretch.start, stretch.end):
            outlet = known.get(named.entity, "")
            foreign = is_outlet(outlet) and outlet != speaker and not _is_own(article, outlet)
            if foreign and _relays(article.text, named, stretch):
                outlets[outlet] = None
        form = _form(article.text, stretch) or form
    if any(_HANDLE.search(article.text, s.start, s.end) for s in a.source):
        form = "via_social"
    return Relay(tuple(outlets), form)


def hedged(article: Article, a: Attribution) -> bool:
    """Whether the attribution's own words leave its speaker's channel unstated ("reportedly")."""
    if a.stance == "hedge":
        return True
    if any(_HEDGES.search(article.text, c.start, c.end) for c in a.cue):
        return True
    # "his alleged snub": with nobody to allege it the word is a hedge, else a verb
    return not a.source and any(_HEARSAY.search(article.text, c.start, c.end) for c in a.cue)


def provenance_of(relay: Relay, through: tuple[str, ...], channel: str, hedge: bool) -> Provenance:
    """Axis 5, the link nearest the reader first: an outlet, then a hedge, then the form.

    An outlet, document or post that is itself credited is also how its words came.
    """
    if channel == "media" or any(is_outlet(name) for name in through):
        return "via_media"
    if hedge:
        return "unstated_relay"
    if channel == "social" or relay.form == "via_social":
        return "via_social"
    return "via_document" if channel == "document" else relay.form


def outlet_name(article: Article) -> str:
    """Where every chain begins."""
    return article.outlet or THIS_ARTICLE


def chain_of(article: Article, through: tuple[str, ...], speaker: str | None) -> tuple[str, ...]:
    """From the outlet to the speaker; a name that would stand twice in a row stands once."""
    chain = [outlet_name(article)]
    for name in (*through, *((speaker,) if speaker else ())):
        if name != chain[-1]:
            chain.append(name)
    return tuple(chain)


def _own_words(text: str, a: Attribution, focus: Antecedents[Referent]) -> Iterator[Span]:
    """The sentences of source and cue without the content: where relays are stated."""
    anchors = a.cue + a.source or a.content[:1]
    sentences = set()
    for anchor in anchors:
        sentence = focus.sentence(anchor.start)
        if sentence is not None:
            first, last = anchor.start - NEARBY, anchor.end + NEARBY
            sentences.add(Span(max(first, sentence.start), min(last, sentence.end)))
    taken = sorted(a.content + a.source)
    for sentence in sorted(sentences):
        start = sentence.start
        for span in (s for s in taken if s.overlaps(sentence)):
            if start < span.start:
                yield Span(start, min(span.start, sentence.end))
            start = max(start, span.end)
        if start < sentence.end:
            yield Span(start, sentence.end)


def _relays(text: str, named: Named, stretch: Span) -> bool:
    """Whether the outlet passes on the words: "told Reuters", "…, the Echo reports"."""
    before = text[max(stretch.start, named.span.start - 70) : named.span.start]
    if _TOLD.search(before) and not _WEAK.fullmatch(before.strip() + " "):
        return True
    after = _REPORTS_AFTER.match(text, named.span.end, stretch.end)
    return after is not None


def _is_own(article: Article, outlet: str) -> bool:
    """“told the Ledger” in the North Ledger is no relay."""
    if not article.outlet:
        return False
    own, other = article.outlet.lower().split(), outlet.lower().removeprefix("the ").split()
    return bool(other) and (own[-len(other) :] == other or other[-len(own) :] == own)


def _form(text: str, stretch: Span) -> Provenance | None:
    """The form the words were given in, where the sentence states one."""
    if _THROUGH.search(text, stretch.start, stretch.end):
        return "via_spokesperson"
    words = {w.lower for w in read_words(text, stretch.start, stretch.end)}
    social = words & (word_list("social_words") | word_list("social_nouns"))
    if social or _ON_X.search(text, stretch.start, stretch.end):
        return "via_social"
    if _documents().search(text, stretch.start, stretch.end):
        return "via_document"
    if _events().search(text, stretch.start, stretch.end) or words & {"testified", "testifies"}:
        return "via_event"
    return None


@cache
def _documents() -> re.Pattern[str]:
    """“in a letter to …”, “in court papers”."""
    nouns = "|".join(
        re.escape(n) for n in sorted(word_list("document_nouns"), key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:in|by) (?:an?|the|his|her|their|its)?\s?(?:[\w’'-]+ ){{0,3}}(?:{nouns})s?\b", re.I
    )


@cache
def _events() -> re.Pattern[str]:
    """“at a press conference”, “in court”."""
    nouns = "|".join(
        re.escape(n) for n in sorted(lexicon_lines("event_nouns"), key=len, reverse=True)
    )
    before = r"\b(?:at|during|in) (?:an?|the|his|her|their|its)?\s?(?:[\w’'-]+ ){0,4}"
    return re.compile(rf"{before}(?:{nouns})\b", re.I)
