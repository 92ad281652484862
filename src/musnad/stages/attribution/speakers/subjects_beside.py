"""The phrase that ends right before a verb and may be its subject."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import role, skip_connectives
from musnad.stages.attribution.speakers.subjects_apart import apposed_name, in_town, named_as_one
from musnad.stages.attribution.speakers.subjects_whole import whole_person
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["right_before"]


def right_before(scene: Scene, i: int, clause: Place, lo: int, *, relative: bool) -> Place | None:
    """The phrase of a clause that ends right before its verb; an empty place where what ends there tells nothing."""
    first, stop = clause
    head_at = skip_connectives(scene, first, stop)
    for s in range(head_at, stop):
        if scene.text(s) in {"اخري", "اخر"} and s > lo and scene.text(s - 1).isalpha():
            continue  # `أهداف أخرى يصفونها`: no other one
        known = s == first or s in scene.heads or s in scene.mentions or (relative and scene.is_name(s))
        hung = s > lo and (role(scene.text(s - 1)) in ("preposition", "during", "place") or in_town(scene, s, lo))
        hung = hung or (s > lo and scene.text(s - 1) in _WITH) or (s > lo and s - 1 in scene.phrases and not relative)
        among = stop - s <= 3 and not scene.text(s).startswith("ال")  # `مع أخبار أشارت إلى …`
        fronted = s == first + 1 and role(scene.text(first)) == "place"  # `أمام المصرف هتف محتجون`
        among = among and s in scene.heads and not (_is_somebody(scene, s) or fronted)
        hung = hung and not relative and (not among or scene.text(s) in _ASIDE)
        if known and hung and not (relative or among) and _is_somebody(scene, s) and _reaches(scene, s, stop, relative):
            return Place(i, i)  # `نتائج المباحثات التي أجراها مع الوزير تؤكد`: he does not
        leads = s == first and to_name(scene, s, noun_phrase(scene, s, stop), stop, alone=True) == stop
        if s == head_at and not (relative or hung) and whole_person(scene, s, stop) and _agrees(scene, i, s, stop):
            return Place(s, stop)
        tied = relative or (s == first and s in scene.mentions and scene.text(s)[0] in "وف")  # `وسليم الناجي يقول`
        if known and not hung and (leads or _reaches(scene, s, stop, tied)) and can_speak(scene, s, stop):
            whose = _whose_words(scene, i, s, stop) or apposed_name(scene, s, stop) if relative else s
            s = whose if relative else named_as_one(scene, _latter(scene, i, s, stop), first)
            if not relative and s > first and (both := _with_first(scene, i, first, s)) is not None:
                return Place(both, stop)
            nothing = not relative and _of_other_gender(scene, i, Place(s, stop))
            return Place(i, i) if nothing else Place(s, stop)
    return None


def _agrees(scene: Scene, i: int, s: int, stop: int) -> bool:
    return any(fits_phrase(scene, hit.row, Place(s, stop)) for hit in scene.forms[i])


def _is_somebody(scene: Scene, s: int) -> bool:
    if scene.text(s - 1) == "تحت" and scene.text(s) == "لواء":
        return False  # `المنضوية تحت لواء التحالف`: a banner
    return any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(s, ()))


_WITH = frozenset("بحضور برئاسه بمشاركه بقياده برعايه باشراف".split())  # `اجتماع بحضور الوزير يتوقع أن يناقش`
_ASIDE = frozenset("جهه ناحيه جانب".split())  # `من جهة المنافسين أعلنت الشركة`


def _of_other_gender(scene: Scene, i: int, place: Place) -> bool:
    """`في تصريحات يرجح أن تستفز الجيران`: a document of another gender than the verb's tells nothing."""
    found = head(scene, place)
    document = found is not None and found.row["kind"] == "document" and scene.text(i + 1) not in {"فيه", "فيها"}
    return document and not any(fits_phrase(scene, hit.row, place) for hit in scene.forms[i])


def _paper_at(scene: Scene, j: int) -> bool:
    return any(hit.row["kind"] == "document" for hit in scene.heads.get(j, ()))


def _whose_words(scene: Scene, i: int, s: int, stop: int) -> int:
    """`كلمة للأستاذ هشام النوري الذي أعرب`: a feminine noun has not spoken, whoever's speech it is has; 0 for none."""
    other = scene.text(i - 1) == "الذي" and scene.text(s).endswith("ه") and _paper_at(scene, s)
    people = (j for j in range(s + 1, stop) if scene.text(j)[:1] == "ل" and _is_somebody(scene, j))
    return next(people, 0) if other else 0


def _with_first(scene: Scene, i: int, first: int, s: int) -> int | None:
    """`مدير المدرسة سامي الراوي وعدد من المعلمين أكدوا`: where the first of two begins whom a verb of many is of."""
    many = all(hit.row.get("number") in ("many", "two") for hit in scene.forms.get(i, ()))
    k = skip_connectives(scene, first, s)
    whole = many and scene.text(s)[:1] == "و" and k < s and noun_phrase(scene, k, s) == s and can_speak(scene, k, s)
    return k if whole else None


def _latter(scene: Scene, i: int, s: int, stop: int) -> int:
    """`إجلاء السياح والحكومة تنفي`: many and a body before a verb in the singular: the verb is the body's alone."""
    found = head(scene, Place(s, stop))
    many = found is not None and found.row["number"] == "many"
    single = all(hit.row.get("number") == "one" for hit in scene.forms[i])
    for j in range(s + 1, stop if many and single else s):
        place, mention = scene.mentions.get(j, (None, None))
        if place is not None and mention is not None and place.last == stop and mention.type in ("ORG", "PER", "GPE"):
            return j if scene.text(j)[:1] == "و" and scene.clitic_on_name(j) else s
    return s


def _reaches(scene: Scene, s: int, stop: int, relative: bool) -> bool:
    """Whether the phrase at s runs to `stop`; of a person, the last words of an unknown name may stand between."""
    end = noun_phrase(scene, s, stop, hung=relative)
    person = any(hit.row["class"] == "person" for hit in scene.heads.get(s, ()))
    rest = range(end, stop)
    return (
        end > s
        and len(rest) <= (2 if person else 0)
        and all(
            scene.text(j).isalpha()
            and not role(scene.text(j))
            and j not in scene.forms
            and not _paper_at(scene, j)  # `صدر عن نقابة الأطباء بيان أكد`
            and not scene.in_time(j)
            and not scene.written(j).endswith(("ا", "اً", "ًا"))  # `عقد الوزير مؤتمرا قال فيه`
            for j in rest
        )
    )
