"""A sentence without what only colours it: adverbs between the words, brackets, and clauses set off by commas.

"The 66th General Assembly was also held, as some recalled (the hosts, too), in New Delhi" says in its plainer form what many
patterns look for. A plainer form is read beside the sentence itself, and its words still stand where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govgraph.reading.lines import Line
from govgraph.reading.patterns import Pattern, compile_pattern
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource


def plainer_forms(line: Line) -> Iterator[Line]:
    """The sentence without fillers, and then also without clauses between commas; only forms that differ."""
    without = _without(line, "fillers")
    if without is not line:
        yield without
    short = _without(without, "clauses")
    if short is not without:
        yield short


def _without(line: Line, kind: str) -> Line:
    dropped: set[int] = set()
    for pattern in _patterns()[kind]:
        for match in line.find(pattern):
            dropped.update(range(match.start, match.end))
    if not dropped or len(dropped) == len(line.items):
        return line
    return Line([item for number, item in enumerate(line.items) if number not in dropped], line.span, line.text)


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    content = read_yaml(resource(f"{COMMUNIQUES}/plainer.yaml"))
    assert isinstance(content, dict)
    return {
        str(kind): tuple(compile_pattern(str(source), f"plainer.yaml: {kind}") for source in sources)
        for kind, sources in content.items()
    }
