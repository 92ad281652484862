"""Subjects that stand before their verb, and the medium that a clause begins with."""

from __future__ import annotations

from musnad.stages.attribution.carriers import outlet_at
from musnad.stages.attribution.opening import can_speak
from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import COMMAS, is_that, role, skip_connectives, without_and

__all__ = ["fronted_medium", "left_subject"]

_WAS = frozenset({"كان", "كانت", "كانوا"})


def left_subject(scene: Scene, i: int, lo: int) -> tuple[Place | None, int]:
    """The noun phrase that ends right before a verb and is its subject, and where that clause begins."""
    p = i - 1
    bound = next((j + 1 for j in range(p, max(lo - 1, p - 30), -1) if without_and(scene.text(j)) in _WAS), None)
    if bound is not None and bound < p + 1:
        told = p if scene.text(p) == "قد" else p + 1
        end = noun_phrase(scene, bound, told)
        if end > bound and (end == told or (end == told - 1 and scene.text(end) in COMMAS)):
            return Place(bound, end), bound
    while p >= lo and (role(scene.text(p)) in ("negation", "modal", "adverb") or scene.in_time(p)):
        p -= 1
    if p > lo and scene.text(p) in COMMAS:
        p = _before_aside(scene, p, lo)
    if scene.text(i)[:1] == "و" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i]):
        return None, i
    relative = role(scene.text(p)) == "relative"
    stop = p if relative else p + 1
    if stop <= lo or (scene.text(stop - 1) in COMMAS and not relative):
        return None, i
    first = _clause_start(scene, stop, lo)
    for s in range(skip_connectives(scene, first, stop), stop):
        known = s == first or s in scene.heads or s in scene.mentions
        hung = s > lo and role(scene.text(s - 1)) in ("preposition", "during", "place")
        hung = hung and not relative and (stop - s > 3 or scene.text(s).startswith("ال"))  # but `مع أخبار أشارت إلى …`
        if known and not hung and _reaches(scene, s, stop, relative) and can_speak(scene, s, stop):
            return Place(s, stop), s
    return None, i


def _reaches(scene: Scene, s: int, stop: int, relative: bool) -> bool:
    """Whether the phrase at s runs to `stop`; of a person, the last words of an unknown name may stand between."""
    end = noun_phrase(scene, s, stop, hung=relative)
    person = any(hit.row["class"] == "person" for hit in scene.heads.get(s, ()))
    rest = range(end, stop)
    return (
        end > s
        and len(rest) <= (2 if person else 0)
        and all(
            scene.text(j).isalpha() and not role(scene.text(j)) and j not in scene.forms and not scene.in_time(j)
            for j in rest
        )
    )


def _before_aside(scene: Scene, comma: int, lo: int) -> int:
    """`سليم الناجي، مثل كثير من زملائه، قال`: the token before the aside that a comma closes, else the comma."""
    opens = next((q for q in range(comma - 1, max(lo, comma - 15), -1) if scene.text(q) in COMMAS), None)
    if opens is None:
        return comma
    word = scene.text(opens + 1)
    aside = role(word) in ("preposition", "during", "relative", "quantifier") or word in {"مثل", "وهو", "وهي", "شانه"}
    return opens - 1 if aside else comma


def _clause_start(scene: Scene, stop: int, lo: int) -> int:
    """The token behind the last comma, أن, conjunction or auxiliary before `stop`."""
    s = stop
    while s > lo and stop - s < 26:
        word = scene.text(s - 1)
        if word in COMMAS or word in ":;؛.-" or word == "و" or is_that(scene, s - 1):
            break
        if role(word) in ("conjunction", "modal", "negation"):
            break
        s -= 1
    return s


def fronted_medium(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """The outlet of a fronted medium: `وفي تصريح لإذاعة X، قال …`, `في لقاء مع قناة X، …`."""
    if scene.text(edge - 1) not in COMMAS:
        return ()
    for i in range(max(lo, edge - 14), edge - 2):
        if scene.text(i) in {"في", "وفي", "خلال", "وخلال", "عبر"} and i + 1 in scene.media:
            found = (outlet_at(scene, j, edge) for j in range(i + 2, edge - 1))
            return tuple(place for place in found if place)[:1]
    return ()
