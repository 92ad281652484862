"""What is decided or agreed on and still to be done: `قررت إلغاء الرحلات اعتبارا من`, `اتفقا على دمج الفرق`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Scene

__all__ = ["decided"]


def decided(scene: Scene, i: int, last: int) -> bool:
    """Whether the verb at i, of a clause that ends at `last`, decides or agrees on what is to be done."""
    return _SETTLES.fullmatch(scene.text(i)) is not None and (_a_deed(scene, i + 1) or _agreed_on(scene, i, last))


_SETTLES = re.compile(r"و?(?:قرر|اتفق)(?:ت|ا|تا|وا|نا)?")


def _a_deed(scene: Scene, i: int) -> bool:
    """What is decided on is still to be done, or takes effect from a day on: `قررت إلغاء الرحلات اعتبارا من`."""
    i += scene.text(i) == "علي"
    row, from_then = deed_at(scene, i), any(scene.text(k) in _FROM for k in range(i + 1, i + 7))
    return row is not None and (from_then or row["announced"] in ("planned", "ongoing"))


_FROM = frozenset("اعتبارا ابتداء بدءا".split())


def _agreed_on(scene: Scene, i: int, last: int) -> bool:
    """`اتفقا أمس على تأجيل …`, `اتفق مع الكتل، في لقاء مغلق، على تمرير القانون`"""
    if scene.text(i).removeprefix("و")[:4] != "اتفق":
        return False
    on = next((k for k in range(i + 1, min(i + 15, last)) if scene.text(k) == "علي"), None)
    return on is not None and deed_at(scene, on + 1) is not None
