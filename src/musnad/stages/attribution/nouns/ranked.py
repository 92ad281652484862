"""A person's title inside a phrase: behind his name, behind another title, with its rank."""

from __future__ import annotations

from musnad.stages.attribution.nouns.indefinite import somebody_described
from musnad.stages.attribution.nouns.nicknames import nicknamed
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import CLOSING, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, with_ba

__all__ = [
    "ORDINARY",
    "definite_title",
    "first_of_two",
    "joined_title",
    "may_have_second",
    "one_of_them",
    "partner",
    "person_at",
    "ranked_title",
    "surname",
    "titles",
    "told_many",
]

ORDINARY = frozenset(
    "العام العامه العليا الاعلي الكبري المشترك المشتركه المركزي "
    "الاول الاولي الثاني السابق السابقه الحالي الجديد نفسه المذكور البارز البارزه المعروف المعروفه الشهير الشهيره "
    "المخضرم المخضرمه المستقيل المستقيله الراحل الراحله".split()
)
_RANKS = frozenset("الرسمي الاعلامي التنفيذي المساعد الاسبق الفني الاقتصادي المالي السياسي الرياضي الاقليمي".split())


def titles(scene: Scene, i: int, *, experts: bool = False) -> bool:
    """A person's title without the article, joined or not: `وزير النقل`, `ومدير المركز`.

    `experts`: what somebody knows about is one, too, right behind his name: `محلل أسواق النفط`.
    """
    if experts and scene.text(i) in {"احد", "احدي"}:
        many = any(hit.row["number"] == "many" for hit in scene.heads.get(i + 1, ()))
        of = many and scene.text(i + 2).startswith("ال")  # `سامي الراوي أحد المهندسين`, `أحد قادة الجيش`
        return scene.text(i + 1).startswith("ال") or of
    joined = int(scene.text(i)[:1] == "و")
    one = [hit for hit in scene.heads.get(i, ()) if hit.row["class"] == "person" or hit.row["number"] == "one"]
    heads = [hit for hit in one if hit.row["class"] in (("person", "experts") if experts else ("person",))]
    theirs = any(hit.row["number"] == "many" and hit.end < scene.tokens[i].end for hit in heads)  # `لاعبيه`
    felt = i in scene.feelings and scene.written(i).endswith(("ه", "ها", "هم"))  # `أبدى سليم الناجي سعادته بالفوز`
    return not (theirs or felt) and any(hit.start - scene.tokens[i].start in (0, joined) for hit in heads)


def one_of_them(scene: Scene, i: int) -> bool:
    """`انتقد سامي الراوي أحد قادة الجيش ما وصفه بالتقصير`: who somebody is, where what he judges still comes."""
    if scene.text(i) not in {"احد", "احدي"}:
        return False
    return titles(scene, i, experts=True) and (scene.text(i + 3) == "ما" or deed(scene.text(i + 3)) is not None)


def definite_title(scene: Scene, i: int) -> bool:
    """`سامي الراوي المتحدث باسم الشركة`: a title with its article right behind a name."""
    if not scene.text(i).startswith("ال") or scene.text(i + 1) == "علي":
        return False  # `المشرف على البرنامج` is read where its أن shows how far it goes
    own = (hit.row for hit in scene.heads.get(i, ()) if hit.start <= scene.tokens[i].start + 2)
    return any(row["class"] in ("person", "experts") and row["number"] == "one" for row in own)


def may_have_second(scene: Scene, first: int, governed: frozenset[str]) -> bool:
    """`المدير العام للهيئة أمين عام المجلس`: whom nobody is told of by the verb may have a second title."""
    return "obj" not in governed and person_at(scene, first)


def joined_title(scene: Scene, first: int, i: int) -> bool:
    """`نفى رئيس الوزراء ووزير الدفاع`: another title joined to the first by و, and no object of the verb."""
    if scene.text(i)[:1] != "و" or i in scene.mentions:
        return False
    if not person_at(scene, first + 2 if scene.text(first) == "كل" else first):
        return False
    start = scene.tokens[i].start + 1
    heads = [hit for hit in scene.heads.get(i, ()) if hit.start == start]
    return any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in heads)


def partner(scene: Scene, i: int) -> bool:
    """`أعلنت شركة «نسمة» شريك الاتحاد عن بيع الأسهم`: what a company or club is, right behind its quoted name."""
    return scene.text(i) in _PARTNERS and scene.text(i - 1) in CLOSING and scene.text(i + 1).startswith("ال")


_PARTNERS = frozenset("شريك شريكه راعي راعيه وكيل وكيله موزع مالك مالكه مشغل مشغله بطل وصيف حامل حامله ناقل".split())


def person_at(scene: Scene, first: int) -> bool:
    """Whether a phrase's head at `first` is a word for a person."""
    return first in scene.heads and any(hit.row["class"] == "person" for hit in scene.heads[first])


