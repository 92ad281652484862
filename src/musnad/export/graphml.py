"""Who cites whom as GraphML."""

from __future__ import annotations

from xml.etree import ElementTree

from musnad.casefile.contents import Contents
from musnad.export.network import clean, network

__all__ = ["as_graphml"]


def as_graphml(case: Contents) -> bytes:
    """The file's bytes."""
    found = network(case)
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, of, kind in (
        ("label", "node", "string"),
        ("kind", "node", "string"),
        ("relation", "edge", "string"),
        ("weight", "edge", "int"),
    ):
        ElementTree.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
    for name, (label, kind) in found.nodes.items():
        node = ElementTree.SubElement(graph, "node", id=name)
        ElementTree.SubElement(node, "data", key="label").text = clean(label)
        ElementTree.SubElement(node, "data", key="kind").text = kind
    for number, edge in enumerate(found.edges):
        drawn = ElementTree.SubElement(graph, "edge", id=str(number), source=edge.source, target=edge.target)
        ElementTree.SubElement(drawn, "data", key="relation").text = edge.kind
        ElementTree.SubElement(drawn, "data", key="weight").text = str(edge.weight)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
