"""Results kept beside the articles, with what they were made from."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from analysis.follow import facts_of
from analysis.records import Analysis, Correction, Scorer
from library.articles import DESCRIPTION, content_hash
from library.clock import now
from library.codec import CodecError, decode, encode
from library.engine import engine_version
from library.facts import current, has_facts, keep_facts, pack_facts
from library.schema import analyses, articles, facts


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a result is made from, besides engine and scorer: an article's row as it was then."""

    number: int
    content_hash: str
    shaping: str
    """A digest of what besides the text shapes a result: description and corrections."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of an analysis, packed: a worker makes it, the one who writes only writes."""

    scorer: Scorer
    values: Mapping[str, Any]
    facts: bytes


def inputs_of(row: Mapping[str, Any], corrections: Sequence[Correction]) -> Inputs:
    """What a result of this row and these corrections is made from."""
    shaping = [[row[name] for name in DESCRIPTION], [encode(c)["record"] for c in corrections]]
    digest = hashlib.sha256(json.dumps(shaping).encode()).hexdigest()[:16]
    return Inputs(row["number"], row["content_hash"], digest)


def _same(inputs: Inputs, scorer: str) -> ColumnElement[bool]:
    """The condition that the same engine made a result from the same inputs."""
    return (
        (analyses.c.article == inputs.number)
        & (analyses.c.scorer == scorer)
        & (analyses.c.engine == engine_version())
        & (analyses.c.content_hash == inputs.content_hash)
        & (analyses.c.inputs == inputs.shaping)
    )


def is_kept(connection: Connection, inputs: Inputs, scorer: str) -> bool:
    """Whether result and facts of these inputs are kept, without reading them."""
    query = select(analyses.c.article).where(_same(inputs, scorer))
    kept = connection.execute(query).scalar_one_or_none() is not None
    return kept and has_facts(connection, inputs.number, scorer)


def kept(connection: Connection, inputs: Inputs, scorer: str) -> Analysis | None:
    """The result kept, if the same engine made it from the same inputs."""
    query = select(analyses.c.payload).where(_same(inputs, scorer))
    payload = connection.execute(query).scalar_one_or_none()
    if payload is None:
        return None
    try:
        found = unpack(payload)
    except CodecError:  # records changed under the same version, as while developing: make it anew
        return None
    return found if content_hash(found.article.text) == inputs.content_hash else None


def made_of(analysis: Analysis) -> Made:
    """What is kept of an analysis: its figures for lists, itself packed, and its facts."""
    tone = analysis.sentiment
    values = {
        "engine": engine_version(),
        "model": analysis.model,
        "compound": tone.article,
        "entities": len(analysis.entities),
        "sources": len(analysis.sources),
        "payload": pack(analysis),
    }
    return Made(tone.scorer, values, pack_facts(facts_of(analysis)))


def keep(connection: Connection, inputs: Inputs, made: Made) -> None:
    """Keeps a result in the place of the earlier one."""
    old = (analyses.c.article == inputs.number) & (analyses.c.scorer == made.scorer)
    mine = articles.c.number == inputs.number
    here = select(articles.c.number).where(mine & (articles.c.content_hash == inputs.content_hash))
    if connection.execute(here.with_for_update()).scalar_one_or_none() is None:
        return  # erased while it was being analysed
    connection.execute(delete(analyses).where(old))
    where = {
        "article": inputs.number,
        "scorer": made.scorer,
        "content_hash": inputs.content_hash,
        "inputs": inputs.shaping,
        "made": now(),
    }
    connection.execute(insert(analyses).values({**where, **made.values}))
    keep_facts(connection, inputs.number, made.scorer, made.facts)


def keep_missing_facts(connection: Connection, number: int, analysis: Analysis) -> None:
    """Keeps the facts of a result that was kept before there were facts."""
    if not has_facts(connection, number, analysis.sentiment.scorer):
        here = select(articles.c.number).where(articles.c.number == number).with_for_update()
        if connection.execute(here).scalar_one_or_none() is not None:
            packed = pack_facts(facts_of(analysis))
            keep_facts(connection, number, analysis.sentiment.scorer, packed)


def outdated(connection: Connection, scorer: Scorer) -> list[str]:
    """Ids of articles in the library without a result or facts by this engine, newest first."""
    made = select(analyses.c.article).where(
        (analyses.c.scorer == scorer) & (analyses.c.engine == engine_version())
    )
    told = select(facts.c.article).where((facts.c.scorer == scorer) & current())
    here = articles.c.number
    waiting = articles.c.deleted.is_(None) & (here.not_in(made) | here.not_in(told))
    newest = select(articles.c.id).where(waiting).order_by(articles.c.number.desc())
    return list(connection.execute(newest).scalars())


def pack(analysis: Analysis) -> bytes:
    """An analysis as compressed JSON."""
    return zlib.compress(json.dumps(encode(analysis), separators=(",", ":")).encode("ascii"), 3)


def unpack(payload: bytes) -> Analysis:
    """The analysis again, exactly; ``CodecError`` where the payload is not one."""
    try:
        return decode(Analysis, json.loads(zlib.decompress(payload)))
    except (zlib.error, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CodecError("this is not a kept analysis") from error
