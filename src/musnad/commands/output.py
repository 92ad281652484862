"""Files that a command writes are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from musnad.commands.session import fail

__all__ = ["whole"]


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """The path to write to: a draft beside the file, which takes its place at the end and is gone if there is none.

    A device or a pipe is written to, never replaced. What cannot be written ends the command with one line.
    """
    plain = output.is_file() or not output.exists()
    draft = output.with_name(f".{output.name}.part") if plain else output
    try:
        yield draft
        if plain:
            draft.replace(output)
    except OSError as error:
        if error.filename not in (str(draft), draft):
            raise
        fail(f"{output}: cannot be written: {error.strerror}; choose another file with -o")
    finally:
        if plain:
            draft.unlink(missing_ok=True)
