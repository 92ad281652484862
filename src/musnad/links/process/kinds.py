"""What sort of position a statement is: a demand, an offer, a refusal, a concession or a condition, if it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from musnad.links.account import Saying, Teller
from musnad.links.claims.words import future
from musnad.links.process.tables import roles, signed

__all__ = ["group", "kind_of", "kinds_of", "refusing"]

_BODIES = ("organization", "state", "official_body")  # what they hold unacceptable they refuse
_UNNAMED = ("anonymous", "experts", "media_reports", "document")
_MARKS = "«»“”\"'.,،؛:!؟?()"
_FAR = 8  # words from a `not` to what must be first
_STEPS = 2  # times that `then` orders three things
_OWN_DEEDS = frozenset(("demand", "offer", "concession"))  # what is not done with a `not` before it
_NOT = ("لا", "لن", "الا")
_VERB = re.compile(r"س?[يتن]\w{3,}")
_MASDAR = re.compile(r"ت\w\wي\w(?:ه|ها|هم|هما)?|ت\w\w[يئ]ه")  # تعليق, تسوية: nouns that begin like verbs of the present
_NOTHING: frozenset[str] = frozenset()
_NEGATIONS = ("لا", "لن", "لم", "ليس")


def kinds_of(saying: Saying) -> tuple[str, ...]:
    """All that a statement is for its own teller: `نطالب بكذا ونرفض كذا` is a demand and a refusal."""
    first = kind_of(saying)
    if first in (None, "condition"):
        return (first,) if first else ()
    own = (role for role in ("demand", "refusal", "offer", "concession") if _says(saying.what, role))
    return tuple(dict.fromkeys([first, *own]))


def kind_of(saying: Saying) -> str | None:
    """What sort of position a statement is for its own teller, if it is one."""
    last = saying.chain[-1] if saying.chain else None
    what, words = saying.what, _words(saying.what)
    unnamed = last is not None and last.kind in _UNNAMED and group(last) is None
    if saying.stance == "denies" and not unnamed and _moved(words):
        return "refusal"
    if last is not None and not unnamed and saying.stance != "denies" and signed(saying.cue, "cue-refusal"):
        return "refusal"
    if last is None or saying.stance in ("denies", "expects", "praises", "criticises", "reveals"):
        return None
    if words and (signed(words[0], "shown") or (saying.stance == "demands" and signed(words[0], "feast"))):
        return None
    to_come = any(map(future, words))
    if _names_condition(words) and not unnamed and not to_come:
        return "condition"
    if saying.stance == "believes":
        return "refusal" if not unnamed and last.kind in _BODIES and _says(what, "refusal") else None
    if (_not_before(words) or _leaves_out(words)) and not to_come:
        return "condition"
    if unnamed:
        return None
    if saying.stance == "refuses":
        return "refusal"
    if signed(saying.cue, "cue-offer") or _says(what, "offer"):
        return "offer"
    if saying.stance == "demands" or saying.status == "demanded" or _says(what, "demand"):
        return "demand"
    if _says(what, "refusal") or _will_not(words, saying):
        return "refusal"
    if signed(saying.cue, "cue-concession") or _says(what, "concession"):
        return "concession"
    if renewed := _renewed(words, saying):
        return renewed
    if _in_order(words) and not to_come:
        return "condition"
    if saying.stance == "promises":
        return _promise(saying)
    return None


@lru_cache(maxsize=4096)
def _words(what: str) -> tuple[str, ...]:
    """What is said, word by word, without marks."""
    return tuple(word.strip(_MARKS) for word in what.split())


def _not_before(words: Sequence[str]) -> bool:
    """`لا قمة قبل …`, `لن نوقع إلا إذا …`, `رفضه المشاركة دون …`: what is not to be before something else is, no
    day."""
    for at, word in enumerate(words[:-2]):
        if not _has(word, "bars") or signed(words[at + 1], "comment"):
            continue
        for here in range(at + 2, min(at + 2 + _FAR, len(words))):
            size = 1 if signed(words[here], "until") else 2 * signed(" ".join(words[here : here + 2]), "until")
            after = words[here + size] if size and here + size < len(words) else ""
            if after and not after[0].isdigit() and not signed(after, "spell"):
                return True
    return False


def _leaves_out(words: Sequence[str]) -> bool:
    """`لا اتفاق يتجاهل …`, `لا حل يستثني …`: what there is not to be, told by what it would leave out."""
    return any(word == "لا" and signed(third, "leaves-out") for word, third in zip(words, words[2:], strict=False))


def _names_condition(words: Sequence[str]) -> bool:
    """`رفع الحصار شرط لأي حوار`, `العودة مشروطة بكذا`: it says itself that one thing is the condition of another."""
    for word, after in zip(words, (*words[1:], ""), strict=True):
        if signed(word, "is-condition") and (after[:1] in ("ل", "ب") or signed(after, "basic")):
            return True
    return False


def _will_not(words: Sequence[str], saying: Saying) -> bool:
    """`لن نخرج …`; and of the speaker's own body, behind `إنه`, what is refused by not doing it: `لن يوقع …`."""
    if any(word == "لن" and after.startswith("ن") and len(after) > 2 for word, after in pairwise(words)):
        return True
    own = saying.mode == "indirect" and saying.stance != "promises"
    return own and len(words) > 1 and words[0] == "لن" and refusing(words[1])


