"""A subject that something parts from its verb: a title, when and where, a relative clause, an aside."""

from __future__ import annotations

from musnad.stages.attribution.contents.edges import SIDES
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, everyday, is_that, role, skip_connectives, withheld
from musnad.stages.attribution.speakers.beside_verb import REPRESENTED
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.verbs import verb

__all__ = [
    "apposed_name",
    "before_aside",
    "clause_start",
    "in_town",
    "name_and_comma",
    "named_as_one",
    "named_between",
    "not_within",
    "only_verb",
    "over_adverbial",
    "past_turn",
    "says_of_it",
    "shy",
    "titled_between",
    "with_clause",
    "with_members",
    "with_name",
]

_WHERE_OR_WHEN = frozenset("بعد قبل في خلال عقب اثر منذ عبر اثناء بموجب مع".split())


def titled_between(scene: Scene, comma: int, lo: int) -> Place | None:
    """`لاري فينج، الرئيس التنفيذي للشركة، قال`: a name, and between commas what its bearer is."""
    opens = next((q for q in range(comma - 1, max(lo, comma - 15), -1) if scene.text(q) in COMMAS), None)
    if opens is None:
        return None
    named = opens + 1 in scene.mentions and scene.mentions[opens + 1][1].type == "PER"
    if not (named or any(hit.row["class"] in ("person", "experts") for hit in scene.heads.get(opens + 1, ()))):
        return None
    first = skip_connectives(scene, clause_start(scene, opens, lo), opens)
    titled = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(first, ()))
    if titled and scene.names_in(Place(opens + 1, comma), "PER") and not scene.names_in(Place(first, opens), "PER"):
        whole = noun_phrase(scene, first, opens) == opens and noun_phrase(scene, opens + 1, comma) == comma
        return Place(first, comma) if whole else None  # `المحافظ، اللواء سامر الراوي، أمر`
    if named:
        return None
    words = range(first, opens)
    ours = (scene.text(j)[:1] == "ل" or scene.in_name(j) for j in words if j in scene.forms)  # `لاري` is no `لأرى`
    verbs = not all(ours)
    plain = not verbs and all(scene.text(j).isalpha() and not role(scene.text(j)) for j in words)
    named = 0 < opens - first <= 4 and starts_phrase(scene, first) and plain and not scene.text(first).startswith("ال")
    return Place(first, comma) if named and noun_phrase(scene, opens + 1, comma) == comma else None


def shy(scene: Scene, comma: int, lo: int) -> Place | None:
    """`لكن عضوا في المجلس، فضل عدم ذكر اسمه، أقر`: somebody, and between commas that he gives no name."""
    opens = next((q for q in range(comma - 1, max(lo, comma - 15), -1) if scene.text(q) in COMMAS), None)
    if opens is None or not withheld(scene, opens + 1):
        return None
    first = skip_connectives(scene, clause_start(scene, opens, lo), opens)
    whole = noun_phrase(scene, first, comma) == comma and can_speak(scene, first, opens)
    return Place(first, comma) if whole else None


def named_between(scene: Scene, comma: int, lo: int) -> Place | None:
    """`الشركة المالكة، «بحار لاين»، أعلنت`: a definite phrase, and between commas in quotation marks its name."""
    if scene.text(comma - 1) not in CLOSING:
        return None
    opens = next((q for q in range(comma - 2, max(lo, comma - 9), -1) if q in scene.quotations), None)
    if opens is None or not scene.is_name(opens) or scene.text(opens - 1) not in COMMAS:
        return None
    first = skip_connectives(scene, clause_start(scene, opens - 1, lo), opens - 1)
    whole = scene.text(first).startswith("ال") or scene.text(opens - 2).startswith("ال")
    whole = whole and first in scene.heads and not scene.names_in(Place(first, opens - 1))
    return Place(first, comma) if whole and noun_phrase(scene, first, opens - 1) == opens - 1 else None


