"""``python -m analysis``: what outside programs type and read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.cli import main

ROOT = Path(__file__).resolve().parent.parent
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


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--jsonl", "missing.jsonl"],
        ["--jsonl", "-", "extra.txt"],
        ["--jsonl", "-", "--resume"],
    ],
)
def test_unusable_arguments_give_one_sentence_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("hearsay: ")


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
