"""Who signs: a line with nothing but a name, and under it one with nothing but a post ("Jon Berg / President of the Union")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention
from govgraph.reading.posts import posts
from govgraph.reading.tokens import Token

_LONGEST = 14  # items of a post
_ENDS = (".", "!", "?", ":", ",")


def signatures(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """The posts of those whose name stands alone in a line above them."""
    for name, post in pairwise(lines):
        if _is_a_name(name) and _is_a_post(post):
            yield from (fact for fact, _ in posts(_joined(name, post), discourse))


def _is_a_name(line: Line) -> bool:
    return len(line.items) == 1 and isinstance(line.items[0], Mention) and line.items[0].kind == "person"


def _is_a_post(line: Line) -> bool:
    """Whether a line names one office and no person, and is no sentence."""
    kinds = [item.kind for item in line.items if isinstance(item, Mention)]
    text = line.text[line.span.start : line.span.end].rstrip()
    return len(line.items) <= _LONGEST and kinds.count("office") == 1 and "person" not in kinds and not text.endswith(_ENDS)


def _joined(name: Line, post: Line) -> Line:
    """Both lines as one, with the comma that the end of the first stands for."""
    at = name.items[-1].end
    comma = Token(at, at, ",", ",")
    return Line([*name.items, comma, *post.items], Span(name.span.start, post.span.end), name.text)
