"""Who had a claim from whom, laid out to be drawn: first tellers on one side, pages on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.entry import Entry, Teller
from musnad.links.findings import Carrier, Origin, Ref
from musnad.web.site import to_page, to_source

__all__ = ["Box", "Drawing", "Line", "draw"]

WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 184, 44, 56, 14, 6
_LONGEST = 25  # characters of a name that a box holds


@dataclass(frozen=True)
class Box:
    """One who tells, or a page. `x` and `y` are its corner as the drawing has it; `origin` is the number of the
    independent origin that he is counted for, where statements begin with him; `published` (EDTF) is of pages."""

    name: str
    full: str
    kind: str
    address: str
    x: int
    y: int
    origin: int | None = None
    published: str | None = None


@dataclass(frozen=True)
class Line:
    """An SVG path from the one who told to the one who has it from him."""

    path: str


@dataclass(frozen=True)
class Drawing:
    """All of it, `width` by `height`."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Node:
    key: str
    name: str
    kind: str
    address: str
    published: str | None = None


def draw(
    entries: Mapping[Ref, Entry], carriers: Iterable[Carrier], origins: Sequence[Origin] = (), *, mirrored: bool
) -> Drawing:
    """A drawing of a claim's statements; `mirrored` where the interface is read from right to left.

    What a page had from another page is drawn from that page, everything else along the statement's own chain.
    """
    nodes, edges = _graph(entries, carriers)
    numbers = _begin(entries, origins, {other for _, other in edges})
    columns = _columns(nodes, edges)
    places = {key: (x, y) for x, column in enumerate(columns) for y, key in enumerate(column)}
    width = len(columns) * (WIDTH + ACROSS) - ACROSS + 2 * MARGIN
    height = max(map(len, columns), default=0) * (HEIGHT + DOWN) - DOWN + 2 * MARGIN

    def corner(key: str) -> tuple[int, int]:
        column, row = places[key]
        x = MARGIN + column * (WIDTH + ACROSS)
        return (width - x - WIDTH if mirrored else x), MARGIN + row * (HEIGHT + DOWN)

    boxes = tuple(
        Box(_short(node.name), node.name, node.kind, node.address, *corner(key), numbers.get(key), node.published)
        for key, node in nodes.items()
    )
    lines = tuple(Line(_curve(corner(one), corner(other), mirrored)) for one, other in edges)
    return Drawing(max(width, 0), max(height, 0), boxes, lines)


def _graph(
    entries: Mapping[Ref, Entry], carriers: Iterable[Carrier]
) -> tuple[dict[str, _Node], dict[tuple[str, str], None]]:
    nodes: dict[str, _Node] = {}
    edges: dict[tuple[str, str], None] = {}
    from_pages = {carrier.ref: carrier.doc for carrier in carriers if carrier.doc}
    docs = {ref.doc for ref in entries}
    for ref, entry in entries.items():
        end = _Node(
            f"page {ref.doc}", entry.outlet or ref.doc, "page", to_page(ref.doc, entry.cue.start), entry.published
        )
        nodes.setdefault(end.key, end)
        origin = from_pages.get(ref)
        if origin is not None and origin in docs and origin != ref.doc:
            edges.setdefault((f"page {origin}", end.key))
            continue
        steps = []
        for link in reversed(entry.chain):
            name = link.entity or " ".join(link.text.split())
            key = _key(ref, link)
            steps.append(nodes.setdefault(key, _Node(key, name, link.kind, to_source(name))).key)
        for one, other in zip(steps, [*steps[1:], end.key], strict=False):
            if one != other and (other, one) not in edges:
                edges.setdefault((one, other))
    return nodes, edges


def _key(ref: Ref, link: Teller) -> str:
    """Tellers of one name are one node; those who are not named are one for each statement."""
    name = link.entity or " ".join(link.text.split())
    return f"{ref.doc}.{ref.number} {name}" if link.kind == "anonymous" else f"teller {name}"


def _begin(entries: Mapping[Ref, Entry], origins: Sequence[Origin], reached: set[str]) -> dict[str, int]:
    """The number of the origin for each node that a statement begins with and that has it from no other node."""
    found: dict[str, int] = {}
    for number, origin in enumerate(origins, 1):
        for ref in origin.members:
            if entry := entries.get(ref):
                key = _key(ref, entry.chain[-1]) if entry.chain else f"page {ref.doc}"
                if key not in reached:
                    found.setdefault(key, number)
    return found


def _columns(nodes: Mapping[str, _Node], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The nodes by how far they are from those who have it from nobody; a circle is cut where it closes."""
    before: dict[str, list[str]] = {key: [] for key in nodes}
    for one, other in edges:
        if one in nodes and other in nodes:
            before[other].append(one)
    depth: dict[str, int] = {}

    def far(key: str, way: frozenset[str]) -> int:
        if key not in depth:
            found = [far(one, way | {key}) + 1 for one in before[key] if one not in way and one != key]
            if way:
                return max(found, default=0)
            depth[key] = max(found, default=0)
        return depth[key]

    for key in nodes:
        far(key, frozenset())
    columns: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in nodes:
        columns[depth[key]].append(key)
    for place, column in enumerate(columns[1:], 1):
        order = {key: row for row, key in enumerate(columns[place - 1])}
        column.sort(key=lambda key: min((order[one] for one in before[key] if one in order), default=len(order)))
    return [column for column in columns if column]


def _curve(one: tuple[int, int], other: tuple[int, int], mirrored: bool) -> str:
    (x1, y1), (x2, y2) = one, other
    start = x1 if mirrored else x1 + WIDTH
    end = x2 + WIDTH + 6 if mirrored else x2 - 6
    middle = (start + end) // 2
    return (
        f"M{start} {y1 + HEIGHT // 2} C{middle} {y1 + HEIGHT // 2} {middle} {y2 + HEIGHT // 2} {end} {y2 + HEIGHT // 2}"
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
