"""What a source phrase names that no reference has: the words themselves, a name in quotation marks, a nation."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.standing import SEATS
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.unheard_of import unheard_of
from musnad.stages.attribution.page.words import COMMAS, everyday, next_comma, personal, role
from musnad.stages.attribution.transmitters.persons import indefinite

DASHES = frozenset("-–—")

__all__ = ["called_whole", "nation", "own_name", "said", "unlisted_name", "with_surname"]


def said(scene: Scene, place: Place) -> str:
    """A phrase as the page says it, without the particles written on it: of `للنقابة`, `النقابة`."""
    start, end = scene.phrase(place)
    text = scene.doc.text(scene.doc.span(start, end))
    joined = start > scene.tokens[place.first].start and text[:1] == "ل"
    return f"ا{text}" if joined and scene.doc.reading.string[start - 1] == "ل" else text


def nation(scene: Scene, place: Place) -> str | None:
    """The state that a nationality adjective in the phrase stands for, or the council that its states are of."""
    for i in range(place.first, place.last):
        for hit in scene.nations.get(i, ()):
            return hit.row["entity"]
    words = [scene.text(i) for i in range(place.first, min(place.first + 3, place.last))]
    if words[:1] not in (["دول"], ["ودول"]) or place.last - place.first > len(words):
        return None
    shortened = words[1:] == ["المجلس"] and any(m.entity == _GULF for _, m in scene.mentions.values())
    return _GULF if shortened or words[1:] in (["مجلس", "التعاون"], ["التعاون"], ["التعاون", "الخليجي"]) else None


_GULF = "Gulf Cooperation Council"  # `دول مجلس التعاون`; `دول المجلس` on a page that names it


def own_name(scene: Scene, place: Place) -> str | None:
    """A name that no reference has: what stands in quotation marks, else the phrase itself."""
    for i in range(place.first, place.last):
        hung = scene.text(i - 1)[:1] == "ل" and i - 1 > place.first  # `لجنة التحكيم لمهرجان «واحة»` is not the festival
        if i in scene.quotations and scene.is_name(i) and not hung:
            return scene.doc.text(scene.quotations[i][1].inner)
    shut = next((j for j in range(place.first + 3, min(place.first + 6, place.last)) if scene.text(j) == ")"), 0)
    bracketed = shut and scene.text(place.first + 1) == "(" and not scene.text(place.first).startswith("ال")
    if bracketed and scene.text(place.first + 2).isalpha():
        return said(scene, Place(place.first + 2, shut))  # `صحيفة (المرفأ) المحلية`
    place = _itself(scene, place)
    found = head(scene, place)
    called = place.last - 1
    word = scene.text(called)
    if scene.text(place.first) in _SOME or (called == place.first and found is not None and _any(scene, called, found)):
        return None
    foreign = called == place.first + 1 and not (everyday(word) or word.endswith("ه") or scene.nations.get(called))
    if foreign and found is not None and found.row["kind"] in ("outlet", "agency") and found.row["number"] == "one":
        return said(scene, place)  # `إذاعة سكاي`
    if found is not None and (indefinite(scene, place, found) or _some(scene, place, found)):
        return None
    return said(scene, place)


_SOME = frozenset("احدي احد بعض".split())  # `إحدى الشركات`, `بعض الجامعات`: which is not told


def _any(scene: Scene, i: int, found: Hit) -> bool:
    """`قالت شركة إن`, `أعلنت شركته أن`: a common noun alone, without the article or with a pronoun."""
    owned = found.end < scene.tokens[i].end and not scene.written(i).endswith("ة")
    definite = scene.text(i).lstrip("وفبك").startswith(("ال", "لل"))
    return i not in scene.mentions and (owned or not definite)


def _itself(scene: Scene, place: Place) -> Place:
    """`الشرطة [وشهود عيان]`, `الجريدة الرسمية [الصادرة أمس]`, `المجلس [ومقره لندن]`: a body without nameless people
    beside it, and without what is told of its coming out or its seat."""
    for i in range(place.first + 1, place.last):
        people = scene.heads.get(i, ()) if scene.text(i)[:1] == "و" and scene.text(i)[:3] != "وال" else ()
        if scene.text(i) in {"الصادر", "الصادره", *SEATS} or any(
            hit.row["class"] in ("public", "unnamed", "experts", "person") and hit.row["number"] == "many"
            for hit in people
        ):
            return Place(place.first, i)
    return place


def _some(scene: Scene, place: Place, found: Hit) -> bool:
    """`منظمات حقوقية دولية`: many, by an indefinite noun and its adjectives, that nothing names."""
    i = scene.index(found.start)
    definite_word = any(scene.written(k).startswith(("ال", "لل")) or k in scene.mentions for k in range(i, place.last))
    return found.row["number"] == "many" and found.end == scene.tokens[i].end and not definite_word


def unlisted_name(scene: Scene, place: Place) -> str | None:
    """`وكيل الوزارة المساعد [مشوح الحوشان]`: two words that no list has, at the end of a title's phrase."""
    place = Place(place.first, place.last - (scene.text(place.last - 1) in DASHES))
    first = place.last - 2
    same = scene.text(first + 1) == f"ال{scene.text(first)}"  # `سهر السهر`
    strange = same or all(unheard_of(scene, i, article=True) for i in (first, first + 1))
    if first < place.first + 2 or not strange:
        return None
    closed = scene.text(first - 1).startswith("ال") or scene.in_name(first - 1)
    closed = closed or scene.text(first - 1) in {*CLOSING, *COMMAS, *DASHES}
    return said(scene, Place(first, place.last)) if closed and not scene.text(first).startswith("ال") else None


def with_surname(scene: Scene, place: Place, name: Place) -> str | None:
    """`وزير الصحة كيم كيونج [ووك]`, `سالم سيف [فتح]، وزير النقل`: a name and the one or two words behind it that end
    a phrase or stand before a comma; None where it ends with them."""
    end = next_comma(scene, name.last, place.last)
    plain = all(_no_noun(scene, i) for i in range(name.last, end))
    known = not scene.mentions[name.first][1].entity.isascii()
    return said(scene, Place(name.first, end)) if known and plain and 0 < end - name.last < 3 else None


def _no_noun(scene: Scene, i: int) -> bool:
    """Whether the word at token i is none by which a phrase goes on: no title, body, people, time or adjective."""
    word = scene.text(i)
    other = role(word) or scene.heads.get(i) or scene.nations.get(i) or scene.in_name(i) or scene.in_time(i)
    hung = word[0] in "ولب" and not word.startswith("وو")  # `ووك`
    return word.isalpha() and not (hung or word.startswith("ال") or other)


def called_whole(scene: Scene, place: Place) -> str | None:
    """`قالت «هاردي»` behind `جيل هاردي`: the family name in quotation marks, and the given name it had before."""
    quoted = place.first in scene.quotations and place.last == place.first + 3
    word = scene.text(place.first + 1)
    for i in range(place.first - 1, 0, -1) if quoted and not word.startswith("ال") else ():
        aged = scene.text(i + 1) in COMMAS and scene.text(i + 2).isdigit() and scene.text(i + 3) in {"عاما", "سنه"}
        if scene.text(i) == word and not scene.in_name(i) and (aged or personal(scene.text(i - 1))):
            return said(scene, Place(i - 1, i + 1))
    return None
