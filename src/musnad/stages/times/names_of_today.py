"""`اليوم` and `الأمس` as the last word of a name: newspapers and channels are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.text import fold

__all__ = ["named_today"]

_QUOTED = re.compile(r"[«\"“”'] ?(\w+(?: \w+)?) اليوم ?[»\"“”']")
_HEADED = re.compile(
    r"(?:صحيفه|موقع|جريده|قناه|وكاله|برنامج|مجله|بوابه|اذاعه|تلفزيون|شبكه|منصه) [«\"“]?(\w+(?: \w+)?) اليوم(?!\w)"
)
_HEAD = re.compile(r"^ *(\w+(?: \w+)?) اليوم *(?:[-|:]|$)", re.MULTILINE)
_BYLINE = re.compile(r"^ *\w+ \w+ ?- ?(\w+) اليوم *$", re.MULTILINE)


def named_today(reading: str, outlet: str | None) -> frozenset[int]:
    """Where in the reading `اليوم` ends a name: one in quotation marks, after `صحيفة` or at a dateline's head
    makes the same words a name on the whole page."""
    if "اليوم" not in reading:
        return frozenset()
    names = set(_names(reading))
    if outlet and fold(outlet).endswith(" اليوم"):
        names.add(fold(outlet).split()[-2])
    found: set[int] = set()
    for name in names:
        pattern = re.compile(rf"(?<!\w)[ولبف]*{re.escape(name)} اليوم")
        found.update(match.end() - len("اليوم") for match in pattern.finditer(reading))
    return frozenset(found)


def _names(reading: str) -> Iterator[str]:
    for pattern in (_QUOTED, _HEADED, _BYLINE):
        yield from (match.group(1).split()[-1] for match in pattern.finditer(reading))
    for match in _HEAD.finditer(reading):
        name = match.group(1).split()[-1]
        # a masthead stands alone on its line and is named again below
        if not match.group().rstrip().endswith("اليوم") or reading.count(f"{name} اليوم") > 1:
            yield name
