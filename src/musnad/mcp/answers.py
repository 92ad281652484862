"""What an assistant is answered, as plain data. Whatever is told carries `cites`: page, span and the words there.

LookupError and ValueError say what was asked for in vain, and what can be asked instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry
from musnad.links.findings import Claim, Contradiction, Copy, Evidence, Passage, Prediction, Ref, Retold
from musnad.links.process.record import OUTCOMES, records
from musnad.wording import Tongue

__all__ = ["casefile", "claim", "claims", "contradictions", "copies", "page_text", "statements", "track_record"]

_EN = Tongue("en")

_LONGEST = 20_000  # characters of a page in one answer


def casefile(case: Contents) -> dict[str, Any]:
    """How much there is, and the pages."""
    story = case.story
    counts = {
        name: len(getattr(story, name))
        for name in ("copies", "claims", "contradictions", "predictions", "events", "positions")
    }
    return {
        "counts": {"pages": len(case.pages), "statements": len(case.entries), **counts},
        "pages": [_page(page) | {"title": page.title, "characters": len(page.text)} for page in case.pages],
    }


def statements(case: Contents, found: Iterable[Entry], limit: int) -> dict[str, Any]:
    """The first `limit` of statements that were found, and how many there are."""
    every = list(found)
    return {"total": len(every), "statements": [_statement(case, _ref(entry)) for entry in every[:limit]]}


def claims(case: Contents, several: bool, disputed: bool, limit: int) -> dict[str, Any]:
    """Claims in short, those with most independent origins first."""
    against = {name for pair in case.story.contradictions for name in (pair.a, pair.b)}
    found = [
        each
        for each in case.story.claims
        if (not several or len(each.members) > 1) and (not disputed or each.id in against)
    ]
    found.sort(key=lambda each: (-len(each.origins), -len(each.outlets), -len(each.members)))
    return {"total": len(found), "claims": [_short(case, each) for each in found[:limit]]}


def claim(case: Contents, name: str) -> dict[str, Any]:
    """One claim: its independent origins with their statements, what stands against it, what came of it."""
    found = case.claims.get(name)
    if found is None:
        raise LookupError(f"there is no claim {name!r}; the tool claims lists them")
    known = {ref for origin in found.origins for ref in origin.members}
    return _short(case, found) | {
        "origins": [
            {
                "name": _EN.say(origin.name),
                "reasons": list(map(_EN.say, origin.reasons)),
                "statements": [_statement(case, ref) for ref in origin.members],
            }
            for origin in found.origins
        ],
        "without_known_origin": [_statement(case, ref) for ref in found.members if ref not in known],
        "grades": [
            {
                "statement": _name(grade.ref),
                "admiralty": f"{grade.source}{grade.information}",
                "why": list(map(_EN.say, grade.reasons)),
            }
            for grade in found.grades
        ],
        "contradictions": [
            _contradiction(case, pair) for pair in case.story.contradictions if name in (pair.a, pair.b)
        ],
        "predictions": [_prediction(case, told) for told in case.story.predictions if told.claim == name],
        "could_not_be_seen": list(map(_EN.say, found.unseen)),
    }


def contradictions(case: Contents, limit: int) -> dict[str, Any]:
    """Pairs of claims that cannot both hold, with the words on both sides."""
    pairs = case.story.contradictions
    return {"total": len(pairs), "contradictions": [_contradiction(case, pair) for pair in pairs[:limit]]}


def copies(case: Contents, limit: int) -> dict[str, Any]:
    """Which page took its text from which, with its longest passage on both pages."""
    found = [
        {
            "doc": copy.doc,
            "took_from": copy.of,
            "kind": copy.kind,
            "credited": copy.credited,
            "direction": "sure" if copy.sure else "a guess",
            "reasons": list(map(_EN.say, copy.reasons)),
            "cites": [
                _cite(case, at)
                for passage in _first(copy)
                for at in (Evidence(copy.doc, *passage.here), Evidence(copy.of, *passage.there))
            ],
        }
        for copy in case.story.copies[:limit]
    ]
    return {"total": len(case.story.copies), "copies": found}


def track_record(case: Contents, who: str | None) -> dict[str, Any]:
    """How often what outlets and first tellers foretold came to pass; of one of them also the predictions."""
    found = [r for r in records(case.story, tuple(case.accounts.values())) if who is None or who in r.name]
    if who is not None and not found:
        raise LookupError(f"{who!r} foretold nothing in this casefile; without a name all who did are listed")
    answer: dict[str, Any] = {
        "records": [
            {
                "name": each.name,
                "by": each.by,
                **dict(zip(OUTCOMES, each.outcomes, strict=True)),
                "due": each.due,
                "share_fulfilled_95": None if each.low is None else [each.low, each.high],
                "median_days_ahead": each.lead,
            }
            for each in found
        ]
    }
    if who is not None:
        theirs = {claim for each in found for claim in each.claims}
        answer["predictions"] = [_prediction(case, told) for told in case.story.predictions if told.claim in theirs]
    return answer


def page_text(case: Contents, doc: str, start: int, end: int | None) -> dict[str, Any]:
    """The words of a page at [start, end)."""
    page = case.by_doc.get(doc)
    if page is None:
        raise LookupError(f"there is no page {doc!r}; the tool casefile lists them")
    last = len(page.text) if end is None else end
    if not 0 <= start < last <= len(page.text):
        raise ValueError(f"{start}:{last} is no place of page {doc}, which has {len(page.text)} characters")
    last = min(last, start + _LONGEST)
    return _page(page) | {"title": page.title, "cites": [_cite(case, Evidence(doc, start, last))]}


def _statement(case: Contents, ref: Ref) -> dict[str, Any]:
    entry = case.entries[ref]
    told = case.claim_of.get(ref)
    parts = entry.content or (entry.cue,)
    return {
        "statement": _name(ref),
        "chain": [
            {"words": " ".join(teller.text.split()), "kind": teller.kind, "entity": teller.entity}
            for teller in entry.chain
        ],
        "stance": entry.stance,
        "status": f"not {entry.status}" if entry.negated else entry.status,
        "mode": entry.mode,
        "claim": told and told.id,
        "cites": [_cite(case, Evidence(ref.doc, part.start, part.end)) for part in parts],
    }


def _short(case: Contents, found: Claim) -> dict[str, Any]:
    first = case.entries[found.members[0]]
    part = (first.content or (first.cue,))[0]
    return {
        "claim": found.id,
        "what": case.gist(found),
        "denial": found.denial,
        "told": len(found.members),
        "outlets": list(found.outlets),
        "independent_origins": len(found.origins),
        "cites": [_cite(case, Evidence(first.doc, part.start, part.end))],
    }


def _contradiction(case: Contents, pair: Contradiction) -> dict[str, Any]:
    return {
        "on": pair.on,
        "claims": [pair.a, pair.b],
        "what": [case.gist(case.claims[name]) for name in (pair.a, pair.b) if name in case.claims],
        "why": _EN.say(pair.reason),
        "cites": [_cite(case, pair.here), _cite(case, pair.there)],
    }


def _prediction(case: Contents, told: Prediction) -> dict[str, Any]:
    places = [_statement(case, told.resolved_by)["cites"]] if told.resolved_by else []
    resolved = [cite for each in places for cite in each]
    if told.evidence:
        resolved.append(_cite(case, told.evidence))
    found = case.claims.get(told.claim)
    return {
        "claim": told.claim,
        "what": case.gist(found) if found else None,
        "made": told.made,
        "due": told.due,
        "outcome": told.outcome,
        "why": _EN.say(told.reason),
        "cites": _short(case, found)["cites"] if found else [],
        "resolved_by": resolved,
    }


def _first(copy: Copy) -> Sequence[Passage | Retold]:
    """The longest passage, else the first sentence that is told in other words."""
    return sorted(copy.passages, key=lambda each: -each.words)[:1] or copy.retold[:1]


def _cite(case: Contents, at: Evidence) -> dict[str, Any]:
    return _page(case.by_doc[at.doc]) | {"start": at.start, "end": at.end, "words": case.words(at)}


def _page(page: CasePage) -> dict[str, Any]:
    return {"doc": page.doc, "outlet": page.outlet, "published": page.published, "url": page.url}


def _ref(entry: Entry) -> Ref:
    return Ref(entry.doc, entry.number)


def _name(ref: Ref) -> str:
    return f"{ref.doc}.{ref.number}"
