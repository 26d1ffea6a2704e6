"""Which groups of names a form need be compared with, so that long lists take linear time.

Two forms can only be joined by a rule of ``aliases`` if one wants a hook that the other offers:
the same letters, initials, a country, a series of events, all words but a misspelt one, or, for
parts of names, each word of the part. Hooks decide nothing; a pair left out could not be joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Generic, TypeVar

from analysis.entities.forms import GAMES, Form, event_series, initials, long_name
from analysis.lexicon import canonical, is_country, nicknames_of, word_group

T = TypeVar("T")
MOST = 200  # groups or forms looked through for one name; articles never have as many alike
_TWO_SLIPS = 10  # letters of a name: from 12 on two slips are forgiven, two letters left out
_SHORTEST = 4  # letters of a word: in shorter ones a letter makes another word
_LONGEST = 40  # letters of a word, and
_MOST_WORDS = 12  # words of a name in which slips are looked for: ways to slip grow with both


class Finder(Generic[T]):
    """Groups in the order they were put in, found again by their forms."""

    def __init__(self) -> None:
        self.groups: list[T] = []
        self._numbers: dict[T, int] = {}
        self._by_hook: dict[str, dict[int, None]] = defaultdict(dict)

    def put(self, group: T, form: Form) -> None:
        """Remember a group, or one more form of it."""
        number = self._numbers.setdefault(group, len(self.groups))
        if number == len(self.groups):
            self.groups.append(group)
        for hook in self.offered(form):
            self._by_hook[hook][number] = None

    def near(self, form: Form) -> list[T]:
        """The groups a form may belong to, first come first."""
        return [self.groups[n] for n in sorted(set(self._near(self.wanted(form))))]

    def _near(self, hooks: Iterable[str]) -> Iterator[int]:
        for hook in hooks:
            yield from islice(self._by_hook.get(hook, ()), MOST)

    def offered(self, form: Form) -> Iterator[str]:
        """The hooks a form is put away under."""
        raise NotImplementedError

    def wanted(self, form: Form) -> Iterator[str]:
        """The hooks it is looked up by."""
        raise NotImplementedError


class WholeNames(Finder[T]):
    """For ``aliases.SAME``: other ways to write the whole name."""

    def offered(self, form: Form) -> Iterator[str]:
        yield from _written(form)
        yield from (f"short {alias}" for alias in _aliases(form))
        yield f"whole {form.key}"
        yield f"front {' '.join(form.words[:-1])}"

    def wanted(self, form: Form) -> Iterator[str]:
        yield from _written(form)
        yield from (f"letters {alias}" for alias in _aliases(form))
        yield f"short {_letters(form.key)}"
        yield f"front {form.key}"  # “Sea Org group” where this is “Sea Org”, and the reverse
        yield f"whole {' '.join(form.words[:-1])}"


class PartsOfNames(Finder[T]):
    """For ``aliases.PARTS``: fuller names that have all words of a part, or nearly."""

    def offered(self, form: Form) -> Iterator[str]:
        yield from _strong(form)
        first, last = form.words[0], form.words[-1]
        if len(form.words) > 1:
            yield from (f"{start} … {last}" for start in {first, first[:1], first[:3], first[:4]})
            yield from (f"{name} … {last}" for name in nicknames_of(first))
            yield from (f"… {way}" for way in _slips(last, 1))
            yield from {"".join(w[0] for w in form.words), first[0] + last[0]}
        if form.nickname:
            yield from form.nickname.split()

    def wanted(self, form: Form) -> Iterator[str]:
        yield min(_strong(form), key=lambda word: len(self._by_hook.get(word, ())))
        first, last = form.words[0], form.words[-1]
        if len(form.words) > 1:
            yield from (f"{name} … {last}" for name in {first, *nicknames_of(first)})
        else:
            yield from (f"… {way}" for way in _slips(last, 1))


def _strong(form: Form) -> list[str]:
    """Its words without “of”, “la” and the like: alone these are no part of a fuller name."""
    return [w for w in form.words if w not in word_group("name links")] or list(form.words)


def _letters(key: str) -> str:
    return "".join(key.split())


def _written(form: Form) -> Iterator[str]:
    """What two ways to write one name have in common."""
    yield f"letters {_letters(form.key)}"
    yield f"plain {' '.join(w for w in form.words if w != 's')}"
    if is_country(form.text):
        yield f"country {canonical(form.text)}"
    series = event_series(form)
    if series:
        kind, _, rest = series
        yield f"series {kind} {'' if kind in GAMES else ' '.join(sorted(rest))}"
    if len(form.words) <= _MOST_WORDS:
        most = 1 if len(form.key) < _TWO_SLIPS else 2
        for i, word in enumerate(form.words):
            frame = " ".join((*form.words[:i], "…", *form.words[i + 1 :]))
            yield from (f"{frame} {way}" for way in _slips(word, most))


def _aliases(form: Form) -> Iterator[str]:
    """Short and long names the form has by its words, its brackets or a list."""
    yield from initials(form)
    yield from map(_letters, (*form.brackets, long_name(form)))
    if len(form.words) > 2:  # “IE6” for “Internet Explorer 6”
        yield "".join(w[0] for w in form.words[:-1]) + form.words[-1]


@lru_cache(maxsize=4096)
def _slips(word: str, most: int) -> set[str]:
    """The word with up to so many letters left out: one of them a misspelt one has as well."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return set()
    ways = {word}
    for _ in range(most):
        ways |= {way[:i] + way[i + 1 :] for way in ways for i in range(len(way))}
    return ways
