"""Facts of every article kept beside its result, so that a library is followed without decoding
results: some 2 kB an article instead of 40."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from analysis.follow import FACTS, Facts, Followed
from analysis.records import DEFAULT_SCORER, Scorer
from library.clock import now
from library.codec import CodecError, decode, encode
from library.engine import engine_version
from library.rows import groups
from library.schema import articles, facts, labels

HELD = 20_000
"""Facts decoded once and held, of articles by row number and time."""


def keep_facts(connection: Connection, number: int, scorer: Scorer, payload: bytes) -> None:
    """Keeps packed facts of an article, in the place of earlier ones."""
    connection.execute(delete(facts).where(_of(number, scorer)))
    values = {
        "article": number,
        "scorer": scorer,
        "engine": engine_version(),
        "format": FACTS,
        "made": now(),
        "payload": payload,
    }
    connection.execute(insert(facts).values(values))


def has_facts(connection: Connection, number: int, scorer: str) -> bool:
    """Whether facts by this engine are kept for the article."""
    mine = select(facts.c.article).where(_of(number, scorer) & current())
    return connection.execute(mine).scalar_one_or_none() is not None


def current() -> ColumnElement[bool]:
    """The condition that facts were made by this engine and in this form."""
    return (facts.c.engine == engine_version()) & (facts.c.format == FACTS)


@dataclass(frozen=True, slots=True)
class Following:
    """The articles that can be followed, oldest kept first, and how many wait for a result."""

    articles: tuple[Followed, ...]
    waiting: int
    stamp: str
    """Changes with whatever in them changes."""


def follow(connection: Connection, scorer: Scorer = DEFAULT_SCORER) -> Following:
    """Every article of the library with its facts."""
    here = articles.c.deleted.is_(None)
    described = ("id", "title", "outlet", "author", "published")
    both = articles.outerjoin(
        facts, (facts.c.article == articles.c.number) & (facts.c.scorer == scorer) & current()
    )
    query = select(
        articles.c.number, *(articles.c[name] for name in described), facts.c.made
    ).select_from(both)
    rows = connection.execute(query.where(here).order_by(articles.c.number)).all()
    named = _labels(connection)
    read = _payloads(connection, [(r.number, r.made) for r in rows if r.made], scorer)
    made = [
        Followed(
            r.id,
            r.title or "",
            r.outlet or "",
            r.author or "",
            r.published or "",
            collections=named.get(("collection", r.number), ()),
            tags=named.get(("tag", r.number), ()),
            facts=read[r.number],
        )
        for r in rows
        if r.number in read
    ]
    shown = repr((engine_version(), scorer, [tuple(r) for r in rows], sorted(named.items())))
    stamp = hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
    return Following(tuple(made), len(rows) - len(made), stamp)


def texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The texts of these articles, by id, for showing passages by their offsets."""
    found: dict[str, str] = {}
    for some in groups(ids):
        query = select(articles.c.id, articles.c.text).where(articles.c.id.in_(some))
        found.update(tuple(row) for row in connection.execute(query))
    return found


def _payloads(
    connection: Connection, wanted: list[tuple[int, str]], scorer: str
) -> dict[int, Facts]:
    """Facts by row number; those that were decoded before are not asked for again."""
    engine, address = engine_version(), str(connection.engine.url)
    keys = {number: (address, scorer, engine, number, made) for number, made in wanted}
    found = {number: _held[key] for number, key in keys.items() if key in _held}
    for some in groups(number for number in keys if number not in found):
        query = select(facts.c.article, facts.c.payload).where(
            facts.c.article.in_(some) & (facts.c.scorer == scorer) & current()
        )
        for number, payload in connection.execute(query):
            if (unpacked := unpack_facts(payload)) is not None:
                found[number] = unpacked  # also where more are wanted than are held
                _hold(keys[number], unpacked)
    return found


_held: dict[tuple[str, str, str, int, str], Facts] = {}


def _hold(key: tuple[str, str, str, int, str], unpacked: Facts) -> None:
    while len(_held) >= HELD:
        _held.pop(next(iter(_held)))
    _held[key] = unpacked


def pack_facts(made: Facts) -> bytes:
    """Facts as compressed JSON."""
    return zlib.compress(json.dumps(encode(made), separators=(",", ":")).encode("ascii"), 6)


def unpack_facts(payload: bytes) -> Facts | None:
    """The facts again; None where the payload is damaged, as if there were none."""
    try:
        return decode(Facts, json.loads(zlib.decompress(payload)))
    except (CodecError, zlib.error, ValueError):
        return None


def _labels(connection: Connection) -> dict[tuple[str, int], tuple[str, ...]]:
    named: dict[tuple[str, int], tuple[str, ...]] = {}
    for row in connection.execute(select(labels).order_by(labels.c.name)):
        named[row.kind, row.article] = (*named.get((row.kind, row.article), ()), row.name)
    return named


def _of(number: int, scorer: str) -> ColumnElement[bool]:
    return (facts.c.article == number) & (facts.c.scorer == scorer)
