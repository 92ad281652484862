"""What the markup of a page calls something else than the article: taken out before the text is.

Only what its own names say for sure, and never what holds the headline or most of the page's paragraphs: names are
given loosely (`has-comments`, `with-sidebar`). What has no such names is left to the furniture room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from musnad.read.facts import headline
from musnad.read.flow import flow, plain

__all__ = ["prune"]

_TAGS = frozenset("nav aside footer form figcaption script style noscript iframe button dialog template".split())
_ROLES = frozenset("navigation complementary contentinfo search banner dialog alertdialog menu menubar toolbar".split())
# Held against each single name of an element's class and id.
_NAMES = re.compile(
    r"""(?:.*[-_])?(?:
      related|read-?also|also-?read|readmore|read-?more|see-?also|more-?(?:news|stories|posts)|you-?may(?:-like)?
    | recommend(?:ed|ations?)?|taboola|outbrain|mgid
    | shar(?:e|ing)(?:daddy|this)?|social(?:-.*)?|addtoany|addthis|follow(?:-us)?|telegram|whatsapp|google-?news
    | comments?|disqus|respond|commentlist|comment-?(?:list|form|area|section|body|content|respond)
    | breadcrumbs?|newsletter|subscri(?:be|ption)|sign-?up|subscribe-box
    | ads?|advert(?:s|isement|ising|isment)?|adsbygoogle|banner|sponsor(?:ed)?|dfp|gpt-ad|promo
    | caption|caption-text|credit|photo-?credit|gallery|slider|carousel
    | author-?(?:box|bio|info|card|about)|about-?author|bio
    | tags|tag-?(?:list|cloud|links)|post-?tags|keywords|categor(?:y|ies)-?(?:list|links)|labels
    | nav|navbar|navigation|menu|pagination|pager|next-?prev|prev-?next|post-?nav(?:igation)?
    | cookies?|gdpr|consent|ticker|breaking|breaking-?news|most-?(?:read|viewed|popular)|popular(?:-posts)?|trending
    | paywall|piano|meter|views?|view-?count(?:er)?|counter|font-?(?:size|resize|tools?)|text-?size|print|toolbar
    | sidebar|widget|poll|rating|copyright|footer|site-?(?:header|footer)|masthead|top-?bar|skip-link|screen-reader-text
    | amp-?(?:ad|sidebar|social-share)|video-?(?:list|playlist)|ai-?summary|summary-?box|tldr
    )(?:[-_](?:box|block|wrap(?:per)?|container|section|area|list|links?|posts?|articles?|news|items?|bar|text|label|title
      |inline|content|body|module|widget|zone|slot|unit|top|bottom|mobile|desktop|\d+|[a-z]\d*))*""",
    re.VERBOSE,
)
_COMMENTS = re.compile(r"comment|disqus|respond")
_LINE = 60  # characters
_MOST = 0.4  # share of a page's paragraphs from which an element is the article, whatever it is called


def prune(tree: Any, title: str) -> None:
    """Take out of `tree` what is not the article of this `title`; other articles below it too."""
    whole = _running(tree) or 1
    for node in list(_named(tree)):
        if node.getparent() is None or not _attached(node, tree):
            continue
        names = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
        keeps = _holds_article(node, title) or (not _COMMENTS.search(names) and _running(node) > _MOST * whole)
        if not keeps:
            _drop(node)
    _others(tree, title)


def _named(tree: Any) -> Iterator[Any]:
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in ("html", "body", "head", "main"):
            continue
        names = f"{node.get('class') or ''} {node.get('id') or ''}".lower().split()
        style = (node.get("style") or "").replace(" ", "").lower()
        if (
            node.tag in _TAGS
            or node.tag.startswith("amp-")
            or (node.get("role") or "").lower() in _ROLES
            or node.get("hidden") is not None
            or node.get("aria-hidden") == "true"
            or "display:none" in style
            or any(_NAMES.fullmatch(name) for name in names)
        ):
            yield node


def _holds_article(node: Any, title: str) -> bool:
    if any(headline(plain(each), title) for each in _headings(node)):
        return True
    return any(
        "articlebody" in (each.get("itemprop") or "").lower() for each in node.iter() if isinstance(each.tag, str)
    )


def _others(tree: Any, title: str) -> None:
    """Where articles follow one another down a page, only that of the page's headline is the page."""
    found = [node for node in tree.iter("article") if not any(outer.tag == "article" for outer in node.iterancestors())]
    own = [node for node in found if any(headline(plain(head), title) for head in _headings(node))]
    if title and own:
        for node in found:
            if node is not own[0]:
                _drop(node)


def _headings(node: Any) -> Iterator[Any]:
    yield from node.iter("h1", "h2", "h3")


def _attached(node: Any, tree: Any) -> bool:
    """Whether a node is still in the tree: what lay around it may have been taken out."""
    return any(outer is tree for outer in node.iterancestors())


def _drop(node: Any) -> None:
    """Take a node out and leave what follows it."""
    parent, tail = node.getparent(), node.tail
    if tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(node)


def _running(node: Any) -> int:
    """Characters in lines that are long enough for running text."""
    return sum(len(line) for line in flow(node).text.split("\n") if len(line) >= _LINE)
