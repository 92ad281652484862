"""Which statement told before a verb without a subject goes on from, by gender, number and sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.chains.told import Told
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import finite
from musnad.stages.attribution.transmitters.agreement import fits
from musnad.stages.attribution.transmitters.anaphora import asked_before

__all__ = ["alone", "answers", "fitting", "goes_on", "of_nobody", "of_these", "pulled", "second_verb", "sources"]


def fitting(scene: Scene, told: Sequence[Told], opening: Opening, lo: int) -> Told | None:
    """The last statement whose teller a verb agrees with; behind a question a person answers, no one told of."""
    near = [one for one in reversed(told) if not one.aside][:_REACH]
    form = opening.form if opening.way in ("verb", "participle") else {}
    if asked_before(scene, lo) or answers(told, opening):
        people = [one for one in told[::-1] if one.chain and one.chain[-1].kind == "person"]
        near = people[:_REACH] or near
    masculine = _masculine(opening)
    for n, one in enumerate(near):
        if one.fits(scene, form) or (n == 0 and one.paper and masculine):
            return one
    if _in_running_quote(scene, opening):
        return next((one for one in reversed(told) if one.chain), None)
    if near and sources(near[0], opening):
        return near[0]
    return _body_further(scene, told, opening) if near and form.get("gender") == "f" else None


def _body_further(scene: Scene, told: Sequence[Told], opening: Opening) -> Told | None:
    """`قالت الوزارة إن …. وأوضح سامي الراوي أن …. وأضاف …. وأشار …. ولفتت إلى`: the body that spoke before the men."""
    single = opening.way == "verb" and opening.form.get("number") == "one"
    bodies = (one for one in told[-_FURTHER:][::-1] if one.chain and one.chain[-1].kind in _BODIES and not one.aside)
    return next((one for one in bodies if single and one.gender == "f" and one.fits(scene, opening.form)), None)


def _masculine(opening: Opening) -> bool:
    told = opening.way in ("verb", "participle")
    return told and opening.form.get("gender") == "m" and opening.form.get("number") == "one"


def sources(told: Told, opening: Opening) -> bool:
    """`أكدت مصادر …، وأشار إلى`: the source, after all."""
    return bool(told.chain) and told.chain[-1].kind == "anonymous" and _masculine(opening)


def _in_running_quote(scene: Scene, opening: Opening) -> bool:
    """`قال: «ولدت هنا.⏎ووجدت أن …»`: a verb in ت in the next paragraph of what somebody says is his own."""
    ours = opening.way == "verb" and opening.form.get("class") == "perfect" and scene.text(opening.at)[-1:] == "ت"
    return ours and any(
        place.first <= opening.at < place.last and quote.rule.endswith(":carried")
        for place, quote in scene.quotations.values()
    )


def of_these(scene: Scene, opening: Opening) -> Opening:
    """`وأكد هؤلاء أن`: a verb before its pronoun is said of the many told of before."""
    these = opening.way == "verb" and opening.source is None and scene.text(opening.at + 1) == "هؤلاء"
    return replace(opening, form={**opening.form, "number": "many"}) if these else opening


def goes_on(scene: Scene, opening: Opening, told: Told) -> bool:
    """Whether a participle may be of whoever a statement before it tells of: no document of another gender."""
    one = told.chain[:1]
    shown = bool(one) and one[0].kind == "document" and opening.way == "participle"
    return not shown or fits(scene, opening.form, one[0])


def alone(scene: Scene, one: Link) -> bool:
    """Whether a link is one person whom the page names, and nobody with him."""
    place = scene.place(one.span)
    named = one.kind == "person" and bool(one.entity) and ";" not in (one.entity or "")
    return named and not any(scene.text(i)[:1] == "و" for i in range(place.first + 1, place.last))


def of_nobody(scene: Scene, told: Sequence[Told], opening: Opening) -> bool:
    """`قالت المتحدثة …. ويعتقد أن`: a belief in the masculine behind a woman, a body, many is nobody's."""
    held = opening.way == "verb" and opening.row["statement"] == "mind" and opening.form.get("class") == "imperfect"
    last = told[-1] if told and told[-1].chain else None
    return held and last is not None and not last.fits(scene, opening.form)


def answers(told: Sequence[Told], opening: Opening) -> bool:
    """`ولما ذكرناها بأن الدولة عرضت …، ردت`: the one interviewed answers, no body that the question names."""
    origins = [one.chain[-1].kind for one in told if one.chain]
    return opening.row["lemma"] in _ANSWERS and "person" in origins and origins[-1] in _BODIES


def pulled(scene: Scene, opening: Opening) -> bool:
    """`أبو راشد: قرار جريء` in a line of its own, without a stop: set into another's words, which go on behind it."""
    lo, last = scene.sentence_start(opening.at), scene.sentence_end(opening.at) - 1
    short = opening.way == "colon" and last - lo < _PULLED and not scene.is_title(lo)
    return short and scene.text(last).isalnum() and opening.at + 1 not in scene.quotations


_PULLED = 16  # words of such a line


def second_verb(scene: Scene, lo: int, at: int) -> bool:
    """`زارت البعثة السجن وأكدت أن`, `عاد المدرب وأكد أن`: the second verb of a short sentence that a verb opens."""
    if scene.text(at)[:1] != "و" or not finite(scene, lo):
        return False
    who = lo + 1 + (scene.text(lo + 1) in {"ذلك", "هذا", "تلك", "هذه"})  # `ضحك ذلك الشيخ وقال`
    known = who in scene.mentions  # but `افتتح المعرض وأكد أن`
    return known or any(hit.row["class"] in ("person", "body", "public") for hit in scene.heads.get(who, ()))


_BODIES = ("official_body", "organization", "state")
_ANSWERS = frozenset({"ردّ", "أجاب"})
_FURTHER = 8
_REACH = 3  # statements back that a verb without a subject may go on from
