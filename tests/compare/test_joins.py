"""Names and sources joined across articles: by which rule, and as the reader says."""

from __future__ import annotations

from functools import cache

import pytest

from analysis import Analysis, analyze, read_article
from analysis.compare import Edit, Joined, join_names, joins, match_statements
from analysis.tables import compared_cast_table, heard_apart_table, report_table
from library.joins import Joins
from library.samples import sample_articles
from library.store import Store


@cache
def bridge() -> tuple[Analysis, ...]:
    return tuple(analyze(a) for a in sample_articles()[:3])


def labels() -> dict[str, str]:
    return {a.article.id: a.article.outlet or "" for a in bridge()}


def by_name(cast: tuple[Joined, ...], name: str) -> Joined:
    return next(j for j in cast if j.name == name)


def test_each_join_names_its_rule() -> None:
    cast = join_names(bridge())
    assert [m.rule for m in by_name(cast, "Ines Farrow").members] == ["", "same name", "same name"]


def councils(*edits: Edit) -> list[list[tuple[str, str]]]:
    """Each group of the two councils: name and rule of its members."""
    texts = ("The council said the road was shut.", "The city council said that the road was shut.")
    cast = join_names([analyze(read_article(t)) for t in texts], edits)
    return [[(m.name, m.rule) for m in j.members] for j in cast if "council" in j.key]


def test_a_description_joins_a_longer_one() -> None:
    assert councils() == [[("The city council", ""), ("The council", "same description")]]


def test_the_reader_outranks_the_rules() -> None:
    assert len(councils(Edit("The council", "The city council", together=False))) == 2
    one = join_names(bridge(), [Edit("Owen Brannock", "Luc Abendroth", together=True)])
    assert len(by_name(one, "Owen Brannock").members) == 2


def test_a_surname_of_two_people_joins_neither() -> None:
    full = read_article("Ann Moll said it rained in the town. Bert Moll said it snowed there.")
    other = read_article("“It was cold,” said Moll on Monday in the town hall.")
    cast = join_names([analyze(full), analyze(other)])
    moll = [j for j in cast if any(m.name == "Moll" for m in j.members)]
    assert [len(j.members) for j in moll] == [1]


def test_nobody_in_particular_is_never_joined() -> None:
    cast = join_names(bridge())
    assert all(len(j.members) == 1 for j in cast if j.name in ("Critics", "A source", "Some"))


def test_only_groups_that_a_rule_could_choose_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    analyses = [analyze(a) for a in sample_articles()]
    edits = [Edit("Owen Brannock", "Luc Abendroth", together=True)]
    quick = join_names(analyses, edits)
    monkeypatch.setattr(joins._Shelf, "near", lambda shelf, _: sorted(shelf.places))
    assert join_names(analyses, edits) == quick


def test_the_samples_share_three_statements() -> None:
    rows = match_statements(bridge(), join_names(bridge()))
    shared = {(r.speaker, len(r.articles)) for r in rows if len(r.articles) > 1}
    assert ("Judith Castellane", 2) in shared
    assert ("Tomas Reyl", 2) in shared
    assert not any("denied" in c.text for r in rows for c in r.cells if len(r.articles) > 1)


def test_tables_lead_back_to_the_words() -> None:
    cast = join_names(bridge())
    reports = report_table(bridge(), match_statements(bridge(), cast), labels())
    texts = {a.article.id: a.article.text for a in bridge()}
    for r in reports.to_dict("records"):
        first = str(r["text"]).split(" … ")[0]
        assert first in texts[r["article"]][r["start"] : r["end"]]
    people = compared_cast_table(bridge(), cast, labels())
    wide = heard_apart_table(people).set_index("name")
    assert wide.loc["Helena Brandt", "North Ledger"] == 34
    assert wide.loc["Helena Brandt"].isna()["Capital Wire"]


@pytest.mark.parametrize("together", [True, False])
def test_joins_are_kept_in_the_library(tmp_path, together: bool) -> None:  # type: ignore[no-untyped-def]
    store = Store(f"sqlite:///{tmp_path}/hearsay.db")
    Joins(store).say(Edit("B", "A", not together))
    Joins(store).say(Edit("A", "B", together))
    assert Joins(store).all() == (Edit("A", "B", together),)
    Joins(store).take_back(Edit("B", "A", together))
    assert Joins(store).all() == ()
    store.close()
