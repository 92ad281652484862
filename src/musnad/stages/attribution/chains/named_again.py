"""Whom a title names again: the spokesman told of by name, the ministers of the page's first sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from musnad.doc import Hit, Link
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.transmitters.anaphora import named_with, pair, points, words_of
from musnad.text import fold

__all__ = [
    "both",
    "by_both_names",
    "by_profession",
    "many_before",
    "of_that_name",
    "speaker_met",
    "spokesman",
    "two_told",
]

Chain = tuple[Link, ...]
_SPOKESMEN = ("متحدث", "ناطق")
_FOR = frozenset("باسم بلسان رسمي".split())


def spokesman(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link | None:
    """`المتحدث باسم النقابة` behind `نبيل الزهراني، المتحدث باسم نقابة الصيادين`: the one told of by name, and no
    body; None where nobody is."""
    found = head(scene, source)
    if fresh.kind == "person" or found is None or not _known_by_title(scene, source, found):
        return None
    words = words_of(scene, source, found) - _FOR
    people = (one for chain in chains for one in chain if one.kind == "person" and one.entity)
    for one in people:
        theirs = _title(scene, one, found)
        if theirs is None or not _alike(scene, theirs.first, source.first):
            continue
        own = words_of(scene, theirs, found)
        if all(word in own or f"ل{word}" in own for word in words):
            return replace(fresh, kind="person", entity=one.entity)
    named = named_with(scene, found, source, "PER")
    if named is None or not _alike(scene, named[0].first, source.first):
        return None
    return replace(fresh, kind="person", entity=named[1].entity)


def _known_by_title(scene: Scene, source: Place, found: Hit) -> bool:
    """`المتحدث باسم النقابة`, `مندوب مصر لدى الجامعة`: a definite title; not `متحدث باسم النقابة`, `مندوب المبيعات`."""
    if found.row["form"].startswith(_SPOKESMEN):
        return scene.text(source.first).startswith("ال")
    i = source.first + 1
    one = found.row["kind"] == "anonymous" and found.row["number"] == "one" and source.last > i + 1
    return one and (i in scene.mentions or scene.text(i).startswith("ال"))


def _title(scene: Scene, one: Link, found: Hit) -> Place | None:
    """The words of a link from the given head noun on."""
    place = scene.place(one.span)
    same = _SPOKESMEN if found.row["form"].startswith(_SPOKESMEN) else (found.row["form"],)  # `الناطق` for `المتحدث`
    own = (i for i in range(*place) if any(hit.row["form"].startswith(same) for hit in scene.heads.get(i, ())))
    first = next(own, None)
    return Place(first, place.last) if first is not None else None


def _alike(scene: Scene, one: int, other: int) -> bool:
    """Whether two head nouns are of one gender."""
    return scene.written(one).endswith("ة") == scene.written(other).endswith("ة")


def both(scene: Scene, chains: Iterable[Chain], source: Place, found: Hit) -> str | None:
    """`الوزيران`, `وزيرا الداخلية`: the two who spoke last as one, else the two named last; None for no two."""
    row = found.row
    of = scene.text(source.first).endswith("ا") and scene.text(source.first + 1).startswith("ال")
    if row["number"] != "two" and not (row["number"] == "-" and of and source.last > source.first + 1):
        return None
    return two_told(scene, chains, source.first)


def by_both_names(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link:
    """`الراوي والناجي` behind `سامي الراوي ونادر الناجي`: the two who spoke as one, by their family names."""
    joined = source.last == source.first + 2 and scene.text(source.first + 1)[:1] == "و"
    if fresh.kind != "person" or not joined:
        return fresh
    words = {scene.text(source.first), scene.text(source.first + 1)[1:]}
    for one in (one for chain in chains for one in chain if one.kind == "person" and ";" in (one.entity or "")):
        if words <= {scene.text(i) for i in range(*scene.place(one.span))}:
            return replace(fresh, entity=one.entity)
    return fresh


def two_told(scene: Scene, chains: Iterable[Chain], at: int) -> str | None:
    """The two persons who spoke last as one, else the two whom the page named last before a token."""
    told = (one.entity for chain in chains for one in chain if one.kind == "person" and one.entity)
    joint = next((entity for entity in told if entity.count(";") == 1), None)
    return joint or pair(scene, at, "PER") or None


def by_profession(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link:
    """`وأشار الخبير`, `تقول الباحثة` behind one expert who spoke by name (`سعد الناصر، الخبير في شؤون الطاقة`,
    `العالمة كلير دوبوا`); of two, the one with that very word."""
    found = head(scene, source)
    one = found is not None and found.row["number"] == "one" and found.row["class"] != "organization"  # no `الفريق`
    if fresh.kind != "experts" or fresh.entity or found is None or not one:
        return fresh
    if not scene.text(source.first).startswith("ال") or scene.names_in(source, "PER"):
        return fresh
    people = {one.entity: one for chain in chains for one in chain if one.kind == "person" and one.entity}
    theirs = {name: _expert(scene, scene.place(one.span)) for name, one in people.items()}
    words = words_of(scene, source, found)
    alike = [
        (name, at)
        for name, at in theirs.items()
        if at is not None
        and _alike(scene, at, source.first)
        and words <= words_of(scene, scene.place(people[name].span), found)
    ]
    if len(alike) > 1:
        alike = [
            one for one in alike if any(hit.row["form"] == found.row["form"] for hit in scene.heads.get(one[1], ()))
        ]
    return replace(fresh, kind="person", entity=alike[0][0]) if len(alike) == 1 else fresh


def _expert(scene: Scene, place: Place) -> int | None:
    """The token at which a person's phrase says that he is an expert of a kind."""
    own = (i for i in range(*place) if any(hit.row["kind"] == "experts" for hit in scene.heads.get(i, ())))
    return next(own, None)


