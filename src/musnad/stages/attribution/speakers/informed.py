"""Outlets that were told something: `قال لـ«الأوان»`, `في لقاء مع «الضفة»`, `علمت «دنيا الملاعب»`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from musnad.doc import Link
from musnad.stages.attribution.chains.told import Told
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.nouns.heads import relays_it
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import is_that
from musnad.stages.attribution.speakers.past_hearers import TELLING
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.outlets import SCREENS, called, in_outlet, is_outlet, outlet_at

__all__ = ["heard", "in_press", "informed", "same_medium", "surveyed", "whose_title"]

_OUTLETS = ("outlet", "agency")


def heard(scene: Scene, place: Place, one: Link) -> Link:
    """A quoted name that was spoken to, or that ran an interview, is an outlet, whatever else its words may mean."""
    quoted = scene.quotations.get(place.first)
    ahead = place.first - 1
    by_it = relays_it(scene, ahead - (scene.text(ahead) in _WITH_HIM))  # `أجرته معه «الضفة»`
    told = scene.text(ahead) in _WHERE or by_it or _informed_by(scene, place)
    whole = quoted is not None and place.last - (place.last - 1 in scene.nations) == quoted[0].last
    bodily = any(hit.row["class"] in ("body", "organization") for hit in scene.heads.get(place.first + 1, ()))
    if not told or quoted is None or not whole or bodily or one.kind in _OUTLETS:
        return one
    return replace(one, kind="outlet", entity=one.entity or scene.doc.text(quoted[1].inner))


_WITH_HIM = frozenset("معه معها معهم عنه عنها عنهم".split())
_WHERE = SCREENS | frozenset("ل مع الي به بها في وفي ففي عبر".split())


def _informed_by(scene: Scene, place: Place) -> bool:
    """`أبلغ القائد سامر الراوي «المدار» بأن`: right before what is told, behind a verb of telling."""
    ahead = range(scene.sentence_start(place.first), place.first)
    return is_that(scene, place.last) and any(
        hit.row["lemma"] in TELLING for i in ahead for hit in scene.forms.get(i, ())
    )


def in_press(scene: Scene, source: Place, one: Link) -> Link:
    """`نفت «هوراكا زيبون» أن …. وأضافت الصحيفة`: a lone name in quotation marks is the outlet that is told of
    next; in a review of the press such a name that nothing else tells of is one."""
    quoted = scene.quotations.get(source.first)
    lone = quoted is not None and quoted[0].last == source.last
    known = scene.mentions.get(source.first + 1)
    if not lone or one.kind != "organization" or (known and known[1].kind):
        return one
    above = scene.sentences[0][0].last if scene.sentences else 0
    review = any(scene.text(i) in _PRESS and scene.text(i - 1) in _REVIEWS for i in range(1, above + 40))
    told = not _outlets_before(scene, source.first) and _told_next(scene, source.last)
    return replace(one, kind="outlet") if review or told else one


def _outlets_before(scene: Scene, stop: int) -> bool:
    """Whether the page has told of an outlet before: then `الصحيفة` may be that one."""
    return any(hit.row["kind"] in _OUTLETS for i in range(stop) for hit in scene.heads.get(i, ()))


def _told_next(scene: Scene, first: int) -> bool:
    for i in range(first, min(first + _NEXT, len(scene.tokens))):
        if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
            return False
        if scene.text(i) in _PAPERS and any(hit.row["class"] == "perfect" for hit in scene.forms.get(i - 1, ())):
            return True
    return False


_NEXT = 45  # words in which an outlet is told of again
_PAPERS = frozenset("الصحيفه الجريده المجله القناه الموقع الاذاعه المحطه اليوميه".split())
_PRESS = frozenset("الصحف الجرائد الصحافه".split())
_REVIEWS = frozenset("جوله عرض اقوال عناوين قراءه حصاد مانشيتات".split())


def informed(scene: Scene, source: Place) -> Link:
    """`علمت «دنيا الملاعب» من مصادرها`: what is told something and is named in quotation marks is an outlet."""
    one = link(scene, source)
    return one if one.kind in _OUTLETS else replace(one, kind="outlet")


def same_medium(scene: Scene, opening: Opening, told: Iterable[Told], base: tuple[Link, ...]) -> tuple[Link, ...]:
    """`وتوقع الراوي، في المقابلة نفسها، …`: whoever spoke to an outlet before has told this too there. `told`: newest
    first."""
    last = scene.index(opening.begins) if opening.begins is not None else opening.upto
    here = any(
        scene.text(i) in _ITSELF and (i - 1 in scene.media or scene.text(i - 1) in _TALKS)
        for i in range(max(scene.sentence_start(opening.at), opening.edge - 9), last)
    )
    if len(base) != 1 or base[0].kind != "person":
        return base
    if not here:
        near = list(islice(told, _NEAR))
        his = (t for t in near if t.chain[-1:] and t.chain[-1].entity == base[0].entity)
        apart = opening.row["stance"] in ("denies", "refuses")  # `نفى الراوي التهم`: told of another day
        his = (t for t in his if t is near[0] or (len(t.chain) == 2 and not apart))
        return _goes_on(scene, opening, next(his, near[0] if near else None), base)
    chains = (one.chain for one in told if len(one.chain) > 1 and one.chain[0].kind in _OUTLETS)
    same = (chain for chain in chains if chain[-1].entity == base[0].entity and chain[-1].kind == "person")
    return next(same, base)


_NEAR = 3  # statements back to the last one of who is named again


def _goes_on(scene: Scene, opening: Opening, last: Told | None, base: tuple[Link, ...]) -> tuple[Link, ...]:
    """`قال سامي الراوي لقناة X إن …. ورأى الراوي أن`: named again at once, he still speaks to the channel; but where he
    tells it elsewhere (`ورد الراوي عبر حسابه`, `وكتب الراوي`)."""
    theirs = tuple(one for one in last.chain if one.kind != "document") if last is not None else ()
    same = len(theirs) > 1 and theirs[-1].kind == "person" and theirs[-1].entity == base[0].entity is not None
    told_here = opening.before or opening.after or opening.row["lemma"] in _WRITES
    if not same or told_here or theirs[-2].kind not in _OUTLETS:
        return base
    begins = scene.index(opening.begins) if opening.begins is not None else opening.upto
    words = range(min(opening.edge, opening.at), begins)
    elsewhere = any(i in scene.media or scene.text(i) in _ELSEWHERE for i in words)
    return base if elsewhere else (*theirs[:-1], *base)


_WRITES = ("كتب", "غرّد", "نشر", "دوّن")
_ELSEWHERE = frozenset("عبر حسابه حسابها صفحته صفحتها فيسبوك تويتر اكس تلغرام منصه للصحافيين للصحفيين".split())


def whose_title(scene: Scene, source: Place | None, place: Place) -> bool:
    """`الرئيسة التنفيذية لـ«مرساة»، ريم الراوي`: a company inside the speaker's phrase is not who was told."""
    inside = source is not None and source.first < place.first and place.last <= source.last
    named = scene.mentions.get(place.first + 1)
    return inside and scene.text(place.first - 1) == "ل" and named is not None and named[1].type == "ORG"


