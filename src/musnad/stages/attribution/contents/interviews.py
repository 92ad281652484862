"""An interview's answers: what stands in a later sentence of one is told by whoever answers."""

from __future__ import annotations

from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.cues.openings import Opening, answers
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["asked", "in_answer", "interviewed", "rest_of_answer"]

_LABEL = 5  # words and the colon that a line of an interview begins with


def interviewed(scene: Scene, opening: Opening, lo: int, hi: int) -> bool:
    """`الراعي: …`: a person, and no capital of which a list tells; whoever the line before asks."""
    if opening.way != "colon" or opening.source is None:
        return False
    named = scene.mentions.get(opening.source.first)
    person = named is not None and named[1].type == "PER"
    return (person or asked(scene, opening, lo)) and answers(scene, lo, hi)


def in_answer(scene: Scene, opening: Opening, lo: int) -> bool:
    """Whether whoever is interviewed tells of it: in a later sentence of an answer, and no `وأضافت` of the page."""
    later = opening.at >= scene.sentence_end(lo)
    return later and not (opening.source is None and opening.row["lemma"] in CONTINUES)


def rest_of_answer(scene: Scene, opening: Opening) -> list[tuple[int, int]]:
    """The further lines of an answer, right below its first one, up to the next question's line."""
    if opening.source is None or not asked(scene, opening, opening.source.first):
        return []
    lines, n = scene.paragraphs, scene.paragraph(opening.at)
    if opening.at >= lines[n].last:
        return []  # a headline among the paragraphs
    further: list[tuple[int, int]] = []
    for before, line in zip(lines[n:], lines[n + 1 :], strict=False):
        if _labelled(scene, line):
            return further
        between = scene.doc.reading.string[scene.tokens[before.last - 1].end : scene.tokens[line.first].start]
        if between.count("\n") != 1:
            return further
        end = line.last - (scene.text(line.last - 1) == ".")
        further.append((scene.tokens[line.first].start, scene.tokens[end - 1].end))
    return []


def asked(scene: Scene, opening: Opening, lo: int) -> bool:
    """`الضفة: لماذا رحلت؟⏎الراوي: …`: whether the line before is another's, by its name and colon, and all of this line
    is an answer."""
    source = opening.source
    if opening.way != "colon" or source is None:
        return False
    here = scene.paragraph(lo)
    above = here - (here >= 0 and scene.paragraphs[here].last > lo)
    if above < 0 or source.last - source.first > 2:
        return False
    before = scene.paragraphs[above]
    return _labelled(scene, before) and scene.text(before.first) != scene.text(lo)


def _labelled(scene: Scene, line: Place) -> bool:
    return any(scene.text(i) == ":" for i in range(line.first + 1, min(line.first + _LABEL, line.last)))
