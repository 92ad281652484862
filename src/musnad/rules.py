"""Rules and lexicons are data: TSV lexicons and TOML rules that lie in the room that uses them.

A lexicon is a TSV file: `#` comment lines (one of them `# source: …` for rows without a `source` of
their own), a header line, then sorted rows. The first column is the key, in dictionary spelling;
`a|b` writes alternatives. Rules are TOML tables with `yes` and `no` examples and a `source`.

One Aho-Corasick scan finds the triggers of every lexicon in a page. What may be attached to a word in
Arabic writing is decided here and nowhere else: see `CLITICS`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

import ahocorasick_rs

from musnad.doc import Hit
from musnad.text import fold

__all__ = ["CLITICS", "OWN", "Clitics", "Lexicon", "Rule", "Scanner", "lexicon", "look_up", "numbered", "rules"]

OWN = "names/own"  # the lexicon that a user brings (`musnad.own`): it has a name like the others and no file in a room


class Clitics(NamedTuple):
    """All that may stand before a word and all that may stand behind it; the empty string is nothing at all."""

    before: frozenset[str]
    after: frozenset[str]


def _spelt(*slots: tuple[str, ...]) -> frozenset[str]:
    """One of each slot, in every combination."""
    return frozenset(map("".join, product(*slots)))


_AND, _TO, _THE, _WILL = ("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال"), ("", "س", "ل")
_NOTHING = frozenset(("",))
_PRONOUNS = frozenset(("", "ه", "ها", "هم", "هما", "هن", "نا"))
# By the class of word that carries them. A hit counts when what stands between the word's edge and the hit
# is one of these; anything else is another word.
CLITICS: Mapping[str, Clitics] = {
    "none": Clitics(_NOTHING, _NOTHING),
    "conjunction": Clitics(_spelt(_AND), _NOTHING),
    "name": Clitics(_spelt(_AND, _TO), _NOTHING),
    "noun": Clitics(_spelt(_AND, _TO, _THE) | _spelt(_AND, ("لل",)), _PRONOUNS | {"ي"}),
    "verb": Clitics(_spelt(_AND, _WILL), _PRONOUNS | {"ني"}),
}


@dataclass(frozen=True)
class Lexicon:
    """Rows of a TSV file. `name` is `room/file`; `clitics` a key of CLITICS; `key` the first column's name."""

    name: str
    clitics: str
    key: str
    rows: tuple[Mapping[str, str], ...]

    @cached_property
    def by_form(self) -> Mapping[str, tuple[Mapping[str, str], ...]]:
        """Each folded form and the rows that give it, in the file's order."""
        table: dict[str, tuple[Mapping[str, str], ...]] = {}
        for row in self.rows:
            for form in dict.fromkeys(map(fold, row[self.key].split("|"))):
                table[form] = (*table.get(form, ()), row)
        return MappingProxyType(table)

    @cached_property
    def _first(self) -> dict[str, Mapping[str, str]]:
        return {form: rows[0] for form, rows in self.by_form.items()}

    def get(self, word: str) -> Mapping[str, str] | None:
        """The first row of a word in any spelling, without clitics."""
        return self._first.get(_folded(word))

    def rule(self, row: Mapping[str, str]) -> str:
        """How marks name this row."""
        return f"{self.name}:{row[self.key]}"


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    """A word folded: pages ask for the same words over and over."""
    return fold(word)


@cache
def lexicon(path: str, *, clitics: str = "none") -> Lexicon:
    """Load `room/file` (without .tsv). Raises ValueError that names file and line for a malformed row."""
    if clitics not in CLITICS:
        raise ValueError(f"{path}: no class of clitics is called {clitics!r}")
    room, name = path.split("/")
    text = (files("musnad.stages") / room / f"{name}.tsv").read_text(encoding="utf-8")
    rows = tuple(row for _, row in numbered(text, f"{path}.tsv"))
    return Lexicon(path, clitics, next(iter(rows[0])) if rows else "", rows)


def numbered(text: str, where: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a lexicon's text, each with its line. ValueError names `where`, the line and what is wrong."""
    lines = text.splitlines()
    given = {"source": next((line[9:].strip() for line in lines if line.startswith("# source:")), "")}
    header: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(f"{where}:{number}: {len(cells)} cells under {len(header)} headings")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        yield number, MappingProxyType({**row, "source": row.get("source") or given["source"]})


@dataclass(frozen=True)
class Rule:
    """One table of a room's rules.toml. `table` is the whole of it, for what only the room reads."""

    name: str
    about: str
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]
    source: str
    table: Mapping[str, object]


def rules(room: str, slots: Mapping[str, str] | None = None) -> Mapping[str, Rule]:
    """The rules of a room by their short name, in the file's order.

    `{slot}` in a rule's `pattern` stands for a pattern in `slots` (without slots it is left as written);
    patterns are folded, as pages are.
    """
    text = (files("musnad.stages") / room / "rules.toml").read_text(encoding="utf-8")
    found: dict[str, Rule] = {}
    for key, table in tomllib.loads(text).items():
        if "pattern" in table:
            pattern = fold_pattern(str(table["pattern"]))
            table = {**table, "pattern": pattern if slots is None else _expand(pattern, slots)}
        found[key] = Rule(
            name=f"{room}/rules:{key}",
            about=str(table["about"]),
            yes=tuple((text, shown) for text, shown in table.get("yes", ())),
            no=tuple(table.get("no", ())),
            source=str(table["source"]),
            table=MappingProxyType(table),
        )
    return MappingProxyType(found)


