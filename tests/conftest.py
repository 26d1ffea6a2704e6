"""What every test shares: a library of its own, and the options --slow and browser."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile

import pytest

from benchmarks.driver import chromium

# Set before anything opens the library: no test may touch the reader's own.
_FOLDER = tempfile.mkdtemp(prefix="hearsay-tests-")
os.environ["HEARSAY_DATABASE_URL"] = f"sqlite:///{_FOLDER}/library.db"

NO_BROWSER = "needs Chromium (Debian: apt-get install chromium); HEARSAY_BROWSER=required fails"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--slow`` also runs the tests that take minutes."""
    parser.addoption("--slow", action="store_true", help="also run the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip with a clear line what was not asked for or cannot run here."""
    slow = pytest.mark.skip(reason="takes minutes: run with --slow")
    browser = pytest.mark.skip(reason=NO_BROWSER)
    required = os.environ.get("HEARSAY_BROWSER") == "required"
    for item in items:
        if "slow" in item.keywords and not config.getoption("--slow"):
            item.add_marker(slow)
        if "browser" in item.keywords and not required and chromium() is None:
            item.add_marker(browser)


_MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def _same_main() -> None:
    """AppTest leaves the script it ran as the main module, which new processes then start with.

    Put right before each test: what a module's fixture ran, no test's own end would put right.
    """
    sys.modules["__main__"] = _MAIN


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the tests' library away again."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
