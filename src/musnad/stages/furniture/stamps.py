"""Date lines, and the dateline and sign-off inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection

from musnad.rules import lexicon
from musnad.stages.furniture.lines import RULES, Line

STAMPS = lexicon("furniture/stamps")
ZONE = 3  # words from `بتوقيت` on that name a place
SHORT_STAMP = 6  # words of a line that may be a date in digits and what stands beside it
_ASIDE = re.compile(r"\([^()]{1,40}\)|/[^/\d]{3,30}/|«[^«»]{2,40}»|\"[^\"]{2,40}\"|\[[^\[\]]{0,3}\]")
_NUMERIC = re.compile(r"\d{1,4}\s?[-/.:]\s?\d{1,2}(?:\s?[-/.:]\s?\d{1,4})?")
_WHOLE_NUMERIC = re.compile(
    r"(?<!\d)(?:\d{1,2}\s?([-/.])\s?\d{1,2}\s?\1\s?\d{4}|\d{4}\s?([-/.])\s?\d{1,2}\s?\2\s?\d{1,2})(?!\d)"
)
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_LEAD = re.compile(str(RULES["lead"].table["pattern"]))
_OWN = re.compile(r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3}) ?/ ?(?=\w)")
_SIGN_OFF = re.compile(str(RULES["signoff"].table["pattern"]))


def dated(line: Line) -> bool:
    """Whether a line is a date line: nothing but a date, a clock time, and perhaps a place and an agency."""
    if line.words > 24 or (line.paragraph and line.words > 16):
        return False
    bare = _ASIDE.sub(" ", line.text)
    classes, strangers, zone = set(), 0, 0
    for piece in _PIECE.findall(bare):
        row = STAMPS.get(piece)
        zone -= 1
        if piece.isdigit():
            classes.add("number")
        elif row is None and zone > 0:
            continue  # `بتوقيت الإمارات`
        elif row is None:
            strangers += 1
            if "month" in classes or strangers > 3:
                return False
        else:
            classes.add(row["class"])
            zone = ZONE if row["class"] == "zone" else zone
    full = "month" in classes and "number" in classes
    if strangers:
        whole = full or (line.words <= SHORT_STAMP and _WHOLE_NUMERIC.search(bare) is not None)
        return whole and _PIECE.match(bare) is not None and not line.last
    numeric = _NUMERIC.search(bare) is not None
    return full or numeric or "weekday" in classes or ("ago" in classes and "unit" in classes)


def clock(line: Line) -> bool:
    """A date line that holds a clock time and no date: an entry of a live page follows."""
    return re.fullmatch(r"\W*\d{1,2}:\d{2}\W*(?:[^\W\d_]+\W*)?", line.text) is not None


def lead(line: Line, names: Collection[str] = ()) -> int:
    """The length of the dateline at the head of a lead paragraph; 0 where there is none. `names`: the page's mastheads,
    which agencies set before a stroke (`نهر نيوز/ كشف …`)."""
    own = _OWN.match(line.text)
    found = own if own and own["name"] in names else _LEAD.match(line.text)
    return found.end() if found and found.end() < len(line.text) * 0.6 else 0


def sign_off(line: Line) -> int:
    """Where the sign-off at the end of a paragraph begins, from the line's start; its length where there is none."""
    found = _SIGN_OFF.search(line.text)
    return found.start() if found and found.start() else len(line.text)
