"""Pictures of every page, light and dark, wide and phone width, to be looked at.

``python -m benchmarks.screenshots OUTDIR`` starts a dashboard of its own whose library holds the
texts of ``benchmarks.looks`` and the samples, and writes ``OUTDIR/overview-seed-1440-light.png``
and so on. ``--width 720`` is what a window of 1440 shows at 200 %.

``--readme`` writes the pictures of the README instead: the first window of two pages, of the
samples alone, and a chart as it leaves the program, in 256 colours.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from analysis import analyze
from analysis.tables import score_columns, score_names, score_voices
from benchmarks.driver import ARGS, PATIENCE, chromium, dashboard, existing_pages, open_page
from benchmarks.looks import fill
from charts.score import score, score_key
from charts.spec import spec_of
from library import sample_articles
from report import about, as_png, standalone

README = {"overview": "", "sources": "sources"}
"""Pictures of the README: their names, and the pages they are of."""
HEIGHTS = {1440: 1000, 720: 500, 390: 844}
SCHEMES = ("light", "dark")
TALLEST = 6000


def main() -> None:
    """Write the pictures; says each file as it is done."""
    given = _asked()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.readme:
        _chart(given.folder / "score.png")
        _of_readme(given.folder, given.page or list(README.values()))
        return
    with _served(given.library) as (address, ids), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        looks = product(
            given.page or existing_pages(), given.text or ids, given.width, given.scheme
        )
        for path, text, width, scheme in looks:
            link = f"{address}/{path}?article={ids[text]}"
            for part in given.part or [None]:
                name = "-".join(filter(None, (path or "overview", text, part)))
                file = given.folder / f"{name.replace(' ', '_')}-{width}-{scheme}.png"
                _look(browser, link + (f"&part={quote(part)}" if part else ""), width, scheme, file)
                print(file, flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", action="append", help="URL path of a page (default: every page)")
    parser.add_argument("--text", action="append", help="name of a text (default: every text)")
    parser.add_argument("--part", action="append", help="tab to open (default: the first)")
    parser.add_argument("--width", action="append", type=int, choices=HEIGHTS)
    parser.add_argument("--scheme", action="append", choices=SCHEMES)
    parser.add_argument("--readme", action="store_true", help="the pictures of the README")
    parser.add_argument("--library", type=Path, help="folder to keep the library in for next time")
    given = parser.parse_args()
    given.width = given.width or list(HEIGHTS)
    given.scheme = given.scheme or list(SCHEMES)
    return given


@contextmanager
def _served(folder: Path | None) -> Iterator[tuple[str, dict[str, str]]]:
    """A dashboard over a filled library: its address, and the articles' ids by name."""
    with tempfile.TemporaryDirectory() as passing:
        library = folder or Path(passing)
        library.mkdir(parents=True, exist_ok=True)
        ids = fill(f"sqlite:///{library}/library.db")
        (library / "preferences.json").write_text('{"tour_seen": true}', encoding="utf-8")
        with dashboard(library) as address:
            yield address, ids


def _of_readme(folder: Path, pages: list[str]) -> None:
    """Three pages as a new user sees them: nothing is kept, the samples are there."""
    with tempfile.TemporaryDirectory() as passing, sync_playwright() as playwright:
        (Path(passing) / "preferences.json").write_text('{"tour_seen": true}', encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        with dashboard(Path(passing)) as address:
            for name, path in README.items():
                if path not in pages:
                    continue
                page = _page(browser, 1440, "light")
                open_page(page, f"{address}/{path}?article={sample_articles()[0].id}")
                page.wait_for_timeout(2500)
                file = folder / f"{name}.png"
                page.screenshot(path=file)
                _small(file)
                page.context.close()
                print(file, flush=True)


def _chart(file: Path) -> None:
    """The score of the first sample, as "Download" under it gives it."""
    analysis = analyze(sample_articles()[0])
    columns, voices, names = (make(analysis) for make in (score_columns, score_voices, score_names))
    spec = spec_of(score(columns, voices, names))
    whole = standalone(spec, about([analysis]), title="Score", key=score_key(names))
    file.write_bytes(as_png(whole))
    _small(file)
    print(file, flush=True)


def _small(file: Path) -> None:
    Image.open(file).convert("RGB").quantize(256).save(file, optimize=True)


def _page(browser: Browser, width: int, scheme: str) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def _look(browser: Browser, link: str, width: int, scheme: str, file: Path) -> None:
    page = _page(browser, width, scheme)
    open_page(page, link)
    _whole_page(page, width, file)
    page.context.close()


def _whole_page(page: Page, width: int, file: Path) -> None:
    """Streamlit scrolls inside the page, so the window is made as tall as its content."""
    page.wait_for_timeout(1500)  # charts draw after the script has ended
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(int(tall) + 10, TALLEST)})
    page.wait_for_timeout(800)
    page.screenshot(path=file)


if __name__ == "__main__":
    main()
