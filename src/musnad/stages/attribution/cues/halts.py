"""What ends the walk from a cue to its content: a mark, another cue, another clause's verb."""

from __future__ import annotations

from musnad.stages.attribution.contents.glosses import prays
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.modifiers import so_that
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs, governs
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, next_comma, role, with_ba, withheld
from musnad.stages.attribution.speakers.carriers import ROWS
from musnad.verbs import verb

__all__ = ["another_cue", "next_clause", "stops", "strays", "told_on"]

# Conjunctions that open an aside before the content: `قال عندما سمع بالقرار: …`.
_MEANWHILE = frozenset("كما وقت ما عندما حين حينما حيث لما".split())


def stops(scene: Scene, k: int) -> bool:
    """Whether a sentence's mark or another clause's conjunction stands at k; not the point of `م. نادر`."""
    text = scene.text(k)
    marks = text in {";", "؛", ".", "!", "؟"} and not (text == "." and len(scene.text(k - 1)) == 1)
    marks = marks and not (text in {";", "؛"} and is_that(scene, k + 1))  # `أوضح مدير الهيئة سامي الراوي؛ أن`
    return marks or (role(text) == "conjunction" and text not in _MEANWHILE) or so_that(scene, k) or prays(scene, k)


def another_cue(scene: Scene, k: int, start: int) -> bool:
    """Another cue at the head of a clause; one inside a relative clause (`سؤال وجهه إليه X`) is passed."""
    before = scene.text(k - 1)
    for hit in scene.forms.get(k, ()):
        way = hit.row["class"]
        joined = hit.start > scene.tokens[k].start
        if joined and hit.row["lemma"] == "الحجة":
            return True  # `رفض العرض، وحجته في ذلك أن السعر قليل`
        if way == "participle" and before in COMMAS and k > start and is_that(scene, k + 1):
            return True  # `مقطع يظهر آلية، مؤكدة أن`
        tied = joined and way == "perfect"
        sure = not hit.row.get("risk") or (tied and before in COMMAS and not withheld(scene, k))
        sure = sure or (tied and k > start and _writes_on(scene, k))
        if hit.row["lemma"] == "وصف" and way in ("perfect", "imperfect") and k > start:
            return True  # `طرحت مبادرة وصفها الوزير بأنها`
        if not sure or way == "noun" or hit.end < scene.tokens[k].end:
            continue
        if way in ("perfect", "imperfect") and k > start and _by_another(scene, k):
            return True
        if way in ("perfect", "imperfect") and k > start and _opens_clause(scene, k):
            if role(before) == "relative" and scene.text(k - 2) in COMMAS:  # `تتفق معه الباحثة، التي تحذر من أن`
                return not is_that(scene, next_comma(scene, k, len(scene.tokens)) + 1)
            told_of = role(before) == "relative" or k - 1 in scene.media  # `في تصريحات يرجح أن تغضب الجيران، إن`
            return not told_of  # but `نشرت توضيحا قالت فيه إن`
        if k == start:  # `صرح بذلك منوها بالجهود`, but `أضاف معقبا على ذلك أن`
            own = governs(ROWS[hit.row["lemma"]]).prepositions if hit.row["lemma"] in ROWS else frozenset()
            opens = PREPOSITIONS.get(scene.text(k + 1)) in own or ("ب" in own and with_ba(scene, k + 1))
            return way == "participle" and opens
        if way == "participle" or joined or before in COMMAS or role(before) == "conjunction":
            return True
    return False


def _writes_on(scene: Scene, k: int) -> bool:
    """`نشر صورة وكتب: «…»`, `نشرت صورة وكتبت فوقها: «…»`: the verb at k opens what is quoted."""
    on_it = scene.text(k + 1).endswith(("ه", "ها")) and role(scene.text(k + 1)) != ""
    return scene.text(k + 1 + (on_it or scene.text(k + 1) in _ON_IT)) == ":"


_ON_IT = frozenset("فوقها فوقه عليها عليه تحتها تحته معها معه بجانبها اسفلها".split())


def _opens_clause(scene: Scene, k: int) -> bool:
    """Whether a verb at k has its content clause right behind it: `قالت فيه إن`, `خلص إلى أن`."""
    word = scene.text(k + 1)
    return is_that(scene, k + 1 + (word in {"فيه", "فيها"} or word in PREPOSITIONS))


def _by_another(scene: Scene, k: int) -> bool:
    """`نشرت الصحيفة مقالا قال فيه الكاتب سامر نجم إن`: whether in what was issued another speaks, behind `فيه`."""
    ahead = k + 2
    return scene.text(k + 1) in {"فيه", "فيها"} and starts_phrase(scene, ahead) and can_speak(scene, ahead, ahead + 1)


def strays(scene: Scene, k: int, takes: Governs) -> bool:
    """`شهدت الندوة نقاشا بعد أن عرض …`: what does not also quote is not carried over another clause's verb."""
    if "quote" in takes.alone or role(scene.text(k - 1)) in ("relative", "negation"):
        return False
    if scene.text(k) == "وقد":
        return True  # `أقرت الهيئة تسويق الدواء، وقد كان البدء بتسويقه`
    return finite(scene, k) and not withheld(scene, k) and deed_at(scene, k) is None


def told_on(scene: Scene, k: int) -> bool:
    """`أعلن في المنارة …، وأغلب من عرفه …`: behind a comma and و stands nothing that a verb without a subject says."""
    if scene.text(k - 1) not in COMMAS or scene.text(k)[:1] != "و" or role(scene.text(k)) not in ("", "quantifier"):
        return False
    return not is_that(scene, next_comma(scene, k, min(k + 14, len(scene.tokens))) + 1)


def next_clause(scene: Scene, k: int) -> bool:
    """`، وتعرض اللاعب للإصابة`: a verb joined to what stands before a comma; nothing was said before it."""
    word = scene.text(k)
    if scene.text(k - 1) not in COMMAS or word[:1] != "و" or k in scene.mentions or scene.heads.get(k):
        return False
    comma = next_comma(scene, k, min(k + 14, len(scene.tokens)))
    if is_that(scene, comma + 1) or scene.text(comma + 1) in PREPOSITIONS:
        return False  # `، واطلعت عليها الصحيفة، أن`: an aside
    found = verb(word)
    return found is not None and not found.alike and found.tense != "future" and not withheld(scene, k)
