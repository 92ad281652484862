"""What the page remarks on what was said: `، وهو ما نفته الشركة`, `، وهو كلام …`, `، وهي العبارة التي …`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import role
from musnad.verbs import verb

__all__ = ["REMARKS", "is_remark", "remarked"]

# `، وهو ما …`, `، وهو كلام …`: the page remarks on what was said.
REMARKS = frozenset(
    "ما كلام تعبير الامر امر موقف ادعاء خبر وصف نسبه رقم كلمه عباره خطوه قرار تصريح اتهام تهمه شرط خيار مهله "
    "اقتراح مقترح طلب مطلب فكره روايه".split()
)
_SAID = frozenset("جمله شعار مقوله رد وعد تعهد تحذير تهديد اعلان تفسير سؤال لازمه".split())


def is_remark(scene: Scene, k: int) -> bool:
    """Whether behind `وهو` a word at k takes up what was said."""
    return _the_words(scene, k) or scene.text(k) in REMARKS


def remarked(scene: Scene, i: int, *, closed: bool) -> bool:
    """Whether `وهو` at i, behind a comma where `closed`, opens the page's remark, and no more of what is said."""
    word = scene.text(i + 1)
    if _brings(scene, i + 2):
        return False
    if _the_words(scene, i + 1):
        return closed
    return closed or word == "ما" or (word in {"الامر", "امر"} and role(scene.text(i + 2)) == "relative")


def _brings(scene: Scene, k: int) -> bool:
    """`وهو ما سيؤدي إلى تسريح العمال`, `وهو ما يعني عودة التجارة`: what it brings, of which its teller goes on."""
    if scene.text(k - 1) == "امر" and verb(scene.text(k)) is None and role(scene.text(k)) != "negation":
        return True  # `وهو أمر من أولوياتها`, but `وهو أمر نفاه الوزير`
    led = scene.text(k - 1) == "ما" or (scene.text(k) == "الذي" and scene.text(k - 1) in {"الامر", "امر"})
    k += scene.text(k) == "الذي"
    k += scene.text(k) in {"قد", "سوف", "لن", "لا"}
    word, found = scene.text(k), verb(scene.text(k))
    plain = found is not None and not word.endswith(("ه", "ها", "هم")) and k not in scene.forms
    plain = plain and not word.startswith(_AGAINST) and word not in {"اثار", "اثارت", "لاقي"}
    return led and (
        word.removeprefix("س")[1:] in _BRINGS or word.removesuffix("ت") in _BROUGHT or word == "من" or plain
    )


_BRINGS = frozenset(
    "عني عادل ؤدي "
    "جعل تطلب ستدعي ستوجب ساعد ساهم سهم هدد عزز وكد كشف ثبت برهن فتح رفع سمح تيح دفع زيد ضر مكن خلق حتاج".split()
)


_AGAINST = ("يتناف", "يناقض", "يتناقض", "يتعارض", "يخالف", "تنافي", "ناقض", "خالف", "يتسن", "تعذر", "يتعذر", "يصعب")
_BROUGHT = frozenset("دفع ادي جعل ساهم اسهم ساعد تسبب زاد رفع اجبر اضطر".split())


def _the_words(scene: Scene, k: int) -> bool:
    """`وهي العبارة التي صارت …`, `وهو الموقف الذي كرره`: the words themselves, of which the page tells something."""
    word = scene.text(k)
    known = word.removeprefix("ال") in REMARKS | _SAID
    return word[:2] == "ال" and known and role(scene.text(k + 1)) == "relative"
