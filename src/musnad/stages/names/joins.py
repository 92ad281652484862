"""Bodies that go on over another name: `لجنة الأسواق بالمجلس البلدي`, `مكتب رئيس X`, an embassy in a city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page

__all__ = ["find"]

_FAR = 60  # code points that the words before a body's name may take
_PART = re.compile(
    r"(?<![^\W_])[وف]?[بلك]?(?P<name>(?:(?:لجنه|شعبه|دائره|اداره) ال(?P<field>[^\W\d_]+)(?: و?ال[^\W\d_]+){0,2}"
    r"|ا?لمكتب (?:السياسي|التنفيذي)) [بل])$"
)
_OFFICE = re.compile(r"(?<![^\W_])[وف]?[بلك]?(?P<name>مكتب رئيسه? )$")
_SEAT = re.compile(r" (?:(?:في|فى) |ب)$")
_TO_STATE = re.compile(r" لدي (?:جمهوريه |دوله |مملكه )?$")
_GOVERNMENT = re.compile(r"(?:Government|Council of Ministers) of (?P<state>.+)")


def find(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    """Longer bodies made of one of `names` (in reading order) and the words before it, or of two of them."""
    for name, after in zip(names, (*names[1:], None), strict=False):
        if name.type != "ORG":
            continue
        if after is not None and after.type == "GPE" and _embassy(page, name, after):
            entity = f"{name.entity}, {after.entity}" if name.entity and after.entity else None
            yield _whole(name.start, after.end, entity, name.kind)
        before = page.reading[max(0, name.start - _FAR) : name.start]
        part = _PART.search(before)
        if part and not _loose(part) and not _chaired(page, name, part):
            yield _whole(name.start - len(before) + part.start("name"), name.end, None, name.kind)
        office = _OFFICE.search(before) if name.kind in ("official_body", "state") else None
        if office:
            state = _GOVERNMENT.fullmatch(name.entity or "")
            entity = f"Prime Minister's Office ({state['state']})" if state else None
            yield _whole(name.start - len(before) + office.start("name"), name.end, entity, name.kind)


def _embassy(page: Page, name: Found, place: Found) -> bool:
    """`السفارة الدنماركية في بغداد`: a city behind an embassy; `السفارة الدنماركية لدى العراق`: a state."""
    stands = page.reading[name.start : name.end].removeprefix("ال").startswith(("سفاره ", "قنصليه "))
    if stands and _TO_STATE.fullmatch(page.reading, name.end, place.start) is not None:
        return True
    return stands and _SEAT.fullmatch(page.reading, name.end, place.start) is not None and _city(place)


def _city(place: Found) -> bool:
    return not place.rule.startswith("names/states")


def _chaired(page: Page, name: Found, part: re.Match[str]) -> bool:
    """`رئيس المكتب السياسي لحركة X`: an office in the body."""
    first = page.holding(name.start - len(part["name"]))
    return part["field"] is None and known.title(page.form(first - 1).lstrip("ولب"))


def _loose(part: re.Match[str]) -> bool:
    """`إدارة الشركة لمصنع X`: what leads a body and is none; `إدارة الإعلام والمتحدث باسمها`: an office goes on."""
    if any(known.title(word.removeprefix("و").removeprefix("ال")) for word in part["name"].split(" ")[2:-1]):
        return True
    field = part["field"]
    return field is not None and (f"ال{field}" in _WEAK or field in known.HEADS.by_form or known.title(field))


_WEAK = known.cues("headed weak")


def _whole(start: int, end: int, entity: str | None, kind: str | None) -> Found:
    return Found(start, end, "ORG", known.RULES["joins"].name, entity, kind=kind or "organization", weight=1)
