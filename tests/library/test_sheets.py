"""Judgements made on a sheet elsewhere come back, and two coders can be compared."""

from __future__ import annotations

import io

import pytest

from analysis.records import Article, Paragraph, Span
from analysis.tables import difference_table, read_coding, read_sheet, to_csv, to_xlsx
from library.check_cli import reader, sheet, take_in
from library.check_draw import draw_sample
from library.checks import Checks
from library.errors import StoreError
from library.store import Store
from tests.library.sampled import judged, numbers

pytest_plugins = ("tests.library.databases",)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_filled_in_elsewhere_comes_back(six: Store, suffix: str) -> None:
    sample = draw_sample(six, "tones", 6, seed=8)
    checks = Checks(six)
    table = read_sheet(sheet(six, sample, suffix, "Bo"))
    assert list(table["key"]) == [f"{sample.id}/{i}" for i in range(6)]
    assert (table["words"] != "").all()
    table["verdict: Bo"] = "tone"
    table["value: Bo"] = ["-1", "-0.5", "0", "0.5", "1", "0"]
    table.loc[5, "verdict: Bo"] = ""
    data = to_csv(table) if suffix == ".csv" else to_xlsx({"Items": table})
    assert take_in(checks, sample, data) == "5 judgements taken in, of Bo."
    assert [j.value for j in checks.judgements(sample.id)] == ["-1", "-0.5", "0", "0.5", "1"]
    again = read_coding(read_sheet(sheet(six, sample, suffix)), sample, checks.drawn(sample.id))
    assert [(j.verdict, j.value) for j in again] == [
        (j.verdict, j.value) for j in checks.judgements(sample.id)
    ]


def test_a_sheet_that_is_none_is_refused_with_a_sentence(six: Store) -> None:
    sample = draw_sample(six, "names", 3, seed=8)
    checks = Checks(six)
    for data in (b"\x00\x01", b"a,b\n1,2\n", b"PK\x03\x04rubbish", b""):
        with pytest.raises(StoreError, match="Nothing was taken in"):
            take_in(checks, sample, data)
    key = f"{sample.id}/0"
    with pytest.raises(StoreError, match="of names a coder says"):
        take_in(checks, sample, f"key,verdict: Bo\n{key},perhaps\n".encode())
    with pytest.raises(StoreError, match="ends in"):
        sheet(six, sample, ".pdf")


def test_no_cell_of_a_sheet_is_a_formula(store: Store) -> None:
    text = "=HYPERLINK(1) said Ada Moss.\n\n“+1+1 is two,” said Ada Moss of Tarn."
    body = (Paragraph(0, Span(0, 28), "body"), Paragraph(1, Span(30, len(text)), "body"))
    store.save(Article("x", text, body, title="@title", outlet="-outlet"))
    sample = draw_sample(store, "roles", 2, seed=1)
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(sheet(store, sample, ".xlsx", "=cmd")))
    cells = [c for s in book.worksheets for row in s.iter_rows() for c in row]
    assert all(c.data_type != "f" for c in cells if c.row > 1)
    assert any(str(c.value).startswith("'=HYPER") for c in cells)


def test_two_coders_disagree_in_a_table_that_leads_to_the_words(six: Store) -> None:
    sample = draw_sample(six, "statements", 10, seed=11)
    checks, ours = Checks(six), numbers(six, sample)
    checks.judge(judged(ours, "Ada", 2) + judged(ours, "Bo", 4))
    said = checks.judgements(sample.id)
    table = difference_table(sample, checks.drawn(sample.id), said, reader(six))
    assert list(table["item"]) == ours[2:4]
    assert list(table["Ada"]) == ["right", "right"]
    assert list(table["Bo"]) == ["speaker", "speaker"]
    assert table["words"].str.len().min() > 0
