"""What the documents say is true: docstring examples run, the README names pages and commands."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from analysis.command.options import make_parser
from library import cli as library_cli
from tests.shared_data import ROOT
from ui.frame.shell import PAGES

EXAMPLES = 8
"""Fewer would mean that they are no longer found; there are more."""
README = (ROOT / "README.md").read_text(encoding="utf-8")


_RUN = """
import doctest, importlib, pkgutil
tried = failed = 0
for name in ("analysis", "charts", "report", "library", "ui"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        if not module.name.endswith(("__main__", "pdf_worker")):
            result = doctest.testmod(importlib.import_module(module.name))
            tried, failed = tried + result.attempted, failed + result.failed
print(tried, failed)
"""


def test_docstring_examples_run() -> None:
    """In a process of its own: it imports everything, programs' settings included."""
    command = [sys.executable, "-W", "ignore", "-c", _RUN]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *said, counts = done.stdout.strip().splitlines()
    tried, failed = map(int, counts.split())
    assert not failed, "\n".join(said)
    assert tried >= EXAMPLES


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.title)
def test_the_readme_names_every_page(page: object) -> None:
    assert f"| {page.title} |" in README


def test_the_readme_names_every_command_and_option() -> None:
    options = {o for a in make_parser()._actions for o in a.option_strings}
    told = {o for o in options if o.startswith("--")} - {"--help"}
    assert told
    assert not {o for o in told if not re.search(rf"{o}\b", README)}
    line = "\n".join(m for m in README.splitlines() if "python -m library" in m)
    assert not {c for c in library_cli.COMMANDS if not re.search(rf"\b{c}\b", line)}
