"""A folder of Parquet, asked where it lies: the same figures as from the tables, and read only."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analysis.command.cli import main
from analysis.tables import INDEX, read_corpus_table
from library import Asked, StoreError, open_corpus
from tests.app import param
from tests.shared_data import ROOT

TEXTS = {
    "Courier": "Mayor Ann Bree said the pier would stay shut. It is a terrible loss.",
    "Wire": "Officials said the ferry was safe. The council praised the wonderful crew.",
    "": "The harbour of Dorn opened in 1934, according to Otto Marr.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("corpus")
    rows = [
        {"id": f"a{n}", "text": text, "outlet": outlet, "published": f"2026-0{n + 1}-05"}
        for n, (outlet, text) in enumerate(TEXTS.items())
    ]
    (made / "in.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    out = made / "it's here"  # a mark that ends a string in SQL
    assert main(["--dataset", str(out), "--workers", "1", str(made / "in.jsonl")]) == 0
    return out


def test_figures_are_those_of_the_tables(folder: Path) -> None:
    corpus, overview = open_corpus(folder), read_corpus_table(folder, "overview")
    figures = corpus.figures(Asked())
    assert figures["articles"] == [3]
    assert figures["words"] == [overview["words"].sum()]
    assert figures["compound"] == [pytest.approx(overview["compound"].mean())]
    credited = overview["words"] - overview["unattributed_words"]
    assert figures["unnamed"] == [pytest.approx(overview["unnamed_words"].sum() / credited.sum())]
    assert figures["unnamed"][0] > 0
    assert corpus.by_outlet(Asked())["outlet"] == ["Courier", "Wire", "no outlet"]
    assert corpus.by_month(Asked())["month"] == ["2026-01", "2026-02", "2026-03"]
    sources = read_corpus_table(folder, "sources")
    heard = corpus.heard(Asked())
    assert dict(zip(heard["name"], heard["words"], strict=True)) == dict(
        sources.groupby("name")["words"].sum()
    )


FILTERS = [
    (Asked(words="PIER shut"), ["a0"]),
    (Asked(outlets=("Wire",)), ["a1"]),
    (Asked(since="2026-02-05"), ["a2", "a1"]),
    (Asked(until="2026-02-05"), ["a1", "a0"]),
    (Asked(name="otto marr"), ["a2"]),
    (Asked(source="Otto Marr", outlets=("Wire",)), []),
    (Asked(words="x' OR 'a' = 'a {} ?"), []),
]


@pytest.mark.parametrize(("asked", "articles"), FILTERS)
def test_filters_hold_together(asked: Asked, articles: list[str], folder: Path) -> None:
    corpus = open_corpus(folder)
    assert corpus.articles(asked)["article"] == articles
    assert corpus.figures(asked)["articles"] == [len(articles)]
    assert len(corpus.heard(asked)["name"]) >= bool(articles)


ASKED = [
    *(asked for asked, _ in FILTERS),
    Asked(words="said"),
    Asked(words="sai"),  # whole words are looked up
    Asked(source="Ann Bree"),
    Asked(words="the", outlets=("Wire", "Courier"), until="2026-01-31"),
]


@pytest.mark.parametrize("asked", ASKED)
def test_a_corpus_without_an_index_answers_the_same(
    asked: Asked, folder: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare, ignore=shutil.ignore_patterns(INDEX))
    whole, read = open_corpus(folder), open_corpus(bare)
    for question in ("figures", "by_outlet", "by_month", "heard", "named", "articles"):
        assert getattr(read, question)(asked) == getattr(whole, question)(asked), question


def test_copies_of_a_text_count_once_among_the_articles_of_a_name(tmp_path: Path) -> None:
    """Copies share an id: two rows, one article that names somebody."""
    rows = [{"text": TEXTS["Courier"], "outlet": o} for o in ("Courier", "Wire")]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["--dataset", str(out), "--workers", "1", str(tmp_path / "in.jsonl")]) == 0
    corpus = open_corpus(out)
    named = read_corpus_table(out, "entities")
    bree = named.loc[named["name"] == "Ann Bree"]
    found = corpus.named(Asked())
    at = found["name"].index("Ann Bree")
    assert (found["articles"][at], found["mentions"][at]) == (1, bree["count"].sum())
    assert corpus.figures(Asked(words="pier"))["articles"] == [2]


def test_an_article_comes_back_as_it_was_given(folder: Path) -> None:
    article = open_corpus(folder).article("a0")
    assert (article.text, article.outlet) == (TEXTS["Courier"], "Courier")
    with pytest.raises(StoreError, match="not in the corpus"):
        open_corpus(folder).article("a9")


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="lacks overview, sources, entities, texts"):
        open_corpus(tmp_path)


def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / "12_corpus.py"), default_timeout=300)


def test_the_page_counts_filters_and_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_CORPUS", str(folder))
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    shown = page().run()
    assert not shown.exception
    assert "**3 articles**" in "".join(m.value for m in shown.markdown)
    shown.text_input(key="corpus_words").set_value("harbour").run()
    assert "**1 article**" in "".join(m.value for m in shown.markdown)
    shown.text_input(key="corpus_words").set_value("xylophone").run()
    assert "No article passes" in shown.info[0].value
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_an_open_tab_stands_in_the_link(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_CORPUS", str(folder))
    asked = page()
    asked.query_params["part"] = "Heard and named"
    shown = asked.run()
    assert not shown.exception
    assert shown.session_state["part"] == "Heard and named"
    assert param(shown, "part") == "Heard and named"


def test_the_list_writes_dates_scores_and_shares_as_every_page_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_CORPUS", str(folder))
    told = page().run().dataframe[0].proto.arrow_data.styler.display_values
    written = pa.ipc.open_stream(told).read_all().to_pandas()
    rows = [" ".join(map(str, row)) for row in written.to_numpy()]
    assert any("5 March 2026" in row for row in rows)
    assert any("%" in row and ".0%" not in row for row in rows)


def test_the_page_says_how_to_open_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HEARSAY_CORPUS", raising=False)
    assert "HEARSAY_CORPUS=FOLDER" in page().run().info[0].value
    monkeypatch.setenv("HEARSAY_CORPUS", str(tmp_path))
    assert "lacks overview" in page().run().error[0].value
