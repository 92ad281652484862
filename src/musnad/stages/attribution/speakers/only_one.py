"""Where nobody has spoken yet on a page: the only one named before a cue of whom its verb can be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import is_that, role
from musnad.stages.attribution.speakers.acting import agrees
from musnad.stages.attribution.transmitters.agreement import may_act
from musnad.stages.attribution.transmitters.kinds import link
from musnad.verbs import verb

__all__ = ["only_one"]

_TELLERS = ("person", "official_body", "anonymous", "experts")


def only_one(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """`تركزت محادثات الوزير سامر الحلو على الأزمة، معتبرا أن الحل قريب`: of the clause, else of the sentence before it.

    None where nobody or more than one can be meant, for a verb of the first or second person, for one of the present or
    a noun, with which a writer weighs things himself, and for a verb behind which an unknown subject may stand (`نفى
    بيكس بشدة أن`).
    """
    told = form.get("class") in ("perfect", "participle") and form.get("person") in ("3", None)
    if not told or _has_its_own(scene, at, form):
        return None
    for place in (Place(lo, at), *_before(scene, lo)):
        found = {_who(scene, one): one for one in _named(scene, place) if may_act(scene, form, one, verb=True)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _has_its_own(scene: Scene, at: int, form: Mapping[str, str]) -> bool:
    """Whether a finite verb stands in a relative clause, or before a word that opens nothing that is said."""
    if form.get("class") != "perfect":
        return False
    opens = is_that(scene, at + 1) or scene.text(at + 1) in f":{OPENING}"
    upon = role(scene.text(at + 1)) in ("preposition", "during", "place") and scene.written(at + 1) != "علي"
    relative = any(role(scene.text(k)) == "relative" for k in (at - 1, at - 2))
    return relative or not (opens or upon)


def _before(scene: Scene, lo: int) -> Iterator[Place]:
    """The sentence before the one that begins at token lo, in the page's body."""
    before = [(place, sentence) for place, sentence in scene.sentences if place.last <= lo][-1:]
    return (place for place, sentence in before if sentence.kind == "body")


def _named(scene: Scene, place: Place) -> Iterator[Place]:
    i = place.first
    while i < place.last:
        named = i in scene.mentions and scene.mentions[i][1].type in ("PER", "ORG")
        if named or (head(scene, Place(i, place.last)) is not None and scene.text(i) != "من"):
            end = max(noun_phrase(scene, i, place.last, hung=True), i + 1)
            owned = scene.written(i).endswith(("ه", "ها", "هم")) and i not in scene.mentions  # `زوجته`, `سعادته`
            if link(scene, Place(i, end)).kind in _TELLERS and not (owned or _object(scene, Place(i, end))):
                yield Place(i, end)
            i = end
        else:
            i += 1


def _object(scene: Scene, place: Place) -> bool:
    """`هاتفت الصديق القديم`: right behind a verb that cannot be of him."""
    acts = verb(scene.text(place.first - 1))
    return acts is not None and acts.tense == "perfect" and not agrees(scene, place.first - 1, place)


def _who(scene: Scene, place: Place) -> str:
    one = link(scene, place)
    return one.entity or scene.doc.text(one.span)
