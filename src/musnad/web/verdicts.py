"""Verdicts: all that were given, by whom; giving one, and taking one's own back. Nothing is erased."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from musnad.casefile import found, verdicts
from musnad.casefile.store import use
from musnad.web.claims import NAME, remembered, show
from musnad.web.forms import form_of
from musnad.web.site import leafing, number_of, render, site_of, to_claim

__all__ = ["ROUTES"]

_LEAF = 40
_LONGEST = {"who": 100, "note": 5000, "other": 500}  # characters


def listed(request: Request) -> Response:
    """`/verdicts`, the last given first."""
    with site_of(request).read() as db:
        given = list(verdicts.verdicts(db))[::-1]
        start = (number_of(request) - 1) * _LEAF
        shown = given[start : start + _LEAF]
        gists = found.gists(db, (verdict.claim for verdict in shown if verdict.claim))
    context = {"shown": shown, "gists": gists, "leaf": leafing(request, len(given), _LEAF), "name": remembered(request)}
    return render(request, "verdicts.html", context)


async def give(request: Request) -> Response:
    """A verdict from the form of a claim's page."""
    fields = await _fields(request)
    claim = fields.get("claim", "")
    try:
        await run_in_threadpool(
            partial(
                _give, request, fields.get("who", ""), fields.get("verdict", ""), claim,
                fields.get("other") or None, fields.get("note") or None,
            )
        )  # fmt: skip
    except (ValueError, LookupError) as problem:
        return await run_in_threadpool(partial(show, request, claim, str(problem.args[0]), 422))
    response = RedirectResponse(f"{to_claim(claim)}#verdicts", 303)
    response.set_cookie(NAME, quote(fields["who"].strip()), max_age=30 * 86400, httponly=True, samesite="strict")
    return response


async def withdraw(request: Request) -> Response:
    """One's own verdict is taken back."""
    fields = await _fields(request)

    def work() -> None:
        with use(site_of(request).settings.casefile) as db:
            verdicts.withdraw(db, request.path_params["number"], fields.get("who", ""))

    try:
        await run_in_threadpool(work)
    except (LookupError, OverflowError) as problem:
        raise HTTPException(404) from problem
    claim = fields.get("claim")
    return RedirectResponse(f"{to_claim(claim)}#verdicts" if claim else "/verdicts", 303)


async def _fields(request: Request) -> dict[str, str]:
    """403 where nothing may be written."""
    fields = await form_of(request)
    if site_of(request).settings.read_only:
        raise HTTPException(403)
    if any(len(fields.get(name, "")) > longest for name, longest in _LONGEST.items()):
        raise HTTPException(413)
    return fields


def _give(request: Request, who: str, verdict: str, about: str, other: str | None, note: str | None) -> None:
    with use(site_of(request).settings.casefile) as db:
        verdicts.give(db, who, verdict, about, other, note)


ROUTES = [
    Route("/verdicts", listed, methods=["GET"]),
    Route("/verdicts", give, methods=["POST"]),
    Route("/verdicts/{number:int}/withdraw", withdraw, methods=["POST"]),
]
