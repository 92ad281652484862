"""Ministries, presidencies, governments, parliaments and armies: composed from their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from musnad.doc import Hit
from musnad.stages.names import constructs
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import CLOSING, Page
from musnad.verbs import verb

__all__ = ["find"]

_MINISTRY = "وزاره"
_MINISTRY_OF = "{adjective} Ministry of "
_SHORTENED = ("الخارجيه", "الداخليه", "الدفاع", "الصحه")
_FEDERAL = ("الاتحاديه", "الفدراليه", "الفيدراليه")
_NOT_BEFORE = known.cues("bodies not before")
_SAYS = known.cues("bodies says")


def find(page: Page, states: Mapping[int, Found]) -> Iterator[Found]:
    """Official bodies of known and unknown states; `states` are the states and capitals found so far, by start."""
    for number, word in enumerate(page.words):
        opens = _opens(word.form)
        if not opens:
            continue
        if opens == "ministry":
            yield from _ministry(page, number, word.end - len(_MINISTRY), states)
        elif opens == "shortened":
            yield from _shortened(page, number)
        elif "\n" in page.gap(number):
            yield from _headline(page, number)
    for hit in page.doc.hits[known.SEATS.name]:
        yield from _seat(page, hit, states)


@lru_cache(1 << 15)
def _opens(form: str) -> str:
    """What a folded word may open: a ministry with its word, one without it, or one in a headline; or nothing."""
    if form.endswith(_MINISTRY) and form[: -len(_MINISTRY)] in ("", "و", "ب", "ل", "ف", "ول", "وب"):
        return "ministry"
    if form.endswith(_SHORTENED) or (form.startswith("لل") and f"ال{form[2:]}" in _SHORTENED):
        return "shortened"
    return "headline" if known.portfolio((form,)) else ""


def _adjective(page: Page, number: int) -> str | None:
    """The folded adjective of a state at word `number`, known or of its shape, else None."""
    form = page.form(number)
    if page.gap(number) != " " or not form.startswith("ال"):
        return None
    if known.nationality(form):
        return form
    shaped = form.endswith(("يه", "ي")) and len(form) > 6 and not known.common(form) and form not in _NOT_STATES
    shaped = shaped and not (known.everyday(form[2:]) or form in _ABSTRACT)
    return form if shaped else None


_ABSTRACT = known.cues("constructs times")  # `(حمل) وزارة المياه المسؤولية`
_NOT_STATES = known.cues("bodies not states")


def _english(adjective: str, pattern: str) -> str | None:
    state = known.nationality(adjective)
    if state is None:
        return None
    english = known.adjective_of(state)
    if "{adjective}" in pattern and not english:
        return None
    if pattern.startswith(_MINISTRY_OF):
        return known.ministry(state, pattern.removeprefix(_MINISTRY_OF))
    return known.seat(state, pattern)


def _ministry(page: Page, number: int, start: int, states: Mapping[int, Found]) -> Iterator[Found]:
    for size in (5, 4, 3, 2, 1):
        words = [page.form(number + 1 + n) for n in range(size)]
        if any(page.gap(number + 1 + n) != " " for n in range(size)):
            continue
        english = known.portfolio(words)
        if english:
            break
    else:
        yield from _unknown(page, number, start, states)
        return
    after = number + 1 + size
    rule = known.RULES["ministry"].name
    joined = constructs.joined(page, after)
    plain = words[0] not in _SHORTENED and not any(page.form(after).endswith(one) for one in _SHORTENED)
    if joined > after and plain:  # `وزارة الأشغال العامة والنقل`: a portfolio that no list has
        yield Found(start, page.words[joined - 1].end, "ORG", rule, None, "official_body", weight=2)
        return
    if page.gap(after) == " " and page.form(after) in _FEDERAL:  # `وزارة المالية الاتحادية`
        whose = _adjective(page, after + 1)
        entity = _english(whose, _MINISTRY_OF + english) if whose else f"Ministry of {english}"
        end = page.words[after + (whose is not None)].end
        yield Found(start, end, "ORG", rule, entity, "official_body", weight=2)
        return
    adjective = _adjective(page, after)
    if adjective is not None:
        entity = _english(adjective, "{adjective} Ministry of " + english)
        yield Found(start, page.words[after].end, "ORG", rule, entity, "official_body", weight=2)
        return
    state = states.get(page.words[after].start) if page.gap(after) == " " else None
    if not words[0].startswith("ال"):
        end = state.end if state else page.words[after].end if page.gap(after) == " " else 0
        if end:
            name = known.adjective_of(state.entity or "") if state else ""
            entity = f"{name} Ministry of {english}" if name else None
            yield Found(start, end, "ORG", rule, entity, "official_body", weight=2)
        return
    yield Found(start, page.words[after - 1].end, "ORG", rule, f"Ministry of {english}", "official_body", weight=2)


def _unknown(page: Page, number: int, start: int, states: Mapping[int, Found]) -> Iterator[Found]:
    """A ministry for what no list has: `وزارة التحول الرقمي`, `وزارة شؤون الجاليات`."""
    after = constructs.construct(page, number + 1, states, "") if page.gap(number + 1) == " " else 0
    if after and page.article(number + 1) | page.article(number + 2):
        rule = known.RULES["ministry"].name
        yield Found(start, page.words[after - 1].end, "ORG", rule, None, "official_body", weight=1)


def _shortened(page: Page, number: int) -> Iterator[Found]:
    """`الخارجية الروسية`, `أعلنت الخارجية`, `الصحة: …` without the word for a ministry."""
    word = page.words[number]
    swallowed = word.form.startswith("لل")  # `(بيان) للخارجية الأردنية`
    start = word.start + (1 if swallowed else word.form.rindex("ال"))
    before = page.form(number - 1)
    if before in _NOT_BEFORE or word.form[: start - word.start] not in ("", "و", "ل", "ب"):
        return
    adjective = _adjective(page, number + 1)
    rule = known.RULES["shortened"].name
    english = known.portfolio((f"ا{page.reading[start : word.end]}" if swallowed else page.reading[start : word.end],))
    begins = "\n" in page.gap(number) or page.gap(number).startswith(("..", "…"))
    if adjective is not None and adjective.endswith("يه") and (word.form.endswith("يه") or begins):
        entity = _english(adjective, f"{{adjective}} Ministry of {english}")
        yield Found(start, page.words[number + 1].end, "ORG", rule, entity, "official_body", weight=2)
    elif before in _SAYS or (begins and (":" in page.gap(number + 1) or page.form(number + 1) in _SAYS)):
        yield Found(start, word.end, "ORG", rule, f"Ministry of {english}", "official_body", weight=2)


def _headline(page: Page, number: int) -> Iterator[Found]:
    """`"التجارة" تطلق`, `التعليم: …` at the head of a line: a ministry by what it is for."""
    word = page.words[number]
    verb = page.form(number + 1)
    seat = known.SEATS.get(word.form)
    if (seat and seat["bare"] == "heads") or word.form == "الامن":
        return  # `الأمن: القبض على …`
    if page.gap(number + 1).lstrip(CLOSING).startswith(":") or (known.says(verb) and verb.startswith("ت")):
        english = known.portfolio((word.form,))
        rule = known.RULES["shortened"].name
        yield Found(word.start, word.end, "ORG", rule, f"Ministry of {english}", "official_body", weight=2)


def _of_page(page: Page, adjective: str) -> bool:
    """Whether an unknown adjective is a state's that the page names: `الجيش الزاغوري` beside `زاغورا`."""
    stem = adjective[2:].removesuffix("ه").removesuffix("ي")
    if len(stem) < 4 or {stem + "ي", stem + "يه"} & page.forms:  # an everyday adjective: `الحكومة الإلكترونية`
        return False
    states = {stem + ending for ending in ("ا", "يا", "ان", "ستان", *([""] if len(stem) > 4 else []))}
    return any(form in states or (form[:1] in "وبلف" and form[1:] in states) for form in page.forms)


