"""What reading costs in two checkouts, in turn: ``python -m benchmarks.between OLD NEW``.

Each checkout reads the same articles (the seed and 20 of PolNeAR's development half) in a process
of its own, with this Python; one waits while the other reads, so that both meet the same load.
Prints the processor seconds of each turn, and the ratio of the least of them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.cases import SHARED

SERVE = """
import json, sys, time
sys.path.insert(0, ".")
from analysis import analyze, read_article
texts = json.load(open(sys.argv[1], encoding="utf-8"))
articles = [read_article(text) for text in texts]
analyze(articles[0])  # loads all there is to load
for _ in sys.stdin:
    began = time.process_time()
    for article in articles:
        analyze(article)
    print(time.process_time() - began, flush=True)
"""


def texts(count: int) -> list[str]:
    """The seed and so many articles of the development half."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    lines = (SHARED / "eval/attribution/dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [s.read_text(encoding="utf-8") for s in seeds] + [
        json.loads(line)["text"] for line in lines[:count]
    ]


def serving(checkout: Path, given: Path) -> subprocess.Popen[str]:
    """A process that reads all articles for each line it gets, and says how long it took."""
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVE, str(given)],
        cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def turn(process: subprocess.Popen[str]) -> float:
    """Processor seconds of one turn."""
    assert process.stdin
    assert process.stdout
    process.stdin.write("\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def main(arguments: list[str]) -> int:
    """0; prints each turn as it is taken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.between", description=__doc__)
    parser.add_argument("checkouts", nargs=2, type=Path, metavar="CHECKOUT")
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--texts", type=Path, default=Path("/tmp/hearsay-between.json"))
    given = parser.parse_args(arguments)
    read = texts(given.articles)
    given.texts.write_text(json.dumps(read), encoding="utf-8")
    processes = [serving(checkout, given.texts) for checkout in given.checkouts]
    turns = []
    for number in range(given.turns):
        turns.append([turn(process) for process in processes])
        print(f"turn {number + 1}: " + ", ".join(f"{t:.2f} s" for t in turns[-1]), flush=True)
    for process in processes:
        process.communicate()
    old, new = (min(column) for column in zip(*turns, strict=True))
    words = sum(len(text.split()) for text in read)
    print(f"{len(read)} articles, {words:,} words: {words / old:,.0f} and {words / new:,.0f} words")
    print(f"a second; the new by the old {new / old:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
