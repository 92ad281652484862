"""The main text of an HTML page: headline first, then the date line, then the article in reading order.

What the markup calls something else goes first, and trafilatura says what of the rest is the article. The text is then
taken from the page itself, out of the frame that holds both the headline and the article: in the page's order, with
the paragraphs between that an extractor dropped, without what it took from elsewhere. Lines that extractors drop but a
reading needs (the date under the headline, the credit at the end) come back.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from musnad.read.extras import need
from musnad.read.facts import Head, headline
from musnad.read.flow import Flow, flow, plain
from musnad.read.jsonld import text
from musnad.read.prune import prune

__all__ = ["main_text"]

_DATED = re.compile(r"(?:19|20)\d\d|[\u0661\u0662][\u0660-\u0669]{3}|\d{1,2}[/.-]\d{1,2}[/.-]\d\d")
_CREDIT = re.compile(r"\s*(?:المصدر|المصادر|نقلا عن|نقلاً عن)\s*[:：-]?\s*\S|\s*(?:متابعات|وكالات)\s*$")
_REFUSED = re.compile(r"©|حقوق|copyright", re.IGNORECASE)
_STOPPED = re.compile(r"[.!؟?…:][»”\"')\]]*$")
_STAMP = 18  # words; a date line is no longer
_NEAR = 8  # lines before or after the article among which it is looked for
_CREDIT_WORDS = 8
_LITTLE = 250  # characters; an article that is shorter may have been missed
_SHORT = 20  # letters; a shorter line may stand in another by chance
_LONG = 25  # words; a line as long is running text, stopped or not
_LINES = 2  # of running text that make an article
_ELSEWHERE = 0.2  # share of the text under the headline; an extractor that has less of it took another article
_SHARE = 0.5  # of the extractor's letters that the frame must hold
_TELLING = frozenset(
    "articlebody article-body entry-content post-body post-content article-content story-body news-body".split()
)


class _Found(NamedTuple):
    """The article, and the lines of its frame with the places of the article's first and last line among them."""

    body: Flow
    lines: Sequence[str] = ()
    head: int = 0
    first: int = 0
    last: int = 0


def main_text(tree: Any, head: Head) -> Flow:
    """Lines and links. `tree` is the page's HTML; it is not changed. ValueError where there is no text."""
    work = copy.deepcopy(tree)
    prune(work, head.title)
    found = _article(work, head)
    out = Flow()
    if head.title:
        out.add_whole(head.title)
    kept = {_letters(line) for line in found.body.text.split("\n")}
    for line in _stamps(found):
        if _letters(line) not in kept:
            out.line()
            out.add_whole(line)
    out.append(found.body)
    for line in _credits(found):
        if _letters(line) not in kept:
            out.line()
            out.add_whole(line)
    if not found.body.length:
        raise ValueError("has no text that reads as an article; save the page's text as .txt")
    return out


def _article(tree: Any, head: Head) -> _Found:
    """The article out of its frame; where there is no frame to be seen, as the extractor gives it."""
    extracted = _extracted(tree)
    body = tree.find("body") if tree.find("body") is not None else tree
    heading = _heading(body, head.title)
    if heading is not None:
        told = extracted if "\n" in extracted.text else flow(body).pick(lambda _, line: _running(line))
        close = _close(heading, body, head.title)
        if _inside(told, close) < _ELSEWHERE:
            told = close
        for frame in (heading, *heading.iterancestors()):
            found = _within(flow(frame), told, head.title)
            if found.body.length and found.body.length >= _SHARE * told.length:
                return found
            if frame is body:
                break
    if extracted.length < _LITTLE and isinstance(written := head.article.get("articleBody"), str):
        made = Flow()
        made.add_whole("\n".join(filter(None, map(text, written.split("\n")))))
        if made.length > extracted.length:
            return _Found(made)
    if not extracted.length:
        return _Found(flow(body))
    return _Found(extracted.pick(lambda _, line: not headline(line, head.title)))


