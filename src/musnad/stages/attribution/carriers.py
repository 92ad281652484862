"""Transmitters between a cue and its content: `لقناة X`, `نقلا عن Y`, `حسب Z`, and those who stand behind a lam."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.rules import lexicon
from musnad.stages.attribution.heads import relays_it
from musnad.stages.attribution.kinds import tells
from musnad.stages.attribution.phrases import noun_phrase, starts_phrase
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.words import COMMAS, next_comma, role

__all__ = [
    "CUES",
    "ROWS",
    "Walk",
    "after_lam",
    "behind_medium",
    "carrier",
    "in_outlet",
    "is_outlet",
    "outlet_at",
    "relay_ahead",
    "teller",
]

CUES = lexicon("attribution/cues")
ROWS: Mapping[str, Mapping[str, str]] = {row["lemma"]: row for row in CUES.rows}


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


def carrier(scene: Scene, walk: Walk, hi: int) -> bool:
    """Pass one transmitter or adverbial between cue and content: `لقناة X`, `نقلا عن X`, `، حسب X،`, a time."""
    k = walk.k
    text = scene.text(k)
    hit = next((h for h in scene.phrases.get(k, ()) if h.row["class"] == "preposition"), None)
    if text == "علي" and scene.text(k + 1) == "ما" and scene.text(k + 2).endswith(("ه", "ها", "هم")):
        hit = None  # `ردا على ما نشره الموقع`: what was answered
    if hit is not None and hit.row["lemma"] != "عن":
        return _aside(scene, walk, hi, scene.index(hit.end - 1) + 1, hit.row["lemma"])
    if any(h.row["lemma"] == "نقل" for h in scene.forms.get(k, ())) and scene.text(k - 1) in {"التي", "الذي"}:
        away = next((j for j in range(k + 1, min(k + 4, hi)) if scene.text(j) == "عن"), None)
        if away is not None:
            walk.k = away + 1
            return teller(scene, walk, hi) or True
    outlet = _relayed(scene, k, hi) or outlet_at(scene, k, hi)
    if outlet is not None:
        walk.before.append(outlet)
        walk.k = outlet.last
        return True
    if k in scene.times:
        walk.k = scene.times[k].last
        return True
    if text in COMMAS and scene.text(k + 1) in {"في", "خلال"} and k + 2 in scene.media:
        outlet = behind_medium(scene, k + 3, hi)
        if outlet is not None:
            walk.before.append(outlet)
            walk.k = outlet.last
            return True
    shown = in_outlet(scene, k, hi) if text in {"عبر", "في", "علي"} else None  # `قال عبر قناة X إن`, `كتب في صحيفة Y`
    if shown is not None:
        walk.before.append(shown)
        walk.k = shown.last
        return True
    if text in {"في", "خلال", "عبر", "علي", "ضمن"} and k + 1 in scene.media:
        walk.k = max(scene.index(hit.end - 1) + 1 for hit in scene.media[k + 1])
        if scene.media[k + 1][0].row["kind"] == "channel" and scene.is_name(walk.k):
            walk.k = scene.quotations[walk.k][0].last  # `على موقع التواصل «تويتر»`
        while walk.k < hi and _of_medium(scene, walk.k) and not _called(scene, _relayed(scene, walk.k, hi)):
            walk.k += 1
        relayed = _relayed(scene, walk.k, hi)
        printed = relayed if _called(scene, relayed) else in_outlet(scene, walk.k, hi)
        if printed is not None:
            walk.before.append(printed)
            walk.k = printed.last
        return True
    return False


_ITS = frozenset("له لها لهم".split())
# Where an article or an interview appears. A network or a platform is a channel and no teller.
_PRINTS = frozenset("صحيفة جريدة مجلة قناة إذاعة راديو تلفزيون فضائية وكالة يومية أسبوعية دورية".split())
_SCREENS = frozenset("شاشه اثير هواء موجات صفحات".split())


def in_outlet(scene: Scene, k: int, hi: int) -> Place | None:
    """`في مقال بصحيفة X`, `في عمود في جريدة X`, `في مداخلة على شاشة قناة X`: the outlet behind a medium."""
    first = k + (scene.text(k).removeprefix("و") in {"في", "علي", "عبر"})
    shown = scene.text(first) in _SCREENS
    first += shown
    written_on = first == k and scene.text(k)[:1] == "ب"
    if first == k and not written_on:
        return None
    quoted = scene.text(first) in OPENING and scene.is_name(first)
    paper = quoted and (shown or bool(scene.nations.get(scene.quotations[first][0].last)))
    if (first in scene.mentions and scene.mentions[first][1].type == "OUTLET" and first not in scene.media) or paper:
        return Place(first, max(noun_phrase(scene, first, hi), first + 1))  # `في «الضفة» التركية`, `في واشنطن بوست`
    hits = [hit for hit in scene.heads.get(first, ()) if hit.row["form"].split("|")[0] in _PRINTS]
    if not any(hit.start == scene.tokens[first].start + written_on for hit in hits):
        return None
    end = noun_phrase(scene, first, hi, hung=True)
    return Place(first, end) if end > first + 1 and _called(scene, Place(first, end)) else None


def _called(scene: Scene, outlet: Place | None) -> bool:
    """Whether an outlet's phrase holds its name."""
    if outlet is None:
        return False
    return bool(scene.names_in(outlet, "OUTLET", "ORG")) or any(i in scene.quotations for i in range(*outlet))


