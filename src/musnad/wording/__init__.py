"""What Musnad tells readers, in Arabic and in English: words by key, phrases with blanks, dates and numbers.

The `.toml` files of this folder have every key once, with both languages. A blank is `{name}`; in phrases, which
findings are told with, it is `{0}`, `{1}` …, and what follows a colon says how it is filled: `{0:date}`, `{0:number}`,
`{0:page}` and `{0:claim}` (which may be links), else one of a closed set of values (`{0:on}` is the word for `on.…`).
"""

from __future__ import annotations

from musnad.wording.phrase import Phrase, phrase
from musnad.wording.tongue import LANGUAGES, Piece, Tongue, words

__all__ = ["LANGUAGES", "Phrase", "Piece", "Tongue", "phrase", "words"]
