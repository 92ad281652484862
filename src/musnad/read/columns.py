"""The columns of a dump: their usual names, and those that a user maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["FIELDS", "USUAL", "Columns", "parse"]

FIELDS = ("text", "html", "url", "outlet", "published", "title", "author", "id")
# In order of preference; a name in capitals or with `-` or blanks for `_` is the same.
USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article_text", "articlebody", "article_body", "maintext", "main_text",
             "full_text", "fulltext", "plain_text", "article", "story", "النص", "نص", "نص_الخبر", "المحتوى"),
    "html": ("html", "raw_html", "page_html", "html_content", "content_html", "body_html"),
    "url": ("url", "link", "uri", "source_url", "canonical_url", "page_url", "article_url", "الرابط", "رابط"),
    "outlet": ("outlet", "sitename", "site_name", "publisher", "newspaper", "source_name", "site", "source",
               "source_domain", "hostname", "domain", "الصحيفة", "الموقع", "المصدر"),
    "published": ("published", "published_at", "date_published", "datepublished", "publish_date", "published_date",
                  "publication_date", "date_publish", "pub_date", "pubdate", "date", "التاريخ", "تاريخ_النشر"),
    "title": ("title", "headline", "العنوان", "عنوان"),
    "author": ("author", "authors", "byline", "writer", "الكاتب"),
    "id": ("id", "doc", "doc_id", "_id", "uuid", "guid"),
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """The columns that a user mapped (`text` → `body`); the others go by their usual names."""

    mapped: Mapping[str, str]

    def find(self, names: Iterable[str]) -> dict[str, str]:
        """Which of a dump's columns holds what: field → column. ValueError names what is missing."""
        names = list(names)
        plain = {_plain(name): name for name in reversed(names)}
        found = {}
        for field in FIELDS:
            if given := self.mapped.get(field):
                if given not in names:
                    raise ValueError(f"has no column {given!r}; it has {_some(names)}")
                found[field] = given
            elif usual := next((plain[name] for name in USUAL[field] if name in plain), None):
                found[field] = usual
        if not {"text", "html"} & found.keys():
            raise ValueError(f"has no column text or html; name it with --columns text=NAME; it has {_some(names)}")
        return found


def parse(text: str) -> Columns:
    """`text=body,url=link`. ValueError says what is not understood."""
    mapped: dict[str, str] = {}
    for pair in filter(None, text.split(",")):
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not sign or not column or field not in FIELDS:
            raise ValueError(f"{pair!r} maps no column; write FIELD=COLUMN with FIELD one of {', '.join(FIELDS)}")
        mapped[field] = column
    return Columns(mapped)


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:12])
    return (shown + (", …" if len(names) > 12 else "")) or "none"
