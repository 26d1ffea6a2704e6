"""The reader's corrections of who is one source, replayed once all of them are resolved.

A correction names the words that say who speaks; where none stand there any more it is given
back as no longer applying.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.lexicon import key
from analysis.records import Article, Attribution, Correction, Span
from analysis.sources.referents import Referent, Resolved

Found = dict[str, Resolved]
Edit = Callable[[Article, Sequence[Attribution], Found, Correction], bool]
SPLIT, MERGED = "split by you", "merged by you"


def corrected(
    article: Article,
    attributions: Sequence[Attribution],
    resolved: Found,
    corrections: Sequence[Correction],
) -> tuple[Found, tuple[Correction, ...]]:
    """Who each source means, as the reader corrected it, and corrections that no longer apply."""
    found, lapsed = dict(resolved), []
    for correction in corrections:
        edit = EDITS.get(correction.kind)
        if edit is not None and not edit(article, attributions, found, correction):
            lapsed.append(correction)
    return found, tuple(lapsed)


def split(
    article: Article, attributions: Sequence[Attribution], found: Found, correction: Correction
) -> bool:
    """The source at the target is one of its own, here only or wherever it is written so."""
    meant = _credited_at(attributions, found, correction.target)
    if meant is None:
        return False
    old = found[meant.id].referent
    written = key(_words(article, meant))

    def leaves(a: Attribution) -> bool:
        if correction.value:
            return a is meant
        return bool(a.source) and key(_words(article, a)) == written

    mine = [a for a in attributions if a.id in found and found[a.id].referent.key == old.key]
    out = [a for a in mine if leaves(a)]
    if len(out) == len(mine):
        return False  # nothing would be left
    new = Referent(f"r:{meant.source[0].start}", _words(article, meant), old.sort)
    for a in out:
        found[a.id] = replace(found[a.id], referent=new, rule=SPLIT)
    return True


def merge(
    article: Article, attributions: Sequence[Attribution], found: Found, correction: Correction
) -> bool:
    """All that the source at the target says is said by the one at ``other``."""
    gone = _credited_at(attributions, found, correction.target)
    home = _credited_at(attributions, found, correction.other) if correction.other else None
    if gone is None or home is None:
        return False
    old, new = found[gone.id].referent, found[home.id].referent
    if old.key == new.key:
        return False
    for id, resolved in found.items():
        if resolved.referent.key == old.key:
            found[id] = replace(resolved, referent=new, rule=MERGED)
    return True


EDITS: dict[str, Edit] = {"split source": split, "merge source": merge}


def _credited_at(
    attributions: Sequence[Attribution], found: Found, place: Span
) -> Attribution | None:
    """The statement whose source words stand here, exactly or else for the most part."""
    best, most = None, 0.0
    for a in attributions:
        for span in a.source if a.id in found else ():
            shared = min(span.end, place.end) - max(span.start, place.start)
            share = shared / (max(span.end, place.end) - min(span.start, place.start))
            if shared > 0 and share > most:
                best, most = a, share
    return best


def _words(article: Article, attribution: Attribution) -> str:
    return " ".join(attribution.source[0].of(article.text).split())
