"""Frames: openings with their contents, nested and cut off against each other within one sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.contents.behind_aside import resumed
from musnad.stages.attribution.contents.edges import FIGURES, amid, last_clause, says_nothing_yet, takes_over, told_from
from musnad.stages.attribution.contents.extents import breaks, enclosed, extent, his_own, is_phrase
from musnad.stages.attribution.contents.inner import ACTS, actor_within, informant, named_inside
from musnad.stages.attribution.contents.interviews import asked, in_answer, interviewed
from musnad.stages.attribution.contents.spans import said_in, spans
from musnad.stages.attribution.contents.voice import TURNS
from musnad.stages.attribution.cues.joined import joined
from musnad.stages.attribution.cues.opening import strong
from musnad.stages.attribution.cues.openings import Opening, openings, past_stamp
from musnad.stages.attribution.cues.said_so import sentence_before
from musnad.stages.attribution.cues.starts import past_and
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, skip_connectives
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.speakers.fronted import outlet_behind, tells_whom
from musnad.stages.attribution.transmitters.outlets import is_outlet
from musnad.verbs import verb

__all__ = ["Frame", "frames"]

# Behind a comma these go on with what the outer speaker says.
_BEYOND = frozenset("بينما فيما لكن وان وانه وانها".split())


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An opening with its content (reading offsets) and the frame it stands in, if it is nested."""

    opening: Opening
    content: tuple[tuple[int, int], ...]
    outer: int | None = None
    before: tuple[Place, ...] = ()


def frames(scene: Scene, lo: int, hi: int, last: Frame | None = None) -> list[Frame]:
    """The frames of one sentence (tokens [lo, hi)), outer before inner, in order of their cues. `last`: the frame told
    last before it, which `وهذا ما أوردته X` points back to."""
    found: list[Frame] = []
    fronts = joined(scene, openings(scene, lo, hi))
    main: int | None = None
    host: int | None = None  # the frame inside the main one that holds what comes next
    reach = lo  # how far the content of the main frame runs
    answer = bool(fronts) and interviewed(scene, fronts[0], lo, hi)
    whole = answer and asked(scene, fronts[0], lo)
    for n, opening in enumerate(fronts):
        later = [one for one in fronts[n + 1 :] if n or not answer or not (whole or in_answer(scene, one, lo))]
        inside = main is not None and opening.edge < reach and not _of_teller(found[main].opening, opening, reach)
        if opening.way == "echo":
            said = _pointed_at(found, main, opening) if found else last if opening.edge - lo <= 1 else None
            if content := said.content if said is not None else sentence_before(scene, opening):
                found.append(Frame(opening=opening, content=content, before=opening.before))
                main, reach = len(found) - 1, opening.upto
            continue
        if main is not None and his_own(scene, found[main].opening, opening):
            opening = replace(opening, way="verb")
        if opening.way == "preposition" and later and tells_whom(scene, opening, later[0]):
            told, also = later[0], tuple(place for place in (opening.source, *opening.after) if place)
            if opening.row["lemma"] == "نقلا":  # `ونقلا عن مصادر، ذكر موقع X أن`: of whom the site has it
                fronts[n + 1] = replace(told, after=(*told.after, *also), edge=opening.edge)
            else:
                fronts[n + 1] = replace(told, before=(*opening.before, *also, *told.before), edge=opening.edge)
            continue
        if opening.begins is None:
            stop = min([hi, *(other.edge for other in later)])
            main, reach = _trailing(scene, opening, found, main, reach, lo, stop, inside)
            continue
        sides = any(frame.outer == main and frame.opening.way == "verb" for frame in found)
        if main is not None and not inside and (goes_on := _goes_on_within(scene, opening, found, main)) is not None:
            end = extent(scene, opening, later, hi)
            content = spans(scene, opening.begins, end)
            found += [Frame(opening=goes_on, content=content, outer=main, before=opening.before)] if content else []
            reach, host = end, len(found) - 1 if content else host
            continue
        quoted = inside and main is not None and _kept(scene, found, main, opening)
        quoted = quoted or (inside and answer and main == 0 and (whole or in_answer(scene, opening, lo)))
        if inside and main is not None and (quoted or not breaks(scene, found[main].opening, opening, sides=sides)):
            within = main if host is None or host <= main else host
            nested = _nested(scene, opening, found[within], later, reach, within)
            if nested is not None:
                _take_in(scene, found, within, nested)
            continue
        end = hi if whole and n == 0 else extent(scene, opening, later, hi)
        content = spans(scene, opening.begins, end)
        if content and main is not None and _quotes_for(scene, found[main].opening, opening):
            told = found[main].opening
            found[main] = replace(
                found[main], opening=replace(told, after=(*told.after, *opening.after)), content=content
            )
            reach = end
        elif content:
            found.append(_told(scene, opening, content, end, hi))
            main, reach = len(found) - 1, end
    return found


