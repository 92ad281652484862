"""A person at the head of a clause who is its subject through all that stands up to its verb."""

from __future__ import annotations

from musnad.stages.attribution.cues.occasions import breaks_off
from musnad.stages.attribution.nouns.ranked import definite_title
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, everyday, is_that, personal, role

__all__ = ["whole_person"]


def whole_person(scene: Scene, first: int, stop: int) -> bool:
    """`سليم الراوي من بلدة المنارة قال`, `مؤسس شركة البحار جاك ما يؤكد`: whether all of [first, stop) is one person.

    So it is where a person's name or title begins it and no verb, comma, time or medium stands within.
    """
    if not 2 < stop - first <= _FAR:
        return False
    named = first in scene.mentions and scene.mentions[first][1].type == "PER" and not scene.clitic_on_name(first)
    ones = (hit for hit in scene.heads.get(first, ()) if hit.start <= scene.tokens[first].start + 2)
    titled = any(hit.row["class"] in ("person", "experts") and hit.row["number"] == "one" for hit in ones)
    return (named or titled or _unknown_name(scene, first, stop)) and all(
        _within(scene, j) for j in range(first + 1, stop)
    )


_FAR = 14  # words


def _unknown_name(scene: Scene, first: int, stop: int) -> bool:
    """`سامر الدوماني الخبير العسكري`: two or three words that no table has, and behind them a title."""
    near = range(first + 2, min(first + 4, stop))
    title = next((j for j in near if definite_title(scene, j) or scene.text(j) in _BEING), None)
    words = range(first, title if title is not None else first)
    called = personal(scene.text(first))
    known = [bool(scene.heads.get(j)) or (everyday(scene.text(j)) and not called) for j in words]
    plain = all(scene.text(j).isalpha() and not role(scene.text(j)) and deed(scene.text(j)) is None for j in words)
    return title is not None and plain and not any(known) and not scene.text(first).startswith("ال")


def _within(scene: Scene, j: int) -> bool:
    """Whether a word may stand inside one person's title and name."""
    text = scene.text(j)
    if scene.in_name(j) or text in {"باسم", "بلسان"}:
        return True
    if text in COMMAS or text in _ENDS or is_that(scene, j) or scene.in_time(j) or breaks_off(scene, j):
        return False
    if role(text) not in ("", "preposition", "called", "quantifier") or j in scene.media:
        return False
    if role(text) == "preposition":
        return text in _INSIDE and _somewhere(scene, j + 1)
    acts = any(
        hit.row["class"] in ("perfect", "imperfect") and not hit.row.get("risk") for hit in scene.forms.get(j, ())
    )
    return not acts and not (scene.written(j).endswith(("ا", "اً", "ًا")) and len(text) > 3)


def _somewhere(scene: Scene, k: int) -> bool:
    """Whether a body, a place or a definite noun stands at k, and no deed or medium."""
    text = scene.text(k)
    known = scene.in_name(k) or bool(scene.heads.get(k)) or text.startswith("ال") or text in OPENING or text in _PLACES
    return known and k not in scene.media and deed(text) is None and not scene.in_time(k)


_BEING = frozenset(
    "المقيم المقيمه المتواجد المتواجده المختص المختصه المتخصص المتخصصه المقرب المقربه النازح النازحه القادم القادمه "
    "المشارك المشاركه العامل العامله العائد العائده الناجي الناجيه المولود المولوده".split()
)
_INSIDE = frozenset("من في لدي عن الي".split())
_PLACES = frozenset("بلده مدينه قريه حي مخيم منطقه محافظه ولايه سكان ريف انفجار شؤون مجال قضاء".split())
_ENDS = frozenset(": ؛ ؟ ! . - – …".split())
