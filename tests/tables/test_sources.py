"""Tables and charts of who speaks: complete, adding up, and valid when empty."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.tables.audit import AUDIT, UNNAMED, source_audit, unnamed_table
from analysis.tables.export import safe_cells
from analysis.tables.routes import LABELS, LINKS, NODES, route_labels, route_tables
from analysis.tables.sources import (
    HEARD,
    MANNERS,
    NAMED,
    STATEMENTS,
    TONES,
    heard_table,
    manner_table,
    named_table,
    statement_table,
    tone_by_source,
)
from analysis.tables.verbs import VERB_ROWS, VERBS, verb_rows, verb_table
from analysis.tables.voices import VOICES, voice_table
from analysis.text.words import body_words
from benchmarks.gold.given import analysis
from charts import sources as charts
from tests.specs import titles

FULL = analysis(
    "{1.source Mayor Ines Farrow} {1.cue said} {1.content “the bridge is safe”}. "
    "{2.source A source} {2.cue claimed} {2.content that it was not}.\n"
    "{3.source The Harbour Courier} {3.cue reported} {3.content that {4.source Mary Holt} "
    "{4.cue feared} {4.content a long closure}}. {5.content “All is well,”} ran a poster.",
    "Ines Farrow|Farrow; Mary Holt",
    "ORG Harbour Courier; ORG Acme",
)
EMPTY = analysis("It rained.")
BOTH = pytest.mark.parametrize("made", [FULL, EMPTY], ids=["full", "empty"])


def tables(made: object) -> dict[str, tuple[pd.DataFrame, dict[str, str]]]:
    statements = statement_table(made)  # type: ignore[arg-type]
    nodes, links = route_tables(statements)
    return {
        "statements": (statements, STATEMENTS),
        "voices": (voice_table(made), VOICES),  # type: ignore[arg-type]
        "manners": (manner_table(statements), MANNERS),
        "named": (named_table(statements), NAMED),
        "verbs": (verb_table(statements), VERBS),
        "heard": (heard_table(made), HEARD),  # type: ignore[arg-type]
        "tones": (tone_by_source(made, statements), TONES),  # type: ignore[arg-type]
        "nodes": (nodes, NODES),
        "links": (links, LINKS),
        "labels": (route_labels(links), LABELS),
        "verb rows": (verb_rows(verb_table(statements))[0], VERB_ROWS),
        "verb times": (
            verb_rows(verb_table(statements))[1],
            VERBS | {"row": "int64", "nth": "int64"},
        ),
        "audit": (source_audit([made]), AUDIT),  # type: ignore[list-item]
        "unnamed": (unnamed_table([made]), UNNAMED),  # type: ignore[list-item]
    }


@BOTH
def test_columns_are_those_declared(made: object) -> None:
    for name, (table, declared) in tables(made).items():
        assert {c: str(t) for c, t in table.dtypes.items()} == declared, name


@BOTH
def test_charts_are_valid_and_draw_columns_that_exist(made: object) -> None:
    found = {name: table for name, (table, _) in tables(made).items()}
    drawn = [
        charts.words_by_source(found["manners"]),
        charts.named_bar(found["named"]),
        charts.voice_strip(found["voices"]),
        charts.provenance_flow(found["nodes"], found["links"], found["labels"]),
        charts.verbs_by_stance(found["verb rows"], found["verb times"]),
        charts.heard_or_named(found["heard"]),
        charts.tone_per_source(found["tones"]),
    ]
    for chart in drawn:
        spec = chart.to_dict()
        assert titles(spec)
        assert [p["name"] for p in spec["params"]] == ["pick"]


def test_voices_add_up_to_the_body() -> None:
    voices = voice_table(FULL)
    assert voices["words"].sum() == body_words(FULL.article)
    assert (voices["to_word"] - voices["from_word"] == voices["words"]).all()
    assert set(voices["name"]) >= {"the writer", "unattributed quotation", "Ines Farrow"}


def test_the_ways_make_a_tree_from_the_outlet() -> None:
    nodes, links = route_tables(statement_table(FULL))
    assert nodes[nodes["step"] == 0]["name"].tolist() == ["the Bugle"]
    assert len(links) == len(nodes)  # the link to the relay carries two ways
    assert nodes.set_index("name").loc["Mary Holt", "step"] == 2


def test_only_a_stated_relay_is_written_on_its_last_line() -> None:
    nodes, links = route_tables(statement_table(FULL))
    names = dict(zip(nodes["source"], nodes["name"], strict=True))
    labels = route_labels(links)
    assert [names[s] for s in labels["source"]] == ["Harbour Courier", "Mary Holt"]
    assert set(labels["provenance"]) == {"via_media"}
    holt = links[links["last"] & (links["source"].map(names) == "Mary Holt")].iloc[0]
    assert holt["step"] < labels["step"].iloc[1] < holt["to_step"]


def test_verbs_stand_under_their_stance_and_once_for_each_time() -> None:
    verbs = pd.DataFrame(
        [
            ("distance", "claimed", "s2", "a source", 1),
            ("neutral", "said", "s1", "Ines Farrow", 2),
            ("neutral", "told a meeting of the whole harbour", "s2", "a source", 1),
        ],
        columns=list(VERBS),
    ).astype(VERBS)
    rows, times = verb_rows(verbs)
    told = "told a meeting of the whole h…"
    assert rows[["stance", "cue"]].values.tolist() == [
        ["neutral", ""],
        ["neutral", "said"],
        ["neutral", told],
        ["distance", ""],
        ["distance", "claimed"],
    ]
    assert times[["cue", "row", "nth"]].values.tolist() == [
        ["said", 1, 1],
        ["said", 1, 2],
        [told, 2, 1],
        ["claimed", 4, 1],
    ]


def test_who_is_only_named_has_no_statements() -> None:
    heard = heard_table(
        analysis("Acme closed. Mary Holt left.", "Mary Holt", "ORG Acme; GPE Ellery")
    )
    assert heard[["name", "mentions", "statements"]].values.tolist() == [
        ["Mary Holt", 1, 0],
        ["Acme", 1, 0],
    ]


def test_the_audit_of_one_story() -> None:
    row = source_audit([FULL]).iloc[0]
    assert row[["sources", "named_sources", "unnamed_sources", "bare_sources"]].tolist() == [
        4,
        3,
        1,
        1,
    ]
    assert row["unnamed_words"] == 4
    assert row["unnamed_share"] == pytest.approx(4 / row["attributed_words"])
    assert (row["longest_chain"], row["relayed_words"]) == (2, 3)
    assert not row["single_source"]


def test_a_source_named_like_a_formula_stays_text_in_a_spreadsheet() -> None:
    made = analysis("{1.source =HYPERLINK officials} {1.cue said} {1.content no}.")
    csv = safe_cells(unnamed_table([made])).to_csv(index=False)
    assert ",=HYPERLINK" not in csv


def test_statements_carry_all_axes() -> None:
    statements = statement_table(FULL).set_index("attribution")
    assert statements.loc["4", ["source", "depth", "links", "chain"]].tolist() == [
        "s3",
        1,
        2,
        "the Bugle ← Harbour Courier ← Mary Holt",
    ]
    assert statements.loc["5", ["source", "namedness"]].tolist() == ["", "implicit"]
