"""A role without a name has its holder's name where the page's day leaves no doubt, and none elsewhere."""

from __future__ import annotations

import pytest

from musnad.holders import Office, holder, ministry, office
from musnad.rules import lexicon


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("الرئيس التركي", Office("president", "Turkey")),
        ("الرئيس التركى", Office("president", "Turkey")),
        ("رئيس تركيا", Office("president", "Turkey")),
        ("وزير الخارجية الروسي", Office("foreign minister", "Russia")),
        ("وزيرة خارجية ألمانيا", Office("foreign minister", "Germany")),
        ("رئيس وزراء العراق", Office("prime minister", "Iraq")),
        ("رئيسة الحكومة التونسية", Office("prime minister", "Tunisia")),
        ("العاهل الأردني", Office("king", "Jordan")),
        ("الأمين العام للأمم المتحدة", Office("secretary-general", "United Nations")),
        ("المبعوث الأممي إلى ليبيا", Office("special envoy for Libya", "United Nations")),
        ("نظيرها التركي", Office("counterpart", "Turkey")),
    ],
)
def test_a_role_names_an_office(role: str, found: Office) -> None:
    """With an adjective, in construction with the state's name, or as a whole; in any spelling."""
    assert office(role) == found


@pytest.mark.parametrize(
    "role",
    [
        "",
        "الرئيس",
        "الرئيس السابق",
        "الرئيس التركي السابق",
        "نائب الرئيس التركي",
        "مساعد وزير الخارجية الروسي",
        "وزير الخارجية",
        "الوزير التركي",
        "رئيس التركي",
        "الرئيس تركيا",
        "زوجة رئيس تركيا",
        "نظيره",
    ],
)
def test_a_role_with_a_word_more_or_less_is_another_role(role: str) -> None:
    """Former holders, deputies and spokesmen are not the holder; without a state nobody is meant."""
    assert office(role) is None
    assert holder(role, "2023-02-11") is None


@pytest.mark.parametrize(
    ("role", "published", "person"),
    [
        ("الرئيس الأمريكي", "2024-05-01", "Joe Biden"),
        ("الرئيس الأمريكي", "2024", "Joe Biden"),
        ("الرئيس الأمريكي", "2015-08-03", "Barack Obama"),
        ("الرئيس الأمريكي", "2025-01", None),  # two presidents in one month
        ("الرئيس الأمريكي", "2025-01-20", None),  # and on the day itself
        ("الرئيس الأمريكي", "2025-01-21", "Donald Trump"),
        ("الرئيس الأمريكي", "2999-01-01", None),  # the table was not looked at since
        ("الرئيس الأمريكي", "1850-01-01", None),
        ("الرئيس الأمريكي", None, None),
        ("الرئيس الأمريكي", "DCT-P1D", None),
        ("الرئيس الجزائري", "2019-06-15", None),  # between two holders
        ("وزير خارجية روسيا", "2021-06", "Sergey Lavrov"),
        ("رئيس آيسلندا", "2021-06", None),
    ],
)
def test_the_holder_is_told_where_the_day_leaves_one(role: str, published: str | None, person: str | None) -> None:
    """All through a day, month or year one person; else nobody."""
    assert holder(role, published) == person


@pytest.mark.parametrize(
    ("role", "published", "colleague", "person"),
    [
        ("نظيره التركي", "2023-02", "Sergey Lavrov", "Mevlüt Çavuşoğlu"),
        ("نظيره الروسي", "2023-02", "Recep Tayyip Erdoğan", "Vladimir Putin"),
        ("نظيره الروسي", "2023-02", None, None),
        ("نظيره الروسي", "2023-02", "Nobody Known", None),
        ("نظيره الروسي", "2023-02", "Vladimir Putin", None),  # nobody is his own counterpart
        ("نظيره التركي", "2005-02", "Barack Obama", None),  # in no office then
        ("نظيره التركي", "2023-06", "Sergey Lavrov", None),  # two in one month
    ],
)
def test_a_counterpart_has_the_same_office_of_another_state(
    role: str, published: str, colleague: str | None, person: str | None
) -> None:
    """The office is that which the person spoken of before held on the page's day."""
    assert holder(role, published, colleague) == person


def test_every_role_leads_to_an_office_that_somebody_held() -> None:
    """A role of offices.tsv whose office no row of holders.tsv has could never be resolved."""
    held = {row["office"] for row in lexicon("names/holders").rows} | {"counterpart"}
    organisations = {row["state"] for row in lexicon("names/holders").rows} | {""}
    for row in lexicon("names/offices").rows:
        assert row["office"] in held
        assert row["state"] in organisations


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("وزير الصحة السوري", "Syrian Ministry of Health"),
        ("وزيرة خارجية السويد", "Swedish Ministry of Foreign Affairs"),
        ("وزير الدفاع الأمريكي", "United States Department of Defense"),
        ("وزير الصحة", None),
        ("وزير السعادة الدائمة السوري", None),
    ],
)
def test_a_minister_has_his_ministry(role: str, name: str | None) -> None:
    """Where a table knows the portfolio and the state."""
    assert ministry(role) == name
