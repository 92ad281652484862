"""The ways in which a word is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musnad.stages.repair.evidence import crumbs, known, lone_clitic, splits, torn, verbal, whole_words
from musnad.text import fold

SIGNS = ".·•*_…~^|"
ARTICLES = frozenset(("ال", "وال", "بال", "فال", "كال", "لل"))
UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_L = "[\u0621-\u063a\u0641-\u0652\u0670-\u06d3\u06d5]"
_MARKED = re.compile(rf"{_L}+(?:(?:ـ+[{SIGNS}]*ـ*|[{SIGNS}]+ـ+|ـ+ ?[{SIGNS}]* ?ـ+)(?:[{SIGNS}]?{_L}+|{_L}+))+")
_LOOSE = re.compile(rf"(?<![\wـ])({_L}{{2,}})ـ+ {_L}{{2,}}(?![\wـ])")  # `اشتـ باكات`
_BREAKER = re.compile(rf"[ـ{SIGNS}{UNSEEN} ]+")
_HIJRI = re.compile(r"ه[ـ.]+")
_TRIGGER = re.compile(rf"(?<={_L})[{SIGNS}{UNSEEN}/\-](?={_L})|(?<={_L})[0-9A-Za-z@$!](?={_L})")
_TOKEN = re.compile(rf"(?:{_L}|[{SIGNS}{UNSEEN}/\-0-9A-Za-z@$!])+")
_PAIR = re.compile(rf"(?<![\w{SIGNS}ـ])({_L}+) (?=({_L}+)(?![\wـ]))")
# What a foreign sign stands for inside an Arabic word.
ALIKE = str.maketrans({"1": "ا", "l": "ا", "I": "ا", "a": "ا", "@": "ا", "!": "ا", "0": "ه", "o": "ه", "O": "ه",
                       "9": "و", "7": "ح", "3": "ع", "$": "س", "5": "خ", "6": "ط"})  # fmt: skip


class Break(NamedTuple):
    """A broken word at source[start:end], how it is written whole, and the rule's short name."""

    start: int
    end: int
    clean: str
    rule: str


def marked(source: str) -> Iterator[Break]:
    """Words with tatweel inside, or dots beside tatweel: the break shows itself."""
    if "ـ" not in source:
        return
    for found in _MARKED.finditer(source):
        written = found.group()
        clean = _BREAKER.sub("", written)
        if lone_clitic(written) or (_HIJRI.match(written) and source[: found.start()].rstrip()[-1:].isdigit()):
            continue
        dotted = any(sign in SIGNS for sign in written)
        yield Break(found.start(), found.end(), clean, "dotted" if dotted else "stretched")
    for found in _LOOSE.finditer(source):
        clean = _BREAKER.sub("", found.group())
        if verbal(clean) or known(clean, len(fold(found.group(1))), breaks=True):
            yield Break(found.start(), found.end(), clean, "stretched")


def unmarked(source: str, sure: Sequence[Break]) -> Iterator[Break]:
    """Words broken by a space or by one bare sign. `sure`: the words that this page breaks in plain sight."""
    breaks = bool(sure)
    plain = any(found.rule == "dotted" or " " in source[found.start : found.end] for found in sure)
    whole = whole_words(source)
    done = 0
    for trigger in _TRIGGER.finditer(source):
        if trigger.start() < done:
            continue
        token = next(t for t in _TOKEN.finditer(source, _left(source, trigger.start())) if t.end() > trigger.start())
        done = token.end()
        yield from _pierced(token, whole if breaks else frozenset(), breaks=plain)
    near = breaks or torn(source)
    for pair in _PAIR.finditer(source):
        left, right = pair.group(1), pair.group(2)
        if (near or len(left) == 1 or len(right) == 1) and splits(left, right, whole, breaks=breaks, plain=plain):
            yield Break(pair.start(1), pair.end(2), left + right, "split")


def _left(source: str, i: int) -> int:
    while i > 0 and _TOKEN.match(source[i - 1]):
        i -= 1
    return i


def _sure(clean: str, written: str, pieces: Sequence[str], whole: frozenset[str], *, breaks: bool) -> bool:
    """Whether signs break one word, and do not stand between two as a dot without its space does."""
    if breaks and len(pieces) == 2 and not any(sign in written for sign in "/-") and crumbs(pieces):
        return True
    return (known(clean, breaks=breaks) or clean in whole) and not any(known(piece) for piece in pieces)


def _pierced(token: re.Match[str], whole: frozenset[str], *, breaks: bool) -> Iterator[Break]:
    written = token.group().strip(SIGNS + "/-")
    start = token.start() + token.group().index(written)
    pieces = [piece for piece in re.split(rf"[{SIGNS}{UNSEEN}/\-]+", written) if piece]
    clean = "".join(pieces)
    foreign = re.search(r"[0-9A-Za-z@$!]", clean)
    if foreign:
        alike = clean.translate(ALIKE)
        if re.fullmatch(rf"{_L}+", alike) and known(alike):
            yield Break(start, start + len(written), alike, "swapped")
    elif (breaks and fold(pieces[0]) in ARTICLES) or _sure(clean, written, pieces, whole, breaks=breaks):
        hidden = all(sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff" for sign in written if sign not in clean)
        yield Break(start, start + len(written), clean, "hidden" if hidden else "pierced")
