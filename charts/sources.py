"""Charts of who speaks: words per source, voices, routes, verbs, and who is only named.

Manner is shown by strength (quoted in full, paraphrased paler, thought an outline), so it
reads without colour; where a hue stands for a source it is the same on every page.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import (
    INDIGO,
    LEGEND_COLUMNS,
    MODE_WORDS,
    NAME_LIMIT,
    NAMED_COLOURS,
    OTHERS,
    WRITER,
    Layered,
    faded,
    pick,
    rows_high,
    signed,
    source_colours,
    tone_name,
    tone_scale,
)

NAMED_WORDS = {
    "named": "named",
    "role_only": "role only",
    "collective_unnamed": "unnamed group",
    "anonymous": "unnamed person",
    "implicit": "nobody stated",
}
STANCE_WORDS = {
    "neutral": "neutral",
    "distance": "keeps its distance (claimed)",
    "endorse": "vouches for it (showed)",
    "concede": "concedes",
    "insist": "insists",
    "deny": "denies",
    "evaluate": "judges",
    "directive": "urges",
    "commit": "promises",
    "private": "tells a thought or feeling",
    "hedge": "hedges",
    "unclassified": "other",
}
PROVENANCE_WORDS = {
    "first_hand_text": "no relay stated",
    "via_media": "through another outlet",
    "via_document": "in a document",
    "via_social": "in a post",
    "via_spokesperson": "through a spokesperson",
    "via_event": "at an event",
    "unstated_relay": "relay not stated",
}
QUOTED, PARAPHRASED, THOUGHT = "quoted", "paraphrased", "thought"
MANNERS = {
    "direct": QUOTED,
    "mixed": QUOTED,
    "indirect": PARAPHRASED,
    "speech_act": PARAPHRASED,
    "thought": THOUGHT,
}
MANNER_FILL = {QUOTED: 1.0, PARAPHRASED: 0.35, THOUGHT: 0.08}
NAMED_TIMES, SAID_TIMES = "times named", "statements made"
BAR, ROW = 18, 26
LABEL_AT = 0.66
"""How far along its line the word for a way stands; nearer the outlet the lines meet."""
SHOWN, SHOWN_VERBS = 12, 30
LEAST_TIMES = 8
"""The axis of times reaches at least this far, so that one dot does not look like much."""
UNATTRIBUTED_FILL = "#b9b2a7"


def words_by_source(manners: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.LayerChart:
    """Words credited to each source, most-heard first; the lighter, the less literally quoted.

    Unnamed sources have a dashed outline.
    """
    table = _first(manners, "source", SHOWN).assign(
        manner=lambda t: t["mode"].map(MANNERS),
        reported=lambda t: t["mode"].map(MODE_WORDS),
        known=lambda t: t["namedness"].map(NAMED_WORDS),
        place=lambda t: t["mode"].map(list(MANNERS).index).astype("int64"),
    )
    chosen = pick("source")
    order = list(dict.fromkeys(table["name"]))
    base = alt.Chart(table).encode(
        alt.Y("name:N").sort(order).title(None).axis(labelLimit=NAME_LIMIT),
    )
    bars = base.mark_bar(size=BAR, strokeWidth=1).encode(
        alt.X("words:Q").title("Words credited").axis(tickMinStep=1),
        _by_source(table, colours),
        alt.FillOpacity("manner:O")
        .scale(domain=list(MANNER_FILL), range=list(MANNER_FILL.values()))
        .legend(None),  # Vega has no legend for it: the line under the chart says what it means
        stroke=_stroke_by_source(table, colours),
        strokeDash=alt.condition(
            "datum.namedness == 'anonymous' || datum.namedness == 'collective_unnamed'",
            alt.value([3, 2]),
            alt.value([1, 0]),
        ),
        opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("name:N", title="Source"),
            alt.Tooltip("known:N", title="Known by"),
            alt.Tooltip("reported:N", title="Reported as"),
            alt.Tooltip("words:Q", title="Words"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("total:Q", title="Words of this source"),
        ],
    )
    totals = (
        base.transform_aggregate(total="max(total)", groupby=["name", "source"])
        .mark_text(align="left", dx=5)
        .encode(alt.X("total:Q"), alt.Text("total:Q", format=",d"))
    )
    layers = bars.add_params(chosen) + totals
    return layers.properties(
        title="Words credited to each source", height=rows_high(len(order), ROW)
    )


def named_bar(named: pd.DataFrame) -> alt.LayerChart:
    """One bar of all statements: how many name their source, and how many do not."""
    table = named.assign(
        known=named["namedness"].map(NAMED_WORDS),
        label=[
            f"{NAMED_WORDS[n]} {s}"
            for n, s in zip(named["namedness"], named["statements"], strict=True)
        ],
        place=range(len(named)),
    )
    end = table["statements"].cumsum()
    table = table.assign(to=end, middle=end - table["statements"] / 2)
    total = int(table["statements"].sum())
    present = [n for n in NAMED_WORDS if n in set(named["namedness"])]
    chosen = pick("show")
    base = alt.Chart(table)
    bars = base.mark_bar(size=30, cursor="pointer").encode(
        alt.X("statements:Q")
        .stack("zero")
        .title(f"Statements, {total} in all")
        .axis(tickMinStep=1),
        alt.Color("known:N")
        .scale(domain=[NAMED_WORDS[n] for n in present], range=[NAMED_COLOURS[n] for n in present])
        .title(None)
        .legend(orient="top", columns=3),
        order=alt.Order("place:Q"),
        opacity=faded(chosen),
        tooltip=[
            alt.Tooltip("known:N", title="Source"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("sources:Q", title="Sources"),
            alt.Tooltip("words:Q", title="Words"),
        ],
    )
    counts = base.mark_text(color="white", fontWeight="bold", fontSize=13).encode(
        alt.X("middle:Q"), alt.Text("statements:Q")
    )
    return (bars.add_params(chosen) + counts).properties(
        title="Named against unnamed, by statements", height=175
    )


def voice_strip(voices: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.Chart:
    """Each body paragraph from left to right, coloured by who speaks; the writer is grey."""
    chosen = pick("paragraph")
    hues = colours or source_colours(voices.loc[voices["source"] != "", "source"])
    table = voices.assign(
        hue=[
            _hue(source, attribution, hues)
            for source, attribution in zip(voices["source"], voices["attribution"], strict=True)
        ],
        excerpt=[t if len(t) <= 160 else t[:159] + "…" for t in voices["text"]],
        passes=voices.get("passes", True),
    )
    if "label" not in table:
        table = table.assign(label=table["number"].astype("str"))
    labels = list(dict.fromkeys(table.sort_values("number", kind="stable")["label"]))
    rows = max(1, len(labels))
    return (
        alt.Chart(table, title="Where each voice stands")
        .mark_bar(height=14, stroke="white", strokeWidth=0.5, cursor="pointer")
        .encode(
            alt.Y("label:N").sort(labels).title("Paragraph"),
            alt.X("from_word:Q").title("Words of the paragraph"),
            alt.X2("to_word:Q"),
            alt.Color("hue:N").scale(None),
            opacity=alt.when(chosen & "datum.passes").then(alt.value(1)).otherwise(alt.value(0.3)),
            tooltip=[
                alt.Tooltip("name:N", title="Voice"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("excerpt:N", title="Text"),
            ],
        )
        .add_params(chosen)
        .properties(height=rows_high(rows, 20))
    )


def provenance_flow(
    nodes: pd.DataFrame, links: pd.DataFrame, colours: dict[str, str] | None = None
) -> Layered:
    """The ways words came, left to right: outlet, relays, speaker; thickness is words."""
    hues = colours or source_colours(nodes.loc[nodes["source"] != "", "source"])
    spots = nodes.assign(
        hue=[hues.get(s, OTHERS) if s else WRITER for s in nodes["source"]],
        spoken=[f"{w:,} word{'' if w == 1 else 's'}" if w else "" for w in nodes["words"]],
    )
    ways = links.assign(how=links["provenance"].map(PROVENANCE_WORDS))
    ends = ways[~ways["provenance"].isin(["first_hand_text", "unstated_relay"]) & ways["last"]]
    middles = ends.assign(
        step=ends["step"] + LABEL_AT * (ends["to_step"] - ends["step"]),
        place=ends["place"] + LABEL_AT * (ends["to_place"] - ends["place"]),
    )
    chosen = pick("source")
    last = int(nodes["step"].max()) if len(nodes) else 1
    across = alt.X("step:Q").scale(domain=[-0.12, last + 0.8], nice=False).axis(None)
    down = alt.Y("place:Q").scale(reverse=True, padding=22).axis(None)
    lines = (
        alt.Chart(ways)
        .mark_rule(color="#9a9a9a")
        .encode(
            across,
            down,
            alt.X2("to_step:Q"),
            alt.Y2("to_place:Q"),
            alt.StrokeWidth("words:Q").scale(type="sqrt", range=[1, 7]).legend(None),
            strokeDash=alt.condition(
                "datum.provenance == 'unstated_relay'", alt.value([4, 3]), alt.value([1, 0])
            ),
            tooltip=[
                alt.Tooltip("chain:N", title="Chain"),
                alt.Tooltip("how:N", title="Came"),
                alt.Tooltip("words:Q", title="Words"),
            ],
        )
    )
    base = alt.Chart(spots).encode(across, down)
    dots = (
        base.mark_circle(opacity=1, cursor="pointer")
        .encode(
            alt.Size("words:Q").scale(type="sqrt", range=[70, 420]).legend(None),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.4)),
            tooltip=[
                alt.Tooltip("name:N", title="Who"),
                alt.Tooltip("words:Q", title="Words spoken here"),
                alt.Tooltip("statements:Q", title="Statements"),
            ],
        )
        .add_params(chosen)
    )
    limit = alt.ExprRef(f"width / {last + 0.9} * 0.72")
    outlet = (
        base.transform_filter("datum.step == 0")
        .mark_text(align="left", dx=-6, dy=-16, limit=limit, fontWeight="bold")
        .encode(alt.Text("name:N"))
    )
    names = (
        base.transform_filter("datum.step > 0")
        .mark_text(align="left", dx=12, dy=-7, limit=limit)
        .encode(alt.Text("name:N"))
    )
    amounts = base.mark_text(align="left", dx=12, dy=7, fontSize=12, opacity=0.85).encode(
        alt.Text("spoken:N")
    )
    hows = (
        alt.Chart(middles)
        .mark_text(dy=-9, fontSize=12, fontStyle="italic", limit=limit)
        .encode(across, down, alt.Text("how:N"))
    )
    rows = len(nodes["place"].unique()) if len(nodes) else 1
    layers = [lines, dots, outlet, names, amounts] + ([hows] if len(middles) else [])
    drawn: Layered = alt.layer(*layers)
    return drawn.properties(title="How the words reached the reader", height=90 + 40 * rows)


def verbs_by_stance(verbs: pd.DataFrame, colours: dict[str, str] | None = None) -> Layered:
    """Reporting verbs under what they imply; a dot for each time, coloured by source."""
    chosen = pick("show")
    table = verbs.assign(hue=[(colours or {}).get(s, OTHERS) for s in verbs["source"]])
    table = table.assign(cue=[c if len(c) <= 30 else c[:29] + "…" for c in table["cue"]])
    table = table.astype({"stance": "str", "cue": "str"})
    used = pd.DataFrame(table.groupby(["stance", "cue"], as_index=False)[["count"]].sum())
    used = used.sort_values("count", ascending=False, kind="stable").head(SHOWN_VERBS)
    rows: list[dict[str, object]] = []
    for stance in (s for s in STANCE_WORDS if s in set(used["stance"])):
        rows.append({"stance": stance, "cue": "", "head": STANCE_WORDS[stance]})
        rows += [
            {"stance": stance, "cue": c, "head": ""} for c in used[used["stance"] == stance]["cue"]
        ]
    places = (
        pd.DataFrame(rows, columns=["stance", "cue", "head"])
        .astype("str")
        .assign(row=range(len(rows)))
    )
    dots = table.merge(places[["stance", "cue", "row"]], on=["stance", "cue"])
    dots = dots.loc[dots.index.repeat(dots["count"])].sort_values(["row", "source"], kind="stable")
    dots = dots.assign(
        nth=dots.groupby("row").cumcount() + 1, stands=dots["stance"].map(STANCE_WORDS)
    )
    most = int(dots["nth"].max()) if len(dots) else 1
    x = alt.Scale(domain=[0, max(most, LEAST_TIMES) + 0.5], nice=False)
    y = alt.Y("row:O").title(None).axis(labels=False, ticks=False, domain=False, grid=False)
    base = alt.Chart(places)
    heads = base.mark_text(
        align="right", dx=-8, fontSize=12, fontWeight="bold", limit=NAME_LIMIT
    ).encode(y, x=alt.value(0), text="head:N")
    names = base.mark_text(align="right", dx=-8, fontSize=12, limit=NAME_LIMIT).encode(
        y, x=alt.value(0), text="cue:N"
    )
    marks = (
        alt.Chart(dots)
        .mark_circle(opacity=1, size=110, cursor="pointer")
        .encode(
            y,
            alt.X("nth:Q", scale=x).title("Times").axis(tickMinStep=1, format="d"),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("cue:N", title="Verb"),
                alt.Tooltip("stands:N", title="The verb"),
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("count:Q", title="Times, this source"),
            ],
        )
        .add_params(chosen)
    )
    drawn: Layered = alt.layer(marks, heads, names)
    return drawn.properties(
        title="Reporting verbs, by what they imply", height=rows_high(len(rows), 19)
    )


def heard_or_named(heard: pd.DataFrame) -> alt.LayerChart:
    """People and bodies: how often they are named (ring) against how many statements they make."""
    table = heard.head(SHOWN)
    order = list(table["name"])
    chosen = pick("entity")
    tips = [
        alt.Tooltip("name:N", title="Who"),
        alt.Tooltip("mentions:Q", title="Times named"),
        alt.Tooltip("statements:Q", title="Statements"),
        alt.Tooltip("words:Q", title="Words credited"),
    ]
    y = alt.Y("name:N").sort(order).title(None).axis(labelLimit=NAME_LIMIT)
    line = (
        alt.Chart(table)
        .mark_rule(color="#868686")
        .encode(y, alt.X("mentions:Q"), alt.X2("statements:Q"))
    )
    both = pd.concat(
        [table.assign(what=NAMED_TIMES, times=table["mentions"]),
         table.assign(what=SAID_TIMES, times=table["statements"])]
    )  # fmt: skip
    whats = [NAMED_TIMES, SAID_TIMES]
    marks = (
        alt.Chart(both)
        .mark_point(size=95, strokeWidth=2, color=INDIGO, cursor="pointer")
        .encode(
            y,
            alt.X("times:Q").title("Times").axis(tickMinStep=1, format="d"),
            alt.Shape("what:N")
            .scale(domain=whats, range=["circle", "circle"])
            .title(None)
            .legend(orient="top", columns=LEGEND_COLUMNS),
            alt.Fill("what:N")
            .scale(domain=whats, range=["transparent", INDIGO])
            .title(None)
            .legend(orient="top", columns=LEGEND_COLUMNS),
            size=alt.condition(f"datum.what == '{NAMED_TIMES}'", alt.value(150), alt.value(50)),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=tips,
        )
        .add_params(chosen)
    )
    layers = line + marks
    return layers.properties(
        title="Quoted or merely mentioned", height=rows_high(len(order), ROW, legend=1)
    )


def tone_per_source(tones: pd.DataFrame) -> alt.LayerChart:
    """The mean tone of each source's words, most-heard first, about zero."""
    table = tones.head(SHOWN).assign(
        tone=[tone_name(c) for c in tones.head(SHOWN)["compound"]],
        scored=[signed(c) for c in tones.head(SHOWN)["compound"]],
        anchor=[max(0.0, c) for c in tones.head(SHOWN)["compound"]],
    )
    order = list(table["name"])
    chosen = pick("source")
    base = alt.Chart(table).encode(
        alt.Y("name:N").sort(order).title(None).axis(labelLimit=NAME_LIMIT)
    )
    bars = (
        base.mark_bar(size=BAR)
        .encode(
            alt.X("compound:Q").scale(domain=[-1, 1]).title("Mean tone, −1 to +1"),
            alt.Color("tone:N").scale(tone_scale()).legend(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=[
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("scored:N", title="Mean score"),
                alt.Tooltip("words:Q", title="Words credited"),
            ],
        )
        .add_params(chosen)
    )
    scores = base.mark_text(align="left", dx=5).encode(alt.X("anchor:Q"), alt.Text("scored:N"))
    return (bars + scores).properties(
        title="Tone of each source", height=rows_high(len(order), ROW)
    )


def _by_source(table: pd.DataFrame, colours: dict[str, str] | None) -> alt.Color:
    hues = colours or source_colours(table["source"])
    ids = list(dict.fromkeys(table["source"]))
    return (
        alt.Color("source:N")
        .scale(domain=ids, range=[hues.get(i, OTHERS) for i in ids])
        .legend(None)
    )


def _stroke_by_source(table: pd.DataFrame, colours: dict[str, str] | None) -> alt.Stroke:
    hues = colours or source_colours(table["source"])
    ids = list(dict.fromkeys(table["source"]))
    return (
        alt.Stroke("source:N")
        .scale(domain=ids, range=[hues.get(i, OTHERS) for i in ids])
        .legend(None)
    )


def _hue(source: str, attribution: str, hues: dict[str, str]) -> str:
    """The colour of a voice: its source's, the writer's grey, or that of nobody stated."""
    if source:
        return hues.get(source, OTHERS)
    return UNATTRIBUTED_FILL if attribution else WRITER


def _first(table: pd.DataFrame, column: str, most: int) -> pd.DataFrame:
    """The rows of the first so many different values."""
    kept = list(dict.fromkeys(table[column]))[:most]
    return table[table[column].isin(kept)]
