"""Where a form that is a common word, too, is a name: what stands round it, and what else the page names."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.names import knowledge as known
from musnad.stages.names.words import OPENING, Page

__all__ = ["allowed"]

# Before an adjective stands a noun; before the state of the same spelling one of these.
_BEFORE_STATE = known.cues("known before state")
_BEFORE_PLACE = known.cues("known before place")
_BEFORE_OUTLET = known.cues("known before outlet")
_CORRESPONDENTS = ("مراسل", "مراسله", "مراسلو", "ومراسل", "لمراسل", "كاميرا", "شاشه", "قراء")
_ASKS = known.cues("context asks")
_TALKS = known.cues("context talks")
_FACILITIES = ("مطار", "معبر", "مخيم", "ميناء", "قاعدة")
_BEFORE_PERSON = known.cues("known before person")
_SURVEYS = ("استطلاع", "استطلاعات", "استطلاعا")
_LINE_OF_OUTLET = ("المصدر", "مصدر", "المصادر", "نقلا عن")


def allowed(page: Page, hit: Hit, heads: Mapping[int, Mapping[str, str]]) -> bool:
    """Whether a form that is a common word too is a name here."""
    if hit.row["when"] == "club":
        return _plays(page, hit)
    if hit.row["when"] in ("sports", "no sports"):
        return (len(page.forms & _GAMES) > 1) == (hit.row["when"] == "sports")
    reading = page.reading
    before = reading[max(0, hit.start - 3) : hit.start]
    at = hit.start - 1
    while at > 0 and (reading[at] in OPENING or reading[at] == " "):
        at -= 1
    row = heads.get(at + 1)
    quoted = page.fenced(hit.start, hit.end)
    kind = hit.row["type"]
    if (
        row is not None
        and _fits(row["type"], kind)
        and (kind != "GPE" or row["how"] != "feature" or row["form"] in _FACILITIES)
    ):
        return kind != "OUTLET" or quoted or reading[hit.end : hit.end + 1] not in "-"
    if hit.row["when"] == "beside":
        last = page.holding(hit.end - 1)
        return known.nationality(page.form(last + 1)) == known.state_of_code(hit.row["state"])
    if hit.row["when"] == "definite":
        number = page.holding(hit.start)
        return page.words[number].start < hit.start or page.gap(number) != " " or not _definite(page.form(number - 1))
    if hit.row["when"] == "adjective":
        return _is_state(page, hit)
    if kind == "OUTLET":
        if page.form(page.holding(hit.start) - 1) in _SURVEYS:
            return False  # `استطلاع للرأي`
        if _second_of_two(page, hit, heads):
            return True
        told = (
            page.form(page.holding(hit.start) - 1) in _CORRESPONDENTS
            and page.words[page.holding(hit.start)].start == hit.start
        )
        told = told or ((quoted or _bracketed(reading, hit)) and _told(page, hit, before.rstrip(f"{OPENING}(")))
        told = told or _short_for(page, hit) or _credited(reading, hit) or _wired(page, hit)
        return told or _heard(page, hit) or _passes_on(page, hit)
    if kind == "PER":
        return hit.row["state"] in page.isos and _acting(page, hit, quoted)
    return kind in ("GPE", "LOC") and _placed(page, hit)


def _second_of_two(page: Page, hit: Hit, heads: Mapping[int, Mapping[str, str]]) -> bool:
    """`صحيفتا الأهرام والأخبار`, `قناتي «المرفأ» و«العربية»`: joined to the first of two outlets."""
    number = page.holding(hit.start)
    if page.reading[page.words[number].start : hit.start] != "و" and page.form(number - 1) != "و":
        return False
    for head in range(number - 2, max(number - 5, -1), -1):
        row = heads.get(page.words[head].end)
        if row is not None and row["type"] == "OUTLET":
            return page.form(head).endswith(("تا", "تي"))
    return False


def _plays(page: Page, hit: Hit) -> bool:
    """Whether a club is meant: a page of sports, a word for players or matches before it, no adjective behind it."""
    number = page.holding(hit.start)
    before, after = page.form(number - 1).lstrip("وبلف"), page.form(number + 1)
    sports = len(page.forms & _GAMES) > 1
    whose = known.nationality(after)
    adjective = page.gap(number + 1) == " " and after.startswith("ال") and (whose is None or _federation(hit, whose))
    adjective = adjective and after not in ("الكروي", "الاول")  # `فريق النصر الكروي`
    clitic = page.reading[page.words[number].start : hit.start]
    return sports and before in _SIDES and page.gap(number) == " " and not clitic and not adjective


def _federation(hit: Hit, state: str) -> bool:
    """`رئيس الاتحاد الكويتي` heads a federation."""
    return hit.row["form"] == "الاتحاد" and state != "Saudi Arabia"


_GAMES = known.cues("general games")
_SIDES = known.cues("known sides")


def _acting(page: Page, hit: Hit, quoted: bool) -> bool:
    """Whether a surname stands where a person does: behind a verb, `أن`, `بين` and the like, alone."""
    number = page.holding(hit.start)
    word, before = page.words[number], page.form(number - 1)
    clitic = page.reading[word.start : hit.start]
    last = page.holding(hit.end - 1) + 1
    after = page.form(last) if page.gap(last) == " " else ""
    if clitic not in ("", "و", "ل", "ب") or known.surname(after) or (after.startswith("ال") and not known.says(after)):
        return False
    if page.gap(number) == " " and (known.given(before) or before in ("بن", "ابو", "ال")):
        return False
    told = known.says(before) or before in _BEFORE_PERSON
    return quoted or (not clitic and told) or (clitic == "و" and page.gap(number) == " " and known.says(after))


def _bracketed(reading: str, hit: Hit) -> bool:
    return reading[hit.start - 1 : hit.start] == "(" and reading[hit.end : hit.end + 1] == ")"


def _short_for(page: Page, hit: Hit) -> bool:
    """`وكالة الأنباء العراقية (واع)`: an agency's short name in brackets behind its long one."""
    number = page.holding(hit.start)
    near = any(page.form(n).endswith("وكاله") for n in range(max(0, number - 4), number))
    return _bracketed(page.reading, hit) and page.gap(number) == " (" and near


