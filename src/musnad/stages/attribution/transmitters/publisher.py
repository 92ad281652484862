"""The page's own outlet, which is no link of a chain: as the page was given, or as its masthead tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from musnad.doc import Mention, Sentence
from musnad.rules import lexicon
from musnad.stages.attribution.page.scene import Scene
from musnad.text import fold

__all__ = ["outlet_key", "own_outlets", "own_paper"]

_OUTLETS = lexicon("names/outlets")
_SITES_KNOWN = lexicon("names/sites")


def own_outlets(scene: Scene) -> frozenset[str]:
    """The page's own outlet by `outlet_key`, under every name that the page has for it."""
    if scene.doc.outlet is not None:
        bare = _KIND.sub("", scene.doc.outlet)  # given as `صحيفة العدالة`, quoted as «العدالة»
        return frozenset({outlet_key(scene.doc.outlet), outlet_key(bare), *_at_site(scene.doc.outlet)})
    first = scene.sentences[0][0].first if scene.sentences else 0
    above = scene.doc.reading.string[: scene.tokens[first].start if scene.tokens else 0]
    told = {outlet_key(m.entity) for m in scene.doc.marks(Mention) if m.rule.rpartition(":")[2].startswith("masthead")}
    quoted = {fold(scene.doc.text(quote.inner)) for _, quote in scene.quotations.values()}
    desks = {
        desk[1] for _, line in scene.sentences if line.kind == "title" and (desk := _DESK.match(_line(scene, line)))
    }
    return frozenset(told | {name.casefold() for name in quoted if len(name) > 4 and (name in above or name in desks)})


# A line under the headline that names the outlet and who of it has written: `الرصيف _ فريق التحرير`.
_DESK = re.compile(r"(.{4,30}?) ?[_|/–-] ?(?:فريق|قسم|متابعات|متابعه|تحرير|خاص|مراسل|وكالات|ترجمه)[^_|/–-]{0,25}$")


def _line(scene: Scene, line: Sentence) -> str:
    return fold(scene.doc.text(line.span))


def own_paper(scene: Scene, name: str) -> str | None:
    """The entity of the page's own outlet where a quoted word is its name: `ما نشرته "سبق"` on a page of sabq."""
    row = _OUTLETS.get(fold(name))
    own = row is not None and scene.doc.outlet is not None and outlet_key(row["entity"]) in own_outlets(scene)
    return row["entity"] if row is not None and own else None


_KIND = re.compile(r"^(?:صحيفة|جريدة|مجلة|قناة|إذاعة|وكالة|شبكة|موقع|منصة) (?=\w)")


def _at_site(name: str) -> frozenset[str]:
    """The keys of the outlets that a site's name may stand for (`www.aawsat.com`, `alwatan`)."""
    row = _SITES_KNOWN.get(_label(name))
    if row is not None:
        return frozenset({row["entity"].casefold()})
    return _by_handle().get(_handle(name), frozenset())


def _label(name: str) -> str:
    """The part of a site's address that is its own."""
    parts = [part for part in name.lower().split(".") if part not in _SITES]
    return max(parts, key=len, default="") if name.isascii() else ""


def _handle(name: str) -> str:
    """The first letter and the consonants of a name in Latin letters, or of a site's name, without its article:
    `alwatan`, `Al-Watan`; empty where too little is left to tell by."""
    label = _label(name)
    bare = re.sub(r"^(?:the )?al[ -]?", "", label)
    bones = bare[:1] + re.sub(r"[^b-df-gj-np-tv-z0-9]", "", bare[1:])
    return bones if len(bones) > 1 else ""


@cache
def _by_handle() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _OUTLETS.rows:
        found[_handle(row["entity"])].add(row["entity"].casefold())
    return {handle: frozenset(names) for handle, names in found.items() if handle}


_SITES = frozenset("www com net org info news co gov arabic".split())


def outlet_key(name: str) -> str:
    """An outlet by its canonical name, however it is spelt."""
    row = _OUTLETS.get(fold(name))
    return (row["entity"] if row else fold(name)).casefold()