def _close(heading: Any, body: Any, title: str) -> Flow:
    """The running text next to the headline: in the smallest element around both that has an article's worth of it."""
    for frame in (heading, *heading.iterancestors()):
        whole = flow(frame)
        linked = _linked(whole)
        lines = whole.text.split("\n")
        found = {
            i
            for i, line in enumerate(lines)
            if _running(line) and not headline(line, title) and linked.get(i, 0) < len(line) / 3
        }
        if len(found) >= _LINES and sum(len(lines[i]) for i in found) >= _LITTLE:
            return whole.pick(lambda i, _, wanted=found: i in wanted)  # type: ignore[misc]
        if frame is body:
            break
    return Flow()


def _inside(whole: Flow, part: Flow) -> float:
    """The share of a part's lines, by length, that stand in a whole too; all, where the part is empty."""
    if not part.length:
        return 1
    letters = _letters(whole.text)
    lines = part.text.split("\n")
    return sum(len(line) for line in lines if _letters(line) in letters) / sum(map(len, lines))


def _extracted(tree: Any) -> Flow:
    """What trafilatura takes for the article; what the markup calls it, where that is much more."""
    trafilatura = need("trafilatura", "web")
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=False, include_links=True, with_metadata=False
    )
    best: Flow = flow(found.body) if found is not None and found.body is not None else Flow()
    for node in tree.iter():
        names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"
        if isinstance(node.tag, str) and _TELLING.intersection(names.lower().split()):
            own = flow(node)
            best = own if own.length > 2 * best.length else best
    return best


def _heading(tree: Any, title: str) -> Any:
    """The element with the headline: a heading, else the smallest element with these words."""
    found = [node for node in tree.iter("h1", "h2", "h3", "h4") if headline(plain(node), title)]
    if found or not title:
        return next(iter(found), None)
    words = [node for node in tree.iter("b", "strong", "font", "p", "div", "span", "td") if len(node) < 3]
    return next((node for node in words if _letters(plain(node)) == _letters(title)), None)


def _within(frame: Flow, extracted: Flow, title: str) -> _Found:
    """The lines of a frame that the extractor has too, and the running text that stands between them."""
    lines = frame.text.split("\n")
    whole = _letters(extracted.text)
    alone = {_letters(line) for line in extracted.text.split("\n")}
    head = next((i for i, line in enumerate(lines) if headline(line, title)), -1)
    known = [
        i
        for i, line in enumerate(lines)
        if i > head and not headline(line, title)
        if (_letters(line) in (whole if len(_letters(line)) >= _SHORT else alone))
    ]
    running = [i for i in known if _running(lines[i])] or known
    if not running:
        return _Found(Flow())
    first, last = running[0], known[-1]
    linked = _linked(frame)
    have = set(known)

    def wanted(i: int, line: str) -> bool:
        between = first < i < last and _running(line) and linked.get(i, 0) < len(line) / 3
        return (i in have or between) and not (i < first and _DATED.search(line))

    return _Found(frame.pick(wanted), lines, head + 1, first, last)


def _running(line: str) -> bool:
    """A line reads as running text: a sentence with its stop, or long."""
    words = len(line.split())
    return words >= _LONG or (words >= 5 and _STOPPED.search(line) is not None)


def _linked(frame: Flow) -> dict[int, int]:
    """Characters of each line that are links."""
    found: dict[int, int] = {}
    breaks = [match.start() for match in re.finditer("\n", frame.text)]
    for anchor in frame.anchors:
        line = bisect_left(breaks, anchor.span.start)
        found[line] = found.get(line, 0) + anchor.span.end - anchor.span.start
    return found


def _stamps(found: _Found) -> Iterator[str]:
    """The date lines of the page: those between headline and article, else those above or below."""
    lines = found.lines
    under = lines[max(found.first - _NEAR, found.head) : found.first]
    below = lines[found.last + 1 : found.last + 1 + _NEAR]
    above = lines[max(found.head - 3, 0) : found.head]
    for near in (under, above, below):
        dated = [line for line in near if _DATED.search(line) and len(line.split()) <= _STAMP]
        if dated := [line for line in dated if not _REFUSED.search(line)]:
            yield from dated
            return


def _credits(found: _Found) -> Iterator[str]:
    """Lines behind the article that say where it came from, which extractors take for furniture."""
    for line in found.lines[found.last + 1 : found.last + 1 + _NEAR]:
        if len(line.split()) <= _CREDIT_WORDS and _CREDIT.match(line):
            yield line


def _letters(line: str) -> str:
    """What two ways of taking out a line have in common."""
    return "".join(line.split())
