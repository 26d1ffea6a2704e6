"""``python -m library``: the same library from the command line."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet
from streamlit.testing.v1 import AppTest

from library.cli import main
from library.store import Store, open_store
from tests.intake.files import FILES, TITLE
from tests.shared_data import ROOT

pytest_plugins = ("tests.library.databases",)


@pytest.fixture(autouse=True)
def _own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/library.db")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    return status, *capsys.readouterr()


def test_files_are_added_listed_and_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "quay.html").write_bytes(FILES["quay.html"])
    (folder / "broken.pdf").write_bytes(b"\x89PNG")
    status, out, err = run(capsys, "add", str(folder), "--tag", "quay")
    assert (status, out) == (1, "1 added, 0 already in the library, 1 not read.\n")
    assert "broken.pdf: This is a picture" in err
    status, out, _ = run(capsys, "add", str(folder / "quay.html"))
    assert (status, out) == (0, "0 added, 1 already in the library, 0 not read.\n")
    status, out, _ = run(capsys, "search", "Farrow", "--tag", "quay")
    assert status == 0
    assert out.rstrip("\n").split("\t")[3:] == ["Courier", TITLE]
    assert run(capsys, "search", "xylophone") == (0, "", "")
    assert len(run(capsys, "list")[1].splitlines()) == 1


def test_rows_of_a_parquet_file_are_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = {
        "id": ["x", "y"],
        "text": ["The pier is shut, Ada Marr said on Monday.", None],
        "outlet": ["Coast Post", "Coast Post"],
    }
    (tmp_path / "in").mkdir()
    parquet.write_table(pa.table(rows), tmp_path / "in" / "some.parquet")
    status, out, err = run(capsys, "add", str(tmp_path / "in"))
    assert (status, out) == (1, "1 added, 0 already in the library, 1 not read.\n")
    assert "some.parquet#row 2" in err
    listed = run(capsys, "list")[1].rstrip("\n").split("\t")
    assert listed[0] != "x"  # ids are the library's own
    assert listed[3] == "Coast Post"


def test_a_library_goes_out_and_into_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "quay.txt"
    article.write_bytes(FILES["quay.txt"])
    run(capsys, "add", str(article))
    file = str(tmp_path / "all.jsonl")
    assert run(capsys, "export", file) == (0, "", "")
    assert sorted(p.name for p in tmp_path.glob("all*")) == ["all.jsonl"]
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/other.db")
    status, out, _ = run(capsys, "import", file)
    assert (status, out) == (0, "1 article added, 0 already in your library.\n")
    assert open_store().articles()[0].title == TITLE


def test_dashboard_and_command_line_share_a_library_at_the_same_time(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", url)
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(
            f"Ferry {n}\n\n" + f"Pier {n} of Ellery is to close. " * 9
        )
    command = [sys.executable, "-m", "library", "add", "--quiet", str(tmp_path)]
    page = AppTest.from_file(str(ROOT / "pages" / "5_add.py"), default_timeout=120)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as adding:
        page.run().text_area(key="pasted").set_value("Bakery reopens\n\n" + "Bread is back. " * 20)
        page.button(key="paste_check").click().run()
        page.button(key="keep_one").click().run()
        said = adding.communicate(timeout=120)[0]
    assert not page.exception
    assert [s.value for s in page.success] == ["Saved 1 article."]
    assert (adding.returncode, said) == (0, "5 added, 0 already in the library, 0 not read.\n")
    with closing(Store(url)) as store:
        kept = {row.title: row.id for row in store.articles()}
        assert sorted(kept) == ["Bakery reopens", *(f"Ferry {n}" for n in range(5))]
        assert store.article(kept["Bakery reopens"]).text.count("Bread is back.") == 20


@pytest.mark.parametrize("command", ["import", "export"])
def test_what_cannot_be_opened_gives_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, command, str(tmp_path / "none" / "x.jsonl"))
    assert (status, out) == (2, "")
    assert err.startswith("hearsay: ")
    assert err.count("\n") == 1
