"""What the gate reads: sets of pages with their gold, and Musnad's readings of them."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from musnad.doc import Doc, Furniture, Mention, Page, Repair, Span, Statement, TimeExpression
from musnad.pipeline import annotate
from tests.gate.score import Item, Reading

__all__ = ["NAMES", "ROOT", "GoldSet", "gold_sets", "reading"]

ROOT = Path(__file__).parents[2]
NAMES = ("seeds", "mixed", "demo")


@dataclass(frozen=True)
class GoldSet:
    """Pages (`.txt`, perhaps with a `manifest.csv` beside or above them) and one gold JSON file a page."""

    name: str
    pages: Path
    gold: Path

    def golds(self) -> dict[str, Reading]:
        """Gold by the page's doc."""
        found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.gold.glob("*.json")))
        return {gold["doc"]: gold for gold in found}

    def digest(self) -> str:
        """SHA-256 over the names and the bytes of all gold files."""
        digest = hashlib.sha256()
        for path in sorted(self.gold.glob("*.json")):
            digest.update(f"{path.name}\n".encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def each_page(self) -> Iterator[Page]:
        """The pages as published: bytes are decoded, newlines stay."""
        known = self._manifest()
        for path in sorted(self.pages.glob("*.txt")):
            row = known.get(path.name, {})
            yield Page(
                doc=path.stem.split("_")[0],
                source=path.read_bytes().decode("utf-8"),
                outlet=row.get("outlet") or None,
                published=row.get("published") or None,
            )

    def _manifest(self) -> dict[str, dict[str, str]]:
        for folder in (self.pages, self.pages.parent):
            if (folder / "manifest.csv").is_file():
                with (folder / "manifest.csv").open(encoding="utf-8", newline="") as rows:
                    return {row["file"]: row for row in csv.DictReader(rows)}
        return {}

    def readings(self) -> dict[str, Reading]:
        """What Musnad reads, by the page's doc."""
        return {page.doc: reading(annotate(page)) for page in self.each_page()}


def gold_sets() -> dict[str, GoldSet]:
    """The sets that are here: the bundled demo always, the others where MUSNAD_SHARED (else ../shared) has them."""
    shared = Path(os.environ.get("MUSNAD_SHARED") or ROOT.parent / "shared")
    demo = ROOT / "src" / "musnad" / "demo"
    found = {name: GoldSet(name, shared / "pages" / name, shared / "gold" / name) for name in NAMES}
    found["demo"] = GoldSet("demo", demo / "pages", demo / "gold")
    return {name: each for name, each in found.items() if each.gold.is_dir()}


def reading(doc: Doc) -> Reading:
    """A doc's marks in the gold's form."""

    def at(span: Span) -> dict[str, object]:
        return {"start": span.start, "end": span.end}

    def statement(mark: Statement) -> Item:
        return {
            "cue": at(mark.span),
            "source": at(mark.source) if mark.source else None,
            "chain": [{"kind": link.kind, "entity": link.entity} for link in mark.chain],
            "content": [at(span) for span in mark.content],
            "stance": mark.stance,
            "status": mark.status,
            "negated": mark.negated,
        }

    return {
        "published": doc.published,
        "furniture": [at(mark.span) for mark in doc.marks(Furniture)],
        "obfuscations": [{**at(mark.span), "clean": mark.clean} for mark in doc.marks(Repair)],
        "times": [{**at(mark.span), "value": mark.value} for mark in doc.marks(TimeExpression)],
        "mentions": [{**at(mark.span), "entity": mark.entity, "type": mark.type} for mark in doc.marks(Mention)],
        "statements": [statement(mark) for mark in doc.marks(Statement)],
    }
