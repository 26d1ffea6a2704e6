"""What a sample says: figures by coder, agreement, differences, and sheets out and in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from analysis.reliability import (
    FACETS,
    Drawn,
    Findings,
    Judgement,
    Sample,
    agreements,
    findings,
    told_agreement,
    told_findings,
    told_groups,
)
from analysis.tables import difference_table, frame
from charts.trust import shares_right
from library import Checks, Store, StoreError, reader, sheet, take_in
from ui.checking.samples import CODER, open_sample, tell
from ui.kit import show
from ui.reading import item_view
from ui.text import count, plain

GROUPS = {
    "name": "str",
    "right": "int64",
    "n": "int64",
    "value": "float64",
    "low": "float64",
    "high": "float64",
}
HEIGHT = 400


@dataclass(frozen=True, slots=True)
class Known:
    """A sample's items, what was said of them, and how far coders agree."""

    drawn: tuple[Drawn, ...]
    judged: list[Judgement]
    agreement: list[str]


@st.cache_resource(max_entries=8, show_spinner="Counting")
def _known(url: str, id: str, stamp: str, _store: Store, _sample: Sample) -> Known:
    """Made once for each state of a sample: 10,000 items take some seconds."""
    checks = Checks(_store)
    drawn, judged = checks.drawn(id), checks.judgements(id)
    return Known(drawn, judged, told_agreement(*agreements(_sample, drawn, judged)))


def sample_results(store: Store, sample: Sample) -> None:
    """Everything about a sample that is open: go on coding, figures, agreement, sheets."""
    st.subheader(plain(sample.name), anchor=False)
    known = _known(store.url, sample.id, Checks(store).stamp(sample.id), store, sample)
    coders = sorted({j.coder for j in known.judged})
    _go_on(coders)
    if known.judged:
        _figures(sample, known, coders)
        _differences(store, sample, known)
    _sheets(store, sample)
    with st.container(horizontal=True):
        st.button("All samples", key="check_back", on_click=open_sample, args=(None,))
        with st.popover("Delete this sample", key="check_delete_box"):
            st.markdown("Its items and all judgements are removed for good.")
            st.button("Delete", key="check_delete", on_click=partial(_delete, store, sample))


def _go_on(coders: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="check_go"):
        first = coders[0] if coders else ""
        coder = st.text_input("Coder", value=first, key="check_coder", width=240)
        known = coder.strip() in coders
        st.button(
            "Go on coding" if known else "Begin coding",
            key="check_begin",
            disabled=not coder.strip(),
            on_click=_begin,
        )
    if coders:
        st.caption(f"So far: {plain(', '.join(coders))}. Another name begins anew.")


def _begin() -> None:
    if coder := str(st.session_state.get("check_coder", "")).strip():
        st.query_params[CODER] = coder


def _figures(sample: Sample, known: Known, coders: list[str]) -> None:
    coder = coders[0]
    if len(coders) > 1:
        coder = st.segmented_control(
            "Figures of", coders, default=coder, required=True, key="of", format_func=plain
        )
    found = findings(sample, known.drawn, known.judged, coder)
    with st.container(border=True, key="check_figures"):
        grouped = set(told_groups(found))  # they stand beside their chart
        for line in told_findings(sample, found):
            if line not in grouped:
                st.markdown(plain(line))
    _groups(found)
    st.subheader("Agreement", anchor=False)
    for line in known.agreement:
        st.markdown(plain(line))
    st.caption(
        "Krippendorff’s alpha: 1 is full agreement, 0 what chance would give; the interval is a "
        "bootstrap over items. Precision: Wilson’s interval, weighted where strata were drawn."
    )


def _groups(found: Findings) -> None:
    facets = [f for f in FACETS if any(g.facet == f for g in found.groups)]
    if not facets:
        return
    facet = st.segmented_control(
        "By", facets, default=facets[0], required=True, key="check_by", format_func=str.capitalize
    )
    rows = [
        {
            "name": g.value or "not stated",
            "right": g.right,
            "n": g.estimate.n,
            "value": g.estimate.value,
            "low": g.estimate.low,
            "high": g.estimate.high,
        }
        for g in found.groups
        if g.facet == facet
    ]
    table = frame(rows, GROUPS)
    alt = "; ".join(f"{r['name']}: {r['right']} of {r['n']} right" for r in rows)
    show(shares_right(table, f"Right by {facet}"), key="check_groups", table=table, alt=alt,
         how=" ".join(told_groups(found, [facet])))  # fmt: skip


def _differences(store: Store, sample: Sample, known: Known) -> None:
    drawn, judged = known.drawn, known.judged
    if len({j.coder for j in judged}) < 2:
        return
    table = difference_table(sample, drawn, judged, reader(store))
    st.subheader("Where coders differ", anchor=False)
    if table.empty:
        st.markdown("Nowhere so far.")
        return
    st.caption(f"{count(len(table), 'item')}. Choose a row to see its words in their place.")
    row = _ticked(table)
    if row is not None:
        item = next(d.item for d in drawn if d.number == int(table["item"].iloc[row]))
        article = reader(store)(item.article)
        if article is not None:
            marked = [p.span for p in item.parts if p.role not in ("source", "cue")]
            item_view(article, marked or [item.span], height=HEIGHT)


def _ticked(table: pd.DataFrame) -> int | None:
    event = st.dataframe(
        table.drop(columns="item"),
        hide_index=True,
        key="check_differences",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "words": st.column_config.TextColumn("Words", width="large"),
            "program": "The program",
        },
        alt=f"{count(len(table), 'item')} on which coders differ",
    )
    rows: list[int] = event["selection"]["rows"] if event else []
    return rows[0] if rows and rows[0] < len(table) else None


def _sheets(store: Store, sample: Sample) -> None:
    box = st.expander("Coding sheet", key="check_sheets", on_change="rerun")
    if not box.open:
        return
    with box:
        st.caption(
            "One row an item, program and coders side by side. Fill in the columns of your name "
            "elsewhere and bring the sheet back here; the second sheet of the workbook says which "
            "answers there are."
        )
        coder = str(st.session_state.get("check_coder", "")).strip()
        with st.container(horizontal=True):
            for suffix, mime in ((".csv", "text/csv"), (".xlsx", "application/octet-stream")):
                st.download_button(
                    f"Download {suffix[1:]}",
                    data=partial(sheet, store, sample, suffix, coder),
                    file_name=f"hearsay-sample-{sample.id}{suffix}",
                    mime=mime,
                    on_click="ignore",
                    key=f"sheet_{suffix[1:]}",
                )
        given = st.file_uploader("Filled-in sheet", type=["csv", "xlsx"], key="check_sheet")
        if st.button("Take in", key="check_take_in", disabled=given is None) and given:
            try:
                tell("done", take_in(Checks(store), sample, given.getvalue()))
            except StoreError as error:
                tell("error", str(error))
            st.rerun()


def _delete(store: Store, sample: Sample) -> None:
    try:
        Checks(store).delete(sample.id)
        open_sample(None)
        tell("done", f"Deleted: {sample.name}.")
    except StoreError as error:
        tell("error", str(error))