@cache
def refusing(verb: str) -> bool:
    """Whether a verb of the present tells what somebody refuses by not doing it."""
    return verb[:1] in ("ي", "ت") and signed(verb[1:], "wont")


def _in_order(words: Sequence[str]) -> bool:
    """`أولا …، ثم …، ثم …`: the order in which things must come."""
    first = next((at for at, word in enumerate(words) if word == "اولا"), None)
    return first is not None and words[first:].count("ثم") >= _STEPS


@cache
def _has(word: str, role: str) -> bool:
    return signed(word, role) or (word[:1] in ("و", "ف") and signed(word[1:], role))


def _renewed(words: Sequence[str], saying: Saying) -> str | None:
    """`جدد رفضه …`, `أكد أن بلاده تطالب …`, `إنه يقبل …`: a position named by a noun of its own, or told of the
    speaker or his own body."""
    if not words:
        return None
    own_verb = saying.mode == "indirect" and saying.content and words[0][:1] in ("ي", "ت")
    for kind in ("demand", "refusal", "offer", "concession"):
        if signed(words[0], f"first-{kind}") or (own_verb and signed(words[0], f"of-{kind}")):
            return kind
        if signed(words[0], "own") and any(signed(word, f"of-{kind}") for word in words[1:4]):
            return kind
    own = signed(words[0], "own") and len(words) > 2
    return "refusal" if own and words[1] in ("لن", "لا") and refusing(words[2]) else None


def _promise(saying: Saying) -> str | None:
    """A party's word on what it will do: keeping somebody out is a refusal; a thing done (`إبقاء …`) a concession."""
    first = saying.what.split()[:3]
    if any(signed(word, "out") for word in saying.what.split()[:5]):
        return "refusal"
    if saying.status in ("conditional", "possible"):
        return "offer" if not _finite(first) else None
    return "concession" if len(saying.chain) > 1 and not _finite(first) else None


def _finite(words: Sequence[str]) -> bool:
    if words and words[0].strip(_MARKS) in _NOT:
        words = words[1:]
    first = words[0].strip(_MARKS) if words else ""
    return bool(_VERB.match(first)) and not _MASDAR.fullmatch(first)


def _says(what: str, role: str) -> bool:
    return role in _roles(what)


@lru_cache(maxsize=4096)
def _roles(what: str) -> frozenset[str]:
    """What the words of a statement, alone or with the one behind, are signs of."""
    words = _words(what)
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
    """People without a name who speak as a body, however many: `سائقو الشاحنات`, `(عشرات) الأهالي`."""
    if last.entity or last.kind not in ("public", "person", "anonymous"):
        return None
    first = last.text.split()[0] if last.text.split() else ""
    if last.kind != "public" and not signed(first.removeprefix("ال"), "people"):
        return None
    words = last.written.split()
    counted = len(words) > 1 and signed(first.removeprefix("ال"), "some")
    return " ".join(words[1 + (words[1] == "من") :] or words) if counted else last.written
