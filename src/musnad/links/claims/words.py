"""What a word is called when two statements are laid side by side: a sense, a root, or its barest form.

A light stemmer and a guess at the root, no dictionary: Arabic newsrooms say one thing with a verb, its noun and
its participle (`اجتمع`, `اجتماع`, `مجتمعون`), and those share their root's letters. The guess need not be the
grammarian's root; it need only be the same for the same word's kin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from musnad.rules import lexicon, numbered
from musnad.text import fold

__all__ = [
    "CLITICS", "Counts", "Lexis", "against", "begins_phrase", "future", "levels", "lexis", "light", "number",
    "particles", "phrase_at", "rests", "root", "rows", "sense", "stop",
]  # fmt: skip

_ARTICLES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
CLITICS = "وفبلكس"
_ENDS = frozenset((
    "تهما", "هما", "تها", "تهم", "تنا", "تين", "تان", "كم", "هم", "ها", "هن", "نا", "ات", "ون", "ين", "ان", "يه", "يا",
    "وا", "ته", "ه", "ي", "ا",
))  # fmt: skip
_PRONOUNS = frozenset(("كم", "هم", "ها", "هن", "نا", "هما", "ه", "تها", "تهم", "تنا", "ته"))
_WEAK = str.maketrans("", "", "اويءئؤ")
# What begins like a verb with the سين of the future and is none: beginnings, and whole words.
_NO_FUTURE = tuple("سيار سياح سياد سياس سياق سيطر سينار سينما ستوديو سنوي سنوات سنغاف سنجار".split())
_NO_VERBS = frozenset(
    "سيده سيدات سيدي سيدتي سيدنا سيف سيوف سيره سيرته سيرتها سيرا سيل سيول سيلان سيناء سنه سنين سنتين سنتان سند "
    "سندات سنت سنتات سنتا ستين ستون سته ستار ستائر ستاد ستره سترات سيئ سيئه سيخ سيرك".split()
)
_FUTURE = re.compile(r"[وف]?(س[يتن]\w{2,})")
_TENTH = ("است", "يست", "تست", "نست", "مست")


@lru_cache(maxsize=1 << 18)
def light(word: str) -> str:
    """A folded word without article and endings; at least three letters of it stay."""
    if "ال" in word[:4] or word[:2] == "لل" or word[:3] == "ولل":
        start = next((start for start in _ARTICLES if word.startswith(start)), "")
        word = word[len(start) :] if len(word) - len(start) >= 3 else word
    for size in (4, 3, 2, 1):
        end = word[-size:]
        if end in _ENDS and len(word) - size >= 3:
            word = word[:-size]
            return word[:-1] if end in _PRONOUNS and word[-1] in "اي" and len(word) > 3 else word
    return word


def root(bare: str) -> str:
    """The letters that the kin of a word without clitics (`light`) share: a guess, of two letters or more."""
    if bare[:3] in _TENTH and len(bare) > 4:
        return "ست" + bare[3:].translate(_WEAK)
    if len(bare) > 4 and bare[:2] == "تت":
        bare = bare[1:]  # تتعرض is يتعرض
    if len(bare) > 4 and bare[0] in "ايتنم" and bare[2] == "ت":
        bare = bare[1] + bare[3:]
    bones = bare[:1].replace("ا", "").replace("ي", "") + bare[1:].translate(_WEAK)
    if len(bare) > 4 and bare[:2] in {"سي", "ست", "سن"} and not bare.startswith(_NO_FUTURE) and len(bones) > 2:
        bones = bones[1:]
    if len(bones) > 3 and bones[-1] == "ت":
        bones = bones[:-1]
    if len(bones) > 3 and bones[0] in "متن":
        bones = bones[1:]
    return bones if len(bones) >= 2 else bare


@lru_cache(maxsize=100_000)
def sense(word: str) -> str | None:
    """The `=sense` of a folded word of the table of synonyms, whatever is attached to it."""
    return next((f"={_senses()[0][form]}" for form in _forms(word) if form in _senses()[0]), None)


@lru_cache(maxsize=1 << 18)
def future(word: str) -> bool:
    """Whether a word of the reading is a verb with the سين of the future."""
    found = _FUTURE.fullmatch(word)
    return found is not None and not found[1].startswith(_NO_FUTURE) and found[1] not in _NO_VERBS


class Counts(Protocol):
    """How often words are found: a Counter, a mapping, or what keeps count of more."""

    def get(self, word: str, default: int, /) -> int: ...


class Lexis:
    """The words of a casefile: they tell whether a letter before a word is a clitic (`بتدفق`: there is `تدفق`).

    `words`: how often each is found, `lights`: how often words of each light form are.
    """

    def __init__(self, words: Counts, lights: Counts) -> None:
        self.words = words
        self._lights = lights
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, word: str) -> tuple[str, ...]:
        """What a folded word counts as: one `=sense` of the table of synonyms, or its bare form and its `√root`."""
        found = self._known.get(word)
        if found is None:
            bare = self.bare(word)
            named = sense(bare)
            form = light(bare)
            found = self._known[word] = (named,) if named else (form, f"√{root(form)}")
        return found

    def bare(self, word: str) -> str:
        """The word without a clitic of one letter, where the casefile has the word without it as often."""
        if future(word) and self.words.get(word[2:], 0):
            return word[2:]
        while len(word) > 3 and word[0] in CLITICS:
            rest = word[1:]
            seen = max(self.words.get(rest, 0) + self.words.get("ال" + rest, 0), self._lights.get(light(rest), 0))
            if rest.startswith("ال") and len(rest) > 4:
                return rest
            if len(rest) < 3 or not seen or seen < self.words.get(word, 0) + self.words.get("ال" + word, 0):
                break
            word = rest
        return word


def lexis(counts: Mapping[str, int]) -> Lexis:
    """The lexis of words that are counted."""
    lights = Counter[str]()
    for word, often in counts.items():
        lights[light(word)] += often
    return Lexis(counts, lights)


def rests(word: str) -> Iterator[str]:
    """What is left of a word as one letter after another that may be a clitic is taken off."""
    while len(word) > 3 and word[0] in CLITICS:
        word = word[1:]
        yield word


def _forms(word: str) -> Iterator[str]:
    yield word
    if word[-2:] == "نا":
        yield word[:-1]  # سجينا: no `our`
    for bare in dict.fromkeys((light(word), word)):
        yield bare
        if bare[:1] == "س" and len(bare) > 3:
            bare = bare[1:]
            yield bare
        if bare[-1:] == "ت" and len(bare) > 3:
            yield bare[:-1]
        if bare[:1] in "يتن" and len(bare) > 3:
            yield from (bare, "ي" + bare[1:], bare[1:], "ا" + bare[1:])
    if word[0] in CLITICS and len(word) > 4:  # the casefile may have the word with a clitic alone
        yield word[1:]
        yield light(word[1:])


def begins_phrase(word: str) -> bool:
    """Whether a phrase of the table of synonyms may begin with a word of the reading."""
    return any(start in _phrases() for start in _starts(word))


def _starts(word: str) -> tuple[str, ...]:
    return (word, word[1:]) if word[0] in CLITICS else (word,)


def phrase_at(words: Sequence[str], at: int, stop_at: int) -> tuple[int, str] | None:
    """How many words of the reading that begin at a place are one phrase of the table of synonyms, and its `=sense`."""
    for start in _starts(words[at]):
        for size in _phrases().get(start, ()):
            sense = _senses()[0].get(" ".join((start, *words[at + 1 : at + size]))) if at + size <= stop_at else None
            if sense:
                return size, f"={sense}"
    return None


def against(one: str, other: str) -> bool:
    """Whether two senses (with `=`) are each other's opposite."""
    return other in _senses()[1].get(one, ()) or one in _senses()[1].get(other, ())


