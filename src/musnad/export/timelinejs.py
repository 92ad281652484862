"""A timeline for TimelineJS: events, publications of pages, and the days for which something was foretold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from musnad.called import called
from musnad.casefile.contents import Contents
from musnad.export.brief import Quote, quote
from musnad.export.dates import bounds
from musnad.export.ledger import shortened
from musnad.links.findings import Event, Evidence, Prediction
from musnad.wording import Tongue

__all__ = ["as_timelinejs"]

_LONGEST = 160  # characters of words in a slide


def as_timelinejs(case: Contents, language: str = "en") -> str:
    """The JSON object; what has no date is left out. Words of pages are escaped: TimelineJS shows HTML."""
    t = Tongue(language)
    slides = [*_events(case, t), *_pages(case, t), *_foretold(case, t)]
    slides.sort(key=lambda slide: (_key(slide["start_date"]), slide["group"], slide["unique_id"]))
    return json.dumps({"scale": "human", "events": slides}, ensure_ascii=False, indent=1) + "\n"


def _events(case: Contents, t: Tongue) -> Iterator[dict[str, Any]]:
    for event in case.story.events:
        said = _headline(event, t), _quotes(case, event.rests, t)
        yield from _slide(t, "events", f"event-{event.id}", event.date, *said)


def _headline(event: Event, t: Tongue) -> str:
    what = t.several(
        filter(None, (t.label("event", event.type), t.label("level", event.level), t.label("status", event.status)))
    )
    who = " – ".join(called(actor, t.code) for actor in event.actors)
    where = f" ({called(event.place, t.code)})" if event.place else ""
    return f"{what}: {who}{where}".removesuffix(": ")


def _pages(case: Contents, t: Tongue) -> Iterator[dict[str, Any]]:
    for page in case.pages:
        url = _web(page.url)
        text = f'<a href="{escape(url)}">{escape(url)}</a>' if url else ""
        outlet = called(page.outlet, t.code) if page.outlet else t("report.no_outlet")
        yield from _slide(t, "pages", f"page-{page.doc}", page.published, f"{outlet}: {page.title or page.doc}", text)


def _foretold(case: Contents, t: Tongue) -> Iterator[dict[str, Any]]:
    for number, told in enumerate(case.story.predictions, 1):
        claim = case.claims.get(told.claim)
        headline = f"{t.label('outcome', told.outcome)}: {case.gist(claim) if claim else told.claim}"
        yield from _slide(t, "predictions", f"prediction-{number}", told.due, headline, _resolved(case, told, t))


def _resolved(case: Contents, told: Prediction, t: Tongue) -> str:
    return _quotes(case, [told.evidence] if told.evidence else [], t)


def _slide(t: Tongue, group: str, name: str, date: str | None, headline: str, text: str) -> Iterator[dict[str, Any]]:
    first, last = bounds(date)
    if first is None:
        return
    slide = {
        "unique_id": name,
        "group": t.label("count", group),
        "start_date": _day(first) | {"display_date": t.date(date)},
        "text": {"headline": escape(shortened(headline, _LONGEST)), "text": text},
    }
    if last and last != first:
        slide["end_date"] = _day(last)
    yield slide


def _quotes(case: Contents, places: Iterable[Evidence], t: Tongue) -> str:
    """The words, each with what stands around it on its page, and who published the page."""
    return "".join(_quoted(quote(case, at), t) for at in places)


def _quoted(told: Quote, t: Tongue) -> str:
    words = f"{escape(told.before)}<b>{escape(shortened(told.text, _LONGEST))}</b>{escape(told.after)}"
    outlet = called(told.page.outlet, t.code) if told.page.outlet else t("report.no_outlet")
    return f'<p dir="rtl">{words} ({escape(outlet)}, <bdi>{escape(told.page.doc)} {told.start}</bdi>)</p>'


def _day(date: str) -> dict[str, Any]:
    return {name: int(part) for name, part in zip(("year", "month", "day"), date.split("-"), strict=False)}


def _key(day: dict[str, Any]) -> tuple[int, int, int]:
    return day["year"], day.get("month", 0), day.get("day", 0)


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
