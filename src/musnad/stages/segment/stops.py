"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musnad.rules import lexicon
from musnad.stages.segment.quotes import Quote

# A stop with what clings to it: closing marks, brackets, a footnote's digits do not.
_STOP = re.compile(r"[.؟?!…۔]+[»”“\"'″)\]]*")
# `4. 5 في المائة`: a decimal point with a space behind it.
_DECIMAL = re.compile(
    r"\. ?\d+ ?(?:%|(?:في|ب)\s?الم[اي]?ئ?[اي]?[ةه]|ملي(?:ون|ار)|تريليون|بليون|نقط|دولار|ريال|جنيه|بنس|كيلو|كلم|متر)"
)
_LETTERS = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]{3,}|(?:من|في|عن)\b")
SHORT = lexicon("segment/abbreviations")


def sentences(text: str, start: int, end: int, closed: Sequence[Quote]) -> Iterator[tuple[int, int, str]]:
    """Sentences of the paragraph text[start:end]: (start, end, rule), without outer space."""
    here = start
    for found in _STOP.finditer(text, start, end):
        if found.start() < here or not _ends(text, here, found, end, closed):
            continue
        stop = _after(found, closed)
        if text[stop:end].strip():
            yield here, stop, "stop"
            here = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if text[here:end].strip():
        yield here, end, "paragraph"


def _after(stop: re.Match[str], closed: Sequence[Quote]) -> int:
    """The sentence's end: after the stop and the mark that closes its quotation, but before one that opens the next."""
    opening = [quote.start for quote in closed if stop.start() < quote.start < stop.end()]
    return min([stop.end(), *opening])


def _ends(text: str, here: int, stop: re.Match[str], end: int, closed: Sequence[Quote]) -> bool:
    """Whether the sentence that began at `here` ends at this stop."""
    i, last = stop.start(), stop.end()
    signs = stop.group().rstrip("»”“\"'″)]")
    for quote in closed:
        if quote.start < i < quote.inner_end:
            # `«… .» وأضاف`: a full stop right before the closing mark ends the sentence around it too.
            ends_quote = i + len(signs) == quote.inner_end and signs == "." and quote.end <= last
            if not ends_quote:
                return False
    after = text[last : last + 1]
    if last < end and not after.isspace():
        return _glued(text, here, i, last, signs)
    if stop.group().startswith(("(", "[")) or text[i - 1 : i] in ("(", "["):
        return False  # (…): words left out
    return signs != "." or not _short(text, here, i)


def _glued(text: str, here: int, i: int, last: int, signs: str) -> bool:
    """A stop with no space after it: the end of a sentence between two Arabic words, or a closing mark and a word."""
    before, after = _LETTERS.search(text[max(here, i - 20) : i]), _WORD.match(text[last : last + 20])
    if after is not None and signs == "." and text[i - 1 : i] in ("»", "”"):
        return not after.group().isascii()
    if before is None or after is None or len(before.group()) < 3 or signs.startswith("…"):
        return False
    return not (before.group().isascii() or after.group().isascii())


def _short(text: str, here: int, i: int) -> bool:
    """Whether the full stop at i belongs to what stands before it: an initial, a short title, an item's number."""
    word = re.search(r"[^\s«»“”\"(\[/]*$", text[here:i])
    token = word.group() if word else ""
    if token.isdigit():
        return not text[here : i - len(token)].strip() or (len(token) < 4 and _DECIMAL.match(text, i) is not None)
    before = text[here : i - len(token)].rstrip()
    if token in ("ه", "م") and before[-1:].isdigit():
        return False  # the era after a year
    parts = token.split(".")
    return bool(token) and (SHORT.get(token) is not None or all(len(part) == 1 and part.isalpha() for part in parts))
