"""How the tables of a corpus are read: an article is its place, the part and its row there.

``worded``, ``named`` and ``heard`` say where words, names and sources stand, a row an article. They
come from the index that lies beside the tables; a corpus that has none is asked the same, and reads
every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

TABLES = ("overview", "sources", "entities", "texts")
"""Without these a folder is no corpus."""
INDEX = "index"
_WORD = re.compile(r"[^\W_]+")
_PLACE = "part::BIGINT * 4294967296"
"""A place is one number: the part times 2^32, and the row."""
_FROM_INDEX = {
    "worded": "SELECT key, {place} + unnest(rows) AS place FROM lexicon WHERE kind = 'word'",
    "named": "SELECT key, name, type, {place} + unnest(rows) AS place, unnest(amounts) AS amount "
    "FROM lexicon WHERE kind = 'named'",
    "heard": "SELECT key, name, type, namedness, {place} + unnest(rows) AS place, "
    "unnest(amounts) AS amount FROM lexicon WHERE kind = 'heard'",
}
_FROM_TABLES = {
    "worded": "SELECT unnest(list_distinct(regexp_extract_all(lower(text), '[\\p{L}\\p{N}]+'))) "
    "AS key, place FROM texts JOIN placed USING (article)",
    "named": "SELECT lower(name) AS key, name, any_value(type) AS type, place, "
    "sum(count) AS amount FROM entities JOIN placed USING (article) GROUP BY ALL",
    "heard": "SELECT lower(name) AS key, name, any_value(type) AS type, "
    "any_value(namedness) AS namedness, place, sum(words) AS amount "
    "FROM sources JOIN placed USING (article) GROUP BY ALL",
}


def words_of(text: str) -> set[str]:
    """The words to look up, as the index holds them."""
    return set(_WORD.findall(text.lower()))


def views(folder: Path, *, indexed: bool) -> Iterator[str]:
    """The statements that make a database's views of the folder."""
    for table in TABLES[1:]:
        yield f"CREATE VIEW {table} AS FROM read_parquet('{_parts(folder, table)}')"
    yield (
        f"CREATE VIEW overview AS SELECT *, left(right(filename, 13), 5)::BIGINT * 4294967296 "
        f"+ file_row_number AS place FROM read_parquet('{_parts(folder, 'overview')}', "
        "filename = true, file_row_number = true)"
    )
    if indexed:
        yield f"CREATE VIEW lexicon AS FROM read_parquet('{_parts(folder, INDEX)}')"
    else:  # copies of a text share an id
        yield "CREATE VIEW placed AS SELECT article, min(place) AS place FROM overview GROUP BY 1"
    for name, made in (_FROM_INDEX if indexed else _FROM_TABLES).items():
        yield f"CREATE VIEW {name} AS {made.replace('{place}', _PLACE)}"


def _parts(folder: Path, table: str) -> str:
    return str(folder / table / "part-*.parquet").replace("'", "''")
