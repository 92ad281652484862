"""Who may ask, from where, and what a browser may do with the answer.

One ASGI layer before everything else: it refuses foreign Host headers (a name that was rebound to this
machine), asks for the token where there is one, refuses what another site sends, and puts on every answer
the headers that keep a browser from loading or running anything that is not Musnad's own.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musnad.web.settings import Settings, is_loopback

__all__ = ["BROWSER", "SESSION", "Guard", "form_token", "may_come_in", "session", "sound_form"]

SESSION = "musnad_session"
BROWSER = "musnad_browser"

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_OPEN = ("/login", "/static/")  # what is shown to those who have not come in
_READING = ("GET", "HEAD", "OPTIONS")


class Guard:
    """The layer around `app`."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        fresh = "" if connection.cookies.get(BROWSER) else secrets.token_urlsafe(16)
        scope.setdefault("state", {})["browser"] = connection.cookies.get(BROWSER) or fresh

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                static = scope["path"].startswith("/static/")
                headers["cache-control"] = "max-age=600" if static else "private, no-cache"
                if fresh and headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", f"{BROWSER}={fresh}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refusal = self._refusal(scope, connection)
        await (refusal or self.app)(scope, receive, sending)

    def _refusal(self, scope: Scope, connection: HTTPConnection) -> Response | None:
        if not _known_host(connection.headers, self.settings):
            return PlainTextResponse("This server does not go by that name.\n", 421)
        if scope["method"] not in _READING and not _own_origin(connection.headers):
            return PlainTextResponse("This was sent by another site.\n", 403)
        if may_come_in(connection, self.settings) or scope["path"].startswith(_OPEN):
            return None
        if scope["path"].startswith("/api"):
            return JSONResponse({"detail": "a token is needed"}, 401, {"www-authenticate": "Bearer"})
        return RedirectResponse("/login", 303)


def may_come_in(connection: HTTPConnection, settings: Settings) -> bool:
    """Whether the token was shown: now, as a bearer's, or when the session began."""
    if settings.token is None:
        return True
    kind, _, given = connection.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and _same(given.strip(), settings.token):
        return True
    return _same(connection.cookies.get(SESSION, ""), session(settings))


def session(settings: Settings) -> str:
    """The cookie of those who showed the token; it ends with the server."""
    return _signed(settings, f"session\0{settings.token}")


def form_token(request: Request, settings: Settings) -> str:
    """What a form of this browser must bring along."""
    return _signed(settings, f"form\0{request.state.browser}")


def sound_form(request: Request, settings: Settings, given: str) -> bool:
    """Whether a form was made by this server for this browser."""
    return bool(request.cookies.get(BROWSER)) and _same(given, form_token(request, settings))


def _signed(settings: Settings, text: str) -> str:
    return hmac.new(settings.secret, text.encode(), sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _known_host(headers: Headers, settings: Settings) -> bool:
    """Whether the server is called by an address or by a name it was given: other names may have been rebound."""
    try:
        name = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return False
    if name in (settings.host, *settings.names):
        return True
    if is_loopback(settings.host):
        return is_loopback(name)
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own_origin(headers: Headers) -> bool:
    """Whether the browser says that a page of this server sent it; programs, which say nothing, are let through."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
