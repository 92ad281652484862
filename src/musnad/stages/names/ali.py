"""Names that are spelt like what binds: `علي` and the preposition `على`, `باسم` and `باسم` (in the name of)."""

from __future__ import annotations

from musnad.stages.names import knowledge as known
from musnad.stages.names.everyday_parts import closed
from musnad.stages.names.parts import listed, nameable
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["after_ali", "behind_ali", "preposition", "speaks_for"]

_BINDS = known.cues("extents binds")


def preposition(page: Page, number: int) -> bool:
    """Whether word `number` is the preposition, as far as the page's spelling tells."""
    word = page.words[number]
    if word.form != "علي" or _misspelt(page, number):
        return False
    if " فى " not in page.doc.source:
        return page.written(word.start, word.end).endswith("ى")
    after = page.form(number + 1)  # an Egyptian page, where the final ya is written without its dots, always
    return page.gap(number + 1) == " " and not (listed(after) or after in _BINDS or known.says(after))


def _misspelt(page: Page, number: int) -> bool:
    """`العقيد على سالم العمري`: a given name whose last letter lacks its dots, between a rank and the name's rest."""
    if number == 0 or page.form(number - 1) not in _RANKS or page.gap(number) != " ":
        return False
    family = page.form(number + 2)
    whole = known.given(page.form(number + 1)) and known.family(family) and family.endswith("ي")
    return whole and page.gap(number + 1) == page.gap(number + 2) == " " and closed(page, number + 3)


_RANKS = frozenset("العقيد المقدم الرائد النقيب العميد اللواء الملازم الفريق المهندس الدكتور الشيخ".split())


def behind_ali(page: Page, number: int) -> bool:
    """`شلال علي شايع في`: a word of no list behind a father called `علي`, where the page writes `على` otherwise."""
    father = page.form(number - 1) == "علي" and not preposition(page, number - 1) and " على " in page.doc.source
    form = page.form(number)
    plain = nameable(form, person=False) and not (page.article(number) or known.title(form) or known.binds(form))
    return father and plain and closed(page, number + 1)


def speaks_for(page: Page, number: int) -> bool:
    """`المتحدث باسم خشان`, `ناطق رسمي باسم`: for whom somebody speaks; `النائب المستقل باسم خشان` is called so."""
    before = (page.form(number - k) for k in (1, 2))
    return page.form(number) == "باسم" and any(word.endswith(_SPOKES) for word in before)


_SPOKES = ("متحدث", "متحدثه", "ناطق", "ناطقه")


def after_ali(page: Page, number: int) -> bool:
    """Whether a word behind `علي`, which may be `على`, can only be a family name: `علي النهري`."""
    form = page.form(number)
    if known.everyday(form) or known.common(form) or ordinary(form):
        return False
    return listed(form) or (page.article(number) and form.endswith("ي") and known.nationality(form) is None)
