"""Persons whose names a page keeps back: `(ع. م.)`, `نادر. ص`, `سلطان ع.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import knowledge as known
from musnad.stages.names import parts
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import sure
from musnad.stages.names.words import Page

__all__ = ["find"]

# Two letters or three, in brackets or quotation marks, or behind a word and before one that is no name.
_INITIALS = re.compile(
    r"(?<=[(«“\"])(?P<fenced>[^\W\d_]\. ?[^\W\d_]\.?(?: ?[^\W\d_]\.?)?)(?=[)»”\"])"
    r"|(?:تحرير|اعداد|بقلم|تصوير) ?: ?(?P<editor>[^\W\d_]\. ?[^\W\d_]\.)(?=$|[\n|)])"
    r"|(?<=[^\W\d_] )(?P<name>[^\W\d_]\. ?[^\W\d_]\.(?: ?[^\W\d_]\.?)?)(?= (?P<after>[^\W\d_]{2,}))",
    re.MULTILINE,
)


# The same as court reports write it: `نادر. ص`, `وائل. ك.`
_KEPT = re.compile(
    r"(?<![^\W_])(?P<name>(?P<given>[^\W\d_]{3,})(?:\. ?(?![وسج](?:[^\W_]|[ :]))[^\W\d_](?![^\W_])){1,2})"
    r"(?!\. ?[^\W\d_]{2}|[:-])"
)
# A family name that is kept back: `سلطان ع.`, where no other name goes on behind the point.
_CUT = re.compile(r"(?<![^\W_])(?P<name>(?P<given>[^\W\d_]{3,}) (?!د\.)[^\W\d_]\.)(?=[)»”\"،.\n]|$| (?!و?[^\W\d_]\.))")
# Behind who stands trial, with or without blanks: `المتهم ك.ع`, `والشاهدة ر. م`
_HEARD = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(known.cues('initials heard')))}) (?:عليه? |عليها |به |بها |فيه )?"
    r"(?P<name>[^\W\d_](?:\. ?[^\W\d_]){1,2}(?![^\W_])\.?)(?! ?[^\W\d_]\.)"
)
_AGENCIES = ("ا.ف.ب", "د.ب.ا", "ا.ب", "ي.ب.ا", "ا.ش.ا", "و.ا.س")


def find(page: Page) -> Iterator[Found]:
    """`المتهم (ع. م.)`: a person whose name the page keeps back."""
    for match in _CUT.finditer(page.reading):
        number = page.at(match.start())
        if known.given(match["given"]) and not (page.gap(number) == " " and known.given(page.form(number - 1))):
            yield Found(*match.span("name"), "PER", known.RULES["initials"].name, kind="person", weight=1)
    for match in _KEPT.finditer(page.reading):
        if known.given(match["given"]) and sure(match["given"]):
            yield Found(*match.span("name"), "PER", known.RULES["initials"].name, kind="person", weight=1)
    for match in _HEARD.finditer(page.reading):
        yield Found(*match.span("name"), "PER", known.RULES["initials"].name, kind="person", weight=1)
    for match in _INITIALS.finditer(page.reading):
        fenced = match["fenced"] is not None
        if match["editor"]:
            yield Found(*match.span("editor"), "PER", known.RULES["initials"].name, kind="person", weight=1)
            continue
        if match.group().replace(" ", "").strip(".") in _AGENCIES:
            continue
        if not fenced and (match["name"][0] in "دام" or parts.listed(match["after"])):
            continue  # `د. م. نادر الخياطي`, `جيمس ر. ك. ويتلي`
        span = match.span("fenced" if fenced else "name")
        yield Found(*span, "PER", known.RULES["initials"].name, kind="person", weight=1)
