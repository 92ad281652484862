"""One key for each person, body and place of a casefile, however its pages spell it.

A page's own reading already gives one name to each thing that the page names. Across pages an unknown name may
still be written in several ways: with another letter for the same foreign sound, with a vowel more or less, by
its short form. `entities` joins those, and nothing that the namebook knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from musnad.links.account import Account, Name
from musnad.links.bodies import plainly, short_form, short_forms
from musnad.links.mentions import Mention, add, mentioned
from musnad.rules import lexicon
from musnad.text import fold as _fold

__all__ = ["ENDINGS", "PREFIXES", "Entities", "bones", "entities", "heads", "nationalities", "of_mentions", "spelling"]

# Letters that stand for one foreign sound, and letters that come and go: long vowels, hamza, the ending of ة and ا.
_LIKE = str.maketrans("صطضظغق", "ستدزجك")
_BONES = _LIKE | str.maketrans("", "", "اويهءئؤ")
_SERVANT = re.compile(r"\bعبد ال")  # عبد العزيز is عبدالعزيز
_WORD = re.compile(r"\w+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل")
ENDINGS = ("يات", "يون", "يين", "يه", "ي")  # of adjectives
fold = lru_cache(maxsize=1 << 18)(_fold)  # of names and their words, which are asked for again and again
_SHORTEST = 3  # bones below which a vowel more or less makes another name


@lru_cache(maxsize=1 << 16)
def spelling(name: str) -> str:
    """Folded, without quotation marks and the article: what is the same name in the same letters."""
    return " ".join(_bare(fold(word), word) for word in _WORD.findall(_SERVANT.sub("عبدال", name)))


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """The consonants of a folded word, letters for one foreign sound made one: `سوندار` and `صندر` have the same."""
    return ("ا" if word[:1] == "ا" else "") + word.translate(_BONES)


def _bare(word: str, written: str) -> str:
    """A folded word without its article, which is no hamza's beginning of a name (`إليان`)."""
    return word[2:] if written.startswith("ال") and len(word) > 4 else word


@dataclass(frozen=True)
class Entities:
    """`names`: the key of every entity by its written name. Keys are names themselves: the commonest writing."""

    names: Mapping[str, str]
    types: Mapping[str, str]
    words: Mapping[str, str]
    adjectives: Mapping[str, str]
    phrases: Mapping[str, str]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words with which phrases begin."""
        return frozenset(phrase.split()[0] for phrase in self.phrases)

    @cached_property
    def met(self) -> dict[str, tuple[Name, ...]]:
        """Room for the names that each page has only by these entities; a page that changes is read with others."""
        return {}

    @cached_property
    def placed(self) -> dict[str, Any]:  # the same for what of each page may tell a place
        return {}

    def key(self, entity: str) -> str:
        """The key of one entity as a page names it; a name that no page has is its own key."""
        return self.names.get(entity, entity)

    def keys(self, entity: str) -> tuple[str, ...]:
        """The keys of joint entities (`A; B`), sorted."""
        return tuple(sorted({self.key(part.strip()) for part in entity.split(";") if part.strip()}))

    def named(self, keys: Set[str]) -> set[str]:
        """All names of these entities."""
        return {name for name, key in self.names.items() if key in keys} | set(keys)

    @cached_property
    def of_word(self) -> Callable[[str], str | None]:
        """The one entity that a word of the reading (folded, with its clitics) must mean, or None."""
        return cache(self._of_word)

    def _of_word(self, word: str) -> str | None:
        for form in _stripped(word):
            if found := self.words.get(form):
                return found
        return None

    @cached_property
    def of_name(self) -> Callable[[str], str | None]:
        """The same, of words that are no words of every day and no given names."""
        return cache(self._of_name)

    def _of_name(self, word: str) -> str | None:
        form = next((form for form in _stripped(word) if form in self.words), None)
        plain = form is None or not _everyday().isdisjoint((form, form.removeprefix("ال")))
        return None if plain or form is None else self.words[form]

    def of_phrase(self, phrase: str) -> str | None:
        """The entity that pages call by these words of the reading, or None."""
        return self.phrases.get(phrase)

    @cached_property
    def of_adjective(self) -> Callable[[str], str | None]:
        """The state whose adjective a word of the reading is: known ones, and those made of places that pages name."""
        return cache(self._of_adjective)

    def _of_adjective(self, word: str) -> str | None:
        for form in _stripped(word):
            if found := nationalities().get(form):
                return self.key(found)
            ending = next(e for e in ENDINGS if form.endswith(e)) if form.endswith(ENDINGS) else None
            if ending and (found := self.adjectives.get(bones(form.removesuffix(ending)))):
                return found
        return None


def entities(pages: Iterable[Account]) -> Entities:
    """The entities of all pages: mentions and named tellers."""
    found: dict[str, Mention] = {}
    for number, page in enumerate(pages):
        add(found, number, mentioned(page))
    return of_mentions(found)


def of_mentions(found: Mapping[str, Mention]) -> Entities:
    """The entities that mentions name."""
    types = {name: _type(each.kinds) for name, each in found.items()}
    order = sorted(found, key=lambda name: (-sum(found[name].kinds.values()), name))
    names = _joined(order, types, {name: each.on for name, each in found.items()})
    known = {key: types[key] for key in set(names.values())}
    return Entities(names, known, _words(names, types), _places(names, types), _phrases(names))


def _type(kinds: Mapping[str, int]) -> str:
    return next(iter(kinds)) if len(kinds) == 1 else max(sorted(kinds), key=lambda kind: (kind != "", kinds[kind]))


def _phrases(names: Mapping[str, str]) -> dict[str, str]:
    """Names of several words, in the reading's letters."""
    return {fold(name): key for name, key in names.items() if len(name.split()) > 1}


