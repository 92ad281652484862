"""The main text of an HTML page: headline first, then the date line, then the article in reading order.

What the markup calls something else goes first, trafilatura finds the article in what is left, and lines that it drops
but a reading needs (the date under the headline, the credit at the end) come back.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from musnad.read.extras import need
from musnad.read.facts import Head, headline
from musnad.read.flow import Flow, flow, plain
from musnad.read.jsonld import text
from musnad.read.prune import prune

__all__ = ["main_text"]

_DATED = re.compile(r"(?:19|20)\d\d|[\u0661\u0662][\u0660-\u0669]{3}|\d{1,2}[/.-]\d{1,2}[/.-]\d\d|\bago\b")
_STAMP = re.compile(r"date|time|publish|posted|byline|author|writer|meta|source|credit|تاريخ|مصدر|كاتب")
_CREDIT = re.compile(r"\s*(?:المصدر|المصادر|نقلا عن|نقلاً عن)\s*[:：-]\s*\S|\s*(?:متابعات|وكالات)\s*$")
_REFUSED = re.compile(r"©|حقوق|copyright", re.IGNORECASE)
_LINE = 18  # words; a date line or credit is no longer
_HEAD = 8  # lines under the headline among which they are looked for
_LITTLE = 250  # characters; an article that is shorter may have been missed
_TELLING = (
    "articlebody",
    "article-body",
    "entry-content",
    "post-body",
    "post-content",
    "article-content",
    "story-body",
)


def main_text(tree: Any, head: Head) -> Flow:
    """Lines and links. `tree` is the page's HTML; it is not changed. ValueError where there is no text."""
    work = copy.deepcopy(tree)
    prune(work, head.title)
    body = _article(work, head)
    out = Flow()
    lines = body.text.split("\n")
    first = next((i for i, line in enumerate(lines[:3]) if headline(line, head.title)), None) if head.title else None
    if head.title and first != 0:
        out.add_whole(head.title)
    seen = {_key(line) for line in lines}
    for line in _around(work, head.title, lines, seen):
        out.line()
        out.add_whole(line)
    out.append(body)
    for line in _credits(tree, seen):
        out.line()
        out.add_whole(line)
    if not out.length:
        raise ValueError("has no text that reads as an article; save the page's text as .txt")
    return out


def _article(tree: Any, head: Head) -> Flow:
    """What trafilatura takes for the article; what the markup calls it, where that is much more."""
    trafilatura = need("trafilatura", "web")
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=False, include_links=True, with_metadata=False
    )
    best = flow(found.body) if found is not None and found.body is not None else Flow()
    marked = [flow(node) for node in _called_article(tree)]
    own = max(marked, key=lambda each: each.length, default=Flow())
    if own.length > 2 * best.length or (own.length and _inside(own, best) < 0.5):
        best = own
    if best.length < _LITTLE and (told := text(head.article.get("articleBody"))) and len(told) > best.length:
        best = Flow()
        best.add_whole("\n".join(filter(None, map(text, head.article["articleBody"].split("\n")))))
    return best if best.length else flow(tree)


def _called_article(tree: Any) -> Iterator[Any]:
    for node in tree.iter():
        if isinstance(node.tag, str):
            names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}".lower().split()
            if any(name in _TELLING for name in names):
                yield node


def _inside(one: Flow, other: Flow) -> float:
    """The share of `other`'s words that stand in `one`."""
    words = other.text.split()
    have = set(one.text.split())
    return sum(word in have for word in words) / max(len(words), 1)


def _around(tree: Any, title: str, lines: list[str], seen: set[str]) -> Iterator[str]:
    """Short lines with a date or a writer between the headline and the article, or close above the headline."""
    whole = flow(tree).text.split("\n")
    at = next((i for i, line in enumerate(whole) if title and headline(line, title)), None)
    if at is None:
        return
    start = next((i for i in range(at + 1, len(whole)) if len(whole[i]) > 60 and whole[i] in lines), at + 1 + _HEAD)
    near = [*whole[at + 1 : min(start, at + 1 + _HEAD)], *whole[max(at - 2, 0) : at]]
    for line in near:
        if _DATED.search(line) and len(line.split()) <= _LINE and _key(line) not in seen and not _REFUSED.search(line):
            seen.add(_key(line))
            yield line


def _credits(tree: Any, seen: set[str]) -> Iterator[str]:
    """Lines that say where a report came from, which extractors take for furniture."""
    for node in tree.iter("p", "div", "span", "li", "strong", "td"):
        if sum(1 for _ in node.iter()) <= 4:
            line = plain(node)
            if len(line.split()) <= 8 and _CREDIT.match(line) and not any(_key(line) in each for each in seen):
                seen.add(_key(line))
                yield line


def _key(line: str) -> str:
    return " ".join(line.split())
