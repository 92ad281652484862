"""Names that the lexicons hold, where their context lets them be names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.doc import Doc, Hit
from musnad.rules import OWN
from musnad.stages.names import knowledge as known
from musnad.stages.names.context import allowed
from musnad.stages.names.found import Found
from musnad.stages.names.namesakes import namesake
from musnad.stages.names.vocabulary import inflected
from musnad.stages.names.words import OPENING, Page

__all__ = ["find"]

_LEXICONS = (
    known.STATES,
    known.PLACES,
    known.TOWNS,
    known.PERSONS,
    known.BODIES,
    known.GROUPS,
    known.ORGANIZATIONS,
    known.OUTLETS,
)
_KINDS = {"PER": "person", "GPE": "state", "OUTLET": "outlet"}
_WHERE = known.cues("known where")
_OVERWHELMS = known.cues("known overwhelms")
_DATELINE = re.compile(r" ?\([^()\n]{2,30}\) ?[-–ـ:]| ?\([^()\n]{2,30}\)  ?[^\W_]+ \d")
_SUNSET = known.cues("known sunset")


def find(doc: Doc, page: Page) -> Iterator[Found]:
    """All lexicon names on a page, nested ones too."""
    yield from _own(doc, page)
    heads = {hit.end: hit.row for hit in doc.hits[known.HEADS.name]}
    for lexicon in _LEXICONS:
        for hit in doc.hits[lexicon.name]:
            row = hit.row
            if row["entity"] == "Morocco" and page.form(page.holding(hit.start) - 1) in _SUNSET:
                continue
            if (row.get("when") and not allowed(page, hit, heads)) or _cut_short(page, hit) or _word(page, hit):
                continue
            if lexicon in (known.TOWNS, known.PLACES) and _owned(page, hit):
                continue
            if _another(page, hit) or (row["type"] == "ORG" and _of_its_own(page, hit)):
                continue
            if page.form(page.holding(hit.start) - 1) == "بتوقيت" and row["type"] == "GPE" and row["entity"] == "Mecca":
                continue
            start = _without_title(page, hit)
            kind = row.get("kind") or (_KINDS.get(row["type"]) if lexicon is known.STATES else None)
            acts_for = row.get("acts_for") or None
            weight = 3 if row.get("when") and lexicon is not known.TOWNS else 2
            end = _without_state(page, hit) if lexicon in (known.OUTLETS, known.ORGANIZATIONS) else hit.end
            weight += lexicon is known.ORGANIZATIONS and end < hit.end  # `موناكو الفرنسي` is no town
            entity = (namesake(page, hit) or row)["entity"]
            if entity == "Tunisia" and _DATELINE.match(page.reading, hit.end) and "\n" in page.gap(page.at(hit.start)):
                entity = "Tunis"
            yield Found(start, end, row["type"], hit.rule, entity, kind, acts_for, weight)
    for hit in doc.hits[known.CAPITALS.name]:
        if page.form(page.holding(hit.start) - 1) in _OVERWHELMS:
            continue  # `القوة القاهرة`
        everyday = known.everyday(page.reading[hit.start : hit.end])
        everyday = everyday and page.form(page.holding(hit.start) - 1) not in _WHERE
        if everyday and not any(row.row["entity"] == hit.row["acts_for"] for row in doc.hits[known.STATES.name]):
            continue  # `سيول` on a page without Korea
        other = namesake(page, hit)
        state = hit.row["acts_for"] if other is None and _acts(page, hit) else None
        yield Found(hit.start, hit.end, "GPE", hit.rule, (other or hit.row)["entity"], "state", state, 2)


def _own(doc: Doc, page: Page) -> Iterator[Found]:
    """The user's own names; of two readings of the same words theirs is taken."""
    for hit in doc.hits.get(OWN, ()):
        if not _cut_short(page, hit):
            row = hit.row
            acts_for = row["acts_for"] if row["type"] != "GPE" or _acts(page, hit) else ""
            start, kind = _without_title(page, hit), row["kind"] or None
            yield Found(start, hit.end, row["type"], hit.rule, row["entity"], kind, acts_for or None, weight=9)


def _owned(page: Page, hit: Hit) -> bool:
    """`في حواره أمس`: an everyday noun with its owner's pronoun is no town that ends in ة."""
    form = page.reading[hit.start : hit.end]
    return form.endswith("ه") and page.written(hit.start, hit.end).endswith("ه") and known.common(form[:-1])


def _acts(page: Page, hit: Hit) -> bool:
    """Whether a capital stands for its government: it is neither where something is nor the head of a dateline."""
    number = page.holding(hit.start)
    clitic = page.reading[page.words[number].start : hit.start]
    if "\n" in page.gap(number):  # a dateline, or a headline of what the capital does
        return known.says(page.form(number + 1)) or page.gap(number + 1).startswith(":")
    if "ب" in clitic or clitic in ("ل", "ول"):
        return False
    before = number - 1
    if clitic == "و" or page.form(before) == "او":  # `في مسقط أو الدوحة`: what holds of the first holds of the second
        before -= 1 if clitic == "و" else 2
    if page.gap(number).strip():
        return not page.gap(number).strip().startswith("(")
    return page.form(before) not in _WHERE and not (
        page.form(before - 1) in _WHERE and known.nationality(page.form(before)) is not None
    )


def _word(page: Page, hit: Hit) -> bool:
    """Whether a clitic and a name make an everyday word: `وصلت` is no `و` and `صلت`."""
    word = page.words[page.holding(hit.start)]
    whole = word.start < hit.start and word.end == hit.end
    return whole and (known.common(word.form) or inflected(word.form) or known.given(word.form))


