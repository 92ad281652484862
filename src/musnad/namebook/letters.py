"""What dictionary spelling is written with, and forms from elsewhere brought to it."""

from __future__ import annotations

import re
import unicodedata

from musnad.text import RIDERS, UNSEEN

__all__ = ["arabic", "dictionary", "strangers"]

# The letters of Arabic and its vowel signs. No tatweel, no Farsi yeh or kaf, no presentation form, no
# Arabic-Indic digit, nothing unseen.
ARABIC = {chr(code) for code in (*range(0x0621, 0x063B), *range(0x0641, 0x064B), *range(0x064B, 0x0653))}
ASCII = {chr(code) for code in range(0x20, 0x7F)}
PUNCTUATION = set("،؛؟«»“”‘’–—…•·→←×°%©®™№§¶|")
# One letter on its own is written with a tatweel in dictionaries too: a clitic (`لـ`), the year's era (`1446 هـ`).
LONE_LETTER = re.compile(r"(?<![ء-ي])[بكله]ـ(?![ء-ي])")

_FARSI = str.maketrans("یکھہۀ", "يكههه")
_NOISE = re.compile(f"[{RIDERS}{UNSEEN}]")
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]\s*$")


def strangers(text: str) -> str:
    """The characters of `text` that no dictionary spelling, Latin name or listed sign is written with."""
    unknown = set(LONE_LETTER.sub("", text)) - ARABIC - ASCII - PUNCTUATION
    return "".join(sorted(c for c in unknown if not unicodedata.name(c, "").startswith("LATIN ")))


def arabic(text: str) -> bool:
    """Whether `text` has a letter of the Arabic script."""
    return any(unicodedata.name(char, "").startswith("ARABIC LETTER ") for char in text)


def dictionary(name: str) -> str:
    """A name as data from elsewhere writes it, without vowel signs, tatweel, unseen characters, Farsi letters, and
    without the brackets that tell it from its namesakes."""
    plain = unicodedata.normalize("NFKC", name).translate(_FARSI)
    return " ".join(_NOISE.sub("", _BRACKETS.sub("", plain)).replace("|", " ").split())
