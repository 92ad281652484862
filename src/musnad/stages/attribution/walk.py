"""From a cue to its content: what stands between, and where the content begins.

The walk passes adverbials, notes the transmitters it meets (`لقناة X`, `نقلا عن Y`, `حسب Z`) and stops at
the word that opens the content: أن, a quotation, a colon, or a preposition that the cue governs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from musnad.doc import Hit
from musnad.stages.attribution.carriers import ROWS, Walk, carrier, outlet_at, teller
from musnad.stages.attribution.deeds import deed
from musnad.stages.attribution.phrases import noun_phrase, starts_phrase
from musnad.stages.attribution.scene import OPENING, Scene
from musnad.stages.attribution.titles import clause_ahead, completes
from musnad.stages.attribution.words import COMMAS, is_that, next_comma, role, with_ba, withheld
from musnad.verbs import verb

__all__ = ["SAYING", "Governs", "aloud", "begins", "governs"]

_PROVIDED = frozenset({("،", "علي"), (",", "علي"), ("اضافه", "الي"), ("بالاضافه", "الي"), ("والاضافه", "الي")})
_REACH = 45  # words that a subject and its adverbials may take before the content begins
_STRAY = 12  # of them, those that are neither a name nor a known kind of adverbial
_PREPOSITIONS = {"عن": "عن", "الي": "إلى", "علي": "على", "من": "من", "في": "في"}


@dataclass(frozen=True)
class Governs:
    """What opens a content. `alone`: enough by itself; `soft`: only behind a participle or a possessed noun."""

    alone: frozenset[str]
    soft: frozenset[str]
    hearer: str
    feels: bool  # أبدى: its object is a feeling, or the verb says nothing
    renews: bool  # جدّد, كرّر: a noun of saying behind it governs the content
    speaks: bool  # `قائلا` behind it carries on with it; with تناول it is the cue itself
    offers: bool  # عرض: its object is a deed or an amount, or somebody is offered it
    relays: str  # نقل عن, علم من: what follows this preposition is a transmitter, not the content

    @property
    def prepositions(self) -> frozenset[str]:
        given = self.alone | self.soft | {self.relays} | set(self.hearer.split())
        own = given & frozenset((*_PREPOSITIONS.values(), "ب"))
        return own | {"obj"} if self.hearer == "obj" or "obj" in self.alone else own


SAYING = frozenset("قائلا قائله قائلين بالقول".split())


def aloud(takes: Governs) -> Governs:
    """`اعترفت قائلة: «…»`: with a participle of saying behind it a cue opens all that قال opens."""
    return replace(takes, alone=takes.alone | {"أن", "quote", "colon"})


def governs(row: Mapping[str, str]) -> Governs:
    """Read a cue's `takes`: `!` marks what suffices alone; أن, quotations and colons always do."""
    given = [token.partition("=")[0] for token in row["takes"].split()]
    alone = {token.lstrip("!") for token in given if token[0] == "!" or token in ("أن", "quote", "colon")}
    relays = {"نقل": "عن", "نسب": "إلى", "روى": "عن", "علم": "من"}.get(row["lemma"], "")
    return Governs(
        frozenset(alone),
        frozenset(token.lstrip("!") for token in given) - alone,
        row["hearer"],
        row["lemma"] == "أبدى",
        row["lemma"] in ("جدّد", "كرّر", "أعاد"),
        row["stance"] != "discusses" and "!obj" not in row["takes"].split(),
        row["lemma"] == "عرض",
        relays,
    )


# Conjunctions that open an aside before the content: `قال عندما سمع بالقرار: …`.
_MEANWHILE = frozenset("كما وقت ما عندما حين حينما حيث لما".split())


