"""What joining pages finds and costs: `python -m bench.links PAGES.jsonl[.gz] [--limit N] [--sample N] [--workers N]`.

PAGES has one JSON object a line with `text` and perhaps `outlet` and `published`. Prints

* of a seeded sample: pairs of pages that share 60 words or more when every pair is laid side by side with difflib
  (runs of 8 words or more count), and how many of these the index of copies proposes and confirms;
* of all pages: pairs that share a run of 60 words, by an index that leaves nothing out, and how many are found;
* processor seconds for finding copies and for all links, copies among them, over growing numbers of pages, and the
  exponent of these.

The exit status is 1 where a pair was missed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, islice
from math import log
from pathlib import Path
from time import process_time

from bench.speed import dump
from musnad.links import copies, link
from musnad.links.account import Account, account
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.pipeline import annotate_many

__all__ = ["exhaustive", "exponent", "found", "main", "with_run"]

LONG = 60  # words of a passage that must not be missed
RUN = 8  # words of a run that counts as part of one
SEED = 20150803
SIZES = (500, 1000, 1500, 2000, 2500)
MISSES_SHOWN = 10

Pair = tuple[str, str]


def exhaustive(pages: Sequence[Account]) -> set[Pair]:
    """Pairs that share LONG words in runs of RUN or more, every pair laid side by side."""
    pairs = set()
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    for at, page in enumerate(pages):
        matcher.set_seq2(page.words)
        for other in pages[:at]:
            matcher.set_seq1(other.words)
            if sum(block.size for block in matcher.get_matching_blocks() if block.size >= RUN) >= LONG:
                pairs.add(_pair(page, other))
    return pairs


def with_run(pages: Sequence[Account]) -> set[Pair]:
    """Pairs that share one run of LONG words."""
    having: dict[tuple[str, ...], set[int]] = {}
    for number, page in enumerate(pages):
        for at in range(len(page.words) - LONG + 1):
            having.setdefault(page.words[at : at + LONG], set()).add(number)
    together = {frozenset(numbers) for numbers in having.values() if len(numbers) > 1}
    return {_pair(pages[i], pages[j]) for numbers in together for i, j in combinations(sorted(numbers), 2)}


def found(pages: Sequence[Account]) -> set[Pair]:
    """Pairs that the index proposes and the alignment confirms."""
    given = {page.doc: page for page in pages}
    memory = Memory()
    return copies.shared(memory, Pages(memory, dict.fromkeys(given, ""), given.__getitem__))


def _pair(one: Account, other: Account) -> Pair:
    return min(one.doc, other.doc), max(one.doc, other.doc)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """By which the number of pages is raised to give the cost: the slope of the logarithms (least squares)."""
    xs, ys = [log(size) for size in sizes], [log(each) for each in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def _compare(title: str, wanted: set[Pair], got: set[Pair]) -> bool:
    missed = sorted(wanted - got)
    print(f"{title}: {len(wanted)} pairs, {len(wanted) - len(missed)} of them found")
    for pair in missed[:MISSES_SHOWN]:
        print(f"missed  {pair[0]}  {pair[1]}", file=sys.stderr)
    return not missed


def _costs(pages: Sequence[Account]) -> None:
    sizes = [size for size in SIZES if size < len(pages)] + [len(pages)]
    rows = []
    print(f"{'pages':>7} {'copies s':>9} {'all links s':>12}")
    for size in sizes:
        some = random.Random(SEED).sample(pages, size)
        took = _steps(some)
        rows.append((took["claims"], took["end"]))
        print(f"{size:7} {rows[-1][0]:9.2f} {rows[-1][1]:12.2f}")
    if len(sizes) > 1:
        told = [exponent(sizes, column) for column in zip(*rows, strict=True)]
        print(f"cost grows with the pages to the power of {told[0]:.2f} (copies) and {told[1]:.2f} (all links)")


def _steps(pages: Sequence[Account]) -> dict[str, float]:
    """Processor seconds until each step of linking begins, and until the end."""
    start = process_time()
    took = {}
    link(pages, lambda step: took.update({step: process_time() - start}))
    return {**took, "end": process_time() - start}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="a JSONL file of pages, plain or gzipped")
    parser.add_argument("--limit", type=int, metavar="N", help="read the first N pages only")
    parser.add_argument("--sample", type=int, metavar="N", default=300, help="pages laid side by side, each with each")
    parser.add_argument("--workers", type=int, metavar="N", default=2, help="processes that read the pages")
    options = parser.parse_args(arguments)
    read = annotate_many(islice(dump(options.pages), options.limit), options.workers)
    pages = [account(doc) for doc in read]
    sample = random.Random(SEED).sample(pages, min(options.sample, len(pages)))
    wanted = exhaustive(sample)
    everything = with_run(pages)
    got = found(pages)
    whole = _compare(f"{len(sample)} pages, {LONG} words in runs of {RUN}", wanted, found(sample))
    whole &= _compare(f"{len(pages)} pages, {LONG} words in one run", everything, got)
    print(f"{len(got)} pairs of {len(pages)} pages share words; {len(link(pages).copies)} copies")
    _costs(pages)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
