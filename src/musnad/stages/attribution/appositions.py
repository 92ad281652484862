"""What stands beside a name as another name of the same one: behind a comma, or right behind a closed phrase."""

from __future__ import annotations

from musnad.stages.attribution.deeds import deed
from musnad.stages.attribution.scene import OPENING, Scene
from musnad.stages.attribution.words import is_that, next_comma

__all__ = ["apposed", "body_apposed"]


def body_apposed(scene: Scene, first: int, stop: int) -> bool:
    """`أعلنت كتائب الصخر، الجناح العسكري للحركة، قصف الموقع`: what a body is, up to a comma and its deed or its أن."""
    comma = next_comma(scene, first, stop)
    if scene.text(first) in OPENING and scene.is_name(first) and scene.text(first - 2).startswith("ال"):
        closes = scene.quotations[first][0].last == comma
        return closes and is_that(scene, comma + 1)  # `قال البنك المعني، «بنك السهول»، إنه`
    if not scene.text(first).startswith("ال") or any(scene.in_time(k) for k in range(first, comma)):
        return False  # `، اليوم الثلاثاء، أن`
    named = scene.in_name(first - 2) or scene.text(first - 2) in '»”"'
    return named and 1 < comma - first < 8 and (deed(scene.text(comma + 1)) is not None or is_that(scene, comma + 1))


def apposed(scene: Scene, i: int) -> bool:
    """A name may follow a closed phrase directly: `وزير النقل الأردني سامي …`, `وكالدورا`."""
    mention, (start, end, *_) = scene.mentions[i][1], scene.tokens[i]
    starts_here = mention.span.start == scene.doc.span(start, end).start
    return (mention.type in ("PER", "ORG", "OUTLET") and starts_here) or scene.text(i).startswith("و")
