"""`اليوم`, `الآن` and weekdays as the last word of a name: newspapers, channels and sites are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.text import fold

__all__ = ["named_today"]

_WORD = r"(?:اليوم|الان|الامس|المساء|الاحد|السبت|الجمعه|الخميس|الاثنين|الثلاثاء|الاربعاء)"
_DAILY = r"(?:اليوم|الان|الامس|المساء)"
_KIND = "صحيفه|موقع|جريده|قناه|وكاله|برنامج|مجله|بوابه|اذاعه|تلفزيون|شبكه|منصه|اسبوعيه|ملحق|تطبيق"
_BEHIND = r"(?: (?:نت|نيوز|برس|اونلاين|تي في|سبورت|نيوز نت))?"
_QUOTED = re.compile(rf"[«\"“”'] ?(?P<name>\w+(?: \w+)? {_DAILY}){_BEHIND} ?[»\"“”']")
_HEADED = re.compile(rf"(?<!\w)[بلو]{{0,2}}(?:{_KIND}) (?P<quoted>[«\"“]?)(?P<name>\w+(?: \w+)? {_DAILY})(?!\w)")
_HEAD = re.compile(rf"^ *(?P<name>\w+(?: \w+)? {_DAILY}){_BEHIND} *(?:[-|:/]|$)", re.MULTILINE)
_ALONE = re.compile(r"(?<!\w)[بلو]{0,2}(?:صحيفه|جريده|قناه|موقع|تلفزيون) [«\"“]?(?P<word>الغد|اليوم|الان)(?!\w)")
_WEEKLY = re.compile(rf" *(?P<name>\w+ {_WORD}) *\|")
_BYLINE = re.compile(rf"^ *\w+ \w+ ?- ?(?P<name>\w+ {_DAILY}){_BEHIND} *$", re.MULTILINE)


def named_today(reading: str, outlet: str | None) -> frozenset[int]:
    """Where in the reading such a word ends a name: one in quotation marks, after `صحيفة` or at a dateline's head
    makes the same words a name on the whole page."""
    if re.search(rf"{_WORD}|الغد", reading) is None:
        return frozenset()
    names = set(_names(reading))
    if outlet and re.fullmatch(rf"(?:.* )?\w+ {_WORD}{_BEHIND}", fold(outlet)):
        names.add(re.sub(rf"{_BEHIND}$", "", fold(outlet)))
    found = {match.start("word") for match in _ALONE.finditer(reading)}
    for before, word in {tuple(name.split()[-2:]) for name in names}:
        pattern = re.compile(rf"(?<!\w)[ولبف]*{re.escape(before)} {word}(?!\w)")
        found.update(match.end() - len(word) for match in pattern.finditer(reading))
    return frozenset(found)


def _names(reading: str) -> Iterator[str]:
    for pattern in (_QUOTED, _BYLINE):
        yield from (match["name"] for match in pattern.finditer(reading))
    for match in _HEADED.finditer(reading):  # `نشرت صحيفة عكاظ اليوم` tells of today
        if match["quoted"] or reading.count(match["name"]) > 1:
            yield match["name"]
    if first := _WEEKLY.match(reading):
        yield first["name"]
    for match in _HEAD.finditer(reading):
        # a masthead stands alone on its line and is named again below
        alone = match.end() == len(reading) or reading[match.end() : match.end() + 1] == "\n"
        if not alone or reading.count(" ".join(match["name"].split()[-2:])) > 1:
            yield match["name"]
