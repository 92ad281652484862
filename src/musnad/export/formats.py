"""The formats in which a whole casefile leaves Musnad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from musnad.casefile.contents import Contents

__all__ = ["FORMATS", "Format", "export"]


@dataclass(frozen=True)
class Format:
    """`module` of this package and the `function` in it; the `extra` that brings the library it needs.

    `tabular`: it holds one table, which must be named. `worded`: the language of its own words, where it has any and
    no other is asked for.
    """

    module: str
    function: str
    what: str
    extra: str | None = None
    tabular: bool = False
    worded: str | None = None


FORMATS = {
    "csv": Format("spreadsheet", "as_spreadsheet", "a table for spreadsheets", tabular=True, worded="en"),
    "jsonl": Format("lines", "as_lines", "a table with every offset, an object a line", tabular=True, worded="en"),
    "parquet": Format("parquet", "as_parquet", "a table for data frames", "data", tabular=True, worded="en"),
    "prov-jsonld": Format("prov_jsonld", "as_prov_jsonld", "who had what from whom, as W3C PROV in JSON-LD"),
    "prov-n": Format("prov_n", "as_prov_n", "the same in PROV's own notation"),
    "schema-jsonld": Format("schema_jsonld", "as_schema_jsonld", "pages, quotations and claims as schema.org"),
    "annotations": Format(
        "annotations", "as_annotations", "statements on their pages as W3C Web Annotations", worded="en"
    ),
    "ftm": Format("ftm", "as_ftm", "FollowTheMoney entities, for Aleph and OpenAleph"),
    "timelinejs": Format("timelinejs", "as_timelinejs", "a timeline for TimelineJS", worded="en"),
    "gexf": Format("gexf", "as_gexf", "who cites whom, for Gephi"),
    "graphml": Format("graphml", "as_graphml", "who cites whom, for other tools that draw networks"),
    "misp": Format("misp", "as_misp", "an event for MISP, with the grades of the Admiralty code as tags", worded="en"),
    "passim": Format("passim", "as_passim", "copied passages in clusters, as Passim writes them"),
    "markdown": Format("markdown", "as_markdown", "a brief to read", worded="ar"),
    "story": Format("story", "as_story_text", "what holds across pages, as one JSON object"),
}


def export(case: Contents, name: str, table: str = "statements", language: str | None = None) -> bytes:
    """A casefile in one of FORMATS, whole; the same casefile gives the same bytes.

    KeyError where there is no such format or table, ImportError where its library is not installed.
    """
    form = FORMATS[name]
    function = getattr(import_module(f"musnad.export.{form.module}"), form.function)
    given = (*([table] if form.tabular else []), *([language or form.worded] if form.worded else []))
    found: bytes | str | Iterable[str] = function(case, *given)
    if isinstance(found, bytes):
        return found
    return (found if isinstance(found, str) else "".join(found)).encode()
