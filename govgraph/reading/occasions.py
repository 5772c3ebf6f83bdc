"""Which session a text reports, and which one each of its sentences is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from govgraph.documents.document import Span
from govgraph.reading.chronicles import Chronicle
from govgraph.reading.cues import cues
from govgraph.reading.earlieryears import is_of_an_earlier_year, names_earlier_years
from govgraph.reading.lines import Line, Mention, is_kind, is_token
from govgraph.reading.ordinals import (
    counts_no_session,
    holder_of,
    is_a_possession,
    is_an_assembly,
    is_first_somewhere,
    is_of_the_series,
    is_the_edition,
    is_the_nth,
    opens_with,
    years_told,
)
from govgraph.reading.profiles import Profile
from govgraph.reading.sessionowners import owner_of
from govgraph.reading.setting import Setting, body_names
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_LISTED = 3  # lines that open with an ordinal of their own
_POINTS = {"next": "ahead", "next-year": "ahead", "previous": "behind"}
_OPENING = 3  # items in which the subject of a sentence stands
_FEW = 3  # "at the first meeting" more often counts the sittings of one session


@dataclass(frozen=True, slots=True)
class Session:
    """A session that a text names: its series, its ordinal (two, where two sessions are one meeting), where it is named."""

    name: str
    ordinal: int
    sentence: Span
    profile: Profile
    second: int | None = None

    @property
    def value(self) -> str:
        """`INTERPOL/82`."""
        return f"{self.name}/{self.ordinal}"

    @property
    def values(self) -> tuple[str, ...]:
        """`WCO/125` and `WCO/126`, where two sessions are one meeting."""
        return (self.value, f"{self.name}/{self.second}") if self.second else (self.value,)

    def after(self, step: int) -> str:
        """The session so many steps after this one (or, with a negative number, before it)."""
        return f"{self.name}/{(self.second or self.ordinal) + step}"


class Occasions:
    """The sessions that a text names, and the one that it reports (`main`), worked out once."""

    def __init__(self, setting: Setting, lines: Sequence[Line]) -> None:
        self.setting, self.lines = setting, lines
        self._starts = [line.span.start for line in lines]
        mentions = [item for line in lines for item in line.mentions_of("session")]
        self.alone = {int(item.parts["ordinal"]) for item in mentions if {"bare", "ordinal"} <= item.parts.keys()}
        self.named: list[Session] = []  # with their body, not by an ordinal alone
        self.main: Session | None = None
        self.reports = False  # whether `main` is told as something of the day, neither to come nor past
        self.is_ahead = False  # whether it is only told as one to come
        self.main = self._main()
        if self.main is not None and self.is_ahead and (told := self._told_before(self.main)) is not None:
            self.main, self.reports, self.is_ahead = told, True, False
        self.named += self._listed() if not self.named else []
        self.chronicle = Chronicle(lines, self._names_of)
        if self.chronicle.goes_from_session_to_session:
            self.main = None

    def owner(self, mention: Mention, line: Line) -> Profile | None:
        """The organisation whose body or session a mention names."""
        return owner_of(mention, line, self.setting, self.main.profile if self.main else self.setting.ours)

    def explicit(self, mention: Mention, line: Line) -> Session | None:
        """The session that a mention names with an ordinal, if its body is the organisation's main one."""
        ordinal = mention.parts.get("ordinal")
        if not ordinal or mention.kind != "session":
            return None
        owner = self.owner(mention, line)
        if owner is None or owner.main_body is None:
            return None
        if "called" in mention.parts and owner.named.iri and plain(mention.parts["noun"]) not in body_names(owner):
            return None  # "its 22nd African Regional Conference", of an organisation whose General Assembly is counted
        if owner.named.iri and plain(mention.parts.get("noun", "")) in word_set("loose-gatherings") - body_names(owner):
            return None  # "the first INTERPOL event of this size"
        if mention.parts.get("bare") and (not self._counts(mention, line, owner) or self._is_of_another(mention, line, owner)):
            return None
        around = self.setting.around
        years = {str(around.year)[2:]} if around else set()
        if "number" in mention.parts and not owner.named.iri and ordinal in years | years_told(line):
            return None  # "#AHA24", in 2024
        if counts_no_session(mention, line):
            return None
        name, body = owner.session_name, None if "series" in mention.parts else mention.parts.get("body")
        if body is not None and plain(body) not in body_names(owner):
            cited = [one for one in owner.bodies if one.short and plain(body) in map(plain, one.named.names)]
            if not cited:
                return None
            name = cited[0].short or name
        second = mention.parts.get("also")
        return Session(name, int(ordinal), Span(mention.start, mention.end), owner, int(second) if second else None)

    def _is_counted(self, ordinal: int) -> bool:
        """Whether an ordinal alone counts sessions: it is not among the first few, or the text names the next ones too."""
        return ordinal > _FEW or any(_FEW < other <= ordinal + 2 for other in self.alone)

    def _counts(self, mention: Mention, line: Line, owner: Profile) -> bool:
        """Whether an ordinal without a body counts sessions of the organisation, and not something else."""
        counted = self._is_counted(int(mention.parts["ordinal"])) or is_the_nth(mention, line)
        return counted or self._is_of_the_body(mention, line, owner)

    def _is_of_another(self, mention: Mention, line: Line, owner: Profile) -> bool:
        """Whether the sentence names an assembly before an ordinal alone that an organisation with a profile does not have."""
        bodies = (item for item in line.mentions_of("body") if item.start < mention.start and " " in item.value)
        before = [item for item in bodies if item.parts.get("role") == "main"]
        theirs = {one for item in before for one in item.parts.get("orgs", "").split("|") if one}
        return bool(owner.named.iri and theirs) and owner.short not in theirs

    def _is_of_the_body(self, mention: Mention, line: Line, owner: Profile) -> bool:
        """Whether the assembly of the organisation itself has the session: "The Assembly of the BPU had its third session"."""
        before = (item for item in line.mentions if item.start < mention.start)
        ours = any(item.kind == "body" and item.parts.get("body-role") == "main" and item.parts.get("org") for item in before)
        return ours and is_a_possession(mention, line) and owner.short == self.setting.organisation

    def _told_before(self, coming: Session) -> Session | None:
        """The session before one that is to come, where a sentence tells of it by its ordinal alone as of something past."""
        for line in self.lines:
            if any(is_the_edition(item, coming.ordinal - 1) for item in line.items) and line.matches_any(cues()["over"]):
                return replace(coming, ordinal=coming.ordinal - 1, sentence=line.span, second=None)
            for match in line.find_any(cues()["nth"]):
                ordinal = match.slots["ordinal"][0]
                before = isinstance(ordinal, Mention) and ordinal.value == str(coming.ordinal - 1)
                if before and line.matches_any(cues()["over"]):
                    return replace(coming, ordinal=coming.ordinal - 1, sentence=line.span, second=None)
        return None

    def _main(self) -> Session | None:
        """The session that the text reports: the first that it names and does not speak of as to come or as past.

        One named with its body ("the 82nd INTERPOL General Assembly") goes before one named by its ordinal alone; one of
        the organisation that the text is about, before one of an organisation that no profile describes.
        """
        present: dict[tuple[bool, bool], list[Session]] = {}
        every: dict[str, Session] = {}
        past: set[str] = set()
        by_body = False
        ahead = True
        for line in self.lines:
            for item in line.mentions:
                session = self.explicit(item, line)
                if session is None:
                    continue
                bare = bool(item.parts.get("bare")) and not self._is_said_to_be_ours(item, line)
                if not bare:
                    self.named.append(self.at(session))
                ours = session.profile.short == self.setting.organisation
                if ours:
                    to_come = self.has_cue(line, item, "ahead")
                    ahead = ahead and to_come
                    if not to_come and session.value not in every:
                        past.add(session.value)
                    every.setdefault(session.value, session)
                    by_body = by_body or not bare
                if self.has_cue(line, item, "present") and ours:
                    self.reports = True
                    return self.at(session)
                if not (
                    self.has_cue(line, item, "ahead")
                    or self.has_cue(line, item, "behind")
                    or (names_earlier_years(line, item, self.setting.around) and not self._is_of_the_day(session))
                ):
                    present.setdefault((not ours, bare), []).append(session)
        if sessions := present.get((False, False)):
            self.reports = True
            alone = [one.ordinal for one in present.get((False, True), ())]  # "Sixteenth session" in a heading
            first = next((one for one in alone if any(one == session.ordinal for session in sessions)), None)
            told = next((one for one in sessions if self._is_of_the_day(one)), None)
            return self.at(told or next((one for one in sessions if one.ordinal == first), sessions[0]))
        if (sessions := present.get((False, True))) and self._names_its_body():
            self.reports = True
            return self.at(sessions[0])
        coming = [session for value, session in every.items() if value not in past]
        opening = next(iter(every.values()), None)
        named = by_body or self._names_its_body()
        if len(coming) == 1 and len(every) == 2 and opening and opening.ordinal + 1 == coming[0].ordinal and named:
            return self.at(opening)  # a report on what is past, which ends with an outlook
        if len(coming) == 1 and len(every) > 1 and by_body:
            self.is_ahead = True
            return self.at(coming[0])
        if every:
            self.is_ahead = ahead
            return (
                self.at(next(iter(every.values())))
                if len(every) == 1 and (by_body or (ahead and self._names_its_body()))
                else None
            )
        others = present.get((True, False), ())
        described = self.setting.ours is not None and bool(self.setting.ours.named.iri)
        if described:  # "the 22nd INTERPOL African Regional Conference", in a text about INTERPOL
            others = [one for one in others if one.name.startswith(f"{self.setting.organisation} ")]
        return self.at(others[0]) if others else None

    def _is_said_to_be_ours(self, mention: Mention, line: Line) -> bool:
        """Whether the organisation stands before a session that is called its own: "The PIF ended its 53rd meeting"; or whether
        it is called as its body is: "the 100th convention" of Rotary International."""
        if plain(mention.parts.get("noun", "")) in body_names(self.setting.ours):
            return True
        counted = "regular" in mention.parts or "noun" in mention.parts
        return counted and holder_of(mention, line) == self.setting.organisation

    def _listed(self) -> list[Session]:
        """A session of the organisation's, where a text that names none is a list by ordinals ("* 77th – Seoul"), or a
        table of sessions."""
        ours = self.setting.ours
        first = [(line, number) for line in self.lines if (number := opens_with(line)) is not None]
        told = any("row" in item.parts for line, _ in first if is_kind(item := line.items[0], "ordinal"))
        if ours is None or ours.main_body is None or len({number for _, number in first}) < (1 if told else _LISTED):
            return []
        return [Session(ours.session_name, first[0][1], first[0][0].span, ours)]

    def _is_of_the_day(self, session: Session) -> bool:
        """Whether the sentence that names a session also names a day as seen from the publication: "today", "on Monday"."""
        line = self.lines[bisect_right(self._starts, session.sentence.start) - 1]
        dates = line.mentions_of("date")
        return any("relative" in date.parts or ("weekday" in date.parts and "day" not in date.parts) for date in dates)

    def _names_its_body(self) -> bool:
        """Whether the text names the main body of its organisation at all: an ordinal alone could be of another."""
        presumed = self.setting.ours is not None and not self.setting.ours.named.iri
        return any(
            (presumed and ("regular" in item.parts or is_a_possession(item, line)))
            or is_an_assembly(item)
            or self._is_our_body(item, line)
            or (item.kind == "gathering" and plain(item.text).partition(" ")[2] in body_names(self.setting.ours))
            for line in self.lines
            for item in line.mentions
        )

    def _is_our_body(self, item: Mention, line: Line) -> bool:
        if (
            item.kind not in ("body", "session", "gathering")
            or (item.kind == "gathering" and "body" not in item.parts)
            or item.parts.get("role") == "organ"
            or item.parts.get("bare")
        ):
            return False
        owner = self.owner(item, line)
        return owner is not None and owner.short == self.setting.organisation

    def here(self, line: Line) -> Session | None:
        """The session that a sentence is about: the one that it names, else the one that the text reports.

        None where it names several others, speaks of another time, or looks ahead.
        """
        named: dict[str, Session] = {}
        for item in line.mentions:
            if (session := self.explicit(item, line)) is not None:
                if self.main and session.value == self.main.value:
                    return self.main
                named[session.value] = session
                if self.has_cue(line, item, "ahead"):
                    return None
            elif item.kind == "session" and is_a_possession(item, line) and self.owner(item, line) is None:
                return None  # "Its youth wing held its 4th Congress"
        if named:
            return self.at(next(iter(named.values()))) if len(named) == 1 else None
        by_ordinal = list(dict.fromkeys(value for _, value in self._by_ordinal(line)))
        if by_ordinal:
            return self._of(by_ordinal[0], line.span) if len(by_ordinal) == 1 else None
        if (it := self._meant_by_it(line)) is not None:
            return self.at(it)
        focus = self.chronicle.focus(line)
        headed = self.main is None or (
            focus is not None and self.chronicle.is_headed(line) and focus[0] not in self.main.values
        )
        if focus is not None and headed and focus[1] != line.span:
            return self._of(*focus)
        elsewhere = line.matches_any(cues()["elsewhere"])
        return None if elsewhere or is_of_an_earlier_year(line, self.setting.around) else self.main

    def _meant_by_it(self, line: Line) -> Session | None:
        """The session with which the sentence before opens and which is the only one there: "It gathered in Riga"."""
        at = bisect_right(self._starts, line.span.start) - 1
        before = self.lines[at - 1] if at > 0 and line.items and is_token(line.items[0], "it") else None
        subject = next((item for item in before.items[:_OPENING] if is_kind(item, "session")), None) if before else None
        named = [self.explicit(item, before) for item in before.items if isinstance(item, Mention)] if before else []
        told = {session.value: session for session in named if session is not None}
        return next(iter(told.values())) if subject is not None and len(told) == 1 else None

    def reported(self, line: Line) -> Session | None:
        """The session that the text reports, where a sentence names no other than the one after it."""
        if self.main is None:
            return None
        return self.main if set(self._named_in_full(line)) == {self.main.after(1)} else None

    def there(self, line: Line) -> tuple[Mention, Mention | None, Span] | None:
        """The place that the sentence before names last, with the country that stands beside it."""
        at = bisect_right(self._starts, line.span.start) - 1
        before = self.lines[at - 1] if at > 0 else None
        matches = list(before.find_any(cues()["named-place"])) if before else []
        # Of two matches that begin together, the longer one has the country too.
        last = max(matches, key=lambda match: (match.slots["city"][0].start, match.end), default=None)
        city = last.slots["city"][0] if last else None
        if before is None or last is None or not isinstance(city, Mention):
            return None
        country = last.slots.get("country", (None,))[0]
        return city, country if isinstance(country, Mention) else None, before.span

    @cached_property
    def compact(self) -> str | None:
        """The session that the text reports in one word, where it has one: "CoP18"."""
        for line in self.lines if self.main else ():
            for item in line.mentions_of("session"):
                if " " not in item.text and item.text[0].isalpha():
                    session = self.explicit(item, line)
                    if session is not None and self.main is not None and session.value == self.main.value:
                        return item.text
        return None

    def beside(self, mention: Mention, line: Line) -> str | None:
        """The session that stands after a comma behind another mention: "the next meeting, CoP18"."""
        at = line.index(mention)
        after = line.items[at + 1 : at + 4]
        if not after or not is_token(after[0], ","):
            return None
        sessions = (self.explicit(item, line) for item in after if isinstance(item, Mention))
        return next((session.value for session in sessions if session is not None), None)

    def nth(self, ordinal: Mention) -> tuple[str, Span] | None:
        """ "The 27th" as `ICOM/27`, where the text names another session of the series in full, and where it does."""
        number = ordinal.value
        if self.main is not None and "row" not in ordinal.parts and not is_of_the_series(int(number), self.main.ordinal):
            return None
        series = self.main.profile.short if self.main else self.setting.organisation
        named = next((session for session in self.named if session.profile.short == series), self.main)
        if named is None and "row" in ordinal.parts and len({session.name for session in self.named}) == 1:
            named = self.named[0]  # of a table of the only series that the text counts
        return (f"{named.name}/{number}", named.sentence) if named else None

    def _names_of(self, line: Line) -> list[str]:
        """The sessions that a sentence names, in full or by an ordinal alone."""
        return list(dict.fromkeys((*self._named_in_full(line), *(value for _, value in self._by_ordinal(line)))))

    def _named_in_full(self, line: Line) -> list[str]:
        return [session.value for item in line.mentions if (session := self.explicit(item, line)) is not None]

    def _by_ordinal(self, line: Line) -> Iterator[tuple[Mention, str]]:
        """The ordinals of a sentence that stand for sessions, and for which."""
        for match in line.find_any(cues()["nth"]):
            ordinal = match.slots["ordinal"][0]
            counts = isinstance(ordinal, Mention) and not is_first_somewhere(ordinal, line)
            found = self.nth(ordinal) if counts and isinstance(ordinal, Mention) else None
            if isinstance(ordinal, Mention) and found is not None:
                yield ordinal, found[0]

    def _of(self, value: str, sentence: Span) -> Session | None:
        """The session of this name, as a sentence names it."""
        name, _, ordinal = value.rpartition("/")
        profile = next((session.profile for session in self.named if session.name == name), None)
        return Session(name, int(ordinal), sentence, profile) if profile else None

    def last_before(self, line: Line) -> Session | None:
        """The session that one of the two sentences before this one names last."""
        at = bisect_right(self._starts, line.span.start) - 1
        for before in reversed(self.lines[max(0, at - 2) : at]):
            counted = {ordinal.start: value for ordinal, value in self._by_ordinal(before)}
            for item in reversed(before.items):
                session = self.explicit(item, before) if isinstance(item, Mention) else None
                if session is None and item.start in counted:
                    session = self._of(counted[item.start], before.span)
                if session is not None:
                    return self.at(session)
        return None

    def at(self, session: Session) -> Session:
        """The session with the whole sentence in which it is named."""
        line = self.lines[bisect_right(self._starts, session.sentence.start) - 1]
        return replace(session, sentence=line.span)

    def has_cue(self, line: Line, mention: Mention, cue: str) -> bool:
        """Whether a pattern of `discourse.yaml` finds this mention of a session, or its own words say the same."""
        if _POINTS.get(mention.parts.get("ref", "")) == cue:
            return True
        found = (item for match in line.find_any(cues()[cue]) for item in match.slots.get("session", ()))
        return any(item is mention for item in found)
