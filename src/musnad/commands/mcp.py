"""musnad mcp: a casefile that assistants can ask."""

from __future__ import annotations

import os
import signal
from typing import NoReturn

from musnad.commands.link import linked_story
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, say

__all__ = ["mcp"]


def mcp(casefile: CaseFile) -> None:
    """Serve a casefile to an assistant over standard input and output (Model Context Protocol)."""
    try:
        from musnad.mcp.server import server
    except ImportError as error:
        from musnad.read.extras import remedy

        fail(f"musnad mcp needs the library {error.name}; {remedy('mcp')}")
    linked_story(casefile)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    say(f"{casefile}: serving on standard input and output; Ctrl-C ends it")
    server(casefile).run("stdio")


def _end(number: int, _: object) -> NoReturn:
    """At once: the thread that waits for standard input ends with nothing that this process does."""
    say(f"{'interrupted' if number == signal.SIGINT else 'terminated'}; nothing was changed")
    os._exit(128 + number)
