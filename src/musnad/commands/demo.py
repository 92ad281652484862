"""musnad demo: the bundled story, read into a casefile."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from musnad.casefile.ledger import Filter
from musnad.commands.add import fill
from musnad.commands.ledger import show
from musnad.commands.session import Reader

__all__ = ["demo"]

CASEFILE = Path("musnad-demo.db")
_NEXT = """
These are {count} statements from {pages} invented pages on talks over a dam. What to type next:

who denies what
  {musnad} ledger {casefile} --stance denies
everything said about a place, in any spelling
  {musnad} ledger {casefile} --search نارفيلا
who disagrees with whom, and on what
  {musnad} contradictions {casefile}
one source or ten: claims by how many carry them, and how many independent origins they have
  {musnad} claims {casefile} --several
where the talks stand
  {musnad} talks {casefile}
why the first statement reads as it does
  {musnad} explain {where} --in {casefile}
your own pages
  {musnad} add mine.db FOLDER/
all of it in the browser, in English and Arabic
  {musnad} serve {casefile}
"""


def demo(
    casefile: Annotated[Path, typer.Argument(metavar="[CASEFILE]", help="Where to write the casefile.")] = CASEFILE,
) -> None:
    """Read the bundled demo story into a casefile, print its ledger and say what to type next."""
    folder = Path(str(files("musnad") / "demo"))
    reader = Reader([folder / "pages"], folder / "manifest.csv", None)
    fill(casefile, reader, workers=1)
    found = show(casefile, Filter())
    where = next((f"{entry.doc} {entry.cue.start}" for entry in found), "000 0")
    typer.echo(
        _NEXT.format(count=len(found), pages=len(reader.targets), casefile=casefile, where=where, musnad=_program())
    )


def _program() -> str:
    """How this command was called, where its bare name would not be found."""
    called = sys.argv[0]
    return called if Path(called).name == "musnad" and not which("musnad") else "musnad"
