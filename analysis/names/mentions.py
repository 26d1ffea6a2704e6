"""Places where an article names someone or something.

Capital letters and lists propose names, the language model proposes names; the better
boundaries win, a name found once is found everywhere, and each name gets one type.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache

from analysis.lexicon import (
    is_country,
    is_listed_outlet,
    is_ordinary,
    is_title,
    key,
    known_type,
    place_type,
    title_before,
    word_list,
    word_table,
)
from analysis.names.cuts import Evidence, Piece, cut
from analysis.names.kinds import LISTS, Place, acronym, name_type
from analysis.names.runs import find_runs, inside_names, is_heading, read_words, small_words
from analysis.records import READ_ROLES, Article, EntityType, Mention, Name, Paragraph, Span, Tagged

_CONTEXT = 48  # characters looked at on each side
_STATES = re.compile(r", ([A-Z][\w.]+(?: [A-Z][\w.]+)?)")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the making."""

    span: Span
    type: EntityType
    paragraph: int
    adjectival: bool = False


def find_mentions(article: Article, tagged: Tagged) -> tuple[Mention, ...]:
    """Every name in the prose paragraphs, in order, typed; one type for each way of naming."""
    read = [p for p in article.paragraphs if p.role in READ_ROLES]
    starts = frozenset(s.span.start for s in tagged.sentences)
    words = [read_words(article, p, starts) for p in read]
    inside, small = inside_names(words), small_words(words)
    common = frozenset(t.span.start for t in tagged.tokens if t.pos not in {"", "PROPN", "X"})
    found: list[Found] = []
    for paragraph, line in zip(read, words, strict=True):
        evidence = Evidence(inside, small, is_heading(line), common)
        for run in find_runs(line):
            found += [_found(article, paragraph, p) for p in cut(run, evidence)]
    found = join_states(article.text, named_in_quotes(article, read, found))
    found = unite(article, found, tagged, small)
    agencies = _credits(article)
    found = [f for f in found if not _overlaps(agencies, Span(f.span.start, f.span.start + 1))]
    found += propagate(article, read, found)
    found += compass_names(article, read, found)
    found += short_bodies(article, read, found)
    found = drop_bare_nouns(article.text, sorted(found, key=lambda f: f.span))
    typed = borrow_types(article.text, one_type(article.text, found))
    return tuple(_mention(f) for f in short_firms(article.text, typed))


def _found(article: Article, paragraph: Paragraph, piece: Piece) -> Found:
    span = Span(piece.words[0].start, piece.words[-1].end)
    if piece.people:
        return Found(span, "NORP", paragraph.index, adjectival=_adjective(article.text, span))
    place = _place(article, paragraph, span)
    return Found(span, name_type(place), paragraph.index, bool(_LEANING.search(place.before)))


def _place(article: Article, paragraph: Paragraph, span: Span) -> Place:
    text = article.text
    before = text[max(paragraph.span.start, span.start - _CONTEXT) : span.start]
    after = text[span.end : min(paragraph.span.end, span.end + _CONTEXT)]
    return Place(" ".join(span.of(text).split()), before, after)


_LEANING = re.compile(r"\b(?:pro|anti)[-‐]$", re.I)  # “pro-Calder” says what kind, not who
_PLURAL = re.compile(r"(?:[^s]s|men|women)$")


def _adjective(text: str, span: Span) -> bool:
    """“South Korean president” against “Afghans”."""
    return not _PLURAL.search(span.of(text))


_CALLED = re.compile(
    r"\b(?:called|named|dubbed|titled|entitled|labell?ed|nicknamed|known as|as|"
    r"name|book|novel|film|song)"
    r',? (?:the )?["“‘](?:[Tt]he )?([A-Z][\w-]*(?: [\w-]+){0,6})[,.]?["”’](?!\w)'
)


def named_in_quotes(article: Article, read: list[Paragraph], found: list[Found]) -> list[Found]:
    """With “a robot named ‘Better Idea’” as one name, whatever its words are."""
    found = sorted(found, key=lambda f: f.span)  # apart: they come from one run of words each
    for paragraph in read:
        for hit in _CALLED.finditer(article.text, paragraph.span.start, paragraph.span.end):
            span = Span(hit.start(1), hit.end(1))
            low = bisect_right(found, span.start, key=lambda f: f.span.end)
            high = bisect_left(found, span.end, key=lambda f: f.span.start)
            inside = found[low:high]
            words = hit.group(1).split()
            if any(f.span == span for f in inside) or not all(span.covers(f.span) for f in inside):
                continue
            if len(words) == 1 or sum(w[0].isupper() for w in words) * 2 > len(words):
                kind: EntityType = "WORK" if len(words) > 1 else "OTHER"
                found[low:high] = [Found(span, kind, paragraph.index)]
    return found


