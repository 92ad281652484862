"""The subject before a verb, wherever in its clause it stands."""

from __future__ import annotations

from musnad.stages.attribution.chains.antecedents import many_before, many_told_of, met_last, nearest
from musnad.stages.attribution.chains.asked import on_being_asked
from musnad.stages.attribution.cues.manner import bracketed
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.heads import many_so, relays_it
from musnad.stages.attribution.nouns.met import met_before
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import speaker_end
from musnad.stages.attribution.page.government import governs
from musnad.stages.attribution.page.scene import AND_OTHERS, OPENING, Place, Scene
from musnad.stages.attribution.page.unheard_of import unheard_of
from musnad.stages.attribution.page.words import COMMAS, everyday, is_that, role, skip_connectives, without_and
from musnad.stages.attribution.speakers.carriers import ROWS
from musnad.stages.attribution.speakers.subjects_apart import (
    before_aside,
    clause_start,
    name_and_comma,
    named_between,
    not_within,
    only_verb,
    over_adverbial,
    past_turn,
    says_of_it,
    shy,
    titled_between,
    with_clause,
    with_members,
    with_name,
)
from musnad.stages.attribution.speakers.subjects_beside import right_before
from musnad.stages.attribution.speakers.then import acting_then
from musnad.stages.attribution.speakers.topics import topic_before
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.verbs import verb

__all__ = ["before_quote", "left_subject"]

_THERE_ARE = frozenset("هناك هنالك ثمه الناس".split())  # `ثمة من يقول إن`
_AMONG = frozenset("في وفي بين وبين ومن".split())
_WAS = frozenset(joined + was for joined in ("", "و", "ف") for was in ("كان", "كانت", "كانوا"))
_BECAME = frozenset("صار صارت بات باتت اصبح اصبحت راح راحت اخذ اخذت".split())
_AHEAD = COMMAS | frozenset(OPENING)
_IFS = frozenset({"اذا", "لو", "فاذا", "ولو"})


def _one_among(scene: Scene, i: int, lo: int) -> tuple[Place | None, int]:
    """`وفي الحزب من يجزم بأن`"""
    among = lo + 1 < i - 1 and noun_phrase(scene, lo + 1, i - 1) == i - 1
    return (Place(i - 1, i), lo) if among else (None, i)


def _it_is_he(scene: Scene, stop: int, lo: int) -> tuple[Place | None, int]:
    """`البرلمان [هو] من رفض`: who stands right before the pronoun at `stop`."""
    first = skip_connectives(scene, clause_start(scene, stop, lo), stop)
    whole = first < stop and noun_phrase(scene, first, stop, hung=True) == stop
    return (Place(first, stop), first) if whole and can_speak(scene, first, stop) else (None, stop + 2)


