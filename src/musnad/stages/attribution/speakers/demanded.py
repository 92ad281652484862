"""Of whom something is demanded further on in a sentence: `حذرت النقابة من الغلاء، وطالبت الحكومة بوقف الضرائب`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.deeds import deed_at, with_lam
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import finite, is_that, role, with_ba

__all__ = ["called_on", "demanded_of", "unparted"]

_DEMANDS = ("طالب", "ناشد", "دعا", "حثّ", "حضّ")
_NOT_WHOM = frozenset("اخرون اخر اخرين الاخير الاخيره بعضهم كلاهما احدهم".split())


def demanded_of(scene: Scene, hit: Hit, source: Place) -> bool:
    """Whether who stands alone behind a verb of demanding, joined behind a comma, is addressed: the one who spoke
    before goes on. Somebody by his name, many in the nominative (`مواطنون`) and two phrases are who demands.

    Of 28 such clauses in annotated pages 26 go on so.
    """
    if hit.row["lemma"] not in _DEMANDS or scene.names_in(source, "PER"):
        return False
    word = scene.text(source.first)
    owned = source.last > source.first + 1 and scene.text(source.first + 1).startswith("ال")
    told = word.startswith("ال") or source.first in scene.mentions or owned
    nominative = word.endswith(("ون", "ان")) and source.first not in scene.mentions
    if _said_so(scene, hit) or (_authority(scene, source) and not _others_said(scene, hit)):
        return False
    further = (j for j in range(source.first + 1, source.last) if scene.text(j).startswith("ال"))
    two = any(scene.heads.get(j) and scene.text(j - 1).startswith("ال") for j in further)
    return told and not (nominative or two or word in _NOT_WHOM) and _demand_at(scene, source.last)


def _before(scene: Scene, hit: Hit) -> int | None:
    """The verb of saying before it in the sentence, of the same gender."""
    i = scene.index(hit.start)
    for j in range(i - 1, scene.sentence_start(i) - 1, -1):
        rows = [one.row for one in scene.forms.get(j, ()) if one.end == scene.tokens[j].end]
        if any(row["class"] == "perfect" and row["gender"] == hit.row["gender"] for row in rows):
            return j
    return None


def _said_so(scene: Scene, hit: Hit) -> bool:
    """`طالب الأهالي بجسر، وطالب المجلس بميزانية`: the same verb again, of another."""
    j = _before(scene, hit)
    return j is not None and any(one.row["lemma"] == hit.row["lemma"] for one in scene.forms.get(j, ()))


def _authority(scene: Scene, source: Place) -> bool:
    found = head(scene, source)
    return found is not None and found.row["kind"] in ("state", "official_body")


def _others_said(scene: Scene, hit: Hit) -> bool:
    """Whether no authority is the subject behind the verb before: one does not call on another at once."""
    j = _before(scene, hit)
    if j is None or not starts_phrase(scene, j + 1):
        return True
    stop = scene.index(hit.start)
    return not _authority(scene, Place(j + 1, max(j + 2, noun_phrase(scene, j + 1, stop, frozenset({"obj"})))))


def _demand_at(scene: Scene, k: int) -> bool:
    """Whether what is demanded begins at token k: `ب`, `إلى`, `على`, a deed, أن."""
    governed = with_ba(scene, k) or (role(scene.text(k)) == "preposition" and scene.text(k) not in {"في", "من"})
    bare = scene.text(k).startswith("ال") and not scene.heads.get(k) and k not in scene.mentions  # `ناشد X التدخل`
    return governed or bare or is_that(scene, k) or deed_at(scene, k) is not None or scene.text(k) == "عدم"


def called_on(scene: Scene, k: int, end: int, lemma: str) -> int:
    """Where whom a verb calls on ends before what he is called on to do: `ودعا هذه البلدان للتعاون مع`.

    What a body is for (`الهيئة العامة للاستثمار`) is part of its name.
    """
    if lemma not in _DEMANDS or lemma == "طالب":
        return end
    found = head(scene, Place(k, end))
    others = scene.text(k)[:2] == "هذ" or scene.text(k) in {"هؤلاء", "الجميع", "المجتمع", "الاطراف"}
    if not others and (found is None or found.row["kind"] not in ("public", "state")):
        return end
    return next((j for j in range(k + 1, end) if with_lam(scene, j)), end)


def unparted(scene: Scene, i: int, row: Mapping[str, str]) -> bool:
    """Whether the participle at i goes on with what a speaker says, and no comma parts it: `مطالبا الاتحاد بإيقافه`,
    `لمعرفة ما جرى مشيرة إلى أن`; but `مصادر مشيرة إلى أن`."""
    return _calls_on(scene, i, row) or _of_hers(scene, i)


def _of_hers(scene: Scene, i: int) -> bool:
    """`إنها تحقق في ما جرى مشيرة إلى أن`: behind a definite noun, a verb or a pronoun, with its clause."""
    before = scene.text(i - 1)
    whole = before.startswith("ال") or finite(scene, i - 1) or before in {"اليه", "اليها", "عليه", "عليها", "به", "بها"}
    whole = whole or scene.text(i - 2) in {"ما", "فيما", "عما", "مما"}
    clause = scene.text(i + 1) in {"الي", "علي"} and is_that(scene, i + 2)
    return whole and clause and scene.written(i).endswith(("ة", "ةً"))


def _calls_on(scene: Scene, i: int, row: Mapping[str, str]) -> bool:
    """`شن هجوما على الحكم مطالبا الاتحاد بإيقافه`: whom a participle calls on, and to what; but `خرجوا داعين الله`."""
    if row["hearer"] != "obj" or not scene.text(i).endswith("ا") or not scene.text(i + 1).startswith("ال"):
        return False
    god = scene.text(i + 1) in {"الله", "المولي", "الباري"}
    return not god and any(with_ba(scene, j) or scene.text(j) in {"الي", "علي"} for j in range(i + 2, i + 6))
