"""What an indefinite noun at a phrase's head does not own: what stands behind it is another phrase."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.heads import many_so
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import role
from musnad.verbs import verb

__all__ = ["indefinite", "owns_nothing", "somebody_described"]


_WHOLE = ("ون", "ين", "ان")  # a plural or dual with its ن is of nobody: what follows agrees, or is another phrase
_BROKEN = frozenset("روس عرب اتراك اكراد يهود كبار جدد كثر بارزون شبان عجم الان المان يونان".split())


_SINGLE = frozenset({"سكان", "ديوان", "برلمان", "سلطان"})


def owns_nothing(scene: Scene, i: int) -> bool:
    """`انتقد آخرون جهل الفتيات`: behind a whole plural a noun is no part of the phrase; nor behind `استطلعت آراءهم`."""
    before = scene.text(i - 1)
    if before in {"اراءهم", "اراؤهم", "اراوهم"}:
        return True
    word = scene.text(i)
    if not before.endswith(_WHOLE) or before.startswith("ال") or len(before) < 5 or before in _SINGLE:
        return False
    several = any(hit.row["number"] in ("many", "two") for hit in scene.heads.get(i - 1, ()))
    if not (several or many_so(before) or scene.nations.get(i - 1)):
        return False  # `دعا مسؤولان تركيان السكان`
    called = i in scene.mentions and scene.mentions[i][1].type == "PER"  # not `ناشطون الائتلاف الوطني`
    agrees = word.endswith((*_WHOLE, "ي", "يه", "ه", "ات")) or called or bool(scene.heads.get(i))
    agrees = agrees or bool(scene.nations.get(i)) or word in _BROKEN
    found = verb(word)
    agrees = agrees or (found is not None and not found.alike)  # `اقتصاديين استطلعت آراؤهم`
    bodies = ("organization", "official_body", "state", "document")
    named = i in scene.mentions and not called
    agrees = agrees and not (named or any(hit.row["kind"] in bodies for hit in scene.heads.get(i, ())))
    agrees = agrees and not word.startswith("ال")  # `حمّل ناشطون الشركة`
    return not agrees


def _nisba(scene: Scene, j: int) -> bool:
    """Whether token j is an adjective in ـية, ـيون, ـيين without its article, and no name."""
    text = scene.text(j)
    if not text.endswith(("يه", "يون", "يين")) or text.startswith("ال") or j in scene.mentions:
        return False
    return not any(hit.row["number"] == "one" for hit in scene.heads.get(j, ()))


# `انكماش`, `ارتفاع`, `تفكيك`, `استبعاد`: the shapes of verbal nouns.
_OF_DEEDS = re.compile(r"ان\w{2}ا\w|ا\wت\wا\w|است\w{2,3}ا?\w|ت\w{2}ي\w")


def indefinite(scene: Scene, first: int, i: int) -> bool:
    """`عزا محلل مالي التراجع إلى`: behind a person's indefinite noun and its adjective nothing definite belongs.

    Nor does a deed behind two adjectives: `أدانت منظمات حقوقية دولية تجاهل الحكومة`.
    """
    what = scene.text(i)
    keeping = what[:1] == "م" and what[-1:] == "ه" and scene.text(i + 1)[:1] == "ل"  # `مصادر أمنية متابعة للتحضيرات`
    news = (
        deed(what) is not None
        or _OF_TOGETHER.fullmatch(what) is not None
        or (what in _NEWS and scene.text(i + 1)[:1].isalpha())
    )
    described = news and not (what.startswith("ال") or keeping)
    if described and (
        somebody_described(scene, first, i) or _somebody_bare(scene, first, i) or _paper(scene, first, i)
    ):
        return True  # `نفى مصدر حكومي تأجيل الانتخابات`
    word = scene.text(i - 1)
    if (
        i > first + 1
        and not keeping
        and _nisba(scene, i - 1)
        and (deed(scene.text(i)) is not None or _OF_DEEDS.fullmatch(scene.text(i)))
    ):
        several = any(hit.row["number"] == "many" for j in (first, first + 1) for hit in scene.heads.get(j, ()))
        if (several or _nisba(scene, i - 2)) and not scene.written(i).startswith("ال"):
            return True  # `أكدت بيانات كورية انكماش القطاع`
    described = i == first + 2 and word.endswith(("ي", "يه")) and not (word.startswith("ال") or role(word))
    if not described or not scene.text(i).startswith("ال") or i - 1 in scene.mentions:
        return False
    if any(hit.row["class"] in ("body", "organization", "state") for hit in scene.heads.get(i - 1, ())):
        return False  # `عضو نادي الساحل`
    whose = [hit.row for hit in scene.heads.get(first, ()) if hit.start == scene.tokens[first].start]
    many = any(row["number"] == "many" for row in whose) and word.endswith("يه")  # `تتهم منظمات محلية الجيش ب`
    return many or any(row["class"] in ("experts", "unnamed") or row["kind"] == "anonymous" for row in whose)


_NEWS = frozenset("نبا خبر صحه وقوع".split())  # `أكد مصدر أمني نبأ القبض على`


def somebody_described(scene: Scene, first: int, i: int) -> bool:
    """Whether tokens [first, i) are a word for somebody and its indefinite adjectives: `مصدر أمني رفيع`."""
    whose = [hit.row for hit in scene.heads.get(first, ()) if hit.start == scene.tokens[first].start]
    if not whose:
        return False
    somebody = any(row["class"] in ("experts", "unnamed", "person", "public") for row in whose)
    one = any(row["number"] == "one" for row in whose) and not scene.text(first).endswith("ه")
    if one and any(scene.text(j).endswith("ه") for j in range(first + 1, i)):
        return False  # `قائد عملية استعادة القاعدة`
    return somebody and i > first + 1 and all(_adjective(scene, j) for j in range(first + 1, i))


def _somebody_bare(scene: Scene, first: int, i: int) -> bool:
    """`نفى سائق توقف الحركة`, `أكد شهود سماع الدوي`: a word for somebody who owns no deed, before a deed; so too
    behind a field, `توقع خبراء طقس استمرار موجة الحر`."""
    field = scene.text(first + 1)
    if i == first + 2 and scene.text(first) in _VERSED and field.isalpha() and not field.startswith("ال"):
        return deed(field) is None and not role(field) and first + 1 not in scene.mentions
    owned = scene.text(i + 1).startswith("ال") or i + 1 in scene.mentions
    return i == first + 1 and scene.text(first) in _OF_NOTHING and owned


def _paper(scene: Scene, first: int, i: int) -> bool:
    """`كشفت دراسة حديثة ارتفاع النسبة`, `أكدت تقارير صحفية عودة اللاعب`, `أظهر تقرير وجود خلل`: a paper that owns no
    deed, with its indefinite adjectives, before one."""
    kinds = {
        hit.row["class"]: hit.row["number"]
        for hit in scene.heads.get(first, ())
        if hit.start == scene.tokens[first].start
    }
    number = kinds.get("document") or kinds.get("reports")
    if number is None:
        return False
    if i == first + 1:
        return scene.text(i) in _BEING and scene.text(first) not in {"انباء", "معلومات"}
    she = number == "many" or scene.text(first).endswith("ه")
    return i > first and all(_of_paper(scene, j, she=she) for j in range(first + 1, i))


def _of_paper(scene: Scene, j: int, *, she: bool) -> bool:
    word = scene.text(j)
    fits = word.endswith("ه") if she else word.endswith("ي") or word in _PLAIN | _NEW
    closed = role(word) not in ("", "of media")
    return fits and word.isalpha() and not (word.startswith("ال") or closed or deed(word) or j in scene.mentions)


_NEW = frozenset("حديث جديد مشترك مستقل مسرب مفصل مطول موسع اخير عاجل".split())
_BEING = frozenset("وجود عدم وقوع حدوث".split())
_VERSED = frozenset("خبراء خبير محللو محلل شهود شاهد علماء عالم اطباء طبيب".split())
_OF_NOTHING = frozenset(
    "شهود شاهد نشطاء ناشط ناشطه مواطن مواطنه سائق نواب وزراء ناخب متظاهر جندي قضاه محام طبيب طبيبه اطباء فتاه علماء "
    "معلم معلمه صحفي صحافي صحفيه صحافيه خبراء خبير محلل محللون طلاب اخر اخرون".split()
)

_OF_TOGETHER = re.compile(r"ت\wا[^ئيه]\w")  # `تناثر`, `تكاثر`


def _adjective(scene: Scene, j: int) -> bool:
    word, people = scene.text(j), ("experts", "person", "public", "unnamed")
    noun = any(hit.row["class"] not in people for hit in scene.heads.get(j, ()))
    plain = word in _PLAIN or (word.endswith(("ي", "يه", "يون", "يين", "يان")) and not noun)
    return plain and not word.startswith("ال") and j not in scene.mentions and (word in _PLAIN or not role(word))


_PLAIN = frozenset(
    stem + end
    for stem in "مطلع رفيع بارز كبير مسؤول موثوق خاص سابق مختص محايد امني اخر ماذون متعدد متابع متقاعد معارض".split()
    for end in ("", "ه", "ين", "ون")
)
