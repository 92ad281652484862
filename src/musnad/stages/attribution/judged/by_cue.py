"""What some cues make of their content: a likely being is possible, an estimate a finding, a topic a fact."""

from __future__ import annotations

import re

from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.cues.starts import whether
from musnad.stages.attribution.judged.future import onlooker
from musnad.stages.attribution.judged.negation import LEST
from musnad.stages.attribution.judged.status import Reading
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.text import fold
from musnad.verbs import verb

__all__ = ["TRENDS", "by_cue", "survey"]


def by_cue(scene: Scene, frame: Frame, lemma: str, found: Reading) -> str | None:
    """What some cues make of their content: a likely being is possible, an estimate a finding, a topic a fact."""
    first = scene.index(frame.content[0][0])
    first += scene.written(first) in LEST
    conditional = found.status == "conditional"
    match lemma:
        case "رجّح" if not conditional and not _forecast(scene, first):
            return "possible"
        case "وصف" | "نعت" | "شبّه":  # which of its kind it is, a fact; anything else is what its teller makes of it
            bare = re.sub("^ب?(?:ال)?", "", scene.text(first))
            return "state" if bare in _KINDS or (weighs(bare, "fact") and not weighs(bare)) else "opinion"
        case "أظهر" if survey(scene, frame) and found.status == "state" and _held(scene, frame):
            return "opinion"  # `أظهر استطلاع أن نصف السكان لا يثقون بالبلدية`
        case "قدّر" if found.status == "state" and not scene.text(first).removeprefix("ال").startswith(_WORTHS):
            return "occurred"
        case "عزا" | "أرجع" | "علّل" if found.rule in ("nominal", "deed", "opinion") or scene.text(first) == "ذلك":
            return "occurred" if _mishap(scene, frame) else "opinion"  # what somebody puts a thing down to
        case "نصّ" if found.status in ("state", "ongoing") and (does := verb(scene.text(first))):
            return "planned" if does.tense == "imperfect" and does.row.get("now") != "state" else None
        case "هتف" if found.status == "state":
            return "opinion"  # `هتفوا: «لا فساد ولا فاسدين»`
        case "افترض" if found.rule == "perfect":
            return "possible"  # `يفترض الخبير أن التلوث بدأ …`
        case "لوّح" | "خشي" | "تخوّف" | "توجّس" | "الخشية" | "التلويح" if not conditional:
            return "possible"
        case "تساءل" | "سأل":
            return None if conditional and not _yes_or_no(scene, first) else _asked(scene, frame, found)
    return None


_WORTHS = ("قيمه", "كلفه", "تكلفه", "سعر", "ثمن", "عدد", "مساحه", "حجم", "نسبه", "ثروه")


def _mishap(scene: Scene, frame: Frame) -> bool:
    """`أرجع الانقطاع إلى تعطل مضخة`: a cause that has happened, told by one who knows; not `إلى غياب الرقابة`."""
    words = range(scene.index(frame.content[0][0]), scene.index(frame.content[0][1] - 1))
    cause = next((i + 1 for i in words if scene.text(i) == "الي"), None)
    if cause is None or onlooker(scene, frame) or scene.text(cause) in OPENING:
        return False
    return (deed(scene.text(cause)) or {}).get("told") == "occurred"


def _yes_or_no(scene: Scene, first: int) -> bool:
    """`هل عاد`, `إن كان قد عاد`, `[عما] إذا عاد`: a content that yes or no answers."""
    return scene.text(first) == "اذا" or whether(scene, first)


def _asked(scene: Scene, frame: Frame, found: Reading) -> str | None:
    """A question that wants an answer leaves a thing possible, one that offers two is rhetorical, a topic is a fact."""
    first = scene.index(frame.content[0][0])
    last = scene.index(frame.content[-1][1] - 1)
    first += scene.text(first) in OPENING
    comes = verb(scene.text(first + 1))
    if scene.text(first) in _QUESTIONS and comes is not None and comes.tense == "future":
        return "possible"  # `من سيدفع الثمن؟`
    if scene.text(first) == "ا" or _yes_or_no(scene, first):
        two = any(scene.text(i) == "ام" and scene.text(i + 1) != "لا" for i in range(first, last))
        return "opinion" if two else "possible"
    asks = scene.text(first) in _QUESTIONS or scene.quoted_at(first) or scene.text(last + 1) == "؟"
    return None if asks or found.rule not in ("nominal", "deed", "perfect") else "state"


TRENDS = frozenset("ارتفاع انخفاض تراجع نمو نموا زياده هبوط تواصل استمرار تحسن صعود انكماش تباطؤ".split())


def _forecast(scene: Scene, first: int) -> bool:
    """Whether a content begins with a trend or a verb of what comes (`ارتفاع`, `أن ينتقل`), which is forecast; what is
    thought to be so (`أن يكون`) and any other noun is likely."""
    word = scene.text(first)
    found = verb(word)
    comes = found is not None and found.tense == "imperfect" and not word.endswith(("كون", "كونوا", "كونا"))
    return comes or word.removeprefix("ال") in TRENDS


_KINDS = frozenset(fold("أولي أولية نهائي نهائية مؤقت مؤقتة رسمي رسمية سري سرية طارئ طارئة محدود محدودة").split())
_QUESTIONS = frozenset("من ما ماذا كيف لماذا متي اين هل كم اي لم".split())


_TRUSTS = re.compile("[يتن]ثق(?:ون|وا)?")
_ATTITUDES = frozenset("وثق أيد عارض فضل رفض رأى اعتقد شعر رغب خشي حبذ".split())


def survey(scene: Scene, frame: Frame) -> bool:
    """`أظهر استطلاع أن …`: what people answered, and nothing hidden."""
    source = frame.opening.source
    return source is not None and scene.text(source.first).removeprefix("ال") in {"استطلاع", "استفتاء"}


def _held(scene: Scene, frame: Frame) -> bool:
    """Whether a content tells what people hold: `يثقون`, `يؤيدون`."""
    words = range(scene.index(frame.content[0][0]), scene.index(frame.content[0][1] - 1) + 1)
    return any(
        _TRUSTS.fullmatch(scene.text(i)) or ((found := verb(scene.text(i))) and found.row.get("past") in _ATTITUDES)
        for i in words
    )
