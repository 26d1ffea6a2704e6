"""ARCHITECTURE.md and CONTRIBUTING.md name what there is."""

from __future__ import annotations

import importlib
import re

from tests.shared_data import ROOT
from tests.test_layers import PACKAGES

ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_table_has_a_line_for_each_package_in_the_declared_order() -> None:
    table = ARCHITECTURE.split("## The packages of")[1].split("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", table, re.M)
    there = [p.parent.name for p in (ROOT / "analysis").glob("*/__init__.py")]
    assert sorted(named) == sorted(there)
    declared = [p.split(".")[1] for p in PACKAGES if p.startswith("analysis.")]
    both = [n for n in declared if n in named]
    assert [n for n in named if n in declared] == both


def test_the_other_rooms_are_all_in_the_second_table() -> None:
    table = ARCHITECTURE.split("## The rooms of the other packages")[1].split("\n## ")[0]
    named = re.findall(r"^\| `([\w/]+)` \|", table, re.M)
    there = [
        p.parent.relative_to(ROOT).as_posix()
        for root in ("ui", "charts", "library")
        for p in (ROOT / root).glob("*/__init__.py")
    ]
    assert sorted(named) == sorted(there)


def test_the_walk_names_functions_that_exist() -> None:
    walk = ARCHITECTURE.split("## One article from upload to chart")[1].split("\n## ")[0]
    found = re.findall(r"`((?:\w+\.)+\w+)`", walk)
    functions = [name for name in found if not name.endswith(".py") and not name.startswith("ui.")]
    assert len(functions) >= 10
    for name in functions:
        module, function = name.rsplit(".", 1)
        home = module if module.startswith("charts") else f"analysis.{module}"
        assert callable(getattr(importlib.import_module(home), function)), name


def test_each_question_leads_to_files_lists_and_tests_that_exist() -> None:
    table = CONTRIBUTING.split("## Where a question is answered")[1].split("\n## ")[0]
    rows = [line.split("|")[1:-1] for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 10
    for _, files, lists, benchmark, tests in rows:
        for name in re.findall(r"\w+", benchmark):
            assert (ROOT / "benchmarks" / f"{name}.py").is_file(), name
        for file in re.findall(r"`([^`]+)`", files):
            assert (ROOT / "analysis" / file).is_file(), file
        for name in re.findall(r"`([^`]+)`", lists):
            assert (ROOT / "data" / "lexicons" / f"{name}.txt").is_file(), name
        for folder in re.findall(r"`([^`]+)`", tests):
            assert (ROOT / folder).is_dir(), folder


def test_each_package_of_the_analysis_has_a_folder_of_tests() -> None:
    packages = {init.parent.name for init in (ROOT / "analysis").glob("*/__init__.py")}
    tried = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert packages - tried == set()
    said = ARCHITECTURE.split("`tests/` has a folder for each package of `analysis/`, and for ")[1]
    others = set(re.findall(r"\w+", said.split(".")[0])) - {"and"}
    assert tried - packages == others


def test_each_package_says_what_it_is_for() -> None:
    for init in (ROOT / "analysis").glob("*/__init__.py"):
        said = importlib.import_module(f"analysis.{init.parent.name}").__doc__ or ""
        assert len(said.split()) >= 20, init
