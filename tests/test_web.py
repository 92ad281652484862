"""The pages of the site: they show what the casefile holds, as words, under addresses that last, in two languages."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as some
from starlette.testclient import TestClient

from musnad.called import in_arabic
from musnad.casefile import browse, found, pages, story
from musnad.casefile.ledger import Filter, ledger, lines, numbers
from musnad.casefile.store import look, use
from musnad.doc import Page
from musnad.export.ledger import as_csv
from musnad.links.findings import Evidence, Story
from musnad.pipeline import annotate
from musnad.web import site as site_room
from musnad.web import talks
from musnad.web.app import application
from musnad.web.aside import aside
from musnad.web.highlight import paragraphs
from musnad.web.settings import Settings
from musnad.web.site import Site
from musnad.web.talks import gather
from musnad.wording import Tongue
from tests.handmade import PAGE, SOURCE, handmade
from tests.web_case import RUN, case, hostile

ADDRESSES = (
    "/", "/ledger", "/pages", "/page/003", "/claims", "/claim/001.1", "/sources", "/source?name=Kaldora", "/network",
    "/network?outlet=%D8%A7%D9%84%D9%85%D8%B5%D8%A8", "/timeline", "/timeline?since=2025-09&until=2025-09",
    "/timeline?kind=prediction", "/talks", "/copies", "/copy?doc=002&of=001", "/verdicts", "/about", "/why/003",
    "/why/003?at=60-90", f"/page/{quote(hostile().page.doc, safe='')}", "/nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case(tmp_path_factory.mktemp("web") / "case.db", hostile())


@pytest.fixture(scope="module")
def client(path: Path) -> TestClient:
    return TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")


def tree(html: str) -> Element:
    """The document; a ParseError where it is not HTML by the letter."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    return document


def of_class(document: Element, name: str) -> list[Element]:
    return [item for item in document.iter() if name in str(item.get("class", "")).split()]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_html_by_the_letter_in_both_languages(client: TestClient, address: str, lang: str) -> None:
    """No id stands twice, every label has its field, the direction is the language's."""
    answer = client.get(address, headers={"accept-language": lang})
    assert answer.status_code == (404 if address == "/nothing" else 200)
    document = tree(answer.text)
    assert (document.get("lang"), document.get("dir")) == (lang, "rtl" if lang == "ar" else "ltr")
    ids = [item.get("id") for item in document.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert {item.get("for") for item in document.iter("label") if item.get("for")} <= set(ids)
    assert not [item for item in document.iter() for name in item.attrib if name.startswith("on") or name == "style"]


def test_every_link_of_the_site_leads_somewhere(client: TestClient) -> None:
    """From the overview on, every address answers, and every place on a page that is pointed to is there."""
    ids: dict[str, set[str]] = {}
    waiting, asked = ["/"], set()
    while waiting and len(ids) < 400:
        address = waiting.pop()
        here = address.partition("#")[0]
        if here not in ids:
            answer = client.get(here)
            assert answer.status_code == 200, address
            html = answer.headers["content-type"].startswith("text/html")
            elements = list(tree(answer.text).iter()) if html else []
            ids[here] = {item.get("id", "") for item in elements}
            links = [item.get("href") or item.get("src") for item in elements if item.tag in ("a", "link", "script")]
            for link in links:
                target = urljoin(here, link or "")
                inner = not urlsplit(target).netloc and "lang=" not in target and "since=" not in target
                if inner and target not in asked:
                    asked.add(target)
                    waiting.append(target)
        fragment = unquote(address.partition("#")[2])
        assert not fragment or fragment in ids[here], address
    assert len(ids) > 100


def test_a_page_shows_its_text_whole_and_in_order(client: TestClient, path: Path) -> None:
    """The words are the page's own, with nothing left out but blank lines; what is shown on hovering is apart."""
    with look(path) as db:
        for shelved in browse.shelf(db):
            source = browse.doc(db, shelved.id).source
            document = tree(client.get(f"/page/{quote(shelved.doc, safe='')}").text)
            for tip in of_class(document, "tip"):
                for child in list(tip):
                    tip.remove(child)
                tip.text = ""
            shown = ["".join(item.itertext()) for item in of_class(document, "text")]
            wanted = [line for line in re.split("\n", source.replace("\r\n", "\n")) if line.strip()]
            assert [plain(line) for line in shown] == [plain(line) for line in wanted]


def plain(text: str) -> str:
    """Text as it can stand in HTML."""
    return re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]", " ", text).rstrip("\n")


