"""``python -m library add`` on several cores: the same as by one, and nothing lost at a kill."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from analysis import analyze
from analysis.records import Analysis, Article
from library import analysing
from library.cli import main
from library.results import unpack
from library.schema import analyses, articles, facts
from library.store import Store
from tests.shared_data import ROOT

SAYING = "Pier {0} shuts\n\nThe mayor of Port Ellery, Ada Marr, said that pier {0} would stay shut."
COMPARED = ("engine", "content_hash", "inputs", "model", "compound", "entities", "sources")
MANY = 120
WITHIN = 120
"""Seconds a busy machine may take to start three processes."""


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a library of its own, which the commands use too."""
    address = f"sqlite:///{tmp_path}/library.db"
    monkeypatch.setenv("HEARSAY_DATABASE_URL", address)
    return address


def given(folder: Path, count: int) -> Path:
    """A folder of that many small articles."""
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(SAYING.format(n), encoding="utf-8")
    return folder


def results(url: str) -> dict[str, tuple[Any, ...]]:
    """All that is kept of each article's result but the time it was made, by id."""
    both = analyses.join(articles, analyses.c.article == articles.c.number)
    both = both.join(facts, facts.c.article == articles.c.number)
    wanted = (analyses.c.scorer, *(analyses.c[name] for name in COMPARED))
    query = select(articles.c.id, *wanted, analyses.c.payload, facts.c.payload)
    with closing(Store(url)) as store, store.read() as connection:
        found = connection.execute(query.select_from(both)).all()
    return {row[0]: tuple(row[1:]) for row in found}


def times(url: str) -> dict[int, str]:
    """When each result was made, by the number of its article."""
    with closing(Store(url)) as store, store.read() as connection:
        query = select(analyses.c.article, analyses.c.made)
        return {row.article: row.made for row in connection.execute(query)}


def children(process: int) -> list[int]:
    """The processes it has started that are alive."""
    found = []
    for told in Path("/proc").glob("[0-9]*/status"):
        try:
            status = told.read_text(encoding="ascii", errors="replace")
        except OSError:  # it has ended meanwhile
            continue
        if re.search(rf"^PPid:\t{process}$", status, re.M) and "State:\tZ" not in status:
            found.append(int(told.parent.name))
    return found


def alive(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def test_two_processes_keep_what_one_would(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = given(tmp_path / "articles", analysing.FEW + 6)
    (folder / "005.pdf").write_bytes(b"\x89PNG")
    assert main(["add", str(folder), "--workers", "2", "--tag", "pier"]) == 1
    out, err = capsys.readouterr()
    assert out == "14 added, 0 already in the library, 1 not read.\n"
    assert "005.pdf: This is a picture" in err
    other = f"sqlite:///{tmp_path}/other.db"
    with closing(Store(other)) as one, closing(Store(url)) as two:
        for row in two.articles(tag="pier"):
            one.analysis(one.save(two.article(row.id)).id)
        assert two.outdated() == one.outdated() == []
    assert len(results(url)) == 14
    assert results(url) == results(other)


def test_a_killed_run_loses_no_article_and_the_next_makes_what_is_missing(
    url: str, tmp_path: Path
) -> None:
    Store(url).close()
    folder = given(tmp_path / "articles", MANY)
    command = [sys.executable, "-m", "library", "add", str(folder), "--workers", "2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as adding:
        until = time.monotonic() + WITHIN
        while not times(url) and adding.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        workers = children(adding.pid)
        with closing(Store(url)) as store:
            saved = {row.id for row in store.articles()}
        adding.send_signal(signal.SIGKILL)
    kept = times(url)
    assert 0 < len(kept) < MANY, "killed under way"
    with closing(Store(url)) as store, store.read() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert saved <= {row.id for row in store.articles()}
    for *_, payload, _told in results(url).values():
        assert unpack(payload).article.text.startswith("Pier ")
    until = time.monotonic() + WITHIN
    if Path("/proc").is_dir():
        assert len(workers) >= 2
        while any(map(alive, workers)) and time.monotonic() < until:
            time.sleep(0.1)
        assert not any(map(alive, workers)), "a killed run leaves no process behind"
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    added = int(again.stdout.split()[0])
    assert again.stdout == f"{added} added, {MANY - added} already in the library, 0 not read.\n"
    assert len(results(url)) == MANY
    assert times(url).items() >= kept.items(), "what was kept was not made again"


def test_an_article_that_breaks_the_engine_is_kept_and_told(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(article: Article, **options: Any) -> Analysis:
        if "pier 2 " in article.text:
            raise RuntimeError("out of order")
        return analyze(article, **options)

    monkeypatch.setattr(analysing, "analyze", breaking)
    assert main(["add", str(given(tmp_path / "articles", 3))]) == 1
    out, err = capsys.readouterr()
    assert out == "3 added, 0 already in the library, 0 not read, 1 kept but not analysed.\n"
    assert "002.txt" in err
    assert "out of order" in err
    assert len(results(url)) == 2
    monkeypatch.setattr(analysing, "analyze", analyze)
    assert main(["add", str(tmp_path / "articles")]) == 0
    assert len(results(url)) == 3


def test_no_processes_at_all_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "articles", "--workers", "0"]) == 2
    assert "--workers" in capsys.readouterr().err
