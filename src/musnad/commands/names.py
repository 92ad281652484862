"""musnad names: what names are known, and a lexicon of one's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from musnad.commands.options import NamesFile
from musnad.commands.session import fail, own_names, say
from musnad.commands.unknown import unknown
from musnad.export.table import as_rows
from musnad.own import KINDS, TYPES, Own, beside

if TYPE_CHECKING:
    from musnad.namebook.base import Known

__all__ = ["names"]

names = typer.Typer(help="Look names up, keep a lexicon of your own, find what it lacks.", no_args_is_help=True)
names.command()(unknown)


class Type(StrEnum):
    """What a name can name."""

    PER = "PER"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    OUTLET = "OUTLET"


BesideCasefile = Annotated[
    Path | None,
    typer.Option("--in", metavar="CASEFILE", help="Your lexicon that lies beside this casefile."),
]


@names.command()
def lookup(
    word: Annotated[str, typer.Argument(metavar="WORD", help="A name in any spelling, or its canonical name.")],
    casefile: BesideCasefile = None,
    own: NamesFile = None,
) -> None:
    """Show every row that a word finds, in any spelling; where there is none, those that are much like it."""
    from musnad.namebook import base
    from musnad.namebook.lookup import lookup as looking

    given = own_names(own, casefile)
    found = looking(word, chain(_own_rows(given), base.built_in()))
    if not found:
        say(f"{word}: no name is like it; teach it with: musnad names add {word} ENTITY --type TYPE --in CASEFILE")
        return
    columns = ("found", "form", "entity", "type", "kind", "acts for", "file", "source")
    shown = ((how, row.forms if form == row.entity else form, *_cells(row)) for how, form, row in found)
    as_rows(columns, shown, Console(file=sys.stdout))


def _own_rows(own: Own | None) -> Iterator[Known]:
    from musnad.namebook.base import rows

    if own is not None:
        yield from (row._replace(file=own.path) for row in rows(own.lexicon()))


def _cells(row: Known) -> tuple[str, ...]:
    return row.entity, row.type, row.kind, row.acts_for, row.file, row.source


@names.command()
def add(
    form: Annotated[str, typer.Argument(metavar="FORM", help="The name in Arabic; spellings with | between them.")],
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="The one name to call it by in all readings.")],
    kind_of: Annotated[Type, typer.Option("--type", help=f"What it is: one of {', '.join(TYPES)}.")],
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=f"What it is in a chain: one of {', '.join(KINDS)}.")
    ] = "",
    acts_for: Annotated[
        str, typer.Option("--acts-for", metavar="STATE", help="The state that a capital or a palace stands for.")
    ] = "",
    source: Annotated[str, typer.Option("--source", metavar="WORDS", help="How you know.")] = "hand",
    casefile: BesideCasefile = None,
    own: NamesFile = None,
) -> None:
    """Write a name into your own lexicon, which is made where there is none."""
    if kind and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(KINDS)}", param_hint="--kind")
    path = _target(casefile, own)
    row = {"form": form, "entity": entity, "type": kind_of.value, "kind": kind, "acts_for": acts_for, "source": source}
    if not form.strip() or not entity.strip() or any(set(cell) & set("\t\n\r") for cell in row.values()):
        raise typer.BadParameter("FORM and ENTITY need words, without tabs and line ends")
    if not _put(path, [row]):
        raise typer.Exit(1)


@names.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV (form,entity,type,…), Wikidata JSON, or FollowTheMoney/OpenSanctions JSON lines."
        ),
    ],
    kind_of: Annotated[
        Type | None, typer.Option("--type", help="The type of names for which the file does not tell it.")
    ] = None,
    casefile: BesideCasefile = None,
    own: NamesFile = None,
) -> None:
    """Take names over into your own lexicon: those with an Arabic form and a canonical name."""
    from musnad.namebook.importing import RefusedError, row
    from musnad.namebook.importing import names as reading

    path = _target(casefile, own)
    rows, refused = [], 0
    try:
        for line, name in reading(file):
            try:
                rows.append(row(name, file.name, kind_of and kind_of.value))
            except RefusedError as why:
                refused += 1
                say(f"{file}:{line}: {why}")
    except OSError as error:
        fail(f"{file}: cannot be read: {error.strerror}")
    except ValueError as error:
        fail(str(error))
    if refused:
        say(f"{file}: {refused} names were not taken")
    _put(path, rows)


@names.command()
def check(casefile: BesideCasefile = None, own: NamesFile = None) -> None:
    """Say what is wrong with your own lexicon, line by line."""
    from musnad.namebook.check import faults

    path = _target(casefile, own)
    given = own_names(path)
    assert given is not None
    found = sorted(faults(given))
    for line, fault in found:
        typer.echo(f"{path}:{line}: {fault}")
    if found:
        raise typer.Exit(1)
    typer.echo(f"{path}: {len(given.lexicon().rows)} names, nothing is wrong")


def _target(casefile: Path | None, own: Path | None) -> Path:
    """The user's lexicon that a command is about."""
    if own is None and casefile is None:
        raise typer.BadParameter("say which lexicon: --in CASEFILE for the one beside a casefile, or --names FILE")
    return own or beside(casefile or Path())


def _put(path: Path, rows: list[dict[str, str]]) -> bool:
    """Write rows, say what came of it; whether no form belongs to another name."""
    from musnad.namebook.file import put

    try:
        done = put(path, rows)
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror}")
    except ValueError as error:
        fail(str(error))
    for form, entity, line, theirs in done.conflicts:
        where = f"{path}:{line}" if line else str(path)
        say(
            f"{where}: {form} stands there for {theirs}, not {entity}; it was left so, change the line if that is wrong"
        )
    typer.echo(f"{path}: {done.added} added, {done.there} already there")
    return not done.conflicts
