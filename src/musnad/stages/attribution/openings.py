"""Openings: where words of attribution open a content, who stands beside them, and where the content begins.

An opening knows nothing of other openings; `frames` decides which of them nest, break off or belong together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from musnad.doc import Hit
from musnad.rules import lexicon
from musnad.stages.attribution.phrases import (
    COMMAS,
    is_that,
    next_comma,
    noun_phrase,
    role,
    skip_connectives,
    starts_phrase,
    without_and,
)
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.text import fold

__all__ = ["Opening", "openings"]

CUES = lexicon("attribution/cues")
_ROWS = {row["lemma"]: row for row in CUES.rows}
_REACH = 45  # words a subject and its adverbials may take before the content begins


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Words that attribute. Places are tokens, `cue` and `begins` are reading offsets.

    `way`: verb, participle, noun, passive, preposition, colon. `before` are transmitters nearer to the
    page than the source, `after` those behind it. `begins` is where the content begins; for a
    preposition behind its content it is None, and the content lies before `edge`, the token at which
    the opening's own words begin.
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


@dataclass
class _Walk:
    """What is met between a cue and its content."""

    k: int
    before: list[Place]
    after: list[Place]
    inner: Mapping[str, str] | None = None


def openings(scene: Scene, lo: int, hi: int) -> list[Opening]:
    """All openings in tokens [lo, hi) of one sentence, in order of their cues."""
    found: list[Opening] = []
    taken = lo
    for i in range(lo, hi):
        if i < taken:
            continue
        opening = (
            _preposition(scene, i, lo, hi) or _phrase(scene, i, hi) or _verbal(scene, i, lo, hi) or _colon(scene, i, lo, hi)
        )
        if opening is not None:
            found.append(opening)
            taken = max(i + 1, opening.upto)
    return found


def _phrase(scene: Scene, i: int, hi: int) -> Opening | None:
    """`جاء في البيان أن …`, `من المتوقع أن …`: fixed words that open a content clause."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "phrase"), None)
    row = _ROWS[hit.row["lemma"]] if hit else {}
    if hit is None or row["statement"] == "no":
        return None
    k = scene.index(hit.end - 1) + 1
    source, way = None, "passive"
    if row["lemma"] in ("جاء في", "كما ورد"):
        k += scene.text(k) == "في"
        end = noun_phrase(scene, k, hi)
        if end == k or _refused(scene, k, row):
            return None
        source, way, k = Place(k, end), "verb", end
    elif not is_that(scene, k):
        return None
    walk = _Walk(k, [], [])
    begins = _marker(scene, walk, hi, _takes(row), row, way, source)
    if begins is None:
        return None
    return Opening(
        cue=(hit.start, hit.end), at=i, edge=i, way=way, row=row, rule=CUES.rule(row), form={}, source=source,
        before=tuple(walk.before), after=tuple(walk.after), begins=begins, upto=k,
    )  # fmt: skip


def _takes(row: Mapping[str, str]) -> set[str]:
    """What opens a lemma's content. Prepositions and bare nouns only where the lexicon says that they suffice alone."""
    given = row["takes"].split()
    return {t for t in given if t in ("أن", "quote", "colon")} | {t[1:] for t in given if t[0] == "!"} | {
        f"{t.lstrip('!')} أن" for t in given if "أن" in given
    }  # fmt: skip


def _refused(scene: Scene, k: int, row: Mapping[str, str]) -> bool:
    """Whether the words at k are among those that make the cue something else (`unless` in the lexicon)."""
    if not row["unless"]:
        return False
    ahead = scene.doc.reading.string[scene.tokens[k].start :][:40] if k < len(scene.tokens) else ""
    return any(re.match(rf"{fold(word)}\b", ahead) for word in row["unless"].split("|"))