def name_and_comma(scene: Scene, i: int, comma: int, lo: int) -> Place | None:
    """`الشهري، دعا الزوار إلى`, `الوزير سامي الراوي، أكد أن`: a person's name, his title before it or not, and no more
    before the comma, at the head of a sentence."""
    first = skip_connectives(scene, lo, comma)
    named = scene.mentions.get(first)
    alone = named is not None and named[1].type == "PER" and named[0].last == comma
    ones = (hit.row["class"] for hit in scene.heads.get(first, ()) if hit.row["number"] == "one")
    if first == lo and not alone and not {"person", "experts"}.isdisjoint(ones):
        place = Place(first, comma)
        known = scene.text(first).startswith("ال") or bool(scene.names_in(place, "PER"))
        fits = known and any(fits_phrase(scene, hit.row, place) for hit in scene.forms[i])
        return place if fits and noun_phrase(scene, first, comma) == comma else None
    return Place(first, comma) if alone and first == lo else None


def named_as_one(scene: Scene, s: int, lo: int) -> int:
    """`فهد الناجي أحد سكان الحي أوضح`: where the name before `أحد` begins, else `s`."""
    if scene.text(s) not in {"احد", "احدي"}:
        return s
    names = (i for i in range(lo, s) if i in scene.mentions and scene.mentions[i][0].last == s)
    return next((i for i in names if scene.mentions[i][1].type == "PER"), s)


def over_adverbial(scene: Scene, i: int, comma: int, lo: int) -> Place | None:
    """`أن الجزائر عقب اتصالات مع مدريد، أعلنت`: from a subject right behind أن over when or where, to a comma."""
    first = clause_start(scene, comma, lo)
    clause = next((j for j in range(first + 1, comma) if scene.text(j) in _WHO), comma)
    end = noun_phrase(scene, first, clause)
    behind_that = is_that(scene, first - 1) or scene.text(first - 1) == "ان"
    named = first in scene.mentions and scene.mentions[first][1].type == "PER"
    rows = [hit.row for hit in scene.heads.get(first, ())]
    named = named or any(row["class"] == "person" and row["number"] == "one" for row in rows)
    somebody = named and first == skip_connectives(scene, lo, comma)
    if (
        behind_that
        and first < end < comma
        and all(role(scene.text(j)) == "adverb" or scene.in_time(j) for j in range(end, comma))
    ):
        told = any(fits_phrase(scene, hit.row, Place(first, end)) for hit in scene.forms[i])
        return Place(first, end) if told and can_speak(scene, first, end) else None
    behind_that = behind_that or (somebody and clause == end < comma)  # `سلمى الراوي التي حجزت مقعدها، تقول`
    if not behind_that or not first < end < comma - 1 or not can_speak(scene, first, end):
        return None
    hung = role(scene.text(end)) in ("preposition", "during") and scene.text(end) in _WHERE_OR_WHEN
    whose = scene.text(end) in _WHO  # `أن سلمى التي حجزت مقعدها، تقول`
    verbs = (j for j in range(end, comma) if not whose and only_verb(scene, j))
    acts = any(not scene.text(j).endswith(("ه", "ها", "هم")) for j in verbs)
    told = any(fits_phrase(scene, hit.row, Place(first, end)) for hit in scene.forms[i])
    return Place(first, end) if (hung or whose) and not acts and told else None


def with_members(scene: Scene, i: int, lo: int) -> Place | None:
    """`هناك خبراء من بينهم سامي الراوي يتوقعون`: many, and who is among them, right before the verb."""
    near = range(i - 2, max(lo, i - 14), -1)
    among = next((j for j in near if scene.text(j) in _AMONG), None)
    if among is None or any(scene.text(j) in COMMAS or is_that(scene, j) for j in range(among, i)):
        return None
    stop = among - (scene.text(among - 1) == "من")
    first = skip_connectives(scene, clause_start(scene, stop, lo), stop)
    while first < stop and scene.text(first).removeprefix("و") in {"كان", "كانت", "هناك", "ثمه"}:
        first += 1
    if first >= stop or noun_phrase(scene, first, stop, hung=True) != stop or not can_speak(scene, first, stop):
        return None
    told = any(fits_phrase(scene, hit.row, Place(first, stop)) for hit in scene.forms[i])
    return Place(first, stop) if told else None


