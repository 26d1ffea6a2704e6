"""Charts of who speaks: words per source, voices, routes, verbs, and who is only named.

Manner is shown by lightness (quoted dark, paraphrased lighter, thought an outline), so it
reads without colour; where a hue stands for a source it is the same on every page.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import (
    MODE_WORDS,
    NAMED_COLOURS,
    NEUTRAL_BAND,
    OTHERS,
    WRITER,
    pick,
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
    "distance": "keeps distance",
    "endorse": "endorses",
    "concede": "concedes",
    "insist": "insists",
    "deny": "denies",
    "evaluate": "judges",
    "directive": "urges",
    "commit": "promises",
    "private": "private state",
    "hedge": "hedges",
    "unclassified": "not classified",
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
BAR, ROW = 18, 26
SHOWN = 12
UNATTRIBUTED_FILL = "#b9b2a7"


def words_by_source(manners: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.LayerChart:
    """Words credited to each source, most-heard first; the lighter, the less literally quoted.

    Unnamed sources have a dashed outline.
    """
    table = _first(manners, "source", SHOWN).assign(
        manner=lambda t: t["mode"].map(MANNERS),
        reported=lambda t: t["mode"].map(MODE_WORDS),
        known=lambda t: t["namedness"].map(NAMED_WORDS),
    )
    chosen = pick("source")
    order = list(dict.fromkeys(table["name"]))
    base = alt.Chart(table).encode(
        alt.Y("name:N").sort(order).title(None).axis(labelLimit=170),
    )
    bars = base.mark_bar(size=BAR, strokeWidth=1).encode(
        alt.X("words:Q").title("Words credited").axis(tickMinStep=1),
        _by_source(table, colours),
        alt.FillOpacity("manner:N")
        .scale(domain=list(MANNER_FILL), range=list(MANNER_FILL.values()))
        .title("Reported as")
        .legend(orient="bottom", symbolFillColor="#4b4f9a", symbolStrokeColor="#4b4f9a"),
        stroke=_stroke_by_source(table, colours),
        strokeDash=alt.condition(
            "datum.namedness == 'anonymous' || datum.namedness == 'collective_unnamed'",
            alt.value([3, 2]),
            alt.value([1, 0]),
        ),
        opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
        order=alt.Order("mode:N"),
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
    return layers.properties(title="Words credited to each source", height=alt.Step(ROW))


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
    base = alt.Chart(table)
    bars = base.mark_bar(size=30, stroke="white", strokeWidth=1).encode(
        alt.X("statements:Q")
        .stack("zero")
        .title(f"Statements, {total} in all")
        .axis(tickMinStep=1),
        alt.Color("known:N")
        .scale(domain=list(NAMED_WORDS.values()), range=[NAMED_COLOURS[n] for n in NAMED_WORDS])
        .title("Source")
        .legend(orient="bottom", columns=2),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("known:N", title="Source"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("sources:Q", title="Sources"),
            alt.Tooltip("words:Q", title="Words"),
        ],
    )
    counts = base.mark_text(color="white", fontWeight="bold").encode(
        alt.X("middle:Q"), alt.Text("statements:Q")
    )
    return (bars + counts).properties(title="Named against unnamed, by statements", height=185)


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
    )
    rows = max(1, voices["number"].nunique())
    return (
        alt.Chart(table, title="Where each voice stands")
        .mark_bar(height=14, stroke="white", strokeWidth=0.5)
        .encode(
            alt.Y("number:O").title("Paragraph"),
            alt.X("from_word:Q").title("Words of the paragraph"),
            alt.X2("to_word:Q"),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=[
                alt.Tooltip("name:N", title="Voice"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("number:O", title="Paragraph"),
                alt.Tooltip("excerpt:N", title="Text"),
            ],
        )
        .add_params(chosen)
        .properties(height=alt.Step(20 if rows < 30 else 12))
    )


def provenance_flow(
    nodes: pd.DataFrame, links: pd.DataFrame, colours: dict[str, str] | None = None
) -> alt.LayerChart:
    """The ways words came, left to right: outlet, relays, speaker; thickness is words."""
    hues = colours or source_colours(nodes.loc[nodes["source"] != "", "source"])
    spots = nodes.assign(
        hue=[hues.get(s, OTHERS) if s else WRITER for s in nodes["source"]],
        spoken=[f"{w:,} words" if w else "" for w in nodes["words"]],
        label=[n if len(n) <= 30 else n[:29] + "…" for n in nodes["name"]],
    )
    ways = links.assign(how=links["provenance"].map(PROVENANCE_WORDS))
    chosen = pick("source")
    last = int(nodes["step"].max()) if len(nodes) else 1
    across = alt.X("step:Q").scale(domain=[-0.6, last + 0.75]).axis(None)
    down = alt.Y("place:Q").scale(reverse=True, padding=16).axis(None)
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
        base.mark_circle(opacity=1, stroke="white")
        .encode(
            alt.Size("words:Q").scale(type="sqrt", range=[60, 420]).legend(None),
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
    outlet = (
        base.transform_filter("datum.step == 0")
        .mark_text(align="right", dx=-9, limit=130)
        .encode(alt.Text("label:N"))
    )
    names = (
        base.transform_filter("datum.step > 0")
        .mark_text(align="left", dx=10, dy=-10)
        .encode(alt.Text("label:N"))
    )
    amounts = base.mark_text(align="left", dx=10, dy=11, fontSize=11, opacity=0.8).encode(
        alt.Text("spoken:N")
    )
    rows = len(nodes["place"].unique()) if len(nodes) else 1
    return (lines + dots + outlet + names + amounts).properties(
        title="How the words reached the reader", height=70 + 38 * rows
    )


def verbs_by_stance(verbs: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.Chart:
    """Reporting verbs by what they let show of the writer's stance; a dot per source and verb."""
    chosen = pick("source")
    table = verbs.assign(
        stands=verbs["stance"].map(STANCE_WORDS),
        hue=[(colours or {}).get(s, OTHERS) for s in verbs["source"]],
        cue=[c if len(c) <= 40 else c[:39] + "…" for c in verbs["cue"]],
    )
    order = [w for w in STANCE_WORDS.values() if w in set(table["stands"])]
    verbs_in_order = [
        cue
        for stance in order
        for cue in table[table["stands"] == stance]
        .groupby("cue")["count"]
        .sum()
        .sort_values(ascending=False)
        .index
    ]
    shown = list(dict.fromkeys(verbs_in_order))[:30]
    table = table[table["cue"].isin(shown)]
    return (
        alt.Chart(table, title="Reporting verbs by stance")
        .mark_circle(opacity=1, stroke="white")
        .encode(
            alt.X("stands:N")
            .sort(order)
            .title("The verb")
            .axis(labelAngle=-30, orient="top", labelOverlap=False),
            alt.Y("cue:N").sort(shown).title(None).axis(labelLimit=180, grid=True),
            alt.XOffset("source:N"),
            alt.Size("count:Q").scale(range=[70, 360]).legend(None),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("cue:N", title="Verb"),
                alt.Tooltip("stands:N", title="Stance"),
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("count:Q", title="Times"),
            ],
        )
        .add_params(chosen)
        .properties(height=alt.Step(20))
    )


