"""First names that are everyday words, or in no list, beside a speaker: `قال رمضان العلي إن`, `بحسب بيان الراوي،`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import Page

__all__ = ["find"]

_SPEAKS = known.cues("people speaks")
_ACCORDING = known.cues("people according")
_SAID = known.cues("people said")
_THAT = known.cues("surnames that")


def find(page: Page, taken: Collection[int]) -> Iterator[Found]:
    """Names of two or three words between a verb of saying, or `بحسب`, and what closes a speaker's name.

    `taken`: where names begin that are no persons.
    """
    for number, (before, form, second) in enumerate(page.around):
        told = before.lstrip("وف") in _SPEAKS or known.says(before)
        if not (told or before.lstrip("و") in _ACCORDING) or page.gap(number) != " " or page.gap(number + 1) != " ":
            continue
        ali = form == "علي" and not extents.preposition(page, number) and " فى " not in page.doc.source
        other = page.words[number].start in taken and not known.nationality(form)
        other = other or (known.title(form) and page.article(number + 1))  # `رئيس النادي`, `أمير الراوي`
        if other or not (ali or _may(form) or _unknown(page, number)):
            continue
        after = number + 2
        if _family(second) and page.gap(after) == " " and _family(page.form(after)):
            after += 1  # `قال شعبان محمد العلي إن`
        said = page.article(after) or page.form(after) in _SAID  # `رفض ربيع العلي القرار`, `كشف علي العلي عن`
        closes = page.form(after) in _THAT or (said and (ali or parts.nisba(page.form(after - 1))))
        closes = closes if page.gap(after) == " " else page.gap(after)[:1] in "،:("
        if _family(page.form(after - 1)) and closes and (told or page.gap(after) != " "):
            yield Found(
                page.words[number].start,
                page.words[after - 1].end,
                "PER",
                known.RULES["speaker"].name,
                kind="person",
                weight=1,
            )


@lru_cache(1 << 15)
def _may(form: str) -> bool:
    if known.given(form):
        return known.everyday(form) or known.nationality(form) is not None  # `وحيد`, `تركي`
    return known.word_and_name(form) or sure(form, world=False)


def _unknown(page: Page, number: int) -> bool:
    """`ورأى منقذ الدوسري أن`: a word of no list before a known family's name."""
    form, second = page.form(number), page.form(number + 1)
    plain = parts.nameable(form) and not (ordinary(form) or page.article(number) or known.title(form))
    return plain and parts.nisba(second) and known.family(second)


def _family(form: str) -> bool:
    """Whether a word can only be the rest of a name: `العلي`, `محمد`, `بركات`; not `عيان`, `الأردن`, `العمال`."""
    if known.nationality(form) or known.place(form) or form in extents.BINDS or known.binds(form):
        return False
    if parts.nisba(form):
        return (known.family(form) or not ordinary(form)) and not known.describes(form[2:])
    named = known.family(form) and not (known.title(form) or known.describes(form) or known.says(form))
    return sure(form, world=False) or (named and (len(form) > _SHORT or not ordinary(form)))


_SHORT = 3  # letters of family names that are everyday words more often: `طب`, `علم`
