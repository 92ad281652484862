"""Speakers with long titles: `أوضح رئيس لجنة الحكام وعضو الاتحاد سامي الراوي، أن …`.

Between a verb of saying and its أن stand the speaker and when, where or to whom it was said. What a phrase alone
leaves open (a second title, an unknown name) the أن behind it decides.
"""

from __future__ import annotations

import re

from musnad.stages.attribution.cues.thanks import THANKS
from musnad.stages.attribution.nouns.asides import aside, charged
from musnad.stages.attribution.nouns.modifiers import so_that
from musnad.stages.attribution.nouns.title_marks import named
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.government import PREPOSITIONS
from musnad.stages.attribution.page.moods import MOOD
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    everyday,
    finite,
    is_that,
    next_comma,
    role,
    with_ba,
    without_and,
)

__all__ = ["clause_ahead", "completes", "far_name", "speaker_end", "to_name", "weighed"]

_REACH = 44
_STOPS = frozenset(":;؛.!؟?-–")
# `ضرورة أن`, `فكرة أن`: a noun that a clause completes is an object itself.
_WHOSE_CLAUSE = frozenset(
    "ضروره اهميه فكره حقيقه احتمال احتماليه امكانيه وجوب فرضيه مساله خبر نبا قضيه بشرط شرط رغم وجود الا "
    "الرغم الاعتبار الحسبان العلم بحكم اي لدرجه درجه حد اساس اعتبار باعتبار حجه بحجه ذريعه بذريعه بدعوي سبيل امل "
    "نتيجه بسبب".split()
)


def completes(scene: Scene, that: int) -> bool:
    """`ضرورة أن`, `فكرة أن`: the clause belongs to the noun before it."""
    return scene.text(that - 1) in _WHOSE_CLAUSE


def clause_ahead(scene: Scene, k: int, hi: int, governed: frozenset[str] = frozenset()) -> int | None:
    """The أن that the words from k on lead to without another verb of saying, a relative clause or a quotation.

    Behind a preposition only where the cue governs it (`governed`).
    """
    j, stop = k, min(k + _REACH, hi)
    while j < stop:
        text = scene.text(j)
        if text[:2] in ("ان", "با") and is_that(scene, j) and not scene.in_name(j):
            before = scene.text(j - 1)
            hung = role(before) == "preposition" and (PREPOSITIONS.get(before) not in governed or before == "علي")
            own = completes(scene, j) or hung
            return j if j > k and not own else None
        what = role(text)
        if what == "relative" and is_that(scene, next_comma(scene, j, stop) + 1):
            return next_comma(scene, j, stop) + 1  # `في لقاء عقد أمس بعد الاجتماع الذي رأسه، أن`
        told_of = text == "ما" and role(scene.text(j - 1)) == "preposition"  # `تعليقا على ما نشر`
        if what in ("conjunction", "relative", "negation") and not told_of:
            return None
        if (text in _STOPS and not _no_stop(scene, j)) or _tells(scene, j) or _other_clause(scene, j):
            return None
        if j in scene.phrases and any(hit.row["lemma"].startswith("من ") for hit in scene.phrases[j]):
            return None
        if j in scene.quotations and (scene.is_name(j) or named(scene, j)):
            j = scene.quotations[j][0].last
            continue
        if text == "(":
            j = next((i for i in range(j + 1, min(j + 14, stop)) if scene.text(i) == ")"), j)
        if text in OPENING and text not in CLOSING:
            return None
        j += 1
    return None


def _no_stop(scene: Scene, j: int) -> bool:
    """`م. سامر`, `أوضح المدير؛ أن`: a point behind a letter, a semicolon before أن."""
    text = scene.text(j)
    return (text == "." and len(scene.text(j - 1)) == 1) or (text in {"؛", ";"} and is_that(scene, j + 1))


def _other_clause(scene: Scene, j: int) -> bool:
    """`خطة يصفها بأنها …`, `لسبب بسيط وهو أن`: the أن further on is of another clause."""
    reason = any(hit.row["lemma"] == "الحجة" and hit.start > scene.tokens[j].start for hit in scene.forms.get(j, ()))
    if scene.text(j) in {"هو", "هي", "وهو", "وهي"} or so_that(scene, j) or reason:
        return True  # `وحجته أن`
    return scene.text(j).endswith(("ه", "ها", "هم")) and (finite(scene, j) or weighed(scene, j))


def weighed(scene: Scene, j: int) -> bool:
    """`مبادرة وصفها رئيسها بأنها`: whether at token j somebody says what he makes of what stands before."""
    verbs = (hit.row for hit in scene.forms.get(j, ()) if hit.row["class"] in ("perfect", "imperfect"))
    pronoun = scene.written(j).endswith(("ه", "ها", "هم", "هما"))  # not `عدة`
    return pronoun and any(row["lemma"] in ("وصف", "اعتبر", "عدّ") for row in verbs)


