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
                url = urljoin(url, answer.getheader("Location") or "")
                continue
            return Fetched(url, _content(answer, until), _name(answer))
        finally:
            answer.close()
    raise ArticleError(f"This address leads on more than {REDIRECTS} times: {_REMEDY}.")


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
    return all(a.is_global and not a.is_multicast and not a.is_reserved for a in (found, inner))


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
    # A time limit on each read alone lets a server send a byte every four seconds for ever.
    cut = threading.Timer(seconds, _cut_off, (stream.dup(),))
    cut.daemon = True
    cut.start()
    if parts.scheme == "https":
        stream = ssl.create_default_context().wrap_socket(stream, server_hostname=host)
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    connection.sock = stream
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", path, headers=HEADERS)
    return connection.getresponse()


def _cut_off(connection: socket.socket) -> None:
    with connection, suppress(OSError):  # it has ended by itself
        connection.shutdown(socket.SHUT_RDWR)


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
            return data
        data += piece
    raise ArticleError(f"The page is too large or too slow: {_REMEDY}.")


def _name(answer: Answer) -> str:
    kind = (answer.getheader("Content-Type") or "").split(";")[0].strip().lower()
    return {"text/plain": "page.txt", "application/pdf": "page.pdf"}.get(kind, "page.html")
