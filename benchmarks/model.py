"""How good, large and fast the language model is by itself: ``python -m benchmarks.model``."""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from analysis.language import BUNDLED, tag_text
from analysis.records import Article, Paragraph, Role, Span, Tagged
from benchmarks.linking import link_nearest

SHARED = Path("../shared")
Figures = dict[str, float]

_FIRST_ARTICLE = """
import resource, sys, time
start = time.perf_counter()
from analysis.language.tagging import tag_text
from analysis.reading.article import read_article
tagged = tag_text(read_article(sys.stdin.read()))
took = time.perf_counter() - start
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, tagged.model, sep="|")
"""
_LOAD = """
import sys, time
from analysis.language.tagging import load_engine
start = time.perf_counter()
assert load_engine(sys.argv[1]).reader
print(time.perf_counter() - start)
"""


def load_scorer(path: Path) -> ModuleType:
    """A scorer of ``../shared/eval``, opened by its path."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain_article(id: str, text: str, spans: Iterable[tuple[int, int]], title: str = "") -> Article:
    """An article cut where the gold cuts it, so that only the model is measured."""
    paragraphs: list[Paragraph] = []
    for start, end in spans:
        line = text[start:end].strip(" .")
        role: Role = "headline" if not paragraphs and line == title.strip(" .") else "body"
        paragraphs.append(Paragraph(len(paragraphs), Span(start, end), role))
    return Article(id, text, tuple(paragraphs))


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines that have words."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """One object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def attribution_articles(shared: Path) -> list[tuple[dict[str, Any], Article]]:
    """PolNeAR dev: the gold and the article."""
    gold = read_jsonl(shared / "eval" / "attribution" / "dev.jsonl")
    return [
        (g, plain_article(g["id"], g["text"], lines_of(g["text"]), g.get("title") or ""))
        for g in gold
    ]


def attribution_figures(shared: Path) -> Figures:
    """The attribution scorer's headline figures, with nearest-cue linking."""
    scorer = load_scorer(shared / "eval" / "attribution" / "score.py")
    articles = attribution_articles(shared)
    predicted = {}
    for gold, article in articles:
        tags = [(t.span.start, t.span.end, t.role) for t in tag_text(article).tags]
        found = link_nearest(article.text, tags)
        predicted[gold["id"]] = {"id": gold["id"], "attributions": found}
    result = scorer.score({g["id"]: g for g, _ in articles}, predicted)[0]
    return {
        "attribution e2e F1": result["e2e"]["F1"],
        "attribution said_e2e F1": result["said_e2e"]["F1"],
        "attribution direct e2e F1": result["direct_e2e"]["F1"],
        "attribution TV distance": result["breakdown"]["tvd"],
        "content overlap F1": result["content.overlap"]["F1"],
        "content exact F1": result["content.exact"]["F1"],
        "content token F1": result["tokens.content"]["F1"],
        "cue token F1": result["tokens.cue"]["F1"],
        "source token F1": result["tokens.source"]["F1"],
        "attribution articles": len(articles),
    }


def name_figures(shared: Path) -> Figures:
    """Names on the 22 GUM news documents, the model alone."""
    folder = shared / "eval" / "entities"
    gold = [g for part in ("train", "dev") for g in read_jsonl(folder / f"{part}.jsonl")]
    gold = [g for g in gold if g["genre"] == "news"]
    predicted = {}
    for g in gold:
        tagged = tag_text(plain_article(g["id"], g["text"], [(s, e) for s, e in g["paragraphs"]]))
        predicted[g["id"]] = {"id": g["id"], "entities": list(_single_entities(tagged))}
    found = load_scorer(folder / "score.py").score(gold, predicted)["detection"]
    return {
        "names exact typed F1": found["exact_typed"]["F1"],
        "names exact F1": found["exact"]["F1"],
        "names overlap F1": found["overlap"]["F1"],
        "names overlap typed F1": found["overlap_typed"]["F1"],
        "names documents": len(gold),
    }


def _single_entities(tagged: Tagged) -> Iterator[dict[str, Any]]:
    """Each name as an entity of its own: only detection is scored."""
    for number, name in enumerate(tagged.names):
        mention = {"s": name.span.start, "e": name.span.end, "kind": "name", "type": name.type}
        yield {"id": str(number), "type": name.type, "mentions": [mention]}


def pos_figures(shared: Path) -> Figures:
    """Universal parts of speech on GUM news dev: right tag on exactly the gold's word."""
    right = total = 0
    for text, gold in treebank_texts(shared / "train" / "gum" / "news.dev.conllu.gz"):
        tagged = tag_text(plain_article("gum", text, lines_of(text)))
        known = {(t.span.start, t.span.end): t.pos for t in tagged.tokens}
        right += sum(known.get(place) == tag for place, tag in gold)
        total += len(gold)
    return {"parts of speech (UPOS)": right / total, "parts of speech words": total}


def treebank_texts(path: Path) -> Iterator[tuple[str, list[tuple[tuple[int, int], str]]]]:
    """Each document's text, a paragraph a line, and the gold tag at each place."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for document in file.read().split("# newdoc")[1:]:
            text, gold = "", []
            for block in document.split("\n\n"):
                if "# newpar\n" in block and text:
                    text = text.rstrip() + "\n"
                text, found = _sentence(block, text)
                gold += found
            yield text, gold


def _sentence(block: str, text: str) -> tuple[str, list[tuple[tuple[int, int], str]]]:
    """The text with one more sentence, and its words; "don't" is two without a space."""
    rows = [r.split("\t") for r in block.splitlines() if r[:1].isdigit()]
    gold = []
    glued, after = -1, True
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            glued, after = int(row[0].split("-")[1]), space
        elif row[0].isdigit():
            number = int(row[0])
            gold.append(((len(text), len(text) + len(row[1])), row[3]))
            space = after if number == glued else space and number > glued
            text += row[1] + (" " if space else "")
    return text, gold


def size_figures(folder: Path = BUNDLED) -> Figures:
    """Bytes of everything in the model folder, in megabytes."""
    total = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    return {"size on disk, MB": total / 1e6}


def load_figures(shared: Path) -> Figures:
    """Seconds to load, and a fresh process that reads one article: seconds and peak memory."""
    text = attribution_articles(shared)[0][1].text
    load = subprocess.run(
        [sys.executable, "-c", _LOAD, str(BUNDLED)], capture_output=True, text=True, check=True
    )
    first = subprocess.run(
        [sys.executable, "-c", _FIRST_ARTICLE],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory, _ = first.stdout.strip().split("|")
    return {
        "load, s": float(load.stdout),
        "fresh process with imports, one article, s": float(seconds),
        "peak memory of that process, MB": float(memory),
    }


def speed_figures(shared: Path) -> Figures:
    """Words per second of ``tag_text`` alone, article by article, by processor time."""
    articles = [article for _, article in attribution_articles(shared)]
    tag_text(articles[0])
    words, start = 0, time.process_time()
    for article in articles:
        tag_text(article)
        words += len(article.text.split())
    return {"words/s, tag_text": words / (time.process_time() - start)}


def all_figures(shared: Path) -> Figures:
    """Everything this module measures."""
    return {
        **attribution_figures(shared),
        **name_figures(shared),
        **pos_figures(shared),
        **size_figures(),
        **load_figures(shared),
        **speed_figures(shared),
    }


def main() -> None:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    for name, value in all_figures(parser.parse_args().shared).items():
        print(f"{name:45} {value:10.3f}" if value % 1 else f"{name:45} {value:10.0f}")


if __name__ == "__main__":
    main()
