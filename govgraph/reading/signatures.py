"""Blocks of lines about one person: a line with nothing but a name, and under it one or more with nothing but a post.

So letters are signed ("Jon Berg / President of the Union"), and so some lists of those who were elected are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import Lead, lead_of
from govgraph.reading.lines import Line, is_kind
from govgraph.reading.posts import posts
from govgraph.reading.tokens import Token

_LONGEST = 14  # items of a post
_ENDS = (".", "!", "?", ":", ",")
_EARLIER = 4  # lines before the first block that can tell of a vote


def signatures(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """The posts of those whose name stands alone in a line above them; those of the organisation that the text is about are
    told as elections under a line that tells of one."""
    us = discourse.setting.keeper
    lead: Lead | None = None
    at = after_a_block = 0
    while at < len(lines):
        block = _block(lines, at)
        if not block or (at != after_a_block and _is_headed(lines, at)):
            at += 1
            continue
        after = at + 1 + len(block)
        owner = _owner_below(lines, after)
        if owner is not None:
            block = [*block[:-1], _joined(block[-1], owner)]
            after += 1
        if at != after_a_block:  # one alone is that of who signs
            lead = _vote(lines[max(0, at - _EARLIER) : at], us) if after < len(lines) and _block(lines, after) else None
        for post in block:
            for fact, _ in posts(_joined(lines[at], post), discourse):
                ours = lead is not None and fact.property == "holds" and fact.value.rpartition("|")[2] == us
                yield replace(fact, property="elected", support=lead.spans) if ours and lead else fact
        at = after_a_block = after


def _is_headed(lines: Sequence[Line], at: int) -> bool:
    """Whether the name in line `at` stands below a post of its own, and the post below it is the next person's."""
    before = lines[at - 1].items if at else ()
    return len(before) == 1 and is_kind(before[0], "office")


def _vote(earlier: Sequence[Line], us: str | None) -> Lead | None:
    """What leads in a list of people who were elected, in one of the lines before it."""
    leads = (lead_of(line, (), us) for line in reversed(earlier) if us)
    return next((lead for lead in leads if lead is not None and lead.property == "elected"), None)


def _block(lines: Sequence[Line], at: int) -> list[Line]:
    """The posts under a name: the next line, and those that follow it without a blank line."""
    found: list[Line] = []
    if len(lines[at].items) != 1 or not is_kind(lines[at].items[0], "person"):
        return found
    for line in lines[at + 1 :]:
        between = line.text[(found or [lines[at]])[-1].span.end : line.span.start]
        if not _is_a_post(line) or (found and between.count("\n") > 1):
            break
        found.append(line)
    return found


def _owner_below(lines: Sequence[Line], after: int) -> Line | None:
    """The line right after a post with nothing but the name of an organisation: whose post it is."""
    if after >= len(lines) or len(lines[after - 1].items) != 1 or len(lines[after].items) != 1:
        return None
    between = lines[after].text[lines[after - 1].span.end : lines[after].span.start]
    return lines[after] if is_kind(lines[after].items[0], "org") and between.count("\n") == 1 else None


def _is_a_post(line: Line) -> bool:
    """Whether a line names one office and, but as what it is an office of, no person, and is no sentence."""
    people = [at for at, item in enumerate(line.items) if is_kind(item, "person")]
    owners = [at for at in people if at > 1 and is_kind(line.items[at - 2], "office")]
    offices = sum(is_kind(item, "office") for item in line.items)
    text = line.text[line.span.start : line.span.end].rstrip()
    return len(line.items) <= _LONGEST and offices == 1 and people == owners and not text.endswith(_ENDS)


def _joined(above: Line, below: Line) -> Line:
    """Two lines as one, with the comma that the end of the first stands for."""
    at = above.items[-1].end
    comma = Token(at, at, ",", ",")
    return Line([*above.items, comma, *below.items], Span(above.span.start, below.span.end), above.text)
