"""Openings: where words of attribution open a content, who stands beside them, and where the content begins.

An opening knows nothing of other openings; `frames` decides which of them nest, break off or belong together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from musnad.doc import Hit
from musnad.stages.attribution.kinds import head
from musnad.stages.attribution.phrases import (
    COMMAS,
    doer,
    is_that,
    next_comma,
    noun_phrase,
    role,
    skip_connectives,
    without_and,
)
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.walk import CUES, ROWS, Walk, after_lam, begins, governs, outlet_at, teller
from musnad.text import fold

__all__ = ["Opening", "answers", "openings"]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Words that attribute. Places are tokens, `cue` and `begins` are reading offsets.

    `way`: verb, participle, noun, passive, preposition, colon. `before` are transmitters nearer to the
    page than the source, `after` those behind it. `begins` is where the content begins; for a
    preposition behind its content it is None, and the content lies before `edge`, the token at which
    the opening's own words begin. `upto` is the token behind them. `inner` is the row of a noun that
    carries the first teller's words (`نقلت X عن Y تأكيدها`).
    """

    cue: tuple[int, int]
    at: int
    edge: int
    way: str
    row: Mapping[str, str]
    rule: str
    form: Mapping[str, str]
    source: Place | None
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    begins: int | None
    upto: int = 0
    inner: Mapping[str, str] | None = None


def openings(scene: Scene, lo: int, hi: int) -> list[Opening]:
    """All openings in tokens [lo, hi) of one sentence, in order of their cues."""
    found: list[Opening] = []
    taken = lo
    for i in range(lo, hi):
        if i < taken:
            continue
        own = _own_voice(scene, i, hi)
        if own > i:
            taken = own
            continue
        opening = (
            _preposition(scene, i, lo, hi)
            or _phrase(scene, i, hi)
            or _verbal(scene, i, lo, hi)
            or _colon(scene, i, lo, hi)
        )
        if opening is not None:
            found.append(opening)
            taken = max(i + 1, opening.upto)
    return found


def _own_voice(scene: Scene, i: int, hi: int) -> int:
    """Past words with which the article speaks for itself (`تجدر الإشارة إلى أن`), else i."""
    hit = next(iter(scene.own.get(i, ())), None)
    if hit is None:
        return i
    k = scene.index(hit.end - 1) + 1
    clause = next((j for j in range(k, min(k + 3, hi)) if is_that(scene, j)), None)
    return clause + 1 if clause is not None else k


