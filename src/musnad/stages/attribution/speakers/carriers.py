"""Transmitters between a cue and its content: `لقناة X`, `نقلا عن Y`, `حسب Z`, and those who stand behind a lam."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.doc import Hit
from musnad.rules import lexicon
from musnad.stages.attribution.contents.edges import DASHES
from musnad.stages.attribution.cues.occasions import event
from musnad.stages.attribution.nouns.heads import relays_it
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, SELF, next_comma, role, withheld
from musnad.stages.attribution.speakers.told_through import (
    as_told_by,
    behind_medium,
    copied,
    of_medium,
    past_host,
    programme,
    relayed,
    told_to,
)
from musnad.stages.attribution.transmitters.kinds import tells
from musnad.stages.attribution.transmitters.outlets import (
    called,
    favoured,
    in_outlet,
    lam_phrase,
    network,
    outlet_at,
)

__all__ = [
    "CUES",
    "ROWS",
    "Walk",
    "after_lam",
    "carrier",
    "own_noun",
    "past_calling",
    "relay_ahead",
    "teller",
]

CUES = lexicon("attribution/cues")
ROWS: Mapping[str, Mapping[str, str]] = {row["lemma"]: row for row in CUES.rows}


APART = COMMAS | DASHES


@dataclass
class Walk:
    """Where the walk stands, the transmitters met on the way, and the noun that carries the teller's own words."""

    k: int
    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)
    inner: Mapping[str, str] | None = None
    same: bool = False  # the teller behind is a pronoun: whoever spoke last
    renewed: tuple[int, int] | None = None  # the noun of what is said again: `جدد الوزير المطالبة بـ…`
    heard: bool = False  # the one spoken to has been passed: `طلب من X كذا`

    def past(self, outlet: Place) -> bool:
        """Go on behind an outlet that stands nearer to the page than whoever speaks."""
        self.before.append(outlet)
        self.k = outlet.last
        return True


def carrier(scene: Scene, walk: Walk, hi: int) -> bool:
    """Pass one transmitter or adverbial between cue and content: `لقناة X`, `نقلا عن X`, `، حسب X،`, a time."""
    k = walk.k
    text = scene.text(k)
    hit = None
    if k in scene.phrases:
        hit = next((h for h in scene.phrases[k] if h.row["class"] == "preposition"), None)
    if text == "علي" and scene.text(k + 1) == "ما" and scene.text(k + 2).endswith(("ه", "ها", "هم")):
        hit = None  # `ردا على ما نشره الموقع`: what was answered
    if hit is not None and hit.row["lemma"] != "عن":
        return _aside(scene, walk, hi, scene.index(hit.end - 1) + 1, hit.row["lemma"])
    outlet = relayed(scene, k, hi) or outlet_at(scene, k, hi)
    if outlet is not None:
        return walk.past(outlet)
    if k in scene.times:
        walk.k = scene.times[k].last
        return True
    if text in COMMAS and scene.text(k + 1) in {"في", "خلال"} and k + 2 in scene.media:
        outlet = behind_medium(scene, k + 3, hi) or programme(scene, k + 2, hi)
        if outlet is not None:
            return walk.past(outlet)
    if text in COMMAS and scene.text(k + 1) in _TALKED:  # `نفى مصدر، تحدث إلى وكالة X طالبا إخفاء اسمه، أن`
        outlet = outlet_at(scene, k + 2, hi)
        if outlet is not None:
            cut = next((j for j in range(outlet.first + 1, outlet.last) if withheld(scene, j)), outlet.last)
            walk.before.append(Place(outlet.first, cut))
            walk.k = next_comma(scene, outlet.last, hi)
            return True
    told = as_told_by(scene, k + (text in APART), hi)
    if told is not None and scene.text(told.last) not in {"ان", "انه", "انها"}:
        walk.before.append(told)
        walk.k = told.last + (text in DASHES and scene.text(told.last) in DASHES)
        return True
    as_told = text in COMMAS and scene.text(k + 1) == "كما"
    if text in COMMAS and (as_told or relays_it(scene, k + 1)):  # `، كما نقلته «المرفأ»، إلى أن`, `، تنشره صحيفة X، أن`
        outlet = relayed(scene, k + 1 + as_told, hi)
        if outlet is not None and scene.text(outlet.last) in COMMAS:
            return walk.past(outlet)
    from_show = text == "من" and scene.text(k + 1) == "برنامج"  # `ردت من برنامج «X»: …`
    shown = in_outlet(scene, k, hi) if text in {"عبر", "في", "علي"} or from_show else None  # `قال عبر قناة X إن`
    if shown is not None:
        return walk.past(shown)
    if text in {"في", "خلال", "عبر", "علي", "ضمن"} and k + 1 in scene.media:
        _medium(scene, walk, hi)
        return True
    return False


