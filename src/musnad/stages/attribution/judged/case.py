"""A sentence of a content as its status is judged: its clause, its predicate, and the words that tell of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.judged.predicate import Predicate
from musnad.stages.attribution.judged.signs import clause_end
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import is_that
from musnad.stages.attribution.transmitters.agreement import agreement

__all__ = ["Case", "Reading", "own"]


class Reading(NamedTuple):
    """`status` and `negated` of a content by itself, and the key of judgements.tsv that told."""

    status: str
    negated: bool
    rule: str


class Case(NamedTuple):
    """`teller`: the kind of who says it, empty where unknown. `place`: from the main clause's first token to the
    sentence's end; `whole`: with what stands before it. `signs`: the statuses that single words tell. `word`: a token's
    folded text."""

    scene: Scene
    frame: Frame
    stance: str
    teller: str
    place: Place
    whole: Place
    told: Predicate
    signs: frozenset[str]
    word: Callable[[int], str]

    @property
    def first(self) -> int:
        return self.place.first

    @property
    def past(self) -> str:
        """The predicate's verb, as the table has it; empty for a noun and for a verb that is in no table."""
        return self.told.row.get("past", "")

    @property
    def now(self) -> str:
        """What the predicate's verb tells in the present: nothing for a standing fact."""
        return self.told.row.get("now", "")

    @property
    def later(self) -> str:
        return self.told.row.get("later", "")

    @property
    def subject(self) -> int:
        """Where the subject is looked for: before the predicate, or right behind one that comes first."""
        return self.first if self.told.at != self.first or self.told.tense == "none" else self.told.at + 1

    @property
    def clause(self) -> Place:
        """The main clause alone."""
        return Place(self.first, clause_end(self.scene, self.place, self.told))

    def says(self, status: str, rule: str) -> Reading:
        """A reading that is negated where the predicate is."""
        return Reading(status, self.told.negated, rule)


def own(scene: Scene, frame: Frame, first: int) -> bool:
    """Whether the subject at token first is the teller or his own: `أنه`, `بلاده`, a word of the source."""
    if is_that(scene, first - 1) and not scene.text(first - 1).endswith("ان"):
        return _agrees(scene, frame, scene.text(first - 1))
    if first not in scene.mentions and scene.written(first).endswith(("ه", "ها", "هم")):
        return True
    source = frame.opening.source
    return source is not None and scene.text(first) in {scene.text(i) for i in range(source.first, source.last)}


def _agrees(scene: Scene, frame: Frame, that: str) -> bool:
    """Whether the pronoun on `أنه` can be the teller: not in `قال مقربون منه إنه سيعتزل`."""
    source = frame.opening.source
    told = agreement(scene, source) if source is not None else None
    if told is None:
        return True
    gender, number = told
    if number == "many":
        return that.endswith(("م", "ن", "نا"))
    return gender != "f" or not that.endswith("ه")
