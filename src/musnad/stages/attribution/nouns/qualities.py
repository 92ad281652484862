"""A definite word behind a closed phrase: its adjective or title, or whom the verb beside the phrase is said of."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.modifiers import governing
from musnad.stages.attribution.nouns.ranked import ORDINARY
from musnad.stages.attribution.nouns.standing import stands
from musnad.stages.attribution.page.deeds import DEEDS, deed_at
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, role

__all__ = ["ba_behind", "before_quoted", "object_of_it"]

_NISBA = ("ي", "يه", "يون", "يين", "يات")


def object_of_it(scene: Scene, first: int, i: int, stop: int) -> bool:
    """Whether a definite word behind a closed phrase is whom its verb is said of, and no adjective of the phrase."""
    if scene.text(i).endswith("ين") and any(hit.row["number"] == "many" for hit in scene.heads.get(i, ())):
        return True  # `وحث العقيد «الساري» المدربين على`
    near = range(max(first, i - 2), i)
    title = any(hit.end > scene.tokens[i].start for j in near for hit in scene.heads.get(j, ()))
    title = title or role(scene.text(i)) == "called"  # `القيادي المدعو «أبو سيف»`
    return not title and not _agrees(scene, first, i, stop)


def ba_behind(scene: Scene, k: int) -> bool:
    """`وصفت أنباء انسحابها بأنها «أمنيات»`, `وصف التقارير بالكاذبة`: behind what is closed at once, ب."""
    last = k if scene.text(k).startswith("ال") else k + 1
    closed = scene.text(last).startswith("ال") or scene.written(last).endswith(("ه", "ها", "هم"))
    return closed and scene.text(last + 1)[:1] == "ب"


def before_quoted(scene: Scene, first: int, end: int) -> int:
    """`ثمّن حزب الوسط [«حكمة القرار»]`, `حمّلت الجماعة [«أعوان العدو»] المسؤولية`: where a closed phrase ends before
    several quoted words behind which its verb has no other object; else `end`."""
    opening = next((k for k in range(first + 1, end) if k in scene.quotations), None)
    if opening is None or opening + 1 in scene.mentions:
        return end
    last = scene.quotations[opening][0].last
    closed = scene.in_name(opening - 1) or scene.text(opening - 1).startswith("ال")
    if not closed or last - opening < 4 or scene.text(last) in OPENING:
        return end
    blamed = scene.text(last).removeprefix("ال").startswith(("مسؤولي", "مسئولي", "تبع", "وزر"))
    return opening if blamed or (_none_ahead(scene, last) and _none_ahead(scene, end)) else end


def _none_ahead(scene: Scene, k: int) -> bool:
    """Whether no object stands at k: a stop, a comma and no deed behind it, a preposition, another verb."""
    word, behind = scene.text(k), scene.text(k + 1)
    if word in COMMAS:
        return not behind.startswith("ال") and deed_at(scene, k + 1) is None and k + 1 not in scene.times
    if k in scene.times or k + 1 in scene.times or k + 1 in scene.media or behind == "لسان":
        return False  # `نفت الجبهة «طلائع النصر» في بيان مقتل قائدها`
    led = role(word) in ("preposition", "relative", "conjunction", "during")
    return not word[:1].isalnum() or word[:1] == "و" or word.startswith("لل") or led


def _agrees(scene: Scene, first: int, i: int, stop: int) -> bool:
    """Whether a definite word behind a closed phrase is its adjective or title; else the verb is about it."""
    text = scene.text(i)
    if text in _NAMES_OF_THINGS or DEEDS.get(text[2:]) is not None:
        return False  # `حمّل التقرير المسؤولية لثلاثة`, `رفضت وزارة النقل الأردنية الزيادة المطلوبة`
    if scene.text(i - 1) in _DESCRIBED.get(text, ()) or text in _ACTING:
        return True  # `اللجنة المنظمة`, `مدير الجامعة المكلف`
    if governing(scene, i) or stands(scene, i + 1):
        return True  # `اللجنة الخاصة بالشؤون القانونية`
    if scene.text(i - 1).startswith("ال") and role(scene.text(i + 1)) == "preposition" and _DOING.fullmatch(text):
        return True  # `إحدى الفرق العاملة في المنجم`
    doing = text.startswith("الم") and (scene.text(i + 1).startswith("لل") or role(scene.text(i + 1)) == "preposition")
    if doing and scene.text(i - 1) in CLOSING:
        return True  # `حزب «المساواة» المؤيد للأكراد`
    named_next = i + 1 in scene.mentions or (text.endswith(_NISBA) and scene.text(i + 1).startswith("وال"))
    others = ("public", "body", "organization", "state", "outlet")
    if not named_next and any(
        hit.row["class"] in others or (hit.row["class"] == "person" and not text.endswith("ي"))
        for hit in scene.heads.get(i, ())
    ):
        return False
    if text.endswith(_NISBA) or i + 1 == stop or text in ORDINARY or i in scene.nations or i + 1 in scene.mentions:
        return True
    feminine = scene.text(first).endswith(("ه", "ات")) and text.endswith("ه")
    beside = scene.text(i - 1).startswith("ال") and scene.text(i - 1).endswith(("ه", "ات")) and text.endswith("ه")
    if (feminine or beside) and text.startswith("الم") and len(text) > 5:
        return True  # `المسلحة`, `المعتمدة`
    return feminine and i + 1 < stop and scene.text(i + 1).startswith("ال")


_NAMES_OF_THINGS = frozenset(
    "المسؤوليه المسئوليه المسووليه القضيه الاتفاقيه الاهميه الشرعيه الجنسيه الميزانيه الخبر الاخبار الانباء النبا "
    "التهمه التهم الاتهام الاتهامات المزاعم الادعاءات الشائعه الشائعات الاشاعات الروايه التقارير المعلومات التصريحات "
    "الامر الحادثه الواقعه الحكم الفكره المقترح الاقتراح العرض الشرط الشروط الصفقه الخطوه الهجوم الهجمات "
    "العاصمه".split()
)
_ACTING = frozenset(
    "المكلف المكلفه المتقاعد المتقاعده المنتخب المنتخبه الاخر الاخري الاخرون الاخرين الاسبق الاسبقه المقال المخلوع "
    "المعزول المعزوله المنحل المنحله المتطرف المتطرفه المؤقت المؤقته الحاكم الحاكمه المحرر المحرره المفاوض المؤسس "
    "المضرب المضربون المضربين الشبان المعين المعينه الخاسر الفائز الزائر الزائره المناوب المنشق المنشقه المقيم".split()
)
# Words for bodies that are adjectives behind these.
_DESCRIBED = {
    "المنظمه": frozenset("اللجنه الجهه الجهات الشركه الشركات".split()),
    "البلديه": frozenset("الانتخابات المجالس الشؤون الشئون الخدمات القرويه".split()),
}
_DOING = re.compile(r"ال\wا\w\wه")
