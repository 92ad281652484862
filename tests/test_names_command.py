"""musnad names: what is known, what is added, what is taken over from elsewhere, and what is lacking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from musnad.namebook.spelling import key
from musnad.own import load
from tests.test_cli import DEMO, Ended, musnad


def found(done: Ended) -> list[list[str]]:
    """The cells of a plain table, without its head."""
    return [list(filter(None, line.split("  "))) for line in done.out.splitlines()[1:]]


def rows(path: Path) -> dict[str, tuple[str, str, str]]:
    return {row["form"]: (row["entity"], row["type"], row["kind"]) for row in load(path).lexicon().rows}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنقرة", "انقره"),
        ("القاهرة", "قاهرة"),
        ("غوغل", "جوجل"),
        ("غوغل", "قوقل"),
        ("إسطنبول", "استنبول"),
        ("مولود جاويش أوغلو", "مولود جاويش اوغلي"),
        ("داود أوغلو", "داوود أغلو"),
        ("طرابلس", "ترابلس"),
        ("رؤوف", "روؤف"),
        ("سوريا", "سورية"),
        ("حيي", "حي"),
    ],
)
def test_spellings_that_newsrooms_vary_have_one_key(one: str, other: str) -> None:
    """Hamza, ta marbuta, the foreign g, t, doubled letters, أوغلو, the article."""
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("سوريا", "سوري"), ("عمان", "لبنان"), ("علي", "عالي"), ("حسن", "حسين")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    """Vowels that tell names apart are kept."""
    assert key(one) != key(other)


def test_lookup_shows_rows_with_file_and_source() -> None:
    """In any spelling, exact ones first; a canonical name finds its row, too."""
    first = found(musnad("names", "lookup", "انقره"))[0]
    assert [cell.strip() for cell in first[:3]] == ["exact", "أنقرة", "Ankara"]
    assert any("names/capitals" in cell for cell in first)
    assert any("public record" in cell for cell in first)
    assert any("أنقرة" in cell for row in found(musnad("names", "lookup", "ankara")) for cell in row)
    assert found(musnad("names", "lookup", "انقرا"))[0][0] == "spelling"
    parts = found(musnad("names", "lookup", "بشار الأسد"))
    assert any("Bashar al-Assad" in cell for cell in parts[0])


def test_lookup_shows_near_ones_only_where_there_is_nothing_else() -> None:
    """A word with a letter wrong finds what it is like; a word like none is said to be."""
    near = found(musnad("names", "lookup", "اردوغاون"))
    assert {row[0] for row in near} == {"near"}
    assert any("Erdoğan" in cell for row in near for cell in row)
    assert "near" not in musnad("names", "lookup", "أردوغان").out
    nothing = musnad("names", "lookup", "ظظظظظظظظ")
    assert (nothing.status, nothing.out) == (0, "")
    assert "no name is like it" in nothing.problems[0]
    assert musnad("names", "lookup", " ").out == ""


def test_add_writes_a_sorted_lexicon_and_keeps_its_comments(tmp_path: Path) -> None:
    """Beside the casefile, which need not be there; adding the same again changes nothing; lookup finds it."""
    case, path = tmp_path / "story.db", tmp_path / "story.names.tsv"
    done = musnad("names", "add", "نارفيلا|نرفيلا", "Narvilla", "--type", "GPE", "--in", case)
    assert (done.status, done.out) == (0, f"{path}: 1 added, 0 already there\n")
    path.write_text("# whose names\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    palace = ("--type", "ORG", "--kind", "official_body", "--acts-for", "Nahria", "--source", "press")
    musnad("names", "add", "القصر الأزرق", "Blue Palace", *palace, "--names", path)
    assert path.read_text(encoding="utf-8") == (
        "# whose names\nform\tentity\ttype\tkind\tacts_for\tsource\n"
        "القصر الأزرق\tBlue Palace\tORG\tofficial_body\tNahria\tpress\n"
        "نارفيلا|نرفيلا\tNarvilla\tGPE\t\t\thand\n"
    )
    again = musnad("names", "add", "نارفيلا", "Narvilla", "--type", "GPE", "--in", case)
    assert "0 added, 1 already there" in again.out
    assert [path.name for path in tmp_path.iterdir()] == ["story.names.tsv"]
    assert str(path) in musnad("names", "lookup", "نارفيلا", "--in", case).out


def test_add_leaves_a_form_that_is_somebody_elses(tmp_path: Path) -> None:
    """A line names the file, the line and both names; the exit status is 1 and the file stays."""
    path = tmp_path / "my.tsv"
    musnad("names", "add", "نارفيلا", "Narvilla", "--type", "GPE", "--names", path)
    before = path.read_bytes()
    done = musnad("names", "add", "نارفيلا", "Another", "--type", "GPE", "--names", path)
    assert done.status == 1
    assert done.problems[0].startswith(f"musnad: {path}:2: نارفيلا stands there for Narvilla, not Another")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--type", "GPE"], "say which lexicon: --in CASEFILE"),
        (["--type", "TOWN", "--names", "x.tsv"], "'TOWN'"),
        (["--names", "x.tsv"], "--type"),
        (["--type", "GPE", "--kind", "town", "--names", "x.tsv"], "'town' is none of person"),
        (["--type", "GPE", "--source", "a\tb", "--names", "x.tsv"], "without tabs"),
    ],
)
def test_add_refuses_what_it_does_not_understand(arguments: list[str], said: str) -> None:
    """As usage: exit status 2, and what to give instead."""
    done = musnad("names", "add", "نارفيلا", "Narvilla", *arguments)
    assert done.status == 2
    assert said in " ".join(done.problems)


def test_add_says_where_it_cannot_write(tmp_path: Path) -> None:
    """A folder that is not there; a file that is no lexicon."""
    done = musnad("names", "add", "نارفيلا", "Narvilla", "--type", "GPE", "--names", tmp_path / "no" / "my.tsv")
    assert (done.status, len(done.problems)) == (1, 1)
    assert "cannot be written" in done.problems[0]
    (tmp_path / "my.tsv").write_text("nothing\nhere\n", encoding="utf-8")
    done = musnad("names", "add", "نارفيلا", "Narvilla", "--type", "GPE", "--names", tmp_path / "my.tsv")
    assert done.status == 1
    assert "no column is called form" in done.problems[0]


CSV = """\
Form;Entity;Type;Kind
نَارفيلا (مدينة)|نرفيلا;Narvilla;GPE;
أنقرة;Ankara;GPE;
الوزير;The Minister;PER;
رافدة;;OUTLET;
"""
ITEM = {
    "type": "item",
    "id": "Q999000001",
    "labels": {"ar": {"language": "ar", "value": "سـلوان الزاهد"}, "en": {"language": "en", "value": "Silwan Zahid"}},
    "aliases": {"ar": [{"language": "ar", "value": "سلوان زاهد"}]},
    "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}]},
}
PAPER = {**ITEM, "id": "Q999000002", "labels": {"ar": {"value": "الرافدة"}, "en": {"value": "Rafida"}}, "aliases": {}}
ANSWER = {
    "head": {"vars": ["item", "ar", "en"]},
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q999000003"},
                "ar": {"type": "literal", "xml:lang": "ar", "value": form},
                "en": {"type": "literal", "xml:lang": "en", "value": "Wadi Zarkoun"},
            }
            for form in ("وادي زركون", "وادي الزركون")
        ]
    },
}
FTM = [
    {
        "id": "xx-1",
        "schema": "Person",
        "caption": "Murhaf Dilan",
        "properties": {"name": ["Murhaf Dilan", "مرهف ديلان"], "alias": ["أبو الديلان"]},
        "datasets": ["made_up"],
    },
    {"id": "xx-2", "schema": "Address", "properties": {"full": ["1 Street"]}},
    {"id": "xx-3", "schema": "PublicBody", "properties": {"name": ["ديوان النهرين الأعلى"]}},
]


def taken(tmp_path: Path, text: str, *options: str) -> tuple[Ended, dict[str, tuple[str, str, str]]]:
    """What an import of a file of this text says, and the lexicon that it makes."""
    file, path = tmp_path / "file", tmp_path / "my.tsv"
    file.write_text(text, encoding="utf-8")
    done = musnad("names", "import", file, "--names", path, *options)
    return done, rows(path) if path.exists() else {}


def test_import_of_a_table(tmp_path: Path) -> None:
    """Vowel signs and brackets go; what is built in, an everyday word or nameless is refused with its line."""
    done, lexicon = taken(tmp_path, CSV)
    assert lexicon == {"نارفيلا|نرفيلا": ("Narvilla", "GPE", "")}
    assert [line.split("file:")[1].split(":")[0] for line in done.problems[:-1]] == ["3", "4", "5"]
    assert "built in already" in done.problems[0]
    assert "common words" in done.problems[1]
    assert "no canonical" in done.problems[2]
    assert done.problems[-1].endswith("3 names were not taken")
    assert (done.status, done.out) == (0, f"{tmp_path / 'my.tsv'}: 1 added, 0 already there\n")


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ITEM),
        json.dumps([ITEM], indent=1),
        json.dumps({"entities": {"Q999000001": ITEM}}),
        "[\n" + json.dumps(ITEM, ensure_ascii=False) + ",\n]\n",
    ],
    ids=["item", "list", "map", "dump"],
)
def test_import_of_wikidata_items(tmp_path: Path, text: str) -> None:
    """In every way that Wikidata writes them: Arabic label and aliases are forms, the class tells the type."""
    done, lexicon = taken(tmp_path, text)
    assert done.status == 0
    assert lexicon == {"سلوان الزاهد|سلوان زاهد": ("Silwan Zahid", "PER", "person")}
    assert load(tmp_path / "my.tsv").lexicon().rows[0]["source"] == "Wikidata Q999000001"


def test_import_of_an_answer_of_the_query_service(tmp_path: Path) -> None:
    """Rows about one item are one name; without a type it is asked for, and --type gives it."""
    done, lexicon = taken(tmp_path, json.dumps(ANSWER))
    assert lexicon == {}
    assert "give the type of such names with --type" in done.problems[0]
    _, lexicon = taken(tmp_path, json.dumps(ANSWER), "--type", "LOC")
    assert lexicon == {"وادي زركون|وادي الزركون": ("Wadi Zarkoun", "LOC", "")}


def test_import_of_followthemoney(tmp_path: Path) -> None:
    """Arabic names are forms, the caption the name; addresses name nobody; who has no Latin name is refused."""
    done, lexicon = taken(tmp_path, "\n".join(map(json.dumps, FTM)))
    assert lexicon == {"مرهف ديلان|أبو الديلان": ("Murhaf Dilan", "PER", "person")}
    assert load(tmp_path / "my.tsv").lexicon().rows[0]["source"] == "FollowTheMoney xx-1 made_up"
    assert "no canonical" in done.problems[0]


def test_an_import_leaves_what_is_there(tmp_path: Path) -> None:
    """The same file twice adds nothing; a form that another name has stays with it."""
    taken(tmp_path, json.dumps(ITEM))
    again, _ = taken(tmp_path, json.dumps(ITEM))
    assert "0 added, 2 already there" in again.out
    other = {**ITEM, "labels": {**ITEM["labels"], "en": {"value": "Somebody Else"}}}  # type: ignore[dict-item]
    done, lexicon = taken(tmp_path, json.dumps(other))
    assert "stands there for Silwan Zahid, not Somebody Else" in done.problems[0]
    assert len(lexicon) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,what\nx,y\n", ":1: no column is called form; name the columns form,entity"),
        ("", ":1: no column is called form"),
        ("{not json", ":1: is no JSON"),
        ('{"a": 1}', ":1: is neither an item of Wikidata"),
        ('{"labels": 5}', ": is not shaped as"),
    ],
)
def test_a_file_that_cannot_be_imported_is_said(tmp_path: Path, text: str, said: str) -> None:
    """One line: the file, what is wrong, what to do; nothing is written."""
    done, lexicon = taken(tmp_path, text)
    (problem,) = done.problems
    assert (done.status, lexicon) == (1, {})
    assert problem.startswith(f"musnad: {tmp_path / 'file'}{said}")
    missing = musnad("names", "import", tmp_path / "none", "--names", tmp_path / "my.tsv")
    assert "cannot be read" in missing.problems[0]


def test_check_tells_each_fault_with_its_line(tmp_path: Path) -> None:
    """Order, doubles, conflicts, letters, everyday words, what is built in, states; a sound file is said to be."""
    path = tmp_path / "my.tsv"
    lines = [
        "form\tentity\ttype\tkind\tacts_for",
        "نارفيلا\tNarvilla\tGPE\t\tNarvilla",
        "رافـدة\tRafida\tOUTLET",
        "نارفيلا\tOther\tGPE",
        "نرفيلا\tNarvilla\tGPE\t\tNowhere",
        "أنقرة\tAnkara\tGPE",
        "وزير\tMinister\tPER",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = musnad("names", "check", "--names", path)
    told = [line.removeprefix(f"{path}:") for line in done.out.splitlines()]
    assert done.status == 1
    assert [line.split(":")[0] for line in told] == ["3", "3", "4", "5", "6", "6", "7"]
    parts = (
        "U+0640",
        "stands after",
        "for Narvilla, too (line 2)",
        "is no state",
        "built in as Ankara",
        "stands after",
    )
    for line, part in zip(told, (*parts, "everyday word"), strict=True):
        assert part in line
    path.write_text("\n".join(lines[:2]) + "\n", encoding="utf-8")
    assert musnad("names", "check", "--names", path).out == f"{path}: 1 names, nothing is wrong\n"
    assert musnad("names", "check", "--in", tmp_path / "none.db").status == 1


PAGE = (
    "أعلن محافظ زركونة أن العمل بدأ في بلدة دلموثا.\nوقال سنمورغ إن العمل انتهى. وعاد الوزير إلى بلدة دلموثا.\n"
    "وأضاف مدير «مرصد الضفتين» أن المطر هطل.\n"
)


def test_unknown_lists_words_where_names_stand(tmp_path: Path) -> None:
    """With counts and a place; a word that the own lexicon teaches is gone; --top cuts off."""
    page, path = tmp_path / "1.txt", tmp_path / "my.tsv"
    page.write_text(PAGE, encoding="utf-8")
    told = found(musnad("names", "unknown", page))
    assert not {"العمل", "الوزير", "المطر"} & {cell.strip() for row in told for cell in row}
    words = [row[2].strip() for row in told]
    assert words
    assert len(found(musnad("names", "unknown", page, "--top", "1"))) == 1
    musnad("names", "add", words[0], "Somebody", "--type", "PER", "--names", path)
    assert words[0] not in [row[2].strip() for row in found(musnad("names", "unknown", page, "--names", path))]


def test_unknown_of_a_casefile_is_that_of_its_pages(tmp_path: Path) -> None:
    """Read again from the bytes that it keeps; nothing to show is said; what cannot be read is said."""
    case = tmp_path / "story.db"
    musnad("add", case, DEMO / "pages")
    assert found(musnad("names", "unknown", case)) == found(musnad("names", "unknown", DEMO / "pages"))
    dull = tmp_path / "1.txt"
    dull.write_text("قال الوزير إن المطر سيهطل غدا.\n", encoding="utf-8")
    done = musnad("names", "unknown", dull, tmp_path / "none.txt")
    assert (done.status, done.out, len(done.problems)) == (1, "", 2)
