"""Documents and bodies: who issued what is quoted, and which body a head noun alone names."""

from __future__ import annotations

import re
from dataclasses import replace

from musnad.doc import Link, Mention
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.issued import made_behind_topic
from musnad.stages.attribution.nouns.modifiers import of_paper
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, role, without_and
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.transmitters.anaphora import before, named_body, points, quoted_with, same_in
from musnad.stages.attribution.transmitters.bodies_in_full import told_whole
from musnad.stages.attribution.transmitters.crowds import RESEARCHERS
from musnad.stages.attribution.transmitters.issuing import (
    RELEASED,
    issued_by,
    issues,
    made_by,
    released_by,
    speech_of,
    written_by_name,
)
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.organs import owner_of
from musnad.stages.attribution.transmitters.outlets import is_outlet
from musnad.stages.attribution.transmitters.printed import held_by, print_verb, printed_by, run_by
from musnad.stages.attribution.transmitters.whose_paper import author, obtained, owner, witness
from musnad.text import fold

__all__ = ["body", "document_before", "issuer_in", "ours", "own_office", "states_issuer", "with_issuer", "writers"]


def issuer_in(scene: Scene, source: Place) -> Link | None:
    """The body that issued a document, where the phrase or its relative clause names it."""
    writer = written_by_name(scene, source) or speech_of(scene, source)
    if writer is not None:
        return link(scene, writer)
    if (verb := made_behind_topic(scene, source)) < source.last:
        return link(scene, Place(verb + 1, max(noun_phrase(scene, verb + 1, source.last), verb + 2)))
    if (at := print_verb(scene, source)) < source.last:
        maker = made_by(scene, source, at)
        made = link(scene, maker) if maker else issuer_in(scene, Place(source.first, at))
        if made is not None:
            return made
    stated = _from_body(scene, source) or _own_release(scene, source)
    stated = stated or released_by(scene, source) or issued_by(scene, source)
    gave = issues(scene, source) if stated is None else None
    inside = [_as_body(scene, link(scene, stated))] if stated else []
    last = obtained(scene, source)
    whole = max((scene.index(hit.end - 1) + 1 for hit in scene.heads.get(source.first, ())), default=source.first + 1)
    inside += [
        link(scene, Place(i, min(last, max(i + 1, noun_phrase(scene, i, last, hung=True)))))
        for i in range(whole, last)
        if not (of_paper(scene, source.first, i - 1) or _how_often(scene, i))  # `الحصيلة الأولية لنتائج الشركات`
        if not (i in scene.mentions and scene.mentions[i][1].type == "LOC")  # `دراسة عن قناة السويس`
        if (i in scene.heads and not (scene.text(i - 1).isdigit() or scene.text(i - 1) == "من" or _of_air(scene, i)))
        or (i in scene.mentions and scene.mentions[i][1].type != "GPE")
    ]
    gave = None if gave is not None and is_outlet(scene, gave.first) and inside else gave
    inside = [link(scene, gave), *inside] if gave else inside
    bodies = ("official_body", "organization", "state", "outlet", "agency")
    issuer = next((one for one in inside if one.kind in bodies or _studied(scene, one)), None) or author(scene, source)
    if issuer is not None and issuer.kind in ("official_body", "organization", "outlet", "agency"):
        issuer = body(scene, scene.place(issuer.span), issuer)
    return issuer


def _studied(scene: Scene, one: Link) -> bool:
    """`دراسة أجراها باحثون في جامعة طوكيو`, `ورقة لفريق من الجامعة`: unnamed researchers, and not where they are."""
    found = head(scene, scene.place(one.span)) if one.kind == "experts" and one.entity is None else None
    return found is not None and found.row["form"].startswith(RESEARCHERS)


def _as_body(scene: Scene, one: Link) -> Link:
    """`بيانات صادرة عن المطار`: what gives out papers is a body, though no noun of bodies."""
    place = scene.place(one.span)
    short = place.last <= place.first + 3  # not `البيان الصادر عن الاجتماع الذي عقد أمس`
    unknown = short and one.kind == "person" and one.entity is None and head(scene, place) is None
    return replace(one, kind="organization", entity=scene.doc.text(one.span)) if unknown else one


