"""What words point back to: the pair, the person, the body, the document named before on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.doc import Hit, Link, Mention
from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.words import COMMAS, role, without_and

__all__ = [
    "LATTER",
    "PARTIES",
    "before",
    "before_relative",
    "court_before",
    "document_before",
    "issued_by",
    "named_with",
    "pair",
    "points",
    "same_in",
]

PARTIES = frozenset("الطرفان الطرفين الجانبان الجانبين البلدان البلدين الدولتان الدولتين".split())
LATTER = frozenset({"الاخير", "الاخيره"})


def before(scene: Scene, at: int, kind: str) -> Iterator[tuple[Place, Mention]]:
    """Mentions of a type before a token, nearest first."""
    for i in range(at - 1, -1, -1):
        if i in scene.mentions and scene.mentions[i][1].type == kind:
            yield scene.mentions[i]


def pair(scene: Scene, at: int, kind: str) -> str:
    """The last two whom the page has named before a token, in the page's order; empty where there are not two."""
    last: list[str] = []
    for _, mention in before(scene, at, kind):
        name = mention.acts_for or mention.entity
        if name not in last:
            last.append(name)
        if len(last) == 2:
            break
    else:
        return ""
    first = {name: i for i in sorted(scene.mentions, reverse=True) for name in _names(scene.mentions[i][1])}
    return "; ".join(sorted(last, key=lambda name: first[name]))


def _names(mention: Mention) -> tuple[str, ...]:
    return (mention.entity, mention.acts_for) if mention.acts_for else (mention.entity,)


def named_with(scene: Scene, found: Hit, source: Place, kind: str) -> tuple[Place, Mention] | None:
    """Where the page named something with the same head and all the words of a phrase, nearest first, and what.

    A possessive (`وكيله`) asks only for its head, and only a headline, which stands alone, may be read with one.
    """
    at = scene.index(found.start)
    own = found.end < scene.tokens[at].end and not scene.written(at).endswith("ة")
    here = scene.is_title(scene.sentence_start(source.first))
    if own and not here:
        return None
    told = {_bare(scene.text(i)) for i in range(*source) if not (own and i == at)}
    later = range(source.last, len(scene.tokens)) if here else ()  # a headline names nobody that the text does not
    for i in (*range(source.first - 1, -1, -1), *later):
        forms = {hit.row["form"] for hit in scene.heads.get(i, ())}
        if found.row["form"] in ({form.split()[0] for form in forms} if own else forms):
            end = noun_phrase(scene, i, min(i + 12, len(scene.tokens)), hung=True)
            place = Place(i, min(max(end, i + 1), i + 9))
            if told <= {_bare(scene.text(k)) for k in range(*place)}:
                named = scene.names_in(place, kind)
                if named:
                    return place, named[-1][1]
    return None


def _bare(word: str) -> str:
    return without_and(word).removeprefix("ال")


def points(scene: Scene, source: Place, start: int) -> bool:
    """Whether a phrase only points back: a definite head alone, or with `نفسه`, `ذاته`, `ذات`, or a relative clause."""
    text = scene.doc.reading.string
    definite = text[max(0, start - 2) : start] in ("ال", "لل") or text.startswith("ال", start)
    same = any(
        scene.text(i) in {"ذات", "نفس", "نفسه", "نفسها", "ذاته", "ذاتها", "نفسهم", "ذاتهم"} for i in range(*source)
    )
    if same:
        return True
    rest = [scene.text(i) for i in range(scene.index(start) + 1, source.last)]
    if rest[:1] and rest[0] in COMMAS and (role(rest[1]) == "relative" or rest[1] in {"وهو", "وهي"}):
        return definite  # `الموظف، الذي طلب حجب اسمه، …`
    return definite and (not rest or role(rest[0]) == "relative" or rest[0] in {"المذكور", "المذكوره"})


def issued_by(scene: Scene, document: Place) -> Place | None:
    """Who issued a document by the verb of its relative clause: `تقرير أصدرته المنظمة`, `مذكرة وزعتها الوزارة`."""
    for i in range(document.first + 1, min(document.first + 4, len(scene.tokens) - 1)):
        if _ISSUED.fullmatch(scene.text(i)):
            first = i + 2 if scene.text(i + 1) in OPENING and i + 2 in scene.mentions else i + 1
            last = noun_phrase(scene, first, min(first + 8, len(scene.tokens)))
            cut = next((k for k in range(first + 1, last) if role(scene.text(k)) == "preposition"), last)
            alone = scene.text(first).startswith("ال") and cut == first + 1
            return Place(first, cut if alone else last) if last > first else None
    return None


_ISSUED = re.compile(r"(?:اصدر|نشر|اجر|اعد|وزع|انجز|بث|كتب|اجرا|وجه|ارسل)ت?(?:ه|ها)")


def document_before(scene: Scene, form: str, at: int) -> Place | None:
    """Where the body of the page last named a document by a head noun before a token."""
    for i in range(at - 1, -1, -1):
        if any(hit.row["form"] == form for hit in scene.heads.get(i, ())):
            if scene.is_title(scene.sentence_start(i)):
                return None
            return Place(i, max(noun_phrase(scene, i, min(i + 12, len(scene.tokens)), hung=True), i + 1))
    return None


def court_before(scene: Scene, source: Place) -> Place | None:
    """`حيثيات الحكم`: what a court gave is the last named court's."""
    if not any(scene.text(i) in _RULINGS for i in range(*source)):
        return None
    courts = (i for i in range(source.first - 1, -1, -1) if i in scene.mentions and scene.text(i).endswith("محكمه"))
    return next((scene.mentions[i][0] for i in courts), None)


_RULINGS = frozenset("حيثيات منطوق الحكم".split())


def before_relative(scene: Scene, source: Place) -> int:
    """`محضر الذي حصلت الصحيفة على نسخة منه`: who obtained a document did not issue it."""
    return next((i for i in range(source.first, source.last) if role(scene.text(i)) == "relative"), source.last)


def same_in(one: Link, chain: tuple[Link, ...]) -> bool:
    return one.entity is not None and any(other.entity == one.entity for other in chain)
