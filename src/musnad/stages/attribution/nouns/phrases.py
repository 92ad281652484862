"""Noun phrases as newsrooms write them: how far the words that name a source run.

Arabic marks the end of a noun phrase by definiteness: a construct stays open until a definite noun or
a name closes it, and after that only definite adjectives, names and appositions may follow.
"""

from __future__ import annotations

from musnad.stages.attribution.cues.thanks import THANKS
from musnad.stages.attribution.nouns.appositions import (
    apposed,
    body_apposed,
    meanwhile,
    names_again,
    object_behind,
    says_more,
)
from musnad.stages.attribution.nouns.clause_ends import before_governed
from musnad.stages.attribution.nouns.heads import about_so_many
from musnad.stages.attribution.nouns.indefinite import indefinite, owns_nothing, somebody_described
from musnad.stages.attribution.nouns.issued import apart_end, came_out, issued
from musnad.stages.attribution.nouns.modifiers import (
    another_body,
    belongs,
    counts,
    of_paper,
    own_words,
    public,
    purpose,
    said_again,
    speaks,
)
from musnad.stages.attribution.nouns.phrase_ends import ends_it, past_it, reopened
from musnad.stages.attribution.nouns.phrase_starts import THESE, hangs, starts_phrase
from musnad.stages.attribution.nouns.pronouns_within import its_own
from musnad.stages.attribution.nouns.ranked import (
    definite_title,
    joined_title,
    may_have_second,
    one_of_them,
    partner,
    ranked_title,
    surname,
    titles,
)
from musnad.stages.attribution.nouns.ranks import past_rank
from musnad.stages.attribution.nouns.units import (
    AND_HE,
    closes,
    deed_quoted,
    past_head,
    past_unit,
    plain_noun,
    quoted_name,
    relative_end,
    talking,
    withheld_end,
    without_loose_ends,
)
from musnad.stages.attribution.nouns.within import goes_on
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    OWN_NAME,
    SELF,
    by_amount,
    is_that,
    next_comma,
    role,
    with_ba,
    withheld,
    without_and,
)
from musnad.stages.attribution.transmitters.persons import each_of

__all__ = ["LOOKS", "noun_phrase"]


def noun_phrase(
    scene: Scene, first: int, stop: int, governed: frozenset[str] = frozenset(), *, hung: bool = False
) -> int:
    """Where the noun phrase that begins at token `first` ends (exclusive); `first` where none does.

    A preposition in `governed` belongs to the verb beside the phrase and ends it. `hung`: one may be written
    on the first word (`بموقع X الذي نفى`).
    """
    known = hung and (first in scene.mentions or bool(scene.heads.get(first)))
    if first >= stop or not (starts_phrase(scene, first) or known):
        return first
    i, closed, named, person = past_head(scene, first), False, False, False
    while i < stop:
        text = scene.text(i)
        if (past := past_unit(scene, first, i, stop)) > i:
            i, closed = past, closed or came_out(scene, first, i, past)
            continue
        if i > first and past_it(scene, first, i, governed, closed=closed and not named):
            break
        if i in scene.mentions and (i == first or not closed or apposed(scene, i) or belongs(scene, i)):
            place, mention = scene.mentions[i]
            if place.last > stop or (i > first and owns_nothing(scene, i)):
                break
            i, closed, named = place.last, True, named or mention.type == "PER"
            continue
        if text in OPENING and i in scene.quotations:
            said = named or (closed and deed_quoted(scene, first, i)) or _workers(scene, i - 1)
            if (end := quoted_name(scene, i, stop, told=said and "obj" in governed)) == i:
                break
            i, closed, named = end, True, named or _somebody(scene, i + 1, end)
            continue
        if text in COMMAS or text == "-" or (text == "؛" and named):
            further, more = _apposition(scene, first, i + 1, stop, named), each_of(scene, first, i)
            if (further == i + 1 and not more) or object_behind(scene, first, i, owned="obj" in governed):
                break
            i, closed, named = (i + 1, False, False) if more else (further, True, True)
            continue
        past, whole = past_rank(scene, first, i, governed) if closed and not named and i > first else (i, False)
        if past > i:
            i, closed, named, person = past, whole, whole, not whole
            continue
        ends = i > first and ends_it(scene, first, i, stop, governed, bare=closed and not named)
        free = closed and named and not ends and "obj" not in governed
        may = named or person or may_have_second(scene, first, governed) or joined_title(scene, first, i)
        may = may and closed and not ends
        second = may and titles(scene, i, experts=free or one_of_them(scene, i))
        if second or (closed and not ends and partner(scene, i)):
            closed, named, person = False, False, True  # `جون مارس وزير النقل`: a second phrase
        elif (free and definite_title(scene, i)) or (closed and named and not ends and ranked_title(scene, i)):
            named, person = False, True
        elif free and surname(scene, i):
            i += 1
            continue
        step = i if ends else _word(scene, i, stop, first, governed, closed, named)
        if step == i:
            break
        i, closed = step, (closed or closes(scene, i)) and not issued(scene, first, i) and role(text) != "called"
        if reopened(scene, i) or (of_paper(scene, first, i - 1) and not scene.text(i - 1).startswith("لل")):
            closed = False
    return without_loose_ends(scene, first, i)


