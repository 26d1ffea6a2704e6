"""Every accuracy figure the README names, against its floor, its must and its aim.

Dev data of ``../shared/eval`` only. A figure below its floor in ``floors.json`` fails the run;
so does gold data whose digest is not the one the floors were measured on.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import Span
from analysis.tone import news_reader, plain_reader
from benchmarks import attribution, entities, model, sources, told, tone
from benchmarks.gold.sources import BACK, CHAINS

FLOORS = Path(__file__).parent / "floors.json"
Figures = dict[str, float]


@cache
def polnear() -> tuple[dict[str, Any], dict[str, int], Counter[tuple[str, bool]]]:
    """PolNeAR dev through the whole product: scores, counts, right by confidence."""
    scorer = attribution.load_scorer()
    gold = scorer.load(attribution.FOLDER / "dev.jsonl")
    found: dict[str, Any] = {}
    levels: Counter[tuple[str, bool]] = Counter()
    for id, article in gold.items():
        done = analyze(read_article(article["text"], id=id))
        found[id] = {"id": id, "attributions": [attribution.as_json(a) for a in done.attributions]}
        for a, right in attribution.right_ones(scorer, article, list(done.attributions)):
            levels[a.confidence, right] += 1
    result, each = scorer.score(gold, found)
    counts = {
        "articles": len(gold),
        "statements": result["counts"]["gold"],
        "direct": result["recall_by_kind"]["direct"]["gold"],
        "said": int(sum(c["said_e2e:g"] for c in each.values())),
    }
    return result, counts, levels


def attribution_figures() -> Figures:
    """PolNeAR dev through the whole product, all attributions."""
    result, counts, _ = polnear()
    n = f"PolNeAR dev, {counts['articles']} articles"
    return {
        f"attribution e2e F1 ({n})": result["e2e"]["F1"],
        f"attribution said e2e F1 ({n})": result["said_e2e"]["F1"],
        f"attribution direct e2e F1 ({n})": result["direct_e2e"]["F1"],
        f"attribution content exact F1 ({n})": result["content.exact"]["F1"],
        f"attribution TV distance ({n})": result["breakdown"]["tvd"],
    }


def source_figures() -> Figures:
    """Our own passages: chains and sources from the bare text, and sources from given spans."""
    tally = attribution.own_tally()
    n = f"own passages, {tally['asked']} asked"
    given = {what: right / of for what, right, of in sources.own_gold()}
    return {
        f"sources chain exact ({n})": tally["chain"] / tally["asked"],
        f"sources resolved ({n})": tally["resolved"] / tally["asked"],
        f"sources pointing back resolved, spans given ({len(BACK)})": given[
            "pointing back resolved"
        ],
        f"sources chain exact, spans given ({len(CHAINS)})": given["chain, exact"],
    }


def model_figures() -> Figures:
    """The language model by itself: names and parts of speech."""
    names, pos = model.name_figures(entities.SHARED), model.pos_figures(entities.SHARED)
    n = "GUM news, 22 documents"
    return {
        f"model names exact typed F1 ({n})": names["names exact typed F1"],
        f"model names overlap F1 ({n})": names["names overlap F1"],
        "model part of speech (GUM news dev, 2 documents)": next(iter(pos.values())),
    }


def entity_figures() -> Figures:
    """Names, counts and aliases through the product's entity stages."""
    docs = entities.gold()
    found = {d["id"]: entities.predict(d) for d in docs}
    news = [d for d in docs if d["genre"] == "news"]
    result = entities.scorer().score(news, found, ("name",), None)
    n = f"GUM news, {len(news)} documents"
    figures = {f"entities {k} ({n})": v for k, v in entities.line(result).items()}
    for of, part in ((n, news), (f"GUM, {len(docs)} documents", docs)):
        right, made, _ = entities.resolved(part, found)
        figures[f"entities pronouns and descriptions resolved, precision ({of})"] = right / made
    return figures


