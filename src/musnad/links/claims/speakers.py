"""Who says something: the keys of a statement's first teller."""

from __future__ import annotations

from musnad.links.account import Account, Saying
from musnad.links.claims.marks import Vocabulary
from musnad.text import fold

__all__ = ["actors"]


def actors(said: Saying, page: Account, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Keys of the first teller; of one whom the page's reading does not name, the person whom its words name; of `his
    bloc` the one bloc of the page."""
    if not said.chain:
        return ()
    link = said.chain[-1]
    if link.entity and link.text.endswith("ته") and " " not in link.text:
        first = f"{link.text[:-2]}ه "
        bodies = {name.entity for name in page.names if name.type == "ORG" and fold(name.entity).startswith(first)}
        return vocabulary.known.keys(bodies.pop()) if len(bodies) == 1 else ()
    if link.entity:
        return vocabulary.known.keys(link.entity)
    words = link.text.split()
    named = (vocabulary.known.of_phrase(" ".join(words[-size:])) for size in (4, 3, 2))
    key = next((found for found in named if found and vocabulary.known.types.get(found) == "PER"), None)
    if key is None and (link.kind == "person" or (link.kind == "public" and len(words) == 1)) and words:
        key = vocabulary.known.of_word(words[-1])
    return (key,) if key else ()
