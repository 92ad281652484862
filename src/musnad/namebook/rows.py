"""A name as another collection has it, on its way into a lexicon."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Name"]


class Name(NamedTuple):
    """Forms, canonical name, type and kind (empty: not told), acts_for, and where it comes from."""

    forms: tuple[str, ...]
    entity: str
    type: str = ""
    kind: str = ""
    source: str = ""
    acts_for: str = ""
