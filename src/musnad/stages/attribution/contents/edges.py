"""Where the clause of an opening begins that breaks a content off: before its turn, its fronted phrase, its comma."""

from __future__ import annotations

from musnad.stages.attribution.chains.asked import QUESTIONING
from musnad.stages.attribution.contents.voice import TURNS
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, by_amount, finite, is_that, role

__all__ = [
    "DASHES",
    "FIGURES",
    "SIDES",
    "TURN_WORDS",
    "after",
    "back",
    "dash_closing",
    "elsewhere",
    "last_clause",
    "own_voice",
    "told_from",
    "turn",
]

TURN_WORDS = frozenset("فيما بينما لكن لكنه لكنها لكنهم لكنهما ولكن كما ثم حين غير".split())


def back(scene: Scene, edge: int) -> int:
    """Before the words that tie a breaking opening to what stands before it."""
    edge = elsewhere(scene, edge)
    at = turn(scene, edge)
    edge = after(scene, at if at is not None else edge)
    while edge > 0 and (
        (role(scene.text(edge - 1)) == "relative" and scene.text(edge - 2) in COMMAS)
        or scene.text(edge - 1) in TURN_WORDS | COMMAS | _APART
        or (scene.text(edge - 1) in {"في", "وفي", "قبل"} and scene.text(edge) in {"حين", "ان", "وقت", "الوقت"})
        or (scene.text(edge - 1) in {"وقت", "الوقت"} and scene.text(edge - 2) in {"في", "وفي"})
        or (scene.text(edge - 1) == "الذي" and scene.text(edge - 2) == "الوقت")
        or (scene.text(edge - 1).startswith("ان") and scene.text(edge - 2) in TURNS)
        or scene.text(edge - 1) in TURNS
        or (scene.text(edge - 1) == "ذلك" and scene.text(edge - 2) in {"مع", "ومع"})
        or (scene.text(edge - 1) in {"مع", "ومع"} and scene.text(edge) == "ذلك")
        or (scene.text(edge - 1) == "حيث" and scene.text(edge - 2) in COMMAS)
        or (scene.text(edge - 1) in {"ولا", "ولم"} and scene.text(edge - 2) in COMMAS)
        or (scene.text(edge - 1) in {"لا", "لم"} and scene.text(edge - 2) in {"لكنه", "لكنها", "لكنهم", "انه", "انها"})
        or (role(scene.text(edge - 1)) == "modal" and scene.text(edge - 1) in {"كان", "كانت", "قد", "وكان", "وكانت"})
    ):
        edge -= 1
    return edge


def after(scene: Scene, edge: int) -> int:
    """`اتهمتهم البلدية بالغش بعدما وصفته النيابة`: where a بعدما or `بعد أن` before the edge begins; else `edge`."""
    if scene.text(edge - 1) == "بعدما":
        return edge - 1
    if scene.text(edge - 1) == "الذي" and scene.text(edge - 2) == "الوقت" and scene.text(edge - 4) in COMMAS:
        return edge - 3  # `، في الوقت الذي كشف فيه شهود أن`
    return edge - 2 if scene.text(edge - 1) == "ان" and scene.text(edge - 2) in {"بعد", "عقب"} else edge


_APART = frozenset({"اما", "واما", "؛", ";"})


def turn(scene: Scene, edge: int) -> int | None:
    """The أن of `، إلا أن دار التحقق في الوكالة أوضحت`, that a clause up to the edge begins with."""
    for i in range(edge - 1, max(edge - _TURNED, 0), -1):
        if scene.text(i).startswith("ان") and scene.text(i - 1) in TURNS:
            return i
        if scene.text(i) in COMMAS or i in scene.forms or finite(scene, i) or is_that(scene, i):
            return None
    return None


_TURNED = 6  # words of a subject before its verb, but for those of the opening


def elsewhere(scene: Scene, edge: int) -> int:
    """Where `، وفي المنارة، أعلنت الشركة` begins: a preposition with و behind a comma, up to the verb; else `edge`."""
    stop = edge - (scene.text(edge - 1) in COMMAS)
    for i in range(stop - 1, max(stop - _FRONTED, 0), -1):
        word = scene.text(i)
        if QUESTIONING.fullmatch(word) and scene.text(i - 1) in COMMAS:
            return i  # `، وبسؤال الحارس، أفاد`
        if word.removeprefix("و") in {"بدوره", "بدورها", "بدورهم"} and scene.text(i - 1) in COMMAS:
            return i
        told = any(hit.row["class"] != "noun" for hit in scene.forms.get(i, ()))
        if word in COMMAS or told or is_that(scene, i) or word == "ما" or role(word) == "relative":
            return edge
        if word == "ومن" and scene.text(i + 1) == "ثم":
            return edge
        other = scene.text(i + 1) in {"جهه", "ناحيه"} and scene.text(i + 2) in {"اخري", "ثانيه"}
        against = word in {"في", "وفي"} and scene.text(i + 1) == "المقابل"
        if word in _FRONTS or against or (word == "من" and (other or scene.text(i + 1) in SIDES)):
            return i if scene.text(i - 1) in COMMAS and i + 1 < stop else edge
    return edge


_FRONTS = frozenset("وفي وعلي وخلال وعقب وبعد وحول وبشان وبخصوص وعن ومن".split())
SIDES = frozenset("جانبه جانبها جانبهم جهته جهتها جهتهم ناحيته ناحيتها".split())
_FRONTED = 9  # words of a phrase that stands before a new clause's verb