def _within_title(page: Page, hit: Hit) -> bool:
    """`محافظ البنك المركزي` is one title; who speaks for a body or is one of it names the body."""
    before = page.form(page.holding(hit.start) - 1).removeprefix("ال")
    clitic = before[:1] in ("ل", "و", "ب") and known.title(before[1:]) and before[1:] not in _OF_BODY
    return clitic or (known.title(before) and before not in _OF_BODY)


_OF_BODY = ("ممثل", "ممثله", "مندوب", "عضو", "عضوه", "موفد")


def _seat(page: Page, hit: Hit, states: Mapping[int, Found]) -> Iterator[Found]:
    number = page.holding(hit.end - 1) + 1
    adjective = _adjective(page, number)
    pattern, kind = hit.row["entity"], hit.row["kind"]
    if adjective is not None and (not adjective.endswith(("ي", "يه")) or hit.row["form"] == "الأمن"):
        adjective = None
    stately = adjective is not None and (known.nationality(adjective) is not None or hit.row["form"] == "الرئاسة")
    if adjective is not None and (stately or _of_page(page, adjective)):
        entity = _english(adjective, pattern)
        town = _town(page, number + 1, states) if hit.row["form"] in _ABROAD else None
        end = town.end if town else page.words[number].end
        entity = f"{entity}, {town.entity}" if town and entity else entity
        if hit.row["form"] == "المنتخب" and (page.form(number + 1).startswith("لل") or not page.forms & _FOOTBALL):
            entity = None  # `المنتخب العماني للمبارزة`
        yield Found(hit.start, end, "ORG", known.RULES["seat"].name, entity, kind, weight=2)
    elif hit.row["bare"] and _bare(page, hit) and not _within_title(page, hit):
        town = _town(page, number, states) if hit.row["form"] == "مكتب المدعي العام" else None
        pattern = f"{town.entity} Public Prosecutor's Office" if town else pattern
        end = town.end if town else hit.end
        yield Found(hit.start, end, "ORG", known.RULES["bare_seat"].name, pattern, kind, weight=1)


_FOOTBALL = known.cues("bodies football")
_ABROAD = ("السفارة", "القنصلية")


def _town(page: Page, number: int, states: Mapping[int, Found]) -> Found | None:
    """The known town that something is said to lie in: `السفارة الكندية في الرباط`."""
    if page.gap(number) != " " or page.form(number) not in ("في", "فى") or not page.form(number + 1):
        return None
    town = states.get(page.words[number + 1].start)
    return town if town is not None and town.entity and not town.rule.startswith("names/states") else None


def _bare(page: Page, hit: Hit) -> bool:
    """Whether a seat without its state is one where it stands, as its row's `bare` says."""
    how, number = hit.row["bare"], page.holding(hit.start)
    if how in ("yes", "told"):
        return how == "yes" or _tells(page, hit)
    states = known.only_states(hit.row["entity"])
    own = any(known.state_of_code(iso) in states for iso in page.isos)
    if how == "own" or (states and not own):
        return own
    after = page.holding(hit.end - 1) + 1
    told = verb(page.form(after)) if page.gap(after).strip(CLOSING) == " " else None
    asks = page.gap(after).startswith(":") and verb(page.form(number - 1)) is not None and page.gap(number) == " "
    does = told is not None and bool(told.row) and not told.alike and not page.form(after).endswith("ت")
    heads = "\n" in page.gap(number) or ":" in page.gap(number) or page.gap(number) == " - "
    if asks or (heads and (does or page.gap(after).startswith(":"))):
        return page.words[number].start == hit.start
    return how == "acts" and does and page.form(number - 1) in _THAT and page.gap(number) == " "


_THAT = ("ان", "بان", "وان", "فان", "لان")


def _tells(page: Page, hit: Hit) -> bool:
    """`أمرت النيابة بحبس`, `تحقيقات النيابة`, `الأرصاد: أمطار غدا`: a common word that acts or is heard as a body."""
    first, after = page.holding(hit.start), page.holding(hit.end - 1) + 1
    if page.words[first].start < hit.start:  # `بالنيابة عن`
        return False
    before, behind = page.form(first - 1), page.form(after)
    bound = page.gap(first) == " "
    acts = bound and before.lstrip("وف").endswith("ت") and known.says(before)
    opens = "\n" in page.gap(first) or not bound
    heads = opens and (page.gap(after).startswith(":") or (behind.startswith("ت") and known.says(behind)))
    return acts or heads or (bound and before in _HEARD and not (page.gap(after) == " " and page.article(after)))


_HEARD = known.cues("bodies heard")
