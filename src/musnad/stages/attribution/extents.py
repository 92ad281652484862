"""Where a content ends: at another opening that breaks it off, a gloss, the page's own voice, a new clause."""

from __future__ import annotations

from musnad.stages.attribution.opening import Opening, can_speak
from musnad.stages.attribution.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.words import COMMAS, finite, is_that, next_comma, role
from musnad.verbs import verb

__all__ = ["NEW_START", "TURNS", "TURN_WORDS", "breaks", "extent", "new_clause", "spans"]

TURNS = frozenset({"قبل", "الا", "غير"})
TURN_WORDS = frozenset("فيما بينما لكن لكنه لكنها ولكن كما ثم حين غير".split())
NEW_START = frozenset("مشيرا مؤكدا وذلك وهو وهي وهم حيث بعد قبل خلال اثر عقب منذ مما ما اذ لان".split())
_EDGES = COMMAS | frozenset(".؛;…-!")


def breaks(scene: Scene, main: Opening, opening: Opening) -> bool:
    """Whether an opening inside the main frame's reach is said by the page again, and not inside the content."""
    if opening.way == "participle":
        return True
    if opening.way == "preposition":
        return opening.begins is not None and scene.tokens[opening.at].start < opening.cue[0]  # `، وبحسب X، فإن`
    if opening.way in ("noun", "colon"):
        return False
    ahead = scene.text(opening.edge - 1)
    tied = (ahead == "حين" and scene.text(opening.edge - 3) in COMMAS) or (
        ahead in TURN_WORDS
        and (scene.text(opening.edge - 2) in COMMAS or ahead in ("بينما", "فيما", "لكن", "لكنه", "لكنها"))
    )
    if opening.way == "passive":
        return tied  # `، فيما يُتوقع أن`
    joined = scene.tokens[opening.at].start < opening.cue[0]  # a و or ف is written on the verb
    if main.way == "preposition":
        return joined and opening.source is None and ahead in COMMAS
    before_that = ahead.startswith("ان") and scene.text(opening.edge - 2) in TURNS
    if opening.source is None:
        past = opening.form.get("class") == "perfect"
        return joined or tied or before_that or (past and ahead in COMMAS)
    if ahead in ("لكن", "ولكن") and opening.row["statement"] == "speech" and main.begins is not None:
        return _bare(scene, main)
    if main.begins is not None and _bare(scene, main):
        own = opening.source.first > opening.at and opening.form.get("class") == "perfect"
        if before_that or (own and (joined or ahead in COMMAS) and can_speak(scene, *opening.source)):
            return True  # `طالب بالتعويض وقال محاميه إن`: a bare phrase holds no clause of another speaker
    return (joined and scene.text(opening.at - 1) in COMMAS) or tied


def _bare(scene: Scene, opening: Opening) -> bool:
    """Whether a content is a phrase: nothing but a verb or noun opens it, no أن, quotation mark or colon."""
    assert opening.begins is not None
    if opening.way == "preposition":
        return False
    first = scene.index(opening.begins)
    opened = scene.text(first) in OPENING or scene.text(first - 1) in OPENING or scene.text(first - 1) in {":", "("}
    return not opened and not is_that(scene, first - 1)


_GLOSSES = frozenset("اشاره تلميح".split())
_VERDICTS = frozenset("تعبيره تعبيرها تعبيرهم قوله قولها قولهم وصفه وصفها وصفهم زعمه زعمها زعمهم رايه".split())
# `، وهو ما …`, `، وهو كلام …`: the page remarks on what was said.
_REMARKS = frozenset(
    "ما كلام تعبير الامر امر موقف ادعاء خبر وصف نسبه رقم كلمه عباره خطوه قرار تصريح اتهام تهمه".split()
)


# `اتهمه بالتقصير وتم توقيفه`, `توعد بالرد ويجري الإعداد له`: what came of it is told by the page.
_DONE = frozenset("وتم وجري وقد".split())
_GOES_ON = frozenset("ويجري وتجري وياتي وتاتي ويتم وتتم".split())
_ACTS = frozenset("criticises demands denies refuses praises".split())


def extent(scene: Scene, opening: Opening, later: list[Opening], hi: int) -> int:
    """The token at which the content of an opening stops: a breaking opening, a gloss, the sentence's end."""
    assert opening.begins is not None
    if opening.ends is not None:
        return opening.ends
    first = scene.index(opening.begins)
    quoted = scene.quotations[first][0].last if first in scene.quotations else 0
    for other in later:
        if other.edge < quoted or other.edge < first:
            continue
        if (other.begins is None and other.source is not None) or other.way == "echo" or breaks(scene, opening, other):
            hi = min(hi, _back(scene, other.edge))
            break
    phrase = not quoted and _bare(scene, opening)
    for i in range(max(first, quoted), hi):
        if (phrase and i > first and _leaves_phrase(scene, opening, i)) or (i > first and _leaves(scene, i, hi)):
            return i
    return hi


