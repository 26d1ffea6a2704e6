"""Short marks for speakers: initials, longer ones where two would be alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = {"the", "of", "for", "and", "a", "an", "to", "in", "on", "with", "at", "by"}
MOST = 3


def initials(names: Mapping[str, str]) -> dict[str, str]:
    """ "Judith Castellane" → "JC", "Brannock Hale" → "BH"; alike ones grow ("JCa", "JCo")."""
    short = {key: _short(name) for key, name in names.items()}
    for extra in (1, 2, 3):
        alike = {s for s, n in Counter(short.values()).items() if n > 1}
        short = {
            key: _short(names[key], extra) if mark in alike else mark for key, mark in short.items()
        }
    seen: Counter[str] = Counter()
    for key, mark in short.items():  # the same name twice: number them
        seen[mark] += 1
        if seen[mark] > 1:
            short[key] = f"{mark}{seen[mark]}"
    return short


def _short(name: str, extra: int = 0) -> str:
    words = [w for w in _WORD.findall(name) if w.lower() not in _SMALL] or _WORD.findall(name)
    if not words:
        return "?"
    if len(words) == 1:
        return words[0] if words[0].isupper() and len(words[0]) <= MOST else words[0][: 2 + extra]
    first = "".join(w[0].upper() for w in words[: MOST - 1])
    return (
        first + words[-1][0].upper() + words[-1][1 : 1 + extra]
        if len(words) >= MOST
        else (words[0][0].upper() + words[1][0].upper() + words[1][1 : 1 + extra])
    )
