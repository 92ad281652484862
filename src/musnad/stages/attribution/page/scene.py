"""A page made ready for attribution: its words, and what other rooms and the trigger scan found at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from musnad.doc import Hit, Mention, Quotation, TimeExpression
from musnad.rules import lexicon
from musnad.stages.attribution.page.lines import Lines
from musnad.stages.attribution.page.tokens import Place, Token
from musnad.verbs import we_did

__all__ = ["Place", "Scene", "Token"]

AND_OTHERS = frozenset("والثاني والثانيه والثالث والثالثه والرابع والرابعه".split())  # split from a group told of
OPENING = "«“„\"”‘'‹"
CLOSING = "»”“\"″’'›"

_MANY = frozenset("عشرات العشرات مئات المئات الاف الالاف عدد بضعه".split())
_BROADCAST = frozenset("مسائي صباحي تلفزيوني اذاعي حواري سياسي رياضي اسبوعي يومي".split())
_REPLIES = ("قال", "أجاب", "ردّ", "أضاف", "علّق", "صرخ")
_SPOKEN = frozenset("كنا كنت نحن لن لم سوف".split())
_CLAUSE = frozenset("ان انه انها لم لن لا قد كان كانت ليس ليست هو هي ، ؛ .".split())
_DEEDS = lexicon("attribution/deeds")
_DESCRIBED = 11  # tokens of somebody unnamed in quotation marks, with them


@dataclass(frozen=True)
class Scene(Lines):
    """One page's tokens, with lookups by token index. Nothing here decides anything."""

    def phrase(self, place: Place) -> tuple[int, int]:
        """Reading offsets of a noun phrase without the particles written on its first word; the article stays."""
        start, end = self.chars(place)
        first = place.first
        if first in self.mentions:
            return self.doc.reading.find(self.mentions[first][1].span.start), end
        for hit in self.heads.get(first, ()):
            ahead = self.doc.reading.string[start : hit.start]
            return hit.start - (2 if ahead.endswith("ال") else 1 if ahead.endswith("لل") else 0), end
        return start + (self.text(first) in AND_OTHERS), end

    def clitic_on_name(self, i: int) -> bool:
        """Whether a name that begins in token i stands behind a particle written on it: `لوليد`, not `وليد`, `لؤي`."""
        named = self.mentions.get(i)
        return named is not None and self.doc.reading.find(named[1].span.start) > self.tokens[i].start

    def _by_token(self, lexicon: str) -> Mapping[int, tuple[Hit, ...]]:
        table: dict[int, tuple[Hit, ...]] = {}
        starts = self.starts
        for hit in self.doc.hits.get(lexicon, ()):
            i = bisect_right(starts, hit.start) - 1
            table[i] = (*table[i], hit) if i in table else (hit,)
        return table

    @cached_property
    def forms(self) -> Mapping[int, tuple[Hit, ...]]:
        """Forms of attribution verbs and nouns, by the token they stand in. `طالبة` is not `طالب` with a pronoun."""
        found = dict(self._by_token("attribution/forms"))
        for i, hits in self._by_token("attribution/nouns").items():
            found[i] = (*found.get(i, ()), *hits)
        for i in [i for i in found if self.written(i)[-1:] == "ة"]:
            found[i] = tuple(hit for hit in found[i] if hit.end >= self.tokens[i].end)
            if not found[i]:
                del found[i]
        return found

    @cached_property
    def phrases(self) -> Mapping[int, tuple[Hit, ...]]:
        """Prepositions and fixed phrases of attribution, by their first token."""
        return self._by_token("attribution/phrases")

    @cached_property
    def _triggers(self) -> list[int]:
        return sorted({*self.forms, *self.phrases, *self.own, *self.colons})

    def triggers(self, lo: int, hi: int) -> list[int]:
        """The tokens in [lo, hi) at which an opening can stand: words of attribution or its own voice, colons."""
        return self._triggers[bisect_left(self._triggers, lo) : bisect_left(self._triggers, hi)]

    @cached_property
    def heads(self) -> Mapping[int, tuple[Hit, ...]]:
        """Head nouns of source phrases. `نادية` is not `نادي` with a pronoun."""
        found = self._by_token("attribution/heads")
        return {i: kept for i, hits in found.items() if (kept := tuple(hit for hit in hits if self._heads(i, hit)))}

    def _heads(self, i: int, hit: Hit) -> bool:
        if hit.row["form"].startswith("برنامج"):  # `برنامج مسائي`, `برنامج «الحصاد»`; others tell nothing
            near = [self.text(k) for k in range(i + 1, i + 4)]
            return any(word in OPENING or word in _BROADCAST for word in near if word)
        if i in self._within_media:
            return False  # `مؤتمر صحافي`
        if hit.row["form"].startswith("تجمع") and self.text(i + 1) in _MANY:
            return False  # `تجمع عشرات المحتجين`
        article = self.doc.reading.string[self.tokens[i].start : hit.start].endswith(("ال", "لل"))
        if article and hit.end < self.tokens[i].end:
            return False  # `السياحي`: no word has both the article and a pronoun
        mine = hit.end == self.tokens[i].end - 1 and self.text(i).endswith("ي") and not self.text(i).endswith("تي")
        if mine and hit.row["class"] in ("body", "organization", "state", "document"):
            return False  # `مصدر قضائي`: an adjective, and not `my judiciary`; but `حكومتي البلدين`
        return hit.end >= self.tokens[i].end or self.written(i)[-1:] != "ة"

    @cached_property
    def headed(self) -> dict[Place, Hit | None]:
        """The head nouns of phrases that were asked for so far: most are asked for again and again."""
        return {}

    @cached_property
    def thats(self) -> dict[int, bool]:
        """Which of the words that may open a content clause were found to open one so far."""
        return {}

    @cached_property
    def media(self) -> Mapping[int, tuple[Hit, ...]]:
        """Words for the medium of a statement."""
        return self._by_token("attribution/media")

    @cached_property
    def _within_media(self) -> frozenset[int]:
        """Tokens behind the first of a medium's words."""
        inside = ((i, hit) for i, hits in self.media.items() for hit in hits)
        return frozenset(k for i, hit in inside for k in range(i + 1, self.index(hit.end - 1) + 1))

    @cached_property
    def feelings(self) -> Mapping[int, tuple[Hit, ...]]:
        """Nouns of what somebody voices."""
        return self._by_token("attribution/feelings")

    @cached_property
    def own(self) -> Mapping[int, tuple[Hit, ...]]:
        """Words with which the article speaks for itself."""
        return self._by_token("attribution/own")

    @cached_property
    def anaphors(self) -> Mapping[int, tuple[Hit, ...]]:
        return self._by_token("attribution/anaphora")

    @cached_property
    def signs(self) -> Mapping[int, tuple[Hit, ...]]:
        """Modal, temporal and conditional words."""
        return self._by_token("attribution/signs")

    @cached_property
    def nations(self) -> Mapping[int, tuple[Hit, ...]]:
        """Nationality adjectives."""
        return self._by_token("names/nationalities")

    @cached_property
    def mentions(self) -> Mapping[int, tuple[Place, Mention]]:
        return {
            place.first: (place, mention) for mention in self.doc.marks(Mention) if (place := self.place(mention.span))
        }

    @cached_property
    def _named(self) -> frozenset[int]:
        return frozenset(i for place, _ in self.mentions.values() for i in range(*place))

    def quoted_at(self, i: int) -> bool:
        """Whether a quotation begins right before token i."""
        return i > 0 and self.text(i - 1) in OPENING

    def in_name(self, i: int) -> bool:
        """Whether a token belongs to a name."""
        return i in self._named

    @cached_property
    def times(self) -> Mapping[int, Place]:
        return {place.first: place for time in self.doc.marks(TimeExpression) if (place := self.place(time.span))}

    @cached_property
    def _timed(self) -> frozenset[int]:
        return frozenset(i for place in self.times.values() for i in range(*place))

    def in_time(self, i: int) -> bool:
        """Whether a token belongs to a time expression."""
        return i in self._timed

    @cached_property
    def quotations(self) -> Mapping[int, tuple[Place, Quotation]]:
        """Quotations by the token of their opening mark; the place has the marks."""
        return {place.first: (place, quote) for quote in self.doc.marks(Quotation) if (place := self.place(quote.span))}

    @cached_property
    def opened(self) -> list[int]:
        """The tokens of opening marks, in order."""
        return sorted(self.quotations)

    def names_in(self, place: Place, *types: str) -> list[tuple[Place, Mention]]:
        """Mentions that begin inside a place, of the given types."""
        return [
            (where, mention)
            for i in range(place.first, place.last)
            if i in self.mentions
            for where, mention in [self.mentions[i]]
            if not types or mention.type in types
        ]

    def is_name(self, i: int) -> bool:
        """Whether the quotation that opens at token i is only a name: few words, no verb of its own."""
        if i not in self.quotations:
            return False
        known = self._names
        if i not in known:
            known[i] = self._only_a_name(i)
        return known[i]

    @cached_property
    def _names(self) -> dict[int, bool]:
        return {}

    def _only_a_name(self, i: int) -> bool:
        place, _ = self.quotations[i]
        inner = place.last - place.first - 2
        word = self.text(i + 1)
        if word[:1] == "ب" and _DEEDS.get(word[1:]):
            return False  # `«بنشر دعاية كاذبة»`
        if i + 1 not in self.mentions and (word in _SPOKEN or we_did(word) or self._replied(place)):
            return False  # `«كنا نسحب الشباك»`, `«ذكرنا الجميع بالاتفاق»`
        words = sum(self.text(k)[:1].isalnum() for k in range(place.first + 1, place.last - 1))
        written = self.doc.text(self.quotations[i][1].inner)
        at_once = inner > 6 and " " not in written and "." in written  # `"د.ب.أ-نيوز"`
        return at_once or (0 < inner <= 6 and (i + 1 in self.mentions or words <= 3)) or self._someone(place)

    def _replied(self, quoted: Place) -> bool:
        """`فقال «الشعر باق».`: all that is said, by whoever was told of; not `كما قالت «المرفأ».`"""
        row = next((hit.row for hit in self.forms.get(quoted.first - 1, ()) if hit.row["lemma"] in _REPLIES), None)
        joined = self.text(quoted.first - 1)[:1] in {"ف", "و"} and row is not None and row["class"] != "noun"
        return joined and self.text(quoted.last) in {"", *".!؟"}

    def _someone(self, quoted: Place) -> bool:
        """`«مصدر مقرب من دوائر القرار»`: somebody unnamed, with what is said of him."""
        unnamed = any(hit.row["kind"] == "anonymous" for hit in self.heads.get(quoted.first + 1, ()))
        clause = any(k in self.forms or self.text(k) in _CLAUSE for k in range(quoted.first + 1, quoted.last))
        return unnamed and not clause and quoted.last - quoted.first <= _DESCRIBED
