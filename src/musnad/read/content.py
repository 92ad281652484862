"""The bytes of one page and their media type → its text, and what it says of itself.

The same bytes, media type and facts give the same text, so that a page can be made again from what a casefile keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from musnad.doc import Anchor, Fact, Page
from musnad.read.credits import credits_in
from musnad.read.facts import from_url, headline
from musnad.read.item import HTML, MHTML, PART
from musnad.read.text import arabic, decode

__all__ = ["Content", "again", "content", "page"]

_LAST = ("--published", "feed that named it")
# Where facts stand that are not in a page's own bytes.
_BESIDE = ("manifest", "column ", "feed", "WARC", "fetch", *_LAST)
_DAY = 10  # characters of a date that is known to the day
_DATED_LINE = re.compile(r"(?:19|20|[\u0661\u0662][\u0660-\u0669])[\d\u0660-\u0669]{2}|\d[/.-]\d")
_HEAD = 6  # lines at the head of a page among which its date line stands


class Content(NamedTuple):
    """A page's text, what it tells of itself, and the links in it."""

    source: str
    facts: tuple[Fact, ...] = ()
    anchors: tuple[Anchor, ...] = ()


def content(data: bytes, kind: str, known: Iterable[Fact] = ()) -> Content:
    """Read the bytes of one page. `known`: what is known of it from beside them.

    ValueError says why it is no page of Arabic text and what to do.
    """
    title, url = (next((fact.value for fact in known if fact.name == name), None) for name in ("title", "url"))
    media, _, charset = kind.partition("; charset=")
    if not data.strip() and not (media == PART and title):
        raise ValueError("is empty; nothing to read")
    if media == HTML:
        from musnad.read.html import article

        made = Content(*article(data, charset or None, url))
    elif media == PART:
        from musnad.read.html import part

        source, anchors = part(data, title, url)
        made = Content(source, (), anchors)
    elif media == MHTML:
        from musnad.read.mhtml import root

        inner, declared, address = root(data)
        made = content(inner, f"{HTML}; charset={declared}" if declared else HTML, [*known, *address])
        made = made._replace(facts=(*address, *made.facts))
    else:
        made = Content(_under(title, decode(data)))
    arabic(made.source)
    return made


def page(doc: str, made: Content, known: Iterable[Fact], last: Iterable[Fact] = ()) -> Page:
    """A page of what is known from beside it, what it tells of itself and, where neither does, of `last`."""
    facts = [*known, *made.facts]
    url = next((fact.value for fact in facts if fact.name == "url"), None)
    if not any(fact.name == "published" for fact in facts):
        facts += from_url(url)
    facts += [*last, *credits_in(made.source)]
    first: dict[str, str] = {}
    for fact in facts:
        first.setdefault(fact.name, fact.value)
    return Page(doc, made.source, first.get("outlet"), _day(facts, made.source), url, tuple(facts), made.anchors)


def again(old: Page, data: bytes, kind: str) -> Page:
    """A page made again from its bytes by what this version finds in them, with what was known from beside them.

    Where this version makes no page of them, the page stays as it was.
    """
    beside = [fact for fact in old.facts if fact.where.startswith(_BESIDE)]
    try:
        made = content(data, kind, beside)
    except ValueError:
        return old
    last = [fact for fact in beside if fact.where in _LAST]
    fresh = page(old.doc, made, [fact for fact in beside if fact not in last], last)
    known = {name: getattr(old, name) for name in ("outlet", "published", "url") if not getattr(fresh, name)}
    return replace(fresh, **known)


def _day(facts: list[Fact], source: str) -> str | None:
    """The publication date. A mere month out of an address gives way to a date line, which the times room reads."""
    days = [fact for fact in facts if fact.name == "published"]
    if days and days[0].where == "URL" and len(days[0].value) < _DAY:
        lines = source.split("\n")[1:_HEAD]
        if any(_DATED_LINE.search(line) and len(line.split()) <= _DAY for line in lines):
            days = [fact for fact in days if fact.where != "URL"]
    return days[0].value if days else None


def _under(title: str | None, text: str) -> str:
    """A text under its headline, unless it begins with it."""
    first = text.lstrip("\ufeff \r\n").split("\n", 1)[0]
    return f"{title}\n{text}" if title and not headline(first, title) else text
