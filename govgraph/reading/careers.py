"""Posts that somebody had one after the other in one organisation, which is named before them: "held senior roles at Lund
Lines, including Treasurer and Director of Ports"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import words_of
from govgraph.reading.lines import Item, Line, Mention, is_token
from govgraph.reading.postphrases import parts_of_a_phrase, post_of_a_part
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "career"
_WORDS = 5  # more than an office has
_LONGEST = 40  # items of what follows "including"


def careers(line: Line, discourse: Discourse) -> Iterator[Fact]:
    """A `held` fact for each post that a sentence lists of those whom the cues `roles-at` of `post-sites.yaml` find."""
    sites = named_patterns("post-sites.yaml")
    denied = not discourse.is_sure(line) or line.matches_any(sites["no-career"])
    for match in line.find_any(sites["roles-at"]) if not denied else ():
        somebody, place = match.slots["p"][0], match.slots["at"][0]
        resolved = discourse.resolve(somebody, line) if isinstance(somebody, Mention) else None
        if resolved is None or not isinstance(place, Mention):
            continue
        for part in parts_of_a_phrase(_listed(line, match.end), everywhere=True):
            post = post_of_a_part(part)
            if post is None:
                break
            office, owner = post
            of = words_of(line, owner) if owner else place.value or place.text
            words = line.cover(line.index(somebody), line.index(part[-1]) + 1)
            support = tuple(span for span in resolved.support if span != line.span)
            for one in _each(words_of(line, office)):
                yield Fact(f"person:{resolved.value}", "held", f"{one}|{of}", "stated", words, line.span, RULE, support)


def _each(offices: str) -> Iterator[str]:
    """The offices of which one phrase tells: "Chief Operating Officer" and "Director of Ports"."""
    first, _, second = offices.partition(" and ")
    heads = (" ".join(plain(second).split()[:words]) for words in range(1, _WORDS))
    joined = any(head in word_set("office-heads") for head in heads)
    yield from (first, second) if joined else (offices,)


def _listed(line: Line, start: int) -> Sequence[Item]:
    """What stands from an item on up to where something else begins."""
    rest = line.items[start : start + _LONGEST]
    end = next((at for at, item in enumerate(rest) if is_token(item, *word_set("ends-a-career"))), len(rest))
    rest = rest[:end]
    return rest[:-1] if rest and is_token(rest[-1], ",") else rest
