"""At which level those who meet are, by the words that say so (the events room's own list)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from musnad.rules import lexicon

__all__ = ["LEVELS", "level_in"]

LEVELS = ("experts", "military", "security", "ministers", "leaders")


def level_in(words: Sequence[str]) -> str | None:
    """The first level that folded words tell."""
    for i, word in enumerate(words):
        bare = word.strip('.,،:؛!؟()«»"“”')
        pair = f"{bare} {words[i + 1]}" if i + 1 < len(words) else bare
        for form in (pair, bare):
            for start in ("", "ال", "وال", "لل", "ل", "بال", "ب", "و"):
                if form.startswith(start) and (found := _levels().get(form[len(start) :])):
                    return found
    return None


@cache
def _levels() -> dict[str, str]:
    found = {form: rows[0]["level"] for form, rows in lexicon("events/levels").by_form.items()}
    nouns = lexicon("events/nouns").by_form
    return {**found, **{form: rows[0]["level"] for form, rows in nouns.items() if rows[0].get("level")}}
