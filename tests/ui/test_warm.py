"""What is begun when the server starts."""

from __future__ import annotations

import gc
import threading

import pytest

from ui import warm


def test_it_runs_beside_the_server_and_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bool]] = []
    done = threading.Event()

    def note() -> None:
        now = threading.current_thread()
        seen.append((now.name, now.daemon))
        done.set()

    monkeypatch.setattr(warm, "_warm_up", note)
    warm.warm_up()
    assert done.wait(10)
    assert seen == [(warm.NAME, True)]


def test_the_first_visit_finds_the_first_sample_read(
    capfd: pytest.CaptureFixture[str],
) -> None:
    from library import sample_articles
    from ui import cache
    from ui.frame import score

    thread = threading.Thread(target=warm._warm_up, name=warm.NAME)
    thread.start()
    thread.join()
    assert gc.get_freeze_count() > 100_000  # the model and the word lists are passed over
    gc.unfreeze()
    analysis = cache.analysis_of(sample_articles()[0])
    before = cache._made.cache_info().misses
    score.prepare(analysis)
    assert cache._made.cache_info().misses == before
    assert f"Thread '{warm.NAME}'" not in capfd.readouterr().err


def test_streamlit_does_not_collect_everything_after_every_run() -> None:
    from streamlit import config

    assert config.get_option("runner.postScriptGC") is False
