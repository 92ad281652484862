"""On what occasion something was said: `على هامش القمة`, `ردا على سؤال عن الأزمة`, `بعد لقائه نظيره الفرنسي`."""

from __future__ import annotations

from collections.abc import Collection

from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_that, role
from musnad.text import fold

__all__ = ["REPLIES", "STARTS", "breaks_off", "event", "fronted", "in_terms", "occasion"]


def _words(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_UPON = _words("هامش هوامش خلفية صفحته صفحتها صفحتهم صفحاته صفحاتها حسابه حسابها حسابهم أثر")
_IN = _words(
    "جانب مجال شأن محور ملف ختام مستهل أعقاب نهاية بداية مطلع أول وقت حضور ندوة جلسة محاضرة جولة زيارة ورشة "
    "مؤتمر المؤتمر الاجتماع البداية المستهل النهاية الختام"
)
REPLIES = _words("ردا رده تعليقا تعقيبا جوابا إجابة")
_WHEN = _words("خلال لدى أثناء عقب بعد قبل قبيل بعيد إثر فور أمام منذ عشية غداة")
_TOLD_OF = _words("سؤال أسئلة ندوة جلسة محاضرة ورشة حوار نقاش مؤتمر تقرير تقارير مقال جولة سوال موتمر")
_WITH = _words("مع في إلى أمام عن حول بشأن")


def occasion(scene: Scene, k: int, governed: Collection[str] = ()) -> int:
    """The token behind the occasion that begins at token k; k where none does. `governed`: what a cue takes itself."""
    word, ahead = fronted(scene, k), scene.text(k + 1)
    if k in scene.times:
        return scene.times[k].last
    if word == "(" and k + 1 in scene.times and scene.text(scene.times[k + 1].last) == ")":
        return scene.times[k + 1].last + 1  # `(الثلاثاء)`
    if word == "للمره" and ahead.startswith("ال"):
        return k + 2
    if word in REPLIES and ahead in {"علي", "عن"}:
        return _past(scene, k, k + 2, governed)
    if word in {"علي", "في"} and ahead in (_UPON if word == "علي" else _IN):
        return _past(scene, k, k + 1, governed)
    return _past(scene, k, k + 1, governed) if word in _WHEN and not is_that(scene, k + 1) else k


def fronted(scene: Scene, k: int) -> str:
    """The word at k; without the و of `وفي ختام الجلسة`, `وأمام البرلمان` at the head of a sentence."""
    word = scene.text(k)
    return word[1:] if word[:1] == "و" and word[1:] in _FRONTS and k == scene.sentence_start(k) else word


_FRONTS = _WHEN | REPLIES | {"في", "من", "علي", "للمره"}
STARTS = _FRONTS | {"("}  # what an occasion, or where somebody is, begins with in the middle of a sentence


def breaks_off(scene: Scene, i: int) -> bool:
    """Whether at token i a speaker's phrase is over: `(الوزارة) على هامش القمة`, `للمرة الأولى`, `(الثلاثاء)`, `على
    الفور`, `بأشد العبارات`."""
    word, ahead = scene.text(i), scene.text(i + 1)
    if (word == "علي" and ahead in _AT_ONCE) or in_terms(scene, i):
        return True
    return (word in _APART or i in scene.times) and occasion(scene, i) > i


def in_terms(scene: Scene, i: int) -> bool:
    """`بأشد العبارات`, `بأقسى الكلمات`: how something is said."""
    return scene.written(i).startswith("بأ") and scene.text(i + 1) in _TERMS


_AT_ONCE = _words("الفور الأثر عجل")
_TERMS = _words("العبارات الكلمات الألفاظ")
_APART = REPLIES | {"علي", "للمره", "(", "امام"}


def _past(scene: Scene, k: int, first: int, governed: Collection[str]) -> int:
    """Behind the noun at `first` and what is told of it (`لقائه نظيره`, `زيارته إلى بيروت`); k where there is none."""
    hi = scene.sentence_end(k)
    end = event(scene, first, hi)
    if end == first:
        return k
    while end + 1 < hi and (scene.text(end) in _WITH or end in scene.times) and not is_that(scene, end + 1):
        if end in scene.times:
            end = scene.times[end].last  # `لقائه أمس مع رئيس الاتحاد`
            continue
        about = scene.text(end) in {"عن", "حول", "بشان"}
        told = any(scene.text(j).removeprefix("ال") in _TOLD_OF for j in range(first, end))
        further = _noun(scene, end + 1, hi)
        own = scene.text(end) in governed and not _once_more(scene, end, further, hi)
        there = about or _place(scene, end + 1) or _owned(scene, end + 1)  # `استقباله في مكتبه`
        there = there or (scene.text(end) == "مع" and _somebody(scene, end + 1))
        own = own or (scene.text(end) == "مع" and _on_air(scene, end + 1))
        if own or further == end + 1 or (about and not told) or not there:
            break
        end = further
    met = _meets(scene, first) and first + 1 < end < hi and not _somebody(scene, first + 1)
    met = met and all(scene.text(j) != "مع" for j in range(first, end))  # `استقباله في مكتبه أمس [مدير الجامعة]`
    return _noun(scene, end, hi) if met and _somebody(scene, end) else end


def _once_more(scene: Scene, i: int, k: int, hi: int) -> bool:
    """`كشف في ندوة عن المياه عن خطة`: whether the preposition at i, or a clause, stands behind k as well."""
    return any(scene.text(j) == scene.text(i) or is_that(scene, j) for j in range(k, min(k + 6, hi)))


def event(scene: Scene, first: int, hi: int) -> int:
    """The token behind an event or a medium and what is told of it: `جلسة علنية`, `لقائه نظيره الفرنسي`, `مؤتمر عقده
    أمس`, `منشور على فيسبوك`, `كلمة له`; `first` for none."""
    end = _noun(scene, first, hi)
    if first < end < hi and _meets(scene, end - 1) and _somebody(scene, end):
        end = _whom(scene, end, hi)
    if first < end < hi and scene.text(end) in {"علي", "عبر"} and end + 1 in scene.mentions:
        end = scene.mentions[end + 1][0].last  # `في منشور على فيسبوك`
    while first < end < hi and (role(scene.text(end)) == "of media" or end in scene.times or _held(scene, end)):
        end = scene.times[end].last if end in scene.times else end + 1  # `في مؤتمر عقده أمس`
    return end + (end > first and scene.text(end) in {"له", "لها", "لهم"})


def _held(scene: Scene, i: int) -> bool:
    """`(لقاء) عقد في باريس`, `(مؤتمر) أقيم أمس`: that it was held, with where or when behind it; not `عقد اجتماع`."""
    return scene.text(i) in _HELD and (scene.text(i + 1) == "في" or i + 1 in scene.times or i + 1 in scene.mentions)


_HELD = _words("عقد عقدت أقيم أقيمت نظم نظمت جرى جرت")


def _whom(scene: Scene, first: int, hi: int) -> int:
    """The token behind whom somebody met, his name behind his title included: `(لقائه) الوزير سامي الراوي`."""
    end = _noun(scene, first, hi)
    named = scene.mentions.get(end)
    return named[0].last if named and named[1].type == "PER" and first not in scene.mentions else end


def _noun(scene: Scene, first: int, hi: int) -> int:
    """The token behind a noun, what it is of, and their adjectives; `first` where no noun stands there."""
    i, closed = first, False
    while i < hi:
        word = scene.text(i)
        if i in scene.times and not closed:
            return scene.times[i].last
        if i in scene.mentions:
            if closed or (i > first and scene.mentions[i][1].type == "PER" and _whole(scene, first)):
                break
            i, closed = scene.mentions[i][0].last, True
            continue
        if (
            not word.isalpha()
            or len(word) < 2
            or role(word) not in ("", "of media")
            or is_that(scene, i)
            or scene.in_time(i)
        ):
            break
        if closed and not _goes_on(scene, i):
            break
        told = i > first and any(hit.row["class"] == "perfect" for hit in scene.forms.get(i, ()))
        if i > first and _whole(scene, first) and (told or deed_at(scene, i) is not None):
            break  # `نفى في بيان توقف الأعمال`, `في بيان حذر الوزير`
        kind = i > first and (_describes(scene, i) or role(word) == "of media")  # `تصريحات صحافية`
        describes = not closed and (word in _WHILES or kind)
        i, closed = i + 1, closed or word.startswith(("ال", "لل", "بال")) or _owned(scene, i) or describes
    return i


def _whole(scene: Scene, i: int) -> bool:
    """`بيان`, `سؤال`, `ندوة`: what needs no noun behind it."""
    return not scene.text(i).startswith("ال") and (i in scene.media or scene.text(i) in _TOLD_OF)


def _goes_on(scene: Scene, i: int) -> bool:
    """`(القمة) العربية`, `(وزراء الخارجية) العرب`, `(الجلسة) للصحافيين`: behind a definite noun, what is of it."""
    if scene.text(i).startswith("لل") or scene.nations.get(i):
        return True
    plain = not scene.heads.get(i) or _of_medium(scene, i)  # `بعد الاجتماع [المتحدث باسم الوزارة]`
    plain = plain and deed_at(scene, i) is None
    return scene.text(i).startswith("ال") and _agree(scene, i - 1, i) and plain


def _of_medium(scene: Scene, i: int) -> bool:
    """`(في الإحاطة) الإعلامية اليومية`, `(في الجولة) الصحافية على`: an adjective, where no name stands behind it."""
    medium = i - 1 in scene.media or (i - 2 in scene.media and scene.text(i - 1).endswith("يه"))
    return medium and scene.text(i).endswith("يه") and i + 1 not in scene.mentions


def _describes(scene: Scene, i: int) -> bool:
    """`(جولة) ميدانية`, `(وقت) سابق`, `(مؤتمر) صحافي`: whether an indefinite word is an adjective of the one before."""
    word, written = scene.text(i), scene.written(i)
    if word in _ADJECTIVES or word.endswith("ي"):
        return True
    return written.endswith("ة") and scene.written(i - 1).endswith("ة") and deed_at(scene, i) is None


_WHILES = _words("قليل أيام أسابيع ساعات أشهر سنوات دقائق يومين أسبوعين شهرين عامين ساعتين")
_ADJECTIVES = _words(
    "سابق لاحق متأخر مبكر مشترك مغلق طارئ مطول قصير مفتوح قليل قليلة وجيز مماثل موسع خاص مصور مسجل مرئي متلفز مطول"
)


def _agree(scene: Scene, i: int, j: int) -> bool:
    """Whether a definite word may be the adjective of the definite one before it, by their endings."""
    many = scene.text(i).endswith(("ات", "ين", "ون")) or scene.written(j).endswith(("ين", "ون"))
    return many or scene.written(i).endswith("ة") == scene.written(j).endswith("ة") or scene.in_name(i)


def _owned(scene: Scene, i: int) -> bool:
    return len(scene.text(i)) > 4 and scene.written(i).endswith(("ه", "ها", "هم", "هما"))


def _meets(scene: Scene, i: int) -> bool:
    """`لقائه`, `استقبالها`, `زيارتهم`: somebody's meeting with somebody."""
    return _owned(scene, i) and scene.text(i).startswith(_MEETINGS)


_MEETINGS = tuple(_words("لقا استقبال زيار اجتماع مقابل توديع تكريم مصافح مخاطب"))


def _somebody(scene: Scene, i: int) -> bool:
    """Whether at i stands whom somebody met or received: `نظيره`, `الوزير`, a name."""
    if deed_at(scene, i) is not None:
        return False
    named = i in scene.mentions and scene.mentions[i][1].type in ("PER", "GPE", "ORG")
    return named or any(hit.row["number"] == "one" for hit in scene.heads.get(i, ()))


def _on_air(scene: Scene, i: int) -> bool:
    """`(اتصال هاتفي مع) إذاعة «النسيم»`: an outlet, through which it was told."""
    named = i in scene.mentions and scene.mentions[i][1].type == "OUTLET"
    return named or any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(i, ()))


def _place(scene: Scene, i: int) -> bool:
    """Whether a name, or a definite noun that is no deed, stands at i: `في القاهرة`, `مع الوفد`."""
    return i in scene.mentions or (scene.text(i).startswith("ال") and deed_at(scene, i) is None)