LOOKS = frozenset("النظر الانتباه الانظار النقاب الستار الستاره اللثام".split())  # `لفت الوزير النظر`, of the verb


def _somebody(scene: Scene, i: int, end: int) -> bool:
    """`الرئيس “سليم الناجي” في أكثر من مناسبة`: whether a person's name begins at i, in quotation marks, with no title
    behind them at `end`."""
    return i in scene.mentions and scene.mentions[i][1].type == "PER" and role(scene.text(end)) == "preposition"


def _writer(scene: Scene, first: int) -> bool:
    """`المؤلفة الرئيسية للدراسة`"""
    return scene.text(first).removeprefix("ال").startswith(("مؤلف", "معد", "باحث", "كاتب", "مشرف", "محرر"))


def _workers(scene: Scene, i: int) -> bool:
    """`العاملون`, `نقابيون`; but `تلفزيون`."""
    return scene.text(i).endswith("ون") and not any(hit.row["number"] == "one" for hit in scene.heads.get(i, ()))


def _word(scene: Scene, i: int, stop: int, first: int, governed: frozenset[str], closed: bool, named: bool) -> int:
    """Past the plain word at i where the phrase goes on through it, else i."""
    text = scene.text(i)
    if not text or not (text[0].isalnum() or text[0] in "@#%"):
        return i
    what = "" if plain_noun(scene, first, i) else "quantifier" if about_so_many(scene, i) else role(text)
    told = what == "called" or its_own(scene, first, i) or text in {"باسم", "بلسان"} or issued(scene, first, i)
    if i > first and told:
        return i + 1  # `مسافر يدعى سليم`, `الصحيفة المقربة منها`
    if i > first and withheld(scene, i):
        return (end := withheld_end(scene, i, stop)) - said_again(scene, end - 1)  # `مسؤول لم تسمه القول إن`
    owned = not closed and scene.text(i + 1)[:2] == "ال" and not somebody_described(scene, first, i)
    these = text in THESE and (i == first or owned)  # `أحد هذه المصادر`; `أيد مصدر أمني هذه الحصيلة`
    these = these or (text == "هؤلاء" and i == first + 1 and not closed)  # `جميع هؤلاء`
    if (text in SELF and i > first) or these:
        return i + 1
    if what == "relative" and text != "من":
        return _past_relative(scene, i, stop, first, governed)
    if text == "غير" and (scene.text(i + 1).startswith("ال") or (i > first and scene.text(i + 1)[:2] != "ان")):
        return i + 2  # `المصادر غير الرسمية`, `تقارير غير مؤكدة`
    if text == "شبه" and i > first and scene.text(i + 1).startswith("ال"):
        return i + 2  # `صحيفة «الوطن» شبه الرسمية`
    if what == "preposition":
        shared = text == "من" and i > first and counts(scene, i - 1)
        return i + 1 if shared or goes_on(scene, i, stop, first, closed, named) else i
    if what == "place" and i > first and not named:
        return i + 1 if text != "امام" or public(scene, first) else i
    if what and what not in ("quantifier", "of media"):
        return i
    if what == "quantifier":
        return i + 1 if not closed or i == first else i
    if (
        is_that(scene, i)
        or text in LOOKS
        or (closed and text in THANKS)
        or (i > first and (said_again(scene, i) or speaks(scene, i)))
        or own_words(scene, i)
        or (text in {"باسمه", "باسمها"} and scene.text(i + 1)[:4] == "واسم")  # `أعرب الملك باسمه واسم شعبه`
        or (named and i in scene.media and scene.text(i).endswith(("ه", "ها", "هم")))  # `ختم سليم تغريداته`
    ):
        return i
    if closed and not named and i > first and (purpose(scene, i) or of_paper(scene, first, i)):
        return i + 1
    if i > first and by_amount(text):
        return i  # `(قدرت الكلفة، بحسب) الوزارة بمليار دولار`
    if (hangs(scene, i) or with_ba(scene, i)) and i > first:
        said = any(hit.row["kind"] in ("document", "media_reports") for hit in scene.heads.get(i, ()))
        wrote = text.startswith("لل") and scene.text(i - 1).startswith("ال") and _writer(scene, first)
        return i + 1 if not named and (wrote or not said) else i
    if not closed:
        return i if owns_nothing(scene, i) or indefinite(scene, first, i) else i + 1
    if another_body(scene, i):
        return i + 1
    if named:
        return i + 1 if titles(scene, i) else i
    bare = without_and(text) if text[0] in "و" else text
    if bare.startswith("ال") and len(bare) > 3:
        return i + 1
    return i


