"""Readers of the public corpora: each gives documents in one common form."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from training.documents import UNKNOWN, Document, Part, Range
from training.places import place_type

Lists = Mapping[str, Sequence[str]]
Rows = list[list[str]]


def polnear(path: Path) -> list[Document]:
    """Articles with source, cue and content ranges; the title is a document part of its own."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        ranges = [
            (start, end, role)
            for attribution in article["attributions"]
            for role in ("source", "cue", "content")
            for start, end in attribution[role]
        ]
        ranges += [(start, end, UNKNOWN) for start, end in article.get("discard") or ()]
        documents.append(_with_roles(article["id"], text, article.get("title") or "", ranges))
    return documents


def _with_roles(id: str, text: str, title: str, ranges: list[Range]) -> Document:
    parts, alone, at = [], set(), 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        roles = [
            (max(s, start) - start, min(e, end) - start, role)
            for s, e, role in ranges
            if s < end and e > start
        ]
        if not parts and line.strip(" .") == title.strip(" ."):
            alone.add(0)
        parts.append(Part(line, roles=roles))
    return Document(parts, "polnear", id, alone)


def toned_names(path: Path) -> list[Document]:
    """NewsMTSC (Hamborg & Donnay 2021): sentences, each name in them with the tone toward it."""
    sentences: dict[str, list[Range]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        also = [(start, end) for start, end, _ in entry["further_mentions"]]
        sentences.setdefault(entry["text"], []).extend(
            (start, end, entry["label"]) for start, end in [(entry["from"], entry["to"]), *also]
        )
    return [Document([Part(text, tones=t)], "other") for text, t in sentences.items()]


def read_conllu(path: Path) -> Iterator[tuple[str, list[list[Rows]]]]:
    """``(document id, paragraphs of sentences of rows)``; words inside contractions stay words."""
    document, id = [], ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: Rows = []
        for line in [*lines, ""]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document:
                    yield id, document
                document, id = [], line.rpartition("=")[2].strip()
            if line.startswith("# newpar"):
                document.append([])
            if line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                if not document:
                    document.append([])
                document[-1].append(rows)
                rows = []
    if document:
        yield id, document


def surface_words(rows: Rows) -> Iterator[tuple[str, str, bool]]:
    """``(form, UPOS, space after)``: "don't" comes as its words without a space."""
    joined, after = {}, {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined[first] = (row[1], last)
            after[last] = "SpaceAfter=No" not in row[9]
    cover = 0
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        if number in joined:
            cover = joined[number][1]
        space = "SpaceAfter=No" not in row[9]
        if number <= cover:
            space = after[cover] if number == cover else False
        yield row[1], row[3], space


def part_of(sentences: list[Rows]) -> Part:
    """A paragraph with parts of speech from its rows."""
    text, pos = "", []
    for rows in sentences:
        for form, tag, space in surface_words(rows):
            pos.append((len(text), len(text) + len(form), tag))
            text += form + (" " if space else "")
        if text and not text.endswith(" "):
            text += " "
    return Part(text.rstrip(), pos=pos)


def treebank(path: Path, style: str, keep: Callable[[str], bool] = bool) -> list[Document]:
    """Documents with parts of speech only."""
    return [
        Document([part_of(sentences) for sentences in document if sentences], style, id)
        for id, document in read_conllu(path)
        if keep(id)
    ]


GUM_TYPES = {"person": "PERSON", "event": "EVENT", "organization": "ORG", "place": "GPE"}


def gum_names(path: Path, treebanks: list[Path], lists: Lists) -> list[Document]:
    """GUM documents outside news with exact names, and parts of speech where words align."""
    tagged = {id: document for file in treebanks for id, document in read_conllu(file)}
    nations, towns = set(lists["country"]), {*lists["city"], *lists["region"]}
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["genre"] == "news":
            continue
        text = entry["text"]
        names = [
            (m["s"], m["e"], _gum_type(entity["type"], m["text"], nations, towns, lists))
            for entity in entry["entities"]
            for m in entity["mentions"]
            if m["kind"] == "name" and not m.get("nested")
        ]
        names = _apart(names)
        pos = _align(text, tagged.get(entry["id"], []))
        names += _peoples(text, pos, names, lists)
        parts = [
            Part(text[s:e], _inside(names, s, e), _inside(pos, s, e) if pos else None)
            for s, e in entry["paragraphs"]
        ]
        documents.append(Document(parts, "gum", entry["id"]))
    return documents


def _gum_type(kind: str, text: str, nations: set[str], towns: set[str], lists: Lists) -> str:
    words = text.split()
    if text.lower() in lists["nationality"] and kind in ("person", "organization", "abstract"):
        return "NORP"
    if kind == "place" or (kind == "organization" and text.lower() in nations):
        return place_type(words, nations, towns)
    return GUM_TYPES.get(kind, "OTHER")


def _apart(ranges: list[Range]) -> list[Range]:
    """Without those that overlap a longer one."""
    kept: list[Range] = []
    for found in sorted(ranges, key=lambda r: (r[0] - r[1], r[0])):
        if all(found[1] <= k[0] or k[1] <= found[0] for k in kept):
            kept.append(found)
    return sorted(kept)


def _align(text: str, document: list[list[Rows]]) -> list[Range]:
    """Where the treebank's words stand in the other edition of the text; [] if they differ."""
    found, at = [], 0
    for sentences in document:
        for rows in sentences:
            for form, tag, _ in surface_words(rows):
                while at < len(text) and text[at].isspace():
                    at += 1
                if not text.startswith(form, at):
                    return []
                found.append((at, at + len(form), tag))
                at += len(form)
    return found


def _inside(ranges: list[Range], start: int, end: int) -> list[Range]:
    return [(s - start, e - start, label) for s, e, label in ranges if start <= s and e <= end]


def _peoples(text: str, pos: list[Range], names: list[Range], lists: Lists) -> list[Range]:
    """Nationality words GUM leaves unmarked: NORP here, in every corpus alike."""
    known, taken = set(lists["nationality"]), [(s, e) for s, e, _ in names]
    found, i = [], 0
    while i < len(pos):
        start, end, tag = pos[i]
        i += 1
        if not text[start].isupper():
            continue
        if i < len(pos) and text[start : pos[i][1]].lower() in known:
            end = pos[i][1]
            i += 1
        elif text[start:end].lower() not in known or tag not in ("ADJ", "PROPN", "NOUN"):
            continue
        if all(end <= s or e <= start for s, e in taken):
            found.append((start, end, "NORP"))
    return found
