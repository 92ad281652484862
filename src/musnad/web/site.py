"""What every page of the site needs: the casefile opened for reading, templates, the visitor's language."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar, cast
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from musnad import called as names
from musnad.casefile import found
from musnad.casefile.browse import Shelved
from musnad.casefile.store import look
from musnad.export.ledger import shortened
from musnad.links.findings import Evidence
from musnad.web import guard
from musnad.web.aside import aside
from musnad.web.language import COOKIE, chosen
from musnad.web.settings import Settings
from musnad.wording import LANGUAGES, Tongue

__all__ = ["Site", "brief", "called", "leafing", "number_of", "render", "site_of", "to_claim", "to_page", "to_source"]

_KEPT = 300  # answers to questions over the whole casefile
_WORTH = 40  # an answer that took a second to find is kept for so many
_STALE = 3.0  # seconds for which counts over a whole casefile are kept while it is being written
_MOST = 1_000_000  # pages of a list beyond which nobody leafs

# What may not stand in HTML whatever it is escaped as: controls and what Unicode calls no characters.
_BROKEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

# Nearly every page is made of these alone, which is seen at once; looking for the broken ones takes milliseconds.
_SOUND = re.compile("[\t\n\r\x0c\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0001fffd]*")

_FIGURES = re.compile(r"(?<![\w.])(\d+(?:[-/:.]\d+)+)(?!\w)")

T = TypeVar("T")


@dataclass(frozen=True)
class _Kept:
    """An answer, the state of the casefile that it is of, and until when it will do in any case."""

    until: float
    state: object
    value: Any


class Site:
    """One casefile, served. `read` opens it for one answer; nothing that is asked through it can change it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._kept: dict[object, _Kept] = {}
        self._working: set[object] = set()
        self._asking: dict[object, Lock] = {}
        self._lock = Lock()

    def read(self) -> AbstractContextManager[sqlite3.Connection]:
        return look(self.settings.casefile)

    def kept(self, key: object, ask: Callable[[], T]) -> T:
        """What `ask` gives; asked again where the casefile was written since, but not more often than is worth it."""
        return self._kept_for(self._state(), key, ask)

    def found(self, db: sqlite3.Connection, key: object, ask: Callable[[], T]) -> T:
        """What `ask` finds in findings alone: asked again where pages were linked or a verdict was given since."""
        return self._kept_for(found.state(db), key, ask)

    def later(self, db: sqlite3.Connection, key: object, ask: Callable[[Path], T]) -> tuple[T | None, bool]:
        """What `ask` finds in the casefile at a path, for what takes long, and whether it is there already.

        It is found in a process of its own, which holds up nobody who reads meanwhile.
        """
        state = found.state(db)
        with self._lock:
            known = self._kept.get(key)
            if known and known.state == state:
                return cast("T", known.value), True
            if key not in self._working:
                self._working.add(key)
                Thread(target=self._find, args=(state, key, ask), daemon=True).start()
        return None, False

    def _find(self, state: object, key: object, ask: Callable[[Path], Any]) -> None:
        try:
            value = aside(ask, self.settings.casefile)
        finally:
            with self._lock:
                self._working.discard(key)
        with self._lock:
            self._kept[key] = _Kept(0, state, value)

    def _kept_for(self, state: object, key: object, ask: Callable[[], T]) -> T:
        """While one visitor's thread asks again, the others are given what was known before; the first time, they wait
        for what it finds."""
        with self._lock:
            if (known := self._fresh(state, key)) is not None:
                return cast("T", known.value)
            if (known := self._kept.get(key)) is not None:
                self._kept[key] = replace(known, until=time.monotonic() + _STALE)
            asking = self._asking.setdefault(key, Lock()) if known is None else Lock()
        with asking:
            with self._lock:
                if known is None and (found_meanwhile := self._fresh(state, key)) is not None:
                    return cast("T", found_meanwhile.value)
            return self._ask(state, key, ask)

    def _fresh(self, state: object, key: object) -> _Kept | None:
        """What is kept and will do, put behind what was asked for longer ago; the lock is held."""
        known = self._kept.get(key)
        if known is None or (known.state != state and time.monotonic() >= known.until):
            return None
        self._kept[key] = self._kept.pop(key)
        return known

    def _ask(self, state: object, key: object, ask: Callable[[], T]) -> T:
        begun = time.monotonic()
        value = ask()
        until = time.monotonic() + max(_STALE, _WORTH * (time.monotonic() - begun))
        with self._lock:
            while len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = _Kept(until, state, value)
            self._asking.pop(key, None)
        return value

    def _state(self) -> object:
        """What changes whenever the casefile is written: times and sizes of its files."""
        seen = []
        for path in (self.settings.casefile, self.settings.casefile.with_name(f"{self.settings.casefile.name}-wal")):
            try:
                stat = path.stat()
                seen.append((stat.st_mtime_ns, stat.st_size))
            except OSError:
                seen.append((0, 0))
        return tuple(seen)

    def piece(self, template: str, tongue: Tongue, context: Mapping[str, Any]) -> Markup:
        """A part of a page that is the same for all who read it in a language, so that it can be kept."""
        return Markup(self.templates.get_template(template).render(**context, t=tongue))

    @cached_property
    def templates(self) -> Environment:
        made = Environment(
            loader=PackageLoader("musnad.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.filters |= {"brief": brief, "called": _called, "figured": _figured, "by_outlet": _by_outlet}
        made.globals |= {"to_page": to_page, "to_claim": to_claim, "to_source": to_source, "web_address": web_address}
        return made


def _by_outlet(places: Iterable[Evidence], pages: Mapping[str, Shelved], most: int) -> tuple[list[Evidence], int]:
    """The first place of each of the first `most` outlets (a page of no outlet stands for itself), and how many pages
    more there are."""
    firsts: dict[str, Evidence] = {}
    docs = set()
    for place in places:
        docs.add(place.doc)
        page = pages.get(place.doc)
        firsts.setdefault((page.outlet if page else None) or place.doc, place)
    shown = list(firsts.values())[:most]
    return shown, len(docs) - len(shown)


def _figured(text: str) -> Markup:
    """A text whose dates and places (`2025-10-02`, `60:90`) read from the left, also between Arabic words."""
    return Markup("").join(
        Markup('<bdi dir="ltr">{}</bdi>').format(part) if number % 2 else escape(part)
        for number, part in enumerate(_FIGURES.split(text))
    )


@pass_context
def _called(context: Context, name: str) -> str:
    """What a canonical name is to readers of the page's language."""
    return called(name, context["t"])


def called(name: str, tongue: Tongue) -> str:
    """A canonical name as readers of a language know it."""
    return names.called(name, tongue.code)


def brief(text: str, longest: int) -> str:
    """A text on one line, at most `longest` characters of it."""
    return shortened(" ".join(text.split()), longest)


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    return cast("Site", request.app.state.site)


def render(request: Request, template: str, context: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page in the visitor's language; the choice of `?lang=` is remembered."""
    site, tongue = site_of(request), chosen(request)
    query = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    html = site.templates.get_template(template).render(
        **context,
        t=tongue,
        tongue=tongue,
        path=request.url.path,
        casefile=site.settings.casefile.name,
        read_only=site.settings.read_only,
        guarded=site.settings.token is not None,
        csrf=guard.form_token(request, site.settings),
        other_language=f"?{urlencode([*query, ('lang', tongue.other)])}",
    )
    response = HTMLResponse(
        html if _SOUND.fullmatch(html) else _BROKEN.sub(" ", html),
        status,
        {"content-language": tongue.code, "vary": "accept-language, cookie"},
    )
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie(COOKIE, tongue.code, max_age=365 * 86400, samesite="lax", httponly=True)
    return response


def number_of(request: Request, name: str = "p", default: int = 1) -> int:
    """A whole number of the query, from 1; 404 where it is none."""
    text = request.query_params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST):
        raise HTTPException(404)
    return int(text)


def leafing(request: Request, total: int, size: int) -> dict[str, Any]:
    """Where a list stands: its page, how many there are, and the addresses of the pages before and after."""
    page, pages = number_of(request), max(1, -(-total // size))
    query = [(key, value) for key, value in request.query_params.multi_items() if key not in ("p", "lang")]

    def at(place: int) -> str | None:
        return f"?{urlencode([*query, ('p', place)])}" if 1 <= place <= pages and place != page else None

    return {
        "page": page, "pages": pages, "total": total, "first": (page - 1) * size + 1,
        "last": min(total, page * size), "before": at(page - 1), "after": at(page + 1), "end": at(pages),
        "start": at(1),
    }  # fmt: skip


@lru_cache(10_000)
def to_page(doc: str, start: int | None = None, end: int | None = None) -> str:
    """The address of a page, or of words on it, which it then shows marked."""
    address = f"/page/{quote(doc, safe='')}"
    if start is None:
        return address
    return f"{address}#at-{start}" if end is None else f"{address}?at={start}-{end}#at-{start}"


@lru_cache(10_000)
def to_claim(name: str) -> str:
    """The address of a claim."""
    return f"/claim/{quote(name, safe='')}"


@lru_cache(10_000)
def to_source(name: str) -> str:
    """The address of one who says."""
    return f"/source?{urlencode({'name': name})}"


def web_address(url: str | None) -> str | None:
    """An address that may be a link: http and https, nothing that runs."""
    try:
        return url if url and urlsplit(url).scheme.lower() in ("http", "https") else None
    except ValueError:
        return None
