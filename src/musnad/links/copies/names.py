"""Which names mean which outlet: `صحيفة الضفاف`, `الضفاف`, `Al-Difaf` and `difaf.example` are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from urllib.parse import urlsplit

from musnad.links.account import Account, Name
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["Outlets", "address", "host", "inside", "is_head", "keys", "named"]

_HEADS = frozenset(
    "صحيفه جريده موقع قناه وكاله انباء الانباء للانباء شبكه مجله تلفزيون اذاعه راديو منصه بوابه فضائيه الكتروني".split()
)
_WORD = re.compile(r"[^\W_]+")
_USUAL = 2  # pages of an outlet on which a name that stands ahead of the article is its own


class Outlets:
    """The names that the outlets of these pages go by."""

    def __init__(self, pages: Sequence[Account]) -> None:
        self._own: dict[str, frozenset[str]] = {}
        told = _told_ahead(pages)
        for page in pages:
            if page.outlet:
                names = frozenset().union(*map(keys, {page.outlet, *told.get(page.outlet, ())}))
                self._own[page.outlet] = self._own.get(page.outlet, frozenset()) | names
        self.known = frozenset().union(*self._own.values()) | frozenset(map(_host, pages)) - {""}

    def of(self, page: Account) -> frozenset[str]:
        """What a page's outlet is called; its host is one of the names."""
        own = self._own.get(page.outlet or "", frozenset())
        return own | {_host(page)} - {""}


@lru_cache(maxsize=1 << 13)
def keys(name: str) -> frozenset[str]:
    """Forms of an outlet's name that are the same for all its spellings; a host's name is one as it stands."""
    forms = {name}
    words = [word for word in _WORD.findall(fold(name)) if word not in _HEADS]
    for form in (fold(name), " ".join(words)):
        if entity := _entities().get(form):
            forms.add(entity)
    return frozenset(filter(None, map(_key, forms)))


def named(name: str) -> bool:
    """Whether this is a name at all: `الصحيفة البريطانية` and `صحيفة يونانية` only tell what sort of outlet it is."""
    words = fold(name).split()
    if not words or keys(name) & _known() or not is_head(words[0]):
        return bool(words)
    return any(not word.endswith("يه") for word in words[1:])


def is_head(word: str) -> bool:
    """`صحيفة`, `والقناة`, `إذاعتنا`: a word for an outlet."""
    return _bare(re.sub("ت$", "ه", word.removesuffix("نا"))) in _HEADS


def _bare(word: str) -> str:
    return re.sub(r"^(?:لل|ال|[وبل]?ال|[بل])(?=\w{3})", "", word)


@cache
def _known() -> frozenset[str]:
    return frozenset(key for entity in _entities().values() for key in keys(entity))


def _key(name: str) -> str:
    words = [word for word in _WORD.findall(fold(name)) if word not in _HEADS]
    bare = "".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)
    return re.sub(r"^(?:al|el)(?=[a-z]{3})", "", bare)


@cache
def _entities() -> Mapping[str, str]:
    return {form: rows[0]["entity"] for form, rows in lexicon("names/outlets").by_form.items()}


def _host(page: Account) -> str:
    return host(page.url or "")


def host(url: str) -> str:
    """The name of an address's host without its `www.`; empty where it has none, or is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def address(url: str) -> tuple[str, str, str]:
    """What versions of one page have in common: host, path and query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url, ""
    return host(url), parts.path.rstrip("/"), parts.query


def inside(page: Account, name: Name) -> bool:
    """Whether a name stands in the headline or the article."""
    return any(part.start <= name.start < part.end for part in page.parts)


def _told_ahead(pages: Sequence[Account]) -> Mapping[str, set[str]]:
    """By outlet the names of outlets that most of its pages, and no other outlet's, carry ahead of their articles.

    Agencies and lines that credit are left out: what an outlet always copies is not its name.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    totals = Counter(page.outlet for page in pages)
    for page in pages:
        if page.outlet:
            counts[page.outlet].update({name.entity for name in page.names if _ahead(page, name)})
    found: dict[str, set[str]] = {}
    for outlet, told in counts.items():
        least = max(_USUAL, totals[outlet] / 2)
        others = {name for other, names in counts.items() if other != outlet for name in names}
        found[outlet] = {name for name, count in told.items() if count >= least and name not in others}
    return found


def _ahead(page: Account, name: Name) -> bool:
    begun = next((part.start for part in page.parts if not part.title), 0)
    credited = any(start <= name.start < end for start, end, _ in page.signed)
    return (
        name.type == "OUTLET" and name.kind != "agency" and name.start < begun and not (credited or inside(page, name))
    )
