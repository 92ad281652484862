"""Bytes of a text page → its text.

Offsets into a page count code points of its UTF-8 decoded as it is: newlines are kept as written and a
byte order mark stays where it stands, so that a slice of what `Path.read_text(encoding="utf-8",
newline="")` gives is the slice that a mark means.
"""

from __future__ import annotations

import re

__all__ = ["arabic", "decode"]

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]")


def decode(data: bytes) -> str:
    """The text of a text page. ValueError says why bytes are none and what to do."""
    if not data.strip():
        raise ValueError("is empty; nothing to read")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is UTF-16; save it as UTF-8, e.g. iconv -f UTF-16 -t UTF-8 FILE > NEW")
    if b"\0" in data:
        raise ValueError("is not text (it has NUL bytes); give the page as a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 (byte 0x{data[error.start]:02X} at {error.start})"
        raise ValueError(f"{what}; if it is windows-1256: iconv -f WINDOWS-1256 -t UTF-8 FILE > NEW") from None


def arabic(text: str) -> None:
    """ValueError where a page has no Arabic letter."""
    if not _ARABIC.search(text):
        raise ValueError("has no Arabic letter; Musnad reads Arabic pages")
