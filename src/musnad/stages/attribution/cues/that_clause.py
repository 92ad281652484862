"""Which أن opens what a cue tells, and which another word governs."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, next_comma, role, without_and

__all__ = ["anothers", "at_once", "beyond_comma", "sign"]

_PROVIDED = frozenset({("،", "علي"), (",", "علي"), ("اضافه", "الي"), ("بالاضافه", "الي"), ("والاضافه", "الي")})


def at_once(scene: Scene, k: int, start: int) -> bool:
    """`وأضاف إن`, `وأضاف، إن`"""
    return k - (scene.text(k - 1) in COMMAS) == start


def beyond_comma(scene: Scene, k: int, hi: int) -> int | None:
    """`وقال بمناسبة صدور القرار القاضي بتكليف الهيئة بإدارة الميناء، إن`: from far in an occasion without a verb to
    the first comma and the إن behind it."""
    comma = next_comma(scene, k, hi)
    told = comma + 2 < hi and is_that(scene, comma + 1) and scene.written(comma + 1).startswith("إ")
    if not told or comma > k + _FAR or any(finite(scene, j) for j in range(k, comma)):
        return None
    return scene.tokens[comma + 2].start


_FAR = 20  # words


def anothers(scene: Scene, k: int) -> bool:
    """Whether أن at k is governed by the word before it: `، على أن`, `إضافة إلى أن`, `قررت أن`, `فعليها أن`."""
    before = scene.text(k - 1)
    if before == "من" and scene.text(k - 2) in _DESPITE:
        return True
    if (scene.text(k - 2), before) in _PROVIDED or without_and(before) in _UPON or before in _AND_UPON:
        return True
    told = role(scene.text(k - 1)) == "of media"  # `في كلمة ألقاها أن`
    if before == "في" and any(role(scene.text(j)) == "relative" for j in range(k - 5, k - 2)):
        return True  # `اتفقوا على إغلاق المصنع الذي يشتبه في أنه ملوث`
    return finite(scene, k - 1) and not told and scene.text(k - 2) != "ما"  # `وصف ما جرى بأنه`


def sign(scene: Scene, that: int) -> bool:
    """`ارتفع السعر في مؤشر على أن`: a clause that says what something points at, and not what was said."""
    ahead = [scene.text(k) for k in range(that - 3, that)]
    return ahead[0] in {"في", "وفي"} and ahead[1] in _SIGNS and ahead[2] in {"علي", "الي"}


_SIGNS = frozenset("مؤشر دليل دلاله علامه اشاره تلميح".split())
_DESPITE = frozenset("الرغم بالرغم والرغم وبالرغم".split())
_AND_UPON = frozenset("وعلي والي وعن ومن".split())  # goes on with what was said before
_UPON = frozenset("الاعتبار الحسبان عليه عليها عليهم علينا عليك الاكيد المتوقع المهم واضحا".split())
