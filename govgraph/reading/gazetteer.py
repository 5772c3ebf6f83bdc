"""Names that are known before a text is read, found in its tokens: countries, places, organisations, bodies, instruments."""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from govgraph.documents.document import Span
from govgraph.reading.cities import city_rows
from govgraph.reading.lines import Item, Line, Mention
from govgraph.reading.numerals import is_ordinal
from govgraph.reading.profiles import profiles
from govgraph.reading.tokens import Token, plain, tokens
from govgraph.reading.words import word_classes, word_set
from govgraph.resources import resource

_OF_A_STATE = 2  # letters of an American state, and of some bodies
_LONGEST_ORDINAL = 3  # figures
_BULLET = re.compile(r"[-–—•·▪][ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: the kind of thing, what it stands for, and whether it counts only when written in capitals."""

    kind: str
    value: str
    parts: Mapping[str, str]
    capitals: bool
    proper: bool


Heads = Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]


@dataclass(frozen=True)
class Gazetteer:
    """Known names by their tokens; `heads` has, for each first token, the sequences that open with it, longest first."""

    heads: Heads

    def __contains__(self, name: str) -> bool:
        sequence = _sequence(name)
        return bool(sequence) and any(known == sequence for known, _ in self.heads.get(sequence[0], ()))

    def with_organisations(self, names: Iterable[tuple[str, str, bool | None]], before: Container[str] = ()) -> Gazetteer:
        """This gazetteer and, where it does not have them yet, names of organisations, each with what facts call it and
        whether it is a series of meetings (None for an organisation that has a profile); those in `before` go before what
        it has."""
        new = [one for one in names if one[0] in before or one[0] not in self]
        added = {_sequence(name): _organisation(name, value, series) for name, value, series in new}
        return Gazetteer({**self.heads, **_by_head(added, self.heads)}) if added else self

    def with_countries(self, names: Mapping[str, tuple[str, str]]) -> Gazetteer:
        """This gazetteer and names of countries that only one text has, each with its code and its form."""
        added = {
            _sequence(name): Entry("country", code, {"form": form}, name.isupper(), True)
            for name, (code, form) in names.items()
        }
        return Gazetteer({**self.heads, **_by_head(added, self.heads)}) if added else self

    def annotate(self, text: str, span: Span) -> Line:
        """The tokens of a sentence, but for the bullet before an entry of a list, with the longest known names in place of
        their tokens."""
        bullet = _BULLET.match(text, span.start, span.end)
        start = bullet.end() if bullet else span.start
        words = [part for word in tokens(text, start, span.end) for part in self._parted(word)]
        forms = [word.form.lstrip("^") for word in words]
        items: list[Item] = []
        at = 0
        while at < len(words):
            known = forms[at] in self.heads
            found = self._longest(words, forms, at, bool(items) and isinstance(items[-1], Token)) if known else None
            if found and not self._hides_a_longer(words, forms, at, found[0]) and not _is_a_new_one(items, found[1]):
                length, entry = found
                start, end = words[at].start, words[at + length - 1].end
                written = text[start:end]
                # A place is called as the text writes it, but for the capitals of datelines.
                value = written if entry.kind == "place" and not written.isupper() else entry.value
                items.append(Mention(entry.kind, start, end, written, value, entry.parts))
                at += length
            else:
                items.append(words[at])
                at += 1
        return Line(items, span, text)

    def _parted(self, word: Token) -> tuple[Token, ...]:
        """A word such as "COP-18", of which the first part is a known name, as two; any other as it is."""
        name, dash, number = word.text.rpartition("-")
        if not (dash and number.isdigit() and len(number) <= _LONGEST_ORDINAL and self._is_short_name(plain(name))):
            return (word,)
        at = word.end - len(number)
        return (Token(word.start, at - 1, name, f"^{plain(name)}"), Token(at, word.end, number, number))

    def _opens_a_name(self, words: Sequence[Token], forms: Sequence[str], at: int) -> bool:
        """Whether "of" or "for" and a capitalised word stand here that opens no known name: "of Europe", but not "of ICAO"; and
        whether "on" and no day do: "on Inland Fisheries"."""
        if at + 1 >= len(words) or forms[at] not in ("of", "for", "on") or (forms[at] == "on" and forms[at + 1] in _calendar()):
            return False
        at += 2 if forms[at + 1] == "the" else 1
        if at >= len(words) or not words[at].form.startswith("^") or forms[at].removesuffix("s") in word_set("office-heads"):
            return False  # "Council of Ministers"
        known = self._longest(words, forms, at, True) if forms[at] in self.heads else None
        return known is None or known[1].parts.get("form") == "adjective"

    def _hides_a_longer(self, words: Sequence[Token], forms: Sequence[str], at: int, length: int) -> bool:
        """Whether a name that opens with "the" ends within one that begins after it: "the Commonwealth Games Federation"."""
        if forms[at] != "the" or length < 2 or forms[at + 1] not in self.heads:
            return False
        after = self._longest(words, forms, at + 1, True)
        return after is not None and after[0] >= length

    def _is_short_name(self, word: str) -> bool:
        return any(known == (word,) for known, _ in self.heads.get(word, ()))

    def _longest(self, words: Sequence[Token], forms: Sequence[str], at: int, after: bool) -> tuple[int, Entry] | None:
        """The longest name at a place; `after` says that a word stands before it, and no name."""
        for sequence, entry in self.heads[forms[at]]:
            length = len(sequence)
            if tuple(forms[at : at + length]) != sequence:
                continue
            if entry.proper and not words[at].text[0].isupper():
                continue
            if not entry.value and at and _is_in_a_name(words, at - 1):
                continue  # "Organization" alone points back; in "World Customs Organization" it is part of a name
            if not entry.value and at and is_ordinal(forms[at - 1]):
                continue  # "the 20th Convention" of whatever organisation
            if not entry.value and forms[at + length : at + length + 1] and forms[at + length] in _portfolios():
                continue  # "Union Home Minister"
            capital_before = after and _is_in_a_name(words, at - 1)
            if entry.kind == "body" and length == 1 and capital_before and not entry.capitals:
                continue  # as in "Nordic Council", but not in "XLII ATCM"
            opener = forms[at + length - 1] in word_set("org-openers") and (
                length == 1 or entry.kind == "org" or "of" in sequence
            )
            if opener and self._opens_a_name(words, forms, at + length):
                continue  # "Council of Europe"; the African Union is not the "African Union of Broadcasting"
            if entry.kind == "body" and len(forms[at]) == _OF_A_STATE and forms[at - 1 : at] == [","] and length == 1:
                continue  # "Atlanta, GA"
            if entry.kind == "country" and length == 1 and _is_a_forename(words, forms, at):
                continue  # "Chad Smith"
            if entry.parts.get("form") == "adjective" and at and forms[at - 1] in ("of", "at"):
                continue  # "CEO of American" speaks of no country
            if at and entry.kind == "country" and " ".join(forms[at - 1 : at + length]) in word_set("wider-than-a-country"):
                continue  # "the first South American"
            comma = at > 1 and forms[at - 1] == ","
            if (
                entry.kind == "org"
                and length == 1
                and comma
                and forms[at] in word_set("degrees")
                and _is_in_a_name(words, at - 2)
            ):
                continue  # "Kari Lund, CPA, partner"
            if entry.kind == "place" and _goes_on(words, at + length):
                continue  # "Victoria Falls" is not Victoria
            if entry.capitals and sum(letter.isupper() for letter in words[at].text) < 2:
                continue
            if entry.capitals and not at and length == 1 and _asks(words, forms):
                continue  # "WHO WE ARE" tells nothing of the World Health Organization
            return length, entry
        return None