def test_what_a_page_says_is_never_markup(client: TestClient) -> None:
    """Its title, name, outlet, address and text are words on every page that shows them."""
    name = quote(hostile().page.doc, safe="")
    addresses = (
        f"/page/{name}", "/", "/pages", "/ledger", "/about", f"/why/{name}", f"/why/{name}?at=0-40", "/claims",
        "/network", "/timeline", "/timeline?since=2025-09-28&until=2025-09-30", "/talks", "/copies",
        f"/copy?doc={name}&of=003", f"/claim/{name}.1", "/sources", "/source?name=%3Cb%3E",
    )  # fmt: skip
    for address in addresses:
        html = client.get(address).text
        document = tree(html)
        assert [item.get("src") for item in document.iter("script")] == ["/static/app.js"]
        assert not list(document.iter("img"))
        assert not list(document.iter("b"))
        assert "javascript:" not in "".join(item.get("href") or "" for item in document.iter("a"))
    assert "alert(1)" in "".join(tree(client.get(f"/page/{name}").text).itertext())


@pytest.mark.parametrize("words", ["الوزيرين", "وزيرين", "الوَزِيرَين", "الوزيريـن"])
def test_any_spelling_finds_the_same_statements(client: TestClient, words: str) -> None:
    """Search goes by the one spelling that matching uses, with whatever is attached to a word."""
    shown = re.findall(r'class="open" href="([^"]+)"', client.get("/ledger", params={"q": words}).text)
    assert shown
    assert shown == re.findall(r'class="open" href="([^"]+)"', client.get("/ledger", params={"q": "الوزيرين"}).text)


def test_the_ledger_filters_sorts_and_leafs(client: TestClient, path: Path) -> None:
    """What the site shows is what the casefile has, part by part."""
    with look(path) as db:
        everything = [(entry.doc, entry.number) for entry in ledger(db, Filter())]
        found_ = lines(db, numbers(db, Filter()))
        assert [(entry.doc, entry.number) for entry in found_] == everything
        denials = len(list(ledger(db, Filter(stances=("denies",)))))
    html = client.get("/ledger", params={"stance": "denies", "sort": "outlet"}).text
    assert len(of_class(tree(html), "open")) == denials
    first, second = (client.get("/ledger", params={"p": p}).text for p in ("1", "2"))
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    opening = re.compile(r'class="open" href="([^"]+)"')
    assert not set(opening.findall(first)) & set(opening.findall(second))
    assert client.get("/ledger?p=0").status_code == client.get("/ledger?p=x").status_code == 404
    assert 'role="alert"' in client.get("/ledger?since=yesterday").text
    assert 'role="alert"' in client.get("/ledger?q=؟").text


def test_what_is_shown_can_be_had_as_csv(client: TestClient, path: Path) -> None:
    """The same rows as the command writes, under the same filters."""
    with look(path) as db:
        wanted = lines(db, numbers(db, Filter(stances=("denies",)), "newest"))
    text = client.get("/ledger.csv", params={"stance": "denies"}).text
    assert text == "\ufeff" + "".join(as_csv(wanted))


def test_the_language_is_asked_for_remembered_and_guessed(path: Path) -> None:
    """By the link, else by the cookie of an earlier choice, else by the browser, else English."""
    client = TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")
    assert '<html lang="en"' in client.get("/").text
    assert '<html lang="ar"' in client.get("/", headers={"accept-language": "fr, ar-SY;q=0.8, en;q=0.5"}).text
    assert '<html lang="en"' in client.get("/", headers={"accept-language": "ar;q=0.1,en;q=x,en;q=0.9"}).text
    assert '<html lang="ar"' in client.get("/ledger?lang=ar").text
    assert '<html lang="ar"' in client.get("/", headers={"accept-language": "en"}).text


