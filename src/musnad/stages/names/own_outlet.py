"""The page's own outlet further down: in quotation marks, in short, or bare where only an outlet stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_SURE = 6  # more than what a table knows by the same word
_STAFF = r"(?:مراسل[هو]?|موفده?|كاميرا|عدسه|فريق|مندوب[هو]?)"
_BEFORE = r"(?:اطلعت?|حصلت?|تلقته?|وصلت?|رصدته?|علمت|لدي|تواصلت) (?:علي |عليها? |به |بها )?|(?:عليه|عليها|منه|منها) "
_TELLS = r"(?<![^\W_])و?(?:ابلغ|اخبر)ت?(?: [^\W\d_]+){1,6}?"
_NEWS = (" للانباء", " الاخباريه", " الاخباري", " الالكترونيه", " الفضائيه")
_KINDS = frozenset("يوميه بوابه صحيفه جريده موقع قناه وكاله شبكه مجله اذاعه منصه اسبوعيه".split())


def find(page: Page, own: Found | None) -> Iterator[Found]:
    """Further mentions of `own`, under its entity."""
    if own is None or own.entity is not None:
        return
    full = page.reading[own.start : own.end]
    whole = replace(own, rule=known.RULES["own_again"].name, weight=_SURE)
    for form in dict.fromkeys((full, *_short(full))):
        name = re.escape(form)
        fenced = rf"[{OPENING}(/](?P<a>{name})[{CLOSING})/]"
        bare = rf"(?<![^\W_])[وف]?(?:{_BEFORE})(?P<b>{name})(?![^\W_])"
        told = rf"{_TELLS} (?P<c>{name}) (?:ان|انه|انها|ب[^\W\d_]+)(?![^\W_])"
        staff = rf"(?<![^\W_])[ولب]{{0,2}}{_STAFF} (?P<d>{name})(?![^\W_])"
        for match in re.finditer(f"{fenced}|{bare}|{told}|{staff}", page.reading):
            part = match.lastgroup or "a"
            start, end = match.span(part)
            if start >= own.end and (part in "ad" or not known.common(form)):
                yield replace(whole, start=start, end=end)


def _short(full: str) -> Iterator[str]:
    """What a masthead of several words is called by in short: `مرافئ` of `مرافئ للأنباء`, `نسيم` of `نسيم الوادي`."""
    for tail in _NEWS:
        if full.endswith(tail):
            yield full.removesuffix(tail)
    first, *rest = full.split(" ")
    if first in _KINDS and rest:  # `يومية الضحى`, `بوابة الضحى الاقتصادية`
        described = len(rest) > 1 and rest[-1].startswith("ال") and rest[-1].endswith(("يه", "ي"))
        yield " ".join(rest[:-1] if described else rest)
        return
    plain = not (known.common(first) or known.place(first) or first in known.HEADS.by_form or known.binds(first))
    if len(rest) == 1 and plain and len(first) > 3:
        yield first
