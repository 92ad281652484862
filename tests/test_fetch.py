"""Fetching from a site on this machine that misbehaves: what is said, what is kept, what is asked for."""

from __future__ import annotations

import gzip
import sqlite3
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.casefile import pages, versions, visits
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.commands.attempt import attempt
from musnad.doc import Doc, Page
from musnad.fetch import addresses, intake
from musnad.fetch.addresses import look_up
from musnad.fetch.client import Client, Manners
from musnad.fetch.crawl import Crawl
from musnad.fetch.exchange import Limits
from musnad.fetch.intake import Intake
from musnad.fetch.outcome import Outcome
from musnad.fetch.reading import read_bytes
from musnad.read.content import again
from musnad.read.item import Capture
from musnad.read.paths import Problem
from tests.site import ARABIC, FakeTime, Reply, Site, bomb, drip, endless, feed, silent, site

OTHER = ARABIC.replace("غدا", "اليوم")
LIMITS = Limits(connect=2, read=0.3, total=0.6, size=200_000)
LOCAL = Manners(LIMITS, delay=2.0, allow_private=True)
RUN = Run("2024-03-06T10:00:00+00:00", "0.0", {})


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as found:
        yield found


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with use(tmp_path / "case.db", create=True) as db:
        yield db


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


class Fetching:
    """Fetches into a casefile; `client` is a new one each time, as with each round of a watch."""

    def __init__(self, db: sqlite3.Connection, time: FakeTime) -> None:
        self.db, self.time, self.manners, self.resolve = db, time, LOCAL, look_up

    def __call__(self, *urls: str, since: str | None = None, feed: bool = False) -> list[Outcome]:
        client = Client(self.manners, self.time.clock(), self.resolve)
        return list(Crawl(client, Intake(self.db, RUN, attempt)).run([(url, feed) for url in urls], since))

    def said(self, url: str) -> str:
        (outcome,) = self(url)
        return str(outcome).replace(url, "URL")


@pytest.fixture
def fetch(db: sqlite3.Connection, time: FakeTime) -> Fetching:
    return Fetching(db, time)


def test_a_page_is_kept_with_its_bytes_and_the_time_of_its_capture(
    web: Site, fetch: Fetching, db: sqlite3.Connection
) -> None:
    """Under its URL, and with a name made from it; the server is told who asks."""
    url = web.put("/news/1041.html", Reply())
    assert fetch.said(url) == "fetched: URL (127.0.0.1-1041, 1 statement)"
    row = db.execute("SELECT doc, url, bytes, captured FROM pages").fetchone()
    assert tuple(row) == ("127.0.0.1-1041", url, ARABIC.encode(), "2024-03-06T10:00:02+00:00")
    assert web.asked == ["/robots.txt", "/news/1041.html"]
    assert {str(each["User-Agent"]).split("/")[0] for each in web.headers} == {"Musnad"}
    assert all("(+http" in str(each["User-Agent"]) for each in web.headers)
    assert web.headers[1]["Host"] == web.root.removeprefix("http://")