def _asks(words: Sequence[Token], forms: Sequence[str]) -> bool:
    """Whether a line in capitals opens as a question does: "WHO IS IN CHARGE?", "WHO WE ARE"."""
    if forms[0] not in word_set("question-words"):
        return False
    asks = words[-1].text == "?" or not word_set("after-a-question-word").isdisjoint(forms[1:2])
    return asks and all(word.text.isupper() for word in words if word.text.isalpha())


def _is_a_forename(words: Sequence[Token], forms: Sequence[str], at: int) -> bool:
    """Whether a country is called as somebody is, and a surname follows: "Chad Smith", but not "Georgia Police"."""
    if forms[at] not in word_set("forenames-of-countries") or at + 1 >= len(words):
        return False
    surname, before = words[at + 1], forms[at - 1] if at else ""
    named = surname.form.startswith("^") and not surname.text.isupper() and forms[at + 1] not in _after_a_country()
    return named and before not in word_set("before-a-country")


@cache
def _after_a_country() -> frozenset[str]:
    """Words that after the name of a country open an office or end the name of an organisation or a thing."""
    kinds = (
        "office-heads",
        "org-heads",
        "org-openers",
        "body-heads",
        "not-names",
        "fields",
        "portfolios",
        "gatherings",
        "things-of-countries",
    )
    words = (word.split()[0] for kind in kinds for word in word_classes()[kind])
    return frozenset(words) | _calendar()


def _is_in_a_name(words: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word stands here, or the possessive of several after one: "Pilots' Association", "Women's"."""
    word, before = words[at], words[at - 1].form if at else ""
    many = word.form == "'" or before.lstrip("^") in word_set("irregular-plurals")
    return word.form.startswith("^") or (word.form in ("'", "'s") and many and before.startswith("^"))


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a name goes on with a capitalised word, and not with a day ("in Paris Monday")."""
    if at >= len(words) or not words[at].form.startswith("^"):
        return False
    return words[at].form.lstrip("^") not in _calendar()


@cache
def _portfolios() -> frozenset[str]:
    return frozenset((*word_classes()["portfolios"], *word_classes()["portfolio-heads"]))


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*word_classes()["weekdays"], *word_classes()["months"]))


@cache
def gazetteer() -> Gazetteer:
    """All known names of the country list and of the profiles."""
    entries: dict[tuple[str, ...], Entry] = {}
    for name, entry in (*_profile_names(), *_country_names(), *_city_names()):
        sequence = _sequence(name)
        if sequence:
            entries.setdefault(sequence, entry)
    return Gazetteer(_by_head(entries, {}))


