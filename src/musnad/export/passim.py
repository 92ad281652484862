"""Copied passages in clusters, an object a line, with the fields that Passim writes.

A cluster holds the same words, or what tells the same, wherever they stand. Passages of one page that overlap are
one; a copy without aligned passages joins the two pages as wholes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from musnad.casefile.contents import Contents
from musnad.links.findings import Evidence

__all__ = ["as_passim"]


def as_passim(case: Contents) -> Iterator[str]:
    """A passage a line: by cluster, date and place. `begin` and `end` are code points of the page's text."""
    order = {page.doc: number for number, page in enumerate(case.pages)}
    for number, group in enumerate(_clusters(case, order), 1):
        for place, at in enumerate(group, 1):
            page = case.by_doc[at.doc]
            passage = {
                "cluster": number, "size": len(group), "uid": f"{number}.{place}", "id": page.doc,
                "series": page.outlet or "", "date": page.published or "", "title": page.title or "",
                "url": page.url or "", "begin": at.start, "end": at.end, "text": page.text[at.start : at.end],
            }  # fmt: skip
            yield json.dumps(passage, ensure_ascii=False) + "\n"


def _clusters(case: Contents, order: dict[str, int]) -> list[list[Evidence]]:
    """Groups of stretches that copies or overlaps join, found by sweeping each page once."""
    parent: dict[Evidence, Evidence] = {}

    def root(at: Evidence) -> Evidence:
        while parent.setdefault(at, at) != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for here, there in _pairs(case):
        parent[root(here)] = root(there)
    last: Evidence | None = None
    for at in sorted(parent):
        if last and _overlap(last, at):
            parent[root(at)] = root(last)
        last = at if not last or at.doc != last.doc or at.end > last.end else last
    groups: dict[Evidence, list[Evidence]] = {}
    for at in sorted(parent):
        groups.setdefault(root(at), []).append(at)
    joined = [sorted(_joined(group), key=lambda at: (order[at.doc], at.start)) for group in groups.values()]
    return sorted(joined, key=lambda group: (order[group[0].doc], group[0].start))


def _pairs(case: Contents) -> Iterator[tuple[Evidence, Evidence]]:
    for copy in case.story.copies:
        for passage in copy.passages:
            yield Evidence(copy.doc, *passage.here), Evidence(copy.of, *passage.there)
        for retold in copy.retold:
            yield Evidence(copy.doc, *retold.here), Evidence(copy.of, *retold.there)
        if not copy.passages and not copy.retold:
            here, there = (Evidence(doc, 0, len(case.by_doc[doc].text)) for doc in (copy.doc, copy.of))
            yield here, there


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.doc == other.doc and one.start < other.end and other.start < one.end


def _joined(group: list[Evidence]) -> Iterator[Evidence]:
    """Each page's overlapping stretches as one."""
    last: Evidence | None = None
    for at in group:
        if last and _overlap(last, at):
            last = Evidence(at.doc, last.start, max(last.end, at.end))
            continue
        if last:
            yield last
        last = at
    if last:
        yield last
