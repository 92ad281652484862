"""The verb that somebody acts in, whatever it tells, and where its subject may begin."""

from __future__ import annotations

import re

from musnad.stages.attribution.cues.occasions import event
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, with_ba, without_and
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.stages.attribution.transmitters.outlets import outlet_at
from musnad.text import fold
from musnad.verbs import Verb, verb

__all__ = ["agrees", "behind_verb", "told_by_verb"]

_SUCH = frozenset("ذلك هذا الراي".split())

# What may stand between a verb and its subject.
_BETWEEN = frozenset(
    "له لها لهم به بها بهم عليه عليها فيه فيها منه منها معه معها معهم"
    " معهما لهما بهما عليهما عليهم عنه عنها اليهم اليهما ايضا كذلك بدوره بدورها اليه اليها ذلك بذلك".split()
)


def behind_verb(scene: Scene, first: int, k: int, at: int) -> int | None:
    """Where the subject of a verb at token k may begin, past pronouns, times and who was told; None for no verb."""
    word = scene.text(k)
    of_many = word.endswith("وا") and len(word) > 4  # `نطقوا الشهادتين`: the subject is in the verb
    noun = scene.in_name(k) or _is_head(scene, k) or scene.written(k).endswith("ة")
    noun = noun or scene.written(k).lstrip("وف")[1:2] == "\u064f"  # `تُصنف الدول`: no subject acts
    if of_many or noun or not _verb(scene, k, first):
        return None
    before = scene.text(k - 1)
    still = word in {"يزال", "تزال", "زال", "زالت"} and before in {"ما", "لا", "وما", "ولا"}  # `ما يزال العمال يأملون`
    denied = still or (k == first + 1 and before in {"لم", "لا", "لن", "ولم", "ولا", "ولن"})  # `ولم يقتنع النائب`
    tied = is_that(scene, k - 1) or role(before) in ("relative", "negation") or before == "ما"
    tied = tied and not (word.endswith("ه") and without_and(scene.text(k - 2)) in {"هو", "هذا"})  # `وهو ما أيده النائب`
    tied = tied or (before == "لما" and word.endswith(("ه", "ها")))  # `لما نشرته الصحيفة`
    if k > first and tied and not denied:
        return None
    i = k + 1
    while i < at:
        outlet = outlet_at(scene, i, at)
        if outlet is not None:
            i = outlet.last
        elif scene.text(i) in _BETWEEN or scene.in_time(i) or role(scene.text(i)) in ("adverb", "hearer"):
            i += 1
        elif scene.text(i) == "الراي" or (scene.text(i) == "في" and scene.text(i + 1) in _SUCH):
            i += 1 + (scene.text(i) == "في")  # `وأيده في ذلك زميله قائلا`, `ووافقه الرأي زميله وقال`
        elif scene.text(i) == "هذا" and (scene.text(i + 1) == "ل" or outlet_at(scene, i + 1, at)):
            i += 1  # `كشف هذا لـ«المرفأ» مدير المكتب وقال`
        elif _ours(scene, i):
            i = scene.quotations[i][0].last
        elif scene.text(i)[:1] == "ل" and len(scene.text(i)) < 3 and scene.text(i + 1) == scene.text(i + 3) == "»":
            i += 4  # `قال ذلك لـ»المرفأ» وزير النقل`
        else:
            break
    return _past_phrase(scene, i, at)


def _past_phrase(scene: Scene, i: int, at: int) -> int:
    """`اهتمت بالخبر [صحيفة «الأفق»]`, `تحدث في البداية [الأستاذ سامي]`: past a preposition's phrase, where somebody
    follows; else i."""
    apart = role(scene.text(i)) == "preposition"
    if not (apart or with_ba(scene, i) or scene.text(i) in _BY_THIS):
        return i
    end = event(scene, i + apart, at)
    while end < at and (scene.text(end) in COMMAS or scene.text(end) in _BETWEEN):
        end += 1  # `بهذا الموضوع، أيضا، `
    named = scene.mentions.get(end)
    known = named is not None and named[1].type in ("PER", "ORG", "OUTLET")
    titled = named is not None and any(hit.row["class"] == "person" for hit in scene.heads.get(end - 1, ()))
    known = (known and not titled) or any(hit.row["class"] in _ACTORS for hit in scene.heads.get(end, ()))
    return end if i + apart < end < at and known and starts_phrase(scene, end) else i


_BY_THIS = frozenset({"بهذا", "بهذه", "لهذا", "لهذه"})
_ACTORS = ("person", "body", "organization", "outlet", "agency")


def _is_head(scene: Scene, k: int) -> bool:
    """Whether a head noun stands at k; `تسعى` is no `تسع`."""
    hits, found = scene.heads.get(k, ()), verb(scene.text(k))
    own = found is not None and not found.alike and all(hit.end < scene.tokens[k].end for hit in hits)
    return bool(hits) and not own


def _ours(scene: Scene, i: int) -> bool:
    """`رافقت «المرفأ» السفير`: the page's own outlet tells of whom it met."""
    named = scene.mentions.get(i + 1) if scene.text(i) in OPENING and i in scene.quotations else None
    return named is not None and named[1].type == "OUTLET" and named[1].entity == scene.doc.outlet


def _verb(scene: Scene, k: int, first: int) -> bool:
    if without_and(scene.text(k)) in {"كان", "كانت"}:
        return True
    if any(hit.row["class"] in ("perfect", "imperfect") and not hit.row.get("risk") for hit in scene.forms.get(k, ())):
        return True
    found, word = verb(scene.text(k)), scene.text(k)
    heads_clause = k == first or word[:1] == "و" or scene.text(k - 1) in COMMAS
    heads_clause = heads_clause or scene.text(k - 1) in _NEVER  # `ولم تعلق الشركة`
    if found is None:  # `وسارع بعض السياسيين إلى`
        return (
            k == first and starts_phrase(scene, k) and word.isalpha() and not deed(word) and not word.startswith("ال")
        )
    return not found.alike or heads_clause


def agrees(scene: Scene, k: int, place: Place) -> bool:
    """`وطالب الوزارة`: a verb of the other gender has its object behind it; `سألنا الوزيرة` tells whom we asked."""
    word = without_and(scene.text(k))
    found = verb(word)
    if found is None or (found.tense == "perfect" and word.endswith("نا")):
        return True
    past = found.tense == "perfect" and scene.text(k - 1) not in _NEVER  # `لم تعلق الوزارة`
    feminine = _of_her(word, found) if past else word[:1] == "ت" or word[:2] == "ست"
    return fits_phrase(scene, {"person": "3", "gender": "f" if feminine else "m"}, place)


def told_by_verb(scene: Scene, place: Place) -> str:
    """`قدمت [نور] استقالتها`: the gender of whoever acts at a place, by the verb right before; empty where none is."""
    word = without_and(scene.text(place.first - 1))
    found = verb(word)
    if found is None or found.alike or found.tense != "perfect" or word.endswith(("نا", "ا", "وا")):
        return ""
    return "f" if _of_her(word, found) else "m"


def _of_her(word: str, found: Verb) -> bool:
    """`أيدت`, `أيدته`; not `أثبته`, whose own last letter ت is."""
    short = _PRONOUN.sub("", word)
    return word.endswith("ت") or (short.endswith("ت") and short != fold(found.row.get("past", short)))


_NEVER = frozenset("لم لن ولم ولن فلم فلن".split())
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")
