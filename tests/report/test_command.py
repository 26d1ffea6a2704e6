"""``python -m analysis --report OUT FILE``: the same report without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from analysis import read_article
from analysis.command import main
from library import open_store
from library.cli import main as library
from tests.report.reading import Read

TEXT = """Ferry to stay at the pier

"The boat is safe," harbour master Lena Oduya told the Skerry Post on Friday.

Passengers said they would wait.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_report_is_written_for_one_file_and_for_several(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.html"
    assert main(["--report", str(out), str(article), "--workers", "1", "--quiet"]) == 0
    one = Read(out.read_text(encoding="utf-8"))
    assert one.all("h1")[0].text == "Ferry to stay at the pier"
    assert str(article) in one.all("dd")[0].text
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Friday", "Sunday"), encoding="utf-8")
    done = main(["--report", str(out), str(article), str(other), "--workers", "1", "--quiet"])
    assert done == 0
    assert len(Read(out.read_text(encoding="utf-8")).all("article")) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("where", ["", "missing/report.html", "."])
def test_a_report_that_could_not_be_kept_is_refused_before_the_work(
    where: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(article.parent / where) if where else ""
    assert main(["--report", out, str(article), "--quiet"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_article_is_not_written_over(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--report", str(article), str(article), "--quiet"]) == 2
    assert "names an article itself" in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_collection_of_the_library_has_its_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/library.db")
    store = open_store()
    kept = [store.save(read_article(TEXT.replace("Friday", day))) for day in ("Monday", "Sunday")]
    store.save(read_article("Another story\n\nIt rained on Little Skerry."))
    store.label([k.id for k in kept], collection="Ferries")
    out = tmp_path / "ferries.html"
    assert library(["report", str(out), "--collection", "Ferries", "--quiet"]) == 0
    page = Read(out.read_text(encoding="utf-8"))
    assert page.all("h1")[0].text == "Ferries"
    assert len(page.all("article")) == 2
    assert library(["report", str(out), "--collection", "None", "--quiet"]) == 2
    assert "no article to report on" in capsys.readouterr().err


def test_a_report_named_xlsx_is_a_workbook_of_all_articles(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Friday", "Sunday"), encoding="utf-8")
    out = tmp_path / "both.xlsx"
    done = main(["--report", str(out), str(article), str(other), "--workers", "1", "--quiet"])
    assert done == 0
    book = load_workbook(out, read_only=True)
    assert {"about", "paragraphs", "columns"} <= set(book.sheetnames)
    cells = dict(book["about"].iter_rows(min_row=2, values_only=True))
    assert cells["Articles"] == "2"
