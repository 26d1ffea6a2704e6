"""Files of analyses: nothing is left unexplained, nothing is run by a spreadsheet."""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import zipfile

import pandas as pd
import pytest
from openpyxl import load_workbook

import analysis.tables
from analysis import Analysis, analyze, read_article
from analysis.records import Correction, Span
from analysis.tables import meanings
from analysis.tables.dictionary import TYPES
from report import about, csv_of, file_name, json_of, workbook, zip_of_csv, zip_of_parquet

TEXT = (
    '"The pier is safe," said Lena Oduya, the harbour master.\n\n'
    "=HYPERLINK(1) is what the board wrote.\n\nBoats were late."
)


@pytest.fixture(scope="module")
def made() -> Analysis:
    article = read_article(TEXT, title="=1+1 on the pier", outlet="Skerry Post")
    lena = Span(TEXT.index("Lena"), TEXT.index("Lena") + len("Lena Oduya"))
    return analyze(article, corrections=(Correction("rename", lena, None, "@Lena"),))


def declared() -> set[str]:
    """The columns of every table declared in ``analysis.tables``, and of those the pages make."""
    found: set[str] = set()
    names = [f"analysis.tables.{m.name}" for m in pkgutil.iter_modules(analysis.tables.__path__)]
    for module in (*names, "ui.trust.measured"):
        for name, value in vars(importlib.import_module(module)).items():
            if name.isupper() and isinstance(value, dict) and value:
                kinds = list(value.values())
                if all(isinstance(k, str) and k in {*TYPES, "object"} for k in kinds):
                    found |= set(value)
    return found


def test_every_declared_column_has_a_meaning() -> None:
    columns = declared()
    assert len(columns) > 100
    assert columns <= meanings().keys()
    assert all(meaning for _, meaning in meanings().values())


def test_the_workbook_has_all_tables_and_what_their_columns_mean(made: Analysis) -> None:
    book = load_workbook(io.BytesIO(workbook([made, made])))
    assert book.sheetnames[0] == "about"
    assert {"articles", "sentences", "attributions", "sources", "audit", "unnamed",
            "corrections", "columns"} <= set(book.sheetnames)  # fmt: skip
    assert book["articles"].max_row == 3
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert not [c for c in row if c.data_type == "f"]
    explained = {(r[0].value, r[1].value) for r in book["columns"].iter_rows(min_row=2)}
    assert ("sources", "namedness") in explained
    assert all(r[4].value for r in book["columns"].iter_rows(min_row=2))


def test_a_workbook_stays_bounded_and_says_so(
    made: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("report.files.MOST_ROWS", 2)
    book = load_workbook(io.BytesIO(workbook([made])))
    assert book["sentences"].max_row == 3
    assert any("1 of 3 rows" in str(r[1].value) for r in book["about"].iter_rows())


def test_csv_is_exactly_what_was_given_with_its_columns(made: Analysis) -> None:
    given = pd.DataFrame({"name": ["=1+1", "Lena"], "words": [3, 5]})
    with zipfile.ZipFile(io.BytesIO(zip_of_csv({"seen": given}, about([made])))) as archive:
        read = pd.read_csv(archive.open("seen.csv"), encoding="utf-8-sig")
        columns = pd.read_csv(archive.open("columns.csv"), encoding="utf-8-sig")
        told = archive.read("about.txt").decode()
    assert list(read["name"]) == ["'=1+1", "Lena"]
    assert list(read["words"]) == [3, 5]
    assert list(columns["column"]) == ["name", "words"]
    assert list(columns["unit"].fillna("")) == ["", "words"]
    assert "=1+1 on the pier · Skerry Post" in told


def test_parquet_keeps_the_words_as_they_are(made: Analysis) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_of_parquet([made]))) as archive:
        table = pd.read_parquet(io.BytesIO(archive.read("articles.parquet")))
        assert "columns.csv" in archive.namelist()
    assert list(table["title"]) == ["=1+1 on the pier"]


def test_json_is_an_object_or_a_line_each(made: Analysis) -> None:
    assert json.loads(json_of([made]))["schema"] == 1
    lines = json_of([made, made]).decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [made.article.id] * 2
    with zipfile.ZipFile(io.BytesIO(csv_of([made]))) as archive:
        assert "attributions.csv" in archive.namelist()


def test_names_of_files_say_article_and_chart(made: Analysis) -> None:
    assert (
        file_name(about([made]), "Words by source", "png") == "1-1-on-the-pier-words-by-source.png"
    )
    assert file_name(about([made, made]), "report", "html") == "2-articles-report.html"
    assert file_name(about([]), "x", "svg") == "hearsay-x.svg"
    hostile = analyze(read_article(TEXT, title="../../etc/passwd\n<b>" + "x" * 300))
    name = file_name(about([hostile]), "a/b\\c", "csv")
    assert len(name) < 90
    assert not set(name) & set("/\\<>\n:")
