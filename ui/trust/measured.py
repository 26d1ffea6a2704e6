"""The figures of the benchmark's file, as sentences, a picture and a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.reliability import AREAS, Measured, Task, measured
from analysis.tables import frame
from charts.trust import compared, shares_right
from ui.kit import LINE, UNMEASURED, show
from ui.text import count, date_words, plain

COMPARED = {"task": "str", "who": "str", "name": "str", "value": "float64"}
FIGURES = {
    "task": "str",
    "hearsay": "float64",
    "people": "float64",
    "best_other": "float64",
    "other": "str",
    "n": "int64",
    "of": "str",
    "data": "str",
    "measure": "str",
}
CONFIDENCE = {
    "name": "str",
    "right": "int64",
    "n": "int64",
    "value": "float64",
    "low": "float64",
    "high": "float64",
}
KINDS = {
    "speaker": "Who said it",
    "type": "What it is",
    "tone": "How it sounds",
}


def measured_by_us() -> None:
    """Everything the file says; one sentence where there is none."""
    found = measured()
    if found is None:
        st.info("Nothing was measured here: run python -m benchmarks accuracy beside its data.")
        return
    _asked_for(found)
    st.markdown(
        "These figures come from public news articles that people annotated and the program "
        f"never learned from. They were measured on {date_words(found.made)} with version "
        f"{plain(found.version)} and the language model {plain(found.model)}. On other articles "
        "it will differ: check a sample of yours."
    )
    for area, title in AREAS.items():
        tasks = [t for t in found.tasks if t.area == area]
        if tasks:
            st.subheader(title, anchor=area)
            for task in tasks:
                _line(task)
            if area == "attribution":
                _confidence(found)
            _errors(found, area)
    _comparison(found)
    st.subheader("What is not measured", anchor="not-measured")
    st.markdown("\n".join(f"- {plain(line)}" for line in found.not_measured))


def _asked_for(found: Measured) -> None:
    """The line of the figure from which a reader came, before all others."""
    asked = st.query_params.get(LINE)
    task = found.task(asked)
    if task is None and asked != UNMEASURED:
        return
    with st.container(border=True, key="asked_line"):
        st.caption("The figure you came from")
        if task is not None:
            _line(task)
            return
        st.markdown(
            "**Not measured.** No public data says what is right here. Check a sample of your own "
            "articles, or see below what else is not measured."
        )


def _line(task: Task) -> None:
    st.markdown(f"**{plain(task.title)}.** {plain(task.sentence)}")
    st.caption(plain(line_caption(task)))


def line_caption(task: Task) -> str:
    """ "Hearsay .905, people .978, …; F1, content and source right; 389 direct quotations, …"."""
    said = [f"Hearsay {score(task.value)}"]
    if task.people is not None:
        said.append(f"people {score(task.people)}")
    said += [f"{name} {score(value)}" for name, value in task.others.items()]
    return f"{', '.join(said)}; {task.measure}; {task.n:,} {task.of}, {task.data}."


def score(value: float) -> str:
    """.905, as the field writes it."""
    return f"{value:.3f}".removeprefix("0")


def _confidence(found: Measured) -> None:
    rows = [
        {
            "name": c.level,
            "right": c.right,
            "n": c.of,
            "value": e.value,
            "low": e.low,
            "high": e.high,
        }
        for c in found.confidence
        for e in (c.estimate,)
    ]
    table = frame(rows, CONFIDENCE)
    said = "; ".join(f"{r['name']}: {r['right']:,} of {r['n']:,} right" for r in rows)
    show(
        shares_right(table, "How often statements were right, by the confidence stated"),
        key="by_confidence",
        table=table,
        alt=said,
        how=f"{said.capitalize()}. Bars are 95 % intervals (Wilson).",
    )


def _errors(found: Measured, area: str) -> None:
    mine = [e for e in found.errors if e["area"] == area]
    if not mine:
        return
    with st.expander(
        f"Typical errors: {count(len(mine), 'invented example')}", key=f"errors_{area}"
    ):
        for e in mine:
            st.markdown(f"> {plain(e['text'])}")
            st.caption(
                f"{KINDS[e['kind']]} at “{plain(e['words'])}”: the program says "
                f"**{plain(e['got']) or 'nobody'}**, right is **{plain(e['right']) or 'nobody'}**. "
                f"{plain(e['why'])}"
            )


def _comparison(found: Measured) -> None:
    high = [t for t in found.tasks if not t.low]
    rows = [r for t in high for r in _rivals(t)]
    st.subheader("Beside people and other tools", anchor="comparison")
    show(
        compared(frame(rows, COMPARED)),
        key="compared",
        table=figures_table(found),
        alt=f"{count(len(high), 'task')}, each with Hearsay, people and other tools where measured",
        how=f"{found.people} {found.others}",
    )


def _rivals(task: Task) -> list[dict[str, object]]:
    rows: list[tuple[str, str, float]] = [("Hearsay", "Hearsay", task.value)]
    if task.people is not None:
        rows.append(("people", "people", task.people))
    rows += [("another tool", name, value) for name, value in task.others.items()]
    return [{"task": task.title, "who": w, "name": n, "value": v} for w, n, v in rows]


def figures_table(found: Measured) -> pd.DataFrame:
    """One row a task, every figure as the file has it."""

    def row(task: Task) -> dict[str, object]:
        pick = min if task.low else max
        best = pick(task.others.items(), key=lambda o: o[1], default=("", float("nan")))
        return {
            "task": task.title,
            "hearsay": task.value,
            "people": float("nan") if task.people is None else task.people,
            "best_other": best[1],
            "other": best[0],
            "n": task.n,
            "of": task.of,
            "data": task.data,
            "measure": task.measure,
        }

    return frame(map(row, found.tasks), FIGURES)
