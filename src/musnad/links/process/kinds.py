"""What sort of position a statement is: a demand, an offer, a refusal, a concession or a condition, if it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from musnad.links.account import Saying, Teller
from musnad.links.process.tables import roles, signed
from musnad.rules import fold_pattern

__all__ = ["group", "kind_of", "kinds_of"]

_UNNAMED = ("anonymous", "experts", "media_reports", "document")
# `لا قمة قبل …`, `لا اتفاق دون …`, `رفضه المشاركة قبل …`: what is not to be before something else is.
_NOT_BEFORE = re.compile(
    fold_pattern(
        r"(?:^|[\s«“\"(])[وف]?(?:لا (?!تعليق)\w+(?: \S+){0,6}? "
        r"(?:إلا(?= (?:بعد|إذا|بشرط|عند|عندما|حين|مع|مقابل|في حال|متى) )|حتى|قبل|دون|بدون|ما لم|من غير)"
        r"|(?:لن|رفضه|رفضها|رفضهم) \w+(?: \S+){0,6}? (?:قبل|دون|بدون|ما لم))(?= )"
        r"(?! (?:\d|نهاية|مطلع|منتصف|شهر|عام|يوم|أسبوع|الصيف|الشتاء|الربيع|الخريف))"
    )
)
# `لا اتفاق يتجاهل …`, `لا حل يستثني …`: what there is not to be, told by what it would leave out.
_LEAVING_OUT = re.compile(
    fold_pattern(r"(?:^|\s)[\"'«“]?لا \w+ [يت](?:ستثني|تجاهل|غفل|همل|قصي|تجاوز|قفز|تضمن|شمل)(?= )")
)
_NO = ("لا ", "لن ", "رفضه")  # of which any is in what these two find
_MARKS = "«»“”\"'.,،؛:!؟?()"
_ORDER = re.compile(fold_pattern(r"\bأولا\b.*\bثم\b.*\bثم\b"))
_WILL = re.compile(r"(?:^|\s)[وف]?س[يتنا]\w{3,}")
_NEITHER = re.compile(fold_pattern(r"(?:^|\s)لن ن\w+"))
_OWN_DEEDS = frozenset(("demand", "offer", "concession"))  # what is not done with a `not` before it
_NOT = ("لا", "لن", "الا")
_NOTHING: frozenset[str] = frozenset()
_NEGATIONS = ("لا", "لن", "لم", "ليس")


def kinds_of(saying: Saying) -> tuple[str, ...]:
    """All that a statement is for its own teller: `نطالب بكذا ونرفض كذا` is a demand and a refusal."""
    first = kind_of(saying)
    if first in (None, "condition"):
        return (first,) if first else ()
    what = f" {saying.what} "
    own = (role for role in ("demand", "refusal", "offer", "concession") if _says(what, role))
    return tuple(dict.fromkeys([first, *own]))


def kind_of(saying: Saying) -> str | None:
    """What sort of position a statement is for its own teller, if it is one."""
    last = saying.chain[-1] if saying.chain else None
    what = f" {saying.what} "
    unnamed = last is not None and last.kind in _UNNAMED and group(last) is None
    if saying.stance == "denies" and not unnamed and _moved(saying.what.split()):
        return "refusal"
    if last is None or saying.stance in ("denies", "expects", "believes", "praises", "criticises", "reveals"):
        return None
    if _not_before(what) and not _WILL.search(what):
        return "condition"
    if unnamed:
        return None
    if saying.stance == "refuses":
        return "refusal"
    if signed(saying.cue, "cue-offer") or _says(what, "offer"):
        return "offer"
    if saying.stance == "demands" or saying.status == "demanded" or _says(what, "demand"):
        return "demand"
    if _says(what, "refusal") or _NEITHER.search(what):
        return "refusal"
    if signed(saying.cue, "cue-concession") or _says(what, "concession"):
        return "concession"
    if renewed := _renewed(saying.what.split()):
        return renewed
    if _ORDER.search(what) and not _WILL.search(what):
        return "condition"
    if saying.stance == "promises":
        return _promise(saying)
    return None


def _not_before(what: str) -> bool:
    if not any(word in what for word in _NO):
        return False
    return bool(_NOT_BEFORE.search(what) or _LEAVING_OUT.search(what))


def _renewed(words: Sequence[str]) -> str | None:
    """`جدد رفضه …`, `أكد أن بلاده تطالب …`: a position named by a noun of its own or told of the speaker's own body."""
    if not words:
        return None
    for kind in ("demand", "refusal", "offer", "concession"):
        if signed(words[0], f"first-{kind}"):
            return kind
        if signed(words[0], "own") and any(signed(word, f"of-{kind}") for word in words[1:4]):
            return kind
    return None


def _promise(saying: Saying) -> str | None:
    """A party's word on what it will do: keeping somebody out is a refusal; a thing done (`إبقاء …`) a concession."""
    first = saying.what.split()[:3]
    if any(signed(word, "out") for word in saying.what.split()[:5]):
        return "refusal"
    if saying.status in ("conditional", "possible"):
        return "offer" if not _finite(first) else None
    return "concession" if len(saying.chain) > 1 and not _finite(first) else None


def _finite(words: Sequence[str]) -> bool:
    if words and words[0].strip('"«“') in _NOT:
        words = words[1:]
    return bool(words) and bool(re.match(r'^["«“]?(?:س?[يتن])\w{3,}', words[0])) and not words[0].startswith("تع")


def _says(what: str, role: str) -> bool:
    return role in _roles(what)


@lru_cache(maxsize=4096)
def _roles(what: str) -> frozenset[str]:
    """What the words of a statement, alone or with the one behind, are signs of."""
    words = [word.strip(_MARKS) for word in what.split()]
    found: set[str] = set()
    for i, word in enumerate(words):
        told = _signs(word)
        if word in _firsts():
            told |= _signs(" ".join(words[i : i + 2]))
        if told:
            found |= told - _OWN_DEEDS if i and words[i - 1].removeprefix("و") in _NEGATIONS else told
    return frozenset(found)


def _signs(form: str) -> frozenset[str]:
    """What a word or two are signs of, with or without a conjunction before them."""
    signs, bare = roles("signs"), form[1:] if form[:1] in ("و", "ف") else ""
    return signs.get(form, _NOTHING) | signs.get(bare, _NOTHING) if bare else signs.get(form, _NOTHING)


@cache
def _firsts() -> frozenset[str]:
    """The words with which two words begin that are a sign together."""
    firsts = {form.split()[0] for form in roles("signs") if " " in form}
    return frozenset(start + first for first in firsts for start in ("", "و", "ف"))


def _moved(words: Sequence[str]) -> bool:
    """`نفى نقل الاجتماع`, `نفى أن يكون التوقيع قد نُقل`: who denies that it is held elsewhere holds to the place."""
    near = [word.removeprefix("ال") for word in words[:6]]
    return any(signed(word, "move") for word in near) and any(signed(word, "held") for word in near)


def group(last: Teller) -> str | None:
    """People without a name who speak as a body: `أمهات المفقودين`, `سائقو الشاحنات`."""
    if last.entity or last.kind not in ("public", "person", "anonymous"):
        return None
    first = last.text.split()[0] if last.text.split() else ""
    return last.written if last.kind == "public" or signed(first.removeprefix("ال"), "people") else None
