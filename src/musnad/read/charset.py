"""Bytes of HTML → its characters, whatever its declarations say.

A byte order mark decides; then UTF-8, which nothing else is by chance; then, of what a header or the page declares
and of the encodings in which Arabic pages are found, the one in which the page reads most like Arabic.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

__all__ = ["decode", "plausibility"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_USUAL = ("windows-1256", "iso-8859-6", "utf-8", "mac-arabic", "cp720")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_SAMPLE = 200_000  # characters that are looked at
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_COMMON = re.compile(
    r"(?<![ء-ي])(?:و?(?:في|من|على|إلى|الى|أن|ان|عن|التي|الذي|هذا|هذه|مع|بعد|كما)|[وب]?ال[ء-ي]{3,})(?![ء-ي])"
)
_STRANGE = re.compile("[\ufffd\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xffŒœŠšŽžŸƒ†‡‰ٹپچژڈگکھںےہ]")
_LETTER = re.compile("[ء-ي]")
# UTF-8 that was taken for one of these once, and then written as UTF-8.
_TAKEN_FOR = ("windows-1256", "windows-1252", "latin-1")
_TWICE = re.compile("(?:[طظ][^\\w\\s]|[ØÙ][^\\x00-\\x7f]|ط§|ظ„){2}")


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of an HTML page, without byte order mark. `declared`: the encoding that a header names."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return _once(data.decode("utf-8"))
    except UnicodeDecodeError:
        readings = [data.decode(name, "replace") for name in _candidates(data, declared)]
        return max(readings, key=plausibility)


def plausibility(text: str) -> tuple[int, int]:
    """How much text reads like Arabic: usual words less strange signs, then letters. Markup is left out."""
    plain = _MARKUP.sub(" ", text[:_SAMPLE])
    strange = len(_STRANGE.findall(plain))
    return len(_COMMON.findall(plain)) - strange, len(_LETTER.findall(plain)) - strange


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of markup is zero."""
    head = data[:_HEAD]
    zeros = [head[first::2].count(0) for first in (0, 1)]
    if max(zeros) < len(head) / 8:
        return None
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    found = _DECLARED.search(data[:_HEAD])
    seen = set()
    for name in (declared, found and found[1].decode("ascii", "replace"), *_USUAL):
        try:
            codec = codecs.lookup(name or "").name
        except LookupError:
            continue
        if codec not in seen and not codec.startswith("utf-16"):  # a wide page would have shown its zeros
            seen.add(codec)
            yield codec


def _once(text: str) -> str:
    """Text whose UTF-8 was encoded twice, put right; any other as it is."""
    if not _TWICE.search(text[:_SAMPLE]):
        return text
    for name in _TAKEN_FOR:
        try:
            plain = text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
        if plausibility(plain) > plausibility(text):
            return plain
    return text
