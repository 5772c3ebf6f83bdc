"""What is presumed of organisations that no profile describes, from how a text speaks of their sessions.

"The 46th Congress of the Italian Society for Hair Science" says that the society has a congress; "the 28th Eurasian Economic
Summit" is one of a series that stands alone. Each becomes a profile for this one text, so that "the Congress" or "its 46th"
is understood as it is where somebody wrote a profile; the graph marks such an organisation as unprofiled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line, Mention, is_token
from govgraph.reading.ordinals import opens_with
from govgraph.reading.profiles import BodyProfile, Named, Profile
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set, word_values

UNPROFILED = ""
"""The IRI of what no profile describes."""
_LISTED = 3  # entries that make a list of sessions
_LONGEST_HEADING = 6  # words


def presumed_profiles(
    lines: Sequence[Line], introduced: Iterable[Introduction], known: Mapping[str, Profile]
) -> dict[str, Profile]:
    """By short name, a profile for each organisation or series that the lines tell of and `known` does not hold."""
    names: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    for one in introduced:
        names.setdefault(one.called, []).extend((one.name, one.short))
        if one.is_series and one.name == one.short:
            bodies.setdefault(one.called, []).append(one.name)
    loose: list[str] = []
    for line in lines:
        for item in line.mentions:
            if item.kind == "org" and item.parts.get("unprofiled") and item.value:
                names.setdefault(item.value, [])
            if item.kind == "body" and item.parts.get("org-unprofiled"):
                names.setdefault(item.parts["org"], [])
            if item.kind == "body" and item.parts.get("org") and plain(item.parts.get("body", "")) in word_set("body-heads"):
                bodies.setdefault(item.parts["org"], []).append(item.parts["body"])
            if item.kind == "session" and item.parts.get("ordinal"):
                owner = item.parts.get("series") or item.parts.get("org")
                called = item.parts.get("series") or item.parts.get("body") or item.parts.get("noun")
                if called is None and is_token(line.items[line.index(item) - 1], "its", "their", "'s", "'"):
                    called = item.text.split()[-1]  # "the Council ended its 75th Session"
                if owner:
                    names.setdefault(owner, [])
                if called and (owner or not _is_an_organ_of_a_term(item)):
                    (bodies.setdefault(owner, []) if owner else loose).append(called)
    if not loose and len({opens_with(line) for line in lines} - {None}) >= _LISTED:
        # "The Congress", over a list of those that were held.
        loose = [item.value for line in lines for item in line.mentions_of("body") if _is_plain(item)] or _heading(lines)
    if not loose and not bodies and len(names.keys() | _named(lines)) == 1:
        loose = _only_body(lines)
    return {
        short: _profile(short, others, _with_initials(bodies.get(short) or loose or _itself(short, lines), loose))
        for short, others in names.items()
        if short not in known
    }


def _is_an_organ_of_a_term(session: Mention) -> bool:
    """Whether what is counted is an organ that changes and no session of it: "the first Executive Council"."""
    return session.parts.get("body-role") == "organ" and session.text.endswith(session.parts.get("body", ""))


def _heading(lines: Sequence[Line]) -> list[str]:
    """What the heading over a list of meetings calls them: "Congress", of "Recent and coming Congresses"."""
    first = next(number for number, line in enumerate(lines) if opens_with(line) is not None)
    above = lines[max(first - 1, 0)]
    words = plain(above.text[above.span.start : above.span.end]).partition(" of ")[0]
    if not first or len(words.split()) > _LONGEST_HEADING:
        return []
    named = (called for many, called in word_values("listed-bodies").items() if f" {many} " in f" {words} ")
    return [*named][:1]


def _named(lines: Sequence[Line]) -> set[str]:
    """The organisations that the lines name."""
    return {item.value for line in lines for item in line.mentions_of("org") if item.value}


def _only_body(lines: Sequence[Line]) -> list[str]:
    """What a text that names one organisation calls its assembly, where it speaks of no other: "its General Assembly", "the
    Assembly". Without an article, or of a country, it is a parliament."""
    spoken = [(line, item) for line in lines for item in line.mentions_of("body") if _is_plain(item)]
    owned = all(is_token(line.items[line.index(item) - 1], "the", "its", "their", "our") for line, item in spoken)
    called = dict.fromkeys(item.value for _, item in spoken)
    return [*called] if owned and len({plain(name).split()[-1] for name in called}) == 1 else []


def _itself(name: str, lines: Sequence[Line]) -> list[str]:
    """What an organisation is called that has sessions itself, as a council has: "Council"."""
    noun = plain(name).split()[-1]
    counted = any(
        item.parts.get("bare") and item.parts.get("ordinal") for line in lines for item in line.mentions_of("session")
    )
    return [noun.capitalize()] if counted and noun in word_set("seated-organs") else []


def _is_plain(body: Mention) -> bool:
    """Whether a body is called as any organisation's can be, and by no owner: "the Congress"."""
    return "org" not in body.parts and plain(body.value) in word_set("body-heads")


def _with_initials(called: Sequence[str], loose: Sequence[str]) -> list[str]:
    """What a body is called, and what sessions of nobody named are that has its initials: the "79th AGM"."""
    initials = {"".join(word[0] for word in name.split()).upper() for name in called if " " in name}
    return [*called, *(name for name in loose if name.upper() in initials)]


def _profile(short: str, names: Sequence[str], bodies: Sequence[str]) -> Profile:
    body = _body(short, bodies) if bodies else None
    named = Named(UNPROFILED, short, tuple(dict.fromkeys((short, *names))))
    return Profile(named, short, body, (body,) if body else (), (), ())


def _body(owner: str, called: Sequence[str]) -> BodyProfile:
    """An assembly under the names that the text has for it; by its last word alone ("the Congress") it is meant too."""
    own = (name[len(owner) + 1 :] for name in called if name.startswith(f"{owner} "))  # the "Summit", of the "BPU Summit"
    names = tuple(dict.fromkeys((*own, *called)))
    heads = (name.partition(" of ")[0].partition(" on ")[0] for name in names)
    short = tuple(dict.fromkeys(part for head in heads for part in (head, head.split()[-1]) if part not in names))
    return BodyProfile(Named(UNPROFILED, names[0], names, short), None, None, None)
