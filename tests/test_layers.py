"""The import table of ARCHITECTURE.md, read from the code with ``ast``."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARSERS = {"pypdf", "trafilatura", "defusedxml", "lxml"}
NATIVE = {
    "pandas",
    "numpy",
    "onnxruntime",
    "spacy",
    "vaderSentiment",
    "rapidfuzz",
    "openpyxl",
    "snowballstemmer",
    "pyarrow",
    "distributed",
    "py3langid",
}
ALLOWED = {
    "dashboard.py": {"streamlit", "ui"},
    "pages": {"analysis", "charts", "report", "library", "ui", "streamlit", "pandas"},
    "ui": {"ui", "analysis", "charts", "report", "library", "pandas", "streamlit", "starlette"},
    "report": {"report", "analysis", "charts", "pandas", "vl_convert"},
    "charts": {"charts", "altair", "pandas"},
    "library": {"library", "analysis", "sqlalchemy", "duckdb"},
    "analysis": {"analysis"} | NATIVE | PARSERS,
}
LATE = {"analysis/command/cli.py": {"report"}, "library/cli.py": {"report"}}
"""The one way up: a command fetches a report's maker inside a function, when asked for one.

Nothing else of ``analysis`` or ``library`` knows that there are charts, reports or screens.
"""
PACKAGES = {
    package: {f"{package.split('.')[0]}.{other}" for other in needs.split()}
    for package, needs in {
        "analysis.lexicon": "",
        "analysis.text": "lexicon",
        "analysis.corrections": "text",
        "analysis.intake": "lexicon text",
        "analysis.reading": "lexicon text",
        "analysis.language": "lexicon text",
        "analysis.names": "lexicon text",
        "analysis.entities": "lexicon text",
        "analysis.attribution": "lexicon text",
        "analysis.sources": "lexicon text",
        "analysis.tone": "lexicon text",
        "analysis.repeats": "",
        "analysis.compare": "lexicon text",
        "analysis.reliability": "lexicon tone",
        "analysis.follow": "compare reliability text",
        "analysis.output": "corrections text",
        "analysis.tables": "compare corrections follow lexicon reliability repeats sources text "
        "tone",
        "analysis.command": "intake reading language output tables text",
        "ui.kit": "",
        "ui.filters": "kit",
        "ui.articles": "",
        "ui.correcting": "articles",
        "ui.reading": "filters correcting",
        "ui.frame": "kit articles",
        "ui.overview": "kit filters",
        "ui.tone": "kit filters",
        "ui.entities": "kit articles correcting",
        "ui.sources": "kit filters articles correcting frame",
        "ui.adding": "kit articles frame reading",
        "ui.library": "kit",
        "ui.compare": "kit articles filters frame",
        "ui.follow": "kit articles frame",
        "ui.trust": "kit",
        "ui.checking": "kit articles reading",
        "ui.corpus": "kit articles",
    }.items()
}
"""Packages in the order of the flow, each with those it may use (besides the root's files).

No stage uses another stage: what several need stands in ``lexicon`` and ``text``.
"""
STATE = "session_state"
OURS = {"analysis", "charts", "library", "report", "ui", "pages", "training", "benchmarks", "tests"}


def imports(path: Path) -> set[str]:
    """The modules a file imports, wherever in it the import stands."""
    return named(ast.parse(path.read_text(encoding="utf-8")))


def files(layer: str) -> list[Path]:
    path = ROOT / layer
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_imports_only_what_the_table_allows(layer: str) -> None:
    assert files(layer)
    for path in files(layer):
        outside = {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names
        allowed = ALLOWED[layer] | LATE.get(path.relative_to(ROOT).as_posix(), set())
        assert outside <= allowed, f"{path}: {outside - allowed}"


def test_a_way_up_is_taken_only_inside_a_function() -> None:
    for name, modules in LATE.items():
        at_import = ast.parse((ROOT / name).read_text("utf-8")).body
        inside = [n for n in at_import if isinstance(n, ast.FunctionDef)]
        outside = [n for n in at_import if n not in inside]
        assert not modules & set().union(*map(named, outside))
        assert modules <= set().union(*map(named, inside))


def named(node: ast.AST) -> set[str]:
    """The modules imported anywhere in this piece of code."""
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            found |= {alias.name for alias in inner.names}
        elif isinstance(inner, ast.ImportFrom) and inner.module:
            found.add(inner.module)
    return found


def test_outside_the_report_only_its_face_is_imported() -> None:
    for layer in [*ALLOWED, "benchmarks"]:
        for path in files(layer):
            if "report" not in path.parts:
                assert not {i for i in imports(path) if i.startswith("report.")}, path


def test_only_tests_import_tests() -> None:
    """What benchmarks share with them stands in ``benchmarks``, so that nothing leans on a test."""
    outside = [p for layer in OURS - {"tests"} for p in files(layer)] + sorted(ROOT.glob("*.py"))
    assert len(outside) > 250
    for path in outside:
        assert not {i for i in imports(path) if i.split(".")[0] == "tests"}, path


def test_no_test_reaches_into_what_a_page_keeps_for_itself() -> None:
    """Private keys of the session (``_filters``) may change: tests go through widgets or ``ui``."""
    for path in files("tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith(STATE):
                key = ast.unparse(node.slice).strip("f'\"")
                assert not key.startswith("_"), f"{path}:{node.lineno}: {key}"


def test_records_import_none_of_our_modules() -> None:
    assert not {i for i in imports(ROOT / "analysis/records.py") if i.split(".")[0] in OURS}


def test_pandas_comes_in_only_with_the_tables() -> None:
    for path in files("analysis"):
        if "tables" not in path.parts:
            assert "pandas" not in {i.split(".")[0] for i in imports(path)}, path


def package_of(path: Path) -> str:
    """The package a file of ours stands in, as "analysis.names"; "" for the root's files."""
    parts = path.relative_to(ROOT).parts[:2]
    return ".".join(parts) if ".".join(parts) in PACKAGES else parts[0]


def used(path: Path) -> Iterator[tuple[str, str, str]]:
    """(package, module, name) of each import of ours: ("analysis.names", "analysis.names", "x")."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = node.module if node.module in PACKAGES else f"{node.module}.{alias.name}"
                package = ".".join(whole.split(".")[:2])
                if package in PACKAGES:
                    yield package, node.module, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                package = ".".join(alias.name.split(".")[:2])
                if package in PACKAGES:
                    yield package, alias.name, ""


def test_every_package_is_declared_and_there() -> None:
    for root in ("analysis", "ui"):
        there = {
            f"{root}.{p.name}"
            for p in (ROOT / root).iterdir()
            if p.is_dir() and any(p.glob("*.py"))
        }
        assert there == {p for p in PACKAGES if p.startswith(root)}


def test_the_declared_order_is_one() -> None:
    """A package may use only packages that stand above it in the declaration."""
    seen: set[str] = set()
    for package, needs in PACKAGES.items():
        assert needs <= seen, f"{package} is declared before {needs - seen}"
        seen.add(package)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_uses_only_what_is_declared_for_it(package: str) -> None:
    for path in files(package.replace(".", "/")):
        root = package.split(".")[0]
        others = {o for o, _, _ in used(path) if o.split(".")[0] == root} - {package}
        assert others <= PACKAGES[package], f"{path}: {others - PACKAGES[package]}"


@pytest.mark.parametrize("layer", [*ALLOWED, "benchmarks"])
def test_outside_a_package_only_its_face_is_imported(layer: str) -> None:
    for path in files(layer):
        for package, module, name in used(path):
            if package != package_of(path):
                assert module == package, f"{path}: {module} instead of {package}"
                assert name in faces(package), f"{path}: {package} does not offer {name}"


def faces(package: str) -> set[str]:
    """``__all__`` of a package."""
    tree = ast.parse((ROOT / package.replace(".", "/") / "__init__.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    raise AssertionError(f"{package} declares no face")


def test_modules_of_a_package_make_no_circle() -> None:
    for root in ("analysis", "ui", "charts", "report"):
        graph = {module_of(p): needed(p) for p in files(root)}
        graph = {name: needs & graph.keys() for name, needs in graph.items()}
        while graph:
            ready = {name for name, needs in graph.items() if not needs & graph.keys() - {name}}
            assert ready, f"these import each other: {sorted(graph)}"
            graph = {name: needs for name, needs in graph.items() if name not in ready}


def needed(path: Path) -> set[str]:
    """Modules a file needs; ``from ui.articles import shelf`` needs ``ui.articles.shelf``."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = ROOT / node.module.replace(".", "/") / f"{alias.name}.py"
                found.add(f"{node.module}.{alias.name}" if inner.exists() else node.module)
    return found


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
