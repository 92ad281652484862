"""What the room knows: its lexicons, and the tables that are looked up word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from musnad.rules import Lexicon, lexicon, rules
from musnad.text import fold

__all__ = [
    "BODIES", "CAPITALS", "GROUPS", "HEADS", "ORGANIZATIONS", "OUTLETS", "PERSONS", "PLACES", "RULES", "SCANNED",
    "SEATS", "STATES", "TITLES", "TOWNS", "adjective_of", "binds", "common", "cues", "describes", "everyday",
    "family", "given", "in_english", "is_noun", "ministry", "nationality", "often_given", "only_states",
    "place", "portfolio", "says", "seat", "spelling", "state_of_code", "state_of_outlet", "surname", "title", "town",
    "word_and_name",
]  # fmt: skip

RULES = rules("names")
_REMEMBERED = 1 << 15  # words whose class is kept at hand

STATES = lexicon("names/states", clitics="name")
CAPITALS = lexicon("names/capitals", clitics="name")
PLACES = lexicon("names/places", clitics="name")
TOWNS = lexicon("names/towns", clitics="name")
PERSONS = lexicon("names/persons", clitics="name")
BODIES = lexicon("names/bodies", clitics="name")
GROUPS = lexicon("names/groups", clitics="name")
ORGANIZATIONS = lexicon("names/organizations", clitics="name")
OUTLETS = lexicon("names/outlets", clitics="name")
SEATS = lexicon("names/seats", clitics="name")
TITLES = lexicon("names/titles", clitics="noun")
HEADS = lexicon("names/heads", clitics="name")

SCANNED: tuple[Lexicon, ...] = (
    STATES,
    CAPITALS,
    PLACES,
    TOWNS,
    PERSONS,
    BODIES,
    GROUPS,
    ORGANIZATIONS,
    OUTLETS,
    SEATS,
    TITLES,
    HEADS,
    lexicon("names/nationalities", clitics="noun"),  # scanned for the rooms behind: whose `القيادة الروسية` is
)


@cache
def _table(path: str) -> Lexicon:
    return lexicon(path)


def _forms(*paths: str) -> frozenset[str]:
    return frozenset(form for path in paths for form in _table(path).by_form)


@cache
def cues(name: str) -> frozenset[str]:
    """A set of folded words of cues.tsv. KeyError names a set that is not there."""
    return frozenset(map(fold, _table("names/cues").by_form[fold(name)][0]["words"].split("|")))


@cache
def _forms_of(path: str) -> frozenset[str]:
    return _forms(path)


@cache
def _common() -> frozenset[str]:
    return _forms("names/words")


@cache
def _given() -> frozenset[str]:
    tables = ("names/world_names", "names/arab_names")
    world = frozenset(fold(row["form"]) for path in tables for row in _table(path).rows if row["given"])
    return (_forms("names/given_names", "names/world_given_names") | world) - _common()


@cache
def often_given(*, world: bool) -> frozenset[str]:
    """Folded given names that many people bear, in the Arab countries and round them or, with `world`, anywhere."""
    often = {fold(row["form"]) for row in _table("names/given_names").rows if int(row["borne"]) >= _OFTEN}
    often |= {fold(row["form"]) for row in _table("names/arab_names").rows if row["given"]}
    if world:
        abroad = (row for row in _table("names/world_names").rows if row["given"])
        often |= {fold(row["form"]) for row in (*abroad, *_table("names/world_given_names").rows) if row["form"][3:]}
    return frozenset(often)


_OFTEN = 10


@lru_cache(_REMEMBERED)
def family(word: str) -> bool:
    """Whether a folded word is a family name of Arab, Turkish, Persian or like countries."""
    return word in _forms_of("names/surnames") or word in _forms_of("names/arab_names")


@cache
def _surnames() -> frozenset[str]:
    return _forms("names/surnames", "names/arab_names", "names/world_names") - _common()


_NO_ARTICLE = frozenset(("العلي", "الهام", "الياس", "اليسا", "الفت", "الين"))  # `إلهام`, `إلياس`


@lru_cache(_REMEMBERED)
def common(word: str) -> bool:
    """Whether a folded word is an everyday word, with or without its article."""
    words = _common()
    bare = word[2:] if word.startswith("ال") and word not in _NO_ARTICLE else word
    borne = any(word in _forms_of(table) for table in ("names/given_names", "names/world_given_names"))
    bent = word.endswith("ا") and word[:-1] in words and not borne  # `مايا`
    return word in words or bare in words or bent


@lru_cache(_REMEMBERED)
def everyday(word: str) -> bool:
    """Whether a folded word is one of the vocabulary: everyday, but a name, too, where a list has it."""
    return word in _forms_of("names/vocabulary")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in _table("names/words").rows if row["class"] == kind)


@lru_cache(_REMEMBERED)
def says(word: str) -> bool:
    """Whether a folded word is one of the everyday verbs, with or without a conjunction."""
    return word in _words("verb") or word[1:] in _words("verb")


def binds(word: str) -> bool:
    """Whether a folded word is a preposition, conjunction, pronoun or the like."""
    return word in _words("particle")


def describes(word: str) -> bool:
    """Whether a folded word without its article is an everyday adjective."""
    return word in _words("adjective")


def is_noun(word: str) -> bool:
    """Whether a folded word without its article is an everyday noun."""
    return word in _words("noun")


@lru_cache(_REMEMBERED)
def given(word: str) -> bool:
    """Whether a folded word is a given name that enough people bear."""
    first, joined, _ = word.partition("-")  # `جان-ماري`
    return word in _given() or (word.startswith("عبدال") and len(word) > 7) or (joined != "" and first in _given())


def word_and_name(word: str) -> bool:
    """Whether a folded word is an everyday noun or adjective and a given name, too: سلام، أمل، نضال."""
    everyday = any(word in _words(kind) for kind in ("noun", "adjective", "time"))
    return word in cues("people also names") or (everyday and word in _forms_of("names/given_names"))


@lru_cache(_REMEMBERED)
def surname(word: str) -> bool:
    """Whether a folded word is a known family name."""
    return word in _surnames()


@cache
def _nationalities() -> Mapping[str, str]:
    table = _table("names/nationalities")
    return MappingProxyType({form: rows[0]["entity"] for form, rows in table.by_form.items()})


@lru_cache(_REMEMBERED)
def nationality(adjective: str) -> str | None:
    """The state of a folded adjective, with or without its article."""
    table = _nationalities()
    return table.get(adjective[2:] if adjective.startswith("ال") else adjective) or table.get(adjective)


@cache
def _portfolios() -> Mapping[str, str]:
    table = _table("names/portfolios")
    return MappingProxyType({form: rows[0]["entity"] for form, rows in table.by_form.items()})


def portfolio(words: Iterable[str]) -> str | None:
    """What a ministry of these folded words is for, in English."""
    return _portfolios().get(" ".join(words))


_WITH_THE = (
    "United ",
    "Philippines",
    "Netherlands",
    "Maldives",
    "Comoros",
    "Central African",
    "Democratic Rep",
    "Czech ",
)


def in_english(state: str) -> str:
    """A state's name as it stands behind `of`: `the United States`."""
    return f"the {state}" if state.startswith(_WITH_THE) else state