def left_subject(scene: Scene, i: int, lo: int) -> tuple[Place | None, int]:
    """The noun phrase that ends right before a verb and is its subject, and where that clause begins."""
    if scene.text(i - 1) in {"بما", "عما", "مما", "كيف", "لماذا", "متي"} or on_being_asked(scene, lo, i):
        return None, i  # `بما يلزمها`, `روت الممثلة كيف رفضت الدور`: whoever stands before does something else
    if scene.text(i - 1) == "من" and without_and(scene.text(i - 2)) in _THERE_ARE:
        return Place(i - 1, i), i - 2
    if scene.text(i - 2) in {"هو", "هي"} and scene.text(i - 1) in {"من", "الذي", "التي"}:
        return _it_is_he(scene, i - 2, lo)
    if scene.text(i - 1) == "من" and scene.text(lo) in _AMONG and i - lo < 8:
        return _one_among(scene, i, lo)
    if (before := _said_before(scene, i, lo)) is not None:
        return before
    p = i - 1
    if scene.text(i)[:1] == "و" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i]):
        return None, i
    had = _had_said(scene, i, lo)
    if had is not None:
        return (had, had.first) if had.last > had.first else (None, i)
    while p >= lo and (role(scene.text(p)) in ("negation", "modal", "adverb") or scene.in_time(p)):
        p -= 1
    p = past_turn(scene, p, lo)
    aside = p > lo and scene.text(p) in COMMAS
    p = before_aside(scene, p, lo) if aside else p
    relative = role(scene.text(p)) == "relative"
    if scene.text(i - 1) in _WHEN:
        return acting_then(scene, lo, i - 1), i
    if relative and any(hit.end < scene.tokens[i].end for hit in scene.forms[i]):
        return None, i  # `الأنباء التي تداولتها صفحات`: what stands before is what was said
    within = _whose_words(scene, p, lo) if relative and scene.text(i + 1) in {"فيها", "فيه"} else None
    if within is not None:
        return within, i
    if relative and (
        _about(scene, i, p) or says_of_it(scene, i, p) or _of_another(scene, i, p) or _relays(scene, i, p)
    ):
        return None, i
    stop = p - (scene.text(p - 1) in COMMAS) if relative else p + 1
    if stop > lo and scene.text(stop - 1) in COMMAS and not relative:
        far = titled_between(scene, stop - 1, lo) or named_between(scene, stop - 1, lo) or shy(scene, stop - 1, lo)
        far = far or over_adverbial(scene, i, stop - 1, lo) or name_and_comma(scene, i, stop - 1, lo)
        return (far, far.first) if far else (None, i)
    if stop <= lo:
        return None, i
    first = clause_start(scene, stop, lo)
    if topic_before(scene, lo, stop):
        return None, i
    found = right_before(scene, i, Place(first, stop), lo, relative=relative) or _nobody_knows(scene, i, lo)
    if found is not None and relays_it(scene, found.first - 1) and not relative:
        return None, i  # `في مقابلة بثتها قناة X، ليل السبت، نفى وزير النقل`
    if found is not None and found.last > found.first and not relative:
        told = any(fits_phrase(scene, hit.row, found) for hit in scene.forms[i])
        found = found if told else _whole_clause(scene, i, first, stop) or not_within(scene, i, first, found)
    if found is not None:
        found = _all_of(scene, i, found, lo, p) if relative or aside else found
        return (found, found.first) if found.last > found.first else (None, i)
    whole = None if relative else _whole_clause(scene, i, first, stop)
    if whole is not None:
        return whole, whole.first
    clause = many_before(scene, lo, p) if scene.text(p) == "الذين" else with_clause(scene, i, lo)
    clause = clause or with_members(scene, i, lo)
    return (clause, clause.first) if clause else (None, i)


def _all_of(scene: Scene, i: int, found: Place, lo: int, p: int) -> Place:
    """Before a relative at p, or an aside, of whom it tells, with his name."""
    many = scene.text(p) in {"الذين", "والذين"}
    if scene.text(p) in {"التي", "والتي"}:
        return with_name(scene, nearest(scene, i, found))
    if scene.text(p) in {"الذي", "والذي"}:
        return with_name(scene, met_last(scene, found))
    return with_name(scene, many_told_of(scene, i, found, lo, p) if many else found)


def _nobody_knows(scene: Scene, i: int, lo: int) -> Place | None:
    """`لافوران يقول: «…»`: a word that no list has, alone between a clause's beginning, its verb and what it opens."""
    k = i - 1
    if k < lo or not (k == lo or scene.text(k - 1) in "،,*•-") or scene.text(i)[:1] not in "يت":
        return None
    if not (is_that(scene, i + 1) or scene.text(i + 1) in {":", *OPENING}):
        return None
    word = scene.text(k)
    if word in {"سائل", "سائله"}:
        return Place(k, i)  # `سائل يقول: …`
    hung = word[0] in "كلب" and everyday(word[1:])
    if len(word) < 5 or word[0] in "وف" or word.endswith(("ا", "ه")) or hung:
        return None
    return Place(k, i) if unheard_of(scene, k) else None


