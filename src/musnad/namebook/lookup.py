"""Looking a word up in the built-in names and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from musnad.namebook.base import Known
from musnad.namebook.spelling import key
from musnad.text import fold

__all__ = ["Match", "lookup"]

_NEAR = 0.75  # share of letters that two words must have in common
_MOST = 10  # near words


class Match(NamedTuple):
    """A row that a word finds. `how`: exact, spelling (the same word in another spelling), part (the word is one of
    a longer form's), near (a word much like it). `form` is the one of the row's forms that was found."""

    how: str
    form: str
    row: Known


def lookup(word: str, rows: Iterable[Known]) -> list[Match]:
    """What `word` finds among `rows`, the closest first; near ones only where there is nothing else.

    A word is looked for among forms in any spelling, and among canonical names.
    """
    forms = [(form, row) for row in rows for form in (*row.forms.split("|"), row.entity) if form]
    found = [Match(how, form, row) for form, row in forms if (how := _how(word, form))]
    if not found:
        found = [Match("near", form, row) for near in _near(word, forms) for form, row in forms if fold(form) == near]
    order = ("exact", "spelling", "part", "near")
    return list(_once(sorted(found, key=lambda match: order.index(match.how))))


def _how(word: str, form: str) -> str | None:
    wanted, have = fold(word).strip(), fold(form)
    if wanted == have:
        return "exact"
    if not wanted:
        return None
    wanted, have = key(wanted), key(have)
    if wanted == have:
        return "spelling"
    return "part" if f" {wanted} " in f" {have} " else None


def _near(word: str, forms: Iterable[tuple[str, Known]]) -> list[str]:
    return get_close_matches(fold(word), sorted({fold(form) for form, _ in forms}), n=_MOST, cutoff=_NEAR)


def _once(found: Iterable[Match]) -> Iterator[Match]:
    """Each row once, by the form that is closest."""
    seen: set[Known] = set()
    for match in found:
        if match.row not in seen:
            seen.add(match.row)
            yield match
