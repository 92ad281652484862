"""An event for MISP: pages as links, statements as texts with the grades of the Admiralty code as tags.

The event is not published and has the distribution "your organisation only": who takes it in decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry
from musnad.export import names
from musnad.export.dates import plain
from musnad.export.ledger import chain_text, content_text
from musnad.links.findings import Grade, Ref
from musnad.wording import Tongue

__all__ = ["as_misp"]


def as_misp(case: Contents, language: str = "en") -> str:
    """The JSON object. Its time is that at which the last page was added; the same pages are the same event."""
    added = max((page.added for page in case.pages), default="1970-01-01T00:00:00+00:00")
    time = str(int(datetime.fromisoformat(added).timestamp()))
    t = Tongue(language)
    amounts = (f"{t('report.pages')}: {len(case.pages)}", f"{t('report.statements')}: {len(case.entries)}")
    event = {
        "uuid": names.same("event", *(names.page(page) for page in case.pages)),
        "info": f"{t('report.title')}: {t.several(amounts)}",
        "date": added[:10],
        "timestamp": time,
        "threat_level_id": "4",
        "analysis": "2",
        "distribution": "0",
        "published": False,
        "Attribute": [attribute | {"timestamp": time} for attribute in _attributes(case, t)],
        "Tag": [{"name": 'osint:source-type="manual-analysis"'}],
    }
    return json.dumps({"Event": event}, ensure_ascii=False, indent=1) + "\n"


def _attributes(case: Contents, t: Tongue) -> Iterator[dict[str, Any]]:
    for page in case.pages:
        if page.url:
            yield _attribute("link", page.url, _about(page), names.page(page))
    grades = {grade.ref: grade for claim in case.story.claims for grade in claim.grades}
    for ref, entry in case.entries.items():
        tags = [{"name": name} for name in _tags(grades.get(ref))]
        found = _attribute("text", _said(entry), _comment(case, ref, entry, t), names.statement(case, ref))
        yield found | ({"Tag": tags} if tags else {})


def _attribute(kind: str, value: str, comment: str, name: str) -> dict[str, Any]:
    return {
        "uuid": names.same(name),
        "type": kind,
        "category": "External analysis",
        "value": value,
        "comment": comment,
        "to_ids": False,
        "distribution": "5",
    }


def _about(page: CasePage) -> str:
    return " | ".join(filter(None, (page.doc, page.outlet, plain(page.published), page.title)))


def _said(entry: Entry) -> str:
    return f"{chain_text(entry) or '-'}: {content_text(entry) or entry.cue.text}"


def _comment(case: Contents, ref: Ref, entry: Entry, t: Tongue) -> str:
    claim = case.claim_of.get(ref)
    grade = next((grade for grade in claim.grades if grade.ref == ref), None) if claim else None
    told = f"claim {claim.id}, {len(claim.origins)} origins" if claim else ""
    where = f"{entry.doc} {entry.cue.start}:{entry.cue.end}"
    why = t.every(grade.reasons) if grade else ""
    return " | ".join(filter(None, (where, entry.outlet, entry.published, entry.stance, entry.status, told, why)))


def _tags(grade: Grade | None) -> Iterator[str]:
    if grade:
        yield f'admiralty-scale:source-reliability="{grade.source.lower()}"'
        yield f'admiralty-scale:information-credibility="{grade.information}"'
