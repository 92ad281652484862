"""What a reading was made with: a hash of each stage's code and data; and what links were.

A page whose fingerprints are no longer these was read by other rules and has to be read again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from musnad.own import Own
from musnad.pipeline import STAGES
from musnad.rules import OWN

__all__ = ["fingerprints", "linker"]

# What every stage stands on, and what the rooms' tests alone read.
_BASE = ("text.py", "doc.py", "rules.py", "own.py", "holders.py", "verbs.py", "pipeline.py", "links/account.py")
_TESTS = "corpus.toml"


def fingerprints(own: Own | None = None) -> Mapping[str, str]:
    """SHA-256 by stage; under `base` of the code below all stages, under `read` of what makes pages, under
    `names/own` of a user's own names, if there are any."""
    return _built_in() if own is None else MappingProxyType({**_built_in(), OWN: own.hash})


@cache
def linker() -> str:
    """SHA-256 of what links are made with: their code, all that pages are read with, and the Python, by whose hashes runs
    of words go."""
    parts = (sys.version, _hash(_files(files("musnad.links"))), *_built_in().values())
    return sha256("\n".join(parts).encode()).hexdigest()


@cache
def _built_in() -> Mapping[str, str]:
    root = files("musnad.stages")
    base = ((name, files("musnad") / name) for name in _BASE)
    read = _files(files("musnad.read"))
    found = {
        "base": _hash(base),
        "read": _hash(read),
        **{stage.NAME: _hash(_files(root / stage.NAME)) for stage in STAGES},
    }
    return MappingProxyType(found)


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__":
            yield from _files(item, f"{path}{item.name}/")
        elif item.is_file() and item.name != _TESTS:
            yield path + item.name, item


def _hash(items: Iterator[tuple[str, Traversable]]) -> str:
    total = sha256()
    for name, item in items:
        total.update(f"{name}\0{sha256(item.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
