"""Whose a document is by its pronoun, by the person behind its noun, by whose words it holds."""

from __future__ import annotations

import re

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import role
from musnad.stages.attribution.speakers.actors import actor_before
from musnad.stages.attribution.transmitters.agreement import agreement
from musnad.stages.attribution.transmitters.kinds import link

__all__ = ["author", "obtained", "owner", "witness"]

_BODIES = ("official_body", "organization", "state", "outlet", "agency")
_TOLD_BY = ("أقوال", "اعترافات", "شهادة", "إفادة", "إفادات", "رواية", "شهادات")


def witness(scene: Scene, source: Place) -> Link | None:
    """`(جاء في) أقوال المجني عليه`, `شهادة الطبيب الشرعي`: the person whose words are put down."""
    found, first = head(scene, source), source.first + 1
    if found is None or found.row["form"].split("|")[0] not in _TOLD_BY or first >= source.last:
        return None
    people = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
    named = first in scene.mentions and scene.mentions[first][1].type == "PER"
    return link(scene, Place(first, source.last)) if people or named else None


def owner(scene: Scene, source: Place, noun: int, last: tuple[Link, ...]) -> Link | None:
    """`وورد في تقريرها الدوري أن`, `ألقى النائب كلمة. ومما ورد في كلمته أن`: whose a document is by its pronoun."""
    if last and last[-1].kind in _BODIES:
        return last[-1]
    lady = scene.written(scene.index(noun)).endswith("ها")
    acting = actor_before(scene, scene.sentence_start(source.first))
    near = [link(scene, acting)] if acting else []
    return next((one for one in (*near, *last[-1:]) if one.kind == "person" and lady == _lady(scene, one)), None)


def _lady(scene: Scene, one: Link) -> bool:
    told = agreement(scene, scene.place(one.span), one)
    return told is not None and told[0] == "f"


def author(scene: Scene, source: Place) -> Link | None:
    """`تقرير المدير الفني سامي الراوي`, `كتاب «…» لسليم الناجي`: the named person right behind the document."""
    i = source.last
    titled = scene.text(i - 1) in CLOSING and scene.text(i)[:1] == "ل" and i in scene.mentions
    if titled and scene.mentions[i][1].type == "PER":
        return link(scene, scene.mentions[i][0])
    i = source.first + 1
    if scene.text(source.first).startswith("ال") or (i not in scene.heads and i not in scene.mentions):
        return None
    last = obtained(scene, source)
    author = link(scene, Place(i, last)) if i < last else None
    return author if author and author.kind == "person" and author.entity else None


def obtained(scene: Scene, source: Place) -> int:
    """`محضر الذي حصلت الصحيفة على نسخة منه`, `بيان تلقت الوكالة نسخة منه`: who obtained a document did not issue it."""
    stops = (i for i in range(*source) if role(scene.text(i)) == "relative" or _OBTAINED.fullmatch(scene.text(i)))
    return next(stops, source.last)


_OBTAINED = re.compile(r"[وف]?(?:(?:تلق|حصل|اطلع|وصل|تسلم)ت?(?:ه|ها)?|نشرت?)|(?:ال)?منشوره?")
