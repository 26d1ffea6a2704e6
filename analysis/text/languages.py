"""Which language a text is in: English by its commonest words, any other by its letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from analysis.lexicon import word_list, word_table

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SAMPLE = 20_000  # characters looked at: the language of the rest is the same
ENGLISH_SHARE = 0.28  # of function words; English news has .30 to .45, other languages under .2
JUDGED_WORDS = 20  # of fewer, only what is nearly certain is said
FEWEST = 4
PHRASE = 8
LIKELY = 0.5
SURE = 0.9
UNKNOWN = "und"
"""ISO 639-2 for a language that is not determined."""


def language_of(text: str) -> str | None:
    """An ISO 639-1 code; “und” for none that is known; None where too few words tell.

    What is not plainly English is asked of py3langid, naive Bayes over byte sequences (Lui and
    Baldwin, langid.py, 2012); its model of 4.5 MB is loaded only then.

    >>> language_of("The mayor said that the bridge would not be open to them before the spring, "
    ...             "as it was no longer safe for all of the cars.")
    'en'
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample)
    common = sum(word.lower() in word_list("english_words") for word in words)
    many = len(words) >= JUDGED_WORDS
    if many and common >= ENGLISH_SHARE * len(words):
        return "en"
    if not many and (common > 1 or (len(words) < FEWEST and sample.isascii())):
        return None
    code, likely = _identifier().classify(sample)
    if many:
        return str(code) if likely >= LIKELY else UNKNOWN
    enough = LIKELY if not common and len(words) >= PHRASE else SURE
    return str(code) if likely >= enough and code != "en" else None


def language_name(code: str | None) -> str:
    """“French” for "fr"; "" for a code that names no language."""
    return word_table("languages").get(code or "", ("",))[0]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(found.labels)
    found.set_languages([code for code in word_table("languages") if code in known])
    return found
