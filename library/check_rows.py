"""Between samples, items and judgements and their rows; ``checks`` has what is done with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from analysis.records import Span
from analysis.reliability import (
    ANSWERS,
    HAS,
    VERDICTS,
    Drawn,
    Item,
    Judgement,
    Part,
    Sample,
    is_recall,
)
from library.articles import storable
from library.clock import now
from library.errors import StoreError
from library.schema import judgements as said
from library.schema import sample_items as items
from library.schema import samples as table

NOT_HERE = "This sample is not in the library: it may have been deleted."
LONGEST_NAME = 100
AT_ONCE = 500
"""Numbers in one question: old builds of SQLite take 999."""


def check(judgement: Judgement, sample: Sample, item: Item) -> None:
    """``ValueError`` for a judgement that an item of this sample cannot have."""
    what, value = sample.what, judgement.value
    if not judgement.coder.strip() or len(judgement.coder) > LONGEST_NAME:
        raise ValueError("a coder has a name of at most 100 characters")
    if judgement.verdict not in VERDICTS[what]:
        allowed = ", ".join(sorted(VERDICTS[what]))
        raise ValueError(f"of {what} a coder says {allowed}, not {judgement.verdict!r}")
    if is_recall(what):
        found = sum(p.role == "found" for p in item.parts)
        places = value.split()
        if not all(p.isdecimal() and int(p) < found for p in places):
            raise ValueError(f"{value!r} does not name what was found in the paragraph")
        if len(set(places)) < len(places) or not all(item.span.covers(s) for s in judgement.added):
            raise ValueError("what is missing must lie in the paragraph")
    elif (judgement.verdict, value) not in ANSWERS[what] or judgement.added:
        raise ValueError(f"{value!r} is no answer of {what}")


def insert_sample(connection: Connection, sample: Sample, drawn: Sequence[Drawn]) -> None:
    """Keeps a sample and its items, in their order."""
    if sample.by is not None and sample.by not in HAS[sample.what]:
        raise ValueError(f"{sample.what} cannot be stratified by {sample.by}")
    values = {
        "id": sample.id,
        "name": storable(sample.name),
        "what": sample.what,
        "facet": sample.by,
        "scope": storable(sample.scope),
        "seed": sample.seed,
        "strata": json.dumps(sample.strata),
        "codebook": sample.codebook,
        "engine": sample.engine,
        "made": sample.made,
    }
    number = connection.execute(insert(table).values(values).returning(table.c.number)).scalar_one()
    rows = [
        {
            "sample": number,
            "place": place,
            "article": d.item.article,
            "stratum": storable(d.stratum),
            "facts": json.dumps(facts_of(d.item)),
        }
        for place, d in enumerate(drawn)
    ]
    if rows:
        connection.execute(insert(items), rows)


def keep_judgements(connection: Connection, made: Iterable[Judgement]) -> int:
    """Keeps judgements in place of the same coders' earlier ones; says how many.

    Raises ``ValueError`` for one that its item cannot have, ``StoreError`` for an unknown item.
    """
    given = [(j, (storable(j.coder) or "").strip()) for j in made]
    known = _with_samples(connection, {j.item for j, _ in given})
    for judgement, _ in given:
        if judgement.item not in known:
            raise StoreError(NOT_HERE)
        check(judgement, *known[judgement.item])
    if not given:
        return 0
    same = (said.c.item == bindparam("of")) & (said.c.coder == bindparam("by"))
    connection.execute(delete(said).where(same), [{"of": j.item, "by": c} for j, c in given])
    rows = {
        (j.item, coder): {
            "item": j.item,
            "coder": coder,
            "verdict": j.verdict,
            "value": j.value,
            "added": json.dumps([[s.start, s.end] for s in j.added]),
            "made": j.made or now(),
        }
        for j, coder in given
    }
    connection.execute(insert(said), list(rows.values()))
    return len(rows)


def _with_samples(connection: Connection, numbers: set[int]) -> dict[int, tuple[Sample, Item]]:
    """The item of each number with its sample."""
    asked, found = sorted(numbers), dict[int, tuple[Sample, Item]]()
    samples: dict[int, Sample] = {}
    for start in range(0, len(asked), AT_ONCE):
        chosen = select(items).where(items.c.number.in_(asked[start : start + AT_ONCE]))
        for row in connection.execute(chosen):
            if row.sample not in samples:
                query = select(table).where(table.c.number == row.sample)
                samples[row.sample] = sample_of(connection.execute(query).one())
            found[row.number] = samples[row.sample], drawn_of_row(row).item
    return found


def forget(connection: Connection, articles: Select[tuple[str]]) -> None:
    """Takes the names out of the items of these articles; places, kinds and judgements stay."""
    rows = connection.execute(select(items).where(items.c.article.in_(articles))).all()
    for row in rows:
        facts = json.loads(row.facts)
        facts["parts"] = [[role, start, end, ""] for role, start, end, _ in facts["parts"]]
        if facts["confidence"] or facts["type"] != facts["answer"]:
            facts["answer"] = ""  # a name; roles and classes of tone tell nothing of the text
        mine = items.c.number == row.number
        connection.execute(update(items).where(mine).values(facts=json.dumps(facts)))


def sample_of(row: Row[Any]) -> Sample:
    """The sample of its row."""
    strata = tuple((str(name), int(size)) for name, size in json.loads(row.strata))
    return Sample(
        row.name, row.what, row.facet, row.scope, row.seed, strata,
        row.codebook, row.engine, row.id, row.made,
    )  # fmt: skip


def all_drawn(connection: Connection, number: int) -> tuple[Drawn, ...]:
    """The items of a sample by row number, in their order."""
    query = select(items).where(items.c.sample == number).order_by(items.c.place)
    return tuple(drawn_of_row(row) for row in connection.execute(query))


def judgements_of(connection: Connection, number: int) -> list[Judgement]:
    """The judgements of a sample by row number, by item and coder."""
    query = select(said).join(items, said.c.item == items.c.number).where(items.c.sample == number)
    return [
        Judgement(r.item, r.coder, r.verdict, r.value, _spans(json.loads(r.added)), r.made)
        for r in connection.execute(query.order_by(items.c.place, said.c.coder))
    ]


def facts_of(item: Item) -> dict[str, Any]:
    """What an item's row holds besides its article."""
    return {
        "span": [item.span.start, item.span.end],
        "parts": [[p.role, p.span.start, p.span.end, p.note] for p in item.parts],
        "answer": item.answer,
        "score": item.score,
        "confidence": item.confidence,
        "mode": item.mode,
        "type": item.type,
        "outlet": item.outlet,
    }


def item_of(article: str, facts: dict[str, Any]) -> Item:
    """The item again; ``KeyError``, ``TypeError`` or ``ValueError`` where the facts are none."""
    return Item(
        article,
        Span(*facts["span"]),
        tuple(Part(role, Span(s, e), str(note)) for role, s, e, note in facts["parts"]),
        str(facts["answer"]),
        None if facts["score"] is None else float(facts["score"]),
        *(str(facts[name]) for name in ("confidence", "mode", "type", "outlet")),
    )


def drawn_of_row(row: Row[Any]) -> Drawn:
    """An item in its place, of its row."""
    return Drawn(item_of(row.article, json.loads(row.facts)), row.stratum, row.number)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(s, e) for s, e in pairs)
