"""Links: what kind of transmitter a source phrase names, and which entity."""

from __future__ import annotations

from musnad.doc import Hit, Link, Mention
from musnad.stages.attribution.nouns.heads import (
    bare,
    head,
    many_so,
    past_share,
    without_clause,
)
from musnad.stages.attribution.nouns.pronouns_within import WITHIN
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, withheld
from musnad.stages.attribution.transmitters.bodies import body, within
from musnad.stages.attribution.transmitters.crowds import people_of_trades, research_team, some_of_them, the_world
from musnad.stages.attribution.transmitters.headless import headless
from musnad.stages.attribution.transmitters.outlets import NETWORKS
from musnad.stages.attribution.transmitters.persons import (
    AIDES,
    behind_preposition,
    called_so,
    charged,
    client,
    definite,
    hung_name,
    indefinite,
    own_people,
    spoken_for,
    who,
)
from musnad.stages.attribution.transmitters.publisher import own_paper
from musnad.stages.attribution.transmitters.unlisted import nation, unlisted_name, with_surname

__all__ = ["link", "tells"]

_UNNAMED = ("anonymous", "experts", "media_reports", "public", "document")

# What something is done by, and nobody's words: `حسب لائحة الغرامات`, `وفق مراكزها`.
_NORMS = frozenset(
    "اتفاق اتفاقان قانون قانونان قرار قرارات لائحة لوائح نظام نظرية دستور ميثاق حكم توصيات مبادرة مراكز برنامج "
    "مادة مادتان".split()
)


def tells(scene: Scene, place: Place) -> bool:
    """Whether a phrase behind `وفق`, `حسب` names somebody or something that tells; else it is what was kept to."""
    place = _without_lam(scene, bare(scene, place))
    if scene.text(place.first) in {"ما", "لما"}:
        return True  # `وفق ما نقلته الوكالة`
    found = head(scene, place)
    if found is not None:
        form = found.row["form"].split("|")[0]
        of = scene.text(scene.index(found.start) + 1)
        service = form in {"بوابة", "منصة"} and of == "الالكترونيه"
        norm = form in _NORMS or scene.text(place.first) in {"مقررات", "جدول"}
        return not (norm or service) or of in {"الاتهام", "الظن"}  # a charge sheet tells
    first = place.first
    if first in scene.mentions or first in scene.anaphors or (first in scene.quotations and scene.is_name(first)):
        return True
    title = next((i for i in range(first + 1, min(first + 6, place.last)) if scene.heads.get(i)), None)
    behind = title is not None and (scene.text(title - 1) in COMMAS or scene.text(title - 1) in {"وهو", "وهي"})
    return behind and all(hit.row["class"] in ("person", "experts") for hit in scene.heads[title or 0])


def link(scene: Scene, place: Place) -> Link:
    """The transmitter that a noun phrase names."""
    place = _without_lam(scene, place)
    kind, entity = _judge(scene, place, head(scene, place))
    named = entity if any(map(str.isalpha, entity or "")) else None  # a stray mark between quotation marks
    if kind == "organization" and named and place.first in scene.quotations and (own := own_paper(scene, named)):
        kind, named = "outlet", own
    if named and (kind == "state" or (kind == "organization" and named.isascii())):
        near = scene.names_in(without_clause(scene, place), "GPE", "ORG")
        others = [m.entity for where, m in near if _beside(scene, place, where, m)]
        council = (j for j in range(place.first + 1, place.last) if scene.text(j) == "ودول")  # `ودول مجلس التعاون`
        others += [land for j in council if (land := nation(scene, Place(j, min(j + 3, place.last)))) is not None]
        named = "; ".join(dict.fromkeys((*named.split("; "), *others)))  # `الحكومة اليابانية والاتحاد الأوروبي`
    if kind == "outlet" and place.first not in scene.mentions and named in NETWORKS:
        kind, named = "public", None  # `منصة «إكس»`, `مجموعات «واتساب»`: whoever writes there
    return Link(span=scene.doc.span(*scene.phrase(place)), kind=kind, entity=named)


def _beside(scene: Scene, place: Place, where: Place, mention: Mention) -> bool:
    """Whether a state or a body that a table knows is joined to what stands first; not `غرفة تجارة دمشق وحلب`."""
    known = mention.entity.isascii() and (mention.type == "ORG" or (mention.kind, mention.acts_for) == ("state", None))
    joined = scene.text(where.first)[:1] == "و" or scene.text(where.first - 1) in {"ودول", "وبلدان", "وحكومات"}
    return known and where.first > place.first and joined


def _without_lam(scene: Scene, place: Place) -> Place:
    joined = scene.text(place.first) in {"ل", "ب"} and place.last > place.first + 1
    return Place(place.first + 1, place.last) if joined else place


_FOR_A_CAUSE = frozenset("لحقوق لتنميه للتنميه للاغاثه للدفاع لحمايه لمكافحه للمنظمات لمنظمات المدني".split())
_PARTS = frozenset("نصف ثلث ربع خمس ثلثا ثلثي غالبيه اغلبيه نحو اكثر اقل".split())


