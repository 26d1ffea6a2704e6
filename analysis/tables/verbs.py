"""The reporting verbs: how often each stands with each source, and their list by stance."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from analysis.records import Stance
from analysis.tables.base import as_declared, frame

VERBS = {"stance": "str", "cue": "str", "source": "str", "name": "str", "count": "int64"}
VERB_ROWS = {"stance": "str", "cue": "str", "row": "int64"}
SHOWN_VERBS = 30
LONGEST = 30
"""Characters of a verb phrase that fit beside the picture."""


def verb_table(statements: pd.DataFrame) -> pd.DataFrame:
    """How often each reporting verb stands with each source, by stance; nobody's are left out."""
    some = statements[(statements["cue"] != "") & (statements["source"] != "")]
    shown = some.assign(cue=some["cue"].str.lower())
    keys = ["stance", "cue", "source", "name"]
    grouped = shown.groupby(keys, sort=False, as_index=False).agg(count=("attribution", "size"))
    return as_declared(grouped, VERBS)


def verb_rows(verbs: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A list of the verbs under their stances, and a row for each time one is used.

    In the list a stance has a line of its own, without ``cue``, above its verbs, the most used
    first; of all verbs the thirty most used are in it. The times have all columns of ``verbs``,
    the ``row`` of the list they stand in and which time it is there (``nth``, from 1).
    """
    short = [c if len(c) <= LONGEST else c[: LONGEST - 1] + "…" for c in verbs["cue"]]
    table = verbs.assign(cue=short).astype({"stance": "str", "cue": "str"})
    used = pd.DataFrame(table.groupby(["stance", "cue"], as_index=False)[["count"]].sum())
    used = used.sort_values("count", ascending=False, kind="stable").head(SHOWN_VERBS)
    listed = [
        (stance, cue)
        for stance in get_args(Stance)
        if stance in set(used["stance"])
        for cue in ["", *used.loc[used["stance"] == stance, "cue"]]
    ]
    rows = frame(
        ({"stance": s, "cue": c, "row": row} for row, (s, c) in enumerate(listed)), VERB_ROWS
    )
    times = table.merge(rows, on=["stance", "cue"])
    times = times.loc[times.index.repeat(times["count"])]
    times = times.sort_values(["row", "source"], kind="stable")
    return rows, times.assign(nth=times.groupby("row").cumcount() + 1)
