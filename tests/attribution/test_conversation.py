"""Conversations, and reports that name nobody: texts of our own, read whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import Analysis, analyze, read_article
from analysis.corrections import correction_log
from analysis.records import Correction, Span
from analysis.text import answers_note, body_words, unnamed_answers

RADIO = """ILSE MARR, HOST: Good evening. The tunnel at Quenby is shut again. Otto Venn is there.

OTTO VENN, BYLINE: It is, Ilse. Rain has filled the lower tube since noon.

(SOUNDBITE OF PUMPS)

MARR: When will it open?

VENN: The engineer told me that it would be Thursday, at the earliest.

UNIDENTIFIED MAN: I walked home. Everyone did."""

LETTERS = """Four questions for the lock keeper

By Petra Sund

The keeper of Quenby lock talks about mud and patience.

Q. How long does a boat wait?

A. An hour in summer. In winter nobody comes.

Q. Do you like the winter?

A. I do. The ice sings at night."""

COURT = """The hearing opened on Tuesday.

THE COURT: Ms. Dray, you may begin.

MS. DRAY: Thank you. Where were you on the night of the fire?

THE WITNESS: I was at the mill with my brother.

MS. DRAY: Did he leave before ten?

THE WITNESS: He left at nine."""


def read(text: str) -> Analysis:
    return analyze(read_article(text))


def speaker(done: Analysis, words: str) -> str | None:
    """Who is credited with these words at the outermost level."""
    at = done.article.text.index(words)
    names = {s.id: s.name for s in done.sources}
    for a, credit in zip(done.attributions, done.credits, strict=True):
        if a.depth == 0 and any(c.start <= at < c.end for c in a.content):
            return names.get(credit.source or "")
    return None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (RADIO, "Good evening", "Ilse Marr"),
        (RADIO, "Rain has filled", "Otto Venn"),
        (RADIO, "When will it open", "Ilse Marr"),
        (RADIO, "The engineer told me", "Otto Venn"),
        (RADIO, "Everyone did", "UNIDENTIFIED MAN"),
        (RADIO, "SOUNDBITE", None),
        (LETTERS, "How long does", "the interviewer"),
        (LETTERS, "An hour in summer", "the interviewee"),
        (LETTERS, "The ice sings", "the interviewee"),
        (COURT, "Where were you", "Dray"),
        (COURT, "I was at the mill", "THE WITNESS"),
        (COURT, "The hearing opened", None),
    ],
)
def test_a_turn_is_its_speaker_s(text: str, words: str, name: str | None) -> None:
    found = speaker(read(text), words)
    assert (found or "").casefold() == (name or "").casefold()


def test_turns_are_direct_and_sure() -> None:
    turns = [a for a in read(RADIO).attributions if a.rule == "turn"]
    assert len(turns) == 5
    assert {(a.mode, a.confidence) for a in turns} == {("direct", "high")}


def test_what_a_speaker_passes_on_stands_inside_the_turn() -> None:
    done = read(RADIO)
    inner = [a for a in done.attributions if a.depth == 1]
    assert [done.article.text[a.source[0].start : a.source[0].end] for a in inner] == [
        "The engineer"
    ]


def test_no_label_is_a_body_and_the_first_turn_is_no_headline() -> None:
    done = read(RADIO)
    assert not {"HOST", "BYLINE", "SOUNDBITE"} & {e.name for e in done.entities}
    assert done.article.paragraphs[0].role == "body"
    assert done.article.paragraphs[2].role == "boilerplate"


def test_answers_without_a_name_say_so() -> None:
    [answers] = [s for s in read(LETTERS).sources if s.name == "the interviewee"]
    assert answers.namedness == "role_only"
    assert "say who answers" in answers.unresolved


@pytest.mark.parametrize(
    "text",
    [
        "Key points: two hurt\n\nThe bus left the road at Quenby on Sunday.\n\nDriver: 'I slipped'",
        "Note: this is a draft.\n\nUpdated: 5 March\n\nPhoto: Ann Vale\n\nThe mill burned down.",
    ],
)
def test_lines_with_a_colon_are_no_conversation(text: str) -> None:
    assert not [a for a in read(text).attributions if a.rule == "turn"]


def test_who_writes_is_no_source() -> None:
    done = read("I disagree with the plan. I believe it will fail, and I say so gladly.")
    assert done.sources == ()
    assert all(v.source is None and v.attribution is None for v in done.voices)


@pytest.mark.parametrize(
    "text",
    [
        "The driver is believed to be in hospital in Quenby.",
        "Two of the guards were thought to have slept.",
        "It is understood that the lock was broken.",
    ],
)
def test_a_report_in_the_passive_has_no_source(text: str) -> None:
    assert read(text).sources == ()


def test_chief_and_press_officers_are_not_the_police() -> None:
    text = (
        "Chief Financial Officer Ada Brill said sales fell. Press officer Jon Wick said nothing "
        "was lost. Police officer Una Stroud said the road was shut."
    )
    roles = {s.name: s.role for s in read(text).sources}
    assert roles == {
        "Ada Brill": "business",
        "Jon Wick": "spokesperson",
        "Una Stroud": "law_security",
    }


BARE = """Ines Quarrel leads the opposition in Quenby. She sat down with us last week.

