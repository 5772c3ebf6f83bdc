"""Series of meetings that only their name tells of: "World Puppetry Congress" over a text that counts its congresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.capitals import out_of_capitals
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line, Mention, is_kind, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_OPENING = 2  # lines that can be the title
_TIMES = 2  # that a text counts meetings, or names the series, at the least
_WORDS = 2  # of a name, at the least
_ALONE = 4  # ordinals without a noun, "the 16th met in 2000", of which a text that names a series is a list of its meetings

_NEXT = (-2, -1, 1)  # from one meeting of a series to others that a text is likely to tell of


def named_series(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for the series that a text is about: its title or more than one sentence names it, and the text counts
    meetings by the last word of the name, or in its rows, but none by the name of an organisation."""
    known = {name for one in introduced for name in (one.name, one.short)}
    mentions = [(number, item) for number, line in enumerate(lines) for item in line.mentions]
    if any(item.kind == "session" and {"org", "series", "body-orgs"} & item.parts.keys() for _, item in mentions):
        return
    seen: Counter[str] = Counter()
    for number, item in mentions:
        before = lines[number].items[0]
        whole = before.text.istitle() and plain(before.text) in word_set("worldwide") and item is lines[number].items[-1]
        name = _series(f"{before.text} {item.text}" if whole and item is not before else item.text, item)
        if name is not None and name not in known:
            opens = item is before or (is_token(before, "the") and item is lines[number].items[1])
            seen[name] += _TIMES if number < _OPENING and (whole or opens) else 1
    for name, times in seen.most_common(1):
        written, short = _written(name, lines), _initials(name)
        shortened = short in lines[0].text and len(_counted(lines, plain(short), name)) >= _TIMES
        counted = len(_counted(lines, _noun(name.split()), name)) >= _TIMES
        if times >= _TIMES and (shortened or counted or _is_list_of_meetings(lines)):
            yield Introduction(written, short if shortened else written)


def owners_of_series(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Introduction]:
    """An introduction for each organisation that has its name before what its sessions are called: "World Puppetry", of "the
    54th World Puppetry Congress", where the text speaks of an office of "World Puppetry" too."""
    known = {name for one in introduced for name in (one.name, one.short)}
    sessions = (item for line in lines for item in line.mentions_of("session"))
    for name in sorted({item.parts["series"] for item in sessions if "series" in item.parts}):
        owner, _, noun = name.rpartition(" ")
        called = owner not in known and plain(noun) in word_classes()["body-heads"]
        if called and any(_has_an_office(line, owner) for line in lines):
            yield Introduction(owner, owner)


