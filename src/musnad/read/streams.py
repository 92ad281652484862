"""Opening what pages are read from: plain, gzip or Zstandard, from a file or from standard input; and what it is."""

from __future__ import annotations

import gzip
import io
import re
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, BinaryIO, cast

from musnad.read.extras import need

__all__ = ["DUMPS", "SUFFIXES", "bare", "format_of", "seekable", "unpacked"]

_BUFFER = 1 << 16
_WARC = b"WARC/"
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_PACKED = (".gz", ".zst")
# What a folder is searched for; csv only where it holds pages.
SUFFIXES = frozenset(
    ".txt .html .htm .xhtml .mht .mhtml .jsonl .ndjson .csv .tsv .parquet .xml .rss .atom .warc .wacz".split()
)
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
DUMPS = frozenset(".jsonl .ndjson .csv .tsv .parquet .xml .rss .atom .warc .wacz".split())
_OBJECT = re.compile(rb"\s*\{\s*\"")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)", re.I | re.S
)


def unpacked(source: IO[bytes]) -> io.BufferedReader:
    """The stream that a compressed one holds; a plain one as it is. Several members are one stream."""
    stream = source if isinstance(source, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, source), _BUFFER)
    head = stream.peek(_BUFFER)
    if head.startswith(_GZIP):
        if _begins(head).startswith(_WARC):
            return stream  # packed record by record: one that is cut off spoils no other
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)), _BUFFER)
    if head.startswith(_ZSTD):
        reader = need("zstandard", "data").ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        return io.BufferedReader(reader, _BUFFER)
    return stream


def _begins(packed: bytes) -> bytes:
    """The first bytes of what gzip packed."""
    try:
        return zlib.decompressobj(31).decompress(packed, 64)
    except zlib.error:
        return b""


@contextmanager
def seekable(stream: io.BufferedReader) -> Iterator[BinaryIO]:
    """The same bytes where any place can be gone to, as Parquet and zip need."""
    if stream.seekable() and not isinstance(stream.raw, gzip.GzipFile):
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def bare(path: PurePath) -> PurePath:
    """A file's name without the ending of its compression."""
    return path.with_suffix("") if path.suffix.lower() in _PACKED else path


def format_of(head: bytes, path: PurePath) -> str:
    """What bytes are, by how they begin, else by their file's ending."""
    suffix = bare(path).suffix.lower()
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\0" in plain[:64] or b"\0<" in plain[:64]:
        plain = plain.replace(b"\0", b"").lstrip(b"\xff\xfe")
    for magic, name in ((b"PK\x03\x04", "wacz"), (b"PAR1", "parquet"), (_WARC, "warc"), (_GZIP, "warc")):
        if plain.startswith(magic):
            return name
    if _OBJECT.match(plain) or suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if _FEED.search(plain[:2000]) and not _HTML.match(plain):
        return "feed"
    if _HTML.match(plain):
        return "html"
    if (headers := _MHTML.match(plain)) and b"multipart/related" in headers[0].lower():
        return "mhtml"
    by_name = {
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".mht": "mhtml",
        ".mhtml": "mhtml",
        ".csv": "csv",
        ".tsv": "csv",
    }
    return by_name.get(suffix, "text")
