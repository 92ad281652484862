"""A casefile for the tests of the web application: the demo's pages, and the story that people found in them.

The story is the demo's gold, so that every page of the site has something to show whatever the links find.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from musnad.casefile import pages, story
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.doc import Doc, Page, Span, Statement
from musnad.links.findings import (
    Carrier,
    Claim,
    Contradiction,
    Copy,
    Event,
    Evidence,
    Grade,
    Origin,
    Passage,
    Position,
    Prediction,
    Ref,
    Story,
)
from musnad.pipeline import annotate
from musnad.wording import Phrase, phrase
from tests.gate.readings import ROOT

__all__ = ["HOSTILE", "RUN", "case", "hostile", "told"]

DEMO = ROOT / "src" / "musnad" / "demo"
AGAINST = phrase("against.words", "date", "هذا", "ذاك")
RUN = Run("2025-10-06T10:00:00+00:00", "0.0", {"times": "aa"})

# A page whose words would do harm if they were markup, and characters that HTML cannot hold.
HOSTILE = (
    "<script>document.title='x'</script> عنوان & خبر\n"
    "\u202eقال ناطق باسم الجمعية إن <img src=x onerror=alert(1)> \"الموعد\" 'لم' يتغير\x00\x07.\n"
    "</p></main><b>وأضاف أن الزيارة قائمة</b> javascript:alert(1)\ufffe\n"
)


def case(path: Path, *more: Doc) -> Path:
    """A casefile with the demo's pages and its story, and `more` pages."""
    docs = [*told(), *more]
    with use(path, create=True) as db:
        for doc in docs:
            pages.keep(db, doc, doc.source.encode("utf-8", "replace"), RUN)
        story.keep(db, _story(docs))
    return path


def told() -> list[Doc]:
    """The demo's pages, read."""
    with (DEMO / "manifest.csv").open(encoding="utf-8") as file:
        known = {row["file"]: row for row in csv.DictReader(file)}
    given = [(path, known[path.name]) for path in sorted(DEMO.glob("pages/*.txt"))]
    return [
        annotate(
            Page(
                path.stem,
                path.read_text(encoding="utf-8"),
                row["outlet"] or None,
                row["published"] or None,
                row["url"] or None,
            )
        )
        for path, row in given
    ]


def hostile() -> Doc:
    """The page that would do harm, read."""
    return annotate(Page("x<y>&\"'", HOSTILE, '<b>"صحيفة"</b>', "2025-09-30", "javascript:alert(document.domain)"))


def _story(docs: list[Doc]) -> Story:
    gold = json.loads((DEMO / "story.json").read_text(encoding="utf-8"))
    refs, cues = _refs(docs), {doc.page.doc: [mark.span for mark in doc.marks(Statement)] for doc in docs}
    ids = {}
    claims = []
    for given in gold["claims"]:
        members = tuple(dict.fromkeys(ref for each in given["members"] if (ref := refs.get(_key(each)))))
        if members:
            ids[given["id"]] = f"{members[0].doc}.{members[0].number}"
            claims.append(_claim(ids[given["id"]], given, members))

    def words(name: str) -> Evidence:
        ref = next(claim.members[0] for claim in claims if claim.id == ids[name])
        return Evidence(ref.doc, *cues[ref.doc][ref.number - 1])

    evil = _evil() if any(doc.page.doc == hostile().page.doc for doc in docs) else Story()
    claims += evil.claims
    return Story(
        copies=(*(_copy(each, docs) for each in gold["copies"]), *evil.copies),
        claims=tuple({claim.id: claim for claim in claims}.values()),
        contradictions=evil.contradictions
        + tuple(
            Contradiction(ids[e["a"]], ids[e["b"]], e["on"], words(e["a"]), words(e["b"]), AGAINST)
            for e in gold["contradictions"]
            if e["a"] in ids and e["b"] in ids
        ),
        predictions=evil.predictions
        + tuple(
            Prediction(ids[e["claim"]], e["due"], e["outcome"], resolved_by=refs.get(_key(e["resolved_by"] or {})))
            for e in gold["predictions"]
            if e["claim"] in ids
        ),
        events=evil.events
        + tuple(
            Event(
                e["id"], e["type"], tuple(e["actors"]), e["place"], e["date"], e["status"],
                "ministers" if e["type"] == "meeting" else None, tuple(Evidence(doc, 60, 90) for doc in e["docs"]),
            )
            for e in gold["events"]
        ),
        positions=evil.positions
        + tuple(
            Position(
                e["actor"], e["kind"], e["about"], e["toward"],
                tuple(Ref(doc, 1) for doc in e["docs"]), tuple(e["docs"]), "experts",
            )
            for e in gold["positions"]
        ),
    )  # fmt: skip


