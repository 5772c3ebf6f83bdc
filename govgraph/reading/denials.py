"""What a sentence takes back of what was read from it: that it is untrue or made up, that a post is another's.

"It is untrue that Ana Berg is president of the union", "the adviser to the president of the union, Ana Berg", "Ana Berg, sister
of Jon Lund, is president of the union". The cues stand in `loaders/communiques/denials.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govgraph.documents.document import Span
from govgraph.reading.cities import countries_of
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import singular
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token
from govgraph.reading.matching import Attempt
from govgraph.reading.miscounts import miscounts
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_PARTING = (";", "and", "while", "but")
_FILE = "denials.yaml"
_POSTS = ("holds", "held", "elected")
_ROSTER, _IN_ORDER = "roster", "offices-of-each-of-two"
_PLACES, _TIMES = ("city", "country"), ("start", "end", "year")


def without_denied(
    facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse, attempts: list[Attempt] | None = None
) -> list[Fact]:
    """The facts without those that their own sentence takes back; it is for those that tell of what is, not of what was said.

    Where `attempts` is given, each that goes is noted in it, with why.
    """
    cues = named_patterns(_FILE)
    told: dict[Span, list[Fact]] = {}
    for fact in facts:
        told.setdefault(fact.sentence, []).append(fact)
    denied: dict[int, str] = {}
    for line in (line for line in lines if line.span in told):
        here = told[line.span]
        if line.matches_any(cues["untrue"]):
            denied |= dict.fromkeys(map(id, here), "the sentence says that it is not so")
        for denying in (_denied_posts, _elsewhere, _other_events, miscounts):
            denied |= dict.fromkeys(map(id, denying(line, here, discourse)), "the sentence tells it of something else")
    if attempts is not None:
        gone = [fact for fact in facts if id(fact) in denied]
        attempts.extend(Attempt(fact.sentence, fact.rule, fact.words, 0, denied[id(fact)]) for fact in gone)
    return [fact for fact in facts if id(fact) not in denied]


def _denied_posts(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The posts that a sentence gives to somebody of whom it does not tell them."""
    cues = named_patterns(_FILE)
    posts = [fact for fact in facts if fact.property in _POSTS]
    if not posts:
        return
    if "respectively" in line.features:  # an office that several of them would have was not read with the others
        won = Counter(told[1:] for told in {(fact.subject, fact.property, fact.value, fact.rule) for fact in posts})
        yield from (fact for fact in posts if won[fact.property, fact.value, fact.rule] > 1 and not _is_of_several(line, fact))
    in_order = {(fact.subject, fact.value.rpartition("|")[0]) for fact in posts if fact.rule == _IN_ORDER}
    yield from (f for f in posts if f.rule != _IN_ORDER and (f.subject, singular(f.value.rpartition("|")[0])) in in_order)
    offices = [item for match in line.find_any(cues["not-the-post"]) for item in match.slots.get("o", ())]
    earlier = [item for match in line.find_any(cues["no-holder"]) for item in match.slots.get("o", ())]
    people = [item for match in line.find_any(cues["not-of"]) for item in match.slots.get("p", ())]
    lost = [item for match in line.find_any(cues["not-elected"]) for item in match.slots.get("p", ())]
    states = [item for at, item in enumerate(line.items) if _is_a_state(line, at)]
    others = list(_offices_of_others(line, discourse.setting.keeper))
    people_named = [item.value for item in line.mentions_of("person") if " " in item.value]
    for fact in posts:
        if fact.rule != _ROSTER and any(f" and {name}" in fact.value.rpartition("|")[0] for name in people_named):
            yield fact  # "Director of Marketing and Ana Berg" runs two posts together
        post, _, of = fact.value.rpartition("|")
        if of == discourse.setting.keeper and any(_is_within(item, fact) and post.endswith(item.text) for item in others):
            yield fact
        if any(
            _is_within(item, fact) and isinstance(item, Mention) and fact.value.endswith(f"|{item.value}") for item in states
        ):
            yield fact
        office = plain(fact.value.rpartition("|")[0])
        against = [*offices, *(earlier if fact.property == "holds" else ())]
        if any(_is_within(item, fact) and isinstance(item, Mention) and plain(item.value) == office for item in against):
            yield fact
        if fact.property == "elected" and any(
            fact.subject == f"person:{item.value}" for item in lost if is_kind(item, "person")
        ):
            yield fact
        for person in people:
            resolved = discourse.resolve(person, line) if isinstance(person, Mention) else None
            first = fact.property != "holds" or person.start <= fact.words.start
            if resolved is not None and first and fact.subject == f"person:{resolved.value}":
                yield fact


