"""``data/accuracy.json``: what ``python -m benchmarks accuracy`` measured, told for readers.

``tasks.json`` says which figure answers which question of a reader, how good people and other
tools are at it, and which examples show typical errors. The examples are put to the program each
time: one that it now gets right is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis import Analysis, analyze, read_article
from analysis.tone import tone_side
from analysis.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "data" / "accuracy.json"
SPEC = Path(__file__).parent / "tasks.json"


def write(
    figures: Mapping[str, float],
    counts: Mapping[str, int],
    confidence: Mapping[tuple[str, bool], int],
    file: Path = FILE,
) -> None:
    """Write the file; one that says the same already keeps its date."""
    told = tell(figures, counts, confidence)
    if file.exists():
        before = json.loads(file.read_text(encoding="utf-8"))
        if {**before, "made": told["made"]} == told:
            return
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def tell(
    figures: Mapping[str, float],
    counts: Mapping[str, int],
    confidence: Mapping[tuple[str, bool], int],
) -> dict[str, Any]:
    """The file's content: tasks with figures, confidence, errors, what is not measured."""
    spec = _spec()
    levels = [
        {"level": level, "right": right, "of": right + confidence.get((level, False), 0)}
        for level in ("high", "medium", "low")
        if (right := confidence.get((level, True), 0))
    ]
    return {
        "made": datetime.now(UTC).date().isoformat(),
        "version": VERSION,
        "model": analyze(read_article(spec["examples"][0]["text"])).model,
        "tasks": [_task(t, figures, counts) for t in spec["tasks"]],
        "confidence": levels,
        "people": spec["people"],
        "others": spec["others"],
        "errors": [e for e in map(_error, spec["examples"]) if e],
        "not_measured": spec["not_measured"],
        "figures": dict(figures),
    }


def _spec() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SPEC.read_text(encoding="utf-8"))
    return found


def _task(
    task: dict[str, Any], figures: Mapping[str, float], counts: Mapping[str, int]
) -> dict[str, Any]:
    """The task with its value, n and data."""
    wanted = task["figure"] if "(" in task["figure"] else f"{task['figure']} ("
    name = next(f for f in figures if f.startswith(wanted))
    data = name.partition("(")[2].removesuffix(")")
    kept = {k: v for k, v in task.items() if k not in ("figure", "count")}
    return {**kept, "value": figures[name], "n": counts[task["count"]], "data": data}


def _error(example: dict[str, Any]) -> dict[str, Any] | None:
    """The example with what the program says of it; None where that is right."""
    done = analyze(read_article(example["text"], roles={0: "body"}))
    got = ASKED[example["kind"]](done, done.article.text.index(example["words"]))
    return None if got == example["right"] else {**example, "got": got}


def _speaker(done: Analysis, at: int) -> str:
    """Who is credited with the word at this place, innermost; "" for nobody."""
    found = [
        (a.depth, c.source)
        for a, c in zip(done.attributions, done.credits, strict=True)
        if any(s.start <= at < s.end for s in a.content)
    ]
    names = {s.id: s.name for s in done.sources}
    return names.get(max(found)[1] or "", "") if found else ""


def _type(done: Analysis, at: int) -> str:
    types = (e.type for e in done.entities for m in e.mentions if m.span.start == at)
    return next(types, "")


def _tone(done: Analysis, at: int) -> str:
    sentences = zip(done.tagged.sentences, done.sentiment.sentences, strict=False)
    score = next(t.score.compound for s, t in sentences if s.span.start <= at < s.span.end)
    return tone_side(score)


ASKED = {"speaker": _speaker, "type": _type, "tone": _tone}
