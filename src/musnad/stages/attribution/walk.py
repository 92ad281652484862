"""From a cue to its content: what stands between, and where the content begins.

The walk passes adverbials, notes the transmitters it meets (`لقناة X`, `نقلا عن Y`, `حسب Z`) and stops at
the word that opens the content: أن, a quotation, a colon, or a preposition that the cue governs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.rules import lexicon
from musnad.stages.attribution.phrases import noun_phrase, starts_phrase
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.words import COMMAS, is_that, next_comma, role, with_ba, withheld

__all__ = ["Governs", "Walk", "after_lam", "begins", "governs", "outlet_at", "teller"]

CUES = lexicon("attribution/cues")
ROWS: Mapping[str, Mapping[str, str]] = {row["lemma"]: row for row in CUES.rows}
_REACH = 45  # words that a subject and its adverbials may take before the content begins
_PREPOSITIONS = {"عن": "عن", "الي": "إلى", "علي": "على", "من": "من", "في": "في"}


@dataclass(frozen=True)
class Governs:
    """What opens a content. `alone`: enough by itself; `soft`: only behind a participle or a possessed noun."""

    alone: frozenset[str]
    soft: frozenset[str]
    hearer: str
    relays: str  # نقل عن, علم من: what follows this preposition is a transmitter, not the content

    @property
    def prepositions(self) -> frozenset[str]:
        own = (self.alone | self.soft | {self.relays}) & frozenset((*_PREPOSITIONS.values(), "ب"))
        return own | {"obj"} if self.hearer == "obj" else own


def governs(row: Mapping[str, str]) -> Governs:
    """Read a cue's `takes`: `!` marks what suffices alone; أن, quotations and colons always do."""
    given = [token.partition("=")[0] for token in row["takes"].split()]
    alone = {token.lstrip("!") for token in given if token[0] == "!" or token in ("أن", "quote", "colon")}
    relays = {"نقل": "عن", "نسب": "إلى", "روى": "عن", "علم": "من"}.get(row["lemma"], "")
    return Governs(frozenset(alone), frozenset(token.lstrip("!") for token in given) - alone, row["hearer"], relays)


@dataclass
class Walk:
    """Where the walk stands, the transmitters met on the way, and the noun that carries the teller's own words."""

    k: int
    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)
    inner: Mapping[str, str] | None = None
    heard: bool = False  # the one spoken to has been passed: `طلب من X كذا`


def begins(scene: Scene, walk: Walk, hi: int, takes: Governs, *, loose: bool, objects: bool) -> int | None:
    """The reading offset at which the content begins, or None. `loose`: a governed preposition is enough.

    A bare object counts only while nothing but asides (`، بحسب X،`, times) has been passed.
    """
    start, fresh = walk.k, objects and "obj" in takes.alone
    while walk.k < hi and walk.k - start < _REACH:
        k = walk.k
        text = scene.text(k)
        if is_that(scene, k) and "أن" in takes.alone:
            return scene.tokens[k + 1].start if k + 1 < hi else None
        if text in OPENING and k in scene.quotations:
            if fresh or (
                "quote" in takes.alone and (not scene.is_name(k) or k == start or scene.text(k - 1) in COMMAS)
            ):
                return scene.tokens[k].start
            walk.k = scene.quotations[k][0].last
            continue
        if text == ":":
            return scene.tokens[k + 1].start if k + 1 < hi and {"colon", "quote"} & takes.alone else None
        if _spoken_on(scene, walk, takes):
            continue
        found = _governed(scene, walk, hi, takes, loose)
        if found is not None:
            return found
        if walk.k > k or _carrier(scene, walk, hi) or _aside_clause(scene, walk, hi):
            continue
        if text in {";", "؛", ".", "!", "؟"} or (role(text) == "conjunction" and text not in {"كما", "وقت", "ما"}):
            return None
        if (fresh or walk.heard) and _object(scene, k):
            return scene.tokens[k].start
        if k > start and _another_cue(scene, k):
            return None
        fresh = fresh and text in COMMAS
        walk.k += 1
    return None