def _relayed(scene: Scene, k: int, hi: int) -> Place | None:
    """`في تصريح نقلته الصحيفة`: the outlet behind a verb of relaying with its object's pronoun."""
    first = k + 1 + (scene.text(k + 1) in {"معه", "معها", "معهم"})  # `مقابلة أجرتها معه قناة X`
    if first >= hi or not relays_it(scene, k):
        return None
    quoted = scene.text(first) in OPENING and first in scene.quotations and scene.is_name(first)
    if not is_outlet(scene, first) and not (quoted and k - 1 in scene.media):
        return None
    if scene.text(k - 1) == "ما":
        return None  # `ردا على ما نشرته الصحيفة`: what was answered
    end = noun_phrase(scene, first, hi)
    return Place(first, end) if end > first else None


def behind_medium(scene: Scene, k: int, hi: int) -> Place | None:
    """`، في مقال له بصحيفة X،`, `، في مقابلة بثتها قناة X،`: the outlet behind a medium and what tells of it."""
    j = k
    while j < min(k + 9, hi):
        if scene.text(j) in {"في", "ضمن"} and j + 1 in scene.media:  # `استضافته في برنامج «X» على قناة Y`
            j += 2
            j = scene.quotations[j][0].last if j in scene.quotations and scene.is_name(j) else j
            continue
        outlet = _relayed(scene, j, hi) or in_outlet(scene, j, hi)
        if outlet is not None or not _of_medium(scene, j):
            return outlet
        j += 1
    return None


_HELD = re.compile(r"(?:عقد|اقيم|صدر|نشر|بث|وزع|القي|اجري|نظم|جمع)(?:ت|ه|ها|ته|تها)?")


def _of_medium(scene: Scene, k: int) -> bool:
    return role(scene.text(k)) == "of media" or scene.text(k) in _ITS or _held(scene, k)


def _held(scene: Scene, k: int) -> bool:
    """`مؤتمر صحفي عقد أمس`, `بيان صدر في ختام …`: behind the medium, when and where it was held or issued."""
    further = k + 1 in scene.times or role(scene.text(k + 1)) in ("preposition", "during", "adverb", "place")
    return bool(_HELD.fullmatch(scene.text(k))) and further


def _aside(scene: Scene, walk: Walk, hi: int, k: int, lemma: str) -> bool:
    """`نقلا عن X` names a transmitter behind the source, `حسب X` or `على حد قول X` one before it."""
    spoken = any(hit.row["class"] == "noun" and hit.end == scene.tokens[k].end for hit in scene.forms.get(k, ()))
    if spoken or scene.text(k) == "عن":
        k += 1
    if scene.text(k) == "ما" and re.match("وصف|سم", scene.text(k + 1)) and scene.text(k + 2)[:1] == "ب":
        k += 2 + (scene.text(k + 2) == "ب")  # `استنادا إلى ما وصفتها بـ«مصادر مطلعة»`
    k = _past_telling(scene, k)
    place = after_lam(scene, k, hi)
    if place is None:
        return False
    if lemma in ("نقلا", "على لسان") or (lemma == "استنادا" and tells(scene, place)):
        walk.k = place.first
        return teller(scene, walk, hi)
    walk.before += [place] if tells(scene, place) else []
    closes = next_comma(scene, place.last, min(place.last + 9, hi))
    closed = closes < min(place.last + 9, hi) and scene.text(walk.k - 1) in COMMAS
    walk.k = closes if closed else place.last  # `، بحسب دبلوماسي تحدث إلى صحيفة X، إحياء`
    return True