def heads(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What `the front`, `the bloc` is where only one body of this sort is named: its key, by the folded word.

    `named`: keys of bodies and their names.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in named:
        first, *rest = fold(name).split()
        if rest and _ARABIC.search(name) and not first.startswith("ال"):
            found["ال" + first].add(key)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1}


def _joined(order: Sequence[str], types: Mapping[str, str], on: Mapping[str, Set[int]]) -> dict[str, str]:
    """Each name's key. Names come commonest first; a rarer one joins the first that it can be."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    whole: dict[str, str] = {}
    for name in order:
        names[name] = name
        if not _ARABIC.search(name):
            continue
        frame = _frame(name)
        if sum(map(len, frame)) < _SHORTEST:
            frame = (spelling(name),)
        same = next((k for k in groups[frame] if _same(name, k, types) and _apart(name, k, on)), None)
        same = same or _unbroken(name, whole.setdefault(fold(name).replace(" ", ""), name), types)
        if same is None:
            groups[frame].append(name)
        else:
            names[name] = same
    _shorter(names, order, types)
    return names


def _unbroken(name: str, first: str, types: Mapping[str, str]) -> str | None:
    """The commoner name that is written in the same letters with other gaps."""
    return first if first != name and (types[first] == types[name] or not types[name]) else None


def _frame(name: str) -> tuple[str, ...]:
    return tuple(map(bones, spelling(name).split()))


def _apart(a: str, b: str, on: Mapping[str, Set[int]]) -> bool:
    """A page that writes both in different letters means two."""
    return spelling(a) == spelling(b) or not on[a] & on[b]


def _same(a: str, b: str, types: Mapping[str, str]) -> bool:
    """Whether two names of the same bones are one. A body's name is made of common words: only its letters count."""
    one, other = spelling(a), spelling(b)
    if one == other:
        return "PER" not in {types[a], types[b]} or types[a] == types[b]
    if {types[a], types[b]} - {"PER", "GPE", "LOC", ""} or (types[a] == "PER") != (types[b] == "PER"):
        return False
    return all(map(_variants, one.split(), other.split()))


def _variants(a: str, b: str) -> bool:
    """Whether two words of a name are spellings of one: not where both are Arabic given names (حسن, حسين)."""
    like = a.translate(_LIKE) == b.translate(_LIKE) or len(bones(a)) >= _SHORTEST
    return a == b or (like and not (a in _given() and b in _given()))


def _shorter(names: dict[str, str], order: Sequence[str], types: Mapping[str, str]) -> None:
    """A short form is its only fuller one: a person's last word, a body's first words (two or more), of some sorts of
    bodies the first word and one more."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for name in {names[n] for n in order if _ARABIC.search(n)}:
        words = fold(name).split()
        if types[name] == "PER" and len(words) > 1:
            last = spelling(name).split()[-1]
            fuller[last].add(name)
            fuller[f"√{bones(last)}"].add(name)
        elif types[name] in {"ORG", "OUTLET"}:
            if plain := plainly(" ".join(words)):
                fuller[plain].add(name)
            if words[0] == "وزاره" and len(words) > 2:
                fuller[" ".join(words[1:])].add(name)
            for size in range(2, len(words)):
                fuller[" ".join(words[:size])].add(name)
            for form in short_forms(words):
                fuller[form].add(name)
    for name in order:
        words = fold(name).split()
        if names[name] != name or not words:
            continue
        if types[name] in {"PER", ""} and len(words) == 1 and words[0] not in _given():
            found = fuller[spelling(name)] or (
                fuller[f"√{bones(spelling(name))}"] if len(bones(words[0])) > _SHORTEST else set()
            )
        else:
            found = fuller[" ".join(words)] if len(words) > 1 and types[name] in {"ORG", "OUTLET", ""} else set()
            if not found and types[name] == "ORG" and (short := short_form(words)):
                found = fuller[short]
        if len(found) == 1:
            names[name] = next(iter(found))
    for name in order:  # a fuller name may have joined one of its own
        while names[names[name]] != names[name]:
            names[name] = names[names[name]]


def _words(names: Mapping[str, str], types: Mapping[str, str]) -> dict[str, str]:
    """Last words of persons and places of one word that belong to one entity only, in the reading's letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, key in names.items():
        words = fold(name).split()
        if _ARABIC.search(name) and types[name] in {"PER", "GPE"} and (types[name] == "PER" or len(words) == 1):
            found[words[-1]].add(key)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1 and len(word) > 3}


def _places(names: Mapping[str, str], types: Mapping[str, str]) -> dict[str, str]:
    """Bones of unknown states: what an adjective of theirs has before its ending."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, key in names.items():
        if types[name] == "GPE" and _ARABIC.search(name) and len(name.split()) == 1 and len(bones(fold(name))) > 2:
            found[bones(fold(name))].add(key)
    return {frame: next(iter(keys)) for frame, keys in found.items() if len(keys) == 1}


def _stripped(word: str) -> Iterable[str]:
    """A word without what may be written before it, the barest last."""
    yield word
    for start in PREFIXES[1:] if word.startswith(PREFIXES[1:]) else ():
        if word.startswith(start) and len(word) - len(start) > 2:
            yield word[len(start) :]


@cache
def _given() -> frozenset[str]:
    return frozenset(lexicon("names/given_names").by_form)


@cache
def _everyday() -> frozenset[str]:
    listed = (lexicon(f"names/{table}").by_form for table in ("vocabulary", "words", "given_names"))
    return frozenset[str]().union(*listed)


@cache
def nationalities() -> dict[str, str]:
    return {form: rows[0]["entity"] for form, rows in lexicon("names/nationalities").by_form.items()}