def _tells(scene: Scene, j: int) -> bool:
    """A verb or participle of attribution at j, outside names."""
    if j not in scene.forms or scene.in_name(j):
        return False
    told_of = scene.text(j - 1) == "ما" or role(scene.text(j - 1)) == "relative"
    return not told_of and any(
        (hit.row["class"] in ("perfect", "imperfect") and not hit.row.get("risk") and hit.end == scene.tokens[j].end)
        or (hit.row["class"] == "participle" and (scene.text(j - 1) in COMMAS or is_that(scene, j + 1)))
        for hit in scene.forms[j]
    )


def to_name(scene: Scene, first: int, end: int, stop: int, *, alone: bool = False) -> int:
    """`المنسق المحلي للجمعية [لرعاية أيتام الجبل الدكتور نادر الشوبكي]`: the end of the name behind a long title.

    Behind `ل` and what an office is for, behind a second title;
    `alone`: behind anything, where the verb takes no person as its object.
    """
    aim = end < stop and scene.text(end)[:1] == "ل" and not role(scene.text(end))
    aim = aim and not (scene.heads.get(end) or scene.in_name(end))
    if not (aim or alone or (end < stop and _second_title(scene, end))):
        return end
    ones = [hit for hit in scene.heads.get(first, ()) if hit.row["number"] == "one"]
    kin = any(hit.row["class"] == "public" and hit.end < scene.tokens[first].end for hit in ones)  # `صديقه`
    if not (kin or _someone(scene, first)) or scene.names_in(Place(first, end), "PER"):
        return end
    for j in range(end + aim, min(end + (9 if aim else 14), stop)):
        if j in scene.mentions and scene.mentions[j][1].type == "PER":
            last = scene.mentions[j][0].last
            return last if last <= stop and not scene.clitic_on_name(j) else end
        if scene.text(j) in COMMAS or scene.text(j) in _STOPS | THANKS or is_that(scene, j):
            return end
        if finite(scene, j) and deed(scene.text(j)) is None:
            return end  # but `تحطم المركب`
        if (aim and with_ba(scene, j)) or without_and(scene.text(j)) in _WITH:
            return end
    return end


def _someone(scene: Scene, first: int) -> bool:
    """`مدير الشركة`, `الخبير`, `المحقق`: one person, or one of a kind that its article makes known."""
    ones = {hit.row["class"] for hit in scene.heads.get(first, ()) if hit.row["number"] == "one"}
    definite = scene.text(first).startswith("ال")
    return bool(ones & {"person", "experts"}) or (definite and bool(ones & {"public", "unnamed"}))


def _second_title(scene: Scene, i: int) -> bool:
    """`المدير العام للمصنع [ومستشار الوزارة سامي الراوي]`: another title of one person, joined to the first."""
    if scene.text(i)[:1] != "و" or i in scene.mentions:
        return False
    titles = (hit.row for hit in scene.heads.get(i, ()) if hit.start == scene.tokens[i].start + 1)
    return any(row["class"] == "person" and row["number"] == "one" for row in titles)


_WITH = frozenset("مع ان ومع برفقه بحضور الي من".split())  # somebody else follows


def far_name(scene: Scene, first: int, end: int, stop: int, governed: frozenset[str]) -> int:
    """`عضو مجلس النواب [سابقا فريد العلاوي] على أهمية`: a title runs on to the name before what the verb governs."""
    person = _someone(scene, first)
    word = scene.text(end)
    further = word.startswith("ال") or word in _FORMER or (word[:1] == "و" and role(word) == "") or with_ba(scene, end)
    further = further or (word == "علي" and charged(scene, end - 1))
    if "obj" in governed and word not in _FORMER and scene.text(end + 1) not in {"في", "من", "بين"}:
        return end  # `حذر الوزير السفراء سامي الراوي وغيره من`; but `حذر المعارض البارز في الحزب سامي الراوي من`
    if not person or not further or end >= stop or scene.names_in(Place(first, end), "PER"):
        return end
    for j in range(end, min(end + 12, stop)):
        if j in scene.mentions and scene.mentions[j][1].type == "PER":
            last = scene.mentions[j][0].last
            behind = last + (scene.text(last) in COMMAS)
            opens = (
                is_that(scene, behind) or scene.text(behind) == ":" or PREPOSITIONS.get(scene.text(last)) in governed
            )
            return last if opens and last <= stop else end
        known = scene.in_name(j) or bool(scene.heads.get(j))
        told = not known and (finite(scene, j) or scene.forms.get(j))
        if scene.text(j) in COMMAS | _STOPS or is_that(scene, j) or (j > end and aside(scene, first, j)) or told:
            return end
    return end


_FORMER = frozenset("سابقا حاليا السابق السابقه".split())


