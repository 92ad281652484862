"""What the gate reads: sets of pages with their gold, read as `musnad read` reads them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from musnad.doc import Page
from musnad.export.readings import reading
from musnad.pipeline import annotate
from musnad.read import manifest, paths
from tests.gate.score import Reading

__all__ = ["NAMES", "ROOT", "GoldSet", "gold_sets"]

ROOT = Path(__file__).parents[2]
NAMES = ("seeds", "mixed", "demo", "own", "unseen")


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
        """The pages with what the manifest knows of them. ValueError where one cannot be read."""
        beside = (folder / "manifest.csv" for folder in (self.pages, self.pages.parent))
        known = next((manifest.load(path) for path in beside if path.is_file()), manifest.Manifest({}))
        for target in paths.targets([self.pages]):
            if isinstance(target, paths.Problem):
                raise ValueError(str(target))
            for found in paths.read(target, known, None, BytesIO()):
                if isinstance(found, paths.Problem):
                    raise ValueError(str(found))
                yield found.page

    def readings(self) -> dict[str, Reading]:
        """What Musnad reads, by the page's doc."""
        return {page.doc: reading(annotate(page)) for page in self.each_page()}


def gold_sets() -> dict[str, GoldSet]:
    """The sets that are here: the project's own always, `seeds` and `mixed` where MUSNAD_SHARED (else ../shared) has
    them."""
    shared = Path(os.environ.get("MUSNAD_SHARED") or ROOT.parent / "shared")
    here = Path(__file__).parent
    homes = {"demo": ROOT / "src" / "musnad" / "demo", "own": here / "own", "unseen": here / "unseen"}
    found = {
        name: GoldSet(name, homes[name] / "pages", homes[name] / "gold")
        if name in homes
        else GoldSet(name, shared / "pages" / name, shared / "gold" / name)
        for name in NAMES
    }
    return {name: each for name, each in found.items() if each.gold.is_dir()}
