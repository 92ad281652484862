"""What the page adds to what was said: a gloss behind a quotation, what came of a refusal, the teller's prayer."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import CLOSING, Scene
from musnad.stages.attribution.page.words import COMMAS, finite
from musnad.verbs import verb

__all__ = ["came_of_it", "glossed", "prays", "said_or_met", "untrue"]


def glossed(scene: Scene, first: int, i: int) -> bool:
    """`إنه «لن يعود إلى هناك» في إشارة إلى القاعة`, `«…»، وهي منطقة سيطر عليها`, `«…» دون ذكر تفاصيل`: at i, behind a
    quotation of some words within a content from `first` on."""
    k = i + (scene.text(i) in COMMAS)
    word = scene.text(k)
    if word not in _OPENS or scene.text(i - 1) not in CLOSING:
        return False
    ahead = scene.text(k + 1)
    if word in _ASIDES:
        told = ahead.startswith("ال") or finite(scene, k + 1) or verb(ahead) is not None or len(ahead) < 3
        if k == i or told:
            return False
    elif (word == "في" and (ahead not in _HINTS or scene.text(k + 2) != "الي")) or (
        word != "في" and scene.text(k + 1 + (ahead == "دون")) not in _TELLING
    ):
        return False
    opened = next((j for j in range(i - 2, first - 1, -1) if j in scene.quotations), None)
    return opened is not None and scene.quotations[opened][0].last == i and i - opened > _FEW


_OPENS = frozenset("في دون بدون من وهي وهو وهم".split())
_ASIDES = frozenset("وهي وهو وهم".split())
_HINTS = frozenset("اشاره تلميح كنايه".split())
_TELLING = frozenset("ذكر تحديد الكشف اعطاء تقديم الافصاح الخوض ايراد الاشاره تسميه".split())
_FEW = 4  # tokens of a quotation of two words


def came_of_it(scene: Scene, k: int) -> bool:
    """`رفض استلامها، ما دفع الأهالي إلى نقلها`, `رفض الطلب، وبذلك يلعب الفريق`: behind a comma and what somebody
    refused, called for or denied, what came of it, or what it was grounded on."""
    word = scene.text(k)
    if word in {"وبذلك", "وبهذا"}:
        return verb(scene.text(k + 1)) is not None
    if word == "وذلك":
        return scene.text(k + 1) == "بناء"
    j = k + 2 if word == "الامر" and scene.text(k + 1) == "الذي" else k + 1 if word in {"ما", "مما"} else k
    found = verb(scene.text(j)) if j > k else None
    return found is not None and (found.tense == "perfect" or scene.text(j) == "لم")


def prays(scene: Scene, i: int) -> bool:
    """`أكد تكثيف الجهود داعيا المولى أن`, `، مبتهلا إلى الله أن`: the teller's own prayer behind what he said."""
    word = scene.text(i)
    if word not in _PRAYING or scene.text(i - 1) in {"ان", "كان", "وكان"}:
        return False
    return scene.text(i + 1 + (scene.text(i + 1) == "الي")) in _GOD


_PRAYING = frozenset("داعيا داعيه داعين داعيين مبتهلا مبتهلين متضرعا متضرعين راجيا راجين وداعيا وداعين".split())
_GOD = frozenset("الله المولي الباري العلي ربه ربهم".split())


def untrue(scene: Scene, k: int) -> bool:
    """`يعتقد الزبائن أنني أصنع كل شيء وذلك غير صحيح`: what the page makes of what others think."""
    first, ahead = scene.text(k), scene.text(k + 1)
    return first in {"خطا", "وهم"} or (first in {"غير", "اعتقاد", "ليس"} and ahead in _RIGHT)


_RIGHT = frozenset("صحيح صحيحا دقيق دقيقا خاطئ حقيقي حقيقيا".split())


def said_or_met(scene: Scene, opening: Opening, k: int) -> bool:
    """`اتفقوا على أن …، واتفقوا على`: the same verb again; `أعلنت أنها …، ولاقى الإعلان اهتماما`: how it was met."""
    word = scene.text(k)
    if word[:1] != "و" or opening.way != "verb" or len(word) < 4:
        return False
    if word[1:] in _MET and scene.text(k + 1) in _WORDS:
        return True
    told = scene.text(opening.at).removeprefix("و")
    return opening.form.get("class") == "perfect" and word[1:] == told + "وا" * (opening.source is not None)


_MET = frozenset("لاقي لاقت لقي لقيت اثار اثارت احدث احدثت حظي حظيت قوبل قوبلت".split())
_WORDS = frozenset(
    "الاعلان التصريح التصريحات القرار الخبر التقرير البيان الفيديو المقطع التغريده الدعوه الخطوه".split()
)
