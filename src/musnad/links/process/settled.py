"""Predictions that contradict each other: what came of one tells what came of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from musnad.links.findings import Contradiction, Prediction
from musnad.links.process.days import Days, interval, overlap
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
    """What comes of each when its rivals' ends are known: what came true of a rival did not come true of it."""
    by_claim = {each.told.claim.id: each for each in ended}
    rivals: dict[str, dict[str, Ended]] = defaultdict(dict)
    for pair in against:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            facet = _TOLD.get(pair.on)
            rival = by_claim.get(other)
            if facet and rival is not None and facet in rival.end.right:
                rivals[one].setdefault(facet, rival)
    return tuple(_prediction(each, _settled(each, rivals.get(each.told.claim.id, {}))) for each in ended)


def _settled(each: Ended, rivals: dict[str, Ended]) -> End:
    """Another number, or another day and place: not fulfilled; another day or place alone: in part."""
    end = each.end
    fresh = {facet: rival for facet, rival in rivals.items() if facet not in end.right | end.wrong}
    if not fresh:
        return end
    rival = next(iter(fresh.values()))
    wrong = end.wrong | fresh.keys()
    if each.told.dated and rival.end.days and not overlap(rival.end.days, each.told.due):
        wrong |= {"date"}
    outcome = "not_fulfilled" if "number" in wrong or wrong >= {"date", "place"} else "partly"
    shown = end if end.wrong else rival.end
    return End(outcome, shown.ref, shown.evidence, phrase("ended.rival", rival.told.claim.id), end.right, wrong)


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