def _past_relative(scene: Scene, i: int, stop: int, first: int, governed: frozenset[str]) -> int:
    """Past a relative clause at i up to its comma or to what the verb before it governs; i where it is another's."""
    if any(hit.row["lemma"] == "نقل" for hit in scene.forms.get(i + 1, ())) and scene.text(i + 2) != "عنها":
        return i
    clause = before_governed(scene, i, relative_end(scene, i, next_comma(scene, i, stop)), governed)
    return clause if clause - i < 25 and i > first else i


def _apposition(scene: Scene, head: int, first: int, stop: int, named: bool) -> int:
    """Where an apposition behind a comma ends (before its closing comma), or `first` where there is none; the phrase
    begins at token `head`."""
    if (apart := apart_end(scene, head, first - 1, stop)) > first:
        return apart
    text = scene.text(first)
    if talking(scene, first):
        return first
    if text in {"كي", "لكي"} and scene.text(first - 2) in OWN_NAME:  # `طلب عدم نشر اسمه، كي يتحدث بحرية، إن`
        return relative_end(scene, first, next_comma(scene, first, stop))
    if role(text) == "relative" and any(hit.row["lemma"] == "نقل" for hit in scene.forms.get(first + 1, ())):
        return first  # `صحيفة X، التي نقلت بدورها عن Y`: one link more
    told = role(text) == "called" or (role(text) == "relative" and text != "من")
    if withheld(scene, first) or told or (text in AND_HE and not meanwhile(scene, first + 1)):
        comma = next_comma(scene, first, stop)
        if is_that(scene, comma + 1):
            return comma  # `الدراسة، التي وصفت الخطة بأنها الأولى، أن`
        return first if says_more(scene, first) else relative_end(scene, first + 1, comma)
    fits = names_again(scene, first, stop, named=named)
    if body_apposed(scene, first, stop):
        return next_comma(scene, first, stop)
    own = any(hit.start == scene.tokens[first].start for hit in scene.heads.get(first, ()))  # `وزير`
    if not fits or not starts_phrase(scene, first) or (text[0] == "و" and not own) or speaks(scene, first):
        return first
    return noun_phrase(scene, first, min(stop, next_comma(scene, first, stop)))
