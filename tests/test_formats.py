"""What leaves Musnad for other tools is read by tools that are not ours, and says there what the casefile says."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx
import pyarrow.parquet
import pytest
import rdflib
from prov.model import ProvDocument
from prov.serializers.provjsonld import load_vendored_context
from pymisp import MISPEvent
from rdflib import RDF, Namespace

from musnad.casefile import story
from musnad.casefile.contents import Contents, contents
from musnad.casefile.store import use
from musnad.export.cells import safe
from musnad.export.dates import bounds, plain
from musnad.export.formats import FORMATS, export
from musnad.export.tables import TABLES, table
from musnad.links.findings import Claim, Copy, Passage, Ref, Story
from musnad.wording import LANGUAGES
from tests.test_cli import musnad
from tests.told import PAGES, STORY, told

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
# rdflib reads JSON-LD through a class of its own that it has deprecated.
DEPRECATED = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return told(tmp_path_factory.mktemp("told") / "case.db")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled story in a casefile, linked."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert musnad("demo", path).status == 0
    return path


def text(case: Contents, form: str, **more: str) -> str:
    return export(case, form, **more).decode()


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_casefile_gives_the_same_bytes(case: Contents, demo: Path, tmp_path: Path, form: str) -> None:
    """Made anew from the same pages, and of a real casefile twice; an empty casefile is no fault."""
    assert export(case, form) == export(told(tmp_path / "again.db"), form)
    with use(demo) as db:
        first, second = (export(contents(db, story.load(db)), form) for _ in range(2))
    assert first == second
    assert isinstance(export(Contents((), {}, {}, Story()), form), bytes)


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_the_same_in_csv_jsonl_and_parquet(case: Contents, name: str) -> None:
    """As many rows; Parquet keeps types and lists; CSV opens in spreadsheets as UTF-8."""
    made = table(case, name)
    raw = export(case, "csv", name)
    assert raw.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    parquet = pyarrow.parquet.read_table(io.BytesIO(export(case, "parquet", name)))
    lines = [json.loads(line) for line in text(case, "jsonl", table=name).splitlines()]
    assert header == parquet.column_names == [column.name for column in made.columns]
    assert len(rows) == parquet.num_rows == len(lines) == len(made.rows) > 0
    assert [tuple(row.values()) for row in parquet.to_pylist()] == [
        tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in made.rows
    ]
    assert all("\n" not in cell for row in rows for cell in row)


def test_no_cell_of_csv_is_a_formula(case: Contents) -> None:
    """Not a page's title that begins with an equals sign, nor one behind spaces or direction marks."""
    titles = [row["title"] for row in csv.DictReader(io.StringIO(text(case, "csv", table="pages").lstrip("\ufeff")))]
    assert "'=جسر طيبان" in titles
    assert [safe(cell) for cell in ("+1", " @x", "\u200f=1", "＝1", "1+1")] == [
        "'+1",
        "' @x",
        "'\u200f=1",
        "'＝1",
        "1+1",
    ]


def test_statements_say_which_claim_they_stand_in(case: Contents) -> None:
    """In JSONL with every offset, in tables with the claim's independent origins."""
    lines = [json.loads(line) for line in text(case, "jsonl").splitlines()]
    assert {(line["doc"], line["id"]): line["claim"] for line in lines}["p2", 1] == "p1.1"
    for line in lines:
        assert all(part["text"] == PAGES[line["doc"]].source[part["start"] : part["end"]] for part in line["content"])
    (row,) = (row for row in export_rows(case, "statements") if (row["doc"], row["id"]) == ("p2", "1"))
    assert (row["claim"], row["origins"]) == ("p1.1", "1")


def export_rows(case: Contents, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(case, "csv", table=name).lstrip("\ufeff"))))


def test_prov_reads_both_its_forms_as_the_same_document(case: Contents) -> None:
    """A chain is derivations that end at the primary source, each attributed to its teller."""
    notation = ProvDocument.deserialize(content=text(case, "prov-n"), format="provn", profile="strict")
    linked = ProvDocument.deserialize(content=text(case, "prov-jsonld"), format="jsonld")
    assert notation == linked
    lines = text(case, "prov-n")
    name = next(re.findall(r"entity\((case:statement/\w+/p2/1),", lines)[0] for _ in [0])
    assert f"wasDerivedFrom({name}, {name}/1, -, -, -)" in lines
    assert f"wasDerivedFrom({name}/1, {name}/2, -, -, -, [prov:type='prov:PrimarySource'])" in lines
    assert f"wasAttributedTo({name}/1, case:agent/Al-Sanabil)" in lines
    assert 'musnad:copy="partial", musnad:credited="yes"' in lines