def _of_teller(told: Opening, opening: Opening, reach: int) -> bool:
    """`انهار السقف، بحسب المديرة سلمى الراوي، التي طالبت ب`: who told what stands before goes on."""
    return told.source is not None and opening.source == told.source and opening.at >= reach


def _take_in(scene: Scene, found: list[Frame], within: int, nested: Frame) -> None:
    """Add a nested frame; one frame of both where somebody passes on all that he has of his informant."""
    frame, who = found[within], nested.opening.source
    if who and nested.content[-1][1] >= frame.content[-1][1] - 2 and informant(scene, frame.opening, nested.opening):
        told = replace(frame.opening, after=(*frame.opening.after, who), inner=nested.opening.row)
        found[within] = replace(frame, opening=told, content=nested.content)
    else:
        found.append(nested)


def _kept(scene: Scene, found: list[Frame], main: int, opening: Opening) -> bool:
    told = found[main].opening
    within = [frame.opening for frame in found if frame.outer == main]
    return _held(scene, told, opening) or named_inside(scene, within, told, opening)


def _told(scene: Scene, opening: Opening, content: tuple[tuple[int, int], ...], end: int, hi: int) -> Frame:
    before = (*outlet_behind(scene, end, hi), *opening.before)
    return Frame(opening=opening, content=content, before=before)


def _pointed_at(found: list[Frame], main: int | None, echo: Opening) -> Frame:
    """What `وهو ما` points at: a denial at all that was told, a refusal at what was offered within it."""
    return found[-1] if main is None or echo.row["stance"] != "denies" else found[main]


def _trailing(
    scene: Scene, opening: Opening, found: list[Frame], main: int | None, reach: int, lo: int, hi: int, inside: bool
) -> tuple[int | None, int]:
    """A preposition behind its content: one link more for the frame before it, or a frame of its own."""
    if opening.source is None and (found or opening.form) and not opening.before:
        return main, reach  # `قال إن …، على حد تعبيره`; but `…، وفق ما أوضح لـ«المرفأ»`
    if inside and main is not None and said_in(scene, found[main].opening.begins, opening.at):
        return main, reach  # `قال: «العمل يسير وفق نصوصها التي لا تتبدل»`
    held = found[main].content if main is not None and inside else ()
    if held and amid(scene, scene.index(held[0][0]), opening.edge, opening.upto, scene.index(held[-1][1] - 1) + 1):
        return main, reach
    if main is not None and (inside or opening.edge - reach <= 2 or _only_when(scene, reach, opening.edge)):
        if _issued_by_itself(scene, opening):
            return main, reach
        there = {place.first for place in found[main].before}
        added = (*opening.before, *([opening.source] if opening.source else []), *opening.after)
        added = tuple(place for place in added if place.first not in there)
        if opening.row["lemma"] == "نقلا":  # `…، نقلا عن مصادر`: of whom the speaker has it
            told = found[main].opening
            found[main] = replace(found[main], opening=replace(told, after=(*told.after, *added)))
        else:
            closes = scene.text(opening.upto) not in COMMAS
            for n in range(main, (_begun(found, main) if closes else main) - 1, -1):
                found[n] = replace(found[n], before=(*added, *found[n].before)) if found[n].outer is None else found[n]
        return main, reach
    first = scene.index(scene.tokens[lo].start)
    if found:
        first = max(first, scene.index(found[-1].content[-1][1] - 1) + 1)
        first += scene.text(first) in CLOSING and first not in scene.quotations
    first = skip_connectives(scene, past_stamp(scene, first, opening.edge), opening.edge)
    first = told_from(scene, first, opening.edge)
    if opening.source is not None and scene.text(opening.source.first).removeprefix("لل").removeprefix("ل") in FIGURES:
        first = last_clause(scene, first, opening.edge)
    colon = next((i for i in range(opening.edge - 1, first, -1) if scene.text(i) == ":"), None)
    if colon is not None and opening.source is None:  # `للخبير رأي آخر: فالحل، في نظره، بعيد`
        opening, first = replace(opening, actor=doer(scene, first, colon)), colon + 1
    if scene.text(first) in TURNS and scene.text(first + 1) == "ان":
        first += 2  # `، بيد أن الجهاز الطبي، بحسب X، ينتظر`
    says = any(not role(scene.text(i)) and not is_that(scene, i) for i in range(first, opening.edge))
    says = says and not (opening.row["lemma"] == "نقلا" and takes_over(scene, first))
    if opening.edge - first < 2 or not says or says_nothing_yet(scene, first, opening.edge):
        return main, reach
    content = spans(scene, past_and(scene, first), opening.edge)
    if content:
        further, reach = resumed(scene, first, opening, hi)
        found.append(Frame(opening=opening, content=(*content, *further), before=opening.before))
        return len(found) - 1, max(opening.upto, reach)
    return main, reach


