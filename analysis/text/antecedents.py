"""Whom a pronoun means: the one engine that follows “he”, “she”, “they” and “it” back.

Two stages ask it, each with those it knows: ``entities.references`` with the names of an article,
for the pronouns of the text; ``sources`` with names, the pronouns found so, speakers and people
only described, for the pronouns that name a source. Going back sentence by sentence, the first
that holds somebody the pronoun agrees with decides, by ``RULES``. It is the “one candidate
remains” of the sources page, not a full coreference model.

Measured by ``python -m benchmarks accuracy`` and ``python -m benchmarks sources``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Generic

from analysis.lexicon import first_name, group_words, noun_table
from analysis.records import Article, Sentence, Span
from analysis.text.pronouns import pronoun_of, pronoun_sex
from analysis.text.quotations import Quotation
from analysis.text.spans import InOrder
from analysis.text.standing import AGREES, RULES, Answer, C, How, Standing
from analysis.text.words import read_words

SENTENCES_BACK_WHEN_SURE = 2
"""What is further is too often wrong to be counted."""
RIVALS_BACK = 1
"""Sentences; somebody else of that sex who stood further back is no rival any more."""
PARAGRAPHS_BACK = 2
"""Of the body: further, people rarely stay “he”."""
SENTENCES_BACK = 12
"""And never further than this, in texts without paragraphs."""
CROWD = 50
"""Places in a sentence; where more are named, no one of them is meant."""
_BEFORE_SUBJECT = group_words("before subject")
_OPENS_NOUN = group_words("determiners") | group_words("indefinite") | {"that"}


class Antecedents(Generic[C]):
    """Who stands where in an article; speakers and pronouns are added as they are found."""

    def __init__(
        self,
        article: Article,
        sentences: Iterable[Sentence],
        quotations: Iterable[Quotation],
        named: Iterable[tuple[Span, C]],
    ) -> None:
        self._text = article.text
        self._sentences = InOrder(sentences)
        speech = (q for q in quotations if q.level == 0 and q.kind == "speech")
        self._quoted = InOrder(sorted(s for q in speech for s in q.spans))
        self._body = {p.index: n for n, p in enumerate(article.body)}
        self._standing: dict[int, list[Standing[C]]] = {}
        self._sexes: dict[str, str] = {}
        self._usual: dict[str, str] = {}
        places: Counter[str] = Counter()
        for span, who in named:
            i = self._sentences.before(span.start)
            if i >= 0:
                self._stand(span.start, who, self._how(span, self._sentences[i].span))
            places[who.key] += who.sort == "person"
        most = places.most_common(2)
        self._main = most[0][0] if most and most[0][1] > most[-1][1] * (len(most) > 1) else ""

    def sentence(self, offset: int) -> Span | None:
        """The sentence that holds this character."""
        found = self._sentences.at(offset)
        return found.span if found else None

    def spoke(self, offset: int, who: C) -> None:
        """Put a speaker where the words naming them stand."""
        self._stand(offset, who, "spoke")

    def meant(self, offset: int, word: str, who: C) -> None:
        """Put somebody where the pronoun stands that means them.

        They are nobody's “she” who once were “he”.
        """
        self._stand(offset, who, "pronoun")
        if sex := pronoun_sex(word):
            self._sexes.setdefault(who.key, sex)

    def agrees(self, who: C, word: str) -> bool:
        """Whether nothing known of somebody forbids the pronoun: sort, a title, a “he” before."""
        sex = pronoun_sex(word)
        return who.sort in AGREES.get(pronoun_of(word), ()) and self._sex(who) in (sex or "", "")

    def last_speaker(self, offset: int, back: int) -> C | None:
        """Who spoke last before a place, in its sentence or so many before."""
        here = self._sentences.before(offset)
        for i in range(here, max(-1, here - back - 1), -1):
            told = [s for s in self._standing.get(i, ()) if s.how == "spoke" and s.offset < offset]
            if told:
                return told[-1].who
        return None

    def find(self, word: str, offset: int, never: frozenset[str] = frozenset()) -> Answer[C]:
        """Who the pronoun at this place can mean; of those likely by their first names, if any.

        ``never`` holds the keys of those who are out of the question: “he said” in somebody's
        own words is not that speaker.
        """
        if not pronoun_of(word):
            return Answer()
        return (
            self._found(word, offset, never, self._likely)
            or self._found(word, offset, never, self.agrees)
            or Answer()
        )

    def _found(
        self, word: str, offset: int, never: frozenset[str], fits: Callable[[C, str], bool]
    ) -> Answer[C] | None:
        here = self._sentences.before(offset)
        for i in self._back(here):
            left = [
                s
                for s in self._left(i, offset)
                if s.who.key not in never
                and fits(s.who, word)
                and (pronoun_sex(word) or s.how != "in passing")  # “it” is a subject before
            ]
            if left:
                return self._decided(left, word, offset, i)
        return None

    def _decided(self, left: list[Standing[C]], word: str, offset: int, i: int) -> Answer[C]:
        """Who of those in a sentence is meant, by the first rule that leaves one."""
        everyone = tuple({s.who.key: s.who for s in left}.values())
        if len(left) > CROWD:
            return Answer(everyone)
        verdict = RULES.first(left, lambda who: self._known(who, word))
        if verdict is None:
            return Answer(everyone)
        one = verdict.answer
        return Answer((one.who,), verdict.rule, self._sure(left, one, word, offset, i))

    def _sure(
        self, left: list[Standing[C]], one: Standing[C], word: str, offset: int, i: int
    ) -> bool:
        """Whether the one leads the text, or is named in the paragraph without a rival there."""
        here = self._sentences.before(offset)
        if here - i > SENTENCES_BACK_WHEN_SURE:
            return False
        if one.who.key == self._main:
            return True
        if self._sentences[i].paragraph != self._sentences[here].paragraph:
            return False
        if all(s.how == "pronoun" for s in left if s.who.key == one.who.key):
            return False
        return not any(
            s.who.key != one.who.key and self._known(s.who, word)
            for j in range(here - RIVALS_BACK, here + 1)
            for s in self._standing.get(j, ())
            if s.offset < offset
        )

    def _left(self, sentence: int, offset: int) -> Iterator[Standing[C]]:
        """Who stands in a sentence before a place and can be meant there.

        Inside a quotation only whom it names itself; “he” there is no speaker outside it, and
        in “When Farrow comes, we will see,” he said, “he” is not Farrow.
        """
        own = self._quoted.at(offset)
        for s in self._standing.get(sentence, ()):
            theirs = self._quoted.at(s.offset)
            outside = own is None and (s.how == "spoke" or theirs is None)
            if s.offset < offset and (outside or (own is not None and theirs == own)):
                yield s

    def _back(self, here: int) -> Iterator[int]:
        """The sentences a pronoun is followed back over, the nearest first."""
        first = self._place(here) - PARAGRAPHS_BACK
        for i in range(here, max(-1, here - SENTENCES_BACK), -1):
            if self._place(i) < first:
                return
            if i == here or self._sentences[i].paragraph in self._body:
                yield i

    def _place(self, sentence: int) -> int:
        """The number of the sentence's body paragraph; 0 before the body."""
        return self._body.get(self._sentences[sentence].paragraph, 0) if sentence >= 0 else 0

    def _likely(self, who: C, word: str) -> bool:
        """Whether somebody agrees and is not most often of the other sex: most Ingas are women."""
        return self.agrees(who, word) and self._sex(who, likely=True) in (pronoun_sex(word), "")

    def _known(self, who: C, word: str) -> bool:
        sex = pronoun_sex(word)
        return who.sort == "person" and self._sex(who, likely=True) == sex != ""

    def _sex(self, who: C, *, likely: bool = False) -> str:
        told = who.gender or self._sexes.get(who.key, "")
        if told or not likely or who.sort != "person":
            return told
        if who.key not in self._usual:
            self._usual[who.key] = first_name(who.name.split()[0]) or "" if who.name else ""
        return self._usual[who.key]

    def _stand(self, offset: int, who: C, how: How) -> None:
        i = self._sentences.before(offset)
        self._standing.setdefault(i, []).append(Standing(offset, who, how))

    def _how(self, span: Span, sentence: Span) -> How:
        """Subject of a clause or not: possessors, objects and those behind a preposition."""
        text = self._text
        if text[span.end : span.end + 2] in ("'s", "’s"):
            return "in passing"
        start = max(sentence.start, span.start - 80)
        cut = max(text.rfind(mark, start, span.start) for mark in ',;:—–“”"(') + 1
        nouns = noun_table()
        subject = all(
            w.capital
            or w.lower in _BEFORE_SUBJECT
            or w.lower in _OPENS_NOUN
            or nouns.get(w.lower) == "person"
            or w.lower.endswith("ly")
            for w in read_words(text, max(start, cut), span.start)
        )
        return "subject" if subject else "in passing"
