"""Lists of people with their posts, one a line, under a sentence that says that they were elected or are the board.

A person's own post stands beside the name ("Jon Berg, Treasurer"); who has none has the post that the heading names.
In "Jon Berg, President, Acme", the post is Acme's; in "Jon Berg, Acme, President", it is the listing organisation's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.discourse import Discourse
from govgraph.reading.entries import (
    BULLET,
    LABEL,
    PAIR,
    divided,
    entry_of,
    is_employed,
    is_in_brackets,
    is_organisation,
    is_post,
    is_somebody,
)
from govgraph.reading.facts import Fact
from govgraph.reading.leads import (
    HEADING,
    Lead,
    elected_after,
    for_region,
    heads_a_part,
    is_office,
    lead_of,
    listed_role,
    office_alone,
    role_named,
    says_again,
    singular,
    words_of,
)
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.tokens import Token, plain, year_of
from govgraph.reading.words import word_classes, word_set

_BULLETS = "•·▪"  # that divide entries on one line too
_RUN = 3  # so many lines without bullets make a list
_INDENT = 4  # spaces
_FARTHER = 40  # lines before it that can call the committee by its whole name
_CREDENTIAL = 5  # letters of one that no list knows: "CDP"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list, or of the sentence that leads it in: its parts, its lead, and the region under which it stands."""

    line: Line
    parts: Sequence[Sequence[Item]]
    lead: Lead
    sentence: Span
    region: str = ""


