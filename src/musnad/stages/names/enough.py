"""Whether a construct behind a word for a body is a name and not a common noun."""

from __future__ import annotations

import re

from musnad.stages.names import constructs, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["enough"]


def enough(page: Page, first: int, after: int, how: str, head: str, placed: bool) -> bool:
    """Whether a construct is a name and not a common noun. `placed`: a known place is its first word."""
    size = after - first
    form = page.form(first)
    if size == 1 and f"{head} {form}" in _PAIRS:
        return False
    if head == "مهرجان":
        return placed
    if _common_noun(page, first, how, head):
        return False
    if head == "مجموعه":
        size -= size > 1 and page.form(after - 1) in _BUSINESS
        return size == 1 and (constructs.foreign(form) or (form.startswith("ال") and not ordinary(form)))
    if how == "chamber":
        return placed or form in _TRADES or f"ال{form}" in _TRADES
    if head in _OFFICES and size == 1:
        return page.article(first) and (form in _FIELDS or form in _CHARGED)
    if how == "charge":
        return _charge(head, form, size) or _of_chamber(page, first, after)
    weak = _WEAK - {"اداره"} if head == "هيئه" and size > 1 else _WEAK
    if head == "لجنه" and size > 1:
        weak = weak - {"متابعه"}
    described = size == 2 and head in _OFFICIAL and page.article(first) and page.article(first + 1)
    if any(page.form(n) in weak for n in range(first, after)) and not described:  # `هيئة الطيران المدني`
        return False
    if how == "council":
        return _council(page, first, after, head)
    own = form.startswith("ال") and not known.common(form) and not known.nationality(form)
    if how == "within" and head in _COMMON_HEADS and known.everyday(form[2:]):
        own = head == "حركه" and (page.form(first - 2).endswith("ت") or page.form(first - 2) in _POLITICS)
    if head in ("مرصد", "تنسيقيه"):
        return True
    if how == "forces":
        return size == 1 and form.startswith("ال") and form not in _FORCES and not known.nationality(form)
    if how == "city" and size > 1:
        return placed or (form in _AREAS and page.form(after - 1) not in _AREAS)
    if how in ("city", "brigade", "army"):
        own = own and not (how == "city" and known.everyday(form[2:]))
        if how == "brigade" and size == 2:  # `لواء أحفاد الأرز`, but `لواء قصبة X` is a district
            last = page.form(after - 1)
            if form in _FIGHTERS and page.article(after - 1) and not known.nationality(last):
                return True  # `لواء أحرار القلمون`
            officer = page.article(first) or parts.listed(form) or known.place(last) or known.nationality(last)
            return page.article(after - 1) and not officer
        town = placed or constructs.foreign(form) or known.place(form)
        return size == 1 and (own or (how == "city" and town))
    if how == "union":
        return head != "تجمع" or form.endswith("ين")
    if how == "court":
        return _court(page, first, after, head, placed)
    if head == "حزب" and size == 1 and page.article(first) and form not in _RANKS:
        return not (known.nationality(form) or known.describes(form[2:]) or known.title(form[2:]))
    if head in _PARTIES:
        return size >= 2 or form.startswith("ال")
    if head == "كليه":  # `كلية الطب` is every university's
        return size >= 2 and any(page.form(n).startswith("ب") for n in range(first + 1, after))
    if head in ("اذاعه", "راديو", "تلفزيون") and placed:
        return True  # `إذاعة كسلا`
    return size >= 2 or own or constructs.foreign(form) or (placed and head in _SEATED)


def _court(page: Page, first: int, after: int, head: str, placed: bool) -> bool:
    """Whether a court or a department is named: by what it is for or where it is."""
    form = page.form(first)
    if head == "دائره":  # `دائرة الاهتمام` is no office
        field = f"ال{form}" in _FIELDS | _CHARGED and known.place(page.form(after - 1))  # `دائرة صحة ديالى`
        seated = placed and page.form(first - 2) != "عن"  # `النائب عن دائرة X`
        return field or form in _FIELDS or form in _CHARGED or form == "الجنايات" or seated
    return form.startswith("ال") or placed or after - first >= 2