_AMONG = frozenset("بينهم بينها بينهن ضمنهم ضمنها".split())
_WHO = frozenset({"الذي", "التي", "الذين"})


def with_clause(scene: Scene, i: int, lo: int) -> Place | None:
    """`الجمهورية التي تأسست حديثا اعتبرت أن`: a subject with a relative clause that ends right before the verb."""
    if scene.text(i)[:1] in "وف" or role(scene.text(i - 1)) or scene.text(i - 1) in COMMAS:
        return None
    for j in range(i - 2, max(lo, i - 14), -1):
        if scene.text(j) in COMMAS or scene.text(j) in ":;؛.-" or is_that(scene, j):
            return None
        if scene.text(j) in _WHO:
            clause = any(verb(scene.text(k)) for k in range(j + 1, i))
            first = skip_connectives(scene, clause_start(scene, j, lo), j)
            whole = first < j and noun_phrase(scene, first, j) == j and can_speak(scene, first, j)
            return Place(first, i) if clause and whole else None
    return None


def before_aside(scene: Scene, comma: int, lo: int) -> int:
    """`سليم الناجي، مثل كثير من زملائه، قال`: the token before the aside that a comma closes, else the comma."""
    opens = next((q for q in range(comma - 1, max(lo, comma - 15), -1) if scene.text(q) in COMMAS), None)
    if opens is None:
        return comma
    word = scene.text(opens + 1)
    told = any(hit.row["class"] == "preposition" for hit in scene.phrases.get(opens + 1, ()))  # `، بحسب «المرفأ»، `
    aside = role(word) in ("preposition", "during", "relative", "quantifier") or word in _BESIDE
    return opens - 1 if aside or told else comma


_BESIDE = frozenset("حيث مثل وهو وهي شانه الاكثر الاقل".split())


def past_turn(scene: Scene, p: int, lo: int) -> int:
    """`النقابة بدورها أكدت`, `«الضفة» من جهتها نقلت`, `الوزير هو الآخر نفى`: the token before it that `p` ends."""
    represented = next((j for j in range(p - 1, max(lo, p - 9), -1) if scene.text(j) in REPRESENTED), None)
    among = next((j for j in range(p - 1, max(lo, p - 9), -1) if scene.text(j) in _FOREMOST), None)
    if (
        among is not None
        and not scene.text(p + 1).endswith("تا")
        and scene.text(among - 1) in {"وفي", "وعلي", "في", "علي"}
    ):
        return among - 2  # `الصحف وفي مقدمتها «الضفة» امتدحت`
    if represented is not None and scene.text(represented + 1)[:1] in ("ب", "ف"):
        return represented - 1 - (scene.text(represented - 1) in COMMAS)
    one = scene.text(p) in _IN_TURN
    again = scene.text(p) in {"اخري", "ثانيه"} and scene.text(p - 1) in {"مره", "ومره"}
    if again:  # `الوزارة مرة أخرى أكدت`, `ومرة أخرى رفض المزارعون العرض`
        return p - 2
    two = (scene.text(p) in SIDES and scene.text(p - 1) == "من") or (scene.text(p - 1), scene.text(p)) in _ALSO
    before = p - 1 if one else p - 2
    return before if (one or two) and before >= lo and scene.text(before) not in COMMAS else p


_FOREMOST = frozenset("مقدمتها مقدمتهم مقدمتهما راسها راسهم طليعتها طليعتهم".split())
_IN_TURN = frozenset("بدوره بدورها بدورهم بدورهما بدورهن".split())
_ALSO = frozenset({("هو", "الاخر"), ("هي", "الاخري"), ("هم", "الاخرون")})