def _past_telling(scene: Scene, k: int) -> int:
    """`بحسب ما نقلت عنها «رويترز»`: past ما, its verb and whom it was told of."""
    first = k + (scene.text(k) == "ما")
    told = any(hit.row["class"] == "perfect" for hit in scene.forms.get(first, ()))
    if not told or scene.text(first - 1) not in {"ما", "حسبما"}:
        return k
    return first + 1 + (scene.text(first + 1) in {"به", "عنه", "عنها", "عنهم"})


def teller(scene: Scene, walk: Walk, hi: int) -> bool:
    """A noun phrase at the walk's place is a transmitter further off; `قوله` behind it carries its stance."""
    end = noun_phrase(scene, walk.k, hi)
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
            walk.inner = ROWS.get(hit.row["lemma"])
            walk.k = end + 1
            break
    return True


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
        end = max(noun_phrase(scene, k, hi), _lam_phrase(scene, k, hi))
        return Place(k, end) if end > k else None
    return None


_OF_MEDIA = frozenset("خاص خاصه رسمي رسميه صحفي صحفيه صحافي صحافيه اعلامي اعلاميه تلفزيونيه".split())


def _lam_phrase(scene: Scene, k: int, hi: int) -> int:
    """`لمصدر دبلوماسي`, `للمصادر`, `لروسيا`: past the word with the lam, and what hangs on it."""
    text = scene.text(k)
    if not text.startswith("ل") or k in scene.times:
        return k
    if k in scene.mentions:
        return scene.mentions[k][0].last
    rest = noun_phrase(scene, k + 1, hi)
    following = scene.text(k + 1)
    if following in _OF_MEDIA:  # `لقناة خاصة`
        rest = k + 2
    defined = following.startswith("ال") or role(following) in ("relative", "demonstrative")
    if text.startswith("لل") and rest > k + 1 and not defined:
        return rest if k + 1 in scene.mentions or following in OPENING else k + 1
    return max(rest, k + 1)


def outlet_at(scene: Scene, k: int, hi: int) -> Place | None:
    """An outlet spoken to: `لـ«الشرفة»`, `لقناة X`, `مع إذاعة X`, `لرويترز`."""
    text = scene.text(k)
    first = k + 1 if text in {"ل", "مع", "الي"} else k if text.startswith("ل") and len(text) > 2 else None
    if first is not None and text == "مع" and scene.text(k - 1) in _BROADCAST and scene.is_name(first):
        return Place(first, scene.quotations[first][0].last)  # `في لقاء تلفزيوني مع «الضفة»`
    if first is None or first >= hi or (text in {"مع", "الي"} and not is_outlet(scene, first)):
        return None
    if text == "ل" and scene.text(first) in OPENING and scene.is_name(first) and not _occasion(scene, k):
        return Place(first, scene.quotations[first][0].last)
    if not is_outlet(scene, first):
        return None
    end = max(noun_phrase(scene, first, hi), _lam_phrase(scene, first, hi) if first == k else first)
    return Place(first, end) if end > first else None


_BROADCAST = frozenset("صحفي صحافي صحفيه صحافيه تلفزيوني تلفزيونيه متلفز متلفزه اذاعي اذاعيه".split())
# What is held for somebody named: `في المؤتمر الأول لـ«اتحاد الناشرين»`.
_OCCASIONS = frozenset("مؤتمر ملتقى منتدى ندوة ورشة حفل احتفال مهرجان فعالية اجتماع اجتماعات معرض جلسة".split())


def _occasion(scene: Scene, lam: int) -> bool:
    """Whether the words before a lam are an occasion of whoever is named behind it, who then is told nothing."""
    if lam + 2 in scene.mentions and scene.mentions[lam + 2][1].type == "OUTLET":
        return False
    near = range(max(0, lam - 4), lam)
    last = next((i for i in reversed(near) if scene.text(i) in COMMAS or i in scene.media), None)
    return last is not None and any(
        hit.row["form"].split("|")[0].split()[0] in _OCCASIONS for hit in scene.media.get(last, ())
    )


def is_outlet(scene: Scene, i: int) -> bool:
    """Whether an outlet begins at token i, by its name or its head noun."""
    if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
        return True
    return any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(i, ()))