def _only_when(scene: Scene, first: int, stop: int) -> bool:
    """`أوردته الصحيفة [قبل عامين،] نقلا عن تقرير`: whether tokens [first, stop) tell only when."""
    when = (scene.in_time(i) or scene.text(i) in COMMAS or role(scene.text(i)) == "during" for i in range(first, stop))
    return first < stop and all(when)


def _issued_by_itself(scene: Scene, opening: Opening) -> bool:
    """`قال الوزير إن …، في بيان نشرته الوزارة`: whoever speaks through a body's paper passes nothing on from it."""
    source, ahead = opening.source, opening.at - 1
    if source is None or scene.text(opening.at)[-1:] not in {"ه", "ا"}:
        return False
    press = any(hit.row["kind"] == "media_reports" for hit in scene.heads.get(source.first, ()))
    passes = press or is_outlet(scene, source.first) or source.first in scene.quotations
    return ahead in scene.media and not passes


def _quotes_for(scene: Scene, told: Opening, opening: Opening) -> bool:
    """`أوردت الصحيفة رواية مغايرة، ناقلة عن مسؤول أن`: the verb is the cue of what its participle quotes."""
    quotes = opening.way == "participle" and opening.row["lemma"] == "نقل" and opening.source is None
    return quotes and told.row["lemma"] in _RUNS and told.begins is not None and is_phrase(scene, told)


_RUNS = ("أورد", "نشر", "كتب", "عرض", "بثّ")


def _begun(found: list[Frame], main: int) -> int:
    """The first of the frames that one speaker goes through by participles: `نفى …، مبينا أن …، وفق ما نقلته X`."""
    while main > 0 and found[main].opening.way == "participle" and found[main].opening.source is None:
        main -= 1
        while main > 0 and found[main].outer is not None:
            main -= 1
    return main


def _held(scene: Scene, told: Opening, opening: Opening) -> bool:
    return _within_quotation(scene, told, opening) or _enclosed_in(scene, told, opening)


def _within_quotation(scene: Scene, told: Opening, opening: Opening) -> bool:
    """`قال: «يتصل بنا العملاء ويسألون: …»`: inside the quotation that one's words are, nobody says anything else."""
    others = opening.source is not None and opening.source.first > opening.at  # `، ورفض الخاطفون الإفراج عنهم»`
    said = opening.way == "verb" and (others or (opening.source is None and opening.row["lemma"] not in CONTINUES))
    if not said or told.begins is None or not said_in(scene, told.begins, opening.at):
        return False
    first = scene.index(told.begins)
    if first > opening.at:
        return False  # `كما جاء في «الضفة» قال الوزير: «…»`: both open the same words
    return "\n" not in scene.doc.text(scene.doc.span(scene.tokens[first].start, opening.cue[0]))  # marks of one pair


