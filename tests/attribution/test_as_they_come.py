"""Who says what in texts as people have them: passages of our own, read by the whole program."""

from __future__ import annotations

from functools import cache

import pytest

from analysis import Analysis, analyze, read_article
from analysis.records import Attribution


@cache
def read(text: str) -> Analysis:
    return analyze(read_article(text))


def innermost(text: str, words: str) -> tuple[Attribution, str, str] | None:
    """The deepest attribution that holds these words, with its source's name and provenance."""
    done = read(text)
    at = text.index(words)
    names = {s.id: s.name for s in done.sources}
    held = [
        (a, names.get(c.source or "", "-"), c.provenance)
        for a, c in zip(done.attributions, done.credits, strict=True)
        if any(s.start <= at and at + len(words) <= s.end for s in a.content)
    ]
    return max(held, key=lambda found: found[0].depth, default=None)


def speaker(text: str, words: str) -> str:
    found = innermost(text, words)
    return found[1] if found else "-"


MET = (
    "Mayor Colette Brandt met builder Paul Okonkwo on Friday. “It is too tall,” she said. "
    "“It is too short,” he answered. She said she would vote no; he said he would wait."
)
COURT = (
    "Judge Hannah Sorel asked witness Pavel Dorn about the ladder. He said it was hers. "
    "“It was never mine,” she replied."
)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (MET, "too tall", "Colette Brandt"),
        (MET, "too short", "Paul Okonkwo"),
        (MET, "she would vote no", "Colette Brandt"),
        (MET, "he would wait", "Paul Okonkwo"),
        (COURT, "it was hers", "Pavel Dorn"),
        (COURT, "never mine", "Hannah Sorel"),
        # a name that tells no sex was “he” before, so it is nobody's “she”
        ("Ada Brandt met Kirobo Teme. He said no. “I asked nicely,” she said.", "I asked",
         "Ada Brandt"),
    ],
)  # fmt: skip
def test_she_is_never_he(text: str, words: str, name: str) -> None:
    assert speaker(text, words) == name


QUOTED = [
    ("“My father said, ‘Pay the crew,’” said Ilse Marr.", "Pay the crew", "My father"),
    ('"The bank told us: \'No more loans.\' We sold it," said Ilse Marr.', "No more", "The bank"),
    ("'The nurse said: \"Go home.\" So I went,' Ilse Marr said.", "Go home", "The nurse"),
    ("“My sister wrote, ‘I will come home,’ and never did,” Ilse Marr said.", "I will come",
     "My sister"),
    ("The Herald reported that Varga had told friends she would go.", "she would go", "Varga"),
    ("The Herald reported that Varga had warned colleagues the dam would fail.",
     "the dam would fail", "Varga"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), QUOTED)
def test_words_inside_words_have_their_own_speaker(text: str, words: str, name: str) -> None:
    found = innermost(text, words)
    assert found is not None
    assert (found[0].depth, found[1]) == (1, name)


def test_what_follows_an_inner_quotation_is_the_outer_speaker_s() -> None:
    text = "'The nurse said: \"Go home.\" So I went,' Ilse Marr told the inquiry."
    assert speaker(text, "So I went") == "Ilse Marr"


SIGNS = [
    ("Rain fell for nine days,[4] the water board said.[5]", "Rain fell", "the water board"),
    ("“We opened every gate,”[6] said engineer Lotte Varga.", "We opened", "Lotte Varga"),
    ("``We lost the boat,'' said Jan Prell. ``The net held.''", "The net held", "Jan Prell"),
    ("“It sank,”² said Jan Prell.", "It sank", "Jan Prell"),
]


@pytest.mark.parametrize(("text", "words", "name"), SIGNS)
def test_footnotes_and_latex_marks_hide_no_speaker(text: str, words: str, name: str) -> None:
    assert speaker(text, words) == name


