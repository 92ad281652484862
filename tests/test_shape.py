"""The shape of the code: imports point one way, modules and functions stay small, nothing imports the package root."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gate.readings import ROOT

SOURCE = ROOT / "src" / "musnad"
MODULES = sorted(SOURCE.rglob("*.py"))

# What each part may import besides itself. `text ← doc ← rules ← stages ← pipeline`; `doc ← read`;
# `doc ← links`; `doc ← entry`; `links, entry ← casefile ←
# explain ← export ← web ← commands ← cli`; `read, casefile ← fetch ← commands`.
MAY: dict[str, set[str]] = {
    "text": set(),
    "wording": set(),
    "doc": {"text"},
    "rules": {"text", "doc"},
    "own": {"rules"},
    "holders": {"text", "rules"},
    "called": {"rules"},
    "verbs": {"text", "rules"},
    "stages": {"text", "doc", "rules", "holders", "verbs"},
    "workers": set(),
    "pipeline": {"doc", "rules", "own", "stages", "workers"},
    "namebook": {"text", "doc", "rules", "own", "stages", "pipeline"},
    "fingerprint": {"rules", "own", "pipeline"},
    "read": {"doc"},
    "entry": {"doc"},
    "explain": {"doc", "rules", "wording"},
    "links": {"text", "doc", "rules", "wording"},
    "casefile": {"text", "doc", "rules", "entry", "links"},
    "fetch": {"doc", "read", "casefile"},
    "export": {"doc", "entry", "called", "explain", "casefile", "links", "wording"},
    "web": {"text", "doc", "entry", "called", "explain", "casefile", "export", "links", "wording"},
    "mcp": {"entry", "casefile", "export", "links", "wording"},
    "rows": {"read", "export"},
    "api": {"doc", "entry", "own", "pipeline", "read", "casefile", "export", "links", "rows"},
    "commands": {
        "links", "web", "mcp", "doc", "entry", "explain", "export", "casefile", "read", "fetch", "pipeline",
        "fingerprint", "workers", "own", "namebook", "wording",
    },
    "cli": {"commands"},
}  # fmt: skip


def name(path: Path) -> str:
    """A module's name within the package: `stages.repair`, `text`; the root is empty."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def imports(path: Path) -> Iterator[str]:
    """What a module imports, wherever in it, with `from x import y` as `x.y`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole way"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner(path: Path) -> list[list[str]]:
    """The parts of the names that a module imports from the package."""
    return [found.split(".")[1:] for found in imports(path) if found.split(".")[0] == "musnad"]


def is_module(parts: list[str]) -> bool:
    path = SOURCE.joinpath(*parts)
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path)) for path in MODULES if name(path)])
def test_imports_point_one_way(path: Path) -> None:
    """A part imports only what lies below it, and never the package's root."""
    own = name(path).split(".")[0]
    for parts in inner(path):
        assert parts, "`import musnad` from inside"
        assert is_module(parts[:1]), f"{parts[0]} is a name of the package's root"
        assert parts[0] in MAY[own] | {own}, f"{name(path)} imports {'.'.join(parts)}"


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path)) for path in MODULES if "stages" in path.parts])
def test_rooms_never_import_rooms(path: Path) -> None:
    """What a room needs of another it reads from the marks."""
    room = name(path).split(".")[1:2]
    assert all(parts[1:2] == room for parts in inner(path) if parts[0] == "stages")


@pytest.mark.parametrize("path", [pytest.param(path, id=name(path) or "root") for path in MODULES])
def test_modules_and_functions_are_small_enough_to_read(path: Path) -> None:
    """No module is longer than 300 lines, no function than 60."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_stages_know_no_clock_no_network_and_no_chance() -> None:
    """The same page gives the same marks, always."""
    refused = {"time", "random", "socket", "urllib", "http", "requests", "os", "subprocess", "datetime.datetime"}
    for path in MODULES:
        if "stages" in path.parts:
            found = {each for full in imports(path) for each in (full, full.split(".")[0])}
            assert not refused & found, name(path)
