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

    Each different need has a bit; a feature has the bits of the needs that it meets, a pattern those of the needs that it has.
    """

    def __init__(self, entries: Iterable[tuple[Key, Pattern]]) -> None:
        self.entries = tuple(entries)
        self._always: list[int] = []
        self._by_feature: dict[str, list[int]] = {}
        bits: dict[frozenset[str], int] = {}
        self._needed: list[int] = []
        self._met: dict[str, int] = {}
        for number, (_, pattern) in enumerate(self.entries):
            needed = 0
            for need in pattern.needs:
                needed |= bits.setdefault(need, 1 << len(bits))
            self._needed.append(needed)
            telling = [need for need in pattern.needs if need.isdisjoint(_COMMON)]
            if not telling:
                self._always.append(number)
                continue
            for feature in min(telling, key=lambda need: (any(one.startswith("<") for one in need), len(need))):
                self._by_feature.setdefault(feature, []).append(number)
        for need, bit in bits.items():
            for feature in need:
                self._met[feature] = self._met.get(feature, 0) | bit

    def candidates(self, features: Set[str]) -> Iterator[tuple[Key, Pattern]]:
        """The patterns that can match a line with these features, in the order in which they were given."""
        numbers, met = set(self._always), 0
        for feature in features & self._met.keys():
            met |= self._met[feature]
            numbers.update(self._by_feature.get(feature, ()))
        for number in sorted(numbers):
            needed = self._needed[number]
            if needed & met == needed:
                yield self.entries[number]


class Patterns(tuple[Pattern, ...]):
    """Patterns that are asked together, as the cues of one name are."""

    @cached_property
    def _index(self) -> PatternIndex[None]:
        return PatternIndex((None, pattern) for pattern in self)

    def candidates(self, features: Set[str]) -> Iterator[Pattern]:
        """Those that can match a line with these features, in order."""
        return (pattern for _, pattern in self._index.candidates(features))
