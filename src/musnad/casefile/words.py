"""Searching a casefile's words in any spelling, with whatever Arabic writes attached to them."""

from __future__ import annotations

import re
import sqlite3
import unicodedata

from musnad.rules import CLITICS
from musnad.text import fold

__all__ = ["exactly", "query", "searchable"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters that must be left of a word when its article is taken off


def searchable(text: str) -> str:
    """One spelling of Arabic and of Latin: folded, in small letters, without accents."""
    plain = unicodedata.normalize("NFKD", fold(text))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def query(db: sqlite3.Connection, column: str, text: str) -> str | None:
    """An FTS5 query for rows whose `column` has all words of `text`, in any order. None where no row can have them.

    A word is found in any spelling, with or without its article, with conjunctions, prepositions and
    pronouns attached. ValueError where `text` has no word.
    """
    wanted = _WORD.findall(searchable(text))
    if not wanted:
        raise ValueError(f"{text!r} has no word to search for")
    found = [_written(db, word) for word in wanted]
    if not all(found):
        return None
    alternatives = (" OR ".join(f'"{term}"' for term in terms) for terms in found)
    return f"{column} : ({' AND '.join(f'({terms})' for terms in alternatives)})"


def exactly(column: str, text: str) -> str | None:
    """An FTS5 query for rows whose `column` has the words of `text` as they are; None where it has no word."""
    wanted = _WORD.findall(searchable(text))
    terms = " AND ".join(f'"{word}"' for word in wanted)
    return f"{column} : ({terms})" if wanted else None


def _written(db: sqlite3.Connection, word: str) -> list[str]:
    """The words of the index that are this word, alone or with something attached."""
    bare = word.removeprefix("ال")
    bare = bare if len(bare) >= _SHORTEST else word
    before, after = CLITICS["noun"]
    forms = {f"{one}{bare}{other}" for one in before for other in after}
    asked = f"SELECT term FROM statement_vocabulary WHERE term IN ({', '.join('?' * len(forms))})"
    return sorted(term for (term,) in db.execute(asked, tuple(forms)))
