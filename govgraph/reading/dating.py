"""Whole dates from partial ones: the year that a text leaves out, "today", "on Monday", "next year's Assembly".

What is worked out here is marked `inferred` and names the sentences it rests on. What only another document can complete, a
first or last day without a year, or that one session meets the year before another, is kept for the rules of inference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.datevalues import month_of_the_day
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Mention
from govgraph.reading.nearestyears import MIDDLE, Side, nearest_year, side_told, year_nearby, years_away
from govgraph.reading.sentencetimes import only_month_before
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_values


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact whose value is part of a date mention, not yet worked out.

    `part` is `day`, `year` or `told` (the year, where the words tell one), `coming` for a day that lies ahead, or the `start`
    or `end` of a range of days.
    """

    fact: Fact
    mention: Mention
    part: str


@dataclass(frozen=True, slots=True)
class _Year:
    number: int
    inferred: bool
    support: tuple[Span, ...]


_MONTHS = 2  # between a session and a text that reports it
_LEAP = 2000
_DAYS_BACK = {"two-days-ago": 2, "yesterday": 1, "today": 0, "tomorrow": -1}
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
RELATIONS = ("now", "next-year", "nearby", "days", "month")
"""Properties that only say how years depend on one another; they are used here and not passed on."""


def work_out(facts: Sequence[Fact], dated: Sequence[Dated], discourse: Discourse) -> list[Fact]:
    """All facts with whole dates: the given ones, those that could be dated, and the years that follow."""
    calendar = _Calendar(discourse)
    for fact in facts:
        if fact.property == "year" and fact.kind == "session":
            calendar.learn(fact.subject, _Year(int(fact.value), fact.status == "inferred", (fact.sentence,)))
    done: list[Fact] = []
    waiting = list(dated)
    relations = [fact for fact in facts if fact.property in (*RELATIONS, "reported")]
    while True:
        progress = calendar.relate(relations, "next-year") or calendar.relate(relations, "nearby")
        still: list[Dated] = []
        for one in waiting:
            found = calendar.work_out(one)
            if found is None:
                still.append(one)
            if found is None or not calendar.is_near(found):
                continue
            done.append(found)
            progress = True
            if found.kind == "session" and found.property in ("start", "end"):
                year = _Year(int(found.value[:4]), found.status == "inferred", (found.sentence, *found.support))
                calendar.learn(found.subject, year, found)
        waiting = still
        spread = calendar.other_end(done, relations)
        done.extend(spread)
        # That something happens now says less than a day does, so it comes last.
        progress = progress or bool(spread) or any(calendar.relate(relations, kind) for kind in ("now", "reported", "month"))
        if not progress and not calendar.date_the_report(waiting):
            break
    plain = [fact for fact in facts if fact.property not in RELATIONS]
    open_ends = [*calendar.without_year(waiting), *calendar.years_apart(relations)]
    return [*plain, *done, *calendar.year_facts(plain), *open_ends]


