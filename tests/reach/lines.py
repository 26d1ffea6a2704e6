"""A batch of short lines, each with names never seen before; prints what memory it took.

    python -m tests.reach.lines NUMBER

The command itself is run, fed through a pipe, and its resident memory read after every thousandth
of the lines.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261128
STARTS = ("Br", "K", "Dr", "M", "Tol", "V", "Sch", "P", "Gr", "L", "Fen", "R", "Hal", "W", "N")
MIDDLES = ("a", "e", "i", "o", "u", "ei", "ou", "ar", "en", "il", "ov", "um")
ENDS = ("dt", "mann", "ski", "ley", "nor", "vić", "ström", "berg", "eau", "quist", "ton", "rath")
WARM = 0.3
"""Of the lines, after which stores that fill up and empty again have done so once."""


def new_name(draw: random.Random) -> str:
    """A name that most likely nobody bears: 3.7 million of them."""
    return draw.choice(STARTS) + "".join(draw.choices(MIDDLES, k=3)) + draw.choice(ENDS)


def lines(number: int) -> Iterator[str]:
    """Articles of a sentence with five new names; every tenth also says something."""
    draw = random.Random(SEED)
    for n in range(number):
        one, two, place, body, street = (new_name(draw) for _ in range(5))
        text = f"{one} {two} met the {body} Council of {place} in {street} Street."
        if n % 10 == 0:
            text += f" “We will not wait,” {two} said."
        yield json.dumps({"id": str(n), "text": text}) + "\n"


def resident(process: int) -> float:
    """Megabytes of memory a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def batch(number: int) -> dict[str, Any]:
    """Analyses so many lines; the largest memory before and after the warm-up, and at the end."""
    command = [sys.executable, "-m", "analysis", "--jsonl", "-", "--workers", "1", "--quiet"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        threading.Thread(target=_feed, args=(process.stdin, number)).start()
        held, step = [], max(1, number // 200)
        answers = failed = 0
        for answer in process.stdout:
            answers, failed = answers + 1, failed + ('"error"' in answer)
            if answers % step == 0:
                held.append(resident(process.pid))
    warm = int(len(held) * WARM)
    before, after = max(held[:warm]), max(held[warm:])
    return {
        "lines": answers,
        "failed": failed,
        "status": process.returncode,
        "warm_mb": round(before, 1),
        "most_mb": round(after, 1),
        "growth": round(after / before - 1, 4),
        "every_twentieth_mb": [round(mb) for mb in held[:: max(1, len(held) // 20)]],
    }


def _feed(stream: IO[str], number: int) -> None:
    with stream:
        stream.writelines(lines(number))


if __name__ == "__main__":
    print(json.dumps(batch(int(sys.argv[1]))))
