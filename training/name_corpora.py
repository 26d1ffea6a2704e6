"""Readers of the corpora annotated with names only, and the types they have in common."""

from __future__ import annotations

import csv
import gzip
import io
import random
import re
import zipfile
from pathlib import Path

from training.corpora import Lists, Rows
from training.documents import UNKNOWN, Document, Part, Range, labelled, respaced, spans_of
from training.places import cut_titles, place_type


def uner(path: Path) -> list[Document]:
    """UNER documents: PER, ORG, LOC by people; words re-spaced with their ``# text`` line."""
    documents: list[Document] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = block.splitlines()
            if any(line.startswith("# newdoc") for line in lines) or not documents:
                documents.append(Document([], "uner"))
            text = next((x[9:] for x in lines if x.startswith("# text = ")), "")
            rows = [x.split("\t") for x in lines if x and x[0].isdigit()]
            rows = [r for r in rows if r[0].isdigit()]
            places, at = [], 0
            for row in rows:
                at = max(text.find(row[1], at), 0)
                places.append((at, at + len(row[1])))
                at += len(row[1])
            if rows:
                names = labelled(places, spans_of([r[2] for r in rows]))
                documents[-1].parts.append(Part(text, names))
    return [d for d in documents if d.parts]


def columns(path: Path, style: str, separator: str | None = None) -> list[Document]:
    """Wikigold and CrossNER: a word and its tag a line, a blank line between sentences."""
    documents, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split(separator) if separator else line.split()
        if len(cells) >= 2:
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            text, places = respaced(words)
            part = Part(text, labelled(places, spans_of(tags)))
            documents.append(Document([part], style))
            words, tags = [], []
    return documents


def gmb(path: Path, lists: Lists, most: int, seed: int) -> list[Document]:
    """A sample of Groningen Meaning Bank sentences; those with rare types come first."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(archive.namelist()[0]).decode("latin-1")
    sentences: list[Rows] = []
    for row in list(csv.reader(io.StringIO(data)))[1:]:
        if row[0].startswith("Sentence") or not sentences:
            sentences.append([])
        sentences[-1].append(row[1:4])
    random.Random(seed).shuffle(sentences)
    sentences.sort(key=lambda rows: not any(r[2].endswith("-eve") for r in rows))
    documents, total = [], 0
    for rows in sentences:
        if total >= most:
            break
        total += len(rows)
        documents.append(_gmb_sentence(rows, lists))
    return documents


def _gmb_sentence(rows: Rows, lists: Lists) -> Document:
    words = [r[0] for r in rows]
    text, places = respaced(words)
    titles, known = set(lists["title"]), set(lists["nationality"])
    spans = []
    for first, last, kind in spans_of([r[2] for r in rows]):
        if kind == "tim":
            continue
        if kind == "per":
            first += cut_titles(words[first:last], titles)
        phrase = " ".join(words[first:last]).lower()
        if phrase in known or (kind == "gpe" and rows[first][1].startswith("JJ")):
            kind = "NORP"
        spans.append((first, last, kind))
    return Document([Part(text, labelled(places, spans), silver_tags(rows, places))], "gmb")


def silver_tags(rows: Rows, places: list[tuple[int, int]]) -> list[Range]:
    """Parts of speech where the Penn tag decides: not for "to", "that" or forms of "be"."""
    found = []
    for (word, tag, _), (start, end) in zip(rows, places, strict=True):
        universal = PENN.get(tag, "")
        if universal and word.lower() not in AUXILIARIES:
            found.append((start, end, universal))
    return found


PENN = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS"), "ADV"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    "MD": "AUX",
    "CD": "NUM",
    "CC": "CCONJ",
    "PRP": "PRON",
}
AUXILIARIES = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "not", "n't"}
    | {"have", "has", "had", "having", "do", "does", "did", "more", "most", "less", "no"}
)
"""Words whose Penn tag and universal tag part ways."""


MAPPING = {
    **dict.fromkeys(("per", "PER", "politician", "writer", "musicalartist", "scientist"), "PERSON"),
    **dict.fromkeys(("researcher", "person"), "PERSON"),
    **dict.fromkeys(("org", "ORG", "organisation", "politicalparty", "band"), "ORG"),
    **dict.fromkeys(("magazine", "university"), "ORG"),
    **dict.fromkeys(("eve", "election", "event", "conference"), "EVENT"),
    **dict.fromkeys(("geo", "gpe", "LOC", "country", "location"), "place"),
    **dict.fromkeys(("book", "poem", "album", "song"), "WORK"),
}


def unified(documents: list[Document], lists: Lists) -> list[Document]:
    """The same documents with every name in our types; ``"?"`` where none fits."""
    nations, towns = set(lists["country"]), {*lists["city"], *lists["region"]}
    known = set(lists["nationality"])
    for document in documents:
        for part in document.parts:
            if part.names is None or document.style == "gum":
                continue
            names = []
            for start, end, kind in part.names:
                words = part.text[start:end].split()
                label = "NORP" if kind == "NORP" else MAPPING.get(kind, UNKNOWN)
                if " ".join(words).lower() in known and label != "PERSON":
                    label = "NORP"
                elif label == "place":
                    label = place_type(words, nations, towns)
                names.append((start, end, label))
            part.names = sorted(names + _unmarked_peoples(part.text, names, known))
    return documents


def _unmarked_peoples(text: str, names: list[Range], known: set[str]) -> list[Range]:
    return [
        (m.start(), m.end(), "NORP")
        for m in re.finditer(r"\b[A-Z]\w+(?:-[A-Z]\w+)?", text)
        if m.group().lower() in known and all(m.end() <= s or e <= m.start() for s, e, _ in names)
    ]