def _passes_on(page: Page, hit: Hit) -> bool:
    """`ونقلت النهار عن مصدر`: who passes on what another said."""
    number, after = page.holding(hit.start), page.holding(hit.end - 1) + 1
    alone = page.gap(number) == page.gap(after) == " " and page.words[number].start == hit.start
    before = page.form(number - 1).lstrip("وف")
    statement = before == "نقل" and page.form(number) == "البيان"  # `ونقل البيان عن المدير قوله`
    return alone and not statement and before in ("نقلت", "تنقل", "نقل") and page.form(after) == "عن"


def _heard(page: Page, hit: Hit) -> bool:
    """`قال سامر الناجي للجزيرة إن`, `كشف الوزير للعربية عن`, `مسؤول للعربية: …`: with ل, behind a verb of telling or
    somebody who tells, and before what is told."""
    number = page.holding(hit.start)
    word, after = page.words[number], page.holding(hit.end - 1) + 1
    if not word.form.startswith("لل") or word.form == "للجريده" or page.gap(number) != " ":
        return False  # `للجريدة`: mostly the page's own
    ahead = page.form(after) in _THAT | {"عن"} and page.gap(after).strip() in ("", "،")
    if not ahead and not page.gap(after).strip().startswith(":"):
        return False
    near = range(number - 1, max(number - 9, -1), -1)
    line = next((n for n in near if "\n" in page.gap(n)), near.stop + 1)
    told = any(page.form(n).removeprefix("ال") in _TELLERS for n in range(line, number))
    said = any(known.says(page.form(n)) for n in range(line, number))
    that = page.form(after) in _THAT or not any(page.form(n) == "عن" for n in range(line, number))
    return (said and that and (told or page.form(after) in _THAT)) if ahead else told


_THAT = frozenset("ان انه انها بان".split())
_TELLERS = known.cues("context tellers")


