"""Where a quotation ends what is said: at its closing mark, or where somebody speaks again and nobody closed it."""

from __future__ import annotations

from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.contents.edges import back
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that
from musnad.verbs import verb

__all__ = ["act_before", "concluded", "other_half", "quote_closes", "said_again", "still_says", "within_words"]


def said_again(scene: Scene, first: int, later: list[Opening], hi: int) -> int:
    """`قال: «الفريق جاهز، وأضاف المدرب: «سنفوز»`: where somebody speaks again behind a quotation that nobody closed."""
    for other in later:
        if other.begins is None or other.edge <= first or not strong(scene, other.begins):
            continue
        named = other.source is not None and other.source.first > other.at and other.row["lemma"] in _SPEAKS
        again = other.way == "verb" and other.form.get("class") == "perfect" and scene.text(other.at)[:1] == "و"
        apart = scene.text(other.at - 1) in COMMAS or scene.written(other.at).endswith(("ًا", "اً"))
        his = other.way == "participle" and other.source is None and apart
        if his or (again and (named or other.row["lemma"] in CONTINUES)):
            return back(scene, other.edge)
    return hi


def act_before(scene: Scene, first: int, other: Opening) -> int | None:
    """`أكد أن السوق ستعود، مستعيدا فكرتها بالقول: «…»`, `، ودعا إخوانه بقوله: «…»`: where begins what somebody
    does with the words that follow."""
    if other.way != "noun" or other.source is not None or other.row["lemma"] != "القول" or other.begins is None:
        return None
    if scene.text(scene.index(other.begins)) not in OPENING or scene.text(other.at)[:1] != "ب":
        return None
    comma = next((j for j in range(other.at - 1, max(first, other.at - _ACT), -1) if scene.text(j) in COMMAS), None)
    if comma is None:
        return None
    word, found = scene.text(comma + 1), verb(scene.text(comma + 1))
    manner = word[:1] == "م" and len(word) > 4 and scene.written(comma + 1).endswith(("ا", "اً", "ةً", "ين"))
    did = word[:1] == "و" and found is not None and found.tense == "perfect" and not found.alike
    return comma if manner or did or finite(scene, comma + 1) else None


_ACT = 14  # words of such a clause
_SPEAKS = frozenset("قال أضاف تابع أوضح أكّد ذكر أشار بيّن صرّح".split())


def quote_closes(scene: Scene, first: int, comma: int) -> bool:
    """A closing mark before a comma, of words that were said, and of no name: `بين “سامر” و“نجم”، بينما`."""
    i = comma - 1
    if scene.text(i) not in CLOSING or not (scene.text(comma) in COMMAS or scene.text(comma) == "؛"):
        return False
    opened = next((k for k in range(i - 1, first - 1, -1) if k in scene.quotations), None)
    named = opened is not None and (opened + 1 in scene.mentions or scene.text(opened - 1) == "ل")
    return not (named and opened is not None and scene.quotations[opened][0].last == i + 1 and scene.is_name(opened))


def concluded(scene: Scene, last: int, i: int) -> bool:
    """`قال: «لا خير في علم»، فقد كان معلما`, `…»!، وبالتالي فإن`: at i, behind what was quoted up to token `last`, the
    page draws its own conclusion."""
    if scene.text(i) not in COMMAS or any(scene.text(j) not in {"!", "؟"} for j in range(last, i)):
        return False
    return scene.text(i + 1) in _SO or (scene.text(i + 1) == "كما" and verb(scene.text(i + 2)) is not None)


_SO = frozenset("فقد وبالتالي وبذلك وبهذا لذلك ولذلك لذا ولذا وهكذا فهل".split())


def other_half(scene: Scene, k: int) -> bool:
    """`العمال: «لن نعود»، والوزارة تلوح بالفصل`: in a headline, what is joined to the quotation that ends at k."""
    k += scene.text(k) in COMMAS
    return scene.is_title(scene.sentence_start(k)) and scene.text(k)[:1] == "و" and not is_that(scene, k)


def still_says(scene: Scene, main: Opening, opening: Opening) -> bool:
    """`يعتبر أن الشتاء أفضل، ومع ذلك يقول: «…»`: whoever holds a view in the present goes on in words of his own."""
    alike = all(main.form.get(key) == opening.form.get(key) for key in ("class", "gender", "number"))
    words = scene.text(opening.at + 1) == ":" and scene.text(opening.at + 2) in OPENING
    near = any(scene.text(k) in COMMAS for k in range(opening.at - 3, opening.at))
    return alike and words and near and opening.form.get("class") == "imperfect"


def within_words(scene: Scene, first: int, stop: int) -> bool:
    """`قالت هدى: «يرى المعلمون أن الفصول أصغر. والعدد يقل»`: what another says within her words ends at their stop."""
    within = (place for at, (place, _) in scene.quotations.items() if at < first and stop + 2 < place.last)
    return scene.text(stop) in _STOPS and next(within, None) is not None


_STOPS = frozenset({".", "!", "؟"})