class _Calendar:
    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.published = discourse.setting.published
        self.around = discourse.setting.around
        at = discourse.setting.published_at
        self.published_at = (at,) if at else ()
        self.years: dict[str, _Year] = {}
        self.origins: dict[str, Fact] = {}

    def learn(self, session: str, year: _Year, origin: Fact | None = None) -> bool:
        known = self.years.get(session)
        if known and (not known.inferred or year.inferred):
            return False
        self.years[session] = year
        if origin:
            self.origins[session] = origin
        return True

    def relate(self, relations: Sequence[Fact], kind: str) -> bool:
        """Years that follow from what is said to happen now, or a year after something else; whether any was learnt."""
        progress = False
        for fact in relations:
            if fact.property != kind:
                continue
            if kind == "reported" and not (self._is_reported(fact) and self._is_of_this_year(fact)):
                continue
            if kind in ("now", "reported") and self.around and fact.subject not in self.years:
                year = _Year(self.around.year, True, (fact.sentence, *self.published_at))
                progress |= self.learn(fact.subject, year, fact)
            elif kind == "nearby" and fact.subject not in self.years:
                base, away = self._now(), years_away(fact.value)
                if base is None or away is None:
                    continue
                year = _Year(base.number + away, True, (fact.sentence, *base.support))
                progress |= self.learn(fact.subject, year, fact)
            elif kind == "month" and fact.subject not in self.years:
                side = self._side(fact)
                month = int(word_values("months")[plain(fact.value)])
                number = nearest_year(month, MIDDLE, self.around, side) if side != "near" else None
                if number is not None and self._is_told_beside(fact, side):
                    progress |= self.learn(fact.subject, _Year(number, True, (fact.sentence, *self.published_at)), fact)
            elif kind == "next-year":
                other = f"session:{fact.value}"
                for known, unknown, step in ((fact.subject, other, 1), (other, fact.subject, -1)):
                    if known in self.years and unknown not in self.years:
                        base = self.years[known]
                        year = _Year(base.number + step, True, (fact.sentence, *base.support))
                        progress |= self.learn(unknown, year, fact)
        return progress

    def date_the_report(self, waiting: Sequence[Dated]) -> bool:
        """The year of the session that the text reports, where nothing else tells it: that of the publication.

        Not where it meets, by a day whose year is `waiting` to be told, in another part of the year.
        """
        main = self.discourse.main
        if main is None or self.around is None or not self.discourse.occasions.reports:
            return False
        words = self.discourse.text(main.sentence)
        if any(line.span == main.sentence and line.matches_any(cues()["once"]) for line in self.discourse.lines):
            return False
        said = plain(words)
        ahead = any(phrase in said for phrase in word_classes()["next-years"])
        if ahead or set(_YEAR.findall(words)) - {str(self.around.year)}:
            return False
        months = {int(one.mention.parts["month"]) for one in waiting if _has_month(one) and self._is_reported(one.fact)}
        if any(abs(month - self.around.month) > _MONTHS for month in months):
            return False
        month = self._month_alone(main.sentence)
        side = side_told(words)
        number = self.around.year if month is None else nearest_year(month, MIDDLE, self.around, side)
        if number is None:
            return False
        year = _Year(number, True, self.published_at)
        origin = Fact(f"session:{main.value}", "year", "", "inferred", main.sentence, main.sentence, "published")
        learnt = [self.learn(f"session:{value}", year, origin) for value in main.values]
        return any(learnt)

    def _month_alone(self, sentence: Span) -> int | None:
        """The only month that a sentence names without a day or a year: "in November, during the 79th General Assembly"."""
        line = next(line for line in self.discourse.lines if line.span == sentence)
        named = {plain(match.slots["month"][0].text) for match in line.find_any(cues()["month-alone"])}
        return int(word_values("months")[named.pop()]) if len(named) == 1 else None

    def _now(self) -> _Year | None:
        """The year of the publication, or else that of the session that the text reports."""
        if self.around is not None:
            return _Year(self.around.year, True, self.published_at)
        main = self.discourse.main
        return self.years.get(f"session:{main.value}") if main is not None else None

    def other_end(self, dated: Sequence[Fact], relations: Sequence[Fact]) -> list[Fact]:
        """The first day of a session from its last and from how many days it has, or the other way round."""
        known = {(fact.subject, fact.property): fact for fact in dated if fact.property in ("start", "end")}
        found = []
        for relation in relations:
            if relation.property != "days" or not relation.value.isdigit():
                continue
            for have, lack, sign in (("start", "end", 1), ("end", "start", -1)):
                fact = known.get((relation.subject, have))
                if fact is None or (relation.subject, lack) in known:
                    continue
                day = date.fromisoformat(fact.value) + sign * timedelta(days=int(relation.value) - 1)
                support = tuple(span for span in (fact.sentence, *fact.support) if span != relation.sentence)
                other = replace(relation, property=lack, value=day.isoformat(), status="inferred", support=support)
                known[relation.subject, lack] = other
                found.append(other)
        return found

    def work_out(self, one: Dated) -> Fact | None:
        """The fact with its date worked out, or None for now."""
        fact, parts = one.fact, one.mention.parts
        if one.part not in ("year", "told") and not _fits(one):
            return None
        if one.part == "told" and not {"year", "nearby", "yearby"} & parts.keys():
            return None
        if "weeks" in parts:
            if one.part != "year" or self.around is None:
                return None
            week = self.around + timedelta(weeks=int(parts["weeks"]))
            return replace(fact, value=str(week.year), status="inferred", support=_joined(fact, self.published_at))
        if "relative" in parts or ("weekday" in parts and "day" not in parts):
            day = self._relative(parts, one.part == "coming" or self._is_told_ahead(fact))
            announced = one.part == "year" and fact.details.get("hosting") == "announced" and not self._is_reported(fact)
            if day is None or (announced and parts.get("relative") in ("today", "yesterday")):
                return None  # what is announced today is not held today
            value = str(day.year) if one.part == "year" else day.isoformat()
            return replace(fact, value=value, status="inferred", support=_joined(fact, self.published_at))
        stated = parts.get("year2" if one.part == "end" and "year2" in parts else "year")
        if one.part in ("year", "told"):
            if stated is None and self.around is not None and ("nearby" in parts or "yearby" in parts):
                near = year_nearby(parts, self.around)
                return replace(fact, value=str(near), status="inferred", support=_joined(fact, self.published_at))
            if stated is None and fact.kind == "event" and parts.get("month", "").isdigit():
                side: Side = "ahead" if self._is_told_ahead(fact) else "near"
                close = nearest_year(int(parts["month"]), int(parts.get("day") or MIDDLE), self.around, side)
                return (
                    replace(fact, value=str(close), status="inferred", support=_joined(fact, self.published_at))
                    if close
                    else None
                )
            return replace(fact, value=stated) if stated else None
        suffix = "2" if one.part == "end" else ""
        day_text = parts.get("day" + suffix)
        month_text = parts.get("month" + suffix) or parts.get("month")
        if day_text is None:
            return None
        year = int(stated) if stated else None
        support: tuple[Span, ...] = ()
        if month_text in (None, "?"):
            month = only_month_before(fact.sentence, self.discourse.lines)
            if month is None and self.around is not None:
                month = month_of_the_day(self.around, int(day_text), parts.get("weekday"))
            if month is None or not self._is_reported(fact):
                return None
            month_text, support = str(month), self.published_at
        if year is None:
            found = self._year_of(fact, int(month_text or 0), int(day_text))
            if found is None:
                return None
            year, support = found
        try:
            value = date(year, int(month_text or 0), int(day_text)).isoformat()
        except ValueError:
            return None
        return replace(fact, value=value, status=fact.status if stated else "inferred", support=_joined(fact, support))

    def _year_of(self, fact: Fact, month: int, day: int) -> tuple[int, tuple[Span, ...]] | None:
        """The year of the session, or the one in which the day is nearest to the publication; announced, the next one."""
        known = self.years.get(fact.subject)
        if known:
            return known.number, known.support
        main = self.discourse.main
        follows = main is not None and fact.subject == f"session:{main.after(1)}"
        side = self._side(fact)
        close = None
        if side != "near" and self._is_told_beside(fact, side):
            close = nearest_year(month, day, self.around, side)
        if close is None and (self._is_reported(fact) or main is None or follows):
            announced = follows or fact.details.get("hosting") == "announced"
            close = nearest_year(month, day, self.around, "ahead" if announced else "near")
        return (close, self.published_at) if close else None

    def _side(self, fact: Fact) -> Side:
        """On which side of the publication the words of a fact, or its clause up to them, put what it tells."""
        before = re.split(r"[,;:(]| [-\u2013\u2014] ", self.discourse.text(Span(fact.sentence.start, fact.words.start)))[-1]
        side = side_told(words := self.discourse.text(fact.words))
        return side_told(before + words) if side == "near" else side

    def _is_told_beside(self, fact: Fact, side: Side) -> bool:
        """Whether what a sentence tells of a session that lies ahead or behind can be of the year around the publication: it is
        the one that the text reports, or the one after or before it, or of another series, and no other year is named.
        """
        if not self._is_of_this_year(fact):
            return False
        main = self.discourse.main
        if main is None or self._is_reported(fact):
            return True
        series = fact.subject.removeprefix("session:").rpartition("/")[0]
        if series != main.value.rpartition("/")[0]:
            return True
        return fact.subject == f"session:{main.after(1 if side == 'ahead' else -1)}"

    def _is_reported(self, fact: Fact) -> bool:
        """Whether a fact is about the session that the text reports."""
        main = self.discourse.main
        return main is not None and fact.subject in {f"session:{value}" for value in main.values}

    def _is_told_ahead(self, fact: Fact) -> bool:
        """Whether a first or last day is told in the present: what opens on Monday does so on the next one."""
        words = self.discourse.text(fact.words).casefold().split()
        return fact.property in ("start", "end", "year") and any(word in words for word in word_classes()["told-ahead"])

    def _is_of_this_year(self, fact: Fact) -> bool:
        """Whether the sentence of a fact names no other year than that of the publication."""
        years = set(_YEAR.findall(self.discourse.text(fact.sentence)))
        return self.around is None or years <= {str(self.around.year)}

    def is_near(self, fact: Fact) -> bool:
        """Whether a day is as near to the publication as the pattern wants it."""
        within = fact.details.get("within")
        if within is None or fact.property not in ("start", "end"):
            return True
        return self.around is None or abs((date.fromisoformat(fact.value) - self.around).days) <= int(within)

    def _relative(self, parts: Mapping[str, str], ahead: bool) -> date | None:
        if self.published is None:
            return None
        if "weekday" in parts and (ahead or "ahead" in parts):
            away = (int(parts["weekday"]) - self.published.weekday()) % 7
            return self.published + timedelta(days=away or (7 if "ahead" in parts else 0))
        if "weekday" in parts:
            back = (self.published.weekday() - int(parts["weekday"])) % 7 or (7 if "over" in parts else 0)
            return self.published - timedelta(days=back)
        return self.published - timedelta(days=_DAYS_BACK[parts["relative"]])

    def without_year(self, waiting: Sequence[Dated]) -> list[Fact]:
        """First and last days of sessions of which no year is known here, with the day of the week where it is told."""
        found = []
        for one in waiting:
            parts, fact = one.mention.parts, one.fact
            if fact.kind != "session" or fact.property not in ("start", "end") or not _fits(one):
                continue
            if "day" not in parts or "year" in parts or not _has_month(one):
                continue
            suffix = "2" if one.part == "end" else ""
            value = _month_day(int(parts.get("month" + suffix) or parts["month"]), int(parts["day" + suffix]))
            if value:
                weekday = {"weekday": str(int(parts["weekday"]) + 1)} if "weekday" in parts else {}
                found.append(replace(fact, property=f"{fact.property}Day", value=value, details=weekday))
        return found

    def years_apart(self, relations: Sequence[Fact]) -> list[Fact]:
        """That a session meets the year before another, where the year of neither is known here."""
        main = self.discourse.main
        found = []
        for fact in relations:
            early, late = fact.subject, f"session:{fact.value}"
            if fact.property == "nearby" and main is not None and years_away(fact.value) == 1:
                early, late = f"session:{main.value}", fact.subject
            elif fact.property != "next-year":
                continue
            if early != late and not {early, late} & set(self.years):
                value = late.partition(":")[2]
                found.append(replace(fact, subject=early, property="yearBefore", value=value, status="stated", details={}))
        return found

    def year_facts(self, facts: Sequence[Fact]) -> list[Fact]:
        """The years that were worked out and that no fact states."""
        told = {fact.subject for fact in facts if fact.property == "year"}
        found = []
        for session, year in self.years.items():
            origin = self.origins.get(session)
            if session in told or origin is None:
                continue
            stated = origin.property in ("start", "end") and origin.status == "stated"
            found.append(
                replace(
                    origin,
                    subject=session,
                    property="year",
                    value=str(year.number),
                    status="stated" if stated else "inferred",
                    support=tuple(span for span in dict.fromkeys(year.support) if span != origin.sentence),
                    details={key: value for key, value in origin.details.items() if key == "hosting"},
                )
            )
        return found


def _month_day(month: int, day: int) -> str | None:
    """A day of any year as XML Schema writes it, or None where no year has it."""
    try:
        return date(_LEAP, month, day).strftime("--%m-%d")
    except ValueError:
        return None


def _fits(one: Dated) -> bool:
    """Whether a day is asked of a day, and the start or end of a range of days."""
    return (one.part in ("start", "end")) == ("day2" in one.mention.parts)


def _has_month(one: Dated) -> bool:
    return one.mention.parts.get("month", "?").isdigit()


def _joined(fact: Fact, more: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(span for span in dict.fromkeys((*fact.support, *more)) if span != fact.sentence)
