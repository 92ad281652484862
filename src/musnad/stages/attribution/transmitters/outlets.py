"""Outlets that something is said to or appears in: `لقناة X`, `مع إذاعة Y`, `في عمود بصحيفة Z`, `على شاشة X`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.issued import seen_end
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, role, with_ba

__all__ = [
    "NETWORKS",
    "PROGRAMMES",
    "SCREENS",
    "called",
    "favoured",
    "in_outlet",
    "is_outlet",
    "lam_phrase",
    "network",
    "outlet_at",
    "outlet_end",
]

# Where an article or an interview appears. A network or a platform is a channel and no teller.
_PRINTS = frozenset("صحيفة جريدة مجلة قناة إذاعة راديو تلفزيون فضائية وكالة يومية أسبوعية دورية".split())
_SAME = frozenset("الصحيفه الجريده المجله اليوميه العدد البرنامج الموقع القناه".split())
_ITSELF = frozenset("ذاتها نفسها عينها ذاته نفسه عينه".split())
SCREENS = frozenset("شاشه اثير هواء امواج موجات صفحات".split())


def in_outlet(scene: Scene, k: int, hi: int) -> Place | None:
    """`في مقال بصحيفة X`, `في عمود في جريدة X`, `في مداخلة على شاشة قناة X`: the outlet behind a medium."""
    first = k + (scene.text(k).removeprefix("و") in _THERE or scene.text(k) == "ففي")
    shown = scene.text(first) in SCREENS
    first += shown
    if first > k and _programme(scene, first, hi):
        return Place(first, scene.quotations[first + 1][0].last)
    if first > k and scene.text(first - 1) == "من":
        return None
    written_on = first == k and scene.text(k)[:1] == "ب"
    if first == k and not written_on:
        return None
    quoted = scene.text(first) in OPENING and scene.is_name(first)
    paper = quoted and (shown or bool(scene.nations.get(scene.quotations[first][0].last)))
    named = quoted and first > k and scene.text(first - 1) != "من"
    paper = paper or (named and (_known(scene, first + 1) or _writes(scene, k)))  # `كتب، في «الضفة» الصادرة أمس، أن`
    if (first in scene.mentions and scene.mentions[first][1].type == "OUTLET" and first not in scene.media) or paper:
        end = max(noun_phrase(scene, first, hi), first + 1)
        writer = next((j for j in range(first + 1, end) if _writer(scene, j)), end)
        return Place(first, writer)  # `في «الضفة» التركية`, `في واشنطن بوست`
    if first > k and scene.text(first) in _SAME and scene.text(first + 1) in _ITSELF:
        return Place(first, first + 2)  # `كتب في الصحيفة ذاتها`
    hits = [hit for hit in scene.heads.get(first, ()) if hit.row["form"].split("|")[0] in _PRINTS]
    if not any(hit.start == scene.tokens[first].start + written_on for hit in hits):
        return None
    end = outlet_end(scene, first, hi, hung=True)
    end = next((j for j in range(first + 1, end) if _writer(scene, j)), end)
    named = called(scene, Place(first, end)) or (scene.text(first + 1).startswith("ال") and _shown_by(scene, first))
    return Place(first, end) if end > first + 1 and named else None


def _shown_by(scene: Scene, first: int) -> bool:
    """`عبر قناة الجبل`, `في صحيفة الضفة`: a definite word behind an outlet's head is its name, but for an adjective."""
    return not scene.text(first).removeprefix("ب").startswith("ال") and first + 1 not in scene.nations


def outlet_end(scene: Scene, first: int, hi: int, *, hung: bool = False) -> int:
    """Where an outlet's words end: before what was denied there, and what the verb of saying governs (`لقناة X من`)."""
    end = noun_phrase(scene, first, hi, _TOLD, hung=hung)
    for j in range(first + 1, end):
        whole = scene.text(j - 1).startswith("ال") or scene.in_name(j - 1) or scene.text(j - 1) in CLOSING
        governed = scene.text(j) in _GOVERNED or (with_ba(scene, j) and j not in scene.mentions)
        if (whole and governed and not scene.in_name(j)) or scene.text(j) in _PROVIDED:
            return j
    while end > first and scene.text(end - 1) in CLOSING and scene.text(end) in _KINDS:
        end += 1  # `لقناة «المدار» الفضائية`
    return end


_KINDS = frozenset(
    "الفضائيه الاخباريه الاخباري الالكتروني الالكترونيه التلفزيونيه اليوميه الاسبوعيه الدوليه المحليه الرسميه".split()
)


_PROVIDED = frozenset("شريطه بشرط مشترطا مشترطه".split())
_GOVERNED = frozenset("من علي الي عن".split())


_THERE = frozenset("في علي عبر من".split())


