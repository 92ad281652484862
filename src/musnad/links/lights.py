"""The light forms of a casefile's words: how often each is found, and which words it may show to have a clitic."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.links.atoms import is_name
from musnad.links.claims.words import light, rests
from musnad.links.memory import Memory, Register

__all__ = ["Lights"]

_FUTURE = ("سي", "ست", "سن", "وس", "فس")  # what is taken off a verb of the future


class Lights:
    """Counts of light forms. `concerned` tells the words whose beginning may be told otherwise where the count of one
    has changed."""

    def __init__(self, memory: Memory, register: Register) -> None:
        self._memory = memory
        self._counts = memory.read("lights", dict[str, int]) or {}
        size, self._behind = memory.read("behind_clitics", tuple[int, dict[str, list[str]]]) or (0, {})
        self._size = len(register.words)
        for word in register.words[size:]:
            for form in {light(rest) for rest in rests(word)} if not is_name(word) else ():
                self._behind.setdefault(form, []).append(word)

    def get(self, form: str, default: int = 0) -> int:
        """How often words of a light form are found."""
        return self._counts.get(form, default)

    def add(self, word: str, by: int) -> None:
        """A word is found so many times more."""
        form = light(word)
        self._counts[form] = self._counts.get(form, 0) + by

    def keep(self) -> None:
        """Remember them."""
        self._memory.keep("lights", self._counts)
        self._memory.keep("behind_clitics", (self._size, self._behind))

    def concerned(self, word: str) -> Iterator[str]:
        """The word with and without its article, and those that it may be the rest of."""
        for bare in {word, word.removeprefix("ال")}:
            yield bare
            yield from (start + bare for start in _FUTURE)
            yield from self._behind.get(light(bare), ())
