"""Bodies, states and outlets: their kind, and their entity by the name that the phrase has or whose they are."""

from __future__ import annotations

from musnad.doc import Hit, Mention
from musnad.stages.attribution.nouns.heads import (
    without_clause,
    without_parent,
)
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.transmitters.crowds import a_law
from musnad.stages.attribution.transmitters.unlisted import nation, own_name

__all__ = ["body", "within"]


def body(scene: Scene, place: Place, found: Hit, kind: str) -> tuple[str, str | None]:
    """A body, a state or an outlet: its kind, and its entity by the name that the phrase has or the nation it is of."""
    own = without_parent(scene, without_clause(scene, place))
    named = scene.names_in(own, "ORG", "OUTLET", "GPE")
    where, covering = next(((p, m) for p, m in named if m.type != "GPE" or kind == "state"), (own, None))
    if kind == "state" and found.row["form"] == "نظام|نظاما" and a_law(scene, place):
        return "document", None
    if kind == "state":
        land = nation(scene, place)
        government = land and found.row["form"] == "حكومة"
        return kind, f"Government of {land}" if government else land or (covering.entity if covering else None)
    if covering is None:
        return "organization" if _runs(scene, found) else _of_whose(scene, place, found, kind), own_name(scene, own)
    alike = scene.names_in(own, covering.type)[1:]
    joint = [m.entity for where, m in alike if scene.text(where.first)[:1] == "و"]
    if joint and (covering.type == "ORG" or found.row["number"] == "two"):  # `صحيفتا «المرفأ» و«الضفة»`
        return kind, "; ".join(dict.fromkeys((covering.entity, *joint)))  # `وزارة النقل وبلدية المنارة`
    entity = _whole(scene, covering)
    if kind == "agency" and covering.type == "ORG":  # `وكالة الطاقة الدولية`
        return covering.kind or "organization", entity
    of, i = found.row["form"].split("|")[0], scene.index(found.start)
    board = of == "إدارة" or scene.text(i + 1) == "اداره"
    if board and covering.kind is None and not entity.isascii():
        return "organization", entity  # `إدارة «الصقر»`, `مجلس إدارة «نسمة»`
    if of == "مجلس" and covering.kind is None and _of_company(scene, place, where):
        return "organization", entity
    whole = within(scene, place, found)
    of_another = whole is None and covering.kind is not None and of in _OF_ANOTHER
    if not of_another and (kind == "agency" or not entity.isascii()):
        return kind, entity
    office = kind == "official_body" and covering.kind == "state"  # `المكتب الإعلامي لحكومة الوحدة`
    return (kind if office else covering.kind or kind), entity


def _runs(scene: Scene, found: Hit) -> bool:
    """`إدارة المستشفى`, `مجلس إدارة الشركة`, `المكتب السياسي للحزب`: whether a body is a part of an organization."""
    if found.row["form"].split("|")[0] not in _OF_ANOTHER:
        return False
    i = scene.index(found.start) + 1
    i += scene.text(i) == "اداره" or (scene.text(i).startswith("ال") and scene.text(i + 1)[:1] == "ل")
    quoted = scene.is_name(i) and scene.text(i - 1) == "اداره"  # `إدارة «الصقر»`
    return quoted or any(hit.row["kind"] == "organization" for hit in scene.heads.get(i, ()))


def _of_whose(scene: Scene, place: Place, found: Hit, kind: str) -> str:
    """`إدارة النادي` is the club's, `المركز الإعلامي للقوات المسلحة` the army's."""
    first = scene.index(found.start) + 1
    if found.row["form"].startswith("إدارة"):
        whose = first < place.last and any(hit.row["kind"] in _OWNERS for hit in scene.heads.get(first, ()))
        return "organization" if whose else kind
    served = (hit.row for i in range(first, place.last) if scene.text(i)[:2] == "لل" for hit in scene.heads.get(i, ()))
    press = kind == "organization" and scene.text(first).startswith(("الاعلام", "الصحف", "اعلام"))
    return "official_body" if press and any(row["kind"] in ("official_body", "state") for row in served) else kind


_OWNERS = ("organization", "outlet", "agency")


def _of_company(scene: Scene, place: Place, name: Place) -> bool:
    """`مجلس إدارة شركة المنارة`, `مجلس إدارة نادي الساحل`: whether the board's name is a company's or a club's."""
    near = range(max(name.first - 1, place.first + 1), name.first + 1)
    return any(hit.row["kind"] == "organization" for i in near for hit in scene.heads.get(i, ()))


# Bodies whose kind is that of what they are of.
_OF_ANOTHER = frozenset("إدارة مكتب قيادة رئاسة أمانة مجلس لجنة هيئة".split())


def within(scene: Scene, place: Place, found: Hit | None) -> Mention | None:
    """The body or outlet whose name the head noun is a part of."""
    if found is None:
        return None
    i = scene.index(found.start)
    return next((m for where, m in scene.names_in(place, "ORG", "OUTLET") if where.first <= i < where.last), None)


_SEATS = frozenset("ولايه محافظه اقليم مدينه بلديه منطقه دائره مقاطعه عماله".split())


def _whole(scene: Scene, mention: Mention) -> str:
    """A body's entity with its seat, where no reference names it and the page gives it once (`مديرية X لولاية Y`)."""
    if mention.entity.isascii():
        return mention.entity
    for place, other in scene.mentions.values():
        seat = scene.text(place.last)
        if other.entity == mention.entity and seat[:1] == "ل" and seat[1:] in _SEATS:
            return f"{mention.entity} {scene.written(place.last)} {scene.written(place.last + 1)}"
    return mention.entity
