"""Which addresses may be asked: public ones.

A feed, a list or a redirect can name any host, and a host's name any address: the router at home, a service
that listens on this machine, a cloud's store of credentials. Names are looked up once; what was checked is
what is connected to, so that a second answer of the DNS has no say.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from musnad.fetch.outcome import FetchError, Kind

__all__ = ["Resolver", "askable", "look_up", "refusal"]

Resolver = Callable[[str, int], Iterable[str]]

# Source: IANA's registries of special-purpose IPv4 and IPv6 addresses (RFC 6890), where they are not globally
# reachable. Not `is_global` of the standard library: what that says depends on the Python that is installed.
_SPECIAL = [
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared (carrier-grade NAT)"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "reserved (6to4 relay)"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "this network"),
        ("::1/128", "loopback"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("ff00::/8", "multicast"),
        ("2001::/23", "reserved (Teredo and others)"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "reserved (6to4)"),
        ("3fff::/20", "documentation"),
    )
]
_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")


def refusal(address: str) -> str | None:
    """What an address is that must not be asked; None for a public one. ValueError where it is no address."""
    plain = _inner(ip_address(address))
    for network, what in _SPECIAL:
        if plain in network:
            return what
    return "reserved" if isinstance(plain, IPv6Address) and plain not in _UNICAST else None


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def look_up(host: str, port: int) -> list[str]:
    """A host's addresses as the system knows them. OSError where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def askable(host: str, port: int, resolve: Resolver, *, allow_private: bool) -> list[str]:
    """The addresses of a host that may be asked. FetchError where there is none."""
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError):  # UnicodeError: a label of the name is empty or too long
        raise FetchError(Kind.FAILED, f"the address of {host} cannot be found", transient=True) from None
    refused = [(address, refusal(address)) for address in found]
    allowed = [address for address, why in refused if allow_private or why is None]
    if found and not allowed:
        address, why = refused[0]
        raise FetchError(Kind.ADDRESS, f"{address} is {why}; --allow-private lets it through")
    return allowed
