"""A table as JSONL with every offset: statements as the ledger has them, findings with all their fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from musnad.casefile.contents import Contents
from musnad.export.readings import statement
from musnad.export.sheet import plain

__all__ = ["as_lines"]


def as_lines(case: Contents, name: str, language: str = "en") -> Iterator[str]:
    """An object a line; statements and claims refer to each other by the claim's id."""
    for item in _items(case, name, language):
        yield json.dumps(item, ensure_ascii=False) + "\n"


def _items(case: Contents, name: str, language: str) -> Iterable[dict[str, Any]]:
    if name == "statements":
        return _statements(case)
    if name == "pages":
        return (asdict(page) for page in case.pages)
    return (plain(item, language) for item in getattr(case.story, name))


def _statements(case: Contents) -> Iterator[dict[str, Any]]:
    for ref, entry in case.entries.items():
        page = {"doc": entry.doc, "outlet": entry.outlet, "published": entry.published, "url": entry.url}
        claim = case.claim_of.get(ref)
        yield page | statement(entry) | {"claim": claim and claim.id}
