"""Trials of the store in processes of their own; each prints one JSON object with what it saw.

    python -m tests.crash.trials kill URL ROUNDS       SIGKILL at random moments while saving
    python -m tests.crash.trials crowd URL ARTICLES    four writers and two readers at once
    python -m tests.crash.trials full URL LIMIT        saving until files may not grow any more
    python -m tests.crash.trials fill URL              saving until the disk is full
    python -m tests.crash.trials readonly URL          as "nobody", in a folder of root's

The modules are loaded once and the processes forked, so that 200 rounds take a minute.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import text

from analysis import read_article
from analysis.records import Analysis, Article, Correction, Scorer, Sentiment, Tagged
from library.corrections import Corrections
from library.errors import StoreError
from library.repeats import find_repeats
from library.store import Saved, Store
from tests.crash.processes import fork, in_process

SEED = 20261123
PLACES = ["Orrin Vale", "Tolland", "Lindau Heath", "Port Ellery", "Grainger", "Maplin Sound"]


def article(number: int, words: int = 120) -> Article:
    """A small article that no other number has."""
    draw = random.Random(number)
    body = [f"Council {draw.randrange(10**6)} of {draw.choice(PLACES)} said item{number} counts."]
    while sum(len(p.split()) for p in body) < words:
        body.append(" ".join(f"w{draw.randrange(9999)}" for _ in range(20)) + ".")
    return read_article(f"Notice {number} from {draw.choice(PLACES)}\n\n" + "\n\n".join(body))


def bare(
    one: Article, *, scorer: Scorer = "plain", corrections: tuple[Correction, ...] = ()
) -> Analysis:
    """An analysis that found nothing: the store's work without the engine's."""
    tone = Sentiment(scorer, (), (), None, None, None, None)
    return Analysis(one, Tagged((), (), (), (), "none"), (), (), (), (), (), tone, corrections)


def digest(one: Article) -> str:
    return hashlib.sha256(one.text.encode()).hexdigest()


# ---------------------------------------------------------------- kill


def kill(url: str, rounds: int) -> dict[str, Any]:
    """Kills a saving process so many times; then looks for all it had reported as saved."""
    draw = random.Random(SEED)
    log = Path(url.removeprefix("sqlite:///")).with_suffix(".reported")
    Store(url).close()
    began, unsound = time.monotonic(), 0
    for n in range(rounds):
        child = fork(lambda n=n: _save_on(url, log, n * 100_000))
        if n % 4:  # in the midst of saving: after so many lines, and a random moment more
            _wait_for(log, draw.randrange(1, 12))
            time.sleep(draw.uniform(0.0, 0.03))
        else:  # while opening, or about then
            time.sleep(draw.uniform(0.0, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        unsound += not sound(url)
    reported = [line.split() for line in log.read_text().splitlines() if line.count(" ") == 2]
    return {
        "rounds": rounds,
        "reported": len(reported),
        "lost": [r for r in reported if not _is_kept(Store(url), *r)],
        "unsound": unsound,
        "seconds": round(time.monotonic() - began, 1),
    }


def _wait_for(log: Path, lines: int) -> None:
    """Until so many more lines are in the log; a machine under load may take its time."""
    size = log.stat().st_size if log.exists() else 0
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if log.exists() and log.stat().st_size >= size + 90 * lines:
            return
        time.sleep(0.002)


def _save_on(url: str, log: Path, number: int) -> None:
    """Saves, corrects and analyses without end; a line is written once each is reported done."""
    store = Store(url)
    with open(log, "ab", buffering=0) as lines:
        while True:
            number += 1
            one = article(number)
            saved = store.save(one)
            lines.write(f"saved {saved.id} {digest(one)}\n".encode())
            if number % 5 == 0:
                Corrections(store, saved.id).add(
                    Correction("rename", one.paragraphs[0].span, value=f"name {number}")
                )
                lines.write(f"corrected {saved.id} name-{number}\n".encode())
            if number % 7 == 0:
                store.analysis(saved.id, make=bare)


def _is_kept(store: Store, what: str, id: str, expected: str) -> bool:
    try:
        if what == "saved":
            return digest(store.article(id)) == expected
        values = [c.value.replace(" ", "-") for c in Corrections(store, id).all()]
        return expected in values
    finally:
        store.close()


def sound(url: str) -> bool:
    store = Store(url)
    with store.read() as connection:
        said = connection.execute(text("PRAGMA integrity_check")).scalar()
        amiss = connection.execute(text("PRAGMA foreign_key_check")).all()
    store.close()
    return said == "ok" and not amiss


# ---------------------------------------------------------------- crowd


def crowd(url: str, articles: int) -> dict[str, Any]:
    """Each article is given to two of four writers, while two readers list, search and read."""
    Store(url).close()
    began = time.monotonic()
    writers = [in_process(lambda w=w: _writer(url, w, articles)) for w in range(4)]
    readers = [in_process(lambda: _reader(url, articles)) for _ in range(2)]
    seen = [result() for result in writers + readers]
    store = Store(url)
    kept = {row.id for row in store.articles()}
    expected = {article(n).id for n in range(articles)}
    return {
        "seconds": round(time.monotonic() - began, 1),
        "new": sum(s.get("new", 0) for s in seen),
        "kept": len(kept),
        "lost": len(expected - kept),
        "whole": all(
            digest(store.article(article(n).id)) == digest(article(n)) for n in range(articles)
        ),
        "reads": sum(s.get("reads", 0) for s in seen),
        "errors": [e for s in seen for e in s["errors"]],
        "worst_save": max(s.get("worst", 0) for s in seen),
    }


def _writer(url: str, which: int, articles: int) -> dict[str, Any]:
    store, new, worst = Store(url), 0, 0.0
    mine = [n for n in range(articles) if which in (n % 4, (n + 1) % 4)]
    random.Random(which).shuffle(mine)
    for n in mine:
        one, start = article(n), time.monotonic()
        new += store.save(one).is_new
        worst = max(worst, time.monotonic() - start)
    return {"new": new, "worst": round(worst, 2)}


def _reader(url: str, articles: int) -> dict[str, Any]:
    store, reads = Store(url), 0
    until = time.monotonic() + 300
    while time.monotonic() < until:
        rows = store.articles("council")
        for row in rows[:3]:
            assert store.article(row.id).text.startswith("Notice")
        reads += 1
        if len(rows) >= articles:
            break
    return {"reads": reads}


# ---------------------------------------------------------------- no room, no right


def full(url: str, limit: int) -> dict[str, Any]:
    """Saves until no file may grow beyond the limit; then lifts it and looks."""
    Store(url).close()
    seen = in_process(lambda: _until_refused(url, limit))()
    return seen | _afterwards(url, seen["saved"])


def fill(url: str) -> dict[str, Any]:
    """The same on a disk that is really full: URL lies on a small file system."""
    seen = in_process(lambda: _until_refused(url, None))()
    return seen | _afterwards(url, seen["saved"])


def _until_refused(url: str, limit: int | None) -> dict[str, Any]:
    store, saved = Store(url), 0
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    refusals = []
    for n in range(100_000):
        try:
            store.save(article(n, words=600))
            saved += 1
        except StoreError as error:
            refusals.append(str(error))
            if len(refusals) == 5:
                break
    return {"saved": saved, "refusals": refusals, "readable": len(store.articles())}


def _afterwards(url: str, saved: int) -> dict[str, Any]:
    store = Store(url)
    kept = len(store.articles())
    whole = all(
        digest(store.article(article(n, 600).id)) == digest(article(n, 600)) for n in range(saved)
    )
    return {"kept": kept, "whole": whole, "sound": sound(url)}


def readonly(url: str) -> dict[str, Any]:
    """Opens a library one may only read; then asks for a new one in the same folder."""
    store = Store(url)  # also loads what "nobody" may not be allowed to read: drivers, word lists
    store.analysis(store.articles()[0].id, make=bare)
    store.close()
    return in_process(lambda: _as_nobody(url))()


def _as_nobody(url: str) -> dict[str, Any]:
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    store = Store(url)
    rows = store.articles()
    attempts: dict[str, Callable[[], object]] = {
        "save": lambda: store.save(article(10**6)),
        "delete": lambda: store.delete([rows[0].id]),
        "correct": lambda: Corrections(store, rows[0].id).undo(),
        "new": lambda: Store(url.replace(".db", "-other.db")),
        "deep": lambda: Store(url.replace("library.db", "sub/library.db")),
    }
    said = {name: _refusal(attempt) for name, attempt in attempts.items()}
    analysed = store.analysis(rows[0].id, make=bare).article.id == rows[0].id
    repeats = len(find_repeats(store))
    return {"rows": len(rows), "said": said, "analysed": analysed, "repeats": repeats}


def _refusal(attempt: Callable[[], Saved | object]) -> str:
    try:
        attempt()
    except StoreError as error:
        return str(error)
    return "no refusal"


if __name__ == "__main__":
    trial = {"kill": kill, "crowd": crowd, "full": full, "fill": fill, "readonly": readonly}
    name, address, *numbers = sys.argv[1:]
    print(json.dumps(trial[name](address, *map(int, numbers))))
