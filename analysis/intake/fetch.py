"""A page from the web, when the person running Hearsay has switched that on.

Off unless ``HEARSAY_FETCH=on``. The address is resolved once, every result must be a public
address, and the connection goes to the very address that was checked, so that a name cannot
point elsewhere in between (DNS rebinding; OWASP's cheat sheet on server-side request forgery).
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

from analysis.records import ArticleError

NOT_PUBLIC = tuple(
    ipaddress.ip_network(block)
    for block in (
        "192.0.0.0/24",  # protocol assignments; Python calls some of it global
        "192.88.99.0/24",  # relays of 6to4
        "2001::/23",  # Teredo and other assignments
        "64:ff9b:1::/48",  # translation inside one network
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
        "fec0::/10",  # site-local
    )
)
"""Blocks of the registries of special addresses that ``is_global`` lets pass."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}
REDIRECTS = 3
SECONDS = 5.0  # for one page, redirects included
PAGE_BYTES = 10 * 1024 * 1024
CHUNK = 64 * 1024
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
HEADERS = {"User-Agent": "Hearsay/1 (reads one page for one reader)", "Accept": ", ".join(KINDS)}
_REMEDY = "open the page in a browser and paste its text instead"


class Answer(Protocol):
    """What a connection gives back: the part of ``http.client.HTTPResponse`` used here."""

    status: int

    def getheader(self, name: str, /) -> str | None: ...
    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


Resolve = Callable[[str, int], list[str]]
"""Host and port to addresses."""
Connect = Callable[[SplitResult, str, float], Answer]
"""The address of the page, the checked network address, and seconds, to an answer."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: where from in the end, the bytes, and the name to read them under."""

    url: str
    data: bytes
    name: str


def fetching_allowed(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether whoever runs this has switched fetching on."""
    return environment.get("HEARSAY_FETCH", "").lower() == "on"


def fetch_page(
    url: str,
    *,
    hosts: frozenset[str] | None = None,
    resolve: Resolve | None = None,
    connect: Connect | None = None,
) -> Fetched:
    """The page at this address; ``hosts``, where given, are the only ones allowed.

    Raises ``ArticleError`` for anything but a public page of text within the limits.
    """
    if not fetching_allowed():
        raise ArticleError(f"Fetching pages is switched off here: {_REMEDY}.")
    until = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        parts = _checked(url, hosts)
        address = _public_address(parts, resolve or _resolve)
        answer = _answer(parts, address, until, connect or _connect)
        try:
            if answer.status in (301, 302, 303, 307, 308):
                url = _leads_to(url, answer.getheader("Location") or "")
                continue
            return Fetched(url, _content(answer, until), _name(answer))
        finally:
            answer.close()
    raise ArticleError(f"This address leads on more than {REDIRECTS} times: {_REMEDY}.")


def _leads_to(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:  # such as "http://["
        raise ArticleError(f"This address leads on to one that is none: {_REMEDY}.") from None


def _checked(url: str, hosts: frozenset[str] | None) -> SplitResult:
    """The parts of an ordinary web address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise ArticleError("This is not a web address: check it for typing errors.") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise ArticleError("Only addresses that begin with http:// or https:// can be fetched.")
    if parts.username or parts.password or port not in (None, *PORTS.values()):
        raise ArticleError(
            f"Addresses with a password or an unusual port are not fetched: {_REMEDY}."
        )
    if hosts is not None and parts.hostname.lower() not in hosts:
        raise ArticleError(f"Pages of {parts.hostname} are not fetched here: {_REMEDY}.")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]


def _public_address(parts: SplitResult, resolve: Resolve) -> str:
    """The first address of the host, once all of them have been found to be public."""
    host = parts.hostname or ""
    try:
        found = resolve(host, _port(parts))
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise ArticleError(f"There is no server called {host}: check the address.")
    if not all(_is_public(address) for address in found):
        raise ArticleError(f"{host} lies in a private network, which is not fetched: {_REMEDY}.")
    return found[0]