def join_states(text: str, found: list[Found]) -> list[Found]:
    """“Irving, Texas” as one name, where the second is a state of the lists."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if (
            last
            and text[last.span.end : item.span.start] == ", "
            and item.span.of(text) in us_states()
            and last.type in {"GPE", "LOC", "OTHER", "PERSON"}
            and last.span.of(text) not in us_states()
            and " " not in last.span.of(text).replace(" ", "", 1)
        ):
            joined[-1] = replace(last, span=Span(last.span.start, item.span.end), type="GPE")
        else:
            joined.append(item)
    return joined


@cache
def us_states() -> frozenset[str]:
    """States that follow a town's name after a comma."""
    rows = list(word_table("regions"))
    return frozenset(rows[rows.index("Alabama") : rows.index("Ontario")])


def unite(article: Article, found: list[Found], tagged: Tagged, small: Counter[str]) -> list[Found]:
    """The rules' names, with the model's types and those of its names that they lack.

    Where boundaries differ the rules' stand, and single words only the model sees are left
    out: on GUM news both are right more often so (benchmarks/RESULTS.md).
    """
    by_span = {n.span: n for n in tagged.names}
    known = [_with_model(article, f, by_span) for f in found]
    taken = sorted(f.span for f in found)
    for name in tagged.names:
        span = _clean(article.text, name.span)
        paragraph = article.paragraph_at(span.start) if span else None
        if span is None or paragraph is None or _overlaps(taken, span):
            continue
        if " " not in span.of(article.text):
            continue  # one word alone: the capital-letter rules know better, by the figures
        joined = article.text[span.end : span.end + 1] in {"-", "‐"}  # “Co-founder”
        text = span.of(article.text)
        if paragraph.role in READ_ROLES and not joined and _plausible(text, name.type, small):
            known.append(Found(span, name.type, paragraph.index))
    return known


_EDGE_WORDS = re.compile(r"^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", re.I)


def _clean(text: str, span: Span) -> Span | None:
    """The span without a leading article or title and a possessive ending."""
    words = span.of(text)
    lead = _EDGE_WORDS.match(words)
    start = span.start + (lead.end() if lead else 0)
    end = span.end - (2 if words.endswith(("'s", "’s")) else 0)
    return Span(start, end) if start < end else None


def _plausible(name: str, kind: EntityType, small: Counter[str]) -> bool:
    """Whether a name only the model sees is one: it has a capital and is no title or month."""
    if kind == "NORP" or not any(c.isupper() for c in name) or is_title(name):
        return False
    words = name.casefold().split()
    if name.endswith("s") and is_country(name[:-1]):
        return False
    if not name.isupper() and all(is_ordinary(w) or w in small for w in words):
        return False
    dull = word_list("not_names") | word_list("calendar_words") | word_list("small_words")
    return not all(w in dull or is_title(w) for w in words) and len(name) > 1


def _with_model(article: Article, found: Found, by_span: dict[Span, Name]) -> Found:
    """The model's type, unless a list knows the name."""
    name = by_span.get(found.span)
    if name is None or found.type == "NORP" or name.type in {"NORP", "OTHER"}:
        return found
    paragraph = article.paragraphs[found.paragraph]
    place = _place(article, paragraph, found.span)
    listed = name_type(place, LISTS)
    if (
        listed != "OTHER"
        or known_type(place.text)
        or (name.type == "PERSON" and (acronym(place) or _the_thing(place)))
    ):
        return found  # “DAB” and “the Vale Polaroids” are nobody, whatever the model says
    return replace(found, type=name.type)


def _the_thing(place: Place) -> bool:
    return " " in place.text and place.before.casefold().endswith(" the ")


_CREDIT = re.compile(r"\([^()\n]*(?:/|Getty|Reuters|\bAP\b|\bAFP\b|\bEPA\b)[^()\n]*\)")


def _credits(article: Article) -> list[Span]:
    """Where the captions name an agency in brackets, in order: “(Getty/STR)”."""
    return [
        Span(*credit.span())
        for paragraph in article.paragraphs
        if paragraph.role == "caption"
        for credit in _CREDIT.finditer(article.text, paragraph.span.start, paragraph.span.end)
    ]


_HALVES = {"North": "South", "South": "North", "East": "West", "West": "East"}


