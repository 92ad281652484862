"""How many independent first tellers a claim has, and why statements go back to the same one.

Repetition adds none: not by a page that copied another, not by an outlet that quotes another's report, not by a
headline that says what its story says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from musnad.links.account import Account, Teller
from musnad.links.claims.content import Content, tellers
from musnad.links.claims.days import published
from musnad.links.claims.parties import same_side
from musnad.links.claims.taken import Taken
from musnad.links.claims.words import light, particles, root, stop
from musnad.links.entities import Entities
from musnad.links.findings import Origin
from musnad.text import fold
from musnad.wording import Phrase, phrase

__all__ = ["Setting", "alike", "origins", "outlet", "press", "teller"]

_PRESS = frozenset(("outlet", "agency"))
_UNNAMED = frozenset(("anonymous", "experts", "public"))
_MANY, _VERBATIM = 12, 0.8  # marks, and the share of them in common, that two do not say by chance
_SAME_ACT = 3  # days within which a party and who speaks for it are taken to make one statement


@dataclass(frozen=True)
class Setting:
    """What origins are told by: the pages, entities and whom they speak for, the pages that each took from, the outlets
    that were read."""

    pages: Sequence[Account]
    known: Entities
    sides: Mapping[str, frozenset[str]]
    copies: Taken
    read: frozenset[str]


def origins(members: Sequence[Content], setting: Setting) -> tuple[Origin, ...]:
    """The origins of a claim's statements, in the order of their earliest ones. Each merge gives its reason."""
    lead = list(range(len(members)))
    reasons: dict[int, list[Phrase]] = defaultdict(list)

    def find(place: int) -> int:
        while lead[place] != place:
            place = lead[place]
        return place

    for j in range(len(members)):
        for i in range(j):
            a, b = find(i), find(j)
            if a == b:
                continue
            reason = _one(members[i], members[j], setting)
            headline = members[i].page == members[j].page and members[i].said.title != members[j].said.title
            if reason and (headline or not _two_persons(a, b, lead, members)):
                lead[max(a, b)] = min(a, b)
                reasons[min(a, b)] += [*reasons.pop(max(a, b), []), reason]
    groups: dict[int, list[Content]] = defaultdict(list)
    for place, content in enumerate(members):
        groups[find(place)].append(content)
    groups, told = _echoes(groups)
    return tuple(
        Origin(_name(group, setting), tuple(c.ref for c in group), tuple(dict.fromkeys((*reasons[key], *told[key]))))
        for key, group in sorted(groups.items())
    )


def _two_persons(a: int, b: int, lead: Sequence[int], members: Sequence[Content]) -> bool:
    """Whether two groups name two persons: a state that both speak for does not make them one teller."""
    people: list[set[tuple[str, ...]]] = [set(), set()]
    for place, content in enumerate(members):
        link = _last(content)
        top = place
        while lead[top] != top:
            top = lead[top]
        if top in {a, b} and link and link.kind == "person" and link.entity:
            people[top == b].add(content.actors)
    return bool(people[0] and people[1] and not people[0] & people[1])


def _echoes(
    groups: dict[int, list[Content]],
) -> tuple[dict[int, list[Content]], dict[int, list[Phrase]]]:
    """Unnamed reports (`sites have it that …`) and rumours are no first tellers where a claim has another."""
    told: dict[int, list[Phrase]] = defaultdict(list)
    vague = [key for key, group in groups.items() if all(_is_vague(content) for content in group)]
    firm = [key for key in sorted(groups) if key not in vague]
    if not firm:
        firm, vague = sorted(vague)[:1], sorted(vague)[1:]
    merged = {key: list(groups[key]) for key in firm}
    for key in vague:
        merged[firm[0]] += groups[key]
        told[firm[0]].append(phrase("origin.echo", ", ".join(f"{c.ref.doc}.{c.ref.number}" for c in groups[key])))
    order = {c.ref: n for n, c in enumerate(c for key in sorted(groups) for c in groups[key])}
    return {key: sorted(group, key=lambda c: order[c.ref]) for key, group in merged.items()}, told


def _is_vague(content: Content) -> bool:
    chain = content.said.chain
    return not chain or chain[-1].kind == "media_reports"


def _one(a: Content, b: Content, setting: Setting) -> Phrase | None:
    """Why two statements of a claim go back to one teller, or None."""
    first, second = _last(a), _last(b)
    if first and second and _firm(a) and _firm(b):
        return _named(a, b, first, second, setting)
    if a.page == b.page and (a.said.title != b.said.title or tellers(a) == tellers(b)):
        return phrase("origin.headline" if a.said.title != b.said.title else "origin.one_page")
    copied = _copied(a, b, setting)
    if copied:
        return copied
    return _unnamed(a, b, first, second, setting) or _unnamed_alike(a, b, first, second)


def _named(a: Content, b: Content, first: Teller, second: Teller, setting: Setting) -> Phrase | None:
    """Two named tellers: the same one, or one who speaks for the other in the same days."""
    ours, theirs = a.actors, b.actors
    if ours == theirs:
        return phrase("origin.teller", "; ".join(ours))
    side = any(same_side(x, y, setting.sides) for x in ours for y in theirs)
    near = _near(a, b, setting)
    if a.page == b.page and a.said.title != b.said.title:
        return phrase("origin.headline")
    kinds = {first.kind, second.kind}
    if side and near and not kinds <= {"person"}:
        return phrase("origin.side", "; ".join(ours), "; ".join(theirs), _SAME_ACT)
    if kinds == {"state"} and (copied := _copied(a, b, setting)):
        return copied
    return None


def _unnamed(a: Content, b: Content, first: Teller | None, second: Teller | None, setting: Setting) -> Phrase | None:
    """The same newspaper's own report, the same unnamed source of the same outlet."""
    ours, theirs = _through(a, setting), _through(b, setting)
    if not ours or ours != theirs:
        return None
    press = [
        link is None or link.kind in _PRESS or (link.kind == "document" and not link.entity) for link in (first, second)
    ]
    if all(press):
        return phrase("origin.report", ours)
    if any(press):
        other = second if press[0] else first
        return phrase("origin.report", ours) if other and not other.entity else None
    if first and second and not first.entity and not second.entity and alike(first, second):
        return phrase("origin.unnamed", ours)
    return None


def _unnamed_alike(a: Content, b: Content, first: Teller | None, second: Teller | None) -> Phrase | None:
    """An office that two outlets quote without a name, and words that two cannot have by chance."""
    if first is None or second is None or first.entity or second.entity or {first.kind, second.kind} & _PRESS:
        return None
    office = first.kind == second.kind and first.kind not in _UNNAMED and first.kind != "media_reports"
    if office and _traits(first) == _traits(second) and _traits(first):
        return phrase("origin.office", first.text)
    words = len(a.marks & b.marks), len(a.marks | b.marks)
    if words[0] >= _MANY and words[0] >= _VERBATIM * words[1] and alike(first, second):
        return phrase("origin.words", first.text)
    return None


def _through(content: Content, setting: Setting) -> str | None:
    """The outlet whose report it is: the last one in the chain, else the page's own."""
    for link in reversed(content.said.chain):
        if link.kind in _PRESS and link.entity:
            return press(link.entity, setting.known)
    return outlet(setting.pages[content.page], setting.known)


def outlet(page: Account, known: Entities) -> str | None:
    """The key of the outlet that published a page, None where it is not known."""
    return press(page.outlet, known) if page.outlet else None


def press(name: str, known: Entities) -> str:
    """The key of an outlet by any of its names: `جريدة الميزان` is `الميزان`."""
    words = name.split()
    while len(words) > 1 and fold(words[0]) in particles("press"):
        words = words[1:]
    return known.key(" ".join(words))


def _copied(a: Content, b: Content, setting: Setting) -> Phrase | None:
    copy = setting.copies.between(a, b)
    return phrase("origin.copied", copy.doc, copy.of) if copy else None


def _last(content: Content) -> Teller | None:
    return content.said.chain[-1] if content.said.chain else None


def _firm(content: Content) -> bool:
    """Whether the first teller is known, and no outlet."""
    return bool(content.actors) and content.said.chain[-1].kind not in _PRESS


def alike(first: Teller | None, second: Teller | None) -> bool:
    """Whether two unnamed sources may be the same one: nothing in their words tells them apart."""
    if first is None or second is None:
        return True
    ours, theirs = _traits(first), _traits(second)
    return not ours or not theirs or bool(ours & theirs)


def _traits(link: Teller) -> frozenset[str]:
    plain = {light(word) for word in particles("unnamed")} | particles("unnamed")
    words = (word.strip(",،") for word in link.text.split())
    return frozenset(root(light(word)) for word in words if not stop(word) and not {word, light(word)} & plain)


def _near(a: Content, b: Content, setting: Setting) -> bool:
    """Published within the days in which a party makes one statement; unknown days are taken for near."""
    days = [published(setting.pages[content.page].published) for content in (a, b)]
    if a.page == b.page or None in days:
        return True
    (one, other) = (_first(found) for found in days)
    return abs((one - other).days) <= _SAME_ACT


def _first(found: tuple[date, date] | None) -> date:
    assert found is not None
    return found[0]


def _name(group: Iterable[Content], setting: Setting) -> Phrase:
    """The clearest teller of an origin's statements."""
    names = [(rank, n, name) for n, content in enumerate(group) for rank, name in (_ranked(content, setting),)]
    return min(names)[2]


def _ranked(content: Content, setting: Setting) -> tuple[int, Phrase]:
    """A name before an unnamed source, that before a newspaper, that before nobody; headlines last in each."""
    link = _last(content)
    late = 1 if content.said.title else 0
    if link is None or link.kind == "media_reports":
        return 8 + late, teller(content, setting)
    if _firm(content):
        return late, teller(content, setting)
    own = _through(content, setting) == outlet(setting.pages[content.page], setting.known)
    return (2 if link.kind in _UNNAMED and own else 4 if link.kind in _UNNAMED else 6) + late, teller(content, setting)


def teller(content: Content, setting: Setting) -> Phrase:
    """A statement's first teller, in words."""
    link = _last(content)
    if link is None:
        return phrase("teller.nobody", _through(content, setting) or content.ref.doc)
    if content.actors:
        return phrase("teller.named", "; ".join(content.actors))
    return phrase("teller.unnamed", link.text, _through(content, setting) or content.ref.doc)
