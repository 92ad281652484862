"""Whom a page calls by a title first and by name in the next breath: `أوضح مدير الجمارك أن …. وأضاف راشد الراوي أن`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link, Statement
from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.transmitters.anaphora import before

__all__ = ["named_later"]


def named_later(scene: Scene, told: list[Statement]) -> list[Statement]:
    """The statements, with the name of one told of by his title alone where the next speaker only goes on by name.

    Whoever relayed the first words relays the later ones.
    """
    named: dict[Link, Link] = {}
    relays: dict[Link, tuple[Link, ...]] = {}
    for n, one in enumerate(told):
        mine = one.chain[-1:]
        if not mine or mine[0] in named or not _by_title(scene, one):
            continue
        others = (other for other in told[n + 1 :] if other.chain[: len(one.chain)] != one.chain)
        later = next(others, None)
        if later is not None and _goes_on(scene, one, later):
            named[mine[0]], relays[later.chain[-1]] = later.chain[-1], one.chain[:-1]
    return [_with_name(one, named, relays) for one in told] if named else told


def _by_title(scene: Scene, one: Statement) -> bool:
    """Whether a statement's teller is one person of a title that only one has: `النائب العام`, `مدير الجمارك`."""
    last = one.chain[-1]
    if (
        last.kind != "person"
        or last.entity
        or one.source is None
        or scene.is_title(scene.sentence_start(_at(scene, one)))
    ):
        return False
    place = scene.place(last.span)
    found = head(scene, place)
    title = found is not None and found.row["class"] == "person" and found.row["number"] == "one"
    own = scene.text(place.first).startswith("ال") or scene.text(place.first + 1).startswith("ال")
    return title and own and place.last > place.first + 1


def _goes_on(scene: Scene, one: Statement, later: Statement) -> bool:
    """Whether a later statement goes on with one's words by a verb like أضاف and a name that is new to the page."""
    at, mine = _at(scene, later), later.chain[-1:]
    verbs = [hit.row for hit in scene.forms.get(at, ()) if hit.row["lemma"] in CONTINUES]
    if not verbs or not mine or mine[0].kind != "person" or not mine[0].entity or later.source is None:
        return False
    place = scene.place(mine[0].span)
    genders = {hit.row["gender"] for hit in scene.forms.get(_at(scene, one), ()) if hit.row["class"] == "perfect"}
    new = all(mention.entity != mine[0].entity for _, mention in before(scene, at, "PER"))
    alone = place.first in scene.mentions and head(scene, place) is None and place.last > place.first + 1
    return alone and new and len(later.chain) == 1 and verbs[0]["gender"] in genders


def _at(scene: Scene, one: Statement) -> int:
    return scene.place(one.span).first


def _with_name(one: Statement, named: dict[Link, Link], relays: dict[Link, tuple[Link, ...]]) -> Statement:
    chain = tuple(replace(link, entity=named[link].entity) if link in named else link for link in one.chain)
    chain = (*relays.get(chain[0], ()), *chain) if chain else chain
    return replace(one, chain=chain) if chain != one.chain else one
