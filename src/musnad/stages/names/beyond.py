"""A word behind a name that goes on with the sentence: `وصل فان دونغ هانوي`, `حث منصور أنصار الحركة`."""

from __future__ import annotations

from musnad.stages.names import knowledge as known
from musnad.stages.names.everyday_parts import closed
from musnad.stages.names.parts import listed, nisba
from musnad.stages.names.words import Page

__all__ = ["of_another"]

BINDS = known.cues("extents binds")
_FOLLOWERS = frozenset({"انصار", "مقاتلي", "عناصر", "مؤيدي"})


def of_another(page: Page, number: int, so_far: int) -> bool:
    """`فان دونغ (وصل إلى) هانوي`, `أحمد سالم إسرائيل`: a place that goes on with the sentence is no part of a name."""
    form = page.form(number)
    state = known.STATES.get(form)
    if so_far > 1 and known.CAPITALS.get(form) is not None and page.form(number - 1) not in BINDS:
        return True  # `(زار) دونغ هاو باريس`
    if form in _FOLLOWERS and not closed(page, number + 1):
        return True  # `حث الملا منصور أنصار الحركة على`
    place = (state is not None and not state["when"]) or (so_far > 1 and known.town(form))
    return place and not (nisba(form) or listed(form) or closed(page, number + 1) or page.article(number))
