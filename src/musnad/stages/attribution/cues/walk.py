"""From a cue to its content: what stands between, and where the content begins.

The walk passes adverbials, notes the transmitters it meets (`لقناة X`, `نقلا عن Y`, `حسب Z`) and stops at
the word that opens the content: أن, a quotation, a colon, or a preposition that the cue governs.
"""

from __future__ import annotations

from musnad.stages.attribution.cues.asides import aside, in_forecast, past_clause, pious
from musnad.stages.attribution.cues.governed import asked_with, behind_preposition, learnt_at
from musnad.stages.attribution.cues.halts import another_cue, next_clause, stops, strays, told_on
from musnad.stages.attribution.cues.manner import how_said
from musnad.stages.attribution.cues.occasions import STARTS, occasion
from musnad.stages.attribution.cues.so_long import so_long
from musnad.stages.attribution.cues.spoken_on import says, spoken_on
from musnad.stages.attribution.cues.starts import (
    clause_at_hand,
    may_begin,
    name_at,
    offered,
    past_addressee,
    past_subject,
    question,
    settled,
)
from musnad.stages.attribution.cues.thanks import thanks_in_full
from musnad.stages.attribution.cues.that_clause import anothers, at_once, beyond_comma, sign
from musnad.stages.attribution.cues.unmarked import own_words_at
from musnad.stages.attribution.nouns.hearers import for_whom
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.title_marks import named
from musnad.stages.attribution.nouns.titles import clause_ahead, weighed
from musnad.stages.attribution.nouns.units import talking
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.government import PREPOSITIONS, SAYING, Governs, aloud, noun_told
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    conditional,
    is_that,
    next_comma,
    role,
    with_ba,
)
from musnad.stages.attribution.speakers.appearing import met_with, on_screen, printed
from musnad.stages.attribution.speakers.beside_verb import circumstance
from musnad.stages.attribution.speakers.carriers import Walk, carrier
from musnad.stages.attribution.speakers.named_hearers import audience_at

__all__ = ["begins"]

_WORTH = frozenset({"ضروره", "اهميه"})
_REACH = 45  # words that a subject and its adverbials may take before the content begins
_BRIEF = 6  # words of an occasion that are passed as any other
_STRAY = 12  # of them, those that are neither a name nor a known kind of adverbial