def many_before(scene: Scene, source: Place, fresh: Link) -> Link:
    """`الوزراء` behind `وزراء خارجية دول الخليج`: the many whom the page told of before with the same word and more."""
    found = head(scene, source)
    if found is None or found.row["number"] != "many" or not points(scene, source, found.start):
        return fresh
    if fresh.kind not in ("person", "public", "experts") or source.last > source.first + 1:
        return fresh
    for i in (i for i in range(source.first - 1, -1, -1) if i in scene.heads):
        if scene.is_title(scene.sentence_start(i)) or scene.text(i).startswith("ال"):
            continue
        if any(hit.row["form"] == found.row["form"] for hit in scene.heads.get(i, ())):
            end = noun_phrase(scene, i, min(i + _LONG, len(scene.tokens)))
            if end > i + 1:
                return replace(fresh, span=scene.doc.span(*scene.phrase(Place(i, end))))
    return fresh


_LONG = 12  # words of those who met, and of what they are


def speaker_met(scene: Scene, chains: Iterable[Chain], source: Place, found: Hit) -> str | None:
    """`بعد لقاء مع وزير المال سامي الراوي، قال نادر …. وقال الوزير`: the minister is who spoke, not whom he met,
    of whom alone the page has told by that title."""
    last = next(iter(chains), ())
    one = last[-1] if last else None
    if one is None or one.kind != "person" or not one.entity or ";" in one.entity:
        return None
    spoken = scene.place(one.span)
    if head(scene, spoken) is not None or not points(scene, source, found.start):
        return None
    other = named_with(scene, found, source, "PER")
    if other is None or scene.sentence_start(other[0].first) != scene.sentence_start(spoken.first):
        return None
    said = any(link.entity == other[1].entity for chain in chains for link in chain)
    return one.entity if not said and scene.text(other[0].first - 1) in _WITH else None


_WITH = frozenset("مع نظيره نظيرها ونظيره ونظيرها بنظيره بنظيرها لنظيره".split())


def of_that_name(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link:
    """`الراوي` behind `ماجد الراوي` and `سامي الراوي`: of two with one family name, who spoke last."""
    named = scene.names_in(source, "PER")
    alone = len(named) == 1 and named[0][0].last == named[0][0].first + 1
    if fresh.kind != "person" or not alone or " " not in (fresh.entity or "") or (fresh.entity or "").isascii():
        return fresh
    family = scene.text(named[0][0].first)
    for one in (one for chain in chains for one in reversed(chain)):
        words = fold(one.entity or "").split()
        if one.kind == "person" and len(words) > 1 and words[-1] == family and ";" not in (one.entity or ""):
            return replace(fresh, entity=one.entity)
    return fresh
