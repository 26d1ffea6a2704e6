"""Broken files of each format: nothing escapes, nothing is written.

1,000 mutations in the normal run, 20,000 with ``--slow``; each is made from its number alone,
so a failure can be made again.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.door import Batch, read_everything
from analysis.intake.drafts import Limits
from tests.intake.files import FILES

CHEAP = [name for name in FILES if name != "quay.pdf"]
PIECES = [
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"</p>", b"<!ENTITY a 'b'>", b"&a;", b'"', b"\r"),
    *(
        b"PK\x03\x04",
        b"%PDF-",
        b"obj",
        b"{",
        b"}",
        b",",
        b"\n\n",
        b"--b",
        b"Content-Type:",
        b"\x80",
    ),
    *(b"9" * 5000, b"(" * 2000, b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"=?utf-8?b?", b"../../x"),
]
LIMITS = Limits(seconds=3)
NORMAL, SLOW = 1_000, 20_000
PDF_EVERY = 40  # a PDF starts a process, which costs as much as fifty other files

_opened: list[str] = []
_watching = [False]


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _watching[0] and event == "open" and isinstance(arguments[2], int):
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        path = arguments[0]  # a number is a pipe to the process that reads PDFs
        if writes and isinstance(path, str | bytes) and path != os.devnull:
            _opened.append(str(path))


sys.addaudithook(_hook)


@contextmanager
def nothing_written() -> Iterator[None]:
    """Fails when a file is opened for writing meanwhile."""
    _opened.clear()
    _watching[0] = True
    try:
        yield
    finally:
        _watching[0] = False
    assert _opened == []


def mutated(number: int) -> tuple[str, bytes]:
    """A file's name and its bytes after one to six changes."""
    chance = random.Random(number)
    name = "quay.pdf" if number % PDF_EVERY == 0 else chance.choice(CHEAP)
    data = bytearray(FILES[name])
    for _ in range(chance.randint(1, 6)):
        at, upto = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        change = chance.randrange(6)
        if change == 0:
            data[at:upto] = b""
        elif change == 1:
            data[at:at] = data[at:upto]
        elif change == 2:
            data[at:at] = chance.choice(PIECES)
        elif change == 3 and data:
            data[min(at, len(data) - 1)] = chance.randrange(256)
        elif change == 4:
            data[at:upto] = chance.randbytes(min(upto - at, 50))
        else:
            other = FILES[chance.choice(CHEAP)]
            data[at:upto] = other[: upto - at]
    named = chance.choice(list(FILES)) if chance.random() < 0.2 else name
    return named, bytes(data)


def check(name: str, data: bytes) -> None:
    batch = read_everything(name, data, LIMITS)
    assert isinstance(batch, Batch)
    assert batch.drafts or batch.failures
    assert all(failure.reason.endswith(".") for failure in batch.failures)
    assert all(draft.text.strip() for draft in batch.drafts)


def run(numbers: range) -> None:
    read_everything("quay.html", FILES["quay.html"])  # parsers are loaded before we watch
    with nothing_written():
        for number in numbers:
            name, data = mutated(number)
            try:
                check(name, data)
            except Exception as error:
                raise AssertionError(f"mutation {number} of {name}") from error


def test_mutated_files_give_drafts_or_reasons() -> None:
    run(range(1, NORMAL + 1))


@pytest.mark.slow
def test_many_mutated_files_give_drafts_or_reasons() -> None:
    run(range(NORMAL + 1, NORMAL + SLOW + 1))


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(CHEAP), data=st.binary(max_size=500))
def test_any_bytes_under_any_name_give_drafts_or_reasons(name: str, data: bytes) -> None:
    check(name, data)
