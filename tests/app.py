"""Small helpers for tests that open a page without a browser."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest


def param(app: AppTest, name: str) -> str | None:
    """A query parameter's value, whether the page or the test has set it."""
    value = app.query_params.get(name)
    return value[0] if isinstance(value, list) else value


class _Session(MutableMapping[str, Any]):
    """What ``st.session_state`` is inside the app: AppTest's own knows only square brackets."""

    def __init__(self, app: AppTest) -> None:
        self._state = app.session_state

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._state[key] = value

    def __delitem__(self, key: str) -> None:
        del self._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._state.filtered_state)

    def __len__(self) -> int:
        return len(self._state.filtered_state)


@contextmanager
def inside(app: AppTest) -> Iterator[None]:
    """Public helpers of ``ui`` called here act on the app's session, as its callbacks do."""
    with patch.object(st, "session_state", _Session(app)):
        yield
