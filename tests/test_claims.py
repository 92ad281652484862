"""Claims: what statements put forward the same content, whom they go back to, and where claims disagree.

Figures of the invented stories may only rise; what a story expects stands in its `expected.json`.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from bench import headlines as bench_headlines
from musnad.doc import Page
from musnad.links import link
from musnad.links.account import Account, account
from musnad.links.claims import headlines, pairs, words
from musnad.links.findings import Ref, Story
from musnad.pipeline import annotate
from musnad.wording import phrase
from tests import invented_stories as stories


@cache
def told(name: str) -> Story:
    return link(stories.load(name).pages)


def read(doc: str, text: str, outlet: str = "البلاغ", published: str = "2024-05-06") -> Account:
    return account(annotate(Page(doc, text, outlet, published, None)))


def joined(found: Story) -> set[frozenset[Ref]]:
    return {frozenset(pair) for claim in found.claims for pair in combinations(claim.members, 2)}


@pytest.mark.parametrize("name", stories.NAMES)
def test_every_statement_is_in_one_claim(name: str) -> None:
    """No statement is left out, none stands in two claims; ids are those of first members, and are in order."""
    pages, found = stories.load(name).pages, told(name).claims
    members = [ref for claim in found for ref in claim.members]
    assert sorted(members) == sorted(Ref(page.doc, said.number) for page in pages for said in page.sayings)
    assert [claim.id for claim in found] == [f"{claim.members[0].doc}.{claim.members[0].number}" for claim in found]
    for claim in found:
        assert sorted(ref for origin in claim.origins for ref in origin.members) == sorted(claim.members)
        assert [carrier.ref for carrier in claim.carriers] == list(claim.members)
        assert [grade.ref for grade in claim.grades] == list(claim.members)


@pytest.mark.parametrize("name", stories.NAMES)
def test_contradictions_are_between_two_claims(name: str) -> None:
    """A contradiction names two claims, each pair and facet once, and quotes words of both sides' pages."""
    ids = {claim.id: claim for claim in told(name).claims}
    seen = set()
    for one in told(name).contradictions:
        assert one.a != one.b
        assert (frozenset((one.a, one.b)), one.on) not in seen
        seen.add((frozenset((one.a, one.b)), one.on))
        assert one.here.doc in {ref.doc for ref in ids[one.a].members}
        assert one.there.doc in {ref.doc for ref in ids[one.b].members}
        assert one.here.start < one.here.end


def test_a_denial_is_a_claim_of_its_own() -> None:
    """What one page says and another denies are two claims that contradict each other on its occurrence."""
    pages = [
        read("a", "أعلنت شركة النسيج أن مصنع الزيتونة سيغلق أبوابه في حزيران/يونيو المقبل.", "البلاغ"),
        read("b", "نفى مدير الشركة سالم الورداني أن يغلق مصنع الزيتونة أبوابه.", "الشراع"),
    ]
    found = link(pages)
    assert [claim.denial for claim in found.claims] == [False, True]
    assert [one.on for one in found.contradictions] == ["occurrence"]


def test_a_number_is_compared() -> None:
    """Words that agree do not make one claim of two numbers of one thing."""
    pages = [
        read("a", "قالت بلدية السروال إن 41 منزلاً انهارت في الفيضان.", "البلاغ"),
        read("b", "قالت بلدية السروال إن 63 منزلاً انهارت في الفيضان.", "الشراع"),
    ]
    assert joined(link(pages)) == set()


def test_one_newspapers_report_is_one_origin() -> None:
    """Three pages that tell a newspaper's report have one origin; the page of the newspaper is where they had it."""
    pages = [
        read("a", "كشف مصدر في البلدية لـ«الشراع» أن سوق الحدادين سيهدم في تموز/يوليو المقبل.", "الشراع"),
        read("b", "ذكرت صحيفة «الشراع» أن سوق الحدادين سيهدم في تموز/يوليو المقبل.", "البلاغ"),
        read("c", "نقلت صحيفة «الشراع» عن مصدر في البلدية أن سوق الحدادين سيهدم في يوليوز المقبل.", "المنارة"),
    ]
    (claim,) = link(pages).claims
    assert len(claim.origins) == 1
    assert claim.outlets == ("الشراع", "البلاغ", "المنارة")
    assert [carrier.doc for carrier in claim.carriers] == [None, "a", "a"]
    assert claim.origins[0].reasons


