"""Organisations under the names that the text has for them: a short name that stands nowhere in a text is not told from it.

A text of 2018 that speaks of the OIE tells of the OIE, and one that only writes "International Criminal Court" of that; which
organisation is meant, the graph knows from the names in its profile.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention
from govgraph.reading.profiles import profiles

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
        for item in line.items:
            if isinstance(item, Mention) and item.kind == "org" and item.value in known:
                words = " ".join(item.text.split())
                bracket = _BRACKET.search(words)
                written.setdefault(item.value, []).extend((bracket[1], _BRACKET.sub("", words)) if bracket else (words,))
    absent = (short for short in written if not re.search(rf"\b{re.escape(short)}\b", text, re.IGNORECASE))
    return {short: next((name for name in written[short] if name.isupper()), written[short][0]) for short in absent}


def _in_small_letters(lines: Sequence[Line], text: str) -> dict[str, str]:
    """By a name of several words in capitals, as headings have it, the same as the text writes it elsewhere."""
    found = {}
    for line in lines:
        for item in line.items:
            name = item.value if isinstance(item, Mention) and item.kind in ("org", "session") else ""
            name = (item.parts.get("series") or item.parts.get("org") or name) if isinstance(item, Mention) else name
            if name and name.isupper() and " " in name:
                words = re.finditer(r"\s+".join(map(re.escape, name.split())), text, re.IGNORECASE)
                found[name] = next((written for one in words if not (written := " ".join(one[0].split())).isupper()), name)
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
