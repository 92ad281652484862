"""Bodies and places that bear a ruler's name: `مؤسسة الملك فلان الخيرية`, `مدينة الأمير فلان الرياضية`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from musnad.stages.names import constructs, extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.constructs import HONOURED
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page

__all__ = ["find", "named_after"]

_HEADS = known.cues("honoured heads")
_GROUNDS = known.cues("honoured grounds")  # adjectives of what is a place and no body
_NAMED_AFTER = known.cues("people named after")
_CLITICS = ("و", "ب", "ل", "ف", "وب", "ول")


def find(page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Such bodies in reading order. `places` are the names found so far, by their start."""
    if not page.forms & HONOURED:
        return
    for number, word in enumerate(page.words):
        if word.form not in HONOURED or page.gap(number) != " " or page.gap(number + 1) != " ":
            continue
        head = next((h for h in _bare(page.form(number - 1)) if h in _HEADS), None)
        after = extents.person(page, number + 1) if head else number + 1
        if head is None or after == number + 1:
            continue
        whole = constructs.further(page, constructs.adjectives(page, after, stately=False), places, "")
        if whole == after and head == "مدينه":
            continue
        start = page.words[number - 1].end - len(head)
        ground = page.form(whole - 1) in _GROUNDS and head == "مدينه"
        rule = known.RULES["honoured"].name
        kind = None if ground else "organization"
        yield Found(start, page.words[whole - 1].end, "LOC" if ground else "ORG", rule, kind=kind, weight=1)


def _bare(form: str) -> Iterator[str]:
    """A word, and what is left without a clitic before it."""
    yield form
    yield from (form[len(clitic) :] for clitic in _CLITICS if form.startswith(clitic))


def named_after(form: str) -> bool:
    """Whether a word stands before the name of somebody whom a place, prize or body is called by: `بجامعة الملك X`."""
    return any(bare in _NAMED_AFTER for bare in _bare(form))
