"""In which language a visitor is answered."""

from __future__ import annotations

from starlette.requests import Request

from musnad.wording import LANGUAGES, Tongue

__all__ = ["COOKIE", "chosen"]

COOKIE = "musnad_lang"


def chosen(request: Request) -> Tongue:
    """The language that was asked for: by `?lang=`, by an earlier choice's cookie, by the browser; else English."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return Tongue(wish)
    wishes = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            wishes.append((-float(weight or 1), place, code.split("-")[0].lower()))
        except ValueError:
            continue
    return Tongue(next((code for _, _, code in sorted(wishes) if code in LANGUAGES), "en"))
