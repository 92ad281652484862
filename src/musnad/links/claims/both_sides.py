"""What two tellers of one page tell otherwise: who did it, how many they were, where it is to be.

A page that lets two speak against each other says by that alone that they speak of one thing; few words in common
are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from musnad.links.claims.content import Content, days_apart, tellers
from musnad.links.claims.deeds import Deed
from musnad.links.claims.match import Weights
from musnad.links.claims.quantities import Quantity
from musnad.links.claims.words import particles, root

__all__ = [
    "NEAR", "beside", "counted_alike", "doers", "figures", "moved", "only_place", "other_fates", "put_right", "stays",
    "taken_and_denied", "takes", "two_doers",
]  # fmt: skip

_AT_ONCE = 2
_BRIEF = 5  # words of an accusation that is of the deed that the one before is of
_MANY_NUMBERS = 2
NEAR = 4  # statements from one to the other
_TIMES = 10  # how many times a number another of the same is, at most
_DONE = 1.0  # rare words' weight of a deed in common, on two pages
_TOLD, _MOST = 2, 0.5  # words of it, and their share of all
_SHORT = 15  # words of a statement that may say of a deed no more than that somebody else did it
_SAME = 0.6  # of the words that tell the deed, which it then shares
_DAYS = 7  # between two pages that tell of one deed
_LONG_AFTER = 14  # days within which a number is put right
_FEW = 12  # up to which a number is the same by chance
_UNSAID = frozenset(("opinion", "demanded"))
_COMING = frozenset(("planned", "expected", "possible", "conditional"))
_AGREED = frozenset(("=accept", "=pledge"))
# Senses of those who are counted one by one: a driver who died and a dead man may be one.
_PEOPLE = frozenset(
    ("=person", "=people", "=die", "=injured", "=prisoner", "=free", "=fighter", "=worker", "=student", "=woman",
     "=young", "=attend", "=arrest", "=vote")
)  # fmt: skip
_ANYBODY = frozenset(("=person", "=people", "=die"))
_FATES = frozenset(("=die", "=injured", "=arrest", "=free"))  # what became of them: of one number one alone


def beside(contents: Sequence[Content]) -> Iterator[tuple[int, int]]:
    """Pairs of places of statements of one page that stand near each other and have tellers of their own."""
    for at, content in enumerate(contents):
        for other in range(max(at - NEAR, 0), at):
            if tellers(contents[other])[-1:] != tellers(content)[-1:]:
                yield other, at


def takes(content: Content) -> frozenset[str]:
    """Parties (as marks) that a statement has take a change; `stays` of another may answer it."""
    return content.who if _takes(content) else frozenset()


def stays(content: Content, sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Parties (as marks) that deny in it that anything was changed."""
    return _parties(content, sides) if content.act == "deny" and "=move" in content.marks else frozenset()


def taken_and_denied(one: Content, other: Content, sides: Mapping[str, frozenset[str]]) -> bool:
    """Whether one has a party take what was changed, and the party denies in the other that it was."""
    return any(
        no.act == "deny"
        and "=move" in no.marks
        and _takes(yes)
        and days_apart(yes, no) <= _DAYS
        and bool(_parties(no, sides) & yes.who)
        and tellers(yes)[-1:] != tellers(no)[-1:]
        for yes, no in ((one, other), (other, one))
    )


def _takes(content: Content) -> bool:
    """Whether somebody accepts something, or does not oppose it."""
    wanted = "=oppose" if content.against or content.said.negated else "=accept"
    return content.act == "say" and wanted in content.marks and content.status not in _COMING | _UNSAID


