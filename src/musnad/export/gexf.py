"""Who cites whom as GEXF 1.3, which Gephi opens."""

from __future__ import annotations

from xml.etree import ElementTree

from musnad.casefile.contents import Contents
from musnad.export.network import clean, network

__all__ = ["as_gexf"]


def as_gexf(case: Contents) -> bytes:
    """The file's bytes."""
    found = network(case)
    root = ElementTree.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = ElementTree.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    kinds = ElementTree.SubElement(graph, "attributes", {"class": "node"})
    ElementTree.SubElement(kinds, "attribute", id="kind", title="kind", type="string")
    relations = ElementTree.SubElement(graph, "attributes", {"class": "edge"})
    ElementTree.SubElement(relations, "attribute", id="relation", title="relation", type="string")
    nodes = ElementTree.SubElement(graph, "nodes")
    for name, (label, kind) in found.nodes.items():
        node = ElementTree.SubElement(nodes, "node", id=name, label=clean(label))
        ElementTree.SubElement(ElementTree.SubElement(node, "attvalues"), "attvalue", {"for": "kind", "value": kind})
    edges = ElementTree.SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        ends = {"id": str(number), "source": edge.source, "target": edge.target, "weight": str(edge.weight)}
        drawn = ElementTree.SubElement(edges, "edge", ends)
        ElementTree.SubElement(
            ElementTree.SubElement(drawn, "attvalues"), "attvalue", {"for": "relation", "value": edge.kind}
        )
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
