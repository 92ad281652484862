"""musnad export and musnad report: a casefile as files for other tools and for readers."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from musnad.casefile.contents import Contents, contents
from musnad.casefile.store import CasefileError, use
from musnad.commands.link import linked_story
from musnad.commands.options import CaseFile, Language
from musnad.commands.output import whole
from musnad.commands.session import fail, say

__all__ = ["ExportFormat", "TableName", "everything", "export", "report"]


class ExportFormat(StrEnum):
    """The names of the formats; what they are stands in musnad.export.formats."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    prov_jsonld = "prov-jsonld"
    prov_n = "prov-n"
    schema_jsonld = "schema-jsonld"
    annotations = "annotations"
    ftm = "ftm"
    timelinejs = "timelinejs"
    gexf = "gexf"
    graphml = "graphml"
    misp = "misp"
    passim = "passim"
    markdown = "markdown"
    story = "story"


class TableName(StrEnum):
    """The tables of csv, jsonl and parquet."""

    statements = "statements"
    pages = "pages"
    claims = "claims"
    copies = "copies"
    credits = "credits"
    contradictions = "contradictions"
    predictions = "predictions"
    events = "events"
    positions = "positions"


def export(
    casefile: CaseFile,
    form: Annotated[ExportFormat, typer.Option("--format", help="The format; the manual says what each is for.")],
    table: Annotated[
        TableName, typer.Option("--table", help="Which table, for csv, jsonl and parquet.")
    ] = TableName.statements,
    language: Annotated[
        Language | None,
        typer.Option("--language", help="Of headings, labels and reasons: ar or en; ar for markdown, else en."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output."),
    ] = None,
) -> None:
    """Write a casefile in a format of other tools; the same casefile gives the same bytes."""
    from musnad.export.formats import FORMATS
    from musnad.export.formats import export as written

    extra = FORMATS[form.value].extra
    if table is not TableName.statements and not FORMATS[form.value].tabular:
        raise typer.BadParameter(f"{form.value} is no table; --table goes with csv, jsonl and parquet")
    case = everything(casefile)
    try:
        data = written(case, form.value, table.value, language and language.value)
    except ImportError as error:
        _missing(f"--format {form.value}", error, extra or "data")
    _write(data, output)


def report(
    casefile: CaseFile,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The report: one HTML file, or PDF with --pdf.")
    ],
    pdf: Annotated[bool, typer.Option("--pdf", help="Write PDF instead of HTML.")] = False,
    language: Annotated[
        Language, typer.Option("--language", help="Of headings, notes and reasons: ar or en.")
    ] = Language.ar,
    claims: Annotated[
        int, typer.Option("--claims", metavar="N", min=0, help="How many claims are told in full; 100 by default.")
    ] = 100,
) -> None:
    """Write a casefile as one page to read, to send and to print, with the words that each finding rests on."""
    case = everything(casefile)
    try:
        from musnad.export.report import as_pdf, as_report
    except ImportError as error:
        _missing("musnad report", error, "web")
    html = as_report(case, language.value, claims)
    try:
        data = as_pdf(html) if pdf else html.encode()
    except (ImportError, OSError) as error:  # weasyprint raises OSError where the system's text libraries are missing
        _missing("--pdf", error, "pdf")
    _write(data, output)
    say(f"{output}: {len(case.pages)} pages, {len(case.entries)} statements, {len(case.story.claims)} claims")


def everything(casefile: Path) -> Contents:
    """All of a casefile, linked where pages have come since. What is wrong ends the command."""
    story = linked_story(casefile)
    try:
        with use(casefile) as db:
            found = contents(db, story)
    except CasefileError as problem:
        fail(str(problem))
    if not found.pages:
        say(f"{casefile}: has no page; add some with: musnad add {casefile} PAGES")
    return found


def _missing(what: str, error: ImportError | OSError, extra: str) -> NoReturn:
    from musnad.read.extras import remedy

    if isinstance(error, ImportError):
        fail(f"{what} needs the library {error.name}; {remedy(extra)}")
    pango = "install Pango (on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0)"
    fail(f"{what}: {str(error).splitlines()[0]}; {pango}")


def _write(data: bytes, output: Path | None) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with whole(output) as draft:
        draft.write_bytes(data)
