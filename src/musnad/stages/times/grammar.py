"""From the patterns of rules.toml to times.

A pattern is a regular expression over tokens, not letters: `{weekday}? {day} {of}? {months} {year}?`. Each
slot is one token, or a short phrase that is written once in PHRASES. Of all that matches in a window
the longest wins, then the rule that stands first; a rule whose value function says None gives way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from musnad.rules import Rule, rules
from musnad.stages.times import amounts, days, feasts, seasons, spans, weekdays
from musnad.stages.times.calendar import Now
from musnad.stages.times.lexicons import MARKS, NEIGHBOURS, SLOTS
from musnad.stages.times.place import Place
from musnad.stages.times.tokens import CODE, Window

__all__ = ["Found", "read_windows"]

_MONTHS = ("month", "maybe_month", "hijri", "maybe_hijri")
_SINGLE = ("night", "day_word", "week_word", "month_word", "year_word", "hour_word", "unit", "counted")
_WAYS = ("past", "current", "running", "next")
_YEARS = ("year", "hijri_year", "year_words")
# Named slots that more than one kind of token can fill.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "day": ("n12", "n24", "n31", "ordinal", "tens"),
    "count": ("n12", "n24", "n31", "n60", "number", "year", "old_year", "cardinal", "tens", "year_words"),
    "hour": ("n12", "n24", "ordinal_hour", "one_oclock"),
    "hour_named": ("ordinal_hour", "one_oclock"),
    "ordinal": ("ordinal", "ordinal_hour"),
    "day_digits": ("n12", "n24", "n31"),
    "hour_digits": ("n12", "n24"),
    "minute": ("n12", "n24", "n31", "n60", "cardinal", "tens"),
    "month": _MONTHS,
    "alias": _MONTHS,
    "year": _YEARS,
    "any_year": (*_YEARS, "old_year", "number"),
    "century_number": ("n12", "n24", "tens"),
    "four_digits": ("old_year", "year", "hijri_year"),
    "year_digits": ("year",),
    "month_digits": ("n12",),
    "adjective": _WAYS,
    "year_adjective": _WAYS,
    "order": ("following", "preceding"),
    "fraction": ("half", "half_of", "quarter_hour", "quarter", "third_hour", "third_of"),
    "adverb": ("adverb", "evening"),
    "daypart": ("daypart", "evening", "the_midpoint", "night"),
    "single": _SINGLE,
    "many": ("plural", "the_plural"),
    "the_unit": ("the_week", "the_month", "the_year"),
    "adverb_alone": ("adverb",),
    "one": ("cardinal",),
    "leads_year": ("in", "since", "before", "after", "to", "within", "by", "of", "between"),
    "leads_season": ("before", "after", "within", "since", "to", "by"),
    "leads_hour": ("in", "exactly", "about", "to", "since", "before", "after", "by", "clitic", "for", "of"),
    "leads_feast": ("before", "after", "within", "to", "since", "with", "feast_head", "plural", "night"),
    "leads_part": ("before", "since", "to", "with", "exactly"),
    "single_led": ("day_word", "week_word", "month_word", "year_word", "hour_word", "counted"),
    "leads_amount": ("before", "after", "within", "since", "for_long", "every"),
    "amount_unit": (*_SINGLE, "plural", "the_plural", "dual"),
    "sep": ("comma", "dash", "slash", "open", "close", "quote"),
    "that_era": ("hijri_era", "greg_era"),
}
_NAMED_LINKS = {"gmt", "half", "less", "quarter_hour", "third_hour"}
_UNNAMED = {row["slot"] for lex in NEIGHBOURS if lex.name == "times/links" for row in lex.rows} - _NAMED_LINKS
_UNNAMED |= {name for name in CHOICES if name.startswith("leads_")} | {"sep", "that_era", *MARKS.values()}
_UNNAMED |= {"quote", "stop", "word"}

# Phrases used by many rules, over slots or over phrases above them.
PHRASES: Mapping[str, str] = {
    "part": "(?:{edge}|{edge_end}|{latest})",
    "gap": "{sep}{sep}?",
    "past_hour": "(?:{and}(?:{fraction}|{minute}{unit}?)|{less}{fraction})",
    "zone": "(?:{clitic}?{zone_word}(?:{gmt}|{mecca}{honoured}?|{local}|{word}))",
    "o_clock": "(?:{the_hour}(?:{hour}{past_hour}?|{clock})|(?<={leads_hour}){hour_named}{past_hour}?)",
    "clock_time": "{o_clock}{adverb}?{zone}?",
    "when": "(?:{clock_time}(?:{of}|{in}|{clitic}){0,2})?(?:{daypart}{of}?)?{day_word}?",
    "near": "(?:(?:{relative}|{this}?{today})(?:{comma}|{dash}|{quote})?)?",
    "on": "(?:{weekday}(?:{gap}|{equals})?)?",
    "months": "{month}(?:(?:{slash}|{dash}|{open}|{quote})?{alias}{close}?)?",
    "year_led": "(?:(?:{year_word}|{the_year}){of}?{year_kind}?)?{year}{that_era}?",
    "in_year": "(?:(?:{comma}|{of}|{slash}|{dash}){0,2}{year_led}"
    "|{of}?{the_year}{year_kind}?{year_adjective}{year}?{that_era}?|{of}?{this}{the_year})",
    "here": "(?:{this}?{the_month}{adjective}?)",
    "of_year": "(?:{in_year}|(?:{of}|{for}|{clitic})?{the_year}{year_kind}?(?:{adjective}|{year}|(?!{ordinal})))",
    "of_month": "{nth}?(?:{of}|{slash}|{dash}|{comma})?{month_word}?{months}",
    "far": "(?:(?:{before}|{after})?{adjective})",
    "far_many": "(?:{adjective}|{final}|{preceding})",
    "counted_out": "(?:{count}|{open}{count}{close})(?:(?:{to}|{or}|{dash}){count_b})?{amount_unit}{vague_after}?",
    "and_half": "{and}{half}(?:{the_unit}|{the_hour})?",
    "part_of": "{fraction}{single}",
    "vaguely": "(?:{vague}{many}|{many}{vague_after})",
    "amount": "(?:{counted_out}|{single}{whole}|{vaguely}|{dual}{whole}?|{single}(?={and}{half})){and_half}?",
    "amount_led": "(?:{amount}|{part_of}|{single_led}|{plural})",
}


def _slots() -> dict[str, str]:
    """Every slot and phrase as a regular expression over codes; `name_b` is the same slot a second time."""
    made: dict[str, str] = {}
    for name in (*SLOTS, *CHOICES):
        codes = "[" + "".join(CODE[kind] for kind in CHOICES.get(name, (name,))) + "]"
        for which in ("", "_b"):
            made[name + which] = codes if name in _UNNAMED else f"(?P<{name}{which}>{codes})"
    for name, phrase in PHRASES.items():
        made[name] = f"(?:{_expand(phrase, made)})"
        made[name + "_b"] = re.sub(r"\?P<(\w+)>", r"?P<\1_b>", made[name])
    return made


def _expand(phrase: str, made: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda slot: made[slot.group(1)], phrase)


VALUES: Mapping[str, Callable[[Place], str | None]] = {
    name: getattr(module, name)
    for module in (days, weekdays, spans, seasons, feasts, amounts)
    for name in module.__all__
}


def _unique(pattern: str) -> str:
    """Every use of a slot gets a group name of its own: `month`, `month__1`, `month__2`."""
    counts: Counter[str] = Counter()

    def number(group: re.Match[str]) -> str:
        name = group.group(1)
        counts[name] += 1
        return f"?P<{name}__{counts[name]}>"

    return re.sub(r"\?P<(\w+)>", number, pattern)


def _groups(pattern: re.Pattern[str]) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the groups that a slot may fill."""
    found: dict[str, tuple[int, ...]] = {}
    for name, number in pattern.groupindex.items():
        slot = name.rpartition("__")[0]
        found[slot] = (*found.get(slot, ()), number)
    return found


