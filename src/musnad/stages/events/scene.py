"""The clause that a trigger stands in: its words, and which of its names take part or only say where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musnad.doc import Doc, Mention, Span
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["WORDS", "Cast", "Word", "cast", "clause", "role", "unmade", "words_in"]

WORDS = lexicon("events/words")
_UNMADE = lexicon("events/unmade")
_BACK = 8  # words before an agreement that may say that it was not made
_FAR = 90  # code points between a trigger and its place
_TOKEN = re.compile(r"\w+")
# Verbs whose subject is the place of what they govern, in the reading's letters, without و and س.
HOSTS = frozenset(map(fold, ("تستضيف", "يستضيف", "استضافت", "استضاف", "تحتضن", "احتضنت", "يحتضن")))


class Word(NamedTuple):
    """A word of the reading (folded) and its place on the page."""

    text: str
    start: int
    end: int


class Cast(NamedTuple):
    """Who takes part, and where (more than one place where the clause leaves it open); in the order of the clause."""

    actors: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def place(self) -> str | None:
        return self.places[0] if self.places else None


def words_in(doc: Doc, span: Span) -> list[Word]:
    """The words of a span of the page."""
    start, end = doc.reading.within(*span)
    found = _TOKEN.finditer(doc.reading.string, start, end)
    return [Word(match[0], *doc.span(*match.span())) for match in found]


def role(words: Sequence[Word], at: int) -> str:
    """What a word does in its clause (`words.tsv`), alone or with the word behind it; empty where nothing is known."""
    text = words[at].text
    pair = f"{text} {words[at + 1].text}" if at + 1 < len(words) else text
    for form in (pair, text, pair[1:] if text[0] in "وف" else pair, text[1:] if text[0] in "وف" else text):
        if row := WORDS.get(form):
            return row["role"]
    return ""


def clause(words: Sequence[Word], trigger: Span) -> list[Word]:
    """The words around a trigger, up to where another clause begins on either side."""
    at = next((i for i, word in enumerate(words) if word.end > trigger.start), len(words))
    breaks = [i for i in range(len(words)) if role(words, i) == "break"]
    first = max((i for i in breaks if i < at), default=-1) + 1
    last = min((i for i in breaks if i > at), default=len(words))
    return list(words[first:last])


def unmade(words: Sequence[Word], trigger: Span) -> bool:
    """Whether the words before an agreement say that there is none: `دون اتفاق`, `لم يتم التوصل إلى اتفاق`."""
    reached, near = False, True
    for word in [w for w in reversed(words) if w.end <= trigger.start][:_BACK]:
        row = _UNMADE.get(word.text) or _UNMADE.get(word.text.removeprefix("و"))
        found = row["role"] if row else ""
        if (found == "without" and near) or (found == "fails" and reached):
            return True
        reached |= found == "reach"
        near &= found in ("reach", "link")
    return False


def cast(words: Sequence[Word], mentions: Iterable[Mention], trigger: Span, *, visit: bool) -> Cast:
    """Split the names of a clause. `visit`: the state that is named is where it goes."""
    actors: dict[str, None] = {}
    places: list[tuple[int, int, str]] = []
    topic = next((w.start for i, w in enumerate(words) if role(words, i) == "topic" and w.start >= trigger.end), None)
    for mention in mentions:
        at = next((i for i, word in enumerate(words) if word.end > mention.span.start), None)
        if at is None or mention.type == "OUTLET" or mention.span.end > words[-1].end:
            continue
        where = mention.type in ("GPE", "LOC") and _located(words, at, mention, trigger)
        far = _distance(mention.span, trigger)
        if where and far <= _FAR:
            places.append((far, at, mention.entity))
        elif places and at > 1 and words[at - 1].text == "او" and words[places[-1][1]].end > words[at - 2].start:
            places.append((places[-1][0] + 1, at, mention.entity))
        elif where or mention.type == "LOC" or (mention.type == "GPE" and mention.kind != "state"):
            continue
        elif visit and mention.type == "GPE" and mention.span.start > trigger.end:
            places.append((0, at, mention.entity))
        elif topic is None or mention.span.start < topic:
            actors.setdefault(mention.acts_for or mention.entity)
    places.sort()
    return Cast(tuple(actors), tuple(entity for _, _, entity in _rivals(words, places)))


def _rivals(words: Sequence[Word], places: Sequence[tuple[int, int, str]]) -> Iterable[tuple[int, int, str]]:
    """The nearest place, and those that `أو` sets beside it."""
    if not places:
        return []
    first = places[0]
    return [
        first,
        *(p for p in places[1:] if any(w.text == "او" for w in words[min(first[1], p[1]) : max(first[1], p[1])])),
    ]


def _located(words: Sequence[Word], at: int, mention: Mention, trigger: Span) -> bool:
    """Whether a place's name is governed by a word of place, or stands as the genitive of the trigger and alone."""
    if words[at].start < mention.span.start:  # a clitic before the name: only ب says where
        return fold(words[at].text)[0] == "ب" and mention.kind != "person"
    before = at - 1
    while before >= 0 and (role(words, before) == "head" or (before and role(words, before - 1) == "head")):
        before -= 1  # `في العاصمة الفلانية كذا`
    if before >= 0 and role(words, before) == "place":
        return True
    following = next((w.text for w in words[at:] if w.start >= mention.span.end), "")
    if following.lstrip("وس") in HOSTS:
        return True
    return words[at - 1].start <= trigger.start < words[at - 1].end and at > 0 and not following.startswith("و")


def _distance(span: Span, trigger: Span) -> int:
    return span.start - trigger.end if span.start >= trigger.end else 3 * (trigger.start - span.end)
