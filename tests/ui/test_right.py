"""From every chart one step leads to how right figures like it are."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.shared_data import ROOT
from ui.kit.right import TASKS

OWN = ("ui/trust/", "ui/checking/")
"""These pages are the answer: their figures are what others lead to."""


def drawn() -> Iterator[tuple[str, str]]:
    """File and key of each chart drawn through ``ui.kit.show`` with a key in plain sight."""
    for folder in ("ui", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "show":
                    keys = [k.value for k in node.keywords if k.arg == "key"]
                    for key in keys:
                        if isinstance(key, ast.Constant):
                            yield str(path.relative_to(ROOT)), str(key.value)


def test_every_chart_has_its_line_on_how_right_is_it() -> None:
    found = list(drawn())
    assert len(found) > 15
    assert not [(file, key) for file, key in found if key not in TASKS and not file.startswith(OWN)]