def test_two_named_tellers_are_two_origins() -> None:
    """Who speaks in his own name is an origin of his own, whoever says the same."""
    pages = [
        read("a", "قال المهندس وائل الدرويش إن جسر الملاحة تصدع بعد العاصفة.", "الشراع"),
        read("b", "أكدت النائبة هناء السالمي أن جسر الملاحة تصدع بعد العاصفة.", "البلاغ"),
    ]
    (claim,) = link(pages).claims
    assert sorted(origin.name.values for origin in claim.origins) == [("هناء السالمي",), ("وائل الدرويش",)]
    assert {grade.information for grade in claim.grades} == {1}


def test_what_was_not_read_is_said() -> None:
    """A page that names an outlet whose own page is not at hand says so."""
    pages = [read("a", "ذكرت صحيفة «الوادي» أن سد المرجان سيفتح في آب/أغسطس المقبل.")]
    (claim,) = link(pages).claims
    assert phrase("unseen.outlet", "الوادي", "a") in claim.unseen


@pytest.mark.parametrize("name", stories.NAMES)
def test_pairs_that_are_not_opened_would_give_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What marks alone tell of a pair never says no where the contents would say yes."""
    before = told(name)
    for guess in ("may_be_one", "may_disagree", "may_be_heard"):
        monkeypatch.setattr(pairs, guess, lambda *_: True)
    assert link(stories.load(name).pages) == before


def test_no_statement_no_claim() -> None:
    """Pages without statements, and no pages at all, have no claims."""
    assert link([]) == Story()
    assert link([read("a", "الطقس جميل.")]) == Story()


# By story: F1 of pairs of statements, the share of claims with the right number of origins (with the copies that are
# found, not those that it has), contradictions found. They only rise.
FLOORS = {
    "airliner": (1.0, 1.0, 2),
    "ballot": (1.0, 1.0, 2),
    "bridge": (0.95, 1.0, 3),
    "captives": (0.9, 0.85, 3),
    "frontier": (0.85, 0.85, 4),
    "lender": (1.0, 1.0, 1),
    "outbreak": (0.95, 1.0, 2),
    "strike": (1.0, 1.0, 3),
    "striker": (0.85, 0.8, 4),
    "transfer": (1.0, 1.0, 2),
    "wards": (0.85, 1.0, 1),
}


@pytest.mark.parametrize("name", stories.NAMES)
def test_claims_of_a_story(name: str) -> None:
    """F1 of pairs of statements, among those that the story names, does not fall below its floor."""
    story = stories.load(name)
    named = {pair for pair in joined(told(name)) if pair <= story.claims.keys()}
    hit, gold = len(named & story.pairs()), len(story.pairs())
    assert 2 * hit / (gold + len(named)) >= FLOORS[name][0]


@pytest.mark.parametrize("name", stories.NAMES)
def test_origins_of_a_story(name: str) -> None:
    """The share of claims, of those found whole, with the right number of origins."""
    story = stories.load(name)
    found = {ref: claim for claim in told(name).claims for ref in claim.members}
    whole = [
        (claim, len(found[refs[0]].origins))
        for claim in story.origins
        if (refs := [ref for ref, name in story.claims.items() if name == claim])
        and all(found[ref] is found[refs[0]] for ref in refs)
    ]
    right = sum(story.origins[claim] == count for claim, count in whole)
    assert right >= FLOORS[name][1] * len(whole)


@pytest.mark.parametrize("name", stories.NAMES)
def test_contradictions_of_a_story(name: str) -> None:
    """As many of the expected contradictions are found as the floor says, and none that is not expected."""
    story = stories.load(name)
    named = {claim.id: {story.claims.get(ref) for ref in claim.members} - {None} for claim in told(name).claims}
    found = [
        {(frozenset((a, b)), one.on) for a in named[one.a] for b in named[one.b]} for one in told(name).contradictions
    ]
    assert all(pairs & story.contradictions for pairs in found)
    assert len(found) >= FLOORS[name][2]


def test_opposites_are_told() -> None:
    """Senses that the table sets against each other are opposites either way, and no others."""
    assert words.against("=increase", "=decrease")
    assert words.against("=decrease", "=increase")
    assert not words.against("=increase", "=increase")


def test_senses_of_the_table_have_opposites_in_it() -> None:
    """What a sense is set against is a sense of the table or stands for none yet; no form has two senses."""
    rows = list(words.rows("synonyms"))
    forms = [form for row in rows for form in row["form"].split("|")]
    assert len(forms) == len(set(forms))
    senses = {row["sense"] for row in rows}
    assert all(other in senses for row in rows for other in row["against"].split("|") if other)


HEADLINES = [
    ("نقابة المعلمين تعلن إضراباً مفتوحاً", "إضراب مفتوح لنقابة المعلمين", True),
    ("أسعار القمح ترتفع في الأسواق العالمية", "أسعار القمح تنخفض في الأسواق العالمية", False),
    ("الحكومة توافق على موازنة الصحة", "الحكومة لم توافق على موازنة الصحة", False),
    ("وفاة 12 شخصاً في حريق فندق بالميناء", "وفاة 31 شخصاً في حريق فندق بالميناء", False),
    ("وفاة 12 شخصاً في حريق فندق بالميناء", "حريق في فندق بالميناء ووفاة 12 شخصاً", True),
    ("مهرجان للتمور في واحة الصفصاف", "انقطاع الكهرباء عن ثلاثة أحياء", False),
]


@pytest.mark.parametrize(("one", "other", "agree"), HEADLINES)
def test_headlines_agree_or_not(one: str, other: str, agree: bool) -> None:
    """Two headlines are told apart by opposites, by `not`, by numbers and by their words; either order is the same."""
    lexis = headlines.vocabulary([text for pair in HEADLINES for text in pair[:2]])
    assert headlines.compare(one, other, lexis).agree is agree
    assert headlines.compare(other, one, lexis).agree is agree


def test_the_benchmark_counts_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints what is told right by stance and in all, beside the commoner stance; other stances are left out."""
    lines = [f"{one},{other},{'agree' if agree else 'disagree'}" for one, other, agree in HEADLINES]
    file = tmp_path / "pairs.csv"
    file.write_text("\n".join(["s1,s2,stance", *lines, "أ,ب,other"]) + "\n", encoding="utf-8")
    assert bench_headlines.main([str(file)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["agree", "2", "of", "2"]
    assert out[1].split() == ["disagree", "4", "of", "4"]
    assert out[2].endswith("commoner stance alone 0.667")


def test_one_deed_of_two_is_a_contradiction_on_the_actor() -> None:
    """Who of two won what only one can win is no matter of wording."""
    pages = [
        read("a", "أعلنت لجنة التحكيم فوز الكاتب زاهر السيوفي بجائزة القلم الذهبي للرواية.", "البلاغ"),
        read("b", "أكدت وزارة الثقافة فوز الكاتبة لمياء الحداد بجائزة القلم الذهبي للرواية.", "الشراع"),
    ]
    found = link(pages)
    assert len(found.claims) == 2
    assert [one.on for one in found.contradictions] == ["actor"]


def against(*texts: str) -> list[str]:
    pages = [read(str(place), text, f"جريدة {place}") for place, text in enumerate(texts)]
    return [one.on for one in link(pages).contradictions]


def test_a_number_of_another_size_is_another_number() -> None:
    """Of one thing two numbers differ by little; what is many times as much is something else that is counted."""
    few = "قالت بلدية السروال إن 41 منزلاً انهارت في الفيضان."
    assert against(few, "قالت بلدية السروال إن 63 منزلاً انهارت في الفيضان.") == ["number"]
    assert against(few, "قالت بلدية السروال إن 9000 منزل انهارت في الفيضان.") == []


def test_what_is_called_untrue_is_no_assertion() -> None:
    """Two denials in other words do not contradict each other."""
    denial = "نفى مدير الشركة سالم الورداني أن يغلق مصنع الزيتونة أبوابه."
    assert against(denial, "أكد وزير الصناعة أن شائعات إغلاق مصنع الزيتونة أبوابه عارية من الصحة.") == []
