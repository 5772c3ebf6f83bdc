"""One thing that two patterns read from one sentence, in more words and in fewer: it is told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_POSTS = ("holds", "held", "elected")
_PRESUMED = "own-office-name"
_ELECTED = "elected-to-our-office"
_BY_SURNAME = "own-office-before-a-name"
_ROW = "roster"
_BY_AN_ORGAN = "elected-by-an-organ"
_BECOMES = "becomes-our-officer"
_OF_MEMBERS = ("memberCount", "admitted")
_PHRASES = ("topic", "adopted")
"""Properties whose values are words of the sentence, of which one pattern may keep more than another."""


def unread_posts(known: Sequence[Fact], found: Iterable[Fact], elections: bool = False) -> list[Fact]:
    """The posts found in a sentence that no `known` fact of it tells.

    Of two offices of one person of which one is part of the other, one is told.

    With `elections`, who was elected to an office can be told to hold it too.
    """
    known = [one for one in known if not (elections and one.rule == _PRESUMED)]
    told = [(one, _office(one)) for one in known if one.property in _POSTS]
    new: list[Fact] = []
    for fact in found:
        office = _office(fact)
        same = (
            other
            for one, other in told
            if one.subject == fact.subject
            and (one.property == fact.property or not (elections or "elected" in (one.property, fact.property)))
            and not (one.rule == fact.rule and other == office and one.value != fact.value)  # chair of one thing and of another
        )
        if not any(office in other or other in office for other in same):
            told.append((fact, office))
            new.append(fact)
    return new


def not_just_won(line: Line, known: Sequence[Fact], found: Sequence[Fact]) -> Sequence[Fact]:
    """The posts found in a sentence but those to which the same sentence has somebody elected: "elected were: Ana Berg, Chair"
    does not say that she is Chair yet, unless "for another term" or the like stands beside it; nor that she was."""
    won = {(fact.subject, fact.value) for fact in known if fact.property == "elected"}
    found = [fact for fact in found if fact.property != "held" or (fact.subject, fact.value) not in won]
    if not won or line.matches_any(named_patterns("ballots.yaml")["at-once"]):
        return found
    return [fact for fact in found if fact.property != "holds" or (fact.subject, fact.value) not in won]


def acting_now(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, where whoever "becomes Acting President" is: nobody elects one."""
    becomes = [fact for fact in facts if fact.rule == _BECOMES and _office(fact).partition(" ")[0] in word_set("for-a-time")]
    acting = {(fact.subject, fact.value, fact.sentence): replace(fact, property="holds") for fact in becomes}
    others = (fact for fact in facts if fact.property != "elected" or (fact.subject, fact.value, fact.sentence) not in acting)
    return [*others, *acting.values()]


def with_enumerations(facts: Sequence[Fact], found: Sequence[Fact]) -> list[Fact]:
    """The facts with those `found` in lists of people within one sentence; what else the same sentence gave one of these
    people of the same organisation gives way, since there the post of one stands right before the name of the next, and so
    does the same post of something else: "(Chair, Norway)" chairs what the list is of. What a line of a longer list tells is
    known already."""
    rows = {(fact.sentence, fact.subject) for fact in facts if fact.rule == _ROW}
    found = [fact for fact in found if (fact.sentence, fact.subject) not in rows]
    listed = {(fact.sentence, fact.subject, part) for fact in found for part in (fact.value.rpartition("|")[2], _office(fact))}
    told = [
        fact
        for fact in facts
        if listed.isdisjoint((fact.sentence, fact.subject, part) for part in (fact.value.rpartition("|")[2], _office(fact)))
    ]
    return [*told, *unread_posts(told, found, elections=True)]


def _office(fact: Fact) -> str:
    return plain(fact.value.rpartition("|")[0])


