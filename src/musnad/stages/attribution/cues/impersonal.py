"""Verbs that nobody in particular says: `عُلم`, `يُتوقع`, `لا يستبعد أن`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import is_that, role, with_ba

__all__ = ["measured", "of_nobody", "passive"]


def passive(scene: Scene, i: int, hit: Hit) -> bool:
    """`عُلم`, `ذُكر`, `يُتوقع`: the vowel tells; without it `يتوقع أن`, `لا يستبعد أن` are taken as impersonal."""
    written = scene.written(i).lstrip("وف")
    if hit.row["class"] == "perfect":
        if hit.row["lemma"] == "علم" and scene.text(i).endswith("علم") and scene.text(i + 1) in {"من", "لدي"}:
            return True  # `وعلم من مصدر أمني أن`, `علم لدى مصالح الولاية أن`
        told = is_that(scene, i + 1) or scene.text(i + 1) == "في"  # `ما ذكر في وسائل الإعلام أن`
        upon = scene.text(i + 1) in _UPON and scene.text(i + 2) in {":", *OPENING}
        if hit.row["lemma"] == "كتب" and hit.row["number"] == "one" and upon:
            return True  # `وصدر طابع كتب عليه «الميناء القديم»`: nobody is told of who wrote it
        rumoured = scene.text(i - 1) == "ما" and told and hit.row["gender"] == "m"
        rumoured = rumoured and hit.end == scene.tokens[i].end  # not `وهو ما وصفه بأنه «مهزلة»`
        return written[1:2] == "\u064f" or rumoured  # `ما ذكر أنه خلاف`
    if i - 1 in scene.media and scene.text(i - 2) in {"في", "خلال"}:
        return False  # `قال في تصريحات يرجح أن تغضب الجيران، إن`
    if hit.row["lemma"] in ("روى", "حكى") and written.endswith("ى") and is_that(scene, i + 1):
        return True  # `ويُروى أن`, `يُحكى أن`
    long = len(hit.row["form"]) > 5 or "ت" in hit.row["form"][1:3]
    if written[1:2] == "\u064f" and long:
        return True
    return (
        (hit.row["lemma"] in _BY_NOBODY or scene.text(i - 1) in {"لا", "ولا"})
        and hit.row["gender"] == "m"
        and hit.row["number"] != "many"
        and is_that(scene, i + 1)
    )


def of_nobody(scene: Scene, i: int, hit: Hit) -> bool:
    """`لوحة تقدر قيمتها بمليون`, `المرشح الذي يرجح أن يتم تعيينه`, `اجتماعا يتوقع أن يناقش`: what stands before is told
    of, and does not tell."""
    k = i + 1
    if hit.row["lemma"] == "قدّر":
        return (
            scene.text(k).endswith(("ه", "ها", "هم"))
            and scene.written(k)[-1:] != "ة"
            and measured(scene, Place(k, k + 1))
        )
    if hit.row["lemma"] == "أعلن" and scene.text(k) in {"فيه", "فيها", "خلاله", "خلالها"}:
        deed = deed_at(scene, k + 1) is not None and not scene.written(k + 1).endswith(("ه", "ها", "هم"))
        return deed and role(scene.text(i - 1)) == "relative"  # `الاجتماع الذي أعلن فيه تعيين المدير`
    if hit.row["lemma"] in ("وصف", "نعت") and hit.row["class"] == "perfect" and hit.row["number"] == "one":
        return with_ba(scene, k) and hit.end == scene.tokens[i].end and not is_that(scene, k)  # `ووصفت بالاحتراف`
    if hit.row["lemma"] not in _BY_NOBODY or hit.row["class"] != "imperfect" or hit.row["gender"] != "m":
        return False
    if not is_that(scene, k) or hit.row["number"] == "many":
        return False
    done = scene.text(k + 1) in {"يتم", "تتم", "يجري", "تجري"} and scene.text(k + 2).endswith(("ه", "ها"))
    before = scene.written(i - 1)
    return done or (before.endswith(("اً", "ًا", "ا")) and len(before) > 4 and i - 1 not in scene.mentions)


def measured(scene: Scene, source: Place | None) -> bool:
    """`قُدّرت ثروته`, `قدرت خسائر الشركة بأنها`: what is estimated, and nobody who estimates it."""
    if source is None or source.first in scene.mentions:
        return False
    word = scene.text(source.first).removeprefix("ال")
    return any(word.removesuffix(end) in _MEASURES for end in ("", "ه", "ها", "هم"))


_MEASURES = frozenset(
    "ثروه ثروت قيمه قيمت خسائر عدد اعداد اعمار كلفه كلفت تكلفه تكلفت تكاليف حجم نسبه نسبت مساحه مساحت عمر اضرار ارباح "
    "ديون سعر اسعار مبيعات ايرادات مده مدت مسافه "
    "مسافت ناتج سرعه سرعت ارتفاع وزن كميه كميت عائدات".split()
)


_UPON = frozenset({"عليه", "عليها"})
_BY_NOBODY = ("توقّع", "رجّح", "خشي", "انتظر", "ارتقب", "اشتبه", "تردّد")
