"""Whom an unstated, shortened or repeated speaker is carried from, read off original sentences."""

from __future__ import annotations

import pytest

from musnad.doc import Statement
from tests.corpus import read

# A page, the words of one cue on it, and its chain: kind and entity of each link, nearest to the page first.
CARRIED = [
    pytest.param(
        "قال نبيل الزهراني، المتحدث باسم نقابة الصيادين إن الموسم سيبدأ غدا. وأشار المتحدث باسم نقابة "
        "الصيادين إلى أن القوارب جاهزة.",
        "أشار",
        [("person", "نبيل الزهراني")],
        id="a spokesman's title again is who was named with it",
    ),
    pytest.param(
        "قال نبيل الزهراني، المتحدث باسم نقابة الصيادين إن الموسم سيبدأ غدا. وأشار المتحدث باسم نقابة "
        "المعلمين إلى أن المدارس جاهزة.",
        "أشار",
        [("organization", "نقابة المعلمين")],
        id="a spokesman of another body is not who was named before",
    ),
    pytest.param(
        "قال مندوب العراق الدائم لدى المنظمة السفير كريم الجبوري إن الاجتماع مثمر. وشدد مندوب العراق "
        "الدائم لدى المنظمة على أن التصويت غدا.",
        "شدد",
        [("person", "كريم الجبوري")],
        id="a delegate's title again is who was named with it",
    ),
    pytest.param(
        "عقب جولة في الحديقة مع الوزير المصري سامح شكري ونظيره الأردني أيمن الصفدي، قال هاكان فيدان أمس إن "
        "المحادثات مفيدة. وقال الوزير: «سنواصل العمل».",
        "قال",
        [("person", "Hakan Fidan")],
        id="the minister is who spoke, not whom he met",
    ),
    pytest.param(
        "عقب جولة في الحديقة مع الوزير المصري سامح شكري، قال رئيس الوزراء بشر الخصاونة إن المحادثات مفيدة. "
        "وقال الوزير إن التعاون مستمر.",
        "قال",
        [("person", "Sameh Shoukry")],
        id="the minister who was met, where a prime minister spoke",
    ),
    pytest.param(
        "رأى وزير الزراعة الفرنسي برنار دوبون ونظيره الإسباني خوان لوبيث أن المحصول ضعيف. وتابع وزيرا "
        "الزراعة أن الأسعار سترتفع، وأضافا أن المخزون يكفي.",
        "أضافا",
        [("person", "برنار دوبون; خوان لوبيث")],
        id="two ministers by their one title",
    ),
    pytest.param(
        "هبط سهم «مصانع الخليج» أمس. وقفز سهم «صافولا» بعد إعلان الشركة عن مصنع جديد.",
        "إعلان",
        [("organization", "صافولا")],
        id="the company whose shares were told of",
    ),
    pytest.param(
        "اختارت لجنة المسابقات الرياضية ملعبا جديدا. وتسعى اللجنة إلى جمع الناشئين فيه، داعية الأهالي إلى التبرع.",
        "داعية",
        [("official_body", "لجنة المسابقات الرياضية")],
        id="a body as the page called it in full",
    ),
    pytest.param(
        "وقال المهندس علي الراوي: «الجسر جاهز». وعلى صعيد آخر، وقعت جامعة سبأ اتفاقية مع شركة الملح. "
        "وتضمنت الاتفاقية أن تدفع الشركة رسوم التدريب.",
        "تضمنت",
        [("document", None)],
        id="a document that somebody else brought in",
    ),
    pytest.param(
        "أظهرت البيانات الصادرة من هيئة الموانئ أن السفن تأخرت. وتظهر البيانات التي أصدرها معهد الملاحة "
        "الدولي أن الشحن زاد.",
        "تظهر",
        [("document", None), ("organization", "معهد الملاحة الدولي")],
        id="a document with its own issuer",
    ),
    pytest.param(
        "تخسر إسبانيا شبابها، ولا سيما أن الجيل الجديد يرفض الغلاء ويريد أن يسافر.",
        "يريد",
        [("public", None)],
        id="a generation behind a clause of its own",
    ),
    pytest.param(
        "أعلنت تركيا أن السد جاهز. وأعادت القناة ما قاله رئيس الوزراء العراقي محمد السوداني عندما توعد بإغلاق السوق.",
        "توعد",
        [("person", "محمد السوداني")],
        id="who wrote what a clause of time goes on with",
    ),
    pytest.param(
        "ورغم الجفاف إلا أن سلمى الراوي التي باعت ماشيتها، تكشف عن خطتها للعودة، وتضيف أن جيرانها ينتظرون المطر.",
        "تضيف",
        [("person", "سلمى الراوي")],
        id="a name with a clause before its verb",
    ),
    pytest.param(
        "غير أن قوى اليسار المنضوية تحت راية العمال اعتبرت خطة الضرائب ظالمة، وطالبت بسحبها.",
        "طالبت",
        [("organization", "قوى اليسار")],
        id="forces under a banner are not who it is of",
    ),
    pytest.param(
        "وقد شاركت سلمى الناجي وسعاد الراوي في معرض الكتاب بالرياض، وقالتا إن الكتب كثيرة.",
        "قالتا",
        [("person", "سلمى الناجي; سعاد الراوي")],
        id="two who act as one",
    ),
    pytest.param(
        "وقال هاني الراوي إن السوق مزدحم. وشاطره الرأي علي الناجي وقال إن الأسعار مرتفعة.",
        "قال",
        [("person", "علي الناجي")],
        id="who agrees with the speaker",
    ),
    pytest.param(
        "بدورها زارت مساعدة المدير العام للزراعة بعسير للشؤون الفنية سلمى باعقيل، المزارعات الجدد أمس؛ "
        "معربة عن أملها في موسم جيد.",
        "معربة",
        [("person", "سلمى باعقيل")],
        id="a lady with a long title, whose verb is none of saying",
    ),
    pytest.param(
        "طرحت وزارة الصحة الكويتية مناقصة الأجهزة، فيما سيتم فتح العروض علنا أمام الموردين, مشيرة إلى أن "
        "التوريد يبدأ في مارس.",
        "مشيرة",
        [("official_body", "Kuwaiti Ministry of Health")],
        id="who acts before an aside in which nobody does",
    ),
    pytest.param(
        "وفوجئ المسافرون بإلغاء القطار الليلي، واعتبروا الأمر «فوضى كبيرة».",
        "اعتبروا",
        [("public", None)],
        id="to whom something happens",
    ),
    pytest.param(
        "أصدر اتحاد السباحة بيانا أكد فيه أن البطولة ستقام في موعدها. وفي نهاية البيان شدد سالم الهاجري "
        "أمين صندوق اتحاد السباحة على فتح المسبح، مبينا أن الماء دافئ.",
        "مبينا",
        [("person", "سالم الهاجري")],
        id="who stands behind the verb, and not the paper before it",
    ),
    pytest.param(
        "قال مسؤول إن النقابة حذرت من الغلاء، وطالبت الحكومة بوقف الضرائب، مشيرة إلى أن الرواتب لا تكفي.",
        "مشيرة",
        [("anonymous", None), ("organization", "النقابة")],
        id="who warned in a clause goes on to demand of another",
    ),
    pytest.param(
        "تسبب الخلل في حوادث كثيرة، وطالبت الوزارة بمراجعة الوكلاء.",
        "طالبت",
        [("official_body", "الوزارة")],
        id="a body behind the verb at a sentence's head demands",
    ),
    pytest.param(
        "قال المدير إن الشركة ستفتح فرعا في جدة، مشيرة إلى أن العمل بدأ.",
        "مشيرة",
        [("person", None), ("organization", "الشركة")],
        id="the company acts in what the manager told",
    ),
    pytest.param(
        "وقالت المصادر إن رئيس البلدية وبخ عضو المجلس سامي النجار معتبرا تأخره إهانة.",
        "معتبرا",
        [("anonymous", None), ("person", None)],
        id="who acts in what the sources told",
    ),
    pytest.param(
        "وقالت المصادر إن رئيس البلدية سيستقيل غدا، مشيرا إلى أن القرار نهائي.",
        "مشيرا",
        [("anonymous", None)],
        id="the outer speaker behind a comma",
    ),
    pytest.param(
        "أكدت إدارة السباحة أن المسبح جاهز. وعلى صعيد آخر، طالبت الجماهير بزيادة المقاعد، آملة في رد "
        "سريع، حيث أوضحت أن المدرجات ضيقة.",
        "أوضحت",
        [("public", None)],
        id="many with a feminine verb",
    ),
    pytest.param(
        "قال معلم العلوم وليد الشهري إن المختبر جاهز. الشهري، دعا طلاب المدارس إلى تجربة المجهر موضحا أن "
        "العدسات جديدة.",
        "موضحا",
        [("person", "وليد الشهري")],
        id="a name and a comma before the verb",
    ),
    pytest.param(
        "افتتح الوزير خالد الحداد المصنع. وقال ذلك لـ«الواحة» مدير المصنع عبده الشهري وزاد أن الإنتاج "
        "سيبدأ غدا. وتأتي زيارة الوزير خالد الحداد للمصنع بعد عام. وقال: إن العمال جاهزون.",
        "قال",
        [("outlet", "الواحة"), ("person", "عبده الشهري")],
        id="who said that to an outlet speaks on",
    ),
    pytest.param(
        "قال أحمد الجابر شيخ الصاغة إن الذهب غال. وأكد فهد الغامدي أن الفضة أغلى. وبالعودة إلى الجابر، "
        "قال إن الزبائن قلة.",
        "قال",
        [("person", "أحمد الجابر")],
        id="back to somebody who spoke before",
    ),
    pytest.param(
        "قال المدرب سامي الراوي إن الفريق تعب. وبالعودة إلى المباراة، قال إن الحكم أخطأ.",
        "قال",
        [("person", "سامي الراوي")],
        id="back to a topic: the speaker goes on",
    ),
    pytest.param(
        "قال المؤرخ سامي الراوي إن الطابع نادر. وصدر طابع عام 1980 عن الميناء، وكتب عليه «ميناء السلام "
        "القديم للتجارة العالمية».",
        "كتب",
        [],
        id="nobody has written on a stamp",
    ),
    pytest.param(
        "قال سعد الراوي إن البحيرة ممتلئة. بدوره، أوضح ماك هارغيت، أسترالي يدرس الطيور، أن المستنقع جف، "
        "مشيرا إلى أن البط رحل.",
        "مشيرا",
        [("person", "ماك هارغيت")],
        id="an unknown name with a nation behind a comma",
    ),
    pytest.param(
        "رأيت البائع المسن يغلق دكانه. سألته عن عمله؟ قال: منذ الطفولة أعمل هنا.",
        "قال",
        [("public", None)],
        id="whom the writer asked answers",
    ),
    pytest.param(
        "قال المدير فهد الناجي إن السوق مفتوح. سألته عن السعر فقال إن الأسعار ثابتة.",
        "قال",
        [("person", "فهد الناجي")],
        id="who goes on answering",
    ),
    pytest.param(
        "قال الناقد فهد الناجي إن الشعر مهم. وللتذكير فإن الشاعر سامي الراوي قد شرح موقفه عندما قال إن الرواية أولى.",
        "قال",
        [("person", "سامي الراوي")],
        id="of whom a clause of time tells behind قد",
    ),
    pytest.param(
        "قال المدير فهد الناجي إن المدرسة مفتوحة. وقالت المديرة إن الطالبات حضرن.",
        "قالت",
        [("person", None)],
        id="the headmistress is not the headmaster",
    ),
    pytest.param(
        "قالت رئيسة الجمعية سلمى الناجي إن اللقاء ناجح. وأكدت الرئيسة أن العمل مستمر.",
        "أكدت",
        [("person", "سلمى الناجي")],
        id="the headmistress again",
    ),
    pytest.param(
        "وفي نهاية اللقاء قدم مدير الجامعة سامي الراوي شكره للمشاركين، متمنيا لهم التوفيق.",
        "متمنيا",
        [("person", "سامي الراوي")],
        id="who acts behind a closed phrase in front",
    ),
    pytest.param(
        "تلقى الملك فهد اتصالا من الرئيس التركي رجب طيب أردوغان، أكد خلاله أن التعاون مستمر.",
        "أكد",
        [("person", "فهد")],
        id="who acts, and no pronoun of when",
    ),
    pytest.param(
        "فهد الناجي أحد سكان الحي أوضح أن الماء مقطوع، مطالبا الشركة بإصلاح الخط.",
        "مطالبا",
        [("person", "فهد الناجي")],
        id="a name before one of many",
    ),
    pytest.param(
        "عضو المجلس البلدي سامي الراوي الذي زار الحي، أشار إلى أن العمل متوقف، مضيفا أن المقاول غاب.",
        "مضيفا",
        [("person", "سامي الراوي")],
        id="a name with a clause at a sentence's head",
    ),
    pytest.param(
        "ودعت النقابة العمال إلى الإضراب، وطالبت الحكومة بزيادة الأجور، مؤكدة أن الحوار انتهى.",
        "مؤكدة",
        [("organization", "النقابة")],
        id="a union demands of the government",
    ),
    pytest.param(
        "حذرت الوزارة من الغلاء، وطالبت الحكومة بوقف البيع.",
        "طالبت",
        [("state", None)],
        id="one authority behind another demands itself",
    ),
    pytest.param(
        "طالب الأهالي بجسر، وطالب المجلس البلدي بميزانية.",
        "طالب",
        [("official_body", "المجلس البلدي")],
        id="a council demands where many have",
    ),
    pytest.param(
        "المدير سامي الراوي الذي زار الحي، قال المحافظ إن عمله ممتاز.",
        "قال",
        [("person", None)],
        id="who stands behind the verb and not before the comma",
    ),
    pytest.param(
        "وصل الوزير سامي الراوي إلى أبها أمس. وكان في استقباله المحافظ فهد الناجي. وقال في تصريح "
        "للصحفيين إن المشروع جاهز.",
        "قال",
        [("person", "سامي الراوي")],
        id="who arrived, past who received him",
    ),
    pytest.param(
        "اجتمع مجلس إدارة النادي برئاسة سامي الراوي أمس، وقرر إقالة المدرب، مشيرا إلى أن النتائج سيئة.",
        "مشيرا",
        [("organization", "مجلس إدارة النادي")],
        id="a council is not under whom it met",
    ),
    pytest.param(
        "ويضيف صديقه سعد الغامدي أن الطريق طويل. ويتفق معهما سالم العمري قائلا: «نحتاج جسرا».",
        "قائلا",
        [("person", "سالم العمري")],
        id="who agrees with the two",
    ),
    pytest.param(
        "قالت مصادر إن حماس رفضت العرض. وأكدت الحركة أن الخرائط ناقصة.",
        "أكدت",
        [("organization", "Hamas")],
        id="a movement by its name without the noun",
    ),
    pytest.param(
        "أعلنت أرامكو رفع الإنتاج. وقالت الشركة إن الطلب مرتفع.",
        "قالت",
        [("organization", "Saudi Aramco")],
        id="a company by its name without the noun",
    ),
    pytest.param(
        "زار وفد من أرامكو الجامعة. وأعلنت شركة النور للمقاولات مشروعا. وقالت الشركة إن المشروع كبير.",
        "قالت",
        [("organization", "شركة النور للمقاولات")],
        id="a company named with the noun, and another before it",
    ),
    pytest.param(
        "التقى مدير التعليم سامي الراوي معلمي المدارس الثانوية. وأكد المعلمون أن المنهج صعب، مطالبين بتعديله.",
        "مطالبين",
        [("public", None)],
        id="many teachers are no one head of schools",
    ),
    pytest.param(
        "هناك خبراء في السوق من بينهم سامي الراوي يتوقعون هبوط الأسعار.",
        "يتوقعون",
        [("experts", None)],
        id="many before who is among them",
    ),
    pytest.param(
        "قال سلطان الشمري إن الطريق مغلق. وأوضح محامي سلطان الشمري أن القرار صائب.",
        "أوضح",
        [("person", None)],
        id="somebody's lawyer is not he",
    ),
    pytest.param(
        "قال سلطان الشمري إن الطريق مغلق. وأوضحت زوجة الشمري أن القرار صائب.",
        "أوضحت",
        [("person", None)],
        id="somebody's wife is not he",
    ),
    pytest.param(
        "قال سلطان الشمري إن الطريق مغلق. وأوضح المدرب الشمري أن القرار صائب.",
        "أوضح",
        [("person", "سلطان الشمري")],
        id="a title before a family name is he",
    ),
    pytest.param(
        "وأوضحت خضراء المبارك أن المعرض ناجح. وقالت مديرة المركز فوزية المبارك إن الإقبال كبير.",
        "أوضحت",
        [("person", "خضراء المبارك")],
        id="another of one family is another",
    ),
    pytest.param(
        "أكدت دول مجلس التعاون الخليجي دعمها للاتفاق. ورحبت دول المجلس بالقرار.",
        "رحبت",
        [("state", "Gulf Cooperation Council")],
        id="the council's states are the council told of",
    ),
    pytest.param(
        "أكد مجلس الأمن دعمه للاتفاق. ورحبت دول المجلس بالقرار.",
        "رحبت",
        [("state", None)],
        id="another council's states are not",
    ),
    pytest.param(
        "رفض وزير المالية القبرصي سامي الراوي الخطة. وأوضحت الوزارة أن الأقساط ستؤجل.",
        "أوضحت",
        [("official_body", "Cypriot Ministry of Finance")],
        id="the ministry is that of the minister told of",
    ),
    pytest.param(
        "أكد أمين منطقة القصيم سامي الراوي أن المحال أغلقت. ونفت الأمانة وجود مخالفات.",
        "نفت",
        [("official_body", "أمانة منطقة القصيم")],
        id="the town hall is that of who heads it",
    ),
    pytest.param(
        "رفع البنك المركزي المصري سعر الفائدة. وأكد المصرف أن القرار مؤقت.",
        "أكد",
        [("official_body", "Central Bank of Egypt")],
        id="a bank by its other noun",
    ),
    pytest.param(
        "حذرت لجنة النقل، برئاسة النائب سامي الراوي، من التأخير. وتساءل رئيس اللجنة: «أين الأموال؟».",
        "تساءل",
        [("person", "سامي الراوي")],
        id="who heads a committee is under whom it met",
    ),
    pytest.param(
        "قال أربعة سائقين إن الطريق مغلق. وأضاف أحدهم، طالبا عدم ذكر اسمه، أن الشرطة غائبة.",
        "أضاف",
        [("anonymous", None)],
        id="one of them who hides his name",
    ),
]


@pytest.mark.parametrize(("text", "cue", "chain"), CARRIED)
def test_who_is_carried(text: str, cue: str, chain: list[tuple[str, str | None]]) -> None:
    told = {statement.span.start: statement for statement in read(text).marks(Statement)}
    assert [(one.kind, one.entity) for one in told[text.rindex(cue)].chain] == chain
