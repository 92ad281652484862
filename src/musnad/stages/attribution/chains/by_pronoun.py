"""Whom the pronoun on a conjunction means: `أقيمت في العراق لكنه اعتذر`, `أغلقت المصنع رغم أنها تتوقع`, `وهي تقول`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import role, without_and
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["near_whom", "of_pronoun"]

_PRONOUNS = frozenset("لكنه لكنها لكنهم لانه لانها لانهم كانه كانها هو هي هم".split())
_THAT = frozenset("انه انها انهم".split())
_BEFORE_THAT = frozenset("رغم الا غير بيد بعد حتي مع لدرجه علما خصوصا خاصه".split())
_STILL = frozenset("قد ما لا لم زال زالت يزال تزال كان كانت ايضا".split())
_KINDS = ("person", "body", "organization", "state", "outlet", "public", "experts", "unnamed", "agency")
_NAMES = ("PER", "ORG", "GPE", "OUTLET")


def near_whom(scene: Scene, source: Place | None) -> Place | None:
    """`ينقل مقربون من سامي الراوي عنه قوله`: the one to whom they are near, and no one told of before."""
    people = scene.names_in(source, "PER") if source is not None else []
    last = people[-1][0] if people else None
    return last if last is not None and scene.text(last.first - 1) == "من" else None


def of_pronoun(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """The one whom the clause before a verb at token `at` tells of and the pronoun can mean; None where several can."""
    k = at - 1
    while k > lo and scene.text(k) in _STILL:
        k -= 1
    word = without_and(scene.text(k))
    tied = word in _THAT and without_and(scene.text(k - 1)) in _BEFORE_THAT
    if form.get("person") != "3" or not (tied or word in _PRONOUNS) or k <= lo:
        return None
    found: list[Place] = []
    i = lo
    while i < k - tied:
        end = noun_phrase(scene, i, k - tied) if _somebody(scene, i) and starts_phrase(scene, i) else i
        fit = end > i and fits_phrase(scene, form, Place(i, end)) and not _land(scene, i, end, k - tied)
        found += [Place(i, end)] if fit else []
        several = not fit and any(hit.row["number"] == "many" for hit in scene.heads.get(i, ()))
        i = i + 1 if several else max(end, i + 1)
    people = [place for place in found if len(found) > 1 and scene.names_in(place, "PER")]
    found = people or found  # `انتخب سليم الناجي رئيسا للاتحاد لكنه رفض`
    return found[0] if len(found) == 1 else None


def _somebody(scene: Scene, i: int) -> bool:
    if i in scene.mentions:
        return scene.mentions[i][1].type in _NAMES
    thing = scene.text(i).endswith("ا") and not scene.text(i).startswith("ال")  # `معلما`: an object
    return not thing and any(hit.row["class"] in _KINDS for hit in scene.heads.get(i, ()))


def _land(scene: Scene, i: int, end: int, stop: int) -> bool:
    """A state is meant only where it stands right before the pronoun, behind a preposition: `في العراق لكنه`."""
    of_land = i in scene.mentions and scene.mentions[i][1].type == "GPE"
    return of_land and (end != stop or role(scene.text(i - 1)) != "preposition")
