"""One person, place or body across a library: named, heard, toned, with whom, through whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.follow import Followed
from analysis.tables.base import frame
from analysis.tables.follow import ARROW, QUOTED, Frames, as_declared

HEARD = {
    "article": "str",
    "date": "str",
    "outlet": "str",
    "title": "str",
    "called": "str",
    "cue": "str",
    "stance": "str",
    "mode": "str",
    "through": "str",
    "words": "int64",
    "text": "str",
    "attribution": "str",
    "start": "int64",
    "end": "int64",
}
PASSAGES = {
    "article": "str",
    "date": "str",
    "outlet": "str",
    "title": "str",
    "compound": "float64",
    "text": "str",
    "entity": "str",
    "paragraph": "int64",
    "start": "int64",
    "end": "int64",
}
WITH = {"key": "str", "name": "str", "type": "str", "articles": "int64", "paragraphs": "int64"}
THROUGH = {
    "relay": "str",
    "speaker": "str",
    "articles": "int64",
    "statements": "int64",
    "words": "int64",
}
RELAYED = {"relay": "str", "speaker": "str"} | HEARD
CALLED = {"called": "str", "articles": "int64", "mentions": "int64", "rule": "str"}
FIRST = "begins with it"


@dataclass(frozen=True, slots=True)
class Figures:
    """How often somebody is named, heard and quoted, and in what tone; tones -1..1 or None."""

    articles: int
    mentions: int
    statements: int
    words: int
    quoted: int
    """Statements quoted in full or in part."""
    named_tone: float | None
    sentences: int
    """Sentences with a score behind ``named_tone``."""
    said_tone: float | None
    heard_in: int


def person_figures(frames: Frames, key: str) -> Figures:
    """The figures of one of ``frames.people``; all 0 for nobody."""
    mine, said = frames.names[frames.names["key"] == key], frames.said[frames.said["key"] == key]
    scored = int(mine["scored"].sum())
    toned = mine.dropna(subset=["said_tone"])
    return Figures(
        mine["article"].nunique(),
        int(mine["mentions"].sum()),
        len(said),
        int(said["words"].sum()),
        int(said["mode"].isin(QUOTED).sum()),
        float(mine["tone_sum"].sum()) / scored if scored else None,
        scored,
        float(toned["said_tone"].mean()) if len(toned) else None,
        said["article"].nunique(),
    )


def heard_over_time(frames: Frames, key: str, texts: Mapping[str, str]) -> pd.DataFrame:
    """What somebody is credited with, in order of time; undated articles at the end."""
    said = frames.said[frames.said["key"] == key]
    table = _described(said, frames.articles, texts)
    return as_declared(table, HEARD)


def passage_rows(
    frames: Frames, key: str, articles: Sequence[Followed], texts: Mapping[str, str]
) -> pd.DataFrame:
    """Every sentence of a body that names somebody, in order of time, with its score."""
    mine = frames.names[(frames.names["key"] == key) & (frames.names["entity"] != "")]
    wanted = dict(zip(mine["article"], mine["entity"], strict=True))
    rows = [
        {
            "article": article.id,
            "compound": place.tone,
            "entity": name.entity,
            "paragraph": place.paragraph,
            "start": place.start,
            "end": place.end,
        }
        for article in articles
        for name in article.facts.names
        if wanted.get(article.id) == name.entity
        for place in name.places
    ]
    columns = ["article", "compound", "entity", "paragraph", "start", "end"]
    table = _described(pd.DataFrame(rows, columns=columns), frames.articles, texts)
    return as_declared(table, PASSAGES)


def with_whom(frames: Frames, key: str, articles: Sequence[Followed]) -> pd.DataFrame:
    """Who is named in the same paragraphs, in most articles first."""
    inside = set(frames.names.loc[frames.names["key"] == key, "article"])
    keys = _keys(frames)
    shared: dict[str, list[tuple[str, int]]] = {}
    for article in articles:
        if article.id not in inside:
            continue
        for others in paragraphs_of(article, keys).values():
            if key in others:
                for other in others - {key}:
                    shared.setdefault(other, []).append((article.id, 1))
    people = frames.people.set_index("key")
    rows = [
        {
            "key": other,
            "name": people.loc[other, "name"],
            "type": people.loc[other, "type"],
            "articles": len({id for id, _ in found}),
            "paragraphs": len(found),
        }
        for other, found in shared.items()
        if other in people.index
    ]
    order = ["articles", "paragraphs", "key"]
    return frame(rows, WITH).sort_values(order, ascending=[False, False, True], ignore_index=True)


def through_whom(frames: Frames, key: str) -> pd.DataFrame:
    """Who passed this one's words on, and whose words this one passed on."""
    mine = _relays_of(frames, key)
    made = mine.groupby(["relay", "speaker"], as_index=False).agg(
        articles=("article", "nunique"), statements=("article", "size"), words=("words", "sum")
    )
    return as_declared(made.sort_values(["articles", "words"], ascending=False), THROUGH)