def compass_names(article: Article, read: list[Paragraph], found: list[Found]) -> list[Found]:
    """“the North” where both North and South Korea are named; “North and South Korea” too."""
    names = {f.span.of(article.text).replace("\u00a0", " ") for f in found if f.type == "GPE"}
    two = [name.split() for name in names if name.count(" ") == 1]
    pairs = {side for side, land in two if f"{_HALVES.get(side)} {land}" in names}
    half = re.compile(
        r"\b(North|South|East|West)\b(?: and (?:the )?(North|South|East|West)( [A-Z]\w+))?"
    )
    taken = sorted(f.span for f in found)
    more = []
    for paragraph in read:
        for hit in half.finditer(article.text, paragraph.span.start, paragraph.span.end):
            span = Span(hit.start(1), hit.end(1))
            article_before = article.text[max(0, span.start - 4) : span.start].casefold() == "the "
            whole = f"{hit.group(2)}{hit.group(3)}" in names if hit.group(3) else False
            fits = (hit.group(1) in pairs and article_before) or whole
            if fits and not _overlaps(taken, span):
                more.append(Found(span, "GPE", paragraph.index))
    return more


_SHORT = re.compile(r"\b[Tt]he ([A-Z][a-z]+)\b(?! [A-Z]| of [A-Z])")


def short_bodies(article: Article, read: list[Paragraph], found: list[Found]) -> list[Found]:
    """“the Church” with a capital, where “Church of …” is named: the body for short."""
    text = article.text
    bodies = {w for f in found if f.type == "ORG" for w in f.span.of(text).split()}
    bodies &= {w.capitalize() for w in word_list("organisation_words")}
    taken = sorted(f.span for f in found)
    more = []
    for paragraph in read:
        for hit in _SHORT.finditer(text, paragraph.span.start, paragraph.span.end):
            span = Span(*hit.span(1))
            if hit.group(1) in bodies and not _overlaps(taken, span):
                more.append(Found(span, "ORG", paragraph.index))
    return more


def propagate(article: Article, read: list[Paragraph], found: list[Found]) -> list[Found]:
    """Further places of names found elsewhere, where nothing has been found yet."""
    names: dict[str, EntityType] = {}
    for item in found:
        text = item.span.of(article.text)
        if not item.adjectival and item.type != "NORP" and len(text) > 2 and _sure(text):
            names.setdefault(text, item.type)
    if not names:
        return []
    taken = sorted(f.span for f in found)
    names |= {n.casefold(): kind for n, kind in names.items() if n.startswith("#")}
    sizes: dict[str, dict[int, None]] = defaultdict(dict)  # by first word, the longest first
    for name in sorted(names, key=len, reverse=True):
        sizes[_FIRST_WORD.match(name).group()][len(name)] = None  # type: ignore[union-attr]
    more = []
    for paragraph in read:
        at, end = paragraph.span.start, paragraph.span.end
        while hit := _WORD_START.search(article.text, at, end):
            span = _whole_name(article.text, hit.start(), end, sizes.get(hit.group(), ()), names)
            at = span.end if span else hit.end()
            if span and not _overlaps(taken, span):
                more.append(Found(span, names[span.of(article.text)], paragraph.index))
    return more


_FIRST_WORD = re.compile(r"\W*\w+|.+")
_GOES_ON = re.compile(r"[\w-]")
_WORD_START = re.compile(r"(?<![\w.#-])[@#]?\w+")


def _whole_name(
    text: str, start: int, end: int, sizes: Iterable[int], names: Collection[str]
) -> Span | None:
    """The first stretch of one of these sizes that is a name and ends where a word does."""
    for stop in (start + size for size in sizes if start + size <= end):
        if text[start:stop] in names and not _GOES_ON.match(text, stop, end):
            return Span(start, stop)
    return None


def _sure(text: str) -> bool:
    """Whether the words are a name wherever they stand."""
    return " " in text or not is_ordinary(text)


def _overlaps(taken: list[Span], span: Span) -> bool:
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(taken) and taken[low].start < span.end


def one_type(text: str, found: Iterable[Found]) -> list[Found]:
    """Each way of naming with its commonest type; a guess gives way to knowledge."""
    found = list(found)
    votes: dict[str, Counter[EntityType]] = {}
    for item in found:
        counter = votes.setdefault(key(item.span.of(text)), Counter())
        counter[item.type] += 0 if item.type == "OTHER" else 1
    types = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    return [replace(f, type=types[key(f.span.of(text))]) for f in found]