RELEASES = [
    ("WICK, Northmark, June 4, 2022 /PRNewswire/ -- Brill Motors Ltd. (LSE: BRL), a maker of vans, "
     "today announced that it has opened a plant.", "it has opened", "Brill Motors Ltd."),
    ("WICK, June 4 (Coast Wire) -- Hollis Foods Corp. announced today that Nina Sand will lead it.",
     "Nina Sand will", "Hollis Foods Corp."),
    ("The Northern Fishing Authority, or NFA, said quotas would fall.", "quotas",
     "Northern Fishing Authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), RELEASES)
def test_the_body_that_announces_is_credited(text: str, words: str, name: str) -> None:
    assert speaker(text, words) == name


def test_who_saw_a_letter_did_not_write_it() -> None:
    text = "A memo from the ministry, obtained by the Wick Herald, says the dam “will not hold”."
    assert speaker(text, "will not hold") == "the ministry"
    text = "A letter from Acme Oil, seen by the Wick Herald, says the well is dry."
    assert speaker(text, "the well is dry") == "Acme Oil"


def test_a_signed_post_came_by_social_media() -> None:
    text = (
        "Mayor Ada Quill hit back.\n\n“Nobody asked us. The tram is late.”\n\n"
        "— Ada Quill (@QuillAda) June 4, 2022"
    )
    found = innermost(text, "Nobody asked us")
    assert found is not None
    assert found[1:] == ("Ada Quill", "via_social")


@pytest.mark.parametrize(
    "text",
    [
        "But experience shows that floods come back.",
        "History teaches that walls fall.",
        "Common sense says the wall is too low.",
        "The driver is said to be abroad. She is believed to have fled.",
        "It is understood that two men were held.",
    ],
)
def test_nobody_is_a_source_where_nobody_speaks(text: str) -> None:
    assert read(text).sources == ()


def test_a_nod_says_nothing_and_who_turns_to_speak_does() -> None:
    text = "Vanessa Brook turned to the crowd. “I did it for all of you.” Tom Lund nodded."
    assert speaker(text, "I did it") == "Vanessa Brook"


def test_a_label_above_an_interview_is_no_speaker() -> None:
    assert read("INTERVIEW: “I never wanted the crown”\n\nWe met her in May.").sources == ()


FRESH = [
    ("Councillor Petra Nilsen met developer Marcus Thole. “You can see the sea,” he said. “You "
     "could before,” she replied.", "You could before", "Petra Nilsen"),
    ("Shares in Tolland Marsh fell. Tolland Marsh said its chief, Rupert Glass, would go.",
     "would go", "Tolland Marsh"),
    ("Harrow Vale beat Pemberton United 3–1. Harrow Vale's manager, Dean Sorrell, was glad. “He "
     "was a wall,” Sorrell said.", "a wall", "Dean Sorrell"),
    ("   The lake rose by half a metre over-\nnight, the water board said. It is the\nhighest "
     "yet.\n   “We opened both,” said Torunn Vik.\n“There is no more.”", "no more", "Torunn Vik"),
    ("Insp. Colm Fry said two men had been arrested.", "two men", "Colm Fry"),
    ("Dr Samuel “Buster” Keane opened it. Keane said 40 people came.", "40 people",
     "Samuel “Buster” Keane"),
    ("“The landlord told me, ‘Out by Friday,’ so I packed,” said tenant Wilma Osei.",
     "Out by Friday", "The landlord"),
    ("14:05\n\nPolice shut the bridge.\n\n14:40\n\nThe lorry carried honey, the fire brigade "
     "said.", "honey", "the fire brigade"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), FRESH)
def test_passages_of_the_hard_kinds(text: str, words: str, name: str) -> None:
    assert speaker(text, words) == name


def test_about_a_body_behind_its_release_is_no_news() -> None:
    done = read(
        "Dairy group plans new plant\n\nCORVE, May 6, 2026 -- Halden Dairies Ltd today announced "
        "that it will build a plant.\n\nIt will open in June, it said.\n\nAbout Halden Dairies\n\n"
        "Halden Dairies makes cheese in six towns.\n\nMedia Contact: Jo Pike, press@halden.example"
    )
    roles = [p.role for p in done.article.paragraphs]
    assert roles[-3:] == ["boilerplate"] * 3
    assert speaker(done.article.text, "it will build") == "Halden Dairies Ltd"


RELAY = (
    "“My uncle told me: ‘The bailiff said: “The boat is sold.” So I sat down,’” Wim Orr said.\n\n"
    "‘I rang the porter and he told me, “There is no key for this,” so I left,’ said Una Falk.\n\n"
    "“He calls it ‘progress,’ and people say ‘Good for you,’” Ms Reuss told the panel."
)


@pytest.mark.parametrize(
    ("words", "name", "depth"),
    [
        ("The boat is sold", "The bailiff", 2),
        ("So I sat down", "My uncle", 1),
        ("There is no key", "he", 1),
        ("so I left", "Una Falk", 0),
        ("progress", "Reuss", 0),
        ("Good for you", "Reuss", 0),
    ],
)
def test_each_ring_of_marks_has_its_own_speaker(words: str, name: str, depth: int) -> None:
    found = innermost(RELAY, words)
    assert found is not None
    assert found[0].depth == depth
    assert found[1] == name


ACCUSED = (
    "Pavel Dorn, 45, is accused of selling a lamp that was not his. He was charged with theft.\n\n"
    "Prosecutors accused Dorn of lying.\n\n“Nobody told us the lamp was for sale,” said Una Falk."
)


def test_who_is_accused_does_not_say_so() -> None:
    found = innermost(ACCUSED, "selling a lamp")
    assert found is not None
    assert found[1] == "-"
    assert speaker(ACCUSED, "of lying") == "Prosecutors"


def test_nobody_is_no_speaker() -> None:
    assert speaker(ACCUSED, "was for sale") == "Una Falk"
