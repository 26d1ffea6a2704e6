"""Figures as sentences, the same on the page and on the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.reliability.agreement import Agreement
from analysis.reliability.figures import PROGRAM, Findings, is_recall
from analysis.reliability.intervals import Estimate
from analysis.reliability.records import FACETS, Facet, Sample

NEVER = "never differs, so alpha is not defined"
NO_ALPHA = "alpha would measure nothing, since the program claims every item drawn"


def told_share(estimate: Estimate) -> str:
    """ "83 % (95 % interval 61 to 94 %, n 20)"; a whole population needs no interval."""
    if estimate.low == estimate.high:
        return f"{estimate.value:.0%} (all {estimate.n:,} were checked)".replace("%", " %")
    low, high = f"{estimate.low:.0%}".removesuffix("%"), f"{estimate.high:.0%}"
    said = f"{estimate.value:.0%} (95% interval {low} to {high}, n {estimate.n:,})"
    return said.replace("%", " %")


def told_findings(sample: Sample, found: Findings) -> list[str]:
    """Sentences: how much was judged, precision or recall, by each facet, kinds of error."""
    drawn = f"{found.judged:,} of {found.drawn:,}"
    out_of = f"drawn at random from {sample.size:,} in {sample.scope}"
    kind = "paragraphs" if is_recall(sample.what) else sample.what
    lines = [f"{found.coder} judged {drawn} {kind} {out_of}."]
    if found.unsure:
        lines.append(f"Left out because nobody can tell: {found.unsure:,}.")
    if found.share is None:
        return [*lines, "Nothing was judged that gives a figure yet."]
    if is_recall(sample.what):
        what = sample.what.removeprefix("missed ")
        lines.append(
            f"Recall: {told_share(found.share)} of the {what} in these paragraphs were found."
        )
        return [*lines, f"Missed: {found.missed:,}."]
    lines.append(f"Right: {told_share(found.share)}.")
    lines += told_groups(found)
    if found.wrong:
        counted = ", ".join(f"{kind} {n}" for kind, n in found.wrong)
        lines.append(f"What was wrong: {counted}.")
    return lines


def told_groups(found: Findings, facets: Sequence[Facet] = FACETS) -> list[str]:
    """A sentence for each group: "Confidence high: 14 of 18, 78 % (95 % interval …)."."""
    return [
        f"{g.facet.capitalize()} {g.value or 'not stated'}: {g.right} of {g.estimate.n}, "
        f"{told_share(g.estimate)}."
        for facet in facets
        for g in found.groups
        if g.facet == facet
    ]


def told_agreement(
    together: Agreement | None, pairs: Mapping[tuple[str, str], Agreement]
) -> list[str]:
    """A sentence for all coders together, and one for each two, the program last."""
    lines = [] if together is None else [f"All coders: {_alpha(together)}."]
    for (one, other), made in sorted(pairs.items(), key=lambda p: (PROGRAM in p[0], p[0])):
        first, second = (other, one) if one == PROGRAM else (one, other)
        lines.append(f"{first} and {second}: {_alpha(made, PROGRAM in (one, other))}.")
    return lines


def _alpha(made: Agreement, program: bool = False) -> str:
    same = f"the same in {made.percent:.0%} of {made.units:,} items".replace("%", " %")
    if made.alpha is None:
        return f"{same}; {NO_ALPHA if program and made.percent < 1 else NEVER}"
    if made.low is None or made.high is None:
        return f"alpha {_figure(made.alpha)}, {same}"
    spread = f"{_figure(made.low)} to {_figure(made.high)}"
    return f"alpha {_figure(made.alpha)} (95 % interval {spread}), {same}"


def _figure(alpha: float) -> str:
    """.743, as the field writes it; a true minus."""
    return f"{alpha:.3f}".replace("-", "−").replace("0.", ".", 1)