def _printed_then(scene: Scene, k: int) -> int:
    """`(مقابلة مع صحيفة X) نشرت اليوم`, `نشرتها أمس`: past when an outlet gave it out; else k."""
    gave = relays_it(scene, k) or scene.text(k) in {"نشرت", "بثت", "نشر", "بث"}
    return scene.times[k + 1].last if gave and k + 1 in scene.times else k


def _medium(scene: Scene, walk: Walk, hi: int) -> None:
    """Past a medium, what tells of it and the outlet that has it: `في بيان صدر أمس`, `في مقابلة مع قناة X`."""
    k = walk.k
    walk.k = max(scene.index(hit.end - 1) + 1 for hit in scene.media[k + 1])
    if scene.media[k + 1][0].row["kind"] == "channel" and scene.is_name(walk.k):
        walk.k = scene.quotations[walk.k][0].last  # `على موقع التواصل «تويتر»`
    while walk.k < hi and of_medium(scene, walk.k) and not called(scene, relayed(scene, walk.k, hi)):
        walk.k += 1
    walk.k = past_host(scene, walk.k, hi)
    holder, walk.k = copied(scene, walk.k, hi)
    walk.before += [holder] if holder else []
    if scene.text(walk.k) in {"علي", "عبر"} and network(scene, walk.k + 1):
        walk.k = scene.mentions[walk.k + 1][0].last  # `في منشور على فيسبوك`
    by = relayed(scene, walk.k, hi) or favoured(scene, walk.k, hi)
    printed = by if called(scene, by) else in_outlet(scene, walk.k, hi)
    if printed is not None:
        walk.before.append(printed)
        walk.k = _printed_then(scene, printed.last)
    elif outlet_at(scene, walk.k, hi) is None:
        walk.k = max(walk.k, event(scene, k + 1, hi))  # `في جلسة علنية`, `خلال لقائه نظيره الفرنسي`


_TALKED = frozenset("تحدث تحدثت تحدثا تحدثتا تحدثوا".split())


def _aside(scene: Scene, walk: Walk, hi: int, k: int, lemma: str) -> bool:
    """`نقلا عن X` names a transmitter behind the source, `حسب X` or `على حد قول X` one before it."""
    spoken = any(hit.row["class"] == "noun" and hit.end == scene.tokens[k].end for hit in scene.forms.get(k, ()))
    if spoken or scene.text(k) == "عن":
        k += 1
    k = _past_telling(scene, past_calling(scene, k))  # `استنادا إلى ما وصفتها بـ«مصادر مطلعة»`
    place = after_lam(scene, k, hi)
    if place is None:
        return False
    theirs = any(scene.text(i) in {"باسمها", "باسمه", "باسمهم"} for i in range(*place))
    if lemma == "على لسان" and theirs and not scene.names_in(place, "PER"):
        walk.k = place.last  # `، على لسان الناطقة باسمها،`: who only speaks for whoever is told of
        return True
    if lemma in ("نقلا", "على لسان") or (lemma == "استنادا" and tells(scene, place)):
        walk.k = place.first
        return teller(scene, walk, hi)
    heard = told_to(scene, place.last, hi)
    walk.before += [one for one in (heard, place) if one] if tells(scene, place) else []
    closes = next_comma(scene, place.last, min(place.last + 9, hi))
    closed = closes < min(place.last + 9, hi) and scene.text(walk.k - 1) in COMMAS
    walk.k = closes if closed else place.last  # `، بحسب دبلوماسي تحدث إلى صحيفة X، إحياء`
    return True


