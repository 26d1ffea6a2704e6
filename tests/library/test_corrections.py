"""The reader's corrections stand until the reader takes them back."""

from __future__ import annotations

import pytest

from analysis.records import Correction, Span
from library.corrections import Corrections
from library.samples import sample_articles
from library.store import Store

pytest_plugins = ("tests.library.databases",)
ARTICLE = sample_articles()[0]
MERGE = Correction("merge", Span(0, 4), Span(10, 14))
RENAME = Correction("rename", Span(3, 9), value="Dr. “Ö” \0 O'Hara")
SPEAKER = Correction("speaker", Span(20, 40), Span(3, 9))


@pytest.fixture
def corrections(store: Store) -> Corrections:
    return Corrections(store, store.save(ARTICLE).id)


def test_corrections_come_back_in_the_order_they_were_made(corrections: Corrections) -> None:
    for one in (SPEAKER, MERGE):
        corrections.add(one)
    corrections.add(RENAME)
    *before, rename = corrections.all()
    assert before == [SPEAKER, MERGE]
    assert rename.value == RENAME.value.replace("\0", "\ufffd")  # no database keeps a NUL in text


def test_undo_takes_back_the_latest_and_redo_brings_it_back(corrections: Corrections) -> None:
    corrections.add(MERGE)
    corrections.add(SPEAKER)
    assert corrections.undo() == (SPEAKER,)
    assert corrections.all() == (MERGE,)
    assert corrections.undo() == (MERGE,)
    assert corrections.undo() == ()
    assert corrections.redo() == (MERGE,)
    assert corrections.redo() == (SPEAKER,)
    assert corrections.redo() == ()
    assert corrections.all() == (MERGE, SPEAKER)


def test_clearing_is_one_step_that_undo_takes_back(corrections: Corrections) -> None:
    for one in (MERGE, SPEAKER):
        corrections.add(one)
    assert corrections.clear() == 2
    assert corrections.all() == ()
    assert corrections.undo() == (MERGE, SPEAKER)
    assert corrections.all() == (MERGE, SPEAKER)
    assert corrections.undo() == (SPEAKER,)


def test_one_is_taken_back_on_its_own_and_undo_brings_it_back(corrections: Corrections) -> None:
    for one in (MERGE, SPEAKER, MERGE):
        corrections.add(one)
    assert corrections.take_back(MERGE)
    assert corrections.all() == (MERGE, SPEAKER)
    assert not corrections.take_back(RENAME)
    assert corrections.undo() == (MERGE,)
    assert corrections.all() == (MERGE, SPEAKER, MERGE)


def test_a_new_correction_ends_redoing(corrections: Corrections) -> None:
    corrections.add(MERGE)
    corrections.undo()
    corrections.add(SPEAKER)
    assert corrections.redo() == ()
    assert corrections.all() == (SPEAKER,)


def test_undo_after_clear_and_more_goes_back_step_by_step(corrections: Corrections) -> None:
    corrections.add(MERGE)
    corrections.clear()
    corrections.add(SPEAKER)
    assert corrections.undo() == (SPEAKER,)
    assert corrections.all() == ()
    assert corrections.undo() == (MERGE,)
    assert corrections.all() == (MERGE,)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Correction("shout", Span(0, 4)), "a correction is one of"),
        (Correction("role", Span(0, 4), value="poem"), "not a paragraph's role"),
        (Correction("title", Span(0, 4), value="Storm"), "of the whole article"),
        (Correction("statement", Span(0, 9), Span(4, 12)), "stand apart"),
        (Correction("hide", Span(0, 10**7)), "inside the text"),
        (Correction("merge", Span(0, 4), Span(1, 10**7)), "inside the text"),
    ],
)
def test_what_could_never_apply_is_refused(
    corrections: Corrections, wrong: Correction, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        corrections.add(wrong)
    assert corrections.all() == ()


def test_roles_chosen_before_saving_are_corrections(store: Store) -> None:
    saved = store.save(ARTICLE, roles={1: "byline", 3: "caption", 999: "body"})
    made = Corrections(store, saved.id).all()
    assert [(c.kind, c.target, c.value) for c in made] == [
        ("role", ARTICLE.paragraphs[1].span, "byline"),
        ("role", ARTICLE.paragraphs[3].span, "caption"),
    ]
    kept = store.article(saved.id)
    assert [kept.paragraphs[i].role for i in (1, 3)] == ["byline", "caption"]
    Corrections(store, saved.id).clear()
    assert store.article(saved.id) == ARTICLE


def test_the_latest_role_counts(corrections: Corrections, store: Store) -> None:
    place = ARTICLE.paragraphs[2].span
    for role in ("caption", "bio"):
        corrections.add(Correction("role", place, value=role))
    assert store.article(store.articles()[0].id).paragraphs[2].role == "bio"


def test_articles_have_corrections_of_their_own(store: Store) -> None:
    first, second = (Corrections(store, store.save(s).id) for s in sample_articles()[:2])
    first.add(MERGE)
    second.add(SPEAKER)
    first.undo()
    assert (first.all(), second.all()) == ((), (SPEAKER,))


def test_every_part_of_a_missed_statement_comes_back(corrections: Corrections) -> None:
    whole = Correction("statement", Span(20, 40), Span(3, 9), cue=Span(10, 14))
    corrections.add(whole)
    corrections.add(Correction("speaker", Span(20, 40)))
    assert corrections.all() == (whole, Correction("speaker", Span(20, 40)))


def test_the_article_as_read_stays_beside_its_corrections(store: Store) -> None:
    mine = Corrections(store, store.save(ARTICLE).id)
    made = (
        Correction("role", ARTICLE.paragraphs[2].span, value="caption"),
        Correction("title", Span(0, len(ARTICLE.text)), value="Another title"),
    )
    for one in made:
        mine.add(one)
    assert store.as_read(ARTICLE.id) == (ARTICLE, made)
    corrected = store.article(ARTICLE.id)
    assert (corrected.title, corrected.paragraphs[2].role) == ("Another title", "caption")
