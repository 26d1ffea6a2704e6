"""A file written whole or not at all, and never where somebody else is writing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO


def write_whole(name: str, lines: Iterable[bytes]) -> None:
    """Writes the lines to a file, put in its place once it is whole; "-" is standard output.

    What is no ordinary file (a pipe, a device) is written to and stays what it is. ``OSError``
    where there is no room; then the file that was there before is untouched.
    """
    if name == "-":
        _send(sys.stdout.buffer, lines)
        return
    target = Path(name)
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        with target.open("wb") as file:
            _send(file, lines)
        return
    target = target.resolve()  # a link stays a link
    _remove_leftovers(target)
    part = _part(target, os.getpid())
    try:
        with part.open("xb") as file:
            _send(file, lines)
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _send(file: IO[bytes], lines: Iterable[bytes]) -> None:
    for line in lines:
        file.write(line)
    file.flush()


def _part(target: Path, process: int | str) -> Path:
    return target.with_name(f".{target.name}.{process}.part")


def _remove_leftovers(target: Path) -> None:
    """Parts of exports that were killed: no process of that number is running any more."""
    for part in target.parent.glob(_part(target, "*").name.replace("[", "[[]")):
        number = part.name.split(".")[-2]
        if number.isdecimal() and not _runs(int(number)):
            part.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False  # a number used again: what lies there is not ours
    with suppress(PermissionError, OverflowError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
