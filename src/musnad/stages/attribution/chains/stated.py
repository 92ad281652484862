"""Who a source phrase is: somebody named in it, or told of before with fewer or other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.chains.groups import (
    body_behind,
    fuller,
    member,
    of_their_group,
    one_of_many,
    same_person,
    spoken_for,
)
from musnad.stages.attribution.chains.headline import outlet_below
from musnad.stages.attribution.chains.named_again import (
    by_both_names,
    by_profession,
    many_before,
    of_that_name,
    spokesman,
)
from musnad.stages.attribution.chains.pointing import CONTINUES, point_back
from musnad.stages.attribution.chains.roles import role_holder
from musnad.stages.attribution.chains.told import Told
from musnad.stages.attribution.nouns.heads import bare, head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.speakers.informed import in_press, informed
from musnad.stages.attribution.transmitters.anaphora import (
    LATTER,
    PARTIES,
    latter,
    pair,
    relayed,
)
from musnad.stages.attribution.transmitters.documents import body, states_issuer, with_issuer, writers
from musnad.stages.attribution.transmitters.epithets import by_epithet
from musnad.stages.attribution.transmitters.first_names import of_house, so_called, with_family
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.people import (
    by_surname,
    honoured,
    named_before,
    of_family,
    short,
    unknown_name,
)
from musnad.stages.attribution.transmitters.persons import near_somebody
from musnad.stages.attribution.transmitters.written_by import outlet_of_staff, written_by

__all__ = ["stated"]

Chain = tuple[Link, ...]


def stated(
    scene: Scene, told: Sequence[Told], source: Place, row: Mapping[str, str], *, sure: bool = False
) -> tuple[Chain, tuple[int, int] | None, str]:
    """The chain of a source phrase, the cue of the statement it points back to (None for none), and the rule."""
    source = bare(scene, source)
    if row["lemma"] in ("علم", "استقى") and source.first in scene.quotations:
        return (informed(scene, source),), None, "source"
    fresh = in_press(scene, source, link(scene, source))
    fresh = unknown_name(scene, source, fresh, sure=sure)
    fresh = so_called(scene, source, of_house(scene, source, by_surname(scene, source, fresh)))
    fresh = with_family(scene, source, fresh)
    fresh = by_both_names(scene, (one.chain for one in reversed(told)), source, fresh)
    fresh = of_that_name(scene, (one.chain for one in reversed(told)), source, fresh)
    one_of_them = member(scene, source, fresh, told[-1].chain if told else ())
    if one_of_them is not None:
        return one_of_them, told[-1].cue, "carry-anaphora"
    pointed = _pointed(scene, told, source, row, fresh)
    if pointed is not None:
        return _himself(scene, source, fresh, pointed[0]), pointed[1], "carry-anaphora"
    written = row["lemma"] in _IN and scene.text(source.first - 1) == "في"
    if written and fresh.kind == "person" and source.first not in scene.mentions:
        return (replace(fresh, kind="document", entity=None),), None, "document"  # `جاء في لسان العرب`
    found = head(scene, source)
    if found is not None and found.row["kind"] == "document":
        chain = with_issuer(scene, source, fresh, told[-1].chain if told else ())
        giver = _giver(scene, source) if chain == (fresh,) else None
        return (*chain, *(stated(scene, told, giver, {"lemma": ""})[0][-1:] if giver else ())), None, "document"
    if scene.text(source.first) in PARTIES:
        both = pair(scene, source.first, "GPE")
        if both:
            return (Link(span=fresh.span, kind="state", entity=both),), None, "pair"
    if scene.text(source.first) in LATTER:
        return (latter(scene, source.first, fresh),), None, "latter"
    last = told[-1].chain if told else ()
    chains = [one.chain for one in reversed(told)]
    theirs = spokesman(scene, chains, source, fresh)
    theirs = theirs or body_behind(scene, source, fresh, last) or writers(scene, source, fresh, last)
    if theirs is not None:
        return (theirs,), None, "source"
    fresh = _known(scene, chains, source, of_their_group(scene, source, fresh))
    if fresh.kind in ("person", "anonymous", "experts") and fresh.entity is None:
        same = same_person(scene, source, last, goes_on=row["lemma"] in CONTINUES)
        same = same or by_epithet(scene, source, chains)
        if same is not None:
            return same, told[-1].cue, "carry-anaphora"
    if fresh.kind in _MEDIA and scene.is_title(scene.sentence_start(source.first)):
        return (outlet_below(scene, source, found, fresh),), None, "source"
    if fresh.kind in ("official_body", "organization", *_MEDIA) or (fresh.kind == "state" and not fresh.entity):
        fresh = fuller(scene, chains, source, body(scene, spoken_for(scene, source), fresh))
    known_by = relayed(scene, source, fresh, told[-1].chain if told else ()) or outlet_of_staff(scene, source, fresh)
    if known_by:
        return (*known_by, fresh), None, "source"
    known = next((o for t in reversed(told) for o in t.chain if o.entity and o.entity == fresh.entity), None)
    if known is not None and known.kind in _MEDIA and fresh.kind in (*_MEDIA, "organization"):
        fresh = Link(span=fresh.span, kind=known.kind, entity=fresh.entity)
    return (fresh,), None, "source"


def _giver(scene: Scene, document: Place) -> Place | None:
    """`تصريح [الوزير]`, `خطاب [محافظ المنطقة]`: by whose title alone a document is somebody's."""
    i = document.first + 1
    one = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(i, ()))
    bare = not scene.text(document.first).startswith("ال") and scene.text(i)[:1] not in ("ل", "و")
    one = one and any(k in scene.mentions or scene.text(k).startswith("ال") for k in range(*document)[1:3])
    return Place(i, document.last) if one and bare else None  # `تقرير صحفي` is nobody's


