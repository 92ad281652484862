"""Bynames by a child: `أم جوان`, `أبو غازي`."""

from __future__ import annotations

from musnad.stages.names import knowledge as known
from musnad.stages.names import parts
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = ["kunya", "topic_byname"]

_TOPIC = ("اما", "واما")
_SAID = known.cues("people said")


def kunya(page: Page, number: int, after: int) -> bool:
    """`تقول أم جوان:`, `أما أم جوان فتقول`: a byname alone between a verb of saying and what is said, or a topic."""
    son = page.form(number + 1)
    plain = not (page.article(number + 1) or known.binds(son) or known.title(son)) and len(son) > 2 and son[0] != "ل"
    own = parts.nameable(son) and (parts.listed(son) or not page.article(number + 1))
    acts = son[:1] in ("ن", "ي", "ت") and verb(son) is not None and not parts.listed(son)  # `نتراجع أم نتقدم`
    named = page.form(number) in ("ام", "ابو") and not acts and (own or (plain and page.gap(after) != " "))
    topic = topic_byname(page, number)
    closed = page.gap(after) != " " or page.form(after) in _SAID or (topic and page.form(after)[:1] == "ف")
    return named and after == number + 2 and closed and (topic or known.says(page.form(number - 1)))


def topic_byname(page: Page, number: int) -> bool:
    """`أما أم جوان`: whether a byname is what the sentence is about."""
    return page.form(number) in ("ام", "ابو") and page.form(number - 1) in _TOPIC