def relayed_over_time(frames: Frames, key: str, texts: Mapping[str, str]) -> pd.DataFrame:
    """The statements behind ``through_whom``, with their words, in order of time.

    A statement that was passed on twice stands there once for each step.
    """
    mine = _relays_of(frames, key).drop(columns="words")
    said = frames.said.drop_duplicates(["article", "attribution"])
    table = _described(mine.merge(said, on=["article", "attribution"]), frames.articles, texts)
    return as_declared(table, RELAYED)


def _relays_of(frames: Frames, key: str) -> pd.DataFrame:
    table = relay_rows(frames)
    return table[(table["relay_key"] == key) | (table["speaker_key"] == key)]


def called_table(frames: Frames, key: str) -> pd.DataFrame:
    """What somebody is called in the articles, and the rule that joined each name to the others."""
    mine = frames.names[frames.names["key"] == key]
    made = mine.groupby(["called", "rule"], as_index=False, sort=False).agg(
        articles=("article", "nunique"), mentions=("mentions", "sum")
    )
    made["rule"] = made["rule"].replace("", FIRST)
    return as_declared(made.sort_values("articles", ascending=False), CALLED)


# ---------------------------------------------------------------- shared with the network


def paragraphs_of(article: Followed, keys: Mapping[tuple[str, str], str]) -> dict[int, set[str]]:
    """Who is named in each paragraph of an article's body."""
    found: dict[int, set[str]] = {}
    for name in article.facts.names:
        key = keys.get((article.id, name.entity))
        if key:
            for place in name.places:
                found.setdefault(place.paragraph, set()).add(key)
    return found


def _keys(frames: Frames) -> dict[tuple[str, str], str]:
    names = frames.names
    return dict(zip(zip(names["article"], names["entity"], strict=True), names["key"], strict=True))


def relay_rows(frames: Frames) -> pd.DataFrame:
    """One row per step by which words were passed on: who relayed, who spoke or relayed before.

    A relay is whoever the same article calls so; one it does not hold as a name is its own.
    """
    return pd.DataFrame(
        list(_steps(frames)),
        columns=[
            *("article", "attribution", "relay", "relay_key", "speaker", "speaker_key", "words")
        ],
    )


def _steps(frames: Frames) -> Iterator[tuple[str, str, str, str, str, str, int]]:
    names, people = frames.names, frames.people
    called = dict(
        zip(zip(names["article"], names["called"], strict=True), names["key"], strict=True)
    )
    full = dict(zip(people["key"], people["name"], strict=True))
    relayed = frames.said[(frames.said["through"] != "") & (frames.said["called"] != "")]
    for row in relayed.to_dict("records"):
        chain = [*str(row["through"]).split(ARROW), str(row["called"])]
        keyed = [called.get((row["article"], name), "") for name in chain]
        keyed[-1] = row["key"]
        shown = [full.get(key, name) for key, name in zip(keyed, chain, strict=True)]
        for i in range(len(chain) - 1):
            if shown[i] != shown[i + 1]:
                step = (shown[i], keyed[i], shown[i + 1], keyed[i + 1])
                yield (row["article"], row["attribution"], *step, row["words"])


def _described(
    rows: pd.DataFrame, articles: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Rows with their article's date, outlet, title and their own words, in order of time."""
    table = rows.merge(articles[["article", "date", "outlet", "title"]], on="article", how="left")
    table["text"] = [
        " ".join(texts.get(id, "")[start:end].split())
        for id, start, end in zip(table["article"], table["start"], table["end"], strict=True)
    ]
    table["order"] = table["date"].replace("", "9999")
    return table.sort_values(["order", "article", "start"], ignore_index=True)