def ranked_title(scene: Scene, i: int) -> bool:
    """`نفى سامي الراوي المتحدث الرسمي باسم الرابطة الخبر`: a title with its rank is of the name, and no object."""
    after = scene.text(i + 1)
    return definite_title(scene, i) and (after in ORDINARY or after in _RANKS or after == "باسم")


def surname(scene: Scene, i: int) -> bool:
    """`جون إيريك لوفاسور المدير السابق ل`, `عبد الكريم سيف فتح، وزير النقل`: a word between a given name and a title,
    which no table has or a comma ends."""
    word = scene.text(i)
    plain = word.isalpha() and not word.startswith(("ال", "و")) and not role(word) and not with_ba(scene, i)
    plain = plain and not scene.written(i).endswith("ة") and not is_that(scene, i)
    tied = scene.in_name(i - 1) and i not in scene.forms and not scene.heads.get(i)
    if tied and scene.text(i + 1) in COMMAS and titles(scene, i + 2):
        return plain
    tied = tied and deed(word) is None
    apart = scene.text(i + 1) in {"-", "–"} and any(  # `-محلل مالي-`
        hit.row["class"] in ("person", "experts") for hit in scene.heads.get(i + 2, ())
    )
    return plain and tied and (definite_title(scene, i + 1) or titles(scene, i + 1) or apart)


def _body_at(scene: Scene, i: int) -> bool:
    """Whether right at i the word for a body begins, with no article and no و."""
    return any(
        hit.start == scene.tokens[i].start and hit.row["kind"] in ("official_body", "organization")
        for hit in scene.heads.get(i, ())
    ) and not scene.text(i).startswith("ال")


def _surname_and_title(scene: Scene, k: int, last: int) -> bool:
    """`طالب الراوي [رئيس الوزراء] ب` behind `سامر الراوي`: a surname alone, and the title of somebody else."""
    alone = last == k + 1 and k in scene.mentions and not scene.text(last).startswith("ال")
    title = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(last, ()))
    entity = scene.mentions[k][1].entity if alone and title else None
    known = (scene.mentions[j] for j in range(k) if entity and j in scene.mentions)
    return any(mention.entity == entity and place.last > place.first + 1 for place, mention in known)


def told_many(scene: Scene, k: int) -> bool:
    """`طمأن المدير [أصحاب المحال]`: a title with its article alone, then many people whose noun has none."""
    alone = scene.text(k).startswith("ال") and any(
        hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(k, ())
    )
    bare = alone and scene.text(k + 1)[:2] != "ال" and k + 1 not in scene.mentions
    return bare and any(
        hit.row["number"] == "many" and hit.start == scene.tokens[k + 1].start for hit in scene.heads.get(k + 1, ())
    )


def _counterpart(scene: Scene, j: int) -> bool:
    """`اتهم الوزير [نظيره المصري] ب`, `أبلغ وزير النقل [تلفزيون العراق] أن`: another than the one before at j."""
    if scene.text(j) in {"نظيره", "نظيرته", "نظيرها", "نظيرتها"}:
        return True
    outlet = any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(j, ()))
    outlet = outlet and not scene.text(j).startswith(("ال", "و"))
    return outlet and (scene.text(j - 1).startswith("ال") or scene.in_name(j - 1))


def first_of_two(scene: Scene, k: int, end: int) -> int:
    """`أمهل النائب سامر الراوي وزير الأشغال نبيل الحمود أسبوعا`, `دعا الراوي شباب الثورة إلى`, `طالب سامر الراوي وزارة
    النقل ب`, `طالب سامر الراوي الهيئة العامة للنقل ب`: where the first ends."""
    another = next((j for j in range(k + 1, end) if _counterpart(scene, j)), None)
    another = k + 1 if another is None and told_many(scene, k) else another
    if another is not None:
        return another - (scene.text(another - 1) in COMMAS)
    named = [j for j in range(k, end) if j in scene.mentions and scene.mentions[j][1].type == "PER"]
    named = [j for j in named if not nicknamed(scene, j)]
    if named and somebody_described(scene, k, named[0]):
        return named[0]  # `اتهم مسؤول أردني كبير [سامر الراوي] ب`
    last = scene.mentions[named[0]][0].last if named else end
    many = last < end and any(hit.row["number"] == "many" for hit in scene.heads.get(last, ()))
    place = scene.mentions.get(last)
    many = many or (last < end and place is not None and place[1].type == "GPE" and last not in scene.nations)
    definite_body = place is not None and place[1].type == "ORG" and scene.text(last).startswith("ال")
    other = last < end and (definite_body or _body_at(scene, last) or _surname_and_title(scene, k, last))
    many = many or other
    last = last if len(named) > 1 or many else end
    apart = last < end and (scene.text(last) in COMMAS or scene.text(last)[:1] == "و")
    return end if apart and not any(h.start == scene.tokens[last].start for h in scene.heads.get(last, ())) else last
