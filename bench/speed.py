"""How fast pages are read: `python -m bench.speed [PAGES.jsonl[.gz]] [--limit N]`.

PAGES has one JSON object a line with `text` and perhaps `outlet` and `published`; without it the bundled
demo is read over and over. Prints pages a second on one core, and median and 95th percentile of the
milliseconds a page, in all and by stage. The milliseconds are of processor time: what others on a shared
machine take is not counted. "scan" is the trigger scan with all that lies between stages,
"scan:names" what a scan for the names room's lexicons alone costs, measured beside the rest.
A page that raises is named, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from musnad import pipeline
from musnad.doc import Doc, Mark, Page
from musnad.rules import Lexicon, Scanner
from musnad.stages import names

__all__ = ["Timing", "main", "measure"]

DEMO_ROUNDS = 20
ERRORS_SHOWN = 10


@dataclass
class Timing:
    """Milliseconds of each page, in all and by stage, and what raised (page: error)."""

    whole: list[float] = field(default_factory=list)
    stages: dict[str, list[float]] = field(default_factory=dict)
    characters: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Clocked:
    """A stage that notes in `spent` how long its last `find` took."""

    stage: pipeline.Stage
    spent: dict[str, float]

    def __post_init__(self) -> None:
        self.NAME: str = self.stage.NAME
        self.LEXICONS: tuple[Lexicon, ...] = self.stage.LEXICONS
        self.READS: tuple[type[Mark], ...] = self.stage.READS
        self.WRITES: tuple[type[Mark], ...] = self.stage.WRITES

    def find(self, doc: Doc) -> Iterable[Mark]:
        start = process_time()
        found = list(self.stage.find(doc))
        self.spent[self.NAME] = (process_time() - start) * 1000
        return found


@contextmanager
def clocked_stages() -> Iterator[dict[str, float]]:
    """The pipeline with clocks in it: gives the milliseconds of each stage on the page read last."""
    plain, spent = pipeline.STAGES, dict[str, float]()
    pipeline.STAGES = tuple(Clocked(stage, spent) for stage in plain)
    try:
        yield spent
    finally:
        pipeline.STAGES = plain


def measure(pages: Iterable[Page]) -> Timing:
    """Read pages one after another. Lexicons are loaded before the clock starts."""
    pipeline.annotate(Page("warm", "قال"))
    timing = Timing(stages={name: [] for name in (*(stage.NAME for stage in pipeline.STAGES), "scan", "scan:names")})
    names_alone = Scanner(names.LEXICONS)
    with clocked_stages() as spent:
        for page in pages:
            start = process_time()
            try:
                reading = pipeline.annotate(page).reading.string
            except Exception as error:  # a benchmark over a dump tells of every page that breaks
                timing.errors.append(f"{page.doc}: {type(error).__name__}: {error}")
                continue
            whole = (process_time() - start) * 1000
            timing.whole.append(whole)
            timing.characters += len(page.source)
            start = process_time()
            names_alone.scan(reading)
            alone = (process_time() - start) * 1000
            for name, took in {**spent, "scan": whole - sum(spent.values()), "scan:names": alone}.items():
                timing.stages[name].append(took)
    return timing


def dump(path: Path) -> Iterator[Page]:
    """The pages of a JSONL file, named by their line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            yield Page(f"line {number}", row["text"], row.get("outlet") or None, row.get("published") or None)


def demo() -> Iterator[Page]:
    """The bundled demo, many times over."""
    folder = files("musnad") / "demo" / "pages"
    pages = [Page(page.name, page.read_bytes().decode("utf-8")) for page in folder.iterdir()]
    for _ in range(DEMO_ROUNDS):
        yield from pages


def table(timing: Timing) -> str:
    """What was measured, in lines."""
    count, seconds = len(timing.whole), sum(timing.whole) / 1000
    lines = [
        f"{count} pages, {timing.characters / count:.0f} characters a page: {count / seconds:.0f} pages a second",
        f"{'ms a page':12} {'median':>8} {'p95':>8} {'share':>7}",
    ]
    for name, took in {"all": timing.whole, **timing.stages}.items():
        p95 = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
        lines.append(f"{name:12} {median(took):8.2f} {p95:8.2f} {sum(took) / seconds / 1000:7.0%}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="?", help="a JSONL file of pages, plain or gzipped")
    parser.add_argument("--limit", type=int, metavar="N", help="read the first N pages only")
    options = parser.parse_args(arguments)
    timing = measure(islice(dump(options.pages) if options.pages else demo(), options.limit))
    if timing.whole:
        print(table(timing))
    for line in timing.errors[:ERRORS_SHOWN]:
        print(f"error  {line}", file=sys.stderr)
    print(f"{len(timing.errors)} pages raised")
    return 1 if timing.errors else 0


if __name__ == "__main__":
    sys.exit(main())
