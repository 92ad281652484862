"""Libraries that not everybody needs, imported where they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["need", "remedy"]


def need(module: str, extra: str) -> Any:
    """The module. ValueError names the extra that brings it where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        missing = error.name or module
        raise ValueError(f"needs the library {missing}; {remedy(extra)}") from None


def remedy(extra: str) -> str:
    """Where a library comes from that is not installed; Musnad is on no package index."""
    return f"it comes with the extra '{extra}': in Musnad's folder, pip install '.[{extra}]'"
