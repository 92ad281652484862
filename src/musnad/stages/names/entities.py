"""One name for each thing that a page names: canonical where it is known, else its fullest form on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from musnad.doc import Repair
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.home import Home
from musnad.stages.names.words import Page
from musnad.text import fold

__all__ = ["name_all"]


def written(page: Page, name: Found) -> str:
    """A name as the page writes it, mended where it was broken on purpose."""
    start, end = page.doc.span(name.start, name.end)
    text = page.doc.source[start:end]
    for repair in reversed(page.doc.marks(Repair)):
        if start <= repair.span.start and repair.span.end <= end:
            text = text[: repair.span.start - start] + repair.clean + text[repair.span.end - start :]
        elif repair.span.start < start < repair.span.end <= end:  # a clitic stands before the name in the broken word
            text = repair.clean[start - repair.span.start :] + text[repair.span.end - start :]
    if page.reading[max(0, name.start - 1) : name.start + 1] == "لل" and not text.startswith(
        "لجن"
    ):  # لل swallowed the article's alif
        text = "ال" + text[1:]
    return " ".join(text.replace("\u0640", "").split())


def name_all(page: Page, names: Sequence[Found]) -> list[str]:
    """The entity of each name, in the same order."""
    bearers = _bearers(page, names)
    names = [replace(name, entity=None) if _of_bearer(page, name, bearers) else name for name in names]
    full = _fullest(page, names)
    home = Home(page, names)
    told = _told(page, names)
    bodies = _bodies(page, names)
    longer = _longer(page, names)
    names = [
        replace(name, entity=bodies.get(_body(page, name)) or longer.get(page.reading[name.start : name.end]))
        if name.entity is None
        else name
        for name in names
    ]
    found = [told.get(name.entity or "") or _of_home(name, home) or full[_key(page, name)] for name in names]
    usual = _usual(names, found)
    return [
        usual.get(name.entity, one) if name.entity and not home.behind(name.end) else one
        for name, one in zip(names, found, strict=True)
    ]


def _usual(names: Sequence[Found], found: Sequence[str]) -> dict[str, str]:
    """Seats named four times and more without their state, by whose they mostly are: `مجلس الوزراء`, once beside the
    name of another state."""
    votes: dict[str, Counter[str]] = {}
    for name, one in zip(names, found, strict=True):
        if name.entity and _stateless(name):
            votes.setdefault(name.entity, Counter())[one] += 1
    most = {bare: counted.most_common(1)[0] for bare, counted in votes.items() if len(counted) > 1}
    return {bare: one for bare, (one, times) in most.items() if times > 2 and 3 * times >= 2 * votes[bare].total()}


def _bearers(page: Page, names: Sequence[Found]) -> dict[str, int]:
    """By family name: where a page first has it behind the first name of somebody whom no lexicon knows."""
    found: dict[str, int] = {}
    whole = {name.entity for name in names if name.entity and " " in page.reading[name.start : name.end]}
    for name in names:
        _, _, family = page.reading[name.start : name.end].rpartition(" ")
        known_one = known.PERSONS.get(family) if name.type == "PER" and name.entity is None else None
        if known_one is not None and known_one["entity"] not in whole:
            found.setdefault(family, name.start)
    return found


def _of_bearer(page: Page, name: Found, bearers: dict[str, int]) -> bool:
    """`وأضاف جعجع` behind `سامر جعجع`: the page's own bearer of a family name, and not the known one."""
    first = bearers.get(page.reading[name.start : name.end])
    return name.type == "PER" and first is not None and first < name.start


def _told(page: Page, names: Sequence[Found]) -> dict[str, str]:
    """Ministries and seats named without their state that the page names once with it.

    `الخارجية` beside `الخارجية العراقية`, `وزارة الخزانة` beside `وزارة الخزانة الأمريكية`.
    """
    whole: dict[str, set[str]] = {}
    bare = {page.reading[name.start : name.end]: name.entity or "" for name in names if _stateless(name)}
    for name in names:
        if name.type != "ORG" or name.entity is None or _stateless(name):
            continue
        _, between, subject = name.entity.partition(" Ministry of ")
        if between:
            whole.setdefault(f"Ministry of {subject}", set()).add(name.entity)
        form, _, adjective = page.reading[name.start : name.end].rpartition(" ")
        if form in bare and known.nationality(adjective):
            whole.setdefault(bare[form], set()).add(name.entity)
    return {pattern: next(iter(entities)) for pattern, entities in whole.items() if len(entities) == 1}


def _stateless(name: Found) -> bool:
    entity = name.entity or ""
    return (entity.startswith("Ministry of ") and not entity.endswith(")")) or "{" in entity


def _bodies(page: Page, names: Sequence[Found]) -> dict[str, str]:
    """Entities of bodies that the page names in full and in short, by what they share.

    `مفوضية الانتخابات` beside `المفوضية العليا للانتخابات`: the known one of both, else the longest.
    """
    written_as: dict[str, list[tuple[bool, int, str]]] = {}
    for name in names:
        body = _body(page, name)
        if body and not (name.entity or "").startswith("Ministry of ") and "{" not in (name.entity or ""):
            text = name.entity or written(page, name)
            written_as.setdefault(body, []).append((name.entity is not None, len(text), text))
    several = {body: forms for body, forms in written_as.items() if len({text for *_, text in forms}) > 1}
    return {body: max(forms)[2] for body, forms in several.items()}


def _longer(page: Page, names: Sequence[Found]) -> dict[str, str]:
    """Known bodies of the page by what they are called without their last word: `حزب العمال البيرقادي`."""
    whole: dict[str, set[str]] = {}
    for name in names:
        form, _, last = page.reading[name.start : name.end].rpartition(" ")
        if name.type == "ORG" and name.entity and " " in form and last.startswith("ال"):
            whole.setdefault(form, set()).add(name.entity)
    return {form: next(iter(entities)) for form, entities in whole.items() if len(entities) == 1}


def _body(page: Page, name: Found) -> str:
    """What a body's short and its full name share: its kind and its field, without article, ranks and لـ."""
    first, *rest = page.reading[name.start : name.end].split(" ") if name.type == "ORG" else [""]
    fields = [f"ال{word[2:]}" if word.startswith("لل") else word for word in rest if word not in _RANKS]
    return " ".join([first.removeprefix("ال"), *fields]) if fields else ""


_RANKS = known.cues("general ranks") | known.cues("entities ranks")


def _of_home(name: Found, home: Home) -> str | None:
    """`Ministry of Health` and `Parliament of {state}` with the page's own state or the paragraph's; else None."""
    entity = name.entity
    if entity is None or not _stateless(name):
        return entity
    state = home.behind(name.end) or home.here(name.start)
    if entity.startswith(_OF_PILGRIMS):
        state = "Saudi Arabia"
    elif known.only_states(entity) and state not in known.only_states(entity):
        state = next((one for one in home.ranked if one in known.only_states(entity)), None)
    if state is None or not known.adjective_of(state):
        return None
    if entity.startswith("Ministry of "):
        return known.ministry(state, entity.removeprefix("Ministry of "))
    return known.seat(state, entity)


_OF_PILGRIMS = "Ministry of Hajj"


def _key(page: Page, name: Found) -> tuple[str, str]:
    return name.type, known.spelling(page.reading[name.start : name.end])


def _fullest(page: Page, names: Sequence[Found]) -> dict[tuple[str, str], str]:
    """By type and spelling key: the commonest writing of the fullest form that ends or begins alike."""
    writings: dict[tuple[str, str], Counter[str]] = {}
    for name in names:
        if name.entity is None or name.entity.startswith("Ministry of ") or "{" in name.entity:
            writings.setdefault(_key(page, name), Counter())[written(page, name)] += 1
    best = {key: counted.most_common(1)[0][0] for key, counted in writings.items()}
    parts = {
        _key(page, name)
        for name in names
        if name.type == "PER" or name.rule.endswith(("_again", "bare_seat", "shortened"))
    }
    fathers = {_key(page, name) for name in names if name.type == "PER" and _father(page, name)}
    whole: dict[tuple[str, str], str] = {}
    for key in best:
        alike = [other for other in best if other[0] == key[0]]
        longer = [other for other in alike if _stands_for(key[1], other[1], key in parts)]
        if key in fathers:
            longer = [other for other in longer if not other[1].endswith(f" {key[1]}")]
        if (
            key[0] == "PER" and " " not in best[key] and known.given(fold(best[key]))
        ):  # `سعود` is not `سعيد`, though their keys are one
            longer = _bearing(page, names, fold(best[key]), [(other, fold(best[other])) for other in longer])
        elif key[0] == "PER" and " " not in best[key] and len(longer) > 1:
            longer = _of_house(page, names, key, longer)  # `الراوي` behind `سامر الراوي`, before `نادر سعد الراوي`
        if key[0] == "PER" and not _of_father(best[key]):
            longer += _of_house(page, names, key, [other for other in alike if _same_house(key[1], other[1])])
        fullest = max(longer, key=lambda other: len(other[1]), default=key)
        whole[key] = best[fullest]
    return whole


def _bearing(
    page: Page, names: Sequence[Found], given: str, longer: Sequence[tuple[tuple[str, str], str]]
) -> list[tuple[str, str]]:
    """Of keys with their names those that a given name alone may be short for: of several persons who begin or end
    with it, whoever was named before it."""
    bearers = [(key, name) for key, name in longer if given in (name.split(" ")[0], name.split(" ")[-1])]
    if len(bearers) < 2:
        return [key for key, _ in bearers]
    starts: dict[str, int] = {}
    for one in names:
        starts.setdefault(fold(written(page, one)), one.start)
    return [key for key, name in bearers if starts.get(name, 0) < starts.get(given, 0)]


def _father(page: Page, name: Found) -> bool:
    """`والد الشهيد، نادر السالمي`, `والده نادر السالمي`: behind a father's word a name is not his son's."""
    first = page.at(name.start)
    comma = "،" in page.gap(first)
    return any(
        page.form(n).lstrip("و") in _FATHERS and (comma or n == first - 1) for n in range(max(first - 2, 0), first)
    )


_FATHERS = ("والد", "والده", "والدها", "ابيه", "ابوه", "ابوها", "الد", "الده", "الدها")


def _stands_for(short: str, long: str, part: bool) -> bool:
    """Whether one key is a part of another, in whole words; without `part`, only before a لـ-phrase."""
    within = short != long and f" {short} " in f" {long} " and f" بن {short} " not in f" {long} "  # no one's father
    return long.startswith(short + " ل") or (part and within)


def _of_father(name: str) -> bool:
    """Whether a name ends in a father's and no family's: `فهد بن سالم` is not `فهد بن نادر بن سالم`."""
    *_, before, last = ["", *name.split(" ")]
    return before == "بن" and known.given(fold(last))


def _of_house(
    page: Page, names: Sequence[Found], short: tuple[str, str], longer: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Of several people whom a short name fits: not the dead one (`الشهيد محمد علي الراوي`), then the one with the same
    title, then the nearest before it."""
    whole = [key for key in longer if not any(_same_house(key[1], other[1]) for other in longer)]
    if len(whole) < 2:
        return list(longer)
    places = {key: [name for name in names if _key(page, name) == key] for key in (short, *whole)}
    titles = {key: {page.form(page.at(name.start) - 1) for name in found} for key, found in places.items()}
    first = min(name.start for name in places[short])

    def rank(key: tuple[str, str]) -> tuple[bool, bool, int]:
        ahead = [name.start for name in places[key] if name.start < first]
        alive = not (titles[key] & _DEAD) or bool(titles[short] & _DEAD)
        return alive, bool(titles[key] & titles[short] & _STYLES), max(ahead, default=-1)

    return [max(whole, key=rank)]


_DEAD = frozenset("الشهيد الشهيده المرحوم المرحومه الفقيد الفقيده الراحل الراحله المتوفي المغفور".split())
_STYLES = frozenset(
    "الشيخ الدكتور المهندس الاستاذ الامير اللواء العميد العقيد المقدم الرائد النقيب الملازم الفريق المستشار الوزير "
    "السفير النائب القاضي الكابتن المدرب اللاعب السيد السيده الحاج الشهيد المرحوم".split()
)


def _same_house(short: str, long: str) -> bool:
    """Whether a person's key leaves out fathers of a longer one: `سامي الدروبي` beside `سامي بن نادر الدروبي`."""
    few, many = ([word for word in key.split(" ") if word != "بن"] for key in (short, long))
    if len(few) < 2 or len(short) >= len(long) or (few[0], few[-1]) != (many[0], many[-1]):
        return False
    rest = iter(many)
    return all(word in rest for word in few)
