"""Who acts in a clause: the first phrase of it that can."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, role, without_and
from musnad.stages.attribution.speakers.told_through import told_to
from musnad.stages.attribution.transmitters.agreement import own_medium

__all__ = [
    "actor_before_noun",
    "doer",
    "hurried",
    "hurried_to",
    "hurrier",
    "keen",
    "of_what_is_shown",
    "turned_to_say",
    "without_sent",
]


def turned_to_say(scene: Scene, i: int, lo: int, hit: Hit) -> tuple[Place | None, int] | None:
    """`ثم عاد ليؤكد أن`, `خرجت السفارة لتوضح أن`: who stands behind the verb of turning, and where that verb is,
    before a ل that only leads to what is said; so `ذهب الكاتب أبعد من ذلك حين قال إن`."""
    if (further := _further(scene, i, lo)) is not None:
        return further
    if scene.text(i)[:1] != "ل" or hit.start != scene.tokens[i].start + 1 or hit.row["class"] != "imperfect":
        return None
    near = range(i - 1, max(lo, i - _FAR) - 1, -1)
    at = next((j for j in near if without_and(scene.text(j)) in _TURNS), None)
    if at is None or (i - at > _NEAR and any(finite(scene, j) for j in range(at + 1, i))):
        return _topic_since(scene, i, lo)
    end = noun_phrase(scene, at + 1, i)
    return (Place(at + 1, end) if end > at + 1 and can_speak(scene, at + 1, end) else None), at


def _further(scene: Scene, i: int, lo: int) -> tuple[Place, int] | None:
    """`فيما ذهب الكاتب سامر الحلو [إلى] أبعد من ذلك حين قال`: who goes further than another, and the verb that he does
    it with."""
    if scene.text(i - 1) not in _SAYING_SO or scene.text(i - 2) not in {"ذلك", "هذا"} or scene.text(i - 3) != "من":
        return None
    stop = i - 4 - (scene.text(i - 5) == "الي")
    at = next((j for j in range(stop - 1, max(lo, stop - _NEAR) - 1, -1) if without_and(scene.text(j)) in _GOES), None)
    whole = scene.text(i - 4) == "ابعد" and at is not None and noun_phrase(scene, at + 1, stop) == stop
    return (Place(at + 1, stop), at) if whole and at is not None and can_speak(scene, at + 1, stop) else None


_SAYING_SO = frozenset("حين عندما حينما اذ حيث".split())
_GOES = frozenset("ذهب ذهبت يذهب تذهب مضي مضت".split())


def _topic_since(scene: Scene, i: int, lo: int) -> tuple[Place, int] | None:
    """`ووزارة الزراعة إذ تعلن هذا لتؤكد أن`: who heads the sentence before إذ and its clause."""
    since = next((j for j in range(lo + 1, i) if scene.text(j) == "اذ"), None)
    if since is None or i - since > _NEAR or role(scene.text(lo)) or scene.text(since + 1)[:1] not in ("ي", "ت"):
        return None
    end = since - (scene.text(since - 1) in COMMAS)
    whole = end > lo and noun_phrase(scene, lo, end, hung=True) == end and can_speak(scene, lo, end)
    return (Place(lo, end), lo) if whole else None


_NEAR = 9  # words between the two verbs
_FAR = 20  # of them, where no other verb stands there: `خرج الوزير، سليم الراوي، عن صمته مساء أمس ليؤكد أن`
_TURNS = frozenset(
    "عاد عادت عادوا يعود تعود خرج خرجت خرجوا انبري انبرت سارع سارعت تدخل تدخلت رجع رجعت وصل وصلت "
    "توجه توجهت ظهر ظهرت اتصل اتصلت".split()
)


def doer(scene: Scene, lo: int, at: int) -> Place | None:
    """The first phrase of a clause that can act or speak: the subject of its verb."""
    turn = next((k + 1 for k in range(at - 1, lo, -1) if scene.text(k) in _TURNED), lo)
    for i in range(turn, at):
        known = i in scene.mentions and scene.mentions[i][1].type in ("PER", "ORG", "GPE")
        if (i in scene.heads or known) and role(scene.text(i - 1)) not in ("preposition", "place"):
            first = i - (i > turn and scene.text(i - 1).isdigit() and scene.written(i).endswith("ا"))  # `80 مقاتلا`
            end = noun_phrase(scene, first, at)
            if end > first:
                return without_sent(scene, Place(first, end))
    return None


_TURNED = frozenset("لكن ولكن فيما بينما غير الا".split())


def without_sent(scene: Scene, place: Place) -> Place:
    """`(وجه) الوزير [كلمة للموظفين]`, `(أرسل) المدرب [رسالة شكر]`: what somebody sends or gives is no part of him."""
    return Place(
        place.first, next((j for j in range(place.first + 1, place.last) if scene.text(j) in _SENT), place.last)
    )


_SENT = frozenset("كلمه رساله خطابا بيانا برقيه نداء تحيه سؤالا".split())


def actor_before_noun(scene: Scene, lo: int, i: int) -> Place | None:
    """`وختم المدرب حديثه بالقول إن`: who acts in the noun's own clause; behind a comma it is only carried.

    But `وعبر أحد الفائزين عن فرحته، بقوله`: the noun is of the verb that its sentence begins with.
    """
    found = doer(scene, _last_clause(scene, lo, i), i)
    sent = found is not None and found.first > lo + 1 and scene.text(found.first) in _SENT
    if found is None or sent or own_medium(scene, found) or _a_thing(scene, found):
        return None  # `وجه الراوي رسالة شكر بقوله: …`
    commas = [j for j in range(found.last, i) if scene.text(j) in COMMAS]
    voiced = found.first == lo + 1 and without_and(scene.text(lo)) in _VOICES and commas == [i - 1]
    return found if not commas or voiced else None


def _last_clause(scene: Scene, lo: int, i: int) -> int:
    """`ظهرت صور المهاجرين، وقد لخصت الوزيرة الأزمة بقولها`, `وردا على سؤال، اكتفت المتحدثة بالقول`: where the
    noun's own clause begins."""
    own = (k for k in range(i - 2, lo, -1) if scene.text(k - 1) in COMMAS and _anew(scene, k))
    return next(own, lo)


