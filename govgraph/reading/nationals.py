"""People spoken of by where they come from: "the delegates re-elected the American", "the Frenchman was the only candidate".

It is the only person of that country whom the text has named. Where it tells of nobody's country, it is the one whom the
sentence before names alone, without an office, and only in what is told of a holder: "Ana Berg stays. They re-elected the
Norwegian". Words that can mean a whole people ("the Dutch") stand for nobody, and nobody stands for somebody of their own
sentence: "Ana Berg succeeds the Dane".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.pronouns import Named
from govgraph.reading.surnames import gender_of
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


def called_by_their_country(
    lines: Sequence[Line], full_name: Callable[[Mention, Line], str | None], homes: Mapping[str, str]
) -> Mapping[int, Named]:
    """By the offset of each of those mentions, the person meant and the sentence that names them; `homes` has the countries
    of people by their full names."""
    found: dict[int, Named] = {}
    if not any("home" in item.parts for line in lines for item in line.mentions_of("person")):
        return found
    named: dict[str, Named] = {}
    before: Sequence[Named] = ()
    for line in lines:
        people: dict[str, Named] = {}
        alone = True
        stays = not word_set("again-in-office").isdisjoint(line.features)
        for item in line.mentions_of("person"):
            if home := item.parts.get("home"):
                compatriots = [person for person in named.values() if homes.get(person[0]) == home]
                meant = compatriots or [person for person in before if stays and person[0] not in homes]
                if len(meant) == 1 and alone and _agrees(item, meant[0][0]):
                    found[item.start] = meant[0]
            elif item.parts.get("ref") != "pronoun" and (name := full_name(item, line)):
                people.setdefault(name, (name, line.span))
            alone = False
        named |= people
        before = () if line.mentions_of("office") else tuple(people.values())
    return found


def _agrees(national: Mention, name: str) -> bool:
    """Whether a Frenchman has no forename that is given to women, nor a Frenchwoman one that is given to men."""
    called = plain(national.text).rpartition(" ")[2]
    if called not in word_values("nationals") or not called.endswith("man"):
        return True
    return gender_of(name.split()[0]) in ("woman" if called.endswith("woman") else "man", None)


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
    whole_people = plain(item.text).endswith(tuple(word_set("endings-of-peoples")))
    if item.kind != "country" or item.parts.get("form") != "adjective" or not after or whole_people:
        return None
    alone = is_token(after[0], *word_set("after-a-national")) or (
        is_token(after[0], ",") and not any(is_kind(one, "country") for one in after)
    )
    return item.value if alone else None