def surveyed(scene: Scene, source: Place | None) -> tuple[Place, ...]:
    """`اقتصاديون استطلعت «رويترز» آراءهم`, `سامي الراوي، الذي حل ضيفا على قناة X`: the outlet that asked, told inside
    the phrase of those who tell."""
    told = (_asked_them(scene, i, source.last) for i in range(source.first + 1, source.last)) if source else ()
    return tuple(islice((place for place in told if place is not None and called(scene, place)), 1))


def _asked_them(scene: Scene, i: int, stop: int) -> Place | None:
    """The outlet behind a verb at token i: `استطلعت X`, `تحدث إلى X`, `ضيفا على X`, `استضافته X`."""
    word, first = scene.text(i), i + 1
    if first >= stop:
        return None
    if word in _SPOKE:
        return outlet_at(scene, first, stop)
    if word in {"ضيفا", "ضيفه", "ضيف"}:
        return in_outlet(scene, first, stop) if scene.text(first) == "علي" else None
    quoted = scene.quotations.get(first)
    hosted = word in _HOSTED and (quoted is not None or is_outlet(scene, first))
    if not hosted and word not in {"استطلعت", "استطلع"}:
        return None
    return quoted[0] if quoted else Place(first, noun_phrase(scene, first, stop))


_SPOKE = frozenset("تحدث تحدثت تحدثوا يتحدث تتحدث".split())
_HOSTED = frozenset("استضافته استضافتها استضافتهم استضافه استضافها".split())
_ITSELF = frozenset("نفسه نفسها ذاته ذاتها عينه عينها".split())
_TALKS = frozenset(
    "المقابله الحديث الحوار اللقاء التصريح التصريحات المداخله الاتصال الظهور البرنامج الحلقه المقال".split()
)
