"""The tables as they are now; ``migrations/`` holds the steps that led here.

An article's text never changes once saved. What the reader says about it (corrections,
labels) and what the engine makes of it (results, fingerprints) are rows of their own, so
making results again can touch no edit.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _article_key(*, primary_key: bool = False, index: bool = False) -> Column[int]:
    owner = ForeignKey("articles.number", ondelete="CASCADE")
    return Column("article", Integer, owner, primary_key=primary_key, index=index, nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, unique=True, nullable=False),
    Column("content_hash", String, unique=True, nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary),  # the exact text, where a database cannot hold it as text
    Column("paragraphs", Text, nullable=False),  # JSON, as the engine named below read them
    Column("engine", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("published", Text),
    Column("url", Text),
    Column("answers", Text),  # who answers in an interview that does not say so
    Column("given", Text),  # JSON of the six above as read, once the reader corrected one
    Column("file", Text),  # where it was read from, "#member" in an archive; None: pasted
    Column("derived", Integer, nullable=False),  # 1: the text was read out of that file
    Column("words", Integer, nullable=False),
    Column("saved", String, nullable=False),  # UTC, ISO 8601
    Column("deleted", String),  # UTC; None while in the library
)
article_numbers = Table(  # one row: on SQLite, the highest row number ever given to an article
    "article_numbers",
    metadata,
    Column("last", Integer, nullable=False),
)
corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    _article_key(index=True),
    Column("event", Integer, nullable=False),  # the article's edits, counted from 1
    Column("removed", Integer),  # the event that cleared it, or None
    Column("undone", Integer, nullable=False),  # 1: taken back, kept for redo
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("other_start", Integer),
    Column("other_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("value", Text, nullable=False),
    Column("made", String, nullable=False),
)
labels = Table(
    "labels",
    metadata,
    _article_key(primary_key=True),
    Column("kind", String, primary_key=True),  # "collection" or "tag"
    Column("name", String, primary_key=True),
)
analyses = Table(
    "analyses",
    metadata,
    _article_key(primary_key=True),
    Column("scorer", String, primary_key=True),
    Column("engine", String, nullable=False),
    Column("content_hash", String, nullable=False),  # of the words it was made from
    Column("inputs", String, nullable=False),  # digest of corrections and description
    Column("model", String, nullable=False),
    Column("compound", Float),
    Column("entities", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("made", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),  # compressed JSON of analysis.codec
)
facts = Table(
    "facts",
    metadata,
    _article_key(primary_key=True),
    Column("scorer", String, primary_key=True),
    Column("engine", String, nullable=False),
    Column("format", Integer, nullable=False),  # of analysis.follow
    Column("made", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),  # compressed JSON of library.codec
)
fingerprints = Table(
    "fingerprints",
    metadata,
    _article_key(primary_key=True),
    Column("method", String, nullable=False),
    Column("prints", LargeBinary, nullable=False),  # little-endian uint64, sorted
)
samples = Table(
    "samples",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, unique=True, nullable=False),  # the same in every library it is in
    Column("name", Text, nullable=False),
    Column("what", String, nullable=False),
    Column("facet", String),  # by which it is stratified
    Column("scope", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("strata", Text, nullable=False),  # JSON: [[value, size before drawing], …]
    Column("codebook", String, nullable=False),
    Column("engine", String, nullable=False),
    Column("made", String, nullable=False),
)
sample_items = Table(
    "sample_items",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sample", Integer, ForeignKey("samples.number", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),  # the order in which they are shown
    Column("article", String, nullable=False),  # its id; the codes outlive an erased article
    Column("stratum", Text, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: what the program said when it was drawn
)
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("item", Integer, ForeignKey("sample_items.number", ondelete="CASCADE"), nullable=False),
    Column("coder", Text, nullable=False),
    Column("verdict", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("added", Text, nullable=False),  # JSON: [[start, end], …]
    Column("made", String, nullable=False),
)
joins = Table(
    "joins",
    metadata,
    Column("one", Text, primary_key=True),  # the two names, in alphabetical order
    Column("other", Text, primary_key=True),
    Column("together", Integer, nullable=False),  # 1: they are one, 0: they are two
    Column("made", String, nullable=False),
)
schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("made", String, nullable=False),
)
