"""Frames: openings with their contents, nested and cut off against each other within one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from musnad.stages.attribution.openings import Opening, openings
from musnad.stages.attribution.phrases import doer
from musnad.stages.attribution.scene import CLOSING, Place, Scene
from musnad.stages.attribution.words import COMMAS, is_that, next_comma, role, skip_connectives
from musnad.verbs import verb

__all__ = ["Frame", "frames"]

# Behind a comma these go on with what the outer speaker says.
_BEYOND = frozenset("بينما فيما لكن وان وانه وانها".split())
_TURNS = frozenset({"قبل", "الا", "غير"})
_EDGES = COMMAS | frozenset(".؛;…-!")
_BREAKERS = frozenset("فيما بينما لكن لكنه لكنها ولكن كما ثم حين غير".split())


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An opening with its content (reading offsets) and the frame it stands in, if it is nested."""

    opening: Opening
    content: tuple[tuple[int, int], ...]
    outer: int | None = None
    before: tuple[Place, ...] = ()


def frames(scene: Scene, lo: int, hi: int) -> list[Frame]:
    """The frames of one sentence (tokens [lo, hi)), outer before inner, in order of their cues."""
    found: list[Frame] = []
    fronts = openings(scene, lo, hi)
    main: int | None = None
    reach = lo  # how far the content of the main frame runs
    for n, opening in enumerate(fronts):
        later = fronts[n + 1 :]
        inside = main is not None and opening.edge < reach
        if opening.way == "echo":
            if found:
                found.append(Frame(opening=opening, content=found[-1].content))
                main, reach = len(found) - 1, opening.upto
            continue
        if opening.begins is None:
            stop = min([hi, *(other.edge for other in later)])
            main, reach = _trailing(scene, opening, found, main, reach, lo, stop, inside)
            continue
        if inside and main is not None and not _breaks(scene, found[main].opening, opening):
            nested = _nested(scene, opening, found[main], later, reach, main)
            if nested is not None:
                found.append(nested)
            continue
        end = _end(scene, opening, later, hi)
        content = _content(scene, opening.begins, end)
        if content:
            found.append(Frame(opening=opening, content=content, before=opening.before))
            main, reach = len(found) - 1, end
    return found


def _trailing(
    scene: Scene, opening: Opening, found: list[Frame], main: int | None, reach: int, lo: int, hi: int, inside: bool
) -> tuple[int | None, int]:
    """A preposition behind its content: one link more for the frame before it, or a frame of its own."""
    if opening.source is None:
        return main, reach
    if main is not None and (inside or opening.edge - reach <= 2):
        added = (opening.source, *opening.after)
        if opening.row["lemma"] == "نقلا":  # `…، نقلا عن مصادر`: of whom the speaker has it
            told = found[main].opening
            found[main] = replace(found[main], opening=replace(told, after=(*told.after, *added)))
        else:
            found[main] = replace(found[main], before=(*added, *found[main].before))
        return main, reach
    first = scene.index(scene.tokens[lo].start)
    if found:
        first = max(first, scene.index(found[-1].content[-1][1] - 1) + 1)
    first = skip_connectives(scene, first, opening.edge)
    if opening.edge - first < 2:
        return main, reach
    content = _content(scene, scene.tokens[first].start, opening.edge)
    if content:
        further, reach = _resumed(scene, first, opening, hi)
        found.append(Frame(opening=opening, content=(*content, *further)))
        return len(found) - 1, max(opening.upto, reach)
    return main, reach


