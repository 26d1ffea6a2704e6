"""Fetching a page: what is refused before and after the first byte. No network is used."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread
from urllib.parse import SplitResult

import pytest

from analysis.intake import fetch
from analysis.intake.fetch import PAGE_BYTES, REDIRECTS, fetch_page, fetching_allowed
from analysis.records import ArticleError


class Canned:
    """An answer prepared by the test."""

    def __init__(self, status: int = 200, body: bytes = b"<p>Quay</p>", **headers: str) -> None:
        self.status, self._body = status, body
        self._headers = {"content_type": "text/html; charset=utf-8", **headers}

    def getheader(self, name: str, /) -> str | None:
        return self._headers.get(name.lower().replace("-", "_"))

    def read(self, size: int, /) -> bytes:
        piece, self._body = self._body[:size], self._body[size:]
        return piece

    def close(self) -> None:
        self._body = b""


class Web:
    """Hosts with their addresses, and answers in the order in which they are asked for."""

    def __init__(self, *answers: Canned, **hosts: list[str]) -> None:
        self.hosts = {"courier.example": ["93.184.215.14"], **hosts}
        self.answers: Iterator[Canned] = iter(answers)
        self.asked: list[tuple[str, str]] = []

    def resolve(self, host: str, port: int) -> list[str]:
        return self.hosts.get(host, [])

    def connect(self, parts: SplitResult, address: str, seconds: float) -> Canned:
        assert 0 < seconds <= 5
        self.asked.append((parts.geturl(), address))
        return next(self.answers)

    def fetch(self, url: str, hosts: frozenset[str] | None = None) -> bytes:
        return fetch_page(url, hosts=hosts, resolve=self.resolve, connect=self.connect).data


@pytest.fixture(autouse=True)
def _switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_FETCH", "on")


def test_it_is_off_unless_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEARSAY_FETCH")
    assert not fetching_allowed()
    with pytest.raises(ArticleError, match="switched off"):
        Web().fetch("https://courier.example/quay")


def test_a_public_page_is_fetched_from_the_address_that_was_checked() -> None:
    web = Web(Canned(body=b"<p>Quay</p>"))
    assert web.fetch("https://courier.example/quay?id=1") == b"<p>Quay</p>"
    assert web.asked == [("https://courier.example/quay?id=1", "93.184.215.14")]


PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
    *("100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "fe80::1%eth0", "fd00::1"),
    *(
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "ff02::1",
        "64:ff9b::a9fe:a9fe",
        "::",
        "not an address",
        "fec0::1",
        "3fff::1",
        "192.88.99.1",
        "192.0.0.9",
        "2001:0:1::1",
        "::ffff:192.0.0.9",
        "64:ff9b::c000:9",
        "5f00::1",
    ),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_never_asked(address: str) -> None:
    web = Web(**{"courier.example": ["93.184.215.14", address]})
    with pytest.raises(ArticleError, match="private network"):
        web.fetch("http://courier.example/")
    assert web.asked == []


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://courier.example/", "gopher://x", "//courier.example", ""),
        *("https://user:pw@courier.example/", "http://courier.example:8080/", "http://[::1"),
        *("http://courier.example:99999/", "javascript:alert(1)", "http:///path", "quay"),
    ],
)
def test_anything_but_an_ordinary_web_address_is_refused(url: str) -> None:
    web = Web()
    with pytest.raises(ArticleError):
        web.fetch(url)
    assert web.asked == []


def test_a_name_is_looked_up_once_so_it_cannot_point_elsewhere_in_between() -> None:
    web, answers = Web(Canned()), iter([["93.184.215.14"], ["127.0.0.1"]])
    fetch_page("http://courier.example/", resolve=lambda *_: next(answers), connect=web.connect)
    assert [address for _, address in web.asked] == ["93.184.215.14"]
    assert next(answers) == ["127.0.0.1"]


def test_a_server_that_drips_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 0.6)
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(fetch, "PORTS", {"http": server.getsockname()[1]})
        Thread(target=_drip, args=(server,), daemon=True).start()
        began = time.monotonic()
        with pytest.raises(ArticleError, match=r"could not be fetched|broke off|too slow"):
            fetch_page(
                "http://courier.example/",
                resolve=lambda *_: ["93.184.215.14"],
                connect=lambda parts, _, seconds: fetch._connect(parts, "127.0.0.1", seconds),
            )
        assert time.monotonic() - began < 3


def _serve(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> bytes:
    """What is fetched from a server of our own that sends these bytes and hangs up."""

    def once(server: socket.socket) -> None:
        with server.accept()[0] as connection, suppress(OSError):
            connection.recv(4_096)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(fetch, "PORTS", {"http": server.getsockname()[1]})
        thread = Thread(target=once, args=(server,), daemon=True)
        thread.start()
        try:
            return fetch_page(
                "http://courier.example/",
                resolve=lambda *_: ["93.184.215.14"],
                connect=lambda parts, _, seconds: fetch._connect(parts, "127.0.0.1", seconds),
            ).data
        finally:
            thread.join(10)


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
SIZED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"


def test_a_whole_answer_is_read_and_leaves_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(threading.enumerate())
    assert _serve(monkeypatch, CHUNKED + b"4\r\nquay\r\n0\r\n\r\n") == b"quay"
    assert _serve(monkeypatch, SIZED % 4 + b"quay") == b"quay"
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize(
    "answer",
    [
        CHUNKED + b"-1\r\n" + b"x" * 3_000_000,  # once all that a server ever sent
        CHUNKED + b"ffffffffffffffff\r\nquay",
        CHUNKED + b"4\r\nqu",
        SIZED % 100 + b"quay",
        b"no answer",
    ],
)
def test_a_body_that_is_not_what_it_claims_is_refused(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    before = set(threading.enumerate())
    with pytest.raises(ArticleError, match=r"broke off|could not be fetched"):
        _serve(monkeypatch, answer)
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize("location", ["http://[", "http://[::1", "//[x]/", "http://:99999/"])
def test_a_redirect_to_no_address_gives_a_sentence(location: str) -> None:
    with pytest.raises(ArticleError):
        Web(Canned(302, location=location)).fetch("https://courier.example/")


def _drip(server: socket.socket) -> None:
    """Answers with a header that never ends, a byte at a time."""
    with server.accept()[0] as connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            connection.sendall(b"a")
            time.sleep(0.1)


def test_a_redirect_is_checked_like_the_first_address() -> None:
    web = Web(Canned(302, location="http://inside.example/"), **{"inside.example": ["10.0.0.5"]})
    with pytest.raises(ArticleError, match="private network"):
        web.fetch("https://courier.example/")
    assert len(web.asked) == 1


def test_redirects_end() -> None:
    web = Web(*(Canned(301, location=f"/{n}") for n in range(9)))
    with pytest.raises(ArticleError, match="leads on"):
        web.fetch("https://courier.example/")
    assert len(web.asked) == REDIRECTS + 1


def test_a_list_of_hosts_is_kept_to() -> None:
    with pytest.raises(ArticleError, match="not fetched here"):
        Web().fetch("https://courier.example/", frozenset({"ledger.example"}))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Canned(404), "answered 404"),
        (Canned(content_type="video/mp4"), "video/mp4"),
        (Canned(body=b"x" * (PAGE_BYTES + 1)), "too large"),
    ],
)
def test_what_is_no_page_of_text_is_refused(answer: Canned, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        Web(answer).fetch("https://courier.example/")


def test_an_unknown_host_gives_one_sentence() -> None:
    with pytest.raises(ArticleError, match="no server called"):
        Web().fetch("https://nowhere.example/")
