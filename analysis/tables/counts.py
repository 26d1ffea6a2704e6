"""The figures that stand on several pages: each is counted here, once, and defined in one line.

Pages pass the rows that are left after filtering; without filters the rows are all there are.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

PLACES = ("GPE", "LOC", "FAC")
BODIES = ("ORG", "NORP")
UNNAMED = ("anonymous", "collective_unnamed")
NO_SPEAKERS = ("document", "social")
"""A letter or a post without a name is no unnamed person."""

DEFINITIONS = {
    "names": "Different people, places and bodies named in the body, each counted once.",
    "mentions": "How often a name stands in the body, all ways of writing it together.",
    "sources": "People, bodies and documents that something is credited to, each counted once.",
    "statements": "Passages credited to somebody, or quoted without saying whose they are.",
    "words": "Words of the body that stand inside those passages.",
    "unnamed": "Sources without a name or a post that tells who they are; documents left out.",
    "tone": "Mean score of the sentences, −1 to +1. A sentence is the writer's or quoted, as most "
    "of its words are.",
}


@dataclass(frozen=True, slots=True)
class Names:
    """Different names by kind, how often they stand, and the one named most."""

    people: int
    places: int
    bodies: int
    others: int
    mentions: int
    top: str
    top_name: str
    top_count: int

    @property
    def total(self) -> int:
        """All different names."""
        return self.people + self.places + self.bodies + self.others


@dataclass(frozen=True, slots=True)
class Voices:
    """Sources and statements; ``words`` are those credited to a stated source."""

    sources: int
    statements: int
    named_statements: int
    loose: int
    """Statements of which the article does not say whose they are."""
    words: int
    unnamed: int
    unnamed_words: int
    roles: int
    """Sources known by a post that one person holds, such as the mayor."""
    top: str
    top_name: str
    top_words: int


@dataclass(frozen=True, slots=True)
class Tones:
    """Mean scores of sentences, -1..1 (None of none), and of how many."""

    article: float | None
    writer: float | None
    quoted: float | None
    sentences: int
    writer_sentences: int
    quoted_sentences: int


def kind_of_name(type: str) -> str:
    """ "people", "places", "bodies" or "others": the four kinds a reader tells apart."""
    if type == "PERSON":
        return "people"
    return "places" if type in PLACES else "bodies" if type in BODIES else "others"


def count_names(places: pd.DataFrame) -> Names:
    """Figures of the rows of ``place_table`` that count."""
    first = places.drop_duplicates("entity")
    kinds = first["type"].map(kind_of_name).value_counts()
    times = places["entity"].value_counts(sort=False)
    top = str(times.idxmax()) if len(times) else ""
    name = str(first.loc[first["entity"] == top, "name"].iloc[0]) if top else ""
    return Names(
        people=int(kinds.get("people", 0)),
        places=int(kinds.get("places", 0)),
        bodies=int(kinds.get("bodies", 0)),
        others=int(kinds.get("others", 0)),
        mentions=len(places),
        top=top,
        top_name=name,
        top_count=int(times.max()) if top else 0,
    )


def count_voices(statements: pd.DataFrame) -> Voices:
    """Figures of the rows of ``statement_table`` that count."""
    stated = statements[statements["source"] != ""]
    sources = stated.drop_duplicates("source")
    quiet = stated[unnamed_rows(stated)]
    heard = stated.groupby("source", sort=False)["words"].sum()
    top = str(heard.idxmax()) if len(heard) else ""
    name = str(sources.loc[sources["source"] == top, "name"].iloc[0]) if top else ""
    return Voices(
        sources=len(sources),
        statements=len(statements),
        named_statements=int((statements["namedness"] == "named").sum()),
        loose=len(statements) - len(stated),
        words=int(stated["words"].sum()),
        unnamed=quiet["source"].nunique(),
        unnamed_words=int(quiet["words"].sum()),
        roles=int((sources["namedness"] == "role_only").sum()),
        top=top,
        top_name=name,
        top_words=int(heard.max()) if top else 0,
    )


def count_tones(sentences: pd.DataFrame) -> Tones:
    """Figures of the rows of ``tone_sentences`` that count."""
    whose = {
        v: sentences.loc[sentences["voice"] == v, "compound"] for v in ("writer", "attributed")
    }
    return Tones(
        _mean(sentences["compound"]),
        _mean(whose["writer"]),
        _mean(whose["attributed"]),
        len(sentences),
        len(whose["writer"]),
        len(whose["attributed"]),
    )


def unnamed_rows(statements: pd.DataFrame) -> pd.Series[bool]:
    """Which statements rest on an unnamed person or group, as the source audit means it."""
    return statements["namedness"].isin(UNNAMED) & ~statements["type"].isin(NO_SPEAKERS)


def is_unnamed(namedness: str, type: str) -> bool:
    """The same for one source."""
    return namedness in UNNAMED and type not in NO_SPEAKERS


def _mean(scores: pd.Series[float]) -> float | None:
    return float(scores.mean()) if len(scores) else None
