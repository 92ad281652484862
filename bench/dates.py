"""How many Arabic date phrases of microsoft/Recognizers-Text resolve right, beside dateparser's figure.

    python bench/dates.py PATH/recognizers-arabic.json [--list]

Phrases that a native reader would not write, or whose expected value is not what the words say, stand in
`dates_refused.tsv` by their number in the file, with the reason; they are not counted. A phrase is right where a
time found in its words has the expected day, days or length (either of the two readings, past or future, that the
file gives). A month or year is right for a day counted in months or years: Musnad gives no more precision than the
words have.
"""

from __future__ import annotations

import argparse
import json
import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from musnad.doc import Page, TimeExpression
from musnad.pipeline import annotate

REFUSED = Path(__file__).with_name("dates_refused.tsv")
SECONDS = {"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
HALVES = {"P0.5Y": "P6M"}
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of an EDTF value; None where it is not of days."""
    try:
        first, _, last = value.removesuffix("?").partition("/")
        if last:
            ends = bounds(first), bounds(last)
            return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
        if re.fullmatch(r"\d\d\dX", first):
            return date(int(first[:3]) * 10, 1, 1), date(int(first[:3]) * 10 + 9, 12, 31)
        parts = [int(part) for part in first[:10].split("-")]
        if len(parts) == 3:
            return date(parts[0], parts[1], parts[2]), date(parts[0], parts[1], parts[2])
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    except ValueError:
        return None


def seconds(value: str) -> float | None:
    """The length of a duration as the file reckons it: months of 30 days, years of 365."""
    if not value.startswith("P"):
        return None
    total, clock = 0.0, ""
    for mark, number, unit in re.findall(r"(T?)(\d+)([YMWDHS])", value):
        clock = clock or mark
        total += int(number) * SECONDS[clock + unit if clock else unit]
    return total


def is_right(value: str, expected: dict[str, Any], reference: date) -> bool:
    """Whether a value of ours is what the file expects."""
    wanted = expected.get("Value") or {}
    if expected["Type"] == "duration":
        if wanted["Timex"] in HALVES:
            return value == HALVES[wanted["Timex"]]
        return seconds(value) == float(wanted["PastResolution"]["duration"])
    season = re.fullmatch(r"(\d{4})-(2[1-4])", value)
    if season:
        return str(wanted.get("Timex")).endswith(SEASONS[season.group(2)])
    ours = bounds(value)
    if ours is None:
        return False
    if ours == bounds_of_timex(str(wanted.get("Timex"))):
        return True
    for side in ("PastResolution", "FutureResolution"):
        told = wanted.get(side) or {}
        if "date" in told and ours[0] <= date.fromisoformat(told["date"]) <= ours[1]:
            return True
        if "startDate" in told and same_days(value, ours, told, reference):
            return True
    return False


def bounds_of_timex(timex: str) -> tuple[date, date] | None:
    """The days of `2017`, `2017-12` and `2017-W46`, which is all that the file says of a part of them."""
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex)
    if week and not week.group(3):
        monday = date.fromisocalendar(int(week.group(1)), int(week.group(2)), 1)
        return monday, monday + timedelta(days=6)
    return bounds(timex) if re.fullmatch(r"\d{4}(-\d\d)?", timex) else None


def same_days(value: str, ours: tuple[date, date], told: dict[str, str], reference: date) -> bool:
    """Whether two stretches are the same. Their end is exclusive; a stretch that begins now begins with them a day
    later; an end of ours that is a month or a year must hold theirs."""
    start, end = date.fromisoformat(told["startDate"]), date.fromisoformat(told["endDate"])
    if ours[0] == start and ours[1] in (end, end - timedelta(days=1)):
        return True
    if ours[0] == reference and start == reference + timedelta(days=1) and end - start == ours[1] - ours[0]:
        return True
    first, _, last = value.partition("/")
    ends = bounds(first), bounds(last) if last else None
    if ends[0] is None or ends[1] is None or len(first) == 10:
        return False
    return ends[0][0] <= start <= ends[0][1] and ends[1][0] <= end <= ends[1][1]


def musnad_right(phrase: dict[str, Any]) -> bool:
    reference = date.fromisoformat(phrase["reference"][:10])
    doc = annotate(Page("phrase", phrase["input"], published=phrase["reference"][:10]))
    for expected in phrase["results"]:
        start, end = expected["Start"], expected["Start"] + expected["Length"]
        near = [mark for mark in doc.marks(TimeExpression) if mark.span.start < end and start < mark.span.end]
        if not any(is_right(mark.value, expected, reference) for mark in near):
            return False
    return True


def dateparser_right(phrase: dict[str, Any]) -> bool:
    """Lenient: any day that it finds inside the expected days counts; it knows no lengths."""
    found = import_module("dateparser.search").search_dates(
        phrase["input"], languages=["ar"], settings={"RELATIVE_BASE": datetime.fromisoformat(phrase["reference"])}
    )
    reference = date.fromisoformat(phrase["reference"][:10])
    days = [there.date().isoformat() for _, there in found or ()]
    return all(
        any(is_right(day, expected, reference) or _inside(day, expected) for day in days)
        for expected in phrase["results"]
    )


def _inside(day: str, expected: dict[str, Any]) -> bool:
    sides = [(expected.get("Value") or {}).get(side) or {} for side in ("PastResolution", "FutureResolution")]
    return any("startDate" in told and told["startDate"] <= day < told["endDate"] for told in sides)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("phrases", type=Path)
    parser.add_argument("--list", action="store_true", help="print the phrases that do not resolve right")
    options = parser.parse_args()
    lines = REFUSED.read_text(encoding="utf-8").splitlines()
    refused = {int(line.split("\t")[0]) for line in lines if line[:1].isdigit()}
    phrases = json.loads(options.phrases.read_text(encoding="utf-8"))
    kept = [(number, phrase) for number, phrase in enumerate(phrases) if number not in refused]
    print(f"{len(phrases)} phrases, {len(refused)} refused, {len(kept)} natural")
    tools = {"musnad": musnad_right}
    if find_spec("dateparser"):
        tools["dateparser"] = dateparser_right
    for name, right in tools.items():
        wrong = [(number, phrase) for number, phrase in kept if not right(phrase)]
        lucky = sum(right(phrase) for number, phrase in enumerate(phrases) if number in refused)
        share = (len(kept) - len(wrong)) / len(kept)
        print(f"{name:12} {len(kept) - len(wrong)} right ({share:.1%}); of the refused {lucky} as the file expects")
        if options.list and name == "musnad":
            for number, phrase in wrong:
                print(f"  {number}\t{phrase['input']}\t{[e['Text'] for e in phrase['results']]}")


if __name__ == "__main__":
    main()