@given(some.text(alphabet="قال إن\n\r \u200fab<&", max_size=60), some.lists(some.tuples(*[some.integers(0, 60)] * 2)))
def test_text_is_cut_without_loss(text: str, places: list[tuple[int, int]]) -> None:
    """Whatever marks there are and wherever they end, the pieces joined are the text."""
    rests = [Evidence("x", min(place), min(max(place), len(text))) for place in places if min(place) < len(text)]
    lines = list(paragraphs(annotate(Page("x", text)), rests))
    assert "".join(segment.text for line in lines for segment in line.segments) == text
    assert all("\n" not in segment.text[:-1] for line in lines for segment in line.segments)


def test_a_mark_begins_at_its_place() -> None:
    """Cues, repairs and contents are found where the page has them."""
    doc = handmade()
    pieces = {piece.start: piece for line in paragraphs(doc) for piece in line.segments}
    assert pieces[doc.source.index("نقلت")].cue == 1
    assert pieces[doc.source.index("السـ.ـد")].tip == "السد"
    assert pieces[doc.source.index("العمل انتهى")].says == (2,)


def test_talks_show_parties_levels_positions_and_conditions(client: TestClient, path: Path) -> None:
    """Each position under its party, a condition with its level; a party's page has its own alone."""
    with look(path) as db:
        positions, events = found.positions(db), found.events(db)
    html = client.get("/talks").text
    tracks = [item.get("id") for item in tree(html).iter("h3") if str(item.get("id")).startswith("track-")]
    assert tracks[:2] == ["track-leaders", "track-ministers"]
    assert all(f'p-{held.kind}"' in html for held in positions)
    one = next(held for held in positions if held.actor)
    own = client.get("/talks", params={"party": one.actor}).text
    others = {held.about for held in positions if one.actor not in (held.actor, held.toward)}
    assert one.about in html_text(own)
    assert not [about for about in others if about in html_text(own)]
    assert any(event.place and event.place in html for event in events)


def html_text(html: str) -> str:
    return "".join(tree(html).itertext())


def test_many_who_ask_first_wait_for_one_answer(tmp_path: Path) -> None:
    """What nobody has asked for yet is found once, however many ask for it at a time."""
    site = Site(Settings(case(tmp_path / "case.db")))
    asked: list[int] = []

    def slow() -> int:
        asked.append(1)
        time.sleep(0.2)
        return 7

    with ThreadPoolExecutor(8) as readers:
        found = list(readers.map(lambda _: site.kept("slow", slow), range(8)))
    assert found == [7] * 8
    assert len(asked) == 1


def test_what_takes_long_is_found_meanwhile(tmp_path: Path) -> None:
    """Nobody waits for it: it is there when it is asked for later."""
    site = Site(Settings(case(tmp_path / "case.db")))
    with site.read() as db:
        assert site.later(db, "x", gather) == (None, False)
        deadline = time.monotonic() + 60
        while not site.later(db, "x", gather)[1] and time.monotonic() < deadline:
            time.sleep(0.05)
        whole, there = site.later(db, "x", gather)
    assert there
    assert whole == gather(site.settings.casefile)


def test_of_very_many_pages_those_that_tell_most_are_gathered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All where they are few enough; else positions are the story's still, and the words those of fewer pages."""
    with look(path) as db:
        told = story.load(db)
    docs = {ref.doc for claim in told.claims for ref in claim.members}
    whole = gather(path)
    monkeypatch.setattr(talks, "_AT_MOST", 2)
    some = gather(path)
    assert whole.positions == some.positions == told.positions
    assert {hang.says.doc for track in some.tracks for hang in track.hangs} <= docs
    for most in (1, 2, len(docs) - 1):
        telling = talks._telling(told, most)
        assert telling is not None
        assert len(telling) <= most
        assert telling <= docs | {words.doc for event in told.events for words in event.rests}
    assert talks._telling(told, len(docs)) is None


