"""Which office of a ballot goes to whom: the people and the offices of a sentence on an election, paired in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govgraph.reading.clauses import ends_a_clause
from govgraph.reading.leads import singular
from govgraph.reading.lines import Line, Mention, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes

FAR = 22  # items between two that belong together
NEXT_TO = 2  # items from a name to an active verb after which it is the one elected: "A, elected president"


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the ballot: as it is called, and what it is an office of where the sentence says so."""

    at: int
    name: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of electing; with `passive`, those before it can be the ones elected."""

    start: int
    end: int
    passive: bool


def pairs(line: Line, people: Sequence[int], offices: dict[int, Office], verb: Verb) -> Iterator[tuple[Office, list[int]]]:
    """Each office of the ballot with the people who won it."""
    order = sorted((*people, *offices))
    clause = max((at for at in range(verb.start) if is_token(line.items[at], ";")), default=-1)
    before = [at for at in order if clause < at < verb.start and verb.start - at <= 2 * FAR]
    after = [at for at in order if at >= verb.start]
    pending: list[int] = []
    office: Office | None = None
    if before and before[-1] not in offices and (verb.passive or verb.start - before[-1] <= NEXT_TO):  # "A and B were elected"
        pending = together(line, [at for at in before if at not in offices])
        first = next((at for at in before if at in offices and _heads_a_list(line, at)), None)
        if verb.passive and first is not None and not any(at in offices for at in after):
            yield from _headed(line, offices, [at for at in before if at in offices or (at in pending and at > first)])
            return
        if after and after[0] not in offices:
            pending = []
    elif (  # "Four vice-presidents were elected: A, B"
        before
        and before[-1] in offices
        and after
        and after[0] not in offices
        and not any(is_token(item, "and") for item in line.items[before[-1] : verb.start])
    ):
        office = offices[before[-1]]
    opening = _series(after, offices)
    following = after[len(opening) :]
    if len(opening) == len(following) > 1 and not pending and offices.keys().isdisjoint(following):
        # "Elected to the posts of president and treasurer were A and B"
        yield from ((offices[one], [person]) for one, person in zip(opening, following, strict=True))
        return
    waiting: list[int] = []
    previous = verb.start
    for at in after:
        if at - previous > FAR or (pending and pending[-1] < verb.start and _has_semicolon(line, verb.start, at)):
            break
        previous = at
        if at in offices:
            series = _series(after[after.index(at) :], offices) if len(pending) > 1 else []
            if series and len(series) == len(pending):  # "A and B were elected president and treasurer"
                yield from ((offices[one], [person]) for one, person in zip(series, pending, strict=True))
                return
            if pending and not (pending[-1] > verb.end and _is_in_office(line, pending[-1], at)):
                yield offices[at], pending
                pending, office = [], None
            elif pending:
                pending = []
            elif office is not None and waiting:
                yield office, waiting
                office = offices[at]
            elif office is None and not waiting and not verb.passive:
                office = offices[at]
            waiting = []
        elif office is not None and waiting and any(ends_a_clause(line, number) for number in range(waiting[-1], at)):
            break
        elif office is not None and not _opens_another_clause(line, office.at, at):
            waiting.append(at)
        elif office is not None:
            break
        else:
            pending.append(at)
    if office is not None and waiting:
        yield office, waiting


def _headed(line: Line, offices: Mapping[int, Office], order: Sequence[int]) -> Iterator[tuple[Office, list[int]]]:
    """Each office with the people right after it: "Vice-presidents: A and B were elected", "President A and Treasurer B were
    re-elected"; an office of one, without a colon, is that of the first."""
    heads = [at for at in order if at in offices]
    for head, end in zip(heads, [*heads[1:], len(line.items)], strict=True):
        people = [at for at in order if head < at < end]
        item = line.items[head]
        several = isinstance(item, Mention) and not plain(item.text) == plain(item.value) == plain(singular(item.value))
        yield offices[head], people if several or is_token(line.items[head + 1], ":", "--") else people[:1]


def _is_in_office(line: Line, person: int, office: int) -> bool:
    """Whether the words between a person and an office say that the person has it, and not that it was won."""
    return any(is_token(item, *word_classes()["in-office"]) for item in line.items[person + 1 : office])


def _opens_another_clause(line: Line, office: int, person: int) -> bool:
    """Whether somebody stands in another clause than the office before: "elected a president, and Ana Berg gave a talk"."""
    between = line.items[office + 1 : person]
    joined = len(between) > 1 and is_token(between[-1], "and", "as") and is_token(between[-2], ",")
    held = line.items[office]
    one = isinstance(held, Mention) and singular(held.value) == held.value and is_token(line.items[office - 1], "as")
    if one and any(is_token(item, ";") for item in between):
        return True  # "France was re-elected as co-president; Ana Berg spoke"
    first = not any(isinstance(item, Mention) and item.kind == "person" for item in between)
    return first and (joined or any(is_token(item, *word_classes()["opens-a-clause"]) for item in between))


def _has_semicolon(line: Line, start: int, end: int) -> bool:
    return any(is_token(item, ";") for item in line.items[start:end])


def _heads_a_list(line: Line, at: int) -> bool:
    """Whether an office opens the sentence, or a colon or a dash follows it."""
    return at < NEXT_TO or is_token(line.items[at + 1], ":", "--")


def _series(order: Sequence[int], offices: Mapping[int, Office]) -> list[int]:
    """The offices that stand at the head of a sequence, with no person between them."""
    head: list[int] = []
    for at in order:
        if at not in offices:
            break
        head.append(at)
    return head


def together(line: Line, people: Sequence[int]) -> list[int]:
    """The last person of a list and those joined to them by commas and "and"."""
    joined: list[int] = []
    for at in reversed(people):
        between = line.items[at + 1 : joined[0]] if joined else ()
        if joined and not any(is_token(item, "and", ",") for item in between):
            break
        if any(is_token(item, *word_classes()["done-to-somebody"]) for item in between):
            break  # "Ana Berg, President of the Union, welcomed Jon Lund, who was elected"
        if joined and (joined[0] - at > FAR or _does_something(line, at)):
            break
        joined.insert(0, at)
    return joined


def _does_something(line: Line, person: int) -> bool:
    """Whether a verb of its own follows somebody, with the country or without: "Ana Berg (Chile) withdrew and"."""
    at = person + 1
    if at + 2 < len(line.items) and is_token(line.items[at], "(", "of", "from"):
        bracket = is_token(line.items[at], "(")
        ends = (number + 1 for number in range(at, len(line.items)) if is_token(line.items[number], ")"))
        at = next(ends, len(line.items)) if bracket else at + 2
    item = line.items[at] if at < len(line.items) else None
    return (
        isinstance(item, Token)
        and item.text.isalpha()
        and item.text.islower()
        and item.form not in word_classes()["after-one-of-several"]
    )
