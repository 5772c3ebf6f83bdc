"""What words stand for that only the rest of the text tells: "the Assembly", "its 83rd", "Mr Noble", "the Organization"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from govgraph.documents.document import Document, Span
from govgraph.reading.actors import another_actor
from govgraph.reading.cues import cues
from govgraph.reading.earlieryears import opens_in_another_year
from govgraph.reading.introductions import Introduction
from govgraph.reading.lands import (
    after_dateline,
    city_of_writing,
    countries_named,
    homes,
    is_of_a_person,
    land,
    land_most_named,
    letterhead,
    only_nation,
)
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.meantagain import has_a_country_as_subject, named_before, organisations_by_word, ours_or_last
from govgraph.reading.nationals import called_by_their_country
from govgraph.reading.nextones import goes_on_from_a_session, goes_on_from_another
from govgraph.reading.occasions import Occasions, Session
from govgraph.reading.ownoffices import is_own_office, owner_of_office
from govgraph.reading.pronouns import antecedents
from govgraph.reading.resolved import Resolved
from govgraph.reading.setting import body_names, is_head_of, is_series, setting_of
from govgraph.reading.surnames import FullNames, with_the_forename, without_descriptions
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_set

_AHEAD = 5  # years up to which the next session can be away
_DAYS = 31  # of a month, at most


class Discourse:
    """Resolves mentions against a whole document; everything is worked out once, from the annotated sentences."""

    def __init__(
        self,
        document: Document,
        lines: Sequence[Line],
        people: FullNames,
        introduced: Iterable[Introduction] = (),
        title: Sequence[Line] = (),
    ) -> None:
        self.lines = lines
        self._names = people
        self._starts = [line.span.start for line in lines]
        self.setting = setting_of(document, lines, introduced, title)
        self.occasions = Occasions(self.setting, lines)
        self.main = self.occasions.main
        self._plain_names = without_descriptions(lines)
        self._meant = dict(antecedents(lines, self._full_name))
        self._homes = homes(lines, self._full_name)
        known = {name: home.value for name, home in self._homes.items()}
        self._meant |= called_by_their_country(lines, self._full_name, known)
        self._instruments = self._last_instruments()
        self.issuer = letterhead(lines[0], self.setting.organisation) if lines else None
        self.land = self.issuer or land(lines, self.seats)
        self.written = city_of_writing(lines)
        self._organisations = organisations_by_word(lines)

    def resolve(self, mention: Mention, line: Line) -> Resolved | None:
        """What a mention stands for in this document; None where that is not known."""
        return next(iter(self.resolve_all(mention, line)), None)

    def resolve_all(self, mention: Mention, line: Line) -> list[Resolved]:
        """All that a mention stands for: two, where two sessions are one meeting."""
        if mention.kind in ("session", "gathering", "body"):
            return self._session(mention, line)
        if mention.kind == "ordinal":
            return self._nth(mention, line)
        if mention.kind == "event" and self.is_a_session_of_ours(mention):
            return []
        if mention.kind == "person":
            found = self._person(mention, line)
        elif mention.kind == "org":
            found = self._org(mention, line)
        else:
            found = Resolved(mention.value)
        return [found] if found else []

    def text(self, span: Span) -> str:
        """The words of a stretch of the document."""
        return self.lines[0].text[span.start : span.end]

    @property
    def assembly(self) -> str | None:
        """The main body of the main organisation, as `INTERPOL/General Assembly`."""
        profile = self.setting.ours
        body = profile.main_body.named.name if profile and profile.main_body else None
        known = profile is not None and body is not None and body not in word_classes()["session-nouns"]
        return f"{profile.session_name}/{body}" if profile is not None and known else None

    @property
    def is_about_meetings_alone(self) -> bool:
        """Whether the text names nobody who keeps the series that it is about, and whose officers it could list."""
        return is_series(self.setting.ours) and self.setting.keeper == self.setting.organisation

    def speaks_of_another(self, line: Line) -> bool:
        """Whether "the conference" in a sentence is another meeting, told of before, than one of the assembly."""
        return any(is_kind(item, "gathering") and goes_on_from_another(item, self.lines) for item in line.items)

    def another_actor(self, line: Line) -> str | None:
        """The subject of a sentence, if it is another organisation than that of the text."""
        return another_actor(line, self.setting)

    def is_unnumbered(self, mention: Mention, line: Line) -> bool:
        """Whether a session of the organisation is named without a number, in a text that gives none of its sessions one."""
        if self.main is not None or self.occasions.named or "ordinal" in mention.parts or mention.parts.get("role") == "organ":
            return False
        if "ref" in mention.parts and self.occasions.alone:
            return False  # "its 84th session" counts those of which the next is one
        owner = self.occasions.owner(mention, line)
        called = plain(mention.parts.get("body", mention.value))
        if "org" not in mention.parts and "ref" not in mention.parts and owner and not called.startswith(plain(owner.short)):
            return False
        return owner is not None and owner.short == self.setting.organisation and called in body_names(owner)

    def whole(self, mention: Mention, resolved: Resolved, line: Line) -> str:
        """What an office can be of: an organisation's name, or for a session that of its organisation and body."""
        owner = self.occasions.owner(mention, line) if mention.kind in ("session", "gathering", "body") else None
        if owner is None or owner.main_body is None or mention.parts.get("role") == "organ":
            return resolved.value
        if mention.kind == "session" and " " not in mention.text and mention.text[0].isalpha():
            return mention.text  # "President of COP13"
        compact = self.occasions.compact if mention.kind == "gathering" else None
        if compact is not None:
            return compact
        body = owner.main_body.named.name
        if body in word_classes()["session-nouns"]:
            return owner.short  # all that the text calls the assembly is "its 75th session"
        if any(plain(name).endswith(f" {plain(body)}") for name in owner.named.names):
            return owner.short  # the "Commission" of the International Whaling Commission
        telling = plain(body).split()[0] in word_classes()["worldwide"]  # "World Health Assembly" tells whose it is
        return body if telling or body.startswith(owner.short) else f"{owner.short} {body}"

    @property
    def seats(self) -> tuple[str, ...]:
        """Where the main organisation has its seat, as far as its profile tells."""
        ours = self.setting.ours
        return ours.seats if ours else ()

    def is_reported_from(self, city: str, country: str | None) -> bool:
        """Whether the session that the text reports meets where the text was written: the text speaks of that place again, or
        of "here", or opens with what those who meet decided on some day; it says of no other place that things are done there.
        """
        if self.main is None or not self.occasions.reports:
            return False
        echoed = False
        for line in self.lines:
            after = after_dateline(line)
            for number, item in enumerate(line.items):
                if item.start < after:
                    continue
                if isinstance(item, Mention) and item.kind == "country" and item.value == country:
                    echoed = echoed or not is_of_a_person(line, number)
                echoed = echoed or is_token(item, "here") or plain(item.text).startswith(plain(city))
            if self.occasions.here(line) is not None:
                echoed = echoed or (after > line.span.start and line.matches_any(cues()["decided-there"]))
                for match in line.find_any(cues()["done-there"]):
                    if plain(match.slots["city"][0].text) != plain(city):
                        return False
        return echoed

    @cached_property
    def countries(self) -> Mapping[str, int]:
        """How often the text names each country, other than to say where somebody comes from."""
        return countries_named(self.lines)

    @cached_property
    def names_a_head_of_state(self) -> bool:
        """Whether the text speaks of the head of a state as such, by its country: "Kenya's President", "King of Norway"."""
        matches = (match for line in self.lines for match in line.find_any(cues()["head-of-state"]))
        return any(plain(match.slots["office"][0].text) in word_set("heads-of-states") for match in matches)

    def nation(self, line: Line) -> Resolved | None:
        """The only country that a sentence names, or if it names none, the only one of the sentence before."""
        return only_nation(self.whole_sentence(line), self.countries, *self.before(line, 1))

    def whole_sentence(self, line: Line) -> Line:
        """The sentence of which a line can be a part."""
        at = bisect_left(self._starts, line.span.start)
        return self.lines[at] if at < len(self.lines) and self.lines[at].span == line.span else line

    @cached_property
    def land_most_named(self) -> Resolved | None:
        """The country that the text names far more often than any other."""
        return land_most_named(self.lines, self.countries, self.seats)

    def names_one_country(self, line: Line) -> bool:
        """Whether a sentence names one country, or none and the sentence before it one."""
        named = ({item.value for item in one.items if is_kind(item, "country")} for one in (line, *self.before(line, 1)))
        return len(next((countries for countries in named if countries), ())) == 1

    def home(self, person: str) -> Resolved | None:
        """The country from which the text says that a person comes."""
        return self._homes.get(person)

    def body(self, mention: Mention, line: Line) -> str | None:
        """`INTERPOL/General Assembly` for a mention of a body, under the name that its profile gives it."""
        owner = self.occasions.owner(mention, line)
        if owner is None:
            return None
        written = plain(mention.parts.get("body", mention.value))
        for body in owner.bodies:
            if written in {plain(name) for name in (*body.named.names, *body.named.epithets)}:
                return f"{owner.session_name}/{body.named.name}"
        return None

    def is_in_dateline(self, line: Line, item: Mention) -> bool:
        """Whether a mention stands in the dateline of its sentence."""
        return item.start < after_dateline(line)

    def is_sure(self, line: Line) -> bool:
        """Whether a sentence says what is or is settled, and not what might be."""
        return not line.matches_any(cues()["unsure"])

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
            for item in line.mentions_of("instrument"):
                last = item.value, line.span
            if last:
                found[line.span] = last
        return found

    def _session(self, mention: Mention, line: Line) -> list[Resolved]:
        explicit = self.occasions.explicit(mention, line)
        if explicit:
            return [Resolved(value) for value in explicit.values]
        if mention.parts.get("ref") == "next" and self.main is None and self._only_session is not None:
            only = self._only_session
            return [Resolved(only.after(1), True, (only.sentence,))]
        if mention.parts.get("ordinal") or self.main is None:
            return []
        owner = self.occasions.owner(mention, line)
        if owner is None or owner.short != self.main.profile.short:
            return []
        body = mention.parts.get("body") or (mention.value if mention.kind == "body" else None)
        if mention.kind == "body" and mention.parts.get("role") == "organ":
            return []
        if body is not None and plain(body) not in body_names(owner):
            return []
        support = () if self.main.sentence == line.span else (self.main.sentence,)
        around = self.setting.around
        if mention.parts.get("ref") == "year":
            year = int(mention.parts["year"])
            if around is None or not around.year <= year <= around.year + (1 if owner.meets_yearly else _AHEAD):
                return []
            return [Resolved(self.main.after(1 if year > around.year else 0), year > around.year, support)]
        if mention.parts.get("ref") in ("next", "next-year"):
            if "alone" in mention.parts and not goes_on_from_a_session(mention, self.lines):
                return []
            ahead = self.main.values[0] if self.occasions.is_ahead else self.main.after(1)
            return [Resolved(self.occasions.beside(mention, line) or ahead, True, support)]
        if mention.parts.get("ref") == "previous":
            if is_token(self._after(mention, line), "held", "hosted", "organised", "organized"):
                return []  # "the last one held in India"
            return [Resolved(self.main.after(-1), True, support)] if self.main.ordinal > 1 else []
        told = None if around else self._line_at(self.main.sentence)
        if opens_in_another_year(self._line_at(mention), told):  # `line` may be a part of the sentence
            return []
        return [Resolved(value, False, support) for value in self.main.values]

    def _after(self, mention: Mention, line: Line) -> Item:
        """The item after a mention; the mention itself, if it is the last."""
        at = line.index(mention, -1)
        return line.items[at + 1] if 0 <= at < len(line.items) - 1 else mention

    @cached_property
    def _only_session(self) -> Session | None:
        """The session of the organisation that a text names, if it names one alone, as something that has been."""
        named = [
            session
            for line in self.lines
            for item in line.mentions_of("session")
            if (session := self.occasions.explicit(item, line)) is not None
        ]
        ours = {session.value for session in named if session.profile.short == self.setting.organisation}
        return named[0] if len(ours) == len({session.value for session in named}) == 1 else None

    def _line_at(self, place: Mention | Span) -> Line:
        return self.lines[bisect_right(self._starts, place.start) - 1]

    def is_a_session_of_ours(self, mention: Mention) -> bool:
        """Whether what is called by a body and a year is one of the numbered sessions: "the 2031 General Meeting", beside "our
        156th General Meeting"; "Council 2031" is no event either."""
        if "year" not in mention.parts:
            return False
        words = [word for word in plain(mention.text).split() if word != mention.parts["year"]]
        ours = {plain(name) for name in self.setting.ours.named.names} if self.setting.ours else set()
        called = " ".join(word for word in words if word not in ours)
        return called in word_set("plain-boards") or (self.main is not None and called in body_names(self.setting.ours))

    def _nth(self, mention: Mention, line: Line) -> list[Resolved]:
        """ "The 27th", where the text names another session of the series in full."""
        a_day = int(mention.value) <= _DAYS and self.occasions.has_cue(line, mention, "day-of-a-month")
        found = None if a_day else self.occasions.nth(mention)
        if found is None:
            return []
        value, sentence = found
        return [Resolved(value, False, () if sentence == line.span else (sentence,))]

    def _person(self, mention: Mention, line: Line) -> Resolved | None:
        if not mention.parts.get("ref"):
            name = self._plain_names.get(mention.value, mention.value)
            whole = self._names.get(plain(name)) if "title" in mention.parts else None
            whole = whole or with_the_forename(name, self._names, line)
            longer = whole is not None and plain(whole[0]).endswith(f" {plain(name)}")
            return Resolved(whole[0] if longer and whole else name)  # "Mr de la Mata" is Enrique de la Mata
        pronoun = mention.parts["ref"] == "pronoun"
        found = self._meant.get(mention.start) if pronoun else self._names.get(plain(mention.value))
        if not found:
            return None
        name, sentence = found
        return Resolved(name, False, () if sentence == line.span else (sentence,))

    def _full_name(self, mention: Mention, line: Line) -> str | None:
        """The whole name that a mention of a person by name stands for."""
        found = self._person(mention, line)
        return found.value if found else None

    def surname(self, text: str, line: Line) -> Resolved | None:
        """The person whose surname this is, if the text names one in full."""
        found = self._names.get(plain(text))
        return Resolved(found[0], False, () if found[1] == line.span else (found[1],)) if found else None

    def is_own_office(self, office: str) -> bool:
        """Whether an office is one that the main organisation has."""
        return is_own_office(office, self.setting.ours, self.issuer is not None)

    def owner_of_office(self, office: str, line: Line) -> str | None:
        """What an office without an owner is an office of: that of the subject of its sentence, or of the text."""
        return self.another_actor(line) or owner_of_office(office, self.setting, self.issuer is not None)

    def means_us(self, item: Item) -> bool:
        """Whether "the Forum" means the organisation of the text, the Pacific Islands Forum, and none of its meetings."""
        if not is_kind(item, "gathering"):
            return False
        noun = plain(item.text).split()[-1]
        return self.is_in_our_name(noun) and noun not in body_names(self.setting.ours)

    def is_in_our_name(self, noun: str) -> bool:
        """Whether the organisation that the text is about has a word in its name: "the council" is the World Peace Council."""
        profile = self.setting.ours
        return profile is not None and any(noun in plain(name).split() for name in profile.named.names)

    def _org(self, mention: Mention, line: Line) -> Resolved | None:
        if mention.value:
            return Resolved(mention.value)
        if "head" in mention.parts:
            head = mention.parts["head"]
            ours = self.setting.keeper if self.is_in_our_name(head) else None
            at = bisect_left(self._starts, line.span.start)
            last = ours_or_last(mention, head, self._organisations, ours, self.lines[max(0, at - 1) : at + 1])
            return last or (Resolved(ours) if ours and is_head_of(self.setting.ours, head) else None)  # "12th Assembly of"
        candidates = mention.parts.get("orgs", "").split("|")
        ours = self.setting.keeper
        if ours in candidates and ours:
            return Resolved(ours)
        head = plain(mention.text).split()[-1]
        if ours and self.is_in_our_name(head):
            return Resolved(ours)
        return named_before(mention, head, self._organisations)  # "association president Ana Berg"

    def before(self, line: Line, few: int) -> Sequence[Line]:
        """The few sentences before one."""
        at = bisect_left(self._starts, line.span.start)
        return self.lines[max(0, at - few) : at]

    def organisation_before(self, line: Line) -> Resolved | None:
        """The organisation that the sentence before names last, which "its" at the head of a sentence means."""
        before = next(iter(self.before(line, 1)), None)
        if before is not None and has_a_country_as_subject(before):
            return None
        for item in reversed(before.items if before else ()):
            if isinstance(item, Mention) and item.kind in ("org", "body", "session") and before is not None:
                owner = self.resolve(item, before) if item.kind == "org" else None
                return Resolved(owner.value, True, (before.span,)) if owner else None
        return None
