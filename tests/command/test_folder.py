"""A folder of pages, PDFs, Word files, mails and texts through ``python -m analysis``.

Every field and flag of the contract, as a program outside meets them: by the command alone.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.intake.files import FILES, MAIL, TEXT
from tests.shared_data import ROOT

KINDS = ("quay.html", "quay.pdf", "quay.docx", "quay.eml", "quay.txt")
THREAD = (
    "See below.\r\n\r\nOn 3 Nov 2025 at 17:40, Joren Tully <joren@lamp.example> wrote:\r\n"
    "> The South Korean lamp was lit every night and nobody in New Tarn says\r\n"
    "> otherwise, the pilot told me.\r\n"
)
KEYS = {
    "paragraphs": {"s", "e", "role", "compound", "positive", "neutral", "negative", "words",
                   "writer_compound", "quoted_compound"},
    "sentences": {"s", "e", "paragraph", "compound", "positive", "neutral", "negative"},
    "entities": {"id", "name", "type", "mentions", "count"},
    "attributions": {"id", "source", "cue", "content", "quoted", "mode", "stance", "provenance",
                     "parent", "depth", "source_id", "words", "confidence"},
    "sources": {"id", "name", "entity", "type", "role", "namedness", "attributions", "words",
                "share", "compound", "chain"},
}  # fmt: skip
TOP = {"id", "schema", "version", "model", "scorer", "title", "outlet", "author", "published",
       "file", "language", "warnings", "words", "unattributed_words", *KEYS}  # fmt: skip


def command(*given: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "analysis", "--quiet", "--workers", "1", *map(str, given)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("given")
    for name in KINDS:
        (made / name).write_bytes(FILES[name])
    (made / "thread.eml").write_bytes((MAIL + THREAD).encode())
    return made


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, dict[str, Any]]:
    """Each article's JSON by the name of its file."""
    done = command("--json", folder)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["file"] for one in found] == sorted(str(p) for p in folder.iterdir())
    return {Path(one["file"]).name: one for one in found}


def text_of(folder: Path, one: dict[str, Any]) -> str:
    """What the offsets point into: the text carried along, else the file itself."""
    if "text" in one:
        return str(one["text"])
    return (folder / Path(one["file"]).name).read_bytes().decode()


def spans(one: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for kind in ("paragraphs", "sentences"):
        yield from ((item["s"], item["e"]) for item in one[kind])
    for entity in one["entities"]:
        yield from ((m["s"], m["e"]) for m in entity["mentions"])
    for said in one["attributions"]:
        for part in ("source", "cue", "content", "quoted"):
            yield from ((s, e) for s, e in said[part])


def test_every_field_is_there(told: dict[str, dict[str, Any]]) -> None:
    for one in told.values():
        assert set(one) >= TOP
        for kind, keys in KEYS.items():
            assert one[kind]
            assert all(set(item) >= keys for item in one[kind])
        mentions = [m for entity in one["entities"] for m in entity["mentions"]]
        wanted = {"s", "e", "text", "kind", "adjectival", "paragraph"}
        assert all(set(m) >= wanted for m in mentions)


def test_the_text_is_carried_wherever_it_is_not_the_file(
    folder: Path, told: dict[str, dict[str, Any]]
) -> None:
    assert {name for name, one in told.items() if "text" not in one} == {"quay.txt"}
    assert text_of(folder, told["quay.txt"]) == TEXT


def test_offsets_point_into_that_text(folder: Path, told: dict[str, dict[str, Any]]) -> None:
    for one in told.values():
        text = text_of(folder, one)
        assert all(0 <= s < e <= len(text) for s, e in spans(one))
        for entity in one["entities"]:
            assert all(text[m["s"] : m["e"]] == m["text"] for m in entity["mentions"])
        said = [text[s:e] for a in one["attributions"] for s, e in a["content"]]
        assert said
        for a in one["attributions"]:
            held = [(s, e) for s, e in a["content"]]
            assert all(any(s <= q and r <= e for s, e in held) for q, r in a["quoted"])


def test_count_and_words_can_be_made_again(told: dict[str, dict[str, Any]]) -> None:
    adjectival = 0
    for one in told.values():
        for entity in one["entities"]:
            names = [
                m
                for m in entity["mentions"]
                if m["kind"] == "name" and one["paragraphs"][m["paragraph"]]["role"] == "body"
            ]
            adjectival += sum(m["adjectival"] for m in names)
            assert entity["count"] == sum(not m["adjectival"] for m in names)
        spoken = sum(source["words"] for source in one["sources"])
        assert spoken + one["unattributed_words"] == one["words"]
        numbers = {a["id"]: a for a in one["attributions"]}
        sources = {s["id"] for s in one["sources"]}
        for a in one["attributions"]:
            assert a["depth"] == (numbers[a["parent"]]["depth"] + 1 if a["parent"] else 0)
            assert a["source_id"] is None or a["source_id"] in sources
        assert all(0 <= s["share"] <= 1 for s in one["sources"])
    assert adjectival


def test_a_quoted_mail_is_its_writer_s_in_the_json_too(
    folder: Path, told: dict[str, dict[str, Any]]
) -> None:
    one = told["thread.eml"]
    names = {s["id"]: s["name"] for s in one["sources"]}
    [letter] = [a for a in one["attributions"] if names.get(a["source_id"]) == "Joren Tully"]
    text = text_of(folder, one)
    [(start, end)] = letter["content"]
    assert text[start:end].startswith("The South Korean lamp")
    assert text[start:end].endswith("the pilot told me.")
    assert letter["mode"] == "direct"


def test_tables_name_the_file_of_each_article(folder: Path, tmp_path: Path) -> None:
    done = command("--tables", tmp_path / "t", "--format", "csv", folder)
    assert done.returncode == 0, done.stderr
    names = {"articles", "paragraphs", "sentences", "mentions", "entities", "attributions",
             "sources"}  # fmt: skip
    assert names <= {p.stem for p in (tmp_path / "t").iterdir()}
    rows = {name: list(_rows(tmp_path / "t" / f"{name}.csv")) for name in names}
    files = [Path(row["file"]).name for row in rows["articles"]]
    assert sorted(files) == sorted([*KINDS, "thread.eml"])
    ids = {row["article"] for row in rows["articles"]}  # the same text has the same id
    for name in names - {"articles"}:
        assert {row["article"] for row in rows[name]} == ids


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def test_the_other_flags(folder: Path, tmp_path: Path) -> None:
    plain = json.loads(command("--json", "--scorer", "plain", folder / "quay.txt").stdout)
    assert plain["scorer"] == "plain"
    report = tmp_path / "out.html"
    assert command("--report", report, folder / "quay.txt").returncode == 0
    assert "Ines Farrow" in report.read_text(encoding="utf-8")
    why = command("--explain", TEXT.index("Ines Farrow"), folder / "quay.txt")
    assert why.returncode == 0
    assert "Ines Farrow" in why.stdout
    lines = tmp_path / "in.jsonl"
    rows = [{"id": "one", "text": TEXT, "outlet": "Courier"}, {"id": "two"}]
    lines.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    done = command("--jsonl", lines, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert (first["id"], first["outlet"], first["file"], "text" in first) == (
        "one", "Courier", None, False
    )  # fmt: skip
    assert second.keys() == {"id", "error"}
    assert command("--scorer", "loud", folder / "quay.txt").returncode == 2
