"""A body's short name in brackets or quotation marks right behind its full one: `الشركة الوطنية للمراكب (مراكب)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musnad.stages.names import knowledge as known
from musnad.stages.names.entities import written
from musnad.stages.names.found import Found
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_SHORT = re.compile(rf" ?[{OPENING}(] ?(?P<name>[^\W\d_]{{2,8}}) ?[{CLOSING})]")
_LEAST = 3  # words of a full name
_SURE = 3  # more than what is guessed by quotation marks alone
_STATES_OWN = ("ministry", "seat", "bare_seat", "shortened")  # behind these stands who speaks for them


# `(كتيبة X)، المعروفة باسم «Y»`, `(فلان) الملقب بـ«الأصلع»`
_CALLED = re.compile(
    rf"[{CLOSING})]?،? ?(?:و?(?:ال)?(?:معروفه?|مكناه?|مكني|ملقبه?|مشهوره?)|وشهرته|وشهرتها|ويكني|ويلقب|ويعرف|وتعرف)"
    rf"(?: (?:اختصارا|اعلاميا|محليا|شعبيا))?(?: باسم| ب)? ?"
    rf"[{OPENING}](?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}})[{CLOSING}]"
)


def find(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    """Short names of the bodies among `names`, in reading order, with the entity of the full name."""
    yield from _called(page, names)
    taken = {name.start for name in names if name.type != "ORG" or name.entity is not None}
    for name in names:
        match = _SHORT.match(page.reading, name.end) if name.type == "ORG" else None
        if match is None or name.rule.endswith(_STATES_OWN):
            continue
        short = match["name"]
        fenced = not match.group().lstrip().startswith("(")
        quoted = re.search(rf"[{OPENING}]{short}[{CLOSING}]", page.reading[: match.start()])
        before = quoted is not None and short not in page.reading[name.start : name.end]
        if name.entity is not None and fenced and before:
            continue  # `إدارة الغذاء والدواء «بروسيتان»`: what the page has named before
        words = page.reading[name.start : name.end].count(" ") + 1
        other = short.startswith(("ال", "و", "لل")) or known.place(short) or known.nationality(short) is not None
        if words >= _LEAST and match.start("name") not in taken and not other and not known.binds(short):
            entity = name.entity or written(page, name)
            rule = known.RULES["alias"].name
            yield Found(*match.span("name"), "ORG", rule, entity, name.kind, weight=_SURE)


def _called(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    """What a person, a body or a place is called by, too: `نادر الحلبي الملقب بـ«الأصلع»`."""
    for name in names:
        match = _CALLED.match(page.reading, name.end) if name.type != "OUTLET" else None
        if match is not None:
            entity = name.entity or written(page, name)
            rule = known.RULES["alias"].name
            yield Found(*match.span("name"), name.type, rule, entity, name.kind, weight=_SURE)