class _Compiled(NamedTuple):
    rule: Rule
    pattern: re.Pattern[str]
    groups: Mapping[str, tuple[int, ...]]
    value: Callable[[Place], str | None]
    type: str
    looks_back: bool


def _compiled(rule: Rule) -> _Compiled:
    table = rule.table
    pattern = re.compile(_unique(str(table["pattern"])), re.VERBOSE)
    value, kind, back = VALUES[str(table["value"])], str(table.get("type", "DATE")), bool(table.get("looks_back"))
    return _Compiled(rule, pattern, _groups(pattern), value, kind, back)


RULES: tuple[_Compiled, ...] = tuple(
    _compiled(rule) for rule in rules("times", _slots()).values() if "pattern" in rule.table
)
TELLING = ("weekday", "today", "day_word", "edge", "edge_end", "latest")
_OF_DAY = ("daypart", "adverb", "clock", "hour", "hour_named", "hour_digits", "four_digits", "tonight", "last_night")


class Found(NamedTuple):
    """A time in the reading at [start, end)."""

    start: int
    end: int
    rule: str
    type: str
    value: str
    told: frozenset[str]  # which of TELLING its words have


def _type(told: str, place: Place, value: str) -> str:
    """TIMEX3's type: what the rule says, but an amount is a DURATION and what is shorter than a day a TIME."""
    if told != "DATE":
        return told
    if re.match(r"P[\dXT]", value):
        return "DURATION"
    return "TIME" if place.has(*_OF_DAY) or "PT" in value else "DATE"


class _Taken(NamedTuple):
    start: int
    end: int
    place: Place
    compiled: _Compiled
    value: str


def _taken(window: Window, now: Now, reading: str, names: frozenset[int]) -> list[_Taken]:
    """The matches that stand, in the order of their place: the longest first, then the rule that stands first."""
    matches = [
        (match, order, compiled)
        for order, compiled in enumerate(RULES)
        for match in compiled.pattern.finditer(window.codes)
        if match.end() > match.start()
    ]
    matches.sort(key=lambda found: (found[0].start() - found[0].end(), found[1], found[0].start()))
    taken: list[_Taken] = []
    for match, _, compiled in matches:
        start, end = window.tokens[match.start()].start, window.tokens[match.end() - 1].end
        if any(start < other.end and other.start < end for other in taken):
            continue
        place = Place(now, match, compiled.groups, window, reading, None, names)
        value = compiled.value(place)
        if value is not None:
            taken.append(_Taken(start, end, place, compiled, value))
    return sorted(taken, key=lambda one: one.start)


def read_windows(
    found: Iterable[Window], now: Now, reading: str, names: frozenset[int] = frozenset()
) -> Iterator[Found]:
    """The times of a page's windows in order; what looks back is reckoned from the date told last."""
    last: str | None = None
    for window in found:
        for start, end, place, compiled, value in _taken(window, now, reading, names):
            if compiled.looks_back and last is not None:
                value = compiled.value(replace(place, last=last)) or value
            told = frozenset(slot for slot in TELLING if place.has(slot))
            yield Found(start, end, compiled.rule.name, _type(compiled.type, place, value), value, told)
            last = value if value[:1].isdigit() else last
