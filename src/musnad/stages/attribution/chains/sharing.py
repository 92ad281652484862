"""Who joins in what another has said or opposes it, and goes on himself: `ويشاركه الرأي سامي الراوي …، وقال`, `ويخالفه
سامي الراوي الرأي قائلا`."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["sharer"]

_SHARES = re.compile(r"[وف]?[يت]?(?:شارك|وافق|ؤيد|ايد|خالف|عارض)ت?(?:ه|ها|هم|نا)")
_IN_THIS = frozenset("الراي ذلك هذا".split())


def sharer(scene: Scene, lo: int, at: int) -> Place | None:
    """The one nearest before a verb at token `at` of whom the sentence from `lo` on tells so; None for nobody."""
    verb = next((i for i in range(at - 1, lo - 1, -1) if _SHARES.fullmatch(scene.text(i))), None)
    if verb is None:
        return None
    view = verb + 1 + (scene.text(verb + 1) == "في")
    if scene.text(view) != "الراي":
        return _before_view(scene, verb + 1, at)
    k = view + 1
    if not starts_phrase(scene, k):  # `وشاركنا الرأي العقاري سامي الراوي`
        named = next((j for j in range(k + 1, min(k + 3, at)) if j in scene.mentions), None)
        return Place(k, scene.mentions[named][0].last) if named is not None else None
    end = noun_phrase(scene, k, at)
    return Place(k, to_name(scene, k, end, at)) if end > k else None


def _before_view(scene: Scene, k: int, at: int) -> Place | None:
    """`يخالفه [سامي الراوي] الرأي قائلا`, `وأيده [سامي الراوي] في ذلك، مضيفا`, `وعارضها [الوزير سامي الراوي] مؤكدا`:
    one person by name, and nothing more up to the verb."""
    if not starts_phrase(scene, k):
        return None
    end = noun_phrase(scene, k, at, frozenset({"obj"}))
    end = end - (end > k + 1 and scene.text(end - 1) == "الراي")
    past = end + (scene.text(end) == "في")
    past += scene.text(past) in _IN_THIS
    past += scene.text(past) in COMMAS
    return Place(k, end) if end > k and past == at and scene.names_in(Place(k, end), "PER") else None
