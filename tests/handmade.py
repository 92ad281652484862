"""A page whose marks were put on by hand, for tests of what is done with marks whatever rooms find."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import (
    Doc,
    Event,
    Furniture,
    Link,
    Mention,
    Outlet,
    Page,
    Published,
    Quotation,
    Repair,
    Sentence,
    Span,
    Statement,
    TimeExpression,
)

__all__ = ["PAGE", "SOURCE", "WITHOUT_DATE", "handmade", "span"]

SOURCE = (
    "\ufeffافتتاح المحطة قريب\r\n\r\n"
    "نقلت صحيفة الضفاف عن مصدر في الوزارة تأكيده أن السـ.ـد سيُفتح أمام الزوار يوم السبت.\r\n"
    "وأضاف أن «الكلفة\r\nلم تتغير» و أن العمل انتهى.\r\n"
    "ونفت أنقرة ذلك.\r\n"
)
PAGE = Page("012", SOURCE, outlet="جريدة المثال", published="2024-03-05", url="https://example.org/12")
WITHOUT_DATE = replace(PAGE, outlet=None, published=None, url=None)


def span(words: str) -> Span:
    """Where words stand on the page (the first time)."""
    start = SOURCE.index(words)
    return Span(start, start + len(words))


def handmade(page: Page = PAGE) -> Doc:
    """Three statements (one carried over from the one before, one denied), and a mark of every other kind."""
    chain = (
        Link(span=span("صحيفة الضفاف"), kind="outlet", entity="Al-Difaf"),
        Link(span=span("مصدر في الوزارة"), kind="anonymous"),
    )
    first = Statement(
        span=span("نقلت"), rule="attribution/verbs:نقل", source=span("صحيفة الضفاف"), chain=chain,
        content=(span("السـ.ـد سيُفتح أمام الزوار يوم السبت"),), mode="indirect", stance="confirms", status="planned",
    )  # fmt: skip
    second = replace(
        first, span=span("أضاف"), source=None, content=(span("«الكلفة\r\nلم تتغير»"), span("العمل انتهى")),
        mode="mixed", stance="says", status="occurred", negated=True, carried=first.span,
    )  # fmt: skip
    third = replace(
        first, span=span("نفت"), source=span("أنقرة"), chain=(Link(span=span("أنقرة"), kind="state", entity="Turkey"),),
        content=(span("ذلك"),), stance="denies", status="denied",
    )  # fmt: skip
    others = (
        Furniture(span=span("افتتاح المحطة قريب"), rule="furniture/rules:title", label="title"),
        Sentence(span=span("ونفت أنقرة ذلك."), rule="segment/rules:stop", paragraph=3),
        Quotation(span=span("«الكلفة\r\nلم تتغير»"), rule="segment/rules:quote", inner=span("الكلفة\r\nلم تتغير")),
        Repair(span=span("السـ.ـد"), rule="repair/rules:dot", clean="السد"),
        TimeExpression(span=span("يوم السبت"), rule="times/weekdays:السبت", type="DATE", value="2024-03-09"),
        Published(span=span("يوم السبت"), rule="times/weekdays:السبت", value="2024-03"),
        Outlet(span=span("الضفاف"), rule="names/outlets:الضفاف", name="Al-Difaf"),
        Mention(span=span("الضفاف"), rule="names/outlets:الضفاف", entity="Al-Difaf", type="OUTLET"),
        Mention(span=span("أنقرة"), rule="names/places:أنقرة", entity="Ankara", type="GPE", acts_for="Turkey"),
        Event(span=span("سيُفتح"), rule="events/verbs:فتح", type="opening"),
    )
    marks = (third, second, first, *others)
    return Doc(page).add({type(mark) for mark in marks}, marks)
