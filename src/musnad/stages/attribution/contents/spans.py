"""The spans of a content: without the marks that enclose all of it, loose ends, and what follows a quotation."""

from __future__ import annotations

import re

from musnad.stages.attribution.contents.voice import tells_on
from musnad.stages.attribution.judged.negation import LEST
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.verbs import verb

__all__ = ["said_in", "spans"]

_EDGES = COMMAS | frozenset(".؛;…-!")
_CLOSERS = {"»": "«", "”": "“", ")": "("}


def spans(scene: Scene, begins: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Content spans from a reading offset to a token, without the quotation marks that enclose all of it.

    `ألا` negates what it opens, and belongs to it.
    """
    first = scene.index(begins)
    if begins == scene.tokens[first].start and scene.written(first - 1) in LEST:
        first, begins = first - 1, scene.tokens[first - 1].start + (scene.text(first - 1)[0] == "ب")
    if begins > scene.tokens[first].start and first - 1 in scene.quotations:  # `«بمحاسبة كل مقصر»`
        stop = min(stop, scene.quotations[first - 1][0].last - 1)
    reach = stop
    while stop > first and (scene.text(stop - 1) in _EDGES or _loose_end(scene, first, stop - 1)):
        stop -= 1
    stop = _before_question(scene, first, stop)
    if stop <= first:
        return ()
    if scene.text(first) in COMMAS | {"؛", ";"}:
        return spans(scene, scene.tokens[first + 1].start, stop) if first + 1 < stop else ()
    quote = scene.quotations.get(first) if begins == scene.tokens[first].start else None
    if scene.text(first) == "ب" and first + 1 in scene.quotations:
        quote = scene.quotations[first + 1]
    if quote is not None:
        place, mark = quote
        if place.last >= stop or not mark.closed or _only_quoted(scene, place, stop):
            inner = scene.doc.reading.within(*mark.inner)
            if not mark.closed and place.last > reach:
                inner = inner[0], scene.tokens[_left_open(scene, reach, place.last) - 1].end
            stripped = scene.doc.reading.string[slice(*inner)].rstrip(" .،!" if not mark.closed else " .،")
            return ((inner[0], inner[0] + len(stripped)),) if stripped else ()
    if (scene.text(first), scene.text(stop - 1)) == ("(", ")") and ")" not in map(scene.text, range(first, stop - 1)):
        return spans(scene, scene.tokens[first + 1].start, stop - 1)  # `قال للصحيفة: (السوق مغلق).`
    return ((max(begins, scene.tokens[first].start), scene.tokens[stop - 1].end),)


def _before_question(scene: Scene, first: int, stop: int) -> int:
    """`يقول البعض إن القهوة مضرة[، ما ردك؟]`: without what an interviewer asks about it."""
    if scene.text(stop - 1) != "؟" or scene.quoted_at(first):
        return stop
    comma = next((j for j in range(stop - 2, max(first, stop - _ASKED), -1) if scene.text(j) in COMMAS), None)
    if comma is None or scene.text(comma + 1).removeprefix("ف") not in _ASKS:
        return stop
    yours = any(_of_yours(scene.text(j)) for j in range(comma + 2, stop - 1))
    return comma if yours else stop


_ASKED = 9  # words of such a question
_ASKS = frozenset("ما ماذا كيف هل بم بماذا لماذا".split())
_YOU = frozenset("ترد ترون تردون تعلق تعلقون تري تقول تقولون".split())


def _of_yours(word: str) -> bool:
    """`رأيك`, `ردكم`, `تعلقون`"""
    return word in _YOU or (len(word) > 3 and word.endswith(("ك", "كم")) and word not in _THAT)


_THAT = frozenset("هناك وذلك بذلك لذلك كذلك وتلك هنالك".split())


def _left_open(scene: Scene, stop: int, last: int) -> int:
    """Where a quotation that nobody closed ends: behind a sentence's end it goes on to where one begins with a verb of
    saying (`. وكشف المدير أن`)."""
    while stop < last and stop == scene.sentence_end(stop - 1):
        if any(hit.row["class"] == "perfect" and not hit.row.get("risk") for hit in scene.forms.get(stop, ())):
            return stop
        if (
            scene.text(stop) == "كما"
            and verb(scene.text(stop + 1)) is not None
            and scene.text(stop + 2).startswith("ال")
        ):
            return stop  # `. كما عقد الوزير اجتماعا`
        stop = scene.sentence_end(stop)
    return stop


def _loose_end(scene: Scene, first: int, i: int) -> bool:
    """`وذلك` before what was cut off, a closing mark whose opening one stands before the content."""
    word = scene.text(i)
    opener = _CLOSERS.get(word)
    if word == '"':
        return any(quoted.last - 1 == i and quoted.first < first - 1 for quoted, _ in scene.quotations.values())
    if opener is None:
        return word in _LOOSE
    inside = [scene.text(k) for k in range(first, i)]
    opened_before = scene.quoted_at(first) and scene.text(first - 1) == opener
    return inside.count(opener) <= inside.count(word) and not opened_before


_LOOSE = frozenset("وذلك و علي الي".split())
_LIES = frozenset("الواقع الواقعه التي الذي والتي والذي".split())
_SENTENCE = 6  # words in a quotation that is a sentence of its own
_FEW = 4  # words in one that how it was said may follow: `"سنعود غدا إلى البيت"، جالسا على مقعده`
_MANNER = re.compile(r"(?:م\w{3,6}|\wا\w\w)(?:ا|اً|ًا)")


def _only_quoted(scene: Scene, place: Place, stop: int) -> bool:
    """What follows the closing mark is no longer said: nothing, or a new clause behind a whole quoted sentence."""
    after = place.last
    if after >= stop or (scene.text(after) in CLOSING and after + 1 >= stop):
        return True
    following = scene.text(after + 1) if scene.text(after) in COMMAS else scene.text(after)
    if scene.text(after) in COMMAS and not scene.is_name(place.first) and tells_on(scene, after + 1):
        return True
    whole = place.last - place.first - 2 >= _SENTENCE
    joined = following.startswith("و") and following not in {"وان", "وانه", "وانها"}
    at = after + (scene.text(after) in COMMAS)
    if whole and at == after and following in _LIES and not is_that(scene, place.first - 1):
        return True  # `"سقطت الطائرة وسط مدينة أريحا" الواقعة في شمال البلاد`
    manner = at > after and _MANNER.fullmatch(scene.written(at)) is not None
    return (whole and joined) or (place.last - place.first - 2 >= _FEW and manner)


def said_in(scene: Scene, begins: int | None, at: int) -> bool:
    """Whether token `at` stands inside the quotation that what somebody says, from `begins` on, begins with."""
    first = scene.index(begins) if begins is not None else -1
    whole = scene.quotations.get(first) or scene.quotations.get(first - 1)
    return whole is not None and whole[1].closed and at < whole[0].last
