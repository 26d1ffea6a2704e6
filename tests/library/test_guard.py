"""Nothing lost, nothing let in: hostile imports and damaged rows."""

from __future__ import annotations

import io
import json
import random
import shutil
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from analysis.records import Correction, Span
from library.codec import _decoder, encode
from library.corrections import Corrections
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.labels import LONGEST
from library.samples import sample_articles
from library.soundness import check_library
from library.store import Store
from tests.library.test_exchange import exported

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, *_ = sample_articles()


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path}/other.db")


def record_of(store: Store) -> tuple[bytes, dict[str, Any], bytes]:
    store.save(COURIER)
    head, line, end = exported(store).splitlines()
    return head, json.loads(line), end


def test_a_reader_s_role_can_still_be_taken_back_after_the_journey(
    store: Store, other: Store
) -> None:
    id = store.save(COURIER, roles={2: "caption"}).id
    import_library(other, io.BytesIO(exported(store)))
    assert other.article(id).paragraphs[2].role == "caption"
    Corrections(other, id).undo()
    assert other.article(id) == COURIER


@pytest.mark.parametrize("wrong", ["over", "back", "outside", "place", "value", "label", "length"])
def test_what_would_fail_later_is_refused_at_once(wrong: str, store: Store, other: Store) -> None:
    head, record, end = record_of(store)
    paragraphs = list(COURIER.paragraphs)
    if wrong == "over":  # two that overlap
        paragraphs[1] = replace(paragraphs[1], span=Span(0, paragraphs[1].span.end))
    if wrong == "back":
        paragraphs[0], paragraphs[1] = (
            replace(paragraphs[1], index=0),
            replace(paragraphs[0], index=1),
        )
    if wrong == "outside":
        last = paragraphs[-1]
        paragraphs[-1] = replace(last, span=Span(last.span.start, len(COURIER.text) + 1))
    record["paragraphs"] = [encode(p) for p in paragraphs]
    if wrong == "place":
        record["corrections"] = [encode(Correction("hide", Span(0, len(COURIER.text) + 1)))]
    if wrong == "value":
        record["corrections"] = [encode(Correction("rename", Span(0, 3), value="x" * 9_999))]
    if wrong == "label":
        record["tags"] = ["x" * 3_000]
    if wrong == "length":
        record["text"] = COURIER.text + "x" * 6_000_000
    done = import_library(other, io.BytesIO(b"\n".join([head, json.dumps(record).encode(), end])))
    assert (done.added, done.unreadable) == (0, 1)
    assert other.articles() == []


@pytest.mark.parametrize(
    "end", [{"end": True, "articles": 2}, {"end": True, "articles": "1"}, {"end": True}]
)
def test_the_count_in_the_last_line_is_checked(
    end: dict[str, Any], store: Store, other: Store
) -> None:
    head, record, _ = record_of(store)
    lines = [head, json.dumps(record).encode(), json.dumps(end).encode()]
    done = import_library(other, io.BytesIO(b"\n".join(lines)))
    assert done.added == 1
    assert not done.complete


def test_no_article_can_pretend_to_be_the_end(store: Store, other: Store) -> None:
    head, record, end = record_of(store)
    store.save(LEDGER)
    ledger = exported(store).splitlines()[2]
    pretender = json.dumps({**record, "end": True}).encode()
    done = import_library(other, io.BytesIO(b"\n".join([head, pretender, ledger, end])))
    assert done.added == 2
    done = import_library(other, io.BytesIO(b"\n".join([head, end, ledger])))
    assert not done.complete


def test_thousands_of_corrections_take_time_in_proportion(store: Store, other: Store) -> None:
    """8,000 took 8.3 s, all of it while nobody else could write."""
    head, record, end = record_of(store)
    took = {}
    for number in (1_000, 8_000):
        target = Store(other.url.replace("other", f"other{number}"))
        made = [encode(Correction("hide", Span(n % 900, n % 900 + 5))) for n in range(number)]
        line = json.dumps({**record, "corrections": made}).encode()
        began = time.process_time()
        assert import_library(target, io.BytesIO(b"\n".join([head, line, end]))).added == 1
        took[number] = time.process_time() - began
        assert len(Corrections(target, COURIER.id).all()) == number
        target.close()
    assert took[8_000] < 8**1.3 * took[1_000] + 0.5


