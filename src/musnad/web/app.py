"""The web application: its pages under their addresses, behind the guard."""

from __future__ import annotations

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from musnad.casefile.store import CasefileError
from musnad.web import (
    about,
    api,
    claims,
    copies,
    entering,
    ledger,
    network,
    overview,
    page,
    source,
    talks,
    timeline,
    verdicts,
)  # fmt: skip
from musnad.web.guard import Guard
from musnad.web.settings import Settings
from musnad.web.site import Site, render

__all__ = ["application"]

_ROOMS = (overview, ledger, page, claims, source, network, timeline, talks, copies, verdicts, about, entering, api)


def application(settings: Settings) -> ASGIApp:
    """The application for one casefile. CasefileError where the casefile cannot be read."""
    site = Site(settings)
    with site.read():
        pass
    routes: list[BaseRoute] = [route for room in _ROOMS for route in room.ROUTES]
    static = StaticFiles(packages=[("musnad.web", "static")])
    app = Starlette(
        routes=[*routes, Mount("/static", static)],
        exception_handlers={HTTPException: _refused, CasefileError: _closed},
    )
    app.state.site = site
    return Guard(app, settings)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(getattr(error, "headers", None) or {})
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": getattr(error, "detail", "")}, status, headers)
    detail = getattr(error, "detail", "")
    told = "" if detail == HTTPStatus(status).phrase else detail  # the page has words of its own for it
    response = render(request, "error.html", {"status": status, "detail": told}, status)
    response.headers.update(headers)
    return response


def _closed(request: Request, error: Exception) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": str(error)}, 503)
    return render(request, "error.html", {"status": 503, "detail": str(error)}, 503)