def _without_title(page: Page, hit: Hit) -> int:
    """`الملك سلمان` names the king, `وكالة الأناضول` the agency: the mention is the name alone."""
    first = page.holding(hit.start)
    word = page.words[first]
    if hit.row["type"] == "OUTLET" and word.end < hit.end:
        return _without_kind(page, hit, first)
    if hit.row["type"] == "PER" and word.end < hit.end and word.form.lstrip("وفبلك") in _TITLES_IN_FORMS:
        return page.words[first + 1].start
    return hit.start


def _without_kind(page: Page, hit: Hit, first: int) -> int:
    """`وكالة أنباء شينخوا` is `شينخوا`, but `وكالة أنباء البحرين` and `وكالة السودان للأنباء` are names as they are."""
    if not page.words[first].form.endswith(_KINDS_IN_FORMS):
        return hit.start
    news = page.form(first + 1) == "انباء"
    name = page.words[first + 1 + news] if first + 1 + news < len(page.words) else page.words[first]
    rest = page.reading[name.start : hit.end]
    bare = name.end <= hit.end and not rest.startswith(("الانباء", "الاخبار", "الصحافه"))
    placed = known.place(rest.split(" ")[0]) and known.OUTLETS.get(rest) is None
    return name.start if bare and " ل" not in rest and not placed else hit.start


def _without_state(page: Page, hit: Hit) -> int:
    """`الإندبندنت البريطانية` is `الإندبندنت`: where a newspaper or a club is from is no part of its name."""
    rest, _, last = page.reading[hit.start : hit.end].rpartition(" ")
    whose = rest and last.startswith("ال") and known.nationality(last) is not None
    club = whose and known.ORGANIZATIONS.get(rest)
    same = club and club["when"] == "club" and club["entity"] == hit.row["entity"]
    return hit.start + len(rest) if whose and (same or known.OUTLETS.get(rest) is not None) else hit.end


def _another(page: Page, hit: Hit) -> bool:
    """Whether the words round a form tell that something else is meant than the table's row."""
    kind, first = hit.row["type"], page.holding(hit.start)
    head = page.form(first - 1).lstrip("وبف").removeprefix("ل")
    if kind == "OUTLET":  # `صحيفة "X"` is no television
        other = _MEDIA.get(head)
        return other is not None and other in hit.row["entity"].split(" ")
    if page.fenced(hit.start, hit.end) and head in _OUTLETS and page.gap(first).strip() in OPENING:
        return True  # `إذاعة «X»` is no person
    if kind not in ("GPE", "LOC"):
        return False
    word = page.words[first]
    if word[:2] == hit[:2] and word.form.endswith("ه") and hit.row["form"].split("|")[0].endswith("ة"):
        owned = page.written(word.start, word.end).endswith("ه") and page.form(first - 1) not in _WHERE
        if owned and len(word.form) == _OWNED and page.gap(first) == " " and page.doc.source.count("ة") > _OFTEN:
            return True  # `(قال إن) حواره مفيد`
    if page.form(first - 1).endswith("علي") and page.words[first].form in _LEVELS:
        return True  # `على الصعيد الاقتصادي`
    return _GAUGE.match(page.reading, hit.end) is not None


_MEDIA = {
    **dict.fromkeys(("صحيفه", "جريده", "مجله", "يوميه", "اسبوعيه"), "TV"),
    **dict.fromkeys(("قناه", "فضائيه", "تلفزيون"), "Newspaper"),
}
_OUTLETS = frozenset((*_MEDIA, "اذاعه", "موقع", "شبكه", "راديو"))
_LEVELS = ("الصعيد",)
_OWNED, _OFTEN = 5, 2  # letters of a noun with its pronoun; times that a page writes ة
_GAUGE = re.compile(r" \d+ ?(?:مم|ملم|سم|بوصه|انش|مليمتر)(?![^\W_])")  # `أنبوب قطر 300 ملم`
_KINDS_IN_FORMS = ("وكاله", "صحيفه", "قناه", "موقع")
_TITLES_IN_FORMS = known.cues("known titles in forms")


def _of_its_own(page: Page, hit: Hit) -> bool:
    """`جامعة تكساس المسيحية` is no `جامعة تكساس`: an adjective of kind behind a known school's name makes another."""
    after = page.at(hit.end)
    school = page.form(page.holding(hit.start)).endswith(_SCHOOLS)
    return school and page.gap(after) == " " and page.form(after) in _SORTS


_SCHOOLS = ("جامعه", "معهد", "كليه", "مستشفي")
_SORTS = frozenset(
    "المسيحيه الكاثوليكيه الحره التقنيه التكنولوجيه التطبيقيه المفتوحه الاسلاميه الطبيه الزراعيه العسكريه الافتراضيه "
    "الطبي التقني التخصصي العسكري".split()
)


def _cut_short(page: Page, hit: Hit) -> bool:
    """A person's known name inside a longer one: `محمد صلاح` in `محمد صلاح الدين`, `بوتين` in `أولغا بوتين`."""
    if hit.row["type"] != "PER":
        return False
    if " " not in page.reading[hit.start : hit.end]:
        first = page.holding(hit.start)
        before = page.form(first - 1)
        return page.gap(first) == " " and known.given(before) and not known.title(before)
    last = page.holding(hit.end - 1)
    return page.gap(last + 1) == " " and page.form(last + 1) in ("الدين", "بن", "ال")
