"""What a page's markup says of it: outlet, title, author, address, day of publication; each with where it stands.

The better founded comes first. A day is taken only from what means the day of publication: not from what was
modified, crawled or copied when, and not from the dates of other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from musnad.doc import Fact
from musnad.read import jsonld
from musnad.read.dates import machine_day, url_day
from musnad.read.flow import flow, plain
from musnad.read.urls import host, path, whole

__all__ = ["Head", "from_url", "headline"]

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "citation_publication_date",
    "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "article_date_original", "originalpublicationdate",
    "bt:pubdate", "article:published", "cxenseparse:publishtime", "rnews:datepublished",
)  # fmt: skip
_WEAK = ("date", "article:created_time")
_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "al:ios:app_name",
    "copyright",
)
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "cxenseparse:author")
_BARS = re.compile(r"\s+[|\-–—»›·:]+\s+|\s*[|»]\s*")
_NOT_IT = re.compile(r"updat|modif|related|comment|sidebar|widget|footer|nav|popular|latest|ticker|most")
_WRITER = re.compile(r"(?:^|[\s_-])(?:writer|author|byline|journalist|reporter)(?:$|[\s_-]*name|\s)")
_BY = re.compile(r"(?:كتب|كتبت|بقلم|إعداد|الكاتب|المحرر)\s*[:：/-]\s*((?:[^\W\d_.]+\.?\s*){2,4})(?:$|[|,،/(-])")
_NAME = 3  # words; a `<title>` that has no more, and that the page does not show, is the site's name
_SIGNS = " |-–—»›·:،,"
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_GENERIC = {"home", "الرئيسية", "admin", "administrator", "author", "الكاتب", "المحرر", "editor", "root"}


class Head:
    """The markup of one page. `title` is its headline, `tree` its HTML as it came."""

    def __init__(self, tree: Any, url: str | None) -> None:
        self.tree = tree
        self.url = url
        self.metas = list(_metas(tree))
        self.nodes = jsonld.nodes(tree)
        self.title = self._title()
        self.article = jsonld.article(self.nodes, self.title) or {}

    def facts(self) -> Iterator[Fact]:
        """All that the markup says, best founded first within each name."""
        if self.title:
            yield Fact("title", self.title, self.title_from)
        address = self._address()
        yield from address
        where = next((fact.value for fact in address), self.url)
        yield from self._outlets(where)
        yield from self._authors()
        yield from self._days(where)

    def _meta(self, *names: str) -> Iterator[tuple[str, str]]:
        for name in names:
            yield from ((f"meta {name}", value) for key, value in self.metas if key == name and value)

    def _title(self) -> str:
        """The headline as the page shows it, told from a logo or a section by what the head calls the page."""
        told = [*self._meta("og:title", "twitter:title", "dc.title")]
        told += [("title", plain(node)) for node in self.tree.iterfind(".//title")][:1]
        told += [
            ("JSON-LD headline", jsonld.text(node.get("headline"))) for node in self.nodes if node.get("headline")
        ][:1]
        shown = [(tag, plain(node)) for tag in ("h1", "h2", "h3") for node in self.tree.iter(tag)]
        for where, text in shown:
            if len(text.split()) > 1 and any(jsonld.same(text, each) and _most(text, each) for _, each in told):
                self.title_from = where
                return text
        for where, text in told[:1]:
            piece = self._piece(text) if where == "title" else text
            if where != "title" or len(piece.split()) > _NAME or piece in self._lines():
                self.title_from = where
                return piece
        first = next(((where, text) for where, text in shown if len(text.split()) > 2), ("", ""))
        self.title_from = first[0]
        return first[1]

    def _lines(self) -> set[str]:
        """What the page shows, line by line."""
        return {line for body in self.tree.iterfind("body") for line in flow(body).text.split("\n")}

    def _piece(self, text: str) -> str:
        """The headline in a `<title>` that has the outlet's name too: what the page shows, else the longest."""
        pieces = _BARS.split(text)
        shown = {plain(node) for node in self.tree.iter("b", "strong", "font", "p", "div", "span", "td", "a")}
        return max(pieces, key=lambda piece: (piece in shown and len(piece.split()) > 2, len(piece)))

    def _address(self) -> list[Fact]:
        found = [("link rel=canonical", n.get("href")) for n in self.tree.iterfind(".//link[@rel='canonical']")]
        found += [*self._meta("og:url")]
        if page := self.article.get("mainEntityOfPage"):
            found.append(("JSON-LD mainEntityOfPage", page.get("@id") if isinstance(page, dict) else page))
        for comment in self.tree.xpath("//comment()[contains(., 'saved from url')]"):
            found += [("saved-from comment", match[1]) for match in _SAVED.finditer(comment.text or "")]
        full = ((where, whole(self.url or "", value)) for where, value in found if isinstance(value, str))
        return [Fact("url", value, where) for where, value in full if value.startswith(("http://", "https://"))]

    def _outlets(self, url: str | None) -> Iterator[Fact]:
        for where, value in self._meta("og:site_name"):
            yield Fact("outlet", value, where)
        found = [("JSON-LD publisher", jsonld.named(self.article.get("publisher"), self.nodes))]
        found += [
            (f"JSON-LD {node['@type']}", jsonld.text(node.get("name")))
            for node in self.nodes
            if node.get("@type") in ("NewsMediaOrganization", "WebSite", "Organization")
        ]
        found += [*self._meta(*_SITE[1:]), *self._masthead()]
        yield from (Fact("outlet", value, where) for where, value in found if value and "://" not in value)
        if server := host(url or ""):
            yield Fact("outlet", server, "host of the URL")

    def _masthead(self) -> Iterator[tuple[str, str]]:
        """What the page's `<title>` has beside the headline, where it is short as names are; a logo's words."""
        for node in self.tree.iterfind(".//title"):
            before, found, after = plain(node).partition(self.title or "\n")
            for name in (after, before) if found or not self.title else ():
                if 0 < len(name.strip(_SIGNS).split()) <= 5:
                    yield "title", name.strip(_SIGNS)
        for node in self.tree.iterfind(".//img[@alt]"):
            inside = " ".join((node.get("class") or "", node.get("id") or "", node.getparent().get("class") or ""))
            if "logo" in inside.lower() and 0 < len(node.get("alt").split()) <= 5:
                yield "logo", " ".join(node.get("alt").split())

    def _authors(self) -> Iterator[Fact]:
        found = [("JSON-LD author", jsonld.named(self.article.get("author"), self.nodes)), *self._meta(*_AUTHOR)]
        found += [
            ("rel=author", plain(node)) for node in self.tree.xpath("//*[@rel='author' or @itemprop='author']")[:1]
        ]
        found += list(self._bylines())
        for where, value in found:
            if value and "://" not in value and value.lower() not in _GENERIC and len(value.split()) <= 8:
                yield Fact("author", value, where)

    def _bylines(self) -> Iterator[tuple[str, str]]:
        """Names that stand where the markup or the line itself says that they are the writer's."""
        for node in self.tree.iter("div", "span", "p", "a", "li", "td", "address"):
            words = plain(node) if len(node) < 4 else ""
            named = _names(node)
            if written := _BY.match(words):
                yield "byline", written[1].strip()
                return
            if _WRITER.search(named) and not _NOT_IT.search(named) and 0 < len(words.split()) <= 5 and _own(node):
                yield f"class {node.get('class') or node.get('id')}", words
                return

    def _days(self, url: str | None) -> Iterator[Fact]:
        found: list[tuple[str, Any]] = [*self._meta(*_PUBLISHED)]
        found += [(f"JSON-LD {key}", self.article.get(key)) for key in ("datePublished", "uploadDate")]
        found += list(self._stamps())
        found += [*self._meta(*_WEAK)]
        for where, value in found:
            if isinstance(value, str) and (when := machine_day(value)):
                yield Fact("published", when, where)
        yield from from_url(url)

    def _stamps(self) -> Iterator[tuple[str, str]]:
        """Dates in the markup of the page itself: microdata, `<time>`, Blogger's `<abbr>`."""
        for node in self.tree.xpath("//*[@itemprop='datePublished']"):
            yield (
                "itemprop=datePublished",
                node.get("datetime") or node.get("content") or node.get("title") or plain(node),
            )
        for node in self.tree.xpath("//abbr[@title and contains(@class,'published')]"):
            yield "abbr.published", node.get("title")
        for node in self.tree.iterfind(".//time[@datetime]"):
            if node.get("pubdate") is not None or (_own(node) and not _NOT_IT.search(_names(node))):
                yield "time", node.get("datetime")


def from_url(url: str | None) -> Iterator[Fact]:
    """The day or month in an address."""
    if url and (when := url_day(path(url))):
        yield Fact("published", when, "URL")


def headline(one: str, other: str) -> bool:
    """Two lines are the same headline."""
    return jsonld.same(one, other) and _most(one, other) and len(one) < 1.8 * len(other)


def _most(shown: str, told: str) -> bool:
    """A heading that is no mere word or two of what the page is called."""
    return len(shown) >= 0.4 * len(_BARS.split(told)[0])


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if node.get(key) and node.get("content"):
                yield node.get(key).strip().lower(), " ".join(node.get("content").split())


def _names(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower()


def _own(node: Any) -> bool:
    """A time stands for the page's own article: no list of other pages, comment or page edge is around it."""
    for outer in node.iterancestors():
        if outer.find(".//h1") is not None:  # the article's own container, whatever it is called
            return True
        if outer.tag in ("a", "aside", "footer", "li", "nav") or _NOT_IT.search(_names(outer)):
            return False
        if outer.tag == "article" and sum(1 for _ in outer.getroottree().iter("article")) > 1:
            return False
    return True
