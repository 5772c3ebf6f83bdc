"""Organisations under the names that the text has for them: a short name that stands nowhere in a text is not told from it.

A text of 2018 that speaks of the OIE tells of the OIE, and one that only writes "International Criminal Court" of that; which
organisation is meant, the graph knows from the names in its profile.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line
from govgraph.reading.profiles import profiles
from govgraph.reading.tokens import plain

_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"\s*\((?:the )?([^()]+)\)\Z")


def as_the_text_names(facts: Sequence[Fact], lines: Sequence[Line], text: str) -> list[Fact]:
    """The facts with each organisation whose short name the text does not have under the first name that it has."""
    names = {**_names(lines, text), **_in_small_letters(lines, text)}
    return [_renamed(fact, names) for fact in facts] if names else list(facts)


def _names(lines: Sequence[Line], text: str) -> dict[str, str]:
    """By short name, an acronym that the text has for an organisation, or else the name that it has first."""
    known = {profile.short for profile in profiles()}
    written: dict[str, list[str]] = {}
    for line in lines:
        for item in line.mentions_of("org"):
            if item.value in known:
                words = " ".join(item.text.split())
                bracket = _BRACKET.search(words)
                written.setdefault(item.value, []).extend((bracket[1], _BRACKET.sub("", words)) if bracket else (words,))
    absent = (short for short in written if not re.search(rf"\b{re.escape(short)}\b", text, re.IGNORECASE))
    return {short: next((name for name in written[short] if name.isupper()), written[short][0]) for short in absent}


def _in_small_letters(lines: Sequence[Line], text: str) -> dict[str, str]:
    """By a name of several words in capitals, as headings have it, the same as the text writes it elsewhere first."""
    mentions = (item for line in lines for item in line.mentions_of("org", "session"))
    called = {item.parts.get("series") or item.parts.get("org") or item.value for item in mentions}
    capitals = {tuple(_WORD.findall(plain(name))): name for name in called if name.isupper() and " " in name}
    words = list(_WORD.finditer(text)) if capitals else []
    forms = [plain(word[0]) for word in words]
    found: dict[str, str] = {}
    # The whole text is gone through once for each length of a name, however many names there are.
    for length in sorted({len(form) for form in capitals}):
        for at in range(len(words) - length + 1):
            name = capitals.get(tuple(forms[at : at + length]))
            if name is not None and name not in found:
                written = " ".join(text[words[at].start() : words[at + length - 1].end()].split())
                if written[0].isupper() and not written.isupper():
                    found[name] = written
    return found


def _renamed(fact: Fact, names: Mapping[str, str]) -> Fact:
    kind, _, name = fact.subject.partition(":")
    owner, slash, rest = name.rpartition("/") if kind == "session" else name.partition("/")
    if kind == "agreement":
        name = "+".join(sorted(names.get(party, party) for party in name.split("+")))
    elif kind in ("session", "body") and slash:
        name = f"{names.get(owner, owner)}/{rest}"
    elif kind == "org":
        name = names.get(name, name)
    post, bar, whole = fact.value.rpartition("|")
    value = f"{post}|{names.get(whole, whole)}" if bar else fact.value
    subject = f"{kind}:{name}"
    return fact if (subject, value) == (fact.subject, fact.value) else replace(fact, subject=subject, value=value)
