"""`إن الإصابة بسيطة، على حد وصفه، ولن تبعد اللاعب`: a content goes on behind the words for how somebody put it."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, next_comma

__all__ = ["parted"]

_LONGEST = 5  # tokens of such an aside


def parted(scene: Scene, parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The spans of a content, each in two where such an aside stands between commas inside it."""
    found: list[tuple[int, int]] = []
    for start, end in parts:
        first, last = scene.index(start), scene.index(end - 1) + 1
        for k in range(first + 2, last - 2):
            if scene.text(k) != "علي" or scene.text(k + 1) != "حد" or scene.text(k - 1) not in COMMAS:
                continue
            close = next_comma(scene, k, min(k + _LONGEST, last))
            if scene.text(close) in COMMAS and close + 1 < last:
                found.append((start, scene.tokens[k - 2].end))
                start = scene.tokens[close + 1].start
        found.append((start, end))
    return tuple(found)
