"""The command `musnad`. Each command lives in a module of its own; here they are put together."""

from __future__ import annotations

import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from musnad.commands.add import add, reread
from musnad.commands.claims import claim, claims, contradictions, copies
from musnad.commands.demo import demo
from musnad.commands.explain import explain
from musnad.commands.export import export, report
from musnad.commands.fetch import fetch
from musnad.commands.ledger import ledger
from musnad.commands.link import link
from musnad.commands.mcp import mcp
from musnad.commands.names import names
from musnad.commands.process import events, predictions, talks, timeline, track_record
from musnad.commands.read import read
from musnad.commands.serve import serve
from musnad.commands.versions import versions
from musnad.commands.watch import watch

__all__ = ["app", "main"]

app = typer.Typer(
    help="Who said what, through whom: a ledger of Arabic news with its chains of transmission.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # help and errors stay plain lines, the same in a terminal and in a pipe
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    add,
    reread,
    fetch,
    watch,
    ledger,
    versions,
    link,
    copies,
    claims,
    claim,
    contradictions,
    export,
    report,
    mcp,
    predictions,
    track_record,
    events,
    talks,
    timeline,
    explain,
    serve,
    demo,
):
    app.command()(command)
app.add_typer(names, name="names")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"musnad {version('musnad')}")
        raise typer.Exit


@app.callback()
def root(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Who said what, through whom: a ledger of Arabic news with its chains of transmission."""
    del show_version


def main() -> None:
    """Run the command. What it prints is UTF-8 wherever it runs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except OSError as error:  # a full disk, a closed terminal: nothing that a traceback would explain
        sys.exit(f"musnad: {error}")