def _phrase(scene: Scene, i: int, hi: int) -> Opening | None:
    """`جاء في البيان أن …`, `من المتوقع أن …`: fixed words that open a content clause."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "phrase"), None)
    row = ROWS[hit.row["lemma"]] if hit else {}
    if hit is None or row["statement"] == "no":
        return None
    k = scene.index(hit.end - 1) + 1
    source, way = None, "passive"
    if row["lemma"] in ("جاء في", "كما ورد"):
        end = noun_phrase(scene, k, hi)
        if end == k or _refused(scene, k, row):
            return None
        source, way, k = Place(k, end), "verb", end
    elif not is_that(scene, k):
        return None
    walk = Walk(k)
    start = begins(scene, walk, hi, governs(row), loose=False, objects=False)
    if start is None:
        return None
    return Opening(
        cue=(hit.start, hit.end), at=i, edge=i, way=way, row=row, rule=CUES.rule(row), form={}, source=source,
        before=tuple(walk.before), after=tuple(walk.after), begins=start, upto=k,
    )  # fmt: skip


def _refused(scene: Scene, k: int, row: Mapping[str, str]) -> bool:
    """Whether the words at k are among those that make the cue something else (`unless` in the lexicon)."""
    if not row["unless"] or k >= len(scene.tokens):
        return False
    ahead = scene.doc.reading.string[scene.tokens[k].start :][:40]
    return any(re.match(rf"{fold(word)}\b", ahead) for word in row["unless"].split("|"))


def _preposition(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بحسب X، …`, `… ، وفقا لـ X`, `حسب ما أعلنته X`, `حسب وصف X`."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "preposition"), None)
    if hit is None or hit.row["lemma"] == "عن":
        return None
    row = ROWS[hit.row["lemma"]]
    k = scene.index(hit.end - 1) + 1
    if hit.end < scene.tokens[k - 1].end or _refused(scene, k, row):
        return None  # `بحسبه`: the source is a pronoun
    k += scene.text(k) == "عن" and row["takes"] == "عن"
    cue_end = hit.end
    form: Mapping[str, str] = {}
    if scene.text(k) == "ما" or scene.text(k - 1) in {"ما", "حسبما", "وفقما"}:
        k += scene.text(k) == "ما"
        form = next((h.row for h in scene.forms.get(k, ()) if h.row["class"] in ("perfect", "imperfect")), {})
        if not form:
            return None
        cue_end, k = scene.tokens[k].end, k + 1 + (scene.text(k + 1) == "به")
    elif any(h.row["class"] == "noun" and h.end == scene.tokens[k].end for h in scene.forms.get(k, ())):
        spoken = next(h for h in scene.forms[k] if h.row["class"] == "noun")
        if spoken.row["lemma"] in ("الوصف", "القول", "التعبير", "الرأي", "الزعم"):
            cue_end, k = scene.tokens[k].end, k + 1
    source = after_lam(scene, k, hi)
    if source is None and not form:
        return None
    if source is not None and not any(
        j in scene.heads or j in scene.mentions or scene.is_name(j) for j in range(*source)
    ):
        return None  # `بحسب الحجز المسبق`
    walk = Walk(source.last if source else k)
    while walk.k < hi and scene.text(walk.k) in ("عن", "نقلا"):
        walk.k += 1 + (scene.text(walk.k) == "نقلا")
        if not teller(scene, walk, hi):
            break
    start = None
    if skip_connectives(scene, lo, i) >= i:
        start = _front(scene, walk.k, hi)
        if start is None:
            return None
    return Opening(
        cue=(hit.start, cue_end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form=form,
        source=source, after=tuple(walk.after), begins=start, upto=walk.k, inner=ROWS.get(form["lemma"]) if form else None,
    )  # fmt: skip


def _front(scene: Scene, k: int, hi: int) -> int | None:
    """Where the content of a preposition that stands before it begins (reading offset)."""
    while k < hi and scene.text(k) in COMMAS:
        k += 1
    if k >= hi:
        return None
    if is_that(scene, k):
        k += 1
    elif scene.text(k - 1) not in COMMAS and not (k in scene.forms or scene.text(k)[:1] == "ف"):
        comma = next_comma(scene, k, min(hi, k + 12))
        if comma < min(hi, k + 12):
            k = comma + 1
            k += is_that(scene, k)
    return scene.tokens[k].start if k < hi else None


def _verbal(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """A verb, participle or noun of attribution at i, with its subject on either side."""
    for hit in scene.forms.get(i, ()):
        row = ROWS.get(hit.row["lemma"])
        if row is None or not _may_be_cue(scene, i, hit, row) or _refused(scene, i + 1, row):
            continue
        opening = _open(scene, i, hit, row, lo, hi)
        if opening is not None:
            return opening
    return None


def _may_be_cue(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    token = scene.tokens[i]
    ahead = scene.doc.reading.string[token.start : hit.start]
    way = hit.row["class"]
    written = scene.written(i)
    if "س" in ahead or role(token.text) == "called":
        return False  # `سيعلن`: nothing has been said yet
    if hit.end < token.end and written.rstrip(_SIGNS).endswith("ة"):
        return False  # `إذاعة` is no `أذاعه`
    if way in ("perfect", "imperfect") and written.lstrip("وف")[:1] == "إ" and hit.row["form"][:1] == "أ":
        return False
    if way == "noun":
        return ahead in ("", "ب", "ال", "بال", "و") and role(scene.text(i - 1)) not in ("withholds", "hides")
    before = without_and(scene.text(i - 1))
    if way == "participle":
        # `متخوفة من`, `مصادر متابعة` are predicates and adjectives where nothing parts them from their noun
        parted = scene.text(i - 1) in COMMAS or ahead == "و" or (token.text.endswith("ا") and row["statement"] == "yes")
        return ahead in ("", "و", "ف") and (parted or scene.text(i + 1) in {":", "ان"})
    if before in {"لم", "لن", "لا", "ليس", "سوف", "دون", "بدون"} or role(before) in ("preposition", "hides"):
        return before == "من" and way == "imperfect"
    grammatical = role(token.text) not in ("", "withholds", "hides", "of media")
    return not grammatical or _spoken(scene, i, hit)


_SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def _spoken(scene: Scene, i: int, hit: Hit) -> bool:
    """`بين` and `عبر` are verbs only where their doubling is written, or أن (عن) follows at once or behind a phrase."""
    if "\u0651" in scene.written(i):
        return True
    end = noun_phrase(scene, i + 1, len(scene.tokens))
    return is_that(scene, end) or (hit.row["lemma"] == "عبّر" and scene.text(end) == "عن")


def _open(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int, hi: int) -> Opening | None:
    way = {"perfect": "verb", "imperfect": "verb"}.get(hit.row["class"], hit.row["class"])
    token = scene.tokens[i]
    edge, source = i, None
    takes = governs(row)
    if way == "verb":
        source, edge = _left_subject(scene, i, lo)
    k = i + 1
    while scene.text(k) in {"لي", "لنا", "له", "لها", "لهم", "ايضا", "كذلك", "بدوره", "بدورها", "قائلا", "قائله", "بالقول"}:
        k += 1
    if source is not None and scene.text(k) in {"فيه", "فيها"}:
        source = doer(scene, lo, source.first) or source  # `أصدرت X بيانا قالت فيه`
    if way == "verb" and scene.text(i - 1) == "ما" and hit.end < token.end and scene.text(i - 2) in _ECHOES:
        end = noun_phrase(scene, k, hi)
        if end > k:
            return Opening(
                cue=(hit.start, token.end), at=i, edge=i - 2, way="echo", row=row, rule=CUES.rule(row), form=hit.row,
                source=Place(k, end), begins=None, upto=end,
            )  # fmt: skip
    if way == "verb" and source is None and _passive(scene, i, hit):
        way = "passive"
    while way == "verb" and source is None and _manner(scene, k):
        k += 1
    if source is None and way in ("verb", "noun") and (hit.end == token.end or way == "verb"):
        end = noun_phrase(scene, k, hi, takes.prepositions)
        if end > k and (way == "verb" or _can_speak(scene, k, end)):
            source, k = Place(k, end), end
    if way == "noun" and source is None and hit.end == token.end and token.text[:2] not in ("با", "ال"):
        if row["statement"] != "speech" or not any(is_that(scene, j) for j in range(k, min(k + 6, hi))):
            return None
    if way == "noun" and source is None and token.text.startswith("ب"):
        source = doer(scene, lo, i)  # `واختتمت المصلحة نشرتها بالقول إن`
    walk = Walk(k)
    loose = way == "participle" or (way == "noun" and hit.end < token.end)
    start = begins(scene, walk, hi, takes, loose=loose, objects=source is not None or way == "participle")
    if start is None:
        return _behind(scene, i, hit, row, source, k, hi) if way == "verb" else None
    if hit.row.get("risk") and edge == i and way != "participle" and not _strong(scene, start):
        return None
    if any(_refused(scene, j, row) for j in range(i + 1, scene.index(start))):
        return None
    if way == "noun" and not _noun_opens(scene, k, start, source, row):
        return None
    return Opening(
        cue=(hit.start, token.end), at=i, edge=edge, way=way, row=row, rule=CUES.rule(row), form=hit.row, source=source,
        before=(*_medium(scene, edge, lo), *walk.before), after=tuple(walk.after), begins=start,
        upto=scene.index(start), inner=walk.inner,
    )  # fmt: skip


def _behind(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], source: Place | None, k: int, hi: int
) -> Opening | None:
    """`…، يقول التقرير.`: verb and speaker behind all that was said."""
    ends = k >= hi or (k == hi - 1 and not scene.text(k)[0].isalnum())
    if source is None or not ends or scene.text(i - 1) not in COMMAS or row["stance"] != "says":
        return None
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=i, way="verb", row=row, rule=CUES.rule(row), form=hit.row,
        source=source, begins=None, upto=hi,
    )  # fmt: skip


def _passive(scene: Scene, i: int, hit: Hit) -> bool:
    """`عُلم`, `ذُكر`, `يُتوقع`: the vowel tells; without it `يتوقع أن`, with no subject, is taken as impersonal."""
    written = scene.written(i).lstrip("وف")
    if hit.row["class"] == "perfect":
        return written[1:2] == "\u064f"
    long = len(hit.row["form"]) > 5 or hit.row["form"][1:2] == "ت"
    if written[1:2] == "\u064f" and long:
        return True
    return hit.row["lemma"] in ("توقّع", "رجّح", "خشي") and hit.row["gender"] == "m" and is_that(scene, i + 1)


def _manner(scene: Scene, k: int) -> bool:
    """`أضاف مازحا:`: an accusative that tells how, not who."""
    written = scene.written(k) if k < len(scene.tokens) else ""
    told = written.endswith(("ًا", "اً")) or (written.endswith("ا") and scene.text(k + 1) == ":")
    return told and not scene.heads.get(k) and k not in scene.mentions


# `وهو ما نفاه X`: the content is what was said before.
_ECHOES = frozenset({"وهو", "الامر", "هذا", "وهذا"})


def _noun_opens(scene: Scene, k: int, start: int, source: Place | None, row: Mapping[str, str]) -> bool:
    """A noun opens a content clause or a quotation; `إعلان X كذا`, `رفض X كذا` open a bare phrase too."""
    if any(scene.text(j) in COMMAS for j in range(k, scene.index(start))):
        return False
    bare = source is not None and row["lemma"] in ("الإعلان", "النفي", "الرفض")
    pledged = row["lemma"] in ("الإصرار", "التعهد", "المطالبة", "الدعوة") and (k == 0 or source is None)
    return bare or pledged or _strong(scene, start)


def _strong(scene: Scene, start: int) -> bool:
    """A content clause, a quotation or a colon opens the content: enough even for a risky form."""
    k = scene.index(start)
    return is_that(scene, k - 1) or scene.text(k) in OPENING or scene.text(k - 1) == ":"


_WAS = frozenset({"كان", "كانت", "كانوا"})


def _left_subject(scene: Scene, i: int, lo: int) -> tuple[Place | None, int]:
    """The noun phrase that ends right before a verb and is its subject, and where that clause begins."""
    p = i - 1
    bound = next((j + 1 for j in range(p, max(lo - 1, p - 30), -1) if without_and(scene.text(j)) in _WAS), None)
    if bound is not None and bound < p and scene.text(p) == "قد":
        end = noun_phrase(scene, bound, p)
        if end == p or (end == p - 1 and scene.text(end) in COMMAS):
            return Place(bound, end), bound
    while p >= lo and (role(scene.text(p)) in ("negation", "modal", "adverb") or scene.text(p) == "قد"):
        p -= 1
    if scene.text(i)[:1] == "و" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i]):
        return None, i
    relative = role(scene.text(p)) == "relative"
    stop = p if relative else p + 1
    if stop <= lo or (scene.text(stop - 1) in COMMAS and not relative):
        return None, i
    first = _clause_start(scene, stop, lo)
    for s in range(skip_connectives(scene, first, stop), stop):
        known = s == first or s in scene.heads or s in scene.mentions
        if known and noun_phrase(scene, s, stop) == stop and _can_speak(scene, s, stop):
            return Place(s, stop), s
    return None, i


def _medium(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """The outlet of a fronted medium: `وفي تصريح لإذاعة X، قال …`, `في مداخلة مع قناة X، …`."""
    if scene.text(edge - 1) not in COMMAS:
        return ()
    for i in range(max(lo, edge - 14), edge - 2):
        if scene.text(i) in {"في", "وفي", "خلال", "وخلال", "عبر"} and i + 1 in scene.media:
            found = (outlet_at(scene, j, edge) for j in range(i + 2, edge - 1))
            return tuple(place for place in found if place)[:1]
    return ()


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


def _can_speak(scene: Scene, first: int, stop: int) -> bool:
    """Whether the phrase names somebody: a head noun of sources, a name, or a quoted name."""
    if head(scene, Place(first, stop)) is not None or scene.is_name(first):
        return True
    return first in scene.anaphors or any(i in scene.mentions for i in range(first, min(first + 2, stop)))


def answers(scene: Scene, lo: int, hi: int) -> bool:
    """Whether a sentence opens like an interview's answer: a speaker, a colon, and no quotation."""
    colon = next((i for i in range(lo, min(lo + 12, hi)) if scene.text(i) == ":"), None)
    return colon is not None and scene.text(colon + 1) not in OPENING and _colon(scene, colon, lo, hi) is not None


