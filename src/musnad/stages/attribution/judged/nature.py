"""What no one has in hand: weather, prices, growth."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene

__all__ = ["MOVES", "of_nature"]

_NATURE = tuple(
    "امطار طقس حراره درجات رياح ثلوج عاصفه سيول موجه جفاف ازمه اسعار سعر طلب نمو تضخم سهم اسهم سوق اسواق ذهب نفط خام"
    " عمله ليره دولار يورو دينار بورصه مؤشر كتله منخفض مرتفع ضباب غبار سماء سحب صقيع اجواء حرائق حرب معاناه"
    " نزوح ظاهره تطور احترار وباء نيران حريق هزات فيضان اعصار زلزال".split()
)


def of_nature(scene: Scene, first: int) -> bool:
    """What no one has in hand: weather, prices, growth."""
    if scene.text(first) in MOVES and scene.text(first + 1).removeprefix("ال").startswith(_NATURE):
        return True
    return scene.text(first).removeprefix("ال").startswith(_NATURE)


MOVES = frozenset("حركه سرعه كثافه".split())  # `حركة الرياح`
