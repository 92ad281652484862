"""Where, when and on what occasion something was said changes nothing of who said what, wherever it stands."""

from __future__ import annotations

import pytest

from musnad.doc import Statement
from tests.corpus import read

OCCASIONS = (
    "أمس|يوم الثلاثاء|مساء أمس|(الثلاثاء)|في مؤتمر صحافي عقده أمس|في مؤتمر صحفي|خلال لقائه نظيره الفرنسي|"
    "على هامش القمة|من جهته|في تغريدة على تويتر|بعد الاجتماع|في ختام زيارته إلى بيروت|"
    "ردا على سؤال عن الأزمة|هاتفيا|في اتصال هاتفي|مجددا|للمرة الأولى|في بيان صدر أمس|في كلمة له|"
    "خلال كلمته في المنتدى|أثناء جولة ميدانية|عقب الجلسة|قبل أيام|في وقت سابق|رسميا|في المقابل|"
    "في السياق ذاته|بهذه المناسبة|في هذا الصدد|على صفحته في فيسبوك|في منشور على فيسبوك|في مقطع مصور|"
    "في حديث إذاعي|أمام البرلمان|على خلفية الأزمة|تعليقا على القرار|في جلسة علنية|مطلع الأسبوع|"
    "نهاية الأسبوع الماضي|في 5 مايو|قبل قليل"
).split("|")
SPEAKERS = ("وزير النقل سامر الدوماني", "سامر الدوماني", "مصدر أمني")
CUES = {
    "قال": ("إن الأعمال انتهت", "الأعمال انتهت"),
    "أكد": ("أن الأعمال انتهت", "الأعمال انتهت"),
    "كشف": ("عن خطة جديدة", "خطة جديدة"),
    "شدد": ("على ضرورة وقف الأعمال", "ضرورة وقف الأعمال"),
}
ORDERS = (
    "{cue} {speaker} {occasion} {said}.",
    "{cue} {speaker}، {occasion}، {said}.",
    "{cue} {occasion} {speaker} {said}.",
    "{occasion}، {cue} {speaker} {said}.",
)


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_an_occasion_is_neither_speaker_nor_content(occasion: str) -> None:
    """Behind the speaker, between commas, before the speaker, before the verb: the same cue, speaker and content."""
    wrong = []
    met = occasion.endswith("نظيره الفرنسي")  # a bare name right behind whom somebody met is that one's
    for speaker in SPEAKERS:
        for cue, (said, content) in CUES.items():
            for order in ORDERS:
                doc = read(order.format(cue=cue, speaker=speaker, occasion=occasion, said=said))
                found = [
                    (doc.text(one.span), one.source and doc.text(one.source), [doc.text(part) for part in one.content])
                    for one in doc.marks(Statement)
                ]
                his = speaker if not (met and speaker == SPEAKERS[1] and order == ORDERS[2]) else None
                if found != [(cue, his, [content])]:
                    wrong.append((doc.source, found))
    assert wrong == []
