"""A small story whose pages, statements and findings were all put down by hand: one of every kind of finding."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from musnad.casefile import pages
from musnad.casefile.contents import Contents, contents
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.doc import Doc, Fact, Furniture, Link, Mention, Page, Sentence, Span, Statement
from musnad.links.findings import (
    Carrier,
    Claim,
    Contradiction,
    Copy,
    Credit,
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
from musnad.wording import Phrase, phrase

__all__ = ["PAGES", "STORY", "fill", "told"]

RUN = Run("2024-05-07T10:00:00+00:00", "0.0", {"times": "aa"})
PAGES = {
    "p1": Page(
        "p1",
        "افتتاح جسر طيبان يوم 20 أيار\n\n"
        "قال مصدر في بلدية طيبان لصحيفة «السنابل» إن الجسر سيفتح في 20 أيار.\n"
        "وأكد الوزير راغب حمدون أن «الكلفة <b>لم تتغير» & لن تتغير.\n",
        outlet="السنابل",
        published="2024-05-02",
        url="https://sanabil.example/bridge?id=1&x=2",
        facts=(Fact("author", "هناء سمعان", "meta"),),
    ),
    "p2": Page(
        "p2",
        "=جسر طيبان\n\nذكرت صحيفة «السنابل» عن مصدر في بلدية طيبان أن الجسر سيفتح في 20 أيار.\n",
        outlet="مرفأ نيوز",
        published="2024-05-03",
    ),
    "p.3": Page(
        "p.3",
        "نفت بلدية طيبان افتتاح الجسر في 20 أيار، وطالبت الشركة بإنجاز العمل أولا.\nوقالت إن الجسر سيفتح في حزيران.\n",
        outlet="قناة الضحى 24",
        published="2024-05",
        url="https://duha24.example/بلدية",
    ),
    "p4": Page("p4", "فتح جسر طيبان أمام الناس أمس.\n"),
}
_ENTITIES = {"«السنابل»": ("outlet", "Al-Sanabil"), "صحيفة «السنابل»": ("outlet", "Al-Sanabil")}
_BODIES = {"بلدية طيبان": ("official_body", "Tayban Municipality"), "الوزير راغب حمدون": ("person", "Ragheb Hamdoun")}
# page, cue, chain, content, mode, stance, status
_SAID = [
    ("p1", "قال", ["مصدر في بلدية طيبان"], ["الجسر سيفتح في 20 أيار"], "indirect", "says", "planned"),
    ("p1", "أكد", ["الوزير راغب حمدون"], ["«الكلفة <b>لم تتغير» & لن تتغير"], "direct", "confirms", "state"),
    (
        "p2",
        "ذكرت",
        ["صحيفة «السنابل»", "مصدر في بلدية طيبان"],
        ["الجسر سيفتح في 20 أيار"],
        "indirect",
        "says",
        "planned",
    ),
    ("p.3", "نفت", ["بلدية طيبان"], ["افتتاح الجسر في 20 أيار"], "indirect", "denies", "denied"),
    ("p.3", "طالبت", ["بلدية طيبان"], ["إنجاز العمل أولا"], "indirect", "demands", "demanded"),
    ("p.3", "قالت", [], ["الجسر سيفتح في حزيران"], "indirect", "says", "planned"),
]


def _at(doc: str, words: str) -> Span:
    start = PAGES[doc].source.index(words)
    return Span(start, start + len(words))


def _evidence(doc: str, words: str) -> Evidence:
    return Evidence(doc, *_at(doc, words))


def _link(doc: str, words: str) -> Link:
    kind, entity = (_ENTITIES | _BODIES).get(words, ("anonymous", None))
    return Link(span=_at(doc, words), kind=kind, entity=entity)


def _doc(name: str) -> Doc:
    page = PAGES[name]
    marks = [
        Statement(
            span=_at(name, cue), rule="attribution/verbs:قال", source=_at(name, chain[0]) if chain else None,
            chain=tuple(_link(name, words) for words in chain), content=tuple(_at(name, part) for part in content),
            mode=mode, stance=stance, status=status,
        )
        for doc, cue, chain, content, mode, stance, status in _SAID
        if doc == name
    ]  # fmt: skip
    first = page.source.index("\n")
    parts = [Sentence(span=Span(0, first), rule="segment/rules:title", kind="title")]
    title = [Furniture(span=Span(0, first), rule="furniture/rules:title", label="title")]
    cited = [
        Mention(span=_at(name, "السنابل"), rule="names/outlets:السنابل", entity="Al-Sanabil", type="OUTLET")
        for _ in range(page.source.count("السنابل"))
    ]
    return Doc(page).add({Statement, Sentence, Furniture, Mention}, [*marks, *parts, *title, *cited])


def _named(name: str) -> Phrase:
    return phrase("teller.named", name)


STORY = Story(
    copies=(
        Copy(
            "p2", "p1", "partial", True,
            (Passage(_at("p2", "الجسر سيفتح في 20 أيار"), _at("p1", "الجسر سيفتح في 20 أيار"), 5),),
            (phrase("copying.credits", "p2", "السنابل", "p1"),),
        ),
        Copy("p4", "p2", "rephrase", False, sure=False),
    ),
    claims=(
        Claim(
            "p1.1", "الجسر سيفتح في 20 ايار", (Ref("p1", 1), Ref("p2", 1)),
            (
                Origin(
                    phrase("teller.unnamed", "مصدر في بلدية طيبان", "السنابل"), (Ref("p1", 1), Ref("p2", 1)),
                    (phrase("origin.copied", "p2", "p1"),),
                ),
            ),
            ("السنابل", "مرفأ نيوز"),
            (
                Carrier(Ref("p1", 1), _named("مصدر في بلدية طيبان")),
                Carrier(Ref("p2", 1), _named("السنابل"), "p1"),
            ),
            unseen=(phrase("unseen.nobody", "p1"),),
            grades=(Grade(Ref("p1", 1), "C", 3, (phrase("grade.anonymous"),)), Grade(Ref("p2", 1), "F", 6, ())),
        ),
        Claim("p1.2", "الكلفه لم تتغير", (Ref("p1", 2),), (Origin(_named("راغب حمدون"), (Ref("p1", 2),)),),
            ("السنابل",),
        ),
        Claim(
            "p.3.1", "افتتاح الجسر في 20 ايار", (Ref("p.3", 1),), (Origin(_named("بلدية طيبان"), (Ref("p.3", 1),)),),
            ("قناة الضحى 24",), denial=True,
        ),
        Claim("p.3.2", "انجاز العمل اولا", (Ref("p.3", 2),), outlets=("قناة الضحى 24",)),
        Claim("p.3.3", "الجسر سيفتح في حزيران", (Ref("p.3", 3),), outlets=("قناة الضحى 24",)),
    ),
    contradictions=(
        Contradiction(
            "p1.1", "p.3.1", "occurrence", _evidence("p1", "سيفتح في 20 أيار"),
            _evidence("p.3", "نفت بلدية طيبان افتتاح الجسر"), phrase("against.words", "occurrence", "سيفتح", "نفت"),
        ),
        Contradiction("p1.1", "p.3.3", "date", _evidence("p1", "20 أيار."), _evidence("p.3", "حزيران")),
    ),
    predictions=(
        Prediction(
            "p1.1", "2024-05-20/2024-05-20", "partly", "2024-05-02", Ref("p.3", 1), _evidence("p4", "فتح جسر طيبان"),
            phrase("ended.other_day", "2024-05-21", "2024-05-20"),
        ),
        Prediction("p.3.3", "2024-06", "unresolved"),
    ),
    credits=(Credit("p.3", "وكالة الرأس", "line", _evidence("p.3", "الشركة")),),
    events=(
        Event("e1", "decision", ("Tayban Municipality",), "طيبان", "2024-05-20", "planned", None,
              (_evidence("p1", "سيفتح"), _evidence("p.3", "افتتاح"))),
        Event("e2", "meeting", ("Ragheb Hamdoun", "Tayban Municipality"), None, "2024-05/2024-06", "expected",
              "ministers", (_evidence("p1", "الوزير راغب حمدون"),)),
        Event("e3", "other", (), None, None, "occurred", None, (_evidence("p4", "فتح"),)),
    ),
    positions=(
        Position("Tayban Municipality", "demand", "إنجاز العمل أولا", "الشركة", (Ref("p.3", 2),), ("p.3",),
                 "ministers"),
        Position(None, "refusal", "افتتاح الجسر", None, (Ref("p.3", 1),), ("p.3",)),
    ),
)  # fmt: skip


def fill(db: sqlite3.Connection) -> None:
    """Put the pages into a casefile."""
    for name in PAGES:
        pages.keep(db, _doc(name), PAGES[name].source.encode(), RUN)


def told(path: Path, story: Story = STORY) -> Contents:
    """What a casefile at `path` with the pages and the story holds."""
    with use(path, create=True) as db:
        fill(db)
        return contents(db, story)
