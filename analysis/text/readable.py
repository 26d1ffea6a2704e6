"""Whether a text can be read as an article, and what a reader should know before trusting it."""

from __future__ import annotations

import re

from analysis.rules import Rules
from analysis.text.languages import SAMPLE, language_name, language_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>|[{}\\|=<>;]|https?://\S+")
NOT_ENGLISH = "This text does not look like English"
BINARY_SHARE = 0.1  # of control characters; text has none, compressed data a quarter
MOST_CHARACTERS = 1_000_000  # a long novel; more is a collection, minutes of work for one table
SHORT_WORDS = 60  # under this, shares and averages rest on two or three sentences
LETTERS_SHARE = 0.5  # of visible characters that are letters; news prose has .95


def check_text(text: object) -> str | None:
    """One sentence saying why nothing can be read here and what to do, or None if it can."""
    if not isinstance(text, str):  # None, NaN and bytes come from other people's tables
        return f"This is not text but {type(text).__name__}: give the article as a string."
    sample = text[:SAMPLE]
    if not text.strip():
        return "There is no text here: paste or upload an article."
    if len(text) > MOST_CHARACTERS:
        return (
            f"This text has {len(text):,} characters, more than the {MOST_CHARACTERS:,} that are "
            "read at once: give the articles in it one at a time."
        )
    if len(_CONTROL.findall(sample)) > BINARY_SHARE * len(sample):
        return "This is not text but binary data: choose a document that holds an article."
    if not _WORD.search(text):
        return "There are no words in this text: paste or upload an article."
    return None


def text_notes(text: str) -> tuple[str, ...]:
    """Warnings about a readable text, one sentence each: language, length, numbers, markup.

    The reader may go on regardless; figures then mean less, which the sentences say.
    """
    words = _WORD.findall(text[:SAMPLE])
    return tuple(verdict.answer for verdict in CHECKS.every(text, words))


def _markup(text: str, words: list[str]) -> str | None:
    sample = text[:SAMPLE]
    marked = sum(len(m) for m in _MARKUP.findall(sample))
    if marked > 0.2 * len(sample):
        return (
            "Much of this text is markup or addresses, not prose: paste the article's words only."
        )
    return None


def _numbers(text: str, words: list[str]) -> str | None:
    visible = sum(not c.isspace() for c in text[:SAMPLE])
    if sum(map(len, words)) < LETTERS_SHARE * visible:
        return (
            "Most of this text is numbers or signs, in which Hearsay finds little: "
            "give the prose of the article."
        )
    return None


def distrust(text: str) -> str | None:
    """One sentence where the text is not English: its results are not to be trusted."""
    code = language_of(text)
    if code in ("en", None):
        return None
    name = language_name(code)
    looks = f"This text looks like {name}, not English" if name else NOT_ENGLISH
    return f"{looks}, the only language Hearsay understands: its results are not to be trusted."


def _language(text: str, words: list[str]) -> str | None:
    foreign = distrust(text)
    told = foreign and foreign.split(", the only")[0]
    return told and f"{told}: leave it out, or give it in English."


def _length(text: str, words: list[str]) -> str | None:
    if len(words) < SHORT_WORDS:
        return (
            f"This text has only {len(words)} {'word' if len(words) == 1 else 'words'}: "
            "shares and averages will mean little, so give all of the article."
        )
    return None


CHECKS = Rules(_markup, _numbers, _language, _length)
