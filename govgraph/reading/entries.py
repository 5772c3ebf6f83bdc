"""The parts of one line of a list of people: who, which post, and where else they have one.

In "Jon Berg, President, Acme", the post is Acme's; in "President: Jon Berg, Sales Manager, Acme", the second one is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from govgraph.reading.leads import HEADING, Lead, is_office, plural_posts
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.tokens import plain, year_of
from govgraph.reading.words import word_classes, word_set

BULLET = re.compile(r"(?:\*(?!\*)|[•·▪–—-]|\d{1,2}[.)])\s*")
LABEL = 8  # items; what stands before a colon is no longer
PAIR = 2
_CANDIDACY = 12  # items of an entry that can say that somebody only stands for a post
_VERB = 4  # items of a sentence within which its verb stands
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Corp|Co|LLC|Jr|Sr|Ph\.?D|M\.?D)\.\Z")


def is_in_brackets(items: Sequence[Item]) -> bool:
    """Whether one bracket holds all of the items."""
    return is_token(items[0], "(") and is_token(items[-1], ")")


def entry_of(line: Line, lead: Lead | None, among: bool = False) -> list[list[Item]] | None:
    """The parts of a list's line, divided at commas and dashes, the first being a person or a post and a colon; after a lead,
    the line may be a sentence about the person, and `among` others any word before a colon may be a post."""
    items = list(line.items)
    text = line.text[line.span.start : line.span.end]
    bullet = BULLET.match(text)
    while items and bullet and items[0].start < line.span.start + bullet.end():
        items = items[1:]
    items = without_pronouns(_without_a_class(items))
    if any(is_token(item, *word_set("stands")) for item in items[:_CANDIDACY]):
        return None  # "Ana Berg: running for re-election, as Treasurer"
    labelled = _labelled(items, among) or (_post_first(items) if bullet or among or lead is not None else None)
    if labelled is not None:
        return labelled
    if not items or not isinstance(items[0], Mention) or "[" in items[0].text:
        return None  # "Representing [Pilots](...), we have:"
    if len(items) > 1 and is_token(items[1], "'s", "'"):
        return None  # "Ana Berg's work was a great help"
    if items[0].kind == "person" and len(items) == 2 and is_token(items[1], "."):
        return [items[:1]]
    closing = next((at for at, item in enumerate(items) if is_token(item, ")")), None)
    if items[0].kind == "person" and closing == len(items) - 1 > 2 and is_token(items[1], "("):
        inside = divided(items[2:-1], ",", ";")
        if len(inside) > 1:
            return [items[:1], *inside]  # "Ana Berg (Lund University, Chair)"
    bracketed = lead is not None and closing == len(items) - 1 and is_token(items[1], "(")
    if items[0].kind == "person" and (bullet or bracketed or len(items) == 1 or is_token(items[1], ",", "--", ":")):
        ends = text.endswith((".", "”")) and not _ABBREVIATED.search(text)
        if len(text) < 3 * HEADING and not ends:
            return _in_columns(items) or divided(items, ",", "--", ":")
        return [items[:1]] if bullet and lead is not None and not _comes_or_goes(items) else None
    return None


def _without_a_class(items: list[Item]) -> list[Item]:
    """The items without the year after a name in which somebody leaves a college: "Ana Berg ‘20"."""
    match items:
        case [person, mark, year, *rest] if is_kind(person, "person") and is_token(mark, "'", "‘", "’") and year.text.isdigit():
            return [person, *rest]
    return items


def without_pronouns(items: list[Item]) -> list[Item]:
    """The items without the pronouns that somebody wants to be spoken of with: "Ana Berg (she/her)"."""
    at = next((at for at, item in enumerate(items[:PAIR]) if at and is_token(item, "(", "[")), None)
    end = next((end for end, item in enumerate(items) if at and end > at and is_token(item, ")", "]")), None)
    if at is None or end is None or not all(_is_a_pronoun(item) for item in items[at + 1 : end]):
        return items
    return [*items[:at], *items[end + 1 :]]


def _is_a_pronoun(item: Item) -> bool:
    return is_token(item, "/") or plain(item.text) in word_set("speaks-of-somebody")


def _comes_or_goes(items: Sequence[Item]) -> bool:
    """Whether a sentence tells what became of somebody's post: "Jon Berg has stepped down as President"."""
    verb = items[1:_VERB]
    goes = any(is_token(item, *word_set("goes")) for item in verb)
    return goes or (any(is_token(item, *word_set("comes")) for item in verb) and any(map(is_office, items[_VERB:])))


def _post_first(items: Sequence[Item]) -> list[list[Item]] | None:
    """The post and the person of an entry that begins with the post: "Treasurer, Ana Berg, Lund Lines"."""
    comma = next((at for at, item in enumerate(items[:_VERB]) if is_token(item, ",")), 0)
    if not comma or not is_office(items[comma - 1]) or any(is_kind(item, "person") for item in items[:comma]):
        return None
    ends = len(items) == comma + 2 or (len(items) > comma + 2 and is_token(items[comma + 2], ",", "(", ".", "--"))
    person = items[comma + 1] if ends else None
    if person is None or not is_somebody(person) or any(map(is_office, items[comma + 2 :])):
        return None
    return [list(items[:comma]), [person]]


