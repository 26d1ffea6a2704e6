"""What the language model sees in an article: tokens, sentences, names, attribution tags.

The model that comes with Hearsay is used unless the environment variable ``HEARSAY_MODEL``
names another folder of its kind, or a spaCy pipeline where spaCy is installed (``pip install -r
requirements-spacy.txt``). Without any, the rule engines stand alone.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from analysis.language.consistency import Run
from analysis.language.reader import Findings, NewsReader
from analysis.language.sentences import split_sentences
from analysis.language.tokens import Word, split_words
from analysis.records import (
    READ_ROLES,
    Article,
    EntityType,
    Name,
    NameTone,
    Paragraph,
    Sentence,
    Span,
    Tag,
    Tagged,
    TagRole,
    Token,
)
from analysis.text import unmarked

BUNDLED = Path(__file__).resolve().parents[2] / "data" / "models" / "en_hearsay_news"
VARIABLE = "HEARSAY_MODEL"
READER = "hearsay_reader"
"""The folder inside a model of our kind that holds its network."""
RULES = "rules"
"""What a result names as its model where none could be loaded."""
_TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "WORK": "WORK",
    "WORK_OF_ART": "WORK",
    "OTHER": "OTHER",
    "MISC": "OTHER",
    "PRODUCT": "OTHER",
    "LAW": "OTHER",
    "LANGUAGE": "OTHER",
}
"""Labels of common pipelines in our types; dates, amounts and the like are no names."""
_ROLES: dict[str, TagRole] = {"source": "source", "cue": "cue", "content": "content"}
_SPACES = re.compile(r"\s+")
_LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded model, ours or somebody else's, and what went wrong, if anything."""

    name: str = RULES
    reader: NewsReader | None = None
    pipeline: Any = None
    """A spaCy pipeline that ``HEARSAY_MODEL`` names."""
    problem: str = ""


def tag_text(article: Article) -> Tagged:
    """Tokens and sentences of the prose paragraphs, with the model's names and tags."""
    engine, other = current_engines()
    prose = [p for p in article.paragraphs if p.role in READ_ROLES]
    text = unmarked(article.text)  # the network has never read a footnote sign
    words = [split_words(text, p.span.start, p.span.end) for p in prose]
    alone = {i for i, p in enumerate(prose) if p.role != "body"}
    found = engine.reader.find(words, alone=alone) if engine.reader else Findings.none(words)
    names = tuple(_name(words, run) for run in found.names)
    pos, model = found.pos, engine.name
    if other is not None:
        names, pos = _foreign(other.pipeline, text, prose, words)
        model = f"{other.name} (names), {engine.name} (attribution)"
    toward = tuple(
        NameTone(Span(word.start, word.end), *shares)
        for word, shares in ((words[p][i], shares) for p, i, shares in found.tones)
    )
    return Tagged(
        _tokens(words, pos), _sentences(text, prose), names, _tags(words, found), model, toward
    )


def model_problem(used: str = RULES) -> str:
    """Why a model is not in use, in one sentence for the reader; empty if all is well.

    ``used`` is the model a result names; where that is the bundled one and no setting asks for
    another, nothing can be wrong and nothing is loaded.
    """
    if used != RULES and not os.environ.get(VARIABLE, "").strip():
        return ""
    engine, other = current_engines()
    if other is not None and other.problem:
        return other.problem
    return engine.problem


def current_engines() -> tuple[Engine, Engine | None]:
    """The bundled engine, and the pipeline ``HEARSAY_MODEL`` names, if that is another."""
    wanted = os.environ.get(VARIABLE, "").strip()
    with _LOADING:
        if not wanted:
            return load_engine(str(BUNDLED)), None
        chosen = load_engine(wanted)
        if chosen.reader is not None:
            return chosen, None
        bundled = load_engine(str(BUNDLED))
        if chosen.problem:
            return replace(bundled, problem=chosen.problem), None
        return bundled, chosen


@cache
def load_engine(name: str) -> Engine:
    """The model of this name or folder; on any failure one of rules, with the reason."""
    try:
        own = name == str(BUNDLED) or (Path(name) / READER).is_dir()
        return _own_engine(Path(name)) if own else _spacy_engine(name)
    except Exception as problem:  # damage shows in as many ways as there are file formats
        return Engine(problem=_explain(name, problem))


def _own_engine(folder: Path) -> Engine:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return Engine(_title(meta), NewsReader.load(folder / READER))


def _spacy_engine(name: str) -> Engine:
    # Only who asks for another model has spaCy, and waits the seconds that importing it takes.
    import spacy

    nlp = spacy.load(name)
    return Engine(_title(nlp.meta), pipeline=nlp)


def _title(meta: dict[str, Any]) -> str:
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _explain(name: str, problem: Exception) -> str:
    cause = _SPACES.sub(" ", str(problem))[:200]
    if isinstance(problem, ModuleNotFoundError):
        cause = "spaCy is not installed: pip install -r requirements-spacy.txt"
    elif not Path(name).exists() and isinstance(problem, OSError):
        cause = "there is no such folder or installed pipeline"
    return (
        f"The language model {name} could not be loaded ({cause}); the rules work without it. "
        "Restore the folder from the program's files, or set HEARSAY_MODEL to an installed "
        "spaCy pipeline."
    )


def _span(words: list[list[Word]], run: Run) -> Span:
    line = words[run.paragraph]
    return Span(line[run.first].start, line[run.last - 1].end)


def _name(words: list[list[Word]], run: Run) -> Name:
    return Name(_span(words, run), _TYPES[run.label], run.score)


def _tags(words: list[list[Word]], found: Findings) -> tuple[Tag, ...]:
    return tuple(Tag(_ROLES[run.label], _span(words, run), run.score) for run in found.parts)


def _tokens(words: list[list[Word]], pos: tuple[tuple[str, ...], ...]) -> tuple[Token, ...]:
    return tuple(
        Token(Span(word.start, word.end), tag)
        for line, tags in zip(words, pos, strict=True)
        for word, tag in zip(line, tags, strict=True)
    )


def _sentences(text: str, prose: list[Paragraph]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span, paragraph.index)
        for paragraph in prose
        for span in split_sentences(text, paragraph.span)
    )


def _foreign(
    nlp: Any, text: str, prose: list[Paragraph], words: list[list[Word]]
) -> tuple[tuple[Name, ...], tuple[tuple[str, ...], ...]]:
    """Names and parts of speech by somebody else's pipeline, at our tokens."""
    names: list[Name] = []
    tags: dict[tuple[int, int], str] = {}
    pieces: list[tuple[str, Any]] = [(p.span.of(text), p.span.start) for p in prose]
    longest = max((len(piece) for piece, _ in pieces), default=0)
    nlp.max_length = max(nlp.max_length, longest + 1)
    for doc, start in nlp.pipe(pieces, as_tuples=True, batch_size=32):
        for ent in doc.ents:
            if ent.label_ in _TYPES:
                span = Span(start + ent.start_char, start + ent.end_char)
                names.append(Name(span, _TYPES[ent.label_]))
        for token in doc:
            tags[start + token.idx, start + token.idx + len(token.text)] = token.pos_
    pos = tuple(tuple(tags.get((w.start, w.end), "") for w in line) for line in words)
    return tuple(names), pos
