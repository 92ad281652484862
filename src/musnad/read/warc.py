"""WARC: the pages of a web crawl, and WACZ, which is a zip file of these."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from musnad.doc import Fact
from musnad.read.extras import need
from musnad.read.item import HTML, TEXT, Item, Problem

__all__ = ["read", "read_wacz"]

_LARGEST = 20_000_000  # bytes; what is larger is no news page
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MEDIA = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}


def read(stream: BinaryIO, where: str) -> Iterator[Item | Problem]:
    """The pages of a WARC file, a record in memory at a time. The date of a record is when it was crawled."""
    iterator = need("warcio.archiveiterator", "data").ArchiveIterator
    refused = need("warcio.exceptions", "data").ArchiveLoadFailed
    number = 0
    try:
        for record in iterator(stream):
            item = _item(record, number + 1)
            number += item is not None
            if item is not None:
                yield item
    except (refused, OSError, EOFError, ValueError) as error:
        yield Problem(where, f"breaks off after {number} pages ({' '.join(str(error).split())[:200]})")


def read_wacz(stream: BinaryIO, where: str) -> Iterator[Item | Problem]:
    """The pages of every WARC in a WACZ file."""
    from musnad.read.streams import unpacked

    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        raise ValueError(f"is no WACZ file that can be read ({error})") from None
    with archive:
        names = [name for name in archive.namelist() if name.endswith((".warc", ".warc.gz"))]
        if not names:
            raise ValueError("is a zip file without a WARC in it; unpack it and give the pages")
        for count, name in enumerate(names):
            with archive.open(name) as inner:
                for found in read(unpacked(inner), f"{where}, {name}"):
                    yield found if isinstance(found, Problem) or not count else _renamed(found, count + 1)


def _item(record: Any, number: int) -> Item | None:
    """The page of a record; None where it is none: pictures, redirects, errors, requests."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    if record.rec_type not in ("response", "resource", "conversion") or headers is None:
        return None
    if record.rec_type == "response" and not (headers.get_statuscode() or "").startswith("2"):
        return None
    given = headers.get_header("Content-Type") or ""
    media = _MEDIA.get(given.split(";")[0].strip().lower())
    if media is None or url.endswith("/robots.txt"):
        return None
    data = record.content_stream().read(_LARGEST)
    if len(data) < _LARGEST and not record.raw_stream.read(1) and getattr(record.raw_stream, "limit", 0) > 0:
        raise ValueError("its last record is cut off")
    charset = _CHARSET.search(given)
    kind = f"{HTML}; charset={charset[1].lower()}" if charset and media == HTML else media
    facts = (Fact("url", url, "WARC-Target-URI"),) if url.startswith(("http://", "https://")) else ()
    return Item(data, kind, facts, str(number), record.rec_headers.get_header("WARC-Date"))


def _renamed(item: Item, archive: int) -> Item:
    """A record of a later WARC of one file."""
    return Item(item.data, item.type, item.facts, f"{archive}.{item.name}", item.captured)
