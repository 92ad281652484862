"""How far a content runs: to another opening that breaks it off, to where the page tells on, to the sentence's end."""

from __future__ import annotations

from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.contents.contrasts import (
    CONTRASTS,
    GO_ROUND,
    denies_it,
    outlet_again,
    replied,
    set_against,
)
from musnad.stages.attribution.contents.edges import SIDES, TURN_WORDS, after, amid, back, dash_closing, elsewhere, turn
from musnad.stages.attribution.contents.inner import (
    ACTS,
    actor_within,
    coordinated,
    named_inside,
    one_of_them,
    reason,
    speaks_up,
    unlike,
)
from musnad.stages.attribution.contents.parting import parted
from musnad.stages.attribution.contents.quote_ends import (
    act_before,
    concluded,
    other_half,
    quote_closes,
    said_again,
    still_says,
    within_words,
)
from musnad.stages.attribution.contents.voice import TURNS, leaves, leaves_phrase, tells_on
from musnad.stages.attribution.cues.opening import Opening, can_speak
from musnad.stages.attribution.page.scene import AND_OTHERS, CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, by_amount, finite, is_that, role
from musnad.stages.attribution.speakers.bare_objects import not_ruled_out
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["NEW_START", "breaks", "enclosed", "extent", "his_own", "is_phrase"]

NEW_START = frozenset("مشيرا مؤكدا وذلك وهو وهي وهم حيث بعد قبل خلال اثر عقب منذ مما ما اذ".split())


def breaks(scene: Scene, main: Opening, opening: Opening, *, sides: bool) -> bool:
    """Whether an opening inside the main frame's reach is said by the page again, and not inside the content.

    `sides`: another speaks within the content already, and a contrast (`بينما`, `إلا أن`) goes on with a second.
    """
    if opening.way == "participle" or _on_his_side(scene, main, opening) or _another_half(scene, main, opening):
        return True
    if opening.way == "preposition":
        return opening.begins is not None and scene.tokens[opening.at].start < opening.cue[0]  # `، وبحسب X، فإن`
    if opening.way == "noun" and opening.source == main.source and scene.text(opening.at)[:1] == "ب":
        return not _what_is_asked(scene, main, opening)  # `تحدث المبعوث عن الأزمة بقوله: …`
    if opening.way == "colon" or opening.row["lemma"] == "ما تردد":
        return False
    if opening.way == "noun" and opening.edge == opening.at:
        return False  # but `، إلا أن المكتب سارع إلى نفي الخبر`
    ahead = scene.text(opening.edge - 1)
    if opening.way == "verb" and (main.row["lemma"] == "ما تردد" or replied(scene, main, opening)):
        return True  # `وحول ما أثير عن الرسوم أوضح المدير أن`
    if opening.source is not None and opening.way == "verb" and _another_clause(scene, main, opening, ahead):
        return True
    tied = _tied(scene, opening.edge, ahead)
    joined = scene.tokens[opening.at].start < opening.cue[0]  # a و or ف is written on the verb
    apart = joined and ahead in COMMAS
    if opening.way == "passive":  # `، فيما يُتوقع أن`, `، ويُشاع بينهم أن`
        return tied or (apart and opening.row["lemma"] in GO_ROUND) or his_own(scene, main, opening)
    if main.way == "preposition":
        further = apart and (opening.source is None or _hearsay(scene, opening.source))
        return further or (tied and opening.source is not None and (ahead == "كما" or speaks_up(scene, opening)))
    before_that = turn(scene, opening.edge) is not None
    alike = fits_phrase(scene, opening.form, main.source) if main.source is not None else not unlike(main, opening)
    if coordinated(scene, main, opening) or (joined and not alike and actor_within(scene, main, opening) is not None):
        return False  # `قال المصدر إن الهيئة تسلمت الملف وطلبت وثائق`
    if opening.source is None and (not_ruled_out(scene, opening.at) or _answers(scene, main, opening)):
        return True
    if _of_the_actor(scene, main, opening):
        return False
    if opening.source is None:
        past = opening.form.get("class") == "perfect" and not _awaited(scene, main, opening)
        return joined or tied or before_that or (past and ahead in COMMAS)
    if ahead in ("لكن", "ولكن") and opening.row["statement"] == "speech" and main.begins is not None:
        return is_phrase(scene, main)
    if main.begins is not None and is_phrase(scene, main):
        own = opening.source.first > opening.at and opening.form.get("class") == "perfect"
        if (
            before_that
            or after(scene, opening.edge) < opening.edge
            or (own and (joined or ahead in COMMAS) and can_speak(scene, *opening.source))
        ):
            return True  # `طالب بالتعويض وقال محاميه إن`: a bare phrase holds no clause of another speaker
    if joined and _named_again(scene, main, opening.source):
        return True
    contrast = ahead in CONTRASTS or scene.text(opening.edge - 2) in TURNS or ahead == "حين"
    if contrast and denies_it(scene, opening):
        return True
    if sides and contrast and not is_phrase(scene, main) and main.begins is not None:
        return False
    if ahead in CONTRASTS | {"حين"} and _both_told(scene, main, opening):
        return False
    told = before_that and not sides and speaks_up(scene, opening)
    return told or (joined and scene.text(opening.at - 1) in COMMAS) or tied


