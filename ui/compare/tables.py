"""What the page Compare draws, made once for as long as articles and joins are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import Analysis
from analysis.compare import Edit, join_names, match_statements
from analysis.tables import compared_cast_table, report_table
from ui.cache import once


@dataclass(frozen=True, slots=True)
class Beside:
    """Articles beside each other: every report of a statement, and everybody by article."""

    reports: pd.DataFrame
    people: pd.DataFrame


def beside(
    analyses: Sequence[Analysis], labels: Mapping[str, str], edits: Sequence[Edit]
) -> Beside:
    """The tables of these articles, who is one being said by rules and by the reader."""
    said = tuple((e.left, e.right, e.together) for e in edits)
    return once(_made, tuple(labels.items()), said, *analyses)


def _made(
    labelled: tuple[tuple[str, str], ...],
    said: tuple[tuple[str, str, bool], ...],
    *analyses: Analysis,
) -> Beside:
    labels = dict(labelled)
    cast = join_names(analyses, [Edit(*one) for one in said])
    return Beside(
        report_table(analyses, match_statements(analyses, cast), labels),
        compared_cast_table(analyses, cast, labels),
    )
