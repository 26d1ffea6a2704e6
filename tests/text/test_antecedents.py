"""Whom a pronoun means: one engine, asked with whoever stands in a text before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from analysis.language import split_sentences
from analysis.reading import read_article
from analysis.records import Role, Sentence, Span
from analysis.text import Antecedents, Sort, article_quotations
from analysis.text.antecedents import CROWD

PEOPLE = {
    "Rook": "m",
    "Prow": "m",
    "Vale": "",
    "Ida": "f",
    "Harbour Office": "body",
    "Inga Maro": "",
}


@dataclass(frozen=True)
class Someone:
    key: str
    name: str
    sort: Sort
    gender: str


def asked(text: str, spoke: str = "", never: str = "") -> tuple[list[str], str, bool]:
    """Who the last pronoun of a text, in brackets, can mean; by which rule; whether for sure."""
    start = text.index("[")
    word = text[start + 1 : text.index("]")]
    text = text.replace("[", "").replace("]", "")
    roles: dict[int, Role] = dict.fromkeys(range(text.count("\n") + 1), "body")
    article = read_article(text, roles=roles)
    sentences = [
        Sentence(s, p.index) for p in article.paragraphs for s in split_sentences(text, p.span)
    ]
    named = [
        (Span(*m.span()), Someone(name, name, *_known(name)))
        for name in PEOPLE
        for m in re.finditer(name, text)
    ]
    at = Antecedents(
        article, sentences, article_quotations(article), sorted(named, key=lambda n: n[0])
    )
    for span, who in named:
        if who.key == spoke:
            at.spoke(span.start, who)
    answer = at.find(word, start, frozenset({never}))
    return sorted(w.name for w in answer.found), answer.rule, answer.sure


def _known(name: str) -> tuple[Sort, str]:
    return ("body", "") if PEOPLE[name] == "body" else ("person", PEOPLE[name])


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("Rook met Vale at the quay. Then [he] left.", ["Rook"], "the subject"),
        ("A letter reached Rook late. Then [he] left.", ["Rook"], "the only one"),
        ("A letter from Rook reached Ida. Then [she] left.", ["Ida"], "the only one"),
        ("A letter from Vale reached Ida. Then [she] left.", ["Ida"], "the only one of that sex"),
        ("Rook's boat found Vale. Then [he] left.", ["Rook"], "the only one of that sex"),
        ("Rook left. Vale came. The boat, [he] said, was old.", ["Vale"], "the subject"),
        ("The Harbour Office met Rook. Then [it] closed.", ["Harbour Office"], "the subject"),
    ],
)
def test_the_nearest_sentence_with_somebody_who_agrees_decides(
    text: str, found: list[str], rule: str
) -> None:
    assert asked(text)[:2] == (found, rule)


def test_of_two_who_can_be_meant_the_speaker_is() -> None:
    text = "When Prow came, Rook said no. Later [he] left."
    assert asked(text)[:2] == (["Prow", "Rook"], "")
    assert asked(text, spoke="Prow")[:2] == (["Prow"], "who spoke")


@pytest.mark.parametrize(
    "text",
    [
        "Ida left. Then [he] came.",  # a title or a name tells the other sex
        "Rook went to the Harbour Office. Then [it] rained.",  # bodies count as subjects only
        "Then [he] left, and Rook stayed.",  # named behind it
        "Rook left. Then [we] came.",  # not followed back
        "Rook left.\n\nIt rained.\n\nIt blew.\n\nThen [he] came.",  # three paragraphs back
        "Rook left. " + "It rained. " * 12 + "Then [he] came.",
        "“Rook will lose everything he ever had.” Then [he] smiled.",  # named in speech only
    ],
)
def test_nobody_is_meant_who_does_not_agree_or_stands_too_far(text: str) -> None:
    assert asked(text)[0] == []


def test_somebody_out_of_the_question_is_passed_over() -> None:
    assert asked("Vale left. Rook came. Then [he] sat.", never="Rook")[0] == ["Vale"]


def test_a_first_name_gives_way_to_somebody_of_the_right_sex_and_only_then() -> None:
    assert asked("A letter came to Rook. Inga Maro left. Then [he] sat.")[0] == ["Rook"]
    assert asked("The quay was empty. Inga Maro left. Then [he] sat.")[0] == ["Inga Maro"]


def test_in_a_crowd_nobody_is_meant() -> None:
    crowd = ", ".join(["Rook"] * (CROWD + 1))
    assert asked(f"Present were {crowd}. Then [he] left.")[1:] == ("", False)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Rook left. Then [he] came.", True),
        ("Rook met Vale. Then [he] came.", True),  # nobody else is known to be a man
        ("Vale left.\n\nRook and Vale met. Vale left.\n\nThen [he] came.", True),  # leads the text
        ("Rook met Prow. Then [he] came.", False),  # the other man is a rival
        ("Rook left. Vale left.\n\nThen [he] came.", False),  # the paragraph before
        ("Rook left. It rained. It blew. It snowed. Then [he] came.", False),  # too far
    ],
)
def test_only_who_leads_the_text_or_stands_near_without_a_rival_is_sure(
    text: str, sure: bool
) -> None:
    found, _, surely = asked(text)
    assert (len(found), surely) == (1, sure)


def test_who_was_he_once_is_nobodys_she() -> None:
    text = "Vale left. He sat. She sang."
    at, vale = alone(text)
    assert at.find("She", text.index("She")).found == (vale,)
    at.meant(text.index("He"), "He", vale)
    assert at.find("She", text.index("She")).found == ()


def test_a_pronoun_keeps_whom_it_means_in_focus() -> None:
    """Twelve sentences after the name, but one after the pronoun."""
    text = "Vale left. " + "It rained. " * 8 + "He sat. " + "It rained. " * 8 + "Then he came."
    at, vale = alone(text)
    assert at.find("he", text.index("he came")).found == ()
    at.meant(text.index("He"), "He", vale)
    assert at.find("he", text.index("he came")).found == (vale,)


def test_inside_speech_only_whom_the_same_words_name_is_meant() -> None:
    assert asked("“Rook came, and [he] will stay with us,” said Vale.")[0] == ["Rook"]
    assert asked("Rook came. “It is late and [he] will stay,” said Vale.")[0] == []
    assert asked("“Rook is late by a day,” said Ida. “And now [he] is gone.”")[0] == []


def test_who_spoke_last_is_told_up_to_so_many_sentences_back() -> None:
    text = "Vale spoke. It rained. It blew. Some came."
    at, vale = alone(text)
    at.spoke(0, vale)
    place = text.index("Some")
    assert (at.last_speaker(place, back=3), at.last_speaker(place, back=2)) == (vale, None)


def alone(text: str) -> tuple[Antecedents[Someone], Someone]:
    """The engine over a text of one paragraph that begins with “Vale”, and Vale."""
    article = read_article(text, roles={0: "body"})
    vale = Someone("Vale", "Vale", "person", "")
    sentences = [Sentence(s, 0) for s in split_sentences(text, Span(0, len(text)))]
    return Antecedents(article, sentences, (), [(Span(0, 4), vale)]), vale
