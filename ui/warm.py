"""What the first visitor would wait for, begun while their browser still loads the page.

The server answers before a line of a page has run. A thread uses that time: it loads the
language model, reads the sample that opens first and draws its score, which a first visit finds
made. Where it fails, the visit makes everything itself and says what is wrong.

What is loaded by then stays as long as the server: Python's collector of unused objects is told
to pass it over, for each of its full rounds would walk the model and every word list.
"""

from __future__ import annotations

import gc
import logging
import threading

NAME = "warm-up"
WARNS = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Streamlit's log of code that runs outside of a visit, as this does on purpose."""
_log = logging.getLogger(__name__)


def warm_up() -> None:
    """Begin in a thread of its own, which ends with the server."""
    threading.Thread(target=_warm_up, name=NAME, daemon=True).start()


def _warm_up() -> None:
    logging.getLogger(WARNS).addFilter(_not_ours)
    try:
        # here, not at the head of the file: the server would wait for them before it answers
        from library import sample_articles
        from ui.cache import analysis_of
        from ui.frame import prepare

        prepare(analysis_of(sample_articles()[0]))
        gc.collect()  # what the loading left over is not to be kept for good
        gc.freeze()
    except Exception:  # whatever it is, the page meets it again and tells the reader
        _log.debug("warming up failed", exc_info=True)


def _not_ours(record: logging.LogRecord) -> bool:
    return record.threadName != NAME
