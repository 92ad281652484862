"""The events room: words that name a political event, with who takes part, at which level, where, when and whether.

It reads a clause, not a page: that two pages tell of one event is for `links` to say. An event stands in what
somebody says (then its status is as he puts it) or in the article's own voice (then as the article puts it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.doc import Doc, Event, Hit, Link, Mark, Mention, Sentence, Span, Statement, TimeExpression
from musnad.rules import Lexicon, lexicon
from musnad.stages.events.said import OCCASIONS, occasions
from musnad.stages.events.scene import Word, cast, clause, role, unmade, words_in
from musnad.text import fold

NAME = "events"
NOUNS = lexicon("events/nouns", clitics="noun")
VERBS = lexicon("events/verbs", clitics="verb")
LEVELS = lexicon("events/levels", clitics="noun")
LEXICONS: tuple[Lexicon, ...] = (NOUNS, VERBS, LEVELS, OCCASIONS)
READS: tuple[type[Mark], ...] = (Sentence, TimeExpression, Mention, Statement)
WRITES: tuple[type[Mark], ...] = (Event,)

_WINDOW = 8  # words within which a row's `with` must follow
_FAR = 320  # code points between a trigger and the words that tell its level
_BOUNDS = frozenset(map(fold, ("قبل", "حتى", "بعد", "منذ", "لغاية")))
_DENY = frozenset(map(fold, ("تنفي", "ينفي", "نفت", "نفى", "ينفون", "تكذب", "يكذب", "كذبت", "كذب")))
_JOINT = 60  # code points between a communiqué and the cue of those who speak in it
_SELF = frozenset(map(fold, ("إنه", "أنه", "إنها", "أنها", "بأنه", "بأنها")))
_TALKS = ("meeting", "call", "visit")
_OPEN = ("conditional", "possible", "expected", "planned")


class _Told(NamedTuple):
    """A trigger on the page: its lexicon's row, and the words of the clause that it stands in."""

    hit: Hit
    span: Span
    around: list[Word]
    said: Statement | None
    after: int  # the end of the trigger before it, to which what stands between belongs (else of the sentence)
    title: bool


def find(doc: Doc) -> Iterable[Event]:
    """One event for the first trigger of each type and level in a clause, and one for each occasion of speech."""
    yield from occasions(doc)
    hits = sorted((*doc.hits.get(NOUNS.name, ()), *doc.hits.get(VERBS.name, ())), key=lambda hit: (hit.start, -hit.end))
    spans = ((hit, doc.span(hit.start, hit.end)) for hit in _widest(hits))
    held = [m.span for m in doc.marks(Mention) if m.type in ("ORG", "OUTLET", "PER")]
    found = [(hit, span) for hit, span in spans if not any(_inside_name(span, name) for name in held)]
    levels = [(doc.span(hit.start, hit.end), hit.row["level"]) for hit in doc.hits.get(LEVELS.name, ())]
    for sentence in doc.marks(Sentence):
        inside = [(hit, span) for hit, span in found if _within(span, sentence.span)]
        if not inside:
            continue
        told: set[tuple[str, str | None, int]] = set()
        levels_of: dict[str, str | None] = {}
        end = 0
        for each in _readings(doc, sentence, inside):
            if each.span.start < end:
                continue
            kind = each.hit.row["type"]
            level = each.hit.row.get("level") or _level(each, levels)
            if level is None and "tense" in each.hit.row:  # `القمة …، وقد تنعقد`: the noun told it
                level = levels_of.get(kind)
            levels_of[kind] = level
            if (
                _habit(doc, each)
                or _wished(each)
                or _thing(doc, each)
                or (kind == "agreement" and unmade(each.around, each.span))
            ):
                continue
            key = (kind, level if each.hit.row.get("level") else None, each.around[0].start)
            if key not in told:
                told.add(key)
                end = each.span.end
                yield from _events(doc, each, level if kind in ("meeting", "call", "visit") else None)


def _inside_name(span: Span, name: Span) -> bool:
    """`المفوضية العليا للانتخابات` holds an election's name, and no election."""
    return name.start < span.start and span.end <= name.end


