"""What a phrase beside a name says of posts, by how it is built, where no form of `posts/` fits it.

A phrase is one post or several with "and" between them; a post is an office, then what it is in charge of, then, after "of",
"at", "for", "with" or a comma, whose it is: a name with capitals that goes on to the end of the post. Of several posts those
that tell nobody whose they are belong where the next one does: "Treasurer and Chair of the Tea Board of Peru".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import is_office, words_of
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.namebeginnings import is_a_subject
from govgraph.reading.posts import ends_of_a_post, leads_to_posts
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

RULE = "post-phrase"
_PREPOSITIONS = ("of", "at", "for", "with", "in", "to", "from")
_LINKS = ("of", "for", "the", "and", "&", "'s", "'", "in", "on", "de", "du", "des", "la", "to", "--", "/", "+", "at", "(", ")")
_LONGEST = 14  # items of whose a post is
_MODIFIERS = 3  # items before an office that belong to it
_FEW = 3  # items of a name that nothing but its capitals shows to be one
_Post = tuple[Sequence[Item], Sequence[Item]]


def with_post_phrases(known: Sequence[Fact], line: Line, discourse: Discourse) -> list[Fact]:
    """The facts of a sentence, and the posts that phrases after its names tell of people of whom no other does.

    Who has a post in something whose name goes on, "Consulate" of "Consulate of Peru", has it in the whole.
    """
    told: dict[str, list[Fact]] = {}
    for fact in known:
        if fact.property in ("holds", "held", "elected"):
            told.setdefault(fact.subject, []).append(fact)
    found = list(_phrases(line, discourse))
    cut = {id(fact) for fact in known for whole in found if _is_cut_short(fact, whole)}
    new = [one for one in found if all(id(fact) in cut for fact in told.get(one.subject, ()))]
    return [*(fact for fact in known if id(fact) not in cut), *new]


def _is_cut_short(fact: Fact, whole: Fact) -> bool:
    """Whether a fact tells of the same office in what only begins as the name does that a phrase has."""
    (office, _, of), (same, _, name) = fact.value.rpartition("|"), whole.value.rpartition("|")
    alike = fact.subject == whole.subject and fact.property == whole.property and same.startswith(office)
    goes_on = plain(of).split()[-1:] and plain(of).split()[-1] in word_set("goes-on-with-of")
    return alike and bool(goes_on) and name.startswith(f"{of} of ")


def _phrases(line: Line, discourse: Discourse) -> Iterator[Fact]:
    """The posts that phrases after the names in a sentence tell."""
    for number, item in enumerate(line.items):
        if not isinstance(item, Mention) or item.kind != "person":
            continue
        resolved = discourse.resolve(item, line)
        if resolved is None:
            continue
        for start in leads_to_posts(line, number):
            found = _longest(line, start)
            if found is None:
                continue
            for office, owner in found:
                last = owner[-1]
                words = line.cover(number, line.index(last) + 1)
                support = tuple(span for span in resolved.support if span != line.span)
                value = f"{words_of(line, office)}|{_owner(line, owner)}"
                yield Fact(f"person:{resolved.value}", "holds", value, "stated", words, line.span, RULE, support)
            break


def _longest(line: Line, start: int) -> list[_Post] | None:
    """The posts of the longest phrase from an item that is built as one."""
    for end in reversed(ends_of_a_post(line, start)):
        found = _posts(line.items[start:end])
        if found is not None:
            return found
    return None


def _posts(items: Sequence[Item]) -> list[_Post] | None:
    """The posts of a phrase with whose each is; None if it is no such phrase, or tells what somebody was or wants to be."""
    words = {word for item in items if isinstance(item, Token) or is_office(item) for word in plain(item.text).split()}
    if words & word_set("not-a-post-now") or any(is_kind(item, "date") for item in items):
        return None
    found: list[_Post] = []
    waiting: list[Sequence[Item]] = []
    for part in parts_of_a_phrase(items):
        post = post_of_a_part(part)
        if post is None:
            return None
        office, owner = post
        if owner:
            found.extend((one, owner) for one in waiting)
            found.append(post)
            waiting = []
        else:
            waiting.append(office)
    return found if found and not waiting else None


def parts_of_a_phrase(items: Sequence[Item], everywhere: bool = False) -> Iterator[Sequence[Item]]:
    """What stands between "and" or commas with an office behind them; `everywhere` also where no office stands behind them."""
    start = 0
    for at, item in enumerate(items):
        opens = is_token(item, "and", "&", ",") and start < at and (everywhere or opens_with_an_office(items[at + 1 :]))
        if opens and any(map(is_office, items[start:at])):
            yield items[start : at - is_token(items[at - 1], ",")]
            start = at + 1
    yield items[start:]


def opens_with_an_office(items: Sequence[Item]) -> bool:
    """Whether items begin with an office, but for an article and what says of which kind it is."""
    items = _without_an_article(items)
    at = next((at for at, item in enumerate(items[: _MODIFIERS + 1]) if is_office(item)), None)
    return at is not None and all(_is_a_modifier(item) for item in items[:at])


def _without_an_article(items: Sequence[Item]) -> Sequence[Item]:
    while items and is_token(items[0], *word_set("before-a-post")):
        items = items[1:]
    return items


def _is_a_modifier(item: Item) -> bool:
    """Whether a word before an office can be part of it: "Founding", "senior", and the land of "Hong Kong Deputy"."""
    if isinstance(item, Token):
        return item.form.startswith("^") or plain(item.text) in word_set("office-modifiers")
    return item.kind in ("country", "place", "name")


def post_of_a_part(items: Sequence[Item]) -> _Post | None:
    """An office and whose it is, if it is told; None if a part is no such thing."""
    items = _without_an_article(items)
    at = next((at for at, item in enumerate(items[: _MODIFIERS + 1]) if is_office(item)), None)
    if at is None or not all(map(_is_a_modifier, items[:at])):
        return None
    ends = [end for end in range(at + 1, len(items) - 1) if is_token(items[end], *_PREPOSITIONS, ",")]
    for end in sorted(ends, key=lambda end: not is_token(items[end], "at")):
        owner = items[end + 1 :]
        owner = owner[1:] if is_token(owner[0], "the") else owner
        if len(owner) > 1 and is_kind(owner[0], "organ", "body") and is_token(owner[1], "of"):
            continue  # "Spokesman of the Management Board of Acme" is so of Acme
        if owner and _is_an_owner(owner, items[end]) and _is_an_office(items[:end]):
            return items[:end], owner
    return (items, ()) if _is_an_office(items) else None


def _is_an_office(items: Sequence[Item]) -> bool:
    """Whether items are an office and at the most what it is in charge of."""
    rest = [item for item in items if not is_office(item)]
    return len(items) <= _LONGEST and all(
        _is_a_modifier(item)
        or is_token(item, "of", "for", "&", "and", ",", "/", "--", "the", "(", ")")
        or is_kind(item, "organ", "body")
        or _is_a_field(item)
        for item in rest
    )


def _is_a_field(item: Item) -> bool:
    words = [word for word in plain(item.text).split() if word not in word_set("function-words")]
    return is_kind(item, "name", "org", "organ", "person") and all(map(is_a_subject, words))


def _is_an_owner(items: Sequence[Item], before: Item) -> bool:
    """Whether items are the name of what somebody has a post in, and nothing else."""
    first, last = items[0], items[-1]
    if len(items) > _LONGEST or (isinstance(last, Token) and not (last.form.startswith("^") or is_token(last, ")"))):
        return False
    if any(is_kind(item, "person") and not is_token(one, *_PREPOSITIONS, "the") for one, item in pairwise((before, *items))):
        return False  # "Ana Berg, of the Union, Jon Lind, President"
    if not _is_capital(first) or not all(_is_capital(item) or is_token(item, *_LINKS) for item in items):
        return False
    if sum(is_token(item, "(") for item in items) != sum(is_token(item, ")") for item in items):
        return False
    called = [word for item in items for word in plain(item.text).split() if word != "the"]
    if len(items) == 1 and is_kind(first, "country", "place", "person"):
        return False
    if set(called) <= word_set("org-heads") or not word_set("scholars").isdisjoint(called):
        return False  # "CEO of the Company", "Director of the Centre and Professor in it"
    if len(items) == 1 and is_kind(first, "organ", "body") and "org" not in first.parts:
        return False
    told = any(is_kind(item, "org", "body", "organ") and not is_a_subject(item.text) for item in items)
    told = told or not word_set("org-heads").isdisjoint(called) or not word_set("places-of-work").isdisjoint(called)
    if told:
        return not (is_token(before, "of", "for", ",") and is_a_subject(first.text))
    alone = len(items) <= _FEW and not any(is_token(item, "and", ",") for item in items)
    there = is_token(before, "at", "for", "with") or (is_token(before, ",") and is_kind(first, "name") and len(called) > 1)
    return alone and there and not is_a_subject(" ".join(called))


def _is_capital(item: Item) -> bool:
    if isinstance(item, Token):
        return item.form.startswith("^") or item.text[:1].isdigit()
    return item.kind in (
        "org",
        "name",
        "place",
        "country",
        "body",
        "organ",
        "person",
        "meeting",
        "gathering",
        "event",
        "charge",
    )


def _owner(line: Line, items: Sequence[Item]) -> str:
    """Whose a post is, as facts call it."""
    only = items[0] if len(items) == 1 else None
    named = only.value if isinstance(only, Mention) and only.kind == "org" else ""
    return named or words_of(line, items).partition(" (")[0]
