"""Speakers in turns: interviews, broadcast and court transcripts, whose lines name who speaks.

“Q: Is the pier safe?”, “ODA SKAAR: It is for now.”, “PER LUNDE, HOST: Welcome back.”
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.lexicon import first_name, is_title, word_group, word_list, word_table
from analysis.records import READ_ROLES, Article, Span

FEWEST = 3
"""Turns of a conversation; fewer lines with a colon are “Police: ‘Stay indoors’”."""
SHARE = 0.3
"""Of the lines from the first turn to the last: the rest are stage directions and long answers."""
LEAD = r"(?:[*_]{1,3}|[\"“])?"
"""What may stand before a label: “**Reyl:**”, a mark that opens words."""
_NAME = r"[^\W\d_][\w.'’-]*(?:[ \t][^\W\d_][\w.'’-]*){0,4}"
_LABEL = re.compile(
    rf"{LEAD}(?P<name>{_NAME})(?P<job>,[ \t][^:\n]{{2,40}}|[ \t]\([^:)\n]{{2,40}}\))?"
    r"[*_]{0,3}[ \t]?:[*_]{0,3}[ \t]+(?=\S)"
)
_LETTER = re.compile(rf"{LEAD}(?P<name>[QA])(?P<job>)(?:[ \t]?[.:])[ \t]+(?=\S)")
_DIRECTION = re.compile(r"[(\[][^()\[\]a-z]{3,200}[)\]]")
_ASIDE = re.compile(r"\([^()\n]{2,200}\)|\[[^\[\]\n]{2,200}\]")
_GESTURE = (
    r"(?:\([^()\n\d]{0,20}\b%s\b[^()\n\d]{0,20}\)|\[[^\[\]\n\d]{0,20}\b%s\b[^\[\]\n\d]{0,20}\])"
) % (
    (
        r"(?:laugh\w*|applau\w+|sigh\w*|paus\w+|cross-?talk|inaudible|smil\w+|cough\w*|music|cheer\w*)",
    )
    * 2
)
_GESTURES = re.compile(r"\s*" + _GESTURE + r"[\s,;]*", re.I)
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\S+")
QUESTIONS = 0.2
"""Of an interview's paragraphs are questions; an essay that asks itself things has fewer."""
QUESTION, ANSWER = "Q", "A"
ANSWERED = "answer"
"""The rule of what stands below a question without a label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the words that name the speaker, the whole label, and what is said."""

    name: Span
    label: Span
    content: Span


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of a conversation, in order; none where the text is no conversation.

    A paragraph without a label is nobody's turn. A text counts as a conversation when at least
    three lines have labels, one of them comes back or all are capitals, and they are many
    of the lines from the first turn to the last.

    >>> text = "REYES: Good morning.\\nHOLT: Water everywhere.\\nREYES: And now?"
    >>> spans = [Span(0, 20), Span(21, 44), Span(45, 59)]
    >>> [turn.name.of(text) for turn in find_turns(text, spans)]
    ['REYES', 'HOLT', 'REYES']
    """
    found = [(i, turn) for i, span in enumerate(paragraphs) if (turn := _turn(text, span))]
    known = Counter(_word(text, turn) for _, turn in found)
    # one lone label among many is a heading (“Key points: …”) unless it is written like the others
    found = [(i, t) for i, t in found if known[_word(text, t)] > 1 or _is_sure(text, t)]
    if len(found) < FEWEST or len({_word(text, t) for _, t in found}) < 2:
        return ()
    stretch = found[-1][0] - found[0][0] + 1
    return tuple(turn for _, turn in found) if len(found) >= SHARE * stretch else ()


def is_direction(line: str) -> bool:
    """Whether a line of a transcript is a stage direction: “(SOUNDBITE OF HELICOPTER)”."""
    return bool(_DIRECTION.fullmatch(line.strip()))


def is_aside(line: str) -> bool:
    """Whether a line between turns is in brackets from end to end: “[She looks at the sea.]”."""
    return bool(_ASIDE.fullmatch(line.strip("*_ \t\n")))


def spoken_parts(text: str, span: Span) -> tuple[Span, ...]:
    """What is said of a line, in order, without “(laughs)” or “[applause]” before, in or behind it.

    >>> line = "(sighs) I fell in (laughs) and stayed."
    >>> [part.of(line) for part in spoken_parts(line, Span(0, len(line)))]
    ['I fell in', 'and stayed.']
    """
    gestures = [hit.span() for hit in _GESTURES.finditer(text, span.start, span.end)]
    edges = [span.start, *(edge for hit in gestures for edge in hit), span.end]
    between = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span(a, b) for a, b in between if _WORD.search(text, a, b))


def bare_questions(paragraphs: Sequence[str]) -> list[bool]:
    """Which paragraphs are an interviewer's questions without a label; none where few are.

    At least two stand alone, each with an answer below it, and somebody answers in the first
    person.

    >>> bare_questions(["Why now?", "I had to.", "Did you win?", "We did."])
    [True, False, True, False]
    """
    asked = [_is_question(text) for text in paragraphs]
    below = [text for was, text in zip(asked, paragraphs[1:], strict=False) if was]
    answered = sum(not _is_question(text) for text in below) == sum(asked)
    spoken = any(word_group("first person") & set(_WORD.findall(text.lower())) for text in below)
    many = sum(asked) >= 2 and sum(asked) >= QUESTIONS * len(asked)
    return asked if many and answered and spoken else [False] * len(asked)


def unnamed_answers(article: Article) -> int:
    """How many answers of an interview carry no name: behind “A:”, or below a bare question."""
    text = article.text
    paragraphs = [p.span for p in article.paragraphs if p.role in READ_ROLES]
    if turns := find_turns(text, paragraphs):
        return sum(turn.name.of(text) == ANSWER for turn in turns)
    return sum(bare_questions([p.of(text) for p in paragraphs]))


def answers_note(article: Article) -> str | None:
    """One sentence where nobody is known to give the answers of an interview."""
    if article.answers or not unnamed_answers(article):
        return None
    return "The answers in this interview carry no name: say who answers."


def _is_question(text: str) -> bool:
    """A short paragraph that ends as a question and is no quotation."""
    bare = text.strip("*_ ")
    return bare.endswith("?") and 1 < len(bare.split()) < 60 and bare[0] not in "\"“‘'«"


def _turn(text: str, span: Span) -> Turn | None:
    match = _LETTER.match(text, span.start, span.end) or _LABEL.match(text, span.start, span.end)
    if match is None or not _could_speak(match["name"]):
        return None
    name = _bare_name(text, Span(*match.span("name")))
    said = text[match.end() : span.end].rstrip("*_ \t")  # “**Reyl: Why?**”
    content = Span(match.end(), match.end() + max(1, len(said)))
    return Turn(name, Span(span.start, match.end()), content)


def _bare_name(text: str, label: Span) -> Span:
    """The name in a label: “From Special Agent Lukas Brem” and “MS. HALE” are Lukas Brem and HALE.

    A title alone is all there is of a name (“The Judge”), and some are names (“Dean Moore”).
    """
    words = [Span(*hit.span()) for hit in _PIECE.finditer(text, label.start, label.end)]
    if len(words) > 1 and words[0].of(text).casefold() in word_group("before a speaker"):
        words = words[1:]
    said = [word.of(text) for word in words]
    for size in (3, 2, 1):
        if size < len(said) and _is_office(said[:size]) and _is_capital(said[size]):
            return Span(words[size].start, label.end)
    return Span(words[0].start, label.end)


def _is_office(words: list[str]) -> bool:
    """“Mr.”, “Special Agent”: a title or a job, and no first name (“Mason Reed”)."""
    title, low = " ".join(words), [word.casefold() for word in words]
    if title.casefold() in word_group("titles that are names") or first_name(words[0]):
        return False
    jobs = word_table("person_roles").keys()
    before = all(w in word_list("role_modifiers") or is_title(w) for w in low[:-1])
    return is_title(title) or (before and low[-1] in jobs)


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _is_sure(text: str, turn: Turn) -> bool:
    """Whether a label is a speaker's by its looks: in capitals, or a name behind a title."""
    return _loud(turn.name.of(text)) or turn.name.start > turn.label.start


def _could_speak(name: str) -> bool:
    words = name.split()
    if name in (QUESTION, ANSWER):
        return True
    capital = all(w[0].isupper() or w.lower() in word_list("small_words") for w in words)
    return capital and words[0].lower() not in word_list("label_words")


def _word(text: str, turn: Turn) -> str:
    """What two labels of one speaker have in common: the last word."""
    return turn.name.of(text).split()[-1].casefold()


def _loud(name: str) -> bool:
    return name.isupper() and len(name) > 1
