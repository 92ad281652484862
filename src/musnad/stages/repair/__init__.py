"""The repair room: words broken on purpose to pass a filter, and tatweel inside a word.

It runs before everything else, on the page's source: what it finds decides the reading that all other
rooms see. A break of tatweel, or of dots beside tatweel, shows itself. A space, a bare sign, an unseen
character or a foreign look-alike inside a word is a break only with evidence: a word that outlets are
known to break (`broken.tsv`), or the same word whole elsewhere on the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Repair, Span
from musnad.rules import Lexicon
from musnad.stages.repair.breaks import Break, marked, unmarked

NAME = "repair"
LEXICONS: tuple[Lexicon, ...] = ()  # the trigger scan runs on the reading that this room decides
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Repair,)


def find(doc: Doc) -> Iterable[Mark]:
    """One Repair a word; they do not overlap."""
    sure = list(marked(doc.source))
    done = 0
    for found in sorted([*sure, *unmarked(doc.source, sure)], key=lambda b: (b.start, -b.end)):
        if found.start >= done:
            done = found.end
            yield _repair(found)


def _repair(found: Break) -> Repair:
    return Repair(span=Span(found.start, found.end), rule=f"repair/rules:{found.rule}", clean=found.clean)


def show(doc: Doc, mark: Mark) -> str:
    """`written -> clean`."""
    return f"{doc.text(mark.span)} -> {mark.clean if isinstance(mark, Repair) else ''}"
