"""Verbs of saying that say nothing where they stand: `أقر البرلمان قانونا`, `وُصفت بالاحتراف`, `تعتبر الأعلى`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import strong
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import is_that, with_ba
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["nothing_said"]


class _Read(NamedTuple):
    """A verb at token i as it is read so far: its form, who is taken to speak, and where a content would begin."""

    scene: Scene
    i: int
    hit: Hit
    start: int
    source: Place | None


_Check = Callable[[_Read], bool]


def nothing_said(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], start: int, source: Place | None) -> bool:
    """Whether the verb at i, read with `source` and a content that begins at `start`, says nothing after all."""
    check = _BY_LEMMA.get(row["lemma"])
    return check is not None and check(_Read(scene, i, hit, start, source))


def _passes_law(at: _Read) -> bool:
    """`أقر المجلس إجراءات بينها أن`, `أقر البرلمان تعديلا بالأغلبية`: what is passed; but `أقر رئيس اللجنة بأن`."""
    k = at.scene.index(at.start)
    passed = (at.scene.text(j).removeprefix("ال") in _LAWS for j in range(at.i + 1, k))
    if any(passed):
        return not any(at.scene.text(j).removeprefix("ال") in _OF_LAWS for j in range(at.i + 1, at.i + 3))
    return at.scene.text(k) in {"بالاجماع", "بالاغلبيه", "باغلبيه"}


_LAWS = frozenset(
    "قانون قانونا قوانين تعديل تعديلا تعديلات اجراء اجراءات موازنه ميزانيه لائحه لوائح نظاما انظمه عقوبات عددا "
    "مشروع مشروعا مشاريع خطه اليه معاهده اتفاقيه زياده علاوه ضريبه رسوما مرسوما ماده موادا بنودا "
    "حزمه ضوابط".split()
)
_OF_LAWS = frozenset("رئيس مدير لجنه خبير اساتذه استاذ وزير".split())


def _appears(at: _Read) -> bool:
    """`مقطع تظهر فيه فتاة`: who is seen in it."""
    return at.scene.text(at.i + 1) in _IN_IT and at.hit.row["class"] == "imperfect" and not strong(at.scene, at.start)


_IN_IT = frozenset("فيه فيها فيهما بها به".split())


def _of_use(at: _Read) -> bool:
    """`كانت المباراة ممتازة، ومفيدة`: useful; but `مفيدة بأن`."""
    return at.hit.row["class"] == "participle" and not (strong(at.scene, at.start) or with_ba(at.scene, at.i + 1))


def _signs(at: _Read) -> bool:
    """`الطلبات الكثيرة توقع الموظف في الحرج`: brings into; `توقّع` has a masculine subject."""
    one = at.hit.row["class"] == "perfect" and (at.hit.row["gender"], at.hit.row["number"]) == ("m", "one")
    wrong = at.source is not None and at.source.first < at.i and not fits_phrase(at.scene, at.hit.row, at.source)
    return one and (wrong or (not strong(at.scene, at.start) and _feminine_before(at.scene, at.i)))


def _feminine_before(scene: Scene, i: int) -> bool:
    """Whether the word right before i is a feminine noun and nothing parts them."""
    return i > scene.sentence_start(i) and scene.written(i - 1).rstrip("\u064b\u064c\u064d").endswith(("ة", "ات"))


def _for_sale(at: _Read) -> bool:
    """`عرض البائع 200 سهم`, `عرضت صور الأطفال على واجهة المبنى`: things put up, and no offer."""
    k = at.scene.index(at.start)
    counted = at.scene.text(k).isdigit() and at.scene.text(k + 1) in _WARES
    shown = (
        at.source is not None
        and at.source.first > at.i
        and at.scene.text(at.source.first).removeprefix("ال") in _PICTURES
    )
    return counted or shown


_WARES = frozenset("سهم سهما اسهم لوحه لوحات قطعه قطع سياره سيارات صوره صور فيلم فيلما افلام كتاب كتابا كتب".split())
_PICTURES = frozenset("صور صوره لوحات لوحه مقاطع مقطع افلام فيلم مقتنيات قطع بضائع منتجات مشاهد اعمال".split())


def _accused(at: _Read) -> bool:
    """`يُتهم الرئيس باختلاس الأموال`: with nobody whom he accuses, he is accused."""
    if at.source is None or at.source.first < at.i or at.hit.end < at.scene.tokens[at.i].end:
        return False
    k = at.scene.index(at.start)
    alone = k == at.source.last or at.scene.text(at.source.last).startswith("و")
    return alone and at.source.last - at.source.first == 1 and at.start > at.scene.tokens[k].start


def _is_called(at: _Read) -> bool:
    """`وُصفت بالاحتراف`, `الشخص يصنف بأنه نشيط`: with no object, what is so called by nobody told."""
    verb = at.hit.row["class"] in ("perfect", "imperfect") and at.hit.end == at.scene.tokens[at.i].end
    as_what = with_ba(at.scene, at.i + 1) or (is_that(at.scene, at.i + 1) and at.scene.text(at.i + 1)[:1] == "ب")
    return verb and as_what and (at.source is None or at.source.first < at.i)


def _in_danger(at: _Read) -> bool:
    """`ما يهدد محادثات السلام`: what is in danger, and no one."""
    if at.source is None or at.source.first < at.i or head(at.scene, at.source) is not None:
        return False
    return deed_at(at.scene, at.source.first) is not None


def _saw(at: _Read) -> bool:
    """`شهدت سوق المدينة تغيرا على الرغم من أن`: saw; a witness says أن at once, behind ب or a colon."""
    k = at.scene.index(at.start)
    beside = (at.i + 1, at.source.last if at.source is not None else at.i + 1)
    thing = (
        at.source is not None
        and at.source.first > at.i
        and at.scene.text(at.source.first).removeprefix("ال") in _PLACES
    )
    return thing or (is_that(at.scene, k - 1) and k - 1 not in beside and at.scene.text(k - 1)[:1] != "ب")


_PLACES = frozenset(
    "سوق اسواق مدينه مدن منطقه مناطق محافظه محافظات شوارع شارع قاعه صاله ساحه ساحات بلده قريه عاصمه دوله البلاد عام "
    "سنه ايام مرحله فتره موسم مباراه جلسه جولات اعوام سنوات".split()
)


def _was_told(at: _Read) -> bool:
    """`المركز أُبلغ ظهرا عن حريق بالسوق`: what stands behind عن was told to him; but `أبلغ الطيارون عن عاصفة`."""
    about = any(at.scene.text(j) == "عن" for j in range(at.i + 1, at.scene.index(at.start)))
    return about and (at.source is None or at.source.first < at.i)


def _a_name(at: _Read) -> bool:
    """`صورة يعرب الناجي … «…»`: a man's name; the verb takes عن or أن."""
    told = at.scene.text(at.scene.index(at.start) - 1) == "عن" or is_that(at.scene, at.scene.index(at.start) - 1)
    return at.hit.row["class"] == "imperfect" and at.scene.text(at.i) in {"يعرب", "ويعرب"} and not told