def _is_of_several(line: Line, fact: Fact) -> bool:
    """Whether a sentence has an office in the plural: "were named vice-presidents, responsible for finance and trade"."""
    office = plain(fact.value.rpartition("|")[0])
    return any(plain(singular(item.value)) == office != plain(item.text) for item in line.mentions_of("office"))


def _offices_of_others(line: Line, us: str | None) -> Iterator[Item]:
    """The offices beside which a sentence names another organisation than that of the text, whose they are."""
    for match in line.find_any(named_patterns(_FILE)["not-ours"]):
        whose = next(iter(match.slots.get("w", ())), None)
        office = match.slots["o"][0]
        before = [item for item in line.items if item.end <= office.start][-1:]
        told = any(is_kind(item, "org") or is_token(item, "'s") for item in before)  # "Harbour Union Chair and President of X"
        if not told and not (isinstance(whose, Mention) and whose.value == us):
            yield office


def _is_within(item: Item, fact: Fact) -> bool:
    return fact.words.start <= item.start and item.end <= fact.words.end


def _elsewhere(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The places and times of sessions that a sentence tells of something else."""
    cues = named_patterns(_FILE)
    facts = [fact for fact in facts if fact.kind == "session" and fact.property in (*_PLACES, *_TIMES, "next")]
    if not facts:
        return
    others = {session for _, session in _named(line, "not-the-session", discourse)}
    for match, session in _named(line, "something-about-the-session", discourse):
        if not any(plain(item.text) in word_set("parts-of-an-event") for item in match.slots["w"]):
            others.add(session)
    after = [(line.items[match.end - 1].end, session) for match, session in _named(line, "told-at-the-session", discourse)]
    before = [(match.slots["s"][0].start, session) for match, session in _named(line, "before-the-session", discourse)]
    small = _part_of_a_small_body(line, [match for match in line.find_any(cues["a-small-body"]) if _is_small(match, discourse)])
    places = [item for match in line.find_any(cues["not-the-place"]) for name in "pqc" for item in match.slots.get(name, ())]
    places.extend(item for at, item in enumerate(line.items) if _is_a_language(line, at) or _is_a_state(line, at))
    days = [item for match in line.find_any(cues["not-the-day"]) for item in match.slots.get("d", ())]
    for fact in facts:
        told = [item for item in line.items if _tells(item, fact)]
        away = fact.property in _PLACES and any(item in places for item in told) and all(item in places for item in told)
        then = fact.property in _TIMES and any(item in days for item in told)
        then = then and (fact.property != "year" or all(item in days for item in told))  # another day can tell it
        mine = [at for at, session in after if session == fact.subject]
        theirs = [at for at, session in before if session == fact.subject]
        later = any(fact.words.start < at <= item.start for at in mine for item in told)
        earlier = any(item.end <= at for at in theirs for item in told)
        aside = small is not None and (any(item.start >= small for item in told) or (not told and fact.words.end > small))
        if aside or fact.subject in others or away or then or later or earlier:
            yield fact


def _other_events(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The places and years of an event that a sentence tells of what only has to do with it: "the organisers of the Forum"."""
    facts = [fact for fact in facts if fact.kind == "event" and fact.property in (*_PLACES, *_TIMES)]
    states = [item for at, item in enumerate(line.items) if _is_a_state(line, at)] if facts else ()
    spoken = [item for at, item in enumerate(line.items) if _is_a_language(line, at)] if facts else ()
    land = [*states, *spoken]
    yield from (fact for fact in facts if fact.property == "country" and any(_tells(item, fact) for item in land))
    if line.text[line.span.end - 1] == "?":
        yield from (fact for fact in facts if fact.value not in fact.subject)
    for match in line.find_any(named_patterns(_FILE)["not-the-event"]) if facts else ():
        words = [plain(item.text) for item in match.slots.get("w", ())]
        if not any(word in word_set("parts-of-an-event") for word in words):
            names = [item.text for item in match.slots["e"]]
            yield from (fact for fact in facts if any(_is_called(fact, name) for name in names))


def _is_called(fact: Fact, name: str) -> bool:
    """Whether an event has this name, and the fact is none that the name tells: the year of "the 1923 Congress"."""
    called = fact.subject.partition(":")[2]
    return called in name and fact.value not in called


def _named(line: Line, cue: str, discourse: Discourse) -> Iterator[tuple[Match, str]]:
    """Where a cue matches, with the session that it names, as the subject of facts."""
    for match in line.find_any(named_patterns(_FILE)[cue]):
        for item in match.slots.get("s", ()):
            resolved = discourse.resolve(item, line) if isinstance(item, Mention) else None
            if resolved is not None:
                yield match, f"session:{resolved.value}"


def _part_of_a_small_body(line: Line, meets: Sequence[Match]) -> int | None:
    """From where on a sentence tells of the meeting of a small body: from its beginning, unless it tells of a session first:
    "The congress met in Oslo; its board met in Riga"."""
    if not meets:
        return None
    body = min((match.slots["w"][0] for match in meets), key=lambda item: item.start)
    before = [item for item in line.items if item.start < body.start]
    told = next((at for at, item in enumerate(before) if is_kind(item, "session", "ordinal")), len(before))
    parted = any(is_token(item, *_PARTING) for item in before[told:])
    return body.start if parted else line.span.start


def _is_small(match: Match, discourse: Discourse) -> bool:
    """Whether a body is a committee or the like: "Steering Committee", "Board of Directors"; not the Committee that gave the
    organisation of the text its name."""
    heads = [plain(item.text.partition(" of ")[0]).rpartition(" ")[2] for item in match.slots.get("w", ())]
    return any(head in word_set("small-bodies") and not discourse.is_in_our_name(head) for head in heads)


def _tells(item: Item, fact: Fact) -> bool:
    """Whether an item of the sentence is the place or the day that a fact tells."""
    if fact.property in _PLACES:
        return isinstance(item, Mention) and plain(item.value) == plain(fact.value)
    if isinstance(item, Mention) and item.kind == "date":
        years = {item.parts[name] for name in ("year", "year2") if name in item.parts}
        return _is_within(item, fact) and (not years or fact.value[:4] in years)
    return _is_within(item, fact) and item.text == fact.value


def _is_a_language(line: Line, number: int) -> bool:
    """Whether the adjective of a country stands for what is spoken: "held in French and German"."""
    item, before, after = line.items[number], line.items[number - 1 : number], line.items[number + 1 : number + 2]
    adjective = isinstance(item, Mention) and item.kind == "country" and item.parts.get("form") == "adjective"
    closed = not after or is_token(after[0], ",", ".", ";", "and", "with", "only", ")")
    return adjective and closed and bool(before) and is_token(before[0], "in", "and", ",")


def _is_a_state(line: Line, number: int) -> bool:
    """Whether what reads like a country is a state of another, by the city before it ("Atlanta, Georgia") or by an office
    beside it that only states of a federation have: "Georgia Secretary of State", "Governor of Georgia"."""
    item, before = line.items[number], line.items[max(0, number - 2) : number]
    if not is_kind(item, "country") or plain(item.text) not in word_set("states-too"):
        return False
    beside = [*line.items[number + 1 : number + 2], *(before[:1] if before and is_token(before[-1], "of") else ())]
    if any(is_kind(one, "office") and plain(one.text) in word_set("offices-of-states") for one in beside):
        return True
    if len(before) < 2 or not is_token(before[1], ","):
        return False
    known = countries_of().get(plain(before[0].text), frozenset())
    return bool(known) and item.value not in known
