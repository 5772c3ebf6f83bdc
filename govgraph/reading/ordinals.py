"""What an ordinal counts: a session of the series, the sittings of one, a country's turns, or a year."""

from __future__ import annotations

import re

from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.profiles import Profile
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_set

_REST = 4  # items of a name after that of a session
_YEAR = re.compile(r"\b(?:19|20)(\d\d)\b")


def is_the_edition(item: Item, ordinal: int) -> bool:
    """Whether an item counts a session without saying of what: "now in its 92nd edition"."""
    return isinstance(item, Mention) and "bare" in item.parts and item.parts.get("ordinal") == str(ordinal)


def is_a_year(number: str, line: Line) -> bool:
    """Whether the number in a short name is that of a year: "the Plenipotentiary Conference 2022 (PP-22)"."""
    return any(is_kind(item, "event") and item.parts.get("year", "")[2:] == number for item in line.items)


def years_told(line: Line) -> set[str]:
    """The last two digits of the years in a sentence."""
    return set(_YEAR.findall(line.text, line.span.start, line.span.end))


def is_an_assembly(item: Mention) -> bool:
    """Whether a session is called an assembly, without a capital: "its 65th general assembly"."""
    return plain(item.parts.get("noun", "")) in word_classes()["assemblies"]


def opens_with(line: Line) -> int | None:
    """The ordinal with which an entry of a list opens, before a dash or a colon."""
    items = line.items
    if len(items) < 2 or not isinstance(items[0], Mention) or items[0].kind != "ordinal" or not is_token(items[1], "--", ":"):
        return None
    return int(items[0].value)


def is_of_the_series(number: int, reported: int) -> bool:
    """Whether an ordinal alone can be that of a session: where the 150th is reported, "the second" counts something else."""
    return 2 * number >= reported


def is_organ(item: Item) -> bool:
    """Whether a mention is of a body that is no assembly."""
    return is_kind(item, "body") and "organ" in (item.parts.get("role"), item.parts.get("body-role"))


def is_a_possession(mention: Mention, line: Line) -> bool:
    """Whether a country, and not the series, counts: "Peru's first Summit", "Peru, whose first Summit this is"."""
    at = line.index(mention, 0)
    at -= at > 0 and is_token(line.items[at - 1], "own")
    of_some_time = at > 1 and is_token(line.items[at - 2], *word_set("spans-of-time"))  # "this month's 86th Assembly"
    return at > 0 and not of_some_time and is_token(line.items[at - 1], *word_set("whose"))


def is_first_somewhere(mention: Mention, line: Line) -> bool:
    """Whether "the first" tells of a place or a kind, and is not the first of all: "the first General Assembly in Africa"."""
    at = line.index(mention, 0)
    first = "1" in (mention.parts.get("ordinal"), mention.value)
    where = is_token(line.items[min(at + 1, len(line.items) - 1)], *word_set("after-a-first"))
    return first and where and not years_told(line)


def is_the_nth(mention: Mention, line: Line) -> bool:
    """Whether a session is counted with a noun that says what kind of meeting it is: "the first summit", but not "the first
    meeting", which can be any."""
    noun = mention.parts.get("noun", "")
    at = line.index(mention, 0)
    return noun.islower() and noun not in word_set("session-nouns") and at > 0 and is_token(line.items[at - 1], "the")


def names_it(mention: Mention, owner: Profile | None) -> bool:
    """Whether the words of a session have a name of an organisation in them: "39th Assembly of the Baltic Ports Union"."""
    words = f" {plain(mention.text)} "
    return owner is not None and any(" " in name and f" {plain(name)} " in words for name in owner.named.names)


def holder_of(mention: Mention, line: Line) -> str:
    """The organisation before a session that is called its own: "The PIF ended its 53rd meeting"; empty if there is none."""
    before = (item for item in line.mentions if item.start < mention.start)
    named = [
        item.parts.get("org", "") if item.kind == "body" else item.value
        for item in before
        if (item.kind == "org" and item.value) or (item.kind == "body" and item.parts.get("org"))
    ]
    meeting = [name for name in named if holds_sessions(name)]
    return (meeting or named)[-1] if named and is_a_possession(mention, line) else ""


def holds_sessions(name: str) -> bool:
    """Whether those who are called so meet in sessions: not "Police Scotland", nor "University of Salamanca"."""
    heads, first, those = heads_of(name), plain(name).partition(" ")[0], word_set("without-assemblies")
    return not (heads & those or (first in those and not heads & word_set("org-heads")))


def heads_of(name: str) -> set[str]:
    """The words by which a name can be meant again: "association" of "National Association of Dealers", else the last one."""
    words = plain(name).split()
    of = next((at for at, word in enumerate(words) if word in ("of", "for") and at), len(words))
    return {words[-1], words[of - 1]}


def _goes_on_as_another(mention: Mention, line: Line) -> bool:
    """Whether what follows makes it another event's name: "the 79th UN General Assembly" of one with "Science Summit"."""
    end = mention.end
    following = line.items[line.index(mention) + 1 :][:_REST]
    if following and is_kind(following[0], "body"):
        return False  # "Last session: 88th General Assembly"
    for item in following:
        capital = (
            item.kind in ("name", "event", "org", "body", "meeting") if isinstance(item, Mention) else item.form.startswith("^")
        )
        if not capital or line.text[end : item.start] != " ":
            return False
        if plain(item.text).split()[-1] in word_set("named-occasions"):
            return True
        end = item.end
    return False


def counts_no_session(mention: Mention, line: Line) -> bool:
    """Whether an ordinal counts the turns of a country, is a year, or a product's number: "Peru's first Summit", "the HX-100",
    but "The Union held its first"."""
    ordinal, at = mention.parts.get("ordinal", ""), line.index(mention, 0)
    own = at > 0 and is_token(line.items[at - 1], "its", "their") and bool(holder_of(mention, line))
    turn = ordinal == "1" and is_a_possession(mention, line) and not own
    numbered = "number" in mention.parts
    product = numbered and "org-unprofiled" in mention.parts and at > 0 and is_token(line.items[at - 1], "the", "a", "an")
    other = not word_set("no-sessions").isdisjoint(plain(mention.text).split()) or _goes_on_as_another(mention, line)
    return turn or product or other or is_first_somewhere(mention, line) or (numbered and is_a_year(ordinal, line))