def _resumed(scene: Scene, begun: int, opening: Opening, hi: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """`أضرم المحتجون، بحسب الشرطة، النار في سيارتين`: what was said goes on behind the aside, up to `hi`."""
    if scene.text(opening.edge - 1) not in COMMAS or scene.text(opening.upto) not in COMMAS:
        return (), opening.upto
    first = opening.upto + 1
    word = scene.text(first)
    joined = (
        word in _BREAKERS | _TURNS | _NEW_START or _new_clause(scene, first) or role(word) in ("during", "relative")
    )
    told = word in {"هو", "هي"} or verb(word) is not None
    if first >= hi or joined or not word.isalpha() or first in scene.times or (opening.edge - begun > 10 and not told):
        return (), opening.upto
    end = min((i for i in range(first, hi) if scene.text(i) in COMMAS and _new_clause(scene, i + 1)), default=hi)
    return _content(scene, scene.tokens[first].start, end), end


def _breaks(scene: Scene, main: Opening, opening: Opening) -> bool:
    """Whether an opening inside the main frame's reach is said by the page again, and not inside the content."""
    if opening.way == "participle":
        return True
    if opening.way == "preposition":
        return opening.begins is not None and scene.tokens[opening.at].start < opening.cue[0]  # `، وبحسب X، فإن`
    if opening.way in ("noun", "colon"):
        return False
    ahead = scene.text(opening.edge - 1)
    tied = (ahead == "حين" and scene.text(opening.edge - 3) in COMMAS) or (
        ahead in _BREAKERS
        and (scene.text(opening.edge - 2) in COMMAS or ahead in ("بينما", "فيما", "لكن", "لكنه", "لكنها"))
    )
    if opening.way == "passive":
        return tied  # `، فيما يُتوقع أن`
    joined = scene.tokens[opening.at].start < opening.cue[0]  # a و or ف is written on the verb
    if main.way == "preposition":
        return joined and opening.source is None and ahead in COMMAS
    if opening.source is None:
        before_that = ahead.startswith("ان") and scene.text(opening.edge - 2) in _TURNS
        past = opening.form.get("class") == "perfect"
        return joined or tied or before_that or (past and ahead in COMMAS)
    if ahead in ("لكن", "ولكن") and opening.row["statement"] == "speech" and main.begins is not None:
        return not is_that(scene, scene.index(main.begins) - 1)
    return (joined and scene.text(opening.at - 1) in COMMAS) or tied


def _nested(scene: Scene, opening: Opening, frame: Frame, later: list[Opening], reach: int, outer: int) -> Frame | None:
    """A speech act inside a content, by somebody whom the content names."""
    if opening.source is None and opening.way == "noun" and opening.row["statement"] == "speech":
        speaker = doer(scene, scene.index(frame.content[0][0]), opening.at)
        opening = replace(opening, source=speaker)
    if opening.source is None or opening.row["statement"] == "mind" or opening.begins is None:
        return None
    end = min(reach, _end(scene, opening, later, reach))
    first = scene.index(opening.begins)
    aside = (i for i in range(first, end) if scene.text(i) in COMMAS and scene.text(i + 1) in _BEYOND)
    end = next(aside, end) if first not in scene.quotations else end
    content = _content(scene, opening.begins, end)
    return Frame(opening=opening, content=content, outer=outer, before=opening.before) if content else None


_GLOSSES = frozenset("اشاره تلميح".split())
_VERDICTS = frozenset("تعبيره تعبيرها تعبيرهم قوله قولها قولهم وصفه وصفها وصفهم زعمه زعمها زعمهم رايه".split())


def _end(scene: Scene, opening: Opening, later: list[Opening], hi: int) -> int:
    """The token at which the content of an opening stops: a breaking opening, a gloss, the sentence's end."""
    assert opening.begins is not None
    if opening.ends is not None:
        return opening.ends
    first = scene.index(opening.begins)
    quoted = scene.quotations[first][0].last if first in scene.quotations else 0
    for other in later:
        if other.edge < quoted or other.edge < first:
            continue
        if (other.begins is None and other.source is not None) or other.way == "echo" or _breaks(scene, opening, other):
            hi = min(hi, _back(scene, other.edge))
            break
    i = max(first, quoted)
    phrase = not quoted and scene.text(first - 1) not in {":", "("} and not is_that(scene, first - 1)
    while i < hi:
        if phrase and scene.text(i) in COMMAS and _new_clause(scene, i + 1):
            return i
        if scene.text(i) in {"في", "علي", "حسب", "وفق", "بحسب"} and i > first and scene.text(i - 1) in COMMAS:
            near = {scene.text(k) for k in range(i + 1, min(i + 4, hi))}
            if near & _GLOSSES or (near & _VERDICTS and next_comma(scene, i, hi) == hi):
                return i
        if scene.text(i) in ("غير", "قبل") and scene.text(i - 1) in COMMAS and scene.text(i + 1)[:2] == "ان":
            return i
        if scene.text(i) == "وذلك" and scene.text(i + 1) in _OCCASIONS:
            return i
        if scene.text(i) in {"وهو", "وهي"} and scene.text(i - 1) in COMMAS and scene.text(i + 1) in _REMARKS:
            return i
        if i > first and _own_voice(scene, i):
            return i
        i += 1
    return hi


def _own_voice(scene: Scene, i: int) -> bool:
    """`، يذكر أن`, `، والجدير بالذكر أن`: behind a comma the page speaks for itself again."""
    ends = any(hit.row["form"].startswith(("الجدير", "تجدر", "يذكر", "يشار")) for hit in scene.own.get(i, ()))
    return ends and scene.text(i - 1) in COMMAS | frozenset("؛-")


_NEW_START = frozenset("مشيرا مؤكدا وذلك وهو وهي وهم حيث بعد قبل خلال اثر عقب منذ مما ما اذ لان".split())
_CLAUSE = re.compile(r"و(?:[يت]\w{3,}|\w{3,}ت|قد|كان\w*)|كما|حيث")


def _new_clause(scene: Scene, i: int) -> bool:
    """Behind a content that is a bare phrase, a comma with و and a verb opens what the page says itself."""
    return _CLAUSE.fullmatch(scene.text(i)) is not None


# `، وهو ما …`, `، وهو كلام …`: the page remarks on what was said.
_REMARKS = frozenset(
    "ما كلام تعبير الامر امر موقف ادعاء خبر وصف نسبه رقم كلمه عباره خطوه قرار تصريح اتهام تهمه".split()
)
# `، وذلك خلال مؤتمر صحفي`: of the saying; `، وذلك من أجل …` is of what was said.
_OCCASIONS = frozenset("خلال ردا في عقب عبر".split())


def _back(scene: Scene, edge: int) -> int:
    """Before the words that tie a breaking opening to what stands before it."""
    while edge > 0 and (
        scene.text(edge - 1) in _BREAKERS | COMMAS
        or (scene.text(edge - 1) in {"في", "وفي", "قبل"} and scene.text(edge) in {"حين", "ان"})
        or (scene.text(edge - 1).startswith("ان") and scene.text(edge - 2) in _TURNS)
        or scene.text(edge - 1) in _TURNS
        or (role(scene.text(edge - 1)) == "modal" and scene.text(edge - 1) in {"كان", "كانت", "قد", "وكان", "وكانت"})
    ):
        edge -= 1
    return edge


def _content(scene: Scene, begins: int, end: int) -> tuple[tuple[int, int], ...]:
    """Content spans from a reading offset to a token, without the quotation marks that enclose all of it."""
    first = scene.index(begins)
    while end > first and (scene.text(end - 1) in _EDGES):
        end -= 1
    if end <= first:
        return ()
    if scene.text(first) in COMMAS:
        return _content(scene, scene.tokens[first + 1].start, end) if first + 1 < end else ()
    quote = scene.quotations.get(first) if begins == scene.tokens[first].start else None
    if scene.text(first) == "ب" and first + 1 in scene.quotations:
        quote = scene.quotations[first + 1]
    if quote is not None:
        place, mark = quote
        if place.last >= end or not mark.closed or _only_quoted(scene, place, end):
            inner = scene.doc.reading.within(*mark.inner)
            stripped = scene.doc.reading.string[slice(*inner)].rstrip(" .،!" if not mark.closed else " .،")
            return ((inner[0], inner[0] + len(stripped)),) if stripped else ()
    stop = scene.tokens[end - 1].end
    return ((max(begins, scene.tokens[first].start), stop),)


_SENTENCE = 6  # words in a quotation that is a sentence of its own


def _only_quoted(scene: Scene, place: Place, end: int) -> bool:
    """What follows the closing mark is no longer said: nothing, or a new clause behind a whole quoted sentence."""
    after = place.last
    if after >= end or (scene.text(after) in CLOSING and after + 1 >= end):
        return True
    following = scene.text(after + 1) if scene.text(after) in COMMAS else scene.text(after)
    whole = place.last - place.first - 2 >= _SENTENCE
    return whole and following.startswith("و") and following not in {"وان", "وانه", "وانها"}