def drop_bare_nouns(text: str, found: list[Found]) -> list[Found]:
    """Without “the State” and “the Government”, unless a fuller name has that noun."""
    fuller = {w for f in found if " " in (name := f.span.of(text)) for w in key(name).split()}
    nouns = {noun for name in _NOUNS for noun in word_list(name)} - fuller

    def bare(item: Found) -> bool:
        name = item.span.of(text)
        noun = name.casefold()
        return noun in nouns and not name.isupper() and not is_listed_outlet(name)

    return [f for f in found if not bare(f)]


_NOUNS = ("organisation_words", "place_words", "facility_words", "event_words", "work_words")


def borrow_types(text: str, found: list[Found]) -> list[Found]:
    """“Mohamed” is a person where “Ahmed Mohamed” is one, unless a list says otherwise.

    “Houston” of the lists is one too where “Ann Houston” stands before it and the words beside
    it speak of a human being, nowhere of a place.
    """
    alone: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        alone[key(item.span.of(text))].append(item)
    parts: dict[str, int] = {}
    people = set()

    @cache
    def human(last: str) -> bool:
        return last in alone and _human(text, alone[last])

    for item in found:
        name = key(item.span.of(text))
        first, _, rest = name.partition(" ")
        last = rest.rpartition(" ")[2]
        half_known = item.type == "GPE" and not place_type(name) and not place_type(first)
        if name.count(" ") == 1 and half_known and human(last) and not is_ordinary(first):
            people.add(name)  # the model's “Vale Paris”, a place by its last word
        if last and (item.type == "PERSON" or name in people):
            parts.setdefault(first, item.span.start)
            parts.setdefault(last, item.span.start)
            if human(last) and parts[last] < alone[last][0].span.start:
                people.add(last)

    def borrowed(item: Found) -> Found:
        name = item.span.of(text)
        free = (
            item.type not in {"PERSON", "NORP"}
            and not place_type(name)
            and not is_listed_outlet(name)
        )
        person = key(name) in people or (free and key(name) in parts)
        return replace(item, type="PERSON") if person else item

    return [borrowed(f) for f in found]


_FIRM_ENDINGS = frozenset({
    "airlines", "airways", "bank", "consulting", "corp", "corp.", "energy", "foods", "group",
    "holdings", "inc", "inc.", "lines", "ltd", "mining", "motors", "oil", "pharmaceuticals",
    "software", "systems", "technologies",
})  # fmt: skip


def short_firms(text: str, found: list[Found]) -> list[Found]:
    """“Pelham” is a body where “Pelham Foods” is one and nobody bears the name."""
    names = [(f, f.span.of(text).casefold().split()) for f in found]
    firms = {w[0] for f, w in names if f.type == "ORG" and len(w) > 1 and w[-1] in _FIRM_ENDINGS}
    bearers = {w for f, words in names if f.type == "PERSON" and len(words) > 1 for w in words}
    alone: dict[str, list[Found]] = defaultdict(list)
    for item, words in names:
        if len(words) == 1 and words[0] in firms - bearers and item.type in {"PERSON", "OTHER"}:
            alone[words[0]].append(item)
    bodies = {f.span for items in alone.values() if not _human(text, items) for f in items}
    return [replace(f, type="ORG") if f.span in bodies else f for f in found]


_IN_A_PLACE = re.compile(r"\b(?:in|at|from|to|near|across|outside|around|through)(?: the)?\s$")
_OF_A_HUMAN = re.compile(
    r"^(?:,? (?:who|whose|\d\d,)\b|,? (?:was|were) (?:born|married|arrested|jailed|buried)\b|"
    r" (?:died|smiled|laughed|wept|nodded|tweeted|married|resigned|retired)\b|"
    r"['’]s? (?:ex-)?(?:father|mother|wife|husband|widow|son|daughter|brother|sister|lawyer|"
    r"parents|family|attorney|girlfriend|boyfriend|career|death|body)\b)"
)


def _human(text: str, places: list[Found]) -> bool:
    """Whether the words beside a name are those beside a human being's, and not a place's."""
    spans = [p.span for p in places]
    if any(_IN_A_PLACE.search(text[max(0, s.start - 12) : s.start]) for s in spans):
        return False
    titled = any(title_before(text, s.start) for s in spans)
    return titled or any(_OF_A_HUMAN.match(text[s.end : s.end + 32]) for s in spans)


def _mention(found: Found) -> Mention:
    return Mention(found.span, found.type, "name", found.paragraph, adjectival=found.adjectival)
