"""What small words make of a content: a `not`, a condition, a `but` before it, the one place, a number not exceeded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from musnad.links.account import Account, Saying
from musnad.links.claims.marks import stretch
from musnad.links.claims.words import future, number, particles

__all__ = ["ahead", "at_least", "at_most", "negative", "only_place", "set_against", "told"]

_PRESENT = tuple("يتنا")  # letters with which a verb of the present begins
_SUBJECT = 8  # words of a content within which it says of a place that it is the one
_ONLY = 5  # words behind a `not` among which an `only` turns it back
_FIRST = 4  # words of a content among which a `not` is the whole content's


def set_against(page: Account, said: Saying, here: Sequence[range]) -> bool:
    """Whether the sentence, before what is said, sets it against something: `but the police said that …`."""
    part = next((part for part in page.parts if part.start <= said.start < part.end), None)
    if part is None:
        return False
    begins = stretch(page, part.start, part.end).start
    ends = min((span.start for span in here if span), default=begins)
    before = page.words[begins : max(ends, stretch(page, said.start, said.end).stop)]
    return any(word in particles("contrast") or word.removeprefix("و") in particles("contrast") for word in before)


def only_place(page: Account, here: Sequence[range]) -> bool:
    """`X is the only place`, `it is the door that we know`, `in X, and there is no other`."""
    words = [page.words[at] for span in here[:1] for at in span[:_SUBJECT]]
    return any(
        (word in particles("he") and bool(set(words[at + 1 : at + 3]) & particles("the_place")))
        or (word in particles("no_other") and words[at - 1] in particles("not_of_nouns"))
        for at, word in enumerate(words)
    )


def negative(page: Account, here: Sequence[range]) -> bool:
    """A `not` among a content's first words, which turns the whole of it round; not `no less than`, `no doubt`, and
    not what is set against a word before it (`a stone, no water`), nor `offered no more than seven`
    or `is not to be in Rome but in Oslo`."""
    words = [page.words[at] for span in here[:1] for at in span[: _FIRST + 1]]
    behind = [page.words[at] for span in here[:1] for at in span[: _FIRST + _ONLY]]
    if any(word in particles("but_rather") for word in behind):
        return False
    return any(
        a in particles("not" if place == 0 else "not_sentence")
        and b not in particles("no_negation")
        and (place == 0 or a not in particles("not_of_nouns") or b[:1] in _PRESENT)
        and not (b[:1] in _PRESENT and particles("only") & set(behind[place + 2 : place + 1 + _ONLY]))
        for place, (a, b) in enumerate(pairwise([*words, ""][: _FIRST + 1]))
    )


def told(page: Account, here: Sequence[range]) -> list[range]:
    """The content without its condition (`if …`), where something stands before that."""
    told = []
    for span in here:
        cut = next((at for at in span[2:] if _conditional(page.words, at)), span.stop)
        told.append(range(span.start, cut))
    return told


def _conditional(words: Sequence[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "مقابل":  # for something, not for a price
        return not (after[:1].isdigit() or number(after))
    return words[at] in particles("condition") or (words[at] == "حال" and words[at - 1] == "في")


def ahead(page: Account, here: Sequence[range]) -> bool:
    """`will`, among a content's first words that are no names."""
    verbs = {at for span in here[:1] for at in span[:_SUBJECT] if future(page.words[at])}
    return bool(verbs) and not verbs <= {at for name in page.names for at in stretch(page, name.start, name.end)}


def at_most(page: Account, here: Sequence[range]) -> bool:
    """`did not exceed 25`, `no more than 25`."""
    return any(
        a in particles("not_sentence") and b in particles("exceeds")
        for span in here
        for a, b in pairwise(page.words[span.start : span.stop])
    )


def at_least(page: Account, here: Sequence[range]) -> bool:
    """`150 at least`, `no fewer than 150`."""
    return any(page.words[at] in particles("least") for span in here for at in span)