def test_of_many_parties_those_are_shown_that_do_most(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of few the mediators come first; of many a mediator who does little is left out. What would be disputed at more
    places than one meeting can be is no dispute."""
    whole = gather(path)
    with look(path) as db:
        told = talks._told(db, None, whole)
        assert [seat.mediates for seat in told["seats"]] == sorted((s.mediates for s in told["seats"]), reverse=True)
        monkeypatch.setattr(talks, "_PARTIES", 2)
        seats = talks._told(db, None, whole)["seats"]
    assert len(seats) == 2
    assert [talks._activity(seat) for seat in seats] == sorted(map(talks._activity, told["seats"]))[:2]
    site, tongue = Site(Settings(path)), Tongue("en")
    for places, shown in ((["a", "b"], True), (["a", "b", "c", "d", "e"], False), (["a"], False)):
        track = replace(told["tracks"][0], venues=tuple(places))
        html = site.piece("told.html", tongue, told | {"tracks": [track]})
        assert (tongue("talks.venues") in html) == shown


def test_what_fails_aside_is_told() -> None:
    """The one who waits for it is not left waiting."""
    assert aside(len, "abc") == 3
    with pytest.raises(RuntimeError, match=r"int gave no answer"):
        aside(int, "x")


def test_readers_of_arabic_are_told_names_in_arabic(client: TestClient) -> None:
    """Canonical names are English where a lexicon knows them; links keep them."""
    html = client.get("/sources", headers={"accept-language": "ar"}).text
    names = [unquote(href.partition("name=")[2]) for href in re.findall(r'href="(/source\?name=[^"]+)"', html)]
    assert in_arabic("John Kerry") == "جون كيري"
    assert in_arabic("Turkish Ministry of Foreign Affairs") == "وزارة الخارجية التركية"
    assert in_arabic("Council of Ministers (Saudi Arabia)") == "مجلس الوزراء السعودي"
    assert in_arabic("Sameh Shoukry; John Kerry") == "سامح شكري وجون كيري"
    assert in_arabic("رادو فينتار; ميرال سوندار") == "رادو فينتار وميرال سوندار"
    assert (in_arabic("كالدورا"), in_arabic("Kaldora")) == ("كالدورا", "Kaldora")
    assert all(in_arabic(name.replace("+", " ")) in html for name in names)


def test_findings_are_asked_for_without_the_whole_story(path: Path) -> None:
    """By claim and by page, the same as in the story."""
    with look(path) as db:
        told = story.load(db)
        assert isinstance(told, Story)
        for claim in told.claims:
            about = found.about(db, claim.id)
            assert list(about.against) == [pair for pair in told.contradictions if claim.id in (pair.a, pair.b)]
            assert list(about.foretold) == [each for each in told.predictions if each.claim == claim.id]
        assert found.copies(db, "001") == [copy for copy in told.copies if "001" in (copy.doc, copy.of)]
        assert found.events(db, "003") == [e for e in told.events if any(r.doc == "003" for r in e.rests)]
        rows, total = found.claim_rows(db, several=True)
        assert total == len(rows) == sum(len(claim.members) > 1 for claim in told.claims)
        assert {row.claim.id for row in found.claim_rows(db, disputed=True)[0]} == found.disputed(db)


def test_a_page_with_its_marks_comes_back_from_the_casefile(path: Path) -> None:
    """What is shown is what was kept, mark by mark."""
    doc = hostile()
    with look(path) as db:
        shelved = browse.titles(db, [doc.page.doc])[doc.page.doc]
        kept = browse.doc(db, shelved.id)
    assert {kind: marks for kind, marks in doc.layers.items() if marks} == dict(kept.layers)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("web") / "empty.db"
    with use(path, create=True):
        pass
    return TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")


@pytest.mark.parametrize(
    "address",
    [
        "/", "/ledger", "/pages", "/claims", "/sources", "/network", "/timeline", "/talks", "/copies", "/verdicts",
        "/about",
    ],
)  # fmt: skip
def test_a_casefile_without_pages_has_pages_all_the_same(empty: TestClient, address: str) -> None:
    """Each says that there is nothing yet."""
    answer = empty.get(address)
    assert answer.status_code == 200
    tree(answer.text)


def test_versions_of_a_page_lead_to_each_other_and_to_what_was_changed(tmp_path: Path) -> None:
    """Words that were taken out and put in are marked as such; a page that is no version is none."""
    path = tmp_path / "case.db"
    later = replace(PAGE, doc="b", source=SOURCE.replace("العمل انتهى", "العمل بدأ"))
    with use(path, create=True) as db:
        for doc, day in ((handmade(replace(PAGE, doc="a")), "06"), (annotate(later), "07")):
            pages.keep(db, doc, doc.source.encode(), RUN, f"2024-03-{day}T10:00:00+00:00")
        story.relink(db)
    client = TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")
    shown = client.get("/page/b").text
    assert "/changes/b?since=a" in shown
    document = tree(client.get("/changes/b?since=a").text)
    changed = [(item.tag, "".join(item.itertext())) for item in document.iter() if item.tag in ("del", "ins")]
    assert ("ins", "بدأ") in changed
    assert {tag for tag, _ in changed} == {"del", "ins"}
    assert client.get("/changes/b?since=x").status_code == client.get("/page/b?at=9-5").status_code == 404
    tree(shown)
    tree(client.get("/about").text)


def test_findings_of_pages_that_were_changed_since_break_nothing(tmp_path: Path) -> None:
    """Until pages are linked anew: what is no longer there is left out, and the overview says how to link them."""
    path = case(tmp_path / "case.db")
    with use(path) as db:
        for name in ("001", "003"):
            doc = browse.doc(db, pages.named(db, name) or 0)
            db.execute("DELETE FROM pages WHERE doc = ?", (name,))
            short = annotate(replace(doc.page, source=doc.source[:200]))
            pages.keep(db, short, short.source.encode(), RUN)
    client = TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")
    for address in ADDRESSES[:-2]:
        assert client.get(address).status_code == 200, address
    assert "musnad link case.db" in client.get("/").text


def test_what_nobody_asked_for_longest_is_forgotten_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who leafs through everything does not make the others wait anew."""
    monkeypatch.setattr(site_room, "_KEPT", 3)
    site, asked = Site(Settings(path)), []

    def ask(key: str) -> None:
        site.kept(key, lambda: asked.append(key))

    for key in "abcadab":
        ask(key)
    assert asked == ["a", "b", "c", "d", "b"]


def test_dates_between_arabic_words_are_not_turned_round(client: TestClient) -> None:
    """`2025-10-02` behind an Arabic word would be shown as `02-10-2025`: hyphens between digits there are no part of
    the number."""
    html = client.get("/why/003?at=60-90", headers={"accept-language": "ar"}).text
    figures = [item.text or "" for item in tree(html).iter("bdi") if item.get("dir") == "ltr"]
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\d", text) for text in figures)
    assert str(site_room._figured("الصفحة pages.1.3 12:15")) == 'الصفحة pages.1.3 <bdi dir="ltr">12:15</bdi>'
    outside = re.sub(r"<bdi dir=.ltr.>[^<]*</bdi>", "", html)
    assert not re.search(r"[\u0621-\u064a]+[^<]*\d{4}-\d\d-\d\d", outside)


def test_an_event_leads_to_each_outlet_once(path: Path) -> None:
    """To the first of its words there, in the order in which pages tell it; what is not shown is counted in pages."""
    with look(path) as db:
        known = browse.titles(db, ["000", "007", "001"])
    assert known["000"].outlet == known["007"].outlet != known["001"].outlet
    places = [
        Evidence("001", 5, 6),
        Evidence("000", 1, 2),
        Evidence("001", 1, 2),
        Evidence("007", 0, 1),
        Evidence("x", 1, 2),
    ]
    assert site_room._by_outlet(places, known, 9) == ([places[0], places[1], places[4]], 1)
    assert site_room._by_outlet(places, known, 2) == ([places[0], places[1]], 2)


def test_an_answer_is_kept_while_the_casefile_stays_as_it_is(tmp_path: Path) -> None:
    """What was asked once is not asked again; a casefile that was written is asked again, if not at once."""
    path = case(tmp_path / "case.db")
    site, asked = Site(Settings(path)), []

    def ask() -> int:
        asked.append(1)
        return len(asked)

    assert [site.kept("x", ask), site.kept("x", ask), site.kept("y", ask)] == [1, 1, 2]
    with use(path) as db:
        db.execute("DELETE FROM findings")
    assert site.kept("x", ask) == 1


def test_who_is_asked_for_while_a_page_is_read_again_is_shown(tmp_path: Path) -> None:
    """A list of what somebody said that is kept from before tells nothing of statements that are no more."""
    path = case(tmp_path / "case.db")
    visitor = TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")
    with look(path) as db:
        address = f"/source?name={quote(browse.speakers(db, 1)[0].name)}"
    before = visitor.get(address)
    with use(path) as db:
        db.execute("DELETE FROM statements")
    after = visitor.get(address)
    assert before.status_code == after.status_code == 200
    assert len(of_class(tree(after.text), "stance")) < len(of_class(tree(before.text), "stance"))
