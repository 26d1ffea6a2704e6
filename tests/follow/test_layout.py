"""A network stands where its links put it, the same every time."""

from __future__ import annotations

import math
from itertools import combinations

from analysis.follow import spread

LINKS = {("a", "b"): 5.0, ("b", "c"): 5.0, ("a", "c"): 5.0, ("d", "e"): 5.0, ("e", "f"): 2.0}


def test_the_same_links_give_the_same_places_inside_the_picture() -> None:
    one, other = spread("abcdef", LINKS), spread("abcdef", LINKS)
    assert one == other
    assert all(-1 <= v <= 1 for at in one.values() for v in at)


def test_linked_names_are_nearer_than_others_and_none_lie_on_each_other() -> None:
    at = spread("abcdef", LINKS)
    linked = [math.dist(at[a], at[b]) for a, b in LINKS]
    pairs = [p for p in combinations("abcdef", 2) if p not in LINKS]
    apart = [math.dist(at[a], at[b]) for a, b in pairs]
    assert sum(linked) / len(linked) < 0.6 * sum(apart) / len(apart)
    assert min(linked + apart) > 0.1


def test_no_links_and_few_names_are_no_trouble() -> None:
    assert spread([], {}) == {}
    assert len(set(spread("ab", {}).values())) == 2
