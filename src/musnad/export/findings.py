"""Copies, claims and contradictions as sheets, and one claim as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musnad.entry import Entry
from musnad.explain import Node
from musnad.export.ledger import chain_text, content_text, shortened
from musnad.export.sheet import Sheet
from musnad.links.findings import Carrier, Claim, Contradiction, Copy, Evidence, Ref, Story
from musnad.wording import Phrase, Tongue

__all__ = ["claim_tree", "claims", "contradictions", "copies"]

_GIST = 90  # characters of a claim's words in a table


def copies(found: Sequence[Copy], t: Tongue) -> Sheet:
    """A row a copy; `words`: how many of its words stand in the aligned passages."""
    columns = ("page", "took from", "kind", "credited", "direction", "words", "why")
    rows = [
        (
            copy.doc, copy.of, copy.kind, "yes" if copy.credited else "no", "sure" if copy.sure else "a guess",
            str(sum(passage.words for passage in copy.passages)), t.every(copy.reasons),
        )
        for copy in found
    ]  # fmt: skip
    return Sheet(columns, rows, found)


def claims(found: Sequence[Claim], t: Tongue) -> Sheet:
    """A row a claim, those first that most outlets carry."""
    ordered = sorted(found, key=lambda claim: (-len(claim.outlets), -len(claim.members)))
    columns = ("claim", "told", "outlets", "origins", "who it goes back to", "what")
    rows = [
        (
            claim.id, str(len(claim.members)), str(len(claim.outlets)), str(len(claim.origins)),
            t.every(origin.name for origin in claim.origins), _gist(claim),
        )
        for claim in ordered
    ]  # fmt: skip
    return Sheet(columns, rows, ordered)


def contradictions(story: Story, t: Tongue) -> Sheet:
    """A row a pair of claims; the places are those of the words that cannot both hold."""
    by_id = {claim.id: claim for claim in story.claims}
    columns = ("on", "claim", "says", "where", "against", "says", "where", "why")
    rows = [
        (
            pair.on, pair.a, _gist(by_id.get(pair.a)), _place(pair.here),
            pair.b, _gist(by_id.get(pair.b)), _place(pair.there), t.say(pair.reason),
        )
        for pair in story.contradictions
    ]  # fmt: skip
    return Sheet(columns, rows, story.contradictions)


def claim_tree(claim: Claim, story: Story, entries: Mapping[Ref, Entry], verdicts: Iterable[str], t: Tongue) -> Node:
    """All that is known of a claim; `entries` are its statements."""
    origins = tuple(
        Node(f"{t.say(origin.name)} ({_refs(origin.members)})", _said(origin.reasons, t)) for origin in claim.origins
    )
    foretold = tuple(
        Node(t("tree.due", due=p.due, outcome=t.label("outcome", p.outcome)), _said([p.reason] if p.reason else [], t))
        for p in story.predictions
        if p.claim == claim.id
    )
    grades = tuple(
        Node(f"{g.ref.doc}.{g.ref.number}: {g.source}{g.information}", _said(g.reasons, t)) for g in claim.grades
    )
    parts = (
        Node(t("tree.origins", count=len(origins)), origins),
        Node(t("tree.told"), tuple(_told(claim.carriers, entries, claim.members, t))),
        Node(t("tree.against"), tuple(_against(claim, story.contradictions, {c.id: c for c in story.claims}, t))),
        Node(t("tree.foretold"), foretold),
        Node(t("tree.grades"), grades),
        Node(t("tree.verdicts"), _lines(verdicts)),
        Node(t("tree.unseen"), _said(claim.unseen, t)),
    )
    return Node(
        t("tree.claim", id=claim.id), (Node(shortened(claim.gist, 300)), *(part for part in parts if part.children))
    )


def _told(
    carriers: Sequence[Carrier], entries: Mapping[Ref, Entry], members: Sequence[Ref], t: Tongue
) -> Iterator[Node]:
    had: defaultdict[Ref, list[Carrier]] = defaultdict(list)
    for carrier in carriers:
        had[carrier.ref].append(carrier)
    for ref in members:
        entry = entries[ref]
        who = f"{entry.published or '-'} {entry.outlet or '-'} ({ref.doc} {entry.cue.start})"
        stance = t.label("stance", entry.stance)
        line = f"{who}: {chain_text(entry, 50) or '-'}: {stance}: {shortened(content_text(entry), 120)}"
        yield Node(line, _lines(t("tree.had_from", who=c.doc or t.say(c.name)) for c in had[ref]))


def _against(claim: Claim, pairs: Sequence[Contradiction], by_id: Mapping[str, Claim], t: Tongue) -> Iterator[Node]:
    for pair in pairs:
        if claim.id in (pair.a, pair.b):
            other = pair.b if pair.a == claim.id else pair.a
            head = t("tree.other", on=t.label("on", pair.on), id=other, gist=_gist(by_id.get(other)))
            yield Node(head, _said([pair.reason] if pair.reason else [], t))


def _refs(members: Iterable[Ref]) -> str:
    return ", ".join(f"{ref.doc}.{ref.number}" for ref in members)


def _said(phrases: Iterable[Phrase], t: Tongue) -> tuple[Node, ...]:
    return tuple(Node(t.say(each)) for each in phrases)


def _lines(texts: Iterable[str]) -> tuple[Node, ...]:
    return tuple(Node(text) for text in texts if text)


def _gist(claim: Claim | None) -> str:
    return shortened(" ".join(claim.gist.split()), _GIST) if claim else "-"


def _place(words: Evidence) -> str:
    return f"{words.doc} {words.start}"