PROGRAMMES = frozenset("برنامج برنامجه برنامجها بودكاست".split())


def _programme(scene: Scene, i: int, hi: int) -> bool:
    """`ردت من برنامج «X»: …`, `قال سليم الراوي في برنامج «X»`; of `في برنامج «X» على قناة Y` the channel tells."""
    if scene.text(i) not in PROGRAMMES or not scene.is_name(i + 1) or i - 2 in scene.heads:
        return False
    last = scene.quotations[i + 1][0].last if i + 1 in scene.quotations else hi
    return last < hi and not any(is_outlet(scene, k) for k in range(last, min(last + 5, hi)))


def network(scene: Scene, i: int) -> bool:
    """Whether a social network is named at token i: where one writes, but nobody who tells."""
    named = scene.mentions.get(i)
    return named is not None and named[1].entity in NETWORKS


def _writes(scene: Scene, k: int) -> bool:
    """`كتب سمير الراوي في «الضفة»`: where one writes is a paper."""
    near = range(max(scene.sentence_start(k), k - 9), k)
    if network(scene, k + 2):
        return False
    forms = (hit.row for i in near for hit in scene.forms.get(i, ()))
    return any(row["lemma"] == "كتب" and row["class"] in ("perfect", "imperfect") for row in forms)


NETWORKS = frozenset(
    ("Facebook", "Instagram", "LinkedIn", "Snapchat", "Telegram", "TikTok", "Twitter", "WhatsApp", "YouTube")
) | {"X (social network)", "Threads", "Viber"}


def _writer(scene: Scene, i: int) -> bool:
    """`كتب في صحيفة «الضفة» المحلل سامر الراوي أن`: where the outlet's words end and who writes begins."""
    if i in scene.mentions and scene.mentions[i][1].type == "PER" and scene.in_name(i - 1):
        return True  # `لوكالة رويترز سليم الناجي`
    person = any(hit.row["class"] in ("person", "experts") for hit in scene.heads.get(i, ()))
    return person and scene.text(i).startswith("ال") and scene.text(i - 1) not in OPENING and not scene.in_name(i)


def _known(scene: Scene, i: int) -> bool:
    """Whether an outlet's name stands in the quotation marks before token i; a network is no outlet that tells."""
    named = scene.mentions.get(i)
    return named is not None and named[1].type == "OUTLET" and named[1].entity not in NETWORKS


def called(scene: Scene, outlet: Place | None) -> bool:
    """Whether an outlet's phrase holds its name: `وكالة X`, `قناة الجبل`, `التلفزيون الرسمي`."""
    if outlet is None:
        return False
    if scene.names_in(outlet, "OUTLET", "ORG") or any(i in scene.quotations for i in range(*outlet)):
        return True
    after = scene.text(outlet.first + 1)
    whole = outlet.last > outlet.first + 1 and after.startswith("ال") and is_outlet(scene, outlet.first)
    return whole and (_shown_by(scene, outlet.first) or after in _PUBLIC | {"الوطنيه", "الوطني"})


def favoured(scene: Scene, k: int, hi: int) -> Place | None:
    """`في تصريح خص به «الضفة»`, `في حوار خصت به وكالة X`: the outlet that alone was told."""
    first = k + 2
    if scene.text(k) not in {"خص", "خصت"} or scene.text(k + 1) not in {"به", "بها"} or first >= hi:
        return None
    if first in scene.quotations and scene.is_name(first):
        return Place(first, scene.quotations[first][0].last)
    end = noun_phrase(scene, first, hi) if is_outlet(scene, first) else first
    return Place(first, end) if end > first else None


_PUBLIC = frozenset("الرسميه الرسمي الحكوميه الحكومي المحليه المحلي الخاصه الخاص".split())
_OF_MEDIA = frozenset("خاص خاصه رسمي رسميه صحفي صحفيه صحافي صحافيه اعلامي اعلاميه تلفزيونيه".split())


