"""A timeline for TimelineJS: events, publications of pages, and the days for which something was foretold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from musnad.casefile.contents import Contents
from musnad.export.dates import bounds
from musnad.export.ledger import shortened
from musnad.links.findings import Event, Evidence, Prediction

__all__ = ["as_timelinejs"]

_LONGEST = 160  # characters of words in a slide


def as_timelinejs(case: Contents) -> str:
    """The JSON object; what has no date is left out. Words of pages are escaped: TimelineJS shows HTML."""
    slides = [*_events(case), *_pages(case), *_foretold(case)]
    slides.sort(key=lambda slide: (_key(slide["start_date"]), slide["group"], slide["unique_id"]))
    return json.dumps({"scale": "human", "events": slides}, ensure_ascii=False, indent=1) + "\n"


def _events(case: Contents) -> Iterator[dict[str, Any]]:
    for event in case.story.events:
        yield from _slide("events", f"event-{event.id}", event.date, _headline(event), _quotes(case, event.rests))


def _headline(event: Event) -> str:
    where = f" ({event.place})" if event.place else ""
    level = f", {event.level}" if event.level else ""
    return f"{event.type}{level}, {event.status}: {' – '.join(event.actors)}{where}".removesuffix(": ")


def _pages(case: Contents) -> Iterator[dict[str, Any]]:
    for page in case.pages:
        url = _web(page.url)
        text = f'<a href="{escape(url)}">{escape(url)}</a>' if url else ""
        headline = f"{page.outlet or '-'}: {page.title or page.doc}"
        yield from _slide("pages", f"page-{page.doc}", page.published, headline, text)


def _foretold(case: Contents) -> Iterator[dict[str, Any]]:
    for number, told in enumerate(case.story.predictions, 1):
        claim = case.claims.get(told.claim)
        headline = f"{told.outcome}: {case.gist(claim) if claim else told.claim}"
        yield from _slide("predictions", f"prediction-{number}", told.due, headline, _resolved(case, told))


def _resolved(case: Contents, told: Prediction) -> str:
    return _quotes(case, [told.evidence] if told.evidence else [])


def _slide(group: str, name: str, date: str | None, headline: str, text: str) -> Iterator[dict[str, Any]]:
    first, last = bounds(date)
    if first is None:
        return
    slide = {
        "unique_id": name,
        "group": group,
        "start_date": _day(first) | {"display_date": date},
        "text": {"headline": escape(shortened(headline, _LONGEST)), "text": text},
    }
    if last and last != first:
        slide["end_date"] = _day(last)
    yield slide


def _quotes(case: Contents, places: Iterable[Evidence]) -> str:
    words = ((at, shortened(" ".join(case.words(at).split()), _LONGEST)) for at in places)
    return "".join(f'<p dir="rtl">«{escape(text)}» ({escape(at.doc)} {at.start})</p>' for at, text in words)


def _day(date: str) -> dict[str, Any]:
    return {name: int(part) for name, part in zip(("year", "month", "day"), date.split("-"), strict=False)}


def _key(day: dict[str, Any]) -> tuple[int, int, int]:
    return day["year"], day.get("month", 0), day.get("day", 0)


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
