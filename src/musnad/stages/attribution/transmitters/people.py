"""People by name: those whom no table knows, short forms of names given before, and words of honour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.appositions import apart
from musnad.stages.attribution.nouns.heads import HONOURS
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.unheard_of import unheard_of
from musnad.stages.attribution.page.words import SELF, next_comma, role, unlisted, with_ba
from musnad.stages.attribution.transmitters.anaphora import before
from musnad.stages.attribution.transmitters.told_as import told_as
from musnad.text import fold
from musnad.verbs import verb

__all__ = ["by_surname", "honoured", "may_name", "named_before", "of_family", "short", "unknown_name"]

Chain = tuple[Link, ...]
_GROUPS = frozenset("public experts anonymous".split())


def unknown_name(scene: Scene, source: Place, fresh: Link, *, sure: bool) -> Link:
    """`بيتر كوفاك المتحدث باسم شرطة برلين`, `سلطان الحربي`: words that are a name, though no table has it.

    A body, a place or an outlet that only stands behind a role is no link then. A name that the page has told with a
    body's head noun (`شركة نوفارا`) is that body's. `sure`: the words stand between a verb of saying and its content.
    """
    if source.first in scene.heads and fresh.entity is None and fresh.kind in ("person", *_GROUPS):
        return _behind_title(scene, source, fresh)
    if source.first in scene.mentions or source.first in scene.heads:
        return fresh
    if _of_that_family(scene, source, fresh):
        return replace(fresh, kind="person", entity=_said(scene, source))
    if apart(scene, source.first, len(scene.tokens)) == source.last and not fresh.entity:
        comma = next_comma(scene, source.first, source.last)
        return replace(fresh, kind="person", entity=_said(scene, Place(source.first, comma)))
    stop = min(source.first + 5, source.last)
    at = next((i for i in range(source.first + 1, stop) if _role_at(scene, i)), None)
    if fresh.kind in _GROUPS and at is None:
        return fresh
    if at is None:
        return _plain_name(scene, source, fresh, sure)
    words = [scene.text(i) for i in range(source.first, at)]
    plain = all(word.isalpha() and not role(word) and not word.startswith("ال") for word in words[:1])
    if len(words) < 2 or not plain or (fresh.kind == "person" and fresh.entity):
        return fresh
    if scene.text(at - 1) in {"وهو", "وهي"} and at - source.first > 2:
        at -= 1  # `هوانغ ياشينغ، وهو خبير`
    whole = at == source.last - 1 and scene.text(at).startswith("ال")  # `عبد العزيز الشيخ`
    last = source.last if whole else at - 1 if scene.text(at - 1) in {"،", ",", "-"} else at
    name = _said(scene, Place(source.first, last))
    behind_lam = name[:1] == "ل" and scene.text(source.first - 1) in {"وفقا", "طبقا", "تبعا", "ووفقا", "وطبقا"}
    return replace(fresh, kind="person", entity=name[1:] if behind_lam else name)


def _of_that_family(scene: Scene, source: Place, fresh: Link) -> bool:
    """`مرشد الشمري` behind `سلطان الشمري`: another of that name, though no table has what he is called by."""
    i = source.first
    where, mention = scene.mentions.get(i + 1, (None, None))
    if where != Place(i + 1, source.last) or source.last != i + 2 or mention is None or mention.type != "PER":
        return False
    given_name, _, family = (fresh.entity or "").partition(" ")
    another = bool(family) and fold(given_name) != scene.text(i)
    word = scene.text(i)
    called = word.isalpha() and not (role(word) or word.startswith("ال") or word.endswith(("ه", "ها", "هم", "ا")))
    return another and called and i not in scene.anaphors and deed(word) is None and verb(word) is None


def _behind_title(scene: Scene, source: Place, fresh: Link) -> Link:
    """`وكيل أعماله رودريغو ماتا`, `خبيرة اجتماعية نوازن خالد`: two or three words that no table of words has, last or
    before a relative clause."""
    stop = next((i for i in range(source.first + 1, source.last) if role(scene.text(i)) == "relative"), source.last)
    stop -= scene.text(stop - 1) in {"،", ","}
    first = stop
    while first > source.first + 1 and stop - first < 3 and unheard_of(scene, first - 1):
        first -= 1
    one = any(hit.row["number"] == "one" for hit in scene.heads.get(source.first, ()))
    if stop - first == 1 and one and _lone(scene, first):
        return replace(fresh, kind="person", entity=_said(scene, Place(first, stop)))
    plain = any(not scene.text(i).endswith(("ي", "يه")) for i in range(first, stop))
    if stop - first < 2 or not one or not plain or scene.text(first - 1) in {*OPENING, "في", "من"}:
        return fresh
    return replace(fresh, kind="person", entity=_said(scene, Place(first, stop)))


def _lone(scene: Scene, i: int) -> bool:
    """`المدافع كوستوف`: whether a word behind a definite title can only be the one name that somebody is known by."""
    word = scene.text(i)
    hung = word[0] in "ولبف" or word.endswith(("ه", "ا", "ات", "ين", "ون", "هم", "ي"))
    return scene.text(i - 1).startswith("ال") and len(word) > 4 and not hung


def _role_at(scene: Scene, i: int) -> bool:
    ones = (hit.row for hit in scene.heads.get(i, ()) if hit.row["number"] == "one")
    return any(row["class"] in ("person", "experts") for row in ones)


def _said(scene: Scene, place: Place) -> str:
    return scene.doc.text(scene.doc.span(*scene.chars(place)))


def _plain_name(scene: Scene, source: Place, fresh: Link, sure: bool) -> Link:
    """One to four plain words without head or title."""
    quoted = scene.text(source.first) in OPENING
    place = Place(source.first + 1, source.last - 1) if quoted else Place(source.first, _parted(scene, source))
    if fresh.kind != "person" or fresh.entity or not 0 < place.last - place.first <= 4:
        return fresh
    if not all(_may_name(scene, i) for i in range(*place)):
        return fresh
    if (body := told_as(scene, place)) is not None:
        return replace(fresh, kind=body[0], entity=body[1])
    first = scene.text(place.first)
    common = first.startswith("ال") or first.endswith(("نا", "ات", "ون")) or with_ba(scene, place.first)
    abroad = sure and _from_abroad(scene, place)
    foreign = all(unheard_of(scene, i) for i in range(*place))  # `سرفان بكتاني`
    strange = unlisted(scene, place.first) or (sure and foreign)
    single = place.last == place.first + 1 and not (abroad or (strange and _again(scene, place.first)))
    named = sure or foreign or unlisted(scene, place.first)
    return fresh if not named or single or common else replace(fresh, entity=_said(scene, place))


def _from_abroad(scene: Scene, place: Place) -> bool:
    """`وأشار كرندلاس إلى أن`: one word of no list and of no shape of a noun, which is all that somebody is called."""
    word = scene.text(place.first)
    shaped = word[0] in "ملب" or word.endswith(("ه", "ي", "ا", "ات", "ين", "ون", "هم"))
    return len(word) > 4 and not shaped and unheard_of(scene, place.first)


def _again(scene: Scene, i: int) -> bool:
    """Whether the word at token i stands elsewhere on the page, too."""
    return any(scene.text(k) == scene.text(i) for k in range(len(scene.tokens)) if k != i)


def _may_name(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    found = verb(word)
    acts = found is not None and not found.alike and bool(found.row)
    common = bool(scene.heads.get(i)) or deed(word) is not None or acts or i in scene.anaphors
    return word.isalpha() and not role(word) and not common and not scene.written(i).endswith(("اً", "ًا"))


def may_name(scene: Scene, source: Place) -> bool:
    """Whether words without a head may be somebody's name: few, plain, not two nouns in ة.

    What a relative clause, quotation marks or a comma part from them is told of who has it.
    """
    words = [i for i in range(source.first, _parted(scene, source)) if scene.text(i)[:1].isalpha()]
    nouns = sum(scene.written(i).endswith("ة") for i in words)
    own = any(scene.text(i).endswith(("هم", "هما", "نا")) for i in words)  # أنفسهم
    return 0 < len(words) <= 5 and nouns < 2 and not own and all(_may_name(scene, i) for i in words)


def _parted(scene: Scene, source: Place) -> int:
    """Where `نفسه`, or behind two words a relative clause, quotation marks or a comma end what may be a name."""
    if scene.text(source.last - 1) in SELF:
        return source.last - 1
    behind = range(source.first + 2, source.last)
    parted = (i for i in behind if role(scene.text(i)) == "relative" or scene.text(i) in {*OPENING, "،", ","})
    return next(parted, source.last)


def named_before(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link:
    """`العيد` behind `نادر العيد`, `المهندس قدح` behind `نادر قدح`: who was told of by a name with these words."""
    words = _name_words(scene, source)
    if not 0 < len(words) <= 2:
        return fresh
    for one in (one for chain in chains for one in chain):
        if one.kind != "person" or (one.entity and ";" in one.entity) or one.span == fresh.span:
            continue
        theirs, named = _words_of(scene, one), fold(one.entity or "").split()
        if (
            words in (theirs[-len(words) :], named[-len(words) :])
            or (one.entity and theirs[:1] == words)
            or _continues(scene, one, words)
        ):
            return replace(fresh, entity=one.entity) if one.entity else one
    earlier = list(before(scene, source.first, "PER")) if len(words) == 1 else []
    whole = [(place, mention) for place, mention in earlier if place.last - place.first > 1]
    for at in (-1, 0):  # `سامر التركي`, `جيلسون أروجو`, who have not spoken yet
        so = {mention.entity for place, mention in whole if scene.text(range(*place)[at]) == words[0]}
        if so and (at or len(so) == 1):
            return replace(fresh, entity=next(m.entity for p, m in whole if scene.text(range(*p)[at]) == words[0]))
    return fresh


def short(name: str | None) -> bool:
    """Whether a name of the page's own is one word, or a father's: `إسماعيل`, `بن عمر`."""
    parts = (name or "").split()
    return bool(parts) and not (name or "").isascii() and len(parts) <= 1 + (parts[0] in {"بن", "ابن", "آل", "بو"})


def by_surname(scene: Scene, source: Place, fresh: Link) -> Link:
    """`القطب`, `الشيخ` behind `سعيد الشيخ`: a noun that the page has told of last as somebody's family name."""
    i = source.first
    known = (fresh.kind == "person" and fresh.entity) or ((fresh.entity or "").isascii() and fresh.entity)
    if source.last != i + 1 or known or not scene.text(i).startswith("ال"):
        return fresh
    word = scene.text(i)
    for place, mention in before(scene, i, "PER"):
        if scene.text(place.first - 1) == word:
            return fresh  # `الشيخ صالح`
        if place.last - place.first > 1 and scene.text(place.last - 1) == word:
            return replace(fresh, kind="person", entity=mention.entity)
    return fresh


def of_family(chains: Iterable[Chain], fresh: Link) -> Link:
    """`آل زاهر` behind `عادل آل زاهر`: the person so called who was told of, and no family."""
    if fresh.kind == "person" or not (fresh.entity or "").startswith("آل "):
        return fresh
    for one in (one for chain in chains for one in chain if one.kind == "person" and one.entity):
        if (one.entity or "").endswith(f" {fresh.entity}"):
            return replace(fresh, kind="person", entity=one.entity)
    return fresh


def _name_words(scene: Scene, source: Place) -> list[str]:
    """The words of a phrase behind its titles; none where another word stands there."""
    first = source.first
    while first < source.last - 1 and (_role_at(scene, first) or scene.text(first) in {*OPENING, *HONOURS}):
        first += 1
    last = source.last - (scene.text(source.last - 1) in '»”"')
    lone = last == first + 1 and first in scene.mentions and scene.mentions[first][0] == Place(first, last)
    if not lone and (
        first in scene.heads or any(i in scene.mentions or not _may_name(scene, i) for i in range(first, last))
    ):
        return []
    return [scene.text(i) for i in range(first, last)]


def _continues(scene: Scene, one: Link, words: list[str]) -> bool:
    """Whether the words stand right behind the given name of a link's phrase (`الدكتور أشرف العربي وزير …`)."""
    place = scene.place(one.span)
    after = (where.last for where, mention in scene.names_in(place, "PER"))
    return any([scene.text(i + k) for k in range(len(words))] == words for i in after)


def _words_of(scene: Scene, one: Link) -> list[str]:
    """The words of a link's name where the page's script has it, else of its phrase."""
    if one.entity and not one.entity.isascii():
        return fold(one.entity).split()
    return [scene.text(i) for i in range(*scene.place(one.span))]


def honoured(scene: Scene, chains: Iterable[Chain], source: Place, fresh: Link) -> Link:
    """`سموه`, `معاليه`: the person told of last whom it becomes, else the one so named last, else whoever was."""
    called = " ".join(scene.text(i) for i in range(*source))
    titles = _HONOURED.get(called)
    if titles is None:
        return fresh
    told = [one for chain in chains for one in reversed(chain) if one.kind == "person"]
    words = [{scene.text(i) for i in range(*scene.place(one.span))} for one in told]
    own = [one for one, said in zip(told, words, strict=True) if called.removesuffix("ه") in said]  # `معالي الوزير`
    prince = titles is _PRINCES
    titled = (o for o, said in zip(told, words, strict=True) if said & titles and (prince or "الامير" not in said))
    for one in (*own, *titled):
        return replace(fresh, entity=one.entity) if one.entity else one
    if told and told[0].entity and scene.place(told[0].span).first >= scene.sentence_start(source.first):
        return replace(fresh, entity=told[0].entity)  # `رفع الراوي شكره، وبيّن معاليه`
    named = list(before(scene, source.first, "PER"))
    for place, mention in named:
        if any(scene.text(i) in titles for i in range(place.first - 5, place.last + 2)):
            return replace(fresh, entity=mention.entity)
    if told:
        return replace(fresh, entity=told[0].entity) if told[0].entity else told[0]
    return replace(fresh, entity=named[0][1].entity) if named else fresh


_PRINCES = frozenset("الامير الاميره امير اميره سمو الملكي".split())
_MINISTERS = frozenset("معالي الوزير الوزيره وزير وزيره محافظ المحافظ مدير الامين امين رئيس".split())
_SHEIKHS = frozenset("الشيخ فضيله سماحه المفتي مفتي امام".split())
_HONOURED = {
    **dict.fromkeys(("سموه", "سموها"), _PRINCES),
    **dict.fromkeys(("معاليه", "معاليها", "دولته"), _MINISTERS),
    **dict.fromkeys(("سعادته", "سعادتها", "سيادته", "سيادتها"), _MINISTERS | {"السفير", "سفير", "سعاده", "القنصل"}),
    **dict.fromkeys(("فضيلته", "سماحته"), _SHEIKHS),
    **dict.fromkeys(("جلالته", "الملك المفدي", "العاهل المفدي"), frozenset("الملك ملك جلاله".split())),
    "فخامته": frozenset("الرئيس رئيس فخامه".split()),
}
