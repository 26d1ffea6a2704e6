"""Who a description can mean: everyone the article has named, introduced or described so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from analysis.lexicon import group_words, is_outlet, key, noun_table, word_table
from analysis.records import Article, Attribution, Entity, Span, Tagged
from analysis.sources.introductions import Introduction, find_introductions
from analysis.sources.phrases import INDEFINITE, Named, Phrase, names_of
from analysis.sources.referents import Referent, entity_referent, genders
from analysis.text import ANSWERED, Antecedents, InOrder, Quotation, Sort

# Words that make another office of the noun they stand before.
_CHANGES_OFFICE = group_words("changes office")
_SPOKES = group_words("spokespeople")
_GENERIC_BODY = group_words("generic body")
_LEADING = re.compile(r"^(?:by|from|among|for|to) ", re.I)  # tags can begin too early
_OWNING = re.compile(r"['’]s$")  # “according to the company's accounts” is the company's word
_WITHOUT_CLAUSE = re.compile(r",(?!\d)|\s+(?=who\b|which\b|whose\b|that\b)")
_NAME_LIMIT = 80  # characters of a description shown as a source's name
_RECENT = 600  # characters within which "the company" can mean the one body named
TURN = "turn"
"""The rule of an attribution that the label of a line makes."""
_KEPT = 200  # people with one role that are looked through: time stays linear in the text


class Candidates:
    """Everyone an article names, introduces or has described so far."""

    def __init__(
        self,
        article: Article,
        tagged: Tagged,
        entities: tuple[Entity, ...],
        quotations: Iterable[Quotation],
    ) -> None:
        self.text, self.article = article.text, article
        self.names = names_of(entities)
        self._verbs = InOrder(t for t in tagged.tokens if t.pos in ("VERB", "AUX"))
        self.entities = {e.id: e for e in entities}
        self.entity_names = {e.id: e.name for e in entities}
        self.roles = find_introductions(article, self.names)
        gender = genders(article, self.names, entities, self.roles)
        self.known = {e.id: entity_referent(e, gender.get(e.id, "")) for e in entities}
        named = [(n.span, self.known[n.entity]) for n in self.names if n.entity in self.known]
        self.focus = Antecedents(article, tagged.sentences, quotations, named)
        for entity in entities:
            for m in entity.mentions:
                if m.kind == "pronoun":
                    self.focus.meant(m.span.start, m.span.of(self.text), self.known[entity.id])
        self._by_head: dict[str, list[Introduction]] = {}
        self._by_entity: dict[str, list[Introduction]] = {}
        for role in self.roles:
            self._by_entity.setdefault(role.entity, []).append(role)
            self._by_head.setdefault(role.head, []).append(role)
        self.turns: InOrder[Span] = InOrder(())
        self.takers: frozenset[str] = frozenset()
        self._met: dict[str, list[Referent]] = {}
        self._loose: dict[str, Referent] = {}
        self.answerer = self._answerer(article.answers)

    def hear(self, attributions: Iterable[Attribution]) -> None:
        """Remember the turns of a conversation: who speaks in it is “I” and “you” there."""
        attributions = tuple(attributions)
        turns = [a for a in attributions if a.rule == TURN and a.source]
        answers = [a for a in attributions if a.rule == ANSWERED]
        self.turns = InOrder(sorted(c for a in (*turns, *answers) for c in a.content))
        labels = (self.names.at(a.source[0].start) for a in turns)
        self.takers = frozenset(f"e:{named.entity}" for named in labels if named)
        if self.answerer:
            self.takers |= {self.answerer.key}

    def _answerer(self, told: str | None) -> Referent | None:
        """Whom the reader named as the one who answers: somebody in the text, where it can be."""
        name = " ".join((told or "").split())
        if not name:
            return None
        wanted = f" {key(name)}"
        for fits in (
            lambda known: known == wanted,
            lambda known: known.endswith(wanted),  # “Quarrel” for Ines Quarrel
            lambda known: known.count(" ") > 1 and wanted.endswith(known),  # “Dr Ines Quarrel”
        ):
            found = {e.id for e in self.entities.values() if any(map(fits, _forms(self.text, e)))}
            if len(found) == 1:
                return self.known[found.pop()]
        return Referent(f"n:{name.lower()}", name, "person")

    def present(self, offset: int) -> frozenset[str]:
        """Whom “he” inside a turn does not mean: those who talk, unless the turn names them."""
        turn = self.turns.at(offset)
        if turn is None:
            return frozenset()
        before = self.names.within(turn.start, max(turn.start + 1, offset))
        return self.takers - {f"e:{named.entity}" for named in before}

    def group(self, phrase: Phrase) -> Referent | None:
        """The several described before that “the two officials” can mean, if there is one."""
        found = {
            r.key: r
            for r in self._met.get(phrase.head, [])[-_KEPT:]
            if r.sort == "many" and r.phrase and phrase.words - INDEFINITE <= r.phrase.words
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, named: Named) -> Referent:
        """The referent of a name, also of one no entity holds."""
        if named.entity:
            return self.known[named.entity]
        name = named.span.of(self.text)
        last = name.split()[-1]
        for known in (name, last):
            if known in self._loose:
                return self._loose[known]
        referent = Referent(f"n:{name.lower()}", name, "other")
        self._loose[name] = self._loose[last] = referent
        return referent

    def roles_of(self, entity: str | None) -> list[Introduction]:
        """The roles the article gives an entity, in order."""
        return self._by_entity.get(entity or "", [])

    def has_verb(self, span: Span) -> bool:
        """Whether the tagger saw a verb among these words."""
        return len(self._verbs.beginning(span)) > 0

    def candidates(self, phrase: Phrase, extra: frozenset[str]) -> dict[str, Referent]:
        """Everyone introduced earlier with this role and no other modifiers.

        A headline sums up what follows: “Minister denies it” means whom the text introduces so.
        """
        wanted = (phrase.words | extra) - {phrase.head} - INDEFINITE
        wanted = frozenset(w for w in wanted if w not in _spelled(phrase.head))
        heads = _SPOKES if phrase.head in _SPOKES else frozenset({phrase.head})
        found: dict[str, Referent] = {}
        for head in sorted(heads):
            for role in self._introduced(head, self._known_to(phrase)):
                changed = (role.words & _CHANGES_OFFICE) - wanted
                if wanted <= role.words and not changed:
                    referent = self.known[role.entity]
                    if not _gender_clash(phrase.head, referent):
                        found[referent.key] = referent
            for referent in self._met.get(head, [])[-_KEPT:]:
                words = referent.phrase.words if referent.phrase else frozenset()
                if wanted <= words | {referent.owner}:
                    found[referent.key] = referent
        return found

    def sums_up(self, phrase: Phrase) -> bool:
        """Whether this is a bare noun of a headline: “Minister”, where the text has “the”."""
        paragraph = self.article.paragraph_at(phrase.span.start)
        return bool(paragraph and paragraph.role == "headline" and not phrase.determiner)

    def _known_to(self, phrase: Phrase) -> int:
        return len(self.text) if self.sums_up(phrase) else phrase.span.start

    def _introduced(self, head: str, before: int) -> list[Introduction]:
        """The last introductions with this role noun before an offset."""
        found = self._by_head.get(head, [])
        end = bisect_left(found, before, key=lambda role: role.offset)
        return found[max(0, end - _KEPT) : end]

    def bodies(self, phrase: Phrase) -> dict[str, Referent]:
        """Bodies "the ministry" or "the company" can mean: by name, else the only one near."""
        start = max(0, phrase.span.start - _RECENT)
        near = [
            n
            for n in self.names.within(start, phrase.span.start)
            if n.type == "ORG" and n.span.end <= phrase.span.start
        ]
        kin = {phrase.head, *word_table("body_kin").get(phrase.head, ("",))[0].split()}
        alike = [n for n in near if kin & set(n.span.of(self.text).lower().split())]
        if not alike and phrase.head in _GENERIC_BODY and len(phrase.words) == 1:
            alike = [n for n in near if not is_outlet(self.entities[n.entity].name)]
        return {f"e:{n.entity}": self.known[n.entity] for n in alike}

    def outlets(self, phrase: Phrase) -> dict[str, Referent]:
        """Outlets named before this place that "the newspaper" can mean."""
        start = max(0, phrase.span.start - 2 * _RECENT)
        return {
            f"e:{n.entity}": self.known[n.entity]
            for n in self.names.within(start, phrase.span.start)
            if is_outlet(self.entities[n.entity].name)
        }

    def describe(self, phrase: Phrase, owner: Referent | None = None, why: str = "") -> Referent:
        """A source known only by its description; met again, it is the same one."""
        words = _OWNING.sub("", _LEADING.sub("", phrase.span.of(self.text)))
        name = shortened(_WITHOUT_CLAUSE.split(words)[0])
        said = phrase.words | ({owner.key} if owner else frozenset())
        key = "d:" + phrase.head + "|" + " ".join(sorted(said - {phrase.head}))
        principal = owner or self._principal(phrase)
        fresh = phrase.determiner in INDEFINITE and not phrase.plural
        if fresh and not (phrase.head in _SPOKES and principal):
            key += f"@{phrase.span.start}"  # "a resident" twice is two residents
        for known in self._met.get(phrase.head, [])[-_KEPT:]:
            if known.key == key:
                return known
        row = word_table("person_roles").get(phrase.head, ("", "-"))
        referent = Referent(
            key,
            name,
            _sort(phrase),
            None,
            "" if row[1] == "-" else row[1],
            replace(phrase, words=said),
            why,
            principal.name if principal else "",
        )
        self._met.setdefault(phrase.head, []).append(referent)
        return referent

    def _principal(self, phrase: Phrase) -> Referent | None:
        """The name a description hangs on: "a spokesman for Acme", "Acme's chief executive"."""
        return self.named(phrase.around[0]) if phrase.around else None


def _forms(text: str, entity: Entity) -> set[str]:
    """How somebody is called and written, each as a key behind a space."""
    written = {m.span.of(text) for m in entity.mentions if m.kind == "name"}
    return {f" {key(form)}" for form in {entity.name, *written}}


def _sort(phrase: Phrase) -> Sort:
    """What pronouns can later mean the described source."""
    if phrase.plural:
        return "many"
    kinds: dict[str, Sort] = {
        "person": "person",
        "anonymous": "person",
        "body": "body",
        "outlet": "body",
        "document": "document",
        "social": "document",
    }
    return kinds.get(noun_table().get(phrase.head, ""), "other")


def _spelled(head: str) -> frozenset[str]:
    """The forms in which a head noun can stand among the words of its phrase."""
    return frozenset({head, head + "s", head + "es", head[:-1] + "ies", head.replace("man", "men")})


def _gender_clash(head: str, referent: Referent) -> bool:
    stated = word_table("person_roles").get(head, ("", "-"))[1]
    return stated != "-" and referent.gender not in ("", stated)


def shortened(words: str) -> str:
    """A description as shown: one line, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= _NAME_LIMIT else line[:_NAME_LIMIT].rsplit(" ", 1)[0] + " …"
