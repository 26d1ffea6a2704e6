"""What can be wrong with a statement: missed, ends elsewhere, another's, none, a source in two."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import Analysis
from analysis.records import Attribution, Correction, Span
from ui.correcting.words import Chosen, chosen_words, fix, set_aside
from ui.text import plain

NEW = "a statement that was missed"
NOBODY = "nobody who is stated"
SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
"""Types of names that can say something."""
PARTS = {"content": "What is said", "source": "Who says it", "cue": "The reporting words"}
LONGEST = 70


def statement_panel(analysis: Analysis, chosen: Chosen) -> None:
    """Corrections of a statement at the words chosen, or the adding of one."""
    near = statements_at(analysis, chosen.span) if chosen.span else []
    said = {a.id: _short(" … ".join(s.of(analysis.article.text) for s in a.content)) for a in near}
    options = [*said, NEW]
    if near:
        aside = chosen.content or chosen.source or chosen.cue
        which = st.selectbox(
            "Which statement",
            options,
            index=len(said) if aside else 0,
            format_func=lambda i: said.get(i, NEW),
            key=f"text_statement_{chosen.span.start if chosen.span else 0}",
        )
    else:
        which = NEW
    if which in said and chosen.span:
        _existing(analysis, next(a for a in near if a.id == which), chosen.span)
    else:
        _missed(analysis, chosen)


def statements_at(analysis: Analysis, words: Span) -> list[Attribution]:
    """The statements whose words, source or verb share some with these, the smallest first."""
    parts = ((a, (*a.content, *a.source, *a.cue)) for a in analysis.attributions)
    found = [a for a, spans in parts if any(s.overlaps(words) for s in spans)]
    return sorted(found, key=lambda a: sum(s.end - s.start for s in a.content))


def _existing(analysis: Analysis, a: Attribution, words: Span) -> None:
    text, names = analysis.article.text, {s.id: s.name for s in analysis.sources}
    credit = next(c for c in analysis.credits if c.attribution == a.id)
    st.markdown(f"Said by **{plain(names.get(credit.source or '', NOBODY))}**")
    piece = max(a.content, key=lambda s: min(s.end, words.end) - max(s.start, words.start))
    with st.container(horizontal=True):
        if piece != words and piece.overlaps(words) and not _in(words, a.source):
            moved = Correction("statement span", piece, words)
            fix(analysis, "Said is exactly these words", moved, key="text_statement_span")
        no = Correction("not quotation", a.content[0])
        fix(analysis, "Not a statement", no, key="text_not_quotation")
    speakers: dict[str, Span | None] = dict(speaker_places(analysis, a.content[0]))
    if not _in(words, a.content):
        speakers = {f"the words chosen: {_short(words.of(text))}": words, **speakers}
    speakers[NOBODY] = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox("Is said by", list(speakers), index=None, key=f"text_speaker_{a.id}")
        made = Correction("speaker", a.content[0], speakers[who]) if who else None
        fix(analysis, "Set the speaker", made, key="text_speaker")
    if credit.source and a.source:
        _source(analysis, a, credit.source)


def _source(analysis: Analysis, a: Attribution, source: str) -> None:
    """Whether the source is one with others, or should be."""
    text = analysis.article.text
    mine = [b for b in analysis.attributions if b.source and b.id != a.id]
    of = {c.attribution: c.source for c in analysis.credits}
    same = [b for b in mine if of[b.id] == source]
    others = {of[b.id] or "": b.source[0] for b in mine if of[b.id] not in (None, source)}
    names = {s.id: s.name for s in analysis.sources}
    if same:
        written = a.source[0].of(text).casefold()
        only = all(b.source[0].of(text).casefold() == written for b in same)
        split = Correction("split source", a.source[0], value="here" if only else "")
        fix(analysis, "This source is somebody else", split, key="text_split_source")
    if others:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            other = st.selectbox(
                "The source is the same as",
                list(others),
                index=None,
                format_func=lambda i: names.get(i, i),
                key=f"text_same_source_{a.id}",
            )
            made = Correction("merge source", a.source[0], others[other]) if other else None
            fix(analysis, "Join them", made, key="text_merge_source")


def _missed(analysis: Analysis, chosen: Chosen) -> None:
    text, words = analysis.article.text, chosen.span
    if words:
        st.caption("These words are:")
        with st.container(horizontal=True):
            for part, label in PARTS.items():
                st.button(label, key=f"text_part_{part}", on_click=partial(_aside, analysis, part))
    given = {part: getattr(chosen, part) for part in PARTS}
    for part, span in given.items():
        if span:
            st.markdown(f"{PARTS[part]}: “{plain(_short(span.of(text)))}”")
    if not given["content"]:
        if not words:
            st.caption("Choose what is said, then who says it and the reporting words.")
        return
    source = given["source"]
    if source is None:
        near = speaker_places(analysis, given["content"])
        who = st.selectbox(
            "Who says it",
            list(near),
            index=None,
            placeholder="choose here, or words in the text",
            key=f"text_missed_speaker_{given['content'].start}",
        )
        source = near[who] if who else None
    parts = [s for s in (given["content"], source, given["cue"]) if s]
    if any(a.overlaps(b) for i, a in enumerate(parts) for b in parts[i + 1 :]):
        st.warning("What is said, who says it and the reporting words must stand apart.")
        return
    made = Correction("statement", given["content"], source, cue=given["cue"])
    fix(analysis, "Add the statement", made, key="text_add_statement", primary=True)


def _aside(analysis: Analysis, part: str) -> None:
    if chosen_words(analysis).span:
        set_aside(analysis, part)


def speaker_places(analysis: Analysis, near: Span) -> dict[str, Span]:
    """Everybody who could be speaking, by name: the place nearest to this one that says so."""
    places = {
        e.name: min((m.span for m in e.mentions), key=lambda s: abs(s.start - near.start))
        for e in analysis.entities
        if e.type in SPEAKERS
    }
    stated = {a.id: a.source for a in analysis.attributions}
    for source in analysis.sources:
        spans = [s for i in source.attributions for s in stated.get(i, ())]
        if source.entity is None and spans:
            places.setdefault(source.name, min(spans, key=lambda s: abs(s.start - near.start)))
    return {name: places[name] for name in sorted(places, key=str.casefold)}


def _in(words: Span, spans: tuple[Span, ...]) -> bool:
    return any(s.overlaps(words) for s in spans)


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