def lam_phrase(scene: Scene, k: int, hi: int) -> int:
    """`لمصدر دبلوماسي`, `للمصادر`, `لروسيا`: past the word with the lam, and what hangs on it."""
    text = scene.text(k)
    if not text.startswith("ل") or k in scene.times:
        return k
    if k in scene.mentions:
        last = scene.mentions[k][0].last
        return last + (scene.text(last) in _PUBLIC)  # `لوكالة الأنباء السورية الرسمية`
    rest = max(outlet_end(scene, k + 1, hi), seen_end(scene, k, k + 1, hi))
    following = scene.text(k + 1)
    if following == "(" and (shut := next((j for j in range(k + 3, k + 6) if scene.text(j) == ")"), 0)) < hi and shut:
        return shut + 1 + (scene.text(shut + 1).startswith("ال") and bool(scene.nations.get(shut + 1)))
    if following in _OF_MEDIA:  # `لقناة خاصة`
        rest = k + 2
    described = not following.startswith("ال") and scene.text(k + 2) == "من" and k + 1 not in scene.heads
    if (following[:1] == "ل" or described) and any(hit.row["kind"] == "document" for hit in scene.heads.get(k, ())):
        rest = max(
            rest, noun_phrase(scene, k, hi, _TOLD, hung=True)
        )  # `وفقا لتقرير لمنظمة X`, `لبيان مقتضب من الوزارة`
    defined = following.startswith("ال") or role(following) in ("relative", "demonstrative")
    defined = defined or following in {"باسم", "بلسان"}  # `وفقا للناطق باسم الجيش`
    if text.startswith("لل") and rest > k + 1 and not defined:
        return rest if k + 1 in scene.mentions or following in OPENING else k + 1
    return max(rest, k + 1)


def outlet_at(scene: Scene, k: int, hi: int) -> Place | None:
    """An outlet spoken to: `لـ«الشرفة»`, `لقناة X`, `مع إذاعة X`, `لرويترز`."""
    text = scene.text(k)
    first = k + 1 if text in {"ل", "مع", "الي"} else k if text.startswith("ل") and len(text) > 2 else None
    if first is not None and text in {"مع", "الي"} and _talks(scene, k):
        return Place(first, scene.quotations[first][0].last)
    if first is None or first >= hi or (text in {"مع", "الي"} and not is_outlet(scene, first)):
        return None
    if text == "ل" and scene.text(first) in OPENING and scene.is_name(first) and not _occasion(scene, k):
        return Place(first, scene.quotations[first][0].last)
    if not is_outlet(scene, first):
        return None
    end = max(outlet_end(scene, first, hi), lam_phrase(scene, first, hi) if first == k else first)
    end = next((j for j in range(first + 2, end) if _writer(scene, j)), end)  # `قال مع قناة X المدرب سامي الحلو`
    return Place(first, end) if end > first else None


_TOLD = frozenset({"obj"})  # `نفى لقناة «المدار» الأنباء المتداولة`: behind the outlet stands what was denied
_BROADCAST = frozenset("صحفي صحافي صحفيه صحافيه تلفزيوني تلفزيونيه متلفز متلفزه اذاعي اذاعيه هاتفي هاتفيه".split())


_ASKED = ("مقابلة", "حديث", "حوار", "تصريح", "اتصال", "مداخلة")


def _talks(scene: Scene, k: int) -> bool:
    """`لقاء تلفزيوني مع «الضفة»`, `اتصال مع «الضفة»`, where the page has an outlet of this quoted name before."""
    first = k + 1
    if scene.text(first) not in OPENING or not scene.is_name(first):
        return False
    j = k - 1
    while role(scene.text(j)) == "of media":
        j -= 1  # `في مقابلة خاصة مع «الضفة»`
    asked = any(hit.row["form"].split("|")[0] in _ASKED for hit in scene.media.get(j, ()))
    if scene.text(k - 1) in _BROADCAST | {"متحدثا", "متحدثه"} or (asked and scene.text(j - 1) in {"في", "خلال", "وفي"}):
        return True  # `في مقابلة مع «الضفة»`
    name = scene.doc.text(scene.quotations[first][1].inner)
    return any(
        i < first and scene.doc.text(quotation.inner) == name and is_outlet(scene, i - 1)
        for i, (_, quotation) in scene.quotations.items()
    )


# What is held for somebody named: `في المؤتمر الأول لـ«اتحاد الناشرين»`.
_OCCASIONS = frozenset("مؤتمر ملتقى منتدى ندوة ورشة حفل احتفال مهرجان فعالية اجتماع اجتماعات معرض جلسة".split())


def _occasion(scene: Scene, lam: int) -> bool:
    """Whether the words before a lam are an occasion of whoever is named behind it, who then is told nothing."""
    if lam + 2 in scene.mentions and scene.mentions[lam + 2][1].type == "OUTLET":
        return False
    if scene.text(lam - 1) in {"التنفيذي", "التنفيذيه"}:
        return True  # `الرئيس التنفيذي لـ«نسمة»`
    near = range(max(0, lam - 4), lam)
    last = next((i for i in reversed(near) if scene.text(i) in COMMAS or i in scene.media), None)
    return last is not None and any(
        hit.row["form"].split("|")[0].split()[0] in _OCCASIONS for hit in scene.media.get(last, ())
    )


def is_outlet(scene: Scene, i: int) -> bool:
    """Whether an outlet begins at token i, by its name or its head noun."""
    if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
        return True
    return any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(i, ()))
