"""Who acts within a content: `قال المصدر إن الهيئة تسلمت الملف وطلبت وثائق` has the body ask, and not the source."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.stages.attribution.contents.voice import TURNS
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.nouns.modifiers import unnamed
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.stages.attribution.speakers.actors import actor
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.stages.attribution.transmitters.outlets import is_outlet
from musnad.verbs import verb

__all__ = [
    "ACTS",
    "actor_within",
    "coordinated",
    "informant",
    "named_inside",
    "one_of_them",
    "reason",
    "speaks_up",
    "unlike",
]

ACTS = frozenset("demands refuses promises denies".split())  # stances of what is done to somebody by words


_THREATENS = ("هدّد", "توعّد", "لوّح")


def actor_within(scene: Scene, main: Opening, opening: Opening) -> Place | None:
    """The subject of the clause, inside the content of `main`, that a verb without a subject goes on with."""
    acts = opening.row["stance"] in ACTS or opening.row["lemma"] in _THREATENS or _of_another(scene, main, opening)
    if opening.source is not None or opening.way != "verb" or not acts or main.begins is None:
        return None
    first = scene.index(main.begins)
    clause = next((i + 1 for i in range(opening.at - 1, first, -1) if _begins(scene, i)), first)
    found = actor(scene, clause, opening.at)
    if found is None and clause > first:  # `، وأنها طلبت مهلة`: of whom the clause before told
        found = actor(scene, first, opening.at)
    return found if found and fits_phrase(scene, opening.form, found) else None


def _of_another(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`قال المصدر إن القوات دخلت القرية وكشفت عن مخبأ`: a past that its teller cannot do."""
    past = main.source is not None and opening.form.get("class") == "perfect" and main.begins is not None
    apart = scene.text(opening.at - 1) in COMMAS and opening.row["stance"] == "says"
    joined = past and scene.text(opening.at)[:1] == "و" and not apart
    if not joined or main.source is None or fits_phrase(scene, opening.form, main.source):
        return False
    return is_that(scene, scene.index(main.begins or 0) - 1)


def coordinated(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`قال الخبير إن التجار ينتظرون ويتوقعون ارتفاعا`: a second verb in the present, joined without a comma to one of
    the same person in the clause, has that one's subject."""
    at, word = opening.at, scene.text(opening.at)
    present = opening.form.get("class") == "imperfect" and main.form.get("class") != "imperfect"
    bare = opening.source is None and opening.way == "verb" and word[:1] == "و" and scene.text(at - 1) not in COMMAS
    if not (present and bare) or main.begins is None:
        return False
    first = scene.index(main.begins)
    for k in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if scene.text(k) in COMMAS or not is_that(scene, first - 1):
            return False
        found = verb(scene.text(k))
        if found is not None and found.tense == "imperfect" and not (found.alike or scene.in_name(k)):
            alike = scene.text(k).removeprefix("و")[:1] == word[1:2]
            return alike and scene.text(k).endswith("ون") == word.endswith("ون")
    return False


_NEAR = 10  # words between the two verbs


def one_of_them(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`يرى خبراء أن …، حيث قال سليم الناجي إن`, `بحسب سكان، …، فيما رجح أحدهم أن`: one of the many who were told of,
    and nobody they tell of."""
    ahead = scene.text(opening.edge - 1)
    if ahead not in {"حيث", "فيما", "بينما"} or main.source is None or opening.source is None:
        return False
    many = any(hit.row["kind"] in ("experts", "public", "anonymous") for hit in scene.heads.get(main.source.first, ()))
    among = scene.text(opening.source.first) in _AMONG
    return many and (among or (ahead == "حيث" and bool(scene.names_in(opening.source, "PER"))))


_AMONG = frozenset("احدهم احداهم احداهن بعضهم بعضهن".split())


def named_inside(scene: Scene, within: Iterable[Opening], main: Opening, opening: Opening) -> bool:
    """`بين الوزير أن المجلس نوه بالنتائج، وشدد المجلس على`: by its noun again whom the content has told of."""
    source = opening.source
    if opening.way != "verb" or source is None or source.last != source.first + 1 or source.first < opening.at:
        return False
    if scene.text(opening.at)[:1] != "و" or not scene.text(source.first).startswith("ال"):
        return False
    noun = scene.text(source.first).removeprefix("ال")
    theirs = (one.source for one in within if one.source is not None)
    inside = any(scene.text(place.first).removeprefix("ال") == noun for place in theirs)
    own = main.source is not None and any(scene.text(i).removeprefix("ال") == noun for i in range(*main.source))
    return inside and not own


def informant(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`قالت صحيفة X إن مصدرا في الحزب حذر من أن`, `يروي الكاتب أن مسؤولا أسرّ له بأن`: somebody unnamed who is the first
    that the content tells of, of whom an outlet has it, or who told it to whoever tells."""
    source = opening.source
    if main.begins is None or opening.begins is None or source is None or main.source is None:
        return False
    first = scene.index(main.begins)
    said = strong(scene, opening.begins) or (scene.text(first) in _SOURCES and opening.row["stance"] not in ACTS)
    if source.first != first or not is_that(scene, first - 1) or not said:
        return False
    indefinite = unnamed(scene, first) and not scene.text(first).startswith("ال")
    if not indefinite or scene.names_in(source, "PER") or opening.at < first or main.after or main.inner:
        return False
    to_him = opening.row["hearer"] == "obj" and scene.text(opening.at).endswith(("ها", "ه"))  # `أبلغه أن`
    words = range(opening.at + 1, scene.index(opening.begins))
    return is_outlet(scene, main.source.first) or to_him or any(scene.text(k) in _HIM for k in words)


_SOURCES = frozenset("مصدرا مصدرين مصادر".split())
_HIM = frozenset("له لها اليه اليها عبره عبرها لي".split())


def _begins(scene: Scene, i: int) -> bool:
    """أن, and that of `، إلا أن النقابة رفضت العرض`, with which a clause begins."""
    return is_that(scene, i) or (scene.text(i) == "ان" and scene.text(i - 1) in TURNS)


def unlike(main: Opening, opening: Opening) -> bool:
    """`أضافوا: «شركة الكهرباء … ورفضت»`: verbs without subjects of another gender or number."""
    first, second = main.form, opening.form
    told = all(form.get("person") == "3" and form.get("gender") in ("m", "f") for form in (first, second))
    return told and (first["gender"], first.get("number")) != (second["gender"], second.get("number"))


def speaks_up(scene: Scene, opening: Opening) -> bool:
    """`، غير أن الكاتب سامر نجم حذر من أن`: somebody says a thing, and no party acts, and no report tells."""
    assert opening.source is not None
    if opening.row["stance"] in ACTS - {"denies"} or opening.begins is None:
        return False
    papers = any(hit.row["kind"] in ("document", "media_reports") for hit in scene.heads.get(opening.source.first, ()))
    return not papers and (strong(scene, opening.begins) or opening.row["stance"] == "denies")


def reason(scene: Scene, opening: Opening) -> bool:
    """`ترى أن الحزب سيفوز، وحجتها أن`: behind a comma, why the same one says so."""
    joined = scene.text(opening.at)[:1] == "و" and scene.text(opening.at - 1) in COMMAS
    return opening.row["lemma"] == "الحجة" and opening.source is None and joined
