"""What the pictures of tone share: a scale from -1 to 1, the sign as colour, columns, zero."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import NEUTRAL, signed, tone_scale

DOMAIN = (-1, 1)
ZERO = pd.DataFrame({"zero": [0.0]})


def with_signs(table: pd.DataFrame) -> pd.DataFrame:
    """With ``sign``, the last word of "mildly negative", and ``scored``, the score as written."""
    signs = [str(tone).rpartition(" ")[2] for tone in table["tone"]]
    scored = [signed(c) for c in table["compound"]]
    return table.assign(
        sign=pd.Series(signs, index=table.index, dtype="str"),
        scored=pd.Series(scored, index=table.index, dtype="str"),
    )


def by_sign() -> alt.Color:
    return alt.Color("sign:N").scale(tone_scale()).legend(None)


def score_on(field: str, title: str, axis: type = alt.Y) -> alt.Y | alt.X:
    """A score on its fixed scale from -1 to 1, so charts of different articles compare."""
    drawn: alt.Y | alt.X = axis(f"{field}:Q").scale(domain=list(DOMAIN)).title(title)
    return drawn


def columns(table: pd.DataFrame) -> alt.X:
    """Paragraphs, or columns of several, from left to right in the order of the table."""
    order = table.sort_values("number", kind="stable") if "number" in table else table
    return (
        alt.X("label:N")
        .sort(list(dict.fromkeys(order["label"])))
        .title("Paragraph")
        .axis(labelAngle=0, labelOverlap=True)
    )


def zero_line() -> alt.Chart:
    return alt.Chart(ZERO).mark_rule(color=NEUTRAL).encode(alt.Y("zero:Q"))
