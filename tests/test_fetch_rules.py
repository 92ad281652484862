"""What fetching decides without a network: addresses, URLs, feeds, waiting, lists."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from musnad.fetch.addresses import askable, refusal
from musnad.fetch.exchange import Limits
from musnad.fetch.feeds import LONGEST, Item, is_feed, items
from musnad.fetch.outcome import FetchError, Kind
from musnad.fetch.pace import Pace, retry_after
from musnad.fetch.reading import name, read_bytes
from musnad.fetch.urls import join, place
from musnad.fetch.watch import addresses, seconds
from tests.site import ARABIC, FakeTime, feed

NOW = datetime(2024, 3, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("10.0.0.1", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("127.0.0.1", "loopback"),
        ("127.8.8.8", "loopback"),
        ("0.0.0.0", "this network"),
        ("100.64.0.1", "shared"),
        ("100.127.255.255", "shared"),
        ("169.254.169.254", "link-local"),
        ("192.0.0.1", "reserved"),
        ("192.0.2.5", "documentation"),
        ("198.18.0.1", "benchmarking"),
        ("224.0.0.1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "this network"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("::ffff:a9fe:a9fe", "link-local"),
        ("::127.0.0.1", "reserved"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::192.168.0.1", "private"),
        ("64:ff9b:1::1", "reserved"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fc00::1", "private"),
        ("fd12:3456::1", "private"),
        ("fec0::1", "reserved"),
        ("ff02::1", "multicast"),
        ("2001:db8::1", "documentation"),
        ("2001::1", "reserved"),
        ("2002:7f00:1::", "reserved"),
        ("4000::1", "reserved"),
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str, what: str) -> None:
    """Of both families, also an IPv4 address inside an IPv6 one."""
    assert (refusal(address) or "").startswith(what)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1", "172.15.0.1",
        "172.32.0.1", "192.167.1.1", "192.169.1.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
        "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ],
)  # fmt: skip
def test_public_addresses_are_not(address: str) -> None:
    """Up to the edges of what is refused."""
    assert refusal(address) is None


def test_of_a_hosts_addresses_only_public_ones_are_asked() -> None:
    """One that has none but private ones is refused with the reason, unless that is allowed."""
    found = {"mixed": ["10.0.0.1", "8.8.8.8"], "inner": ["fe80::1", "10.0.0.1"], "none": []}

    def look(host: str, port: int) -> list[str]:
        assert port == 80
        return found[host]

    assert askable("mixed", 80, look, allow_private=False) == ["8.8.8.8"]
    assert askable("inner", 80, look, allow_private=True) == ["fe80::1", "10.0.0.1"]
    assert askable("none", 80, look, allow_private=False) == []
    with pytest.raises(FetchError, match="fe80::1 is link-local; --allow-private lets it through") as raised:
        askable("inner", 80, look, allow_private=False)
    assert raised.value.kind is Kind.ADDRESS
    assert not raised.value.transient


def test_a_name_that_is_not_found_may_be_found_later() -> None:
    """Also one that cannot be a name at all is no crash."""

    def fails(host: str, port: int) -> list[str]:
        raise OSError(-2, f"{host}:{port} not known")

    with pytest.raises(FetchError, match="the address of x cannot be found") as raised:
        askable("x", 80, fails, allow_private=False)
    assert raised.value.transient


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://Example.ORG", "http://example.org/"),
        (" https://example.org:443/a#b\n", "https://example.org/a"),
        ("http://example.org:8080/?q=1", "http://example.org:8080/?q=1"),
        ("http://example.org/خبر", "http://example.org/%D8%AE%D8%A8%D8%B1"),
        ("http://example.org/%d8%ae", "http://example.org/%D8%AE"),
        ("http://example.org./a b", "http://example.org/a%20b"),
        ("http://موقع.مصر/", "http://xn--4gbrim.xn--wgbh1c/"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
    ],
)
def test_a_url_has_one_form(written: str, asked: str) -> None:
    """And that form is its own."""
    assert str(place(written)) == asked
    assert str(place(asked)) == asked


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/", "http:// or https://"),
        ("file:///etc/passwd", "http:// or https://"),
        ("javascript:alert(1)", "http:// or https://"),
        ("example.org/a", "http:// or https://"),
        ("", "http:// or https://"),
        ("http://", "names no host"),
        ("http:///a", "names no host"),
        ("http://u:p@example.org/", "user name"),
        ("http://example.org:99999/", "no URL that can be read"),
        ("http://[fe80::1%25eth0]/", "no host that can be looked up"),
    ],
)
def test_what_is_no_url_of_the_web_is_refused(url: str, why: str) -> None:
    """With the reason."""
    with pytest.raises(ValueError, match=why):
        place(url)


def test_a_host_cannot_be_hidden_from_the_check() -> None:
    """What is looked up is what is connected to, however the URL is written."""
    assert place("http://example.org\\@127.0.0.1/").host == "example.org"
    assert place("http://example.org#@127.0.0.1/").host == "example.org"
    assert place("http://127.0.0.1?@example.org/").host == "127.0.0.1"


def test_links_are_joined_to_where_they_stand() -> None:
    """A redirect or a feed may write as little as it likes."""
    assert join("https://example.org/a/b?c", "../d") == "https://example.org/d"
    assert join("https://example.org/a/b", "//other.org/خ") == "https://other.org/%D8%AE"
    with pytest.raises(ValueError, match="http:// or https://"):
        join("https://example.org/", "file:///etc/passwd")


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Wed, 06 Mar 2024 10:00:30 GMT", 30.0),
        ("Wed, 06 Mar 2024 10:00:30", 30.0),
        ("Wed, 06 Mar 2024 09:00:00 GMT", 0.0),
        ("soon", None),
        ("-1", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str | None, wait: float | None) -> None:
    """Anything else says nothing."""
    assert retry_after(value, NOW) == wait


def test_a_host_is_asked_at_its_pace() -> None:
    """The delay is counted from its last answer; robots.txt can make it longer, up to ten minutes, never shorter."""
    time = FakeTime()
    pace = Pace(2.0, time.clock())
    for host, asked in (
        ("a", None),
        ("a", None),
        ("b", None),
        ("c", 0.5),
        ("c", 0.5),
        ("d", 7.0),
        ("d", 1e6),
        ("d", 7),
    ):
        pace.wait(host)
        pace.slow(host, asked)
        pace.rest(host)
    assert time.slept == [2.0, 2.0, 7.0, 600.0]


RSS = b'<?xml version="1.0" encoding="utf-8"?>\n<!-- a --><rss version="2.0"><channel></channel></rss>'


@pytest.mark.parametrize(
    ("data", "kind", "found"),
    [
        (RSS, "text/html", True),
        (b"\xef\xbb\xbf" + RSS, "", True),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "application/xml", True),
        (b"<rdf:RDF>", "text/xml", True),
        (b"anything", "application/rss+xml; charset=utf-8", True),
        (b"<html><body>&lt;rss&gt;<rss>", "text/html", False),
        (b"<feedback>", "text/xml", False),
        (ARABIC.encode(), "text/plain", False),
        (b"", "", False),
    ],
)
def test_a_feed_is_known_by_its_type_or_its_first_element(data: bytes, kind: str, *, found: bool) -> None:
    """Servers call feeds all sorts of things."""
    assert is_feed(data, kind) is found


def test_what_looks_like_the_beginning_of_a_feed_for_ever_is_soon_done_with() -> None:
    """There is one way to read comments and instructions; with two, this test would not end in a lifetime."""
    assert not is_feed(b"<??>" * 1000 + b"<!-- -->" * 100, "")


def test_a_feed_names_its_pages_once_with_their_days() -> None:
    """Relative links lead from the feed; links that lead nowhere are left out; the day is the feed's own."""
    reply = feed("/1", "http://other.org/2#x", "/1", "mailto:a@example.org", "3?a=1&amp;b=2")
    assert items(reply.body, "http://example.org/f/rss.xml", "text/xml") == [
        Item("http://example.org/1", "2024-03-05"),
        Item("http://other.org/2", "2024-03-05"),
        Item("http://example.org/f/3?a=1&b=2", "2024-03-05"),
    ]
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://example.org/base/"><entry><link href="a"/>'
        "<published>2024-03-05T23:30:00+03:00</published></entry><entry><link href='b'/></entry></feed>"
    )
    assert items(atom.encode(), "http://example.org/", "application/atom+xml") == [
        Item("http://example.org/base/a", "2024-03-05"),
        Item("http://example.org/base/b", None),
    ]


