"""Each kind of correction, from the words chosen to what every page then counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import Analysis, analyze, read_article
from analysis.corrections import correction_log
from analysis.output import article_json
from analysis.records import Correction, Span
from analysis.tables import count_names, count_voices, entity_table, source_audit, source_table
from library.codec import decode, encode
from ui.filters import counted

TEXT = """Ferry line to Brask reopens after storm

By Ilse Verhoun

The ferry line between Ostrel and Brask reopened on Monday after an effort by the crew.

"We were afraid for the boats," said Captain Rolf Dannick. "The storm was terrible."

Nobody had warned the town, a shopkeeper told the council, and the pumps failed within minutes.

The harbour office said all sailings would run on time by Friday. Two officials said the sea wall
would hold. One of the officials said it would not.
"""
ARTICLE = read_article(TEXT)
WHOLE = Span(0, len(TEXT))


def at(words: str, *, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def corrected(*made: Correction) -> Analysis:
    return analyze(ARTICLE, corrections=made)


def said(analysis: Analysis) -> dict[str, str]:
    """Who says what, by the words of the statement."""
    names = {s.id: s.name for s in analysis.sources}
    return {
        " ".join(s.of(TEXT) for s in a.content): names.get(c.source or "", "")
        for a, c in zip(analysis.attributions, analysis.credits, strict=True)
    }


def names(analysis: Analysis) -> dict[str, list[str]]:
    return {e.name: [m.span.of(TEXT) for m in e.mentions] for e in analysis.entities}


def test_a_missed_name_is_found_wherever_it_is_written() -> None:
    made = corrected(Correction("name", at("storm"), value="EVENT"))
    assert names(made)["storm"] == ["storm", "storm"]
    assert made.entities[1].mentions[0].rule == "added by you"
    assert made.dropped == ()


def test_a_missed_name_can_be_another_way_of_naming_one_who_is_found() -> None:
    made = corrected(Correction("name", at("the crew"), at("Rolf Dannick"), "PERSON"))
    assert names(made)["Rolf Dannick"] == ["the crew", "Rolf Dannick"]


def test_a_name_that_ends_elsewhere_takes_its_words_along() -> None:
    made = corrected(Correction("name span", at("Rolf Dannick"), at("Captain Rolf Dannick")))
    assert names(made)["Captain Rolf Dannick"] == ["Captain Rolf Dannick"]
    assert "Rolf Dannick" not in names(made)
    assert said(made)['"We were afraid for the boats," "The storm was terrible."'] == (
        "Captain Rolf Dannick"
    )


def test_one_place_is_not_a_name_the_others_stay() -> None:
    made = corrected(Correction("not name", at("Brask")))
    assert names(made)["Brask"] == ["Brask"]


def test_a_missed_statement_has_its_source_cue_and_words() -> None:
    made = corrected(
        Correction("statement", at("the pumps failed within minutes"), at("the crew"),
                   cue=at("warned"))
    )  # fmt: skip
    assert said(made)["the pumps failed within minutes"] == "the crew"
    (new,) = [a for a in made.attributions if a.rule == "reader"]
    assert (new.cue, new.confidence) == ((at("warned"),), "high")


def test_a_missed_statement_takes_its_words_from_one_that_crosses_it() -> None:
    made = corrected(Correction("statement", at("time by Friday"), at("the crew")))
    assert said(made)["time by Friday"] == "the crew"
    assert said(made)["all sailings would run on "] == "The harbour office"


def test_a_statement_ends_where_the_reader_says() -> None:
    whole, less = at("all sailings would run on time by Friday"), at("all sailings would run")
    made = corrected(Correction("statement span", whole, less))
    assert said(made)["all sailings would run"] == "The harbour office"
    assert made.words_by_source[_id(made, "The harbour office")] == 4


def test_the_other_piece_of_an_interrupted_quotation_stays() -> None:
    piece = at('"The storm was terrible."')
    made = corrected(Correction("statement span", piece, at("The storm was terrible")))
    assert '"We were afraid for the boats," The storm was terrible' in said(made)


def test_a_statement_has_another_speaker_or_nobody() -> None:
    words = at("the sea wall\nwould hold")
    assert said(corrected(Correction("speaker", words, at("the crew"))))[words.of(TEXT)] == (
        "the crew"
    )
    assert said(corrected(Correction("speaker", words)))[words.of(TEXT)] == ""


def test_only_the_statement_meant_is_taken_away() -> None:
    before, after = said(corrected()), said(corrected(Correction("not quotation", at("it would"))))
    assert len(after) == len(before) - 1
    assert after.items() <= before.items()


def test_two_sources_are_one_and_one_is_two_again() -> None:
    merged = corrected(Correction("merge source", at("The harbour office"), at("Two officials")))
    assert len(merged.sources) == len(corrected().sources) - 1
    before = list(said(corrected()).values()).count("Two officials")
    assert list(said(merged).values()).count("Two officials") == before + 1
    both = corrected(
        Correction("merge source", at("The harbour office"), at("Two officials")),
        Correction("split source", at("The harbour office")),
    )
    assert len(both.sources) == len(corrected().sources)
    assert both.dropped == ()


def test_parts_and_facts_of_the_article_are_corrected_and_come_back() -> None:
    caption = ARTICLE.body[0]
    made = (
        Correction("role", caption.span, value="caption"),
        Correction("title", WHOLE, value="Boats again"),
        Correction("published", WHOLE, value="2026-03-12"),
        Correction("author", WHOLE),
    )
    found = corrected(*made)
    assert found.article.paragraphs[caption.index].role == "caption"
    assert (found.article.title, found.article.published) == ("Boats again", "2026-03-12")
    assert found.article.author is None
    assert corrected(*made[:0]) == analyze(ARTICLE)
    assert analyze(found.article, corrections=made).article == found.article


ONE_OF_EACH = (
    Correction("name", at("storm"), value="EVENT"),
    Correction("statement", at("the pumps failed within minutes"), at("the crew")),
    Correction("speaker", at("We were afraid"), at("The harbour office")),
    Correction("statement span", at("the sea wall\nwould hold"), at("the sea wall")),
    Correction("role", ARTICLE.body[0].span, value="caption"),
    Correction("merge source", at("Two officials"), at("The harbour office")),
    Correction("title", WHOLE, value="Boats again"),
)


@pytest.mark.parametrize("number", range(1, len(ONE_OF_EACH) + 1))
def test_after_every_correction_the_tables_agree(number: int) -> None:
    made = corrected(*ONE_OF_EACH[:number])
    assert made.dropped == ()
    listed = entity_table(made)
    audit = source_audit([made]).iloc[0]
    voices = count_voices(counted(made, "statements", {}))
    assert voices.sources == audit["sources"] == len(source_table(made)) == len(made.sources)
    assert voices.words == audit["attributed_words"] == sum(made.words_by_source.values())
    assert voices.statements == len(made.attributions)
    found = article_json(made)
    assert found["unattributed_words"] + sum(s["words"] for s in found["sources"]) == found["words"]
    assert sum(e["count"] for e in found["entities"]) == int(listed["count"].sum())
    assert count_names(counted(made, "names", {})).mentions == int(listed["count"].sum())


def test_json_says_what_the_reader_said() -> None:
    found = article_json(corrected(*ONE_OF_EACH[:2]))
    assert [c["applies"] for c in found["corrections"]] == [True, True]
    assert found["corrections"][1]["other"] == [at("the crew").start, at("the crew").end]
    assert {e["name"] for e in found["entities"] if e["reader"]} == {"storm"}
    assert {s["name"] for s in found["sources"] if s["reader"]} == {"the crew"}
    assert sum(a["reader"] for a in found["attributions"]) == 1
    assert not any(p["reader"] for p in found["paragraphs"])
    plain = article_json(analyze(ARTICLE))
    assert plain["corrections"] == []
    assert not any(thing["reader"] for kind in ("entities", "sources") for thing in plain[kind])


def test_the_log_has_a_sentence_for_each_and_says_what_no_longer_applies() -> None:
    log = correction_log(corrected(*ONE_OF_EACH, Correction("hide", at("afraid"))))
    assert log[0] == "“storm” was added as a name (event)."
    assert log[2] == "“We were afraid” is said by “The harbour office”."
    assert log[-2] == "The title is “Boats again”."
    assert log[-1].endswith("It no longer applies to this text.")
    assert len(log) == len(ONE_OF_EACH) + 1


def test_colours_stay_with_their_person_whatever_is_corrected() -> None:
    before = {s.name: s.hue for s in corrected().sources}
    assert sorted(h for h in before.values() if h is not None) == list(range(len(before)))
    for number in range(1, len(ONE_OF_EACH) + 1):
        after = {s.name: s.hue for s in corrected(*ONE_OF_EACH[:number]).sources}
        assert {n: h for n, h in after.items() if n in before} == {
            n: h for n, h in before.items() if n in after
        }
        assert len(set(after.values())) == len(after)
    renamed = corrected(Correction("rename", at("Rolf Dannick"), value="The captain"))
    assert {s.name: s.hue for s in renamed.sources}["The captain"] == before["Rolf Dannick"]


def test_a_correction_is_kept_as_it_was_made() -> None:
    for one in (*ONE_OF_EACH, Correction("statement", Span(0, 4), Span(5, 9), cue=Span(10, 12))):
        assert decode(Correction, encode(one)) == one
    old = encode(Correction("merge", Span(0, 4), Span(5, 9)))
    at_ = old["classes"]["Correction"].index("cue")
    old["classes"]["Correction"].pop(at_)
    old["record"].pop(at_)
    assert decode(Correction, old) == Correction("merge", Span(0, 4), Span(5, 9))


def _id(analysis: Analysis, name: str) -> str:
    return next(s.id for s in analysis.sources if s.name == name)


def test_the_text_never_changes() -> None:
    made = corrected(*ONE_OF_EACH)
    assert made.article.text == TEXT
    assert replace(made.article, paragraphs=(), title=None, published=None) == replace(
        ARTICLE, paragraphs=(), title=None, published=None
    )