def _anew(scene: Scene, k: int) -> bool:
    return scene.text(k) in {"وقد", "فقد"} or any(hit.row["lemma"] == "اكتفى" for hit in scene.forms.get(k, ()))


def _a_thing(scene: Scene, found: Place) -> bool:
    """`انتقد القرار بقوله`, `معرجا بقوله`: a paper, a participle; who says it was told before."""
    word = head(scene, found)
    as_he_does = word is None and found.first not in scene.mentions and scene.written(found.first)[-1:] in "اًٍ"
    return as_he_does or (word is not None and word.row["kind"] == "document")


_VOICES = frozenset("عبر عبرت علق علقت رد ردت اجاب اجابت عقب عقبت تحدث تحدثت وصف وصفت لخص لخصت اختتم اختتمت".split())


def of_what_is_shown(scene: Scene, i: int, lo: int) -> bool:
    """`نشر ناشطون صورا قالوا إنها لدبابات`: whoever shows a thing says what it is."""
    told = (scene.text(i + 1) in _IT_IS or scene.text(i + 1) == "ان") and scene.text(i)[:1] not in "وف"
    shown = scene.text(i - 1).isalpha() and not scene.text(i - 1).startswith("ال") and not role(scene.text(i - 1))
    if not (told and shown):
        return False
    near = range(max(lo, i - 7), i - 1)
    made = any(without_and(scene.text(j)) in _MAKES for j in near if j < i - 2)  # `تطور نظارات تقول إنها خفيفة`
    shows = any(without_and(scene.text(j)) in _SHOWS for j in range(lo, min(lo + 3, i)))
    return made or (shows and scene.text(i + 1) != "ان")


