"""Musnad from Python: read a page, ask a casefile. The names here are those of the package's root.

Results are frozen dataclasses (musnad.entry, musnad.links.findings) in `Rows`, which are tables too.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from musnad.casefile import story
from musnad.casefile.contents import CasePage, Contents, contents
from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.store import use
from musnad.doc import Doc, Fact, Page
from musnad.entry import Entry, entries
from musnad.export import tables
from musnad.export.formats import export
from musnad.export.readings import reading
from musnad.links.findings import Claim, Contradiction, Copy, Credit, Event, Position, Prediction, Story
from musnad.own import Own, load
from musnad.pipeline import annotate
from musnad.read.dates import day
from musnad.read.manifest import Known, Manifest
from musnad.read.paths import Problem, targets
from musnad.read.paths import read as read_file
from musnad.rows import Rows

__all__ = ["Casefile", "Reading", "read", "read_all"]

_SHOWN = 3_000  # characters of a page in a notebook


@dataclass(frozen=True)
class Reading:
    """A page that was read. `doc` has all marks; offsets are code points of `text`."""

    doc: Doc

    @property
    def text(self) -> str:
        return self.doc.source

    @property
    def outlet(self) -> str | None:
        return self.doc.outlet

    @property
    def published(self) -> str | None:
        """EDTF."""
        return self.doc.published

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is known of the page, each with where it was found."""
        return self.doc.facts

    @cached_property
    def statements(self) -> Rows[Entry]:
        """Who said what, through whom, down the page."""
        return _statements(list(entries(self.doc)))

    def to_dict(self) -> dict[str, Any]:
        """All layers, as `musnad read --format jsonl` writes them."""
        return reading(self.doc)

    def _repr_html_(self) -> str:
        """The page with what is said marked, and the statements."""
        said = sorted({span for entry in self.statements for span in ((p.start, p.end) for p in entry.content)})
        parts, place = [], 0
        for start, end in said:
            if start >= place:
                parts += [escape(self.text[place:start]), f"<mark>{escape(self.text[start:end])}</mark>"]
                place = end
            if place > _SHOWN:
                break
        parts.append(escape(self.text[place : max(place, _SHOWN)]))
        page = f'<div dir="rtl" lang="ar" style="white-space: pre-wrap">{"".join(parts)}</div>'
        return page + self.statements._repr_html_()


def read(
    page: str | Path,
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    names: str | Path | None = None,
) -> Reading:
    """Read one page: a file of any kind that `musnad read` takes, or a text itself.

    A string is a text where it has an Arabic letter or a line break and no file is called so; else a path. What is
    given of `outlet`, `published` (2024, 2024-05 or 2024-05-02) and `url` counts before what the page tells. `names`:
    a lexicon of one's own. ValueError where the page cannot be read or the file holds another number of pages than
    one, FileNotFoundError where there is none.
    """
    own = load(Path(names)) if names is not None else None
    known = Known(outlet=outlet, published=day(published) if published else None, url=url)
    if isinstance(page, str) and _is_text(page):
        return Reading(annotate(Page("text", page, known.outlet, known.published, known.url), own))
    path = Path(page)
    if not path.exists():
        raise FileNotFoundError(f"{path}: does not exist; check the path, or give the text itself")
    found = list(_pages([path], Manifest({path.name: known})))
    if len(found) != 1:
        raise ValueError(f"{path}: holds {len(found)} pages; read them with musnad.read_all([{str(path)!r}])")
    return Reading(annotate(found[0], own))


def read_all(paths: Iterable[str | Path], *, names: str | Path | None = None) -> Iterator[Reading]:
    """Read files, dumps and folders of pages, one page after another. ValueError where one cannot be read."""
    own: Own | None = load(Path(names)) if names is not None else None
    for page in _pages(map(Path, paths), Manifest({})):
        yield Reading(annotate(page, own))


