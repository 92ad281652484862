"""Who cites whom as GEXF 1.3, which Gephi opens."""

from __future__ import annotations

from xml.etree import ElementTree as xml

from musnad.casefile.contents import Contents
from musnad.export.network import clean, network

__all__ = ["as_gexf"]


def as_gexf(case: Contents) -> bytes:
    """The file's bytes."""
    found = network(case)
    root = xml.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = xml.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    kinds = xml.SubElement(graph, "attributes", {"class": "node"})
    xml.SubElement(kinds, "attribute", id="kind", title="kind", type="string")
    relations = xml.SubElement(graph, "attributes", {"class": "edge"})
    xml.SubElement(relations, "attribute", id="relation", title="relation", type="string")
    nodes = xml.SubElement(graph, "nodes")
    for name, (label, kind) in found.nodes.items():
        node = xml.SubElement(nodes, "node", id=name, label=clean(label))
        xml.SubElement(xml.SubElement(node, "attvalues"), "attvalue", {"for": "kind", "value": kind})
    edges = xml.SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        ends = {"id": str(number), "source": edge.source, "target": edge.target, "weight": str(edge.weight)}
        drawn = xml.SubElement(edges, "edge", ends)
        xml.SubElement(xml.SubElement(drawn, "attvalues"), "attvalue", {"for": "relation", "value": edge.kind})
    xml.indent(root, " ")
    return bytes(xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