def _of_air(scene: Scene, i: int) -> bool:
    """`صور فضائية`: nobody has issued them."""
    return scene.text(i) == "فضائيه" and scene.text(i - 1) == "صور"


def _how_often(scene: Scene, i: int) -> bool:
    """`نشرته الأسبوعية`: no weekly paper."""
    return scene.text(i) in _OFTEN and any(hit.row["kind"] == "document" for hit in scene.heads.get(i - 1, ()))


_OFTEN = frozenset("الاسبوعيه اليوميه الدوريه الشهريه اسبوعيه يوميه دوريه".split())


def _from_body(scene: Scene, source: Place) -> Place | None:
    """`توضيحا من وزارة العدل`, `رسالة من الشركة`: the body right behind من."""
    i = source.first + 2
    if scene.text(i - 1) != "من" or i >= source.last:
        return None
    bodies = any(hit.row["class"] in ("body", "organization") for hit in scene.heads.get(i, ()))
    named = i in scene.mentions and scene.mentions[i][1].type == "ORG"
    return Place(i, min(source.last, max(i + 1, noun_phrase(scene, i, source.last)))) if bodies or named else None


def with_issuer(scene: Scene, source: Place, fresh: Link, last: tuple[Link, ...]) -> tuple[Link, ...]:
    """A document and, behind it, the body that issued it: inside the phrase, else the last that spoke (`last`)."""
    issuer = witness(scene, source) or issuer_in(scene, source)
    if issuer is not None:
        ran = run_by(scene, source) or held_by(scene, source, last) or printed_by(scene, source)
        known = ran is None or (ran.entity is not None and ran.entity == issuer.entity)
        return (fresh,) if ours(scene, issuer) else (fresh, issuer) if known or ran is None else (ran, fresh, issuer)
    held = held_by(scene, source, last)
    if held is not None:
        return held, fresh
    court = _court_before(scene, source)
    if court is not None:
        return fresh, link(scene, court)
    found = head(scene, source)
    if found is not None and found.end < scene.tokens[scene.index(found.start)].end:
        whose = owner(scene, source, found.start, last)
        if whose is not None:
            return fresh, whose
    if last and last[-1].kind in _BODIES[:2] and _bare_data(scene, source):
        return fresh, last[-1]
    if found is None or found.row["number"] == "many" or not points(scene, source, found.start):
        return (fresh,)
    earlier = document_before(scene, found.row["form"], source.first)
    issuer = issuer_in(scene, earlier) if earlier else None
    if issuer is not None:
        return fresh, issuer
    if earlier is not None and _of_others(scene, earlier, last):
        return (fresh,)
    report = earlier is None and found.row["form"].split("|")[0] in _REPORTS[:2]
    told = bool(last) and last[-1].kind == "person"
    if report and told:
        last = tuple(one for one in last if one.kind != "person")  # whom it tells of
    issuers = tuple(one for one in last if one.kind not in _NO_ISSUERS)
    outlets = sum(one.kind in ("outlet", "agency") for one in issuers)  # `نقلت الوكالة عن الوزير …. وأضاف البيان`
    carried = outlets if issuers[outlets:] and all(one.kind in ("outlet", "agency") for one in issuers[:outlets]) else 0
    if not last and earlier is None and found.row["form"].split("|")[0] in _REPORTS:
        outlets_named = {m.entity: p for p, m in before(scene, source.first, "OUTLET")}
        return (fresh, *(link(scene, place) for place in outlets_named.values() if len(outlets_named) == 1))
    return (*issuers[:carried], fresh, *issuers[carried:])


_REPORTS = ("تقرير", "تحقيق", "مقال", "مقالة", "خبر")  # the first two are no one person's


def _bare_data(scene: Scene, source: Place) -> bool:
    """`وأظهرت البيانات`, `ووفقا للأرقام` behind what a body has told: its own data."""
    return source.last == source.first + 1 and scene.text(source.first).removeprefix("ل").removeprefix("ال") in _DATA


