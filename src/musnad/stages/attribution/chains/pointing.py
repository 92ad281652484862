"""What a definite phrase points back to among the statements told: `المصدر`, `الصحيفة`, `ذات المصدر`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musnad.doc import Hit, Link
from musnad.stages.attribution.chains.roles import headed, same_head, same_sex
from musnad.stages.attribution.chains.told import Told
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, without_and
from musnad.stages.attribution.transmitters.agreement import agreement, fits
from musnad.stages.attribution.transmitters.anaphora import points, same_in

__all__ = ["CONTINUES", "answered", "of_many", "point_back", "relayer", "turned", "up_to", "with_asker"]

# Verbs that only go on with what was being told: their source brings its whole chain along.
CONTINUES = frozenset("أضاف تابع أردف استطرد زاد مضى أكمل واصل استدرك أتمّ ختم اختتم".split())


_BODIES = ("official_body", "organization", "state")
_MANY = ("public", "experts")


def of_many(scene: Scene, told: Sequence[Told], last: Told, opening: Opening) -> Told | None:
    """`دعا صيادون إلى …، وقال رائد كامل إن …، مؤكدين أن`: the many told of before one of them spoke for himself."""
    if opening.way != "participle" or opening.form.get("number") != "many" or not last.chain:
        return None
    one = last.chain[-1]
    number = agreement(scene, scene.place(one.span), one)
    if one.kind != "person" or (number[1] != "one" if number else not one.entity) or ";" in (one.entity or ""):
        return None
    return next((t for t in reversed(told[-_BACK:]) if t.chain and t.chain[-1].kind in _MANY), None)


def turned(scene: Scene, told: Told, at: int) -> bool:
    """Whether the page has turned, at `لكن`, from whoever `ثمة من يقول` tells of before the cue at token `at`."""
    anyone = bool(told.chain) and scene.doc.text(told.chain[-1].span) == "من"
    return anyone and any(scene.text(i) in {"لكن", "ولكن"} for i in range(scene.index(told.cue[0]), at))


def answered(scene: Scene, told: Sequence[Told], here: Sequence[Told], opening: Opening) -> Told | None:
    """`وسأله القاضي: «…»، فأجاب`, `وعندما سأله القاضي عن السبب، أجاب`: who answers is whoever was told of before the
    question, and not who asked it."""
    if not here or opening.row["lemma"] not in _ANSWERS:
        return None
    at = scene.index(here[-1].cue[0])
    if scene.text(opening.at)[:1] != "ف" and without_and(scene.text(at - 1)) not in _WHEN:
        return None
    asked = any(hit.row["lemma"] in _ASKS and hit.end < scene.tokens[at].end for hit in scene.forms.get(at, ()))
    before = [one for one in told if one not in here and one.chain and one.chain[-1].kind in _PEOPLE]
    near = (one for one in reversed(before[-_BACK:]) if one.fits(scene, opening.form))
    return next(near, None) if asked else None


def with_asker(scene: Scene, told: Sequence[Told], sentence: int, chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """`وسألت قناة X المدير سالم الراوي عن الشكوى، فأجاب`: the channel, before him who answers it."""
    last = told[-1] if told and told[-1].sentence == sentence and told[-1].chain else None
    if last is None or last.chain[0].kind not in ("outlet", "agency"):
        return chain
    at = scene.index(last.cue[0])
    asks = any(hit.row["lemma"] == "سأل" for hit in scene.forms.get(at, ()))
    return (*last.chain[:1], *chain) if asks and not same_in(last.chain[0], chain) else chain


_ANSWERS = frozenset({"ردّ", "أجاب", "نفى", "قال", "أكّد", "أقرّ", "اعترف"})
_ASKS = frozenset({"سأل", "ساءل", "استجوب"})
_WHEN = frozenset({"عندما", "حين", "لما", "حينما"})
_PEOPLE = ("person", "public", "anonymous", "experts")
_BACK = 5


def up_to(scene: Scene, opening: Opening, chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """`أوردت الصحيفة على لسان الوزير قوله إن …. وأشارت إلى`: up to the outlet, where the one behind it is a man.

    `تنقل الكاتبة عن دبلوماسي أن …. وتختم مقالها بالقول إن`: up to whoever writes.
    """
    form = opening.form
    if opening.way == "noun" and scene.text(opening.at)[:1] == "ب" and _own_piece(scene, opening.at - 1):
        return chain[: next((k for k in range(1, len(chain)) if chain[k].kind in _SOURCES), len(chain))]
    if len(chain) > 1 and chain[-2].kind == "person" and chain[-1].kind in _BODIES and opening.way == "verb":
        inner = not fits(scene, form, chain[-1]) and fits(scene, form, chain[-2])
        return chain[:-1] if inner else chain  # `قال المدير إن الشركة توسعت، وأكدت أن …. وأضاف`
    last = chain[-1:] and chain[-1].kind == "person" and opening.way == "verb" and form.get("gender") == "f"
    if not last or opening.row["lemma"] in CONTINUES or form.get("person") != "3" or fits(scene, form, chain[-1]):
        return chain
    n = next((k for k in range(len(chain) - 2, -1, -1) if fits(scene, form, chain[k])), None)
    return chain[: n + 1] if n is not None and chain[n].kind in ("outlet", "agency") else chain


_SOURCES = ("anonymous", "media_reports", "public", "experts")


def _own_piece(scene: Scene, i: int) -> bool:
    """`مقالها`, `تقريره`: what somebody has written, by the pronoun on it."""
    return any(hit.end < scene.tokens[i].end for hit in scene.media.get(i, ())) or scene.text(i) in _PIECES


_PIECES = frozenset("مقاله مقالها مقالته مقالتها تقريره تقريرها عموده عمودها تحليله تحليلها".split())


def relayer(scene: Scene, opening: Opening, chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """`تعهدت طهران بفتح المعبر، حسبما ذكرت وكالة X، مشيرة إلى أن`: right behind the clause that tells who relays it,
    that one's word alone; so behind `بحسب وكالة X` where who spoke is of another gender.

    `نقلت وكالة X عن الوزير أن …، كما نسبت إلى مسؤول أن`: who relays further is the agency again.
    """
    if opening.way == "verb" and opening.after and opening.row["lemma"] in ("نقل", "نسب"):
        last = next((n for n in range(len(chain) - 1, -1, -1) if chain[n].kind in ("outlet", "agency")), -1)
        return chain[: last + 1] or chain
    told = opening.way == "participle" and opening.row["stance"] == "says"  # no outlet demands
    one = chain[0] if len(chain) > 1 and told else None
    if one is None or one.kind not in ("outlet", "agency") or not fits(scene, opening.form, one):
        return chain
    place = scene.place(one.span)
    beside = place.last == opening.at - 1 and scene.text(place.last) in COMMAS
    says = any(hit.row["class"] == "perfect" for i in (1, 2) for hit in scene.forms.get(place.first - i, ()))
    last = chain[-1].kind == "person" and not fits(scene, opening.form, chain[-1])
    return chain[:1] if beside and (says or last) else chain


def _of_this_head(scene: Scene, told: Sequence[Told], source: Place, form: str) -> Told | None:
    """The newest chain up to the person or source that the page told of with the same head noun, and its sources."""
    for one_told in reversed(told):
        for n, one in reversed(list(enumerate(one_told.chain))):
            if (
                one.kind in ("person", "anonymous", "experts", "media_reports", *_BODIES)
                and (headed(scene, one, form) or (one.kind == "person" and same_head(scene, one, form)))
                and same_sex(scene, scene.place(one.span), source)
            ):
                behind = range(n + 1, len(one_told.chain))
                further = (k for k in behind if one_told.chain[k].kind != "anonymous" or one.kind == "media_reports")
                return replace(one_told, chain=one_told.chain[: next(further, len(one_told.chain))])
    return None


def _others(many: Mapping[str, str], one: Mapping[str, str]) -> bool:
    """`قال المصدر إن الوسطاء أبلغوا`: many of another name are not those who were told of; `المصادر` may be. Nor is
    `الدبلوماسي` `مسؤولون`."""
    another = many["number"] == "one" and one.get("number") == "many" and not many["form"].startswith(_ANY)
    return another or (many["number"] == "many" and many["form"] not in ("مصادر", one.get("form")))


def _anybody(scene: Scene, one: Link) -> bool:
    """`رأى كثيرون`: whom no later word means again."""
    return scene.doc.text(one.span).removeprefix("ال") in _SOME


_SOME = frozenset({"كثيرون", "آخرون", "بعض", "بعضهم", "عديدون"})


def _country(scene: Scene, source: Place) -> str | None:
    """`الصحيفة البريطانية`: the state by which alone a definite phrase tells one outlet from others."""
    if source.last != source.first + 2 or not scene.text(source.first).startswith("ال"):
        return None
    return next((hit.row["entity"] for hit in scene.nations.get(source.first + 1, ())), None)


def _of_country(scene: Scene, one: Link, country: str) -> bool:
    """Whether an outlet told of before may be that country's: its own phrase names no other."""
    own = {hit.row["entity"] for i in range(*scene.place(one.span)) for hit in scene.nations.get(i, ())}
    return not own or country in own