def _said_before(scene: Scene, i: int, lo: int) -> tuple[Place, int] | None:
    """`سبق للوزير أن أكد`, `أحدهما أكد أن …، والثاني نفى`, `أما الوزير فأكد`: who said it, and where that begins."""
    topic = _topic(scene, i, lo)
    if topic is not None:
        return topic, topic.first
    if scene.text(i - 1) == ")":  # `(الفجر) أوضحت أن`
        opens = next((j for j in range(i - 3, max(lo - 1, i - 8), -1) if scene.text(j) == "("), lo)
        alone = bracketed(scene, opens) if opens == lo or scene.text(opens - 1) in _AHEAD else None
        return (alone, opens) if alone is not None and alone.last == i - 1 else None
    met = met_before(scene, lo, i)
    if met is not None and noun_phrase(scene, met, i) == i:
        return Place(met, i), met
    if scene.text(i - 1) in AND_OTHERS and scene.text(i - 2) in COMMAS:
        return Place(i - 1, i), i - 1
    if scene.text(i - 1) != "ان":
        return None
    at = next((j for j in range(i - 2, max(lo - 1, i - 12), -1) if without_and(scene.text(j)) == "سبق"), None)
    if at is None or scene.text(at + 1)[:1] != "ل":
        return None
    whole = noun_phrase(scene, at + 1, i - 1, hung=True) == i - 1
    return (Place(at + 1, i - 1), at) if whole and scene.text(at + 1) not in {"له", "لها", "لهم"} else None


def _had_said(scene: Scene, i: int, lo: int) -> Place | None:
    """`وكانت الوزارة قد أعلنت`: the subject behind `كان`; an empty place where nobody speaks, None without `كان`."""
    p = i - 1
    bound = next((j + 1 for j in range(p, max(lo - 1, p - 30), -1) if scene.text(j) in _WAS), None)
    if bound is None or bound >= p + 1:
        return None
    told = p if scene.text(p) == "قد" else p + 1
    end = noun_phrase(scene, bound, told)
    if end == told == p + 1 and scene.text(bound - 2).removeprefix("و") in _IFS:
        return Place(i, i)  # `إذا كان الطرف الآخر يعتقد أن`: nobody has said so
    opens = bound - 1 == lo or scene.text(bound - 2) in COMMAS or scene.text(bound - 1)[0] == "و"
    predicate = scene.written(bound).endswith(("اً", "ًا", "ا")) or only_verb(scene, bound)
    had = any(hit.row["class"] == "perfect" for hit in scene.forms[i]) or is_that(scene, i + 1)
    told_of = can_speak(scene, bound, end) or (opens and not predicate and had)
    if end == told and not told_of and not had:
        return Place(i, i)  # `كانت النسبة تشير إلى هبوط`: nobody speaks
    if end > bound and told_of and (end == told or (end == told - 1 and scene.text(end) in COMMAS)):
        return Place(bound, end)
    return None


def _whole_clause(scene: Scene, i: int, first: int, stop: int) -> Place | None:
    """`أحزاب المعارضة المنتمية إلى تحالف X اعتبرت`: all that stands from a clause's head to its verb, prepositions
    and all, where the head alone agrees with the verb."""
    s = skip_connectives(scene, first, stop)
    s += scene.text(s) in _BECAME  # `صار المنتظرون عند المخابز يقولون`
    if s >= stop or not (scene.heads.get(s) or many_so(scene.text(s))) or noun_phrase(scene, s, stop) == s:
        return None
    reaches = noun_phrase(scene, s, stop, hung=True) == stop or _hung_to(scene, s, stop)
    told = any(fits_phrase(scene, hit.row, Place(s, stop)) for hit in scene.forms[i])
    return Place(s, stop) if reaches and told and can_speak(scene, s, stop) else None


def _hung_to(scene: Scene, s: int, stop: int) -> bool:
    """Whether a phrase, a preposition behind it and that one's phrase fill [s, stop)."""
    end = noun_phrase(scene, s, stop)
    return (
        s < end < stop
        and role(scene.text(end)) in ("preposition", "place")
        and (noun_phrase(scene, end + 1, stop) == stop)
    )