def _judge(scene: Scene, place: Place, found: Hit | None) -> tuple[str, str | None]:
    if scene.text(place.first) == "كل" and scene.text(place.first + 1) == "من" and place.first + 2 in scene.mentions:
        place = Place(place.first + 2, place.last)  # `كل من تونس والجزائر`
    first = scene.mentions.get(place.first)
    part = scene.text(place.first) in _PARTS and place.last > place.first + 1
    whole = within(scene, place, found)
    if whole is not None and found is not None and (found.row["kind"] in ("person", *_UNNAMED)):
        return headless(scene, place, whole)  # «لواء الفجر» is no officer, «أخبار الطاقة» no reports
    if found is None:
        some = some_of_them(scene, place)
        many = first is None and (many_so(scene.text(place.first)) or part)  # `نقابيون`, `نصف المشاركين`
        return (some or "public", None) if many or some else headless(scene, place, first[1] if first else None)
    kind = found.row["kind"]
    if kind == "experts" and the_world(scene, place):
        return "public", None
    if past_share(scene, place.first) > place.first or part:
        return "public" if kind == "person" else kind, None  # `12% من الشركات`
    if kind == "agency" and _department(scene, place, found):
        kind = "official_body"
    rated = kind == "agency" and scene.text(scene.index(found.start) + 1).removeprefix("ال") == "تصنيف"
    if rated or (found.row["form"] == "شبكة" and not _FOR_A_CAUSE.isdisjoint(map(scene.text, range(*place)))):
        kind = "organization"  # `وكالة التصنيف الائتماني`, `الشبكة الدولية لحقوق الطفل`
    people = own_people(scene, without_clause(scene, place))
    called = next((i for i in range(place.first, place.last - 1) if _called(scene, i)), None)
    if called is not None and kind in ("person", *_UNNAMED):  # `مسافر يدعى سليم`
        named = scene.names_in(Place(called + 1, place.last), "PER")
        return "person", named[0][1].entity if named else scene.written(called + 1)
    if found.row["form"].startswith("أحد") and place.last > place.first + 1:  # `أحد التجار` is one of the public
        one_of = next(iter(scene.heads.get(scene.index(found.start) + 1, ())), None)
        if one_of is not None and one_of.row["kind"] in ("public", "experts"):
            return one_of.row["kind"], None
    if (kind == "person" and people_of_trades(scene, place, found)) or research_team(scene, place, found):
        return "experts", None
    if kind == "person" or (kind in _BODIES and whole is None and called_so(scene, people, found)):
        return _person(scene, place, people, found)
    behind = scene.index(found.start) + 1
    official = scene.text(behind).removeprefix("ال") in {"رسمي", "رسميه"}
    if found.row["form"].startswith("حساب|") or (official and found.row["form"] == "صفحة"):
        theirs = scene.names_in(place, "ORG", "GPE", "PER")
        behind += official
        owner = Place(
            behind, next((i for i in range(behind, place.last) if scene.text(i) in {"علي", "في"}), place.last)
        )
        owned = None if theirs else head(scene, owner)
        if owned is not None:
            return _judge(scene, owner, owned)  # `حساب الاتحاد على موقع X`
        return headless(scene, place, theirs[0][1]) if theirs else (kind, None)
    if found.row["form"] in _FAMILIES:
        return kind, None
    if kind in _UNNAMED:
        return _unnamed(scene, place, found, people)
    return body(scene, place, found, kind)


def _called(scene: Scene, i: int) -> bool:
    """`يدعى سليم`, `اكتفت بذكر اسمها الأول سيلين`; not `إغفال اسمه لأنه …`, `اسمه خوفا من`: what a name follows."""
    first = scene.text(i) == "الاول" and scene.text(i - 1) in {"اسمه", "اسمها"}
    word = scene.text(i + 1)
    why = scene.text(i)[:3] == "اسم" and word[-1:] == "ا" and scene.text(i + 2) == "من"
    return first or (role(scene.text(i)) == "called" and not (why or word.startswith(("الاول", "لان"))))


def _unnamed(scene: Scene, place: Place, found: Hit, people: list[tuple[Place, Mention]]) -> tuple[str, str | None]:
    """Sources, experts, the public, reports and documents; the person that such a word is set beside."""
    kind = found.row["kind"]
    if kind != "document" and people:
        where, _ = people[-1]
        last = where.last >= place.last - 1
        beside = last and found.row["number"] == "one" and kind in ("experts", "public")
        beside = beside or (
            kind == "anonymous" and last and (definite(scene, found) or charged(scene, place, where, found))
        )
        inside = scene.text(where.first - 1) in WITHIN  # `القيادي فيه سالم الراوي`
        behind = "" if inside else role(scene.text(where.first - 1))
        theirs = kind == "anonymous" and found.row["number"] == "many" and found.row["form"].split("|")[0] in _CIRCLES
        if theirs:
            return kind, None  # `دوائر الرئيس سامي الراوي`
        if not behind_preposition(scene, place, where) or (beside and behind not in ("preposition", "place")):
            return "person", who(scene, people, found)
    if kind == "document" and any(withheld(scene, i) for i in range(*place)):
        return "media_reports", None  # `تقرير لم يذكر مصدره`
    until = place.last + 4 if scene.text(place.last) in COMMAS else place.last
    hidden = kind == "public" and any(_kept_back(scene, i) for i in range(place.first, until))
    near = kind == "public" and any(scene.text(i).startswith("مقرب") for i in range(*place))  # `صديقة مقربة من المغنية`
    return "anonymous" if hidden or near else kind, None  # `صديقة، رفضت ذكر اسمها`


