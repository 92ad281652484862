"""A content that leads to a list goes on through it: `انتهى المجلس إلى ما يلي:` and the paragraphs `أولا: …`, `- …`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene

__all__ = ["with_list"]

_LEADS = frozenset("يلي ياتي الاتي الاتيه التالي التاليه".split())
_ORDINALS = frozenset("اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split())
_BULLETS = frozenset("-–—•●▪■►*")
_BEHIND_NUMBER = frozenset("-–—ـ.)(/:")


def with_list(scene: Scene, content: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """A content's spans, the last one prolonged by the list that it leads to."""
    if not content:
        return content
    start, end = content[-1]
    first, last = scene.index(start), scene.index(end - 1) + 1
    stop = scene.sentence_end(last - 1)
    if scene.colon(first, min(last, stop) + 1) is None:
        return content
    leads = any(scene.text(i) in _LEADS and scene.text(i + 1) == ":" for i in range(first, min(last, stop)))
    if not leads or any(scene.text(i) not in {":", "."} for i in range(last, stop)):
        return content
    reach = _list_end(scene, stop)
    while reach > stop and scene.text(reach - 1) in {".", "،", "؛"}:
        reach -= 1
    return (*content[:-1], (start, scene.tokens[reach - 1].end)) if reach > stop else content


def _list_end(scene: Scene, stop: int) -> int:
    """The token behind the paragraphs of a list that go on from token `stop`; between two with ordinals (`ثانيا:`)
    there may be a few without (`وقد أعد مرسوم بذلك`). A colon leads to the next paragraph where that begins with أن."""
    same = next((s.paragraph for place, s in scene.sentences if place.last == stop), -1)
    behind = [(place, s.paragraph) for place, s in scene.sentences if place.first >= stop and s.kind == "body"]
    begun = any(scene.text(i) in _ORDINALS for i in range(max(stop - _NEAR, 0), stop))  # `ما يلي: أولا: …`
    reach, listed, gap, number = stop, same if begun else -1, 0, 0
    ordered = begun or scene.text(stop) in _ORDINALS
    opens = scene.text(stop) in {"ان", "الا", "1"} or scene.text(stop) in _ORDINALS
    if behind and behind[0][1] != same and scene.text(stop - 1) == ":" and opens:
        listed = behind[0][1]
        reach, same = max(place.last for place, paragraph in behind if paragraph == listed), listed
        number = int(scene.text(stop) == "1")
        begun = begun or scene.text(stop) in _ORDINALS
    for place, paragraph in behind:
        if place.last <= reach:
            continue
        first = scene.text(place.first)
        following = first.isdigit() and int(first) == number + 1
        ordered = ordered or (first in _ORDINALS and not number)
        if number and first in _ORDINALS and not ordered:
            break  # `1 - … 2 - …`, and then the next decision
        if paragraph != listed and (paragraph != same or (following and _marked(scene, place.first))):
            same = paragraph
            marked = (following or _marked(scene, place.first)) and (not gap or first in _ORDINALS)
            listed, gap = (paragraph, 0) if marked else (listed, gap + 1)
            number += following
        elif paragraph == same and following:
            number += 1
        if gap > _GAP or (gap and not begun):
            break
        if paragraph == listed:
            begun = begun or first in _ORDINALS
            reach = place.last
    return reach


_NEAR = 40  # words from the first ordinal to the end of its sentence
_GAP = 3  # paragraphs


def _marked(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    return word in _ORDINALS or word in _BULLETS or (word.isdigit() and scene.text(i + 1) in _BEHIND_NUMBER)