@DEPRECATED
def test_prov_jsonld_is_rdf(case: Contents) -> None:
    """With the context that it names, every page, statement and claim is an entity."""
    made = json.loads(text(case, "prov-jsonld"))
    made["@context"][1] = load_vendored_context()
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    entities = set(graph.subjects(RDF.type, PROV.Entity))
    assert len(entities) == len(PAGES) + len(case.entries) + len(STORY.claims) + sum(
        len(entry.chain) for entry in case.entries.values()
    )
    assert len(set(graph.objects(None, PROV.agent))) == 7


@DEPRECATED
def test_schema_org_is_rdf_with_quotations_and_claims(case: Contents) -> None:
    """A claim appears in the pages of its statements; a quotation has who said it and where."""
    graph = rdflib.Graph().parse(data=text(case, "schema-jsonld"), format="json-ld")
    assert len(set(graph.subjects(RDF.type, SCHEMA.NewsArticle))) == len(PAGES)
    (quotation,) = graph.subjects(RDF.type, SCHEMA.Quotation)
    assert str(graph.value(graph.value(quotation, SCHEMA.creator), SCHEMA.name)) == "Ragheb Hamdoun"
    assert str(graph.value(graph.value(quotation, SCHEMA.isPartOf), SCHEMA.headline)) == "افتتاح جسر طيبان يوم 20 أيار"
    claims = {str(graph.value(each, SCHEMA.identifier)): each for each in graph.subjects(RDF.type, SCHEMA.Claim)}
    assert len(list(graph.objects(claims["p1.1"], SCHEMA.appearance))) == 2


def test_annotations_select_the_words_twice(case: Contents) -> None:
    """Each quote with what stands around it is found on the page, at the place that the position names."""
    items = json.loads(text(case, "annotations"))["items"]
    assert len(items) == len(case.entries) + len(STORY.contradictions)
    sources = {page.url: page.text for page in case.pages if page.url}
    seen = 0
    for target in (target for item in items for target in item["target"]):
        quote, position = target["selector"]
        page = sources.get(target["source"])
        if page is not None:
            seen += 1
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert page.index(around) + len(quote["prefix"]) == position["start"]
            assert page[position["start"] : position["end"]] == quote["exact"]
    assert seen > len(items) / 2
    assert len({item["id"] for item in items}) == len(items)


