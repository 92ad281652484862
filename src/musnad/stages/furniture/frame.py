"""Where the article begins and ends, and what the lines around and between its paragraphs are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from musnad.stages.furniture.lines import Label, Line, alone, own_label, sections_only
from musnad.stages.furniture.stamps import clock, dated

_ROOM = "furniture/rules:"
HEADLINE = 4  # words of the shortest headline
_SHOWN = (_ROOM + "watch", _ROOM + "shown")
STICKY = ("related", "comments")
_MASTHEAD = {"اخبار", "الاخبار", "موقع", "صحيفه", "وكاله", "قناه", "شبكه", "بوابه", "جريده", "مجله", "اذاعه", "times"}

# An outlet's noun, its name in quotation marks and what it is for: `موقع «الأفق» الإخباري`.
_NAMED = re.compile(
    r"(?:منصه|موقع|صحيفه|جريده|مجله|قناه|شبكه|وكاله|بوابه|اذاعه) [«“\"][^»”\"]{2,25}[»”\"](?: (?:ل\w{4,}|ال\w{3,}))+"
)

# `Name – Outlet`, where nothing else stands before the lead.
_SIGNED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} - [^\W\d_]+(?: [^\W\d_]+){0,2}")


def _rule(label: str, rule: str) -> Label:
    return Label(label, _ROOM + rule)


def labels(lines: Sequence[Line]) -> list[Label | None]:
    """The label of each line; None for the article's own."""
    found: list[Label | None] = [_rule("dateline", "dated") if dated(line) else own_label(line) for line in lines]
    _early(lines, found)
    _head(lines, found)
    _repeats(lines, found)
    _follow(lines, found)
    _between(lines, found)
    _tail(lines, found)
    return found


def _early(lines: Sequence[Line], found: list[Label | None]) -> None:
    """Before the first paragraph a headline may begin like a credit, a call or an author's note: none is there."""
    first = next((i for i, line in enumerate(lines) if found[i] is None and line.paragraph), len(lines))
    if not any(found[i] is None and lines[i].words >= HEADLINE for i in range(first)):
        called = [i for i in range(first) if found[i] is not None and found[i].rule in _SHOWN]  # type: ignore[union-attr]
        for i in called[:1]:
            found[i] = None
    for i, line in enumerate(lines):
        label = found[i]
        if label is None and line.paragraph:
            return
        if label is not None and (label.label == "author_bio" or (i == 0 and label.label in ("credit", "caption"))):
            found[i] = None


def near(one: Line, other: Line) -> bool:
    """Two lines are one headline, perhaps cut short or set a little otherwise."""
    a, b = ({t for t in line.tokens if t.isalnum()} for line in (one, other))
    return len(a & b) >= 0.8 * max(len(a), len(b), 1)


def _first_body(lines: Sequence[Line], found: Sequence[Label | None]) -> int:
    """The index of the first paragraph; the number of lines where nothing reads as one."""
    title: Line | None = None
    stamped = False
    for i, line in enumerate(lines):
        label = found[i]
        if label is not None:
            stamped = stamped or (label.label in ("byline", "dateline") and title is not None)
            continue
        live = title is not None and i > 0 and found[i - 1] is not None and clock(lines[i - 1])
        if (
            live
            or line.paragraph
            or (title is not None and line.words >= 6 and line.last in ("؟", "?", "!", "…", ":", "."))
        ):
            if title is not None and not live and (near(line, title) or (not stamped and _deck(found, i))):
                continue
            again = i + 1 < len(lines) and near(line, lines[i + 1])  # `خفايا الصفقة تتكشف!`, and once more
            if not line.paragraph and (title is None or again or title.words < HEADLINE):
                title = line
                continue
            return i
        if title is None or line.words > title.words:
            title = line
    return len(lines)


def _deck(found: Sequence[Label | None], i: int) -> bool:
    """A byline or date line follows closely: this paragraph still stands under the headline."""
    after = [label.label for label in found[i + 1 : i + 3] if label is not None]
    return "byline" in after[:1] or "dateline" in after[:1]


def _head(lines: Sequence[Line], found: list[Label | None]) -> None:
    """Label what stands before the first paragraph: masthead, section, title, deck, captions, author."""
    stop = _first_body(lines, found)
    if stop == len(lines):
        stop = next((i + 1 for i, label in enumerate(found) if label is None), 0)
    open_ = [i for i in range(stop) if found[i] is None]
    at = _title(lines, open_)
    if at is None:
        for i in open_:
            found[i] = _rule("section", "section")
        return
    stamped = False
    for i in range(stop):
        label = found[i]
        if label is not None:
            stamped = stamped or (i > at and label.label in ("byline", "dateline"))
        elif i < at:
            first = i == open_[0] and lines[i].text not in _names(lines[i])
            found[i] = _rule("nav", "masthead") if first else _rule("section", "section")
        elif i == at:
            signed = len(open_) == 1 and _SIGNED.fullmatch(lines[i].text)
            found[i] = _rule("byline", "author") if signed else _rule("title", "title")
        else:
            found[i] = _under(lines[i], lines[at], stamped)


def _names(line: Line) -> list[str]:
    return list(sections_only(line))


