"""musnad serve: a casefile in the browser."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile
from musnad.commands.session import fail

__all__ = ["serve"]


def serve(
    casefile: CaseFile,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to serve at; 127.0.0.1 is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8000,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file", metavar="FILE", help="A file whose first line visitors must know; needed beyond 127.0.0.1."
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further name by which browsers call it; may be repeated."),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no verdicts; nothing is ever written.")] = False,
) -> None:
    """Show a casefile in the browser: its ledger, pages, claims, sources, timeline and verdicts."""
    try:
        import uvicorn

        from musnad.web.app import application
    except ImportError as error:
        from musnad.read.extras import remedy

        fail(f"the library {error.name} is not installed; {remedy('web')}")
    from musnad.web.settings import Settings, UnsafeError, token_of

    try:
        token = token_of(token_file) if token_file else None
        settings = Settings(casefile, host, port, read_only, token, tuple(name or ()))
        if not read_only:
            with use(casefile):
                pass  # an older casefile is brought up to this version's schema
        app = application(settings)
    except (CasefileError, UnsafeError) as problem:
        fail(str(problem))
    except OSError as error:
        fail(f"{token_file}: cannot be read: {error.strerror}")
    config = uvicorn.Config(
        app, host, port, log_level="warning", server_header=False, proxy_headers=False, lifespan="off"
    )
    try:
        # It listens from here on, so that a browser may come as soon as the line below is read.
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        fail(f"{host}:{port}: cannot be served at: {error.strerror}; try another --port")
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])
