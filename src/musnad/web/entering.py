"""Coming in: the form that asks for the token, where the server has one."""

from __future__ import annotations

import asyncio
import hmac

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from musnad.web.forms import form_of
from musnad.web.guard import SESSION, session
from musnad.web.site import render, site_of

__all__ = ["ROUTES"]

_PATIENCE = 1.0  # seconds that a wrong token takes: guessing is slow


def door(request: Request) -> Response:
    """`/login`"""
    if site_of(request).settings.token is None:
        return RedirectResponse("/", 303)
    return render(request, "login.html", {"wrong": False})


async def enter(request: Request) -> Response:
    """The token of the form, against the server's own."""
    settings = site_of(request).settings
    given = (await form_of(request)).get("token", "")
    if settings.token is None or not hmac.compare_digest(given.strip().encode(), settings.token.encode()):
        await asyncio.sleep(_PATIENCE)
        return render(request, "login.html", {"wrong": True}, 403)
    response = RedirectResponse("/", 303)
    response.set_cookie(SESSION, session(settings), httponly=True, samesite="lax")
    return response


ROUTES = [Route("/login", door, methods=["GET"]), Route("/login", enter, methods=["POST"])]
