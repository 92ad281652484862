"""Headlines: whom the body names for what a headline puts in the mouth of `صحيفة تركية`, `قيادي في الحركة`, `دراسة`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from musnad.doc import Hit, Link, Span, Statement
from musnad.stages.attribution.chains.named_later import named_later
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import role, without_and
from musnad.stages.attribution.transmitters.anaphora import named_with

__all__ = ["named_below", "outlet_below"]

_SAME = 0.5  # share of a headline's words that the body's statement must have
_SEEN = 12  # statements of the body whose contents are looked at: what a headline tells stands near the top


def named_below(scene: Scene, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements of a page; a headline's unnamed teller has the name that the body gives for the same content."""
    told = [(one, _titled(scene, one)) for one in named_later(scene, list(statements))]
    body = [one for one, titled in told if not titled]
    for one, titled in told:
        if not titled or len(one.chain) != 1:
            yield one
        elif _nameless(scene, one):
            yield _with_issuer(scene, one, body) or _with_name(scene, one, body) or _with_role(scene, one, body) or one
        else:
            yield (_with_role(scene, one, body) if one.chain[0].kind in _UNNAMED else None) or one


def outlet_below(scene: Scene, source: Place, found: Hit | None, fresh: Link) -> Link:
    """`صحيفة: …`, `صحيفة تركية: …` in a headline: the outlet that the body names with that noun."""
    if source.last == source.first + 1 and fresh.entity == scene.doc.text(fresh.span):
        fresh = replace(fresh, entity=None)
    named = named_with(scene, found, source, "OUTLET") if found and not fresh.entity else None
    return replace(fresh, entity=named[1].entity) if named else fresh


def _titled(scene: Scene, one: Statement) -> bool:
    return scene.is_title(scene.sentence_start(scene.place(one.span).first))


def _nameless(scene: Scene, one: Statement) -> bool:
    link = one.chain[0]
    return (link.entity is None and link.kind in _NAMED) or (
        link.kind in _BODIES and link.entity == scene.doc.text(link.span)
    )


_BODIES = ("official_body", "organization")
_NAMED = ("person", "outlet", "agency", "document")
_UNNAMED = ("anonymous", "public", "experts")
_ISSUERS = ("organization", "official_body", "outlet", "agency")


def _with_name(scene: Scene, one: Statement, body: list[Statement]) -> Statement | None:
    mine = _words(scene, one.content)
    if len(mine) < 2:
        return None
    shares = [(len(mine & _words(scene, other.content)) / len(mine), -n) for n, other in enumerate(body[:_SEEN])]
    best, n = max(shares, default=(0.0, 0))
    chain = _renamed(scene, one.chain[0], body[-n].chain) if best >= _SAME else None
    return replace(one, chain=chain) if chain else None


def _with_issuer(scene: Scene, one: Statement, body: list[Statement]) -> Statement | None:
    """`دراسة: …`: a document with the bodies from whom all documents of that noun are that the body quotes."""
    noun = _called(scene, one.chain[0]) if one.chain[0].kind == "document" else None
    if noun is None or not _one(scene, one.chain[0]):
        return None
    quoted = (_from_document(scene, noun, other.chain) for other in body)
    issuers = {tuple(link.entity for link in chain): chain for chain in quoted if chain}
    return replace(one, chain=(one.chain[0], *next(iter(issuers.values())))) if len(issuers) == 1 else None


def _from_document(scene: Scene, noun: str, chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """The bodies right behind a document of that noun in a chain."""
    at = next(
        (k for k, link in enumerate(chain) if link.kind == "document" and _called(scene, link) == noun), len(chain)
    )
    return tuple(takewhile(lambda link: link.kind in _ISSUERS, chain[at + 1 :]))


def _with_role(scene: Scene, one: Statement, body: list[Statement]) -> Statement | None:
    """`ومستثمر: …`, `قناة تركية: …`: the only one in the body whom the same noun calls, with who relays him; not
    `مصادر: …`, which may be any."""
    role_of = _called(scene, one.chain[0])
    if role_of is None or role_of.startswith(_ANY):
        return None
    if one.chain[0].kind in ("document", "public") and not _one(scene, one.chain[0]):
        return None
    theirs = [other.chain for other in body if other.chain and _called(scene, other.chain[-1]) == role_of]
    if one.chain[0].kind in _MEDIA and body:  # `كشفت صحيفة X، نقلا عن مصادر، عن` at its head: that one
        first = next((link for link in body[0].chain if _called(scene, link) == role_of), None)
        theirs = [(first,)] if first and first.kind in _MEDIA and first.entity else theirs
    theirs = [chain for chain in theirs if one.chain[0].kind not in _MEDIA or chain[-1].kind in _MEDIA]
    if not theirs or len({chain[-1].entity for chain in theirs}) > 1 or ";" in (theirs[0][-1].entity or ""):
        return None
    last = replace(theirs[0][-1], span=one.chain[0].span)
    return replace(one, chain=(*theirs[0][:-1], last))


_MEDIA = ("outlet", "agency")
_ANY = ("مصدر", "مصادر")


def _called(scene: Scene, link: Link) -> str | None:
    found = head(scene, scene.place(link.span))
    return found.row["form"] if found else None


def _one(scene: Scene, link: Link) -> bool:
    found = head(scene, scene.place(link.span))
    return found is not None and found.row["number"] == "one"


def _renamed(scene: Scene, link: Link, below: tuple[Link, ...]) -> tuple[Link, ...] | None:
    """The headline's link with the entity of the same kind in the chain below; a document with who issued it."""
    if link.kind == "document":
        issuers = [one for one in below if one.entity and one.kind in _ISSUERS]
        return (link, issuers[-1]) if issuers and any(one.kind == "document" for one in below) else None
    same = [one.entity for one in below if one.kind == link.kind and one.entity and ";" not in one.entity]
    if link.kind in _BODIES:  # `الأمانة: …`, of `أمانة المنطقة`
        first = scene.text(scene.place(link.span).first).removeprefix("ال")
        theirs = (scene.place(one.span) for one in below if one.entity in same)
        if not any(first in scene.text(i) for place in theirs for i in range(*place)):
            return None
    return (replace(link, entity=same[0]),) if len(same) == 1 else None


def _words(scene: Scene, content: Iterable[Span]) -> frozenset[str]:
    """The words of a content that tell something, without the article and what is joined before."""
    tokens = (i for span in content for i in range(*scene.place(span)))
    plain = (without_and(scene.text(i)).removeprefix("ال").removeprefix("س") for i in tokens if not role(scene.text(i)))
    return frozenset(word for word in plain if len(word) > 2)
