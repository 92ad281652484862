"""Addresses as pages write them: many are none."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

__all__ = ["host", "path", "whole"]


def whole(base: str, href: str) -> str:
    """An address in full, seen from the page at `base`; empty where it is none."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def host(url: str) -> str:
    """The server's name without `www.`; empty where the address has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def path(url: str) -> str:
    """The path of an address; empty where it is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
