"""What is kept is used: a page fetches the kept result, whose stamp names all it rests on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import analyze, read_article
from analysis.command.cli import main
from analysis.language import tagging
from analysis.language.tagging import VARIABLE, load_engine
from library.engine import engine_version
from library.store import open_store
from tests.shared_data import ROOT
from ui.articles import shelf

TEXT = "Ferry resumes\n\nElmsay harbour opened, Ada Quill said. “We are glad,” she said."


def test_records_load_no_language_model() -> None:
    code = "import sys, analysis.records; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


def test_nothing_is_read_at_import() -> None:
    code = """
import sys
from pathlib import Path
data = str(Path("data").resolve())
seen = []
sys.addaudithook(lambda e, a: seen.append(str(a[0])) if e == "open" else None)
import analysis.pipeline, analysis.command, analysis.tables, analysis.output, analysis.repeats
print([p for p in seen if p.startswith(data)])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_page_shows_the_kept_result_without_analysing_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = open_store()
    id = store.save(read_article(TEXT)).id
    kept = store.analysis(id, "plain")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the kept result was not used")

    monkeypatch.setattr("library.store.analyze", never)
    monkeypatch.setattr(shelf, "analyze", never)
    article, corrections = shelf.find(id) or pytest.fail("the article is kept")
    assert shelf.kept_or_made(article, scorer="plain", corrections=corrections) == kept
    store.delete([id])
    store.erase([id])


def test_a_sample_is_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article(TEXT + " It was not kept.")
    assert shelf.kept_or_made(article, scorer="plain", corrections=()) == analyze(
        article, scorer="plain"
    )


def test_the_stamp_changes_with_the_model_a_setting_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    stamps = {engine_version()}
    for version in ("1.0", "1.1"):
        folder = tmp_path / version
        folder.mkdir()
        (folder / "meta.json").write_text(json.dumps({"version": version}), encoding="utf-8")
        monkeypatch.setenv(VARIABLE, str(folder))
        stamps.add(engine_version())
    assert len(stamps) == 3


def test_a_damaged_model_is_announced_on_the_page_and_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # a library of its own: of an article kept with the sound model the page shows what is kept
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    monkeypatch.setattr(tagging, "BUNDLED", tmp_path / "gone")
    monkeypatch.setattr("ui.cache.engine_version", lambda: "damaged")
    page = AppTest.from_file(str(ROOT / "pages" / "1_overview.py"), default_timeout=120).run()
    assert any("could not be loaded" in w.value for w in page.warning)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main([str(tmp_path / "a.txt")]) == 0
    assert "could not be loaded" in capsys.readouterr().err
    load_engine.cache_clear()
