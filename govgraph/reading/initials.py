"""Short forms that a text uses without introducing them: "ITTO" beside "International Tropical Timber Organization", the "WUF"
of "the tenth World Urban Forum (WUF10)", and the "BHC" of "BHC officers" in a text of the club, which its readers know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from govgraph.reading.cues import cues
from govgraph.reading.gazetteer import gazetteer
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_SHORTEST, _LONGEST = 3, 6  # letters
_TWICE = 2  # times that a text shows that a short form is an organisation's
_NUMBERED = re.compile(r"\((?P<short>[A-Z]{2,6})[ -]?(?P<number>\d{1,3})\)\Z")  # "(WUF10)"


def by_initials(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for each organisation whose initials the text uses by themselves, where it gives it no other short form.

    The initials are those of the words that tell something ("of" does not), or of all; they belong to one organisation only.
    """
    known = {name for one in introduced if one.name != one.short for name in (plain(one.name), plain(one.short))}
    names: dict[str, str] = {}
    capitals: set[str] = set()
    for line in lines:
        for item in line.items:
            capitals |= {word for word in item.text.split() if word.isupper() and word.isalpha() and len(word) >= _SHORTEST}
            if isinstance(item, Mention) and item.kind == "org" and item.parts.get("unprofiled") and " " in item.value:
                names.setdefault(plain(item.value), item.value)
    taken: dict[str, list[str]] = {}
    for called, (key, name) in product((True, False), names.items()):
        short = _initials(name, called)
        word = plain(short) in word_set("office-heads") | word_set("function-words") | word_set("degrees")
        if not word and key not in known and len(short) >= _SHORTEST and short in capitals and short not in name.split():
            taken.setdefault(short, []).append(name)
    for short, owners in sorted(taken.items()):
        if len(set(owners)) == 1 and short not in gazetteer() and plain(short) not in known:
            yield Introduction(owners[0], short)


def by_their_officers(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for each short form that the text shows twice to be an organisation's, by its officers, elections or
    members, and that is no other's."""
    known = {plain(name) for one in introduced for name in (one.name, one.short)}
    shown = Counter(
        item.text
        for line in lines
        for match in line.find_any(cues()["with-officers"])
        for item in match.slots.get("short", ())[:1]
    )
    nothing = word_set("office-heads") | word_set("degrees") | word_set("not-organisations") | word_set("no-owners")
    for short, times in sorted(shown.items()):
        likely = short.isalpha() and short.isupper() and _SHORTEST <= len(short) <= _LONGEST and plain(short) not in nothing
        if times >= _TWICE and likely and short not in gazetteer() and plain(short) not in known:
            yield Introduction(short, short)


def series_with_numbers(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for each series that the text gives initials with the number of a session behind them."""
    known = {plain(one.short) for one in introduced}
    for item in (item for line in lines for item in line.mentions_of("session")):
        found = _NUMBERED.search(item.text)
        series = item.parts.get("series", "").partition(" (")[0]
        if found is None or found["number"] != item.parts.get("ordinal") or not series:
            continue
        short = found["short"]
        if short[0] == _initials(series, False)[:1] and short not in gazetteer() and plain(short) not in known:
            known.add(plain(short))
            yield Introduction(series, short, keeps_its_name=True)


def _initials(name: str, telling: bool) -> str:
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in words if not telling or plain(word) not in word_set("function-words"))


def by_what_comes_before_their_form(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for each company that the text also calls without its legal form, "Harbour AI" of "Harbour AI Inc"."""
    known = {plain(name) for one in introduced for name in (one.name, one.short)}
    text = lines[0].text if lines else ""
    found: dict[str, str] = {}
    for item in (item for line in lines for item in line.mentions_of("org")):
        name, _, form = item.value.rpartition(" ")
        short = name.removesuffix(",")
        if plain(form) in word_set("company-forms") and " " in short and plain(short) not in known and short not in gazetteer():
            found.setdefault(short, item.value)
    for short, name in sorted(found.items()):
        if text.count(short) > text.count(name):
            yield Introduction(name, short)
