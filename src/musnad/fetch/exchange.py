"""One request to one checked address, and its answer: nothing is followed, retried or remembered here."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Timer

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError

from musnad.fetch.outcome import FetchError, Kind
from musnad.fetch.urls import Place

__all__ = ["Answer", "Limits", "exchange"]

_TRIED = 3  # of a host's addresses
_CHUNK = 65_536
_ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}


@dataclass(frozen=True)
class Limits:
    """Seconds to connect, for the server to send anything, and for the whole request; bytes once decompressed."""

    connect: float = 10
    read: float = 20
    total: float = 60
    size: int = 10_000_000


@dataclass(frozen=True)
class Answer:
    """`url` is the one that answered; names of headers are in small letters; a body is there with status 200."""

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes


def exchange(place: Place, addresses: Sequence[str], headers: Mapping[str, str], limits: Limits) -> Answer:
    """GET a place from the first of its addresses that can be connected to.

    FetchError where the answer did not come whole and within the limits. Only the time between two bytes can
    be limited on a socket; a server that sends one now and then would hold it for ever. So a timer shuts the
    connection down when the whole time is over.
    """
    over = Event()
    with closing(_connected(place, addresses, limits)) as connection:

        def cut() -> None:
            over.set()
            with suppress(OSError):
                if connection.sock:
                    socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

        timer = Timer(limits.total, cut)
        timer.daemon = True
        try:
            connection.timeout = limits.read
            timer.start()
            sent = {"Host": place.authority, "Accept-Encoding": "gzip, deflate", **headers}
            connection.request("GET", place.target, headers=sent, preload_content=False)
            with closing(connection.getresponse()) as response:
                answer = _answer(place, response, limits)
            if over.is_set():  # what a cut connection gave may look like a whole answer without a length
                raise TimeoutError
            return answer
        except DecodeError:
            raise FetchError(Kind.FAILED, "what was sent cannot be decompressed") from None
        except (HTTPError, HTTPException, OSError) as error:
            why = f"took longer than {limits.total:g} s" if over.is_set() else _said(error, limits)
            raise FetchError(Kind.FAILED, why, transient=True) from None
        finally:
            timer.cancel()


def _connected(place: Place, addresses: Sequence[str], limits: Limits) -> HTTPConnection:
    problem = FetchError(Kind.FAILED, f"{place.host} has no address", transient=True)
    for address in addresses[:_TRIED]:
        connection = _connection(place, address, limits)
        try:
            connection.connect()
        except ssl.SSLError as error:
            problem = FetchError(Kind.FAILED, f"no safe connection: {error.reason or error}")
        except (HTTPError, OSError) as error:
            problem = FetchError(Kind.FAILED, _said(error, limits), transient=True)
        else:
            return connection
        connection.close()
    raise problem


def _connection(place: Place, address: str, limits: Limits) -> HTTPConnection:
    """To the address, with the name in SNI and for the certificate. No proxy: it would look the name up again."""
    if place.scheme == "http":
        return HTTPConnection(address, place.port, timeout=limits.connect)
    context = ssl.create_default_context()
    return HTTPSConnection(address, place.port, timeout=limits.connect, server_hostname=place.host, ssl_context=context)


def _answer(place: Place, response: HTTPResponse, limits: Limits) -> Answer:
    headers = {name.lower(): _text(value) for name, value in response.headers.items()}
    encodings = {part.strip().lower() for part in headers.get("content-encoding", "").split(",")}
    if encodings - _ENCODINGS:
        raise FetchError(Kind.FAILED, f"was sent in an encoding that was not asked for ({', '.join(encodings)})")
    body = _body(response, limits) if response.status == 200 else b""  # nobody reads an error's page
    return Answer(str(place), response.status, response.reason or "", headers, body)


def _body(response: HTTPResponse, limits: Limits) -> bytes:
    """Decompressed in small steps, so that a gzip bomb is no more than an answer that is too large."""
    large = FetchError(Kind.LARGE, f"more than {limits.size:,} bytes; --max-bytes raises the limit")
    if (response.length_remaining or 0) > limits.size:
        raise large
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > limits.size:
            raise large
    return bytes(body)


def _text(value: str) -> str:
    """A header's bytes are taken for Latin-1; Arabic sites send UTF-8 in Location."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _said(error: Exception, limits: Limits) -> str:
    """In one line, without addresses of objects that urllib3's own messages have."""
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return f"did not answer in time ({limits.connect:g} s to connect, {limits.read:g} s to go on)"
    cause = error.__cause__ or error
    if isinstance(cause, OSError) and cause.strerror:
        return f"connection: {cause.strerror}"
    return f"broken answer: {' '.join(str(error).split())[:120] or type(error).__name__}"