_ASIDE_OPENS = frozenset({"relative", "conjunction"})
DASHES = frozenset("-–—")
_ASIDE = 12  # words that such an aside takes before its cue


def dash_closing(scene: Scene, edge: int, first: int, hi: int) -> int:
    """`الموجة - التي يصفها المسؤولون بأنها نادرة - تزيد`: where the aside between dashes ends, that a cue stands in."""
    lo = max(scene.sentence_start(edge), edge - _ASIDE)
    dashes = [i for i in range(lo, edge) if scene.text(i) in DASHES]
    if len(dashes) != 1 or dashes[0] == lo or role(scene.text(dashes[0] + 1)) not in _ASIDE_OPENS:
        return hi
    return next((i for i in range(first, hi) if scene.text(i) in DASHES), hi)


def own_voice(scene: Scene, i: int, hi: int) -> int:
    """Past words with which the article speaks for itself (`تجدر الإشارة إلى أن`; `سبق أن [قالت دمشق إن]`), else i."""
    hit = next(iter(scene.own.get(i, ())), None)
    if hit is None:
        return i
    k = scene.index(hit.end - 1) + 1
    clause = next((j for j in range(k, min(k + 3, hi)) if is_that(scene, j)), None)
    if clause is None or _told_in(scene, k, clause):
        return k
    return clause + 1


def _told_in(scene: Scene, k: int, clause: int) -> bool:
    """`سبق أن [قالت دمشق] إن`, `سبق أن [قيل] إن`: whether a verb that tells stands in [k, clause)."""
    return any(hit.row["class"] in ("perfect", "passive") for j in range(k, clause) for hit in scene.forms.get(j, ()))


def told_from(scene: Scene, first: int, edge: int) -> int:
    """Where begins what a source at the edge, behind its words, tells of tokens [first, edge): past the page's own
    voice (`يشار إلى أن`, `علما أن`), and at a parenthesis that it closes (`…، وهي الأكبر في المنطقة حسب X`)."""
    comma = next((i for i in range(edge - 1, first, -1) if scene.text(i) in COMMAS), first)
    if scene.text(comma + 1) in {"وهو", "وهي", "وهم"} and comma + 3 < edge:
        return comma + 1
    past = first + 2 if scene.text(first) == "علما" and is_that(scene, first + 1) else own_voice(scene, first, edge)
    return past if is_that(scene, past - 1) else first


def last_clause(scene: Scene, first: int, edge: int) -> int:
    """`توسعت المعاهد …، في حين انخفض عدد العاطلين حسب بيانات المركز`: of a long sentence figures bear out the
    last clause only; where that begins, else `first`."""
    for i in range(edge - _BRIEF, first + _LONG, -1):
        word = scene.text(i)
        meanwhile = word == "في" and scene.text(i + 1) == "حين"
        at_a_time = word == "في" and scene.text(i + 1) == "الوقت" and scene.text(i + 2) == "الذي"
        if meanwhile or at_a_time or (word in {"بينما", "فيما"} and scene.text(i - 1) in COMMAS):
            return i + 1 + meanwhile + 2 * at_a_time
    return first


FIGURES = frozenset("بيانات مسح ارقام احصاءات احصائيات احصائيه استطلاع مؤشر تقديرات".split())
_BRIEF, _LONG = 5, 10  # words of the last clause, and before it


def amid(scene: Scene, first: int, edge: int, upto: int, hi: int) -> bool:
    """Whether a source of tokens [edge, upto) stands amid a clause begun at `first`, between what it is about and what
    is told of it: `إن البحيرة وفقا للعلماء من أغنى البحيرات`, `إن العدد بلغ، بحسب البنك، مليونين`."""
    aside = scene.text(edge - 1) in COMMAS
    if aside != (scene.text(upto) in COMMAS) or upto + aside >= hi or edge - first > _AMID:
        return False
    last, ahead = edge - 1 - aside, upto + aside
    if aside and by_amount(scene.text(ahead)):
        return True  # `إن الكلفة ارتفعت، وفق تقديرات الغرفة، بنحو الثلث`
    if scene.text(last) in _COPULAS:
        return scene.text(ahead).isalnum()
    pending = not any(finite(scene, k) or scene.text(k) in COMMAS | _COPULAS for k in range(first, last + 1))
    best = scene.text(ahead) == "من" and scene.written(ahead + 1)[:1] == "أ"
    told = scene.text(ahead) in {"احد", "احدي"} or finite(scene, ahead)
    return pending and last - first < 4 and (best or told)


_AMID = 10  # words of such a clause up to its source
_COPULAS = frozenset("هو هي وهو وهي تعد يعد تعتبر يعتبر بلغ بلغت يبلغ تبلغ كان كانت يمثل تمثل يشكل تشكل".split())


def says_nothing_yet(scene: Scene, first: int, stop: int) -> bool:
    """`وقال في بيان بحسب «المرفأ»`: a verb of saying whose words are still to come."""
    told = any(hit.row["class"] == "perfect" and not hit.row.get("risk") for hit in scene.forms.get(first, ()))
    medium = any(k in scene.media for k in range(first + 1, stop))
    return told and medium and stop - first <= 5 and not any(is_that(scene, k) for k in range(first, stop))


def takes_over(scene: Scene, first: int) -> bool:
    """`وأورد الموقع النبأ ذاته نقلا عن المدونة`: who takes a report over, and from whom; nothing is said yet."""
    return any(hit.row["lemma"] in ("أورد", "نشر", "نقل", "بثّ", "تداول", "تناقل") for hit in scene.forms.get(first, ()))
