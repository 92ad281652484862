"""Roles: the person who has one, on the page or on its day, and links named with the same head noun."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Hit, Link, Mention
from musnad.holders import holder
from musnad.stages.attribution.chains.named_again import both, speaker_met, two_told
from musnad.stages.attribution.nouns.heads import HONOURS, head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, role, without_and
from musnad.stages.attribution.transmitters.anaphora import before, named_with, words_of
from musnad.stages.attribution.transmitters.unlisted import said

__all__ = ["headed", "role_holder", "same_head", "same_sex"]


def headed(scene: Scene, one: Link, form: str) -> bool:
    """Whether a row of head nouns is that of a link's own head."""
    found = head(scene, scene.place(one.span))
    return found is not None and found.row["form"] == form


def same_head(scene: Scene, one: Link, form: str) -> bool:
    """Whether a row of head nouns is a title of a link's own: its head or one in apposition, not `نائب الرئيس`."""
    place = scene.place(one.span)
    if form == "وزارة" and _ministry(scene, place, one):
        return True
    return any(
        hit.row["form"] == form and _own(scene, place, i) for i in range(*place) for hit in scene.heads.get(i, ())
    )


def same_sex(scene: Scene, place: Place, source: Place) -> bool:
    """`الزوجة` is not `الزوج`: whether one head noun, told of at two places, has the same ending at both."""
    hits = [hit for hit in (head(scene, place), head(scene, source)) if hit is not None]
    if len(hits) < 2 or hits[0].row["number"] != "one" or hits[0].row["form"] != hits[1].row["form"]:
        return True
    return len({_of_woman(scene, hit) for hit in hits}) == 1


def _of_woman(scene: Scene, hit: Hit) -> bool:
    """`مديرة`, `مديرتها`."""
    token = scene.tokens[scene.index(hit.start)]
    owned = hit.end < token.end and scene.doc.reading.string[hit.end - 1] == "ت"
    return owned or scene.written(scene.index(hit.start)).endswith("ة")


def _ministry(scene: Scene, place: Place, one: Link) -> bool:
    """`الخارجية الروسية`, `«الصحة»`: a ministry without the word for it, which `الوزارة` may mean."""
    named = scene.names_in(place, "ORG")
    short = bool(named) and named[0][1].rule.endswith("shortened")
    return one.kind == "official_body" and (short or any(of in (one.entity or "") for of in _MINISTRIES))


_MINISTRIES = ("Ministry of", "United States Department of")


def _own(scene: Scene, place: Place, i: int) -> bool:
    before = scene.text(i - 1)
    apart = before in COMMAS or before in "-–(" or scene.in_name(i - 1) or scene.text(i)[:1] == "و"
    return i == place.first or apart or (before.startswith("ال") and not scene.text(i).startswith("لل"))


def _among(told: set[str], words: set[str]) -> bool:
    """Whether each word of a role stands in another, if in another form (`البلديات` for `الشؤون البلدية`)."""
    return all(word in words or (len(word) > 5 and any(w[:4] == word[:4] for w in words)) for word in told)


def _described(scene: Scene, source: Place, one: Link) -> bool:
    """`المدرب الوطني`, `لاعب الفريق السابق`: a role with an adjective that need not have been told before."""
    last, words = scene.text(source.last - 1), source.last - source.first
    mine = {hit.row["entity"] for hit in scene.nations.get(source.last - 1, ())}
    own = {hit.row["entity"] for i in range(*scene.place(one.span)) for hit in scene.nations.get(i, ())}
    united = last in _UNITED and all(scene.text(i) != last for i in range(*scene.place(one.span)))
    if own and ((mine and not mine & own) or united):
        return False  # `الرئيس التركي` is not `الرئيس الإيراني حسن روحاني`, nor `المبعوث الأممي` one of a state
    if words == 2:
        return scene.text(source.first).startswith("ال") or last in _SINCE
    theirs = {scene.text(i) for i in range(*scene.place(one.span))}
    of = range(source.first + 1, source.last - 1) if last.startswith("السابق") else ()  # of the same body
    return words <= 4 and last in _SINCE and all(scene.text(i) in theirs for i in of)


_UNITED = frozenset("الاممي الامميه الاوروبي الاوروبيه العربي العربيه الافريقي الافريقيه الخليجي الخليجيه".split())
_SINCE = frozenset("الجديد الجديده السابق السابقه الحالي الحاليه المذكور المذكوره".split())


def _counterpart(scene: Scene, source: Place) -> str | None:
    """`الوزير التركي` behind `نظيره التركي هاكان فيدان`: the counterpart of that nation named last."""
    mine = {hit.row["entity"] for hit in scene.nations.get(source.last - 1, ())}
    if source.last != source.first + 2 or not mine:
        return None
    for place, mention in before(scene, source.first, "PER"):
        peer = scene.text(place.first - 2).removeprefix("و").startswith("نظير")
        if peer and any(hit.row["entity"] in mine for hit in scene.nations.get(place.first - 1, ())):
            return mention.entity
    return None


