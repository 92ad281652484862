"""Between a cue and its content, from comma to comma: where, when and how it was said, and by whom it was withheld."""

from __future__ import annotations

from musnad.stages.attribution.cues.occasions import occasion
from musnad.stages.attribution.cues.that_clause import anothers, sign
from musnad.stages.attribution.nouns.units import talking
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma, role, with_ba, withheld
from musnad.stages.attribution.speakers.carriers import Walk, carrier
from musnad.stages.attribution.transmitters.outlets import in_outlet, is_outlet, outlet_at

__all__ = ["aside", "in_forecast", "past_clause", "pious"]


def aside(scene: Scene, walk: Walk, hi: int, takes: Governs) -> bool:
    """Pass `، في تغريدة كتبها مساء،` and `، وقد طلب إخفاء اسمه،`: from comma to comma."""
    k = walk.k
    if scene.text(k) not in COMMAS:
        return False
    opens = k + 1 + (scene.text(k + 1) in {"وقد", "قد"})
    after = next_comma(scene, opens, hi)
    if PREPOSITIONS.get(scene.text(opens)) in takes.prepositions or ("ب" in takes.alone and with_ba(scene, opens)):
        return False
    colon = next((j for j in range(opens, min(after, opens + 12)) if scene.text(j) == ":"), after)
    if talking(scene, opens) and _has_outlet(scene, opens, after):
        return False  # `، متحدثا إلى إذاعة الساحل، إن`
    if colon < hi and _beside(scene, opens, colon < after or is_that(scene, after + 1)):
        walk.k = colon
        return True
    upon = scene.text(opens) in _UPON and is_that(scene, after + 2)
    if upon and PREPOSITIONS.get(scene.text(after + 1)) in takes.prepositions:
        walk.k = opens  # `نوهت الصحيفة، استنادا إلى مصادر، إلى أن`
        if not carrier(scene, walk, after):
            walk.k = after
        return True
    if after < hi and (
        (is_that(scene, after + 1) and not is_that(scene, opens) and scene.text(after + 1)[0] != "و" and after - k < 14)
        or withheld(scene, opens)
        or role(scene.text(opens)) in ("during", "preposition", "place")
        or (scene.text(opens) in _ON_BEHALF | _TOGETHER and after - k < 14)
        or (role(scene.text(opens)) == "quantifier" and scene.text(opens)[:1] != "و")
    ):
        within = _begins_within(scene, opens, after, takes) or _unclosed(scene, opens, after, takes)
        if within or _has_outlet(scene, opens, after):
            return False
        walk.k = after
        return True
    return False


_ON_BEHALF = frozenset("باسم بلسان نيابه بصفته بصفتها بناء بموجب".split())
_TOGETHER = frozenset("بالتعاون بالتنسيق بالشراكه بالاشتراك بمشاركه بمناسبه بحضور برعايه بدعم بتمويل".split())
_UPON = frozenset("استنادا اعتمادا بناء".split())
_BESIDE = frozenset("وهو وهي وهم ويدعي وتدعي ويلقب وتلقب ويشار وتشار ويعرف وتعرف واسمه واسمها".split())


def _beside(scene: Scene, k: int, opens: bool) -> bool:
    """`، مفضلا عدم ذكر اسمه: «…»`, `، وهو يلوح بعلم:`, `، ويدعى سليم، …`: what the speaker did, or is called."""
    if not opens:
        return scene.text(k) in _BESIDE
    cue = any(hit.row["class"] == "participle" and not hit.row.get("risk") for hit in scene.forms.get(k, ()))
    manner = scene.text(k)[:1] == "م" and scene.written(k).endswith(("ًا", "اً", "ا", "ةً"))
    return withheld(scene, k) or scene.text(k) in _BESIDE or (manner and not cue)


