"""Attribution: who says what, through whom.

Sentence by sentence: `openings` finds the words that attribute and what stands beside them, `frames`
gives each its content and nests or cuts them against each other, `chains` resolves who is meant through
everything told before on the page, `stance` judges how it is put and what has become of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.doc import Doc, Link, Mark, Mention, Quotation, Sentence, Span, Statement, TimeExpression
from musnad.rules import Lexicon, lexicon
from musnad.stages.attribution.chains.chains import Voices
from musnad.stages.attribution.chains.groups import ASIDE
from musnad.stages.attribution.chains.halves import second_half
from musnad.stages.attribution.chains.headline import named_below
from musnad.stages.attribution.contents.as_he_put_it import parted
from musnad.stages.attribution.contents.frames import Frame, frames
from musnad.stages.attribution.contents.going_on_saying import with_rest
from musnad.stages.attribution.contents.listed import with_list
from musnad.stages.attribution.cues.minded import nobodys_thought
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.cues.openings import answers
from musnad.stages.attribution.cues.unspoken import by_the_writer
from musnad.stages.attribution.judged.stance import SIGNS, judge
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite
from musnad.stages.attribution.transmitters.publisher import outlet_key, own_outlets

NAME = "attribution"
LEXICONS: tuple[Lexicon, ...] = (
    SIGNS,
    lexicon("attribution/anaphora", clitics="noun"),
    lexicon("attribution/feelings", clitics="noun"),
    lexicon("attribution/forms", clitics="verb"),
    lexicon("attribution/heads", clitics="noun"),
    lexicon("attribution/media", clitics="noun"),
    lexicon("attribution/nouns", clitics="noun"),
    lexicon("attribution/own", clitics="conjunction"),
    lexicon("attribution/phrases", clitics="conjunction"),
)
READS: tuple[type[Mark], ...] = (Sentence, Quotation, TimeExpression, Mention)
WRITES: tuple[type[Mark], ...] = (Statement,)


def find(doc: Doc) -> Iterable[Statement]:
    """The statements of a page, in order of their cues."""
    scene = Scene(doc)
    return named_below(scene, _statements(scene))


def _statements(scene: Scene) -> Iterator[Statement]:
    voices = Voices(scene)
    last: Frame | None = None
    for number, place in enumerate(_stretches(scene)):
        told: list[tuple[Link, ...]] = []
        here = frames(scene, *place, last)
        last = here[-1] if here else None
        for frame in here:
            outer = told[frame.outer] if frame.outer is not None else None
            chain, carried, rule = voices.chain(frame, number, place.first, outer)
            told.append(chain)
            ours = rule == "carry-nothing" and by_the_writer(scene, frame.opening, place.first)
            thought = nobodys_thought(scene, frame.opening, chain, rule, within=outer is not None)
            if ours or _our_knowledge(scene, frame, chain) or thought:
                continue
            if rule == "carry-nothing" and frame.opening.way == "preposition":
                continue  # `في رأيه`, where nobody has spoken yet
            if outer is None or _passed_on(here, frame, outer, chain):
                voices.tell(frame, chain, number)
            yield _statement(scene, frame, chain, carried, rule)


def _passed_on(here: list[Frame], frame: Frame, outer: tuple[Link, ...], chain: tuple[Link, ...]) -> bool:
    """`وبحسب رويترز، فإن الباحث سليم الناجي يعتبر أن`: all that a medium tells is what somebody says."""
    told = here[frame.outer or 0]
    media = told.opening.way == "preposition" and all(link.kind in ("outlet", "agency") for link in outer)
    person = len(chain) > len(outer) and chain[-1].kind == "person" and frame.opening.way == "verb"
    return media and person and bool(frame.content) and frame.content[-1][1] >= told.content[-1][1] - 2


def _our_knowledge(scene: Scene, frame: Frame, chain: tuple[Link, ...]) -> bool:
    """`علمت «الأفق» أن`, `بحسب معلومات «الأفق»` on its own page, with no source: the page's own word."""
    source = frame.opening.source
    if source is None or len(chain) > 1 or frame.opening.after:
        return False
    if frame.opening.row["lemma"] != "علم" and scene.text(source.first) not in {"معلومات", "لمعلومات"}:
        return False
    own = own_outlets(scene)
    named = (outlet_key(scene.doc.text(mention.span)) for _, mention in scene.names_in(source, "OUTLET"))
    return any(name in own for name in named)


