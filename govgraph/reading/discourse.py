"""What words stand for that only the rest of the text tells: "the Assembly", "its 83rd", "Mr Noble", "the Organization"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from govgraph.documents.document import Document, Span
from govgraph.reading.lines import Line, Mention
from govgraph.reading.patterns import Pattern, compile_pattern
from govgraph.reading.profiles import Profile, profiles
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource

_SHORT = 6  # sentences


@dataclass(frozen=True, slots=True)
class Session:
    """A session that a text is about: the name of its series, its ordinal, and the sentence that names it."""

    name: str
    ordinal: int
    sentence: Span
    profile: Profile | None

    @property
    def value(self) -> str:
        """`INTERPOL/82`."""
        return f"{self.name}/{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention stands for, whether that had to be inferred, and the other sentences that tell it."""

    value: str
    inferred: bool = False
    support: tuple[Span, ...] = ()


@cache
def _by_short() -> dict[str, Profile]:
    return {profile.short: profile for profile in profiles()}


@cache
def _cues() -> dict[str, tuple[Pattern, ...]]:
    """Patterns that say whether a session lies ahead or behind, from `discourse.yaml`."""
    content = read_yaml(resource(f"{COMMUNIQUES}/discourse.yaml"))
    assert isinstance(content, dict)
    return {
        str(name): tuple(compile_pattern(str(source), f"discourse.yaml: {name}") for source in sources)
        for name, sources in content.items()
    }


