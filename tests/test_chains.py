"""Whom the attribution room finds behind a statement: kinds and names of links, read off original sentences."""

from __future__ import annotations

import pytest

from musnad.doc import Statement
from tests.corpus import read

# A page, the words of one cue on it, and its chain: kind and entity of each link, nearest to the page first.
CHAINS = [
    pytest.param(
        "ناقش النواب ووزير الزراعة نبيل السروجي أسعار القمح.\n\nوقال الوزير إن الأسعار لن ترتفع.",
        "قال",
        [("person", "نبيل السروجي")],
        id="a role is the one named with it, also behind a conjunction",
    ),
    pytest.param(
        "زارت وزيرة الثقافة هالة الشوباشي المتحف.\n\nوأضافت الوزيرة أن القطع عادت.",
        "أضافت",
        [("person", "هالة الشوباشي")],
        id="a role's feminine ending is no pronoun",
    ),
    pytest.param(
        "قالت صحيفة «الأوان» إن الميناء أغلق.\n\nوأكد مصدر أمني، في تصريح نقلته الصحيفة، أن السفن توقفت.",
        "أكد",
        [("outlet", "الأوان"), ("anonymous", None)],
        id="the outlet that relayed the words is a link, its verb is no part of it",
    ),
    pytest.param(
        "قالت صحيفة «الأوان» إن الميناء أغلق.\n\nوأضافت ذاتها أن السفن توقفت.",
        "أضافت",
        [("outlet", "الأوان")],
        id="a reflexive alone is whoever spoke last",
    ),
    pytest.param(
        "قال مسؤول الملاعب في الرابطة الجبلية فريد العلاوي إن العشب جاهز.",
        "قال",
        [("person", "فريد العلاوي")],
        id="whoever has a charge and is named is a person",
    ),
    pytest.param(
        "قال مسؤول الملاعب في مكتب الرئيس فريد العلاوي إن العشب جاهز.",
        "قال",
        [("anonymous", None)],
        id="the name behind another's title is that other's",
    ),
    pytest.param(
        "قال مسؤول مقرب من الوزير فريد العلاوي إن العشب جاهز.",
        "قال",
        [("anonymous", None)],
        id="whom an official is near to does not speak",
    ),
    pytest.param(
        "وقالت المعارضة سلمى الناجي إن الانتخابات مزورة.",
        "قالت",
        [("person", "سلمى الناجي")],
        id="an opponent with her name is a person",
    ),
    pytest.param(
        "وقالت المعارضة إن الانتخابات مزورة.",
        "قالت",
        [("organization", "المعارضة")],
        id="the opposition without a name is a body",
    ),
    pytest.param(
        "محافظ البحيرة: لا صحة لإغلاق الطريق\n\nقال سامي الديب، محافظ البحيرة، إن الطريق مفتوح.",
        ":",
        [("person", "سامي الديب")],
        id="an office in a headline is whoever stands before it in an apposition",
    ),
    pytest.param(
        "قالت صحيفة «الأوان» إن الميناء أغلق.\n\nووفق ما نقلته الصحيفة، أعلنت الشرطة أن السفن توقفت.",
        "أعلنت",
        [("outlet", "الأوان"), ("official_body", "الشرطة")],
        id="a verb of relaying is no part of a link",
    ),
    pytest.param(
        "أعلنت مديرية الدفاع المدني لولاية النخيل أن الحريق انتهى.",
        "أعلنت",
        [("official_body", "مديرية الدفاع المدني لولاية النخيل")],
        id="a body that no reference names has its seat in its name",
    ),
    pytest.param(
        "واستنكر مجلس وجهاء الوادي القصف، وقال مجلس وجهاء الوادي إن المدارس أغلقت.",
        "قال",
        [("organization", "مجلس وجهاء الوادي")],
        id="a council of notables is no office",
    ),
    pytest.param(
        "أعلنت الحكومة التشادية أن المطار سيفتح غدا.",
        "أعلنت",
        [("state", "Government of Chad")],
        id="a government is its nation's",
    ),
    pytest.param(
        "قالت صحيفة «الأوان»، نقلا عن تقرير لم تذكر مصدره، إن السفن توقفت.",
        "قالت",
        [("outlet", "الأوان"), ("media_reports", None)],
        id="a report whose source is kept back is an unnamed report",
    ),
    pytest.param(
        "وصدر تقرير أعدته منظمة «سنابل» عن الجفاف.\n\nوقال عمدة البلدة سامي الديب إن الماء يكفي.\n\n"
        "ويوصي التقرير بحفر آبار جديدة.",
        "يوصي",
        [("document", None), ("organization", "سنابل")],
        id="a report is its issuer's, not the last speaker's",
    ),
    pytest.param(
        "برأت محكمة الجنايات التاجر سامي الديب.\n\nوورد في منطوق الحكم أن الشهود تراجعوا.",
        "ورد في",
        [("document", None), ("official_body", "محكمة الجنايات")],
        id="a ruling is the court's",
    ),
    pytest.param(
        "قالت صحيفة «الأوان» إن الرسوم ارتفعت. ورأى محررها الاقتصادي سامي الديب أن القرار متأخر.",
        "رأى",
        [("outlet", "الأوان"), ("person", "سامي الديب")],
        id="an outlet's editor speaks through it",
    ),
    pytest.param(
        "قال مندوبان في الرابطة إن الاجتماع تأجل. وأوضح أحدهما أن القاعة لم تجهز، بينما قال الثاني إن «السبب آخر».",
        "قال الثاني",
        [("anonymous", None)],
        id="the second of two unnamed is unnamed",
    ),
    pytest.param(
        "في السوق جلست إلى مزارع عجوز، فقال لي: «تعبنا من الانتظار».",
        "قال",
        [("public", None)],
        id="who was spoken to answers",
    ),
    pytest.param(
        "سألنا الوزيرة هالة الشوباشي متى تلتقي نظيرها الوزير سامي الديب، فأجابت: «في الخريف».",
        "أجابت",
        [("person", "هالة الشوباشي")],
        id="a feminine verb is no man's",
    ),
    pytest.param(
        "التقى الوزير سامي الديب زميله نبيل السروجي. وقال الوزيران في بيان مشترك إن الحدود ستفتح.\n\n"
        "ونص البيان على تفتيش مشترك.",
        "نص",
        [("document", None), ("person", "سامي الديب; نبيل السروجي")],
        id="a statement is theirs who spoke in it",
    ),
    pytest.param(
        "قال وزير الزراعة سامي الديب لقناة «الضفاف» إن الموسم جيد. وأكد الوزير أن الأسعار مستقرة.",
        "أكد",
        [("outlet", "الضفاف"), ("person", "سامي الديب")],
        id="a role that points back brings its chain",
    ),
    pytest.param(
        "نقلت وكالة «سنا» عن المتحدث باسم الجيش قوله إن الطائرات عادت. وتابع المتحدث أن المهمة انتهت.",
        "تابع",
        [("agency", "سنا"), ("official_body", "الجيش")],
        id="a spokesman again is the body he spoke for",
    ),
    pytest.param(
        "أعلنت الشرطة أن اللص اعتقل. وقال متحدث باسمها إن المسروقات أعيدت.",
        "قال",
        [("official_body", "الشرطة")],
        id="a pronoun names the body that somebody speaks for",
    ),
    pytest.param(
        "قال سكان في قرية الوادي إن المياه انقطعت. وقال أحدهم إن أطفاله عطشى.",
        "قال أحدهم",
        [("public", None)],
        id="one of them is of their kind",
    ),
    pytest.param(
        "كشف مصدران أمنيان لوكالة «سنا» أن المتهم فر. وأوضح المصدر الآخر أن التحقيق بدأ.",
        "أوضح",
        [("agency", "سنا"), ("anonymous", None)],
        id="the other source stands in the group's place",
    ),
    pytest.param(
        "أكدت النائبة هالة الشوباشي أن القانون ظالم. وكان الوزير سامي الديب قد زار المدينة. وأضافت أن البرلمان سيعيده.",
        "أضافت",
        [("person", "هالة الشوباشي")],
        id="a verb without a subject agrees with its teller",
    ),
    pytest.param(
        "قالت شركة «مدارات» إن الخدمة ستعود. وأكدت الشركة أن العطل بسيط.",
        "أكدت",
        [("organization", "مدارات")],
        id="a head noun alone is the name in quotation marks behind it",
    ),
    pytest.param(
        "صرح عضو مجلس النواب سامي الديب لـ«الأوان» بأن الموازنة ستمر.",
        "صرح",
        [("outlet", "الأوان"), ("person", "سامي الديب")],
        id="a quoted name that was spoken to is an outlet",
    ),
    pytest.param(
        "وتشير الأرقام الصادرة عن مديرية الجمارك إلى أن التهريب زاد.",
        "تشير",
        [("document", None), ("official_body", "مديرية الجمارك")],
        id="figures are theirs who released them",
    ),
    pytest.param(
        "قررت نقابة الأطباء وقف العمل يوم الأحد، وفق بيان صادر عنها.",
        "وفق",
        [("document", None), ("organization", "نقابة الأطباء")],
        id="a statement of one's own is whoever acts in the sentence's",
    ),
    pytest.param(
        "استقبلتنا الوزيرة هالة الشوباشي. وقالت الوزيرة إن النهر يجف. وحين ذكّرناها بأن المغرب عرض وساطة، ردت: "
        "«لا نحتاج وسيطا».",
        "ردت",
        [("person", "هالة الشوباشي")],
        id="the one interviewed answers, not who was named in the question",
    ),
    pytest.param(
        "وذكر فيليب هارتمان المدير التنفيذي لمصنع الورق أن الإنتاج تضاعف.",
        "ذكر",
        [("person", "فيليب هارتمان")],
        id="words before a role are a name",
    ),
    pytest.param(
        "رأى خبراء أن القرار متأخر. ثم قال المهندس ماهر الخطيب إن الجسر سليم. وشدد الرجل على أن الفحص جرى مرتين.",
        "شدد",
        [("person", "ماهر الخطيب")],
        id="the man is who spoke last",
    ),
    pytest.param(
        "قال السفير المصري لدى روما سامي الديب إن المعرض ناجح.\nوأوضح السفير الألماني أن الأجنحة ممتلئة.",
        "أوضح",
        [("person", None)],
        id="an office of another nation is another man",
    ),
    pytest.param(
        "قال السفير الألماني سامي الديب إن المعرض ناجح.\nوأوضح السفير الألماني أن الأجنحة ممتلئة.",
        "أوضح",
        [("person", "سامي الديب")],
        id="an office of the same nation is the same man",
    ),
    pytest.param(
        "قال المبعوث الأميركي سامي الديب إن المهلة قصيرة.\nوأوضح المبعوث الأممي أن الأبواب مفتوحة.",
        "أوضح",
        [("person", None)],
        id="who is sent by the nations is not who is sent by one",
    ),
    pytest.param(
        "قالت الخارجية الأمريكية إن المهلة قصيرة.\nوأكدت الوزارة أن الأبواب مفتوحة.",
        "أكدت",
        [("official_body", "United States Department of State")],
        id="the ministry is the one told of without that word",
    ),
    pytest.param(
        "قالت الشركة إن المهلة قصيرة.\nوأكدت الوزارة أن الأبواب مفتوحة.",
        "أكدت",
        [("official_body", "الوزارة")],
        id="the ministry is no company",
    ),
    pytest.param(
        "التقى وزير الخارجية الروسي ماهر الخطيب نظيره التركي سامي الديب. وأكد الوزير التركي أن الأبواب مفتوحة.",
        "أكد",
        [("person", "سامي الديب")],
        id="the minister of a nation is the counterpart named with it",
    ),
    pytest.param(
        "نعى الوزير ماهر الخطيب الممثل سامي الديب. وكان الراحل يقول إن المسرح بيته.",
        "يقول",
        [("person", "سامي الديب")],
        id="the late one is who is mourned",
    ),
    pytest.param(
        "قال الوزير سامي الديب إن المسرح سيفتح.\nوكان الراحل يقول إن المسرح بيته.",
        "يقول",
        [("person", None)],
        id="the late one is nobody of whose death the page tells nothing",
    ),
]


@pytest.mark.parametrize(("text", "cue", "chain"), CHAINS)
def test_chain_has_these_links(text: str, cue: str, chain: list[tuple[str, str | None]]) -> None:
    """The statement whose cue begins at the last place of the given words has these links and no others."""
    doc = read(text)
    told = {statement.span.start: statement.chain for statement in doc.marks(Statement)}
    assert [(one.kind, one.entity) for one in told[text.rindex(cue)]] == chain


def test_role_resolves_to_the_holder_on_the_day() -> None:
    """A role with a nation is its holder where the page names nobody and its day is known, else it has no name."""
    text = "قال الرئيس التركي إن القمة ستعقد في موعدها."
    holders = [
        statement.chain[0].entity
        for day in ("2021-06-10", None)
        for statement in read(text, published=day).marks(Statement)
    ]
    assert holders == ["Recep Tayyip Erdoğan", None]


def test_own_outlet_is_no_link_in_any_spelling() -> None:
    """The page's own outlet is left out of a chain, also where it is given in another script."""
    (found,) = read("قال الخبير سامي الديب لـ«عكاظ» إن السوق هادئة.", outlet="okaz").marks(Statement)
    assert [one.entity for one in found.chain] == ["سامي الديب"]