def _wired(page: Page, hit: Hit) -> bool:
    """`…، بحسب الأناضول.`, `ووفق الفرنسية، فإن`, `وذكرت الأناضول أن`: an agency by its short name, alone."""
    number, after = page.holding(hit.start), page.holding(hit.end - 1) + 1
    if hit.row["kind"] != "agency" or page.gap(number) != " ":
        return False
    before, ahead = page.form(number - 1), page.form(after)
    closed = page.gap(after).strip()[:1] in ("،", ".", "") and (page.gap(after) != " " or ahead in _SO)
    if page.words[number].start != hit.start:  # `، وفقا للفرنسية.`
        return closed and page.words[number].form.startswith("لل") and before in ("وفقا", "ووفقا", "طبقا")
    if before in _AS_TOLD_BY or (before == "عن" and page.form(number - 2) in ("نقلا", "ونقلا")):
        return closed
    told = before.endswith("ت") and known.says(before) and known.nationality(page.form(number)) is None
    return told and ahead in _THAT


_AS_TOLD_BY = ("بحسب", "وبحسب", "حسب", "وحسب", "وفق", "ووفق")
_SO = frozenset("فان فقد فانه فانها".split())


def _told(page: Page, hit: Hit, before: str) -> bool:
    """`قال لـ«الوطن»`, `وعلمت (عكاظ)`, `«البيان» التقت`, `حوار مع «الوطن»`: an outlet by what it is told or tells."""
    number = page.holding(hit.start)
    word, after = page.form(number - 1), page.form(page.holding(hit.end - 1) + 1)
    verb = known.says(word) and (word.endswith("ت") or word.lstrip("و").startswith("ت"))
    asks = after in _ASKS or (after.endswith("ت") and known.says(after))
    spoken = word in ("مع", "الي", "ابلغ", "ابلغت") and any(page.form(n) in _TALKS for n in range(number - 4, number))
    own = hit.row["entity"] == page.doc.page.outlet or hit.row["form"] == page.doc.page.outlet
    return before.endswith("ل") or word in _BEFORE_OUTLET or verb or asks or spoken or own


def _placed(page: Page, hit: Hit) -> bool:
    """Behind a preposition or a direction, on a page that names another place of the same state."""
    number = page.holding(hit.start)
    clitic = page.reading[page.words[number].start : hit.start]
    before = page.form(number - 1)
    if (
        page.words[page.holding(hit.end - 1)].end != hit.end
        or clitic not in ("", "و")
        or (page.gap(number) != " " and not clitic)
    ):
        return False
    if clitic and _listed(page, number):
        return hit.row["state"] in page.isos_with_capitals  # `بلدات عيتا الشعب والخيام`
    if clitic and page.form(number - 2) in _BEFORE_PLACE:
        return hit.row["state"] in page.isos_with_capitals
    return page.gap(number) == " " and before in _BEFORE_PLACE and hit.row["state"] in page.isos_with_capitals


def _listed(page: Page, number: int) -> bool:
    """Whether word `number` goes on with a list of places and closes it, or another goes on: `الدمام والخبر، وقال`."""
    if page.gap(number) != " " or page.words[number - 1].end not in page.place_ends:
        return False
    after = page.form(number + 1)
    many = page.form(number - 2).lstrip("وبل") in _MANY
    return many or page.gap(number + 1) != " " or after[:1] == "و" or known.binds(after)


_MANY = known.cues("towns many")


def _fits(head: str, kind: str) -> bool:
    return head == kind or {head, kind} <= {"GPE", "LOC"}


def _definite(form: str) -> bool:
    return form.lstrip("وفبك").startswith(("ال", "لل"))


def _is_state(page: Page, hit: Hit) -> bool:
    number = page.holding(hit.start)
    if page.words[number].start < hit.start:  # a clitic stands before it: وسورية، لسورية
        return page.reading[hit.start - 1] in "بل" or page.form(number - 1) in _BEFORE_STATE
    behind = page.form(number + 1)
    if behind.startswith("و") and page.gap(number + 1) == " " and known.STATES.get(behind[1:]) is not None:
        return not _definite(page.form(number - 1))  # `انسحاب مالي والنيجر`
    return page.form(number - 1) in _BEFORE_STATE or "\n" in page.gap(number)


def _credited(reading: str, hit: Hit) -> bool:
    """`المصدر: الوطن`: a short line that only credits."""
    start = reading.rfind("\n", 0, hit.start) + 1
    line = reading[start : hit.start].strip(" :-|/(+")
    return line in _LINE_OF_OUTLET or (
        line.split(" ")[0].strip(":") in _LINE_OF_OUTLET and line.rstrip(" +،,–").endswith(("وكالات", "وكالة", "مواقع"))
    )
