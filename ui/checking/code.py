"""Coding: one item a screen, its words in their place, a key for each answer."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from analysis import Article
from analysis.records import Span
from analysis.reliability import CHOICES, DONE, Drawn, Item, Judgement, Sample, is_recall
from charts.theme import MODE_WORDS
from library import Checks, Store, StoreError, reader
from ui.checking.samples import CODER, tell
from ui.reading import ROLE_WORDS, item_view
from ui.text import plain

HEIGHT = 430
_ADDED = "_check_added"
QUESTIONS = {
    "statements": "Are these words and this speaker right?",
    "names": "Is this name right?",
    "roles": "Is this what the paragraph is?",
    "tones": "How does this sentence sound?",
    "missed statements": "Which statements are missing in this paragraph?",
    "missed names": "Which names are missing in this paragraph?",
}
GONE = "The article of this item was erased, so its words cannot be shown."
ASIDE = ("source", "cue")
"""Parts that the claim names, and the text does not mark."""


def coding() -> str:
    """The coder who is at work, "" while nobody is."""
    return st.query_params.get(CODER, "")


def code_item(store: Store, sample: Sample, coder: str) -> None:
    """The next item of this coder, with keys; after the last one the screen says so."""
    checks = Checks(store)
    done, total = checks.progress(sample.id, coder)
    st.progress(done / total if total else 1.0, f"{done:,} of {total:,} done · {plain(coder)}")
    drawn = checks.next(sample.id, coder)
    if drawn is None:
        st.success("All items are judged.")
    else:
        _ask(store, sample, coder, drawn)
    with st.container(horizontal=True, key="code_ways"):
        st.button(
            "Undo the last",
            key="code_undo",
            shortcut="U",
            disabled=not done,
            on_click=partial(_undo, store, sample, coder),
        )
        label = "See the figures" if drawn is None else "Pause"
        st.button(label, key="code_pause", shortcut="P", on_click=_pause)


def _ask(store: Store, sample: Sample, coder: str, drawn: Drawn) -> None:
    article = reader(store)(drawn.item.article)
    st.subheader(QUESTIONS[sample.what], anchor=False)
    if article is None:
        st.warning(GONE)
    else:
        st.markdown(claim(sample, drawn.item, article))
        marked = [p.span for p in drawn.item.parts if p.role not in ASIDE]
        here = article.paragraph_at(drawn.item.span.start)
        whole = here.index if here and is_recall(sample.what) else None
        item_view(article, marked or [drawn.item.span], height=HEIGHT, paragraph=whole)
    missing: tuple[Span, ...] = ()
    wrong = ""
    if is_recall(sample.what) and article is not None:
        missing, wrong = _missing(drawn, article)
    with st.container(horizontal=True, key="code_answers"):
        for choice in CHOICES[sample.what]:
            is_done = choice.verdict == DONE
            made = Judgement(
                drawn.number,
                coder,
                choice.verdict,
                wrong if is_done else choice.value,
                missing if is_done else (),
            )
            st.button(
                choice.label,
                key=f"code_{choice.verdict}_{choice.value}",
                shortcut=choice.key,
                on_click=partial(_judge, store, made),
            )


def claim(sample: Sample, item: Item, article: Article) -> str:
    """What the program says of the item, as Markdown; a tone is asked for unseen."""
    words = {
        role: " … ".join(p.span.of(article.text) for p in item.parts if p.role == role)
        for role in ("content", "source", "cue", "name", "sentence")
    }
    if sample.what == "statements":
        who = f"**{plain(item.answer)}**" if item.answer else "**nobody**"
        by = plain(" … ".join(filter(None, (words["source"], words["cue"]))))
        said = (
            f" ({plain(MODE_WORDS.get(item.mode, item.mode))}; by the words “{by}”)" if by else ""
        )
        return f"### “{plain(words['content'])}”\n\nCredited to {who}{said}."
    if sample.what == "names":
        name = plain(words["name"])
        return f"### {name}\n\nCounted for **{plain(item.answer)}**, type **{plain(item.type)}**."
    if sample.what == "roles":
        return f"The program says: **{plain(ROLE_WORDS.get(item.answer, item.answer))}**."
    if sample.what == "tones":
        return f"### {plain(words['sentence'])}"
    found = [p for p in item.parts if p.role == "found"]
    return (
        f"The program found {len(found)} here, marked in the text."
        if found
        else ("The program found none here.")
    )


def _missing(drawn: Drawn, article: Article) -> tuple[tuple[Span, ...], str]:
    """What this coder has added so far, and which findings they call wrong."""
    found = [p for p in drawn.item.parts if p.role == "found"]
    wrong: list[int] = []
    if found:
        wrong = st.pills(
            "Found, but wrong",
            range(len(found)),
            selection_mode="multi",
            key=f"wrong_{drawn.number}",
            format_func=lambda i: f"{i + 1}. {_short(found[i].span.of(article.text))}",
        )
    added: list[Span] = st.session_state.setdefault(_ADDED, {}).setdefault(drawn.number, [])
    with (
        st.form(f"add_{drawn.number}", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        words = st.text_input(
            "Missing: its first words, as they stand in the paragraph", key=f"missed_{drawn.number}"
        )
        if st.form_submit_button("Add") and words.strip():
            span = place_of(words, drawn.item.span, article)
            if span is None:
                st.warning("These words do not stand in the marked paragraph: copy them from it.")
            elif span not in added:
                added.append(span)
    if added:
        st.markdown("Added: " + "; ".join(f"“{plain(s.of(article.text))}”" for s in added))
    return tuple(added), " ".join(str(i) for i in sorted(wrong))


def place_of(words: str, paragraph: Span, article: Article) -> Span | None:
    """Where these words stand in the paragraph, however their spaces and case; None if nowhere."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    found = re.search(pattern, paragraph.of(article.text), re.IGNORECASE)
    if not found:
        return None
    return Span(paragraph.start + found.start(), paragraph.start + found.end())


def _short(text: str) -> str:
    words = text.split()
    return plain(" ".join(words[:6]) + (" …" if len(words) > 6 else ""))


def _judge(store: Store, judgement: Judgement) -> None:
    try:
        Checks(store).judge([judgement])
        st.session_state.get(_ADDED, {}).pop(judgement.item, None)
    except (StoreError, ValueError) as error:
        tell("error", str(error))


def _undo(store: Store, sample: Sample, coder: str) -> None:
    try:
        Checks(store).take_back(sample.id, coder)
    except StoreError as error:
        tell("error", str(error))


def _pause() -> None:
    st.query_params.pop(CODER, None)