_MAKES = frozenset("طور طورت تطور يطور تطوير صمم صممت صنع صنعت انتج انتجت تنتج عاقب عاقبت اضافه عقوباتها".split())
_IT_IS = frozenset("انه انها انهما انهم".split())
_SHOWS = frozenset(
    "نشر نشرت نشروا بث بثت بثوا تداول تداولت تداولوا عرض عرضت عرضوا وزع وزعت وزعوا اظهر اظهرت سرب سربت اذاع اذاعت "
    "رفع رفعت ضبط ضبطت ضبطوا ينشر تنشر يبث تبث يتداول تتداول يعرض تعرض ابرز ابرزت قدم قدمت كشف كشفت".split()
)
_HURRIES = frozenset("سارع سارعت سارعوا سارعتا يسارع تسارع بادر بادرت بادروا عمد عمدت لجا لجات عاد عادت اضطر".split())
_MERELY = frozenset("اكتفي اكتفت اكتفوا يكتفي تكتفي".split())
_KEEN = frozenset("حرص حرصت يحرص تحرص حرصوا يتردد تتردد اختار اختارت اثر اثرت فضل فضلت يفت تفت ينس تنس".split())


def hurried(scene: Scene, lo: int, i: int) -> bool:
    """`سارعت الإدارة إلى نفي الخبر`, `حرص الوزير على التأكيد أن`, `لم تتردد النائبة في القول إن`, `آثر الحارس القول
    إن`: who hurries to deny denies."""
    before = scene.text(i - 1)
    near = range(max(lo, i - 6), i - 1)
    if scene.text(i).startswith("بال") and any(without_and(scene.text(j)) in _MERELY for j in near):
        return True  # `أما الشركة فاكتفت مصادرها بالقول إن`
    if before not in {"الي", "علي", "في"}:
        return scene.text(i).startswith("ال") and any(without_and(scene.text(j)) in _KEEN for j in near)
    reach = 20 if scene.text(i - 2) in COMMAS else 8  # `سارع مسؤول، في حديث لصحيفة X، إلى نفي الخبر`
    words = _HURRIES if before == "الي" else _KEEN
    return any(without_and(scene.text(j)) in words for j in range(max(lo, i - reach), i - 1))


def hurrier(scene: Scene, lo: int, i: int) -> Place | None:
    """`وضعت العاصمتان الملفات على الطاولة، حرص الوزيران على تأكيد أن`: who stands right behind the verb of will."""
    words = _KEEN | _HURRIES | _MERELY
    at = next((j for j in range(i - 2, max(lo, i - 9) - 1, -1) if without_and(scene.text(j)) in words), None)
    end = noun_phrase(scene, at + 1, i) if at is not None else 0
    beside = at is not None and end > at + 1 and can_speak(scene, at + 1, end)
    return Place(at + 1, end) if beside and at is not None else doer(scene, lo, i)


def hurried_to(scene: Scene, lo: int, i: int) -> tuple[Place, ...]:
    """`سارع الوزير، في حديث لصحيفة X، إلى نفي النبأ`: the outlet that stands between who hurries and the noun."""
    source = hurrier(scene, lo, i)
    there = told_to(scene, source.last + 1, i) if source is not None else None
    return (there,) if there is not None else ()


def keen(scene: Scene, i: int, lo: int) -> Place | None:
    """`حرص الوزير على أن يؤكد أن`, `لم يفت النائب أن يذكّر ب`, `اختارت النقابة أن تنبه إلى`: who stands between a verb
    of will and the clause, at token i, in which he says something."""
    if scene.text(i - 1) != "ان":
        return None
    stop = i - 1 - (scene.text(i - 2) in {"علي", "في"})
    at = next((j for j in range(stop - 1, max(lo, stop - 9) - 1, -1) if without_and(scene.text(j)) in _KEEN), None)
    if at is None or at + 1 >= stop:
        return None
    end = noun_phrase(scene, at + 1, stop)
    return Place(at + 1, stop) if end == stop and can_speak(scene, at + 1, stop) else None
