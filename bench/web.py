"""How long readers wait: `python -m bench.web CASEFILE [SECONDS]`.

A copy of the casefile is served by `musnad serve` on this machine alone. Eight readers ask for its pages, each one
after the other's answer, while `musnad add` writes pages into it. For each kind of page: how many were answered, the
median and the 95th percentile of milliseconds.
"""

from __future__ import annotations

import http.client
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, urlencode

from musnad.casefile import browse, found
from musnad.casefile.store import look

__all__ = ["addresses", "main", "measure"]

READERS = 8
SECONDS = 20
_COMMAND = (sys.executable, "-c", "import sys; from musnad.cli import main; sys.argv[0] = 'musnad'; main()")
_WORDS = ("الوزير", "الرياض", "مجلس الأمن", "النفط", "الملك", "وزارة الخارجية")


def addresses(path: Path, chance: random.Random) -> dict[str, list[str]]:
    """Addresses to ask for, by kind of page."""
    with look(path) as db:
        docs = [row["doc"] for row in db.execute("SELECT doc FROM pages ORDER BY id")]
        claims = [row["claim"] for row in db.execute("SELECT DISTINCT claim FROM claim_members ORDER BY claim")]
        speakers = [speaker.name for speaker in browse.speakers(db, 40)]
        copies = found.of_kind(db, "copies", 40)
        months = sorted({day[:7] for day in browse.period(db) or ()})
    return {
        "overview": ["/"],
        "ledger": [f"/ledger?p={chance.randint(1, 20)}" for _ in range(20)] + ["/ledger?stance=denies"],
        "search": [f"/ledger?{urlencode({'q': words})}" for words in _WORDS],
        "page": [f"/page/{quote(doc, safe='')}" for doc in chance.sample(docs, min(60, len(docs)))],
        "claims": ["/claims", "/claims?several=yes", "/claims?disputed=yes"],
        "claim": [f"/claim/{quote(claim, safe='')}" for claim in chance.sample(claims, min(60, len(claims)))],
        "sources": ["/sources", "/sources?p=2"],
        "source": [f"/source?{urlencode({'name': name})}" for name in speakers],
        "network": ["/network"],
        "timeline": ["/timeline", "/timeline?kind=prediction", *(f"/timeline?since={m}&until={m}" for m in months)],
        "talks": ["/talks"],
        "copies": ["/copies"],
        "copy": [f"/copy?{urlencode({'doc': copy.doc, 'of': copy.of})}" for copy in copies],
        "pages": ["/pages", "/pages?p=3"],
        "verdicts": ["/verdicts"],
        "about": ["/about"],
    }


def measure(path: Path, seconds: float, readers: int = READERS) -> dict[str, list[float]]:
    """Seconds that each answer took, by kind of page; ValueError where one is no page."""
    asked = addresses(path, random.Random(7))
    with _served(path) as (host, port), _adding(path), ThreadPoolExecutor(readers) as pool:
        until = time.monotonic() + seconds
        tours = pool.map(lambda number: list(_tour(host, port, asked, until, number)), range(readers))
        took: defaultdict[str, list[float]] = defaultdict(list)
        for kind, answer in (each for tour in tours for each in tour):
            took[kind].append(answer)
    return dict(took)


def main(arguments: Sequence[str] | None = None) -> None:
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not given:
        sys.exit("usage: python -m bench.web CASEFILE [SECONDS]")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(given[0], folder))
        took = measure(path, float(given[1]) if len(given) > 1 else SECONDS)
    print(f"{'page':<10} {'answers':>7} {'median ms':>9} {'p95 ms':>7}")
    every = [answer for answers in took.values() for answer in answers]
    for kind, answers in [*sorted(took.items()), ("all", every)]:
        p95 = statistics.quantiles(answers, n=20)[-1] if len(answers) > 1 else answers[0]
        print(f"{kind:<10} {len(answers):>7} {1000 * statistics.median(answers):>9.0f} {1000 * p95:>7.0f}")


def _tour(host: str, port: int, asked: dict[str, list[str]], until: float, number: int) -> Iterator[tuple[str, float]]:
    """One reader's way through the site; every reader begins elsewhere."""
    chance = random.Random(number)
    kinds = sorted(asked)
    connection = http.client.HTTPConnection(host, port, timeout=60)
    while time.monotonic() < until:
        kind = chance.choice(kinds)
        begun = time.perf_counter()
        connection.request("GET", chance.choice(asked[kind]), headers={"Accept-Language": chance.choice(["ar", "en"])})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ValueError(f"{kind}: {answer.status}")
        yield kind, time.perf_counter() - begun


@contextmanager
def _served(path: Path) -> Iterator[tuple[str, int]]:
    command = (*_COMMAND, "serve", str(path), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        place = re.match(r"http://([\d.]+):(\d+)/", server.stdout.readline())
        if not place:
            raise ValueError("musnad serve did not begin")
        try:
            yield place[1], int(place[2])
        finally:
            server.terminate()


@contextmanager
def _adding(path: Path) -> Iterator[None]:
    """The demo's pages are added while it lasts."""
    demo = str(files("musnad") / "demo" / "pages")
    with subprocess.Popen((*_COMMAND, "add", str(path), demo, "--no-link"), stdout=subprocess.DEVNULL) as adding:
        try:
            yield
        finally:
            adding.terminate()


if __name__ == "__main__":
    main()