_DATA = frozenset("بيانات ارقام احصاءات احصائيات لبيانات لارقام لاحصاءات لاحصائيات معطيات مؤشرات".split())


def _of_others(scene: Scene, document: Place, last: tuple[Link, ...]) -> bool:
    """`قال المدير: «…». ووقعت البلدية اتفاقية`: a document that somebody else brought in behind what a person said."""
    lo = scene.sentence_start(document.first)
    told = last[-1].kind == "person" and scene.place(last[-1].span).first < lo if last else False
    acting = doer(scene, lo, document.first) if told else None
    return acting is not None and not same_in(link(scene, acting), last)


def states_issuer(scene: Scene, document: Place) -> Place | None:
    """`البيانات التي أصدرها المعهد`: who has issued a document by its own clause; None where it tells nobody."""
    clause = any(role(scene.text(i)) == "relative" for i in range(*document))
    return issued_by(scene, document) if clause else None


_BODIES = ("official_body", "organization", "state", "outlet", "agency")


_NO_ISSUERS = ("document", "anonymous", "public", "experts")


_OURS = frozenset(f"{noun}نا" for noun in "موقع صحيفت جريدت قنات وكالت اذاعت منصت مجلت شبكت يوميت بوابت".split())


_GENERIC = frozenset("الجريده جريده الصحيفه صحيفه القناه قناه الموقع موقع".split())


def ours(scene: Scene, one: Link) -> bool:
    """`موقعنا`, `لصحيفتنا`, and `للجريدة` where the page has told of no other: the page's own outlet."""
    if one.kind not in ("outlet", "agency"):
        return False
    word = fold(scene.doc.text(one.span)).lstrip("ل")
    unnamed = one.entity is None or fold(one.entity).removeprefix("ال") == word.removeprefix("ا")
    return word in _OURS or (word in _GENERIC and unnamed)


_WRITERS = re.compile(r"معد(?:و|ي|ون|ين|ا)?|مؤلف(?:و|ي)|واضع(?:و|ي)|محرر(?:و|ي)|اصحاب|كاتب(?:و|ي)|مشرف(?:و|ي)")


def writers(scene: Scene, source: Place, fresh: Link, last: tuple[Link, ...]) -> Link | None:
    """`معدو التقرير`: those who issued the report that the page has told of; None where no body is known."""
    paper = Place(source.first + 1, source.last)
    found = head(scene, paper) if paper.last > paper.first and _WRITERS.fullmatch(scene.text(source.first)) else None
    if found is None or found.row["kind"] != "document" or fresh.entity:
        return None
    issuers = with_issuer(scene, paper, fresh, last)[1:]
    return Link(span=fresh.span, kind=issuers[-1].kind, entity=issuers[-1].entity) if issuers else None


def own_office(scene: Scene, one: Link, base: tuple[Link, ...]) -> bool:
    """`أعلن الوزير، في بيان صادر عن مكتبه، أن`: whose office it is speaks through no other."""
    word = scene.text(scene.place(one.span).first)
    return word in {"مكتبه", "مكتبها", "ديوانه", "ديوانها"} and base[-1:] != () and base[-1].kind == "person"


def body(scene: Scene, source: Place, fresh: Link) -> Link:
    """A body by its head noun alone (`الوزارة`): the one that the page named with it before."""
    found = head(scene, source)
    if found is None:
        return fresh
    if (owner := owner_of(scene, source, found)) is not None:
        bare = link(scene, owner)
        whole = body(scene, owner, bare)
        if whole.entity != bare.entity:
            return Link(span=fresh.span, kind=whole.kind, entity=whole.entity)
    if not points(scene, source, found.start):
        return fresh
    army = _army(scene, source) if found.row["form"].startswith("جيش") else None
    if army is not None:
        return Link(span=fresh.span, kind=fresh.kind, entity=army)
    named = named_body(scene, found, source, medium=fresh.kind in ("outlet", "agency"))
    if named is None:
        quoted = quoted_with(scene, found, source) if not found.row["form"].startswith("جيش") else None
        called = _called_so(scene, found.row["form"], source) if quoted is None else None
        if called is not None:
            return Link(span=fresh.span, kind=called.kind or fresh.kind, entity=called.entity)
        known = quoted or told_whole(scene, found.row["form"], source)
        return Link(span=fresh.span, kind=fresh.kind, entity=known) if known else fresh
    whole = link(scene, named[0])
    return Link(span=fresh.span, kind=named[1].kind or fresh.kind, entity=whole.entity)


