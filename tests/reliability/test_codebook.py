"""The codebook: every category of the program, none besides, and a version for each text."""

from __future__ import annotations

import hashlib
from typing import get_args

import pytest

from analysis import records
from analysis.reliability import CHOICES, VERDICTS, codebook, printable
from analysis.reliability.codebook import FILE

AXES = {
    "Paragraph role": records.Role,
    "Mode": records.Mode,
    "Source type": records.SourceType,
    "Source role": records.SourceRole,
    "Named-ness": records.Namedness,
    "Provenance": records.Provenance,
    "Stance": records.Stance,
    "Type of a name": records.EntityType,
    "Confidence": records.Confidence,
}
VERSIONS = {"1.0": "3dbeffc0b178"}
"""A changed definition is a new version: add it here, with a line under "Changes"."""


@pytest.mark.parametrize(("title", "codes"), AXES.items())
def test_an_axis_has_the_codes_of_the_records(title: str, codes: object) -> None:
    assert [code for code, _ in codebook().section(title).entries] == list(get_args(codes))


def test_every_answer_a_coder_may_give_is_defined() -> None:
    book = codebook()
    for what, title in (("statements", "Statement"), ("names", "Name:")):
        defined = {code for code, _ in book.section(title).entries}
        assert defined == VERDICTS[what]  # type: ignore[index]
    tones = {code for code, _ in book.section("Sentence tone").entries}
    assert tones == {c.value or c.verdict for c in CHOICES["tones"]}
    missed = {code for code, _ in book.section("What was missed").entries}
    assert missed == VERDICTS["missed statements"]


def test_a_changed_text_is_a_new_version() -> None:
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]
    assert VERSIONS.get(codebook().version) == digest
    assert f"{codebook().version}:" in codebook().markdown.partition("## Changes")[2]


def test_it_prints_as_one_page_that_needs_nothing_else() -> None:
    made = printable(codebook())
    assert made.count("<dt>") == sum(len(s.entries) for s in codebook().sections)
    assert "<script" not in made
    assert "http" not in made
    assert "<dt>role_only</dt>" in made
