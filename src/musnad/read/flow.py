"""A tree of HTML (or of an extractor's XML) → lines of text, with the links in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from musnad.doc import Anchor, Span
from musnad.read.extras import need

__all__ = ["Flow", "flow", "plain"]

# Elements that end a line before and after them; the last row are those of trafilatura's XML.
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul br "
    "head item quote row cell list lb code".split()
)
_SILENT = frozenset("script style noscript template svg head-meta iframe object select option button textarea".split())
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass
class Flow:
    """Text as it grows. Lines are parted by one newline, words by one blank."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def line(self) -> None:
        """What comes next begins a line."""
        self.gap = "\n" if self.length else ""

    def add(self, text: str | None) -> None:
        """Put text in, white space run together."""
        clean = _SPACE.sub(" ", text or "")
        if clean.startswith(" ") and not self.gap and self.length:
            self.gap = " "
        bare = clean.strip(" ")
        if not bare:
            return
        self._put(self.gap + bare)
        self.gap = " " if clean.endswith(" ") else ""

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def append(self, other: Flow) -> None:
        """Put another flow's lines under these."""
        if not other.length:
            return
        self.line()
        at = self.length + len(self.gap)
        self.add_whole(other.text)
        self.anchors += (Anchor(Span(at + a.span.start, at + a.span.end), a.href) for a in other.anchors)

    def pick(self, wanted: Callable[[int, str], bool]) -> Flow:
        """The lines that are wanted (by their number and words), with their links."""
        out = Flow()
        moved: list[tuple[int, int, int]] = []
        at = 0
        for number, line in enumerate(self.text.split("\n")):
            if wanted(number, line):
                out.line()
                moved.append((at, at + len(line), out.length + len(out.gap) - at))
                out.add_whole(line)
            at += len(line) + 1
        for anchor in self.anchors:
            for start, end, by in moved:
                if start <= anchor.span.start and anchor.span.end <= end:
                    out.anchors.append(Anchor(Span(anchor.span.start + by, anchor.span.end + by), anchor.href))
        return out

    def add_whole(self, text: str) -> None:
        """Put in lines as they are."""
        self._put(self.gap + text)
        self.gap = ""


def flow(*roots: Any) -> Flow:
    """The text of trees, one after another."""
    out = Flow()
    for root in roots:
        out.line()
        _walk(root, out)
    return out


def plain(tree: Any) -> str:
    """A tree's text on one line."""
    return " ".join(flow(tree).text.split())


def _walk(root: Any, out: Flow) -> None:
    etree = need("lxml.etree", "web")

    links: list[tuple[int, int, str]] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("comment", "pi"):
            out.add(node.tail if node is not root else None)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _SILENT or _hidden(node):
                walk.skip_subtree()
                continue
            if tag in _BLOCKS:
                out.line()
            if tag in ("a", "ref"):
                links.append((out.length, len(out.parts), node.get("href") or node.get("target") or ""))
            out.add(node.text)
            continue
        if tag in ("a", "ref") and links:
            _close(out, *links.pop())
        if tag in _BLOCKS:
            out.line()
        if node is not root:
            out.add(node.tail)


def _hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or "display:none" in style


def _close(out: Flow, begun: int, first: int, href: str) -> None:
    """Note a link whose words are the parts from `first` on, which begin at `begun` or after the white space there."""
    words = "".join(out.parts[first:])
    start = begun + len(words) - len(words.lstrip())
    if href and not href.startswith(("#", "javascript:", "mailto:")) and start < out.length:
        out.anchors.append(Anchor(Span(start, out.length), href))
