"""musnad demo: the bundled story, read into a casefile."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from musnad.casefile.ledger import Filter
from musnad.commands.add import fill
from musnad.commands.ledger import show
from musnad.commands.session import Reader

__all__ = ["demo"]

CASEFILE = Path("musnad-demo.db")
_NEXT = """
These are {count} statements from {pages} invented pages on talks over a dam; the pages lie in {folder}
What to type next:
  musnad ledger {casefile} --stance denies           who denies what
  musnad ledger {casefile} --search نارفيلا           everything said about a place, in any spelling
  musnad ledger {casefile} --format csv > ledger.csv  for a spreadsheet
  musnad explain {page} {start}   why a statement reads as it does
  musnad read YOUR-PAGE.txt                           your own pages
"""


def demo(
    casefile: Annotated[Path, typer.Argument(metavar="[CASEFILE]", help="Where to write the casefile.")] = CASEFILE,
) -> None:
    """Read the bundled demo story into a casefile, print its ledger and say what to type next."""
    folder = Path(str(files("musnad") / "demo"))
    pages = folder / "pages"
    reader = Reader([pages], folder / "manifest.csv", None)
    fill(casefile, reader, workers=1)
    found = show(casefile, Filter())
    first = next((target for entry in found for target in reader.targets if target.doc == entry.doc), reader.targets[0])
    start = next((entry.cue.start for entry in found if entry.doc == first.doc), 0)
    typer.echo(
        _NEXT.format(
            count=len(found), pages=len(reader.targets), folder=pages, casefile=casefile, page=first.path, start=start
        )
    )
