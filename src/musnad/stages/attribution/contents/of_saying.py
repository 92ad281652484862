"""When and how something was said, behind what was said: `، وذلك في ختام زيارته`, `، في أول خطاب له`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import is_that, next_comma
from musnad.stages.attribution.transmitters.outlets import outlet_at

__all__ = ["GLOSSES", "of_the_saying", "said_on", "told_there"]

GLOSSES = frozenset("اشاره تلميح تهديد تحذير".split())
_FIRST_WORDS = frozenset("خطاب تصريح تصريحات ظهور تعليق رد موقف بيان كلمه حديث".split())


def of_the_saying(scene: Scene, i: int) -> bool:
    """`، في اعتراف نادر`, `، في أول خطاب له`, `، في مقابلة مع قناة X.`: what kind of saying it was."""
    word, ahead = scene.text(i), scene.text(i + 1)
    end = scene.sentence_end(i)
    with_one = ahead in _WITH or outlet_at(scene, i + 1, end) is not None
    comma = next_comma(scene, i, end)
    goes_on = any(hit.row["class"] == "perfect" for hit in scene.forms.get(comma + 1, ()))  # `، وأضاف`
    if word in _INTERVIEWS and with_one and (comma == end or goes_on):
        return True
    return word in {"اعتراف", "رد", "انتقاد"} or (word in {"اول", "احدث", "اخر"} and ahead in _FIRST_WORDS)


def told_there(scene: Scene, i: int) -> bool:
    """`، في تغريدة على حسابه.`, `، خلال مؤتمر صحافي عقده أمس.`, `، عبر منصة X.`: where it was told, and no more."""
    if not _medium(scene, i):
        return False
    end = scene.sentence_end(i)
    comma = next_comma(scene, i, end)
    goes_on = any(hit.row["class"] in ("perfect", "participle") for hit in scene.forms.get(comma + 1, ()))
    further = any(is_that(scene, k) or scene.text(k) in _TO_COME for k in range(i, comma))
    return comma - i <= _LONGEST and (comma == end or goes_on) and not further


def _medium(scene: Scene, i: int) -> bool:
    word, ahead = scene.text(i), scene.text(i + 1)
    if word in {"ردا", "تعليقا", "تعقيبا"}:
        return ahead == "علي" and (word != "ردا" or scene.text(i + 2) in _ASKED)
    if word in {"عبر", "علي"}:
        return scene.media.get(i + 1, ()) != () and scene.media[i + 1][0].row["kind"] == "channel"
    if word not in {"في", "خلال"} or i + 1 not in scene.media:
        return False
    press = scene.text(i + 2) in _PRESS
    return press or ahead in _TEXTS or (ahead in _MINE and scene.written(i + 1).endswith(("ه", "ها", "هم")))


_TO_COME = frozenset("غدا غد المقبل المقبله القادم القادمه".split())
_LONGEST = 14  # words of where something was told
_ASKED = frozenset("سؤال سوال اسئله استفسار استفسارات".split())
_PRESS = frozenset("صحفي صحافي صحفيه صحافيه تلفزيوني تلفزيونيه متلفز متلفزه اذاعي اذاعيه مصور مصوره".split())
_TEXTS = frozenset(
    "بيان بلاغ تغريده تغريدات تدوينه تدوينات منشور منشورات تصريح تصريحات مقال مقاله رساله خطاب كلمه مداخله فيديو "
    "مقطع تسجيل خطبه برنامج مقابله حوار".split()
)
_MINE = frozenset(
    "بيانه بيانها كلمته كلمتها خطابه خطابها تصريحه تصريحها رده ردها كتابه كتابها مقاله مقالها خطبته رسالته "
    "مداخلته مداخلتها مذكراته مذكراتها مدونته مدونتها حسابه حسابها صفحته صفحتها لقائه لقائها استقباله "
    "حديثه حديثها".split()
)
_INTERVIEWS = frozenset("مقابله حوار حديث تصريح تصريحات مداخله".split())
_WITH = frozenset("مع الي ل له لها صحفي صحافي هاتفي هاتفيه تلفزيوني تلفزيونيه اذاعي اذاعيه خاص خاصه مقتضب".split())


def said_on(scene: Scene, i: int) -> bool:
    """`، وذلك خلال مؤتمر صحفي`, `، وذلك في ختام زيارته`: of the saying; `، وذلك في عام 1977` is of what was said."""
    word = scene.text(i)
    ahead = scene.text(i + 1)
    if ahead in _MEETINGS and any(scene.text(k) in {"عقد", "جري", "انعقد"} for k in range(i + 2, i + 5)):
        return False  # `، وذلك خلال اجتماع سري عقد في المنارة`: of what was done there
    margin = (word == "علي" and ahead == "هامش") or (
        word == "في" and ahead in {"ختام", "مستهل"} and _talks(scene, i + 2)
    )
    reply = word == "في" and ahead in {"سياق", "معرض"} and _in_reply(scene, i + 2)
    held = i + 1 in scene.media or ahead in GLOSSES or (word != "في" and ahead in _MEETINGS)
    return margin or reply or word in {"ردا", "تعقيبا", "تعليقا"} or (word in _DURING and held)


_DURING = frozenset("خلال في عقب قبيل عبر لدي اثناء".split())


def _talks(scene: Scene, i: int) -> bool:
    """`في ختام زيارته`, `في ختام "حوار استراتيجي"`; a campaign (`في ختام حملة تفتيشية`) is of what was done."""
    i += scene.text(i) in OPENING or scene.text(i) == "("
    return i in scene.media or scene.text(i) in _MEETINGS or scene.text(i).removeprefix("ال") in _TALKS


_TALKS = frozenset("حوار محادثات مباحثات مشاورات مفاوضات اجتماعات لقاءات قمه مؤتمر زياره جوله منتدي".split())


def _in_reply(scene: Scene, i: int) -> bool:
    """`في سياق تعليقه على`, `في معرض ردها على`"""
    return scene.text(i) in _REPLIES and scene.text(i + 1) == "علي"


_REPLIES = frozenset("تعليقه تعليقها رده ردها ردهم تعقيبه تعقيبها حديثه حديثها جوابه اجابته".split())
_MEETINGS = frozenset(
    "اجتماع اجتماعه اجتماعها الاجتماع لقاء لقائه لقائها اللقاء استقباله جلسه الجلسه محاكمه بدء ختام افتتاح افتتاحه "
    "زيارته جولته ندوه حفل كلمته رده حضوره رعايته ترؤسه مشاركته محاضره امسيه".split()
)
