"""Quotation marks that hold the name of a work or a body and nothing said: `رواية «…»`, `صاحب «…»، أن`."""

from __future__ import annotations

from musnad.rules import lexicon
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, unnamed_there, without_and

__all__ = ["named", "work"]

_LONG = 9  # words in a quotation behind `المهرجان` that is said, and not the name of it
_WORKS = lexicon("attribution/works")


def named(scene: Scene, k: int) -> bool:
    """Whether the quotation at token k is a name and not said: `رواية «…»`, `صاحب «…»، أن`, `«…» أن`."""
    after = scene.quotations[k][0].last
    word = without_and(scene.text(k - 1))
    if work(word) and not unnamed_there(scene, k) and (not word.startswith("ال") or after - k < _LONG):
        return True
    while scene.text(after) == "و" and after + 1 in scene.quotations:
        after = scene.quotations[after + 1][0].last
    behind = after + (scene.text(after) in COMMAS)
    return (is_that(scene, behind) and scene.text(behind)[0] != "و") or (
        after < behind and scene.text(behind) in OPENING
    )


def work(word: str) -> bool:
    """`رواية`, `روايته`, `بعنوان`: a noun behind which a name stands in quotation marks."""
    forms = {word, word.removeprefix("ب"), word.removeprefix("ال")}
    forms |= {form.removesuffix(end) for form in forms for end in ("ها", "ه", "هم")}
    forms |= {form[:-1] + "ه" for form in forms if form.endswith("ت")}
    return any(_WORKS.get(form) is not None for form in forms)
