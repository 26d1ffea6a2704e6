"""``--dataset``: any number of articles into Parquet, in parts, the same whatever happened."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from analysis import ArticleError
from analysis.command.batch import Progress
from analysis.command.cli import main
from analysis.command.dataset import MADE, PARTS, write_dataset
from analysis.command.workers import Workers
from analysis.tables import CORPUS, INDEX, read_corpus_table
from tests.shared_data import ROOT

SAYING = "The mayor of Port Ellery said that pier {} would stay shut. Officials were angry."


def many(folder: Path, count: int) -> Path:
    """A file of that many lines, one of which is none."""
    path = folder / "many.jsonl"
    rows = [json.dumps({"id": f"n{i}", "text": SAYING.format(i)}) for i in range(count)]
    path.write_text("\n".join([*rows[:2], "no line", *rows[2:]]) + "\n", encoding="utf-8")
    return path


def written(
    given: Path, folder: Path, processes: int = 1, *, resume: bool = False
) -> dict[str, bytes]:
    """The files that a run over ``given`` leaves in the folder, in parts of 16 or so."""
    write_dataset(
        [str(given)],
        folder,
        scorer="news",
        workers=Workers(processes),
        progress=Progress(None, quiet=True),
        resume=resume,
        part=16,
    )
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_folders_zips_lines_and_parquet_come_in_with_where_they_came_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given"
    (given / "inner").mkdir(parents=True)
    (given / "a.txt").write_text(SAYING.format(1), encoding="utf-8")
    (given / "inner" / "b.csv").write_text(f'text,outlet\n"{SAYING.format(2)}",Courier\n')
    with zipfile.ZipFile(given / "c.zip", "w") as archive:
        archive.writestr("quay.txt", SAYING.format(3))
        archive.writestr("empty.txt", "")
    (given / "d.jsonl").write_text('{"id": "d1", "text": "Ann Bree said no."}\n{"id": "d2"}\n')
    rows = {"id": [7], "text": [SAYING.format(4)], "published": [pd.Timestamp("2026-03-05")]}
    pd.DataFrame(rows).to_parquet(given / "e.parquet")
    pd.DataFrame({"words": ["no text"]}).to_parquet(given / "f.parquet")
    out = tmp_path / "out"
    assert main(["--dataset", str(out), "--workers", "1", str(given)]) == 1
    assert capsys.readouterr().out.startswith("5 articles in ")
    overview = read_corpus_table(out, "overview")
    assert [Path(file).name for file in overview["file"]] == [
        "a.txt",
        "c.zip#quay.txt",
        "d.jsonl#row 1",
        "e.parquet#row 1",
        "b.csv#row 1",
    ]
    assert overview["article"].tolist()[2:4] == ["d1", "7"]
    assert overview["published"][3].startswith("2026-03-05")
    assert overview["outlet"][4] == "Courier"
    assert (overview["unnamed_words"] <= overview["words"] - overview["unattributed_words"]).all()
    texts = read_corpus_table(out, "texts").set_index("article")["text"]
    assert texts["7"] == SAYING.format(4)
    for table in ("paragraphs", "sentences", "mentions"):
        found = read_corpus_table(out, table)
        assert len(found)
        for row in found.itertuples():
            assert texts[row.article][row.start : row.end] == row.text
    errors = read_corpus_table(out, "errors")
    assert [Path(file).name for file in errors["file"]] == ["c.zip", "d.jsonl#row 2", "f.parquet"]
    assert all(len(reason.split()) > 4 for reason in errors["reason"])


def test_a_run_that_was_killed_and_resumed_by_two_gives_the_same_files(tmp_path: Path) -> None:
    given = many(tmp_path, 60)
    whole = written(given, tmp_path / "whole")
    assert {name.split("/")[0] for name in whole} == {*CORPUS, INDEX, MADE, PARTS}
    assert sum(name.startswith("texts/") for name in whole) == 4
    out = tmp_path / "out"
    run = (
        "import sys; from pathlib import Path; from tests.command.test_dataset import written;"
        "written(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", run, str(given), str(out)]
    with subprocess.Popen(command, cwd=ROOT) as running:
        while not (out / PARTS).exists():
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    left = (out / PARTS).read_bytes().count(b"\n")
    assert 1 <= left < 4, "killed under way"
    (out / "texts" / f"part-{left:05}.parquet").write_bytes(b"half")  # as if killed a moment later
    with (out / PARTS).open("ab") as file:
        file.write(b'{"given": 1')
    found = written(given, out, processes=2, resume=True)
    assert {n: b for n, b in found.items() if "unfinished" not in n} == whole


def test_a_folder_is_never_mixed_or_written_over(tmp_path: Path) -> None:
    given, out = many(tmp_path, 3), tmp_path / "out"
    before = written(given, out)
    for other, resume in ((given, False), (tmp_path / "other.jsonl", True)):
        shutil.copy(given, tmp_path / "other.jsonl")
        with pytest.raises(ArticleError, match="folder"):
            written(other, out, resume=resume)
    assert files(out) == before
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    with pytest.raises(ArticleError, match="something else"):
        written(given, tmp_path / "notes")
