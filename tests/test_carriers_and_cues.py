"""Chains hold for every verb of saying: each way of naming who carried a speaker's words, with each of many cues."""

from __future__ import annotations

import pytest

from musnad.doc import Page, Statement
from musnad.pipeline import annotate

SPEAKER = "مدير المرصد سامر الراوي"
CARRIERS = (
    " لـ«المدار»",
    " لقناة الجبل",
    " في حديث لـ«المدار»",
    "، في تصريح لقناة الجبل،",
    " في مقابلة مع قناة الجبل",
    " عبر قناة الجبل",
    "، في اتصال هاتفي مع «المدار»،",
    " في مداخلة مع قناة الجبل",
    "، بحسب ما نقلت عنه قناة الجبل،",
    "، وفق ما نقلته قناة الجبل،",
    " ضيفا على قناة الجبل",
    " في مقال نشرته صحيفة الضفة",
    " في حديث مع وكالة الأنباء القطرية",
    "، في تصريحات لصحيفة الضفة،",
    " في لقاء خاص مع قناة الجبل",
    " في حوار أجرته معه صحيفة الضفة",
    " في مقابلة مع قناة الجبل مساء أمس",
    " خلال استضافته في برنامج «الحصاد» على قناة الجبل",
    " في تصريح صحفي لقناة الجبل أمس الأحد",
    " في بيان نقلته وكالة الأنباء القطرية",
)
SAID = (
    ("قال", " إن الموجة ستنحسر"),
    ("أكد", " أن الموجة ستنحسر"),
    ("أعلن", " انتهاء الموجة"),
    ("أعلن", " عن خطة جديدة"),
    ("حذر", " من موجة جديدة"),
    ("دعا", " إلى الحذر"),
    ("دعا", " السكان إلى الحذر"),
    ("نفى", " وجود موجة جديدة"),
    ("شدد", " على أهمية الحذر"),
    ("طالب", " الحكومة بتوفير المعدات"),
    ("كشف", " عن خطة جديدة"),
    ("أعرب", " عن قلقه من الموجة"),
    ("رفض", " إغلاق المرصد"),
    ("انتقد", " قرار الوزارة"),
    ("توقع", " انحسار الموجة"),
    ("رأى", " أن الموجة عابرة"),
    ("أوضح", ": «الموجة عابرة»"),
    ("وصف", " الموجة بالعابرة"),
    ("أشار", " إلى أن الموجة عابرة"),
    ("اتهم", " الوزارة بالتقصير"),
    ("تعهد", " بإصلاح المرصد"),
)


def _chains(text: str) -> list[list[tuple[str, str | None]]]:
    """Kind and entity of every link, for each statement of a page that is one sentence."""
    doc = annotate(Page("page", text, None, "2026-03-10"))
    return [[(link.kind, link.entity) for link in statement.chain] for statement in doc.marks(Statement)]


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("sentence", ["{verb} {who}{carrier}{what}.", "وكان {who} قد {verb}{carrier}{what}."])
def test_the_outlet_is_the_first_link_whatever_the_verb(carrier: str, sentence: str) -> None:
    """One statement a sentence: the outlet first, then the named speaker, before and behind the verb."""
    wrong = {}
    for verb, what in SAID:
        text = sentence.format(verb=verb, who=SPEAKER, carrier=carrier, what=what)
        found = _chains(text)
        kinds = [[kind for kind, _ in chain] for chain in found]
        if kinds not in ([["outlet", "person"]], [["agency", "person"]]) or found[0][1][1] != "سامر الراوي":
            wrong[text] = found
    assert wrong == {}


TOLD_BY = (
    "وزير النقل سامر الراوي",
    "مصدر أمني رفيع",
    "صحيفة «الضفة»",
    "تقرير لمنظمة العفو الدولية",
    "بيان لوزارة النقل",
    "وزارة النقل السورية",
    "المرصد السوري لحقوق الإنسان",
    "مصادر محلية",
    "وسائل إعلام تركية",
    "الناطق باسم الجيش سامر الراوي",
    "موقع «المرفأ» الإخباري",
)


@pytest.mark.parametrize("teller", TOLD_BY)
@pytest.mark.parametrize(
    "sentence",
    [
        "بحسب {0}، أغلقت البلدية الطريق.",
        "وفقا {1}، أغلقت البلدية الطريق.",
        "أغلقت البلدية الطريق، بحسب {0}.",
        "أغلقت البلدية الطريق، نقلا عن {0}.",
        "وبحسب {0}، فإن البلدية أغلقت الطريق.",
        "أغلقت البلدية، بحسب {0}، الطريق.",
    ],
)
def test_a_preposition_names_the_whole_teller(teller: str, sentence: str) -> None:
    """Before, behind and within what is told, the teller's words are in the chain to the last."""
    behind_lam = "لل" + teller[2:] if teller.startswith("ال") else "ل" + teller
    text = sentence.format(teller, behind_lam)
    statements = annotate(Page("page", text, None, "2026-03-10")).marks(Statement)
    assert len(statements) == 1
    spans = [text[link.span.start : link.span.end] for link in statements[0].chain]
    assert any(words.endswith(teller.split()[-1]) for words in spans), spans
