"""What holds for a whole text: when it was published, which organisation it is about, and what is known of organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, pairwise

from govgraph.documents.document import Document, Span
from govgraph.reading.cues import cues
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.ordinals import heads_of, holder_of
from govgraph.reading.presumption import presumed_profiles
from govgraph.reading.profiles import Profile, profiles
from govgraph.reading.publicationdays import month_of_a_heading, publication
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_FEW_LETTERS = 2  # of a body that many organisations abbreviate alike: "GA"
_LETTERS = 4  # that the words of a short form have at most
_SHORT = 6  # sentences
_COPYRIGHT = "©"
_IN_SESSION, _LEADING = 2, 3  # times that a session counts, and what the first sentences name
_OFTEN = 2  # times; what a text names more often than that beside another is what it is about
_OPENING = 5  # lines that can be a letterhead
_HEAD = 2  # lines that name who publishes, and what
_DATELINE = 10  # items of a line that tells where and when a text was written


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of publication and the sentence that tells it (none if it is metadata), the organisation that the text is
    about, the one whose offices and members it speaks of, and all profiles by their short name, those that are only
    presumed included.

    The text can be about a series, the World Puppetry Congress; offices and members are those of whoever keeps it, then.

    Of a text that tells only the month ("Postal Monthly, October 2016"), `published` is None and `around` a day in it.
    """

    published: date | None
    around: date | None
    published_at: Span | None
    organisation: str | None
    keeper: str | None
    profiles: Mapping[str, Profile]

    @property
    def ours(self) -> Profile | None:
        """The profile of the organisation that the text is about."""
        return self.profiles.get(self.organisation or "")


@cache
def _by_short() -> Mapping[str, Profile]:
    return {profile.short: profile for profile in profiles()}


def setting_of(
    document: Document, lines: Sequence[Line], introduced: Iterable[Introduction], title: Sequence[Line] = ()
) -> Setting:
    """The setting of a text, from its metadata, its annotated sentences and the `title` that its front matter gives."""
    published, published_at = publication(document, lines)
    around = published
    if published is None:
        around, published_at = month_of_a_heading(lines)
    whole, introduced = [*title, *lines], list(introduced)
    known = {**_by_short(), **presumed_profiles(whole, introduced, _by_short())}
    organisation = next((one.called for one in introduced if one.is_ours), None) or _organisation(whole, known)
    return Setting(published, around, published_at, organisation, _keeper(organisation, whole, known), known)


def _organisation(lines: Sequence[Line], known: Mapping[str, Profile]) -> str | None:
    """The organisation that the text names most; of two as often, or nearly, the one that it shows in session, or the one
    with a profile, or else the one named first. The title, the sentence after it and whose copyright it is count three times.

    One that a longer text names once is mentioned in passing, and so is, beside others, one that the text neither
    introduces with a short form nor shows in session.
    """
    counts: Counter[str] = Counter()
    known = {short: one for short, one in known.items() if one.named.iri or not any(map(_is_an_organ, one.named.names))}
    named = {item.value for line in lines for item in line.mentions_of("org")}
    treaty = None if _shows_a_known_treaty(lines) else _only_treaty(known)
    heads = {plain(name).split()[-1] for profile in known.values() if not profile.named.iri for name in profile.named.names}
    headlines = _only_in_capitals(lines)
    series = _series_by_noun(known)
    leading_spans = {line.span for line in list(_telling(lines))[:_HEAD]}
    for line in lines:
        for item in line.mentions:
            if item.value not in headlines and not _is_an_affiliation(item, line):
                shorts = _organisations_of(item, heads) or _holders(item, line) or series.get(plain(_called(item)), set())
                for short in {treaty} if treaty and is_of_a_treaty(item) and not shorts & named else shorts:
                    if short in known:
                        leads = (line.span in leading_spans and len(lines) > _SHORT) or line.text[line.span.start] == _COPYRIGHT
                        counts[short] += (_IN_SESSION if item.kind == "session" else 1) * (_LEADING if leads else 1)
    spoken = _spoken_of(lines)
    for short in counts:
        if not known[short].named.iri:
            counts[short] += max(spoken[head] for name in known[short].named.names for head in heads_of(name))
    opening = _opening_holders(lines) & known.keys()
    counts.update(dict.fromkeys(opening, _IN_SESSION * _LEADING))  # as if the session bore its name
    # A body or a session that is called by its organisation's name tells more than the letterhead of an office with neither.
    meeting = {short: counts[short] for short in (*_meeting(lines), *opening, *_only_owners(lines)) if short in known}
    issuing = _issuing(lines) & counts.keys()
    if len(issuing) == 1 and issuing >= meeting.keys():
        return next(iter(issuing))
    leading = max(counts, key=lambda short: counts[short], default="")
    if leading not in _by_short() and leading not in meeting:
        described = {short: count for short, count in meeting.items() if short in _by_short() and count > 1}
        if described:
            return max(described, key=lambda short: described[short])
    shown = {short: count for short, count in counts.items() if _is_shown(known[short])}
    named_most = max(counts.values(), default=0)
    for candidates in (shown, counts):
        if candidates and _OFTEN * max(candidates.values()) >= named_most:
            first = max(
                candidates, key=lambda short: (candidates[short] + (short in meeting), short in meeting, short in _by_short())
            )
            if first not in _by_short() and first not in meeting:
                wide = {short: count for short, count in counts.items() if count > 1 and _is_worldwide(known[short])}
                first = max(wide, key=lambda short: wide[short], default=first)
            alone = len(counts) == 1 and len(known[first].named.names) > 1  # a name and its short form, and no other
            if counts[first] > 1 or len(lines) <= _SHORT or (first in shown and (first in meeting or alone)):
                return first
    return None


