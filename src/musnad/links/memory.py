"""What links remember from one time to the next: values by name, on shelves that are opened when they are asked for.

All of it can be found anew from the pages; it is kept so that one page more costs what that page changes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar, cast, overload

import msgspec

__all__ = ["Memory", "Register", "Rows", "Shelf", "Store"]

T = TypeVar("T")
_Codec = tuple[Callable[[Any], bytes], Callable[[bytes], Any]]
_AT_ONCE = 500  # values that are asked of a store together
_ONLY = "-"  # the key of a shelf that holds one thing


class Store(Protocol):
    """Where shelves are kept: bytes by the name of their shelf and their key."""

    def get(self, shelf: str, keys: Sequence[str]) -> Iterable[tuple[str, bytes]]: ...

    def each(self, shelf: str) -> Iterable[tuple[str, bytes]]: ...

    def write(self, shelf: str, kept: Mapping[str, bytes], dropped: Iterable[str]) -> None: ...


class Rows(Sequence[T]):
    """Values that are kept together, each decoded when it is asked for."""

    def __init__(self, bodies: Sequence[msgspec.Raw], decode: Callable[[msgspec.Raw], T]) -> None:
        self._bodies = bodies
        self._decode = decode
        self._held: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._bodies)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if at not in self._held:
            self._held[at] = self._decode(self._bodies[at])
        return self._held[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)


class Shelf(Generic[T]):
    """Values of one kind by key. What is put there replaces what was there; values are not changed in place."""

    def __init__(self, name: str, codec: _Codec, store: Store | None, *, blank: bool, together: bool) -> None:
        self.name = name
        self._together = together
        self._store = store
        self._held: dict[str, T] = {}
        self._touched: set[str] = set()
        self._whole = blank
        self._encode, self._decode = codec

    def get(self, key: str) -> T | None:
        """The value of a key, None where there is none."""
        if key not in self._held and not self._whole:
            self.fetch((key,))
        return self._held.get(key)

    def fetch(self, keys: Iterable[str]) -> None:
        """Open the values of several keys at once."""
        if self._together:
            self._open()
        if self._store and not self._whole:
            wanted = [key for key in dict.fromkeys(keys) if key not in self._held and key not in self._touched]
            for start in range(0, len(wanted), _AT_ONCE):
                for key, body in self._store.get(self.name, wanted[start : start + _AT_ONCE]):
                    self._held[key] = self._decode(body)

    def __getitem__(self, key: str) -> T:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: T) -> None:
        self._held[key] = value
        self._touched.add(key)

    def drop(self, key: str) -> None:
        """Take a value away, if it is there."""
        self._held.pop(key, None)
        self._touched.add(key)

    def items(self) -> Iterator[tuple[str, T]]:
        """All that is there, in no order."""
        self._open()
        yield from self._held.items()

    def _open(self) -> None:
        if not self._whole and self._store:
            for key, body in self._store.each(self.name):
                if key not in self._held and key not in self._touched:
                    self._held[key] = self._decode(body)
            self._whole = True

    @property
    def touched(self) -> Iterator[tuple[str, T | None]]:
        """What was put and what was taken away (None) since the shelf was opened."""
        return ((key, self._held.get(key)) for key in self._touched)

    def flush(self) -> None:
        """Hand what was touched to the store."""
        if self._store and self._touched:
            kept = {key: self._encode(self._held[key]) for key in self._touched if key in self._held}
            self._store.write(self.name, kept, [key for key in self._touched if key not in kept])
        self._touched = set()


class Memory:
    """The shelves, in `store` or (without one) in here alone. `blank`: what the store holds is not looked at."""

    def __init__(self, store: Store | None = None, *, blank: bool = False) -> None:
        self._store = store
        self._blank = blank or store is None
        self._shelves: dict[str, Shelf[Any]] = {}

    def shelf(self, name: str, kind: Any, *, json: bool = False, whole: bool = False) -> Shelf[Any]:
        """The shelf of a name, which always holds the same kind: a type, or that of an array of numbers (`I`, `Q`).

        `json`: it is kept as JSON, to be asked by others. `whole`: all of it is opened when one value is asked for, as
        many are.
        """
        if name not in self._shelves:
            codec = _codec(kind, json)
            self._shelves[name] = Shelf(name, codec, self._store, blank=self._blank, together=whole)
        return self._shelves[name]

    def rows(self, name: str, kind: type[T]) -> Shelf[Sequence[T]]:
        """The shelf of a name that holds several of a kind at each key."""
        if name not in self._shelves:
            codec = _codec_of_rows(kind)
            self._shelves[name] = Shelf(name, codec, self._store, blank=self._blank, together=False)
        return self._shelves[name]

    def read(self, name: str, kind: type[T]) -> T | None:
        """The one thing that is kept by this name, None where it is not."""
        return cast("T | None", self.shelf(name, kind).get(_ONLY))

    def keep(self, name: str, value: T) -> None:
        """Keep one thing by a name under which `read` was called before."""
        self._shelves[name][_ONLY] = value

    def flush(self) -> None:
        """Hand everything that was touched to the store."""
        for shelf in self._shelves.values():
            shelf.flush()


class Register:
    """Words, each with a number of its own and how often it is found; a number once given stays the word's."""

    def __init__(self, words: list[str] | None = None, counts: list[int] | None = None) -> None:
        self.words = words or []
        self.counts = counts or []
        self.numbers: dict[str, int] = _Numbers(self.words, self.counts)
        # The number of a word; a new word gets the next one.
        self.number: Callable[[str], int] = self.numbers.__getitem__

    def get(self, word: str, default: int = 0) -> int:
        """How often a word is found."""
        found = self.numbers.get(word)
        return default if found is None else self.counts[found]


class _Numbers(dict[str, int]):
    def __init__(self, words: list[str], counts: list[int]) -> None:
        super().__init__(zip(words, range(len(words)), strict=True))
        self._words = words
        self._counts = counts

    def __missing__(self, word: str) -> int:
        found = self[word] = len(self._words)
        self._words.append(word)
        self._counts.append(0)
        return found


def _codec(kind: Any, json: bool) -> _Codec:
    if isinstance(kind, str):
        return array.tobytes, lambda body: _array(kind, body)
    if json:
        return msgspec.json.Encoder().encode, msgspec.json.Decoder(kind).decode
    return msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(kind).decode


def _codec_of_rows(kind: type[T]) -> _Codec:
    bodies = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode
    decode = msgspec.msgpack.Decoder(kind).decode
    encode = msgspec.msgpack.Encoder().encode
    return lambda rows: encode(list(rows)), lambda body: Rows(bodies(body), decode)


def _array(kind: str, body: bytes) -> array[int]:
    found = array(kind)
    found.frombytes(body)
    return found
