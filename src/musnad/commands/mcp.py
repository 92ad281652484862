"""musnad mcp: a casefile that assistants can ask."""

from __future__ import annotations

from musnad.commands.link import linked_story
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, interruptible, say

__all__ = ["mcp"]


def mcp(casefile: CaseFile) -> None:
    """Serve a casefile to an assistant over standard input and output (Model Context Protocol)."""
    try:
        from musnad.mcp.server import server
    except ImportError as error:
        from musnad.read.extras import remedy

        fail(f"musnad mcp needs the library {error.name}; {remedy('mcp')}")
    linked_story(casefile)
    say(f"{casefile}: serving on standard input and output; Ctrl-C ends it")
    with interruptible("nothing was changed"):
        server(casefile).run("stdio")
