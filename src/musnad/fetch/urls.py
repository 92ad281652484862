"""URLs as they are typed, linked and redirected to, in the one form in which they are asked for and kept.

One parser reads them, and what it found is what is looked up, connected to and sent: two parsers that
disagree on where a host ends are a way round every check of addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

__all__ = ["Place", "join", "place"]

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Place:
    """A URL in its parts. `host` is a name or an address without brackets, `target` the path with the query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port where it is not the scheme's own."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """What a Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def place(url: str) -> Place:
    """A URL in the one form: no fragment, Arabic letters percent-encoded, a host in small letters.

    ValueError says why it cannot be fetched.
    """
    found = _parsed(url.strip())
    if found.scheme not in _PORTS:
        raise ValueError("is no URL of the web; it must begin with http:// or https://")
    if not found.host:
        raise ValueError("names no host")
    if found.auth:
        raise ValueError("has a user name in it; Musnad fetches public pages only")
    host = found.host.strip("[]").rstrip(".")
    if "%" in host or not host:
        raise ValueError("names no host that can be looked up")
    return Place(found.scheme, host, found.port or _PORTS[found.scheme], found.request_uri)


def join(base: str, link: str) -> str:
    """Where a link leads that stands at `base`. ValueError as for `place`."""
    return str(place(urljoin(base, link.strip())))


def _parsed(url: str) -> Url:
    try:
        return parse_url(url)
    except LocationParseError:
        raise ValueError("is no URL that can be read") from None