def _enclosed_in(scene: Scene, told: Opening, opening: Opening) -> bool:
    return told.begins is not None and enclosed(scene, scene.index(told.begins), opening)


def _goes_on_within(scene: Scene, opening: Opening, found: list[Frame], main: int) -> Opening | None:
    """`بيّن معاليه أن المجلس نوّه بالعلاقات، وأثنى على الزيارة`: who did the one does the other, by the same teller."""
    last = next((frame for frame in reversed(found) if frame.outer is None or frame.outer == main), found[-1])
    told, said = last.opening, found[main].opening
    who = told.source or told.actor
    if last.outer != main or opening.way != "verb" or opening.begins is None or who is None:
        return None
    again = named_inside(scene, (replace(told, source=who),), said, opening)  # `، وشدد المجلس على`
    if told.row["lemma"] not in _POSITIONS or (opening.row["lemma"] not in _POSITIONS and not again):
        return None
    if opening.source is not None and not again:
        return None
    begins = scene.index(said.begins) if said.begins is not None else who.first
    first = told.source is None or begins >= min(told.edge, who.first) - 1
    joined = scene.text(opening.at)[:1] == "و" and scene.text(opening.at - 1) in COMMAS
    return (opening if again else replace(opening, actor=who)) if first and joined else None


# What a body does when it meets, and nobody says of himself while he speaks for it.
_POSITIONS = frozenset("نوّه أثنى أشاد ثمّن رحّب أدان استنكر ندّد بارك هنّأ أعرب عبّر جدّد دعا طالب قرّر أقرّ وافق".split())


def _beyond(scene: Scene, i: int, clause: bool) -> bool:
    """`، بينما …`, `، وأن …`, `، إلا أن …`: the outer speaker goes on; with `وأن` so does an inner `clause`."""
    if clause and scene.text(i)[:3] == "وان":
        return False
    return scene.text(i) in _BEYOND or (scene.text(i) in TURNS and scene.text(i + 1).startswith("ان"))


def _and_that(scene: Scene, i: int) -> bool:
    """`قال إن النادي طلب مليونين وأنهم رأوا`: behind what was asked the outer speaker goes on; but `وأن يعوضوا`."""
    then = verb(scene.text(i + 1)) if scene.text(i) == "وان" else None
    return scene.text(i)[:3] == "وان" and is_that(scene, i) and (then is None or then.tense != "imperfect")


def _nested(scene: Scene, opening: Opening, frame: Frame, later: list[Opening], reach: int, outer: int) -> Frame | None:
    """A speech act inside a content, by somebody whom the content names."""
    if opening.source is None and opening.way == "noun" and opening.row["statement"] == "speech":
        speaker = doer(scene, scene.index(frame.content[0][0]), opening.at)
        opening = replace(opening, source=speaker)
    acted = actor_within(scene, frame.opening, opening)
    if acted and opening.row["stance"] == "reveals" and not strong(scene, opening.begins or 0):
        return None  # `إن القوات دخلت القرية وكشفت عن مخبأ`
    opening = replace(opening, actor=acted) if acted else opening
    same = opening.way == "noun" and opening.source == frame.opening.source and frame.opening.begins is not None
    if same and scene.index(frame.opening.begins or 0) == opening.at:
        return None  # `طالب النقيب بإعلان الطوارئ`: he announces nothing
    untold = opening.source is None and acted is None and opening.row["lemma"] != "ما تردد"
    if untold or opening.row["statement"] == "mind" or opening.begins is None:
        return None
    first = scene.index(opening.begins)
    reach = reach if first in scene.quotations else min(reach, scene.sentence_end(opening.at))  # in a long answer
    end = min(reach, extent(scene, opening, later, reach))
    clause = is_that(scene, first - 1)
    aside = (i for i in range(first, end) if scene.text(i) in COMMAS and _beyond(scene, i + 1, clause))
    end = next(aside, end) if first not in scene.quotations else end
    if not clause and opening.row["stance"] in ACTS and is_that(scene, scene.index(frame.content[0][0]) - 1):
        end = next((i for i in range(first + 1, end) if _and_that(scene, i)), end)
    content = spans(scene, opening.begins, end)
    return Frame(opening=opening, content=content, outer=outer, before=opening.before) if content else None
