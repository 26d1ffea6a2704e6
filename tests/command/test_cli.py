"""``python -m analysis``: what outside programs type and read."""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from analysis.command.batch import Progress
from analysis.command.cli import main

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data/samples/capital_wire.txt"
SENTENCE = "The mayor of Port Ellery said on Monday that the bridge would stay shut until spring. "
ODD_INPUTS = {
    "empty": b"",
    "whitespace": b" \n\t \r\n ",
    "binary": bytes(range(256)) * 40,
    "5 MB": SENTENCE.encode() * 60_000,
    "one line of 200,000 characters": (SENTENCE * 2300).encode()[:200_000],
    "no space in 200,000 characters": b"a" * 200_000,
    "right to left": ("قال رئيس البلدية إن الجسر سيبقى مغلقا حتى الربيع. " * 20).encode(),
    "Chinese": ("市长周一表示,大桥将关闭至春天。" * 40).encode(),
    "4,000 emoji": ("\N{PILE OF POO}" * 4000).encode(),
    "unbalanced marks": ('“He said "no’ and ‘left”. ' * 200).encode(),
    "lone surrogate": b"\xed\xa0\x80 he said",
    "nulls": b"He said\x00 no. " * 50,
}


@pytest.mark.parametrize("name", ODD_INPUTS)
def test_any_input_gives_a_result_or_one_clear_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "given.txt"
    file.write_bytes(ODD_INPUTS[name])
    status = main(["--json", "--quiet", str(file)])
    out, err = capsys.readouterr()
    if status == 0:
        assert json.loads(out)["schema"] == 1
    else:
        assert status == 1
        assert out == ""
        assert err.count("\n") == 1
        assert len(err.split()) > 5


