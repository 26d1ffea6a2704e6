"""Names beside dots lie neither on each other nor on a dot."""

from __future__ import annotations

import pandas as pd

from charts.labels import NARROW, SIDES, WIDE, sides


def dots(*places: tuple[str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(places, columns=["name", "x", "y"])


def test_a_name_by_itself_stands_above_its_dot() -> None:
    assert sides(dots(("Tarnholm", 0.0, 0.0)), WIDE, 1.35, 520) == ["above"]


def test_two_dots_beside_each_other_have_their_names_on_different_sides() -> None:
    near = dots(("Ines Calder", -0.08, 0.5), ("Colm Hastings", 0.08, 0.5))
    found = sides(near, WIDE, 1.35, 520)
    assert len(set(found)) == 2
    assert set(found) <= set(SIDES)


def test_a_name_at_the_edge_stays_inside_the_picture() -> None:
    assert sides(dots(("Strait Cup Rowing Club", 1.3, 0.0)), WIDE, 1.35, 520) == ["left"]
    assert sides(dots(("Port Selwyn", 0.0, 1.34)), NARROW, 1.35, 520) == ["below"]


def test_in_a_crowd_a_name_is_left_out_before_it_covers_another() -> None:
    crowd = dots(*((f"Somebody Number {n}", 0.01 * n, 0.01 * (n % 3)) for n in range(30)))
    found = sides(crowd, NARROW, 1.35, 520)
    assert found.count("") >= 24
    assert found[0]
