"""The names room: who and what a page names, and who publishes it.

Names come from lexicons (`known`), from the words that reveal them (`revealed`), and from other places
on the same page (`again`). The longest name wins, none is nested; `entities` gives each one name.
"""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Mention, Outlet
from musnad.stages.names import known
from musnad.stages.names.found import settle
from musnad.stages.names.knowledge import SCANNED
from musnad.stages.names.words import Page

__all__ = ["LEXICONS", "NAME", "READS", "WRITES", "find", "show"]

NAME = "names"
LEXICONS = SCANNED
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Mention, Outlet)


def find(doc: Doc) -> Iterable[Mark]:
    """Every mention of a name, and the page's outlet where its text tells it."""
    page = Page(doc.reading.string)
    for name in settle(known.find(doc, page)):
        yield Mention(
            span=doc.span(name.start, name.end),
            rule=name.rule,
            entity=name.entity or page.reading[name.start : name.end],
            type=name.type,
            acts_for=name.acts_for,
            kind=name.kind,
        )


def show(doc: Doc, mark: Mark) -> str:
    """`text = entity/TYPE`, with `>state` where it acts for one; an outlet as `@ name`."""
    if isinstance(mark, Outlet):
        return f"@ {mark.name}"
    assert isinstance(mark, Mention)
    return f"{doc.text(mark.span)} = {mark.entity}/{mark.type}" + (f">{mark.acts_for}" if mark.acts_for else "")
