"""Reading names out of a file of any of the forms that are known: CSV, Wikidata's JSON, FollowTheMoney's JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from musnad.namebook import followthemoney, wikidata
from musnad.namebook.base import named
from musnad.namebook.letters import arabic, dictionary, strangers
from musnad.namebook.rows import Name
from musnad.own import COLUMNS, KINDS, TYPES
from musnad.stages.names.knowledge import common
from musnad.text import fold

__all__ = ["RefusedError", "names", "row"]

_LEAST = 3  # letters of a form: a shorter one stands in too many words


class RefusedError(Exception):
    """A name that cannot be taken; the message says why and what to do."""


def names(path: Path) -> Iterator[tuple[int, Name]]:
    """The names of a file, each with its line (of an array in one line, with its place).

    ValueError names file and line of what is malformed, or says which forms are known; OSError where it cannot
    be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path}:{line}: is not UTF-8; save it as UTF-8") from None
    try:
        yield from _json(path, text) if text.lstrip()[:1] in ("{", "[") else _csv(path, text)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: is not shaped as Wikidata or FollowTheMoney write it ({error!r})") from None


def _json(path: Path, text: str) -> Iterator[tuple[int, Name]]:
    for line, value in _values(path, text):
        if wikidata.is_answer(value):
            yield from ((line, name) for name in wikidata.answers(value))
        elif wikidata.is_entity(value):
            yield from ((line, name) for name in wikidata.entities(value))
        elif followthemoney.is_entity(value):
            name = followthemoney.entity(value)
            if name is not None:
                yield line, name
        else:
            raise ValueError(
                f"{path}:{line}: is neither an item of Wikidata, nor an answer of its query service, nor a "
                "FollowTheMoney entity; make a CSV with the columns form,entity,type of it"
            )


def _values(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    """The JSON values of a file: the one that it is, an array's, or one a line (dumps end lines in commas)."""
    try:
        whole = json.loads(text)
    except ValueError:
        for number, line in enumerate(text.splitlines(), 1):
            bare = line.strip().rstrip(",")
            if bare in ("", "[", "]"):
                continue
            try:
                yield number, json.loads(bare)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: is no JSON: {error}") from None
        return
    yield from enumerate(whole, 1) if isinstance(whole, list) else ((1, whole),)


def _csv(path: Path, text: str) -> Iterator[tuple[int, Name]]:
    first = text.split("\n", 1)[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    columns = {(name or "").strip().lower(): name for name in table.fieldnames or ()}
    for wanted in COLUMNS[:2]:
        if wanted not in columns:
            raise ValueError(f"{path}:1: no column is called {wanted}; name the columns {','.join(COLUMNS)}")
    try:
        for cells in table:
            have = {name: (cells.get(column) or "").strip() for name, column in columns.items()}
            if any(have.values()):
                form, entity, kind, what, acts_for, source = (have.get(column, "") for column in COLUMNS)
                yield table.line_num, Name(tuple(form.split("|")), entity, kind, what, source, acts_for)
    except csv.Error as error:
        raise ValueError(f"{path}:{table.line_num}: {error}") from None


def row(name: Name, file: str, usual: str | None) -> dict[str, str]:
    """A lexicon's row for a name; `usual` is the type of names whose own is not told.

    Forms that are built in for the same name, everyday words, and those too short to tell apart are left out.
    RefusedError where nothing is left, or something is missing or unknown.
    """
    kind = name.type or usual or ""
    entity = " ".join(name.entity.split())
    shown = entity or "|".join(name.forms) or name.source or "a name"
    if not entity:
        raise RefusedError(f"{shown}: has no canonical (English or Latin) name")
    if kind not in TYPES:
        told = f"{kind!r} is none of {', '.join(TYPES)}" if kind else "what it is is not told"
        raise RefusedError(f"{shown}: {told}; give the type of such names with --type")
    if name.kind and name.kind not in KINDS:
        raise RefusedError(f"{shown}: {name.kind!r} is none of the kinds {', '.join(KINDS)}")
    forms = [form for form in dict.fromkeys(map(dictionary, name.forms)) if _telling(form)]
    fresh = [form for form in forms if not any(known.entity == entity for known in named().get(fold(form), ()))]
    if not fresh:
        why = "all its forms are built in already" if forms else "has no Arabic form that tells it from common words"
        raise RefusedError(f"{shown}: {why}")
    cells = ("|".join(fresh), entity, kind, name.kind, name.acts_for, name.source or file)
    return dict(zip(COLUMNS, cells, strict=True))


def _telling(form: str) -> bool:
    return len(form) >= _LEAST and arabic(form) and not strangers(form) and not common(fold(form))
