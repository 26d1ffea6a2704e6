"""Results kept beside the articles, with what they were made from."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from analysis.records import Analysis, Correction, Scorer
from library.articles import DESCRIPTION, content_hash
from library.clock import now
from library.codec import CodecError, decode, encode
from library.engine import engine_version
from library.facts import current, has_facts, keep_facts
from library.schema import analyses, articles, facts


def inputs_digest(row: Mapping[str, Any], corrections: Sequence[Correction]) -> str:
    """A digest of what besides text and engine shapes a result: description and corrections."""
    shaping = [[row[name] for name in DESCRIPTION], [encode(c)["record"] for c in corrections]]
    return hashlib.sha256(json.dumps(shaping).encode()).hexdigest()[:16]


def kept(
    connection: Connection, row: Mapping[str, Any], corrections: Sequence[Correction], scorer: str
) -> Analysis | None:
    """The result kept, if the same engine made it from the same inputs."""
    same = (
        (analyses.c.article == row["number"])
        & (analyses.c.scorer == scorer)
        & (analyses.c.engine == engine_version())
        & (analyses.c.content_hash == row["content_hash"])
        & (analyses.c.inputs == inputs_digest(row, corrections))
    )
    payload = connection.execute(select(analyses.c.payload).where(same)).scalar_one_or_none()
    if payload is None:
        return None
    try:
        found = unpack(payload)
    except CodecError:  # records changed under the same version, as while developing: make it anew
        return None
    return found if content_hash(found.article.text) == row["content_hash"] else None


def keep(
    connection: Connection,
    row: Mapping[str, Any],
    corrections: Sequence[Correction],
    analysis: Analysis,
) -> None:
    """Keeps a result in the place of the earlier one."""
    tone = analysis.sentiment
    old = (analyses.c.article == row["number"]) & (analyses.c.scorer == tone.scorer)
    same = (articles.c.number == row["number"]) & (articles.c.content_hash == row["content_hash"])
    here = select(articles.c.number).where(same).with_for_update()
    if connection.execute(here).scalar_one_or_none() is None:
        return  # erased while it was being analysed
    connection.execute(delete(analyses).where(old))
    values = {
        "article": row["number"],
        "scorer": tone.scorer,
        "engine": engine_version(),
        "content_hash": row["content_hash"],
        "inputs": inputs_digest(row, corrections),
        "model": analysis.model,
        "compound": tone.article,
        "entities": len(analysis.entities),
        "sources": len(analysis.sources),
        "made": now(),
        "payload": pack(analysis),
    }
    connection.execute(insert(analyses).values(values))
    keep_facts(connection, row["number"], analysis)


def keep_missing_facts(connection: Connection, number: int, analysis: Analysis) -> None:
    """Keeps the facts of a result that was kept before there were facts."""
    if not has_facts(connection, number, analysis.sentiment.scorer):
        here = select(articles.c.number).where(articles.c.number == number).with_for_update()
        if connection.execute(here).scalar_one_or_none() is not None:
            keep_facts(connection, number, analysis)


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