def tone_figures() -> Figures:
    """Plain, news-tuned, toward a name, and paragraphs of whole articles."""
    figures: Figures = {}
    gold = tone.records("nyt_dev")
    n = f"NYT dev, {len(gold):,}"
    for name, reader in (("plain", plain_reader()), ("news-tuned", news_reader())):
        r, f1 = tone.agreement([tone.whole(reader, g["text"]) for g in gold], gold)
        figures |= {f"tone {name} r ({n})": r, f"tone {name} macro-F1 ({n})": f1}
        r, f1 = tone.agreement([tone.by_sentence(reader, g["text"]) for g in gold], gold)
        how = f"tone {name} by sentence"
        figures |= {f"{how} r ({n})": r, f"{how} macro-F1 ({n})": f1}
    gold = tone.records("newsmtsc_train")
    found = [tone.cut(tone.whole(news_reader(), g["text"])) for g in gold]
    key = f"tone news-tuned macro-F1 (NewsMTSC train, {len(gold):,})"
    figures[key] = tone.macro_f1([g["label"] for g in gold], found)
    for part in ("rw", "mt"):
        gold = tone.records(f"newsmtsc_{part}_dev")
        found = [tone.toward_name(g["text"], Span(g["from"], g["to"])) for g in gold]
        key = f"tone toward a name macro-F1 (NewsMTSC {part} dev, {len(gold)})"
        figures[key] = tone.macro_f1([g["label"] for g in gold], found)
    return figures | _paragraph_figures()


def _paragraph_figures() -> Figures:
    """PerSenT paragraphs, the neutral cut chosen on half of the articles."""
    gold = tone.records("persent_par_dev")
    n = f"PerSenT paragraphs dev, {len(gold):,}"
    return {
        f"tone {name} macro-F1 ({n})": tone.halved(gold, scores)[0]
        for name, scores in tone.persent_scores(gold).items()
    }


def counted(area: str) -> dict[str, int]:
    """How many things the figures of an area are made from, as ``tasks.json`` names them."""
    if area == "attribution":
        return polnear()[1]
    if area == "sources":
        return {"chains": attribution.own_tally()["asked"]}
    if area == "entities":
        news = [d for d in entities.gold() if d["genre"] == "news"]
        every = [e for d in news for e in d["entities"]]
        names = [m for e in every for m in e["mentions"] if m["kind"] == "name"]
        return {
            "news": len(news),
            "names": sum(not m.get("nested") for m in names),
            "entities": sum(e["named"] for e in every),
        }
    if area == "tone":
        parts = {"snippets": "nyt_dev", "targets": "newsmtsc_rw_dev"}
        return {k: len(tone.records(part)) for k, part in parts.items()}
    return {}


AREAS = {
    "attribution": attribution_figures,
    "sources": source_figures,
    "model": model_figures,
    "entities": entity_figures,
    "tone": tone_figures,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of an area, what they are made from, and how often each confidence was right."""

    figures: Figures
    counts: dict[str, int]
    levels: Counter[tuple[str, bool]]


def _measured(area: str) -> Measured:
    """In a process of its own: what attribution has analysed is asked there for all three."""
    levels = polnear()[2] if area == "attribution" else Counter[tuple[str, bool]]()
    return Measured(AREAS[area](), counted(area), levels)


def digest(file: str) -> str:
    """What a gold file is, so that a floor is never compared with other data."""
    return hashlib.sha256((entities.SHARED / "eval" / file).read_bytes()).hexdigest()[:16]


def falls_below(name: str, value: float, floor: float) -> bool:
    """Distances and spurious entities are better small, the rest large."""
    if "TV distance" in name or "spurious" in name:
        return value > floor
    return value < floor


OWN = ("sources",)
"""Areas measured on passages of our own, which are always there."""


def check(areas: list[str]) -> Iterator[tuple[str, bool]]:
    """A line for each figure, and whether it holds its floor.

    Where the public data does not lie beside the project, only our own passages are read. When
    all areas were run, the file that the dashboard tells them from is written anew.
    """
    figures: Figures = {}
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    if not (entities.SHARED / "eval").exists():
        yield f"{entities.SHARED} is absent: our own passages only", True
        areas = [area for area in areas if area in OWN]
        kept["gold"] = {}
    changed = {f for f, wanted in kept["gold"].items() if digest(f) != wanted}
    for file in sorted(changed):
        yield f"{file}: not the gold data the floors were measured on", False
    measured: dict[str, Measured] = {}
    with ProcessPoolExecutor(2) as pool:  # a core each: the areas share nothing
        measured.update(zip(areas, pool.map(_measured, areas), strict=True))
    for area in areas:
        made = measured[area].figures
        figures |= made
        for name, value in made.items():
            floor = kept["floors"].get(name)
            holds = floor is not None and not falls_below(name, value, floor)
            said = "no floor" if floor is None else f"floor {floor:.3f}"
            yield f"{name:68} {value:7.3f}  {said}{'' if holds else '  BELOW'}", holds
    if set(areas) == set(AREAS):
        counts = {k: n for area in areas for k, n in measured[area].counts.items()}
        told.write(figures, counts, measured["attribution"].levels)
