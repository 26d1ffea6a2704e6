"""Nothing lets a foreign page in, and nothing goes out because of one."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from benchmarks.driver import dashboard
from ui.gate import BROKEN, HANDLERS, HEADERS, MIDDLEWARE, allowed, known_hosts, policy

AUDIT = Path(__file__).parent / "audit"
OURS = ("localhost", "desk.example", "*.news.example")
NAMES = ("localhost:8501", "LOCALHOST", "127.0.0.1:8501", "[::1]:8501", "192.168.1.7:80")
NAMES += ("desk.example", "a.news.example:8501", "desk.example.:80")
ROUTES = ("/", "/sources", "/_stcore/health", "/_stcore/host-config", "/static/none", "/media/none")
ROUTES += ("/overview", "/favicon.png", "/a/b", "//x", "/..%2f..", "/_stcore/agent/openapi.json")


@pytest.mark.parametrize("host", NAMES)
def test_its_own_pages_may_ask(host: str) -> None:
    assert allowed(host, [], OURS)
    assert allowed(host, [f"http://{host}"], OURS)
    assert allowed(host, [f"https://{host}"], OURS)


@pytest.mark.parametrize(
    ("host", "origins"),
    [
        (None, []),
        ("", []),
        ("evil.example", []),
        ("evil.example:8501", ["http://evil.example:8501"]),  # a name made to point here
        ("localhost.evil.example", []),
        ("news.example", []),  # below it, not itself
        ("xnews.example", []),
        ("evil.example@localhost", []),
        ("localhost:8501/x", []),
        ("localhost:99999", []),
        ("[::1", []),
        ("localhost:8501", ["http://evil.example"]),
        ("localhost:8501", ["http://localhost:9000"]),  # another port of this machine
        ("localhost:8501", ["http://127.0.0.1:8501"]),
        ("localhost:8501", ["null"]),
        ("localhost:8501", ["file://"]),
        ("localhost:8501", ["http://localhost:8501", "http://evil.example"]),
    ],
)
def test_nobody_else_may(host: str | None, origins: list[str]) -> None:
    assert not allowed(host, origins, OURS)


def test_a_setting_names_where_else_it_is_hosted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_HOSTS", " Desk.Example., *.news.example ,")
    assert known_hosts() == ("localhost", "desk.example", "*.news.example")
    monkeypatch.delenv("HEARSAY_HOSTS")
    assert known_hosts() == ("localhost",)


def test_the_policy_names_each_inline_script_and_evaluates_nothing() -> None:
    said = policy("<script>\n a = 1\n</script><script src='x'></script><script>b</script>")
    assert len(re.findall("'sha256-[^']{44}'", said)) == 2
    assert "unsafe-eval" not in said
    script = next(part for part in said.split("; ") if part.startswith("script-src"))
    assert "unsafe-inline" not in script
    assert "frame-ancestors 'none'" in said


def test_an_error_in_the_server_answers_with_a_sentence_and_the_headers() -> None:
    def fail(_request: Request) -> None:
        raise RuntimeError("a secret")

    app = Starlette(routes=[Route("/", fail)], middleware=MIDDLEWARE, exception_handlers=HANDLERS)
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    scope["headers"] = [(b"host", b"localhost")]
    sent: list[dict[str, Any]] = []

    async def ask() -> None:
        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(dict(message))

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b""}

        await app(scope, receive, send)

    with (
        ThreadPoolExecutor(1) as pool,  # a browser test may have left its loop in this thread
        pytest.raises(RuntimeError, match="a secret"),  # told to the log once it is answered
    ):
        pool.submit(lambda: asyncio.run(ask())).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert sent[0]["status"] == 500
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert sent[1]["body"].decode() == BROKEN


# ---------------------------------------------------------------- the server itself


@dataclass(frozen=True)
class Server:
    address: str
    audit: Path

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def connected(self) -> list[str]:
        """What the process looked up or connected to, besides this machine and the browser."""
        lines = self.audit.read_text().splitlines() if self.audit.exists() else []
        return [line for line in lines if not re.search(r"'(127\.0\.0\.1|::1|localhost)'", line)]

    def answer(self, path: str, **headers: str) -> http.client.HTTPResponse:
        with closing(http.client.HTTPConnection(self.host, timeout=60)) as connection:
            connection.request("GET", path, headers=headers)
            got = connection.getresponse()
            got.read()
            return got

    def handshake(self, origin: str, host: str | None = None) -> str:
        """The first line of the answer to a WebSocket opened by a page of this origin."""
        name, port = self.host.split(":")
        with socket.create_connection((name, int(port)), timeout=60) as stream:
            stream.sendall(
                f"GET /_stcore/stream HTTP/1.1\r\nHost: {host or self.host}\r\n"
                f"Origin: {origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aGVhcnNheWhlYXJzYXkhIQ==\r\n"
                "\r\n".encode()
            )
            return stream.recv(200).decode("latin-1").splitlines()[0]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = Path(tmp_path_factory.mktemp("gate"))
    audit = folder / "audit.log"
    watched = {"PYTHONPATH": str(AUDIT), "HEARSAY_AUDIT": str(audit)}
    with dashboard(folder, HEARSAY_HOSTS="desk.example", **watched) as address:
        yield Server(address, audit)


def test_a_foreign_page_opens_no_socket_and_makes_no_request_leave(server: Server) -> None:
    """Streamlit asks the internet for its own address before it refuses one."""
    for origin in ("http://evil.example", "https://127.0.0.1:9", "null", "http://localhost:3000"):
        assert "403" in server.handshake(origin)
        assert server.answer("/", Origin=origin).status == 403
    time.sleep(1)
    assert server.connected() == []


def test_the_hook_that_watches_the_server_sees_a_connection(tmp_path: Path) -> None:
    log = tmp_path / "log"
    ask = "import socket; socket.socket(2, 2).connect(('192.0.2.1', 9))"  # UDP: nothing is sent
    environment = os.environ | {"PYTHONPATH": str(AUDIT), "HEARSAY_AUDIT": str(log)}
    subprocess.run([sys.executable, "-c", ask], env=environment, check=False)
    assert Server("http://localhost:1", log).connected() == ["socket.connect ('192.0.2.1', 9)"]


def test_a_name_made_to_point_here_gets_nothing(server: Server) -> None:
    foreign = f"evil.example:{server.host.split(':')[1]}"
    assert "403" in server.handshake(f"http://{foreign}", foreign)
    refused = server.answer("/", Host=foreign)
    assert refused.status == 403
    assert {name: refused.getheader(name) for name in HEADERS} == HEADERS


def test_its_own_page_and_the_name_it_is_hosted_under_get_in(server: Server) -> None:
    assert "101" in server.handshake(server.address)
    assert "101" in server.handshake("https://desk.example", "desk.example")
    assert server.connected() == []


@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    answer = server.answer(path)
    assert {name: answer.getheader(name) for name in HEADERS} == HEADERS


def test_the_overview_has_one_address(server: Server) -> None:
    answer = server.answer("/overview?article=x&paragraph=2")
    assert 300 <= answer.status < 400
    assert answer.getheader("Location") == "./?article=x&paragraph=2"


def test_what_a_program_may_drive_stays_off(server: Server) -> None:
    """Streamlit can be driven over HTTP by programs; nothing here turns that on."""
    for path in ("interact", "mcp"):
        with closing(http.client.HTTPConnection(server.host, timeout=60)) as connection:
            body, kind = '{"type": "open"}', {"Content-Type": "application/json"}
            connection.request("POST", f"/_stcore/agent/{path}", body, kind)
            assert connection.getresponse().status >= 400