def _parties(content: Content, sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Marks of a denier and of those for whom he speaks."""
    return frozenset(f"@{key}" for actor in content.actors for key in (actor, *sides.get(actor, ())))


def doers(one: Content, other: Content, weights: Weights) -> float | None:
    """How surely two statements lay one deed at two doors; None where they do not."""
    ours, theirs = _deed(one, other), _deed(other, one)
    if not ours.doer or not theirs.doer or ours.doer & theirs.doer or tellers(one)[-1:] == tellers(other)[-1:]:
        return None
    common = {mark for mark in ours.done & theirs.done if mark[0] not in "@#~<"}
    shared = weights.sum(common) / weights.rare
    if one.page == other.page:
        brief = all(len(content.said.what.split()) <= _BRIEF for content in (one, other))
        at_once = brief and abs(one.ref.number - other.ref.number) <= _AT_ONCE  # two who accuse each other
        return 1.0 + shared if (common or at_once) and _answered(one, other) else None
    several = sum(mark[0] != "√" for mark in common) >= _TOLD
    most = shared * weights.rare >= _MOST * min(weights.sum(ours.done), weights.sum(theirs.done))
    known = "?" not in ours.doer | theirs.doer
    return shared if known and several and most and shared >= _DONE and days_apart(one, other) <= _DAYS else None


def two_doers(one: Content, other: Content) -> bool:
    """Whether two statements say of a deed that somebody else did it."""
    if not (one.deed.doer or other.deed.doer):
        return False
    ours, theirs = _deed(one, other).doer, _deed(other, one).doer
    return bool(ours and theirs) and not ours & theirs


def _deed(content: Content, beside: Content) -> Deed:
    """Who did what; where the other says that it was X that did it, whoever this one begins with has done it."""
    set_apart = beside.deed.doer and not particles("accuses") & set(beside.said.cue.split())
    if content.deed.doer or not set_apart or content.status != "occurred" or content.against:
        return content.deed
    done = content.marks & beside.deed.done
    doer, told, there = content.head - done, _plain(done), _plain(beside.deed.done)
    brief = len(content.said.what.split()) <= _SHORT and len(told) >= max(_TOLD, _SAME * len(there))
    does = bool(doer) and bool(content.head & done)  # the deed's verb stands right behind him
    return Deed(doer, content.marks - doer) if does and brief else content.deed


def _plain(marks: frozenset[str]) -> list[str]:
    """Words that are no names, numbers and days."""
    return [mark for mark in marks if mark[0] not in "@#~<√"]


def figures(one: Content, other: Content) -> bool:
    """Whether two tellers of one page count one thing, and count otherwise."""
    if not _two_tellers(one, other) or {one.status, other.status} & _UNSAID:
        return False
    if not (_answered(one, other) or one.at_most or other.at_most):
        return False
    if {one.status, other.status} & _COMING or (one.where and other.where and not one.where & other.where):
        return False
    mine, yours = _first(one), _first(other)
    if max(len(one.numbers), len(other.numbers)) > _MANY_NUMBERS:
        return False  # statistics, and no two counts
    if mine is None or yours is None or {q.value for q in one.numbers} & {q.value for q in other.numbers}:
        return False
    if not (mine.value <= _TIMES * yours.value and yours.value <= _TIMES * mine.value):
        return False
    if other_fates((mine,), (yours,)):
        return False
    fates = mine.near & _FATES, yours.near & _FATES
    if not mine.unit or not yours.unit:
        return False
    same = _sort(mine.unit) == _sort(yours.unit)
    common = {mark for mark in one.marks & other.marks if mark[0] not in "@#~<√"} - ({mine.unit} if same else set())
    if fates[0] & fates[1]:
        return True
    spoken_of = any(f"@{key}" in b.who for a, b in ((one, other), (other, one)) for key in a.actors)
    counter = bool(common) or one.at_most or other.at_most or spoken_of
    at_once = abs(one.ref.number - other.ref.number) == 1 and _answered(one, other)
    share = mine.unit == "%" and not at_once and not (one.head & other.marks and other.head & one.marks)
    return (same and counter and not share) or (bool(common) and _people(mine, yours))


def other_fates(mine: Sequence[Quantity], yours: Sequence[Quantity]) -> bool:
    """Whether numbers are of what became of people, and became of them otherwise: the dead, and the injured."""
    ours, theirs = ({mark for q in numbers for mark in q.near & _FATES} for numbers in (mine, yours))
    return bool(ours and theirs) and not ours & theirs


def counted_alike(one: Content, other: Content) -> bool:
    """Whether two tellers of one page count as many dead, or injured: in whatever words, it is one toll."""
    if not _two_tellers(one, other) or not _count_people(one) or not _count_people(other):
        return False
    mine, yours = one.numbers[0], other.numbers[0]
    return mine.value == yours.value and bool(mine.near & yours.near & _FATES)


def _count_people(content: Content) -> bool:
    """Whether it tells one number, of what became of people."""
    return content.status not in _UNSAID | _COMING and len(content.numbers) == 1 and content.act == "say"


def put_right(one: Content, other: Content) -> bool:
    """`42 million, not 35`: the other has the number that is ruled out, of the same thing."""
    coming = _to_come(one), _to_come(other)
    if days_apart(one, other) > _LONG_AFTER or one.act != other.act or coming[0] != coming[1]:
        return False
    wrong = {(q.value, _sort(q.unit)) for q in one.numbers if q.ruled_out and q.unit and q.value > _FEW}
    told = {(q.value, _sort(q.unit)) for q in other.numbers if not q.ruled_out and q.unit}
    return bool(wrong & told) and bool({m for m in one.marks & other.marks if m[0] not in "#~<√"})


def _to_come(content: Content) -> bool:
    """Whether it tells what is still to be done: planned, or agreed to."""
    return content.status in _COMING or bool(content.marks & _AGREED)


def moved(no: Content, yes: Content) -> bool:
    """Whether one denies that something was moved and the other has it elsewhere: `there`, or not where it was."""
    if no.act != "deny" or "=move" not in no.marks or not yes.where or "=move" in yes.marks or yes.against:
        return False
    if not {mark for mark in no.marks & yes.marks if mark[0] == "="}:
        return False
    if no.where & yes.where:
        return True
    return not no.where and _two_tellers(no, yes)


def only_place(content: Content, denial: Content) -> bool:
    """`denied that it was moved, stressing that X is the only place`: the place belongs to what was denied."""
    if content.page != denial.page or tellers(content) != tellers(denial) or content.act != "say":
        return False
    return content.only and 0 < content.ref.number - denial.ref.number <= 2


def _two_tellers(one: Content, other: Content) -> bool:
    near = one.page == other.page and abs(one.ref.number - other.ref.number) <= NEAR
    return near and tellers(one)[-1:] != tellers(other)[-1:] and not (one.actors and one.actors == other.actors)


def _answered(one: Content, other: Content) -> bool:
    """Whether the page sets the later of two statements against what stands before it."""
    return max(one, other, key=lambda content: content.ref.number).counter


def _first(content: Content) -> Quantity | None:
    """The number that a statement gives first: those behind it are parts of it, or of something else."""
    return content.numbers[0] if content.numbers else None


def _sort(unit: str) -> str:
    """What is counted, whichever of its forms stands there."""
    return unit if unit[0] == "=" else root(unit)


def _people(mine: Quantity, yours: Quantity) -> bool:
    sorts = {mine.unit, yours.unit} & _PEOPLE
    if len(sorts) > 1 and not sorts & _ANYBODY:
        return False  # prisoners, and the wounded
    return bool(mine.near & _PEOPLE) and bool(yours.near & _PEOPLE)