def _scores(at: _Read) -> bool:
    """`سجلت السباحة زمنا جيدا في بان سيفيرا`: a time, and a name that is spelt as بأن."""
    span = range(at.i + 1, at.scene.index(at.start))
    return any(at.scene.text(j) in _SCORED for j in span) or at.scene.written(span.stop - 1) == "بان"


_SCORED = frozenset(
    "زمنا زمن رقما رقم الرقم هدف هدفا هدفين اهدافا نقطه نقاط ثلاثيه ثنائيه ارتفاعا انخفاضا تراجعا نموا".split()
)


def _printed(at: _Read) -> bool:
    """`دراسة نشرت نتائجها في مجلة طبية أن`: they were printed."""
    return at.source is not None and at.source.first > at.i and at.scene.text(at.source.first) in _RESULTS


_RESULTS = frozenset("نتائجها نتائجه تفاصيلها تفاصيله خلاصتها خلاصته صورها صوره اعماله اعمالها شباكه شباكها".split())


def _bidden(at: _Read) -> bool:
    """`فاعلموا أنها أرضكم`: know, and nobody tells."""
    return at.scene.text(at.i).lstrip("وف").startswith("اعلموا") and not at.scene.written(at.i).lstrip("وف").startswith(
        "أ"
    )


def _seen_by_us(at: _Read) -> bool:
    """`ولوحظ أن القاعة امتلأت`: the writer saw it."""
    return at.hit.row["class"] == "passive"


