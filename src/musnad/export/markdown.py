"""A brief for a reader, in Markdown: the report's sections with the words they rest on, without its frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from musnad.called import called
from musnad.casefile.contents import CasePage, Contents
from musnad.export.brief import Brief, ClaimTold, EventTold, Quote, Side, brief
from musnad.links.process.record import OUTCOMES, Record
from musnad.wording import Tongue

__all__ = ["as_markdown"]

_LONGEST = 50  # claims that are told in full
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def as_markdown(case: Contents, language: str = "ar") -> str:
    """The brief, in one of wording.LANGUAGES."""
    told, tongue = brief(case), Tongue(language)
    parts = (
        _head(told, tongue), _disputes(told, tongue), _claims(told, tongue), _copies(told, tongue),
        _predictions(told, tongue), _talks(told, tongue), _timeline(told, tongue), _about(told, tongue),
    )  # fmt: skip
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(told: Brief, t: Tongue) -> Iterator[str]:
    yield from (f"# {t('report.title')}", "")
    yield f"{t('report.pages')}: {len(told.pages)} · {t('report.statements')}: {told.statements}"
    yield from _title(t, "contents")
    rows = [t("report.outlet"), t("report.pages"), t("report.statements"), t("report.period")]
    yield from (_row(rows), _row("---" for _ in rows))
    for outlet in told.outlets:
        days = t.date(f"{outlet.first}/{outlet.last}" if outlet.first else None)
        yield _row((_safe(_outlet(outlet.name, t)), str(outlet.pages), str(outlet.statements), days))


def _disputes(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "disputes")
    for dispute in told.disputes:
        yield from (f"### {t.label('on', dispute.on)}", "")
        for side in (dispute.here, dispute.there):
            yield from _side(side, t)
        yield ""
    if not told.disputes:
        yield t("report.disputes.none")


def _side(side: Side, t: Tongue) -> Iterator[str]:
    told = f"{t('report.told', count=side.told)} · {t('report.origins')}: {side.origins}"
    yield f"* **{_safe(side.gist)}** ({side.claim} · {told})"
    yield from _quotes([side.words], t)


def _claims(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "claims")
    yield from (t("report.about.origins"), "")
    for claim in told.claims[:_LONGEST]:
        yield from _claim(claim, t)
    if not told.claims:
        yield t("report.claims.none")
    if len(told.claims) > _LONGEST:
        yield t("report.claims.left_out", count=len(told.claims) - _LONGEST)
    if told.single:
        yield t("report.claims.single", count=told.single)


def _claim(claim: ClaimTold, t: Tongue) -> Iterator[str]:
    yield from (f"### {_safe(claim.gist)}", "")
    facts = [claim.id, f"{t('report.origins')}: {len(claim.origins)}", f"{t('report.outlets')}: {len(claim.outlets)}"]
    facts += [t("report.told", count=claim.told), *([t("report.denial")] if claim.denial else [])]
    facts += [f"{t('report.against')} {', '.join(claim.against)}"] if claim.against else []
    yield from (" · ".join(facts), "")
    for origin in claim.origins:
        why = f" ({t('report.reason')}: {_safe(t.every(origin.reasons))})" if origin.reasons else ""
        yield f"* {t('report.origin')}: **{_safe(t.say(origin.name))}**{why}"
        yield from _quotes(origin.quotes, t)
    if claim.others:
        yield f"* {t('report.others')}"
        yield from _quotes(claim.others, t)
    if claim.unseen:
        yield f"* {t('report.unseen')}: {_safe(t.every(claim.unseen))}"
    yield ""


def _copies(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "copies")
    for each in told.copies:
        copy = each.copy
        facts = [t.label("copy", copy.kind), t("copy.credited" if copy.credited else "copy.uncredited")]
        facts += [] if copy.sure else [t("report.copy.guess")]
        facts += [t("report.copy.words", count=each.words)] if each.words else []
        yield f"* {_page(each.page, t)} **{t('report.copy.took')}** {_page(each.of, t)}: {' · '.join(facts)}"
        for here, _ in each.passages[:1]:
            yield from _quotes([here], t)
    if not told.copies:
        yield t("report.copies.none")
    if told.credits:
        yield from ("", f"### {t('report.credits')}", "")
    for credit, words in told.credits:
        yield f"* **{_safe(_outlet(credit.outlet, t))}**"
        yield from _quotes([words], t)


def _predictions(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "predictions")
    for each in told.predictions:
        outcome = t.label("outcome", each.told.outcome)
        yield f"* **{outcome}**: {_safe(each.gist)} ({each.told.claim} · {t('report.due')}: {t.date(each.told.due)})"
        yield from _quotes(each.said[:1], t)
        if each.resolved:
            yield f"  {t('report.resolved')}:"
            yield from _quotes(each.resolved, t)
    if not told.predictions:
        yield t("report.predictions.none")
    if told.records:
        yield from ("", f"### {t('report.record')}", "")
        heads = [
            t("report.source"),
            *(t.label("outcome", each) for each in OUTCOMES),
            t("report.record.share"),
            t("report.record.lead"),
        ]
        yield from (_row(heads), _row("---" for _ in heads))
        for record in told.records:
            yield _row((_safe(_name(record, t)), *map(str, record.outcomes), _share(record), _lead(record)))


def _share(record: Record) -> str:
    return f"{record.low:.0%}–{record.high:.0%}" if record.low is not None and record.high is not None else ""


def _lead(record: Record) -> str:
    return f"{record.lead:g}" if record.lead is not None else ""


def _name(record: Record, t: Tongue) -> str:
    return t.label("kind", record.name) if record.by == "kind" else called(record.name, t.code)


def _talks(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "talks")
    for event in told.talks:
        yield from _event(event, t)
    for actor, held in told.positions:
        yield from (
            "",
            f"### {t('report.positions')}: {_safe(called(actor, t.code) if actor else t('report.party.unknown'))}",
            "",
        )
        for each in held:
            toward = (
                f" {t('report.toward')} {_safe(called(each.position.toward, t.code))}" if each.position.toward else ""
            )
            yield f"* **{t.label('position', each.position.kind)}**{toward}: {_safe(each.position.about)}"
            yield from _quotes(each.quotes, t)
    if not told.talks and not told.positions:
        yield t("report.talks.none")


def _timeline(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "timeline")
    for event in told.timeline:
        yield from _event(event, t)
    if not told.timeline:
        yield t("report.timeline.none")
    if told.undated:
        yield from ("", t("report.no_date", count=told.undated))


def _about(told: Brief, t: Tongue) -> Iterator[str]:
    yield from _title(t, "about")
    for key in ("report.about.machine", "report.about.seen", "report.about.offsets"):
        yield from (t(key), "")
    yield from (t("report.about.version", version=", ".join(told.versions)), "")
    for page in told.pages:
        title = _safe(page.title or page.doc)
        linked = f"[{title}](<{page.url}>)" if page.url and page.url.startswith(("http://", "https://")) else title
        yield f"* {page.doc}: {linked} · {_safe(_outlet(page.outlet, t))} · {t.date(page.published)}"


def _event(told: EventTold, t: Tongue) -> Iterator[str]:
    event = told.event
    level = f", {t.label('level', event.level)}" if event.level else ""
    place = f" · {_safe(called(event.place, t.code))}" if event.place else ""
    what = f"{t.label('event', event.type)}{level} ({t.label('status', event.status)})"
    who = " – ".join(called(actor, t.code) for actor in event.actors)
    yield f"* **{t.date(event.date)}** {what}: {_safe(who)}{place}"
    yield from _quotes(told.quotes, t)


def _quotes(quotes: Iterable[Quote], t: Tongue) -> Iterator[str]:
    for quote in quotes:
        tellers = " ← ".join((_outlet(quote.page.outlet, t), *(words for words, _, _ in quote.chain)))
        who = _safe(tellers) + (f" · {t.label('stance', quote.stance)}" if quote.stance else "")
        yield f"  * «{_safe(quote.text)}» — {who} · {t.date(quote.page.published)} · {quote.page.doc} {quote.start}"


def _page(page: CasePage, t: Tongue) -> str:
    return f"{_safe(_outlet(page.outlet, t))} ({page.doc} · {t.date(page.published)})"


def _outlet(name: str | None, t: Tongue) -> str:
    return called(name, t.code) if name else t("report.no_outlet")


def _title(t: Tongue, key: str) -> tuple[str, ...]:
    return "", f"## {t(f'report.{key}')}", ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(text: str) -> str:
    """Words of a page, on one line, that Markdown shows as they are."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
