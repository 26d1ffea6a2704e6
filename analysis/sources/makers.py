"""Whose words a document holds, by the name beside its noun: “Acme's letter”, “a post by Rook”."""

from __future__ import annotations

import re

from analysis.lexicon import Pattern, is_outlet
from analysis.sources.cast import Candidates
from analysis.sources.phrases import Phrase
from analysis.sources.referents import Referent

_MAKER_AFTER = re.compile(r"\b(?:by|from|of|in)\s+(?:the\s+)?$", re.I)
# “a letter from the bank, seen by the Echo”: who got hold of it did not write it
_ONLY_SAW = Pattern(r"\b{who only saw it} (?:first |exclusively )?(?:by|to|with|in|on) (?:the )?$")


def named_maker(at: Candidates, phrase: Phrase) -> Referent | None:
    """The name that owns or follows the document's noun: "Acme's", "by Acme", "in the Echo"."""
    for named in phrase.around:
        before = at.text[phrase.span.start : named.span.start]
        if _ONLY_SAW.search(before):
            continue
        joint = _MAKER_AFTER.search(before)
        owns = (
            len(before.split()) <= 2
            and joint is None
            and not re.search(r"\b(?:on|about|to|into)\b", before)
        )
        outlet = bool(named.entity) and is_outlet(at.entities[named.entity].name)
        place = named.type in ("GPE", "LOC") and not outlet
        if joint and joint.group().lower().startswith("in") and not outlet:
            continue
        if joint and phrase.plural and not phrase.definite and not outlet:
            continue  # “some reports from Dorn”: where they come from, not whose they are
        if owns and not (
            place and at.text[named.span.end : named.span.end + 2] not in ("'s", "’s")
        ):
            return at.named(named)
        if joint and not place:
            return at.named(named)
    return None
