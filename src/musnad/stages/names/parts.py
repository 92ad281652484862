"""Which words can be parts of a person's name, by the lists and by their shapes."""

from __future__ import annotations

import re
from functools import lru_cache

from musnad.stages.names import knowledge as known
from musnad.stages.names.vocabulary import ordinary
from musnad.verbs import verb

__all__ = ["ARTICLED", "INFLECTED", "everyday", "house", "hung", "latin", "listed", "nameable", "nisba"]

ARTICLED = known.cues("extents articled")  # given names that bear the article: الطاهر، المختار
_GLUED = ("لل", "بال", "وال", "ولل", "فلل")
_SHORT = 5  # letters of words with أبو that are none: أبواب
_LONG = 9  # letters of what no noun is with what is written on it
_OWNED = ("ها", "هم", "نا", "كم", "هما")  # pronouns that hang on a noun
# Shapes of verbs and of verbal nouns behind a preposition; a name of such a shape must be a known one.
INFLECTED = re.compile(
    r"ي[^اوي]\w{2,4}|ت[^اويشسر]\w{1,2}[^يسشك]|ا(?:ست|نت|رت|عت|حت|قت|فت|خت|تخ|نس|نخ|نق)\w{2,}"
    r"|[بل](?:ت\w{3,}|ا\w+ا\w|م\w+ه|\w{3,}(?:ات|اء|ته))|\w{3,}(?:ته|تها|تهم|ونه)|\w{2,}[^ا]وا"
)


# Shapes of everyday nouns that lists may lack: إرسال، تنظيم، حضور، نزاع، دراسة، معدلات، وسائل.
_NOUN = re.compile(
    r"ا\w+ا\w|ت\w{2}ي\w|\w{2}[وا]\w|\w+(?:ات|ون|ين|يه|ها|هم|[^ا]وا|نا|كم|ه|اء|ي)"
    r"|م\w{3}|و\w+|\w{2}ا\w{2}|ب[اتم]\w{3,}|ل[اتيم]\w{2,}|س[يت]\w{2,}|كا\w+"
)


@lru_cache(1 << 15)
def everyday(form: str) -> bool:
    """Whether a folded word has a shape of everyday nouns; some names have it too."""
    return _NOUN.fullmatch(form) is not None


@lru_cache(1 << 15)
def listed(form: str) -> bool:
    """Whether a folded word is a known given or family name."""
    of_given = form.startswith("ال") and len(form) > 5 and known.family(form[2:]) and not known.everyday(form[2:])
    glued = form.startswith("ابو") and len(form) > _SHORT  # `أبوالعلا`
    return form == "علي" or known.given(form) or known.surname(form) or of_given or glued


def nameable(form: str, *, person: bool = True) -> bool:
    """Whether a folded word can be part of an unknown name at all; `person`: not of an outlet, a town or a body."""
    return _nameable(form) and (not person or listed(form) or not known.everyday(form))


@lru_cache(1 << 15)
def _nameable(form: str) -> bool:
    if form == "علي":  # the fold makes على the same word; `_preposition` tells them apart where it can
        return True
    if known.common(form) or not form.replace("-", "").isalpha() or len(form) < 2:
        return False
    if listed(form):
        return True
    if known.nationality(form) or (form.startswith(_GLUED) and (len(form) < _LONG or ordinary(form))):
        return False  # but `بالاخنيتشيف`
    if form[0] in "بل" and len(form) > 3 and known.everyday(form[1:]):
        return False
    if form[0] in "وفبلكس" and len(form) > 3 and (known.common(form[1:]) or (form[0] == "و" and known.given(form[1:]))):
        return False
    if form[0] in "وفبل" and len(form) > 4 and (known.OUTLETS.get(form[1:]) or known.place(form[1:])):
        return False  # `(فلان) لرويترز`
    if INFLECTED.fullmatch(form) or (form.endswith("يا") and len(form) > 5 and ordinary(form)):
        return False
    if form.endswith(_OWNED) and len(form) > 5 and not form.endswith("انا") and not form.startswith("ال"):
        return form.endswith("ينا") and not ordinary(form)  # `ساموخينا`
    return not (form.startswith(("سي", "ست")) and form.endswith(("ون", "ان")) and len(form) > 6)


def house(form: str, before: str) -> bool:
    """A family name that no list has, behind a father's: `خالد بن سالم قنبش`. No accusative (`متجها`) is one."""
    if not known.given(before) or ordinary(form) or _VERBAL.fullmatch(form) or known.place(form):
        return False
    told = verb(form)
    joined = form[0] in "وفبكل" and len(form) > 4 and (known.place(form[1:]) or known.given(form[1:]))
    return not joined and (told is None or not told.row)


_VERBAL = re.compile(r"\w{2,4}[^ا]ت|و\w+|ت[تس]\w+|ي[تسن]\w+|م\w+ا|[a-z]+")  # what no unlisted family name looks like


@lru_cache(1 << 15)
def hung(form: str) -> bool:
    """Whether a folded word of four letters is, as far as can be told, another behind لـ or بـ: `لمصر`, not `ليري`."""
    rest = form[1:]
    clitic = form[:1] in ("ل", "ب") and len(form) == 4
    return clitic and (ordinary(form) or ordinary(rest) or known.place(rest) or listed(rest))


def latin(form: str) -> bool:
    """Whether a folded word with ال is a given name from abroad that has no article: `اليخاندرو`, `الكسندر`."""
    bare = form.startswith("ال") and len(form) > 5 and known.given(form) and form not in ARTICLED
    return bare and not (ordinary(form) or known.given(form[2:]) or known.family(form))


def nisba(form: str) -> bool:
    """`الجنوبي`, `المصري`: behind a title and a given name it is a family's."""
    return form[:2] == "ال" and form[-1] == "ي" and len(form) > 5 and not known.binds(form)
