"""What a head noun does not tell by itself: the world, some of many, people of several trades, a system of rules."""

from __future__ import annotations

import re

from musnad.doc import Hit
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["RESEARCHERS", "a_law", "people_of_trades", "research_team", "some_of_them", "the_world"]

_SAYS = frozenset("قال وقال اضاف واضاف اوضح واوضح تابع وتابع يقول ويقول".split())
_WHOLE = frozenset("كله اجمع باسره العربي الغربي الاسلامي المتحضر الحر الخارجي".split())


def the_world(scene: Scene, place: Place) -> bool:
    """`يرى العالم أن`, `العالم العربي`: everybody, and no man of science (`قال العالم إن`, `العالم جان مورو`)."""
    if scene.text(place.first) != "العالم":
        return False
    if place.last == place.first + 1:
        return scene.text(place.first - 1) not in _SAYS and not _told_of(scene, place.first)
    return place.last == place.first + 2 and scene.text(place.first + 1) in _WHOLE


def _told_of(scene: Scene, i: int) -> bool:
    """Whether a man of science is told of by his name before token i."""
    near = (k for k in range(i) if scene.text(k) in {"عالم", "العالم"})
    return any(scene.in_name(k + n) for k in near for n in (1, 2, 3))


def some_of_them(scene: Scene, place: Place) -> str:
    """The kind of `بعض المارة`, `جميع هؤلاء`, `بعض التوقعات`: behind a word for many, nobody single; or nothing."""
    hits = scene.heads.get(place.first, ())
    many = any(hit.row["class"] == "quantifier" and hit.row["number"] == "many" for hit in hits)
    if not many or place.last == place.first + 1:
        return ""
    of = place.first + 1 + (scene.text(place.first + 1) == "من")
    if of in scene.mentions or scene.text(of) == "من":
        return ""
    return "document" if _TOLD.fullmatch(scene.text(of)) else "public"


_TOLD = re.compile(r"(?:ال)?(?:ت|ا(?!صوات))\w{2,}ات")  # `بعض التوقعات`, `عشرات الإحصاءات`; not `بعض الناجيات`


def people_of_trades(scene: Scene, place: Place, found: Hit) -> bool:
    """`مديرو صناديق ومحللون`: several people of a trade, with experts joined to them."""
    if found.row["number"] != "many":
        return False
    joined = (k for k in range(place.first + 1, place.last) if scene.text(k)[:1] == "و")
    rows = (hit.row for k in joined for hit in scene.heads.get(k, ()))
    return any(row["kind"] == "experts" and row["number"] == "many" for row in rows)


def research_team(scene: Scene, place: Place, found: Hit) -> bool:
    """`فريق بحثي`, `فريق من جامعة طوكيو`, `فريق باحثين`, `الفريق` behind a study: a team that studies; not `فريق من
    الشركة`, `فريق الأمم المتحدة`."""
    if not found.row["form"].startswith("فريق"):
        return False
    i = scene.index(found.start) + 1
    if i == place.last and scene.text(place.first).startswith("ال"):
        told = {
            hit.row["form"].split("|")[0] for hits in map(scene.heads.get, range(place.first)) for hit in hits or ()
        }
        return "دراسة" in told and told.isdisjoint(_PLAYING)
    if scene.text(i).removeprefix("ال") in _STUDYING:
        return True
    i += scene.text(i) in {"من", "في"}
    at_home = i < place.last and scene.text(i).startswith(("جامعه", "الجامعه", "كليه"))
    return at_home or any(hit.row["form"].startswith(RESEARCHERS) for hit in scene.heads.get(i, ()))


_STUDYING = frozenset("بحثي علمي اثري بحث دراسه".split())
_PLAYING = frozenset({"مدرب", "نادي", "ناد", "لاعب"})
RESEARCHERS = ("باحث", "علماء", "أكاديمي", "فريق")


def a_law(scene: Scene, place: Place) -> bool:
    """`نظام العمل`, `نظام التعليم الجامعي`: rules, and nobody's regime (`نظام الحكم`, `نظام كاليدا`)."""
    of = place.first + 1
    if scene.text(place.first).startswith("ال") or of >= place.last or not scene.text(of).startswith("ال"):
        return False
    named = any(k in scene.mentions or k in scene.nations for k in range(of, place.last))
    return not named and scene.text(of) not in _RULE


_RULE = frozenset("الحكم الاسد الملالي القذافي المخلوع العسكر الرئيس الملك السيسي البعث".split())
