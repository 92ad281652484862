"""Whether a place before a colon is who speaks, or only where it happened: `موسكو: لن ننسحب`, `تشاد: الفيضانات …`."""

from __future__ import annotations

from musnad.doc import Mention
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_number, role
from musnad.verbs import verb

__all__ = ["only_where"]


def only_where(scene: Scene, first: int, colon: int) -> bool:
    """Whether what begins at token `first` and ends before the colon tells where, and not who."""
    title = scene.is_title(scene.sentence_start(colon))
    if title and (_topic(scene, first, colon) or (scene.is_name(first) and scene.text(first + 1) in _EVENTS)):
        return True  # `«صفقة الأسرى» بين صنعاء وعدن: 3 روايات`
    named = scene.mentions.get(first)
    if named is None or named[1].type != "GPE":
        return False
    called = _country(named[1]) and scene.is_name(colon + 1)  # `تونس: «النهضة» تتحدث عن تجاوزات`
    speaks = _state(named[1]) and (_claims(scene, colon + 1 + called) or _second(scene, first))
    return (title and not speaks) or _dateline(scene, first, colon)


def _claims(scene: Scene, k: int) -> bool:
    """Words with which a state that speaks begins: a negation, a verb, a demand."""
    text = scene.text(k)
    return (
        role(text) in ("negation", "modal")
        or text[:1] in "نس"
        or not (text.startswith("ال") or k in scene.mentions or is_number(text) or _happened(text))
    )


def _second(scene: Scene, first: int) -> bool:
    """`طهران: لن نقبل.. وواشنطن: الكرة في ملعبهم`: whom a headline joins to another state that speaks."""
    lo = scene.sentence_start(first)
    colons = (
        k for k in range(lo + 1, first) if scene.text(k) == ":" and k - 1 in scene.mentions and _claims(scene, k + 1)
    )
    return scene.text(first)[:1] == "و" and any(scene.mentions[k - 1][1].type == "GPE" for k in colons)


def _state(mention: Mention) -> bool:
    """Whether a place is a state, or the capital that speaks for one."""
    return _country(mention) or mention.rule.startswith("names/capitals")


def _country(mention: Mention) -> bool:
    return mention.rule.startswith("names/states")


def _dateline(scene: Scene, first: int, i: int) -> bool:
    """`جدة: أعلنت الشركة`: behind the place the report itself begins."""
    begins = verb(scene.text(i + 1))
    done = begins is not None and begins.tense == "perfect" and not begins.alike
    told = (hit.row["class"] == "perfect" for hit in scene.forms.get(i + 1, ()))
    return scene.text(first - 1) in {"-", "/", "–"} or done or any(told)


def _topic(scene: Scene, first: int, i: int) -> bool:
    """`تونس: وزير المال يستبعد زيادة`, `مجلس الأمن: المبعوثة تحذر`: where it happens; somebody else speaks there."""
    place = first in scene.mentions and scene.mentions[first][1].type == "GPE"
    if not (place or scene.text(first) in _VENUES):
        return False
    others = (
        ("person", "body", "organization", "state") if place and _country(scene.mentions[first][1]) else ("person",)
    )
    person = any(hit.row["class"] in others for hit in scene.heads.get(i + 1, ()))  # `ليبيا: حكومة «الوحدة» تنفي`
    person = person or (i + 1 in scene.mentions and scene.mentions[i + 1][1].type == "PER")
    after = noun_phrase(scene, i + 1, min(i + 12, len(scene.tokens))) if person else i
    return any(hit.row["class"] == "imperfect" for hit in scene.forms.get(after, ()))


_EVENTS = frozenset("صفقه قمه ازمه حرب معركه اتفاق ملف قضيه هدنه لقاء".split())
_VENUES = frozenset("مجلس البرلمان القمه قمه المحكمه محكمه مؤتمر الكونغرس الكنيست".split())


def _happened(word: str) -> bool:
    """`السودان: هدنة لثلاثة أيام`, `سوريا: قتلى في غارة`: news of a place."""
    told = deed(word)
    return word in _NEWS or (told is not None and told["told"] == "occurred")


_NEWS = frozenset(
    "قتلي قتيل قتيلان جرحي ضحايا مصابون اصابات وفيات هدنه زلزال هزه فيضانات حرائق امطار اشتباكات غارات".split()
)
