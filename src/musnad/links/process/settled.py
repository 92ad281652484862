"""Predictions that contradict each other: what came of one tells what came of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from musnad.links.findings import Contradiction, Prediction
from musnad.links.process.days import Days, interval
from musnad.links.process.ends import End
from musnad.links.process.foretold import Foretold
from musnad.wording import phrase

__all__ = ["Ended", "settled"]

_TOLD = {"date": "date", "venue": "place", "number": "number"}  # facets of a contradiction by those of a report


class Ended(NamedTuple):
    """A prediction with its days and what came of it by itself."""

    told: Foretold
    due: Days
    end: End


def settled(ended: Sequence[Ended], against: Sequence[Contradiction]) -> tuple[Prediction, ...]:
    """What comes of each when its rivals' ends are known: where a rival came true in what they disagree on, it did not."""
    by_claim = {each.told.claim.id: each for each in ended}
    rivals: dict[str, dict[str, Ended]] = defaultdict(dict)
    for pair in against:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            facet = _TOLD.get(pair.on)
            rival = by_claim.get(other)
            if facet and rival is not None and _came_true(rival.end, facet):
                rivals[one].setdefault(facet, rival)
    return tuple(_prediction(each, _settled(each.end, rivals.get(each.told.claim.id, {}))) for each in ended)


def _came_true(end: End, facet: str) -> bool:
    return facet in end.right or (end.outcome == "fulfilled" and not end.right)


def _settled(end: End, rivals: dict[str, Ended]) -> End:
    """Another number, another place and day: not fulfilled; another day or place alone: in part."""
    wrong = {facet: rival for facet, rival in rivals.items() if facet not in end.right}
    if not wrong:
        return end
    rival = next(iter(wrong.values()))
    failed = "number" in wrong or len(wrong) > 1 or (end.outcome == "partly" and bool(wrong))
    outcome = "not_fulfilled" if failed else "partly"
    reason = phrase("ended.rival", rival.told.claim.id)
    shown = end if end.evidence is not None and end.outcome != "fulfilled" else rival.end
    return End(outcome, shown.ref, shown.evidence, reason, end.right)


def _prediction(each: Ended, end: End) -> Prediction:
    return Prediction(
        claim=each.told.claim.id,
        due=interval(*each.due),
        outcome=end.outcome,
        made=each.told.made,
        resolved_by=end.ref,
        evidence=end.evidence,
        reason=end.reason,
    )
