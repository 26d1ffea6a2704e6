"""What the command line says about where a text came from and what it is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from analysis.command.cli import main

WORDS = "The South Korean mayor of New Tarn said on Monday that the ferry would stay shut. " * 4
GERMAN = (
    "Die Bürgermeisterin sagte am Montag, dass die alte Brücke bis zum Frühjahr gesperrt bleibt, "
    "weil ihre Seile verrostet sind und niemand weiß, wie lange sie noch halten werden."
)


def told(capsys: pytest.CaptureFixture[str], *files: Path) -> list[dict[str, Any]]:
    assert main(["--json", "--quiet", "--workers", "1", *map(str, files)]) == 0
    out = capsys.readouterr().out
    return [json.loads(out)] if out.startswith("{\n") else list(map(json.loads, out.splitlines()))


def test_the_file_is_named_and_its_text_given_where_it_is_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, page, packed = (tmp_path / name for name in ("a.txt", "b.html", "c.zip"))
    plain.write_text(WORDS, encoding="utf-8")
    page.write_text(f"<html><body><h1>Ferry shut</h1><p>{WORDS}</p></body></html>")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", WORDS)
    first, second, third = told(capsys, plain, page, packed)
    assert (first["file"], "text" in first) == (str(plain), False)
    assert second["file"] == str(page)
    assert third["file"] == f"{packed}#one.txt"
    mention = second["entities"][0]["mentions"][0]
    assert second["text"][mention["s"] : mention["e"]] == mention["text"]


def test_count_can_be_made_again_from_the_mentions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "a.txt"
    plain.write_text(WORDS, encoding="utf-8")
    [found] = told(capsys, plain)
    adjectival = 0
    for entity in found["entities"]:
        names = [m for m in entity["mentions"] if m["kind"] == "name"]
        adjectival += sum(m["adjectival"] for m in names)
        assert entity["count"] == sum(not m["adjectival"] for m in names)
    assert adjectival


def test_a_text_that_is_not_english_is_named_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign, plain = tmp_path / "de.txt", tmp_path / "en.txt"
    foreign.write_text(GERMAN, encoding="utf-8")
    plain.write_text(WORDS, encoding="utf-8")
    [german], [english] = told(capsys, foreign), told(capsys, plain)
    assert german["language"] == "de"
    assert "looks like German" in german["warnings"][0]
    assert "not to be trusted" in german["warnings"][0]
    assert sum("German" in warning for warning in german["warnings"]) == 1
    assert english["language"] == "en"
    assert not any("English" in warning for warning in english["warnings"])
    assert main(["--quiet", "--workers", "1", str(foreign)]) == 0
    out = capsys.readouterr().out
    assert "looks like German" in out
    assert "not to be trusted" in out
