"""For whom a person or a body speaks, as the pages put it: `the spokesman of X`, `the minister of Y`, `its envoy`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musnad.links.account import Account
from musnad.links.entities import Entities

__all__ = ["elected", "parties", "same_side", "votes"]

_BEFORE = 4  # words before a person's name that may say whose he is


Votes = dict[tuple[str, str], int]  # how often somebody (a key) is named as somebody's


def parties(pages: Iterable[Account], known: Entities) -> dict[str, frozenset[str]]:
    """By entity key: keys of the states and bodies that its titles name, and of its state where it is a capital."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for (key, party), times in votes(page, known).items():
            found[key][party] += times
    return elected(found)


def votes(page: Account, known: Entities) -> Votes:
    """What one page tells of who speaks for whom."""
    found: Counter[tuple[str, str]] = Counter()
    bodies = {(n.start, n.end): known.key(n.entity) for n in page.names if n.type in {"ORG", "GPE"}}
    for name in page.names:
        key = known.key(name.entity)
        if name.acts_for:
            found[key, known.key(name.acts_for)] += 1
        if name.type == "PER":
            at = bisect_left(page.starts, name.start)
            start = page.starts[max(0, at - _BEFORE)]
            found.update((key, party) for party in set(_in(page, start, name.start, bodies, known)))
    for said in page.sayings:
        for link in said.chain:
            for key in known.keys(link.entity) if link.entity else ():
                found.update((key, party) for party in set(_of(link.text.split(), key, known)))
    return found


def elected(found: Mapping[str, Mapping[str, int]]) -> dict[str, frozenset[str]]:
    """By key those named often: a word before a name may belong to a neighbour."""
    sides = {}
    for key, parties in found.items():
        high = max(parties.values(), default=0)
        most = frozenset(party for party, times in parties.items() if party != key and 2 * times > high)
        if most:
            sides[key] = most
    return sides


def _in(page: Account, start: int, end: int, bodies: Mapping[tuple[int, int], str], known: Entities) -> Iterator[str]:
    """What stands between two places of a page: names of bodies and states, adjectives of states."""
    part = max((part.start for part in page.parts if part.start < end), default=0)
    yield from (key for (a, b), key in bodies.items() if max(start, part) <= a and b <= end)
    for at in range(bisect_left(page.starts, max(start, part)), bisect_left(page.starts, end)):
        if found := known.of_adjective(page.words[at]):
            yield found


def _of(words: Sequence[str], own: str, known: Entities) -> Iterator[str]:
    """States and bodies in the words of a teller (`وزير الخارجية الكالدوري …`)."""
    for word in words:
        found = known.of_adjective(word) or known.of_word(word)
        if found and found != own and known.types.get(found) != "PER":
            yield found
    for size in (3, 2):
        for at in range(len(words) - size + 1):
            found = known.of_phrase(" ".join(words[at : at + size]))
            if found and found != own and known.types.get(found) != "PER":
                yield found


def same_side(a: str, b: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether one speaks for the other, or is the other."""
    return a == b or b in known.get(a, ()) or a in known.get(b, ())
