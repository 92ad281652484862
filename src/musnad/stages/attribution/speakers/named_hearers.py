"""Those of whoever speaks, who are spoken to, and their names: `لزواره`, `لنظيره المصري سامح شكري`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.hearers import audience
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import role
from musnad.stages.attribution.transmitters.outlets import lam_phrase

__all__ = ["audience_at", "named_hearer", "own_hearer", "past_named"]


def own_hearer(scene: Scene, k: int) -> bool:
    """`لزواره`, `لجيرانها`, `لمرافقيه`: people of whoever speaks, behind a ل written on them."""
    if scene.text(k)[:1] != "ل" or not scene.text(k).endswith(("ه", "ها", "هم")):
        return False
    start, end = scene.tokens[k][:2]
    hits = (hit for hit in scene.heads.get(k, ()) if hit.start == start + 1 and hit.end < end)
    return any(hit.row["kind"] in ("person", "public", "experts") for hit in hits)


def named_hearer(scene: Scene, i: int) -> bool:
    """`أكد لنظيره المصري سامح شكري أن`: the hearer's people or name follow."""
    return bool(scene.nations.get(i)) or (i in scene.mentions and scene.mentions[i][1].type == "PER")


def past_named(scene: Scene, i: int, hi: int) -> int:
    """Past a hearer's people and name, from token i on: `(لنظيره) المصري سامح شكري`."""
    i += i not in scene.mentions and bool(scene.nations.get(i))
    return scene.mentions[i][0].last if i in scene.mentions else max(noun_phrase(scene, i, hi), i)


def audience_at(scene: Scene, k: int, hi: int) -> int:
    """How many words at k tell whom one speaks to: `لمجلس النواب`, `لعدد من الصحافيين`, `لمرافقيه`; 0 for none."""
    if scene.text(k)[:1] != "ل" or role(scene.text(k)) == "hearer" or not audience(scene, k):
        return 0
    if scene.text(k).endswith(("ه", "ها", "هم")) and not scene.written(k).endswith("ة"):
        return 1
    first = k + 1 + (scene.text(k + 1) == "من")
    end = noun_phrase(scene, first, hi, frozenset({"obj"})) if first > k + 1 else lam_phrase(scene, k, hi)
    return max(end - k, 1)
