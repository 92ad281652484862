"""What was said goes on behind the aside that names its source: `أضرم المحتجون، بحسب الشرطة، النار`."""

from __future__ import annotations

from dataclasses import replace

from musnad.stages.attribution.contents.edges import TURN_WORDS
from musnad.stages.attribution.contents.extents import NEW_START
from musnad.stages.attribution.contents.spans import spans
from musnad.stages.attribution.contents.voice import TURNS, new_clause
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.cues.starts import past_and
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, by_amount, is_that, next_comma, role
from musnad.stages.attribution.transmitters.outlets import outlet_at
from musnad.verbs import verb

__all__ = ["resumed"]


def resumed(scene: Scene, begun: int, opening: Opening, hi: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """`أضرم المحتجون، بحسب الشرطة، النار في سيارتين`: what was said goes on behind the aside, up to `hi`."""
    opening = replace(opening, upto=_past_medium(scene, opening.upto, hi))
    first = opening.upto + 1
    word = scene.text(first)
    so = verb(scene.text(opening.upto)[1:]) if scene.text(opening.upto)[:1] == "ف" else None
    if so is not None and not so.alike and scene.text(opening.edge - 1) not in COMMAS:
        return spans(scene, scene.tokens[opening.upto].start, hi), hi  # `أما سرها بحسب روما فيكمن في`
    if by_amount(scene.text(opening.upto)) and scene.text(opening.edge - 1) not in COMMAS:
        end = next_comma(scene, opening.upto, hi)
        return spans(scene, scene.tokens[opening.upto].start, end), end  # `ارتفع الإنتاج بحسب الوزارة بنسبة 5%`
    ahead = opening.upto + (scene.text(opening.upto) in COMMAS)
    if (
        scene.text(ahead) == "الا"
        and scene.text(ahead + 1)[:2] == "ان"
        and any(scene.text(j) in _DESPITE for j in range(max(begun, opening.edge - 14), opening.edge))
    ):
        return spans(scene, scene.tokens[ahead].start, hi), hi  # `ورغم المقاومة، بحسب الضابط، إلا أن القوات دخلت`
    unfinished = opening.edge - begun <= 4 and word == "عندما"  # `وتعود القصة بحسب X، عندما استقبل …`
    if scene.text(opening.upto) not in COMMAS or (scene.text(opening.edge - 1) not in COMMAS and not unfinished):
        return (), opening.upto
    if unfinished:
        return spans(scene, scene.tokens[first].start, hi), hi
    joined = word in TURN_WORDS | TURNS | NEW_START or new_clause(scene, first) or role(word) in ("during", "relative")
    told = word in {"هو", "هي"} | _FOR or verb(word) is not None
    if scene.text(begun - 1) in {"اما", "واما"} and word[:1] == "ف":  # `أما الشرط، والكلام له، فهو المهلة`
        return spans(scene, past_and(scene, first), hi), hi
    if first in scene.quotations and opening.edge - begun <= 3:  # `والوزارة، وفق تعبيره، «لم تغلق الباب»`
        return spans(scene, scene.tokens[first].start, scene.quotations[first][0].last), scene.quotations[first][0].last
    told = told or opening.edge - begun <= 10
    plain = (word.isalpha() or word in OPENING) and first not in scene.times
    if first >= hi or joined or not (plain and told):
        return (), opening.upto
    ends = (i for i in range(first, hi) if scene.text(i) in COMMAS and new_clause(scene, i + 1, concedes=False))
    end = min(ends, default=hi)
    return spans(scene, scene.tokens[first].start, end), end


_DESPITE = frozenset("رغم ورغم علي وعلي بالرغم وبالرغم مع ومع".split())
_FOR = frozenset("لان لانه لانها لانهم".split())  # `…، حسب وصفه، لأن هدفها …`
_ITS = frozenset("له لها لهم منه منها عنه عنها".split())


def _past_medium(scene: Scene, k: int, hi: int) -> int:
    """Behind `في اتصال مع قناة «الملعب»`, `لموقع «النهر»`, `[بيان] لها`: the comma that closes the aside, else k."""
    closes = next_comma(scene, k, min(k + 9, hi))
    shut = scene.text(k - 1) not in COMMAS and closes < min(k + 9, hi)
    if shut and (scene.text(k) in _ITS or scene.in_time(k) or verb(scene.text(k)) is not None):
        return closes if not any(is_that(scene, j) for j in range(k, closes)) else k  # `وفق خطاب وصل الأندية أمس،`
    if scene.text(k) not in {"في", "خلال", "عبر"} and outlet_at(scene, k, hi) is None:
        return k
    comma = next_comma(scene, k, min(k + 10, hi))
    told = k + 1 in scene.media or outlet_at(scene, k, hi) is not None
    return comma if told and comma < min(k + 10, hi) else k
