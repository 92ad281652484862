"""How the web application is to run, and what it refuses to run as."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Settings", "UnsafeError", "is_loopback", "token_of"]

_SHORTEST = 16  # characters of a token that is not guessed


class UnsafeError(ValueError):
    """Settings under which strangers could read or write a casefile; the message says what to do."""


@dataclass(frozen=True)
class Settings:
    """`host` is the address that is bound, `names` further names by which browsers may call the server.

    `token`: what one has to know to come in; None lets everybody in who reaches the address. `secret` signs
    cookies and forms for as long as the server runs.
    """

    casefile: Path
    host: str = "127.0.0.1"
    port: int = 8000
    read_only: bool = False
    token: str | None = None
    names: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __post_init__(self) -> None:
        """UnsafeError where an address that others reach is to be bound without a token."""
        if self.token is None and not is_loopback(self.host):
            raise UnsafeError(
                f"{self.host} can be reached from other machines; write a secret of {_SHORTEST} characters or more "
                "into a file and name it with --token-file"
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address. Of names only `localhost` is known."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def token_of(path: Path) -> str:
    """The token in a file: its first line. UnsafeError where it is short; OSError where it cannot be read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    token = lines[0].strip() if lines else ""
    if len(token) < _SHORTEST:
        raise UnsafeError(f"{path}: a token has {_SHORTEST} characters or more on the file's first line")
    return token
