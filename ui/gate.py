"""What stands before Streamlit's server: who may ask, and what every answer says.

The dashboard has no password, so a page from elsewhere that is open in the reader's browser must
not reach it. Two checks keep it out, before Streamlit sees the request (which would look up its
own address on the internet to compare a foreign ``Origin`` with it):

- ``Host`` is a name we know or a bare address: a foreign name made to point at this machine
  (DNS rebinding) is neither.
- ``Origin``, where there is one, is exactly the address that was asked: pages of other sites and
  of other ports of this machine have another.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import os
import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

SETTING = "HEARSAY_HOSTS"
LOCAL = ("localhost",)
REFUSED = (
    "Hearsay answers only its own pages. If you host it under this name, say so to it: "
    f"{SETTING}=name.example\n"
)
BROKEN = "Hearsay failed to answer this; reload the page, and report it if that does not help.\n"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def known_hosts() -> tuple[str, ...]:
    """The names in ``HEARSAY_HOSTS`` (commas between; ``*.name`` for all below), and our own."""
    given = os.environ.get(SETTING, "").split(",")
    return LOCAL + tuple(_bare(name) for name in given if name.strip())


def allowed(host: str | None, origins: list[str], known: tuple[str, ...]) -> bool:
    """Whether a request to this ``Host``, from pages of these ``Origin``s, is one of ours."""
    if host is None or not _is_known(host, known):
        return False
    return all(origin in (f"http://{host}", f"https://{host}") for origin in origins)


def _is_known(host: str, known: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        name = _bare(parts.hostname or "")
        odd = parts.netloc != host or "@" in host or (parts.port or 0) < 0
    except ValueError:
        return False
    if odd or not name:
        return False
    return _is_address(name) or any(
        name.endswith(one[1:]) if one.startswith("*.") else name == one for one in known
    )


def _is_address(name: str) -> bool:
    """A bare address is always ours: only a name can be made to point somewhere else."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _bare(name: str) -> str:
    return name.strip().lower().rstrip(".")


# ---------------------------------------------------------------- what every answer says


def policy(page: str) -> str:
    """The content policy for Streamlit's page, as strict as the page works with.

    Its inline scripts go by their hash. ``blob:`` is how it loads the script of our reading view,
    inline styles are how it styles everything; vega draws without evaluating strings.
    """
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in _INLINE.findall(page))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _page() -> str:
    path = Path(streamlit.__file__).parent / "static" / "index.html"
    page = path.read_text(encoding="utf-8") if path.is_file() else ""
    return page.replace("<head>", f"<head>\n<script>{_SERVER}</script>", 1)


_SERVER = "window.__streamlit = {BACKEND_BASE_URL: new URL('.', location).href}"
"""Where the server is, told to Streamlit's page: of /sources it would first try /sources/_stcore,
which is not there and stands as an error in the browser's console."""
PAGE = _page()
HEADERS = {
    "Content-Security-Policy": policy(PAGE),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
_OURS = {name for name, _ in _RAW}


class Gate:
    """ASGI middleware: refuses what is not ours and gives every answer its headers."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        hosts = _values(scope, b"host")
        host = hosts[0] if len(hosts) == 1 else None
        if not allowed(host, _values(scope, b"origin"), known_hosts()):
            return await _refuse(scope, receive, send)
        await self._app(scope, receive, _with_headers(send))


async def _refuse(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()  # its "connect"; closing before accepting answers 403
        return await send({"type": "websocket.close", "code": 1008})
    await PlainTextResponse(REFUSED, 403, HEADERS)(scope, receive, send)


def _with_headers(send: Send) -> Send:
    async def adding(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [h for h in message.get("headers", []) if h[0].lower() not in _OURS]
            message = {**message, "headers": [*kept, *_RAW]}
        await send(message)

    return adding


def _values(scope: Message, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def broken(_request: Request, _error: Exception) -> Response:
    """What an error inside the server answers: the sentence, and the headers all the same."""
    return PlainTextResponse(BROKEN, 500, HEADERS)


# ---------------------------------------------------------------- addresses of pages


class _Word(StringConvertor):
    """One step of letters, as the addresses of pages are; not a file such as favicon.png."""

    regex = "[a-z]+"


def _show(_request: Request) -> Response:
    """The page of Streamlit; which of ours it shows goes by its own address."""
    return HTMLResponse(PAGE, headers={"Cache-Control": "no-cache"})


def _home(request: Request) -> Response:
    """The first page of the menu has the bare address; Streamlit knows no other for it."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", headers={"Cache-Control": "no-cache"})


def routes() -> list[BaseRoute]:
    """What is answered before Streamlit: its page, at the address of each page and at none."""
    register_url_convertor("word", _Word())
    return [Route("/overview", _home), Route("/", _show), Route("/{page:word}", _show)]


MIDDLEWARE = [Middleware(Gate)]
HANDLERS = {Exception: broken}