def begins(scene: Scene, walk: Walk, hi: int, takes: Governs, *, loose: bool, objects: bool) -> int | None:
    """The reading offset at which the content begins, or None. `loose`: a governed preposition is enough.

    A bare object counts only while nothing but asides (`، بحسب X،`, times) has been passed.
    """
    start, strayed = walk.k, 0
    asked = loose and "obj" in takes.soft and takes.hearer == "obj"  # `مطالبا الجهات الوقوف معهم`
    fresh = objects and ("obj" in takes.alone or asked)
    while walk.k < hi and walk.k - start < _REACH:
        k = walk.k
        text = scene.text(k)
        if walk.inner is not None and takes.relays:
            takes, loose = noun_told(walk.inner), True
        if (how := _passed(scene, walk, takes, hi)) > 0:
            walk.k, start = k + how, start + how * (how > _BRIEF or circumstance(scene, k) > 0)
            continue
        that = is_that(scene, k) and "أن" in takes.alone and not sign(scene, k)
        if not that and is_that(scene, k) and "quote" in takes.alone:
            return scene.tokens[k + 1].start if takes.closes and _of_speech(scene, k) else None
        if that and (takes.asks or at_once(scene, k, start) or not conditional(scene, k, alike="ب" in takes.alone)):
            if text[0] in "وف" or scene.text(k - 1) == "لا" or (k > start and not walk.inner and anothers(scene, k)):
                return None  # `، فإن`, `وأن`, `لا أن`
            return scene.tokens[k + 1].start if k + 1 < hi else None
        if takes.direct and (said_at := own_words_at(scene, k, hi, first=k == start)) is not None:
            return scene.tokens[said_at].start
        if (begun := _at_once(scene, k, takes, fresh=fresh and k == start, owned=objects and k > start)) is not None:
            return scene.tokens[begun].start
        if text in OPENING and k in scene.quotations:
            if (said := _quoted(scene, walk, hi, takes, first=k == start, fresh=fresh)) is not None:
                return said
            walk.k = scene.quotations[k][0].last
            continue
        if text == ":":
            return _behind_colon(scene, k, hi, takes, at_once=k == start)
        if strayed > 1 and says(scene, k):  # `هاجم النائب سياسة الوزارة قائلا: «…»`
            return None
        if spoken_on(scene, walk, takes):
            takes = aloud(takes) if text in SAYING and takes.speaks else takes
            continue
        found = asked_with(scene, k, takes, start) or behind_preposition(scene, walk, hi, takes, loose)
        if found is not None or _another_phrase(scene, k):
            return found
        if walk.k > k or carrier(scene, walk, hi) or aside(scene, walk, hi, takes):
            continue
        if stops(scene, k) or (not (objects or loose) and told_on(scene, k)):
            return None
        if (fresh or walk.heard) and may_begin(scene, k, takes):
            found = _object(scene, walk, hi, takes)
            if found is not None or takes.offers:
                return found
        told_of = scene.text(k - 1) == "ما" and "quote" not in takes.alone  # `واصفا ما ينشر بأنه`
        another = not told_of and (another_cue(scene, k, start) or (k > start and strays(scene, k, takes)))
        if another or (k > start and next_clause(scene, k)):
            return None
        fresh = fresh and (text in COMMAS or role(text) in ("adverb", "hearer"))
        strayed += text not in COMMAS and role(text) not in ("preposition", "during", "adverb", "of media")
        if strayed > _STRAY:
            return beyond_comma(scene, k, hi) if takes.direct else None
        walk.k += 1
    return None


def _of_speech(scene: Scene, k: int) -> bool:
    """`تختم مقالها بأن`, but `تختم مقالها بالقول إن`: أن at k with ب behind what somebody ends."""
    return scene.text(k)[0] == "ب" and scene.text(k - 1).endswith(("ه", "ها", "هم"))


def _own_deed(scene: Scene, k: int) -> bool:
    """`أبلغت الحركة الوسطاء موافقتها`, `أبلغ الوزير نظيره استعداد بلاده`: what its teller does or will do."""
    last = k if scene.written(k).endswith(("ه", "ها", "هم")) else k + 1
    mine = scene.written(last).endswith(("ه", "ها", "هم")) and (last == k or scene.text(last).startswith("بلاد"))
    governed = role(scene.text(k - 1)) != "" or scene.text(k)[0] in "بل"  # `عقب وصوله إلى المطار أنه`
    return mine and not governed and deed_at(scene, k) is not None


def _behind_colon(scene: Scene, k: int, hi: int, takes: Governs, *, at_once: bool) -> int | None:
    """Behind a colon; in a headline one right behind any verb opens what is said: `الوزير يحذر: السد في خطر`."""
    told = at_once and "أن" in takes.alone and not takes.offers and scene.in_title(k)
    return scene.tokens[k + 1].start if k + 1 < hi and (told or {"colon", "quote"} & takes.alone) else None


def _at_once(scene: Scene, k: int, takes: Governs, *, fresh: bool, owned: bool) -> int | None:
    """The token at which a question begins (`سأل متى`), a term right behind the cue (`fresh`), or behind the one told
    a deed of its teller's own (`owned`)."""
    begun = question(scene, k) if "wh" in takes.soft else None
    blamed = fresh and scene.text(k).startswith(_BLAME) and scene.text(k + 1) == "عن"  # `أعلن X مسؤوليته عن الهجوم`
    here = blamed or (fresh and so_long(scene, k, takes)) or (owned and takes.informs and _own_deed(scene, k))
    return k if begun is None and here else begun


_BLAME = ("مسؤوليت", "مسئوليت")


