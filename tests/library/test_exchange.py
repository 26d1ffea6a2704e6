"""A library leaves in one file and arrives whole; nothing in a file can do harm."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.compare import Edit
from analysis.records import Article, Correction, Paragraph, Span
from analysis.text import safe_cell
from library.codec import encode
from library.corrections import Corrections
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.joins import Joins
from library.samples import sample_articles
from library.store import Store

pytest_plugins = ("tests.library.databases",)


def exported(store: Store) -> bytes:
    return b"".join(export_library(store))


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path}/other.db")


def test_a_library_arrives_as_it_left(store: Store, other: Store) -> None:
    ids = [store.save(s, roles={1: "caption"}).id for s in sample_articles()]
    Corrections(store, ids[0]).add(Correction("merge", Span(0, 4), Span(9, 12)))
    Corrections(store, ids[0]).add(Correction("hide", Span(0, 4)))
    Corrections(store, ids[0]).undo()
    store.label(ids[:2], collection="Bridge", tag="t")
    odd = "NUL \0 and half \ud83d of a pair"
    store.save(Article("x", odd, (Paragraph(0, Span(0, len(odd)), "body"),)))
    store.delete([ids[5]])
    seen: list[int] = []
    done = import_library(other, io.BytesIO(exported(store)), seen.append)
    assert str(done) == "6 articles added, 0 already in your library."
    assert seen == [1, 2, 3, 4, 5, 6]
    assert [row.id for row in other.articles()] == [row.id for row in store.articles()]
    for id in ids[:5]:
        assert other.article(id) == store.article(id)
        assert Corrections(other, id).all() == Corrections(store, id).all()
    assert other.articles()[0].words == 6
    assert exported(other) == exported(store)
    again = import_library(other, io.BytesIO(exported(store)))
    assert (again.added, again.known) == (0, 6)


def test_corrections_of_every_sort_arrive_and_can_be_undone(store: Store, other: Store) -> None:
    article = sample_articles()[0]
    mine = Corrections(store, store.save(article).id)
    mine.add(Correction("statement", Span(20, 40), Span(3, 9), cue=Span(10, 14)))
    mine.add(Correction("outlet", Span(0, len(article.text)), value="The Brask Courier"))
    import_library(other, io.BytesIO(exported(store)))
    there = Corrections(other, article.id)
    assert there.all() == mine.all()
    assert [row.outlet for row in other.articles("brask courier")] == ["The Brask Courier"]
    there.undo()
    assert other.articles()[0].outlet == article.outlet
    assert other.article(article.id) == article


@pytest.mark.parametrize(
    "wrong",
    [
        Correction("hide", Span(0, 10**6)),
        Correction("merge", Span(0, 4)),
        Correction("statement", Span(0, 9), Span(4, 12)),
        Correction("statement", Span(0, 9), cue=Span(8, 12)),
        Correction("title", Span(0, 9), value="Storm"),
        Correction("published", Span(0, 9), value="in spring"),
        Correction("role", Span(0, 9), value="poem"),
    ],
)
def test_a_correction_that_could_never_apply_is_refused_as_in_an_upload(
    store: Store, other: Store, wrong: Correction
) -> None:
    store.save(sample_articles()[0])
    head, line, *rest = exported(store).splitlines(keepends=True)
    record = json.loads(line)
    record["corrections"] = [encode(wrong)]
    file = b"".join([head, json.dumps(record).encode() + b"\n", *rest])
    done = import_library(other, io.BytesIO(file))
    assert (done.added, done.unreadable) == (0, 1)
    record["corrections"][0]["record"][1] = [9, 4]  # reversed
    file = b"".join([head, json.dumps(record).encode() + b"\n", *rest])
    assert import_library(other, io.BytesIO(file)).unreadable == 1
    assert other.articles() == []


def test_what_is_here_already_keeps_its_corrections(store: Store, other: Store) -> None:
    [theirs] = [store.save(s).id for s in sample_articles()[:1]]
    mine = other.save(sample_articles()[0]).id
    Corrections(store, theirs).add(Correction("hide", Span(0, 4)))
    Corrections(other, mine).add(Correction("hide", Span(5, 9)))
    store.label([theirs], tag="from there")
    import_library(other, io.BytesIO(exported(store)))
    assert Corrections(other, mine).all() == (Correction("hide", Span(5, 9)),)
    assert other.articles()[0].tags == ("from there",)


def test_a_chosen_few_can_be_exported(store: Store, other: Store) -> None:
    ids = [store.save(s).id for s in sample_articles()]
    import_library(other, io.BytesIO(b"".join(export_library(store, ids[:2]))))
    assert {row.id for row in other.articles()} == set(ids[:2])


def test_a_file_that_was_cut_off_says_so_and_gives_what_it_has(store: Store, other: Store) -> None:
    for s in sample_articles():
        store.save(s)
    whole = exported(store)
    done = import_library(other, io.BytesIO(whole[: len(whole) // 2]))
    assert not done.complete
    assert "ends too early" in str(done)
    assert done.added == len(other.articles()) > 0


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"\x80\x04\x95",
        b"{}\n",
        b"[1]\n",
        b'{"hearsay": "other"}\n',
        b"PK\x03\x04" * 9_000,
        b"[" * 20_000,
        b'{"hearsay": "library", "format": 2}\n',
    ],
)
def test_another_kind_of_file_is_refused_with_a_sentence(other: Store, wrong: bytes) -> None:
    with pytest.raises(StoreError, match=r"not an exported library|newer Hearsay"):
        import_library(other, io.BytesIO(wrong))


def test_a_hostile_line_is_counted_and_the_others_go_in(store: Store, other: Store) -> None:
    store.save(sample_articles()[0])
    head, good, _ = exported(store).splitlines()
    record = json.loads(good)
    span = {
        "codec": 1,
        "classes": {"Paragraph": ["index", "span", "role"], "Span": ["start", "end"]},
    }
    bad = [
        b"not json",
        b"[" * 100_000,
        b'{"text": 7}',
        json.dumps({**record, "text": ""}).encode(),
        json.dumps({**record, "title": {"a": 1}}).encode(),
        json.dumps({**record, "tags": "abc"}).encode(),
        json.dumps({**record, "tags": [""]}).encode(),
        json.dumps({**record, "corrections": [{"codec": 1}]}).encode(),
        json.dumps({**record, "paragraphs": None}).encode(),
        json.dumps(
            {**record, "paragraphs": [{**span, "record": [0, [0, 10**9], "body"]}]}
        ).encode(),
    ]
    end = json.dumps({"end": True, "articles": len(bad) + 1}).encode()
    done = import_library(other, io.BytesIO(b"\n".join([head, *bad, good, end])))
    assert (done.added, done.unreadable) == (1, len(bad))
    assert done.complete


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_mutated_file_breaks_the_import(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(_sample_export(tmp_path_factory))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    other = Store(f"sqlite:///{tmp_path_factory.mktemp('other')}/other.db")
    with suppress(StoreError):
        import_library(other, io.BytesIO(bytes(whole)))
    for row in other.articles():
        assert other.article(row.id).text
    other.close()


_export: list[bytes] = []


def _sample_export(factory: pytest.TempPathFactory) -> bytes:
    if not _export:
        store = Store(f"sqlite:///{factory.mktemp('one')}/one.db")
        store.save(sample_articles()[2])
        _export.append(exported(store))
    return _export[0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_could_be_a_formula_is_marked_as_text(start: str) -> None:
    assert safe_cell(f'{start}HYPERLINK("x")') == f'\'{start}HYPERLINK("x")'


@pytest.mark.parametrize("value", ["plain", "", "a=b", -0.42, 7, None, True])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert safe_cell(value) == value


def test_joins_of_names_travel_and_the_later_word_counts(store: Store, other: Store) -> None:
    Joins(store).say(Edit("Ada Quill", "A. Quill", together=True))
    Joins(store).say(Edit("the council", "the city council", together=False))
    file = exported(store)
    done = import_library(other, io.BytesIO(file))
    assert (done.joins, done.complete) == (2, True)
    assert "2 pairs of names joined or kept apart" in str(done)
    assert set(Joins(other).all()) == set(Joins(store).all())
    Joins(other).say(Edit("Ada Quill", "A. Quill", together=False))  # later than the file
    assert import_library(other, io.BytesIO(file)).joins == 0
    assert Edit("A. Quill", "Ada Quill", together=False) in Joins(other).all()


@pytest.mark.parametrize(
    "joins", [3, [1], [["a", "b"]], [["a", "b", "yes", "2026"]], [["a" * 2_000, "b", True, "x"]]]
)
def test_a_line_of_joins_that_are_none_is_unreadable(store: Store, joins: object) -> None:
    head, *_, end = exported(store).splitlines(keepends=True)
    line = json.dumps({"joins": joins}).encode() + b"\n"
    done = import_library(store, io.BytesIO(head + line + end))
    assert (done.unreadable, done.joins, done.complete) == (1, 0, True)
    assert Joins(store).all() == ()


def test_file_and_answers_arrive_and_old_exports_are_still_read(store: Store, other: Store) -> None:
    text = "Why did you go?\n\nI was tired."
    spans = (Paragraph(0, Span(0, 15), "body"), Paragraph(1, Span(17, len(text)), "body"))
    told = {"answers": "Juno Brack", "file": "talks.zip#pier.html", "derived": True}
    id = store.save(Article("x", text, spans, **told)).id  # type: ignore[arg-type]
    lines = exported(store)
    import_library(other, io.BytesIO(lines))
    found = other.article(id)
    assert (found.answers, found.file, found.derived) == tuple(told.values())
    assert other.analysis(id).article == found
    other.delete([id])
    other.erase([id])
    head, article, *rest = [json.loads(line) for line in lines.splitlines()]
    old = {name: value for name, value in article.items() if name not in told}
    given = "\n".join(json.dumps(line) for line in (head, old, *rest)) + "\n"
    assert import_library(other, io.BytesIO(given.encode())).added == 1
    found = other.article(id)
    assert (found.answers, found.file, found.derived) == (None, None, False)