def _spoken_on(scene: Scene, walk: Walk, takes: Governs) -> bool:
    """Pass `قائلا` and `بالقول` behind another verb of saying: `رد عليه بالقول إن …`."""
    for hit in scene.forms.get(walk.k, ()):
        if "أن" in takes.alone and (
            (hit.row["class"] == "noun" and scene.text(walk.k).startswith("بال"))
            or (hit.row["class"] == "participle" and hit.row["lemma"] == "قال")
        ):
            walk.k += 1
            return True
    return False


def _aside_clause(scene: Scene, walk: Walk, hi: int) -> bool:
    """Pass `، في منشور يعود إلى آب،` and `، وقد طلب عدم كشف هويته،`: from comma to comma."""
    k = walk.k
    if scene.text(k) not in COMMAS:
        return False
    opens = k + 1 + (scene.text(k + 1) in {"وقد", "قد"})
    after = next_comma(scene, opens, hi)
    if after < hi and (withheld(scene, opens) or role(scene.text(opens)) in ("during", "preposition", "quantifier")):
        if _has_outlet(scene, opens, after):
            return False
        walk.k = after
        return True
    return False


def _has_outlet(scene: Scene, first: int, stop: int) -> bool:
    return any(outlet_at(scene, k, stop) is not None or k in scene.phrases for k in range(first, stop))


_OBJECTS = frozenset("ما ذلك هذا هذه تلك عدم اي كل".split())


def _object(scene: Scene, k: int) -> bool:
    """A noun phrase, or `ما …`, `ذلك`, may be what was said, refused, denied."""
    return starts_phrase(scene, k) or scene.text(k) in _OBJECTS


def _voiced(scene: Scene, k: int, hi: int, walk: Walk) -> int:
    """`أعرب عن أمله في أن …`, `عبر عن اعتقاده أن …`: the noun tells the stance, and what it governs is the content."""
    feeling = next((hit.row for hit in scene.feelings.get(k, ())), None)
    if feeling is not None:
        walk.inner = feeling
        ahead = next((j for j in range(k + 1, min(k + 3, hi - 1)) if is_that(scene, j)), None)
        if ahead is not None:
            return scene.tokens[ahead + 1].start
        if with_ba(scene, k + 1) and scene.text(k + 2) in OPENING:
            return scene.tokens[k + 2].start
    return scene.tokens[k].start


def _another_cue(scene: Scene, k: int) -> bool:
    ways = ("perfect", "participle", "passive")
    return any(hit.row["class"] in ways and not hit.row.get("risk") for hit in scene.forms.get(k, ()))


def _governed(scene: Scene, walk: Walk, hi: int, takes: Governs, loose: bool) -> int | None:
    """The content behind a preposition that the cue governs; with `نقل … عن` it is a teller instead."""
    k = walk.k
    text = scene.text(k)
    preposition = _PREPOSITIONS.get(text, "")
    if preposition and preposition == takes.relays:
        walk.k = k + 1
        if not teller(scene, walk, hi):
            walk.k = k
        return None
    if walk.inner is not None and preposition and is_that(scene, k + 1) and k + 2 < hi:
        return scene.tokens[k + 2].start  # `عن X تنبيهه إلى أن`
    if preposition and preposition in takes.prepositions and k + 1 < hi:
        if is_that(scene, k + 1) and k + 2 < hi:
            return scene.tokens[k + 2].start
        if preposition in takes.alone or loose:
            return _voiced(scene, k + 1, hi, walk)
    if preposition and preposition in takes.hearer.split() and k + 1 < hi:
        walk.k, walk.heard = max(noun_phrase(scene, k + 1, hi), k + 1), "obj" in takes.alone
        return None
    if ("ب" in takes.alone or (loose and "ب" in takes.soft)) and with_ba(scene, k):
        return scene.tokens[k].start + 1
    return None


def teller(scene: Scene, walk: Walk, hi: int) -> bool:
    """A noun phrase at the walk's place is a transmitter further off; `قوله` behind it carries its stance."""
    end = noun_phrase(scene, walk.k, hi)
    if end == walk.k:
        return False
    walk.after.append(Place(walk.k, end))
    walk.k = end
    for hit in scene.forms.get(end, ()):
        if hit.row["class"] == "noun":
            walk.inner = ROWS.get(hit.row["lemma"])
            walk.k = end + 1
            break
    return True


