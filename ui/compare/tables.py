"""What the page Compare draws, each table made when a tab asks for it and then kept.

Who is one is joined once for all tabs; statements are matched only where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import Analysis
from analysis.compare import Edit, Joined, join_names, match_statements
from analysis.tables import (
    compared_cast_table,
    compared_tone_table,
    compared_unnamed_table,
    heard_apart_table,
    report_table,
)
from ui.cache import once
from ui.compare.cells import apart_cells, name_cells, source_cells, unnamed_cells, voice_cells

Labels = tuple[tuple[str, str], ...]
Said = tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Articles beside each other: what of them is asked for is made for as long as it is used."""

    analyses: tuple[Analysis, ...]
    labels: Labels
    said: Said
    """Who is one and who is not, as the reader says."""

    def reports(self) -> pd.DataFrame:
        """Every report of a statement."""
        return once(_reports, self.labels, self.said, *self.analyses)

    def named(self) -> pd.DataFrame:
        """Everybody by article, with the mentions there."""
        return once(name_cells, self._people())

    def heard(self) -> pd.DataFrame:
        """Everybody by article, with the statements there."""
        return once(source_cells, self._people())

    def apart(self) -> pd.DataFrame:
        """Who is heard in some of the articles and not in others."""
        return once(_apart, self.heard())

    def tones(self) -> pd.DataFrame:
        """The tone of each article by voice."""
        return once(_tones, self.labels, *self.analyses)

    def unnamed(self) -> pd.DataFrame:
        """Of each article's credited words, those whose source has no name."""
        return once(_unnamed, self.labels, *self.analyses)

    def _people(self) -> pd.DataFrame:
        return once(_people, self.labels, self.said, *self.analyses)


def beside(
    analyses: Sequence[Analysis], labels: Mapping[str, str], edits: Sequence[Edit]
) -> Beside:
    """These articles, who is one being said by rules and by the reader."""
    said = tuple((e.left, e.right, e.together) for e in edits)
    return Beside(tuple(analyses), tuple(labels.items()), said)


def _cast(said: Said, *analyses: Analysis) -> tuple[Joined, ...]:
    return join_names(analyses, [Edit(*one) for one in said])


def _reports(labels: Labels, said: Said, *analyses: Analysis) -> pd.DataFrame:
    cast = once(_cast, said, *analyses)
    return report_table(analyses, match_statements(analyses, cast), dict(labels))


def _people(labels: Labels, said: Said, *analyses: Analysis) -> pd.DataFrame:
    return compared_cast_table(analyses, once(_cast, said, *analyses), dict(labels))


def _apart(heard: pd.DataFrame) -> pd.DataFrame:
    return apart_cells(heard_apart_table(heard), heard)


def _tones(labels: Labels, *analyses: Analysis) -> pd.DataFrame:
    return voice_cells(compared_tone_table(analyses, dict(labels)))


def _unnamed(labels: Labels, *analyses: Analysis) -> pd.DataFrame:
    return unnamed_cells(compared_unnamed_table(analyses, dict(labels)))