def _quoted(scene: Scene, walk: Walk, hi: int, takes: Governs, *, first: bool, fresh: bool) -> int | None:
    """The reading offset at which the quotation at the walk's place is what was said; None where it is a name."""
    k = walk.k
    if _says_it(scene, walk, hi, takes, first=first, fresh=fresh):
        j = k - 1 if takes.weighs and role(scene.text(k - 1)) == "relative" else k
        while j < k and (scene.text(j - 1).startswith("ال") or scene.heads.get(j - 1)):
            j -= 1  # `كما هاجم خصومه الذين «يخلطون الأوراق»`
        return scene.tokens[j].start
    promised = "ب" in takes.alone and with_ba(scene, k + 1) and scene.quotations[k][0].last > k + 3
    return scene.tokens[k + 1].start + 1 if promised else None  # `وعد في بيان «بمحاسبة كل مقصر»`


def _says_it(scene: Scene, walk: Walk, hi: int, takes: Governs, *, first: bool, fresh: bool) -> bool:
    """Whether the quotation at the walk's place is what was said, and no name. `first`: right behind the cue."""
    k, after = walk.k, scene.quotations[walk.k][0].last
    closes = scene.text(after) in COMMAS | frozenset(".؛!؟") or after >= hi
    seen = "في" in takes.soft and closes and any(scene.text(j) == "في" for j in range(k - 6, k))
    named_here = scene.is_name(k) and not ((first or seen) and closes) and scene.text(k - 1) not in COMMAS
    told = "quote" in takes.alone and not named_here
    subject = fresh and scene.is_name(k) and deed_at(scene, after) is not None
    return (fresh or told or walk.heard) and not subject and not named(scene, k)


def _another_phrase(scene: Scene, k: int) -> bool:
    """`رد ببيان جاء فيه: …`, `عكس ما أراده، ولذا فمن المتوقع أن`: fixed words that open a content of their own."""
    if k not in scene.phrases:
        return False
    return any(hit.row["lemma"] == "جاء في" or hit.row["lemma"].startswith("من ") for hit in scene.phrases[k])


_REGARDS = frozenset("يتعلق يخص يتصل يرتبط".split())


def _passed(scene: Scene, walk: Walk, takes: Governs, hi: int) -> int:
    """How many words at the walk's place open nothing; of a feeling (`أبدى قلقه من أن`) the walk keeps the stance."""
    k, word = walk.k, scene.text(walk.k)
    if learnt_at(scene, k, takes):
        return 0
    if word in _DASHES and scene.text(k + 1).isalpha() and _dash_before(scene, k):
        return 1  # `نفى سليم الناجي -محلل مالي- وجود أزمة`
    if word in STARTS and "أن" in takes.alone and (comma := past_clause(scene, k, hi)) > k + _BRIEF:
        return comma - k
    if talking(scene, k):
        return 1  # `، متحدثا إلى إذاعة الساحل، إن`
    if (doing := circumstance(scene, k)) > 0:
        return doing  # `قال المدير وهو يبتسم إن`
    if (shown := on_screen(scene, k, hi)) is not None:
        if walk.before and walk.before[-1].last == k:
            walk.before.pop()  # `مع برنامج «الحصاد» على قناة X`
        walk.before.append(shown)
        return shown.last - k
    felt = range(k, k + 1 + 2 * thanks_in_full(scene, k)) if takes.feels else ()
    if (at := next((j for j in felt if j in scene.feelings), None)) is not None:
        walk.inner = walk.inner or scene.feelings[at][0].row  # `شكره`, `وافر شكره`, `أسمى آيات الشكر`
    about = k in scene.heads and scene.text(k + 1) == "عن" and "عن" in takes.alone
    if about and any(hit.row["class"] == "reports" for hit in scene.heads[k]):
        return 1  # `تداولت صفحات أنباء عن ترحيل`
    if word in {";", "؛"} and PREPOSITIONS.get(scene.text(k + 1)) in takes.alone:
        return 1  # `كشف المدير "سليم الناجي"؛ عن خطة`
    if word == "فيما" and scene.text(k + 1) in _REGARDS and with_ba(scene, k + 2):
        return max(noun_phrase(scene, k + 2, hi, hung=True) - k, 3)  # `المتحدث باسم المهرجان فيما يتعلق بالعروض`
    if takes.writes and (paper := printed(scene, k, takes)) is not None:
        walk.before.append(paper)
        return paper.last - k
    if takes.wishes and word[:1] == "ل" and k not in scene.times:
        return for_whom(scene, k) or how_said(scene, k)
    if "ل" not in takes.alone and (whom := audience_at(scene, k, hi)) > 0:
        return whom  # `نفى الوزير [لمجلس النواب] توقف الأعمال`
    return how_said(scene, k) or pious(scene, k) or in_forecast(scene, k) or _occasion(scene, k, takes)