def _carrier(scene: Scene, walk: Walk, hi: int) -> bool:
    """Pass one transmitter or adverbial between cue and content: `لقناة X`, `نقلا عن X`, `، حسب X،`, a time."""
    k = walk.k
    text = scene.text(k)
    hit = next((h for h in scene.phrases.get(k, ()) if h.row["class"] == "preposition"), None)
    if hit is not None and hit.row["lemma"] != "عن":
        return _aside(scene, walk, hi, scene.index(hit.end - 1) + 1, hit.row["lemma"])
    if any(h.row["lemma"] == "نقل" for h in scene.forms.get(k, ())) and scene.text(k - 1) in {"التي", "الذي"}:
        away = next((j for j in range(k + 1, min(k + 4, hi)) if scene.text(j) == "عن"), None)
        if away is not None:
            walk.k = away + 1
            return teller(scene, walk, hi) or True
    outlet = outlet_at(scene, k, hi)
    if outlet is not None:
        walk.before.append(outlet)
        walk.k = outlet.last
        return True
    if k in scene.times:
        walk.k = scene.times[k].last
        return True
    if text in {"في", "خلال", "عبر", "علي", "ضمن"} and k + 1 in scene.media:
        walk.k = k + 2
        while walk.k < hi and role(scene.text(walk.k)) == "of media":
            walk.k += 1
        return True
    return False


def _aside(scene: Scene, walk: Walk, hi: int, k: int, lemma: str) -> bool:
    """`نقلا عن X` names a transmitter behind the source, `حسب X` or `على حد قول X` one before it."""
    spoken = any(hit.row["class"] == "noun" and hit.end == scene.tokens[k].end for hit in scene.forms.get(k, ()))
    if spoken or scene.text(k) == "عن":
        k += 1
    place = after_lam(scene, k, hi)
    if place is None:
        return False
    if lemma in ("نقلا", "استنادا", "على لسان"):
        walk.k = place.first
        return teller(scene, walk, hi)
    walk.before.append(place)
    walk.k = place.last
    return True


def after_lam(scene: Scene, k: int, hi: int) -> Place | None:
    """The noun phrase at k; with the preposition lam written on its first word it is one all the same."""
    if k >= hi:
        return None
    if scene.text(k) == "ل" and scene.text(k + 1) in OPENING:
        k += 1
    if starts_phrase(scene, k) or scene.text(k)[:1] == "ل":
        end = max(noun_phrase(scene, k, hi), _lam_phrase(scene, k, hi))
        return Place(k, end) if end > k else None
    return None


def _lam_phrase(scene: Scene, k: int, hi: int) -> int:
    """`لمصدر دبلوماسي`, `للمصادر`, `لروسيا`: past the word with the lam, and what hangs on it."""
    text = scene.text(k)
    if not text.startswith("ل") or k in scene.times:
        return k
    if k in scene.mentions:
        return scene.mentions[k][0].last
    rest = noun_phrase(scene, k + 1, hi)
    following = scene.text(k + 1)
    defined = following.startswith("ال") or role(following) in ("relative", "demonstrative")
    if text.startswith("لل") and rest > k + 1 and not defined:
        return rest if k + 1 in scene.mentions or following in OPENING else k + 1
    return max(rest, k + 1)


def outlet_at(scene: Scene, k: int, hi: int) -> Place | None:
    """An outlet spoken to: `لـ«الشرفة»`, `لقناة X`, `مع إذاعة X`, `لرويترز`."""
    text = scene.text(k)
    first = k + 1 if text in {"ل", "مع", "الي"} else k if text.startswith("ل") and len(text) > 2 else None
    if first is None or first >= hi or (text in {"مع", "الي"} and not _is_outlet(scene, first)):
        return None
    if text == "ل" and scene.text(first) in OPENING and scene.is_name(first):
        return Place(first, scene.quotations[first][0].last)
    if not _is_outlet(scene, first):
        return None
    end = max(noun_phrase(scene, first, hi), _lam_phrase(scene, first, hi) if first == k else first)
    return Place(first, end) if end > first else None


def _is_outlet(scene: Scene, i: int) -> bool:
    if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
        return True
    return any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(i, ()))
