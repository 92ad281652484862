"""The page's own day as its text tells it, for pages of which nothing outside the text does."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.doc import Doc, Published
from musnad.stages.times.tokens import Window

__all__ = ["published"]


def published(doc: Doc, seen: Sequence[Window]) -> Published | None:
    """Nothing yet."""
    return None
