"""Who carried a claim, and whom each had it from: a page that was read, or a teller that only is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musnad.links.account import Teller
from musnad.links.claims.content import Content
from musnad.links.claims.origins import Setting, outlet, press, teller
from musnad.links.findings import Carrier
from musnad.wording import Phrase, phrase

__all__ = ["carriers", "unseen"]

_PRESS = frozenset(("outlet", "agency"))


def carriers(members: Sequence[Content], setting: Setting) -> tuple[Carrier, ...]:
    """One for each statement, in their order. `doc` is a page of the same claim that the page took it from, or that
    the outlet which it names published; else `name` is the nearest link of the chain."""
    docs = {content.ref.doc: content for content in members}
    found = []
    for content in members:
        page = setting.pages[content.page]
        near = content.said.chain[0] if content.said.chain else None
        source = next((doc for doc in sorted(setting.copies.of.get(page.doc, ())) if doc in docs), None)
        source_outlet = press(near.entity, setting.known) if near and near.kind in _PRESS and near.entity else None
        if source_outlet and (
            source is None or outlet(setting.pages[docs[source].page], setting.known) != source_outlet
        ):
            source = _published(source_outlet, content, members, setting) or source
        name = _called(near, content, setting)
        found.append(Carrier(content.ref, name, source))
    return tuple(found)


def _published(name: str, content: Content, members: Sequence[Content], setting: Setting) -> str | None:
    """The page of the claim by which an outlet published it, no later than this page."""
    for other in members:
        page = setting.pages[other.page]
        if other.page < content.page and outlet(page, setting.known) == name:
            return page.doc
    return None


def _called(near: Teller | None, content: Content, setting: Setting) -> Phrase:
    if near is None:
        return teller(content, setting)
    return phrase("teller.named", "; ".join(setting.known.keys(near.entity)) if near.entity else near.text)


def unseen(members: Sequence[Content], setting: Setting) -> tuple[Phrase, ...]:
    """What the pages at hand do not show of how a claim travelled."""
    return tuple(dict.fromkeys(line for content in members for line in _gaps(content, setting)))


def _gaps(content: Content, setting: Setting) -> Iterator[Phrase]:
    page = setting.pages[content.page]
    own = outlet(page, setting.known)
    for link in content.said.chain:
        key = press(link.entity, setting.known) if link.entity and link.kind in _PRESS else None
        if key and key != own and key not in setting.read:
            yield phrase("unseen.outlet", key, page.doc)
    last = content.said.chain[-1] if content.said.chain else None
    told = any(link.kind in _PRESS for link in content.said.chain)
    if last is None or (not last.entity and last.kind == "anonymous" and own is None and not told):
        yield phrase("unseen.nobody", page.doc)
    elif last.kind == "media_reports":
        yield phrase("unseen.reports", page.doc, last.text)
