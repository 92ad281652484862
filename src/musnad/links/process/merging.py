"""Clusters that turn out to be one when more is known: on one day at one place, or of the same parties at one level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from musnad.links.process.cluster import Cluster, apart_from
from musnad.links.process.event import BARE

__all__ = ["merge", "merging_keys"]


def merging_keys(cluster: Cluster) -> list[str]:
    """By any of these a cluster is one with others of its type."""
    if cluster.type in BARE:
        return []
    found, days = [], cluster.days
    if days and days[0] == days[1]:
        found += [f"place {days[0]} {cluster.place}"] if cluster.place else []
        found += [f"level {days[0]} {cluster.level}"] if cluster.level else []
    if len(cluster.sides) > 1 and (cluster.level or cluster.type in ("exchange", "agreement")):
        found.append(f"sides {cluster.level} {'; '.join(sorted(cluster.sides))}")
    return found


def merge(keys: Mapping[str, Sequence[str]], other: Set[str], cluster: Callable[[str], Cluster]) -> dict[str, str]:
    """The clusters, in their order, that each is one with, for all that hang together by keys of which one is `other`
    than before."""
    found: dict[str, str] = {}
    for hanging in _hanging(keys, other):
        held: dict[str, Cluster] = {}
        first: dict[str, str] = {}
        for lead in hanging:
            held[lead], found[lead] = Cluster(*cluster(lead).members), lead
            for key in keys[lead]:
                one = first.setdefault(key, lead)
                if one != lead and one in held and not _parted(held[lead], held[one]):
                    held[one].add(*held.pop(lead).members)
                    found[lead] = one
                    break
    return found


def _hanging(keys: Mapping[str, Sequence[str]], other: Set[str]) -> Iterator[list[str]]:
    """What hangs together by keys, each in order, where one of them is other."""
    having: dict[str, list[str]] = defaultdict(list)
    for lead, own in keys.items():
        for key in own:
            having[key].append(lead)
    place = {lead: at for at, lead in enumerate(keys)}
    done: set[str] = set()
    for start in (lead for key in other & having.keys() for lead in having[key]):
        if start not in done:
            seen, ahead = {start}, [start]
            while ahead:
                fresh = {each for key in keys[ahead.pop()] for each in having[key]} - seen
                seen |= fresh
                ahead += fresh
            done |= seen
            yield sorted(seen, key=place.__getitem__)


def _parted(a: Cluster, b: Cluster) -> bool:
    """Other parties meet at the same level on the same day, or the same parties elsewhere or on another day."""
    if any(apart_from(telling, b) for telling in a.members):
        return True
    return bool(a.sides and b.sides and not a.sides & b.sides)