def _issuing(lines: Sequence[Line]) -> set[str]:
    """The organisations of which the title or the first sentences say that they announce, appoint or elect."""
    opening = list(_telling(lines))[:_HEAD]
    matches = (match for line in opening for match in line.find_any(cues()["issuing"]))
    return {item.value for match in matches for item in match.slots["issuer"] if isinstance(item, Mention) and item.value}


def _telling(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without those at the beginning that tell only where and when a text was written: "ROME, 3 May -"."""
    for number, line in enumerate(lines):
        undated = number >= _OPENING or not (
            all(
                is_kind(item, "date", "count", "number", "place", "country") or not item.text[:1].isalpha()
                for item in line.items
            )
            or (len(line.items) <= _DATELINE and is_token(line.items[-1], "-", "--") and bool(line.mentions_of("date")))
        )
        if undated:
            yield line


def _is_an_affiliation(mention: Mention, line: Line) -> bool:
    """Whether an organisation without a profile stands in a bracket after somebody's name: "Ana Berg (Lund University)"."""
    at = line.index(mention) if mention.kind == "org" and mention.parts.get("unprofiled") else 0
    return at > 1 and is_token(line.items[at - 1], "(") and is_kind(line.items[at - 2], "person")


def _series_by_noun(known: Mapping[str, Profile]) -> Mapping[str, set[str]]:
    """The series without a profile that are named as their meetings are, by the word that means one again: "the Congress"."""
    found: dict[str, set[str]] = {}
    for profile in known.values():
        if is_series(profile):
            found.setdefault(plain(profile.short).split()[-1], set()).add(profile.short)
    return {noun: shorts for noun, shorts in found.items() if len(shorts) == 1}


def is_series(profile: Profile | None) -> bool:
    """Whether nothing is known by a name but meetings that are called so."""
    body = profile.main_body if profile is not None and not profile.named.iri else None
    return profile is not None and body is not None and body.named.name == profile.short


def _keeper(organisation: str | None, lines: Sequence[Line], known: Mapping[str, Profile]) -> str | None:
    """The organisation itself; of a series, the one organisation that the text heads or names more often than any other."""
    if not is_series(known.get(organisation or "")):
        return organisation
    counts: Counter[str] = Counter()
    for number, line in enumerate(lines):
        for item in line.mentions_of("org"):
            if item.value and item.value != organisation:
                counts[item.value] += _OFTEN if number < _HEAD else 1
    (first, times), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if times >= _OFTEN and times > second else organisation


def _holders(mention: Mention, line: Line) -> set[str]:
    """The organisation that is said to have a session: "The BPF ended its 19th summit"."""
    counted = mention.kind == "session" and not {"noun", "body-orgs"}.isdisjoint(mention.parts)
    return {holder_of(mention, line)} - {""} if counted else set()


def _only_in_capitals(lines: Sequence[Line]) -> set[str]:
    """The organisations without a profile that only headlines in capitals name: "AFRICAN BANK OFFICIAL CONFIDENT"."""
    told = [(line, item) for line in lines for item in line.mentions_of("org") if item.parts.get("unprofiled")]
    unprofiled = [item for _, item in told]
    small = {item.value for line, item in told if _is_among_small_letters(item, line)}
    others = {item.value for item in unprofiled if not item.text.isupper() or item.parts.get("meets-as")} | small
    whole = {item.value for item in unprofiled if max(map(len, item.value.split())) > _LETTERS}  # "UK BPA" is short anywhere
    return {name for name in whole if others and " " in name} - others


def _is_among_small_letters(mention: Mention, line: Line) -> bool:
    """Whether a word in small letters stands on one side of a mention, and none in capitals on the other."""
    at = line.index(mention)
    around = [
        next((one.text for one in side if one.text[0].isalpha()), "") for side in (line.items[:at][::-1], line.items[at + 1 :])
    ]
    return any(word.islower() for word in around) and not any(word.isupper() for word in around)


def is_head_of(profile: Profile | None, noun: str) -> bool:
    """Whether an organisation can be meant by this word: "the Observatory"."""
    return profile is not None and any(noun in heads_of(name) for name in profile.named.names)


def _spoken_of(lines: Sequence[Line]) -> Counter[str]:
    """How often a text speaks of "the association" or the like, by that word."""
    spoken = Counter(plain(two.text) for line in lines for one, two in pairwise(line.items) if _is_back(one, two))
    for item in chain.from_iterable(line.mentions for line in lines):
        if item.kind == "org" and not item.value:
            spoken[plain(item.text).split()[-1]] += 1
        elif head := item.parts.get("org-head"):
            spoken[head] += 1
    return spoken


def _is_back(article: Item, noun: Item) -> bool:
    """Whether two items are "the association" or the like, in small letters."""
    return is_token(article, "the") and isinstance(noun, Token) and noun.form in word_classes()["org-heads"]


def _is_an_organ(name: str) -> bool:
    """Whether a name is one that an organ of any organisation can have: "Technical Council"."""
    *kinds, organ = plain(name).split() or [""]
    return organ in word_classes()["seated-organs"] and bool(kinds) and set(kinds) <= set(word_classes()["organ-kinds"])


def _only_treaty(known: Mapping[str, Profile]) -> str | None:
    """The only treaty without a profile that the text names in full: its parties are those that meet."""
    words = set(word_classes()["treaties"])
    named = [
        profile.short
        for profile in known.values()
        if not profile.named.iri and any(words & set(plain(name).split()) for name in profile.named.names)
    ]
    return named[0] if len(named) == 1 else None


def _shows_a_known_treaty(lines: Sequence[Line]) -> bool:
    """Whether a text names a treaty that a profile describes with the meeting of its parties: "Ramsar COP10"."""
    mentions = chain.from_iterable(line.mentions_of("session", "body") for line in lines)
    return any(is_of_a_treaty(item) and item.parts.get("org") in _by_short() for item in mentions)


def is_of_a_treaty(mention: Mention) -> bool:
    """Whether a mention is of a body, or a session of one, that those have who signed a treaty."""
    return mention.kind in ("session", "body") and plain(_called(mention)) in word_classes()["treaty-bodies"]


def is_shared(mention: Mention, owner: str) -> bool:
    """Whether a body is called by a name that several organisations have, and not by that of its owner: it tells of none."""
    called = plain(_called(mention))
    shared = called in word_classes()["shared-bodies"] or len(mention.text.split()[-1]) <= _FEW_LETTERS
    return shared and plain(owner) not in plain(mention.text).split()


def _called(mention: Mention) -> str:
    return mention.parts.get("body", mention.value if mention.kind == "body" else "")


def _meeting(lines: Sequence[Line]) -> set[str]:
    """The organisations by whose names the text calls a body or a session, or before which it calls one theirs."""
    named = {
        name
        for line in lines
        for item in line.mentions_of("session", "body")
        for name in (item.parts.get("org"), item.parts.get("series"), *_holders(item, line))
        if name
    }
    # "The 52nd INTERPOL European Regional Conference" shows INTERPOL in session too.
    return named | {name.split()[0] for name in named if name.split()[0] in _by_short()}


def _opening_holders(lines: Sequence[Line]) -> set[str]:
    """The organisation that alone is named before a session in one of the first sentences: "Ana Berg was elected President of
    the Harbour Union (HU) on Friday, the last day of the union's 25th Congress"."""
    found = set()
    for line in list(_telling(lines))[:_HEAD]:
        for session in line.mentions_of("session"):
            named = {item.value for item in line.mentions_of("org") if item.start < session.start}
            bare = {"org", "body-orgs", "series"}.isdisjoint(session.parts) and "ordinal" in session.parts
            found |= named if bare and len(named) == 1 else set()
    return found


def _only_owners(lines: Sequence[Line]) -> set[str]:
    """Of the organisations that have a body of the name that the text uses, the one that it names, if it is the only one; or
    the only one at all, if the name has several words ("Conference of the Contracting Parties")."""
    mentions = list(chain.from_iterable(line.mentions for line in lines))
    named = {name for item in mentions for name in (item.parts.get("org"), item.value if item.kind == "org" else "") if name}
    found: set[str] = set()
    for item in mentions:
        if item.kind in ("session", "body") and "organ" not in (item.parts.get("role"), item.parts.get("body-role")):
            owners = {one for field in ("orgs", "body-orgs") for one in item.parts.get(field, "").split("|") if one}
            called = item.parts.get("body", item.value)
            own = len(owners) == 1 and " " in called and called in item.text and not is_shared(item, next(iter(owners)))
            known = owners if own else owners & named
            found |= known if len(known) == 1 else set()
            found |= {item.parts["org"]} if item.kind == "session" and item.parts.get("org-unprofiled") else set()
    return found


def _is_worldwide(profile: Profile) -> bool:
    """Whether an organisation, told with a short form, is one of the world by its name, and no national section of one."""
    return len(profile.named.names) > 1 and any(
        plain(name).split()[0] in word_set("of-the-world") for name in profile.named.names
    )


def _is_shown(profile: Profile) -> bool:
    return profile.short in _by_short() or profile.main_body is not None or len(profile.named.names) > 1


def _organisations_of(mention: Mention, heads: Set[str]) -> set[str]:
    """The organisations that a mention tells of; `heads` are words that mean another one in this text: "the Commission"."""
    named = {mention.parts.get("org"), mention.parts.get("series"), mention.value if mention.kind == "org" else None}
    # An "Executive Committee" or "the association" names none, though only one profile may list it.
    organ = "organ" in (mention.parts.get("role"), mention.parts.get("body-role"))
    telling = mention.kind != "org" and not organ and "org" not in mention.parts and plain(_called(mention)) not in heads
    for field in ("orgs", "body-orgs") if telling else ():
        candidates = mention.parts.get(field, "").split("|")
        if len(candidates) == 1 and not is_shared(mention, candidates[0]):
            named.add(candidates[0])
    field = "orgs" if organ and mention.kind == "body" else "body-orgs"
    owners = mention.parts.get(field, "").split("|") if mention.kind in ("session", "body") else []
    if len(owners) == 1 and plain(owners[0]) in plain(mention.text).split():
        named.add(owners[0])  # "the 52nd INTERPOL European Regional Conference", "the CITES Secretariat"
    return {short for short in named if short}


@cache
def body_names(profile: Profile | None) -> frozenset[str]:
    """What the main body of an organisation is called, in full or in short, in plain form."""
    if profile is None or profile.main_body is None:
        return frozenset()
    names = {plain(name) for name in (*profile.main_body.named.names, *profile.main_body.named.epithets)}
    ours = {plain(name) for name in profile.named.names}
    without = {name.removeprefix(f"{our} ").removesuffix(f" of {our}") for name in names for our in ours}
    initials = {"".join(word[0] for word in name.split()) for name in names if name.count(" ") > 1}  # "AGM"
    return frozenset(names | initials | {name for name in without if " " in name})
