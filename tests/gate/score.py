"""Score readings against gold, layer by layer.

A reading and its gold are JSON objects of one form: `furniture`, `obfuscations`, `times`, `mentions`,
`statements` and `published`; spans are code points of the page's own text, end-exclusive. Where gold
writes `A|B`, either is right. A layer that a reading lacks counts as empty.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["LAYERS", "Item", "Layer", "Reading", "Score", "score"]

Item = Mapping[str, Any]
Reading = Mapping[str, Any]

SAME_CONTENT = 0.8  # share of characters in common from which two contents are the same
SAME_SOURCE = 0.5


@dataclass(frozen=True)
class Score:
    """How many of the `gold` items were hit, by how many `predicted` ones."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hit + other.hit, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def precision(self) -> float:
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Layer = Callable[[Reading, Reading], Score]


def characters(spans: Iterable[Item]) -> set[int]:
    return {place for span in spans for place in range(span["start"], span["end"])}


def shared(gold: Iterable[Item], predicted: Iterable[Item]) -> float:
    """Characters in both over characters in either; 1.0 where neither has any."""
    a, b = characters(gold), characters(predicted)
    return len(a & b) / len(a | b) if a | b else 1.0


def partners(gold: list[Item], predicted: list[Item]) -> list[tuple[int, int]]:
    """Overlapping spans paired one to one, those that share most first; of equals, the later ones."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            common = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if common > 0:
                candidates.append((common / (max(g["end"], p["end"]) - min(g["start"], p["start"])), i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates, reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def same_entity(gold: str | None, predicted: str | None) -> bool:
    return plain(predicted) in map(plain, (gold or "").split("|"))


def same_value(gold: str | None, predicted: str | None) -> bool:
    return (gold or "").replace(" ", "").upper() == (predicted or "").replace(" ", "").upper()


def tellers(chain: list[Item]) -> list[Item]:
    """The links that count: a document beside its issuer is optional, alone it is the link."""
    return [link for link in chain if link.get("kind") != "document"] or chain


def same_links(gold: list[Item], predicted: list[Item]) -> bool:
    """As many links, of the same kinds, and the same entity wherever the gold names one."""
    return len(gold) == len(predicted) and all(
        g["kind"] == p.get("kind") and (not g.get("entity") or same_entity(g["entity"], p.get("entity")))
        for g, p in zip(gold, predicted, strict=True)
    )


def same_chain(gold: Item, predicted: Item) -> bool:
    return same_links(tellers(gold["chain"]), tellers(predicted.get("chain") or []))


def same_origin(gold: Item, predicted: Item) -> bool:
    return same_links(tellers(gold["chain"])[-1:], tellers(predicted.get("chain") or [])[-1:])


def same_content(gold: Item, predicted: Item) -> bool:
    return shared(gold["content"], predicted.get("content") or []) >= SAME_CONTENT


def same_source(gold: Item, predicted: Item) -> bool:
    g, p = gold["source"], predicted.get("source")
    return shared([g], [p]) >= SAME_SOURCE if g and p else g is p


def same_status(gold: Item, predicted: Item) -> bool:
    return gold["status"] == predicted.get("status") and bool(gold["negated"]) == bool(predicted.get("negated"))


def furniture(gold: Reading, reading: Reading) -> Score:
    """Counted in characters, whatever the label."""
    g, p = characters(gold["furniture"]), characters(reading.get("furniture") or [])
    return Score(len(g & p), len(g), len(p))


def exact(name: str, *keys: str) -> Layer:
    """Items of layer `name` are the same where all of `keys` are."""

    def count(gold: Reading, reading: Reading) -> Score:
        def found(items: Iterable[Item]) -> set[Hashable]:
            return {tuple(item.get(key) for key in keys) for item in items}

        g, p = found(gold[name]), found(reading.get(name) or [])
        return Score(len(g & p), len(g), len(p))

    return count


def named(gold: Reading, reading: Reading) -> Score:
    """Mentions on the gold's very span that name its entity."""
    entities = {(m["start"], m["end"]): m.get("entity") for m in gold["mentions"]}
    found = set()
    for mention in reading.get("mentions") or []:
        span = mention["start"], mention["end"]
        found.add((span, span in entities and same_entity(entities[span], mention.get("entity"))))
    return Score(sum(right for _, right in found), len(entities), len(found))


def timed(gold: Reading, reading: Reading) -> Score:
    """Times that overlap and have the same value."""
    g, p = gold["times"], reading.get("times") or []
    hit = sum(same_value(g[i]["value"], p[j].get("value")) for i, j in partners(g, p))
    return Score(hit, len(g), len(p))


def stated(*same: Callable[[Item, Item], bool]) -> Layer:
    """Statements whose cues overlap and that are the same in every respect asked for."""

    def count(gold: Reading, reading: Reading) -> Score:
        g, p = gold["statements"], reading.get("statements") or []
        pairs = partners([s["cue"] for s in g], [s["cue"] for s in p])
        return Score(sum(all(test(g[i], p[j]) for test in same) for i, j in pairs), len(g), len(p))

    return count


def published(gold: Reading, reading: Reading) -> Score:
    """Only pages whose day the gold knows are counted."""
    if not gold.get("published"):
        return Score()
    day = reading.get("published")
    return Score(int(same_value(gold["published"], day)), 1, int(bool(day)))


LAYERS: Mapping[str, Layer] = {
    "furniture": furniture,
    "repair": exact("obfuscations", "start", "end", "clean"),
    "time": exact("times", "start", "end"),
    "time_value": timed,
    "mention": exact("mentions", "start", "end", "type"),
    "mention_entity": named,
    "cue": stated(),
    "source": stated(same_source),
    "content": stated(same_content),
    "chain": stated(same_chain),
    "origin": stated(same_origin),
    "whole": stated(same_content, same_chain),
    "stance": stated(lambda gold, predicted: predicted.get("stance") in gold["stance"].split("|")),
    "status": stated(same_status),
    "published": published,
}


def score(gold: Mapping[str, Reading], readings: Mapping[str, Reading]) -> dict[str, Score]:
    """Each layer's score over all pages of the gold; a page that was not read counts as empty."""
    return {
        name: sum((layer(page, readings.get(doc, {})) for doc, page in gold.items()), Score())
        for name, layer in LAYERS.items()
    }