def _himself(scene: Scene, source: Place, fresh: Link, chain: Chain) -> Chain:
    """`وأضاف البيان …. وأوضح الوزير`, `وبحسب البيانات …. وقال المتحدث`: somebody named again speaks himself, and no
    paper of his."""
    found = head(scene, source)
    himself = fresh.kind == "person" and chain[-1:] != () and chain[-1].kind == "person"
    himself = himself or (found is not None and found.row["class"] == "person" and chain[-1].kind != "document")
    return tuple(one for one in chain if one.kind != "document") if himself else chain


def _pointed(
    scene: Scene, told: Sequence[Told], source: Place, row: Mapping[str, str], fresh: Link
) -> tuple[Chain, tuple[int, int]] | None:
    """The chain that a phrase points back to, and its cue."""
    pointed = point_back(scene, told, source, row, fresh)
    if pointed is None:
        return None
    chain = pointed.chain
    issuer = states_issuer(scene, source) if fresh.kind == "document" else None
    if issuer and all(scene.text(scene.place(one.span).first) != scene.text(issuer.first) for one in chain):
        return None  # `البيانات التي أصدرها المعهد` are not those that the ministry gave out
    if chain and scene.text(source.first) in ("احد", "احدي"):  # one of them, in the group's place
        chain = (*chain[:-1], replace(chain[-1], span=fresh.span))
    return chain, pointed.cue


def _known(scene: Scene, chains: list[Chain], source: Place, fresh: Link) -> Link:
    """A person by role, by family or by a part of the name, as the page has told of him."""
    if fresh.kind == "person" and fresh.entity is None and one_of_many(scene, source):
        fresh = replace(fresh, kind="anonymous")
    fresh = written_by(scene, source, fresh)
    fresh = by_profession(scene, chains, source, many_before(scene, source, of_family(chains, fresh)))
    if fresh.kind == "person" and fresh.entity is None:
        near = near_somebody(scene, source)  # `محامي سلطان الشمري` is not he
        for whom in (honoured, role_holder) if near else (honoured, role_holder, named_before):
            fresh = whom(scene, chains, source, fresh) if fresh.entity is None else fresh
    elif fresh.kind == "person" and short(fresh.entity):
        fresh = named_before(scene, chains, source, fresh)  # `إسماعيل` behind `شريف إسماعيل`
    return fresh


_MEDIA = ("outlet", "agency")
_IN = ("جاء في", "كما ورد")
