"""What readers are told: every key in both languages, phrases with their blanks filled, dates as each writes them."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from string import Formatter

import pytest

from musnad.casefile.verdicts import KINDS
from musnad.entry import STANCES, STATUSES
from musnad.links.claims.grade import KINDS as GRADED
from musnad.web.highlight import LAYERS
from musnad.wording import LANGUAGES, Phrase, Tongue, phrase, words
from tests.gate.readings import ROOT

SOURCE = ROOT / "src" / "musnad"
FILES = sorted(item.name for item in files("musnad.wording").iterdir() if item.name.endswith(".toml"))


def code() -> str:
    """All modules and templates, in which keys are named."""
    paths = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def blanks(text: str) -> list[tuple[str, str | None]]:
    return sorted((name, kind) for _, name, kind, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_both_languages_with_the_same_blanks(name: str) -> None:
    """Keys are sorted; what is Arabic has Arabic letters, what is English has none."""
    known = tomllib.loads((files("musnad.wording") / name).read_text(encoding="utf-8"))
    assert list(known) == sorted(known)
    for key, texts in known.items():
        assert set(texts) == set(LANGUAGES), key
        assert all(text.strip(" ") for text in texts.values()), key
        assert blanks(texts["ar"]) == blanks(texts["en"]), key
        signs = re.compile("[\u0621-\u064a]")
        bare = {language: re.sub(r"{.*?}", "", text) for language, text in texts.items()}
        if key != "app.other_language" and re.search(r"\w", bare["en"]):
            assert signs.search(bare["ar"]), key
            assert not signs.search(bare["en"]), key


def test_no_key_stands_in_two_files() -> None:
    """One would hide the other."""
    every = [
        key for name in FILES for key in tomllib.loads((files("musnad.wording") / name).read_text(encoding="utf-8"))
    ]
    assert sorted(every) == sorted(words())


def test_every_key_that_is_used_is_there_and_none_is_there_for_nothing() -> None:
    """Keys of closed sets are put together where they are used; all others stand in the code as they are."""
    text = code()
    used = set(re.findall(r"""\bt\(["']([\w.]+\w)["']""", text))
    assert used <= set(words())
    closed = {
        "stance", "status", "kind", "event", "level", "on", "outcome", "position", "copy", "mode", "month", "verdict",
        "layer", "order", "count", "about", "measured", "nav", "error", "timeline", "report", "grade",
        "fact", "field", "furniture", "mark", "name", "positions", "sentence", "set", "state", "time",
    }  # fmt: skip
    assert not [key for key in words() if key.split(".")[0] not in closed and f'{key}"' not in text.replace("'", '"')]


def test_every_kind_of_label_that_is_used_is_worded() -> None:
    """A label without a word is told as the program writes it, so a kind that is misspelt would be seen by readers."""
    used = set(re.findall(r"""\.label\(["'](\w+)["'],""", code()))
    assert used
    assert not used - {key.split(".")[0] for key in words()}


def test_every_closed_set_is_worded_whole() -> None:
    """A value without a word would be shown as the program writes it."""
    closed = {"stance": STANCES, "status": STATUSES, "verdict": KINDS, "layer": LAYERS, "grade": GRADED}
    assert {f"{kind}.{value}" for kind, values in closed.items() for value in values} <= set(words())


def test_every_phrase_of_the_findings_is_worded_and_its_blanks_are_filled() -> None:
    """As many values as there are blanks; what a blank is filled with is known."""
    calls = re.findall(r'phrase\(\s*"([\w.]+)"', code())
    assert len(calls) > 30
    assert set(calls) <= set(words())
    kinds = {"", "date", "number", "page", "claim", "on"}
    for key, texts in words().items():
        assert {kind for name, kind in blanks(texts["en"]) if name.isdigit()} <= kinds, key


def test_a_phrase_is_told_in_the_language_that_is_read() -> None:
    """Dates, numbers and words of closed sets in that language; what pages and claims are called, as it is."""
    en, ar = Tongue("en"), Tongue("ar")
    told = phrase("copying.later", "002", "001", "2025-09-09", "2025-09")
    assert en.say(told) == "002 came out after 001 (9 September 2025; September 2025)"
    assert ar.say(told) == "نُشرت الصفحة 002 بعد الصفحة 001 (9 أيلول/سبتمبر 2025؛ أيلول/سبتمبر 2025)"
    assert en.say(phrase("grade.contradicted", "venue")) == "contradicted on: venue"
    assert ar.say(phrase("copying.words", 12639, 2, "a", "b")).endswith("12,639")
    assert [piece.kind for piece in en.pieces(told)] == ["page", None, "page", None, "date", None, "date", None]
    assert en.every((phrase("ended.none"), phrase("grade.document"))) == "no later page tells of it; a document"
    assert en.say(None) == ""


def test_a_phrase_of_another_version_is_told_all_the_same() -> None:
    """By its key and what fills it."""
    assert Tongue("ar").say(Phrase("gone.key", ("001", "x"))) == "gone.key 001 x"


def test_dates_and_numbers_are_written_as_each_language_does() -> None:
    """As precise as they are known; what is more than a plain date or an interval of them stays as it is."""
    en, ar = Tongue("en"), Tongue("ar")
    assert (en.number(12639), ar.number(12639)) == ("12,639", "12,639")
    assert (en.date("2025-09-08"), ar.date("2025-09-08")) == ("8 September 2025", "8 أيلول/سبتمبر 2025")
    assert (en.date("2025"), ar.date("2025-09"), en.date(None)) == ("2025", "أيلول/سبتمبر 2025", "no date")
    assert en.date("2025-09-08/2025-09-08") == "8 September 2025"
    assert (en.date("2025-09-08/.."), ar.date("../2025")) == ("from 8 September 2025", "حتى 2025")
    assert (en.date("2025-09~"), en.date("DCT-P1D")) == ("2025-09~", "DCT-P1D")
    assert (en.date("2025-09-08T14:30"), ar.date("2025-09-08T14:30")) == (
        "8 September 2025, 14:30",
        "8 أيلول/سبتمبر 2025، 14:30",
    )
    assert ar.moment("2026-11-24T03:30:01+00:00") == "24 تشرين الثاني/نوفمبر 2026، 03:30 UTC"
