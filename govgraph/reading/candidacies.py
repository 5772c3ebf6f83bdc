"""Lists of those who only stand for an office: nobody below "Candidates for the Board" holds the post before the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, is_token
from govgraph.reading.words import word_set

_POSTS = ("holds", "elected")
_LONGEST = 12  # items of a heading


def without_candidates(facts: Sequence[Fact], lines: Sequence[Line], us: str | None) -> list[Fact]:
    """The facts without the posts of the organisation of the text that entries of such a list seem to give."""
    standing = set(_candidacies(lines))
    return [
        fact
        for fact in facts
        if fact.sentence not in standing or fact.property not in _POSTS or fact.value.rpartition("|")[2] != us
    ]


def _tells_who_won(line: Line) -> bool:
    """Whether a heading is over those who were elected: "The winning candidates are:", "... have been elected:"."""
    won = any(is_token(item, *word_set("victorious")) for item in line.items)
    elected = (is_token(one, "been", "were", "was") and is_token(two, *word_set("elect")) for one, two in pairwise(line.items))
    return won or any(elected)


def _candidacies(lines: Sequence[Line]) -> Iterator[Span]:
    """Where the entries of lists of candidates stand: lines with a person and no stop, up to the next heading or sentence."""
    below = False
    for line in lines:
        ends = bool(line.items) and is_token(line.items[-1], ".", "!", "?")
        if not line.mentions_of("person") and not ends and len(line.items) <= _LONGEST:
            below = line.matches_any(cues()["heads-candidates"]) and not _tells_who_won(line)
        elif ends:
            below = False
        elif below:
            yield line.span