def _is_public(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    if found in NAT64:  # a gateway turns these into the IPv4 address in their last four bytes
        inner = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return all(map(_is_open, (found, inner)))


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if any(address.version == block.version and address in block for block in NOT_PUBLIC):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _answer(parts: SplitResult, address: str, until: float, connect: Connect) -> Answer:
    try:
        return connect(parts, address, max(0.1, until - time.monotonic()))
    except (OSError, http.client.HTTPException, ValueError):
        raise ArticleError(f"The page could not be fetched: try again, or {_REMEDY}.") from None


def _connect(parts: SplitResult, address: str, seconds: float) -> Answer:
    """One request to the checked address; the name goes only into the request and the handshake.

    ``http.client`` knows no proxies and keeps no cookies.
    """
    host, port = parts.hostname or "", _port(parts)
    stream: socket.socket = socket.create_connection((address, port), timeout=seconds)
    cut = _Cut(stream, seconds)
    try:
        if parts.scheme == "https":
            stream = ssl.create_default_context().wrap_socket(stream, server_hostname=host)
        connection = http.client.HTTPConnection(host, port, timeout=seconds)
        connection.response_class = _Response
        connection.sock = stream
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers=HEADERS)
        answer = connection.getresponse()
    except BaseException:
        cut.cancel()
        stream.close()
        raise
    assert isinstance(answer, _Response)
    answer.cut, answer.stream = cut, stream
    return answer


class _Cut:
    """Ends a connection after so many seconds, unless it is called off.

    A time limit on each read alone lets a server send a byte every four seconds for ever.
    """

    def __init__(self, stream: socket.socket, seconds: float) -> None:
        self._stream = stream.dup()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        with suppress(OSError):  # it has ended by itself
            self._stream.shutdown(socket.SHUT_RDWR)

    def cancel(self) -> None:
        """Calls it off; neither a thread nor a socket stays behind."""
        self._timer.cancel()
        self._timer.join()
        self._stream.close()


class _Response(http.client.HTTPResponse):
    """An answer that ends its ``_Cut`` and connection, and takes no chunk below nothing."""

    cut: _Cut | None = None
    stream: socket.socket | None = None

    def _read_next_chunk_size(self) -> int:
        size: int = super()._read_next_chunk_size()  # type: ignore[misc]
        if size < 0:  # "-1": everything the server ever sends, at once
            raise http.client.HTTPException("a chunk of negative size")
        return size

    def close(self) -> None:
        super().close()
        if self.cut is not None and self.stream is not None:
            self.cut.cancel()
            self.stream.close()
            self.cut = None


def _content(answer: Answer, until: float) -> bytes:
    """The body, read piece by piece within bytes and seconds."""
    if answer.status != 200:
        raise ArticleError(f"The server answered {answer.status} instead of a page: {_REMEDY}.")
    kind = (answer.getheader("Content-Type") or "text/html").split(";")[0].strip().lower()
    if kind not in KINDS:
        raise ArticleError(f"This address holds {kind}, not a page of text: {_REMEDY}.")
    data = b""
    while len(data) <= PAGE_BYTES:
        try:
            piece = answer.read(CHUNK)
        except (OSError, http.client.HTTPException):
            raise ArticleError(f"The page broke off: try again, or {_REMEDY}.") from None
        if time.monotonic() >= until:
            break
        if not piece:
            return _all_of(data, answer.getheader("Content-Length"))
        data += piece
    raise ArticleError(f"The page is too large or too slow: {_REMEDY}.")


def _all_of(data: bytes, claimed: str | None) -> bytes:
    if claimed and claimed.isdecimal() and len(claimed) < 20 and len(data) < int(claimed):
        raise ArticleError(f"The page broke off: try again, or {_REMEDY}.")
    return data


def _name(answer: Answer) -> str:
    kind = (answer.getheader("Content-Type") or "").split(";")[0].strip().lower()
    return {"text/plain": "page.txt", "application/pdf": "page.pdf"}.get(kind, "page.html")