def _of_outlet(chain: tuple[Link, ...], n: int) -> tuple[Link, ...]:
    """A chain up to its outlet, link `n`, without the outlet's own report before it."""
    first = next((k for k, one in enumerate(chain[:n]) if one.kind != "document"), n)
    return chain[first : n + 1]


def _of_nation(scene: Scene, told: Sequence[Told], source: Place) -> Told | None:
    """`المصدر التركي` behind `مسؤول تركي`: the newest chain whose end is somebody unnamed of that nation."""
    country = _country(scene, source)
    for one in reversed(told) if country else ():
        if one.chain and one.chain[-1].kind == "anonymous" and one.row.get("number") == "one":
            place = scene.place(one.chain[-1].span)
            if any(hit.row["entity"] == country for i in range(*place) for hit in scene.nations.get(i, ())):
                return one
    return None


_SORTS = {
    form: sort
    for sort, forms in enumerate(
        (
            "صحيفة جريدة يومية مجلة أسبوعية",
            "قناة فضائية تلفزيون إذاعة راديو",
            "موقع",
            "وكالة",
            "أطباء استشاريون",
            "باحث باحثون عالم علماء أكاديمي أكاديميون مؤرخ مؤرخون",
            "محلل محللون مراقب مراقبون معلق",
            "حقوقي حقوقيون قانوني قانونيون",
            "مهندسون",
            "نقاد ناقد",
        )
    )
    for form in forms.split()
}