_DASHES = frozenset("-–—")


def _dash_before(scene: Scene, k: int) -> bool:
    """Whether the dash at k closes what another one opens a few words before, in the same sentence."""
    return any(scene.text(j) in _DASHES for j in range(max(scene.sentence_start(k), k - 12), k - 1))


def _occasion(scene: Scene, k: int, takes: Governs) -> int:
    """How many words at k tell on what occasion it was said; 0 where a medium may name its outlet, or the cue governs
    what stands there."""
    word = scene.text(k)
    medium = k + 1 in scene.media and word in {"في", "خلال"} and not met_with(scene, k + 2)
    if word not in STARTS or k in scene.times or medium:
        return 0
    if word != "علي" and PREPOSITIONS.get(word) in takes.prepositions:
        return 0
    there = scene.mentions.get(k + 1) if word in {"في", "من"} else None
    if there is not None and there[1].type in ("GPE", "LOC"):
        return there[0].last - k  # `نفى سامر الراوي في المنارة بيع الأرض`
    own = [word for word, spelt in PREPOSITIONS.items() if spelt in takes.prepositions]
    return occasion(scene, k, own) - k


def _object(scene: Scene, walk: Walk, hi: int, takes: Governs) -> int | None:
    """The reading offset of the bare object at the walk's place, or of the clause that a longer subject leads to."""
    k = walk.k
    if weighed(scene, k + 1) and scene.text(k) != "ما":  # but `انتقد ما وصفه بالتقصير`
        return None
    by = "ب" in takes.alone and takes.hearer != "obj" and with_ba(scene, k + 1)
    if by and deed(scene.text(k + 1)[1:].removeprefix("ال")) is not None:
        return None  # `تعهدت الشركة كتابة بتسليم المبنى`
    told = noun_phrase(scene, k, hi)
    if takes.hearer == "obj" and "colon" in takes.alone and told > k and scene.text(told) == ":" and told + 1 < hi:
        return scene.tokens[told + 1].start  # `ناشدت الأم السلطات: «…»`
    ahead = clause_ahead(scene, k, hi, takes.prepositions) if "أن" in takes.alone else None
    held = (deed_at(scene, k) and next_comma(scene, k, ahead or k) < (ahead or k)) or (
        scene.text(k) in _WORTH and ahead != k + 1  # `مؤكدا ضرورة التزام الحكومة بأن`
    )
    if ahead is not None and ahead + 1 < hi and not held:
        return scene.tokens[ahead + 1].start
    if "عن" in takes.alone and name_at(scene, k, hi):
        return None  # `كشف سامر الراوي عن`
    voiced = not takes.feels or k in scene.feelings or thanks_in_full(scene, k)
    voiced = voiced and (not takes.offers or walk.heard or offered(scene, k))
    if not voiced or clause_at_hand(scene, k, hi, takes):
        return None
    begun = past_subject(scene, k, hi) if takes.hearer != "obj" and not takes.feels else k
    if begun > k and "عن" in takes.alone and any(scene.text(j) == "عن" for j in range(k, begun)):
        return None  # `كشف وزير في الحكومة الشرعية عن تبني الدولة إعادة`
    if not (takes.weighs or takes.feels) and settled(scene, begun):
        return None  # `أعلنت السلطات في المناطق الأربع`: no deed
    return scene.tokens[begun].start if begun > k else past_addressee(scene, k, hi, takes)