def _stretches(scene: Scene) -> Iterator[Place]:
    """The sentences; a headline is cut at double dots and into halves, and left out where the body says it again."""
    body = "\n".join(scene.doc.text(s.span) for _, s in scene.sentences if s.kind == "body")
    reached = 0
    for n, (place, sentence) in enumerate(scene.sentences):
        if place.first < reached:
            continue
        if sentence.kind == "body" and (tail := _tail(scene, n)) is not None:
            place = Place(place.first, tail)
        if sentence.kind == "body":
            if answers(scene, *place):  # an answer runs to the end of its paragraph
                place = Place(place.first, scene.paragraphs[scene.paragraph(place.first)].last)
            reached = place.last
            yield Place(place.first + (scene.text(place.first) in _BULLETS), place.last)
        elif scene.doc.text(sentence.span)[:60] not in body:
            first = place.first
            for i in range(place.first, place.last):
                cut = scene.text(i) == "…" or (scene.text(i) == "." and scene.text(i + 1) == ".")
                if cut and not _goes_on(scene, first, i):
                    yield from _halves(scene, first, i)
                    first = i + 1 + (scene.text(i + 1) == ".")
            yield from _halves(scene, first, place.last)


def _tail(scene: Scene, n: int) -> int | None:
    """`… صباح اليوم. وفقا لوكالة X.`: where a sentence ends that does nothing but tell who told the one before it."""
    if n + 1 == len(scene.sentences):
        return None
    (_, sentence), (after, behind) = scene.sentences[n], scene.sentences[n + 1]
    if behind.paragraph != sentence.paragraph or after.last - after.first > _TAIL or after.first not in scene.phrases:
        return None
    told = any(hit.row["class"] == "preposition" for hit in scene.phrases[after.first])
    bare = all(scene.text(j) not in COMMAS and not finite(scene, j) for j in range(after.first, after.last))
    return after.last if told and bare else None


_TAIL = 8  # tokens of such a sentence


def _halves(scene: Scene, first: int, last: int) -> Iterator[Place]:
    """A headline's stretch, or its two where each has its own subject and verb."""
    cut = second_half(scene, first, last) if first < last else None
    if cut is not None:
        yield Place(first, cut)
        first = cut
    if first < last:
        yield Place(first, last)


def _goes_on(scene: Scene, first: int, i: int) -> bool:
    """`الصحة: 14 وفاة.. ولا إصابات في العاصمة`: behind the dots at i the speaker of a headline denies something too."""
    k = i + 1 + (scene.text(i + 1) == ".")
    again = any(scene.text(j) == ":" for j in range(k, min(k + 12, len(scene.tokens))))
    return scene.text(k) in {"ولا", "ولم", "ولن", "وليس"} and ":" in map(scene.text, range(first, i)) and not again


_BULLETS = frozenset("•●▪■►▶◄".split())


def _statement(
    scene: Scene, frame: Frame, chain: tuple[Link, ...], carried: tuple[int, int] | None, rule: str
) -> Statement:
    doc, opening = scene.doc, frame.opening
    judged = judge(scene, frame, chain[-1].kind if chain else "")
    content = tuple(doc.span(*part) for part in parted(scene, with_list(scene, with_rest(scene, frame))))
    return Statement(
        span=doc.span(*opening.cue),
        rule=opening.rule,
        source=_source(scene, opening, chain),
        chain=chain,
        content=content,
        mode=_mode(doc, content),
        stance=judged.stance,
        status=judged.status,
        negated=judged.negated,
        carried=doc.span(*carried) if carried else None,
        chain_rule=f"{NAME}/rules:{'echo' if opening.way == 'echo' else rule}",
    )


def _source(scene: Scene, opening: Opening, chain: tuple[Link, ...]) -> Span | None:
    """Who is told of beside the cue; of what the page's own outlet has learnt (`علمت «المرفأ» من مصدر`), from whom."""
    if opening.source is None and opening.after and opening.row["lemma"] == "علم":
        return scene.doc.span(*scene.phrase(opening.after[0]))  # `علم لدى مصالح الولاية أن`
    if opening.source is None or scene.text(opening.source.first) in ASIDE:
        return None  # `اتصالا أكد خلاله أن`
    stated = scene.doc.span(*scene.phrase(opening.source))
    further = [scene.doc.span(*scene.phrase(place)) for place in opening.after]
    left_out = opening.way == "verb" and further and chain and chain[0].span in further
    return further[0] if left_out and not any(one.span == stated for one in chain) else stated


def _mode(doc: Doc, content: tuple[Span, ...]) -> str:
    """Direct where quotation marks hold all of the content, mixed where they hold some of it."""
    quotes = doc.marks(Quotation)
    if all(any(q.inner.start <= part.start and part.end <= q.inner.end for q in quotes) for part in content):
        return "direct"
    if any(part.start <= q.span.start and q.span.end <= part.end for q in quotes for part in content):
        return "mixed"
    return "indirect"


def show(doc: Doc, mark: Statement) -> str:
    """One line: cue | chain | content."""
    chain = " ‹ ".join(doc.text(link.span) for link in mark.chain)
    return f"{doc.text(mark.span)} | {chain} | {' … '.join(doc.text(part) for part in mark.content)}"
