"""Who stands between the outlet and the speaker, for every attribution of an article.

A relay is an outer attribution's source, an outlet named in the same sentence, or the one
through which the same speaker spoke just before.
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis.lexicon import is_outlet
from analysis.records import Attribution
from analysis.sources.cast import Candidates
from analysis.sources.provenance import Relay, stated_relay
from analysis.sources.referents import Resolved

_OPENING = 30  # characters of content in which its subject is named
CARRIED = 1  # body paragraphs over which a stated relay carries on with the same speaker


def find_relays(
    at: Candidates, attributions: tuple[Attribution, ...], resolved: Mapping[str, Resolved]
) -> tuple[dict[str, tuple[str, ...]], dict[str, Relay]]:
    """Who stands between outlet and speaker for each attribution, parents before children."""
    through: dict[str, tuple[str, ...]] = {}
    relays: dict[str, Relay] = {}
    known = at.entity_names
    for a in sorted(attributions, key=lambda a: (a.depth, a.span.start)):
        mine = resolved.get(a.id)
        speaker = mine.referent.name if mine else ""
        relay = stated_relay(at.article, a, at.focus, at.names, known, speaker)
        outer = _outer_names(a, through, resolved)
        names = outer + tuple(n for n in relay.names if n not in outer)
        relays[a.id], through[a.id] = relay, names
    _carry_on(at, attributions, resolved, through)
    return through, relays


def _outer_names(
    a: Attribution, through: Mapping[str, tuple[str, ...]], resolved: Mapping[str, Resolved]
) -> tuple[str, ...]:
    """The chain of the attribution this one stands in, with that one's speaker."""
    if a.parent is None or a.parent not in through:
        return ()
    parent = resolved.get(a.parent)
    return through[a.parent] + ((parent.referent.name,) if parent else ())


def _carry_on(
    at: Candidates,
    attributions: tuple[Attribution, ...],
    resolved: Mapping[str, Resolved],
    through: dict[str, tuple[str, ...]],
) -> None:
    """Let a speaker's stated relay carry on to his next statement, one paragraph further."""
    places = {p.index: n for n, p in enumerate(at.article.body)}
    last: dict[str, tuple[int, tuple[str, ...]]] = {}
    carried: dict[str, tuple[str, ...]] = {}
    parents = {a.parent for a in attributions}
    for a in sorted(attributions, key=lambda a: (a.span.start, a.depth)):
        mine = resolved.get(a.id)
        paragraph = at.article.paragraph_at((a.cue or a.source or a.content)[0].start)
        place = places.get(paragraph.index, -9) if paragraph else -9
        if a.parent in carried and a.id in through:
            through[a.id] = carried[a.parent] + through[a.id]
            carried[a.id] = carried[a.parent]
        if mine is None:
            continue
        subject = _reported(at, a, mine) if a.id in parents else None
        if subject is not None:
            last[subject] = (place, (*through[a.id], mine.referent.name))
        before = last.get(mine.referent.key)
        if not through[a.id] and before and before[0] <= place <= before[0] + CARRIED:
            through[a.id] = carried[a.id] = before[1]
        if through[a.id]:
            last[mine.referent.key] = (place, through[a.id])
        else:
            last.pop(mine.referent.key, None)


def _reported(at: Candidates, a: Attribution, mine: Resolved) -> str | None:
    """Whose statement an outlet reports: "Farrow revealed the news, according to the Echo".

    Only asked of attributions that hold another: there the outlet reports something said, and
    the subject it opens with is who goes on speaking.
    """
    if not a.content or not is_outlet(mine.referent.name):
        return None
    start = a.content[0].start
    opening = next(iter(at.names.within(start, start + _OPENING)), None)
    return f"e:{opening.entity}" if opening and opening.type == "PERSON" else None
