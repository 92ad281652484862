"""The room's lexicons: triggers, which the one scan of a page finds, and neighbours, which are looked up
only beside a trigger."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.rules import Lexicon, lexicon

__all__ = ["NEIGHBOURS", "SLOTS", "TRIGGERS", "neighbour"]

TRIGGERS: tuple[Lexicon, ...] = tuple(
    lexicon(f"times/{name}", clitics="name")
    for name in ("months", "weekdays", "units", "days", "references", "dayparts", "seasons", "holidays", "decades")
)
NEIGHBOURS: tuple[Lexicon, ...] = tuple(
    lexicon(f"times/{name}") for name in ("numbers", "qualifiers", "edges", "links")
)
# Slots that no lexicon gives: digits by what they can count, marks between words, and any other word.
DIGITS = ("n12", "n24", "n31", "n60", "number", "year", "old_year", "hijri_year", "numeric", "clock")
MARKS = {",": "comma", "،": "comma", "/": "slash", "|": "slash", "-": "dash", "(": "open", ")": "close"}
SLOTS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [row["slot"] for lex in (*TRIGGERS, *NEIGHBOURS) for row in lex.rows]
        + [*DIGITS, *MARKS.values(), "year_words", "quote", "stop", "word"]
    )
)
_ROWS = {form: rows[0] for lex in reversed(NEIGHBOURS) for form, rows in lex.by_form.items()}


def neighbour(word: str) -> tuple[int, Mapping[str, str]] | None:
    """The row of a folded word and how many letters of proclitics stand before it; None where unknown."""
    for skip in range(3 if word[:1] in "وفبلك" else 1):
        if (skip < 2 or word[0] in "وف") and (row := _ROWS.get(word[skip:])) and len(word) > skip:
            return skip, row
        if word[skip : skip + 1] not in "وفبلك" or not word[skip:]:
            break
    return None