def _widest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Triggers that do not stand in a longer one: `وقف إطلاق النار` is no shooting."""
    last = (-1, -1)
    for hit in hits:
        if hit.end > last[1] or (hit.start, hit.end) == last:
            last = (hit.start, hit.end)
            yield hit


def _wished(told: _Told) -> bool:
    """What is only demanded or refused, or would have to be before something else, is no event."""
    said = told.said
    if said is None:
        return False
    if said.negated and said.status in ("opinion", "state") and told.hit.row["type"] in ("agreement", "meeting"):
        return True  # `الصور لا تصنع اتفاقا`
    if said.status == "demanded" or (said.stance == "refuses" and told.hit.row["type"] in _TALKS):
        return True
    return told.hit.row["type"] in ("other", *_TALKS) and said.negated and said.status == "conditional"


def _thing(doc: Doc, told: _Told) -> bool:
    """`صناديق الاقتراع`: what is only for it."""
    start, _ = doc.reading.within(*told.span)
    before = doc.reading.string[max(start - 16, 0) : start].removesuffix("ال").split(" ")
    word = before[-2] if len(before) > 1 and not before[-1] else ""
    return bool(word) and role([Word(word, 0, 0)], 0) == "thing"


def _habit(doc: Doc, told: _Told) -> bool:
    """What is done once a month is no event."""
    clause_span = Span(told.around[0].start, told.around[-1].end)
    return any(t.type == "SET" and _within(t.span, clause_span) for t in doc.marks(TimeExpression))


def _readings(doc: Doc, mark: Sentence, inside: Iterable[tuple[Hit, Span]]) -> Iterator[_Told]:
    """The triggers of a sentence that name an event there."""
    sentence = mark.span
    statements = [s for s in doc.marks(Statement) if any(_meet(part, sentence) for part in s.content)]
    whole = words_in(doc, sentence)
    after = sentence.end
    for hit, span in inside:
        around_words = [w for w in whole if w.end > span.start]
        if not around_words or around_words[0].text in hit.row["not"].split("|"):
            continue
        if hit.row["with"] and not _followed(around_words, hit.row["with"].split("|")):
            continue
        holding = [(part, s) for s in statements for part in s.content if _within(span, part)]
        part, said = min(holding, key=lambda pair: pair[0].end - pair[0].start, default=(sentence, None))
        words = [w for w in whole if _within(Span(w.start, w.end), part)]
        if said is None:  # the article's own voice: neither what others say nor who they are
            words = [w for w in words if not any(_covers(s, w) for s in statements)] or around_words
        found = clause(words, span)
        if found:
            yield _Told(hit, span, found, said, after, mark.kind == "title")
            after = span.end


def _followed(words: Sequence[Word], wanted: Sequence[str]) -> bool:
    following = [word.text for word in words[: _WINDOW + 1]]
    spelt = {before + fold(form) for form in wanted for before in ("", "و", "ال", "ب", "ل")}
    return any(text in spelt or text.removeprefix("لل") in spelt for text in following)


def _covers(said: Statement, word: Word) -> bool:
    parts: list[Span] = [*said.content, said.span, *(link.span for link in said.chain)]
    if said.source:
        parts.append(said.source)
    return any(part.start <= word.start < part.end for part in parts)


def _level(told: _Told, levels: Iterable[tuple[Span, str]]) -> str | None:
    """The level told nearest to the trigger in its clause; what follows it counts as nearer than what stands before."""
    first, last = told.around[0].start, told.around[-1].end
    near = (
        (span.start - told.span.end if span.start >= told.span.end else 2 * (told.span.start - span.end), level)
        for span, level in levels
        if first <= span.start and span.end <= last
    )
    return min((found for found in near if found[0] <= _FAR), default=(0, None))[1]


def _events(doc: Doc, told: _Told, level: str | None) -> Iterator[Event]:
    """The event of a trigger: one for each place where it may be (`في هذه أو تلك`)."""
    kind, words = told.hit.row["type"], told.around
    span = Span(words[0].start, words[-1].end)
    named = [m for m in doc.marks(Mention) if _meet(m.span, span) and not (told.said and _tells(told.said, m))]
    found = cast(words, named, told.span, visit=kind == "visit")
    dates = [
        t for t in doc.marks(TimeExpression)
        if t.type in ("DATE", "TIME") and _within(t.span, span) and not t.value.endswith("_REF")
        and not _bound(words, t.span, told.span) and not told.after <= t.span.start < told.span.start
    ]  # fmt: skip
    when = min(dates, key=lambda t: (_far(t.span, told.span), t.span), default=None)
    actors = found.actors
    if not actors and told.said is not None:
        actors = _body(doc, told.said, words) or _himself(doc, told) or _holders(told)
    elif not actors and kind == "agreement":
        actors = _joint(doc, told)
    for place in found.places or (None,):
        yield Event(
            span=told.span,
            rule=told.hit.rule,
            type=kind,
            actors=actors,
            place=place,
            date=when.value if when else None,
            status=_status(told),
            level=level,
        )


def _bound(words: Sequence[Word], time: Span, trigger: Span) -> bool:
    """`قبل الأحد` names no day of the event, nor does `بعد الجولة التي انتهت الأحد`."""
    before = [word.text for word in words if trigger.end <= word.start and word.end <= time.start]
    near = [word.text for word in words if word.end <= time.start][-1:]
    return any(word in _BOUNDS for word in (*near, *before))


def _tells(said: Statement, mention: Mention) -> bool:
    return any(_within(mention.span, link.span) for link in said.chain if not _inside(link, said))


def _inside(link: Link, said: Statement) -> bool:
    return any(_within(link.span, part) for part in said.content)


def _body(doc: Doc, said: Statement, words: Sequence[Word]) -> tuple[str, ...]:
    """Who speaks for the body that acts: `رئيسة اللجنة فلانة: اللجنة تجتمع غدا` has the speaker taking part."""
    if not said.chain or not said.chain[-1].entity or said.chain[-1].kind != "person":
        return ()
    held = {_bare(word.text) for word in words_in(doc, said.chain[-1].span)}
    acting = {_bare(word.text) for word in words[:4] if word.text.startswith("ال")}
    return (said.chain[-1].entity,) if held & acting and ";" not in said.chain[-1].entity else ()


def _himself(doc: Doc, told: _Told) -> tuple[str, ...]:
    """`قال فلان إنه سيزور …`: the teller himself."""
    said = told.said
    if said is None or not said.chain or said.chain[-1].kind != "person" or not said.chain[-1].entity:
        return ()
    part = next(part for part in said.content if _within(told.span, part))
    start, _ = doc.reading.within(*part)
    before = doc.reading.string[max(start - 8, 0) : start].split()
    first = words_in(doc, part)[:1]
    pronoun = bool(before) and before[-1].lstrip("و") in _SELF and bool(first) and first[0].end >= told.span.start
    return (said.chain[-1].entity,) if pronoun and ";" not in said.chain[-1].entity else ()


def _holders(told: _Told) -> tuple[str, ...]:
    """Who tells officially of a vote holds it."""
    chain = told.said.chain if told.said is not None else ()
    official = bool(chain) and chain[-1].kind == "official_body" and told.hit.row["type"] == "vote"
    return (chain[-1].entity,) if official and chain[-1].entity else ()


def _joint(doc: Doc, told: _Told) -> tuple[str, ...]:
    """Who speaks in a joint communiqué agrees to it."""
    for said in doc.marks(Statement):
        near = max(said.span.start - told.span.end, told.span.start - said.span.end)
        if said.chain and ";" in (said.chain[-1].entity or "") and near < _JOINT:
            return tuple(name.strip() for name in str(said.chain[-1].entity).split(";"))
    return ()


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _status(told: _Told) -> str:
    """As the statement puts it, unless the trigger itself says that it happened; else as the clause's words do."""
    past = told.hit.row.get("tense") == "past"
    roles = {role(told.around, i) for i in range(len(told.around))}
    if told.said is None and any(w.text.removeprefix("و") in _DENY for w in told.around if w.end <= told.span.start):
        return "denied"  # a headline of which nobody has been read to speak
    if told.said is not None and told.said.status != "occurred" and told.said.status != "state":
        if past and told.said.status in _OPEN and not roles & {"perhaps", "future"}:
            return "occurred"
        return "planned" if told.said.status == "opinion" else told.said.status
    if "perhaps" in roles:
        return "possible"
    if "future" in roles or any(w.text[:2] in ("سي", "ست") and len(w.text) > 4 for w in told.around):
        return "planned"
    # The present of a headline tells what has just happened.
    return "planned" if told.hit.row.get("tense") == "present" and told.said is None and not told.title else "occurred"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _far(span: Span, trigger: Span) -> int:
    """What follows a trigger is nearer to it than what stands before."""
    return span.start - trigger.end if span.start >= trigger.end else 3 * (trigger.start - span.end)


def show(doc: Doc, mark: Event) -> str:
    """One line: word = type @ place, date."""
    return f"{doc.text(mark.span)} = {mark.type} @ {mark.place or '-'}, {mark.date or '-'}"