def _about(scene: Scene, i: int, relative: int) -> bool:
    """`الساعة التي قالت عنها الشركة`, `الزيارة التي أكد خلالها`, `في الوقت الذي يطالب فيه`: of what is told of."""
    return scene.text(i + 1) in _ABOUT or scene.text(relative - 1) == "الوقت"


_ABOUT = frozenset("عنه عنها عنهم خلاله خلالها".split())
_WHEN = frozenset({"حين", "حينما", "عندما"})


def _whose_words(scene: Scene, relative: int, lo: int) -> Place | None:
    """`تصريحات المتحدث سليم الناجي، التي نفى فيها`: whose words a relative clause tells of."""
    stop = relative - (scene.text(relative - 1) in COMMAS)
    for i in range(stop - 2, max(lo - 1, stop - 12), -1):
        if i in scene.media or any(hit.row["kind"] == "document" for hit in scene.heads.get(i, ())):
            end = noun_phrase(scene, i + 1, stop)
            return Place(i + 1, end) if end == stop and can_speak(scene, i + 1, end) else None
    return None


def _of_another(scene: Scene, i: int, relative: int) -> bool:
    """`الأغنية التي أمر الملك بأن`: a verb of another gender, or with a name right behind it, has its own subject."""
    gender = "m" if scene.text(relative) in {"الذي", "والذي"} else "f"
    forms = [hit.row for hit in scene.forms[i] if hit.row["class"] in ("perfect", "imperfect")]
    named = i + 1 in scene.mentions and starts_phrase(scene, i + 1) and scene.mentions[i + 1][1].type != "OUTLET"
    single = scene.text(relative).endswith(("الذي", "التي"))
    return (single and all(row["gender"] != gender for row in forms)) or (
        named and not any(governs(ROWS[row["lemma"]]).hearer == "obj" for row in forms)
    )


def _relays(scene: Scene, i: int, relative: int) -> bool:
    """`صحيفة X، التي نقلت بدورها عن Y`: one link more for whoever quotes the newspaper."""
    from_whom = any(scene.text(j) == "عن" for j in range(i + 1, i + 4))
    return scene.text(relative - 1) in COMMAS and from_whom and any(h.row["lemma"] == "نقل" for h in scene.forms[i])


def _topic(scene: Scene, i: int, lo: int) -> Place | None:
    """`أما سلمى التي بقيت وحدها فتقول`, `وبالعودة إلى المصدر، فقد أنكر`: the phrase put in front of a verb with ف."""
    joined = scene.text(i)[:1] == "ف" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i])
    again = scene.text(i - 1) in COMMAS and without_and(scene.text(lo)) == "بالعوده"  # `وبالعودة إلى المصدر، قال`
    if not (joined or again or scene.text(i - 1) in _SO):
        return None
    if scene.text(i + 1) in {"عنه", "عنها", "عنهم"}:
        return None  # `أما الجبهة فتقول عنها`: what is spoken about
    for j in range(i - 1, max(lo - 1, i - 26), -1):
        if scene.text(j) in ".؛!؟":
            return None
        back = without_and(scene.text(j)) == "بالعوده" and scene.text(j + 1) == "الي"
        if scene.text(j) in {"اما", "واما"} or back:
            first = j + 1 + back
            end = noun_phrase(scene, first, i)
            if end == first or not can_speak(scene, first, end):
                return None
            last = speaker_end(scene, first, end, i)
            return Place(first, last) if not again or last == i - 1 else None
    return None


_SO = frozenset("فقد فهو فهي فانه فانها فانهم".split())


def before_quote(scene: Scene, i: int, lo: int) -> Place | None:
    """`الراوي يقول: «…»`, `لافوران قال: «…»`: the one unlisted word before the verb of a clause."""
    if i != lo + 1 or scene.text(i + 1) != ":" or i + 2 not in scene.quotations:
        return None
    word = scene.text(lo)
    plain = len(word) > 3 and word.isalpha() and not role(word) and lo not in scene.forms and verb(word) is None
    return Place(lo, i) if plain and not scene.written(lo).endswith(("ة", "اً", "ً", "ا")) else None
