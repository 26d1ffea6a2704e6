"""One server and one browser for the whole suite; a fresh context for each test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.driver import ARGS, PATIENCE, chromium, dashboard, open_page

COLD_PAGE = "add"


@dataclass
class Visit:
    """What the very first visitor of a fresh server saw, having followed a deep link."""

    title: str
    menu: list[str]
    path: str


@dataclass
class Watch:
    """What a context did that it should not: requests to elsewhere, dialogs, script errors."""

    server: str
    outside: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.fail("HEARSAY_BROWSER=required, but there is no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with dashboard(Path(tmp_path_factory.mktemp("dashboard"))) as address:
        yield address


@pytest.fixture(scope="session")
def first_visit(started: str, browser: Browser) -> Visit:
    """The first request this server ever gets is a deep link, before any other test's."""
    context = browser.new_context()
    page = context.new_page()
    open_page(page, f"{started}/{COLD_PAGE}")
    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    seen = Visit(
        page.get_by_role("heading", level=1).first.inner_text(),
        [link.inner_text() for link in menu.all()],
        page.url.removeprefix(started),
    )
    context.close()
    return seen


@pytest.fixture
def server(started: str, first_visit: Visit) -> str:
    return started


@pytest.fixture
def context(server: str, browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1440, "height": 1000})
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, server: str) -> Iterator[Page]:
    """A page that fails its test when anything leaves the machine or a dialog opens."""
    with watched(context, server) as opened:
        yield opened


@contextmanager
def watched(context: BrowserContext, server: str) -> Iterator[Page]:
    """A page of this context; afterwards, whether it did what it should not."""
    watch = Watch(server)
    opened = context.new_page()
    context.on("request", lambda r: _look(watch, r.url))
    opened.on("dialog", lambda d: (watch.dialogs.append(d.message), d.dismiss()))
    opened.on("console", lambda m: _listen(watch, m.text))
    opened.on("pageerror", lambda e: watch.errors.append(str(e)))
    yield opened
    assert not watch.outside, f"requests left the machine: {watch.outside[:5]}"
    assert not watch.dialogs, f"a dialog opened: {watch.dialogs}"
    assert not watch.errors, f"scripts failed: {watch.errors[:3]}"


def _listen(watch: Watch, said: str) -> None:
    """The content policy must let pass all that the dashboard itself does."""
    if "Content Security Policy" in said:
        watch.errors.append(said)


def _look(watch: Watch, url: str) -> None:
    local = url.startswith((watch.server, watch.server.replace("http", "ws"), "data:", "blob:"))
    if not local:
        watch.outside.append(url)
