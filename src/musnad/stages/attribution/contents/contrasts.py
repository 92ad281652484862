"""Where a turn (`لكن`, `فيما`, `إلا أن`) sets another's word against what was told: the page speaks again."""

from __future__ import annotations

from musnad.stages.attribution.cues.occasions import REPLIES
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, without_and

__all__ = ["CONTRASTS", "GO_ROUND", "denies_it", "outlet_again", "replied", "set_against"]

CONTRASTS = frozenset("بينما فيما لكن ولكن".split())
GO_ROUND = ("قيل", "روى", "حكى", "أشاع", "تردّد", "نقل", "ذكر", "علم")  # `، ويُشاع بينهم أن`, `، ونُقل عنه قوله إن`
_ALL_THAT = frozenset("ذلك الخبر الامر الانباء المعلومات النبا الروايه".split())


def denies_it(scene: Scene, opening: Opening) -> bool:
    """`ذكر الموقع أن …، لكن مسؤولا نفى ذلك`: what is denied is all that was told before."""
    it = scene.index(opening.begins) if opening.begins is not None else len(scene.tokens)
    return opening.row["stance"] == "denies" and scene.text(it) in _ALL_THAT


def outlet_again(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`نقلت الوكالة عن مصدر أن …، في حين توقعت الوكالة أن`: the outlet speaks again, and no more for its source."""
    source = opening.source
    if source is None or scene.text(opening.edge - 1) not in CONTRASTS | {"حين"}:
        return False
    words = scene.text(source.first).startswith("ال") and source.last == source.first + 1
    theirs = (scene.heads.get(place.first, ()) for place in (source, main.source) if place is not None)
    kinds = [any(hit.row["kind"] in ("outlet", "agency") for hit in hits) for hits in theirs]
    return words and kinds == [True, True]


def set_against(scene: Scene, main: Opening) -> bool:
    """`وبينما أكدت الشركة أن X، نفى المجلس Y`: a first clause that another's word is to be set against."""
    word = scene.text(main.edge - 1)
    word = word if word == "فيما" else without_and(word)
    return word in {"بينما", "فيما"} or (word == "حين" and scene.text(main.edge - 2) in {"في", "وفي"})


def replied(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`وردا على ما نشرته الصحيفة من أن …، وصف الوزير`: who replies, behind the comma of what he replies to."""
    lo = scene.sentence_start(main.at)
    fronted = scene.text(main.at - 1) == "ما" and any(without_and(scene.text(j)) in REPLIES for j in range(lo, lo + 2))
    apart = scene.text(opening.edge - 1) in COMMAS and opening.form.get("class") == "perfect"
    return fronted and apart and opening.source is not None and opening.source.first > opening.at