def test_a_line_of_endless_values_takes_no_memory(store: Store, other: Store) -> None:
    """79 MB of "{}," took 2.3 GB; a tenth of it is tried."""
    head, _, end = record_of(store)
    line = b'{"text": [' + b"{}," * 2_600_000 + b"{}]}"
    tracemalloc.start()
    done = import_library(other, io.BytesIO(b"\n".join([head, line, end])))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done.unreadable == 1
    assert peak < 6 * len(line)


def test_headers_out_of_files_are_not_kept_for_ever(store: Store, other: Store) -> None:
    head, record, end = record_of(store)
    lines = []
    for n in range(600):
        odd = json.loads(json.dumps(record["paragraphs"]))
        for p in odd:
            p["classes"]["Span"].append(f"field{n}")
        lines.append(json.dumps({**record, "paragraphs": odd}).encode())
    import_library(other, io.BytesIO(b"\n".join([head, *lines, end])))
    held = _decoder.cache_info()
    assert held.maxsize is not None
    assert held.currsize <= held.maxsize


def test_a_label_too_long_is_a_sentence_on_both_databases(store: Store) -> None:
    id = store.save(COURIER).id
    store.label([id], tag="x" * LONGEST)
    with pytest.raises(StoreError, match="at most 200 characters"):
        store.label([id], tag="x" * 10_000)


def test_a_damaged_article_is_named_and_the_others_leave(store: Store, other: Store) -> None:
    ids = [store.save(a).id for a in (COURIER, LEDGER, WIRE)]
    with store.write() as connection:
        connection.execute(
            text("UPDATE articles SET text = 'other words' WHERE id = :id"), {"id": ids[1]}
        )
    named: list[str] = []
    file = b"".join(export_library(store, damaged=named.append))
    assert named == [ids[1]]
    done = import_library(other, io.BytesIO(file))
    assert (done.added, done.complete) == (2, True)
    [finding] = [f for f in check_library(store) if not f.repaired]
    assert finding.article == ids[1]


def test_check_repairs_what_can_be_made_again(store: Store) -> None:
    id, clean = store.save(COURIER).id, store.save(LEDGER).id
    store.analysis(id)
    with store.write() as connection:
        for change in (
            "UPDATE articles SET paragraphs = '[7]' WHERE id = :id",
            "UPDATE analyses SET payload = :none",
            "UPDATE fingerprints SET prints = :none WHERE article = "
            "(SELECT number FROM articles WHERE id = :id)",
        ):
            connection.execute(text(change), {"id": id, "none": b"xyz"})
    found = list(check_library(store))
    assert [(f.article, f.repaired) for f in found] == [(id, True)] * 3
    assert list(check_library(store)) == []
    assert store.article(id) == COURIER
    assert store.analysis(id).article == COURIER
    assert store.article(clean) == LEDGER


@pytest.mark.parametrize("seed", range(4))
def test_flipped_bytes_give_sentences_and_no_other_error(tmp_path: Path, seed: int) -> None:
    flips = 40
    whole = Store(f"sqlite:///{tmp_path}/whole.db")
    for article in sample_articles():
        whole.save(article)
    with whole.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    draw, seen = random.Random(seed), 0
    for _ in range(flips):
        broken = tmp_path / "broken.db"
        for beside in tmp_path.glob("broken.db*"):
            beside.unlink()
        shutil.copy(tmp_path / "whole.db", broken)
        with broken.open("r+b") as file:
            for _ in range(8):
                file.seek(draw.randrange(broken.stat().st_size))
                file.write(bytes([draw.randrange(256)]))
        try:
            store = Store(f"sqlite:///{broken}")
        except StoreError:
            seen += 1
            continue
        for use in (
            lambda store=store: list(export_library(store)),
            lambda store=store: list(check_library(store)),
            lambda store=store: store.articles("bridge"),
            lambda store=store: [store.article(row.id) for row in store.articles()],
            lambda store=store: store.outdated(),
        ):
            try:
                use()
            except StoreError:
                seen += 1
        store.close()
    assert seen  # or nothing was damaged


def test_half_characters_and_thousands_of_ids_are_no_error(store: Store) -> None:
    id = store.save(COURIER).id
    many = [id, *(f"{n:016x}" for n in range(40_000))]
    store.label(many, tag="t")
    assert store.articles()[0].tags == ("t",)
    store.unlabel(many, tag="t")
    assert store.delete(many) == 1
    assert store.restore(many) == 1
    assert store.delete(many) == store.erase(many) == 1
    for use in (store.article, store.analysis, lambda i: store.delete([i])):
        with pytest.raises(StoreError):
            use("half \ud83d")
