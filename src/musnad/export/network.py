"""Who cites whom: outlets and tellers, and between them how many statements one has from the other.

An edge leads from who tells to whom he has it from; copied pages are edges between outlets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from musnad.casefile.contents import Contents
from musnad.export import names

__all__ = ["Edge", "Network", "clean", "network"]


@dataclass(frozen=True)
class Edge:
    """`kind`: cites or copies; `weight` counts statements or pages."""

    source: str
    target: str
    kind: str
    weight: int


@dataclass(frozen=True)
class Network:
    """Nodes by name: label and kind of link (`outlet` for who published)."""

    nodes: Mapping[str, tuple[str, str]]
    edges: tuple[Edge, ...]


def network(case: Contents) -> Network:
    """The network of a casefile; a page whose outlet is not known stands for itself."""
    nodes: dict[str, tuple[str, str]] = {}
    found: Counter[tuple[str, str, str]] = Counter()
    for page in case.pages:
        nodes[_publisher(case, page.doc)] = (page.doc, "page")
    nodes |= {name: (agent.label, agent.kind) for name, agent in names.agents(case).items()}
    for source, target in _cited(case):
        found[source, target, "cites"] += 1
    for copy in case.story.copies:
        found[_publisher(case, copy.doc), _publisher(case, copy.of), "copies"] += 1
    edges = (Edge(*ends, weight) for ends, weight in sorted(found.items()))
    return Network(dict(sorted(nodes.items())), tuple(edges))


def _cited(case: Contents) -> Iterator[tuple[str, str]]:
    for entry in case.entries.values():
        told = [_publisher(case, entry.doc), *(names.teller(case, entry, teller) for teller in entry.chain)]
        yield from pairwise(told)


def _publisher(case: Contents, doc: str) -> str:
    page = case.by_doc[doc]
    return names.outlet(case, page.outlet) if page.outlet else names.page(page)


def clean(text: str) -> str:
    """Text without the characters that XML has no way to write."""
    return "".join(char for char in text if char in "\t\n\r" or " " <= char not in "\ufffe\uffff")