def _leaves_phrase(scene: Scene, opening: Opening, i: int) -> bool:
    """What a bare phrase does not hold: a clause behind a comma, a semicolon, what will be or came of it."""
    word = scene.text(i)
    if word in "؛;" or (word in COMMAS and new_clause(scene, i + 1)):
        return True
    if word in COMMAS and opening.way == "noun" and finite(scene, i + 1):
        return True  # `إعلان الهيئة عن الخطة، يعد خطوة`
    joined = word[:2] == "وس" and finite(scene, i)
    return joined or word in (_GOES_ON | _DONE if opening.row["stance"] in _ACTS else _GOES_ON)


def _leaves(scene: Scene, i: int, hi: int) -> bool:
    """Whether the page speaks again from token i on: a gloss, a remark, the occasion of the saying."""
    word, ahead, closed = scene.text(i), scene.text(i + 1), scene.text(i - 1) in COMMAS
    if word in {"في", "علي", "حسب", "وفق", "بحسب"} and closed:
        near = {scene.text(k) for k in range(i + 1, min(i + 4, hi))}
        return bool(near & _GLOSSES) or (bool(near & _VERDICTS) and next_comma(scene, i, hi) == hi)
    if word in ("غير", "قبل") and closed and ahead[:2] == "ان":
        return True
    if word == "وذلك":
        return _occasion(scene, i + 1)
    if word in {"وهو", "وهي"} and ahead in _REMARKS:
        return closed or ahead == "ما" or (ahead in {"الامر", "امر"} and role(scene.text(i + 2)) == "relative")
    return word in _SAYS_ON or _own_voice(scene, i) or _untold(scene, i)


# Joined to what stands before it without a comma, a verb of saying is the page's own again.
_SAYS_ON = frozenset("وقال وقالت وقالوا واضاف واضافت واضافوا واردف واوضح واوضحت وتابع وتابعت".split())


def _occasion(scene: Scene, i: int) -> bool:
    """`، وذلك خلال مؤتمر صحفي`: of the saying; `، وذلك في عام 1977` is of what was said."""
    word = scene.text(i)
    ahead = scene.text(i + 1)
    held = i + 1 in scene.media or ahead in _GLOSSES or (word != "في" and ahead in _MEETINGS)
    return word in {"ردا", "تعقيبا", "تعليقا"} or (word in {"خلال", "في", "عقب", "عبر", "لدي", "اثناء"} and held)


_MEETINGS = frozenset(
    "اجتماع اجتماعه اجتماعها الاجتماع لقاء لقائه لقائها اللقاء استقباله جلسه الجلسه محاكمه بدء ختام افتتاح افتتاحه "
    "زيارته جولته ندوه حفل كلمته رده حضوره رعايته ترؤسه مشاركته محاضره امسيه".split()
)


def _own_voice(scene: Scene, i: int) -> bool:
    """`، يذكر أن`, `، والجدير بالذكر أن`: behind a comma the page speaks for itself again."""
    ends = any(hit.row["form"].startswith(("الجدير", "تجدر", "يذكر", "يشار")) for hit in scene.own.get(i, ()))
    return ends and scene.text(i - 1) in COMMAS | frozenset("؛-")


# Verbs and nouns of what a speaker leaves out: `لكنه لم يذكر تفاصيل`, `، دون الكشف عن`.
_DISCLOSES = frozenset("ذكر حدد وضح كشف عط فصح شر قدم دل سم ورد خض تطرق فصل بين حض علق".split())
_DISCLOSURE = frozenset("ذكر تحديد توضيح الكشف اعطاء تقديم الافصاح الخوض ايراد مزيد المزيد الاشاره تسميه".split())


