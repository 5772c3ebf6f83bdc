"""Organisations that are meant again by one word of their names: "the Ministry", "association president Ana Berg"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from govgraph.documents.document import Span
from govgraph.reading.lines import Line, Mention, is_kind, is_token
from govgraph.reading.resolved import Resolved
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

Named = Mapping[str, Sequence[tuple[int, str, Span]]]
"""By each word of their names, the organisations of a text in order: where they stand, what they are called, the sentence."""


def organisations_by_word(lines: Sequence[Line]) -> Named:
    """The organisations that the lines name, and organs that profiles list, by each word of their names."""
    found: dict[str, list[tuple[int, str, Span]]] = {}
    for line in lines:
        for item in line.mentions_of("org", "body"):
            if item.value if item.kind == "org" else item.parts.get("role") == "organ":
                words = dict.fromkeys(plain(item.text).split())
                if not word_set("company-forms").isdisjoint(words):
                    words["company"] = None
                for word in words:
                    found.setdefault(word, []).append((item.start, item.value, line.span))
    return found


def ours_or_last(mention: Mention, noun: str, named: Named, ours: str | None, near: Sequence[Line]) -> Resolved | None:
    """The organisation that "the University" means: the one named last, or `ours`, which has the noun in its name, where the
    text has named that one once and not in the lines near by."""
    last = named_before(mention, noun, named)
    if last is None or ours is None or last.value == ours:
        return last
    once = sum(value == last.value for _, value, _ in named[noun]) == 1
    return Resolved(ours) if once and not {line.span for line in near} & {*last.support} else last


def has_a_country_as_subject(line: Line) -> bool:
    """Whether a sentence opens with a country, which "its" in the next one means: "Syria is back. Its President ..."."""
    match line.items[:2]:
        case [land, verb]:
            return is_kind(land, "country") and isinstance(verb, Token) and not is_token(verb, "'s", "'", ",", "(")
    return False


def named_before(mention: Mention, noun: str, named: Named) -> Resolved | None:
    """The organisation named last before a mention such as "the Ministry", of which the noun is a word."""
    those = named.get(noun, ())
    at = bisect_left(those, mention.start, key=lambda one: one[0])
    if not at:
        return None
    _, value, sentence = those[at - 1]
    return Resolved(value, False, (sentence,))
