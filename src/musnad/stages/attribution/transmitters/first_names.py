"""People whom a page names in full only once, and never where they speak: `من هؤلاء فؤاد الراوي، وهو مدرس`, `الموظف
ويدعى سامي الراوي`, `علي آل زاهر`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, given, role
from musnad.verbs import verb

__all__ = ["of_house", "so_called", "with_family"]

_WHO = frozenset("وهو وهي الذي التي".split())
_CALLED = frozenset("يدعي ويدعي تدعي وتدعي واسمه واسمها".split())


def with_family(scene: Scene, source: Place, fresh: Link) -> Link:
    """`فؤاد` behind `فؤاد شيخ السنا، وهو مدرس`: the one or two words behind his given name where it first stands."""
    word = scene.text(source.first)
    if fresh.kind != "person" or source.last != source.first + 1 or not given(word) or " " in (fresh.entity or ""):
        return fresh
    first = next((i for i in range(source.first) if scene.text(i) == word and i not in scene.heads), None)
    if first is None:
        return fresh
    comma = next((k for k in range(first + 2, first + 4) if scene.text(k) in COMMAS), None)
    if comma is None or scene.text(comma + 1) not in _WHO:
        return fresh
    words = range(first + 1, comma)
    plain = not scene.text(first + 1).endswith("ا") and all(
        scene.text(k).isalpha() and not role(scene.text(k)) and verb(scene.text(k)) is None for k in words
    )
    name = " ".join(scene.written(k) for k in range(first, comma))
    return replace(fresh, entity=name) if plain and scene.text(first - 1) not in _KIN else fresh


_KIN = frozenset("ام ابو ابي ابا والد والده ابن بنت زوج زوجه عبد".split())


def of_house(scene: Scene, source: Place, fresh: Link) -> Link:
    """`«آل زاهر»` behind `علي آل زاهر`: he whose given name the page sets before his family's."""
    house = (fresh.entity or "").split()
    if fresh.kind == "person" or len(house) != 2 or house[0] != "آل":
        return fresh
    first = source.first + (scene.text(source.first) in OPENING)
    words = scene.text(first), scene.text(first + 1)
    for i in range(source.first - 2, 0, -1):
        if (scene.text(i), scene.text(i + 1)) == words and given(scene.text(i - 1)):
            return replace(fresh, kind="person", entity=f"{scene.written(i - 1)} {fresh.entity}")
    return fresh


def so_called(scene: Scene, source: Place, fresh: Link) -> Link:
    """`الموظف` behind `موظف المبيعات، ويدعى سامي الراوي`: whom the page has so called by name."""
    alone = source.last == source.first + 1 and scene.text(source.first).startswith("ال")
    found = head(scene, source) if alone and not fresh.entity and fresh.kind in ("person", "anonymous") else None
    text = scene.doc.reading.string
    if found is None or not ("يدعي" in text or "تدعي" in text or "واسمه" in text):
        return fresh
    for i in range(source.first - 2, 0, -1):
        name = i + 1 + (scene.text(i + 1) in OPENING)
        if scene.text(i) in _CALLED and name in scene.mentions and scene.mentions[name][1].type == "PER":
            near = range(scene.sentence_start(i), i)
            if any(hit.row["form"] == found.row["form"] for k in near for hit in scene.heads.get(k, ())):
                return replace(fresh, kind="person", entity=scene.mentions[name][1].entity)
    return fresh