def _past_telling(scene: Scene, k: int) -> int:
    """`بحسب ما نقلت عنها «رويترز»`: past ما, its verb and whom it was told of."""
    first = k + (scene.text(k) == "ما")
    stands = scene.text(first) in {"جاء", "ورد"} and scene.text(first + 1) == "في"  # `وفق ما ورد في بيان X`
    told = stands or any(hit.row["class"] == "perfect" for hit in scene.forms.get(first, ()))
    if not told or scene.text(first - 1) not in {"ما", "حسبما"}:
        return k
    return first + 1 + (stands or scene.text(first + 1) in {"به", "عنه", "عنها", "عنهم"})


def teller(scene: Scene, walk: Walk, hi: int) -> bool:
    """A noun phrase at the walk's place is a transmitter further off; `قوله` behind it carries its stance."""
    called = past_calling(scene, walk.k)
    if called > walk.k and called in scene.quotations:  # `نسبت إلى من وصفته بـ«مسؤول حضر اللقاء» أن`
        last = scene.quotations[called][0].last
        walk.after.append(Place(called + 1, last - (scene.text(last - 1) in CLOSING)))
        walk.k = last
        return True
    end = noun_phrase(scene, called, hi, hung=called > walk.k)
    walk.k = called
    if end == walk.k:
        return False
    relative = next((i for i in range(walk.k + 1, end + 2) if role(scene.text(i)) == "relative"), end)
    further = relay_ahead(scene, relative, hi)
    if further is not None:
        walk.after.append(Place(walk.k, relative - (scene.text(relative - 1) in COMMAS)))
        walk.k = further
        return teller(scene, walk, hi)
    walk.after.append(Place(walk.k, end))
    walk.k = end
    for hit in scene.forms.get(end, ()):
        if hit.row["class"] == "noun":
            own_noun(walk, hit, end)
            break
    return True


_CALLED = re.compile(r"(?:[يت]?(?:وصف|صف|سم)|اسم|قال|عرف)[تيا]?ت?(?:ه|ها|هم)?")


def past_calling(scene: Scene, k: int) -> int:
    """`من وصفته بـ«مسؤول رفيع»`, `ما سمتها «مصادر مطلعة»`: the token with which what somebody is called begins."""
    if scene.text(k) not in {"من", "ما", "عمن", "عما", "لمن", "لما"} or not _CALLED.fullmatch(scene.text(k + 1)):
        return k
    if scene.text(k + 2) in _THAT_IT:
        return k + 3  # `عمن قالت إنه مسؤول في الشركة`
    at = k + 2 + (scene.text(k + 3)[:1] == "ب" and k + 2 in scene.heads)
    joined, owned = scene.text(at)[:1] == "ب", scene.text(k + 1).endswith(("ه", "ها", "هم"))
    at += scene.text(at) == "ب"
    return at if owned and (joined or at in scene.quotations or at in scene.heads) else k


_THAT_IT = frozenset("انه انها انهم".split())


def own_noun(walk: Walk, hit: Hit, k: int) -> None:
    """Past the noun at k that tells how somebody spoke; what is no mere saying has an object: `نفيه وجود خلاف`."""
    walk.inner, walk.k = ROWS.get(hit.row["lemma"]), k + 1
    walk.heard = walk.heard or (walk.inner is not None and walk.inner["stance"] != "says")


_RELAYING = re.compile(r"(?:نقل|استند|نسب|عزا|عزت|اقتبس)ت?(?:ه|ها)?")


def relay_ahead(scene: Scene, k: int, hi: int) -> int | None:
    """`صحيفة X، التي نقلت بدورها عن Y`: from its relative (or the comma before it) on, the token at which Y begins."""
    k += scene.text(k) in COMMAS
    if role(scene.text(k)) != "relative" or not _RELAYING.fullmatch(scene.text(k + 1)):
        return None
    return next((i + 1 for i in range(k + 2, min(k + 6, hi - 1)) if scene.text(i) in {"عن", "الي"}), None)


def after_lam(scene: Scene, k: int, hi: int) -> Place | None:
    """The noun phrase at k; with the preposition lam written on its first word it is one all the same."""
    if k >= hi:
        return None
    k += scene.text(k) == "ل"  # `وفقا لـ رويترز`
    if starts_phrase(scene, k) or scene.text(k)[:1] == "ل":
        end = max(noun_phrase(scene, k, hi, hung=True), lam_phrase(scene, k, hi))
        end += end > k and scene.text(end) in SELF  # `وفقا للمصادر ذاتها`
        return Place(k, end) if end > k else None
    return None
