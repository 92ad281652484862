"""Sentences that go on with what was said in the one before: `قال إن الشوارع مغلقة. وإن الجثث تملؤها.`"""

from __future__ import annotations

from musnad.stages.attribution.contents.extents import is_phrase
from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.contents.interviews import rest_of_answer
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import finite, is_that

__all__ = ["with_rest"]

_SINCE = frozenset("حيث اذ".split())


def with_rest(scene: Scene, frame: Frame) -> tuple[tuple[int, int], ...]:
    """A content's spans, with the sentences of its paragraph that go on with it behind a full stop."""
    content = frame.content
    told = frame.opening
    if not content or frame.outer is not None or told.begins is None or told.way == "preposition":
        return content
    start, end = content[-1]
    if answer := rest_of_answer(scene, told):
        return (*content, *answer)
    if (further := _carried(scene, start, end)) or is_phrase(scene, told):
        return (*content, *further)
    last = scene.index(end - 1) + 1
    if (dotted := _dotted_on(scene, scene.index(start), last)) > last:
        return (*content[:-1], (start, scene.tokens[dotted - 1].end))
    stop = last + 1
    while scene.text(stop) in {".", '"', "»", "”"}:
        stop += 1
    if scene.text(last) not in _STOPS or not _goes_on(scene, frame, stop) or stop != scene.sentence_end(last):
        return content
    same = next(s.paragraph for place, s in scene.sentences if place.last == stop)
    reach = stop
    for place, sentence in scene.sentences:
        if place.first == reach and sentence.paragraph == same and _goes_on(scene, frame, reach):
            reach = place.last
    while reach > stop and scene.text(reach - 1) in {".", "؛", "،"}:
        reach -= 1
    if reach <= stop:
        return content
    behind = scene.tokens[reach - 1].end
    if scene.text(last) == ".":
        return (*content[:-1], (start, behind))
    return (*content, (scene.tokens[stop].start, behind))


def _dotted_on(scene: Scene, first: int, last: int) -> int:
    """`قال: السوق جيد ولن نغلقه.. نحن نعمل.. وسننجح`: behind a colon, past what double dots only break, up to where
    somebody is told to say or ask something; else `last`."""
    if scene.text(first - 1) != ":":
        return last
    places = [place for place, sentence in scene.sentences if sentence.kind == "body" and place.last > last]
    paragraphs = [s.paragraph for place, s in scene.sentences if s.kind == "body" and place.last > last]
    for place, paragraph in zip(places[1:], paragraphs[1:], strict=True):
        dots = scene.text(place.first - 1) == scene.text(place.first - 2) == "."
        if not dots or paragraph != paragraphs[0] or place.first - last > 3 or _tells(scene, *place):
            break
        last = place.last
        while scene.text(last - 1) in {".", "،"}:
            last -= 1
    return last


def _tells(scene: Scene, first: int, stop: int) -> bool:
    """Whether within a sentence a verb of saying in the past stands, whoever it is of."""
    rows = (hit.row for i in range(first, stop) for hit in scene.forms.get(i, ()))
    return any(row["class"] == "perfect" and not row.get("risk") for row in rows)


def _carried(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """What a quotation that its paragraph leaves open holds of the next ones, up to the one that closes it."""
    first = scene.index(start)
    mark = scene.quotations.get(first) or scene.quotations.get(first - 1)
    if mark is None or mark[1].closed or mark[0].last > scene.index(end - 1) + 3:
        return []
    found: list[tuple[int, int]] = []
    last = mark[0].last
    while (behind := scene.quotations.get(last)) is not None and behind[1].rule.endswith(":carried"):
        place, quote = behind
        inner = scene.doc.reading.within(*quote.inner)
        text = scene.doc.reading.string[slice(*inner)].rstrip(" .،")
        found.append((inner[0], inner[0] + len(text)))
        last = place.last
        if quote.closed:  # `… حيث صرح المدير» أن`: the mark of another quotation
            return [] if is_that(scene, place.last) else found
    return []


_STOPS = frozenset({".", "»", '"', "”"})


def _goes_on(scene: Scene, frame: Frame, i: int) -> bool:
    """Whether a sentence at i begins with `وإن`, `وأنه`, or behind a report with `إذ إن`, `حيث بلغ`."""
    word, ahead = scene.text(i), scene.text(i + 1)
    if word[:3] == "وان":
        sure = len(word) > 3 or scene.written(i)[1:2] == "أ" or ahead.startswith("ال") or i + 1 in scene.mentions
        return sure and is_that(scene, i)
    if word not in _SINCE or frame.opening.row["lemma"] not in _REPORTS or frame.opening.begins is None:
        return False
    clause = is_that(scene, scene.index(frame.opening.begins) - 1)
    told = any(hit.row["class"] != "noun" for hit in scene.forms.get(i + 1, ()))
    return clause and not told and (is_that(scene, i + 1) or finite(scene, i + 1))


_REPORTS = frozenset("قال أوضح بيّن ذكر أفاد أكّد أشار لفت أضاف كشف رأى صرّح".split())