def _holds(at: _Read) -> bool:
    """`تُمسك بجرحها`, `المدينة تمسك بالخيوط`: holds, where `تمسّك` has a masculine subject."""
    text, written = at.scene.text(at.i).lstrip("وف"), at.scene.written(at.i).lstrip("وف")
    return text == "تمسك" and (
        written[1:2] == "\u064f" or not (at.source is None or fits_phrase(at.scene, at.hit.row, at.source))
    )


def _keeps(at: _Read) -> bool:
    return _holds(at) or _stands_by(at)


def _stands_by(at: _Read) -> bool:
    """`أصر المدير على روايته`, `تمسك الحزب بموقفه`: words told elsewhere; but `بمطالبها`, `بقرارها بيع`."""
    k = at.scene.index(at.start)
    word = at.scene.text(k)
    owned = word.endswith(("ه", "ها", "هم")) and len(word) > 4 and at.scene.written(k)[-1] != "ة"
    asked = word.removeprefix("ب").startswith(("مطلب", "مطالب", "حق", "شرط", "شروط"))
    deeds = deed_at(at.scene, k) is not None and not word.removeprefix("ب").startswith(("نفي", "انكار"))
    return owned and not (asked or deeds or strong(at.scene, at.start)) and deed_at(at.scene, k + 1) is None


def _gathers(at: _Read) -> bool:
    """`المؤتمر يجمع الخبراء على طاولة واحدة`: brings together; but `يجمع الخبراء على أن`."""
    return at.hit.row["class"] == "imperfect" and not strong(at.scene, at.start)


def _at_ease(at: _Read) -> bool:
    """`بدا مطمئنا إلى النتيجة`: at ease; but `مطمئنا الأهالي إلى أن`."""
    return at.hit.row["class"] == "participle" and not strong(at.scene, at.start)


def _points(at: _Read) -> bool:
    """`الآثار تدل دلالة قاطعة على أن`: how they point, and no subject."""
    return at.source is not None and at.source.first == at.i + 1 and at.scene.text(at.i + 1).startswith("دلال")


def _proves(at: _Read) -> bool:
    """`حين يهاجم العدو القرى يثبت أنه ضعيف`: a deed proves it."""
    return at.hit.row["class"] == "imperfect" and at.scene.text(at.scene.sentence_start(at.i)).lstrip("وف") in _WHEN


def _keeps_track(at: _Read) -> bool:
    """`جنيف تتابع الملف «بحرص»`: a thing that is followed stands before the quotation."""
    k = at.source.last if at.source is not None and at.source.first > at.i else at.i + 1
    return at.scene.text(k).startswith("ال") and k < at.scene.index(at.start)


def _is_over(at: _Read) -> bool:
    """`انتهى عهد الوصاية، وعلى الجيران أن يدركوا ذلك`: is over; but `انتهى التقرير إلى أن`."""
    return at.scene.text(at.scene.index(at.start) - 2) != "الي"


_WHEN = frozenset("عندما حين حينما".split())


_BY_LEMMA: Mapping[str, _Check] = {
    "أقرّ": _passes_law,
    "أظهر": _appears,
    "أفاد": _of_use,
    "توقّع": _signs,
    "عرض": _for_sale,
    "اتّهم": _accused,
    "وصف": _is_called,
    "صنّف": _is_called,
    "نعت": _is_called,
    "هدّد": _in_danger,
    "شهد": _saw,
    "تمسّك": _keeps,
    "أصرّ": _stands_by,
    "طمأن": _at_ease,
    "أجمع": _gathers,
    "دلّ": _points,
    "أثبت": _proves,
    "أبلغ": _was_told,
    "أعرب": _a_name,
    "سجّل": _scores,
    "نشر": _printed,
    "علم": _bidden,
    "أعلم": _bidden,
    "لاحظ": _seen_by_us,
    "تابع": _keeps_track,
    "انتهى": _is_over,
}