def begins(scene: Scene, walk: Walk, hi: int, takes: Governs, *, loose: bool, objects: bool) -> int | None:
    """The reading offset at which the content begins, or None. `loose`: a governed preposition is enough.

    A bare object counts only while nothing but asides (`، بحسب X،`, times) has been passed.
    """
    start, fresh, strayed = walk.k, objects and "obj" in takes.alone, 0
    while walk.k < hi and walk.k - start < _REACH:
        k = walk.k
        text = scene.text(k)
        if is_that(scene, k) and "أن" in takes.alone:
            if k > start + 1 and (scene.text(k - 2), scene.text(k - 1)) in _PROVIDED:
                return None  # `، على أن`, `إضافة إلى أن`, `، وإن`
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
            takes = aloud(takes) if text in SAYING and takes.speaks else takes
            continue
        found = _governed(scene, walk, hi, takes, loose)
        if found is not None:
            return found
        if walk.k > k or carrier(scene, walk, hi) or _aside_clause(scene, walk, hi, takes):
            continue
        if text in {";", "؛", ".", "!", "؟"} or (role(text) == "conjunction" and text not in _MEANWHILE):
            return None
        voiced = (not takes.feels or k in scene.feelings) and (not takes.offers or walk.heard or _offered(scene, k))
        if (fresh or walk.heard) and _object(scene, k):
            ahead = clause_ahead(scene, k, hi) if "أن" in takes.alone else None
            if ahead is not None and ahead + 1 < hi:
                return scene.tokens[ahead + 1].start
            if voiced and not _clause_at_hand(scene, k, hi, takes):
                return scene.tokens[_past_addressee(scene, k, hi, takes)].start
            if takes.offers:
                return None
        if k > start and (_another_cue(scene, k) or _next_clause(scene, k)):
            return None
        fresh = fresh and (text in COMMAS or role(text) == "adverb")
        strayed += text not in COMMAS and role(text) not in ("preposition", "during", "adverb", "of media")
        if strayed > _STRAY:
            return None
        walk.k += 1
    return None


def _spoken_on(scene: Scene, walk: Walk, takes: Governs) -> bool:
    """Pass `قائلا` and `بالقول` behind another verb of saying: `رد عليه بالقول إن …`."""
    for hit in scene.forms.get(walk.k, ()):
        noun = hit.row["class"] == "noun" and _renewed(scene, walk.k, hit, takes)
        if noun:
            walk.inner = ROWS.get(hit.row["lemma"])
        if (
            "أن" in takes.alone and (noun or (hit.row["class"] == "noun" and scene.text(walk.k).startswith("بال")))
        ) or (hit.row["class"] == "participle" and hit.row["lemma"] == "قال"):
            walk.k += 1
            return True
    return False


def _renewed(scene: Scene, k: int, hit: Hit, takes: Governs) -> bool:
    """`جدد التأكيد على أن`, `كرر دعوته إلى`: the noun is what was said again, and governs its content."""
    if not takes.renews or hit.start - scene.tokens[k].start not in (0, 2):
        return False
    own = governs(ROWS[hit.row["lemma"]])
    opens = is_that(scene, k + 1) or _PREPOSITIONS.get(scene.text(k + 1)) in own.prepositions
    return opens or ("ب" in own.prepositions and with_ba(scene, k + 1))


def _aside_clause(scene: Scene, walk: Walk, hi: int, takes: Governs) -> bool:
    """Pass `، في تغريدة كتبها مساء،` and `، وقد طلب عدم كشف هويته،`: from comma to comma."""
    k = walk.k
    if scene.text(k) not in COMMAS:
        return False
    opens = k + 1 + (scene.text(k + 1) in {"وقد", "قد"})
    after = next_comma(scene, opens, hi)
    if _PREPOSITIONS.get(scene.text(opens)) in takes.prepositions:
        return False
    if after < hi and (
        (is_that(scene, after + 1) and not is_that(scene, opens) and scene.text(after + 1)[0] != "و" and after - k < 14)
        or withheld(scene, opens)
        or role(scene.text(opens)) in ("during", "preposition", "quantifier", "place")
    ):
        if _has_outlet(scene, opens, after):
            return False
        walk.k = after
        return True
    return False


def _has_outlet(scene: Scene, first: int, stop: int) -> bool:
    return any(outlet_at(scene, k, stop) is not None or k in scene.phrases for k in range(first, stop))


