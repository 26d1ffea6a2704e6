"""Word lists as files: read once, by name, without headers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from analysis.lexicon import DATA, Words, lexicon_lines, word_group, word_list, word_table

LISTS = sorted(path.stem for path in (DATA / "lexicons").glob("*.txt"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_begins_with_a_header_that_says_what_belongs_there(name: str) -> None:
    first = (DATA / "lexicons" / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 20


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_of_a_list_stands_there_twice(name: str) -> None:
    lines = lexicon_lines(name)
    twice = {line for line in lines if lines.count(line) > 1} if len(lines) < 5000 else set()
    assert twice == set()


def test_headers_and_comments_are_no_entries() -> None:
    assert not any(line.startswith("#") or not line.strip() for line in lexicon_lines("titles"))


def test_a_table_leads_from_the_first_column_to_the_others() -> None:
    assert word_table("name_titles")["mrs."] == ("-", "f")


def test_a_group_is_found_by_its_name_and_an_unknown_one_is_an_error() -> None:
    name = next(iter(word_table("word_groups")))
    assert word_group(name) == frozenset(word_table("word_groups")[name][0].split())
    with pytest.raises(KeyError):
        word_group("no such group")


def test_a_missing_list_is_an_error_that_names_the_file() -> None:
    with pytest.raises(FileNotFoundError, match="no_such_list"):
        word_list("no_such_list")


def test_words_are_read_when_first_asked_for_and_only_once() -> None:
    reads: list[int] = []

    def read() -> list[str]:
        reads.append(1)
        return ["said", "told"]

    words = Words(read)
    joined = words | {"asked"}
    assert not reads
    assert "told" in joined
    assert sorted(joined - {"said"}) == ["asked", "told"]
    assert len(words) == 2
    assert reads == [1]


def test_importing_the_lists_opens_none_of_them() -> None:
    script = (
        "import builtins, io, pathlib\n"
        "opened = []\n"
        "real = pathlib.Path.read_text\n"
        "pathlib.Path.read_text = lambda p, *a, **k: opened.append(p) or real(p, *a, **k)\n"
        "import analysis.lexicon\n"
        "assert not opened, opened\n"
        "analysis.lexicon.word_list('titles')\n"
        "assert len(opened) == 1, opened\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