def _preposition(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بحسب X، …`, `… ، وفقا لـ X`, `حسب ما أعلنته X`."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "preposition"), None)
    if hit is None or hit.row["lemma"] == "عن":
        return None
    row = _ROWS[hit.row["lemma"]]
    k = scene.index(hit.end - 1) + 1
    if _refused(scene, k, row):
        return None
    cue_end = scene.tokens[k - 1].end
    form: Mapping[str, str] = {}
    if scene.text(k) == "ما" or scene.text(k - 1) in {"ما", "حسبما", "وفقما"}:
        k += scene.text(k) == "ما"
        verb = next((h for h in scene.forms.get(k, ()) if h.row["class"] in ("perfect", "imperfect")), None)
        if verb is None:
            return None
        form, cue_end, k = verb.row, scene.tokens[k].end, k + 1
        if scene.text(k) == "به":
            k += 1
    elif scene.text(k) == "ل" and scene.text(k + 1) in OPENING:
        k += 1
    elif k - 1 > i and scene.tokens[k - 1].end > hit.end or hit.end < scene.tokens[scene.index(hit.end - 1)].end:
        return None  # `بحسبه`: the source is a pronoun
    source = _after_lam(scene, k, hi)
    if source is None and not form:
        return None
    walk = _Walk(source.last if source else k, [], [])
    while walk.k < hi and scene.text(walk.k) in ("عن", "نقلا"):
        walk.k += 1 + (scene.text(walk.k) == "نقلا")
        if not _teller(scene, walk, hi):
            break
    begins = None
    if skip_connectives(scene, lo, i) >= i:
        begins = _front(scene, walk.k, hi)
        if begins is None:
            return None
    return Opening(
        cue=(hit.start, cue_end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form=form,
        source=source, after=tuple(walk.after), begins=begins, upto=walk.k, inner=_ROWS.get(form["lemma"]) if form else None,
    )  # fmt: skip


def _after_lam(scene: Scene, k: int, hi: int) -> Place | None:
    """The noun phrase at k; with a preposition lam written on its first word it is one all the same."""
    if k >= hi:
        return None
    text = scene.text(k)
    if starts_phrase(scene, k) or text[:1] == "ل":
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
    closed = text.startswith("لل")
    following = scene.text(k + 1)
    if closed and rest > k + 1 and not (following.startswith("ال") or role(following) in ("relative", "demonstrative")):
        follows_name = k + 1 in scene.mentions or following in OPENING
        return rest if follows_name else k + 1
    return max(rest, k + 1)


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
        row = _ROWS.get(hit.row["lemma"])
        if row is None or not _may_be_cue(scene, i, hit):
            continue
        opening = _open(scene, i, hit, row, lo, hi)
        if opening is not None:
            return opening
    return None


def _may_be_cue(scene: Scene, i: int, hit: Hit) -> bool:
    token = scene.tokens[i]
    ahead = scene.doc.reading.string[token.start : hit.start]
    way = hit.row["class"]
    if "س" in ahead:
        return False  # `سيعلن`: nothing has been said yet
    if way == "noun":
        return not ahead.strip("وفبل") and ahead != "ل"
    if way == "participle" and ahead not in ("", "و", "ف"):
        return False
    before = without_and(scene.text(i - 1))
    return before not in {"لم", "لن", "لا", "ليس", "سوف", "ان", "قبل_ان"} or before == "ان" and way in ("perfect",)


def _open(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int, hi: int) -> Opening | None:
    way = {"perfect": "verb", "imperfect": "verb"}.get(hit.row["class"], hit.row["class"])
    token = scene.tokens[i]
    takes = _takes(row)
    if _refused(scene, i + 1, row):
        return None
    edge, source = i, None
    if way == "verb":
        source, edge = _left_subject(scene, i, lo)
    k = i + 1
    if source is None and way in ("verb", "noun") and hit.end == token.end:
        while scene.text(k) in {"ايضا", "كذلك", "بدوره", "بدورها"}:
            k += 1
        end = noun_phrase(scene, k, hi)
        if end > k:
            source, k = Place(k, end), end
    if way == "noun" and source is None and hit.end == token.end and token.text[:2] not in ("با", "ال"):
        return None
    walk = _Walk(k, [], [])
    begins = _marker(scene, walk, hi, takes, row, way, source)
    if begins is None or (hit.row.get("risk") and not _strong(scene, begins, source)):
        return None
    return Opening(
        cue=(hit.start, token.end), at=i, edge=edge, way=way, row=row, rule=CUES.rule(row), form=hit.row, source=source,
        before=tuple(walk.before), after=tuple(walk.after), begins=begins, upto=i + 1, inner=walk.inner,
    )  # fmt: skip


def _strong(scene: Scene, begins: int, source: Place | None) -> bool:
    """A content clause, a quotation or a colon opens the content: enough even for a risky form."""
    k = scene.index(begins)
    return is_that(scene, k - 1) or scene.text(k) in OPENING or scene.text(k - 1) == ":" or source is not None and is_that(scene, k - 2)


_SKIPPED_LEFT = ("negation", "modal", "adverb")


def _left_subject(scene: Scene, i: int, lo: int) -> tuple[Place | None, int]:
    """The noun phrase that ends right before a verb and is its subject, and where that clause begins."""
    p = i - 1
    while p >= lo and (role(scene.text(p)) in _SKIPPED_LEFT or scene.text(p) == "قد"):
        p -= 1
    if scene.text(i)[:1] == "و" and scene.tokens[i].start not in {h.start for h in scene.forms[i]}:
        return None, i
    relative = role(scene.text(p)) == "relative"
    stop = p if relative else p + 1
    if stop <= lo or scene.text(stop - 1) in COMMAS and not relative:
        return None, i
    s = stop
    while s > lo and stop - s < 26:
        word = scene.text(s - 1)
        if word in COMMAS or is_that(scene, s - 1) or word in ":;؛.-" or role(word) in ("conjunction", "modal", "negation"):
            break
        s -= 1
    s = skip_connectives(scene, s, stop)
    if s < stop and noun_phrase(scene, s, stop) == stop and _can_speak(scene, s, stop):
        return Place(s, stop), s
    return None, i


def _can_speak(scene: Scene, first: int, stop: int) -> bool:
    """Whether the phrase names somebody: a head noun of sources, a name, or a quoted name."""
    here = range(first, min(first + 2, stop))
    return any(i in scene.heads or i in scene.mentions for i in here) or scene.is_name(first)


def _marker(
    scene: Scene, walk: _Walk, hi: int, takes: set[str], row: Mapping[str, str], way: str, source: Place | None
) -> int | None:
    """Walk from the cue to where its content begins, noting transmitters on the way; None where it has none."""
    start = walk.k
    while walk.k < hi and walk.k - start < _REACH:
        k = walk.k
        text = scene.text(k)
        if is_that(scene, k) and "أن" in takes:
            return scene.tokens[k + 1].start if k + 1 < hi else None
        if text in OPENING and k in scene.quotations:
            if not scene.is_name(k) or k == start or scene.text(k - 1) in COMMAS:
                return scene.tokens[k].start if "quote" in takes else None
            walk.k = scene.quotations[k][0].last
            continue
        if text == ":":
            return scene.tokens[k + 1].start if k + 1 < hi and "colon" in takes else None
        begins = _governed(scene, walk, hi, takes, row, source)
        if begins is not None:
            return begins
        if walk.k > k or _carrier(scene, walk, hi):
            continue
        if text in {";", "؛", ".", "!", "؟"} or (role(text) == "conjunction" and text not in {"كما", "وقت"}):
            return None
        if "obj" in takes and k == start and starts_phrase(scene, k) and (source is not None or way == "participle"):
            return scene.tokens[k].start
        if k > start and _another_cue(scene, k):
            return None
        walk.k += 1
    return None


def _another_cue(scene: Scene, k: int) -> bool:
    return any(hit.row["class"] in ("perfect", "participle", "passive") and not hit.row.get("risk") for hit in scene.forms.get(k, ()))


_GOVERNORS = {"عن": "عن", "الي": "إلى", "علي": "على", "من": "من", "في": "في"}


def _governed(scene: Scene, walk: _Walk, hi: int, takes: set[str], row: Mapping[str, str], source: Place | None) -> int | None:
    """The content behind a preposition that the cue governs; `نقل … عن` names a teller instead."""
    k = walk.k
    text = scene.text(k)
    governs = _GOVERNORS.get(text)
    if governs == "عن" and row["lemma"] in ("نقل", "نسب"):
        walk.k = k + 1
        if not _teller(scene, walk, hi):
            walk.k = k
        return None
    if governs is not None and k + 2 < hi and is_that(scene, k + 1) and f"{governs} أن" in takes:
        return scene.tokens[k + 2].start
    if governs in takes and k + 1 < hi:
        return scene.tokens[k + 1].start
    if governs == row["hearer"] and governs and k + 1 < hi:
        end = noun_phrase(scene, k + 1, hi)
        walk.k = max(end, k + 1)
        return None
    if "ب" in takes and _with_ba(scene, k):
        return scene.tokens[k].start + 1
    return None


_BA_WORDS = lexicon("attribution/ba")


def _with_ba(scene: Scene, k: int) -> bool:
    """Whether token k has the preposition ب written on it, and is not a word that begins with the letter."""
    text = scene.text(k)
    if text == "ب" and scene.text(k + 1) in OPENING:
        return True
    if len(text) < 4 or text[0] != "ب" or _BA_WORDS.get(text) is not None:
        return False
    if k in scene.mentions and scene.doc.reading.find(scene.mentions[k][1].span.start) == scene.tokens[k].start:
        return False
    return not any(hit.start == scene.tokens[k].start for hit in scene.heads.get(k, ()))


def _teller(scene: Scene, walk: _Walk, hi: int) -> bool:
    """A noun phrase at walk.k is a transmitter further off; `قوله` behind it carries its stance."""
    end = noun_phrase(scene, walk.k, hi)
    if end == walk.k:
        return False
    walk.after.append(Place(walk.k, end))
    walk.k = end
    for hit in scene.forms.get(end, ()):
        if hit.row["class"] == "noun":
            walk.inner = _ROWS.get(hit.row["lemma"])
            walk.k = end + 1
            break
    return True


def _carrier(scene: Scene, walk: _Walk, hi: int) -> bool:
    """Transmitters between cue and content: `لقناة X`, `في حديث مع X`, `نقلا عن X`, `، حسب X،`."""
    k = walk.k
    text = scene.text(k)
    hit = next((h for h in scene.phrases.get(k, ()) if h.row["class"] == "preposition"), None)
    if hit is not None:
        k = scene.index(hit.end - 1) + 1
        further = hit.row["lemma"] in ("نقلا", "استنادا", "على لسان")
        place = _after_lam(scene, k, hi)
        if place is None:
            return False
        if further:
            walk.k = place.first
            return _teller(scene, walk, hi)
        walk.before.append(place)
        walk.k = place.last
        return True
    relayed = any(h.row["lemma"] == "نقل" for h in scene.forms.get(k, ()))
    if relayed and scene.text(k - 1) in {"التي", "الذي"}:
        away = next((j for j in range(k + 1, min(k + 4, hi)) if scene.text(j) == "عن"), None)
        if away is not None:
            walk.k = away + 1
            return _teller(scene, walk, hi) or True
    outlet = _outlet_at(scene, k, hi)
    if outlet is not None:
        walk.before.append(outlet)
        walk.k = outlet.last
        return True
    if k in scene.times:
        walk.k = scene.times[k].last
        return True
    if text in {"في", "خلال", "عبر", "علي", "ضمن"} and k + 1 in scene.media:
        walk.k = k + 2
        return True
    return False


def _outlet_at(scene: Scene, k: int, hi: int) -> Place | None:
    """An outlet spoken to: `لـ«الشرفة»`, `لقناة X`, `مع إذاعة X`, `لرويترز`."""
    text = scene.text(k)
    first = k + 1 if text in {"ل", "مع", "الي"} else k if text.startswith("ل") and len(text) > 2 else None
    if first is None or first >= hi:
        return None
    if text in {"مع", "الي"} and not _is_outlet(scene, first):
        return None
    if text == "ل" and scene.text(first) in OPENING and scene.is_name(first):
        return Place(first, scene.quotations[first][0].last)
    if _is_outlet(scene, first):
        end = max(noun_phrase(scene, first, hi), _lam_phrase(scene, first, hi) if first == k else first)
        return Place(first, end) if end > first else None
    return None


def _is_outlet(scene: Scene, i: int) -> bool:
    if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
        return True
    return any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(i, ()))


def _colon(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بوتين: …`, `وكالة X عن الوزير: …`: a speaker, a colon, and what was said."""
    if scene.text(i) != ":" or i + 1 >= hi or (scene.text(i - 1).isdigit() and scene.text(i + 1).isdigit()):
        return None
    first = skip_connectives(scene, lo, i)
    end = noun_phrase(scene, first, i)
    walk = _Walk(end, [], [])
    if end < i and scene.text(end) == "عن":
        walk.k = end + 1
        _teller(scene, walk, i)
    elif end < i:
        outlet = _outlet_at(scene, end, i)
        if outlet is not None:
            walk.before.append(outlet)
            walk.k = outlet.last
    if walk.k != i or end == first or not _can_speak(scene, first, end) or i - first > 16:
        return None
    token = scene.tokens[i]
    return Opening(
        cue=(token.start, token.end), at=i, edge=first, way="colon", row=_ROWS.get(":", {"lemma": ":", "stance": "says", "statement": "yes"}),
        rule="attribution/rules:colon", form={}, source=Place(first, end), before=tuple(walk.before), after=tuple(walk.after),
        begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip
