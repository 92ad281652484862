"""Whom titles name that say it only beside their page: the union of a `نقيب`, `the bloc` of its leader, the state of a
minister or a president who is called so alone, the United Nations of an `envoy of nations`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from musnad.links.account import Name, Teller
from musnad.links.entities import Entities, heads
from musnad.links.process.leaves import Leaf
from musnad.links.process.tables import forms, of_role
from musnad.text import fold

__all__ = ["GOVERNMENT", "Offices", "offices"]

_BEFORE, _BEHIND = 6, 7  # words on either side of a name among which his title may be
_GAP = 3  # code points between the words of one title
_TWICE = 2  # how much oftener a page must name one state than any other
GOVERNMENT = frozenset(map(fold, ("الحكومة", "حكومة", "الجيش", "الدولة", "السلطات", "البلاد")))


@dataclass(frozen=True)
class Offices:
    """What pages tell of ministries and unions: `ministries` by the folded words behind `وزارة`, `unions` by those
    behind `نقابة`; `states`: keys of states that have offices or an adjective."""

    known: Entities
    ministries: Mapping[str, str]
    unions: Mapping[str, str]
    states: frozenset[str]
    _short: dict[str, dict[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def behind(self, leaf: Leaf, name: Name) -> Iterator[str]:
        """For whom a person speaks whose title names nobody by name."""
        page, at, end = leaf.page, leaf.index(name.start), leaf.index(name.end)
        before = _contiguous(leaf, range(at - 1, max(at - 1 - _BEFORE, -1), -1))[::-1]
        found = self._titled(leaf, before, nearest=True)
        behind = page.words[end : end + _BEHIND]
        if found is None and behind and _bare(behind[0]) in _titles():
            found = self._titled(leaf, list(behind))
        if found is not None:
            yield found

    def party(self, leaf: Leaf, link: Teller) -> str | None:
        """Whom a teller's words mean on his page: `the company`, `the government`."""
        for word, behind in pairwise([*fold(link.text).split()[:3], "", ""][:3]):
            bare = word.lstrip("ول") if word[:2] != "ال" else word
            if self._alone(leaf, bare, behind):
                return self.short(leaf)[bare]
            if bare in GOVERNMENT:
                return self.state(leaf)
        return None

    def short(self, leaf: Leaf) -> Mapping[str, str]:
        """Whom `the bloc`, `the union` mean on a page that names one alone."""
        page = leaf.page
        found = self._short.get(page.doc)
        if found is None:
            named = ((self.known.key(name.entity), name.entity) for name in page.names if name.type == "ORG")
            found = self._short[page.doc] = heads([*named, *self._introduced(leaf)])
        return found

    def _introduced(self, leaf: Leaf) -> Iterator[tuple[str, str]]:
        """Bodies behind the word for their sort, with it: `شركة «نوردا»` is what `the company` means."""
        for name in leaf.page.names:
            at = leaf.index(name.start) - 1
            if name.type == "ORG" and at >= 0 and (sort := _bare(leaf.page.words[at])) in of_role("roles", "sort"):
                yield self.known.key(name.entity), f"{sort} {name.entity}"

    def _alone(self, leaf: Leaf, word: str, behind: str) -> bool:
        """Whether a word is short for a body of the page, and no adjective makes another of it."""
        return word in self.short(leaf) and not behind.startswith("ال")

    def _ministry(self, leaf: Leaf, matter: str) -> str | None:
        """The one ministry of this matter that a page names, long or short (`الخارجية الفلانية`)."""
        found = {
            key
            for name in leaf.page.names
            if name.type == "ORG" and fold(name.entity).removeprefix("وزاره ").split()[0] == matter
            for key in (self.known.key(name.entity),)
        }
        return next(iter(found)) if len(found) == 1 else None

    def state(self, leaf: Leaf) -> str | None:
        """The state that a page is about, where it names no other nearly as often."""
        count: Counter[str] = Counter()
        for name in leaf.page.names:
            key = self.known.key(name.acts_for or name.entity)
            count[key] += key in self.states
        for word in leaf.page.words:
            if word.startswith(("ال", "وال")) and (state := self.known.of_adjective(word)):
                count[state] += state in self.states
        (most, often), *rest = [*count.most_common(2), ("", 0)]
        return most if often and often >= _TWICE * rest[0][1] else None

    def _titled(self, leaf: Leaf, words: list[str], *, nearest: bool = False) -> str | None:
        """The party that a title's words name; `nearest`: of several titles the last."""
        for at, word in reversed(list(enumerate(words))) if nearest else enumerate(words):
            bare = _bare(word)
            following = words[at + 1] if at + 1 < len(words) else ""
            role = forms("roles").get(bare, "")
            if union := _adjective(words):
                return union
            if role == "union" and following:
                return self.unions.get(following)
            if role == "minister":
                return self.ministries.get(following) or self._ministry(leaf, following) or self.state(leaf)
            if role in ("speaks", "serves") and following:
                tail = words[at + 1 : at + 5]
                short = next(
                    (self.short(leaf)[w] for w, behind in pairwise([*tail[:4], ""]) if self._alone(leaf, w, behind)),
                    None,
                )
                if short is not None:
                    return short
            alone = not following and word.lstrip("و").startswith("ال")  # `the president X`
            if bare in ("رئيس", "رئيسه") and (alone or following in _STATE_WORDS):
                return self.state(leaf)
        return None


_STATE_WORDS = frozenset(map(fold, ("الجمهورية", "الوزراء", "الحكومة", "البلاد", "الدولة", "وزراء")))


def offices(entities: Iterable[tuple[str, str]], known: Entities, behind: Mapping[str, str]) -> Offices:
    """Read off keys and types of all names; `behind`: the states of offices, as far as their names tell them."""
    ministries: dict[str, set[str]] = {}
    bare: dict[str, set[str]] = {}  # of what state they are nobody can say
    unions: dict[str, set[str]] = {}
    for key, kind in entities:
        first, *rest = fold(key).split()
        if kind != "ORG" or not rest:
            continue
        if first == "وزاره":
            named = ministries if len(rest) > 1 or key in behind else bare
            named.setdefault(rest[0], set()).add(behind.get(key, key))
        elif first == "نقابه":
            unions.setdefault(rest[0], set()).add(key)
    bodies = ("ORG", "OUTLET", "PER")
    states = frozenset(party for party in behind.values() if known.types.get(party) not in bodies)
    states |= frozenset(known.adjectives.values())
    return Offices(known, _only({**bare, **ministries}), _only(unions), states)


def _only(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1}


def _adjective(words: Iterable[str]) -> str | None:
    """`الأممي`: of the United Nations."""
    return next(("United Nations" for word in words if word.removeprefix("ال").startswith("اممي")), None)


def _contiguous(leaf: Leaf, places: Iterable[int]) -> list[str]:
    """Words up to a gap or a name."""
    page = leaf.page
    found: list[str] = []
    last: int | None = None
    for at in places:
        if last is not None and page.starts[last] - page.ends[at] > _GAP:
            break
        if leaf.named(at) is not None:
            break
        found.append(page.words[at])
        last = at
    return found


def _bare(word: str) -> str:
    if word in forms("roles"):
        return word  # `وزير`
    for start in ("وال", "ال", "و", "ل"):
        if word.startswith(start) and len(word) - len(start) > 2:
            return word[len(start) :]
    return word


def _titles() -> frozenset[str]:
    return of_role("roles", "speaks") | of_role("roles", "union") | of_role("roles", "minister")
