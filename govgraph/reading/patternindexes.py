"""Many patterns asked of a line at once, of which few can match it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from typing import Generic, TypeVar

from govgraph.reading.patterns import Pattern

Key = TypeVar("Key")
# In nearly every line, so that they tell nothing of whether a pattern can match it.
_COMMON = frozenset((",", ".", "the", "of", "in", "to", "and", "a", "for", "'s"))


class PatternIndex(Generic[Key]):
    """Many patterns, of which few can match a line: those all of whose needs the line meets.

    Each different need has a bit, and so has each pattern. A feature has the bits of the needs that it meets, and of the
    patterns that are looked at where it is there; a pattern has those of its needs.
    """

    def __init__(self, entries: Iterable[tuple[Key, Pattern]]) -> None:
        self.entries = tuple(entries)
        self._always = 0
        self._needed: list[int] = []
        bits: dict[frozenset[str], int] = {}
        met: dict[str, int] = {}
        looked_at: dict[str, int] = {}
        for number, (_, pattern) in enumerate(self.entries):
            needed = 0
            for need in pattern.needs:
                needed |= bits.setdefault(need, 1 << len(bits))
            self._needed.append(needed)
            telling = [need for need in pattern.needs if need.isdisjoint(_COMMON)]
            if not telling:
                self._always |= 1 << number
                continue
            for feature in min(telling, key=lambda need: (any(one.startswith("<") for one in need), len(need))):
                looked_at[feature] = looked_at.get(feature, 0) | 1 << number
        for need, bit in bits.items():
            for feature in need:
                met[feature] = met.get(feature, 0) | bit
        self._told = {feature: (needs, looked_at.get(feature, 0)) for feature, needs in met.items()}

    def candidates(self, features: Set[str]) -> Iterator[tuple[Key, Pattern]]:
        """The patterns that can match a line with these features, in the order in which they were given."""
        met, left = 0, self._always
        for feature in self._told.keys() & features:
            needs, patterns = self._told[feature]
            met |= needs
            left |= patterns
        while left:
            lowest = left & -left
            left ^= lowest
            number = lowest.bit_length() - 1
            if self._needed[number] & met == self._needed[number]:
                yield self.entries[number]


class Patterns(tuple[Pattern, ...]):
    """Patterns that are asked together, as the cues of one name are."""

    @cached_property
    def _index(self) -> PatternIndex[None]:
        return PatternIndex((None, pattern) for pattern in self)

    def candidates(self, features: Set[str]) -> Iterator[Pattern]:
        """Those that can match a line with these features, in order."""
        return (pattern for _, pattern in self._index.candidates(features))