def test_the_same_page_again_is_unchanged(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """Whether the server says so or sends it again, in these bytes or in others with the same words."""
    url = web.put("/1", Reply(headers={"ETag": '"a"'}), Reply(b"", 304), Reply(), Reply(ARABIC.strip().encode()))
    assert [outcome.kind for _ in range(4) for outcome in fetch(url)] == ["fetched", *["unchanged"] * 3]
    assert [each["If-None-Match"] for each in web.headers if each["Accept"]][1::2] == [None, '"a"', '"a"', None]
    assert db.execute("SELECT count(*) FROM pages").fetchone()[0] == 1


def test_a_server_may_tell_time_instead_of_tags(web: Site, fetch: Fetching) -> None:
    """Last-Modified is sent back as the server wrote it; 304 that nobody asked for is no answer."""
    day = "Tue, 05 Mar 2024 09:00:00 GMT"
    url = web.put("/1", Reply(headers={"Last-Modified": day}), Reply(b"", 304))
    assert [fetch.said(url)[:7] for _ in range(2)] == ["fetched", "unchang"]
    assert web.headers[-1]["If-Modified-Since"] == day
    assert fetch.said(web.put("/2", Reply(b"", 304))) == "URL: failed: 304 Not Modified"


def test_other_words_are_a_new_version_and_so_are_the_first_ones_again(
    web: Site, fetch: Fetching, db: sqlite3.Connection
) -> None:
    """An article that is put back is as much a change as the one before; who published it and when is taken over."""
    url = web.put("/1", Reply(), Reply(OTHER.encode()), Reply())
    fetch(url)
    db.execute("UPDATE pages SET outlet = 'المصب', published = '2024-03-05'")
    assert fetch.said(url) == "new version: URL (127.0.0.1-1-2, 1 statement)"
    assert fetch.said(url).startswith("new version: URL")
    found = versions.versions(db, url)
    assert [version.doc for version in found] == ["127.0.0.1-1", "127.0.0.1-1-2", "127.0.0.1-1-3"]
    page = pages.page(db, found[2].page)
    assert (page.outlet, page.published) == ("المصب", "2024-03-05")


def test_a_file_that_was_added_before_gets_its_url(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """The same bytes are the same page."""
    doc = attempt(Page("file", ARABIC))
    assert isinstance(doc, Doc)
    pages.keep(db, doc, ARABIC.encode(), RUN)
    url = web.put("/1", Reply())
    assert fetch.said(url) == "unchanged: URL"
    assert [version.doc for version in versions.versions(db, url)] == ["file"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=404), "failed: 404 Not Found"),
        (Reply(status=403), "failed: 403 Forbidden"),
        (Reply(b""), "failed: is empty; nothing to read"),
        (Reply(b"He said."), "failed: has no Arabic letter; Musnad reads Arabic pages"),
        (Reply(headers={"Content-Type": "image/png"}), "failed: is no page of text (image/png)"),
        (Reply("قال".encode("windows-1256")), "failed: is not UTF-8"),
        (Reply(headers={"Content-Encoding": "gzip"}), "failed: what was sent cannot be decompressed"),
        (Reply(headers={"Content-Encoding": "br"}), "failed: was sent in an encoding that was not asked for (br)"),
        (Reply(b"x" * 200_001), "too large: more than 200,000 bytes; --max-bytes raises the limit"),
        (endless, "too large: more than 200,000 bytes"),
        (bomb(50_000_000), "too large: more than 200,000 bytes"),
        (Reply(length=10_000), "failed: "),
        (drip(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"), "failed: took longer than 0.6 s"),
        (drip(b"HTTP/1.1 200 OK\r\nX-A: "), "failed: took longer than 0.6 s"),
        (silent, "failed: did not answer in time (2 s to connect, 0.3 s to go on)"),
        (drip(b"SSH-2.0-OpenSSH\r\n"), "failed: broken answer: "),
    ],
)
def test_what_cannot_be_fetched_has_one_line_and_leaves_nothing(
    web: Site, fetch: Fetching, db: sqlite3.Connection, reply: Reply, said: str
) -> None:
    """The line says why; the next page is fetched all the same."""
    url = web.put("/1", reply)
    good = web.put("/2", Reply())
    failed, fetched = sorted(fetch(url, good), key=lambda outcome: outcome.url)
    assert str(failed).startswith(f"{url}: {said}")
    assert "\n" not in str(failed)
    assert failed.failed
    assert fetched.kind == "fetched"
    assert [row["url"] for row in db.execute("SELECT url FROM pages")] == [good]


def test_a_gzip_bomb_does_not_go_off(web: Site, fetch: Fetching) -> None:
    """No more of it is decompressed than the limit and a little."""
    url = web.put("/1", bomb(100_000_000))
    tracemalloc.start()
    try:
        assert fetch.said(url).startswith("URL: too large")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_page_of_any_size_below_the_limit_is_whole(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """Compressed and not."""
    data = (ARABIC * 50).encode() + b" " * 150_000
    fetch.manners = replace(LOCAL, limits=replace(LIMITS, size=len(data)))
    one = web.put("/1", Reply(data))
    two = web.put("/2", Reply(gzip.compress(data), headers={"Content-Encoding": "gzip"}))
    assert {outcome.kind for outcome in fetch(one, two)} == {"fetched"}
    assert {row["bytes"] for row in db.execute("SELECT bytes FROM pages")} == {data}


def test_redirects_are_followed_to_the_page_that_answers(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """Relative, absolute, in Arabic letters as sites send them; the page's URL is the last one."""
    web.put("/1", Reply(status=301, headers={"Location": "2?a"}))
    web.put("/2?a", Reply(status=302, headers={"Location": f"{web.root}/3"}))
    web.put("/3", Reply(status=307, headers={"Location": "/خبر".encode().decode("latin-1")}))
    url = web.put("/%D8%AE%D8%A8%D8%B1", Reply())
    (outcome,) = fetch(f"{web.root}/1")
    assert (outcome.url, outcome.kind, outcome.doc) == (f"{web.root}/1", "fetched", "127.0.0.1-خبر")
    assert len(versions.versions(db, url)) == 1


def test_redirects_have_an_end(web: Site, fetch: Fetching) -> None:
    """A loop is broken off; so is one that grows."""
    loop = web.put("/1", Reply(status=302, headers={"Location": "/1"}))
    assert fetch.said(loop) == "URL: failed: more than 5 redirects, the last one to URL"
    assert web.pages() == ["/1"] * 6
    away = web.put("/2", Reply(status=302, headers={"Location": "file:///etc/passwd"}))
    assert (
        fetch.said(away)
        == "URL: failed: redirect to 'file:///etc/passwd', which is no URL of the web; it must begin with http:// or https://"
    )
    assert fetch.said(web.put("/3", Reply(status=302))) == "URL: failed: 302 Found"


class Names:
    """A DNS that gives its answers one after another, the last for ever."""

    def __init__(self, **answers: list[str]) -> None:
        self.answers = {name.replace("_", "."): found for name, found in answers.items()}

    def __call__(self, host: str, port: int) -> list[str]:
        del port
        found = self.answers.get(host, [host])
        return [found.pop(0) if len(found) > 1 else found[0]]


@pytest.fixture
def outside(fetch: Fetching, monkeypatch: pytest.MonkeyPatch) -> Fetching:
    """The site's own address stands in for a public one; all others are judged as they are."""
    real = addresses.refusal
    monkeypatch.setattr(addresses, "refusal", lambda each: None if each == "127.0.0.1" else real(each))
    fetch.manners = replace(LOCAL, allow_private=False)
    return fetch


def test_private_addresses_are_refused(web: Site, fetch: Fetching) -> None:
    """Before anything is sent."""
    fetch.manners = replace(LOCAL, allow_private=False)
    url = web.put("/1", Reply())
    assert fetch.said(url) == "URL: refused address: 127.0.0.1 is loopback; --allow-private lets it through"
    assert web.asked == []


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://127.0.0.2:1/", "http://inner.example/", "http://[::1]/"]
)
def test_private_addresses_are_refused_after_a_redirect(web: Site, outside: Fetching, target: str) -> None:
    """Of a page, and of its robots.txt."""
    outside.resolve = Names(inner_example=["10.0.0.1"])
    url = web.put("/1", Reply(status=302, headers={"Location": target}))
    (outcome,) = outside(url)
    assert (outcome.kind, web.pages()) == ("refused address", ["/1"])
    web.put("/robots.txt", Reply(status=302, headers={"Location": target}))
    (outcome,) = outside(web.put("/2", Reply()))
    assert (outcome.kind, web.pages()) == ("refused address", ["/1"])


def test_an_address_that_was_checked_is_the_one_that_is_asked(web: Site, outside: Fetching) -> None:
    """A name is looked up once for each request, and what it is afterwards has no say in that request."""
    port = web.root.rsplit(":")[-1]
    outside.resolve = Names(news_example=["127.0.0.1", "127.0.0.1", "10.0.0.1"])
    web.put("/1", Reply())
    first, second = f"http://news.example:{port}/1", f"http://news.example:{port}/2"
    assert [outcome.kind for outcome in outside(first)] == ["fetched"]
    assert {each["Host"] for each in web.headers} == {f"news.example:{port}"}
    assert str(outside(second)[0]).startswith(f"{second}: refused address: 10.0.0.1 is private")
    assert web.asked == ["/robots.txt", "/1"]


def test_robots_txt_is_obeyed(web: Site, fetch: Fetching, time: FakeTime) -> None:
    """By its longest rule for Musnad, also after a redirect; it is read once, and sets the pace."""
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: musnad\nCrawl-delay: 7\nDisallow: /in*/\nAllow: /in/open\n"
    web.put("/robots.txt", Reply(b"\xef\xbb\xbf" + rules.encode()))
    shut = web.put("/in/1", Reply())
    way = web.put("/way", Reply(status=302, headers={"Location": "/in/1"}))
    free = [web.put(path, Reply()) for path in ("/in/open", "/1")]
    said = {outcome.url: str(outcome.kind) for outcome in fetch(shut, way, *free)}
    assert said == {shut: "refused by robots.txt", way: "refused by robots.txt", free[0]: "fetched", free[1]: "fetched"}
    assert web.asked == ["/robots.txt", "/way", "/in/open", "/1"]
    assert time.slept == [2.0, 7.0, 7.0]


@pytest.mark.parametrize(
    ("replies", "kinds"),
    [
        ([Reply(b"", 404)], ["fetched"]),
        ([Reply(b"", 401)], ["fetched"]),
        ([Reply(b"")], ["fetched"]),
        ([Reply(b"\x00\xff<html>")], ["fetched"]),
        ([Reply(b"", 500)], ["refused by robots.txt"]),
        ([Reply(b"", 429)], ["refused by robots.txt"]),
        ([Reply(b"", 503), Reply(b"User-agent: *\nAllow: /")], ["fetched"]),
        ([Reply(b"# " * 300_000)], ["refused by robots.txt"]),
        ([Reply(status=302, headers={"Location": "/robots.txt"})], ["failed"]),
        ([silent], ["failed"]),
    ],
)
def test_a_robots_txt_that_is_not_there_allows_and_one_that_cannot_be_had_forbids(
    web: Site, fetch: Fetching, replies: list[Reply], kinds: list[str]
) -> None:
    """Until it can."""
    web.put("/robots.txt", *replies)
    assert [outcome.kind for outcome in fetch(web.put("/1", Reply()))] == kinds
    assert web.pages() == (["/1"] if kinds == ["fetched"] else [])


def test_a_busy_server_is_given_the_time_that_it_asks_for(web: Site, fetch: Fetching, time: FakeTime) -> None:
    """And without a word of it more each time; three tries are enough."""
    first = web.put("/1", Reply(b"", 429, {"Retry-After": "30"}), Reply(b"", 503), Reply())
    assert fetch.said(first).startswith("fetched")
    assert time.slept == [2.0, 30.0, 32.0]
    second = web.put("/2", Reply(b"", 502))
    assert fetch.said(second) == "URL: failed: 502 Bad Gateway"
    assert web.pages() == ["/1"] * 3 + ["/2"] * 3


def test_who_asks_to_be_left_alone_for_long_is(web: Site, fetch: Fetching, time: FakeTime) -> None:
    """Also by the next command; afterwards it is asked again."""
    url = web.put("/1", Reply(b"", 503, {"Retry-After": "3600"}), Reply())
    until = "2024-03-06T11:00:02+00:00"
    said = f"URL: failed: 503 Service Unavailable; its server asks to be left alone until {until}"
    assert fetch.said(url) == said
    assert fetch.said(url) == f"URL: failed: its server asked to be left alone until {until}"
    assert web.pages() == ["/1"]
    time.passed += 3600
    assert fetch.said(url).startswith("fetched")


def test_while_one_host_rests_another_is_asked(web: Site, fetch: Fetching, time: FakeTime) -> None:
    """One request at a time all the same."""
    port = web.root.rsplit(":")[-1]
    fetch.resolve = Names(a_example=["127.0.0.1"], b_example=["127.0.0.1"])
    for path in ("/1", "/2"):
        web.put(path, Reply(path.encode() + ARABIC.encode()))
    urls = [f"http://{host}.example:{port}/{number}" for host in "ab" for number in (1, 2)]
    assert [outcome.url for outcome in fetch(*urls)] == [urls[0], urls[2], urls[1], urls[3]]
    assert sum(time.slept) == 6.0  # 8 seconds, had each host been waited for


def test_a_url_is_asked_for_once(web: Site, fetch: Fetching) -> None:
    """However often and in whatever form it is given."""
    url = web.put("/%D8%AE", Reply())
    assert len(fetch(url, f"{web.root}/خ", f"{url}#top", " " + url)) == 1


def test_a_feed_stands_for_its_pages(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """Relative links too; the feed's day is the page's where nothing else is known; feeds in feeds are not followed."""
    web.put("/1", Reply())
    web.put("/2", Reply(OTHER.encode()))
    web.put("/more", feed("/3"))
    web.put("/3", Reply())
    url = web.put("/f/rss", feed("../1", "/2", "/2", "/more", "file:///x"))
    said = [str(outcome).replace(web.root, "") for outcome in fetch(url)]
    assert said == [
        "feed: /f/rss (3 pages)",
        "fetched: /1 (127.0.0.1-1, 1 statement)",
        "fetched: /2 (127.0.0.1-2, 1 statement)",
        "feed: /more (1 page)",
    ]
    assert {row["published"] for row in db.execute("SELECT published FROM pages")} == {"2024-03-05"}


def test_a_feed_that_did_not_change_may_have_pages_that_did(web: Site, fetch: Fetching) -> None:
    """They are asked for all the same."""
    feeds = (replace(feed("/1"), headers={"ETag": "x", "Content-Type": "text/xml"}), Reply(b"", 304))
    url = web.put("/rss", Reply(status=302, headers={"Location": "/real"}))
    web.put("/real", *feeds)
    web.put("/1", Reply(), Reply(OTHER.encode()))
    assert [outcome.kind for outcome in fetch(url)] == ["feed", "fetched"]
    assert [outcome.kind for outcome in fetch(url)] == ["unchanged", "new version"]


def test_what_is_said_to_be_a_feed_must_be_one(web: Site, fetch: Fetching) -> None:
    """A page in its place is not kept."""
    (outcome,) = fetch(web.put("/1", Reply()), feed=True)
    assert (outcome.kind, outcome.what) == ("failed", "is no feed")


def test_a_page_on_which_a_rule_fails_does_not_stop_the_others(
    web: Site, db: sqlite3.Connection, time: FakeTime
) -> None:
    """And it is asked for as a whole again next time."""

    def annotate(page: Page) -> Doc | Problem:
        return Problem(page.doc, "broken") if "1" in page.doc.split("-") else attempt(page)

    urls = [web.put(f"/{number}", Reply(headers={"ETag": "x"})) for number in (1, 2)]
    crawl = Crawl(Client(LOCAL, time.clock()), Intake(db, RUN, annotate))
    assert [outcome.what for outcome in crawl.run([(url, False) for url in urls])] == ["broken", ""]
    visit = visits.visit(db, urls[0])
    assert visit is not None
    assert (visit.outcome, visit.etag) == ("failed", None)


def test_an_interruption_leaves_whole_pages(web: Site, db: sqlite3.Connection, time: FakeTime) -> None:
    """What was fetched is there, what was not is fetched next time."""
    urls = [web.put(f"/{number}", Reply(ARABIC.encode() + b"%d" % number)) for number in range(3)]

    def annotate(page: Page) -> Doc | Problem:
        if page.doc.endswith("-1"):
            raise KeyboardInterrupt
        return attempt(page)

    crawl = Crawl(Client(LOCAL, time.clock()), Intake(db, RUN, annotate))
    with pytest.raises(KeyboardInterrupt):
        list(crawl.run([(url, False) for url in urls]))
    assert [row["url"] for row in db.execute("SELECT url FROM pages")] == urls[:1]
    assert visits.visit(db, urls[1]) is None
    again = Fetching(db, time)(*urls)
    assert [outcome.kind for outcome in again] == ["unchanged", "fetched", "fetched"]


SENTENCES = "\n".join(
    f"<p>قال الوزير إن السد رقم {number} سيفتح أمام الزوار يوم السبت بعد أن انتهت الأعمال فيه.</p>"
    for number in range(5)
)


def html(views: int, body: str = SENTENCES, charset: str = "windows-1256") -> Reply:
    """A news page as sites send it: other bytes each time, a canonical address of its own choice, a wrong charset."""
    page = (
        '<html><head><title>افتتاح السد</title><link rel="canonical" href="https://other.example/1">'
        '<meta property="article:published_time" content="2024-03-04T10:00:00+03:00"></head><body>'
        f'<nav><a href="/">الرئيسية</a></nav><article><h1>افتتاح السد</h1>{body}</article>'
        f"<footer>شاهده {views} زائرا</footer></body></html>"
    )
    return Reply(page.encode(charset), headers={"Content-Type": "text/html; charset=utf-8"})


def test_html_is_read_whatever_its_server_says_of_it(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """A wrong charset; a canonical address of another site, which would make it a version of that site's page."""
    url = web.put("/1", html(1), html(2), html(2, SENTENCES.replace("السبت", "الأحد")))
    fetch(web.put("/rss", feed("/1")))
    (version,) = versions.versions(db, url)
    page = pages.page(db, version.page)
    assert "قال الوزير إن السد رقم 4" in page.source
    assert (page.published, page.url) == ("2024-03-04", url)
    assert "<" not in page.source
    assert [outcome.kind for _ in range(2) for outcome in fetch(url)] == ["unchanged", "new version"]
    assert versions.article(db, 2).count("الأحد") == 5
    data, kind = pages.original(db, version.page)
    assert again(page, data, kind).url == url


def test_html_that_is_called_text_is_html(web: Site, fetch: Fetching, db: sqlite3.Connection) -> None:
    """And what a feed says of the day counts where the page does not."""
    reply = html(1, charset="utf-8")
    plain = Reply(reply.body.replace(b"article:published_time", b"x"), headers={"Content-Type": "text/plain"})
    web.put("/1", plain)
    fetch(web.put("/rss", feed("/1")))
    page = pages.page(db, 1)
    assert "<" not in page.source
    assert page.published == "2024-03-05"
    assert again(page, *pages.original(db, 1)).published == "2024-03-05"


@pytest.mark.parametrize("tag", ["div", "blockquote", "table", "span", "p", "a"])
def test_a_page_nested_without_end_does_not_stop_the_others(web: Site, fetch: Fetching, tag: str) -> None:
    """Whatever comes of it."""
    deep = Reply((f"<{tag}>" * 20_000 + SENTENCES).encode(), headers={"Content-Type": "text/html"})
    found = fetch(web.put("/1", deep), web.put("/2", html(1)))
    assert [str(outcome.kind) for outcome in found if outcome.url.endswith("/2")] == ["fetched"]
    assert len(found) == 2


def test_a_reader_that_breaks_is_one_line(web: Site, fetch: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page is not kept, the next one is."""

    def broken(data: bytes, *_: object) -> Capture:
        if b"bad" in data:
            raise RecursionError("too deep")
        return read_bytes(data, "http://example.org/", "text/plain")

    monkeypatch.setattr(intake, "read_bytes", broken)
    found = fetch(web.put("/1", Reply(b"bad")), web.put("/2", Reply()))
    assert [outcome.what for outcome in found] == ["Musnad failed on this page (RecursionError: too deep)", ""]


def test_a_page_of_nothing_but_one_sign_is_soon_done_with(web: Site, fetch: Fetching) -> None:
    """No pattern of the reading looks at it in every way there is; with one, this test would take minutes."""
    for number, sign in enumerate((" ", "\t", "<", "(", "ـ", "&#32;", "<!--", "<p>")):
        body = ("قال " + sign * (40_000 // len(sign.encode()))).encode()
        for kind in ("text/plain", "text/html"):
            url = web.put(f"/{number}/{kind}", Reply(body, headers={"Content-Type": kind}))
            assert len(fetch(url)) == 1