def with_rosters(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts, and a `holds` or `elected` fact for each post of each person in the lists of a text.

    What was read of posts from the lines of a list as if they were sentences gives way to them.
    """
    us = None if discourse.is_about_meetings_alone else discourse.setting.keeper
    lead: Lead | None = None
    found: list[Fact] = []
    run: list[Entry] = []
    length = people = strangers = 0
    region = ""  # for which those below it have their posts
    label: str | None = None  # the post before the colon of the entry above, which those below it have too
    within = False  # whether a list has gone before of which this is a part under a heading of its own
    for number, line in enumerate(lines if us else ()):
        if all(is_token(item, "--", "=") for item in line.items):
            continue  # marks alone
        between = line.text[lines[number - 1].span.end : line.span.start]
        if run and _tells_more(line):
            continue  # "Lund University", "Term: 2013 to 2016", on a line of its own after somebody's
        if run and "\n" not in between and line.text[line.span.start] not in _BULLETS:
            continue  # what an entry goes on to say: "- Treasurer: Ana Berg. Nominated by Jon."
        if lead is not None and lead.role and (several := _nobody_but(line)):
            run.extend(Entry(line, [[person]], lead, line.span) for person in several)
            people += len(several)
            length += _RUN
            continue
        entry = entry_of(line, lead, bool(run))
        if entry is not None:
            label = _label_of(entry) or (label if run and _is_below(line, between) else None)
            below = replace(lead, role=label) if lead and label else lead
            run.extend([Entry(line, entry, below, line.span, region)] if below else [])
            people += 1
            length += _weight(line, entry)
            continue
        if lead is not None and (part := _region_alone(line)):
            region, label = part, None
            continue
        if lead is not None and BULLET.match(line.text, line.span.start) and not _leads_in_another(line, str(us)):
            role = role_named(line, str(us)) or listed_role(line)
            if role is not None and len(line.items) <= LABEL:
                lead = replace(lead, role=role)  # the head of a list within the list
            elif is_token(line.items[-1], ":"):
                lead = replace(lead, role=None)  # the same, of people of whom nothing here says what they are
            else:
                strangers += 1  # an entry that names nobody whom it is understood to name
            continue
        next_lead = lead_of(line, lines[max(0, number - _FARTHER) : number], str(us), lead)
        goes_on = lead is not None and next_lead is not None and lead.spans[0] == next_lead.spans[0]
        if run and not strangers and not within and goes_on and office_alone(line):
            lead, label, region = next_lead, None, ""
            length += 1
            continue  # "Treasurer", on a line of its own, with who is below it
        run = [replace(one, lead=elected_after(one.lead, line)) for one in run]
        told = listed(run, str(us)) if length >= (1 if within else _RUN) and strangers <= people else []
        found.extend(told)
        opened = lead is not None and any(is_token(item, ":") for item in lines[number - 1].items[-1:])
        counted = bool(told) or (not run and (within or opened))
        run, length, people, strangers = [], 0, 0, 0
        region = ""
        lead = next_lead
        within = counted and goes_on and heads_a_part(line)
        first = _on_the_line_of_the_lead(line) if lead else None
        if first is not None and lead is not None and (entry := entry_of(first, lead)):
            run.append(Entry(first, entry, lead, line.span))
            people, length = 1, _weight(first, entry)
    found.extend(listed(run, str(us)) if length >= (1 if within else _RUN) and strangers <= people else ())
    own = {(fact.sentence, fact.subject) for fact in found if not fact.details.get("role")}
    read = {sentence for sentence, _ in own}
    others = [fact for fact in facts if fact.kind != "person" or fact.sentence not in read]
    return [*others, *(replace(fact, details={}) for fact in found)]


def _region_alone(line: Line) -> str:
    """The region that stands alone in a line: "Africa"; empty if there is none."""
    words = line.text[line.span.start : line.span.end].strip(" #*:")
    return words if plain(words).removeprefix("the ") in word_set("regions") else ""


def _for_a_region(fact: Fact, region: str) -> Fact:
    """A post that somebody has for the region under which it stands: "Delegate" as "Delegate for Africa"."""
    post, bar, of = fact.value.partition("|")
    return replace(fact, value=f"{post}{for_region(region)}{bar}{of}") if region and " for " not in post else fact


def _nobody_but(line: Line) -> list[Mention]:
    """The people of a line without a bullet that names several, each with a bracket or none after the name, and says nothing
    else; of two names with a comma between them the second can be a firm's."""
    parts = divided(line.items[:-1] if is_token(line.items[-1], ".") else line.items, ",", ";", "and", "&")
    people = [part[0] for part in parts if is_somebody(part[0]) and (len(part) == 1 or is_in_brackets(part[1:]))]
    several = len(parts) > PAIR or (len(parts) == PAIR and any(is_token(item, "and", "&") for item in line.items))
    return people if several and len(people) == len(parts) and not BULLET.match(line.text, line.span.start) else []


def _label_of(entry: Sequence[Sequence[Item]]) -> str | None:
    """The post that stands before the colon of an entry."""
    first = entry[0][0]
    return singular(first.value) if isinstance(first, Mention) and first.kind == "office" and len(entry) > 1 else None


def _is_below(line: Line, between: str) -> bool:
    """Whether a line without a bullet opens far within, below what stands after the colon of the one above."""
    return len(between) - len(between.rstrip(" ")) >= _INDENT and not BULLET.match(line.text, line.span.start)


def _tells_more(line: Line) -> bool:
    """Whether a line in a list says only where somebody is from, or for how long."""
    marks = (",", "/", "of", "at", "-")
    ports = {id(one) for one, of in pairwise(line.items) if is_token(of, "of") and _is_capital(one)}  # "Port of Lund"
    names = all(
        is_kind(item, "org", "name", "place", "country") or is_token(item, *marks) or id(item) in ports for item in line.items
    )
    short = len(line.items) > 0 and line.span.end - line.span.start < HEADING
    return short and (
        (names and not is_kind(line.items[0], "country")) or is_token(line.items[0], *word_set("terms-of-office"))
    )


def _is_capital(item: Item) -> bool:
    return isinstance(item, Token) and item.form.startswith("^")


def _leads_in_another(line: Line, us: str) -> bool:
    """Whether an entry of a list leads in a list of its own in more words than a heading has: "6. The Board is now:"."""
    return len(line.items) > LABEL and is_token(line.items[-1], ":", ";") and lead_of(line, (), us) is not None


def listed(run: Sequence[Entry], us: str) -> list[Fact]:
    """What a list tells: those with a post of their own are members too where others are nothing else."""
    plainly = sum(is_employed(one.parts[1:]) for one in run) >= PAIR
    elsewhere = plainly and 2 * sum(_can_be_employed(one.parts[1:]) for one in run) > len(run)
    facts = [
        _for_a_region(replace(fact, sentence=one.sentence), one.region)
        for one in run
        for fact in _posts(one.line, one.parts, one.lead, us, elsewhere)
    ]
    plain_members = {fact.value for fact in facts if fact.details.get("role") == "only"}
    return [fact for fact in facts if fact.details.get("role") != "beside" or fact.value in plain_members]


def _on_the_line_of_the_lead(line: Line) -> Line | None:
    """The first of a list, where no line is broken before it: "New members are: Ana Berg: Trustee"."""
    for at, (before, item) in enumerate(pairwise(line.items[:-1])):
        if is_token(before, ":") and is_somebody(item) and is_token(line.items[at + 2], ":"):
            return Line(line.items[at + 1 :], Span(item.start, line.span.end), line.text)
    return None


def _weight(line: Line, entry: Sequence[Sequence[Item]]) -> int:
    """How much a line says that it is one of a list: a bullet or a label says it alone, a name, a colon and a post in two."""
    if BULLET.match(line.text, line.span.start) or (is_post(entry[0]) and len(entry[0]) == 1):
        return _RUN
    colon = len(line.items) > 1 and is_token(line.items[1], ":")
    told = colon and len(entry) > 1 and (is_office(entry[1][0]) or (len(entry) == 2 and is_post(entry[1])))
    return _RUN - 1 if told else 1


def _posts(line: Line, entry: Sequence[Sequence[Item]], lead: Lead, us: str, elsewhere: bool = False) -> Iterator[Fact]:
    """What an entry tells; `elsewhere` is whether most of those beside it end with whose the post is."""
    first = entry[0][0]
    if not (isinstance(first, Mention) and first.kind == "person"):
        label = entry[0][1:] if len(entry[0]) > 1 and is_token(first, *word_set("present")) else entry[0]
        first = label[0]
        post = first.value if isinstance(first, Mention) and len(label) == 1 else words_of(line, label)
        post = singular(post)
        before, _, office = post.partition(" ")
        kind = "held" if plain(before) in word_set("earlier") else "elected" if plain(before) in word_set("newcomers") else ""
        kind, post = (kind, office) if kind and office else (lead.property, post)
        people = list(_people_first(entry[1:]))
        for person in people:
            yield _fact(line, person.value, kind, post, us, lead)
            if kind == "elected" and len(people) == 1 and says_again(line):
                yield _fact(line, person.value, "holds", post, us, lead)
        if len(people) == 1 and is_employed(entry[2:]):
            yield from employed(line, people[0], entry[2:], lead)
        return
    together = (
        [item for item in entry[0] if is_kind(item, "person")]
        if len(entry[0]) > 1 and is_token(entry[0][1], "and", "&")
        else []
    )
    for one in together:  # "Ana Berg and Jon Lund, vice-presidents"
        yield from _posts(line, [[one], *([without_plural(part) for part in entry[1:]])], lead, us)
    if together:
        return
    bracketed = entry[0][2:-1] if len(entry[0]) > 2 and is_token(entry[0][1], "(", "[") else []
    now = bracketed and not is_token(bracketed[0], *word_set("no-longer"))
    ours = [words_of(line, bracketed)] if now and is_post(bracketed) else []
    bare = [without_a_country(part) for part in entry[1:]]
    parts = [part for part in bare if plain(words_of(line, part)) not in word_classes()["degrees"]]
    while parts and is_post(parts[0]) and _names(parts[0][0], us):
        ours.append(words_of(line, parts.pop(0)[1:]))
    parts = _without_credentials(parts) if elsewhere else parts
    employer = is_employed(parts) or (elsewhere and _can_be_employed(parts))
    if employer:
        yield from employed(line, first, parts, lead)
    else:
        ours.extend(words_of(line, part) for part in parts if is_post(part) and year_of(part[0]) is None)
        for part in parts:  # "2021 Chair, 2020 Vice Chair": the last year is the one that the list is of
            if is_post(part) and (year := year_of(part[0])) is not None:
                latest = max(told for one in parts if (told := year_of(one[0])) is not None)
                kind = lead.property if year == latest else "held"
                yield _fact(line, first.value, kind, words_of(line, part[1:]), us, lead)
    again = says_again(line)
    only = {} if ours or employer else {"role": "only"}
    if ours and lead.role and lead.role.endswith("Member") and not employer:
        yield replace(_fact(line, first.value, lead.property, lead.role, us, lead), details={"role": "beside"})
    for post in ours or ([lead.role] if lead.role else []):
        yield replace(_fact(line, first.value, lead.property, post, us, lead), details=only)
        if lead.property == "elected" and lead.at_once:
            yield replace(_fact(line, first.value, "holds", post, us, lead), details=only)
    if again and lead.property == "holds" and lead.role:
        yield _fact(line, first.value, "elected", lead.role, us, lead)
        if lead.role not in ours:
            yield _fact(line, first.value, "holds", lead.role, us, lead)
    if employer and lead.role and (ours or lead.property == "elected"):
        yield _fact(line, first.value, lead.property, lead.role, us, lead)


def _can_be_employed(parts: Sequence[Sequence[Item]]) -> bool:
    """Whether parts can be a post and whose it is, in a list in which others are: "DE&I Advocate, Lund Lines"."""
    if len(parts) < PAIR or is_token(parts[-1][0], "and"):
        return False
    last = parts[-1]
    return not is_post(last) or (len(last) > 1 and plain(last[-1].text) in word_set("royals"))  # "Dairy Queen"


def _without_credentials(parts: list[Sequence[Item]]) -> list[Sequence[Item]]:
    """The parts without what stands between a name and a post in capitals: "CDP" of "Ana Berg, CDP, Manager, Lund Lines"."""
    while len(parts) > PAIR and len(parts[0]) == 1 and not is_post(parts[0]):
        word = parts[0][0].text
        if not (word.isupper() and len(word) <= _CREDENTIAL and is_office(parts[1][0])):
            break
        parts = parts[1:]
    return parts


def _people_first(parts: Sequence[Sequence[Item]]) -> Iterator[Mention]:
    """The people with whom parts begin."""
    for part in parts:
        if not is_somebody(part[0]):
            return
        yield part[0]


def employed(
    line: Line, person: Mention, parts: Sequence[Sequence[Item]], lead: Lead, firm: int | None = None
) -> Iterator[Fact]:
    """The posts that somebody has elsewhere, and where: "Sales Manager, Lund Lines"; `firm` is the part that tells where."""
    if firm is None:
        firm = next((number for number, part in enumerate(parts) if number and is_organisation(part)), len(parts) - 1)
    of = words_of(line, parts[firm]).partition(" (")[0]
    for employed in _together(line, parts[:firm]):
        before, _, post = employed.partition(" ")
        over = plain(before) in word_set("earlier")
        if over or word_set("earlier").isdisjoint(plain(employed).split()):  # not "senior adviser, retired chairman"
            yield _fact(line, person.value, "held" if over else "holds", post if over else employed, of, lead)


def without_plural(part: Sequence[Item]) -> list[Item]:
    """A post of several people as each of them has it: "vice-presidents" is "vice-president"."""
    *before, last = part
    if not isinstance(last, Mention) or last.kind != "office" or singular(last.text) == last.text:
        return list(part)
    text = singular(last.text)
    return [*before, replace(last, text=text, end=last.start + len(text))]


def without_a_country(part: Sequence[Item]) -> Sequence[Item]:
    """A post without the country after it, in brackets or after a comma: "Treasurer (Sweden)", "Treasurer, Sweden"."""
    match part:
        case [_, *_, opening, land, closing] if is_token(opening, "(") and is_token(closing, ")") and is_kind(land, "country"):
            return part[:-3]
        case [_, *_, comma, land] if is_token(comma, ",") and is_kind(land, "country"):
            return part[:-2]
    return part


def _together(line: Line, parts: Sequence[Sequence[Item]]) -> list[str]:
    """One post in several parts ("Executive Vice President, Surety"); an "and" before an office opens another."""
    posts: list[list[str]] = []
    for part in parts:
        if not posts or (is_token(part[0], "and") and len(part) > 1 and is_office(part[1])):
            posts.append([])
        posts[-1].append(words_of(line, part))
    return [", ".join(post) for post in posts]


def _names(item: Item, us: str) -> bool:
    return isinstance(item, Mention) and item.kind == "org" and item.value == us


def _fact(line: Line, name: str, property_: str, post: str, of: str, lead: Lead) -> Fact:
    organ, _, seat = post.rpartition(" ")
    post = seat if organ and plain(of).endswith(f" {plain(organ)}") else post  # the Council's "Council Member"
    return Fact(f"person:{name}", property_, f"{post}|{of}", "stated", line.span, line.span, "roster", lead.spans)