def speaker_end(scene: Scene, first: int, k: int, that: int) -> int:
    """How far the speaker who begins at `first` and is read up to k runs before the أن at `that`: at least to k."""
    if any(scene.text(j).removeprefix("ال") in {"نظر", "انتباه", "انظار"} for j in range(k, that)):
        return k  # `لفت النائب نظر الحاضرين إلى أن`
    that -= that - 1 > k and scene.text(that - 1) in {"علي", "الي", "عن", "من"}  # `شدد الخبير سليم الناجي على أن`
    bound = next((j for j in range(k, that) if j > first and aside(scene, first, j)), that)
    while bound > k and scene.text(bound - 1) in COMMAS | {"؛"}:
        bound -= 1
    if any(role(scene.text(j)) in ("relative", "negation") for j in range(k, bound)) or completes(scene, that):
        return k
    named = [
        scene.mentions[j][0].last for j in range(k, bound) if j in scene.mentions and scene.mentions[j][1].type == "PER"
    ]
    if named or _titled(scene, k, bound) or (k == first and _unknown_and_title(scene, k, bound)):
        k = bound
    elif (
        first < k < bound <= k + 10
        and scene.text(k)[:1] == "و"
        and not any(scene.text(j) in COMMAS or _surely(scene, j) for j in range(k, bound))
    ):
        k = bound  # `رئيس لجنة الملاعب وشؤون التحكيم في الرابطة فؤاد الجندي`
    elif first < k < bound and scene.text(k) in COMMAS and _someone(scene, first) and _unknown(scene, k + 1, bound):
        k = bound  # `مدرب الفريق، زدرافكو ملينيتش أن`
    elif k < bound and bound - k <= (5 if k > first else 10) and not (k == first and deed(scene.text(k))):
        k = bound if all(_plain(scene, j) for j in range(k, bound)) else k
    else:
        k = _before_aside(scene, first, k, bound, that)
    while k > first and (scene.text(k - 1) in COMMAS or role(scene.text(k - 1)) == "adverb"):
        k -= 1
    return k


def _unknown_and_title(scene: Scene, k: int, bound: int) -> bool:
    """`أعلن شهنواز درگاني رئيس الشرطة في إقليم الجنوب أن`: words that no table has, and behind them a title."""
    title = next((j for j in range(k + 2, min(k + 4, bound)) if _someone(scene, j)), None)
    told = title is not None and any(_surely(scene, j) or finite(scene, j) for j in range(title, bound))
    return title is not None and not told and _unknown(scene, k, title)


def _unknown(scene: Scene, k: int, stop: int) -> bool:
    """Whether two or three words are a name that no table has."""
    known = (scene.heads.get(j) or scene.forms.get(j) or deed(scene.text(j)) for j in range(k, stop))
    plain = all(_plain(scene, j) and len(scene.text(j)) > 2 for j in range(k, stop))
    return 2 <= stop - k <= 3 and plain and not any(known) and not all(everyday(scene.text(j)) for j in range(k, stop))


def _surely(scene: Scene, j: int) -> bool:
    return any(not hit.row.get("risk") for hit in scene.forms.get(j, ()))  # but `إدارة الدعم وإعادة التوطين`


def _plain(scene: Scene, j: int) -> bool:
    if scene.written(j).endswith(("اً", "ًا")) or (_HOW.fullmatch(scene.text(j)) and scene.text(j + 1) == ":"):
        return False  # `ضاحكا:` tells how; but `مدرب الفريق ريبوسا:`
    if MOOD.fullmatch(scene.text(j)):
        return False  # `العمال غاضبين:`
    cue = any(hit.end == scene.tokens[j].end for hit in scene.forms.get(j, ()))  # but `المحنا` is no `ألمحنا`
    return scene.text(j).isalpha() and not role(scene.text(j)) and not cue


_HOW = re.compile(r"(?:\wا\w\w|م\w{3,6}|\w\w?ي?\w)ا")


def _before_aside(scene: Scene, first: int, k: int, bound: int, that: int) -> int:
    """`أوضح مارك دوفانس، بلجيكي يعمل في التعليم، أن`: an unknown name, and between commas who that is."""
    comma = next((j for j in range(k, bound) if scene.text(j) in COMMAS), bound)
    named = first == k and k < comma <= k + 4 and scene.text(that - 1) in COMMAS
    return comma if named and all(_plain(scene, j) for j in range(k, comma)) else k


def _titled(scene: Scene, k: int, bound: int) -> bool:
    """Whether a title follows, behind a comma or not: `، وزير النقل`, `المشرف على البرنامج`."""
    k += k < bound and scene.text(k) in COMMAS
    if k >= bound:
        return False
    if role(scene.text(k)) == "place":
        return False  # `أمام` is no `إمام`
    heads = range(k, bound) if scene.text(k)[:1] == "و" else range(k, k + 1)
    titles = any(hit.row["class"] in ("person", "experts") for j in heads for hit in scene.heads.get(j, ()))
    return titles or (scene.text(k).startswith("ال") and bound - k > 1)