@dataclass(frozen=True)
class Casefile:
    """A casefile on disk. Each question reads it anew; one about findings links it first where pages have come since.

    musnad.casefile.store.CasefileError where the path is no casefile.
    """

    path: str | Path

    def statements(
        self,
        *,
        source: str | None = None,
        outlet: str | None = None,
        stance: str | Iterable[str] = (),
        status: str | Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
        search: str | None = None,
        all_versions: bool = False,
    ) -> Rows[Entry]:
        """The ledger; the filters are those of `musnad ledger`, and all that is given must hold."""
        days = (since and day(since), until and day(until))
        wanted = Filter(source, outlet, _several(stance), _several(status), *days, search, all_versions)
        with use(Path(self.path)) as db:
            return _statements(list(ledger(db, wanted)))

    def pages(self) -> Rows[CasePage]:
        """Pages in their newest versions, with their texts."""
        case = self.contents()
        return Rows(case.pages, tables.table(case, "pages"))

    def page(self, doc: str) -> CasePage:
        """One page. KeyError where there is none of this name."""
        return self.contents().by_doc[doc]

    def claims(self, *, several: bool = False, disputed: bool = False) -> Rows[Claim]:
        """What is claimed. `several`: told more than once; `disputed`: another claim contradicts it."""
        case = self.contents()
        against = {name for pair in case.story.contradictions for name in (pair.a, pair.b)}
        kept = [
            claim
            for claim in case.story.claims
            if (not several or len(claim.members) > 1) and (not disputed or claim.id in against)
        ]
        chosen = replace(case, story=replace(case.story, claims=tuple(kept)))
        return Rows(tuple(kept), tables.table(chosen, "claims"))

    def claim(self, name: str) -> Claim:
        """One claim. KeyError where there is none of this id."""
        return self.contents().claims[name]

    def told(self, claim: Claim) -> Rows[Entry]:
        """The statements that put a claim forward."""
        case = self.contents()
        return _statements([case.entries[ref] for ref in claim.members])

    def copies(self) -> Rows[Copy]:
        """Which page took its text from which."""
        return self._findings("copies")

    def credits(self) -> Rows[Credit]:
        """Outlets that pages say they had their text from, and of which no page is at hand."""
        return self._findings("credits")

    def contradictions(self) -> Rows[Contradiction]:
        """Pairs of claims that cannot both hold."""
        return self._findings("contradictions")

    def predictions(self) -> Rows[Prediction]:
        """What was foretold, and what came of it."""
        return self._findings("predictions")

    def events(self) -> Rows[Event]:
        """What happened, is to happen or is disputed."""
        return self._findings("events")

    def positions(self) -> Rows[Position]:
        """What parties want, offer and refuse."""
        return self._findings("positions")

    def story(self) -> Story:
        """All that holds across the pages."""
        return self.contents().story

    def contents(self) -> Contents:
        """Everything, in one piece."""
        with use(Path(self.path)) as db:
            if story.outdated(db):
                story.relink(db)
            return contents(db, story.load(db))

    def words(self, doc: str, start: int, end: int) -> str:
        """A page's own words at code points [start, end)."""
        return self.page(doc).text[start:end]

    def export(self, form: str, *, table: str = "statements", language: str | None = None) -> bytes:
        """What `musnad export` writes. KeyError where there is no such format or table."""
        return export(self.contents(), form, table, language)

    def report(self, *, language: str = "ar") -> str:
        """What `musnad report` writes: one HTML page."""
        from musnad.export.report import as_report

        return as_report(self.contents(), language)

    def _findings(self, kind: str) -> Rows[Any]:
        case = self.contents()
        return Rows(getattr(case.story, kind), tables.table(case, kind))

    def _repr_html_(self) -> str:
        case = self.contents()
        counts = {"pages": len(case.pages), "statements": len(case.entries)}
        counts |= {kind: len(found) for kind, found in vars(case.story).items()}
        rows = "".join(f"<tr><th>{name}</th><td>{count}</td></tr>" for name, count in counts.items())
        return f"<table><caption>{escape(str(self.path))}</caption>{rows}</table>"


def _statements(found: list[Entry]) -> Rows[Entry]:
    """Entries as a table without the columns that only a story fills."""
    spec, _ = tables.TABLES["statements"]
    columns = tables.columns(spec)[: len(tables.columns(spec)) - 2]
    return Rows(tuple(found), tables.Table(columns, [tables.statement(entry) for entry in found]))


def _pages(paths: Iterable[Path], manifest: Manifest) -> Iterator[Page]:
    for target in targets(paths):
        if isinstance(target, Problem):
            raise ValueError(str(target))
        for found in read_file(target, manifest, None, io.BytesIO()):
            if isinstance(found, Problem):
                if found.grave:
                    raise ValueError(str(found))
                continue
            yield found.page


def _is_text(given: str) -> bool:
    if "\n" in given:
        return True
    arabic = any("\u0621" <= char <= "\u064a" for char in given)
    return arabic and not (len(given.encode()) < 256 and Path(given).exists())


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
