"""One key for the spellings that newsrooms vary."""

from __future__ import annotations

import re

from musnad.text import fold

__all__ = ["key"]

_LETTERS = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": None, "غ": "ج", "ق": "ج", "ط": "ت"})
_DOUBLED = re.compile(r"([وي])\1")
_OGLU = re.compile(r"(?:او|ا|و)جل[وي]ا?(?!\w)")
_END = re.compile(r"ه(?!\w)")
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")


def key(words: str) -> str:
    """Equal for forms that differ by hamza, ta marbuta or a final alif, ج غ ق, ت ط, doubled و ي, the ways of writing
    `أوغلو`, and articles."""
    plain = _ARTICLE.sub("", fold(words).lower()).translate(_LETTERS)
    return _END.sub("ا", _OGLU.sub("اوجلو", _DOUBLED.sub(r"\1", plain)))
