"""What stands behind a verb and is never who it is of: `تدل دلالة واضحة`, `تضيف والدموع في عينيها`, `سأل الله`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, role, without_and
from musnad.verbs import verb

__all__ = ["REPRESENTED", "circumstance", "in_front_alone", "past_adjunct", "these", "we_did_so"]

REPRESENTED = frozenset("ممثلا ممثله ممثلين متمثلا متمثله".split())  # `الوزارة ممثلة بإدارة الطوارئ أعلنت`

_INSTEAD = {"بدلا": "من", "عوضا": "عن", "فضلا": "عن", "علاوه": "علي", "زياده": "علي", "بناء": "علي", "اضافه": "الي"}
_FIRST = frozenset("دلاله الله المولي الباري العلي ربه وبشكل وبصوره هؤلاء".split())
_FIRST |= _INSTEAD.keys() | frozenset(OPENING)
_GOD = frozenset("الله المولي الباري العلي القدير عز وجل العظيم الكريم سبحانه وتعالي تعالي ربه".split())
_PRAYS = ("سأل", "دعا", "ناشد")
_HOW = frozenset("فقط سياسيا نظريا رسميا عمليا اعلاميا ضمنيا علنا ضمنا سرا مبدئيا".split())


def past_adjunct(scene: Scene, k: int, lemma: str) -> int:
    """How many words at k, right behind a verb, are neither its subject nor what it governs; 0 for none."""
    word = scene.text(k)
    if word[:3] == "وال":
        return circumstance(scene, k)
    if word[-1:] == "ا" and k in scene.forms and k not in scene.mentions:  # `يجيب مؤكدا بثقة: «…»`
        return int(all(hit.row["class"] == "participle" for hit in scene.forms[k]))
    if word not in _FIRST:
        return 0
    if word == "دلاله":  # `تدل دلالة واضحة على أن`: the verb's own noun
        return (1 + scene.written(k + 1).endswith("ة")) * (lemma == "دلّ")
    if word in _GOD:
        last = k
        while scene.text(last) in _GOD:
            last += 1
        return (last - k) * (lemma in _PRAYS)
    if word in {"وبشكل", "وبصوره"}:
        return 2
    if word == "هؤلاء":
        return int(these(scene, k))
    if word in OPENING:  # `فُسر «سياسيا» بأنه`, `وودت "فقط" أن`
        quoted = scene.quotations.get(k)
        return 3 * (quoted is not None and quoted[0].last == k + 3 and scene.text(k + 1) in _HOW)
    instead = scene.text(k + 1) == _INSTEAD[word] and scene.text(k + 2) in {"ذلك", "هذا"}
    return 3 * instead


def these(scene: Scene, k: int) -> bool:
    """`وأكد هؤلاء أن`, `ورأى هؤلاء: «…»`: those who were told of before, and nothing more of them."""
    return scene.text(k) == "هؤلاء" and (is_that(scene, k + 1) or scene.text(k + 1) == ":")


def we_did_so(scene: Scene, i: int) -> bool:
    """`لأننا أبلغنا الجنود`, `كنا أبلغنا المدير`: a verb in نا behind us is ours, and who stands behind it was told."""
    return scene.text(i).endswith("نا") and scene.text(i - 1).endswith(("ننا", "كنا", "نحن", "لقد"))


def circumstance(scene: Scene, k: int) -> int:
    """`والدموع في عينيها`, `والابتسامة على وجهه`, `وهو يبتسم`: how many words at k
    tell how somebody looks; 0 for none."""
    if scene.text(k) in _AND_HE:
        return _meanwhile(scene, k)
    if scene.text(k)[:3] != "وال" or scene.text(k + 1) not in {"في", "علي", "بين", "تملا", "تغرق", "تغمر"}:
        return 0
    owned = scene.written(k + 2).endswith(("ه", "ها", "هم"))
    return 3 * (owned and k not in scene.mentions and not scene.heads.get(k))


def _meanwhile(scene: Scene, k: int) -> int:
    """`(قال المدير) وهو يمسح دموعه (إن)`: what somebody does while he speaks, up to what he says; 0 for none."""
    doing = verb(scene.text(k + 1))
    if doing is None or doing.tense != "imperfect" or doing.alike or k + 1 in scene.forms:
        return 0
    for j in range(k + 2, min(k + _DOING, scene.sentence_end(k))):
        if is_that(scene, j) or scene.text(j) in COMMAS or scene.text(j) == ":" or j in scene.quotations:
            return j - k
        if finite(scene, j) or j in scene.forms or role(scene.text(j)) == "relative":
            return 0
    return 0


_AND_HE = frozenset("وهو وهي وهم".split())
_DOING = 9  # words of such a clause


def in_front_alone(scene: Scene, edge: int) -> bool:
    """`ومع تقدم حزب الفجر [دعا رئيس البلدية السكان إلى]`: whether the phrase at `edge` is of the occasion that
    a sentence begins with, and no subject; not `وفي بيان حزب الفجر دعا`."""
    lo, before = scene.sentence_start(edge), scene.text(edge - 1)
    led = role(without_and(scene.text(lo))) in ("preposition", "during", "place") or scene.text(lo) in _OCCASIONS
    if not led or edge - 1 <= lo or edge - lo > _FRONT or edge - 1 in scene.media or edge - 1 in scene.mentions:
        return False
    bound = before.isalpha() and before[:2] != "ال" and not is_that(scene, edge - 1)
    return bound and not any(_ends_front(scene, j) for j in range(lo + 1, edge))


def _ends_front(scene: Scene, j: int) -> bool:
    """A comma, a verb, a relative, or a noun of his own (`خلال لقائه`), with which he goes on who spoke before."""
    owned = scene.written(j).endswith(("ه", "ها", "هم")) and len(scene.text(j)) > 3
    return scene.text(j) in COMMAS or owned or role(scene.text(j)) == "relative" or finite(scene, j)


_OCCASIONS = frozenset("بمناسبه وبمناسبه ردا وردا تعليقا وتعليقا".split())
_FRONT = 16  # words of such an occasion
