"""What a reader may say against the program: which corrections there are and what each means.

A correction is one record, ``records.Correction``. ``kinds`` says of each kind which places and
values it needs and refuses what could never apply; ``told`` says each in plain words. Applying is
left to the stage concerned: ``reading.edits``, ``entities.edits``, ``attribution.edits`` and
``sources.edits``. To add a kind: a word in ``records.CorrectionKind``, a line in ``kinds.NEEDS``
and in ``told.SENTENCES``, a function in the stage's ``EDITS``.
"""

from __future__ import annotations

from analysis.corrections.kinds import (
    ARTICLE,
    FACTS,
    KINDS,
    NAMES,
    PARAGRAPHS,
    STATEMENTS,
    by_reader,
    check_correction,
    readable_date,
)
from analysis.corrections.told import (
    KIND_WORDS,
    ROLE_WORD,
    TYPE_WORD,
    correction_log,
    correction_sentence,
)

__all__ = [
    "ARTICLE",
    "FACTS",
    "KINDS",
    "KIND_WORDS",
    "NAMES",
    "PARAGRAPHS",
    "ROLE_WORD",
    "STATEMENTS",
    "TYPE_WORD",
    "by_reader",
    "check_correction",
    "correction_log",
    "correction_sentence",
    "readable_date",
]
