"""A body that the page has called in full and calls by its noun alone: `اللجنة`, `الشركة`."""

from __future__ import annotations

from musnad.holders import ministry
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import everyday, role
from musnad.stages.attribution.transmitters.kinds import link

__all__ = ["told_whole"]

_TRADED = ("شركة", "مجموعة", "مؤسسة")


def told_whole(scene: Scene, form: str, source: Place) -> str | None:
    """`اللجنة` behind `لجنة المسابقات الرياضية`: as the page called it in full, nearest first."""
    for i in range(source.first - 1, -1, -1):
        named = form in _TRADED and _own_name(scene, i + 1)  # `شركة دانات العقارية`
        if (named or scene.text(i + 1).startswith("ال")) and any(
            hit.row["form"] == form for hit in scene.heads.get(i, ())
        ):
            words = range(i + 1 + named, i + 6)
            end = next(
                (j for j in words if not scene.text(j).startswith(("ال", "وال")) or role(scene.text(j))),
                i,
            )
            named = any(j in scene.mentions for j in range(i, end))
            if end > i + 1 and not named and not scene.text(i).startswith("ال"):
                return link(scene, Place(i, end)).entity
    return _by_office(scene, form, source)


def _by_office(scene: Scene, form: str, source: Place) -> str | None:
    """`الأمانة` behind `أمين منطقة القصيم`, `الوزارة` behind `وزير المالية القبرصي`: the body by who heads it, nearest
    first."""
    heads = _HEADS.get(form, frozenset())
    for i in range(source.first - 1, -1, -1) if heads else ():
        if scene.text(i) in heads and not (form != "وزارة" and scene.text(i).startswith("ال")):
            end = _portfolio_end(scene, i + 1) if form == "وزارة" else _town_end(scene, i + 1)
            if end > i + 1:
                known = ministry(_read(scene, i, end + bool(scene.nations.get(end)))) if form == "وزارة" else None
                return known or f"{form} {_read(scene, i + 1, end)}"
    return None


# By whom a body is headed.
_HEADS = {"وزارة": frozenset({"وزير", "وزيره"}), "أمانة": frozenset({"امين"}), "بلدية": frozenset({"بلديه"})}
_REGIONS = frozenset("منطقه محافظه مدينه العاصمه".split())


def _read(scene: Scene, first: int, last: int) -> str:
    return scene.doc.text(scene.doc.span(*scene.chars(Place(first, last))))


def _town_end(scene: Scene, i: int) -> int:
    """Past the town that somebody heads, at i."""
    at = i + (scene.text(i) in _REGIONS)
    town = at in scene.mentions and scene.mentions[at][1].type in ("GPE", "LOC")
    return scene.mentions[at][0].last if town else i


def _portfolio_end(scene: Scene, i: int) -> int:
    """Past the portfolio of a minister, at i: before his state's adjective, his name and what else he is; with the
    state itself in `وزير خارجية السويد`."""
    state = scene.mentions.get(i + 1)
    if state is not None and state[1].type == "GPE" and not scene.text(i).startswith("ال"):
        return state[0].last
    end = i + scene.text(i).startswith("ال")
    while end > i and scene.text(end).startswith(("ال", "وال")):
        joined = scene.text(end)[0] == "و"
        if scene.nations.get(end) or (not joined and (end in scene.heads or end in scene.mentions)):
            break
        end += 1
    return end


def _own_name(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    return (
        len(word) > 3
        and word.isalpha()
        and word[0] not in "لبو"
        and not (role(word) or everyday(word) or i in scene.heads)
    )
