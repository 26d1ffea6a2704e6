"""Starting the dashboard for a browser, and waiting for it: what tests and benchmarks share."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parent.parent
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = 120.0
"""Seconds a server may take to start on a busy machine."""
PATIENCE = 120_000
"""Milliseconds for anything on the page to happen, for the same reason."""
PAGES = {"": "1_overview.py", "tone": "2_tone.py", "entities": "3_entities.py"} | {
    "sources": "4_sources.py",
    "add": "5_add.py",
    "library": "6_library.py",
    "trust": "7_trust.py",
    "check": "8_check.py",
    "compare": "9_compare.py",
    "follow": "10_follow.py",
    "person": "11_person.py",
    "corpus": "12_corpus.py",
}


def existing_pages() -> list[str]:
    """URL paths of the pages that are there."""
    return [path for path, file in PAGES.items() if (ROOT / "pages" / file).exists()]


def chromium() -> str | None:
    """Where Debian's Chromium is, if it is installed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found if found and Path(found).exists() else None


@contextmanager
def dashboard(folder: Path, **settings: str) -> Iterator[str]:
    """A dashboard of its own, with an empty library in this folder; gives its address.

    ``settings`` are further environment variables.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command += ["--server.headless", "true", "--server.fileWatcherType", "none"]
    library = f"sqlite:///{folder}/library.db"
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"HEARSAY_DATABASE_URL": library} | settings,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_up(address, process, folder / "server.log")
            yield address
        finally:
            process.terminate()
            process.wait(20)


def settled(page: Page) -> None:
    """Wait until the script has run and everything it sent is drawn."""
    page.wait_for_timeout(150)
    page.locator(
        "[data-testid='stApp'][data-test-script-state='notRunning']"
        "[data-test-connection-state='CONNECTED']"
    ).wait_for(timeout=PATIENCE)
    expect(page.locator("[data-testid='stSkeleton']")).to_have_count(0, timeout=PATIENCE)


def open_page(page: Page, address: str) -> None:
    """Go to an address of the dashboard and wait for the page's title."""
    page.goto(address, timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)
    settled(page)


def in_url(page: Page, name: str, value: str | None) -> None:
    """Wait until the address says this of the selection (None: says nothing)."""
    pattern = f"[?&]{name}=" + ("" if value is None else f"{re.escape(value)}(&|$)")
    if value is None:
        expect(page).not_to_have_url(re.compile(pattern), timeout=PATIENCE)
    else:
        expect(page).to_have_url(re.compile(pattern), timeout=PATIENCE)


def bars(page: Page, chart: str) -> Locator:
    """The bars of a chart drawn by ``ui.kit.charts.show`` under this key."""
    return page.locator(f".st-key-{chart}_chart path[aria-roledescription='bar']")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text(errors='replace')[-2000:]}")