def _sequence(name: str) -> tuple[str, ...]:
    return tuple(token.form.lstrip("^") for token in tokens(name, 0, len(name)))


def _is_a_new_one(before: Sequence[Item], entry: Entry) -> bool:
    """Whether "New" stands before a country: "New England" and "New Mexico" are none."""
    last = before[-1] if before else None
    return entry.kind == "country" and isinstance(last, Token) and last.text in ("New", "NEW", "Inner")


def _by_head(entries: Mapping[tuple[str, ...], Entry], known: Heads) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    heads: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for sequence, entry in entries.items():
        heads.setdefault(sequence[0], list(known.get(sequence[0], ()))).insert(0, (sequence, entry))
    for candidates in heads.values():
        candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[0]))
    return heads


def _entry(kind: str, value: str, name: str, **parts: str) -> tuple[str, Entry]:
    short = len(name.replace(".", "")) <= 5
    return name, Entry(kind, value, parts, name.isupper() and short, name[:1].isupper())


def _organisation(name: str, value: str, series: bool | None) -> Entry:
    if series is None:
        return _entry("org", value, name)[1]
    more = {"meets-as": value} if series else {}
    return _entry("org", value, name, unprofiled="true", introduced="true", **more)[1]


def _is_no_other_office(name: str) -> bool:
    """Whether an office has none of the words by which offices are known: "Keeper of the Flame"."""
    known = {word for head in word_set("office-heads") for word in (head.split()[0], head.split()[-1])}
    return known.isdisjoint(plain(name).split()) and plain(name) not in word_set("chairmanships")


def _profile_names() -> Iterable[tuple[str, Entry]]:
    """Names of organisations win over those of bodies, and a body's name may belong to several organisations."""
    owners: dict[str, list[str]] = {}
    canonical: dict[str, str] = {}
    own: dict[str, str] = {}
    for profile in profiles():
        for name in profile.named.names:
            yield _entry("org", profile.short, name)
        for instrument in profile.instruments:
            for name in instrument.names:
                yield _entry("instrument", instrument.name, name, org=profile.short)
        for name in (name for office in profile.offices for name in office.names if _is_no_other_office(name)):
            yield _entry("office", name, name)
        for body in profile.bodies:
            main = body.named.iri == (profile.main_body.named.iri if profile.main_body else None)
            for name in body.named.names:
                owners.setdefault(name, []).append(profile.short)
                canonical.setdefault(name, body.named.name)
                if main:
                    own.setdefault(name, "main")
    for name, orgs in owners.items():
        yield _entry("body", canonical[name], name, orgs="|".join(sorted(set(orgs))), role=own.get(name, "organ"))
    epithets: dict[str, set[str]] = {}
    for profile in profiles():
        for name in profile.named.epithets:
            epithets.setdefault(name, set()).add(profile.short)
    for name, shorts in epithets.items():
        yield name, Entry("org", "", {"orgs": "|".join(sorted(shorts))}, False, name[:1].isupper())


@cache
def countries() -> tuple[Mapping[str, str], ...]:
    """The rows of `data/reference/countries.csv`."""
    with resource("data/reference/countries.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def country_names() -> Mapping[str, str]:
    """The English name of each country by its alpha-2 code."""
    return {row["code"]: row["name"] for row in countries()}


@cache
def city_states() -> Mapping[str, str]:
    """The names of the countries that are a city, by alpha-2 code."""
    return {row["code"]: row["name"] for row in countries() if "city state" in (row["note"] or "")}


@cache
def part_of(code: str) -> str:
    """The alpha-2 code of the state that a country is a part of: China, of Hong Kong; its own, if it is of none."""
    notes = next((row["note"] or "" for row in countries() if row["code"] == code), "")
    return next((note.removeprefix("part of ") for note in notes.split("; ") if note.startswith("part of ")), code)


@cache
def monarchies() -> frozenset[str]:
    """The alpha-2 codes of the countries that have a monarch, and so no president."""
    return frozenset(row["code"] for row in countries() if "monarchy" in (row["note"] or ""))


def _city_names() -> Iterable[tuple[str, Entry]]:
    """The cities that have a word in small letters within their names, which no other name has: "Dar es Salaam"."""
    for row in city_rows():
        _, *within = row["name"].split()
        if any(word.isalpha() and word.islower() for word in within[:-1]):
            yield _entry("place", row["name"], row["name"])


def _list(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def _country_names() -> Iterable[tuple[str, Entry]]:
    for row in countries():
        code = row["code"]
        for name in (row["name"], *_list(row["aliases"])):
            yield _entry("country", code, name, form="name")
    for row in countries():
        for name in _list(row["adjectives"]):
            yield _entry("country", row["code"], name, form="adjective")
    for row in countries():
        for name in _list(row["people"]):
            yield _entry("country", row["code"], name, form="people")
        for name in _list(row["capital"]):
            yield _entry("place", name, name, country=row["code"])
    for profile in profiles():
        for seat in profile.seats:
            yield _entry("place", seat, seat)