@lru_cache(maxsize=100_000)
def stop(word: str) -> bool:
    """Whether a folded word says nothing of a content."""
    bare = word[1:] if word[:1] in "وف" and len(word) > 2 else word
    return word in _stops() or bare in _stops()


@lru_cache(maxsize=10_000)
def number(word: str) -> tuple[str, float] | None:
    """A number word of the reading: what part of a number it is (cardinal, tens, hundred, thousand), its value."""
    for start in ("", "وال", "بال", "ال", "و", "ب", "ل", "ف"):
        if word.startswith(start) and (found := _numbers().get(word[len(start) :])):
            return found
    return None


@cache
def particles(tells: str) -> frozenset[str]:
    """The folded small words that tell one thing (particles.tsv). KeyError for a thing that none tells."""
    return {row["tells"]: frozenset(map(fold, row["form"].split("|"))) for row in rows("particles")}[tells]


@cache
def levels() -> dict[str, str]:
    """The level on which parties meet (levels.tsv), by folded word."""
    return {fold(form): row["level"] for row in rows("levels") for form in row["form"].split("|")}


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table that lies beside this module."""
    text = (files("musnad.links.claims") / f"{name}.tsv").read_text(encoding="utf-8")
    return (row for _, row in numbered(text, f"claims/{name}.tsv"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(fold(form) for row in rows("stopwords") for form in row["form"].split("|"))


@cache
def _senses() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Senses by form and by bare form, and the opposites of each. A form of the table goes before a bare one."""
    forms: dict[str, str] = {}
    opposites: dict[str, frozenset[str]] = {}
    bare: dict[str, str] = {}
    for row in rows("synonyms"):
        for form in map(fold, row["form"].split("|")):
            forms[form] = row["sense"]
            bare.setdefault(light(form), row["sense"])
        opposites[f"={row['sense']}"] = frozenset(f"={other}" for other in row["against"].split("|") if other)
    return bare | forms, opposites


@cache
def _phrases() -> dict[str, tuple[int, ...]]:
    """By their first words: of how many words phrases are, the longest first."""
    found: dict[str, set[int]] = {}
    for form in _senses()[0]:
        first, *rest = form.split()
        if rest:
            found.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


@cache
def _numbers() -> dict[str, tuple[str, float]]:
    found = {
        form: (rows[0]["slot"], float(rows[0]["number"]))
        for form, rows in lexicon("times/numbers").by_form.items()
        if rows[0]["slot"] in {"cardinal", "tens", "hundred", "thousand"}
    }
    for form, value in (
        ("مليون", 1e6),
        ("مليونين", 2e6),
        ("مليوني", 2e6),
        ("مليونا", 1e6),
        ("ملياري", 2e9),
        ("مليارين", 2e9),
        ("الفي", 2e3),
        ("ملايين", 1e6),
        ("مليار", 1e9),
        ("مليارات", 1e9),
        ("الاف", 1e3),
    ):
        found[form] = ("thousand", value)
    return found
