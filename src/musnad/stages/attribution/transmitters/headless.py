"""What a phrase without a head noun names: a bare name, a name behind an adjective, people by what they do."""

from __future__ import annotations

import re

from musnad.doc import Mention
from musnad.stages.attribution.nouns.heads import MINISTRIES, THESE, past_share, rules, without_clause
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import everyday, personal, role
from musnad.stages.attribution.transmitters.persons import behind_preposition, own_people
from musnad.stages.attribution.transmitters.unlisted import called_whole, own_name, said, with_surname

__all__ = ["headless"]

_NEWS = frozenset("الاخباريه الاخباري الاعلاميه الاعلامي الصحافيه الصحفيه".split())


def headless(scene: Scene, place: Place, mention: Mention | None) -> tuple[str, str | None]:
    """A phrase without a head noun: a bare name, or a name behind an adjective or an article."""
    if scene.text(place.last - 1) in _NEWS and scene.text(place.last - 2) in CLOSING:
        return "outlet", own_name(scene, place)  # `خدمة «مدار» الإخبارية`
    if mention is None:
        own = without_clause(scene, place)
        people = own_people(scene, own, "PER", "ORG", "OUTLET", "GPE")
        mention = people[0][1] if people else None
        if mention is not None and mention.type == "GPE" and rules(scene, place.first + 1, people[0][0].first):
            return "person", None  # `فيليب ملك إسبانيا`
        if mention is not None and mention.type == "GPE" and behind_preposition(scene, place, people[0][0]):
            return ("person" if scene.text(place.first).startswith("ال") else "public"), None  # `أم لطفلين في بلدة X`
        writer = mention is not None and mention.type == "OUTLET" and _writes_for(scene, place, people[0][0])
        if writer:
            return "person", said(scene, Place(place.first, _preposition(scene, place)))  # `ليو بارتون في صحيفة «X»`
    paper = place.first in scene.quotations and bool(scene.nations.get(scene.quotations[place.first][0].last))
    if (mention is None or (mention.entity and not mention.entity.isascii() and mention.type == "ORG")) and paper:
        return "outlet", own_name(scene, place)  # `"لو كانال" الفرنسية`: so are newspapers called
    if mention is None:
        if (whole := called_whole(scene, place)) is not None:
            return "person", whole
        if scene.text(place.first) in OPENING:
            return ("person" if personal(scene.text(place.first + 1)) else "organization"), own_name(scene, place)
        these = scene.text(place.first) in THESE and place.first + 1 < place.last
        at = place.first + these
        word = scene.text(at)
        many = past_share(scene, at) > at or (word.endswith("ون") and bool(scene.nations.get(at)))
        many = many or (word.endswith("يون") and not word.startswith("ال") and len(word) > 5)  # `نقابيون`
        many = many or any(_DOERS.fullmatch(scene.text(i)) for i in range(at, min(at + 2, place.last)))
        if word == "من":
            return "anonymous", None  # `ثمة من يقول`
        if word in MINISTRIES and place.last == at + 1:
            return "official_body", own_name(scene, place)  # `الصحة` for its ministry
        spoken = scene.text(place.last) == ":" and place.last + 1 in scene.quotations  # `وقالت السباحة: «…»`
        if not (many or spoken) and _THINGS.fullmatch(word) and scene.written(at)[-1:] in "ةت":
            return "document", None  # `الخطة التنفيذية`, `الاختبارات`: what shows
        return "public" if many else "person", None  # `الفلسطينيون`, `الأبناء المشاركون`, `34% من المعترضين`
    mentions = scene.names_in(place, mention.type)
    joined = any(scene.text(where.first).startswith("و") for where, _ in mentions[1:])
    whole = with_surname(scene, place, mentions[0][0]) if mention.type == "PER" and len(mentions) == 1 else None
    entity = "; ".join(dict.fromkeys(m.entity for _, m in mentions)) if joined else whole or mention.entity
    by_type = {"PER": "person", "GPE": "state", "OUTLET": "outlet", "ORG": "organization", "LOC": "organization"}
    return mention.kind or by_type[mention.type], entity


def _preposition(scene: Scene, place: Place) -> int:
    return next((i for i in range(place.first + 1, place.last) if scene.text(i) in {"في", "من", "لدي"}), place.last)


def _writes_for(scene: Scene, place: Place, outlet: Place) -> bool:
    """Whether up to three words of no other kind stand before `في صحيفة X`: who writes there."""
    end = _preposition(scene, place)
    words = [scene.text(i) for i in range(place.first, end)]
    plain = all(word.isalpha() and not role(word) and not word.startswith("ال") for word in words)
    return end < outlet.first and len(words) < 4 and plain and not any(map(everyday, words))


_DOERS = re.compile(r"(?:ال)?م(?![اي])\w{2,}ون")
_THINGS = re.compile(r"ال(?!م|ثاني|ثالث|رابع|اول|اخ[ير])\w{2,}(?:ه|ات)")
