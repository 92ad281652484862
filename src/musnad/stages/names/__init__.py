"""The names room: who and what a page names, and who publishes it.

Names come from lexicons (`known`), from the words that reveal them (`revealed`), and from other places
on the same page (`again`). The longest name wins, none is nested; `entities` gives each one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from musnad.doc import Doc, Mark, Mention, Outlet
from musnad.stages.names import (
    again,
    aired,
    aliases,
    bodies,
    bylines,
    clubs,
    companies,
    credited,
    dated,
    embassies,
    general,
    headed,
    honoured,
    joins,
    known,
    lists,
    own_outlet,
    people,
    regions,
    tellers,
    towns,
)
from musnad.stages.names import publisher as publishers
from musnad.stages.names.entities import name_all
from musnad.stages.names.found import Found, settle
from musnad.stages.names.knowledge import SCANNED
from musnad.stages.names.two_known import without_two
from musnad.stages.names.words import Page

__all__ = ["LEXICONS", "NAME", "READS", "WRITES", "find", "show"]

NAME = "names"
LEXICONS = SCANNED
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Mention, Outlet)


def find(doc: Doc) -> Iterable[Mark]:
    """Every mention of a name, and the page's outlet where its text tells it."""
    page = Page(doc)
    own = next(publishers.find(page), None)
    names = settle([*_all(page), *own_outlet.find(page, own)])
    names = settle([*names, *aliases.find(page, names)])
    names = settle([*names, *lists.find(page, names)])
    names = settle([*names, *joins.find(page, names)])
    names = settle([*names, *again.find(page, names)])
    entities = name_all(page, names)
    publisher = own or publishers.told_often(page, names)
    for name, entity in zip(names, entities, strict=True):
        span = doc.span(name.start, name.end)
        yield Mention(span=span, rule=name.rule, entity=entity, type=name.type, acts_for=name.acts_for, kind=name.kind)
        if publisher is not None and (name.start, name.end) == (publisher.start, publisher.end):
            yield Outlet(span=span, rule=publisher.rule, name=entity)


def _all(page: Page) -> list[Found]:
    """Names from every source, nested ones too; each source sees what those before it found."""
    names = list(known.find(page.doc, page))
    names += publishers.find(page)
    names += regions.find(page, names)
    names += bodies.find(page, {name.start: name for name in names if name.type == "GPE"})
    names += headed.find(page.doc, page, _places(names), ("GPE", "LOC"))
    names += towns.find(page, _places(names))
    names += again.find(page, list(_places(names).values()))
    names += headed.find(page.doc, page, _places(names), ("ORG", "OUTLET"))
    names += honoured.find(page, _places(names))
    names += general.find(page, _places(names))
    names += clubs.find(page)
    names += companies.find(page)
    names += embassies.find(page, _places(names))
    names += dated.find(page)
    names += tellers.clans(page)
    names += tellers.told(page)
    names += tellers.papers(page)
    names += aired.find(page)
    names += credited.find(page)
    names += again.find(page, list(_places(names).values()))
    names += people.find(page.doc, page, _places(names))
    names += bylines.find(page)
    names = [*without_two(names)]
    return [name for name in names if name.rule in _FENCED or not _TANWIN.search(page.written(name.start, name.end))]


def _places(names: list[Found]) -> dict[int, Found]:
    return {name.start: name for name in settle(names) if name.type != "PER"}


_FENCED = ("names/rules:quoted",)  # what quotation marks fence may bear any sign
_TANWIN = re.compile("[\u064b-\u064d]")


def show(doc: Doc, mark: Mark) -> str:
    """`text = entity/TYPE`, with `>state` where it acts for one; an outlet as `@ name`."""
    if isinstance(mark, Outlet):
        return f"@ {mark.name}"
    assert isinstance(mark, Mention)
    return f"{doc.text(mark.span)} = {mark.entity}/{mark.type}" + (f">{mark.acts_for}" if mark.acts_for else "")
