"""Who a pronoun can mean: the people and bodies that stand in focus before it.

In focus are the speakers already found and the subjects of sentences. Going back sentence
by sentence, the first that holds someone the pronoun fits decides; if it holds two, and
not just one of them spoke, the pronoun stays itself. This is the "one candidate remains"
of the sources page, not a full coreference model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.lexicon import first_name, group_words
from analysis.records import Article, Span, Tagged
from analysis.sources.phrases import (
    DETERMINERS,
    INDEFINITE,
    Named,
    Names,
    noun_table,
    read_words,
)
from analysis.sources.referents import Referent, Sort
from analysis.text import (
    PARAGRAPHS_BACK_TO_A_SPEAKER,
    SENTENCES_BACK_TO_A_SPEAKER,
    InOrder,
    Quotation,
    pronoun_of,
    pronoun_sex,
)

_FITS: dict[str, frozenset[Sort]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "they": frozenset({"many", "body"}),
    "it": frozenset({"body", "document"}),
}
_BEFORE_SUBJECT = group_words("before subject")


@dataclass(frozen=True, slots=True)
class Standing:
    """A referent in focus: where it stands and whether it spoke there."""

    offset: int
    referent: Referent
    spoke: bool


class Focus:
    """What stands in focus in each sentence; speakers are added as they are found."""

    def __init__(
        self,
        article: Article,
        tagged: Tagged,
        names: Names,
        people: dict[str, Referent],
        quotations: Iterable[Quotation],
    ) -> None:
        self._article, self._names, self._people = article, names, people
        self._sentences = InOrder(tagged.sentences)
        self._quoted = InOrder(sorted(s for q in quotations if q.level == 0 for s in q.spans))
        self._body = {p.index: n for n, p in enumerate(article.body)}
        self._spoken: dict[int, list[Standing]] = {}
        self._subjects: dict[int, list[Standing]] = {}
        self._sexes: dict[str, str] = {}

    def sentence(self, offset: int) -> Span | None:
        """The sentence that holds this character."""
        found = self._sentences.at(offset)
        return found.span if found else None

    def spoke(self, offset: int, referent: Referent) -> None:
        """Put a speaker in focus where the words naming them stand."""
        i = self._sentences.before(offset)
        self._spoken.setdefault(i, []).append(Standing(offset, referent, True))

    def find(
        self, pronoun: str, offset: int, never: frozenset[str] = frozenset()
    ) -> tuple[Referent, ...]:
        """Who the pronoun at this offset can mean: one when clear, none or several when not.

        ``never`` holds the keys of those who are out of the question: “he said” in somebody's
        own words is not that speaker.
        """
        sorts, gender = _FITS.get(pronoun_of(pronoun)), pronoun_sex(pronoun)
        if sorts is None:
            return ()

        def standing(sentence: int) -> list[Standing]:
            return [
                s
                for s in self._spoken.get(sentence, []) + self._subjects_of(sentence)
                if s.referent.sort in sorts
                and (not gender or self._sex(s.referent) in ("", gender))
            ]

        return self._back(offset, never, standing)

    def met(self, pronoun: str, offset: int, never: frozenset[str]) -> tuple[Referent, ...]:
        """People of that sex who only stand as objects: “Rook met Ida Voss. She …”.

        To be asked where no speaker or subject fits. Somebody whose name tells no sex is meant
        where all others there are known to be of the other one.
        """
        gender = pronoun_sex(pronoun)

        def standing(sentence: int) -> list[Standing]:
            span = self._sentences[sentence].span
            people = [
                Standing(n.span.start, self._people[n.entity], False)
                for n in self._names.within(span.start, span.end)
                if n.type == "PERSON" and n.entity in self._people
            ]
            known = [s for s in people if self._sex(s.referent) == gender]
            return known or [s for s in people if not self._sex(s.referent)]

        return self._back(offset, never, standing) if gender else ()

    def learn(self, referent: Referent, pronoun: str) -> None:
        """Remember that somebody was “he”: they are nobody's “she” from then on."""
        sex = pronoun_sex(pronoun)
        if sex:
            self._sexes.setdefault(referent.key, sex)

    def fits(self, referent: Referent, pronoun: str) -> bool:
        """Whether nothing known of somebody forbids the pronoun: a “he” before, a title."""
        sex = pronoun_sex(pronoun)
        return not sex or self._sex(referent) in ("", sex)

    def likelier(self, found: Referent, pronoun: str, offset: int) -> tuple[Referent, ...]:
        """Somebody else the pronoun means, where the one found most likely has the other sex.

        Most Ingas are women: “Inga Maro and Pavel Rook … Maro told … He told …”.
        """
        sex = pronoun_sex(pronoun)
        usual = first_name(found.name.split()[0]) if found.sort == "person" else None
        if not sex or self._sex(found) or usual in (None, sex):
            return ()
        others = self.met(pronoun, offset, frozenset({found.key}))
        return others if len(others) == 1 and self._sex(others[0]) == sex else ()

    def _sex(self, referent: Referent) -> str:
        return referent.gender or self._sexes.get(referent.key, "")

    def _back(
        self, offset: int, never: frozenset[str], standing: Callable[[int], list[Standing]]
    ) -> tuple[Referent, ...]:
        """The first sentence going back that holds somebody left."""
        here = self._sentences.before(offset)
        first = self._place(here) - PARAGRAPHS_BACK_TO_A_SPEAKER
        for i in range(here, max(-1, here - SENTENCES_BACK_TO_A_SPEAKER), -1):
            if self._place(i) < first:
                break
            if i != here and self._sentences[i].paragraph not in self._body:
                continue
            found = self._left(standing(i), offset, never)
            if found:
                return found
        return ()

    def last_group(self, offset: int) -> Referent | None:
        """The unnamed several who spoke last, in this sentence or the two before.

        Others who spoke in between break the link: then nobody can be meant for certain.
        """
        here = self._sentences.before(offset)
        for i in range(here, max(-1, here - 3), -1):
            before = [s for s in self._spoken.get(i, ()) if s.offset < offset]
            if before:
                last, phrase = before[-1].referent, before[-1].referent.phrase
                several = last.sort == "many" or (phrase is not None and phrase.plural)
                return last if several and phrase and phrase.kind == "nominal" else None
        return None

    def _place(self, sentence: int) -> int:
        """The number of the sentence's body paragraph; 0 before the body."""
        if not 0 <= sentence < len(self._sentences):
            return 0
        return self._body.get(self._sentences[sentence].paragraph, 0)

    def _left(
        self, standing: Iterable[Standing], offset: int, never: frozenset[str]
    ) -> tuple[Referent, ...]:
        """The distinct referents before the offset that can be meant; speakers first.

        Inside a quotation only whom it names itself: “he” there is no speaker outside it.
        """
        own = self._quotation(offset)
        left = [
            s
            for s in standing
            if s.offset < offset
            and s.referent.key not in never
            and (s.spoke or self._quotation(s.offset) in (None, own))
            and (own is None or self._quotation(s.offset) == own)
        ]
        spoke = {s.referent.key: s.referent for s in left if s.spoke}
        if len(spoke) == 1:
            return tuple(spoke.values())
        return tuple({s.referent.key: s.referent for s in left}.values())

    def _quotation(self, offset: int) -> Span | None:
        """The quotation that holds this character: whom it names, its speaker is not.

        “When Farrow comes, we will see,” he said”: “he” is not Farrow.
        """
        return self._quoted.at(offset)

    def _subjects_of(self, sentence: int) -> list[Standing]:
        """Named subjects of the sentence's clauses; possessors and objects are left out."""
        if sentence not in self._subjects and 0 <= sentence < len(self._sentences):
            span = self._sentences[sentence].span
            self._subjects[sentence] = [
                Standing(n.span.start, self._people[n.entity], False)
                for n in self._names.within(span.start, span.end)
                if n.entity in self._people and self._is_subject(n, span)
            ]
        return self._subjects.get(sentence, [])

    def _is_subject(self, named: Named, sentence: Span) -> bool:
        text = self._article.text
        if text[named.span.end : named.span.end + 2] in ("'s", "’s"):
            return False
        start = max(sentence.start, named.span.start - 80)
        before = text[start : named.span.start]
        cut = max(before.rfind(mark) for mark in ',;:—–“”"(') + 1
        nouns = noun_table()
        return all(
            w.capital
            or w.lower in _BEFORE_SUBJECT
            or w.lower in DETERMINERS | INDEFINITE
            or nouns.get(w.lower) == "person"
            or w.lower.endswith("ly")
            for w in read_words(text, start + cut, named.span.start)
        )