def with_first_sessions(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which "the first World Puppetry Congress" is a session where others are counted by the same name; the first
    of a name that the text does not count is an event of itself."""
    sessions = [item for line in lines for item in line.mentions_of("session")]
    counted = {item.parts["series"] for item in sessions if "series" in item.parts}
    for line in lines:
        found = []
        for at, item in enumerate(line.items):
            if isinstance(item, Mention) and item.kind == "event" and item.parts.get("ordinal") == "1":
                name = item.text.partition(" ")[2]
                if name in counted:
                    parts = {"ordinal": "1", "series": name}
                    found.append((at, at + 1, Mention("session", item.start, item.end, item.text, "", parts)))
        yield line.replaced(found) if found else line


def with_lone_series(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which a meeting whose name opens like that of an organisation, which the text never names without it,
    is one of a series: "the 33rd World Cooperative Congress"."""
    owners = {item.value for line in lines for item in line.mentions_of("org")}
    for line in lines:
        found = []
        for at, item in enumerate(line.items):
            parts = item.parts if isinstance(item, Mention) and item.kind == "session" else {}
            owner, body = parts.get("org", ""), parts.get("body", "")
            weak = plain(owner).split()[-1:] and plain(owner).split()[-1] in word_set("weak-org-heads")
            lone = {"org-unprofiled", "ordinal"} <= parts.keys() and weak and owner not in owners
            if isinstance(item, Mention) and lone and body and item.text.endswith(f"{owner} {body}"):
                series = {"series": f"{owner} {body}", "ordinal": parts["ordinal"], "body": body, "body-unprofiled": "true"}
                found.append((at, at + 1, replace(item, parts=series)))
        yield line.replaced(found) if found else line


def with_neighbours(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which an ordinal and a plain noun right before or after a meeting of a series or body that is called so is
    another one of it: "the 24th conference", beside "the 25th African Regional Conference"."""
    named = {
        (plain(series).split()[-1], int(item.parts["ordinal"]) + step): series
        for line in lines
        for item in line.mentions_of("session")
        if (series := item.parts.get("series", "?")) != "?" and " " in series and "ordinal" in item.parts
        for step in _NEXT
    }
    bodies = {
        (plain(body).split()[-1], int(item.parts["ordinal"]) + step): item.parts
        for line in lines
        for item in line.mentions_of("session")
        if " " in (body := item.parts.get("body", "")) and {"ordinal", "body-orgs"} <= item.parts.keys()
        for step in _NEXT
    }
    for line in lines:
        found = []
        for at, item in enumerate(line.items if named or bodies else ()):
            parts = item.parts if isinstance(item, Mention) and item.kind == "session" else {}
            key = (plain(parts.get("noun", "")), int(parts.get("ordinal", 0)))
            whole = bodies.get((plain(parts.get("body", "") or parts.get("noun", "")), key[1]))
            if isinstance(item, Mention) and whole and {"org", "body-orgs"}.isdisjoint(parts):
                found.append((at, at + 1, replace(item, parts={**whole, "ordinal": parts["ordinal"]})))
            elif isinstance(item, Mention) and parts.keys() >= {"bare", "noun"} and key in named:
                plainly = {name: part for name, part in parts.items() if name not in ("bare", "noun")}
                found.append((at, at + 1, replace(item, parts={**plainly, "series": named[key]})))
        yield line.replaced(found) if found else line


def _has_an_office(line: Line, owner: str) -> bool:
    """Whether a line speaks of an office of an owner: "President of World Puppetry", "World Puppetry President"."""
    for at, item in enumerate(line.items):
        if is_kind(item, "name", "person") and item.text == owner:
            before = [one for one in line.items[max(0, at - 3) : at] if not is_token(one, "the")][-2:]
            of = len(before) > 1 and is_kind(before[0], "office") and is_token(before[1], "of")
            after = [one for one in line.items[at + 1 : at + 3] if not is_token(one, "'s", "'")][:1]
            if of or any(is_kind(one, "office") for one in after):
                return True
    return False


def _series(text: str, item: Mention) -> str | None:
    """The name of a series that a mention is, written as `text`, with or without an ordinal before it: "first World Puppetry
    Congress"."""
    if item.kind not in ("meeting", "event", "name") or {"year", "org", "orgs"} & item.parts.keys():
        return None
    words = text.split()
    if item.kind == "event":
        words = words[1:]
    telling = len(words) >= _WORDS and all(word[:1].isupper() for word in (words[0], words[-1]))
    kinds = word_set("session-kinds") - word_set("naming-kinds") | word_set("out-of-turn")
    generic = plain(words[0]) in kinds or not {plain(word) for word in words} - word_set("worldwide") - word_set("series-heads")
    return " ".join(words) if telling and not generic and _noun(words) in word_set("series-heads") else None


def _initials(name: str) -> str:
    return "".join(word[0].upper() for word in name.split() if plain(word) not in word_set("function-words"))


def _written(name: str, lines: Sequence[Line]) -> str:
    """A name in capitals as the text writes it elsewhere, or as it would."""
    if not name.isupper():
        return name
    text = lines[0].text
    elsewhere = (found[0] for found in re.finditer(re.escape(name), text, re.IGNORECASE) if not found[0].isupper())
    return next(elsewhere, out_of_capitals(name))


def _noun(words: Sequence[str]) -> str:
    """The word of a name by which one of a series is meant: "congress" of "Universal Congress of Puppetry"."""
    of = next((at for at, word in enumerate(words) if plain(word) in ("of", "on", "for") and at > 1), len(words))
    return plain(words[of - 1])


def _counted(lines: Sequence[Line], noun: str, name: str) -> set[str]:
    """The ordinals that a text has before a noun, before the name itself or at the head of a row."""
    found = set()
    for line in lines:
        for at, item in enumerate(line.items):
            after = line.items[at + 1] if at + 1 < len(line.items) else None
            counts = is_kind(item, "ordinal") and (at == 0 or (isinstance(after, Token) and is_token(after, noun)))
            if counts and isinstance(item, Mention):
                found.add(item.value)
            elif isinstance(item, Mention) and item.kind == "event" and item.text.endswith(name):
                found.add(item.text.split()[0])
    return found


def _is_list_of_meetings(lines: Sequence[Line]) -> bool:
    """Whether a text counts meetings without a noun, "the 16th met in 2000, and the 17th in 2002", and beyond a few points."""
    found = set()
    for line in lines:
        for at, item in enumerate(line.items):
            after = line.items[at + 1] if at + 1 < len(line.items) else None
            goes_on = after is None or (isinstance(after, Token) and plain(after.text) in word_set("after-a-meeting"))
            if is_kind(item, "ordinal") and goes_on and at and is_token(line.items[at - 1], "the"):
                found.add(int(item.value))
    return len(found) >= _ALONE and max(found) > _ALONE