def _begins_within(scene: Scene, opens: int, after: int, takes: Governs) -> bool:
    """`، في تصريح له أمس عن نتائج الربع، …`: what the cue governs stands behind the medium, in the same aside."""
    if opens + 1 not in scene.media:
        return False
    return any(
        PREPOSITIONS.get(scene.text(j)) in takes.alone and (scene.in_time(j - 1) or scene.text(j - 1) in _ITS)
        for j in range(opens + 2, after)
    )


_ITS = frozenset("له لها لهم".split())


def _unclosed(scene: Scene, opens: int, after: int, takes: Governs) -> bool:
    """`أكد الوزير، خلال الاجتماع أن العمل مستمر، والخطة جاهزة`: no comma closes the aside before what is said."""
    if "أن" not in takes.alone or (is_that(scene, after + 1) and scene.text(after + 1)[0] not in "وف"):
        return False
    that = next((j for j in range(opens + 1, after) if is_that(scene, j) and scene.text(j)[0] not in "وف"), None)
    return that is not None and not anothers(scene, that) and not sign(scene, that)


def _has_outlet(scene: Scene, first: int, stop: int) -> bool:
    if in_outlet(scene, first, stop) is not None:
        return True  # `كتب المحلل، في «الضفة» الصادرة أمس، أن`
    return any(outlet_at(scene, k, stop) is not None or k in scene.phrases for k in range(first, stop))


def past_clause(scene: Scene, k: int, hi: int) -> int:
    """`أوضح المدير خلال افتتاحه المعرض الذي تنظمه الجامعة بمشاركة عشر شركات[، أن]`: the comma behind a long occasion
    and all that is told of it, where أن follows; k where no such comma stands."""
    if k in scene.times or (occasion(scene, k) == k and not (scene.text(k) in {"في", "خلال"} and k + 1 in scene.media)):
        return k
    for j in range(k + 1, min(k + _LONG, hi - 1)):
        if scene.text(j) in COMMAS:
            ahead = j + 1 + (scene.text(j + 1) in PREPOSITIONS)
            if is_that(scene, ahead) and scene.text(ahead)[0] not in "وف":
                return j
        told = (hit for hit in scene.forms.get(j, ()) if hit.row["class"] in ("perfect", "imperfect"))
        within = role(scene.text(j - 1)) == "relative" or j - 1 in scene.media
        outlet = is_outlet(scene, j) or (scene.text(j) in {"مع", "ل"} and j + 1 in scene.quotations)
        another = not within and any(not hit.row.get("risk") for hit in told)
        if outlet or another or j in scene.phrases or is_that(scene, j) or scene.text(j) in ".:؛":
            return k
    return k


_LONG = 56  # words of such an occasion


def pious(scene: Scene, k: int) -> int:
    """How many words at k are `بمشيئة الله تعالى`, `- بإذن الله -`, which a forecast is told with; 0 for none."""
    first = k + (scene.text(k) in _DASHES)
    if scene.text(first) not in _WITH_GOD or scene.text(first + 1) != "الله":
        return 0
    end = first + 2 + (scene.text(first + 2) == "تعالي")
    return end + (first > k and scene.text(end) in _DASHES) - k


_DASHES = frozenset("-–—")
_WITH_GOD = frozenset("بمشيئه باذن بعون بحول".split())


def in_forecast(scene: Scene, k: int) -> int:
    """How many words at k are `في تقريرها اليومي عن حالة الطقس لهذا اليوم`; 0 for none."""
    if scene.text(k) != "في" or scene.text(k + 1) not in _REPORTS:
        return 0
    j = k + 2
    while scene.text(j) in _OF_WEATHER or scene.in_time(j):
        j += 1
    return j - k if "الطقس" in map(scene.text, range(k, j)) else 0


_REPORTS = frozenset("تقريرها تقريره نشرتها نشرته بيانها بيانه".split())
_OF_WEATHER = frozenset(
    "عن حول حاله الطقس الجو اليومي اليوميه الاسبوعي الاسبوعيه الصادر الصباحي لهذا لليوم ليوم اليوم غد غدا للايام "
    "القادمه المقبله".split()
)
