"""About this reading: what the casefile covers, by which Musnad it was read, and what that is measured to find."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, story
from musnad.casefile.versions import changed
from musnad.web.site import render, site_of

__all__ = ["ROUTES"]


def about(request: Request) -> Response:
    """`/about`"""
    site = site_of(request)
    with site.read() as db:
        context = {
            "amounts": site.kept("amounts", lambda: browse.amounts(db)),
            "outlets": site.kept("outlets", lambda: browse.outlets(db)),
            "runs": site.kept("runs", lambda: browse.runs(db)),
            "changed": site.kept("changed", lambda: changed(db))[:50],
            "linked": story.linked(db),
            "outdated": site.kept("outdated", lambda: story.outdated(db)),
        }
    return render(request, "about.html", context | {"version": version("musnad"), "floors": floors()})


@cache
def floors() -> dict[str, Any]:
    """What each layer is measured to find on pages whose marks were set by people: set → layer → F1."""
    return dict(tomllib.loads((files("musnad.web") / "floors.toml").read_text(encoding="utf-8")))


ROUTES = [Route("/about", about)]
