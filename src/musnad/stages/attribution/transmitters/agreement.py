"""Gender and number: whether a verb without a subject can be said of a link told before."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import HONOURS, head, many_so
from musnad.stages.attribution.nouns.ranked import titles
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import VOWELS, is_number
from musnad.stages.attribution.transmitters.anaphora import feminine
from musnad.stages.attribution.transmitters.persons import joint, people_in

__all__ = ["agreement", "fits", "fits_phrase", "may_act", "own_medium"]

_HUMAN = frozenset({"person", "public", "experts", "anonymous"})
_BROKEN = frozenset(
    "مصادر اوساط دوائر جهات تقارير صحف وسائل صفحات حسابات منصات".split()
)  # plurals that a feminine verb goes with
_LADIES = frozenset("السيده الاميره الملكه الفنانه ام دار".split())


def fits(scene: Scene, form: Mapping[str, str], one: Link) -> bool:
    """Whether a verb form agrees with a link, as far as the link's words tell."""
    place = scene.place(one.span)
    several = one.kind == "public" and many_so(scene.text(place.first))  # `مسرحيون مهتمون`
    return fits_phrase(scene, form, place, one) and not (several and form.get("number") == "one")


def fits_phrase(scene: Scene, form: Mapping[str, str], place: Place, one: Link | None = None) -> bool:
    """Whether a verb form of the third person agrees with the noun phrase at a place; true where nothing tells."""
    if form.get("person") != "3" or form.get("gender") not in ("m", "f"):
        return True
    told = agreement(scene, place, one)
    if told is None:
        return True
    gender, number = told
    if form.get("number") in ("two", "many") and _joined_bodies(scene, place):
        return True
    if number and form.get("number") in ("one", "two", "many") and form["number"] != number:
        return False
    return not gender or form["gender"] == gender


def _joined_bodies(scene: Scene, place: Place) -> bool:
    """`حض الاتحاد الأوروبي والولايات المتحدة …، وأعربا عن`: bodies or states that و joins speak as two."""
    after = (i for i in range(place.first + 1, place.last) if i in scene.mentions and scene.text(i)[:1] == "و")
    return any(scene.mentions[i][1].type in ("ORG", "GPE") for i in after)


def own_medium(scene: Scene, place: Place) -> bool:
    """`وتختم مقالها بالقول`, `أنهى حديثه بالتأكيد`: what somebody ends has not ended itself."""
    pronoun = scene.written(place.first).endswith(("ه", "ها", "هم"))
    return place.last == place.first + 1 and place.first in scene.media and pronoun


def may_act(scene: Scene, form: Mapping[str, str], place: Place, *, verb: bool) -> bool:
    """Whether a verb or participle without a subject may be of whoever acts at a place, by gender and number."""
    gender, theirs = form.get("gender"), feminine(scene, place)
    if theirs is not None and gender in ("m", "f") and (gender == "f") != theirs:
        return False
    if own_medium(scene, place):
        return False
    several = is_number(scene.text(place.first)) or joint(scene, people_in(scene, place))
    if several and form.get("number") in ("two", "many"):
        return True  # `شاركت سلمى الناجي وسعاد الراوي، وقالتا`
    several = several and form.get("number") == "one"
    return not verb or (not several and fits_phrase(scene, form, place))


def agreement(scene: Scene, place: Place, one: Link | None = None) -> tuple[str, str] | None:
    """Gender and number of a phrase; an empty string for what its words do not tell, None where they tell nothing."""
    joint = one is not None and one.entity is not None and ";" in one.entity
    if joint:
        return None
    if scene.text(place.first) in {"احد", "احدي"}:
        return ("m" if scene.text(place.first) == "احد" else "f"), "one"
    found = head(scene, place)
    if found is None:
        named = scene.mentions.get(place.first)
        return ("", "one") if named and named[1].type == "PER" else None
    at = scene.index(found.start)
    row, word = found.row, scene.written(at).rstrip(VOWELS)  # `نبوءةٌ`
    if any(_and_title(scene, i) for i in range(at + 1, place.last)):
        return None  # `رئيس الوزراء ووزير الدفاع`: one with two offices, or two
    bare = scene.text(at).removeprefix("ال")
    if bare in _BROKEN or row["kind"] == "media_reports":
        return "f", "one"
    if row["number"] == "many":
        return ("", "many") if row["kind"] in _HUMAN else ("f", "one")
    if row["number"] == "two":
        return "", "two"
    if row["number"] != "one":
        return None
    if scene.text(at) in HONOURS or (scene.text(at) == "دوله" and scene.text(at + 1) in {"رئيس", "الرئيس"}):
        return ("f" if scene.written(at + 1).endswith("ة") else "m"), "one"  # `فضيلة المفتي`, `سمو الأميرة`
    if word.endswith("ة") or scene.text(at) in _LADIES:
        return "f", "one"
    form = row["form"].split("|")[0]
    whole = (" " in form and row["kind"] != "person") or form.startswith("ال")  # `القوات المسلحة`, `الأمم المتحدة`
    return ("", "one") if whole or word.endswith(("ه", "اء", "ى", "ا", "ات")) else ("m", "one")


def _and_title(scene: Scene, i: int) -> bool:
    """`ووزير`, `ومدير`; not `وزير`, `وكيل`."""
    if i not in scene.heads or scene.text(i)[:1] != "و":
        return False
    return any(hit.start > scene.tokens[i].start for hit in scene.heads[i]) and titles(scene, i)