def _untold(scene: Scene, i: int) -> bool:
    """`، ولم يذكر المصدر`, `، لكنه لم يحدد موعدا`, `، دون الكشف عن`: what the page says was not said."""
    word, closed = scene.text(i), scene.text(i - 1) in COMMAS
    if word in {"دون", "بدون"} or (word == "من" and scene.text(i + 1) == "دون"):
        k = i + 1 + (word == "من")
        return closed and (scene.text(k) in _DISCLOSURE or (scene.text(k) == "ان" and _discloses(scene.text(k + 1))))
    k = i + 1 if word in {"لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "ولكنه", "ولكنها"} else i
    if scene.text(k) not in {"لم", "ولم"} or not _discloses(scene.text(k + 1)):
        return False
    return k > i or (word == "ولم" and (closed or k + 2 in scene.anaphors))


def _discloses(word: str) -> bool:
    """`يذكر`, `توضح`, `يدلوا`: a present of disclosure."""
    return word[:1] in "يت" and any(word[1:] in (stem, stem + "وا", stem + "ي") for stem in _DISCLOSES)


_CONCEDES = frozenset("فيما بينما لكن لكنه لكنها ولكن ولكنه ثم".split())


def new_clause(scene: Scene, i: int, *, concedes: bool = True) -> bool:
    """Behind a content that is a bare phrase, a comma with و and a verb, or a conjunction, opens what the page says.

    `concedes`: so do `لكن`, `بينما`, `في حين`, `غير أن`.
    """
    word, ahead = scene.text(i), scene.text(i + 1)
    if word in {"كما", "حيث", "وقد", "وكان", "وكانت", "وشكر"}:
        return True
    meanwhile = word in {"في", "وفي"} and ahead == "حين"
    if concedes and (word in _CONCEDES or meanwhile or (word in TURNS and ahead[:2] == "ان")):
        return True
    if word[:1] != "و" or i in scene.mentions or scene.written(i).endswith("ة"):
        return False
    found = verb(word[1:])
    return found is not None and not found.alike and not any(h.row["kind"] for h in scene.heads.get(i, ()))


def _back(scene: Scene, edge: int) -> int:
    """Before the words that tie a breaking opening to what stands before it."""
    while edge > 0 and (
        scene.text(edge - 1) in TURN_WORDS | COMMAS
        or (scene.text(edge - 1) in {"في", "وفي", "قبل"} and scene.text(edge) in {"حين", "ان"})
        or (scene.text(edge - 1).startswith("ان") and scene.text(edge - 2) in TURNS)
        or scene.text(edge - 1) in TURNS
        or (role(scene.text(edge - 1)) == "modal" and scene.text(edge - 1) in {"كان", "كانت", "قد", "وكان", "وكانت"})
    ):
        edge -= 1
    return edge


_CLOSERS = {"»": "«", "”": "“", ")": "("}


def spans(scene: Scene, begins: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Content spans from a reading offset to a token, without the quotation marks that enclose all of it."""
    first = scene.index(begins)
    while stop > first and (scene.text(stop - 1) in _EDGES or _loose_end(scene, first, stop - 1)):
        stop -= 1
    if stop <= first:
        return ()
    if scene.text(first) in COMMAS:
        return spans(scene, scene.tokens[first + 1].start, stop) if first + 1 < stop else ()
    quote = scene.quotations.get(first) if begins == scene.tokens[first].start else None
    if scene.text(first) == "ب" and first + 1 in scene.quotations:
        quote = scene.quotations[first + 1]
    if quote is not None:
        place, mark = quote
        if place.last >= stop or not mark.closed or _only_quoted(scene, place, stop):
            inner = scene.doc.reading.within(*mark.inner)
            stripped = scene.doc.reading.string[slice(*inner)].rstrip(" .،!" if not mark.closed else " .،")
            return ((inner[0], inner[0] + len(stripped)),) if stripped else ()
    return ((max(begins, scene.tokens[first].start), scene.tokens[stop - 1].end),)


def _loose_end(scene: Scene, first: int, i: int) -> bool:
    """`وذلك` before what was cut off, a closing mark whose opening one stands before the content."""
    word = scene.text(i)
    opener = _CLOSERS.get(word)
    if opener is None:
        return word == "وذلك"
    inside = [scene.text(k) for k in range(first, i)]
    opened_before = scene.quoted_at(first) and scene.text(first - 1) == opener
    return inside.count(opener) <= inside.count(word) and not opened_before


_SENTENCE = 6  # words in a quotation that is a sentence of its own


def _only_quoted(scene: Scene, place: Place, stop: int) -> bool:
    """What follows the closing mark is no longer said: nothing, or a new clause behind a whole quoted sentence."""
    after = place.last
    if after >= stop or (scene.text(after) in CLOSING and after + 1 >= stop):
        return True
    following = scene.text(after + 1) if scene.text(after) in COMMAS else scene.text(after)
    whole = place.last - place.first - 2 >= _SENTENCE
    joined = following.startswith("و") and following not in {"وان", "وانه", "وانها"}
    at = after + (scene.text(after) in COMMAS)
    manner = at > after and following[:1] == "م" and scene.written(at).endswith(("ا", "اً", "ًا"))  # `، متوجها إلى`
    return whole and (joined or manner)