def heard_or_named(heard: pd.DataFrame) -> alt.LayerChart:
    """People and bodies: how often they are named (ring) against how many statements they make."""
    table = heard.head(SHOWN)
    order = list(table["name"])
    chosen = pick("entity")
    base = alt.Chart(table).encode(alt.Y("name:N").sort(order).title(None).axis(labelLimit=170))
    tips = [
        alt.Tooltip("name:N", title="Who"),
        alt.Tooltip("mentions:Q", title="Times named"),
        alt.Tooltip("statements:Q", title="Statements"),
        alt.Tooltip("words:Q", title="Words credited"),
    ]
    line = base.mark_rule(color="#b0b0b0").encode(alt.X("mentions:Q"), alt.X2("statements:Q"))
    named = base.mark_point(size=90, strokeWidth=2, color="#4b4f9a").encode(
        alt.X("mentions:Q")
        .title("Times named (ring) and statements made (dot)")
        .axis(tickMinStep=1),
        tooltip=tips,
        opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
    )
    spoke = base.mark_circle(size=90, color="#4b4f9a").encode(
        alt.X("statements:Q"),
        tooltip=tips,
        opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
    )
    layers = line + named.add_params(chosen) + spoke
    return layers.properties(title="Quoted or merely mentioned", height=alt.Step(ROW))


def tone_per_source(tones: pd.DataFrame) -> alt.LayerChart:
    """The mean tone of each source's words, most-heard first, about zero."""
    table = tones.head(SHOWN).assign(
        tone=[tone_name(c) for c in tones.head(SHOWN)["compound"]],
        signed=[f"{c:+.2f}".replace("-", "−") for c in tones.head(SHOWN)["compound"]],
        anchor=[max(0.0, c) for c in tones.head(SHOWN)["compound"]],
    )
    order = list(table["name"])
    chosen = pick("source")
    base = alt.Chart(table).encode(alt.Y("name:N").sort(order).title(None).axis(labelLimit=170))
    bars = (
        base.mark_bar(size=BAR)
        .encode(
            alt.X("compound:Q")
            .scale(domain=[-1, 1])
            .title(
                f"Mean compound score of the source's sentences (neutral within ±{NEUTRAL_BAND})"
            ),
            alt.Color("tone:N").scale(tone_scale()).legend(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=[
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("compound:Q", title="Mean compound", format="+.2f"),
                alt.Tooltip("words:Q", title="Words credited"),
            ],
        )
        .add_params(chosen)
    )
    scores = base.mark_text(align="left", dx=5).encode(alt.X("anchor:Q"), alt.Text("signed:N"))
    return (bars + scores).properties(title="Tone of each source", height=alt.Step(ROW))


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
