"""JSONL: a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from musnad.read.columns import Columns
from musnad.read.item import Item, Problem
from musnad.read.records import Record, items

__all__ = ["read"]


def read(stream: BinaryIO, where: str, columns: Columns) -> Iterator[Item | Problem]:
    """The pages of a JSONL dump, one line in memory at a time."""
    return items(_records(stream), where, columns)


def _records(stream: BinaryIO) -> Iterator[tuple[str, Record | ValueError]]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield f"line {number}", _record(line)


def _record(line: bytes) -> Record | ValueError:
    try:
        found = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError:
        return ValueError("is not UTF-8")
    except ValueError as error:
        return ValueError(f"is no JSON ({error})")
    except RecursionError:
        return ValueError("is JSON that is nested too deep")
    return found if isinstance(found, dict) else ValueError("is no JSON object; write one object a line")
