"""What a page's JSON-LD says of its article: the schema.org properties that newsrooms fill in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["article", "named", "nodes", "text"]

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|\w*NewsArticle|Report|VideoObject|WebPage)$")
_COMMENTS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\]\]>\*/)\s*$"
)
_DEEP = 20

Node = dict[str, Any]


def nodes(tree: Any) -> list[Node]:
    """All objects of a page's JSON-LD, outer ones first; scripts that are no JSON are passed over."""
    found: list[Node] = []
    for script in tree.iterfind(".//script[@type]"):
        if "ld+json" in script.get("type", "").lower():
            try:
                data = json.loads(_COMMENTS.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects(data, 0)
    return found


def _objects(data: Any, depth: int) -> Iterator[Node]:
    if depth > _DEEP:
        return
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _objects(part, depth + 1)


def article(found: list[Node], title: str) -> Node | None:
    """The object that is the page's own article: the one with its headline, else the first."""
    kinds = [node for node in found if any(_ARTICLE.search(kind) for kind in _types(node))]
    own = [node for node in kinds if title and same(text(node.get("headline") or node.get("name")), title)]
    dated = [node for node in kinds if node.get("headline") and "datePublished" in node]
    pages = [node for node in kinds if "datePublished" in node or "uploadDate" in node]
    ranked = sorted(own, key=lambda node: "WebPage" in _types(node)) + (dated or pages or kinds)[:1]
    return next(iter(ranked), None)


def same(one: str, other: str) -> bool:
    """Two headlines are one, perhaps cut short."""
    a, b = set(one.split()), set(other.split())
    return len(a & b) >= 0.7 * min(len(a), len(b)) > 0


def named(value: Any, found: list[Node]) -> str:
    """The name of a person or publisher, however it is given: words, an object, a reference, a list of these."""
    if isinstance(value, list):
        return "، ".join(filter(None, (named(each, found) for each in value)))
    if isinstance(value, dict):
        if not value.get("name") and (mark := value.get("@id")):
            value = next((node for node in found if node.get("@id") == mark and node.get("name")), value)
        return text(value.get("name"))
    return "" if str(value or "").startswith(("http://", "https://")) else text(value)


def text(value: Any) -> str:
    """Words on one line; nothing where the value is no string."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _types(node: Node) -> list[str]:
    given = node.get("@type")
    return [kind for kind in (given if isinstance(given, list) else [given]) if isinstance(kind, str)]
