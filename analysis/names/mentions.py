"""Places where an article names someone or something.

Capital letters and lists propose names, the language model proposes names; the better
boundaries win, a name found once is found everywhere, and each name gets one type.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.names.agreement import one_type, without_bare_nouns
from analysis.names.bearers import (
    learnt_titles,
    surnames,
    titles_borne,
    with_particles,
    without_families,
)
from analysis.names.firms import (
    by_their_business,
    of_several_things,
    possessive_brands,
    short_firms,
    without_colours,
)
from analysis.names.found import Found, Seen, by_capitals, by_network
from analysis.names.settled import settlements
from analysis.names.speakers import speakers
from analysis.names.spread import compass_names, named_elsewhere, without_credits
from analysis.names.united import named_in_quotes, network_names, network_types, towns_with_states
from analysis.names.written import date_lines, nicknamed, ships, surname_first
from analysis.records import Article, Mention, Span, Tagged
from analysis.rules import Passes


def find_mentions(article: Article, tagged: Tagged) -> tuple[Mention, ...]:
    """Every name in the prose paragraphs, in order, typed; one type for each way of naming.

    Each mention says which pass found it and which rule or pass gave it its type.
    """
    seen = Seen.of(article, tagged)
    found: list[Found] = []
    for name, step in PASSES:
        left = step(found, seen)
        if left != found:  # most passes have nothing to say of an article
            left = _signed(left, {f.span: f for f in found}, name)
        found = left
    return tuple(
        Mention(f.span, f.type, "name", f.paragraph, "name", f.adjectival, f.by, f.typed)
        for f in found
    )


def _signed(found: list[Found], before: dict[Span, Found], name: str) -> list[Found]:
    """What a pass left, with its name on what it found or gave another type."""
    signed = []
    for item in found:
        old = before.get(item.span)
        if old is None:
            item = replace(item, by=name, typed=item.typed or name)
        elif old.type != item.type:
            item = replace(item, typed=name)
        signed.append(item)
    return signed


PASSES = Passes(
    by_network,
    by_capitals,
    named_in_quotes,
    nicknamed,
    of_several_things,
    towns_with_states,
    network_types,
    network_names,
    ships,  # after the network, which takes them for bodies
    date_lines,  # after the network, which takes “TORVIK, Norland” for a body
    surname_first,  # after the network, which takes “ROOK, Lena” for a body
    without_credits,
    speakers,  # after the network, which takes “HOST” for a body
    named_elsewhere,  # before the short forms: whole names go first
    compass_names,
    without_bare_nouns,
    one_type,  # all places are known by now
    surnames,  # after the votes: one “Ahmed Mohamed” outweighs any number of “Mohamed”
    learnt_titles,  # all people are known by now
    titles_borne,
    with_particles,
    without_families,
    short_firms,
    settlements,  # before what firms do: clubs are called by their towns
    by_their_business,
    possessive_brands,
    without_colours,
)
"""Each takes the names found so far."""
