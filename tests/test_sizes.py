"""No file is too long to read at a sitting and no function to see at once, or it says why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared_data import ROOT
from tests.test_layers import OURS

MOST_LINES, MOST_OF_A_FUNCTION = 300, 40
REASON = "Long because:"
"""Begins a line of the docstring of what is longer, and a reason follows it."""
Documented = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef


def ours() -> list[Path]:
    """Every Python file of ours, the root's few and those of all packages."""
    return sorted([*ROOT.glob("*.py"), *(f for p in OURS for f in (ROOT / p).rglob("*.py"))])


def excused(node: Documented) -> bool:
    """Whether the docstring gives a reason for the length."""
    lines = (ast.get_docstring(node) or "").splitlines()
    return any(line.startswith(REASON) and line.removeprefix(REASON).strip() for line in lines)


def too_long(path: Path, text: str) -> Iterator[str]:
    """The file and each of its functions that are longer than they may be, as "path name"."""
    tree = ast.parse(text)
    if len(text.splitlines()) > MOST_LINES and not excused(tree):
        yield f"{path}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_OF_A_FUNCTION and not excused(node):
                yield f"{path} {node.name}"


def test_files_and_functions_are_short_or_say_why_not() -> None:
    files = ours()
    assert len(files) > 400
    found = {
        each for f in files for each in too_long(f.relative_to(ROOT), f.read_text(encoding="utf-8"))
    }
    assert found == set(), "cut by reason, or say in the docstring: Long because: …"


@pytest.mark.parametrize(
    ("docstring", "named"),
    [
        ('"""What comes back."""', True),
        ('"""What comes back.\n\n    Long because: one table, read in one piece.\n    """', False),
        ('"""What comes back.\n\n    Long because:\n    """', True),
    ],
)
def test_a_long_function_is_named_unless_it_gives_a_reason(docstring: str, named: bool) -> None:
    body = "    x = 1\n" * MOST_OF_A_FUNCTION
    code = f"def long() -> None:\n    {docstring}\n{body}"
    assert list(too_long(Path("a.py"), code)) == (["a.py long"] if named else [])
    assert list(too_long(Path("a.py"), "x = 1\n" * MOST_LINES)) == []
    assert list(too_long(Path("a.py"), "x = 1\n" * (MOST_LINES + 1))) == ["a.py"]