def of_one_owner(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without offices that are only presumed to be the organisation's, where the text says whose they are.

    "Paul Biya, President of Cameroon, ... President Biya": the second is no president of whoever meets there. Whom an organ
    elected to an office of its own was not elected to one of the organisation, nor was one whom the same sentence says that
    another organisation elected to it. Whom a sentence calls elected to an office
    does not hold it for standing beside its name.
    """
    organs = {
        (fact.subject, office, fact.sentence): fact.value
        for fact in facts
        if fact.rule == _BY_AN_ORGAN
        for office in (_office(fact), _office(fact).partition(" of the ")[0])  # "chair of the Supervisory Board"
    }
    facts = [fact for fact in facts if organs.get((fact.subject, _office(fact), fact.sentence), fact.value) == fact.value]
    elsewhere = {
        (fact.subject, _office(fact), fact.sentence) for fact in facts if fact.property == "elected" and fact.rule != _ELECTED
    }
    facts = [fact for fact in facts if fact.rule != _ELECTED or (fact.subject, _office(fact), fact.sentence) not in elsewhere]
    voted = {(fact.subject, fact.value, fact.sentence) for fact in facts if fact.property == "elected"}
    facts = [fact for fact in facts if fact.rule != _PRESUMED or (fact.subject, fact.value, fact.sentence) not in voted]
    owned = {(fact.subject, _office(fact)) for fact in facts if fact.property == "holds" and fact.rule != _PRESUMED}
    return [fact for fact in facts if fact.rule != _PRESUMED or (fact.subject, _office(fact)) not in owned]


def of_the_one_named(facts: Sequence[Fact], lines: Sequence[Line]) -> list[Fact]:
    """The facts without a number of members, or a new member, that a sentence gives for an organisation which it names, where
    it is taken for that of the organisation of the text too: "The ISSC has 71 members"."""
    named = {line.span: {f"org:{item.value}" for item in line.mentions_of("org")} for line in lines}
    told = {_told(fact) for fact in facts if fact.property in _OF_MEMBERS and fact.subject in named.get(fact.sentence, ())}
    dropped = {id(fact) for fact in facts if _told(fact) in told and fact.subject not in named.get(fact.sentence, ())}
    return [fact for fact in facts if id(fact) not in dropped]


def events_once(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those of a meeting in plain words, "annual meeting in Riga", where the same sentence tells the same of
    one called so with whose it is: "Baltic Ports Union annual meeting"."""
    named: dict[tuple[Span, str, str], list[str]] = {}
    for fact in facts:
        if fact.kind == "event":
            named.setdefault(_told(fact), []).append(plain(fact.subject))
    return [fact for fact in facts if fact.kind != "event" or not _is_plainer(fact, named[_told(fact)])]


def _is_plainer(fact: Fact, named: Sequence[str]) -> bool:
    subject = plain(fact.subject)
    called, _, where = subject.removeprefix("event:").rpartition(" in ")
    return bool(called and where) and any(name != subject and name.endswith(f" {called}") for name in named)


def _told(fact: Fact) -> tuple[Span, str, str]:
    return fact.sentence, fact.property, fact.value


def in_turn(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without a post that is the next person's: "the President of Kenya, William Ruto, the Ugandan President,
    Yoweri Museveni", where each office stands before its holder, and that of Uganda between two names."""
    posts: dict[Span, list[Fact]] = {}
    for fact in facts:
        if fact.property == "holds":
            posts.setdefault(fact.sentence, []).append(fact)
    dropped = {
        id(fact)
        for told in posts.values()
        for fact in told
        if any(other.subject == fact.subject and other.words.start < fact.words.start < other.words.end for other in told)
        and any(
            other.subject != fact.subject and other.value == fact.value and other.words.start < fact.words.end < other.words.end
            for other in told
        )
    }
    return [fact for fact in facts if id(fact) not in dropped]


def told_once(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without topics and decisions that hold, or are held in, another of their sentence: the shorter one stays.

    Where two sessions are one meeting, what it spoke of is told of the first.
    """
    phrases = sorted((fact for fact in facts if fact.property in _PHRASES), key=lambda fact: (len(fact.value), fact.value))
    kept: dict[tuple[object, ...], list[set[str]]] = {}
    dropped: set[int] = set()
    for fact in phrases:
        words = set(plain(fact.value).split())
        told = kept.setdefault((fact.property, fact.sentence), [])
        if any(other <= words for other in told):
            dropped.add(id(fact))
        else:
            told.append(words)
    return _without_offices_told_in_full([fact for fact in facts if id(fact) not in dropped])


def _without_offices_told_in_full(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those of an office by its initials ("COO"), without its field or in plain words ("head of INTERPOL"),
    and without those of "Secretary Lund", where the text tells whose secretary this is."""
    posts = [(fact, *fact.value.rpartition("|")[::2]) for fact in facts if fact.kind == "person" and "|" in fact.value]
    in_full = {(fact.subject, fact.property, _initials(office), of) for fact, office, of in posts if not office.isupper()}
    fields = {(fact.subject, fact.property, office) for fact, office, _ in posts}  # "Vice President of Racing"
    parts = {(fact.subject, fact.property, part, of) for fact, office, of in posts for part in _parts(office)}
    owners: dict[tuple[str, str], set[str]] = {}
    at_work: dict[tuple[str, str], set[tuple[str, Span]]] = {}
    for fact, office, of in posts:
        if fact.property != "held":
            at_work.setdefault((fact.subject, of), set()).add((plain(office), fact.sentence))
        words = plain(office).split()
        for word in {words[0], words[-1]} if words else ():
            owners.setdefault((fact.subject, word), set()).add(of)
    told = {
        id(fact)
        for fact, office, of in posts
        if (fact.subject, fact.property, office, of) in in_full
        or (fact.subject, fact.property, office, of) in parts
        or (fact.rule == _BY_SURNAME and len(owners.get((fact.subject, plain(office)), ())) > 1)
        or (
            plain(office) in word_set("heads-in-plain-words")
            and _has_another(fact, office, at_work.get((fact.subject, of), set()))
        )
        or not fields.isdisjoint((fact.subject, fact.property, f"{office} {link} {of}") for link in ("of", "for"))
    }
    return [fact for fact in facts if id(fact) not in told]


def _has_another(fact: Fact, office: str, at_work: Set[tuple[str, Span]]) -> bool:
    """Whether another sentence tells of another office: "the founder and head of the bank" has two."""
    return any(other != plain(office) and sentence != fact.sentence for other, sentence in at_work)


def _initials(office: str) -> str:
    """Those of all words of an office, in capitals: of "Chief Operating Officer", "COO"."""
    return "".join(word[0].upper() for word in office.replace("-", " ").split())


def _parts(office: str) -> Sequence[str]:
    """The offices that somebody has as one: of "President & CEO", "President" and "CEO"."""
    found = [part for whole in office.split(" & ") for part in whole.split(" and ")]
    return found if len(found) > 1 else ()