def _army(scene: Scene, source: Place) -> str | None:
    """`الجيش`, on a page that tells of one army alone by its name: `القوات المسلحة السودانية`."""
    bodies = (m for _, m in scene.mentions.values() if m.type == "ORG" and m.kind == "official_body")
    armies = {m.entity for m in bodies if m.entity.endswith(("Armed Forces", "Defense Forces", "Army"))}
    alone = source.last == source.first + 1 and len(armies) == 1
    return next(iter(armies)) if alone else None


def _called_so(scene: Scene, form: str, source: Place) -> Mention | None:
    """`الحركة` behind `حماس`, `الشركة` behind `أرامكو`: the one body named before whose whole name begins so."""
    nouns = tuple(f"{fold(noun)} " for noun in form.split("|"))
    found: dict[str, Mention] = {}
    for _, mention in before(scene, source.first, "ORG"):
        names = mention.rule.partition(":")[2].split("|")
        if any(fold(name).removeprefix("ال").startswith(nouns) for name in names):
            found.setdefault(mention.entity, mention)
    return next(iter(found.values())) if len(found) == 1 and source.first not in scene.mentions else None


def _own_release(scene: Scene, document: Place) -> Place | None:
    """`قررت الشركة …، وفق بيان صادر عنها`, `… بيان نشر على موقعه`: who acts in the sentence has issued it."""
    for i in range(document.first + 1, min(document.first + 5, len(scene.tokens))):
        own = scene.text(i) in {"عنه", "عنها", "عنهم"} and RELEASED.fullmatch(scene.text(i - 1)) is not None
        own = own or (scene.text(i) in _OWN_PLACE and scene.text(i - 2) in _CAME_OUT)
        if own or (i == document.first + 1 and scene.text(i) in {"له", "لها"}):
            return doer(scene, scene.sentence_start(document.first), document.first)
    lo = scene.sentence_start(document.first)
    aside = any(scene.text(i) in COMMAS for i in range(max(lo, document.first - 3), document.first))
    if aside and without_and(scene.text(lo)) in _DECIDES:  # `قررت اللجنة، طبقا لخطاب رسمي، تأجيل`
        return doer(scene, lo, document.first)
    return None


_OWN_PLACE = frozenset(f"{place}{whose}" for place in "موقع حساب صفحت منصت قنات".split() for whose in ("ه", "ها", "هم"))
_CAME_OUT = frozenset("نشر نشرت منشور منشوره صدر صدرت بث وزع".split())
_DECIDES = frozenset("قرر قررت اقر اقرت حدد حددت مدد مددت منع منعت".split())


def document_before(scene: Scene, form: str, at: int) -> Place | None:
    """Where the body of the page last named a document by a head noun before a token."""
    for i in range(at - 1, -1, -1):
        if any(hit.row["form"] == form for hit in scene.heads.get(i, ())):
            if scene.is_title(scene.sentence_start(i)):
                return None
            return Place(i, max(noun_phrase(scene, i, min(i + 12, len(scene.tokens)), hung=True), i + 1))
    return None


def _court_before(scene: Scene, source: Place) -> Place | None:
    """`حيثيات الحكم`: what a court gave is the last named court's."""
    if not any(scene.text(i) in _RULINGS for i in range(*source)):
        return None
    courts = (i for i in range(source.first - 1, -1, -1) if i in scene.mentions and scene.text(i).endswith("محكمه"))
    return next((scene.mentions[i][0] for i in courts), None)


_RULINGS = frozenset("حيثيات منطوق الحكم".split())
