"""Work done in processes of its own, forked from one that has all modules loaded."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any


def fork(work: Callable[[], object]) -> int:
    """A child that does the work and ends; its process id."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
    return child


def in_process(work: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """Starts the work in a child; calling what comes back waits for what it made."""
    receiving, sending = os.pipe()

    def report() -> None:
        try:
            made = {"errors": [], **work()}
        except Exception as error:
            made = {"errors": [f"{type(error).__name__}: {error}"]}
        os.write(sending, json.dumps(made).encode())

    child = fork(report)
    os.close(sending)

    def result() -> dict[str, Any]:
        with open(receiving, "rb") as pipe:
            made: dict[str, Any] = json.loads(pipe.read() or b'{"errors": ["it died"]}')
        os.waitpid(child, 0)
        return made

    return result