def ministry(state: str, subject: str) -> str:
    """A ministry's English name: `ministry("Russia", "Foreign Affairs")` is the Russian Ministry of Foreign Affairs."""
    own = _table("names/own_portfolios").by_form.get(fold(f"{state}: {subject}"))
    name = own[0]["entity"] if own else subject
    return name if any(kind in name for kind in _WHOLE) else f"{adjective_of(state)} Ministry of {name}"


_WHOLE = ("Department", "Ministry", "Office", "HM Treasury")


@cache
def only_states(pattern: str) -> frozenset[str]:
    """The states that alone have such a seat; none where any may have one."""
    rows = (row for row in SEATS.rows if row["entity"] == pattern and row["states"])
    return frozenset(state for row in rows for state in row["states"].split("|"))


def seat(state: str, pattern: str) -> str:
    """A state body's English name by its pattern: `seat("Egypt", "House of Representatives ({state})")`."""
    own = _table("names/own_portfolios").by_form.get(fold(f"{state}: {pattern}"))
    return own[0]["entity"] if own else pattern.format(state=in_english(state), adjective=adjective_of(state))


@cache
def _titles() -> frozenset[str]:
    return frozenset(TITLES.by_form)


def title(word: str) -> bool:
    """Whether a folded word stands before names."""
    return word in _titles()


def town(form: str) -> bool:
    """Whether folded words are a capital or a town that needs no word before it."""
    rows = (CAPITALS.by_form.get(form), PLACES.by_form.get(form), TOWNS.by_form.get(form))
    return any(found is not None and not found[0].get("when") for found in rows)


def place(word: str) -> bool:
    """Whether a folded word is a state or place of the lexicons."""
    return any(word in table.by_form for table in (STATES, PLACES, CAPITALS, TOWNS))


@cache
def _adjectives() -> Mapping[str, str]:
    return MappingProxyType({row["entity"]: row["adjective"] for row in STATES.rows})


def adjective_of(state: str) -> str:
    """The English adjective of a state (`Russian`), or an empty string."""
    return _adjectives().get(state, "")


@cache
def _codes() -> Mapping[str, str]:
    return MappingProxyType({row["iso"]: row["entity"] for row in STATES.rows})


def state_of_code(iso: str) -> str | None:
    """The state of an ISO 3166 code."""
    return _codes().get(iso)


@cache
def _outlets() -> Mapping[str, str]:
    return MappingProxyType({row["entity"]: row["state"] for row in reversed(OUTLETS.rows) if row["state"]})


def state_of_outlet(name: str) -> str | None:
    """The state that an outlet of this English or Arabic name is of."""
    row = OUTLETS.get(fold(name))
    return row["state"] or None if row else _outlets().get(name)


def spelling(word: str) -> str:
    """One key for spellings that newsrooms vary: foreign sounds, doubled vowels, emphatic letters."""
    key = fold(word)
    for one, other in (("غ", "ج"), ("ق", "ج"), ("ك", "ج"), ("ط", "ت"), ("ص", "س"), ("ث", "ت"), ("تش", "ش"), ("ظ", "ض")):
        key = key.replace(one, other)
    return "".join(letter for letter in key if letter not in "اوي")
