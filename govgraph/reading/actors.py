"""Who acts in a sentence: what "The Ports Union admitted Malta" tells is told of the union, whatever the text is about."""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.reading.cues import cues
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.setting import Setting
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

_NEAR = 3  # items in which a verb tells that something is done for others
_APPOSITION = 12  # items to the comma that ends what is told of an organisation beside its name
_OPENING = 5  # items that an adverbial takes: "The next day, the ..."


def actor(line: Line) -> str | None:
    """The organisation that is the subject of a sentence and does what it does for itself, not as a host or an agency; or the
    one within which it is so: "In the Ports Union, each member has a vote"."""
    items = line.items
    at = _after_the_opening(items)
    within = at < len(items) and is_token(items[at], "in", "at", "within")
    at += within
    at += 1 if at < len(items) and is_token(items[at], "the") else 0
    first = items[at] if at < len(items) else None
    if first is None or not is_kind(first, "org"):
        return None
    following = items[at + 1 : at + 1 + _NEAR]
    if len(following) > 1 and is_token(following[0], "of") and is_kind(following[1], "place", "country", "name"):
        at += 2  # "Lund Lines of Texas"
        following = items[at + 1 : at + 1 + _NEAR]
    if not within and following and is_token(following[0], ","):
        end = next((end for end in range(at + 2, min(at + _APPOSITION, len(items))) if is_token(items[end], ",")), at)
        following = items[end + 1 : end + 1 + _NEAR]  # "The Ports Union, founded in 1931, has"
    if within and following:
        venue = any(plain(first.text).endswith(tail) for tail in word_set("venue-tails"))
        return first.value if is_token(following[0], ",", "(") and not venue else None
    if not following or any(plain(item.text) in word_set("acts-for-others") for item in following):
        return None
    verb = following[0]
    joined = len(following) > 1 and is_token(verb, "and") and is_token(following[1], "its")
    does = isinstance(verb, Token) and verb.form.isalpha() and verb.form not in word_set("no-verbs")
    return (first.value or None) if joined or does else None


def another_actor(line: Line, setting: Setting) -> str | None:
    """The actor of a sentence, if it is another organisation than that of the text."""
    acting = _elector(line) or actor(line)
    ours = [plain(name) for name in (setting.organisation, setting.keeper) if name]
    same = acting is not None and any(f" {plain(acting)} " in f" {name} " for name in ours)
    return None if same else acting


def _elector(line: Line) -> str | None:
    """Who elects somebody in a sentence in which another organisation says so: "Lund Bank said Oslo Re had named"."""
    for match in line.find_any(cues()["electing"]):
        for item in match.slots["actor"]:
            if isinstance(item, Mention) and item.value:
                return item.value
    return None


def _after_the_opening(items: Sequence[Item]) -> int:
    """The place of the first item after an adverbial at the head of a sentence and its comma; 0 where there is none."""
    comma = next((number for number, item in enumerate(items[:_OPENING]) if is_token(item, ",")), -1)
    return 0 if any(is_kind(item, "org", "person", "country") for item in items[: max(comma, 0)]) else comma + 1
