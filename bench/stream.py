"""How much memory reading a dump takes: `python -m bench.stream [SIZE] [--annotate]`.

A JSONL dump of SIZE (1G, 100M, 500K) of made-up pages is written to a temporary file and read; what is printed is
the peak of the resident memory of this process at a quarter, half, three quarters and all of it. Flat is good.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from time import perf_counter

from musnad.pipeline import annotate_many
from musnad.read.manifest import Manifest
from musnad.read.paths import Capture, Target, read

__all__ = ["main", "pages", "write"]

_UNITS = {"K": 10**3, "M": 10**6, "G": 10**9}
_SENTENCE = "وقال المتحدث رقم {n} إن اللجنة ستعقد اجتماعها يوم الأحد المقبل، نافيا ما تردد عن تأجيله. "
_SENTENCES = 20


def size(text: str) -> int:
    """Bytes of `1G`, `100M`, `500K` or a plain number."""
    unit = _UNITS.get(text[-1:].upper())
    return int(float(text[:-1]) * unit) if unit else int(text)


def write(path: Path, wanted: int) -> int:
    """Write a dump of at least `wanted` bytes; the number of its pages."""
    number = done = 0
    with path.open("wb") as out:
        while done < wanted:
            number += 1
            text = "\n".join(_SENTENCE.format(n=number + i) for i in range(_SENTENCES))
            row = {"title": f"خبر رقم {number}", "body": text, "link": f"https://example.org/2024/03/04/{number}"}
            done += out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return number


def pages(path: Path) -> Iterator[Capture]:
    """The pages of a dump, as the commands read them."""
    for found in read(Target(path, path.stem), Manifest({}), None, BytesIO()):
        if not isinstance(found, Capture):
            raise ValueError(str(found))
        yield found


def peak() -> float:
    """The peak of this process's resident memory, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=size, nargs="?", default=10**8, help="bytes of the dump: 1G, 100M, 500K")
    parser.add_argument("--annotate", action="store_true", help="run all rooms on each page too (slower)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dump.jsonl"
        count = write(path, options.size)
        print(f"{count} pages, {path.stat().st_size / 10**6:.0f} MB; before: {peak():.0f} MB")
        found: Iterator[object] = pages(path)
        if options.annotate:
            found = annotate_many(capture.page for capture in pages(path))
        start = perf_counter()
        for number, _ in enumerate(found, 1):
            if number % max(count // 4, 1) == 0:
                print(f"{number:9} pages read: peak {peak():.0f} MB, {number / (perf_counter() - start):.0f} pages/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