def _clause_at_hand(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`أوضح عبد الحميد إبراهيم أن`: a few plain words on, أن itself; what stands before it is no object."""
    for j in range(k, min(k + 5, hi)):
        if scene.text(j) == "ان" and is_that(scene, j):
            return "أن" in takes.alone and j > k and not completes(scene, j)
        if not scene.text(j).isalpha() or role(scene.text(j)) or scene.in_time(j) or j in scene.forms:
            return False
    return False


_CLAUSE = re.compile(r"و(?:[يت]\w{3,}|\w{3,}ت|قد|كان\w*)")
_OBJECTS = frozenset("ما ذلك هذا هذه تلك عدم اي كل".split())


def _object(scene: Scene, k: int) -> bool:
    """A noun phrase, or `ما …`, `ذلك`, may be what was said, refused, denied."""
    if _CLAUSE.fullmatch(scene.text(k)) and k not in scene.mentions and not scene.heads.get(k):
        return False  # `عن آخر يوم تداول وبلغت …`
    return starts_phrase(scene, k) or scene.text(k) in _OBJECTS


# What is offered, whatever its ending: compensation, a sum, a truce, mediation …
_GIVEN = frozenset("تعويض مبلغ مكافا راتب وساط مساعد هدن صفق مبادر تسوي قرض منح مليون مليار ربعين عشرين هبه".split())


def _past_addressee(scene: Scene, k: int, hi: int, takes: Governs) -> int:
    """`ناشد الأهالي البلدية إصلاح الطريق`: behind whom the cue addresses, what is asked of them."""
    if takes.hearer != "obj":
        return k
    end = noun_phrase(scene, k, hi, frozenset({"obj"}))
    return end if k < end < hi and deed(scene.text(end)) is not None else k


def _offered(scene: Scene, k: int) -> bool:
    """`عرضت الشركة رفع الأجور`, `عرض النادي 4 ملايين`; but `عرض المتحف لوحات`."""
    if any(w in scene.text(k) for w in _GIVEN):
        return True
    possessed = scene.written(k).endswith(("ه", "ها", "هم")) and k not in scene.mentions
    verbal_noun = scene.written(k).startswith("إ") or deed(scene.text(k)) is not None
    return scene.text(k).isdigit() or possessed or verbal_noun


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
    """Another cue at the head of a clause; one inside a relative clause (`سؤال وجهه إليه X`) is passed."""
    before = scene.text(k - 1)
    for hit in scene.forms.get(k, ()):
        way = hit.row["class"]
        if hit.row.get("risk") or way == "noun" or hit.end < scene.tokens[k].end:
            continue
        joined = hit.start > scene.tokens[k].start
        if way == "participle" or joined or before in COMMAS or role(before) == "conjunction":
            return True
    return False


def _next_clause(scene: Scene, k: int) -> bool:
    """`، وتعرض اللاعب للإصابة`: a verb joined to what stands before a comma; nothing was said before it."""
    word = scene.text(k)
    if scene.text(k - 1) not in COMMAS or word[:1] != "و" or k in scene.mentions or scene.heads.get(k):
        return False
    comma = next_comma(scene, k, min(k + 14, len(scene.tokens)))
    if is_that(scene, comma + 1) or scene.text(comma + 1) in _PREPOSITIONS:
        return False  # `، واطلعت عليها الصحيفة، أن`: an aside
    found = verb(word)
    return found is not None and not found.alike and found.tense != "future" and not withheld(scene, k)


def _governed(scene: Scene, walk: Walk, hi: int, takes: Governs, loose: bool) -> int | None:
    """The content behind a preposition that the cue governs; with `نقل … عن` it is a teller instead."""
    k = walk.k
    text = scene.text(k)
    preposition = _PREPOSITIONS.get(text, "")
    if takes.relays == "عن" and text in {"عنه", "عنها", "عنهم"}:
        walk.k, walk.same = k + 1, True  # `نقلت الإذاعة عنه قوله`: of whoever spoke last
        for hit in scene.forms.get(k + 1, ()):
            if hit.row["class"] == "noun":
                walk.inner, walk.k = ROWS.get(hit.row["lemma"]), k + 2
        return None
    if preposition and preposition == takes.relays:
        walk.k = k + 1
        if not teller(scene, walk, hi):
            walk.k = k
        return None
    if walk.inner is not None and preposition and is_that(scene, k + 1) and k + 2 < hi:
        return scene.tokens[k + 2].start  # `عن X تنبيهه إلى أن`
    if walk.inner is not None and takes.renews:
        takes = governs(walk.inner)
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
