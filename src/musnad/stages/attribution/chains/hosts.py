"""Whose occasion something was said on: `جاء ذلك خلال زيارة وزير النقل سليم الناجي للمحافظة. وأكد أن`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import role, without_and

__all__ = ["host"]

_CAME = frozenset("جاء جاءت ياتي تاتي".split())
_ON = frozenset("خلال اثناء في عقب بعد لدي عند علي".split())
_HELD = frozenset(
    "زياره استقبال لقاء افتتاح تدشين رعايه حضور مشاركه جوله تفقد ترؤس تروس كلمه اجتماع حديث مداخله تسلم تكريم توقيع "
    "استقبل زيارات محاضره جلسه".split()
)


def host(scene: Scene, lo: int, at: int) -> Place | None:
    """The named person of the deed behind `جاء ذلك خلال`, in tokens [lo, at) or in one of the two sentences before."""
    before = [place for place, _ in scene.sentences if place.last <= lo][-2:]
    return next((who for place in (Place(lo, at), *before[::-1]) if (who := _host(scene, place))), None)


def _host(scene: Scene, place: Place) -> Place | None:
    lo, at = place
    if without_and(scene.text(lo)) not in _CAME:
        return None
    for i in range(lo + 1, min(lo + _NEAR, at - 1)):
        if scene.text(i) == "علي" and scene.text(i + 1) == "لسان":
            end = noun_phrase(scene, i + 2, at)
            return Place(i + 2, end) if end > i + 2 else None  # `جاء ذلك على لسان المديرة سلمى الراوي`
        if scene.text(i) in _ON and scene.text(i + 1).removeprefix("ال") in _HELD:
            return _of_deed(scene, i + 2, at)
    return None


_NEAR = 9  # words up to the deed: `وجاءت تصريحات الوزير على هامش`


def _of_deed(scene: Scene, k: int, at: int) -> Place | None:
    if role(scene.text(k)) == "relative":
        k += 2 + (scene.text(k + 2) in {"بها", "به"})  # `الزيارة التي قام بها الوزير`
    elif scene.text(k)[-2:] in {"ها", "ته"} and role(scene.text(k - 1)) == "":
        k += 1  # `كلمة ألقاها الوزير`
    end = noun_phrase(scene, k, at, frozenset({"obj", "على", "إلى", "عن", "مع"}))
    return Place(k, end) if end > k and scene.names_in(Place(k, end), "PER") else None