def test_a_feed_is_read_as_far_as_it_goes() -> None:
    """Cut off, without a day, longer than any reader wants, not XML at all."""
    whole = feed("/1", "/2", published="soon")
    cut = whole.body[: whole.body.index(b"/2") + 3]
    assert Item("http://example.org/1") in items(cut, "http://example.org/", "text/xml")
    many = feed(*map(str, range(LONGEST + 5)))
    assert len(items(many.body, "http://example.org/", "text/xml")) == LONGEST
    assert items(b"/etc/passwd", "http://example.org/", "text/xml") == []
    assert items(b"http://127.0.0.1:1/", "http://example.org/", "text/xml") == []


def test_a_page_is_named_after_its_url() -> None:
    """Its host and the last part of its path that says something."""
    assert name("https://www.example.org/news/1041.html?x=1") == "example.org-1041"
    assert name("https://example.org/") == "example.org"
    assert name("https://example.org/a/%D8%AE%D8%A8%D8%B1-%D8%A3/index.php") == "example.org-خبر-أ"
    assert len(name(f"https://example.org/{'a' * 500}")) < 60


def test_what_is_no_text_is_no_page() -> None:
    """Whatever its bytes look like."""
    page = read_bytes(ARABIC.encode(), "https://example.org/7", "text/plain; charset=utf-8").page
    assert (page.doc, page.source, page.url) == ("example.org-7", ARABIC, "https://example.org/7")
    assert read_bytes(ARABIC.encode(), "https://example.org/7", "").page.source == ARABIC
    with pytest.raises(ValueError, match=r"is no page of text \(application/pdf\)"):
        read_bytes(ARABIC.encode(), "https://example.org/7", "application/pdf")


def test_a_list_has_a_url_a_line_and_comments() -> None:
    """A fragment is no comment."""
    text = "\ufeff# feeds\nhttp://a.org/rss  # the first\n\n  http://b.org/#top\r\n"
    assert addresses(text) == ["http://a.org/rss", "http://b.org/#top"]


def test_spans_of_time_have_a_unit() -> None:
    """And are longer than nothing."""
    assert [seconds(text) for text in ("90s", "15m", "2h", " 1d ")] == [90, 900, 7200, 86_400]
    for text in ("15", "m", "0s", "1.5h", "-1m", "1w", "١m", ""):
        with pytest.raises(ValueError, match="is no span of time"):
            seconds(text)


def test_limits_are_what_the_manual_says() -> None:
    """Ten seconds to connect, twenty to go on, a minute in all, ten million bytes."""
    assert Limits() == Limits(connect=10, read=20, total=60, size=10_000_000)
