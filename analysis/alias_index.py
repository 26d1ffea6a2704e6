"""Which groups of names a form need be compared with, so that long lists take linear time.

Two forms can only be joined by a rule of ``aliases`` if they share a hook: a word, the same
letters, initials, a country, a series of events, or most of a single word. Hooks decide nothing;
leaving a pair out never changes the answer.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Generic, TypeVar

from analysis.aliases import LINKS, Form, event_series, initials, long_name
from analysis.gazetteers import canonical, is_country

T = TypeVar("T")
_EDGE = 3  # letters: one slip in seven leaves the first three or the last three whole
_LONG = 11  # from here on two slips are forgiven, and some three letters in a row stay whole


class Finder(Generic[T]):
    """Groups in the order they were put in, found again by their forms."""

    def __init__(self) -> None:
        self.groups: list[T] = []
        self._numbers: dict[T, int] = {}
        self._by_hook: dict[str, set[int]] = defaultdict(set)

    def put(self, group: T, form: Form) -> None:
        """Remember a group, or one more form of it."""
        number = self._numbers.setdefault(group, len(self.groups))
        if number == len(self.groups):
            self.groups.append(group)
        for hook in hooks(form):
            self._by_hook[hook].add(number)

    def near(self, form: Form) -> list[T]:
        """The groups that share a hook with a form, first come first."""
        numbers = {n for hook in hooks(form) for n in self._by_hook.get(hook, ())}
        return [self.groups[n] for n in sorted(numbers)]


def hooks(form: Form) -> set[str]:
    """What another form must share to be joined with this one."""
    strong = [w for w in form.words if w not in LINKS] or list(form.words)
    letters = "".join(form.words)
    found = {*strong, f"={letters}"}
    found |= {f"={short}" for short in initials(form)}
    found |= {f"={''.join(key.split())}" for key in (*form.brackets, long_name(form))}
    if len(form.words) > 2:  # “IE6” for “Internet Explorer 6”
        found.add(f"={''.join(w[0] for w in form.words[:-1])}{form.words[-1]}")
    if is_country(form.text):
        found.add(f"@{canonical(form.text)}")
    series = event_series(form)
    if series:
        found.add(f"#{series[0]}")
    return found | _spellings(strong[0] if len(strong) == 1 else form.words[-1])


def _spellings(word: str) -> set[str]:
    """Parts of a word, one of which a misspelt one still has."""
    found = {f"{word[:_EDGE]}-", f"-{word[-_EDGE:]}"}
    if len(word) >= _LONG:
        found |= {f"-{word[i : i + _EDGE]}-" for i in range(len(word) - _EDGE + 1)}
    return found
