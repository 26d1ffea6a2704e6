"""Many articles as tables: one row an article, a name in an article, a statement; and what passes.

All that the pages on a library show is made of these three frames, so their figures agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from analysis.follow import Followed, Somebody, SourceFact
from analysis.tables.base import frame
from analysis.tables.counts import NO_SPEAKERS, UNNAMED

FOLLOWED = {
    "article": "str",
    "title": "str",
    "outlet": "str",
    "author": "str",
    "date": "str",
    "collections": "object",
    "tags": "object",
    "words": "int64",
    "tone": "float64",
    "writer": "float64",
    "quoted": "float64",
    "headline": "float64",
    "mentions": "int64",
    "sources": "int64",
    "statements": "int64",
    "credited": "int64",
    "unnamed": "int64",
}
IN_ARTICLES = {
    "article": "str",
    "key": "str",
    "called": "str",
    "entity": "str",
    "source": "str",
    "mentions": "int64",
    "sentences": "int64",
    "tone_sum": "float64",
    "scored": "int64",
    "said_tone": "float64",
    "rule": "str",
}
SAID = {
    "article": "str",
    "attribution": "str",
    "key": "str",
    "called": "str",
    "source": "str",
    "unnamed": "bool",
    "mode": "str",
    "stance": "str",
    "cue": "str",
    "words": "int64",
    "through": "str",
    "paragraph": "int64",
    "start": "int64",
    "end": "int64",
}
PEOPLE = {"key": "str", "name": "str", "type": "str", "articles": "int64", "mentions": "int64"}
QUOTED = ("direct", "mixed")
ARROW = " ← "


@dataclass(frozen=True)
class Frames:
    """A library in tables; ``people`` has a row for each name across all articles."""

    articles: pd.DataFrame
    names: pd.DataFrame
    said: pd.DataFrame
    people: pd.DataFrame

    def of(self, ids: Collection[str]) -> Frames:
        """The same of these articles only; ``people`` counted anew."""
        kept = self.articles[self.articles["article"].isin(list(ids))]
        names = self.names[self.names["article"].isin(list(ids))]
        said = self.said[self.said["article"].isin(list(ids))]
        return Frames(
            kept.reset_index(drop=True),
            names.reset_index(drop=True),
            said.reset_index(drop=True),
            _people(names, self.people),
        )


def follow_frames(articles: Sequence[Followed], cast: Sequence[Somebody]) -> Frames:
    """The frames of a library whose names were joined into this cast."""
    keys, rules = _keys(cast)
    names = frame(_name_rows(articles, keys, rules), IN_ARTICLES)
    facts = frame(
        (
            {"key": s.key, "name": s.name, "type": s.type, "articles": 0, "mentions": 0}
            for s in cast
        ),
        PEOPLE,
    )
    return Frames(
        frame(map(_article_row, articles), FOLLOWED),
        names,
        frame(_said_rows(articles, keys), SAID),
        _people(names, facts),
    )


def passing_articles(frames: Frames, wanted: Mapping[str, Sequence[str]]) -> list[str]:
    """Ids of the articles that meet every condition.

    "outlet", "author", "collection", "tag", "name": one of the values ("no outlet" is those
    without one); "from" and "to": dates,
    both included; "source", "stance" and "unnamed" must hold of one statement together.
    """
    table = frames.articles
    keep = pd.Series(True, index=table.index)
    for name in ("outlet", "author"):
        if wanted.get(name):
            keep &= table[name].replace("", f"no {name}").isin(list(wanted[name]))
    for name, column in (("collection", "collections"), ("tag", "tags")):
        if wanted.get(name):
            asked = set(wanted[name])
            held = [bool(asked & (set(v) or {f"no {name}"})) for v in table[column]]
            keep &= pd.Series(held, index=table.index, dtype="bool")
    if wanted.get("from"):
        keep &= (table["date"] != "") & (table["date"] >= wanted["from"][0])
    if wanted.get("to"):
        keep &= (table["date"] != "") & (table["date"] <= wanted["to"][0])
    if wanted.get("name"):
        named = frames.names[frames.names["key"].isin(list(wanted["name"]))]
        keep &= table["article"].isin(named.loc[named["mentions"] > 0, "article"])
    if (said := _statements(frames.said, wanted)) is not None:
        keep &= table["article"].isin(said["article"])
    return [str(id) for id in table.loc[keep, "article"]]


def _statements(said: pd.DataFrame, wanted: Mapping[str, Sequence[str]]) -> pd.DataFrame | None:
    """The statements that meet the conditions on statements; None where there are none."""
    asked = [name for name in ("source", "stance", "unnamed") if wanted.get(name)]
    if not asked:
        return None
    for name in asked:
        if name == "unnamed":
            said = said[said["unnamed"] == ("yes" in wanted["unnamed"])]
        else:
            said = said[said["key" if name == "source" else name].isin(list(wanted[name]))]
    return said


def as_declared(table: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """A frame with exactly these columns and dtypes, and a fresh index."""
    return table[list(columns)].astype(dict(columns)).reset_index(drop=True)


def day_of(published: str) -> str:
    """The day an article is of, as "2026-03-04"; "" where its date cannot be read.

    >>> day_of("2026-03-04T08:00+01:00"), day_of("last spring")
    ('2026-03-04', '')
    """
    try:
        return datetime.fromisoformat(published).date().isoformat()
    except ValueError:
        return ""


# ---------------------------------------------------------------- rows


def _keys(
    cast: Sequence[Somebody],
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
    """Whose an entity or source of an article is, and the rule that joined it."""
    keys, rules = {}, {}
    for somebody in cast:
        for m in somebody.members:
            for id in (m.entity, m.source):
                if id:
                    keys[m.article, id] = somebody.key
                    rules[m.article, id] = m.rule
    return keys, rules


def _article_row(article: Followed) -> dict[str, object]:
    facts = article.facts
    quiet = {s.source for s in facts.sources if _unnamed(s)}
    credited = [s for s in facts.statements if s.source]
    return {
        "article": article.id,
        "title": article.title or "Untitled article",
        "outlet": article.outlet,
        "author": article.author,
        "date": day_of(article.published),
        "collections": article.collections,
        "tags": article.tags,
        "words": facts.words,
        "tone": facts.tone,
        "writer": facts.writer,
        "quoted": facts.quoted,
        "headline": facts.headline,
        "mentions": sum(n.mentions for n in facts.names),
        "sources": len({s.source for s in credited}),
        "statements": len(facts.statements),
        "credited": sum(s.words for s in credited),
        "unnamed": sum(s.words for s in credited if s.source in quiet),
    }


def _name_rows(
    articles: Sequence[Followed],
    keys: Mapping[tuple[str, str], str],
    rules: Mapping[tuple[str, str], str],
) -> Iterator[dict[str, object]]:
    for article in articles:
        heard = {s.entity: s for s in article.facts.sources if s.entity}
        for n in article.facts.names:
            source = heard.get(n.entity)
            scored = [p.tone for p in n.places if p.tone is not None]
            yield {
                "article": article.id,
                "key": keys.get((article.id, n.entity), ""),
                "called": n.name,
                "entity": n.entity,
                "source": source.source if source else "",
                "mentions": n.mentions,
                "sentences": len(n.places),
                "tone_sum": sum(scored),
                "scored": len(scored),
                "said_tone": source.tone if source else None,
                "rule": rules.get((article.id, n.entity), ""),
            }
        for s in article.facts.sources:
            if not s.entity and (article.id, s.source) in keys:
                none = {"mentions": 0, "sentences": 0, "tone_sum": 0.0, "scored": 0}
                yield {
                    "article": article.id,
                    "key": keys[article.id, s.source],
                    "called": s.name,
                    "entity": "",
                    "source": s.source,
                    **none,
                    "said_tone": s.tone,
                    "rule": rules[article.id, s.source],
                }


def _said_rows(
    articles: Sequence[Followed], keys: Mapping[tuple[str, str], str]
) -> Iterator[dict[str, object]]:
    for article in articles:
        sources = {s.source: s for s in article.facts.sources}
        for s in article.facts.statements:
            source = sources.get(s.source)
            yield {
                "article": article.id,
                "attribution": s.id,
                "key": keys.get((article.id, s.source), ""),
                "called": source.name if source else "",
                "source": s.source,
                "unnamed": source is not None and _unnamed(source),
                "mode": s.mode,
                "stance": s.stance,
                "cue": s.cue,
                "words": s.words,
                "through": ARROW.join(s.relays),
                "paragraph": s.paragraph,
                "start": s.start,
                "end": s.end,
            }


def _unnamed(source: SourceFact) -> bool:
    """As the source audit means it: an unnamed person or group, no document."""
    return source.namedness in UNNAMED and source.type not in NO_SPEAKERS


def _people(names: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """Everybody in these rows, in most articles first, then most mentions."""
    counted = names[names["key"] != ""].groupby("key", sort=False)
    made = counted.agg(articles=("article", "nunique"), mentions=("mentions", "sum"))
    known = facts.drop(columns=["articles", "mentions"]).merge(
        made.reset_index(), on="key", how="inner"
    )
    order = ["articles", "mentions", "key"]
    table = known.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return as_declared(table, PEOPLE)
