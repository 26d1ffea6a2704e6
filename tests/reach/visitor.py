"""A reader's browser as the server sees it: the same messages over the same socket, nothing drawn.

Twenty browsers would measure the machine they are drawn on; twenty of these measure the server.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120.0
"""Seconds that an answer may take before it counts as none."""
LARGEST = 200 * 1024 * 1024


@dataclass
class Visitor:
    """One tab: what the page holds, and how it is asked for another."""

    socket: ClientConnection
    script: str = ""
    query: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    charts: dict[str, str] = field(default_factory=dict)
    """The number of each chart that can be clicked, by its key."""
    states: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    kept: dict[str, ForwardMsg] = field(default_factory=dict)
    """Large messages, which the server sends once and then by their hash."""

    def visit(self, page: str = "", query: str | None = None) -> float:
        """Open a page by its path (the first visit) or switch to it; seconds until it is whole."""
        self.query = self.query if query is None else query
        self.states.clear()
        if page in self.pages:
            self.script, asked = self.pages[page], {"page_script_hash": self.pages[page]}
        else:
            asked = {"page_name": page}
        return self._ask(asked)

    def choose(self, key: str, paragraph: int | None) -> float:
        """Click a paragraph's mark in the chart with this in its key; None clicks beside all."""
        points = [] if paragraph is None else [{"paragraph": paragraph}]
        id = next((id for name, id in self.charts.items() if key in name), None)
        if id is None:
            raise LookupError(f"no chart {key!r} among {sorted(self.charts)}")
        self.states[id] = json.dumps({"selection": {"pick": points}})
        return self._ask({"page_script_hash": self.script})

    def _ask(self, asked: dict[str, str]) -> float:
        back = BackMsg()
        back.rerun_script.query_string = self.query
        for name, value in asked.items():
            setattr(back.rerun_script, name, value)
        for id, value in self.states.items():
            back.rerun_script.widget_states.widgets.add(id=id, string_value=value)
        began = time.monotonic()
        self.charts = {}
        self.socket.send(back.SerializeToString())
        while not self._took(ForwardMsg.FromString(self._next())):
            pass
        return time.monotonic() - began

    def _next(self) -> bytes:
        said = self.socket.recv(PATIENCE)
        assert isinstance(said, bytes)
        return said

    def _took(self, said: ForwardMsg) -> bool:
        """Note what a message says; whether it is the last one of this run."""
        kind = said.WhichOneof("type")
        if kind == "ref_hash":
            said = self.kept[said.ref_hash]
            kind = said.WhichOneof("type")
        elif said.metadata.cacheable:
            self.kept[said.hash] = said
        if kind == "navigation":
            self.pages = {
                "" if p.is_default else p.url_pathname: p.page_script_hash
                for p in said.navigation.app_pages
            }
            self.script = said.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = said.page_info_changed.query_string
        elif kind == "delta" and said.delta.WhichOneof("type") == "new_element":
            self._drawn(said.delta.new_element)
        elif kind == "script_finished":
            return said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def _drawn(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.errors.append(f"{element.exception.type}: {element.exception.message}")
        elif kind == "vega_lite_chart" and element.vega_lite_chart.id:
            id = element.vega_lite_chart.id
            self.charts[id.split("-", 2)[2]] = id


@contextmanager
def visitor(address: str) -> Iterator[Visitor]:
    """A tab that is connected and has asked for nothing yet; it is closed at the end."""
    host = urlsplit(address).netloc
    with connect(
        f"ws://{host}/_stcore/stream", origin=address, max_size=LARGEST, open_timeout=PATIENCE
    ) as socket:
        yield Visitor(socket)
