"""What an opening is, and what makes words strong enough to be one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from musnad.stages.attribution.cues.occasions import breaks_off
from musnad.stages.attribution.nouns.heads import SO_MANY, head, many_so, past_share
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import is_that
from musnad.text import fold

__all__ = ["Opening", "can_speak", "lacks", "refused", "strong"]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Words that attribute. Places are tokens, `cue` and `begins` are reading offsets.

    `way`: verb, participle, noun, passive, preposition, colon, echo. `before` are transmitters nearer to
    the page than the source, `after` those behind it. `begins` is where the content begins; for words
    behind their content it is None, and the content lies before `edge`, the token at which the opening's
    own words begin. `ends` is the token behind a quotation that stands before its verb. `upto` is the
    token behind the opening. `inner` is the row of a noun that carries the first teller's words
    (`نقلت X عن Y تأكيدها`). `actor` speaks where the verb has no subject of its own. `same`: behind the
    source stands whoever spoke last (`نقلت X عنه قوله`).
    """

    cue: tuple[int, int]
    at: int
    edge: int
    way: str
    row: Mapping[str, str]
    rule: str
    form: Mapping[str, str]
    source: Place | None
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    begins: int | None
    same: bool = False
    ends: int | None = None
    upto: int = 0
    inner: Mapping[str, str] | None = None
    actor: Place | None = None


def refused(scene: Scene, k: int, row: Mapping[str, str]) -> bool:
    """Whether the words at k are among those that make the cue something else (`unless` in the lexicon)."""
    if not row["unless"] or k >= len(scene.tokens) or scene.in_name(k) or breaks_off(scene, k):
        return False  # `كشف علي الراوي عن`, `كشف على هامش القمة عن` is no `كشف على`, `دعا عبد الله` no `دعا الله`
    start = scene.tokens[k].start
    return _unless(row["unless"]).match(scene.doc.reading.string, start, start + _AHEAD) is not None


@cache
def _unless(words: str) -> re.Pattern[str]:
    # `لفت النظر إلى أن`, `لفت النظر إلى أهمية`: words that do not attribute do so with a content clause behind them
    return re.compile(rf"(?:{'|'.join(map(fold, words.split('|')))})\b(?! (?:الي|علي|عن) (?:ان|ضروره|اهميه|خطوره))")


_AHEAD = 40  # code points that such words take


def lacks(scene: Scene, start: int, stop: int, row: Mapping[str, str]) -> bool:
    """Whether a bare object lacks what makes the cue attribute (`object` in the lexicon): `حمّل X مسؤولية Y`."""
    if not row["object"] or strong(scene, start):
        return False
    held = frozenset(map(fold, row["object"].split("|")))
    return not any(scene.text(j) in held for j in range(scene.index(start), stop))


def strong(scene: Scene, start: int) -> bool:
    """A content clause, a quotation or a colon opens the content: enough even for a risky form."""
    k = scene.index(start)
    return is_that(scene, k - 1) or scene.text(k) in OPENING or scene.text(k - 1) == ":"


def can_speak(scene: Scene, first: int, stop: int) -> bool:
    """Whether the phrase names somebody: a head noun of sources, a name, or a quoted name."""
    if head(scene, Place(first, stop)) is not None or scene.is_name(first):
        return True
    if scene.text(first) in ("احد", "احدي") and scene.text(first + 1) in SO_MANY:
        return True
    if (
        many_so(scene.text(first))
        or past_share(scene, first) > first
        or first in scene.anaphors
        or first in scene.mentions
    ):
        return True
    if scene.text(first + 1) == "." and first + 2 in scene.mentions:
        return True  # `م. سعيد العمري`
    if scene.is_name(first + 1) and deed(scene.text(first)) is None and first + 1 < stop:
        return True  # `برنامج «الحصاد»`
    return first + 1 < stop and first + 1 in scene.mentions and deed(scene.text(first)) is None
