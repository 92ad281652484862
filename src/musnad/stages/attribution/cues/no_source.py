"""Where a preposition of attribution names nobody who tells: `وفقا للقانون`, `المعدل وفقا للتضخم`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.cues.anybody import kind_of_view
from musnad.stages.attribution.cues.occasions import REPLIES
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    given,
    without_and,
)

__all__ = ["WORDS", "answered", "is_told", "names_teller", "own_word", "reads", "tells_nothing"]


def tells_nothing(scene: Scene, i: int) -> bool:
    """`المؤشر المعدل وفقا لبيانات التضخم`: how it is reckoned; `جاء ذلك على لسان الوزير`: what was told before."""
    before = without_and(scene.text(i - 1))
    told = before == "ذلك" and without_and(scene.text(i - 2)) in {"جاء", "ورد", "ياتي"}
    return told or before in _RECKONED


_RECKONED = frozenset("المعد المعده المعدل المعدله المحسوب المحسوبه المحتسب المحتسبه المقاس المقاسه".split())


def reads(scene: Scene, i: int, lo: int) -> bool:
    """`بدأنا في قراءة «الرواية»`, but `وفي قراءة الخبير، فإن`."""
    return scene.text(i + 1) == "قراءه" and scene.text(i)[-2:] == "في" and i > lo and scene.text(i - 1) not in COMMAS


def answered(scene: Scene, i: int) -> bool:
    """`ردت فيه على ما نشرته الصحيفة`, `تعقيبا على ما نُشر`: what was answered; `، على ما نقلته الصحيفة،` tells."""
    owned = scene.text(i + 2).endswith(("ه", "ها")) and scene.text(i - 1) not in COMMAS
    replies = owned or without_and(scene.text(i - 1)) in REPLIES
    return scene.text(i) == "علي" and scene.text(i + 1) == "ما" and replies and i > scene.sentence_start(i)


def own_word(scene: Scene, k: int) -> bool:
    """`على حد قوله`, `وفق روايتها`: a noun of saying with its speaker's pronoun."""
    nouns = (hit for hit in scene.forms.get(k, ()) if hit.row["class"] == "noun" and hit.end < scene.tokens[k].end)
    whose = scene.text(k).lstrip("ل").endswith(("ه", "ها", "هم"))
    return whose and (any(hit.row["lemma"] in WORDS for hit in nouns) or scene.text(k) in _SAYINGS)


_SAYINGS = frozenset("تعبيره تعبيرها تعبيرهم روايته روايتها روايتهم".split())

WORDS = frozenset("الوصف القول التعبير الرأي الزعم التأكيد التقدير الرواية".split())

# What stands before a document's noun: `أحدث الأرقام`, `آخر تقرير`.
_LATEST = frozenset("اخر احدث اول مختلف".split())


def names_teller(scene: Scene, source: Place) -> bool:
    """Whether a phrase names who or what tells; not `حسب مراكزهم`, `وفق منظومة موحدة`, `وفقا للتنظيم التالي:`."""
    if scene.text(source.last - 1) in {"التالي", "التاليه", "الاتي", "الاتيه"} or kind_of_view(scene, source):
        return False
    first = source.first + (without_and(scene.text(source.first)) in _LATEST)
    if scene.is_name(first) or first in scene.mentions or first in scene.anaphors or given(scene.text(first)):
        return True
    found = head(scene, Place(first, source.last))
    if found is None:
        return any(j in scene.mentions and scene.mentions[j][1].type == "PER" for j in range(first, source.last))
    if (
        scene.text(first).endswith("معلومات")
        and scene.text(first + 1).endswith(("ه", "ها", "هم"))
        and deed_at(scene, first + 1)
    ):
        return False  # `تعرض الإعلانات وفقا لمعلومات استخدامه`
    owned = found.end < scene.tokens[scene.index(found.start)].end
    return not (owned and found.row["class"] in ("body", "organization", "state"))


def is_told(scene: Scene, k: int, hit: Hit) -> bool:
    """`على ما سيطرحه الحضور`: nobody has told it yet; `وفق ما يحدده المجلس`, `حسب ما تراه الجهات`: it is laid down."""
    rules = ("حدّد", "قرّر", "أقرّ", "رأى") if scene.text(k + 1) in _RULERS else ("حدّد", "قرّر", "أقرّ")
    laid_down = hit.row["class"] == "imperfect" and hit.row["lemma"] in rules
    return hit.start == scene.tokens[k].start and not laid_down


_RULERS = frozenset("الجهات الجهه السلطات السلطه اللجنه المجلس الاداره الوزاره الوزير".split())
