"""What one page more costs: `python -m bench.increment PAGES.jsonl[.gz] CASEFILE [--pages N] [--adds N] [--check]`.

PAGES has one JSON object a line with `text`, `outlet` and `published`. Where CASEFILE does not exist it is made: of
those pages, and of as many made ones as fill it up to N, each by one of the outlets on some day of half a year. One
in ten is the first half of one page as it is. The others have paragraphs of several pages, in which four of five
words that are not among the commonest give way to other words of the pages. Prints how long linking from nothing
takes, then for each page that is added how long it takes to read, to keep and to link it, what the casefile weighs,
and with `--check` whether linking from nothing finds the same (exit status 1 where it does not).
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import sys
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from bench.speed import dump
from musnad.casefile import pages, story
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.doc import Page
from musnad.pipeline import annotate, annotate_many

__all__ = ["enlarged", "main"]

SEED = 20150803
DAYS = 180  # over which recombined pages are spread
FEWEST, MOST = 3, 7  # paragraphs
COMMONEST = 400  # words that stay where they are
SWAPPED = 0.8  # share of the other words that give way
FIRST = date(2015, 5, 1)
COPIES = 0.1  # share of pages that are half of one page as it is
RUN = Run("2026-01-01T00:00:00+00:00", "bench", {})


def enlarged(given: Sequence[Page], chance: random.Random) -> Iterator[Page]:
    """The pages, then recombined ones without end."""
    yield from given
    words = [word for page in given for word in page.source.split()]
    common = {word for word, _ in Counter(words).most_common(COMMONEST)}
    outlets = sorted({page.outlet for page in given if page.outlet})
    for number in range(sys.maxsize):
        copied = chance.random() < COPIES
        of = [chance.choice(given)] if copied else chance.sample(given, chance.randint(FEWEST, MOST))
        lines = [line for page in of for line in _some(page, None if copied else 1, chance)]
        if not copied:
            lines = [" ".join(_swapped(line.split(), common, words, chance)) for line in lines]
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        yield Page(f"again {number}", "\n".join(lines), chance.choice(outlets), day.isoformat())


def _some(page: Page, count: int | None, chance: random.Random) -> list[str]:
    """So many paragraphs of a page, or its first half."""
    lines = [line for line in page.source.split("\n") if line.strip()]
    return lines[: len(lines) // 2 + 1] if count is None else chance.sample(lines, min(count, len(lines)))


def _swapped(line: Sequence[str], common: set[str], words: Sequence[str], chance: random.Random) -> Iterator[str]:
    for word in line:
        other = chance.choice(words) if word not in common and chance.random() < SWAPPED else word
        yield word if other in common else other


def _build(path: Path, given: Iterator[Page], workers: int) -> None:
    with use(path, create=True) as db:
        for doc in annotate_many(given, workers):
            pages.keep(db, doc, doc.source.encode(), RUN)


def _add(db: sqlite3.Connection, page: Page) -> str:
    """What reading and keeping a page takes, and linking it."""
    start = perf_counter()
    doc = annotate(page)
    pages.keep(db, doc, doc.source.encode(), RUN)
    wall, cpu = perf_counter(), process_time()
    story.relink(db)
    words, read, linked, used = len(page.source.split()), wall - start, perf_counter() - wall, process_time() - cpu
    return f"{words} words, read and kept in {read:.2f} s, linked in {linked:.2f} s, {used:.2f} s of processor"


def _anew(db: sqlite3.Connection) -> None:
    wall, cpu = perf_counter(), process_time()
    story.relink(db, anew=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, cpu = perf_counter() - wall, process_time() - cpu
    print(f"from nothing: {wall:.1f} s, {cpu:.1f} s of processor; the process had {memory:,.0f} MB at most", flush=True)


def _size(db: sqlite3.Connection, path: Path) -> str:
    held = db.execute("SELECT sum(length(body)) FROM memory").fetchone()[0]
    found = db.execute("SELECT sum(length(CAST(body AS BLOB))) FROM findings").fetchone()[0]
    return f"{path.stat().st_size / 1e6:,.0f} MB, of these {held / 1e6:,.0f} remembered and {found / 1e6:,.0f} found"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="a JSONL file of pages, plain or gzipped")
    parser.add_argument("casefile", type=Path, help="the casefile; made where it does not exist")
    parser.add_argument("--pages", type=int, metavar="N", default=10_000, dest="count", help="pages of the casefile")
    parser.add_argument("--adds", type=int, metavar="N", default=10, help="pages that are added one by one")
    parser.add_argument("--workers", type=int, metavar="N", default=2, help="processes that read the pages")
    parser.add_argument("--check", action="store_true", help="link from nothing in the end, and compare")
    options = parser.parse_args(arguments)
    every = enlarged(list(dump(options.pages)), random.Random(SEED))
    if not options.casefile.exists():
        _build(options.casefile, islice(every, options.count), options.workers)
    else:
        deque(islice(every, _count(options.casefile)), maxlen=0)
    with use(options.casefile) as db:
        if story.linked(db) is None:
            _anew(db)
        for page in islice(every, options.adds):
            print("one page more:", _add(db, page), flush=True)
        print(_size(db, options.casefile))
        if not options.check:
            return 0
        found = story.load(db)
        _anew(db)
        same = found == story.load(db)
        print("linking from nothing finds", "the same" if same else "something else")
        return 0 if same else 1


def _count(path: Path) -> int:
    with use(path) as db:
        return int(db.execute("SELECT count(*) FROM pages").fetchone()[0])


if __name__ == "__main__":
    sys.exit(main())
