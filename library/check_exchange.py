"""Samples, their items and judgements as lines of an exported library, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from sqlalchemy import Connection, select

from analysis.records import Span
from analysis.reliability import WHAT, Drawn, Facet, Judgement, Sample
from library.check_rows import (
    all_drawn,
    facts_of,
    insert_sample,
    item_of,
    judgements_of,
    keep_judgements,
    sample_of,
)
from library.errors import StoreError
from library.schema import samples as table
from library.store import Store

FIELDS = ("id", "name", "what", "by", "scope", "seed", "strata", "codebook", "engine", "made")


def sample_lines(store: Store) -> Iterator[dict[str, Any]]:
    """A record for each sample, oldest first; judgements name items by their place."""
    with store.read() as connection:
        rows = connection.execute(select(table).order_by(table.c.number)).all()
    for row in rows:
        with store.read() as connection:
            yield _line(connection, sample_of(row), row.number)


def _line(connection: Connection, sample: Sample, number: int) -> dict[str, Any]:
    drawn = all_drawn(connection, number)
    places = {d.number: place for place, d in enumerate(drawn)}
    return {
        "sample": {name: getattr(sample, name) for name in FIELDS},
        "items": [[d.item.article, d.stratum, facts_of(d.item)] for d in drawn],
        "judgements": [
            [places[j.item], j.coder, j.verdict, j.value, _pairs(j.added), j.made]
            for j in judgements_of(connection, number)
        ],
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def import_sample(store: Store, record: dict[str, Any]) -> bool:
    """Adds a sample, or to one that is here the judgements it lacks; later ones count.

    False for a record that is none: nothing of it is kept then.
    """
    try:
        sample = _sample(record["sample"])
        drawn = [Drawn(item_of(a, facts), str(stratum)) for a, stratum, facts in record["items"]]
        made = [_judgement(*fields) for fields in record["judgements"]]
        with store.write() as connection:
            known = select(table.c.number).where(table.c.id == sample.id)
            if connection.execute(known).scalar_one_or_none() is None:
                insert_sample(connection, sample, drawn)
            number = connection.execute(known).scalar_one()
            here = [d.number for d in all_drawn(connection, number)]
            mine = {(j.item, j.coder): j.made for j in judgements_of(connection, number)}
            placed = [replace(j, item=here[j.item]) for j in made]
            new = [j for j in placed if j.made > mine.get((j.item, j.coder), "")]
            keep_judgements(connection, new)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError):
        return False
    except StoreError:
        return False
    return True


def _sample(fields: dict[str, Any]) -> Sample:
    if fields["what"] not in WHAT or fields["by"] not in (None, *get_args(Facet)):
        raise ValueError("no such kind of sample")
    strata = tuple((str(name), int(size)) for name, size in fields["strata"])
    texts = {k: str(fields[k]) for k in ("id", "name", "scope", "codebook", "engine", "made")}
    if not texts["id"]:
        raise ValueError("a sample has an id")
    return Sample(
        what=fields["what"], by=fields["by"], seed=int(fields["seed"]), strata=strata, **texts
    )


def _judgement(
    place: int, coder: str, verdict: str, value: str, added: list[list[int]], made: str
) -> Judgement:
    if place < 0:
        raise ValueError("places count from 0")
    spans = tuple(Span(start, end) for start, end in added)
    return Judgement(place, coder, verdict, value, spans, str(made))
