"""On a server's PYTHONPATH: writes down every address the process looks up or connects to."""

import os
import sys
from typing import Any

LOG = os.environ.get("HEARSAY_AUDIT", "")
WHERE = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
"""Audit events, and which of their arguments is the address."""


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if LOG and event in WHERE:
        with open(LOG, "a", encoding="utf-8") as log:
            log.write(f"{event} {arguments[WHERE[event]]!r}\n")


sys.addaudithook(_note)
