"""What is said to whom a page is written for: `إذا اكتشفت أنك وحيد، تأكد أن`, `تخجل من نفسك وتشعر بأنه عار`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.page.scene import Scene

__all__ = ["of_reader", "to_reader"]


def to_reader(scene: Scene, i: int) -> bool:
    """`إذا اكتشفت أنك وحيد، تأكد أن`: the writer bids whom he writes for."""
    return any(scene.text(j) in _YOU for j in range(scene.sentence_start(i), min(scene.sentence_end(i), i + 12)))


def of_reader(scene: Scene, i: int, way: str, row: Mapping[str, str]) -> bool:
    """`تخجل من نفسك وتشعر بأنه عار`: what goes on in whom the writer writes for."""
    yours = row["statement"] == "mind" and way == "imperfect" and scene.text(i).lstrip("وف")[:1] == "ت"
    return yours and to_reader(scene, i)


_YOU = frozenset(
    "انت انك بانك لانك كانك عليك لك بك معك منك اليك فيك عنك نفسك قلبك حياتك عملك وقتك غدك يومك مثلك وحدك عزيزي "
    "عزيزتي حولك حولكم عليكم لكم انكم".split()
)