def _in_columns(items: Sequence[Item]) -> list[list[Item]] | None:
    """The post, the person, and the post elsewhere of "Ana Berg, Chair | Sales Manager, Lund Lines"."""
    match divided(items, "--"):
        case [[person, comma, *post], there] if is_token(comma, ",") and post and is_post(post):
            parts = divided(there, ",")
            return [post, [person], *parts] if is_employed(parts) else None
    return None


def _labelled(items: Sequence[Item], among: bool) -> list[list[Item]] | None:
    """ "AC Members, USA: Kate McNeill and Jen Darragh": the words before the colon, then each person after it."""
    colon = next((number for number, item in enumerate(items[:LABEL]) if is_token(item, ":")), None)
    if colon is None and len(items) > 2 and is_kind(items[0], "office") and is_token(items[1], "--"):
        colon = 1  # "President - Ana Berg"
    if len(items) == 2 and is_kind(items[0], "office") and is_somebody(items[1]):
        return [list(items[:1]), list(items[1:])]  # "President Ana Berg", alone in its line
    if not colon or any(plain(item.text) in word_set("thanking") for item in items[:colon]):
        return None
    items = items[:-1] if is_token(items[-1], ".") else items
    parts = [part for part in divided(items[colon + 1 :], ",", ";", "and", "&") if not _is_a_term(part)]
    people = [part for part in parts if is_somebody(part[0]) and (len(part) == 1 or is_token(part[1], "("))]
    if any(is_kind(part[0], "count", "number") for part in parts):
        people = people[:1]  # "President: Ana Berg, 47 votes; Jon Lund, 36"
    ours = isinstance(items[0], Mention) and items[0].kind in ("office", "charge") and colon == 1
    several = plural_posts().search(" ".join(item.text for item in items[:colon])) or any(map(is_office, items[:colon]))
    if ours and people and not plural_posts().search(items[0].text) and (post := _post_elsewhere(items[colon + 1 :])):
        return [list(items[:colon]), [items[colon + 1]], *post]
    label = items[1:colon] if year_of(items[0]) is not None and colon > 1 else items[:colon]
    if among and len(parts) == 1:  # "Webmaster (co-opted): Jon Berg"
        if any(is_token(item, *word_set("no-longer")) for item in label):
            return None
        label = label[: next((at for at, item in enumerate(label) if at and is_token(item, "(")), len(label))]
        several = several or any(plain(item.text).split()[-1] in word_set("plain-posts") for item in label)
    return [list(label), *people] if people and (ours or (several and len(people) == len(parts))) else None


def _post_elsewhere(items: Sequence[Item]) -> list[list[Item]]:
    """The post after a person and whose it is: "Ana Berg, Sales Manager, Lund Lines", and the same in brackets."""
    bracket = len(items) > 2 and is_somebody(items[0]) and is_in_brackets(items[1:])
    comma = len(items) > 2 and is_somebody(items[0]) and is_token(items[1], ",")
    told = divided(items[2:-1] if bracket else items[2:], ",") if bracket or comma else []
    parts = [part for part in told if len(part) > 1 or plain(part[0].text) not in word_set("degrees")]
    return parts if is_employed(parts) else []


def is_employed(parts: Sequence[Sequence[Item]]) -> bool:
    """Whether parts are a post elsewhere and whose it is; before an organisation, "Head of Offshore" is a post too."""
    if len(parts) < PAIR or is_post(parts[-1]) or _is_another_post(parts[-1]):
        return False
    return is_post(parts[0]) or (is_office(parts[0][0]) and is_organisation(parts[-1]))


def _is_another_post(part: Sequence[Item]) -> bool:
    """Whether a part is an office and, after "at" or "of", whose it is: "chief executive officer at Lund Lines"."""
    return len(part) > PAIR and is_office(part[0]) and any(is_token(item, "at", "of", "for", "with") for item in part[1:])


def _is_a_term(part: Sequence[Item]) -> bool:
    """Whether a part only says for how long somebody was elected: "3 years"."""
    return len(part) == 2 and is_kind(part[0], "count", "duration") and is_token(part[1], *word_set("term-units"))


def is_somebody(item: Item) -> TypeGuard[Mention]:
    """A person, or a name of two words and more: "Jen Green" could else be a colour's."""
    return isinstance(item, Mention) and (item.kind == "person" or (item.kind == "name" and " " in item.value))


def divided(items: Sequence[Item], *marks: str) -> list[list[Item]]:
    """The stretches of items between the marks, but for empty ones."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if is_token(item, *marks):
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def is_organisation(part: Sequence[Item]) -> bool:
    """Whether a part opens with the name of an organisation, but for an article or a "New"."""
    item = part[1] if is_token(part[0], "the", *word_set("name-openers")) and len(part) > 1 else part[0]
    return isinstance(item, Mention) and item.kind == "org"


def is_post(part: Sequence[Item]) -> bool:
    """Whether a part ends with an office ("Executive Vice President") or opens with one ("President of Surety") and does not
    tell whose it is ("founder of Acme")."""
    first, last = part[0], part[-1]
    opens = is_office(first) and plain(first.text) not in word_classes()["royals"]
    return is_office(last) or (opens and not any(_is_whose(*two) for two in pairwise(part)))


def _is_whose(before: Item, item: Item) -> bool:
    named = isinstance(item, Mention) and item.kind in ("name", "person") and is_token(before, "at", "for", "of")
    return named or (isinstance(item, Mention) and item.kind == "org")
