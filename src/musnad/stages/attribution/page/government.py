"""What a cue governs: which words open its content (the `takes` and `hearer` columns of cues.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

__all__ = ["PREPOSITIONS", "SAYING", "WRITING", "Governs", "aloud", "governs", "noun_told", "sent"]

PREPOSITIONS = {"عن": "عن", "الي": "إلى", "علي": "على", "من": "من", "في": "في"}
SAYING = frozenset("قائلا قائله قائلين بالقول".split())


@dataclass(frozen=True)
class Governs:
    """What opens a content. `alone`: enough by itself; `soft`: only behind a participle or a possessed noun."""

    alone: frozenset[str]
    soft: frozenset[str]
    hearer: str
    feels: bool  # أبدى, أخفى, قدّم: its object is a feeling, or the verb says nothing
    renews: bool  # جدّد, كرّر: a noun of saying behind it governs the content
    speaks: bool  # `قائلا` behind it carries on with it; with تناول it is the cue itself
    offers: bool  # عرض: its object is a deed or an amount, or somebody is offered it
    judges: bool  # نفى, أكد: `ذلك` alone can be its object
    weighs: bool  # أدان, رفض, نفى, اعتبر: anything can be its object; أعلن, أكد, تعهد take deeds
    direct: bool  # قال, أضاف: `قال نحن نعمل`, without أن and marks
    asks: bool  # سأل: `إن كانت تفهم` is what is asked, and no condition
    informs: bool  # أبلغ: somebody of a deed of its teller's own
    terms: bool  # طلب, التمس: so many years can be their object
    closes: bool  # ختم, ذهب: the noun of saying behind it is the cue
    writes: bool  # كتب, رأى: a quoted name behind في is where it was printed
    wishes: bool  # تمنى, شكا: behind ل stands for whom, or to whom, and ends its subject
    relays: str  # نقل عن, علم من: what follows this preposition is a transmitter, not the content

    @cached_property
    def prepositions(self) -> frozenset[str]:
        given = self.alone | self.soft | {self.relays} | set(self.hearer.split())
        own = given & frozenset((*PREPOSITIONS.values(), "ب"))
        own |= {"ل"} if self.wishes else set()
        return own | {"obj"} if self.hearer == "obj" or "obj" in self.alone else own


WRITING = ("كتب", "رأى", "اعتبر", "سخر", "تساءل", "علّق")
_JUDGING = ("denies", "refuses", "confirms", "criticises", "praises")
_PLAIN = ("says", "announces", "confirms", "reveals")
_EXPLAINING = ("أرجع", "عزا", "علّل", "برّر", "اعتبر")


def aloud(takes: Governs) -> Governs:
    """`اعترفت قائلة: «…»`: with a participle of saying behind it a cue opens all that قال opens."""
    return replace(takes, alone=takes.alone | {"أن", "quote", "colon"})


def governs(row: Mapping[str, str]) -> Governs:
    """Read a cue's `takes`: `!` marks what suffices alone; أن, quotations and colons always do."""
    return _governs(row["lemma"], row["takes"], row["hearer"], row["stance"])


def noun_told(row: Mapping[str, str]) -> Governs:
    """What a noun with its speaker's pronoun governs behind who told it: `نقلت عن النائب مطالبته الوزارة بـ`.

    As a verb it takes an object (`ترجيحه تأجيل القمة`), and whom it addresses before what is asked of them.
    """
    own = governs(row)
    asks = row["stance"] in ("demands", "warns", "criticises") and {"ب", "إلى", "من"} & own.alone
    alone = own.alone | own.soft | {"quote", "colon"} | (frozenset() if row["stance"] == "says" else {"obj"})
    return replace(own, alone=alone, soft=frozenset(), hearer="obj" if asks else own.hearer, weighs=True, relays="")


def sent(row: Mapping[str, str]) -> bool:
    """`رسالة من العاصمة مفادها أن`: whether من behind a cue may be of whom it comes from."""
    takes = governs(row)
    return "من" not in takes.hearer.split() and "من" not in takes.prepositions


@cache
def _governs(lemma: str, takes: str, hearer: str, stance: str) -> Governs:
    given = [token.partition("=")[0] for token in takes.split()]
    alone = {token.lstrip("!") for token in given if token[0] == "!" or token in ("أن", "quote", "colon")}
    return Governs(
        alone=frozenset(alone),
        soft=frozenset(token.lstrip("!") for token in given) - alone,
        hearer=hearer,
        feels=lemma in ("أبدى", "أخفى", "قدّم", "رفع"),
        renews=lemma in ("جدّد", "كرّر", "أعاد"),
        speaks=stance != "discusses" and "!obj" not in takes.split(),
        offers=lemma == "عرض",
        judges=stance in _JUDGING or lemma in (*_EXPLAINING, "استبعد"),
        weighs=(stance not in _PLAIN and lemma != "تعهّد") or lemma in _EXPLAINING,
        direct=lemma in ("قال", "أضاف"),
        asks=stance == "asks",
        informs=lemma == "أبلغ",
        terms=lemma in ("طلب", "التمس", "اشترط", "اقترح"),
        closes=lemma in ("ختم", "اختتم", "أنهى", "أكمل", "استهلّ", "ذهب", "أوجز", "اكتفى"),
        writes=lemma in WRITING,
        wishes=lemma in ("تمنّى", "شكا", "اشتكى"),
        relays={"نقل": "عن", "أورد": "عن", "نسب": "إلى", "روى": "عن", "بثّ": "عن", "علم": "من", "استقى": "من"}.get(
            lemma, ""
        ),
    )
