"""A statement as later words may point back to it: who told it, and by a verb of which gender and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from musnad.doc import Link
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.transmitters.agreement import agreement, fits
from musnad.stages.attribution.transmitters.anaphora import PARTIES

__all__ = ["Told", "gender_told", "in_paper"]


@dataclass(frozen=True)
class Told:
    """A statement's chain as later words may point back to it.

    `gender` is that of the verb by which one person or body told it, where a verb did: `قالت عضو اللجنة` is of a
    woman. `form`: the whole form of the verb where nobody is found who told it. `aside`: a relative clause told it
    (`التنظيم الذي أعلن`), which no sentence behind goes on from. `paper`: `قالت الوزارة في بيان`.
    """

    chain: tuple[Link, ...]
    cue: tuple[int, int]
    head: str
    row: Mapping[str, str]
    sentence: int
    gender: str = ""
    aside: bool = False
    paper: bool = False
    form: Mapping[str, str] = field(default_factory=dict)

    def fits(self, scene: Scene, form: Mapping[str, str]) -> bool:
        """Whether a verb form may be said of one of the chain."""
        told_of = form.get("person") == "3" and form.get("gender") in ("m", "f")
        if not self.chain:
            return not told_of or self.form.get("person") != "3" or _same(self.form, form)
        last = self.chain[-1]
        if told_of and form.get("number") == "one" and _two(scene, last):
            return False  # `شدد الوزيران على …. ونوه`: one of them, or another
        if not self.gender or not told_of:
            return any(fits(scene, form, one) for one in self.chain)
        own = form["gender"] == self.gender and form.get("number") not in ("two", "many")
        if last.kind in _LOOSE:  # `طالبت الجماهير …، حيث أوضحت`, `رأت الراوي القابضة أن`
            return own or any(fits(scene, form, one) for one in self.chain)
        return own or any(fits(scene, form, one) for one in self.chain[:-1])


def _two(scene: Scene, one: Link) -> bool:
    return (one.kind == "person" and ";" in (one.entity or "")) or scene.text(scene.place(one.span).first) in PARTIES


def _same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return one.get("gender") == other.get("gender") and (one.get("number") == "one") == (other.get("number") == "one")


def in_paper(scene: Scene, opening: Opening) -> bool:
    """`قالت الوزارة في بيان إن`: whether what a body says, by a verb in the feminine, is read from a paper of its own
    (`وأوضح أن`: the paper)."""
    if opening.way != "verb" or opening.source is None or opening.form.get("gender") != "f":
        return False
    ends = scene.index(opening.begins) if opening.begins is not None else opening.upto
    return any(scene.text(i) == "في" and scene.text(i + 1) in _PAPERS for i in range(opening.source.last, ends))


_PAPERS = frozenset("بيان بيانها تقرير تقريرها بلاغ بلاغها تصريح".split())


def gender_told(scene: Scene, opening: Opening, told: Sequence[Told], chain: tuple[Link, ...]) -> str:
    """The gender of the one person or body at a chain's end, by a verb said of it now or before; empty where none
    tells."""
    if chain and chain[-1].kind in _MANY and opening.way == "verb" and opening.source is not None:
        number = agreement(scene, scene.place(chain[-1].span), chain[-1])
        return "f" if opening.form.get("gender") == "f" and number == ("", "many") else ""
    if len(chain) == 1 and chain[0].kind in _BODIES and opening.way == "verb" and opening.source is not None:
        return "f" if opening.form.get("gender") == "f" else ""  # `قالت بغداد إن …. وأضاف`: somebody else
    who = chain[-1] if chain else None
    unknown = who is not None and _unknown(scene, who)
    if who is None or (who.kind not in ("person", "anonymous") and not unknown):
        return ""  # `قالت السباحة الشابة`, which no list knows, is somebody
    number = agreement(scene, scene.place(chain[-1].span), chain[-1])
    form = opening.form
    if number and number[0] == "m" and (form.get("gender"), form.get("class")) == ("f", "imperfect"):
        return ""  # `تأسف المحلل`: read as a verb of another gender
    one = number[1] == "one" if number else unknown or (bool(who.entity) and ";" not in (who.entity or ""))
    last = not opening.after and not opening.same and (opening.source is not None or len(chain) == 1)
    if opening.way == "verb" and opening.form.get("person") == "3" and last:
        return opening.form.get("gender", "") if one else ""
    return next((t.gender for t in reversed(told) if t.chain[-1:] == chain[-1:]), "")


def _unknown(scene: Scene, one: Link) -> bool:
    """`السباحة الشابة`, `مارليكي`: one or two words that no list knows."""
    place = scene.place(one.span)
    return one.kind in ("document", "person") and place.last <= place.first + 2 and head(scene, place) is None


_MANY = ("public", "experts")
_BODIES = ("state", "organization", "official_body", "outlet", "agency")
_LOOSE = (*_MANY, *_BODIES[1:])