def _council(page: Page, first: int, after: int, head: str) -> bool:
    """Whether a council or committee is named: with a chamber, a field, or two words of its own."""
    size, form = after - first, page.form(first)
    if page.form(after - 1).startswith(("ب", "النواب", "الشعب", "الشيوخ")):
        return True
    if head == "لجنه" and size == 1 and page.form(first - 2) in _PRESIDES:
        return False  # `رئيس لجنة الدفاع` is one title
    if size == 1:
        return head == "لجنه" and form in _FIELDS
    chamber = _of_chamber(page, first, after)
    described = form.endswith("يه") or known.describes(form) or (form.endswith("ه") and known.describes(form[:-1]))
    return chamber or (not form.startswith("ال") and not described) or form in _FIELDS


def _of_chamber(page: Page, first: int, after: int) -> bool:
    """`(لجنة) الإعلان بغرفة X`: whether a construct goes on to a chamber of commerce."""
    return any(page.form(n) in ("غرفه", "بغرفه") for n in range(first, after - 1))


def _common_noun(page: Page, first: int, how: str, head: str) -> bool:
    """`مصلحة الوطن`, `حركة الإنشاءات العقارية`, `جبهة واسعة لوقف الحرب`."""
    form = page.form(first)
    if head == "مصلحه":
        return form not in _REVENUE and form not in _DEPARTMENTS
    if head == "حركه" and form in _MOTIONS:
        return True
    hung = form[:1] == "ل" and ordinary(form[1:]) and not parts.listed(form)  # `تحالف لجمعيات الإغاثة`
    for_some = page.form(first + 1)[:1] == "ل" and form.endswith("ي") and ordinary(form)  # `مركز تدريبي لبرامج X`
    if how in ("within", "union") and not page.article(first) and (hung or for_some):
        return True
    return how in ("within", "union") and not (page.article(first) or page.article(first + 1)) and _described(form)


def _described(form: str) -> bool:
    """Whether an indefinite word is an adjective: what stands before it is any such body."""
    stem = form.removesuffix("ه")
    relation = _RELATION.fullmatch(form) is not None and ordinary(form) and form not in known.HEADS.by_form
    return form.endswith("ه") and (known.describes(stem) or relation)


_RELATION = re.compile(r"(?!ت\w\wيه)\w+[^ا]يه")  # `خيرية`, not `تسوية`, `رعاية`


def _charge(head: str, form: str, size: int) -> bool:
    """Whether a service is named by its field: `جهاز حماية المستهلك`."""
    bare = form.removeprefix("ال")
    if head == "جهاز" and size >= 2 and form in _FIELDS:
        return True
    if head == "اداره" and size == 1 and form in _DEPARTMENTS:
        return True
    if head in ("اداره", "جهاز"):  # `إدارة الجودة`, `جهاز قياس الضغط` are no services
        return bare in _SERVICES and size >= 2 and not (form != bare and head == "اداره")
    return bare in _CHARGES and size >= 2


_FIGHTERS = (
    "احرار",
    "شهداء",
    "صقور",
    "اسود",
    "ثوار",
    "فرسان",
    "مغاوير",
    "انصار",
    "احفاد",
    "ذياب",
    "درع",
    "حماه",
    "ابناء",
)
_COMMON_HEADS = ("مركز", "معهد", "حركه", "منتدي", "كليه", "مكتبه", "متحف")
_WEAK = known.cues("headed weak")
_PAIRS = known.cues("headed common pairs")
_AREAS = known.cues("headed areas")
_SERVICES = known.cues("headed charges")
_FIELDS = known.cues("constructs fields")
_CHARGES = _SERVICES | {field.removeprefix("ال") for field in known.cues("constructs fields")}
_OFFICIAL = ("هيئه", "مصلحه", "مديريه", "نقابه")
_OFFICES = ("مديريه", "مفتشيه", "مفوضيه", "سلطه")
_CHARGED = known.cues("enough charged")
_PRESIDES = ("رئيس", "رييس", "رئيسه", "مقرر", "مقرره", "لرئيس", "ورئيس")
_RANKS = ("الحاكم", "المعارض", "نفسه", "الكبير", "الاكبر", "الوحيد", "الجديد", "المذكور", "الواحد", "الله")
_DEPARTMENTS = known.cues("headed departments")
_BUSINESS = known.cues("enough business")
_REVENUE = known.cues("enough revenue")
_MOTIONS = known.cues("enough motions")
_POLITICS = known.cues("headed politics")
_TRADES = known.cues("headed trades")
_FORCES = known.cues("headed forces")
_PARTIES = known.cues("headed parties")
_SEATED = known.cues("headed seated")