_ENDS = frozenset(".؛!؟…")


def _claims(scene: Scene, k: int) -> bool:
    """Words with which a state that speaks begins: a negation, a verb, a demand."""
    text = scene.text(k)
    return (
        role(text) in ("negation", "modal") or text[:1] in "نس" or not text.startswith("ال") and k not in scene.mentions
    )


def _colon(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بوتين: …`, `وكالة X عن الوزير: …`: a speaker, a colon, and what was said."""
    if scene.text(i) != ":" or i + 1 >= hi or (scene.text(i - 1).isdigit() and scene.text(i + 1).isdigit()):
        return None
    behind = next((k + 1 for k in range(i - 1, lo, -1) if scene.text(k) in _ENDS), lo)
    first = skip_connectives(scene, behind, i)
    end = noun_phrase(scene, first, i)
    walk = Walk(end)
    if end < i and scene.text(end) == "عن":
        walk.k = end + 1
        teller(scene, walk, i)
    elif end < i:
        outlet = outlet_at(scene, end, i)
        if outlet is not None:
            walk.before.append(outlet)
            walk.k = outlet.last
    if walk.k != i or end == first or not _can_speak(scene, first, end) or i - first > 16:
        return None
    named = scene.mentions.get(first)
    if named is not None and named[1].entity == scene.doc.outlet:
        return None  # an interviewer asks
    if scene.is_title(lo) and named is not None and named[1].type == "GPE" and not _claims(scene, i + 1):
        return None  # `تشاد: الفيضانات …` tells where, not who
    token = scene.tokens[i]
    return Opening(
        cue=(token.start, token.end), at=i, edge=first, way="colon", row=ROWS["قال"], rule="attribution/rules:colon",
        form={}, source=Place(first, end), before=tuple(walk.before), after=tuple(walk.after),
        begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip
