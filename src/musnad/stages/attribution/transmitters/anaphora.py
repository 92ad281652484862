"""What words point back to: the pair, the person, the body, the document named before on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from musnad.doc import Hit, Link, Mention
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, role
from musnad.stages.attribution.transmitters.unlisted import said

__all__ = [
    "LATTER",
    "PARTIES",
    "STAFF",
    "alike",
    "asked_before",
    "before",
    "feminine",
    "latter",
    "named_body",
    "named_with",
    "pair",
    "points",
    "possessive",
    "quoted_with",
    "relayed",
    "same_in",
    "same_paper",
    "staff",
    "words_of",
]

PARTIES = frozenset("الطرفان الطرفين الجانبان الجانبين البلدان البلدين الدولتان الدولتين".split())
LATTER = frozenset({"الاخير", "الاخيره"})


def before(scene: Scene, at: int, kind: str) -> Iterator[tuple[Place, Mention]]:
    """Mentions of a type before a token, nearest first."""
    for i in range(at - 1, -1, -1):
        if i in scene.mentions and scene.mentions[i][1].type == kind:
            yield scene.mentions[i]


def latter(scene: Scene, at: int, fresh: Link) -> Link:
    """`الأخير`: the person named last; `الأخيرة`: the body, state or outlet named last."""
    if not scene.text(at).endswith("ه"):
        return replace(fresh, kind="person", entity=next((m.entity for _, m in before(scene, at, "PER")), None))
    named = (scene.mentions[i][1] for i in range(at - 1, -1, -1) if i in scene.mentions)
    body = next((m for m in named if m.type in _LATTER), None)
    if body is None:
        return replace(fresh, kind="person", entity=None)
    return replace(fresh, kind=body.kind or _LATTER[body.type], entity=body.entity)


_LATTER = {"ORG": "organization", "GPE": "state", "OUTLET": "outlet"}


def pair(scene: Scene, at: int, kind: str) -> str:
    """The last two whom the page has named before a token, in the page's order; empty where there are not two."""
    last: list[str] = []
    for _, mention in before(scene, at, kind):
        name = mention.acts_for or mention.entity
        if name not in last:
            last.append(name)
        if len(last) == 2:
            break
    else:
        return ""
    first = {name: i for i in sorted(scene.mentions, reverse=True) for name in _names(scene.mentions[i][1])}
    return "; ".join(sorted(last, key=lambda name: first[name]))


def _names(mention: Mention) -> tuple[str, ...]:
    return (mention.entity, mention.acts_for) if mention.acts_for else (mention.entity,)


def named_with(scene: Scene, found: Hit, source: Place, kind: str) -> tuple[Place, Mention] | None:
    """Where the page named something with the same head and all the words of a phrase, nearest first, and what.

    A possessive (`وكيله`) asks only for its head, and only a headline, which stands alone, may be read with one.
    """
    at = scene.index(found.start)
    own = possessive(scene, at)
    here = scene.is_title(scene.sentence_start(source.first))
    if own and not here:
        return None
    told = words_of(scene, source, found)
    later = range(source.last, len(scene.tokens)) if here else ()  # a headline names nobody that the text does not
    for i in (*range(source.first - 1, -1, -1), *later):
        if i in scene.heads and any(_same_noun(hit, found) for hit in scene.heads[i]):
            end = noun_phrase(scene, i, min(i + _LONG, len(scene.tokens)), hung=True)
            place = _with_quoted_name(scene, Place(i, max(end, i + 1)))
            if told <= words_of(scene, place, found):
                named = scene.names_in(place, kind) or _apposed_to(scene, i, kind)
                if named:
                    return place, named[-1][1]
    return None


def named_body(scene: Scene, found: Hit, source: Place, *, medium: bool) -> tuple[Place, Mention] | None:
    """`الوزارة`, `الهيئة`: the body or medium that the page named with the same head; `هيئة البث` is an outlet."""
    named = named_with(scene, found, source, "OUTLET" if medium else "ORG")
    return named or (named_with(scene, found, source, "OUTLET") if found.row["form"].startswith("هيئة") else None)


def _same_noun(one: Hit, other: Hit) -> bool:
    """Whether two head nouns are one, as `المصرف` and `البنك` are."""
    forms = [hit.row["form"] for hit in (one, other)]
    return forms[0] == forms[1] or all(form.startswith(_BANKS) for form in forms)


_BANKS = ("بنك|", "مصرف|")


def _with_quoted_name(scene: Scene, place: Place) -> Place:
    """`المبعوث الدولي "سليم الناجي"`: a name in quotation marks behind the office belongs to the phrase."""
    quoted = scene.quotations.get(place.last)
    return Place(place.first, quoted[0].last) if quoted and place.last + 1 in scene.mentions else place


_LONG = 20  # words of a phrase that names somebody with title and office


def words_of(scene: Scene, place: Place, found: Hit) -> set[str]:
    """The words of a phrase without articles and what ties them on, its head as the lexicon has it.

    A possessive head (`وكيله`) and words that only point back are left out.
    """
    words: set[str] = set()
    covered = 0  # `رئيس الحكومة` is `رئيس الوزراء`
    for i in range(*place):
        same = next((hit for hit in scene.heads.get(i, ()) if _same_noun(hit, found)), None)
        covered = scene.index(same.end - 1) + 1 if same is not None else covered
        if i < covered:
            continue
        word = scene.text(i)
        for lead in ("وال", "بال", "لل", "ال"):
            if word.startswith(lead):
                word = word[len(lead) :]
                break
        if word not in _POINTING and word[:1].isalpha():
            words.add(word)
    return words


_POINTING = frozenset("نفسه نفسها ذاته ذاتها ذات نفس مذكور مذكوره هذا هذه ايضا".split())


def _apposed_to(scene: Scene, i: int, kind: str) -> list[tuple[Place, Mention]]:
    """`سمير الدوري، محافظ X`, `سمير الدوري المحافظ`, `سمير الدوري، وهو محافظ X`, `سمير الدوري «عم الطفل»`: the name
    before the office."""
    if kind != "PER":
        return []
    i -= scene.text(i - 1) in {"وهو", "وهي"}
    last = i - (scene.text(i - 1) in COMMAS or i - 1 in scene.quotations)
    lo = max(last - 7, scene.sentence_start(i) - 1)  # no name of the line above: a byline
    near = (scene.mentions.get(j) for j in range(last - 1, lo, -1))
    return [found for found in near if found and found[0].last == last and found[1].type == kind][:1]


def quoted_with(scene: Scene, found: Hit, source: Place) -> str | None:
    """`شركة «مدارات»`, `معهد (ريفر) للعلوم`: what the same head is called earlier on the page, nearest first.

    A company is told of by its shares, too: `سهم «مدارات»`.
    """
    traded = found.row["form"].split("|")[0] in _TRADED
    for i in range(source.first - 1, -1, -1):
        same = any(_same_noun(hit, found) for hit in scene.heads.get(i, ()))
        same = same or (traded and scene.text(i) in _SHARES)
        if same and scene.is_name(i + 1):
            return scene.doc.text(scene.quotations[i + 1][1].inner)
        if same and scene.text(i + 1) == "(":
            return said(scene, Place(i, noun_phrase(scene, i, min(i + _LONG, len(scene.tokens)), hung=True)))
    return None


_TRADED = ("شركة", "بنك", "مصرف")
_SHARES = frozenset({"سهم", "اسهم", "لسهم", "لاسهم"})


def points(scene: Scene, source: Place, start: int) -> bool:
    """Whether a phrase only points back: a definite head alone, or with `نفسه`, `ذاته`, `ذات`, or a relative clause."""
    text = scene.doc.reading.string
    definite = text[max(0, start - 2) : start] in ("ال", "لل") or text.startswith("ال", start)
    same = any(scene.text(i) in _SAME and scene.text(i - 1) not in {"عن", "علي", "في", "من"} for i in range(*source))
    if same:
        return True
    rest = [scene.text(i) for i in range(scene.index(start) + 1, source.last)]
    if rest[1:] and rest[0] in COMMAS and (role(rest[1]) == "relative" or rest[1] in {"وهو", "وهي"}):
        return definite  # `الموظف، الذي طلب حجب اسمه، …`
    if definite and len(rest) == 1 and rest[0].startswith("ال") and _only_sources(scene, source):
        return True  # `المصادر الخاصة`, where the page has told of one group of sources alone
    return definite and (not rest or role(rest[0]) == "relative" or rest[0] in _AGAIN)


def _only_sources(scene: Scene, source: Place) -> bool:
    """Whether the head is `المصادر` and no other head of sources with words of its own stands before it."""
    if scene.text(source.first) != "المصادر":
        return False
    first = [i for i in range(source.first) if scene.text(i) == "مصادر"]
    told = {scene.text(i + 1) for i in first}
    theirs = {h.row["entity"] for i in first for k in (i + 1, i + 2) for h in scene.nations.get(k, ())}
    mine = {h.row["entity"] for h in scene.nations.get(source.first + 1, ())}
    return len(told) == 1 and (not mine or mine <= theirs)


_SAME = frozenset("ذات نفس نفسه نفسها نفسهم ذاته ذاتها ذاتهم عينه عينها عينهم".split())
_AGAIN = frozenset("المذكور المذكوره المعني المعنيه ومقره ومقرها".split())  # `المرصد ومقره …`


def possessive(scene: Scene, i: int) -> bool:
    """Whether a pronoun is written on a head noun: `محررها`, `وكيله`, not `وزيرة`."""
    shorter = any(hit.end < scene.tokens[i].end for hit in scene.heads.get(i, ()))
    return shorter and not scene.written(i).endswith("ة")


def relayed(scene: Scene, source: Place, fresh: Link, last: tuple[Link, ...]) -> tuple[Link, ...]:
    """Whom a teller spoke through in the chain told last: the outlet of `محررها`, the links before the sources
    of which `أحد المصادر` is one."""
    found = head(scene, source)
    if found is None or not last:
        return ()
    first = scene.text(source.first)
    if fresh.kind == "person" and found.row["form"].split("|")[0] in STAFF:
        theirs = first.endswith("ها") and possessive(scene, source.first)
        return last[:1] if theirs and last[0].kind in ("outlet", "agency") else ()
    if fresh.kind == "anonymous" and first in ("احد", "احدي") and scene.text(source.first + 1).startswith("ال"):
        if last[-1].kind == "anonymous":
            return last[:-1]
        return tuple(one for one in last if one.kind in ("outlet", "agency")) if last[0].kind == "document" else ()
    return ()


def staff(scene: Scene, one: Link) -> bool:
    """Whether a link is an outlet's own people: `مراسلنا`, `محرر الصحيفة`."""
    found = head(scene, scene.place(one.span))
    return found is not None and found.row["form"].split("|")[0] in STAFF


STAFF = frozenset("محرر مراسل كاتب مبعوث موفد مندوب معلق محلل".split())


def asked_before(scene: Scene, lo: int) -> bool:
    """Whether the words before a sentence end in a question mark."""
    i = lo - 1
    while i > 0 and scene.text(i) in CLOSING:
        i -= 1
    return scene.text(i) == "؟"


def feminine(scene: Scene, place: Place) -> bool | None:
    """The gender of one person by a role's ending; None where the words do not tell."""
    i = place.first
    person = any(hit.row["kind"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(i, ()))
    return scene.written(i).endswith("ة") if person else None


def same_in(one: Link, chain: tuple[Link, ...]) -> bool:
    return one.entity is not None and any(other.entity == one.entity for other in chain)


def alike(one: Link, other: Link) -> bool:
    """Whether two links are of one known name and kind."""
    return one.entity is not None and one.entity == other.entity and one.kind == other.kind


def same_paper(scene: Scene, one: Link, base: tuple[Link, ...]) -> bool:
    """`ذكر بيان للسفارة أن …، حسب البيان`: a paper by its noun alone that the chain begins with already."""
    found = head(scene, scene.place(one.span)) if one.kind == "document" and base else None
    if found is None or base[0].kind != "document" or not scene.doc.text(one.span).startswith("ال"):
        return False
    mine = head(scene, scene.place(base[0].span))
    return mine is not None and mine.row["form"] == found.row["form"]
