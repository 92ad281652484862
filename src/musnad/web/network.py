"""The network: which outlet has its statements through whom from which first teller, drawn as streams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import cited
from musnad.casefile.cited import Party, Way
from musnad.web.language import chosen
from musnad.web.site import brief, called, render, site_of, to_source
from musnad.wording import Tongue

__all__ = ["ROUTES", "Node", "Stream", "Streams", "draw"]

WIDTH, WIDE, TOP, GAP, LOW = 1080, 224, 34, 7, 20  # of the picture, a node, above, between nodes, a node's least height
_MOST = (14, 12, 20)  # nodes of a column: outlets, those between, first tellers
_TALL = 520  # pixels that the highest column may take
_LONGEST = 29  # characters of a name
_LISTED = 40  # ways and copies in the lists
_REST = Party(None, "rest")  # all that have no node of their own


@dataclass(frozen=True)
class Node:
    """One who publishes (column 0), is told through (1) or tells first (2), with the statements that go through him."""

    column: int
    party: Party
    label: str
    full: str
    address: str
    count: int
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class Stream:
    """Statements from one node to the next: an SVG path, `width` wide."""

    path: str
    width: float
    count: int
    words: str


@dataclass(frozen=True)
class Streams:
    """All of it."""

    height: float
    nodes: tuple[Node, ...]
    streams: tuple[Stream, ...]


def network(request: Request) -> Response:
    """`/network`: `?outlet=` shows the ways of one outlet."""
    site, tongue = site_of(request), chosen(request)
    outlet = request.query_params.get("outlet") or None
    with site.read() as db:
        every: Counter[Way] = site.kept("ways", lambda: cited.ways(db))
        copies = site.found(db, "copied", lambda: cited.copied(db))
        asked = ("network", outlet, tongue.code)
        body = site.kept(asked, lambda: site.piece("ways.html", tongue, _drawn(every, copies, outlet, tongue)))
        outlets = site.kept("citing", lambda: sorted({way.outlet for way in every if way.outlet}))
    return render(request, "network.html", {"outlets": outlets, "outlet": outlet, "body": body})


def _drawn(
    every: Counter[Way], copies: Sequence[tuple[str | None, str | None, int]], outlet: str | None, t: Tongue
) -> dict[str, Any]:
    here = Counter({way: count for way, count in every.items() if outlet in (None, way.outlet)})
    return {
        "drawn": draw(here, t),
        "size": (WIDTH, WIDE),
        "total": here.total(),
        "ways": here.most_common(_LISTED),
        "copies": [each for each in copies if outlet is None or outlet in each[:2]][:_LISTED],
    }


def draw(ways: Counter[Way], t: Tongue) -> Streams:
    """The streams of the nodes that most statements go through, and of all others as one; from the right where the
    language is read so."""
    every = [(_stations(way), count) for way, count in ways.items()]
    counts: list[Counter[Party]] = [Counter(), Counter(), Counter()]
    for stations, count in every:
        for column, party in stations:
            counts[column][party] += count
    most = [{party for party, _ in found.most_common(top)} for found, top in zip(counts, _MOST, strict=True)]
    kept: list[Counter[Party]] = [Counter(), Counter(), Counter()]
    flows: Counter[tuple[int, Party, int, Party]] = Counter()
    for stations, count in every:
        shown = [(column, party if party in most[column] else _REST) for column, party in stations]
        for column, party in shown:
            kept[column][party] += count
        for (one, a), (other, b) in pairwise(shown):
            flows[one, a, other, b] += count
    if not flows:
        return Streams(0, (), ())
    columns = _ordered([list(found) for found in kept], flows)
    unit = min((_TALL - GAP * len(held)) / sum(held.values()) for held in kept if held)
    nodes = {
        (node.column, node.party): node
        for number, column in enumerate(columns)
        for node in _column(number, column, kept[number], unit, t)
    }
    height = max(node.y + node.height for node in nodes.values()) + 8
    return Streams(height, tuple(nodes.values()), tuple(_streams(flows, nodes, unit, t)))


def _stations(way: Way) -> list[tuple[int, Party]]:
    outlet = [(0, Party(way.outlet, "outlet"))]
    between = [(1, way.through)] if way.through != way.first else []
    return [*outlet, *between, (2, way.first)]


def _ordered(columns: list[list[Party]], flows: Counter[tuple[int, Party, int, Party]]) -> list[list[Party]]:
    """The columns, each node near those that it is joined to: fewer streams cross."""
    for _ in range(6):
        for number in (2, 1, 0, 1):
            places = {
                (n, party): row / max(1, len(column))
                for n, column in enumerate(columns)
                for row, party in enumerate(column)
            }
            pull: dict[Party, list[tuple[float, int]]] = {party: [] for party in columns[number]}
            for (one, a, other, b), count in flows.items():
                if one == number and a in pull:
                    pull[a].append((places[other, b], count))
                if other == number and b in pull:
                    pull[b].append((places[one, a], count))
            columns[number].sort(key=lambda party: (party == _REST, _mean(pull[party], places[number, party])))
    return columns


def _mean(pulls: list[tuple[float, int]], otherwise: float) -> float:
    total = sum(count for _, count in pulls)
    return sum(place * count for place, count in pulls) / total if total else otherwise


def _column(number: int, parties: list[Party], counts: dict[Party, int], unit: float, t: Tongue) -> list[Node]:
    step = (WIDTH - WIDE) / 2
    along = number * step
    x, y, made = round(WIDTH - WIDE - along if t.direction == "rtl" else along, 1), float(TOP), []
    for party in parties:
        height = round(max(LOW, counts[party] * unit), 1)
        full, address = _named(number, party, t)
        made.append(Node(number, party, brief(full, _LONGEST), full, address, counts[party], x, round(y, 1), height))
        y += height + GAP
    return made


def _named(column: int, party: Party, t: Tongue) -> tuple[str, str]:
    """What a node is called, and the address that it leads to."""
    if party.name:
        address = to_source(party.name) if column else f"/pages?{urlencode({'outlet': party.name})}"
        return called(party.name, t), address
    if party == _REST:
        return t("network.rest"), "/sources" if column else "/pages"
    return (t.label("kind", party.kind), "/sources") if column else (t("about.no_outlet"), "/pages")


def _streams(
    flows: Counter[tuple[int, Party, int, Party]], nodes: dict[tuple[int, Party], Node], unit: float, t: Tongue
) -> list[Stream]:
    """Streams leave and reach a node one under the other, in the order of the nodes at their other ends."""
    out: dict[tuple[int, Party], float] = {}
    into: dict[tuple[int, Party], float] = {}
    made = []
    ends = sorted(flows.items(), key=lambda item: (nodes[item[0][:2]].y, nodes[item[0][2:]].y))
    for (one, a, other, b), count in ends:
        first, last = nodes[one, a], nodes[other, b]
        width = max(0.75, count * unit)
        y1 = first.y + out.get((one, a), 0.0) + width / 2
        y2 = last.y + into.get((other, b), 0.0) + width / 2
        out[one, a] = out.get((one, a), 0.0) + width
        into[other, b] = into.get((other, b), 0.0) + width
        x1, x2 = (first.x, last.x + WIDE) if t.direction == "rtl" else (first.x + WIDE, last.x)
        middle = (x1 + x2) / 2
        path = f"M{x1} {y1:.1f} C{middle} {y1:.1f} {middle} {y2:.1f} {x2} {y2:.1f}"
        made.append(Stream(path, round(width, 1), count, f"{first.full} ← {last.full}"))
    return made


ROUTES = [Route("/network", network)]
