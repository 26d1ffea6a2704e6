"""The reading view: the article's own text with tone, names and quotations marked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis, Article
from analysis.corrections import ROLE_WORD
from analysis.records import Sentiment, Span, Tagged
from analysis.tables import source_hues
from charts.theme import TYPE_COLOURS, source_colours
from ui import state
from ui.cache import once
from ui.correcting import choose_words, correction_panel, is_open, spans_of
from ui.filters import Things, fields_of, passages, passing, show_words
from ui.lasting import lasting
from ui.reading.chosen import find_box
from ui.reading.initials import initials
from ui.reading.runs import ALL, LAYERS, Layer, Run, Shown, runs

KINDS: tuple[state.Kind, ...] = ("paragraph", "entity", "source", "show")
FOLDER = Path(__file__).parent
SCRIPTS = ("reader.js", "words.js", "foresee.js")
HEIGHT = 760
_READ = "_analysis_read"
ROLE_WORDS: dict[str, str] = {r: word for r, word in ROLE_WORD.items() if r != "body"}
LAYER_WORDS = {"tone": "Tone words", "names": "Names", "quotations": "Quotations"}
LAYER_MEANS = {
    "tone": "Straight blue underline: positive; wavy orange: negative.",
    "names": "Underlined: names; single for people, dashed for places, double for bodies.",
    "quotations": "Bar and initials: who says it; stronger: quoted; bold: the reporting words.",
}

_component = st.components.v2.component(
    "hearsay_reader",
    css=(FOLDER / "reader.css").read_text(encoding="utf-8"),
    js="\n".join((FOLDER / f).read_text(encoding="utf-8") for f in SCRIPTS),
)


@lasting()
def reading_view(
    analysis: Analysis,
    *,
    layers: Collection[Layer] = ("names", "quotations"),
    highlight: Iterable[Span] = (),
) -> None:
    """Draw the text; a click on a paragraph, name or quotation selects it everywhere.

    Words chosen in it, with the mouse or by keys, can be corrected in the panel above it.

    ``layers`` are on at first, the reader may change them; ``highlight`` are stretches to
    mark as a page's evidence where the reader has not asked to be shown others. The marks
    obey the filters, and what is chosen stands above the text and is scrolled into sight.
    """
    st.session_state[_READ] = analysis
    find_box(analysis)
    correction_panel(analysis)
    shown = _choose_layers(layers)
    chosen = state.selection()
    spans = once(passages, analysis, chosen.show) or tuple(highlight)
    data = reader_data(analysis, shown, spans, chosen, what_passes(analysis))
    words = [[s.start, s.end] for s in spans_of(analysis)]
    _component(
        key="reader",
        data={**data, "choosing": True, "words": words, "picks": state.charts_that_pick()},
        height=HEIGHT,
        on_picked_change=_picked,
        on_words_change=_words,
    )


def what_passes(analysis: Analysis) -> Shown:
    """The statements, mentions and sentences that pass the filters that are on."""
    on = state.filters()

    def concerned(things: Things) -> bool:
        return any(f.name in on for f in fields_of(things, ("choice", "range", "words")))

    said = passing(analysis, "statements", on) if concerned("statements") else None
    both = {**on, "count": ("references", "adjectives")}
    named = passing(analysis, "names", both) if concerned("names") else None
    heard = passing(analysis, "sentences", on) if concerned("sentences") else None
    return once(_shown, said, named, heard)


def _shown(
    said: pd.DataFrame | None, named: pd.DataFrame | None, heard: pd.DataFrame | None
) -> Shown:
    return Shown(
        None if said is None else frozenset(said["attribution"]),
        None if named is None else frozenset(zip(named["start"], named["end"], strict=True)),
        None if heard is None else frozenset(heard["sentence"]),
    )


def draft_view(article: Article) -> None:
    """The text of an article not yet kept, its paragraphs tinted by the part they play."""
    data = reader_data(once(_unread, article), (), (), state.Selection(), ALL)
    _component(key="draft_reader", data={**data, "tinted": True}, height=HEIGHT)


def _unread(article: Article) -> Analysis:
    tagged = Tagged((), (), (), (), "")
    sentiment = Sentiment("plain", (), (), None, None, None, None)
    return Analysis(article, tagged, (), (), (), (), (), sentiment)


def reader_data(
    analysis: Analysis,
    layers: Collection[Layer],
    highlight: tuple[Span, ...],
    chosen: state.Selection,
    shown: Shown = ALL,
) -> dict[str, Any]:
    """What the component draws, as plain lists, dicts and strings.

    ``made`` changes with everything but the choice, so that the browser can leave its text alone.
    """
    numbers = {p.index: n for n, p in enumerate(analysis.article.body, start=1)}
    return {
        **once(_text, analysis, tuple(layers), highlight, shown),
        "types": TYPE_COLOURS,
        "chosen": {
            "paragraph": chosen.paragraph,
            "entity": chosen.entity,
            "source": chosen.source,
            "show": chosen.show,
        },
        "labels": _labels(analysis, chosen, numbers),
    }


def _text(
    analysis: Analysis, layers: tuple[Layer, ...], highlight: tuple[Span, ...], shown: Shown
) -> dict[str, Any]:
    """The text in its runs, the longest part of what is drawn and the same after most clicks."""
    text = analysis.article.text
    numbers = {p.index: n for n, p in enumerate(analysis.article.body, start=1)}
    cut = runs(analysis, layers, highlight, shown)
    made = {
        "title": analysis.article.title or "Article",
        "paragraphs": [
            {
                "index": p.index,
                "start": p.span.start,
                "number": numbers.get(p.index),
                "role": p.role,
                "label": ROLE_WORDS.get(p.role, ""),
                "runs": [_run(r, text) for r in row],
            }
            for p, row in zip(analysis.article.paragraphs, cut, strict=True)
        ],
        "speakers": _speakers(analysis) if "quotations" in layers else {},
    }
    written = json.dumps(made).encode("ascii")  # half characters too: they are escaped
    return {**made, "made": hashlib.sha256(written).hexdigest()}


def _labels(
    analysis: Analysis, chosen: state.Selection, numbers: Mapping[int, int]
) -> dict[str, str]:
    """What is chosen, in words, by its kind."""
    found = {}
    if chosen.paragraph is not None:
        number = numbers.get(chosen.paragraph)
        role = analysis.article.paragraphs[chosen.paragraph].role
        found["paragraph"] = f"Paragraph {number}" if number else ROLE_WORDS.get(role, role)
    if entity := next((e for e in analysis.entities if e.id == chosen.entity), None):
        found["entity"] = f"{entity.name}, named"
    if source := next((s for s in analysis.sources if s.id == chosen.source), None):
        found["source"] = f"{source.name}, speaking"
    if chosen.show:
        found["show"] = show_words(analysis, chosen.show)
    return found


def validated(picked: object, analysis: Analysis) -> tuple[state.Kind, int | str | None] | None:
    """What the browser says was picked, if this article has it; it may send anything."""
    if not isinstance(picked, dict):
        return None
    kind, value = picked.get("kind"), picked.get("id")
    if kind in KINDS and value is None:
        return kind, None
    if kind == "paragraph" and type(value) is int:
        return ("paragraph", value) if 0 <= value < len(analysis.article.paragraphs) else None
    if kind == "entity" and any(e.id == value for e in analysis.entities):
        return "entity", str(value)
    if kind == "source" and any(s.id == value for s in analysis.sources):
        return "source", str(value)
    return None


def _words() -> None:
    analysis = st.session_state.get(_READ)
    if analysis is not None:
        asked = getattr(st.session_state.get("reader"), "words", None)
        choose_words(analysis, asked if asked != {} else None)


def _picked() -> None:
    analysis = st.session_state.get(_READ)
    picked = getattr(st.session_state.get("reader"), "picked", None)
    found = validated(picked, analysis) if analysis else None
    if found is None:
        return
    kind, value = found
    if value is None:
        state.put(kind, None)
    else:
        state.toggle(kind, value)


def _choose_layers(layers: Collection[Layer]) -> list[Layer]:
    default = [layer for layer in LAYERS if layer in layers]
    chosen = st.pills(
        "Mark in the text",
        LAYERS,
        default=default,
        selection_mode="multi",
        format_func=LAYER_WORDS.__getitem__,
        key="layers_" + "_".join(default),
        label_visibility="collapsed",
    )
    shown: list[Layer] = [layer for layer in LAYERS if layer in chosen]
    if shown and not is_open():  # while correcting, the text needs the room
        st.caption(" ".join(LAYER_MEANS[layer] for layer in shown))
    return shown


def _run(run: Run, text: str) -> dict[str, Any]:
    made: dict[str, Any] = {"t": run.span.of(text)}
    if run.marks:
        made["m"] = [{"k": m.kind, "i": m.id, "s": m.style, "h": m.title} for m in run.marks]
    return made


def _speakers(analysis: Analysis) -> dict[str, dict[str, Any]]:
    """By attribution: whose it is, in which colour, with which initials."""
    colours = source_colours(once(source_hues, analysis))
    short = initials({s.id: s.name for s in analysis.sources})
    names = {s.id: s.name for s in analysis.sources}
    found = {}
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        source = credit.source or ""
        found[a.id] = {
            "source": source,
            "name": names.get(source, "unattributed"),
            "initials": short.get(source, "?"),
            "colour": colours.get(source, ""),
            "depth": min(a.depth, 2),
            "mode": a.mode,
        }
    return found
