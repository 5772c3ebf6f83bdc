"""Lines of their own that tell what somebody is elsewhere: "Ana Berg - Sales Manager, Lund Lines", in whatever list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.entries import BULLET, divided, entry_of, is_employed
from govgraph.reading.facts import Fact
from govgraph.reading.leads import Lead, words_of
from govgraph.reading.lines import Item, Line, Mention, is_token
from govgraph.reading.namebeginnings import is_a_subject
from govgraph.reading.postphrases import opens_with_an_office
from govgraph.reading.rosters import employed
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "affiliation"
_READ = frozenset({"roster", "portrait"})
_LONGEST = 200  # characters


def with_affiliations(facts: Sequence[Fact], lines: Sequence[Line]) -> list[Fact]:
    """The facts, and those of such lines; what was read of posts from one as if it were a sentence gives way to them."""
    listed = {fact.sentence for fact in facts if fact.rule in _READ}
    found = [fact for line in lines if line.span not in listed for fact in _told(line)]
    read = {fact.sentence for fact in found}
    return [*(fact for fact in facts if fact.kind != "person" or fact.sentence not in read), *found]


def _told(line: Line) -> Iterator[Fact]:
    if not line.items or not _stands_alone(line):
        return
    first, *others = divided(line.items, ";")
    entry = entry_of(Line(tuple(first), line.span, line.text), None)
    if entry is None or len(entry[0]) != 1:
        return
    person = entry[0][0]
    rest = first[first.index(person) + 2 :]
    groups = [list(map(_without_a_bracket, divided(part, ","))) for part in (rest, *others)]
    if not isinstance(person, Mention) or person.kind != "person" or not all(_is_elsewhere(group, line) for group in groups):
        return
    for group in groups:
        for fact in employed(line, person, group, Lead("holds", None, ()), len(group) - 1):
            yield replace(fact, rule=RULE)


def _stands_alone(line: Line) -> bool:
    """Whether a line is one in the text, without a full stop at its end."""
    text, span = line.text, line.span
    above = text.rfind("\n", 0, span.start) + 1
    below = text.find("\n", span.end)
    around = text[above : span.start] + text[span.end : below if below >= 0 else len(text)]
    bullet = BULLET.match(text, above) is not None
    return (bullet or not around.strip(" *#\t>")) and span.end - span.start < _LONGEST and text[span.end - 1] not in ".!?:"


def _without_a_bracket(part: Sequence[Item]) -> Sequence[Item]:
    """A part without what stands in brackets at its end: "Detroit Justice Center (DJC)"."""
    opening = next((at for at, item in enumerate(part) if at and is_token(item, "(")), None)
    return part[:opening] if opening and is_token(part[-1], ")") else part


def _is_elsewhere(parts: Sequence[Sequence[Item]], line: Line) -> bool:
    """Whether parts are an office and whose it is, a name with a capital that is no place alone."""
    if not is_employed(parts) or any(is_token(item, "(", ")") for part in parts for item in part):
        return False
    last = parts[-1]
    called = {word for item in last for word in plain(item.text).split()}
    employs = called & word_set("org-heads") or not called & word_set("no-employers")
    if all(map(is_a_subject, called - word_set("function-words"))) or not employs:
        return False  # "Senior Vice President, Legal", "Manager, Night Shift"
    post = parts[0][1:] if is_token(parts[0][0], *word_set("former")) else parts[0]
    if not opens_with_an_office(post) or {plain(item.text) for item in parts[0]} & word_set("not-a-post-yet"):
        return False  # "Portrait of a Director", "Aspiring Director"
    place = len(last) == 1 and isinstance(last[0], Mention) and last[0].kind in ("place", "country")
    return not place and words_of(line, last)[:1].isupper() and not is_token(last[0], "and")
