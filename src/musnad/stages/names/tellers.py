"""Names by what is told: clans, outlets that are told something, bodies in quotation marks that tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["clans", "papers", "told"]


def clans(page: Page) -> Iterator[Found]:
    """`آل فلان`, `البو فلان`: a clan. Where the words end a person's name, that is longer, and wins."""
    for number, word in enumerate(page.words):
        bare = _clan(word.form)
        if not bare:
            continue
        written = page.written(word.start, word.end)
        tribe = bare in ("بني", "بنو") and not written.endswith("ى") and page.forms & _TRIBES
        if (tribe or bare == "البو" or (bare == "ال" and "آل" in written)) and page.gap(number + 1) == " ":
            after = page.words[number + 1]
            if known.common(after.form) or page.form(number - 1).startswith("ال"):
                continue
            sort = ("PER", "person") if bare == "ال" and _he_tells(page, number) else ("ORG", "organization")
            yield Found(word.end - len(bare), after.end, sort[0], known.RULES["clan"].name, kind=sort[1], weight=1)


def _he_tells(page: Page, number: int) -> bool:
    """`وبيّن آل زلفة أن`: between a masculine verb of saying and what is said, a man by his family's name."""
    verb, behind = page.form(number - 1), page.form(number + 2)
    says = (known.says(verb) or verb == "وبين") and not verb.endswith(("ت", "وا"))
    return says and (behind in ("ان", "انه", "بان", "بانه") or page.gap(number + 2).strip(' »"”')[:1] == ":")


@lru_cache(1 << 15)
def _clan(form: str) -> str:
    """The word before a clan's name that a folded word is without its clitics; empty if it is none."""
    bare = form.lstrip("ول") if form.endswith("بني") else form.lstrip("ولب")
    return bare if bare in _CLANS else ""


_CLANS = ("بني", "بنو", "البو", "ال")
_TRIBES = known.cues("headed tribes")


def told(page: Page) -> Iterator[Found]:
    """`قال لـ«X» إن`: who is told in quotation marks is an outlet; `أعلنت «X» أن`: who tells in them is a body."""
    for match in _TOLD.finditer(page.reading):
        name = match["name"]
        if not known.common(name.split(" ")[0]) or (" " in name and _tells(page, match.start())):
            weight = 3 if known.place(name) else 1  # `قال لـ«المرسى» إن`
            rule = known.RULES["told"].name
            if _of_title(page, match):
                yield Found(*match.span("name"), "ORG", rule, kind="organization", weight=weight)
            else:
                yield Found(*match.span("name"), "OUTLET", rule, kind="outlet", weight=weight)
    for match in _ISSUE.finditer(page.reading):
        yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=True)
    yield from _at(page)
    yield from _counting(page)
    for match in _WAS.finditer(page.reading):
        if match["verb"] in _TELLERS and not known.common(match["name"].split(" ")[0]):
            printed = match["verb"] in _PUBLISHES
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), printed)
    for match in _REVIEWED.finditer(page.reading):
        state = known.nationality(match["state"]) if match["state"] else None
        if state or match["verb"]:
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=True)
    for match in _ACTS.finditer(page.reading):
        if match["verb"] in _SAYS and not known.common(match["name"].split(" ")[0]):
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=False)
    for match in _TELLS.finditer(page.reading):
        number = page.holding(match.start("verb"))
        verb = page.form(number).lstrip("وف")
        first = match["name"].split(" ")[0]
        foreign = first in _ARTICLES and " " in match["name"]
        person = known.surname(first) or known.given(first) or first.endswith("ي")
        if verb not in _TELLERS or verb in _OF_ROOT or known.says(first) or person or first.startswith("لل"):
            continue
        if foreign or not known.binds(first):
            printed = verb in _PUBLISHES or _printed(page, match.end())
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), printed)


def _of_title(page: Page, match: re.Match[str]) -> bool:
    """`الرئيسة التنفيذية لـ«مرساة»، ريم الراوي`, `الحساب الرسمي لـ«مرساة»`: whose it is, not who is told."""
    first = page.holding(match.start("name"))
    before = first - 1 - (page.form(first - 1) == "ل")
    after = page.form(page.at(match.end("name")))
    account = page.form(before).startswith("الرسمي") and page.form(before - 1).startswith("الحساب")
    return account or (page.form(before) in _CHARGED and known.given(after) and not known.says(after))


_CHARGED = frozenset(
    "التنفيذي التنفيذيه العام العامه المدير المديره الرئيس الرئيسه المؤسس المؤسسه الاقليمي المالي".split()
)


def papers(page: Page) -> Iterator[Found]:
    """Newspapers from abroad by what quotation marks fence off: «ذا بوما هيرالد», «لا نوفيل مارين» الفرنسية."""
    for match in _FENCED.finditer(page.reading):
        words = match["name"].split(" ")
        state = known.nationality(match["state"]) if match["state"] else None
        tailed = len(words) > 1 and words[-1] in _TAILS
        head = page.form(page.holding(match.start("name")) - 1)
        head = head if head in known.HEADS.by_form else head.lstrip("وبلف")
        articled = words[0] in _ARTICLES and len(words) > 1 and not ordinary(words[1]) and state is not None
        if (tailed or articled) and not (head in known.HEADS.by_form and head not in _OUTLETS):
            row = known.OUTLETS.get(match["name"])
            yield replace(_teller(*match.span("name"), row, publishes=True), weight=3)


_OUTLETS = frozenset("صحيفه جريده مجله موقع شبكه قناه اذاعه وكاله يوميه اسبوعيه".split())
_TAILS = known.cues("headed outlet tails") | known.cues("tellers tails")
_FENCED = re.compile(r"[«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){1,3})[»”\"](?: (?P<state>ال[^\W\d_]+يه)(?![^\W_]))?")


def _printed(page: Page, end: int) -> bool:
    """Whether `الفرنسية` or `في افتتاحيتها` behind quotation marks says that a newspaper tells."""
    number = page.at(end)
    first = page.form(number)
    if page.form(number) in ("في", "فى", "علي"):
        return page.form(number + 1) in _PAGES
    return page.gap(number).strip("»”\"' ") == "" and first.endswith("يه") and known.nationality(first) is not None


_WAS = re.compile(
    r"(?<![^\W_])و?كانت [«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})[»”\"] قد (?P<verb>[^\W\d_]{3,}ت)(?![^\W_])"
)
# `آخر عدد من «X»`
_ISSUE = re.compile(r"(?:اخر|اول|احدث) عدد من [«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})[»”\"]")
_PAGES = known.cues("tellers pages")


# `أرقام صادرة عن «X»`, `بيانات «X»`: who counts, by a name of words that no everyday ones are
_COUNTS = re.compile(
    r"(?<![^\W_])[وبلف]?(?:(?:صادره?|صدرت?|نشرته?|نشرتها) (?:عن|من|علي) "
    r"|(?:بيانات|ارقام|تقديرات|حسابات|مسح|استطلاع) (?:ل|من )?|(?:اعدته?|اعدتها|جمعتها|اجرته|اجراه|طورتها) )"
    r"(?:شركه |مؤسسه )?[«“\"](?P<name>[^\W\d_]{3,}(?: [^\W\d_]+){0,2})[»”\"]"
)


def _counting(page: Page) -> Iterator[Found]:
    """Bodies that issue figures."""
    for match in _COUNTS.finditer(page.reading):
        words = match["name"].split(" ")
        person = known.surname(words[-1]) or known.given(words[0])
        if not (person or any(ordinary(word) or known.binds(word) for word in words)):
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=False)


def _at(page: Page) -> Iterator[Found]:
    """`لدى «X»`: where somebody works."""
    for match in _WORKS.finditer(page.reading):
        first, _, second = match["name"].partition(" ")
        if not known.common(first) or (second and not ordinary(second)):  # `لدى «ألفا كابيتال»`
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=False)


_REVIEWED = re.compile(
    r"(?<![^\W_])و?(?:في|فى) [«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})[»”\"](?:،? (?:اذ|حيث))? "
    r"(?:(?P<state>ال[^\W\d_]+يه)(?![^\W_])|(?P<verb>كتبت?|تنقل|ينقل|نشرت?|[يت]قول)(?![^\W_]))"
)
_ROLES = r"محلله?|خبيره?|مديره?|كبيره? [^\W\d_]+|باحثه?|مستشاره?|شريكه?|موسسه?|متداوله?"
_WORKS = re.compile(
    rf"(?<![^\W_])(?:لدي|(?:{_ROLES}) (?:في|فى)) [«“\"](?P<name>[^\W\d_]{{3,}}(?: [^\W\d_]+){{0,3}})[»”\"]"
)


def _teller(start: int, end: int, outlet: Mapping[str, str] | None, publishes: bool) -> Found:
    rule = known.RULES["tells"].name
    if outlet is None and publishes:
        return Found(start, end, "OUTLET", rule, kind="outlet", weight=0)
    if outlet is not None:
        return Found(start, end, "OUTLET", rule, outlet["entity"], outlet["kind"], weight=0)
    return Found(start, end, "ORG", rule, kind="organization", weight=0)


def _tells(page: Page, position: int) -> bool:
    """Whether one of the eight words before a position is of telling: `في تصريح لـ«X»`."""
    number = page.at(position)
    return any(known.says(page.form(n)) or page.form(n).lstrip("وبفل") in _TELLING for n in range(number - 9, number))


_ARTICLES = known.cues("headed foreign articles")
_TELLERS = known.cues("bodies says") | known.cues("people speaks") | known.cues("headed publishes")
_TELLERS |= known.cues("headed tells")
_SAYS = known.cues("headed says")
_OF_ROOT = ("لفت", "التفت", "ثبت", "اثبت", "بات", "مات", "فات")  # no feminine ending
_PUBLISHES = known.cues("headed publishes")
_TELLING = known.cues("headed telling")
_TOLD = re.compile(r"(?<=ل)[«“\"](?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})[»”\"] ?(?=ان |انه |انها |:|، |,)")
_ACTS = re.compile(r"[«“\"](?P<name>[^\W\d_]{3,}(?: [^\W\d_]+){0,2})[»”\"] (?P<verb>ت[^\W\d_]{2,})")
_TELLS = re.compile(r"(?P<verb>[^\W\d_]{3,}ت) [«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})[»”\"]")
