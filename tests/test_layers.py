"""The import table of ARCHITECTURE.md, read from the code with ``ast``."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARSERS = {"charset_normalizer", "docx", "pypdf", "trafilatura", "defusedxml", "lxml", "htmldate"}
NATIVE = {
    "pandas",
    "numpy",
    "spacy",
    "thinc",
    "threadpoolctl",
    "vaderSentiment",
    "rapidfuzz",
    "distributed",
}
ALLOWED = {
    "dashboard.py": {"streamlit", "ui"},
    "pages": {"analysis", "charts", "library", "ui", "streamlit", "pandas"},
    "ui": {"ui", "analysis", "charts", "library", "pandas", "streamlit", "altair"},
    "charts": {"charts", "altair", "pandas"},
    "library": {"library", "analysis", "sqlalchemy"},
    "analysis": {"analysis"} | NATIVE | PARSERS,
}
OURS = {"analysis", "charts", "library", "ui", "pages", "training", "benchmarks", "tests"}


def imports(path: Path) -> set[str]:
    """The modules a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def files(layer: str) -> list[Path]:
    path = ROOT / layer
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_imports_only_what_the_table_allows(layer: str) -> None:
    assert files(layer)
    for path in files(layer):
        outside = {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names
        assert outside <= ALLOWED[layer], f"{path}: {outside - ALLOWED[layer]}"


def test_records_import_none_of_our_modules() -> None:
    assert not {i for i in imports(ROOT / "analysis/records.py") if i.split(".")[0] in OURS}


def test_pandas_comes_in_only_with_the_tables() -> None:
    for path in files("analysis"):
        if "tables" not in path.parts:
            assert "pandas" not in {i.split(".")[0] for i in imports(path)}, path


def test_analysis_modules_import_no_later_stage() -> None:
    """Imports among the stages make no circle: each needs only what comes before it."""
    graph = {
        f"analysis.{p.stem}": {i for i in imports(p) if i.startswith("analysis.")}
        for p in (ROOT / "analysis").glob("*.py")
        if p.stem != "__init__"
    }
    done: set[str] = set()
    while graph:
        ready = {name for name, needs in graph.items() if not (needs & graph.keys()) - {name}}
        assert ready, f"these import each other: {sorted(graph)}"
        done |= ready
        graph = {name: needs for name, needs in graph.items() if name not in ready}
    assert "analysis.pipeline" in done
