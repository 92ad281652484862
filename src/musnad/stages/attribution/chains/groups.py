"""Whom a word of a group or a body's pronoun stands for: `أحدهم`, `المصدر الآخر`, `متحدث باسمها`, `فيه`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import SO_MANY, head, past_share
from musnad.stages.attribution.page.scene import AND_OTHERS, Place, Scene
from musnad.stages.attribution.page.words import role, withheld, without_and
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.speakers.subjects_apart import only_verb
from musnad.stages.attribution.transmitters.documents import body
from musnad.stages.attribution.transmitters.kinds import link

__all__ = [
    "ASIDE",
    "body_behind",
    "fuller",
    "member",
    "mute",
    "of_their_group",
    "one_of_many",
    "same_person",
    "spoken_for",
]

_ONE_OF_THEM = frozenset(
    "احدهم احدهما احداهما احداهن بعضهم كلاهما اولهم اولهما ثانيهم ثانيهما ثالثهم رابعهم اخرهم".split()
)
_ANOTHER = frozenset("الثاني الثالث الرابع الاخر الثانيه الثالثه الاخري الاول اخر ثان ثالث".split())
_GROUPS = frozenset("public experts anonymous".split())
_KIN = re.compile(r"(?:ابنائ|اخوت|اخوان|اشقائ|شقيقات|بنات|احفاد|اقارب|اقربائ|قريبات|اعمام|اصهار)(?:ه|ها|هم|هما)")
_FOR = frozenset("باسمه باسمها باسمهم باسمهما بلسانها بلسانه بلسانهم".split())
_BODIES = frozenset("official_body organization state outlet agency".split())


def member(scene: Scene, source: Place, fresh: Link, last: tuple[Link, ...]) -> tuple[Link, ...] | None:
    """The chain of a member split from the group that spoke last, a link in the group's place; None for no member.

    One who gives his name (`أحدهم، ويدعى سالم`) is that person, one who hides it (`أحدهم، طالبا إخفاء اسمه`) anonymous.
    """
    if not last or last[-1].entity is not None or last[-1].kind not in _GROUPS:
        return None
    words = [without_and(scene.text(source.first)), *(scene.text(i) for i in range(source.first + 1, source.last))]
    theirs = head(scene, scene.place(last[-1].span))
    alone = theirs is not None and theirs.row["number"] == "one" and theirs.row["kind"] in ("person", "anonymous")
    split = (words[0] in _ONE_OF_THEM and not alone) or (len(words) == 1 and words[0] in _ANOTHER)
    split = split or (words[0] in {"اخر", "اخري"} and len(words) > 1 and _tells_of_him(scene, source.first + 1))
    split = split or (not alone and (words[-1] == "منهم" or words in (["اخرون"], ["اخرين"])))
    split = split or (words[0] in ("احد", "احدي") and len(words) > 1 and words[1] in {"هؤلاء", *SO_MANY})
    if len(words) == 2 and words[1] in _ANOTHER:
        found = head(scene, source)
        split = found is not None and theirs is not None and found.row["kind"] == theirs.row["kind"]
    if not split:
        return None
    if fresh.kind == "person" and fresh.entity:
        return *last[:-1], fresh
    hidden = any(withheld(scene, i) for i in range(*source))
    return *last[:-1], replace(last[-1], span=fresh.span, kind="anonymous" if hidden else last[-1].kind)


def of_their_group(scene: Scene, source: Place, fresh: Link) -> Link:
    """`التقت الصحيفة مصدرين. وقال أحدهما`, `ثلاثة محللين. ورأى أحدهم`: the kind of the group that was told of last,
    though none of it has spoken yet."""
    if fresh.kind != "public" or without_and(scene.text(source.first)) not in _ONE_OF_THEM:
        return fresh
    for i in range(source.first - 1, max(source.first - _NEAR, -1), -1):
        kinds = {hit.row["kind"] for hit in scene.heads.get(i, ()) if hit.row["number"] in ("two", "many")}
        if kinds & {*_GROUPS, "person"}:
            return replace(fresh, kind=next((kind for kind in _HIDDEN if kind in kinds), fresh.kind))
    return fresh


_NEAR = 25  # tokens back to the group of which somebody is one
_HIDDEN = ("anonymous", "experts")


def _tells_of_him(scene: Scene, i: int) -> bool:
    """`آخر يعمل لدى شركة`, `آخر في الوزارة`: another, and no `آخر سفير`, who is the last."""
    return role(scene.text(i)) in ("preposition", "place", "relative") or only_verb(scene, i)


def one_of_many(scene: Scene, source: Place) -> bool:
    """`أحد الموظفين`, `والثاني`, none of them named; but `أحد أبنائه` is somebody by whose kin he is."""
    if source.last == source.first + 1 and scene.text(source.first) in AND_OTHERS:
        return True
    return scene.text(source.first) in ("احد", "احدي") and not _KIN.fullmatch(scene.text(source.first + 1))


def body_behind(scene: Scene, source: Place, fresh: Link, chain: tuple[Link, ...]) -> Link | None:
    """`متحدث باسمها`: the body told of last, for which somebody unnamed speaks; None where no pronoun asks for one."""
    if (brigade := _brigade(scene, source)) is not None:
        return replace(fresh, kind="organization", entity=brigade)
    if fresh.entity is not None or not any(scene.text(i) in _FOR for i in range(*source)):
        return None
    theirs = _acting_body(scene, source) or next((one for one in reversed(chain) if one.kind in _BODIES), None)
    return replace(fresh, kind=theirs.kind, entity=theirs.entity) if theirs else None


def _brigade(scene: Scene, source: Place) -> str | None:
    """`الناطق باسم اللواء`: a brigade, as the page has named it, and no major general; None for any other phrase."""
    if scene.text(source.last - 1) != "اللواء" or scene.text(source.last - 2) not in ("باسم", "بلسان"):
        return None
    named = (scene.mentions[i] for i in range(source.first) if i in scene.mentions and scene.text(i) == "لواء")
    return next((mention.entity for _, mention in named if mention.type == "ORG"), "اللواء")


def _acting_body(scene: Scene, source: Place) -> Link | None:
    """`ولم يؤكد المصرف النبأ، واكتفى متحدث باسمه`: the body that acts in the same sentence before."""
    acting = doer(scene, scene.sentence_start(source.first), source.first)
    if acting is not None and scene.text(acting.first).startswith("ال"):
        acting = Place(acting.first, acting.first + 1)
    one = body(scene, acting, link(scene, acting)) if acting else None
    feminine = acting is not None and scene.written(acting.first).endswith("ة")
    theirs = "باسمها" if feminine else "باسمه"
    return one if one and one.kind in _BODIES and any(scene.text(i) == theirs for i in range(*source)) else None


def fuller(scene: Scene, chains: Iterable[tuple[Link, ...]], source: Place, fresh: Link) -> Link:
    """`مكتب الأمم المتحدة` behind `مكتب الأمم المتحدة لتنسيق الإغاثة`: the body told of before with more words."""
    spoken = spoken_for(scene, source)
    if spoken.first > source.first and spoken.last == spoken.first + 1:
        told = (one for chain in chains for one in chain if one.kind in _BODIES and one.entity)
        same = next((one for one in told if _of_head(scene, one, spoken)), None)
        return replace(fresh, kind=same.kind, entity=same.entity) if same else fresh
    words = [scene.text(i) for i in range(*source)]
    for one in (
        (one for chain in chains for one in chain if one.kind in _BODIES and one.entity) if len(words) > 1 else ()
    ):
        place = scene.place(one.span)
        if place.last - place.first > len(words) and [scene.text(place.first + n) for n in range(len(words))] == words:
            return replace(fresh, kind=one.kind, entity=one.entity)
    return fresh


def _of_head(scene: Scene, one: Link, word: Place) -> bool:
    """`الحركة` of `حركة النهر`: whether a body told of before has the definite word as its head noun."""
    theirs, mine = head(scene, scene.place(one.span)), head(scene, word)
    definite = scene.text(word.first).startswith("ال")
    return definite and theirs is not None and mine is not None and theirs.row["form"] == mine.row["form"]


_ANYBODY = frozenset(
    "الرجل المراه السيده الشاب الشابه الفتاه الام الاب الجد الطفل الطفله العجوز المتحدث الناطق".split()
)
_ONES = frozenset("person public experts".split())


def same_person(scene: Scene, source: Place, last: tuple[Link, ...], *, goes_on: bool) -> tuple[Link, ...] | None:
    """`الرجل`, `السيدة`: whoever spoke last; so is any other definite word where the verb only goes on (`وأضاف …`).

    Not where that one has a role of his own that is another (`الوزير` before, `المدرب` here), or another gender.
    """
    word = scene.text(source.first)
    if not word.startswith("ال") or not last or last[-1].kind not in _ONES:
        return None
    if source.last != source.first + 1:
        return _described(scene, source, last)
    if head(scene, source) is None and last[-1].kind != "person":
        return None  # a family name is no unnamed source's
    place = scene.place(last[-1].span)
    theirs, mine = head(scene, place), head(scene, source)
    many = theirs is not None and theirs.row["number"] != "one"
    ladies = scene.written(source.first).endswith("ة") or word == "الام"
    roles = theirs is not None and mine is not None and theirs.row["class"] == mine.row["class"] == "person"
    if many or (roles and theirs and mine and theirs.row["form"] != mine.row["form"] and word not in _ANYBODY):
        return None
    if theirs is not None and ladies != scene.written(scene.index(theirs.start)).endswith("ة"):
        return None
    return (
        (*last[:-1], replace(last[-1], span=scene.doc.span(*scene.phrase(source))))
        if goes_on or word in _ANYBODY
        else None
    )


def _described(scene: Scene, source: Place, last: tuple[Link, ...]) -> tuple[Link, ...] | None:
    """`المسؤول الأممي`, `الدبلوماسي التركي`: the named person who spoke last, as what he is."""
    found = head(scene, source)
    adjective = source.last == source.first + 2 and scene.text(source.first + 1).startswith("ال")
    if not adjective or found is None or found.row["kind"] != "anonymous" or found.row["number"] != "one":
        return None
    if last[-1].kind != "person" or not last[-1].entity or ";" in last[-1].entity:
        return None
    return *last[:-1], replace(last[-1], span=scene.doc.span(*scene.phrase(source)))


def mute(scene: Scene, place: Place) -> bool:
    """Whether a phrase names nobody who could speak: no head of sources, no name, no word that points back.

    `قالت فيه`: a preposition with a pronoun is nobody either.
    """
    word = scene.text(place.first)
    if place.last == place.first + 1 and (word in ASIDE or (role(word) == "preposition" and word != "من")):
        return True
    share = past_share(scene, place.first) > place.first  # `52% من المشاركين`
    if share or head(scene, place) or scene.names_in(place) or scene.is_title(scene.sentence_start(place.first)):
        return False
    own = any(i in scene.anaphors or i in scene.quotations for i in range(*place))
    aged = any(scene.text(i) == "(" for i in range(*place))  # `رفائيل (25 عاما)`
    return not own and not aged and any(scene.text(i).isdigit() for i in range(*place))


ASIDE = frozenset("فيه فيها فيهما فيهم به بها عنه عنها له لها لهم منه منها عليه عليها اليه اليها خلاله خلالها".split())


def spoken_for(scene: Scene, source: Place) -> Place:
    """The body that somebody speaks for: of `متحدث باسم المحكمة`, `المحكمة`; else the phrase itself."""
    behind = (i + 1 for i in range(source.first, source.last - 1) if scene.text(i) in ("باسم", "بلسان"))
    return Place(next(behind, source.first), source.last)
