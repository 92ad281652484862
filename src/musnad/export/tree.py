"""A tree of lines: drawn in a terminal, indented anywhere else."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from musnad.explain import Node

__all__ = ["as_tree"]


def as_tree(node: Node, console: Console) -> None:
    """Print a tree on `console`."""
    if console.is_terminal:
        console.print(_tree(node))
    else:
        _lines(node, console, 0)


def _tree(node: Node) -> Tree:
    tree = Tree(Text(node.text), guide_style="dim")
    tree.children.extend(map(_tree, node.children))
    return tree


def _lines(node: Node, console: Console, depth: int) -> None:
    console.file.write(f"{'  ' * depth}{node.text}\n")
    for child in node.children:
        _lines(child, console, depth + 1)