_CIRCLES = frozenset("أوساط دوائر زوار زواره مقربون مصادر مصدران معاونون مساعدون".split()) | {"زوار الرئيس"}


_FAMILIES = frozenset("عائلة عائلتان|عائلتين عائلات أسرة أسرتان|أسرتين أسر".split())
_BODIES = ("organization", "official_body", "state")


def _department(scene: Scene, place: Place, found: Hit) -> bool:
    """`وكالة الوزارة للتخطيط`, `وكالة الجامعة`: a part of a body and no news agency."""
    i = scene.index(found.start) + 1
    of_body = any(hit.row["kind"] in _BODIES for hit in scene.heads.get(i, ()))
    affairs = any(scene.text(k) in {"لشؤون", "لشوون", "للشؤون", "شؤون"} for k in range(*place))
    return i < place.last and (of_body or affairs) and not scene.names_in(place, "OUTLET")


def _person(scene: Scene, place: Place, people: list[tuple[Place, Mention]], found: Hit) -> tuple[str, str | None]:
    if people:
        return "person", with_surname(scene, place, people[-1][0]) or who(scene, people, found)
    if any(_kept_back(scene, i) for i in range(*place)):
        return "anonymous", None  # `عضو في المجلس، فضل عدم ذكر اسمه`
    office = any(hit.row["form"].split("|")[0] in _HEADING for hit in scene.heads.get(place.first, ()))
    at = max(place.first, place.last - 3)
    named = at in scene.mentions and scene.mentions[at][1].type == "GPE" and scene.text(at - 1) == "في"
    apart = scene.text(at) in COMMAS or named  # `المتحدث باسم الشركة، كيفو مباندا`
    if apart and (name := unlisted_name(scene, place)) is not None:
        return "person", name
    for i in range(place.first, place.last - 1):
        if _speaks_for(scene, place.first, i) and not office:  # but `مدير الطرق المتحدث باسم البلدية` is he
            if scene.written(i + 1).endswith(("ه", "ها", "هم")) and 2 <= place.last - i - 2 <= 4:
                return "person", scene.doc.text(scene.doc.span(*scene.chars(Place(i + 2, place.last))))
            if any(spoken_for(scene, place.first, where.first) for where, _ in scene.names_in(place, "PER")):
                return "person", None  # `متحدث باسم الملك السابق نادر الراوي`
            whose = Place(i + 1, next((j for j in range(i + 2, place.last) if scene.text(j) in COMMAS), place.last))
            return _judge(scene, whose, head(scene, whose))
    if (theirs := client(scene, place, found)) is not None:
        return _judge(scene, theirs, head(scene, theirs))
    if (name := unlisted_name(scene, place)) is not None:
        return "person", name
    known = found.row["form"].split("|")[0] in _OFFICES
    one = found.row["number"] == "one" or hung_name(scene, scene.index(found.start) + 1)
    if (one and not known and indefinite(scene, place, found)) or scene.text(place.first) in AIDES | {"احد", "احدي"}:
        return "anonymous", None  # `مساعدون لسامر الراوي`, `أحد مساعدي سامر الراوي`
    return ("anonymous" if _nameless(scene, place) else "person"), None


def _kept_back(scene: Scene, i: int) -> bool:
    """`طلب عدم ذكر اسمه`, `لم تسمه`; not `وصفته بأنه`, `لم يشارك في الدراسة`."""
    told = scene.text(i).startswith("وصف") or scene.text(i + 1)[1:5] == "شارك"
    return withheld(scene, i) and not told


def _nameless(scene: Scene, place: Place) -> bool:
    """`(عضو في الوفد) قال لرويترز، شريطة عدم ذكر اسمه، إن`: whose name what stands before his words keeps back."""
    for i in range(place.last, min(place.last + 14, len(scene.tokens))):
        if is_that(scene, i) or scene.text(i) in {".", ":"}:
            return False
        if _kept_back(scene, i):
            return not scene.text(place.first).startswith("ال")
    return False


def _speaks_for(scene: Scene, first: int, i: int) -> bool:
    """`المتحدث باسم الشركة`, `بلسان الشركة`, `المتحدث الرسمي عن الشركة`: whether the word at i is before whom he speaks
    for."""
    spokesman = scene.text(first).removeprefix("ال") in {"متحدث", "متحدثه", "ناطق", "ناطقه"}
    return scene.text(i) in {"باسم", "بلسان"} or (spokesman and scene.text(i) == "عن" and i - first <= 2)


_HEADING = frozenset("رئيس مدير أمين نائب وكيل مساعد عضو".split())
_OFFICES = frozenset("وزير سفير رئيس ملك أمير أمين محافظ عمدة حاكم".split())  # who has one is somebody known
