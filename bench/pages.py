"""How well the main text of HTML pages is found: `python -m bench.pages [FOLDER]`.

FOLDER has HTML pages, each with a TOML file of the same name beside it: `main` (its text, a line a paragraph) and
`beside` (lines that count neither way: headline, deck, headings). Without it the fixtures of the tests are read.
Prints F1 by characters, in the order of the text, of Musnad, trafilatura and resiliparse in the same run, page by
page and on average, and the days of publication that Musnad has right. The exit status is 1 where Musnad is not
above both.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import fmean
from typing import Any

import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from musnad.doc import Doc, Furniture
from musnad.pipeline import annotate
from musnad.read.content import content, page
from musnad.read.item import HTML

__all__ = ["FIXTURES", "Fixture", "body", "f1", "fixtures", "main", "read"]

FIXTURES = Path(__file__).parent.parent / "tests" / "pages" / "html"


@dataclass(frozen=True)
class Fixture:
    """A page's bytes and its gold."""

    name: str
    data: bytes
    gold: dict[str, Any]


def fixtures(folder: Path) -> Iterator[Fixture]:
    """The pages of a folder that have gold beside them, by name."""
    for path in sorted(folder.glob("*.html")):
        yield Fixture(path.stem, path.read_bytes(), tomllib.loads(path.with_suffix(".toml").read_text("utf-8")))


def read(fixture: Fixture) -> Doc:
    """The page as Musnad reads it."""
    return annotate(page(fixture.name, content(fixture.data, HTML), ()))


def body(doc: Doc) -> str:
    """What Musnad takes for the article: the text without its furniture."""
    text, at = "", 0
    for mark in doc.marks(Furniture):
        text += doc.source[at : mark.span.start]
        at = mark.span.end
    return text + doc.source[at:]


def _musnad(fixture: Fixture) -> str:
    return body(read(fixture))


def _trafilatura(fixture: Fixture) -> str:
    return trafilatura.extract(fixture.data, include_comments=False, include_tables=False) or ""


def _resiliparse(fixture: Fixture) -> str:
    html = bytes_to_str(fixture.data, detect_encoding(fixture.data) or "utf-8")
    return str(extract_plain_text(html, main_content=True))


TOOLS: dict[str, Callable[[Fixture], str]] = {
    "musnad": _musnad,
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
}


def f1(found: str, gold: dict[str, Any]) -> float:
    """F1 of characters in words that stand in both texts in the same order."""
    free = {" ".join(line.split()) for line in gold["beside"].splitlines()}
    lines = (line for line in found.splitlines() if " ".join(line.split()).lstrip("#• ") not in free)
    got, wanted = " ".join(lines).split(), gold["main"].split()
    blocks = SequenceMatcher(None, got, wanted, autojunk=False).get_matching_blocks()
    same = sum(len(word) for block in blocks for word in got[block.a : block.a + block.size])
    whole = sum(map(len, got)) + sum(map(len, wanted))
    return 2 * same / whole if whole else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FIXTURES, help="HTML pages with gold beside them")
    parser.add_argument("--show", metavar="NAME", help="print what Musnad takes for the article of one page")
    options = parser.parse_args(arguments)
    found = list(fixtures(options.folder))
    if options.show:
        for fixture in found:
            if fixture.name == options.show:
                print(body(read(fixture)))
        return 0
    scores: dict[str, list[float]] = {name: [] for name in TOOLS}
    right = 0
    print(f"{'page':14} {''.join(f'{name:>13}' for name in TOOLS)}   published")
    for fixture in found:
        for name, tool in TOOLS.items():
            scores[name].append(f1(tool(fixture), fixture.gold))
        day, wanted = read(fixture).published, fixture.gold.get("published")
        right += day == wanted
        row = "".join(f"{each[-1]:13.3f}" for each in scores.values())
        print(f"{fixture.name:14} {row}   {day or '-'}{'' if day == wanted else f' (is {wanted})'}")
    means = {name: fmean(each) for name, each in scores.items()}
    print(f"{'macro F1':14} {''.join(f'{mean:13.3f}' for mean in means.values())}   {right} of {len(found)} right")
    return 0 if all(means["musnad"] > mean for name, mean in means.items() if name != "musnad") else 1


if __name__ == "__main__":
    sys.exit(main())