def clause_start(scene: Scene, stop: int, lo: int) -> int:
    """The token behind the last comma, أن, conjunction or auxiliary before `stop`."""
    s = stop
    while s > lo and stop - s < 26:
        word = scene.text(s - 1)
        decimal = word in ".," and scene.text(s).isdigit() and scene.text(s - 2).isdigit()  # `85.5%`
        if decimal:
            s -= 1
            continue
        if word in COMMAS or word in ":;؛.-" or word in {"و", "ان"} or is_that(scene, s - 1):
            break
        if role(word) in ("conjunction", "modal", "negation") and not withheld(scene, s - 1):
            break
        s -= 1
    return s


def only_verb(scene: Scene, i: int) -> bool:
    """Whether the word at i can only be a verb."""
    found = verb(scene.text(i))
    return found is not None and not found.alike and not scene.written(i).endswith(("ة", "ات"))


def in_town(scene: Scene, s: int, lo: int) -> bool:
    """`في قرية أم الزيتون، …، تقول المزارعة`: where something happens."""
    place = s in scene.mentions and scene.mentions[s][1].type in ("GPE", "LOC")
    return (
        place and s - 2 >= lo and scene.text(s - 1) in _TOWNS and role(scene.text(s - 2)) in ("preposition", "during")
    )


_TOWNS = frozenset("قريه مدينه بلده حي مخيم ضاحيه منطقه ناحيه محافظه ولايه قضاء جزيره اقليم".split())


def apposed_name(scene: Scene, s: int, stop: int) -> int:
    """`أوقفت الشرطة المدعو رامز الحلو، الذي أعلن`: before a relative the person named last, not a body's object."""
    for j in range(stop - 1, s, -1):  # `لم تعلق الوزارة على الأنباء التي تحدثت عن`
        papers = any(hit.row["kind"] in ("media_reports", "document") for hit in scene.heads.get(j, ()))
        if papers and role(scene.text(j - 1)) == "preposition" and noun_phrase(scene, j, stop) == stop:
            return j
    found = head(scene, Place(s, stop))
    body = found is not None and found.row["class"] in ("body", "state", "organization")
    named = next((j for j in range(s + 1, stop) if j in scene.mentions and scene.mentions[j][0].last == stop), None)
    return named if body and named is not None and scene.mentions[named][1].type == "PER" else s


def says_of_it(scene: Scene, i: int, relative: int) -> bool:
    """`التقرير، الذي قال إنه سيصدر قريبا`: of a paper somebody else says what it is, with its pronoun."""
    told = scene.text(i + 1) in {"انه", "انها"} and scene.text(relative - 1) in COMMAS
    found = head(scene, Place(clause_start(scene, relative - 1, max(0, relative - 6)), relative - 1)) if told else None
    near = (hit.row["kind"] for j in range(relative - 4, relative - 1) for hit in scene.heads.get(j, ()))
    return told and (found is None or found.row["kind"] != "person") and "document" in near


def with_name(scene: Scene, place: Place) -> Place:
    """`سليم عبود، مدير متحف الآثار، الذي قال`: a title before a relative clause with the name that it is apposed to."""
    comma = place.first - 1
    heads = (hit.row for hit in scene.heads.get(place.first, ()) if hit.row["number"] == "one")
    one = any(row["class"] in ("person", "experts") for row in heads)
    for named, mention in scene.names_in(Place(max(comma - 6, 0), comma), "PER") if one else ():
        if scene.text(comma) in COMMAS and named.last == comma and mention.type == "PER":
            return Place(named.first, place.last)
    first = clause_start(scene, comma, max(comma - 4, 0)) if one and scene.text(comma) in COMMAS else comma
    words = [scene.text(j) for j in range(first, comma)]
    foreign = len(words) > 1 and all(word.isalpha() and not (everyday(word) or role(word)) for word in words)
    return Place(first, place.last) if foreign and not scene.in_name(comma - 1) else place


def not_within(scene: Scene, i: int, first: int, found: Place) -> Place:
    """`الأضرار التي لحقت بمنزل الطبيب سامي عيد تدل على أن`: who stands in a relative clause does not, by gender."""
    return Place(i, i) if any(role(scene.text(j)) == "relative" for j in range(first, found.first)) else found
