"""Names that their neighbours tell to be names: `سالم ولد الحسني`, and foreign ones between a people and an office."""

from __future__ import annotations

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import Page

__all__ = ["SONS", "anothers", "apposed_name", "of_state", "ould"]

SONS = ("بن", "ولد", "منت")


def ould(page: Page, number: int) -> bool:
    """`سالم ولد الحسني`, `مريم منت أحمد`: names of Mauritania, where no child is born (`مشروع ولد ليستمر`)."""
    form, father = page.form(number), page.form(number + 2)
    if page.form(number + 1) not in SONS[1:] or page.gap(number + 2) != " " or page.article(number):
        return False
    named = parts.listed(form) or (parts.nameable(form) and not ordinary(form))
    fathered = parts.listed(father) or father == "سيد" or (page.article(number + 2) and not known.common(father))
    return named and fathered and extents.person(page, number, titled=True) > number + 2


def apposed_name(page: Page, number: int) -> bool:
    """`الكرواتي دينو ماركيتش، مدرب X`: two words behind a people's adjective, with an office behind a comma."""
    after = number + 2
    if not of_state(page.form(number - 1)) or page.gap(number) != " " or "،" not in page.gap(after):
        return False
    first, family = page.form(number), page.form(number + 1)
    if page.gap(number + 1) != " " or not (known.title(page.form(after)) or page.form(after) in _OFFICES):
        return False
    plain = not (page.article(number) or page.article(number + 1) or known.binds(first)) and first[0] not in "وبل"
    return plain and len(family) > 3 and parts.nameable(family) and not ordinary(family) and not known.binds(first)


_OFFICES = known.cues("surnames apposed")


def of_state(form: str) -> bool:
    """`والتركي`, `الأرجنتيني`: whose office was named before, or is understood."""
    bare = form.removeprefix("و")
    return bare.startswith("ال") and known.nationality(bare) is not None


def anothers(page: Page, number: int) -> bool:
    """Whether the family name behind word `number` is somebody else's on the page: `رحيل السيماوي`."""
    form, second = page.form(number), page.form(number + 1)
    others = (n - 1 for n, word in enumerate(page.words) if word.form == second and page.form(n - 1) != form)
    return parts.nisba(second) and any(sure(page.form(n)) or _styled(page, n) for n in others)


def _styled(page: Page, number: int) -> bool:
    """`المبعوث هلال`, `المبعوث العماني هلال`: a given name behind an office or a people."""
    before = page.form(number - 1)
    office = known.title(before.removeprefix("ال")) or known.nationality(before) is not None
    return known.given(page.form(number)) and office
