"""The source audit in sentences, the same on the page and in a report."""

from __future__ import annotations

import pandas as pd

from analysis.text import count, share


def audit_lines(audit: pd.DataFrame) -> list[str]:
    """The audit of these articles in sentences, counts before shares."""
    total = audit.sum(numeric_only=True)
    if not total["sources"]:
        return ["Nothing is attributed to anybody, so there is nothing to audit."]
    attributed, stories = int(total["attributed_words"]), len(audit)
    single = int(audit["single_source"].sum())
    links = (
        (audit["mean_links"] * audit["attributed_words"]).sum() / attributed if attributed else 0
    )
    lines = [
        f"{int(total['unnamed_words']):,} of {count(attributed, 'attributed word')} "
        f"({share(total['unnamed_words'], attributed)}) rest on "
        f"{count(int(total['unnamed_sources']), 'unnamed source')}" + _described(audit),
        f"A reason for anonymity is stated for {int(total['reasons_given'])}; anonymity is asked "
        f"for without a reason by {int(total['asked_without_reason'])}.",
        f"Bare “a source”: {int(total['bare_sources'])}. "
        f"A plural quoted with one voice: {int(total['plural_with_one_voice'])}.",
        f"{int(total['relayed_words']):,} words ({share(total['relayed_words'], attributed)}) came "
        f"through somebody else; on average {links:.1f} "
        f"{'step' if links == 1 else 'steps'} from the outlet to the speaker, "
        f"{int(audit['longest_chain'].max())} at most.",
    ]
    if stories == 1:
        best = audit["largest_share"].iloc[0]
        lines.append(
            "This is a single-source story."
            if single
            else f"The most-heard source has {best:.0%} of the attributed words, among "
            f"{count(int(total['sources']), 'source')}."
        )
    else:
        lines.append(f"{single} of {count(stories, 'article')} rest on a single source.")
    return lines


def _described(audit: pd.DataFrame) -> str:
    ways = list(dict.fromkeys(w for row in audit["described_as"] for w in row.split("; ") if w))
    if not ways:
        return "."
    more = f" and {len(ways) - 6} more" if len(ways) > 6 else ""
    return ", described as " + ", ".join(f"“{w}”" for w in ways[:6]) + more + "."