def test_the_summary_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SAMPLE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Port city shuts bridge over safety fears\n")
    assert "Named in the body" in out
    assert "Heard" in out


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    rows = [
        json.dumps({"id": "a", "text": SENTENCE * 3, "outlet": "Courier"}),
        "not json",
        json.dumps({"id": "c", "text": " "}),
        json.dumps({"id": "d"}),
        json.dumps({"id": "e", "text": SENTENCE}),
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_batch_keeps_order_and_reports_errors_in_place(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["--jsonl", str(batch), "-o", str(out), "--workers", "1"]) == 1
    found = lines(out)
    assert [row["id"] for row in found] == ["a", None, "c", "d", "e"]
    assert ["error" in row for row in found] == [False, True, True, True, False]
    assert found[0]["outlet"] == "Courier"


ODD_LINES = {
    '{"id": "a", "text": "The pier shut.", "title": 5}': "title",
    '{"id": {"a": 1}, "text": "The pier shut."}': "id",
    '{"id": "a", "text": ["The pier shut."]}': "text",
    '["The pier shut."]': "object",
    "[" * 100_000: "JSON",
    '{"id": "a", "text": ' + "9" * 10_000 + "}": "JSON",
    json.dumps({"id": "a" * 600, "text": " "}): "no text",
}


@pytest.mark.parametrize(("line", "named"), ODD_LINES.items(), ids=range(len(ODD_LINES)))
def test_an_odd_line_gives_one_sentence_and_counts_as_failed(
    line: str, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "in.jsonl"
    given.write_text(line + "\n", encoding="utf-8")
    assert main(["--jsonl", str(given)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["id", "error"]
    assert named in found["error"]
    assert "report it" not in found["error"], "the line is at fault, not the program"


def test_half_a_character_pair_is_read_and_tabled(tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    given.write_text('{"id": "a", "text": "The mayor said \\ud800 it was bad. He left."}\n')
    assert main(["--jsonl", str(given), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert lines(tmp_path / "out.jsonl")[0]["words"] == 8
    for format in ("csv", "parquet"):
        assert main(["--tables", str(tmp_path), "--format", format, str(given)]) == 0
    sentences = pd.read_parquet(tmp_path / "sentences.parquet")
    assert sentences["text"][0] == "The mayor said \ufffd it was bad."


@pytest.mark.parametrize("shape", ["--json", "--tables"])
def test_a_folder_is_read_alike_by_one_process_and_by_two(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text(SENTENCE * (i + 1))
    (tmp_path / "notes.xyz").write_text("no article")
    (tmp_path / "folder.txt").mkdir()
    results = []
    for n in ("1", "2"):
        out = tmp_path / f"made{n}"
        first = [shape] if shape == "--json" else [shape, str(out), "--format", "csv"]
        assert main([*first, "--workers", n, str(tmp_path)]) == 0
        files = {p.name: p.read_text() for p in sorted(out.glob("*"))}
        for file in out.glob("*"):
            file.unlink()
        results.append((capsys.readouterr().out, files))
    assert results[0] == results[1]
    assert results[0][0].count("\n") == (3 if shape == "--json" else 0), "one object a line"


def test_progress_tells_the_rate_and_the_time_left_on_a_terminal_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, quiet in ((Terminal(), False), (Terminal(), True), (io.StringIO(), False)):
        progress = Progress(2, quiet=quiet, stream=stream)
        progress.step()
        progress.began -= 2.0
        progress.step()
        progress.finish()
        shown = stream.getvalue()
        if isinstance(stream, Terminal) and not quiet:
            assert re.search(r"2 of 2 articles, [01]\.\d a second, 0 s left +\n$", shown), shown
        else:
            assert shown == ""


def test_an_interrupted_batch_goes_on_where_it_stopped(tmp_path: Path) -> None:
    given, out, whole = (tmp_path / n for n in ("in.jsonl", "out.jsonl", "whole.jsonl"))
    given.write_text((json.dumps({"text": SENTENCE * 4}) + "\n") * 200)
    main(["--jsonl", str(given), "-o", str(whole), "--workers", "1"])
    command = [sys.executable, "-m", "analysis", "--jsonl", given, "-o", out, "--workers", "1"]
    hears = partial(signal.signal, signal.SIGINT, signal.default_int_handler)  # nohup: deaf
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, preexec_fn=hears) as run:
        while not out.exists() or out.read_bytes().count(b"\n") < 2:
            assert run.poll() is None
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
    assert run.returncode == 1
    assert b"--resume" in said
    assert main(["--jsonl", str(given), "-o", str(out), "--workers", "1", "--resume"]) == 0
    assert out.read_bytes() == whole.read_bytes()


def test_workers_change_nothing(batch: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    main(["--jsonl", str(batch), "-o", str(one), "--workers", "1"])
    main(["--jsonl", str(batch), "-o", str(two), "--workers", "2"])
    assert one.read_bytes() == two.read_bytes()


def test_resuming_continues_after_the_last_complete_line(batch: Path, tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole.jsonl", tmp_path / "torn.jsonl"
    main(["--jsonl", str(batch), "-o", str(whole), "--workers", "1"])
    content = whole.read_bytes()
    torn.write_bytes(content[: content.index(b"\n") + 20])
    assert main(["--jsonl", str(batch), "-o", str(torn), "--workers", "1", "--resume"]) == 1
    assert torn.read_bytes() == content


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_are_written(format: str, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert main(["--tables", str(folder), "--format", format, str(SAMPLE)]) == 0
    names = {
        "articles",
        "paragraphs",
        "sentences",
        "mentions",
        "entities",
        "attributions",
        "sources",
    }
    assert {p.name for p in folder.iterdir()} == {f"{name}.{format}" for name in names}
    read = pd.read_csv if format == "csv" else pd.read_parquet
    paragraphs = read(folder / f"paragraphs.{format}")
    text = SAMPLE.read_text(encoding="utf-8")
    first = paragraphs.iloc[0]
    assert text[first.start : first.end] == first.text


UNUSABLE = [
    "",
    "--jsonl missing.jsonl",
    "--jsonl - extra.txt",
    "--jsonl - --resume",
    "--json -o OUT FILE",
    "--json --workers 0 FILE",
    "--answers Ada --jsonl IN",
    "--json EMPTY",  # a folder without an article
    "--tables FILE FILE",  # a file where the folder should be
    "--jsonl IN -o IN",  # would empty the input
    "--jsonl IN -o EMPTY",
    "--jsonl IN -o FILE --resume",  # holds no results; they would be lost
    "--jsonl IN -o EMPTY --resume",
]


@pytest.mark.parametrize("arguments", UNUSABLE)
def test_unusable_arguments_give_one_sentence_and_status_2(
    arguments: str, batch: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = {"IN": batch, "FILE": tmp_path / "a.txt", "EMPTY": tmp_path / "empty"}
    paths["FILE"].write_text(SENTENCE)
    paths["EMPTY"].mkdir()
    before = batch.read_bytes()
    assert main([str(paths.get(word, word)) for word in arguments.split()]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("hearsay: ")
    assert (batch.read_bytes(), paths["FILE"].read_text()) == (before, SENTENCE)


def test_it_runs_as_a_module_and_reads_standard_input() -> None:
    given = json.dumps({"id": "x", "text": SENTENCE}) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "--jsonl", "-", "--workers", "1"],
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "x"
    assert done.stderr == ""


TALK = """The diver of Sarn Point

Why do you still go down?

I like the quiet.

Are you never afraid?

I am, each time."""


def test_who_answers_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, plain = tmp_path / "talk.txt", tmp_path / "plain.txt"
    talk.write_text(TALK)
    plain.write_text(SENTENCE)
    command = ["--quiet", "--answers", "Juno Brack", str(talk), str(plain)]
    assert main(["--json", *command]) == 0
    out, err = capsys.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert (first["answers"], second["answers"]) == ("Juno Brack", None)
    assert [(s["name"], s["attributions"]) for s in first["sources"]] == [("Juno Brack", 2)]
    assert "plain.txt: --answers is not used" in err
    assert main(["--json", "--quiet", str(talk)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sources"] == []
    assert any("say who answers" in w for w in told["warnings"])


def test_a_line_can_say_who_answers(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(json.dumps({"id": "1", "text": TALK, "answers": "Juno Brack"}) + "\n")
    assert main(["--jsonl", str(given), "-o", str(out), "--quiet"]) == 0
    assert [s["name"] for s in json.loads(out.read_text())["sources"]] == ["Juno Brack"]
