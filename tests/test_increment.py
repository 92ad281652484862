"""Pages that come one by one, change and go leave what linking those at hand from nothing finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from musnad.links import KINDS, link, relink
from musnad.links.account import Account, account
from musnad.links.findings import Ref, Ruling, Story
from musnad.links.memory import Memory
from musnad.pipeline import annotate_many
from tests import invented_stories as stories
from tests.gate.readings import gold_sets

CASES = [(name, seed) for name in ("bridge", "captives", "frontier", "strike") for seed in range(3)] + [("demo", 0)]


class Bytes:
    """A store of what was written, as it was written."""

    def __init__(self) -> None:
        self.shelves: dict[str, dict[str, bytes]] = {}

    def get(self, shelf: str, keys: Sequence[str]) -> Iterable[tuple[str, bytes]]:
        held = self.shelves.get(shelf, {})
        return [(key, held[key]) for key in keys if key in held]

    def each(self, shelf: str) -> Iterable[tuple[str, bytes]]:
        return list(self.shelves.get(shelf, {}).items())

    def write(self, shelf: str, kept: Mapping[str, bytes], dropped: Iterable[str]) -> None:
        held = self.shelves.setdefault(shelf, {})
        for key in dropped:
            held.pop(key, None)
        held.update(kept)


class Case:
    """Pages, and what was found across them; `rulings` as people gave them."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, Account]] = {}
        self.rulings: list[Ruling] = []
        self._store = Bytes()
        self._versions = 0

    def put(self, page: Account) -> None:
        """A page that comes, or another version of one that is there."""
        self._versions += 1
        self.pages[page.doc] = str(self._versions), page

    def story(self) -> Story:
        """What is found when it is brought up."""
        memory = Memory(self._store)
        digests = {doc: digest for doc, (digest, _) in self.pages.items()}
        relink(memory, digests, lambda doc: self.pages[doc][1], rulings=self.rulings)
        memory.flush()
        shelves = {kind: Memory(self._store).shelf(kind, told, json=True).items() for kind, told in KINDS.items()}
        return Story(**{kind: tuple(found for _, found in sorted(shelf)) for kind, shelf in shelves.items()})

    def anew(self) -> Story:
        """What is found from nothing."""
        return link([page for _, page in self.pages.values()], rulings=self.rulings)


@cache
def pages(name: str) -> tuple[Account, ...]:
    if name == "demo":
        return tuple(map(account, annotate_many(list(gold_sets()["demo"].each_page()))))
    return stories.load(name).pages


def other_version(page: Account, chance: Random) -> Account:
    """A page without some of its statements and events, and without its end."""
    kept = [said for said in page.sayings if chance.random() < 0.7]
    cut = len(page.words) * 4 // 5
    return replace(
        page,
        sayings=tuple(said._replace(number=number) for number, said in enumerate(kept, 1)),
        happenings=tuple(told for told in page.happenings if chance.random() < 0.7),
        words=page.words[:cut], starts=page.starts[:cut], ends=page.ends[:cut],
    )  # fmt: skip


def changes(case: Case, name: str, chance: Random) -> Iterator[str]:
    """Let a story's pages come in any order; now and then one goes, changes, or is as it was before."""
    for page in chance.sample(pages(name), len(pages(name))):
        case.put(page)
        yield f"{page.doc} came"
        doc, kind = chance.choice(sorted(case.pages)), chance.random()
        if kind < 0.15:
            del case.pages[doc]
            yield f"{doc} went"
        elif kind < 0.3:
            case.put(other_version(case.pages[doc][1], chance))
            yield f"{doc} changed"
        elif kind < 0.45:
            case.put(next(page for page in pages(name) if page.doc == doc))
            yield f"{doc} is as it was"


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_pages_that_come_and_go_leave_what_is_found_from_nothing(name: str, seed: int) -> None:
    """After each change."""
    case = Case()
    for change in changes(case, name, Random(seed)):
        found, wanted = case.story(), case.anew()
        for kind in KINDS:
            assert getattr(found, kind) == getattr(wanted, kind), f"{kind} after {change}"


def test_what_people_ruled_holds_and_can_be_undone() -> None:
    """A merge makes one claim of two, with all their origins, a split takes a statement out; neither leaves a trace."""
    case = Case()
    for page in pages("demo"):
        case.put(page)
    before = case.story()
    many = next(claim for claim in before.claims if len(claim.members) > 2)
    one, other, *_ = (claim for claim in before.claims if len(claim.members) == 1)
    merge = Ruling("merge", "سلمى", "2025-10-07T10:00:00+00:00", one.members, other.members)
    split = Ruling("split", "سلمى", "2025-10-07T10:05:00+00:00", many.members, many.members[-1:])
    case.rulings = [merge, split]
    ruled = case.story()
    assert ruled == case.anew()
    of = {ref: claim for claim in ruled.claims for ref in claim.members}
    assert set(of[one.members[0]].members) == {*one.members, *other.members}
    assert of[one.members[0]].judged[0].who == "سلمى"
    assert of[many.members[-1]].members == many.members[-1:]
    assert set(of[many.members[0]].members) == set(many.members[:-1])
    case.rulings = [split]
    assert case.story() == case.anew()
    case.rulings = []
    assert case.story() == before


def test_a_ruling_on_statements_that_are_no_more_is_none() -> None:
    """The page that it was about may have been taken out, or may say less now."""
    case = Case()
    for page in pages("bridge"):
        case.put(page)
    case.rulings = [Ruling("merge", "سلمى", "2025-10-07T10:00:00+00:00", (Ref("no page", 1),), (Ref("a", 999),))]
    assert case.story() == case.anew() == link(pages("bridge"))
