"""A communiqué becomes facts: its sentences are annotated, matched with every fact pattern, and read together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from govgraph.documents.document import Document, Span
from govgraph.documents.hyphens import with_whole_words
from govgraph.documents.markup import without_markup
from govgraph.documents.sentences import sentences
from govgraph.reading.affiliations import with_affiliations
from govgraph.reading.attendance import counted_where_they_met
from govgraph.reading.ballots import ballots
from govgraph.reading.cancellations import without_called_off
from govgraph.reading.candidacies import without_candidates
from govgraph.reading.careers import careers
from govgraph.reading.citystates import city_states_as_places
from govgraph.reading.conferences import conferences_as_events
from govgraph.reading.dating import Dated, work_out
from govgraph.reading.denials import without_denied
from govgraph.reading.discourse import Discourse
from govgraph.reading.enumerations import enumerations
from govgraph.reading.eventnames import with_event_names
from govgraph.reading.facts import Fact
from govgraph.reading.forerunners import with_forerunners
from govgraph.reading.frames import filled, read_frames
from govgraph.reading.gazetteer import gazetteer
from govgraph.reading.grids import with_grids, with_headers
from govgraph.reading.headsofstate import heads_of_the_host_state
from govgraph.reading.initials import by_initials, by_their_officers, by_what_comes_before_their_form, series_with_numbers
from govgraph.reading.introductions import Introduction, introductions, organisations, short_names_of_countries
from govgraph.reading.lateryears import of_the_next_session
from govgraph.reading.letterheads import with_letterheads
from govgraph.reading.lineages import lineages
from govgraph.reading.lines import Line
from govgraph.reading.lonelycities import countries_of_cities, only_city
from govgraph.reading.matching import Attempt, read_line
from govgraph.reading.mentions import annotate
from govgraph.reading.miscounts import people_present
from govgraph.reading.naming import as_the_text_names
from govgraph.reading.nationals import with_nationals
from govgraph.reading.nocities import without_cities_of_headlines
from govgraph.reading.ownnames import own_name
from govgraph.reading.pastposts import with_past_posts
from govgraph.reading.plainer import plainer_forms
from govgraph.reading.portraits import with_portraits
from govgraph.reading.postphrases import with_post_phrases
from govgraph.reading.posts import posts
from govgraph.reading.questions import with_answers
from govgraph.reading.quotations import quotations
from govgraph.reading.restatements import (
    acting_now,
    events_once,
    in_turn,
    not_just_won,
    of_one_owner,
    of_the_one_named,
    told_once,
    unread_posts,
    with_enumerations,
)
from govgraph.reading.romanlists import with_roman_entries
from govgraph.reading.rosters import with_rosters
from govgraph.reading.semicolons import with_semicolons
from govgraph.reading.sequels import as_plans, hosts_to_come, sequels, without_handovers_to_come, years_of_events
from govgraph.reading.seriesnames import named_series, owners_of_series, with_first_sessions, with_lone_series, with_neighbours
from govgraph.reading.sessionnouns import with_known_nouns
from govgraph.reading.setting import setting_of
from govgraph.reading.sharednames import meant_countries
from govgraph.reading.signatures import signatures
from govgraph.reading.successions import followed_by, places_taken, successions
from govgraph.reading.surnames import full_names, with_surnames
from govgraph.reading.treaties import treaties_with_parties
from govgraph.reading.vacancies import shared_vacancies, vacancies
from govgraph.reading.venues import settle
from govgraph.reading.words import word_classes, word_set
from govgraph.reading.workplaces import with_workplaces
from govgraph.reading.yearnames import named_by_their_year

_MARKS = re.compile(r"\u00ad|\*|\[(?=[^\[\]]*(?:\]\(|\Z))|\]\([^()\s]*\)")
_WORD = re.compile(r"[^\W\d_]+")  # of letters alone, so that "ICANN80" is found by "ICANN"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from a document."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]


def read_communique(document: Document, attempts: list[Attempt] | None = None) -> Reading:
    """The facts that a document states, in the order of its sentences; no two alike from one sentence.

    Where `attempts` is given, every match of a pattern is noted in it, with what became of it.

    Raises:
        DefinitionError: the definitions in `loaders/` are not well formed.
    """
    abbreviations = frozenset(word_classes()["abbreviations"])
    document = with_whole_words(without_markup(document), word_set("hyphenated"))
    spans = sentences(document, abbreviations, word_set("sentence-openers"))
    lines = [annotate(document.text, span) for span in spans]
    shortened = list(introductions(document.text, document.body))
    title = list(_title(document))
    introduced = organisations([*title, *lines], shortened)
    introduced.extend([*by_initials(lines, introduced), *by_what_comes_before_their_form(lines, introduced)])
    introduced.extend([*by_their_officers([*title, *lines], introduced)])
    introduced.extend([*treaties_with_parties(lines, introduced, shortened)])
    lines = with_roman_entries(list(with_letterheads(lines, introduced)))
    introduced.extend([*named_series(lines, introduced), *owners_of_series(lines, introduced)])
    introduced.extend(series_with_numbers(lines, introduced))
    title, lines = list(_with_names(title, introduced)), with_roman_entries(list(_with_names(lines, introduced)))
    unnamed = setting_of(document, lines, introduced, title).organisation is None
    if unnamed and (ours := own_name(document, lines, title, [*introduced, *shortened])):
        introduced.append(ours)
        title, lines = list(_with_names(title, introduced)), with_roman_entries(list(_with_names(lines, introduced)))
    lines = list(with_first_sessions(list(with_lone_series(lines))))
    lines = list(with_workplaces(lines))
    people = full_names(lines)
    lines = list(with_known_nouns(list(with_forerunners(list(with_surnames(lines, people))))))
    lines = list(conferences_as_events(list(with_neighbours(lines))))
    lines = list(city_states_as_places(list(with_nationals(lines))))
    lines, headers = with_grids(lines)
    lines, asked = with_answers(lines)
    discourse = Discourse(document, lines, people, introduced, title)
    lines = list(with_event_names(list(named_by_their_year(lines, discourse)), discourse))
    facts: list[Fact] = []
    dated: list[Dated] = []
    for line in lines:
        here: list[Fact] = []
        forms = (line, *plainer_forms(line))
        for form in forms:
            for fact, date in (*read_line(form, discourse, attempts), *read_frames(form, discourse, attempts)):
                if date is None:
                    here.append(fact)
                else:
                    dated.append(Dated(fact, *date))
        for form in forms:
            here.extend(unread_posts(here, ballots(form, discourse), elections=True))
        for form in forms:
            here.extend(unread_posts(here, not_just_won(line, here, [fact for fact, _ in posts(form, discourse, attempts)])))
        here = with_post_phrases(here, line, discourse)
        here.extend(unread_posts(here, careers(line, discourse)))
        facts.extend(here)
    facts, dated = of_the_next_session(acting_now(facts), dated, discourse)
    facts = filled(without_cities_of_headlines(work_out(facts, dated, discourse)))
    facts = settle(facts, discourse.countries, discourse.is_reported_from, discourse.seats)
    facts.extend(list(only_city(facts, lines, discourse)))
    facts.extend(list(countries_of_cities(facts, lines, discourse)))
    facts = people_present(counted_where_they_met(facts, lines, discourse.main), discourse)
    facts = without_handovers_to_come(facts, discourse.main if discourse.occasions.is_ahead else None)
    facts.extend(list(hosts_to_come(facts, discourse.main)))
    facts.extend(sequels(facts, discourse.main))
    facts.extend(list(years_of_events(facts, lines, discourse.setting)))
    filling = (*vacancies(lines, discourse), *shared_vacancies(lines, discourse))
    facts.extend(unread_posts(facts, filling, elections=True))
    facts.extend(unread_posts(facts, places_taken(facts, lines, discourse), elections=True))
    facts.extend(successions(of_one_owner(facts), lines, discourse))
    facts.extend(unread_posts(facts, followed_by(of_one_owner(facts), lines, discourse), elections=True))
    facts = with_rosters(facts, lines, discourse)
    facts = with_enumerations(facts, list(enumerations(lines, discourse)))
    facts = with_semicolons(facts, lines, discourse)
    facts = with_affiliations(with_portraits(facts, lines, discourse), lines)
    facts = without_candidates(facts, lines, discourse.setting.keeper)
    facts.extend(list(heads_of_the_host_state(facts, lines, discourse)))
    facts.extend(unread_posts(facts, signatures(lines, discourse)))
    facts.extend(unread_posts(facts, lineages(lines, discourse)))
    facts = without_called_off(without_denied(facts, lines, discourse, attempts), lines, discourse, attempts)
    facts = with_past_posts(facts, lines, discourse)
    facts.extend(quotations(lines, discourse))
    facts = with_headers(
        as_the_text_names(told_once(events_once(in_turn(of_one_owner(of_the_one_named(facts, lines))))), lines, document.text),
        {**headers, **asked},
        document.text,
    )
    return Reading(tuple(as_plans(tuple(_unique(map(_spelt_out, facts))))), tuple(lines))


def _title(document: Document) -> Iterator[Line]:
    """The title that the front matter gives, as a sentence that tells of no facts, but of whom the text is about."""
    title = document.metadata.title or ""
    start = document.text.find(title, 0, document.body.start)
    if title and start >= 0:
        yield annotate(document.text, Span(start, start + len(title)))


def _with_names(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Line]:
    """The lines, those that hold a name which the text introduces, or one that means a country in it, read again with it."""
    short = short_names_of_countries(lines)
    countries = meant_countries(lines) | {name: (code, "name") for name, code in short.items()}
    new = [
        one
        for one in introduced
        if one.short not in countries and (one.short not in gazetteer() or one.is_another or one.known)
    ]
    named = [
        (name, one.known or one.called, None if one.known else one.is_series) for one in new for name in (one.name, one.short)
    ]
    names = gazetteer().with_organisations(named, {one.short for one in new if one.is_another}).with_countries(countries)
    opens = (word[0] for one in new for name in (one.name, one.short) if (word := _WORD.search(name)))
    opening = {word.lower() for word in (*opens, *countries)}
    for line in lines:
        words = _WORD.findall(line.text, line.span.start, line.span.end) if opening else ()
        again = not opening.isdisjoint(map(str.lower, words))
        yield annotate(line.text, line.span, names) if again else line


def _spelt_out(fact: Fact) -> Fact:
    """The fact without what only marks the words of its names: "**", the brackets and address of a link, and "&amp;"
    for "&"."""
    subject, value = (_MARKS.sub("", words).replace("&amp;", "&") for words in (fact.subject, fact.value))
    return fact if (subject, value) == (fact.subject, fact.value) else replace(fact, subject=subject, value=value)


def _unique(facts: Iterable[Fact]) -> Iterator[Fact]:
    """One fact a sentence and key; stated ones win over inferred ones."""
    chosen: dict[tuple[str, str, str, Span], Fact] = {}
    for fact in facts:
        key = (*fact.key, fact.sentence)
        if key not in chosen or (chosen[key].status == "inferred" and fact.status == "stated"):
            chosen[key] = fact
    yield from sorted(chosen.values(), key=lambda fact: (fact.sentence.start, fact.key))
