"""Who said what: quotations, whoever they are ascribed to, and those that go on over several sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govgraph.documents.document import Span
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention, is_kind
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.patterns import compile_pattern
from govgraph.reading.resolved import Resolved
from govgraph.reading.tokens import plain
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource

FIRST_WORDS = 8
_CLOSED_BY = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’"}


@cache
def _speakers() -> Patterns:
    """Patterns that find who speaks, from `speakers.yaml`; each keeps a person, an office or a surname."""
    content = read_yaml(resource(f"{COMMUNIQUES}/speakers.yaml"))
    assert isinstance(content, list)
    return Patterns(compile_pattern(str(source), "speakers.yaml") for source in content)


def quotations(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """A `said` fact for each quotation whose speaker the text names; its value is its first eight words."""
    speaker: Resolved | None = None
    person: Resolved | None = None  # whom "he" or "she" is
    before: Line | None = None
    waiting: list[tuple[Line, Span]] = []
    open_before = False
    for line in lines:
        found = _quoted(line, open_before)
        named = _speaker(line, discourse, person)
        person = named or _only_person(line, discourse) or person
        follows = before is not None and "\n" not in line.text[before.span.end : line.span.start].strip(" ")
        before = line
        if not found:
            if line.span.end - line.span.start > 3:
                open_before, waiting, before = False, [], None
            continue
        continues = open_before or (named is None and _only_quotation(line, found[0]))
        spans = [span for span, _ in found]
        if named is not None:
            speaker = named
            for earlier, span in waiting:
                yield _fact(named, earlier, span, line.span)
            waiting = []
            for span in spans:
                if _long_enough(line, span):
                    yield _fact(named, line, span, None)
        elif continues and speaker is not None and (open_before or follows):
            for span in spans:
                if _long_enough(line, span) and _opens(line, span):
                    yield _fact(speaker, line, span, None)
        elif continues:
            waiting.extend((line, span) for span in spans if _long_enough(line, span))
        open_before = not found[-1][1]
        if not open_before and named is None and not waiting:
            speaker = None


def _quoted(line: Line, inside: bool) -> list[tuple[Span, bool]]:
    """The quoted stretches of a sentence, and whether each is closed in it."""
    text = line.text
    found: list[tuple[Span, bool]] = []
    position, end = line.span.start, line.span.end
    start = position if inside and text[position] not in '“"‘„' else None
    closing = '”"»'
    for at in range(position, end):
        character = text[at]
        if start is None:
            if character in _CLOSED_BY and (character != "‘" or _opens_single(text, at)):
                start, closing = at + 1, _CLOSED_BY[character]
        elif character in closing and (character != "’" or _closes(text, at, end)):
            found.append((Span(start, at), True))
            start = None
        elif character in "“„" and closing == _CLOSED_BY["“"]:
            start = at + 1  # a mark that was never closed before this one opens
    if start is not None and start < end:
        found.append((Span(start, end), False))
    return found


def _opens_single(text: str, at: int) -> bool:
    return (at == 0 or not text[at - 1].isalnum()) and at + 1 < len(text) and text[at + 1].isupper()


def _closes(text: str, at: int, end: int) -> bool:
    return text[at - 1] in ".,!?" or at + 1 >= end or (not text[at + 1].isalnum() and text[at - 1] != "s")


def _opens(line: Line, span: Span) -> bool:
    return span.start > 0 and line.text[span.start - 1] in '“"‘„«'


def _only_quotation(line: Line, first: tuple[Span, bool]) -> bool:
    return first[0].start - line.span.start <= 1 and line.span.end - first[0].end <= 2


def _long_enough(line: Line, span: Span) -> bool:
    """A name in quotation marks, or a single phrase, is nothing that somebody said."""
    return len(line.text[span.start : span.end].split()) >= 4


def _only_person(line: Line, discourse: Discourse) -> Resolved | None:
    """The person whom a sentence names, if it names one alone."""
    people = line.mentions_of("person")
    people = [person for person in people if person.parts.get("ref") != "pronoun"]
    return discourse.resolve(people[0], line) if len({person.value for person in people}) == 1 else None


def _speaker(line: Line, discourse: Discourse, person: Resolved | None) -> Resolved | None:
    for match in line.find_any(_speakers()):
        if "person" in match.slots:
            mention = match.slots["person"][0]
            assert isinstance(mention, Mention)
            found = discourse.resolve(mention, line) or (person if mention.parts.get("ref") == "pronoun" else None)
        elif "surname" in match.slots:
            item = match.slots["surname"][0]
            found = discourse.surname(item.value if isinstance(item, Mention) else item.text, line)
        else:
            mention = match.slots["office"][0]
            assert isinstance(mention, Mention)
            found = _holder(mention.value, line, discourse)
        if found:
            return found
    return None


def _holder(office: str, line: Line, discourse: Discourse) -> Resolved | None:
    """The person whom the text shows in an office of its main organisation; "the Chief" is an office's epithet."""
    profile = discourse.setting.ours
    wanted = {plain(office)}
    for named in profile.offices if profile else ():
        names = {plain(name) for name in (*named.names, *named.epithets)}
        if plain(office) in names or any(name.endswith(f" {plain(office)}") for name in names):
            wanted |= names
    found: dict[str, Span] = {}
    for other in discourse.lines:
        for before, one, two in zip(other.items, other.items[1:], other.items[2:], strict=False):
            ours = isinstance(before, Mention) and before.kind == "org" and before.value == discourse.setting.organisation
            if not (ours and is_kind(one, "office") and is_kind(two, "person")):
                continue
            if plain(one.value) in wanted and not two.parts.get("ref"):
                found.setdefault(two.value, other.span)
    if len(found) != 1:
        return None
    name, sentence = next(iter(found.items()))
    return Resolved(name, False, () if sentence == line.span else (sentence,))


def _fact(speaker: Resolved, line: Line, span: Span, named_in: Span | None) -> Fact:
    words = line.text[span.start : span.end].split()
    support = (*speaker.support, *((named_in,) if named_in else ()))
    return Fact(
        f"person:{speaker.value}",
        "said",
        " ".join(words[:FIRST_WORDS]).rstrip(",.;:"),
        "stated",
        span,
        line.span,
        "quotation",
        tuple(one for one in dict.fromkeys(support) if one != line.span),
        {"words": " ".join(words)},
    )
