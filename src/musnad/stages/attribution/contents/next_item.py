"""Where a page turns to its next item behind a comma: `، إلى ذلك تستمر العروض`, `، وفي سياق متصل، ارتفع السعر`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.text import fold
from musnad.verbs import verb

__all__ = ["next_item"]

_TURNS = tuple(
    tuple(fold(words).split())
    for words in (
        "إلى ذلك|في سياق متصل|في سياق آخر|في سياق منفصل|في سياق مواز|في السياق ذاته|في السياق نفسه|في غضون ذلك|"
        "في الأثناء|في هذه الأثناء|في تطور آخر|في تطور متصل|على صعيد آخر|على صعيد متصل|فضلا عن ذلك|إضافة إلى ذلك|"
        "بالإضافة إلى ذلك|في موضوع آخر|في شأن آخر|في الشأن ذاته"
    ).split("|")
)
_FIRST = {words[0] for words in _TURNS}


def next_item(scene: Scene, i: int) -> bool:
    """Whether such words begin at token i, with a verb of their own behind them and no أن: or `هذا وقد حضر`."""
    if scene.text(i) == "هذا" and (ahead := scene.text(i + 1))[:1] == "و":
        found = verb(ahead[1:])
        return ahead == "وقد" or (found is not None and not found.alike)
    first = scene.text(i).removeprefix("و")
    for words in _TURNS if first in _FIRST else ():
        if first == words[0] and all(scene.text(i + n) == word for n, word in enumerate(words[1:], 1)):
            k = i + len(words)
            k += scene.text(k) in COMMAS
            if words[-1] == "ذلك" and len(words) > 2 and k == i + len(words):
                return False  # `، إضافة إلى ذلك سيطر على الجسر`: said further
            told = verb(scene.text(k)) is not None and not scene.text(k).startswith("ال") and not scene.heads.get(k)
            return told and not is_that(scene, k)
    return False
