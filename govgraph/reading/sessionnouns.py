"""Sessions counted with the plain noun that the text has for them: "the 18th summit", beside "their 19th summit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.lines import Line, Mention, is_kind, is_token
from govgraph.reading.profiles import profiles
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def with_known_nouns(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which an ordinal before such a noun is a session, unless what it is one of follows ("of the league").

    A noun is known where the text counts a session of an organisation with it, in small letters, or counts a series that is
    called by it: "the sixth congress", beside "the first World Puppetry Congress"; or where the only organisation with a
    profile that it names has a body that is called so.
    """
    sessions = [item for line in lines for item in line.mentions_of("session")]
    nouns = {plain(item.parts["noun"]) for item in sessions if item.parts.get("noun", "").islower()}
    nouns |= {plain(item.parts["series"]).split()[-1] for item in sessions if "series" in item.parts}
    nouns |= _nouns_of_the_only_one(lines)
    for line in lines if nouns else ():
        found = []
        for at, (ordinal, noun) in enumerate(zip(line.items, line.items[1:], strict=False)):
            owned = at + 2 < len(line.items) and is_token(line.items[at + 2], "of")
            if is_kind(ordinal, "ordinal") and noun.text in nouns and not owned:
                parts = {"ordinal": ordinal.value, "noun": noun.text, "bare": "true"}
                words = line.text[ordinal.start : noun.end]
                found.append((at, at + 2, Mention("session", ordinal.start, noun.end, words, "", parts)))
        yield line.replaced(found) if found else line
    if not nouns:
        yield from lines


def _nouns_of_the_only_one(lines: Sequence[Line]) -> set[str]:
    """What the body of the only organisation with a profile that the lines name is called for short: "convention"."""
    named = {item.value for line in lines for item in line.mentions_of("org")}
    owners = [profile for profile in profiles() if profile.short in named]
    if len(owners) != 1 or owners[0].main_body is None:
        return set()
    body = owners[0].main_body
    terms = {plain(name).split()[-1] for name in (*body.named.epithets, body.session_term or "") if name}
    return terms - word_set("session-nouns")