class Discourse:
    """Resolves mentions against a whole document; everything is worked out once, from the annotated sentences."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.document = document
        self.lines = lines
        self.published, self.published_at = self._publication()
        self.organisation = self._organisation()
        self._names = self._full_names()
        self._starts = [line.span.start for line in lines]
        self._instruments = self._last_instruments()
        self._named: list[Session] = []  # every session that is named with its body
        self.main = self._main_session()

    def profile(self, short: str) -> Profile | None:
        """The profile of an organisation by its short name."""
        return _by_short().get(short)

    def resolve(self, mention: Mention, line: Line) -> Resolved | None:
        """What a mention stands for in this document; None where that is not known."""
        if mention.kind in ("session", "gathering", "body"):
            return self._session(mention, line)
        if mention.kind == "ordinal":
            return self._nth(mention, line)
        if mention.kind == "person":
            return self._person(mention, line)
        if mention.kind == "org":
            return self._org(mention)
        return Resolved(mention.value)

    @property
    def assembly(self) -> str | None:
        """The main body of the main organisation, as `INTERPOL/General Assembly`."""
        profile = self.profile(self.organisation or "")
        return f"{profile.session_name}/{profile.main_body.named.name}" if profile and profile.main_body else None

    def body(self, mention: Mention) -> str | None:
        """`INTERPOL/General Assembly` for a mention of a body, under the name that its profile gives it."""
        owner = self._owner(mention)
        if owner is None:
            return None
        written = plain(mention.parts.get("body", mention.value))
        for body in owner.bodies:
            if written in {plain(name) for name in (*body.named.names, *body.named.epithets)}:
                return f"{owner.session_name}/{body.named.name}"
        return None

    def _publication(self) -> tuple[date | None, Span | None]:
        """The day of publication: from the metadata, or from a date in the opening lines that stands as one."""
        issued = self.document.metadata.issued_date
        if issued:
            return issued, None
        for line in self.lines[:4]:
            for pattern in _cues()["dateline"]:
                for match in line.find(pattern):
                    mention = match.slots["date"][0]
                    assert isinstance(mention, Mention)
                    day = whole_day(mention)
                    if day:
                        return day, line.span
        return None, None

    def _organisation(self) -> str | None:
        """The profiled organisation that the text names most; of two as often, the one named first.

        One that a longer text names once is mentioned in passing.
        """
        counts: Counter[str] = Counter()
        for line in self.lines:
            for item in line.items:
                if isinstance(item, Mention):
                    named = {item.parts.get("org"), item.value if item.kind == "org" else None}
                    # An "Executive Committee" or "the association" names none, though only one profile may list it.
                    telling = item.kind != "org" and item.parts.get("role") != "organ"
                    for field in ("orgs", "body-orgs") if telling else ():
                        candidates = item.parts.get(field, "").split("|")
                        if len(candidates) == 1:
                            named.add(candidates[0])
                    for short in named:
                        if short and short in _by_short():
                            counts[short] += 2 if item.kind == "session" else 1
        if not counts:
            return None
        first = max(counts, key=lambda short: counts[short])
        return first if counts[first] > 1 or len(self.lines) <= _SHORT else None

    def _owner(self, mention: Mention) -> Profile | None:
        """The organisation whose body or session a mention names."""
        short = mention.parts.get("org")
        if short and short in _by_short():
            return _by_short()[short]
        for field in ("orgs", "body-orgs", "org-orgs"):
            candidates = [name for name in mention.parts.get(field, "").split("|") if name]
            if len(candidates) == 1:
                return _by_short().get(candidates[0])
            if candidates:
                return _by_short().get(self.organisation or "") if self.organisation in candidates else None
        ours = _by_short().get(self.organisation or "")
        if mention.parts.get("bare") or mention.parts.get("ref") or mention.kind == "gathering":
            return ours
        called = plain(mention.parts.get("body", mention.value if mention.kind == "body" else ""))
        return ours if called and called in _body_names(ours) else None

    def _explicit(self, mention: Mention) -> Session | None:
        """The session that a mention names with an ordinal, if its body is the organisation's main one."""
        ordinal = mention.parts.get("ordinal")
        owner = self._owner(mention)
        if not ordinal or owner is None or owner.main_body is None or mention.kind != "session":
            return None
        body = mention.parts.get("body")
        if body is not None and plain(body) not in _body_names(owner):
            return None
        return Session(owner.session_name, int(ordinal), Span(mention.start, mention.end), owner)

    def _main_session(self) -> Session | None:
        """The session that the text reports: the first that it names and does not speak of as to come or as past.

        One named with its body ("the 82nd INTERPOL General Assembly") goes before one named by its ordinal alone.
        """
        candidates: dict[bool, list[tuple[Session, bool]]] = {False: [], True: []}
        for line in self.lines:
            for item in line.items:
                if not isinstance(item, Mention) or item.kind != "session":
                    continue
                session = self._explicit(item)
                if session is None or session.profile is None:
                    continue
                bare = bool(item.parts.get("bare"))
                if not bare:
                    self._named.append(self._at(session))
                if session.profile.short == self.organisation:
                    elsewhere = self._has_cue(line, item, "ahead") or self._has_cue(line, item, "behind")
                    candidates[bare].append((session, elsewhere))
        for bare in (False, True):
            present = [session for session, elsewhere in candidates[bare] if not elsewhere]
            if present and (not bare or self._names_its_body()):
                return self._at(present[0])
        distinct = {session.value: session for session, _ in (*candidates[False], *candidates[True])}
        return self._at(next(iter(distinct.values()))) if len(distinct) == 1 and candidates[False] else None

    def _names_its_body(self) -> bool:
        """Whether the text names the main body of its organisation at all: an ordinal alone could be of another."""
        return any(
            isinstance(item, Mention)
            and (item.kind in ("body", "session") and item.parts.get("role") != "organ")
            and not item.parts.get("bare")
            and (owner := self._owner(item)) is not None
            and owner.short == self.organisation
            for line in self.lines
            for item in line.items
        )

    def is_sure(self, line: Line) -> bool:
        """Whether a sentence says what is or is settled, and not what might be."""
        return not any(line.matches(pattern) for pattern in _cues()["unsure"])

    def instrument(self, line: Line) -> Resolved | None:
        """The instrument named last, in this sentence or before it."""
        found = self._instruments.get(line.span)
        if found is None:
            return None
        value, sentence = found
        return Resolved(value, False, () if sentence == line.span else (sentence,))

    def _last_instruments(self) -> dict[Span, tuple[str, Span]]:
        """For each sentence, the instrument named last up to its end, and where."""
        last: tuple[str, Span] | None = None
        found: dict[Span, tuple[str, Span]] = {}
        for line in self.lines:
            for item in line.items:
                if isinstance(item, Mention) and item.kind == "instrument":
                    last = item.value, line.span
            if last:
                found[line.span] = last
        return found

    def here(self, line: Line) -> Session | None:
        """The session that a sentence is about: the one that it names, else the one that the text reports.

        None where it names several others, speaks of another time, or looks ahead.
        """
        named: dict[str, Session] = {}
        for item in line.items:
            if isinstance(item, Mention) and (session := self._explicit(item)) is not None:
                if self.main and session.value == self.main.value:
                    return self.main
                named[session.value] = session
                if self._has_cue(line, item, "ahead"):
                    return None
        if named:
            return self._at(next(iter(named.values()))) if len(named) == 1 else None
        elsewhere = any(line.matches(pattern) for pattern in _cues()["elsewhere"])
        return None if elsewhere or self._is_of_an_earlier_year(line) else self.main

    def _is_of_an_earlier_year(self, line: Line) -> bool:
        for pattern in _cues()["year"]:
            for match in line.find(pattern):
                year = match.slots["year"][0]
                if self.published and isinstance(year, Token) and int(year.form) < self.published.year:
                    return True
        return False

    def _at(self, session: Session) -> Session:
        line = self.lines[bisect_right(self._starts, session.sentence.start) - 1]
        return Session(session.name, session.ordinal, line.span, session.profile)

    def _has_cue(self, line: Line, mention: Mention, cue: str) -> bool:
        for pattern in _cues()[cue]:
            for match in line.find(pattern):
                if any(item is mention for item in match.slots.get("session", ())):
                    return True
        return False

    def _session(self, mention: Mention, line: Line) -> Resolved | None:
        explicit = self._explicit(mention)
        if explicit:
            return Resolved(explicit.value)
        if mention.parts.get("ordinal") or self.main is None:
            return None
        owner = self._owner(mention)
        if owner is None or owner.session_name != self.main.name:
            return None
        body = mention.parts.get("body") or (mention.value if mention.kind == "body" else None)
        if mention.kind == "body" and mention.parts.get("role") == "organ":
            return None
        if body is not None and plain(body) not in _body_names(owner):
            return None
        support = () if self.main.sentence == line.span else (self.main.sentence,)
        if mention.parts.get("ref") in ("next", "next-year"):
            return Resolved(f"{self.main.name}/{self.main.ordinal + 1}", True, support)
        if mention.parts.get("ref") == "previous":
            return Resolved(f"{self.main.name}/{self.main.ordinal - 1}", True, support) if self.main.ordinal > 1 else None
        return Resolved(self.main.value, False, support)

    def _nth(self, mention: Mention, line: Line) -> Resolved | None:
        """ "The 27th", where the text names another session of the series in full."""
        named = [session for session in self._named if session.profile and session.profile.short == self.organisation]
        if not named:
            return None
        support = () if named[0].sentence == line.span else (named[0].sentence,)
        return Resolved(f"{named[0].name}/{mention.value}", False, support)

    def _full_names(self) -> dict[str, tuple[str, Span] | None]:
        """By surname, the full name and where it stands; None where two persons share the surname."""
        names: dict[str, tuple[str, Span] | None] = {}
        for line in self.lines:
            for item in line.items:
                if isinstance(item, Mention) and item.kind == "person" and not item.parts.get("ref"):
                    words = item.value.split()
                    for tail in {words[-1], words[0], " ".join(words[-2:])}:
                        surname = plain(tail)
                        known = names.get(surname)
                        if surname not in names:
                            names[surname] = item.value, line.span
                        elif known and not same_person(known[0], item.value):
                            names[surname] = None
        return names

    def _person(self, mention: Mention, line: Line) -> Resolved | None:
        if not mention.parts.get("ref"):
            return Resolved(mention.value)
        found = self._names.get(plain(mention.value))
        if not found:
            return None
        name, sentence = found
        return Resolved(name, False, () if sentence == line.span else (sentence,))

    def surname(self, text: str, line: Line) -> Resolved | None:
        """The person whose surname this is, if the text names one in full."""
        found = self._names.get(plain(text))
        return Resolved(found[0], False, () if found[1] == line.span else (found[1],)) if found else None

    def is_own_office(self, office: str) -> bool:
        """Whether the profile of the main organisation lists an office of this name."""
        profile = self.profile(self.organisation or "")
        names = {plain(name) for named in (profile.offices if profile else ()) for name in named.names}
        return plain(office) in names

    def holder(self, office: str, line: Line) -> Resolved | None:
        """The person whom the text shows in an office of its main organisation; "the Chief" is an office's epithet."""
        profile = self.profile(self.organisation or "")
        wanted = {plain(office)}
        for named in profile.offices if profile else ():
            names = {plain(name) for name in (*named.names, *named.epithets)}
            if plain(office) in names or any(name.endswith(f" {plain(office)}") for name in names):
                wanted |= names
        found: dict[str, Span] = {}
        for other in self.lines:
            for number, (one, two) in enumerate(zip(other.items, other.items[1:], strict=False)):
                if isinstance(one, Mention) and isinstance(two, Mention) and one.kind == "office" and two.kind == "person":
                    before = other.items[number - 1] if number else None
                    ours = isinstance(before, Mention) and before.kind == "org" and before.value == self.organisation
                    if ours and plain(one.value) in wanted and not two.parts.get("ref"):
                        found.setdefault(two.value, other.span)
        if len(found) != 1:
            return None
        name, sentence = next(iter(found.items()))
        return Resolved(name, False, () if sentence == line.span else (sentence,))

    def _org(self, mention: Mention) -> Resolved | None:
        if mention.value:
            return Resolved(mention.value)
        candidates = mention.parts.get("orgs", "").split("|")
        return Resolved(self.organisation) if self.organisation in candidates and self.organisation else None


@cache
def _body_names(profile: Profile | None) -> frozenset[str]:
    """What the main body of an organisation is called, in full or in short, in plain form."""
    if profile is None or profile.main_body is None:
        return frozenset()
    return frozenset(plain(name) for name in (*profile.main_body.named.names, *profile.main_body.named.epithets))


def same_person(one: str, other: str) -> bool:
    """Whether one name has all the words of the other, initials aside."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(name: str) -> set[str]:
    return {plain(word) for word in name.split() if len(word.strip(".")) > 1}


def whole_day(mention: Mention) -> date | None:
    """The day that a date mention names in full."""
    parts = mention.parts
    try:
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    except (KeyError, ValueError):
        return None
