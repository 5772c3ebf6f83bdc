"""Names in capitals, as headings and datelines have them, as they would be written elsewhere."""

from __future__ import annotations

from collections.abc import Container

from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def out_of_capitals(name: str, small: Container[str] = (), kept: Container[str] = ()) -> str:
    """A name with its words in small letters but for their first: "Cartagena de Indias" of "CARTAGENA DE INDIAS".

    Function words, and those in `small`, are small but for the first of all; the words in `kept` stay as they are.
    """
    words = enumerate(name.split())
    return " ".join(_written(word, bool(number) and _is_small(word, small), word in kept) for number, word in words)


def _is_small(word: str, small: Container[str]) -> bool:
    return plain(word) in word_set("function-words") or plain(word) in small


def _written(word: str, small: bool, kept: bool) -> str:
    return word.lower() if small else word if kept else word.title()
