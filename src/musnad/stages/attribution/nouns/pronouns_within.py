"""Inside a noun phrase a preposition with its pronoun: `المقربة منها`, `موظف فيها`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import Scene

__all__ = ["WITHIN", "its_own", "sides_with"]


def its_own(scene: Scene, first: int, i: int) -> bool:
    """`المقربة منها`, `موظف فيها`: a preposition with its pronoun behind a nearness, or behind somebody in a body."""
    text = scene.text(i)
    if text not in _OWN:
        return False
    before = scene.text(i - 1)
    if text in {"منه", "منها", "منهم"}:
        if before == "والوقايه":
            return True  # `مراكز مكافحة الأوبئة والوقاية منها`
        return before.startswith(("المقرب", "مقرب", "القريب", "قريب", "المنشق"))
    if text == "وفي":
        return _of_two_places(scene, first, i)
    if text in {"له", "لها", "لهم", "لهما"} and i > first + 1:
        return sides_with(before)  # `الفصائل الموالية لها`
    if text in {"به", "بها", "بهم"}:
        return before.startswith(("المعترف", "معترف", "الموثوق", "موثوق"))  # `الحكومة المعترف بها دوليا`
    if text in {"عليه", "عليها", "عليهم"}:
        return before.removeprefix("ال") in {"مجني", "مدعي", "محكوم", "معتدي", "متفق"}  # `أرملة المجني عليه`
    if text in {"دوليا", "رسميا", "محليا"}:
        return scene.text(i - 2).startswith(("المعترف", "معترف"))
    if text not in WITHIN:
        return False
    named = scene.text(i + 1) in {"،", ","} and i + 2 in scene.mentions  # `رئيسة قسم البحوث فيه، جمانة الراوي،`
    people = (hit.row for hit in scene.heads.get(first, ()) if i == first + 1 or named)
    within = any(row["class"] in ("unnamed", "person") and row["number"] == "one" for row in people)
    name = i + 1 in scene.mentions and scene.mentions[i + 1][1].type == "PER"  # `القيادي فيه سالم الراوي`
    return within and (name or not scene.text(first).startswith("ال"))


WITHIN = frozenset("فيه فيها لديها لديه".split())
_OWN = WITHIN | frozenset("منه منها منهم وفي له لها لهم لهما به بها بهم عليه عليها عليهم دوليا رسميا محليا".split())


def _of_two_places(scene: Scene, first: int, i: int) -> bool:
    """`مصادر طبية وفي الدفاع المدني`: where others of the sources sit."""
    sources = any(hit.row["class"] == "unnamed" and hit.row["number"] == "many" for hit in scene.heads.get(first, ()))
    ahead = i + 1 in scene.mentions or bool(scene.heads.get(i + 1)) or scene.text(i + 1).startswith("ال")
    return sources and i == first + 2 and ahead and i + 1 not in scene.media and not scene.in_time(i + 1)


def sides_with(word: str) -> bool:
    """`الإعلام المتحيز [لإيران]`, `المعارض [للرئيس]`: an adjective that what hangs on ل completes."""
    return _SIDING.fullmatch(word) is not None


_SIDING = re.compile(
    "(?:ال)?(?:موالي|متحيز|منحاز|معارض|مناهض|مويد|مؤيد|معادي|مناصر|داعم|تابع|منتمي|خاضع|متعاطف|مخالف|مقابل|مجاور|موال|معاد)"
    "(?:ه|ين|ون|ات)?"
)