def _evil() -> Story:
    """Findings that would do harm if they were markup, on the page that would."""
    doc, words = hostile().page.doc, "<img src=x onerror=alert(1)> & <b>كلام</b>"
    at, one, refs = Evidence(doc, 0, 30), f"{doc}.1", (Ref(doc, 1),)
    why = phrase("origin.teller", words)
    return Story(
        copies=(Copy(doc, "003", "partial", False, (Passage(Span(0, 20), Span(0, 20), 3),), (why,)),),
        claims=(
            Claim(
                one, words, refs, (Origin(_named(words), refs, (why,)),), (words, "x"),
                (Carrier(refs[0], _named(words)),), unseen=(why,), grades=(Grade(refs[0], "F", 6, (why,)),),
            ),
        ),
        contradictions=(Contradiction(one, "001.1", words, at, at, why),),
        predictions=(Prediction(one, "2025-09-29/2025-09-30", "partly", "2025-09-20", evidence=at, reason=why),),
        events=(Event("evil", words, (words, words), words, "2025-09-29", words, words, (at,)),),
        positions=(Position(words, "demand", words, words, (Ref(doc, 1),), (doc,), words),),
    )  # fmt: skip


def _named(name: str) -> Phrase:
    return phrase("teller.named", name)


def _claim(name: str, given: dict[str, Any], members: tuple[Ref, ...]) -> Claim:
    return Claim(
        name,
        given["gist"],
        members,
        tuple(Origin(_named(origin), members[:1], (phrase("origin.teller", origin),)) for origin in given["origins"]),
        tuple(given["outlets"]),
        (Carrier(members[-1], _named("الصفحة"), members[0].doc),) if len(members) > 2 else (),
        unseen=(phrase("unseen.nobody", members[0].doc),) if len(members) > 4 else (),
        grades=(Grade(members[0], "C", 3, (phrase("grade.anonymous"), phrase("grade.contradicted", "date"))),),
    )


def _copy(given: dict[str, Any], docs: list[Doc]) -> Copy:
    """With one passage for each long line that both pages have."""
    texts = {doc.page.doc: doc.source for doc in docs}
    here, there = texts[given["doc"]], texts[given["of"]]
    lines = [line for line in here.split("\n") if len(line) > 40 and line in there]
    passages = tuple(
        Passage(
            Span(here.index(line), here.index(line) + len(line)),
            Span(there.index(line), there.index(line) + len(line)),
            len(line.split()),
        )
        for line in lines
    )
    return Copy(
        given["doc"],
        given["of"],
        given["kind"],
        given["credited"],
        passages,
        (phrase("copying.later", given["doc"], given["of"], "2025-09-09", "2025-09-08"),),
        False,
    )


def _refs(docs: list[Doc]) -> dict[tuple[str, int | None], Ref]:
    """Our statements by those of the gold: those that have the same cue."""
    found = {}
    for doc in docs:
        path = DEMO / "gold" / f"{doc.page.doc}.json"
        if path.is_file():
            cues = {s["cue"]["start"]: s["id"] for s in json.loads(path.read_text(encoding="utf-8"))["statements"]}
            for number, mark in enumerate(doc.marks(Statement), 1):
                if mark.span.start in cues:
                    found[doc.page.doc, cues[mark.span.start]] = Ref(doc.page.doc, number)
    return found


def _key(given: dict[str, Any]) -> tuple[str, int | None]:
    return given.get("doc", ""), given.get("statement")
