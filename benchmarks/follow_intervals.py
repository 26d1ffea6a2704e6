"""Which interval over articles holds the true value how often: ours, and a bootstrap.

python -m benchmarks.follow_intervals     (1,500 draws a line; the share of draws that hold)
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from analysis.follow import mean_of, share_of
from analysis.reliability import Estimate

DRAWS, RESAMPLES = 1_500, 1_000
SIZES = (5, 8, 12, 30, 100)
Numbers = NDArray[np.float64]
Make = Callable[[np.random.Generator, int], tuple[Numbers, Numbers]]


def tones(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    """Scores of articles, each counting once."""
    return draw.normal(-0.1, 0.35, n).clip(-1, 1), np.ones(n)


def rare_shares(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    """Unnamed words of articles of which half have none."""
    words = draw.integers(20, 400, n).astype("float64")
    return words * np.where(draw.random(n) < 0.5, 0, draw.beta(1, 4, n)), words


def source_words(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    """Words credited in articles of one to eight sources."""
    sources = draw.integers(1, 9, n).astype("float64")
    return sources * draw.gamma(2, 20, n), sources


def bootstrap(parts: Numbers, wholes: Numbers) -> tuple[float, float]:
    """The middle 95 % of the ratio over resampled articles (Efron & Tibshirani 1993)."""
    n = len(parts)
    weights = np.random.default_rng(0).multinomial(n, [1 / n] * n, size=RESAMPLES)
    below = weights @ wholes
    low, high = np.percentile((weights @ parts)[below > 0] / below[below > 0], [2.5, 97.5])
    return float(low), float(high)


def main() -> None:
    """Prints a line for each kind and number of articles."""
    kinds: tuple[tuple[str, Make, Callable[[Numbers, Numbers], Estimate | None]], ...] = (
        ("tone", tones, mean_of),
        ("rare share", rare_shares, share_of),
        ("words a source", source_words, mean_of),
    )
    for name, make, ours in kinds:
        parts, wholes = make(np.random.default_rng(0), 1_000_000)
        truth = parts.sum() / wholes.sum()
        for n in SIZES:
            draw = np.random.default_rng(n)
            held = [0, 0]
            for _ in range(DRAWS):
                some = make(draw, n)
                found, (low, high) = ours(*some), bootstrap(*some)
                held[0] += found is not None and found.low <= truth <= found.high
                held[1] += low <= truth <= high
            shown = " / ".join(f"{h / DRAWS:.3f}" for h in held)
            print(f"{name}, {n} articles: ours / bootstrap {shown}", flush=True)


if __name__ == "__main__":
    main()
