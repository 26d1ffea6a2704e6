"""Samples and judgements: kept, taken back, exported, counted; the command prints the figures."""

from __future__ import annotations

import io
import time
from collections import Counter
from pathlib import Path

import pytest

from analysis.records import Correction, Span
from analysis.reliability import (
    HAS,
    WHAT,
    Drawn,
    Item,
    Judgement,
    Part,
    Sample,
    findings,
)
from analysis.tables import coding_table
from library.check_cli import reader, told_sample
from library.check_draw import draw_sample
from library.checks import Checks
from library.cli import main
from library.corrections import Corrections
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.samples import sample_articles
from library.store import Store, open_store
from tests.library.sampled import judged, numbers

pytest_plugins = ("tests.library.databases",)


def test_a_sample_is_drawn_kept_and_drawn_again_by_its_seed(six: Store) -> None:
    one = draw_sample(six, "statements", 20, seed=5)
    again = draw_sample(six, "statements", 20, seed=5)
    other = draw_sample(six, "statements", 20, seed=6)
    items = [[d.item for d in Checks(six).drawn(s.id)] for s in (one, again, other)]
    assert items[0] == items[1] != items[2]
    assert len(set(map(repr, items[0]))) == 20
    assert one.scope == "the library (6 articles)"
    assert one.codebook == "1.0"
    assert Checks(six).find(one.id) == one


def test_strata_give_equal_shares_and_remember_their_sizes(six: Store) -> None:
    sample = draw_sample(six, "statements", 30, by="confidence", seed=1)
    drawn = Checks(six).drawn(sample.id)
    given = Counter(d.stratum for d in drawn)
    sizes = dict(sample.strata)
    assert given.keys() == sizes.keys() == {"high", "medium", "low"}
    short = {k for k in given if given[k] == sizes[k]}  # had no more to give
    others = [given[k] for k in given.keys() - short]
    assert max(others, default=0) - min(others, default=0) <= 1  # what is left over is shared out
    assert all(given[k] <= max(given.values()) for k in short)
    assert all(d.item.confidence == d.stratum for d in drawn)
    assert sample.size == sum(sizes.values()) > 40


@pytest.mark.parametrize("what", WHAT)
def test_every_kind_can_be_drawn_from_an_article(six: Store, what: str) -> None:
    article = sample_articles()[0]
    sample = draw_sample(six, what, 5, article=article.id, seed=2)  # type: ignore[arg-type]
    drawn = Checks(six).drawn(sample.id)
    assert len(drawn) == 5
    for d in drawn:
        assert d.item.article == article.id
        assert d.item.span.end <= len(article.text)
        for facet in HAS[sample.what]:
            assert d.item.facet(facet)


def test_what_cannot_be_drawn_is_said(six: Store) -> None:
    with pytest.raises(ValueError, match="cannot be stratified"):
        draw_sample(six, "names", 5, by="confidence")
    with pytest.raises(StoreError, match="nothing of this kind"):
        draw_sample(six, "names", 5, collection="none such")


def test_corrections_of_the_reader_are_not_what_is_checked(store: Store) -> None:
    saved = store.save(sample_articles()[0]).id
    before = draw_sample(store, "statements", 99, seed=1)
    first = Checks(store).drawn(before.id)[0].item
    Corrections(store, saved).add(Correction("not quotation", first.parts[0].span))
    after = draw_sample(store, "statements", 99, seed=1)
    assert [d.item for d in Checks(store).drawn(after.id)] == [
        d.item for d in Checks(store).drawn(before.id)
    ]


def test_coding_goes_on_where_it_was_left_and_can_be_undone(store: Store) -> None:
    store.save(sample_articles()[0])
    sample = draw_sample(store, "names", 4, seed=3)
    checks = Checks(store)
    first = checks.next(sample.id, "Ada")
    assert first is not None
    checks.judge([Judgement(first.number, "Ada", "right")])
    second = checks.next(sample.id, "Ada")
    assert second is not None
    assert second.number != first.number
    assert checks.next(sample.id, "Bo") == first  # another coder begins at the beginning
    checks.judge([Judgement(second.number, "Ada", "type")])
    assert checks.progress(sample.id, "Ada") == (2, 4)
    stamp = checks.stamp(sample.id)
    assert stamp == checks.stamp(sample.id)
    assert checks.take_back(sample.id, "Ada") == second.number
    assert checks.next(sample.id, "Ada") == second
    assert checks.stamp(sample.id) != stamp
    assert checks.take_back(sample.id, "Bo") is None
    checks.judge([Judgement(first.number, "Ada", "extent")])  # said otherwise: one stands
    assert [j.verdict for j in checks.judgements(sample.id)] == ["extent"]
    [kept] = checks.all()
    assert (kept.items, kept.coders) == (4, (("Ada", 1),))


def test_judgements_an_item_cannot_have_are_refused(six: Store) -> None:
    sample = draw_sample(six, "tones", 3, seed=1)
    [first, *_] = numbers(six, sample)
    for wrong in (
        Judgement(first, "Ada", "speaker"),
        Judgement(first, "Ada", "tone", "7"),
        Judgement(first, "Ada", "tone", ""),
        Judgement(first, " ", "tone", "1"),
        Judgement(first, "Ada", "tone", "1", (Span(0, 1),)),
    ):
        with pytest.raises(ValueError, match=r"coder|answer|tones"):
            Checks(six).judge([Judgement(first, "Bo", "tone", "1"), wrong])
    assert Checks(six).judgements(sample.id) == []  # all or nothing
    paragraphs = draw_sample(six, "missed names", 1, seed=1)
    [d] = Checks(six).drawn(paragraphs.id)
    outside = (Span(d.item.span.end + 1, d.item.span.end + 2),)
    for value, added in (("99", ()), ("", outside)):
        with pytest.raises(ValueError, match=r"found in|lie in"):
            Checks(six).judge([Judgement(d.number, "Ada", "checked", value, added)])


