"""The tables of many articles as a folder of Parquet files, one set per table, in numbered parts.

Beside the seven tables stand ``overview`` (a row an article: all that a page over a whole corpus
counts, so that it need join nothing), ``texts`` (the words as given, to open an article again),
``errors``, and ``index`` (where words and names stand). Each is a dataset that DuckDB, Polars or
pyarrow opens as a folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from pyarrow import parquet

from analysis.records import Analysis, ArticleError
from analysis.tables.base import ROWS, frame, table_of
from analysis.tables.columns import ARTICLES
from analysis.tables.corpus_index import blocks, index_table
from analysis.tables.counts import is_unnamed
from analysis.tables.rows import Row, article_rows

OVERVIEW = ARTICLES | {
    "url": "str",
    "statements": "int64",
    "sources": "int64",
    "unnamed_sources": "int64",
    "unnamed_words": "int64",
}
TEXTS = {"article": "str", "text": "str"}
ERRORS = {"file": "str", "reason": "str"}
CORPUS = (*ROWS, "overview", "texts", "errors")
"""The folders of a corpus that hold tables; beside them lies the ``index`` made of them."""
INDEX = "index"
Frames = dict[str, pd.DataFrame]


def corpus_tables(analyses: Sequence[Analysis], failures: Iterable[tuple[str, str]] = ()) -> Frames:
    """All tables of some articles, and (file, reason) of what could not be analysed."""
    made = {name: table_of(name, analyses) for name in ROWS}
    made["overview"] = frame(map(overview_row, analyses), OVERVIEW)
    texts = ({"article": a.article.id, "text": a.article.text} for a in analyses)
    made["texts"] = frame(texts, TEXTS)
    made["errors"] = frame(({"file": f, "reason": r} for f, r in failures), ERRORS)
    return made


def overview_row(analysis: Analysis) -> Row:
    """The article, its tone, and how much of it rests on whom."""
    words = analysis.words_by_source
    quiet = [s for s in analysis.sources if is_unnamed(s.namedness, s.type)]
    return {
        **article_rows(analysis)[0],
        "url": analysis.article.url or "",
        "statements": len(analysis.attributions),
        "sources": len(analysis.sources),
        "unnamed_sources": len(quiet),
        "unnamed_words": sum(words[s.id] for s in quiet),
    }


def write_part(folder: Path, number: int, chunks: Iterable[Frames]) -> None:
    """Write part ``number`` of every table; each file is whole or not there.

    Raises ``OSError`` where the disk is full or the folder cannot be written to.
    """
    made = list(chunks)
    whole = {name: _together([frames[name] for frames in made]) for name in CORPUS}
    for name, table in whole.items():
        with _part(folder, name, number) as unfinished:
            table.to_parquet(unfinished, index=False)
    write_index(folder, number, whole)


def write_index(folder: Path, number: int, frames: Frames) -> None:
    """Write where the words and names of part ``number`` stand."""
    made = index_table(number, frames)
    with (
        _part(folder, INDEX, number) as unfinished,
        parquet.ParquetWriter(unfinished, made.schema, compression="zstd") as file,
    ):
        for block in blocks(made):
            file.write_table(block)


@contextmanager
def _part(folder: Path, table: str, number: int) -> Iterator[Path]:
    """Where a part is written until it is whole."""
    path = part_path(folder, table, number)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    yield unfinished
    os.replace(unfinished, path)


def part_path(folder: Path, table: str, number: int) -> Path:
    """Where a part of a table lies."""
    return folder / table / f"part-{number:05}.parquet"


def read_corpus_table(folder: Path, table: str) -> pd.DataFrame:
    """A whole table, its parts in order. Raises ``ArticleError`` where there is none."""
    parts = sorted((folder / table).glob("part-*.parquet"))
    if not parts:
        raise ArticleError(f"{folder} holds no table “{table}”: make it with --dataset.")
    return _together([pd.read_parquet(part) for part in parts])


def _together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Their rows, one frame after the other."""
    return pd.concat(frames, ignore_index=True)