def _title(lines: Sequence[Line], open_: Sequence[int]) -> int | None:
    """The headline among the unlabelled lines of the head."""
    candidates = [i for i in open_ if not _names(lines[i])] or list(open_)
    for i in candidates:
        if lines[i].words >= 4 and any(j > i and near(lines[i], lines[j]) for j in candidates):
            return i
    for i in candidates:
        if lines[i].words >= 4 and not (i == candidates[0] and len(candidates) > 1 and _masthead(lines[i])):
            return i
    named = [i for i in open_ if i not in candidates]
    return next((i for i in candidates if named and i > named[-1]), candidates[-1] if candidates else None)


def _masthead(line: Line) -> bool:
    """A site's name with its slogan: a dash, and a word such as news or agency; `منصة «برهان» لتدقيق المعلومات`."""
    slogan = " - " in line.text and any(token in _MASTHEAD for token in line.tokens)
    return slogan or _NAMED.fullmatch(line.text) is not None


def _under(line: Line, title: Line, stamped: bool) -> Label:
    """What an unlabelled line between the title and the first paragraph is."""
    if near(line, title):
        return _rule("repeat_title", "repeated")
    parted = " · " in line.text or " • " in line.text  # `محرر الأخبار · 13 يوليو 2024 · لا تعليقات`
    if parted or (line.words <= 6 and (" - " in line.text or "/" in line.text)):
        return _rule("byline", "author")
    if line.words <= 4 and stamped:
        return _rule("section", "section") if line.words == 1 else _rule("caption", "caption")
    if line.words <= 3:
        return _rule("byline", "author")
    return _rule("caption", "caption") if stamped else _rule("title", "deck")


def _repeats(lines: Sequence[Line], found: list[Label | None]) -> None:
    """The headline again, anywhere further down."""
    titles = [i for i, label in enumerate(found) if label and label.label == "title"]
    for i, line in enumerate(lines):
        own = found[i] is None and line.words >= 4 and not line.paragraph
        if own and titles and i > titles[0] and near(line, lines[titles[0]]):
            found[i] = _rule("repeat_title", "repeated")


def _follow(lines: Sequence[Line], found: list[Label | None]) -> None:
    """Carry a header on: headlines under 'related', everything under a comment form, one headline under 'read also'."""
    body = [i for i, line in enumerate(lines) if found[i] is None and line.paragraph]
    state = ""
    for i, line in enumerate(lines):
        label = found[i]
        after = sum(j > i for j in body)
        seen = len(body) - after
        if state == "related" and label is not None and label.label in ("caption", "section", "credit"):
            found[i] = label = _rule("related", "under")
        if label is not None:
            if label.label in STICKY and seen and (label.label == "related" or after <= seen):
                state = label.label
            elif label.label == "readalso" and alone(line):
                state = "readalso"
            elif label.label not in ("nav", "error", "dateline", "byline"):
                state = ""
            continue
        if state == "comments" or (state in ("related", "readalso") and not line.paragraph):
            found[i] = _rule(state, "under")
        if state != "comments" and (line.paragraph or state == "readalso"):
            state = ""


def _between(lines: Sequence[Line], found: list[Label | None]) -> None:
    """Headings between paragraphs: short, without a stop, after a finished paragraph and before another."""
    questions = sum(line.last == "؟" and line.words <= 9 for i, line in enumerate(lines) if found[i] is None)
    own = [i for i, label in enumerate(found) if label is None]
    for i in own:
        line = lines[i]
        if line.paragraph or line.bullet or line.words > 9 or line.last not in ("", "؟") or ": " in line.text:
            continue
        if line.last == "؟" and questions > 2:
            continue
        if i == 0 or i + 1 == len(lines) or (found[i - 1] is not None and clock(lines[i - 1])):
            continue
        before, after = _neighbour(lines, found, i, -1), _neighbour(lines, found, i, 1)
        if (
            before is None
            or after is None
            or not (after.paragraph or after.bullet or after.words >= 12 or after.last == ":")
        ):
            continue
        if before.paragraph or before.last or before.bullet:
            found[i] = _rule("section", "heading")


def _neighbour(lines: Sequence[Line], found: Sequence[Label | None], i: int, step: int) -> Line | None:
    """The article's next line from i, furniture passed over."""
    i += step
    while 0 <= i < len(lines):
        if found[i] is None:
            return lines[i]
        i += step
    return None


def _tail(lines: Sequence[Line], found: list[Label | None]) -> None:
    """Names and leftovers after the last paragraph."""
    own = [i for i, label in enumerate(found) if label is None]
    last = max((i for i in own if lines[i].paragraph), default=len(lines))
    furnished = False
    for i in range(last + 1, len(lines)):
        line, label = lines[i], found[i]
        if label is not None:
            furnished = furnished or label.label in ("readalso", "related", "nav", "comments")
        elif line.bullet or line.last:
            continue
        elif line.words <= 12 and line.tokens[0] in ("مصدر", "المصدر", "المصادر"):
            found[i] = _rule("credit", "source")
        elif line.words <= 4 and not (i + 1 < len(lines) and found[i + 1] is None):
            latin = line.text.isascii()
            next_bio = i + 1 < len(lines) and found[i + 1] is not None and found[i + 1].label == "author_bio"  # type: ignore[union-attr]
            found[i] = _rule("byline" if latin or next_bio else "credit", "signature")
        elif furnished:
            found[i] = _rule("related", "under")
