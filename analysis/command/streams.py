"""Lines in and lines out: bounded in length, whole on the disk, harmless on a terminal."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from analysis.records import ArticleError

LONGEST_LINE = 80_000_000
"""Bytes: a 6,000,000-character article, each character escaped (``\\uXXXX``, in pairs)."""
MOST_VALUES = 1_000_000
"""In one line; Python takes up to 80 bytes for each, so 79 MB of ``{},`` would take 2 GB."""
_SKIP = 1 << 20
_QUOTED = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def bounded_lines(file: IO[bytes], longest: int = LONGEST_LINE) -> Iterator[bytes | None]:
    """The lines of a file, None for one that is longer, which is never held as a whole."""
    while line := file.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_SKIP)
        yield None


def parse_line(line: str) -> Any:
    """What a line of JSON says; ``ValueError`` where it is none, or one that fills the memory."""
    if sum(_QUOTED.sub("", line).count(c) for c in ",[{") > MOST_VALUES:
        raise ValueError("this line holds more values than an article has")
    try:
        return json.loads(line)
    except RecursionError:
        raise ValueError("this line is nested too deeply") from None


def printable(text: str) -> str:
    """The text with what would steer a terminal (escape sequences, reversals) shown as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


class WholeLines:
    """A file that ends with a whole line even where the disk ran full in the midst of one."""

    def __init__(self, path: Path, *, append: bool) -> None:
        self._file = open(path, "ab" if append else "wb", buffering=0)  # noqa: SIM115  # __exit__
        self._regular = stat.S_ISREG(os.fstat(self._file.fileno()).st_mode)
        self._whole = self._file.seek(0, os.SEEK_END) if self._regular else 0

    def __enter__(self) -> WholeLines:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, line: str) -> None:
        """All of the line, at once; ``OSError``, and nothing of it, where there is no room."""
        data = memoryview(line.encode("utf-8"))
        try:
            while data:
                data = data[self._file.write(data) :]
        except OSError:
            if self._regular:
                with suppress(OSError):
                    self._file.truncate(self._whole)
                    self._file.seek(self._whole)
            raise
        self._whole += len(line.encode("utf-8"))


def prepare_output() -> bool:
    """Makes printing safe for any text, and says whether anybody takes the standard output."""
    open_output = sys.stdout is not None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us: `>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # to the end
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # lone surrogates
    return open_output


def abandon_output() -> None:
    """Nothing more is printed, so that the interpreter's last flush does not fail once more."""
    with suppress(OSError, ValueError):  # also where a test stands in for standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_resumable(path: Path) -> None:
    """``ArticleError`` for what cannot be read again: a pipe, a device, a folder."""
    if path.exists() and not path.is_file():
        raise ArticleError(f"{path} is no ordinary file, so there is nothing to go on from.")
