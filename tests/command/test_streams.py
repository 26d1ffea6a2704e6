"""Pipes, full disks, closed outputs, giant files and hostile names on the command line."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.command import documents, read_files
from analysis.command.cli import main
from analysis.command.streams import WholeLines, bounded_lines, parse_line, printable
from analysis.intake import LIMITS, Failure
from analysis.records import Article, ArticleError
from tests.shared_data import ROOT

LINE = json.dumps({"id": "7", "text": "The mayor said that the bridge is shut until spring. " * 3})


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on standard error."""
    err = capsys.readouterr().err
    assert err.startswith("hearsay: ")
    assert err.count("\n") == 1
    return err


def test_lines_from_a_pipe_are_all_analysed(tmp_path: Path) -> None:
    """Counting the lines first would eat what comes through ``<(…)`` and /dev/stdin."""
    pipe, out = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(f"{LINE}\n\n{LINE}\n",))
    writer.start()
    status = main(["--jsonl", str(pipe), "-o", str(out), "--workers", "1", "--quiet"])
    writer.join()
    assert status == 0
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["7", "7"]


@pytest.mark.parametrize("shape", ["/dev/stdin", "-"])
def test_standard_input_is_read_under_both_its_names(shape: str) -> None:
    command = [sys.executable, "-m", "analysis", "--workers", "1", "--jsonl", shape]
    done = subprocess.run(
        command, input=f"\ufeff{LINE}\n".encode(), cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["id"] == "7"


def test_a_full_disk_gives_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "in.jsonl"
    given.write_text(f"{LINE}\n")
    assert main(["--jsonl", str(given), "-o", "/dev/full", "--workers", "1"]) == 1
    assert "/dev/full cannot be written (No space left on device)" in said(capsys)


def test_a_full_output_gives_one_sentence() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "analysis", "data/samples/capital_wire.txt"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert done.stderr == "hearsay: the output cannot be written (No space left on device).\n"


def test_a_line_that_finds_no_room_leaves_the_whole_ones(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    path = tmp_path / "out"
    with WholeLines(path, append=False) as out:
        out.write("one\n")
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
        try:
            with pytest.raises(OSError, match="large"):
                out.write("x" * 20_000 + "\n")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        out.write("two\n")
    assert path.read_text() == "one\ntwo\n"


def test_a_closed_output_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main([str(ROOT / "data/samples/capital_wire.txt")]) == 2
    sys.stdout.close()  # what stood in for it
    assert "the output is closed" in said(capsys)


@pytest.mark.parametrize(
    "arguments", [[""], ["x.txt", ""], ["--jsonl", ""], ["--jsonl", "x", "-o", ""]]
)
def test_an_empty_name_is_no_folder(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "names is empty" in said(capsys)
    with pytest.raises(ArticleError):
        list(documents([""]))


def test_a_folder_that_cannot_be_entered_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("The mayor said that the bridge is shut until spring. " * 3)
    scan = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    article, failure = read_files(documents([str(tmp_path)]))
    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert failure.name.endswith("shut")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_cannot_be_resumed(
    make: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out"
    given.write_text(f"{LINE}\n")
    make(out)
    assert main(["--jsonl", str(given), "-o", str(out), "--resume"]) == 2
    assert "no ordinary file" in said(capsys)


def test_a_kept_line_of_endless_brackets_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(f"{LINE}\n")
    out.write_text('{"id": ' + "[" * 100_000 + "\n")
    assert main(["--jsonl", str(given), "-o", str(out), "--resume"]) == 2
    assert "something else than results" in said(capsys)


def test_a_file_of_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.write(b"The mayor said. ")
        file.truncate(2_000_000_000)  # sparse
    tracemalloc.start()
    [found] = read_files([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found, Failure)
    assert "larger than 25 MB" in found.reason
    assert peak < 4 * LIMITS.file_bytes


def test_a_line_too_long_is_passed_over_in_pieces() -> None:
    given = io.BytesIO(b"a\n" + b"x" * 5_000_000 + b"\nb\n" + b"y" * 101)
    assert list(bounded_lines(given, 100)) == [b"a\n", None, b"b\n", None]
    assert list(bounded_lines(io.BytesIO(b"z" * 100), 100)) == [b"z" * 100]


@pytest.mark.parametrize("line", ["[" + "{}," * 1_000_001 + "{}]", "[" * 900_000, "{", "1" * 9_999])
def test_a_line_that_would_fill_the_memory_is_no_json(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_line(line)


def test_a_text_may_be_full_of_brackets() -> None:
    assert parse_line(json.dumps({"text": '[{,"' * 600_000}))["text"].startswith('[{,"[{,"')


def test_what_steers_a_terminal_is_shown_not_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.html"
    body = "<p>" + "The mayor said that the bridge is shut until spring. " * 3 + "</p>"
    article.write_text(f"<title>A\x1b]0;owned\x07 \u202etitle</title><h1>B\x1b[31m</h1>{body}")
    broken = tmp_path / "b\x1b[2J\n.txt"
    broken.write_bytes(b"")
    assert main([str(article), str(broken)]) == 1
    out, err = capsys.readouterr()
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
    assert err.count("\n") == 1
    assert printable("a\tb\nc é “x”") == "a\tb\nc é “x”"
