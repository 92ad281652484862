"""Statements that put the same content forward, who they go back to, and where claims disagree."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.links.account import Account
from musnad.links.findings import Claim, Contradiction, Copy, Ref

__all__ = ["contradictions", "find"]


def find(pages: Sequence[Account], copies: Sequence[Copy]) -> tuple[Claim, ...]:
    """Every statement stands in one claim; claims in the order of their earliest member."""
    del copies
    return tuple(
        Claim(f"{page.doc}.{said.number}", said.what, (Ref(page.doc, said.number),), outlets=(page.outlet or "",))
        for page in pages
        for said in page.sayings
    )


def contradictions(pages: Sequence[Account], claims: Sequence[Claim]) -> tuple[Contradiction, ...]:
    """Pairs of claims that cannot both hold."""
    del pages, claims
    return ()