@DEPRECATED
def test_annotations_are_rdf_in_terms_of_the_standard(case: Contents) -> None:
    """With the standard's terms mapped as it maps them, every annotation has a target with both selectors."""
    made = json.loads(text(case, "annotations"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    made["@context"] = {
        "@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "target": "hasTarget", "body": "hasBody",
        "selector": "hasSelector", "source": {"@id": "hasSource", "@type": "@id"}, "items": "items",
    }  # fmt: skip
    oa = Namespace("http://www.w3.org/ns/oa#")
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    annotations = list(graph.subjects(RDF.type, oa.Annotation))
    assert len(annotations) == len(made["items"])
    for each in annotations:
        for target in graph.objects(each, oa.hasTarget):
            kinds = {graph.value(selector, RDF.type) for selector in graph.objects(target, oa.hasSelector)}
            assert kinds == {oa.TextQuoteSelector, oa.TextPositionSelector}


FTM = {
    "Organization": {"name", "alias"}, "PublicBody": {"name", "alias"}, "Person": {"name", "alias"},
    "Article": {"fileName", "title", "author", "publisher", "publishedAt", "sourceUrl", "language", "bodyText",
        "mimeType"},
    "Documentation": {"document", "entity", "role", "status", "summary", "description", "date", "sourceUrl"},
    "Note": {"name", "description", "entity"},
    "Event": {"name", "summary", "description", "location", "proof", "involved", "date", "startDate", "endDate"},
}  # fmt: skip


def test_ftm_entities_have_only_what_their_schema_has(case: Contents) -> None:
    """Each id is there once, and what refers refers to one that is there; dates are ISO prefixes."""
    found = [json.loads(line) for line in text(case, "ftm").splitlines()]
    ids = {item["id"] for item in found}
    assert len(ids) == len(found)
    for item in found:
        assert set(item["properties"]) <= FTM[item["schema"]]
        for name in ("document", "entity", "proof", "involved"):
            assert ids.issuperset(item["properties"].get(name, ()))
        for name in ("date", "startDate", "endDate", "publishedAt"):
            assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in item["properties"].get(name, ()))
    schemata = {item["schema"] for item in found}
    assert schemata == set(FTM)


def test_followthemoney_takes_the_entities(case: Contents) -> None:
    """Every value is kept as it is but for blanks at its ends; where the library is not installed this is not tried."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = pytest.importorskip("followthemoney").model
    for line in text(case, "ftm").splitlines():
        item = json.loads(line)
        taken = model.get_proxy(item, cleaned=False).to_dict()["properties"]
        for name, values in item["properties"].items():
            assert sorted(taken[name]) == sorted(value.strip() for value in values)


def test_a_timeline_has_dates_and_escaped_words(case: Contents) -> None:
    """What has no date is left out; an interval has an end."""
    slides = {slide["unique_id"]: slide for slide in json.loads(text(case, "timelinejs"))["events"]}
    assert set(slides) == {"event-e1", "event-e2", "page-p1", "page-p2", "page-p.3", "prediction-1", "prediction-2"}
    assert slides["event-e2"]["start_date"] == {"year": 2024, "month": 5, "display_date": "May 2024 – June 2024"}
    assert slides["event-e2"]["end_date"] == {"year": 2024, "month": 6}
    assert "x=2&quot;" not in slides["page-p1"]["text"]["text"]
    assert "id=1&amp;x=2" in slides["page-p1"]["text"]["text"]


def test_a_timeline_is_labelled_in_the_language_that_is_asked_for(case: Contents) -> None:
    """Groups, dates, kinds of events, outcomes and the names of the canon; nothing that the program writes is left."""
    told = {
        language: {
            slide["unique_id"]: slide for slide in json.loads(text(case, "timelinejs", language=language))["events"]
        }
        for language in LANGUAGES
    }
    assert {slide["group"] for slide in told["ar"].values()} == {"الأحداث", "الصفحات", "التوقعات"}
    assert {slide["group"] for slide in told["en"].values()} == {"Events", "Pages", "Predictions"}
    assert told["ar"]["event-e2"]["start_date"]["display_date"] == "أيار/مايو 2024 – حزيران/يونيو 2024"
    for name, slide in told["ar"].items():
        if not name.startswith("page-"):
            assert not re.search("[a-z]", slide["text"]["headline"].partition(": ")[0]), slide
        assert slide["start_date"] | {"display_date": ""} == told["en"][name]["start_date"] | {"display_date": ""}


@pytest.mark.parametrize(
    ("edtf", "first", "both"),
    [
        ("2024-05-02", "2024-05-02", ("2024-05-02", "2024-05-02")),
        ("2024-05~", "2024-05", ("2024-05", "2024-05")),
        ("2024-05-02T14:30", "2024-05-02", ("2024-05-02", "2024-05-02")),
        ("2024-06-31", "2024-06", ("2024-06", "2024-06")),
        ("2024-21", "2024", ("2024", "2024")),
        ("2024-05/2024-06-01", "2024-05", ("2024-05", "2024-06-01")),
        ("../2024-06", None, (None, "2024-06")),
        ("DCT-P1D", None, (None, None)),
        (None, None, (None, None)),
    ],
)
def test_edtf_becomes_plain_dates(edtf: str | None, first: str | None, both: tuple[str | None, str | None]) -> None:
    """As precise as they are known, and nothing where it is not."""
    assert plain(edtf) == first
    assert bounds(edtf) == both


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_who_cites_whom(case: Contents, form: str) -> None:
    """An outlet is one node, whether it publishes or is cited; edges count statements, copies have their own."""
    read: Any = networkx.read_gexf if form == "gexf" else networkx.read_graphml
    graph = read(io.BytesIO(export(case, form)))
    labels = {name: data["label"] for name, data in graph.nodes(data=True)}
    assert sorted(labels.values()).count("السنابل") == 1
    assert "Al-Sanabil" not in labels.values()
    edges = [(labels[a], labels[b], data["relation"], data["weight"]) for a, b, data in graph.edges(data=True)]
    assert ("مرفأ نيوز", "السنابل", "cites", 1) in edges
    assert ("مرفأ نيوز", "السنابل", "copies", 1) in edges
    assert ("قناة الضحى 24", "Tayban Municipality", "cites", 2) in edges


def test_misp_reads_the_event_with_its_grades(case: Contents) -> None:
    """Statements that were graded have both tags of the Admiralty scale; nothing is meant for detection."""
    event = MISPEvent()
    event.from_json(text(case, "misp"))
    assert not event.published
    texts = [attribute for attribute in event.attributes if attribute.type == "text"]
    assert len(texts) == len(case.entries)
    tagged = [sorted(tag.name for tag in attribute.tags) for attribute in texts if attribute.tags]
    assert ['admiralty-scale:information-credibility="3"', 'admiralty-scale:source-reliability="c"'] in tagged
    assert not any(attribute.to_ids for attribute in event.attributes)


def test_passim_clusters_hold_the_same_words(case: Contents) -> None:
    """Passages that overlap on one page are one; `text` is the slice of the page."""
    same = "الجسر سيفتح في 20 أيار"
    here, there = PAGES["p2"].source.index(same), PAGES["p1"].source.index(same)
    pieces = tuple(
        Passage((here + a, here + b), (there + a, there + b), 3)  # type: ignore[arg-type]
        for a, b in ((0, 12), (8, len(same)))
    )
    chosen = replace(case, story=replace(STORY, copies=(Copy("p2", "p1", "partial", True, pieces),)))
    lines = [json.loads(line) for line in text(chosen, "passim").splitlines()]
    assert [(line["cluster"], line["size"], line["id"], line["text"]) for line in lines] == [
        (1, 2, "p1", same),
        (1, 2, "p2", same),
    ]


def test_a_brief_has_every_section_and_escapes_pages_words(case: Contents) -> None:
    """In both languages; the words of both sides of a dispute stand in it."""
    arabic, english = text(case, "markdown"), text(case, "markdown", language="en")
    assert arabic.count("\n## ") == english.count("\n## ") == 8
    assert "«نفت بلدية طيبان افتتاح الجسر»" in english
    assert "<b>" not in arabic
    assert "## Predictions and what came of them" in english


def test_words_are_the_pages_own_where_a_claim_has_folded_ones(case: Contents) -> None:
    """A gist that some statement said is shown as that page spells it."""
    (claim, *_) = STORY.claims
    assert (claim.gist, case.gist(claim)) == ("الجسر سيفتح في 20 ايار", "الجسر سيفتح في 20 أيار")
    assert case.gist(Claim("x", "كلام  آخر", (Ref("p1", 1),))) == "كلام آخر"


def test_export_writes_a_file_or_standard_output(demo: Path, tmp_path: Path) -> None:
    """The same bytes; a table may be chosen; nothing is left of a draft."""
    out = tmp_path / "out.csv"
    assert musnad("export", demo, "--format", "csv", "--table", "pages", "-o", out).status == 0
    shown = musnad("export", demo, "--format", "csv", "--table", "pages")
    assert out.read_bytes().decode() == shown.out.replace("\n", "\r\n")  # the runner shows line ends as \n
    assert len(shown.out.splitlines()) == 15
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_export_says_what_is_wrong(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A casefile that is none, a table where there is none, a folder that is not there, a library that is missing."""
    assert "there is no casefile here" in musnad("export", tmp_path / "none.db", "--format", "story").problems[0]
    wrong = musnad("export", demo, "--format", "prov-n", "--table", "claims")
    assert (wrong.status, "prov-n is no table" in wrong.problems[-1]) == (2, True)
    lost = musnad("export", demo, "--format", "story", "-o", tmp_path / "no" / "x.json")
    assert (lost.status, len(lost.problems)) == (1, 1)
    assert "cannot be written: No such file" in lost.problems[0]
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.delitem(__import__("sys").modules, "musnad.export.parquet", raising=False)
    missing = musnad("export", demo, "--format", "parquet")
    assert (missing.status, missing.out) == (1, "")
    assert "--format parquet needs the library pyarrow; it comes with the extra 'data'" in missing.problems[0]