def test_nothing_is_lost_when_results_are_made_again_or_an_article_is_erased(store: Store) -> None:
    saved = store.save(sample_articles()[0]).id
    sample = draw_sample(store, "statements", 6, seed=4)
    checks = Checks(store)
    checks.judge(judged(numbers(store, sample), "Ada", 2))
    before = checks.drawn(sample.id), checks.judgements(sample.id)
    store.analysis(saved, "news")
    assert (checks.drawn(sample.id), checks.judgements(sample.id)) == before
    store.delete([saved])
    store.erase([saved])
    assert checks.judgements(sample.id) == before[1]
    assert {d.item.answer for d in checks.drawn(sample.id)} == {""}
    assert "Right: 67 %" in " ".join(
        told_sample(sample, checks.drawn(sample.id), checks.judgements(sample.id))
    )
    table = coding_table(sample, checks.drawn(sample.id), before[1], reader(store))
    assert set(table["words"]) == {"(erased)"}


def test_samples_leave_and_arrive_with_the_library(store: Store, tmp_path: Path) -> None:
    store.save(sample_articles()[0])
    sample = draw_sample(store, "names", 5, by="type", seed=4)
    Checks(store).judge(judged(numbers(store, sample), "Ada", 1, "type"))
    other = Store(f"sqlite:///{tmp_path}/other.db")
    for _ in range(2):  # twice: nothing is doubled
        done = import_library(other, io.BytesIO(b"".join(export_library(store))))
        assert done.samples == 1
    assert "1 checked sample" in str(done)
    assert Checks(other).find(sample.id) == sample
    theirs, mine = Checks(other).drawn(sample.id), Checks(store).drawn(sample.id)
    assert [d.item for d in theirs] == [d.item for d in mine]
    told = [told_sample(sample, Checks(s).drawn(sample.id), Checks(s).judgements(sample.id))
            for s in (store, other)]  # fmt: skip
    assert told[0] == told[1]
    first = theirs[0].number
    Checks(other).judge([Judgement(first, "Ada", "nothing"), Judgement(first, "Bo", "right")])
    import_library(other, io.BytesIO(b"".join(export_library(store))))
    said = {(j.item, j.coder): j.verdict for j in Checks(other).judgements(sample.id)}
    assert said[first, "Ada"] == "nothing"  # the later one stands
    assert said[first, "Bo"] == "right"
    broken = b'{"hearsay":"library","format":1}\n{"sample":{"id":"x"},"items":[],"judgements":[]}\n'
    assert import_library(other, io.BytesIO(broken)).unreadable == 1


def test_the_command_prints_the_same_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/mine.db")
    store = open_store()
    store.save(sample_articles()[0])

    def command(*given: str) -> str:
        code = main(["check-sample", *given])
        said = capsys.readouterr()
        assert code == (2 if said.err else 0), said.err
        return (said.out or said.err).strip()

    id = command("--draw", "statements", "--size", "12", "--seed", "3", "--quiet").split("\t")[0]
    assert "12 items\tnobody yet" in command()
    assert command(id) == "Nobody has judged anything of this sample yet."
    sample = Checks(store).find(id)
    Checks(store).judge(judged(numbers(store, sample), "Ada", 3))
    drawn, said = Checks(store).drawn(id), Checks(store).judgements(id)
    printed = command(id).splitlines()
    assert printed == told_sample(sample, drawn, said)
    share = findings(sample, drawn, said, "Ada").share
    assert share is not None
    assert f"Right: 75 % (95 % interval {100 * share.low:.0f} to" in printed[1]
    assert "Ada and the program: the same in 75 % of 12 items" in printed[-1]
    assert "What was wrong: speaker 3." in printed
    out = tmp_path / "sheet.xlsx"
    command(id, "--sheet", str(out), "--coder", "Bo")
    assert out.stat().st_size > 1000
    assert "not in the library" in command("none such")
    assert "cannot be stratified" in command("--draw", "names", "--by", "mode", "--quiet")


def test_ten_thousand_checked_items_stay_quick(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/large.db")
    body = Span(0, 10)
    items = [
        Drawn(Item("a", body, (Part("content", body), Part("source", body)), "Ada", None,
                   ("high", "low")[i % 2], "direct", "person", "Echo"), ("high", "low")[i % 2])
        for i in range(10_000)
    ]  # fmt: skip
    made = Sample("large", "statements", "confidence", "here", 1, (("high", 9000), ("low", 90000)))
    checks = Checks(store)
    sample = checks.keep(made, items)
    ours = numbers(store, sample)
    began = time.process_time()
    checks.judge(judged(ours, "Ada", 2000) + judged(ours, "Bo", 2500))
    keeping = time.process_time() - began
    began = time.process_time()
    assert checks.next(sample.id, "Ada") is None
    assert checks.progress(sample.id, "Cy") == (0, 10_000)
    assert checks.next(sample.id, "Cy") is not None
    step = time.process_time() - began
    began = time.process_time()
    lines = told_sample(sample, checks.drawn(sample.id), checks.judgements(sample.id))
    telling = time.process_time() - began
    assert "Right: 80 %" in lines[1]
    assert keeping < 10
    assert step < 0.5
    assert telling < 10