def _of_other_sort(scene: Scene, one: Link, found: Hit) -> bool:
    """`القناة` is no newspaper, `الأطباء` no `باحثون`: whether one told of has a head noun of another sort."""
    theirs = head(scene, scene.place(one.span))
    sorts = [_SORTS.get(hit.row["form"].split("|")[0]) for hit in (theirs, found) if hit is not None]
    return len(sorts) == 2 and None not in sorts and sorts[0] != sorts[1]


_ANY = ("مصدر", "مسؤول", "متحدث", "ناطق")  # who may be anybody; `المصرفي` is no one else than a banker


def point_back(scene: Scene, told: Sequence[Told], source: Place, row: Mapping[str, str], fresh: Link) -> Told | None:
    """The statement whose teller a definite phrase names again: `المصدر`, `الصحيفة`, `ذات المصدر`."""
    found = head(scene, source)
    if found is None:
        if fresh.entity and row["lemma"] in CONTINUES:
            return next((t for t in reversed(told) if same_in(fresh, t.chain)), None)
        return None
    kind = found.row["kind"]
    if scene.text(source.first).removeprefix("ال") in _SOME:
        return None
    of_nation = _of_nation(scene, told, source) if kind == "anonymous" else None
    if of_nation is not None:
        return of_nation
    country = _country(scene, source) if kind in ("outlet", "agency") else None
    if not points(scene, source, found.start) and country is None:
        return None
    if kind in ("outlet", "agency"):
        named = (_of_outlet(t.chain, n) for t in reversed(told) for n, one in enumerate(t.chain) if one.kind == kind)
        theirs = (c for c in named if country is None or _of_country(scene, c[-1], country))
        same = next((c for c in theirs if headed(scene, c[-1], found.row["form"])), None)
        last = told[-1].chain if told else ()
        if same is not None and same[-1] in last and row["lemma"] not in CONTINUES:
            return replace(told[-1], chain=same)
    if kind in ("anonymous", "person", "experts", "media_reports"):
        of_head = _of_this_head(scene, told, source, found.row["form"])
        if of_head is not None:
            return of_head
    for one_told in reversed(told):
        for n, one in reversed(list(enumerate(one_told.chain))):
            alike = one.kind == kind or {kind, one.kind} == {"outlet", "agency"}
            alike = alike and (kind != "document" or headed(scene, one, found.row["form"]))
            by_head = kind in ("person", "organization") or (kind == "agency" and one.kind == "organization")
            alike = alike or (by_head and one.kind in _BODIES and headed(scene, one, found.row["form"]))
            if (kind == "anonymous" and _others(found.row, one_told.row)) or _anybody(scene, one):
                continue
            if country is not None and not _of_country(scene, one, country):
                continue
            if kind in ("outlet", "agency", "experts") and _of_other_sort(scene, one, found):
                continue
            if not alike and not (one.kind == "anonymous" and headed(scene, one, found.row["form"])):
                continue
            if kind == "document":
                if all(other.kind == "document" for other in one_told.chain):
                    return None
                return replace(one_told, chain=one_told.chain[: n + 2])  # the document and who issued it
            if one.kind in ("anonymous", "experts", "media_reports", "public"):
                return replace(one_told, chain=one_told.chain[: n + 1])
            if kind in ("outlet", "agency"):
                whole = row["lemma"] in CONTINUES
                return one_told if whole else replace(one_told, chain=_of_outlet(one_told.chain, n))
            if same_head(scene, one, found.row["form"]) and same_sex(scene, scene.place(one.span), source):
                return replace(one_told, chain=one_told.chain[: n + 1] if kind == "person" else (one,))
    whoever = (kind == "anonymous" and found.row["form"].startswith(_ANY)) or (
        kind in _ONE
        and bool(told)
        and _again(scene, source)
        and told[-1].chain[-1:] != ()
        and told[-1].chain[-1].kind in _ONE
    )
    return told[-1] if told and whoever and found.row.get("number") != "many" else None


_ONE = ("person", "anonymous", "experts")
_SELF = frozenset("نفسه نفسها ذاته ذاتها عينه عينها ذات نفس".split())


def _again(scene: Scene, source: Place) -> bool:
    """`المتحدث ذاته`, `المصدر نفسه`: the one told of last, whatever he was called."""
    return any(scene.text(i) in _SELF for i in range(*source))