def _another_clause(scene: Scene, main: Opening, opening: Opening, ahead: str) -> bool:
    """`؛ أما X فأكد`, `، وفي المنارة، قال`, `، فيما رجح أحدهم`: a clause that is set beside the main one as a whole."""
    against = ahead in COMMAS and set_against(scene, main)
    fronted = ahead in {"اما", "واما"} and scene.text(opening.edge - 2) in COMMAS | {"؛", ";"}
    apart = fronted or against or elsewhere(scene, opening.edge) < opening.edge
    return apart or one_of_them(scene, main, opening) or outlet_again(scene, main, opening)


def _tied(scene: Scene, edge: int, ahead: str) -> bool:
    """`، في حين أكد`, `، كما قال`, `بينما نفى`: a turn right before the clause from `edge` on."""
    turns = scene.text(edge - 2) in COMMAS or ahead in ("بينما", "فيما", "لكن", "لكنه", "لكنها", "لكنهم", "لكنهما")
    meanwhile = ahead == "الذي" and scene.text(edge - 2) == "الوقت" and scene.text(edge - 4) in COMMAS
    return meanwhile or (ahead in ("حين", "وقت") and scene.text(edge - 3) in COMMAS) or (ahead in TURN_WORDS and turns)


def _another_half(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`النقابة: لا تراجع، والحكومة تلوح بالتسخير`: in a headline, another subject with its verb behind a comma."""
    source = opening.source
    if main.way != "colon" or opening.way != "verb" or source is None or source.first > opening.at:
        return False
    joined = scene.text(source.first)[:1] == "و" and scene.text(source.first - 1) in COMMAS
    return joined and opening.form.get("class") == "imperfect" and scene.is_title(scene.sentence_start(opening.at))


def _what_is_asked(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`طالب النقيب بإعلان الطوارئ`: the noun is what the content begins with."""
    return main.begins is not None and scene.index(main.begins) == opening.at


def _hearsay(scene: Scene, source: Place | None) -> bool:
    """Whether another's word is passed on: `بحسب الصحيفة فإن …، وذكرت المصادر أن`."""
    kinds = {hit.row["kind"] for hit in scene.heads.get(source.first, ())} if source is not None else set()
    return bool(kinds & {"outlet", "agency", "anonymous", "media_reports"})


def _passes_on(scene: Scene, main: Opening) -> bool:
    """`نقلت الصحيفة أن البلدية سلمت القائمة، وطالبت بـ`: a paper and sources tell, and demand nothing themselves."""
    return _hearsay(scene, main.source)


def _of_the_actor(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`ذكرت الصحيفة أن الحركة قبلت المسودة «بتحفظ»، وطالبت بخرائط`: who is told of asks, and not the paper."""
    return _passes_on(scene, main) and actor_within(scene, main, opening) is not None


def his_own(scene: Scene, told: Opening, opening: Opening) -> bool:
    """`يقدر أن …، ولا يستبعد أن`: whoever speaks in the present goes on, and nobody else does not rule it out."""
    joined = scene.text(opening.at - 1) == "ولا" and scene.text(opening.at - 2) in COMMAS
    present = told.way == "verb" and told.form.get("class") == "imperfect" and told.form.get("gender") == "m"
    return joined and present and opening.way == "passive"


def _both_told(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`قال الدبلوماسي إن الوفد وافق، بينما اشترط المجلس أن`: what two parties do is what the source tells."""
    act = opening.row["stance"] in ACTS and opening.row["statement"] in ("speech", "mind")
    return act and main.begins is not None and not is_phrase(scene, main) and _passes_on(scene, main)


def _answers(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`سأله الجار عن السبب أجاب: «…»`, `قال: «…»، وعن العقد قال: «…»`: a quotation behind a question, or another."""
    told = opening.form.get("class") == "perfect" and opening.begins is not None
    if still_says(scene, main, opening):
        return True
    quoted = told and scene.text(opening.at + 1) == ":" and scene.text(opening.at + 2) in OPENING
    first = scene.index(main.begins or 0)
    done = first in scene.quotations and scene.quotations[first][0].last <= opening.at
    return quoted and (done or (main.row["stance"] == "asks" and is_phrase(scene, main)))


def _awaited(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`إن أوساط الاستخبارات الأميركية، أكدت`: the verb that a content's subject still lacks at the comma."""
    first = scene.index(main.begins) if main.begins is not None else opening.edge
    clause = is_that(scene, first - 1) and first not in scene.quotations
    fronted = elsewhere(scene, opening.edge) < opening.edge  # `إن الباب كان مغلقا، وبسؤاله عن المفتاح، قال`
    return (
        clause
        and not fronted
        and opening.edge - first < 16
        and not any(finite(scene, k) and role(scene.text(k - 1)) != "relative" for k in range(first, opening.edge - 1))
    )


def _on_his_side(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`من جانبه أوضح المدير`, `من جهتها، قالت الشركة`, `، والثاني نفى أن`: the page turns to another speaker."""
    if opening.source is not None and scene.text(opening.source.first) in AND_OTHERS:
        return True
    if opening.way == "noun" and (_his_own_noun(scene, main, opening) or reason(scene, opening)):
        return True
    if opening.source is not None and scene.text(opening.source.first) == "اخرون" and opening.way == "verb":
        return scene.text(opening.edge - 1) in {"ولا", "ولم"} and scene.text(opening.edge - 2) in COMMAS
    if opening.source is None and opening.way == "verb" and role(scene.text(opening.at - 1)) == "relative":
        return scene.text(opening.at + 1) in {"انه", "انها"} and scene.text(opening.at - 2) in COMMAS
    first = min(opening.edge, opening.at)
    first -= scene.text(first - 1) in COMMAS
    turned = scene.text(first - 1) in SIDES and scene.text(first - 2) in {"من", "ومن"}
    return turned and opening.source is not None and opening.way == "verb" and opening.source.first > opening.at


def _his_own_noun(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`رفض البيع، وحجته أن السعر قليل`, `عبروا عن استيائهم ومطالبتهم البلدية بالتدخل`: behind a bare phrase another
    noun with its speaker's pronoun."""
    joined = scene.tokens[opening.at].start < opening.cue[0] and scene.text(opening.at)[:1] == "و"
    owned = scene.text(opening.at).endswith(("ه", "ها", "هم")) and not scene.written(opening.at).endswith("ة")
    felt = main.way == "noun" or main.row["lemma"] in ("أعرب", "عبّر", "أبدى", "تذمّر", "شكا", "اشتكى")
    asks = (opening.row["stance"] == "demands" and felt) or opening.row["lemma"] == "الحجة"
    return joined and owned and asks and main.begins is not None and is_phrase(scene, main)


def _named_again(scene: Scene, main: Opening, source: Place) -> bool:
    """`أضاف العريفي: … وأكد العريفي أن`, `نقلت القناة عن مصادرها …، وتوقعت المصادر`: the page speaks on."""
    word = scene.text(source.first)
    again = {word, word[2:], word[2:] + "ه", word[2:] + "ها"} if word.startswith("ال") else set()
    if source.last == source.first + 1 and any(scene.text(place.first) in again for place in main.after):
        return True
    if main.source is None:
        alone = source.last == source.first + 1 and scene.text(source.first).startswith("ال")
        return main.way == "verb" and main.row["lemma"] in CONTINUES and (alone or source.first in scene.mentions)
    return scene.text(main.source.last - 1) == scene.text(source.last - 1)


def enclosed(scene: Scene, first: int, opening: Opening) -> bool:
    """`إن الأسماء «رفعت وفق الآلية، ومن يعترض فليعترض عليها»`: within words quoted in a content nobody else speaks."""
    if opening.way != "verb" or opening.source is not None:
        return False
    inside = (place for at, (place, quote) in scene.quotations.items() if first < at < opening.at and quote.closed)
    return any(opening.at < place.last and not scene.is_name(place.first) for place in inside)


def is_phrase(scene: Scene, opening: Opening) -> bool:
    """Whether a content is a phrase: nothing but a verb or noun opens it, no أن, quotation mark or colon."""
    assert opening.begins is not None
    if opening.way == "preposition":
        return False
    first = scene.index(opening.begins)
    closed = scene.text(first - 1) in CLOSING and first - 1 not in scene.quotations  # `"الأفق" رواية`
    before = scene.text(first - 1) in OPENING and not closed
    opened = scene.text(first) in OPENING or before or scene.text(first - 1) in {":", "("}
    return not opened and not is_that(scene, first - 1)


def extent(scene: Scene, opening: Opening, later: list[Opening], hi: int) -> int:
    """The token at which the content of an opening stops: a breaking opening, a gloss, the sentence's end."""
    assert opening.begins is not None
    if opening.ends is not None:
        return opening.ends
    first = scene.index(opening.begins)
    quoted = scene.quotations[first][0].last if first in scene.quotations else 0
    if quoted and not scene.quotations[first][1].closed:
        hi = min(hi, said_again(scene, first, later, hi))
    hi = min(hi, dash_closing(scene, opening.edge, first, hi))
    if quoted and opening.way == "colon" and other_half(scene, quoted):
        hi = min(hi, quoted)
    sides, told_of = False, list[Opening]()
    for other in later:
        if other.edge < quoted or other.edge < first or enclosed(scene, first, other):
            continue
        if (cut := act_before(scene, first, other)) is not None:
            hi = min(hi, cut)
            break
        told = other.source is not None or bool(other.before)
        behind = other.begins is None and told and not by_amount(scene.text(other.upto))
        if behind and other.way == "preposition" and amid(scene, first, other.edge, other.upto, hi):
            continue
        told_of.append(other)
        if named_inside(scene, told_of[:-1], opening, other):
            continue
        if behind or other.way == "echo" or breaks(scene, opening, other, sides=sides):
            hi = min(hi, back(scene, other.edge))
            break
        sides = sides or (other.way == "verb" and other.source is not None)
    phrase = not quoted and is_phrase(scene, opening)
    anyone = opening.source is not None and scene.text(opening.source.first) == "من"
    within = 0  # where a quotation ends that the content holds: it is one piece
    for i in range(max(first, quoted), hi):
        if i in scene.quotations and scene.quotations[i][1].closed and not scene.is_name(i):
            within = scene.quotations[i][0].last
        if i < within:
            continue
        if i > first and within_words(scene, first, i):
            return i
        if anyone and scene.text(i) in CONTRASTS and scene.text(i - 1) in COMMAS:
            return i  # `ثمة من يهمس بأن …، لكن مصدرا تحفظ`: the page sets another against whoever says so
        if phrase and scene.text(i) == ":" and any(other.at == i and other.source is None for other in later):
            return i  # `نفى النادي إقالة المدرب: «…»`
        if i > first and (parted(scene, opening, first, i, phrase=phrase) or (quoted and concluded(scene, quoted, i))):
            return i
        if (phrase and i > first and leaves_phrase(scene, opening, first, i)) or (i > first and leaves(scene, i, hi)):
            return i
        told = i > first and quote_closes(scene, first, i) and tells_on(scene, i + 1)
        if told and not any(other.at == i + 1 and _of_the_actor(scene, opening, other) for other in later):
            return i
    return hi
