"""Draw statements at random for a reader to judge: `python -m bench.audits.sample PAGES.jsonl[.gz] IDS.tsv WORDS.txt`.

Reads every page, draws `--count` of all their statements with `--seed`, and writes them twice in the order
drawn. IDS.tsv holds no word of a page: the seed, the page's line in the file and a hash of its address, the cue's
offsets, and two empty columns for the reader (verdict, class; see README.md). WORDS.txt, for the reader
alone, shows each statement in its place: ⟦cue⟧, {source}, [content], and under it the chain, stance and status.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from musnad import pipeline
from musnad.doc import Doc, Page, Statement

__all__ = ["Drawn", "draw", "main"]

BEFORE, AFTER = 500, 250  # characters of the page that a reader sees round a statement
COLUMNS = ("draw", "line", "page", "start", "end", "verdict", "class")


@dataclass(frozen=True)
class Drawn:
    """A statement and where it stands: the page's line in the file (from 1), its address, the page read."""

    seed: int
    line: int
    url: str
    doc: Doc
    statement: Statement

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of IDS.tsv; the reader fills the last two."""
        page = sha256(self.url.encode()).hexdigest()[:12]
        return (str(self.seed), str(self.line), page, *map(str, self.statement.span), "", "")

    @property
    def words(self) -> str:
        """The statement in its place."""
        found, text = self.statement, self.doc.source
        marks = {(found.span, "⟦⟧"), *((part, "[]") for part in found.content)}
        if found.source:
            marks.add((found.source, "{}"))
        first = max(0, min(span.start for span, _ in marks) - BEFORE)
        last = max(span.end for span, _ in marks) + AFTER
        # At one place an end comes before a beginning, and of two beginnings the longer stretch first.
        brackets = [(span.start, 1, -span.end, pair[0]) for span, pair in marks]
        brackets += [(span.end, 0, -span.start, pair[1]) for span, pair in marks]
        shown, reached = "", first
        for place, *_, bracket in sorted(brackets):
            shown += text[reached:place] + bracket
            reached = place
        chain = " ‹ ".join(f"{self.doc.text(link.span)} ({link.kind}: {link.entity})" for link in found.chain)
        return f"{shown}{text[reached:last]}\n→ {chain or 'nobody'}; {found.stance}, {found.status}"


def pages(path: Path) -> Iterator[tuple[str, Page]]:
    """Addresses and pages of a JSONL file; a page is named by its line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            yield row.get("url") or "", Page(str(number), row["text"], row.get("outlet"), row.get("published"))


def draw(path: Path, count: int, seed: int) -> list[Drawn]:
    """`count` of all statements of all pages, each as likely as any other."""
    chance = Random(seed)
    kept: list[Drawn] = []
    seen = 0
    for url, page in pages(path):
        doc = pipeline.annotate(page)
        for statement in doc.marks(Statement):
            seen += 1
            place = len(kept) if seen <= count else chance.randrange(seen)
            if place < count:
                kept[place : place + 1] = [Drawn(seed, int(page.doc), url, doc, statement)]
    chance.shuffle(kept)
    return kept


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="JSON objects with text, url and perhaps outlet and published")
    parser.add_argument("ids", type=Path, help="the table to fill in; may be kept")
    parser.add_argument("words", type=Path, help="the same statements to read; holds words of the pages")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    drawn = draw(options.pages, options.count, options.seed)
    options.ids.write_text("".join("\t".join(row) + "\n" for row in (COLUMNS, *(d.row for d in drawn))), "utf-8")
    options.words.write_text("\n\n".join(f"{n}. {d.words}" for n, d in enumerate(drawn, 1)) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