def fold_pattern(pattern: str) -> str:
    """Fold a regular expression's Arabic; its escapes, group names and slots stay as they are."""
    return re.sub(r"(?:\\.|\(\?P<\w+>|\{\w+\}|[^\\({]+|.)", _fold_part, pattern)


def _fold_part(part: re.Match[str]) -> str:
    text = part.group()
    return text if text[0] in "\\({" else fold(text)


def _expand(pattern: str, slots: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda slot: f"(?:{slots[slot.group(1)]})", pattern)


# What stands between the article's lam, which swallowed its alif, and the word's edge: للعراق، وللعراق.
_BEFORE_LAM = frozenset(("ل", "ول", "فل"))


class _Entry(NamedTuple):
    """A row that a form stands for, with what may be attached to the form there."""

    clitics: Clitics
    lexicon: str
    rule: str
    row: Mapping[str, str]


class Scanner:
    """Finds the rows of many lexicons in one pass over a reading."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        entries: dict[str, list[_Entry]] = {}
        lexicons = tuple(lexicons)
        for lex in lexicons:
            for form, rows in lex.by_form.items():
                for spelt, clitics in _spellings(form, lex.clitics):
                    found = entries.setdefault(spelt, [])
                    found.extend(_Entry(clitics, lex.name, lex.rule(row), row) for row in rows)
        self._nothing: Mapping[str, tuple[Hit, ...]] = {lex.name: () for lex in lexicons}
        self._entries = [tuple(found) for found in entries.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(list(entries))

    def scan(self, reading: str) -> Mapping[str, tuple[Hit, ...]]:
        """Hits by lexicon name, in reading order, longest first at one place. Every lexicon has a key."""
        matches = self._automaton.find_matches_as_indexes(reading, overlapping=True)
        matches.sort(key=_place)
        found: dict[str, list[Hit]] = {}
        for pattern, start, end in matches:
            before, after = _attached(reading, start, end)
            for clitics, name, rule, row in self._entries[pattern]:
                if before in clitics.before and after in clitics.after:
                    found.setdefault(name, []).append(Hit(start, end, rule, row))
        return MappingProxyType({**self._nothing, **{name: tuple(hits) for name, hits in found.items()}})


def _place(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _spellings(form: str, clitics: str) -> Iterator[tuple[str, Clitics]]:
    """How a folded form may be written, each with what may be attached to it then."""
    usual = CLITICS[clitics]
    yield form, usual
    if form.startswith("ال") and clitics in ("name", "noun"):
        yield form[1:], Clitics(_BEFORE_LAM, usual.after)
    for stem in _before_pronoun(form) if clitics == "noun" else ():
        yield stem, Clitics(usual.before, usual.after - _NOTHING)


def _before_pronoun(form: str) -> tuple[str, ...]:
    """How a folded noun's end is spelt before a pronoun: ta marbuta opens, a final hamza takes a seat."""
    match form[-1]:
        case "ه":
            return (form[:-1] + "ت",)
        case "ء":
            return form[:-1] + "ئ", form[:-1] + "ؤ"
    return ()


_LONGEST_CLITIC = 5


def _attached(reading: str, start: int, end: int) -> tuple[str, str]:
    """What stands between [start, end) and the edges of its word; of more than clitics can be, enough to tell.

    Letters join letters and digits digits. A letter beside a digit is an edge: `يونيو2021` is two words glued.
    """
    first, last = start, end
    joins = _kind(reading[start])
    if joins is not None:
        stop = max(0, start - _LONGEST_CLITIC - 1)
        while first > stop and joins(reading[first - 1]):
            first -= 1
    joins = _kind(reading[end - 1])
    if joins is not None:
        stop = min(len(reading), end + _LONGEST_CLITIC + 1)
        while last < stop and joins(reading[last]):
            last += 1
    return reading[first:start], reading[end:last]


def _kind(character: str) -> Callable[[str], bool] | None:
    return str.isalpha if character.isalpha() else str.isdigit if character.isdigit() else None


@cache
def _all_rows(path: str) -> Mapping[str, Mapping[str, str]]:
    lex = lexicon(path)
    return MappingProxyType({row[lex.key]: row for row in lex.rows})


@cache
def _all_rules(room: str) -> Mapping[str, Rule]:
    return rules(room)


def look_up(rule: str) -> Mapping[str, object]:
    """The data behind a mark's rule: a lexicon's row or a rule's table. KeyError names a rule that is not there."""
    path, _, key = rule.partition(":")
    room, name = path.split("/")
    if name == "rules":
        return _all_rules(room)[key].table
    return _all_rows(path)[key]
