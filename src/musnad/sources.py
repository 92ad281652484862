"""The package's own files: what is made with some of them is told by their hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources.abc import Traversable

__all__ = ["hashed", "within"]

_TESTS = "corpus.toml"  # what the rooms' tests alone read


def within(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """All files of a folder, however deep, by name."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__":
            yield from within(item, f"{path}{item.name}/")
        elif item.is_file() and item.name != _TESTS:
            yield path + item.name, item


def hashed(items: Iterable[tuple[str, Traversable]]) -> str:
    """SHA-256 of files and their names."""
    total = sha256()
    for name, item in items:
        total.update(f"{name}\0{sha256(item.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
