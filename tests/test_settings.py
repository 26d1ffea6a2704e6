"""Nothing is required, pinned or set that nobody uses."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit import config

from tests.shared_data import ROOT
from tests.test_layers import OURS, files, imports

NOT_IMPORTED = {
    "lxml_html_clean": "trafilatura needs it, lxml no longer brings it",
    "pytest-xdist": "an option of pytest's: -n 2",
    "ruff": "a command",
    "mypy": "a command",
    "pandas-stubs": "mypy reads it",
}
"""Requirements that no file of ours imports by name, each with the reason it is there."""
CALLED = {"axe-playwright-python": "axe_playwright_python", "vl-convert-python": "vl_convert"}
"""Requirements whose module has another name."""


def required() -> Iterator[str]:
    for path in [*ROOT.glob("requirements*.txt"), ROOT / "training" / "requirements.txt"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"([A-Za-z][\w.-]*)(\[\w+\])?==", line):
                yield found[1]


def imported() -> set[str]:
    """The outermost module of every import of ours."""
    paths = [p for layer in OURS for p in files(layer)] + list(ROOT.glob("*.py"))
    return {name.split(".")[0] for path in paths for name in imports(path)}


def test_every_requirement_is_imported_or_says_why_not() -> None:
    there, names = imported(), set(required())
    assert len(names) > 25
    modules = {name: CALLED.get(name, name.replace("-", "_")) for name in names}
    unused = {n for n, m in modules.items() if m.lower() not in {t.lower() for t in there}}
    assert unused - NOT_IMPORTED.keys() == set(), "imported nowhere"
    assert NOT_IMPORTED.keys() - unused == set(), "imported, or no longer required"


def test_every_setting_of_streamlit_is_one_it_knows() -> None:
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        names = set(keys(tomllib.load(file)))
    assert len(names) > 30
    assert names - config.get_config_options(force_reparse=False).keys() == set()


def keys(table: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, value in table.items():
        yield from keys(value, f"{before}{name}.") if isinstance(value, dict) else [before + name]


def tools() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["tool"]


def test_types_are_overlooked_only_of_modules_that_are_imported() -> None:
    there = {name for layer in OURS for path in files(layer) for name in imports(path)}
    for override in tools()["mypy"]["overrides"]:
        for module in override["module"]:
            package = module.removesuffix(".*")
            assert any(name == package or name.startswith(f"{package}.") for name in there), module


@pytest.mark.parametrize("pattern", tools()["ruff"]["lint"]["per-file-ignores"])
def test_rules_are_waived_only_for_files_that_exist(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


def test_every_mark_of_the_tests_is_used() -> None:
    used = {
        ast.unparse(node)
        for path in files("tests")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    for mark in tools()["pytest"]["ini_options"]["markers"]:
        assert f"pytest.mark.{mark.split(':')[0]}" in used, mark
