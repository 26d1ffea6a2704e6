"""``python -m benchmarks accuracy``: every figure against its floor; fails when one drops.

``python -m benchmarks cases`` reads ../shared/cases and prints what is not read rightly;
``python -m benchmarks fresh`` does the same with our own inputs in benchmarks/gold/fresh;
``python -m benchmarks intake`` reads real web pages beside trafilatura;
``python -m benchmarks dashboard`` times what a reader does, in a real browser;
``python -m benchmarks speed`` says what reading costs, by stage, length and number.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks import cases, pages, speed
from benchmarks.accuracy import AREAS, check


def main() -> int:
    """0 when every figure holds its floor, else 1."""
    if sys.argv[1:2] == ["speed"]:
        return speed.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    whats = ["accuracy", "cases", "dashboard", "fresh", "intake", "speed"]
    parser.add_argument("what", choices=whats)
    parser.add_argument("areas", nargs="*", choices=[*AREAS, []], help="default: all of them")
    given = parser.parse_args()
    if given.what == "cases":
        return cases.main()
    if given.what == "fresh":
        return cases.fresh()
    if given.what == "intake":
        return pages.main()
    if given.what == "dashboard":
        from benchmarks import dashboard  # needs a browser, which the others do not

        for line in dashboard.lines():
            print(line, flush=True)
        return 0
    fine = True
    for line, holds in check(given.areas or list(AREAS)):
        print(line, flush=True)
        fine &= holds
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
