"""A web site on this machine that does what sites do, and what they should not."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from musnad.fetch.pace import Clock

__all__ = ["ARABIC", "FakeTime", "Reply", "Site", "bomb", "drip", "endless", "feed", "silent", "site"]

ARABIC = "قال الوزير إن المطر سيهطل غدا.\n"


@dataclass(frozen=True)
class Reply:
    """`length`: what Content-Length says, where that is not the truth."""

    body: bytes = ARABIC.encode()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None

    def __call__(self, handler: BaseHTTPRequestHandler, _: Event) -> None:
        handler.send_response(self.status)
        for name, value in {"Content-Type": "text/plain; charset=utf-8", **self.headers}.items():
            handler.send_header(name, value)
        if self.status != 304:
            handler.send_header("Content-Length", str(len(self.body) if self.length is None else self.length))
        handler.end_headers()
        handler.wfile.write(self.body)


Answering = Callable[[BaseHTTPRequestHandler, Event], None]


@dataclass
class Site:
    """What it answers by path, one after another and the last for ever; what it was asked for, with the headers."""

    root: str
    replies: dict[str, list[Answering]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Message] = field(default_factory=list)

    def put(self, path: str, *replies: Answering) -> str:
        """The URL that is answered so from now on."""
        self.replies[path] = list(replies)
        return self.root + path

    def reply(self, path: str) -> Answering:
        replies = self.replies.get(path, [Reply(b"", 404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]

    def pages(self) -> list[str]:
        """What was asked for beside robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


@contextmanager
def site() -> Iterator[Site]:
    """A site on a free port of 127.0.0.1 while the block runs."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.headers.append(self.headers)
            with suppress(OSError):  # the client had enough
                found.reply(self.path)(self, over)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def endless(handler: BaseHTTPRequestHandler, over: Event) -> None:
    """A body that never ends."""
    handler.send_response(200)
    handler.end_headers()
    while not over.is_set():
        handler.wfile.write(ARABIC.encode() * 1000)


def drip(head: bytes) -> Answering:
    """`head`, and then a byte now and then: no single wait is long."""

    def answer(handler: BaseHTTPRequestHandler, over: Event) -> None:
        handler.wfile.write(head)
        while not over.wait(0.02):
            handler.wfile.write(b"x")

    return answer


def silent(handler: BaseHTTPRequestHandler, over: Event) -> None:
    """Nothing at all."""
    del handler
    over.wait(30)


def bomb(size: int) -> Reply:
    """Few bytes that become many."""
    return Reply(gzip.compress(b" " * size), headers={"Content-Encoding": "gzip"})


def feed(*links: str, published: str = "Tue, 05 Mar 2024 23:30:00 +0300") -> Reply:
    """An RSS feed of these links."""
    entries = "".join(f"<item><link>{link}</link><pubDate>{published}</pubDate></item>" for link in links)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title>{entries}</channel></rss>'
    return Reply(body.encode(), headers={"Content-Type": "text/xml"})


class FakeTime:
    """A clock that only sleeping moves, and what was slept."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds

    def clock(self) -> Clock:
        begin = datetime(2024, 3, 6, 10, tzinfo=UTC)
        return Clock(lambda: begin + timedelta(seconds=self.passed), lambda: self.passed, self.sleep)
