"""The chain of a statement inside what another says: `قال النائب إن الوزير أبلغه بأن`."""

from __future__ import annotations

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import bare, head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.transmitters.anaphora import alike, same_in
from musnad.stages.attribution.transmitters.kinds import link

__all__ = ["within"]

Chain = tuple[Link, ...]


def within(scene: Scene, outer: Chain, base: Chain, source: Place | None) -> Chain:
    """`base`, whoever speaks, behind the chain of whoever tells of it; a document quoted there keeps its place."""
    if base[:1] and base[0].kind == "document":
        return (*outer, *(one for one in base if not (one in outer or same_in(one, outer))))
    again = bool(base and outer) and (alike(base[-1], outer[-1]) or _same_words(scene, base[-1], outer[-1]))
    another = _another(scene, source) if again else None
    return (*outer, another) if another else outer if again else (*outer, *base[-1:])


def _same_words(scene: Scene, one: Link, other: Link) -> bool:
    text = scene.doc.text
    return one.kind == other.kind and one.entity == other.entity and text(one.span) == text(other.span)


def _another(scene: Scene, source: Place | None) -> Link | None:
    """A role without a name that somebody tells of (`قال النائب إن الوزير أبلغه`) is not his own."""
    if source is None or head(scene, source) is None:
        return None
    fresh = link(scene, bare(scene, source))
    return fresh if fresh.kind == "person" and fresh.entity is None else None