_DEPARTED = frozenset("الراحل الراحله الفقيد الفقيده المرحوم المرحومه".split())
_DEATHS = _DEPARTED | frozenset(
    "توفي توفيت رحل رحلت رحيل وفاه مات ماتت الموت جثمان جنازه تشييع نعش شيع شيعت ودع ودعت غياب فقدان".split()
)
_MOURNS = frozenset("نعي نعت نعوا ينعي تنعي رثي رثت".split())


def _departed(scene: Scene) -> str | None:
    """`الراحل` behind `توفي سامر الراوي`, `نعت النقابة سامر الراوي`: the first person of whose death the page tells."""
    for i, mention in _people(scene):
        last = scene.mentions[i][0].last
        beside = (without_and(scene.text(k)) for k in (*range(max(0, i - 4), i), last, last + 1))
        lo = scene.sentence_start(i)
        mourned = any(without_and(scene.text(k)) in _MOURNS for k in range(lo, i))
        after = any(j in scene.mentions for j in range(last, scene.sentence_end(i)))
        if any(word in _DEATHS for word in beside) or (mourned and not after):
            return mention.entity
    return None


def _people(scene: Scene) -> list[tuple[int, Mention]]:
    """The persons whom the page names, in its order."""
    return [(i, mention) for i, (_, mention) in sorted(scene.mentions.items()) if mention.type == "PER"]


_TRIED = ("متهم", "مشتبه به", "موقوف", "جان")


def _tried(scene: Scene, source: Place) -> str | None:
    """`المتهم` behind `المدعو (ع. ب)`: the one person on the page told of by initials, or as so called."""
    named = [
        mention.entity
        for i, mention in _people(scene)
        if i < source.first and (mention.rule.endswith("initials") or _so_called(scene, i))
    ]
    return named[0] if len(set(named)) == 1 and source.last == source.first + 1 else None


def _so_called(scene: Scene, i: int) -> bool:
    return any(scene.text(k).removeprefix("ال") in {"مدعو", "مدعوه", "مسمي"} for k in (i - 1, i - 2))


def _without_aside(scene: Scene, source: Place) -> Place:
    """`المدرب الصربي[، الذي تولى مهمته أمس]`: what a comma parts from a role tells more of its one holder."""
    behind = range(source.first + 1, source.last - 1)
    told = (i for i in behind if scene.text(i) in COMMAS and role(scene.text(i + 1)) == "relative")
    return Place(source.first, next(told, source.last))


def role_holder(scene: Scene, chains: Iterable[tuple[Link, ...]], source: Place, fresh: Link) -> Link:
    """A role without a name (`الوزير`): the person told of with that role (newest chain first), named with it on the
    page, or known to have had it on the page's day."""
    honoured = scene.text(source.first) in HONOURS and bool(scene.heads.get(source.first + 1))  # `سمو نائب الملك`
    source = _without_aside(scene, Place(source.first + honoured, source.last))
    departed = scene.text(source.first) in _DEPARTED and source.last == source.first + 1
    if departed and (dead := _departed(scene)):
        return Link(span=fresh.span, kind="person", entity=dead)
    if scene.text(source.first) == "الاثنان" and source.last == source.first + 1:
        return Link(span=fresh.span, kind="person", entity=two_told(scene, chains, source.first))
    found = head(scene, source)
    if found is None:
        return fresh
    two = both(scene, chains, source, found)
    if two is not None or found.row["number"] == "two":
        return Link(span=fresh.span, kind="person", entity=two)
    told = words_of(scene, source, found)
    people = [one for chain in chains for one in chain if one.kind == "person" and one.entity]
    same = [one for one in people if same_head(scene, one, found.row["form"])]
    same = [one for one in same if same_sex(scene, scene.place(one.span), source)]
    if found.row["number"] == "many":
        same = [one for one in same if ";" in (one.entity or "")]  # `الوزراء` are no one minister
    for one in same:
        if _among(told, words_of(scene, scene.place(one.span), found)):
            return Link(span=fresh.span, kind="person", entity=one.entity)
    if found.row["number"] == "many":
        return fresh
    met = speaker_met(scene, chains, source, found)
    if met is not None:
        return Link(span=fresh.span, kind="person", entity=met)
    named = named_with(scene, found, source, "PER")
    named = named if named and same_sex(scene, named[0], source) else None
    if named is None and len({one.entity for one in same}) == 1 and _described(scene, source, same[0]):
        return Link(span=fresh.span, kind="person", entity=same[0].entity)
    tried = _tried(scene, source) if named is None and found.row["form"].split("|")[0] in _TRIED else None
    if tried:
        return Link(span=fresh.span, kind="person", entity=tried)
    who = named[1].entity if named else _counterpart(scene, source)
    who = who or holder(said(scene, source), scene.doc.published)
    return Link(span=fresh.span, kind="person", entity=who)
