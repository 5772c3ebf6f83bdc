"""People spoken of by where they come from: "the delegates re-elected the American", "the Frenchman was the only candidate".

Such words stand for somebody as a pronoun does; whom, `pronouns` finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set, word_values


def with_nationals(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which "the American" and "the Frenchman" are mentions of a person, where no noun follows."""
    for line in lines:
        found = [
            (at - 1, at + 1, _person(line.items[at - 1], item, home))
            for at, item in enumerate(line.items)
            if at
            and is_token(line.items[at - 1], "the")
            and not _is_apposed(line.items[: at - 1])
            and (home := _home(item, line.items[at + 1 : at + 3]))
        ]
        yield line.replaced(found) if found else line


def _person(article: Item, national: Item, home: str) -> Mention:
    text = f"{article.text} {national.text}"
    return Mention("person", article.start, national.end, text, text, {"ref": "pronoun", "home": home})


def _is_apposed(before: Sequence[Item]) -> bool:
    """Whether it only says more of somebody: "Ana Berg, the Norwegian who"."""
    return len(before) > 1 and is_token(before[-1], ",") and is_kind(before[-2], "person")


def _home(item: Item, after: Sequence[Item]) -> str | None:
    """The country of whoever these words stand for, if they stand for somebody."""
    called = word_values("nationals").get(plain(item.text))
    if called or isinstance(item, Token):
        return called
    if item.kind != "country" or item.parts.get("form") != "adjective" or not after:
        return None
    alone = is_token(after[0], *word_set("after-a-national")) or (
        is_token(after[0], ",") and not any(is_kind(one, "country") for one in after)
    )
    return item.value if alone else None
