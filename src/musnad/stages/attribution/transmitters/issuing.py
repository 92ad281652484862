"""Who has issued a document, by the words round it: `بيان صادر عن الوزارة`, `تقرير أصدرته المنظمة`."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import role
from musnad.stages.attribution.transmitters.outlets import is_outlet
from musnad.stages.attribution.transmitters.printed import print_verb

__all__ = ["RELEASED", "issued_by", "issues", "made_by", "released_by", "speech_of", "written_by_name"]

_PRINTED = frozenset("نشر نشرت منشور منشوره المنشور المنشوره".split())


def released_by(scene: Scene, document: Place) -> Place | None:
    """`البيان الصادر عن الوزارة`, `أرقام صادرة من الجمارك`: who stands behind the participle and its preposition."""
    for i in range(document.first + 1, min(document.first + 6, len(scene.tokens) - 2)):
        theirs = any(hit.row["kind"] in ("experts", "organization") for hit in scene.heads.get(i, ()))
        sent = i <= document.first + 2 and scene.text(i + 1) == "من" and _bodily(scene, i + 2)
        sent = sent and not theirs  # `بيان مقتضب من الهيئة`, but `دراسة لباحثين من الجامعة`
        if sent or (RELEASED.fullmatch(scene.text(i)) and scene.text(i + 1) in {"عن", "من"}):
            last = noun_phrase(scene, i + 2, min(i + 10, len(scene.tokens)))
            return Place(i + 2, last) if last > i + 2 else None
    return None


def _bodily(scene: Scene, i: int) -> bool:
    """Whether a body's head noun or a body's or outlet's name begins at token i."""
    named = i in scene.mentions and scene.mentions[i][1].type in ("ORG", "OUTLET")
    return named or any(hit.row["kind"] in ("official_body", "organization") for hit in scene.heads.get(i, ()))


def issued_by(scene: Scene, document: Place) -> Place | None:
    """Who issued a document by the verb of its relative clause: `تقرير أصدرته المنظمة`, `مذكرة وزعتها الوزارة`."""
    for i in range(document.first + 1, min(document.first + 4, len(scene.tokens) - 2)):
        if i >= document.last and print_verb(scene, Place(i - 1, i + 1)) == i:
            return None  # `بيان للوزارة`, before who printed it
        if scene.text(i) in _PRINTED and scene.text(i + 1) == "في" and is_outlet(scene, i + 2):
            return Place(i + 2, max(noun_phrase(scene, i + 2, min(i + 8, len(scene.tokens))), i + 3))
        carried_out = scene.text(i) in {"قام", "قامت"} and scene.text(i + 1) in {"بها", "به"}
        if _ISSUED.fullmatch(scene.text(i)) or carried_out:
            i += carried_out
            first = scene.times[i + 1].last if i + 1 in scene.times else i + 1  # `أصدرته أمس هيئة النقل`
            first += scene.text(first) in OPENING and first + 1 in scene.mentions
            last = noun_phrase(scene, first, min(first + 8, len(scene.tokens)))
            cut = next((k for k in range(first + 1, last) if role(scene.text(k)) == "preposition"), last)
            alone = scene.text(first).startswith("ال") and cut == first + 1
            return Place(first, cut if alone else last) if last > first else None
    return None


def made_by(scene: Scene, document: Place, printed: int) -> Place | None:
    """`استطلاع نشرته «النهار» وأجراه معهد X`: who made what another printed, by the verb at `printed`."""
    for i in range(printed + 1, document.last - 1):
        if scene.text(i)[:1] == "و" and _ISSUED.fullmatch(scene.text(i)[1:]):
            return Place(i + 1, max(noun_phrase(scene, i + 1, document.last), i + 2))
    return None


def issues(scene: Scene, document: Place) -> Place | None:
    """Who stands between a verb of issuing and its document: `أصدرت المنظمة تقريرا`, `صدر عن الوزارة بيان`."""
    for i in range(document.first - 2, max(scene.sentence_start(document.first) - 1, document.first - 9), -1):
        out = _COMES_OUT.fullmatch(scene.text(i)) is not None and scene.text(i + 1) == "عن"
        if out or _ISSUES.fullmatch(scene.text(i)):
            i += out
            end = noun_phrase(scene, i + 1, document.first)
            near = range(end, document.first)
            told = all(scene.in_time(j) or role(scene.text(j)) == "adverb" for j in near) or _later(scene, near)
            return Place(i + 1, end) if end > i + 1 and told else None
    return None


def _later(scene: Scene, near: range) -> bool:
    """`في وقت لاحق`, `في ختام اللقاء`: when or where, in at most four words."""
    return 0 < len(near) <= 4 and scene.text(near[0]) in {"في", "عقب", "بعد", "خلال"}


def written_by_name(scene: Scene, source: Place) -> Place | None:
    """`تقرير حديث كتبه سامر الراوي وسليم الناجي، الباحثان في معهد «النيل»`: the names of who wrote it."""
    near = range(source.first + 1, min(source.first + 4, source.last))
    first = next((i + 1 for i in near if scene.text(i) in _WROTE), source.last)
    last = first
    while last in scene.mentions and scene.mentions[last][1].type == "PER":
        if last > first and not scene.clitic_on_name(last):
            break
        last = scene.mentions[last][0].last
    return Place(first, last) if last > first else None


def speech_of(scene: Scene, document: Place) -> Place | None:
    """`مقال جديد لوزير النقل سامي الراوي`: the title with ل on it of the one person whose a document is."""
    for i in range(document.first + 1, min(document.first + 3, document.last)):
        hits = [hit for hit in scene.heads.get(i, ()) if hit.start > scene.tokens[i].start]
        if scene.text(i)[:1] == "ل" and any(hit.row["class"] == "person" for hit in hits if hit.row["number"] == "one"):
            return Place(i, max(i + 1, noun_phrase(scene, i, document.last, hung=True)))
        if scene.heads.get(i) or i in scene.mentions or not scene.text(i).isalpha() or role(scene.text(i)):
            return None
    return None


_WROTE = frozenset("كتبه كتبها اعده اعدها وضعه وضعها كتبته اعدته".split())


RELEASED = re.compile(r"(?:ال)?صادر[هة]?|صدرت?")
_COMES_OUT = re.compile(r"[وف]?(?:صدر|[تي]صدر)ت?")
_ISSUES = re.compile(r"[وف]?(?:اصدر|نشر|اجر|اعد|وزع|اجري)ت?")
_ISSUED = re.compile(
    r"(?:اصدر|نشر|اجر|اعد|وزع|انجز|بث|كتب|اجرا|وجه|ارسل|جمع|انتج|وضع|اعلن|كشف|قدم|عرض|اطلق|اورد)ت?(?:ه|ها)"
)