Why did you decide to run again?

I could not stop now. I am sorry for my rivals.

There is more to do than ever.

Do you think you can win?

I do. The polls are with us."""

ESSAY = """The tunnel at Quenby is shut again, and the town has learned to live with it.

Who is to blame for that?

The engineers say rain. The council says the engineers."""


def test_a_turn_goes_on_in_the_paragraphs_below_it_up_to_the_next_label() -> None:
    longer = RADIO.replace("noon.\n", "noon.\n\nNobody has slept.\n")
    assert speaker(read(longer), "Nobody has slept") == "Otto Venn"


def test_answers_to_questions_without_names_are_held_apart_and_are_nobodys() -> None:
    done = read(BARE)
    answers = [a for a in done.attributions if a.rule == "answer"]
    assert [len(a.content) for a in answers] == [2, 1]
    assert all(a.mode == "direct" and not a.source for a in answers)
    assert [s.name for s in done.sources if s.type == "writer"] == []


def test_one_question_in_an_essay_makes_no_interview() -> None:
    assert not any(a.rule == "answer" for a in read(ESSAY).attributions)


def test_an_unresolved_he_is_never_whom_she_means() -> None:
    done = read(
        "“The toll is fair,” Ruth Quarrel said.\n\n“Never,” he answered. She said it had been."
    )
    assert speaker(done, "it had been") == "Ruth Quarrel"


CAVE = """TESS MARLOW: How did you find the cave?

JOREN DACK: I fell into it (laughs), and stayed. [applause] My dog fetched help.

TESS MARLOW: (pause) What did the dog get?

JOREN DACK: A whole chicken (if you ask her)."""


def test_gestures_inside_a_turn_are_nobodys_words() -> None:
    done = read(CAVE)
    said = [[c.of(CAVE) for c in a.content] for a in done.attributions]
    assert said[1:] == [
        ["I fell into it", "and stayed.", "My dog fetched help."],
        ["What did the dog get?"],
        ["A whole chicken (if you ask her)."],
    ]
    words = {s.name: done.words_by_source[s.id] for s in done.sources}
    assert words["Joren Dack"] == 10 + 7


INITIALS = """The diver of Wick

Nora Felding has dived for forty years. Piet Aarden spoke to her.

Piet Aarden: When did you start?

Nora Felding: At nine. My father pushed me in.

PA: Were you afraid?

NF: He said that fear was useful.

[She looks at the sea.]

Aarden: And now?

Felding: Now I am careful. (laughs)"""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Were you afraid", "Piet Aarden"),
        ("And now", "Piet Aarden"),
        ("He said that", "Nora Felding"),
        ("Now I am careful", "Nora Felding"),
        ("She looks at the sea", None),
        ("(laughs)", None),
    ],
)
def test_initials_and_surnames_go_on_with_their_speaker(words: str, name: str | None) -> None:
    assert speaker(read(INITIALS), words) == name


def test_he_in_a_turn_is_nobody_who_talks() -> None:
    done = read(INITIALS)
    [said] = [a for a in done.attributions if a.depth == 1]
    credit = next(c for c in done.credits if c.attribution == said.id)
    assert {s.id: s.name for s in done.sources}[credit.source or ""] == "he"


@pytest.mark.parametrize("text", [BARE, LETTERS])
def test_the_answers_are_whose_the_reader_says(text: str) -> None:
    done = analyze(read_article(text, answers="Ulla Brandt"))
    [told] = [s for s in done.sources if s.name == "Ulla Brandt"]
    assert (told.type, told.namedness, told.entity) == ("person", "named", None)
    assert len(told.attributions) == 2
    assert sum(done.words_by_source.values()) <= body_words(done.article)
    assert {c.rule for c in done.credits if c.source == told.id} <= {"answers", "by letter"}


@pytest.mark.parametrize("name", ["Ines Quarrel", "quarrel", "Dr Ines Quarrel"])
def test_somebody_in_the_text_who_answers_is_that_entity(name: str) -> None:
    done = analyze(read_article(BARE, answers=name))
    [told] = done.sources
    assert told.name == "Ines Quarrel"
    assert {e.id: e.name for e in done.entities}[told.entity or ""] == "Ines Quarrel"
    assert done.words_by_source[told.id] == 25


def test_who_answers_can_be_said_after_keeping_and_split_sources_stay_whole() -> None:
    article = read_article(BARE)
    whole = Span(0, len(BARE))
    done = analyze(article, corrections=(Correction("answers", whole, value="Ada Wick"),))
    assert [s.name for s in done.sources] == ["Ada Wick"]
    assert correction_log(done) == ("The answers are given by “Ada Wick”.",)
    words = Span(0, 12)
    assert analyze(article, corrections=(Correction("split source", words),)).dropped


@pytest.mark.parametrize(("text", "number"), [(BARE, 2), (LETTERS, 2), (RADIO, 0), (ESSAY, 0)])
def test_answers_without_a_name_are_counted_until_somebody_says(text: str, number: int) -> None:
    article = read_article(text)
    assert unnamed_answers(article) == number
    assert bool(answers_note(article)) == (number > 0)
    assert answers_note(replace(article, answers="Ada Wick")) is None
