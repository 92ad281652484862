"""Chains: who is behind each frame, through whom; what `المصدر` and an unstated subject point back to.

Statements are told in order. Each frame's chain is built from its own words; where those only point
back, the chain that they point to is taken over whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from musnad.doc import Link
from musnad.stages.attribution.chains.antecedents import antecedent, one_among, relative_doer
from musnad.stages.attribution.chains.by_pronoun import near_whom, of_pronoun
from musnad.stages.attribution.chains.fitting import (
    alone,
    answers,
    fitting,
    goes_on,
    of_nobody,
    of_these,
    pulled,
    second_verb,
    sources,
)
from musnad.stages.attribution.chains.going_on import acts_beside, goes_on_with
from musnad.stages.attribution.chains.groups import mute
from musnad.stages.attribution.chains.hosts import host
from musnad.stages.attribution.chains.on_air import on_air
from musnad.stages.attribution.chains.pointing import answered, of_many, relayer, turned, up_to, with_asker
from musnad.stages.attribution.chains.stated import stated
from musnad.stages.attribution.chains.told import Told, gender_told, in_paper
from musnad.stages.attribution.chains.visitors import whose_words
from musnad.stages.attribution.chains.whom_asked import under
from musnad.stages.attribution.chains.within_content import within
from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.nouns.heads import head, wordless
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role
from musnad.stages.attribution.speakers.acting import told_by_verb
from musnad.stages.attribution.speakers.actors import actor, actor_before
from musnad.stages.attribution.speakers.informed import heard, same_medium, surveyed, whose_title
from musnad.stages.attribution.speakers.only_one import only_one
from musnad.stages.attribution.transmitters.agreement import fits_phrase, may_act
from musnad.stages.attribution.transmitters.anaphora import (
    same_in,
    same_paper,
    staff,
)
from musnad.stages.attribution.transmitters.documents import ours, own_office
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.people import may_name
from musnad.stages.attribution.transmitters.publisher import outlet_key, own_outlets

__all__ = ["Voices"]

Chain = tuple[Link, ...]


@dataclass
class Voices:
    """The chains told so far on a page, newest last."""

    scene: Scene
    told: list[Told] = field(default_factory=list)

    def chain(
        self, frame: Frame, sentence: int, lo: int, outer: Chain | None
    ) -> tuple[Chain, tuple[int, int] | None, str]:
        """The chain of a frame, the cue it was carried from (None where it was not), and the rule."""
        opening = frame.opening
        before = (place for place in frame.before if not whose_title(self.scene, opening.source, place))
        carriers = self._carriers((*before, *surveyed(self.scene, opening.source)))
        base: Chain
        carried: tuple[int, int] | None
        if opening.way == "passive" and opening.source is None and not (opening.after or opening.same):
            return carriers, None, "impersonal"
        if opening.source is None and opening.actor is not None:
            base, carried, _ = self._stated(opening.actor, opening.row)
            rule = "carry-doer"
        elif opening.source is None and (opening.way == "passive" or (opening.after and self._reported(frame))):
            base, carried, rule = (), None, "impersonal"
        elif opening.source is None or mute(self.scene, opening.source) or wordless(self.scene, opening.source):
            base, carried, rule = self._unstated(opening, sentence, lo)
        else:
            sure = opening.begins is not None and strong(self.scene, opening.begins)
            base, carried, rule = self._stated(opening.source, opening.row, sure=sure)
        heard_on = any(one.kind in _MEDIA for one in carriers)
        if rule == "carry-doer" and not heard_on and (shown := on_air(self.scene, base, opening.at)):
            carriers = (*self._carriers((shown,)), *carriers)
        if rule == "source" and base[:-1] and base[0].kind in _MEDIA and any(one.kind in _MEDIA for one in carriers):
            base = base[1:]  # `نشرت صحيفة X تقريرا ذكرت فيه مراسلتها أن`: of this one, and not of the one told last
        base = same_medium(self.scene, opening, reversed(self.told), base)
        if (whose := whose_words(self.scene, opening, base)) is not None:
            base = (*base, *self._stated(whose, {"lemma": ""})[0][-1:])
        if outer is not None:
            base = within(self.scene, outer, base, opening.source)
        for place in opening.after:
            further, _, _ = self._stated(place, {"lemma": ""})
            known = {one.span for one in base}
            again = any(same_in(one, further) for one in base)
            written = again and base[0].kind == "document"  # `أصدرت البلدية توضيحا جاء فيه`
            if not written:
                base = further if again else (*base, *(one for one in further if one.span not in known))
        himself = opening.source is not None and opening.source.first < opening.at and base[-1:] != ()
        himself = himself and base[-1].kind == "person"  # `أما المدير فنُقل عنه أن`
        if opening.same and self.told and not himself:
            near = near_whom(self.scene, opening.source)
            him = self._stated(near, {"lemma": ""})[0] if near else self.told[-1].chain[-1:]
            base = (*base, *(one for one in him if not same_in(one, base)))
        if opening.source is None and opening.row["lemma"] == "عنون" and base and base[0].kind in _MEDIA:
            base = base[:1]  # `نشرت استطلاعا أجراه معهد X، وعنونت: «…»`
        if opening.row["lemma"] == "علم" and rule == "source" and len(base) > 1 and base[0].kind in _MEDIA:
            base = base[base[0].entity == self.scene.doc.text(base[0].span) :]  # `علمت الجريدة من مصادرها`: this one
        if len(base) > 1:
            base = tuple(one for one in base if not self._own(one))
        others = (one for one in carriers if one not in base and not same_in(one, base))
        others = (one for one in others if not same_paper(self.scene, one, base))
        kept = tuple(one for one in others if not own_office(self.scene, one, base))
        papers = kept[1:] and kept[0].kind == "document" and not any(one.kind in _MEDIA for one in kept)
        if base and all(one.kind in _MEDIA for one in base) and (papers or not any(one.kind in _CARRY for one in kept)):
            return (*base, *kept), carried, rule  # `قالت الصحيفة إن …، نقلا عن مصادر`, `بحسب تقرير للديوان`
        return (*kept, *base), carried, rule

    def tell(self, frame: Frame, chain: Chain, sentence: int) -> None:
        """Remember a statement of the main level; `ومن المتوقع أن` is nobody's to go on from."""
        if not chain and (frame.opening.way == "passive" or frame.opening.row["lemma"] == "تردّد"):
            return
        source, begins = frame.opening.source, frame.opening.begins
        found = head(self.scene, source) if source else None
        unknown = chain[-1:] and chain[-1].kind == "person" and chain[-1].entity is None
        unknown = unknown and not (source and self.scene.text(source.first) in ("احد", "احدي"))
        sure = begins is not None and (strong(self.scene, begins) or self._governed(begins))
        if source and found is None and unknown and not (sure and may_name(self.scene, source)):
            return  # words that name nobody known: nothing may point back to them
        row = found.row if found else {}
        gender = gender_told(self.scene, frame.opening, self.told, chain)
        aside = bool(chain) and chain[-1].kind != "person" and role(self.scene.text(frame.opening.at - 1)) == "relative"
        taken_up = self.scene.text(frame.opening.at - 2) == "الامر" and self.scene.text(frame.opening.at - 3) in COMMAS
        aside = aside and not taken_up  # `، الأمر الذي عده مسؤول ظلما، مؤكدا`; but `وهو الأمر الذي أيده النادي`
        aside = aside or self.scene.text(frame.opening.at - 2) in {"هو", "هي"}  # `البرلمان هو من رفض`
        aside = aside or self._bears_out(frame, chain) or pulled(self.scene, frame.opening)
        paper, form = in_paper(self.scene, frame.opening), {} if chain else frame.opening.form
        cue = frame.opening.cue
        self.told.append(Told(chain, cue, row.get("form", ""), row, sentence, gender, aside, paper, form))

    def _bears_out(self, frame: Frame, chain: Chain) -> bool:
        """`قالت الشركة إن …، كما أظهرت بيانات البنك أن …. وأضافت`: data that somebody's word is borne out by."""
        k = frame.opening.edge
        beside = self.scene.text(k - 1) == "كما" and self.scene.text(k - 2) in COMMAS
        return beside and bool(chain and self.told) and chain[0].kind == "document"

    def _governed(self, begins: int) -> bool:
        """Whether a preposition opens the content: `اتهم ألبرت الصين ب`."""
        k = self.scene.index(begins)
        return begins > self.scene.tokens[k].start or self.scene.text(k - 1) in {"علي", "الي", "عن", "من"}

    def _carriers(self, places: tuple[Place, ...]) -> Chain:
        links: list[Link] = []
        for place in places:
            if wordless(self.scene, place):
                continue
            base, _, _ = self._stated(place, {"lemma": ""})
            if self.scene.text(place.first) == "العدد":  # `في العدد نفسه`: the paper told of last
                base = next((t.chain[:1] for t in reversed(self.told) if t.chain and t.chain[0].kind in _MEDIA), ())
            links += [heard(self.scene, place, one) for one in base if one not in links and not self._own(one)]
        return tuple(one for one in links if not self._own(one))

    def _own(self, one: Link) -> bool:
        """The page's own outlet is no link."""
        said = self.scene.doc.text(one.span).strip('«»“”"')
        named = one.entity is not None and outlet_key(one.entity) in self._own_names
        return ours(self.scene, one) or named or (one.kind in _MEDIA and outlet_key(said) in self._own_names)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return own_outlets(self.scene)

    def _reported(self, frame: Frame) -> bool:
        """`ونُقل عن اللاعب قوله`: a masculine verb of relaying without a subject goes on with no outlet told before."""
        last = self.told[-1].chain if self.told else ()
        relays = frame.opening.row["lemma"] in ("نقل", "نسب") and frame.opening.form.get("gender") == "m"
        own = bool(last) and staff(self.scene, last[-1])
        return relays and not own and not any(one.kind in _RELAYERS for one in last)

    def _unstated(self, opening: Opening, sentence: int, lo: int) -> tuple[Chain, tuple[int, int] | None, str]:
        if opening.row["lemma"] == "تردّد":
            return (), None, "impersonal"  # `ويتردد في السوق أن`
        opening = of_these(self.scene, opening)
        replies = answers(self.told, opening)
        if (put := under(self.scene, self.told, opening, sentence, lo)) is not None:
            answering, cue, _ = self._stated(put, {"lemma": ""})
            return with_asker(self.scene, self.told, sentence, answering), cue, "carry-doer"
        if opening.way in ("participle", "noun", "verb") and not replies:
            here = self._here(opening, sentence, lo)
            if here is not None:
                return here
        again = opening.at - lo <= 1 or goes_on_with(self.scene, lo)
        anew = opening.way == "verb" or (opening.way == "participle" and again)
        if anew and not replies and (not self.told or self.told[-1].sentence < sentence - 1):
            acted = actor_before(self.scene, lo)
            if (
                acted is not None
                and self._may_act(opening, acted)
                and (opening.way == "verb" or fits_phrase(self.scene, opening.form, acted))
                and not (self.told and acts_beside(self.scene, opening, acted))
            ):
                return *self._stated(acted, {"lemma": ""})[:2], "carry-doer"
        met = None if any(t.chain for t in self.told) else host(self.scene, lo, opening.at)
        if met is not None and self._may_act(opening, met):
            return *self._stated(met, {"lemma": ""})[:2], "carry-doer"
        if of_nobody(self.scene, self.told, opening):
            return (), None, "impersonal"
        told = fitting(self.scene, self.told, opening, lo)
        if told is not None:
            return up_to(self.scene, opening, told.chain), told.cue, "carry-unstated"
        alone = only_one(self.scene, lo, opening.at, opening.form) if not any(t.chain for t in self.told) else None
        if alone is not None and not self._own(link(self.scene, alone)):
            return *self._stated(alone, {"lemma": ""})[:2], "carry-doer"
        return (), None, "carry-nothing"

    def _here(self, opening: Opening, sentence: int, lo: int) -> tuple[Chain, tuple[int, int] | None, str] | None:
        """Who speaks on by what the cue's own sentence has told before it; None where that tells nobody."""
        here = (t for t in self.told if t.sentence == sentence and t.chain)
        same = [t for t in here if not turned(self.scene, t, opening.at)]
        if asked := answered(self.scene, self.told, same, opening):
            return asked.chain, asked.cue, "carry-unstated"
        whose = relative_doer(self.scene, lo, opening.at, opening.form, over_comma=not same)
        whose = whose or one_among(self.scene, lo, opening.at, opening.form)
        if whose is not None and not (same and opening.way == "participle"):
            return self._stated(whose, {"lemma": ""})[0], None, "carry-doer"
        others = antecedent(self.scene, lo, opening.at, opening.form)
        if others is not None and not (same and same[-1].fits(self.scene, opening.form)):
            return (link(self.scene, others),), None, "carry-doer"
        if same and (inner := self._inner(opening, same[-1])) is not None:
            return inner, same[-1].cue, "carry-sentence"
        if same and (many := of_many(self.scene, self.told, same[-1], opening)) is not None:
            return many.chain, many.cue, "carry-sentence"
        reported = opening.way == "participle" and all(t.aside for t in same)
        if same and not reported:
            one = next((t for t in reversed(same) if goes_on(self.scene, opening, t)), same[-1])
            if opening.way != "verb" or one.fits(self.scene, opening.form) or sources(one, opening):
                return relayer(self.scene, opening, one.chain), one.cue, "carry-sentence"
        if opening.way != "verb" or opening.at - lo > 3 or second_verb(self.scene, lo, opening.at):
            before = opening.edge if opening.ends is not None else opening.at
            speaker = actor(self.scene, lo, before)  # `علق الوزير على الأنباء التي تحدثت عن …، مؤكدا أن`
            if speaker and self._may_act(opening, speaker):
                return *self._stated(speaker, {"lemma": ""})[:2], "carry-doer"
        if same and reported:
            return same[-1].chain, same[-1].cue, "carry-sentence"
        meant = of_pronoun(self.scene, lo, opening.at, opening.form) if not same else None
        if meant is not None and not self._own(link(self.scene, meant)):
            return *self._stated(meant, {"lemma": ""})[:2], "carry-doer"
        return None

    def _inner(self, opening: Opening, told: Told) -> Chain | None:
        """`قالت المصادر إن الرئيس هاجم النائب معتبرا إياه`, `قال المدير إن الشركة توسعت، مشيرة إلى`, `… وأكدت أن`: who
        acts in what one of another gender tells; a masculine one only with no comma before him."""
        form, at = opening.form, opening.at
        ladies = form.get("gender") == "f"
        another = told.gender == "m" if ladies else self.scene.text(at - 1) not in COMMAS
        joined = opening.way == "verb" and ladies and self.scene.text(at)[:1] == "و"
        if not (opening.way == "participle" or joined) or form.get("number") != "one" or not another:
            return None
        if joined and (told.fits(self.scene, form) or form.get("class") != "perfect"):
            return None
        if not ladies and told.fits(self.scene, form):
            return None
        first = next((i for i in range(self.scene.index(told.cue[1]), at) if is_that(self.scene, i)), at)
        acting = actor(self.scene, first, at) if first < at else None
        if acting is None or not self._may_act(opening, acting):
            return None
        kind = link(self.scene, acting).kind
        if kind not in ("person", "anonymous", *_BODIES[:2]) or (kind != "person" and not ladies):
            return None
        return *told.chain, *self._stated(acting, {"lemma": ""})[0][-1:]

    def _may_act(self, opening: Opening, place: Place) -> bool:
        if not may_act(self.scene, opening.form, place, verb=opening.way == "verb"):
            return False
        one, gender = link(self.scene, place), opening.form.get("gender")
        told = told_by_verb(self.scene, place) if one.kind == "person" else ""
        if told and gender in ("m", "f") and told != gender and opening.form.get("number") == "one":
            return False  # `وقدمت نور استقالتها. وأضاف`: somebody else
        several = opening.way == "participle" and opening.form.get("number") == "many"
        return not self._own(one) and not (several and alone(self.scene, one))

    def _stated(
        self, source: Place, row: Mapping[str, str], *, sure: bool = False
    ) -> tuple[Chain, tuple[int, int] | None, str]:
        return stated(self.scene, self.told, source, row, sure=sure)


_MEDIA = ("outlet", "agency")
_RELAYERS = ("outlet", "agency", "organization", "official_body")
_CARRY = ("outlet", "agency", "document", "media_reports")
_BODIES = ("official_body", "organization", "state")
