"""People by their surname alone: "Noble, 44, is a law professor", where the text names Ronald K. Noble in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

FullNames = Mapping[str, tuple[str, Span] | None]
"""By surname in plain form, the full name and the sentence that has it; None where two persons share the surname."""
_SURNAMES = 2  # after one forename, with as many spaces between
_ENDS = ".!?”"
_SHORTEST = 4  # characters; a shorter word is too often something else


def full_names(lines: Sequence[Line]) -> FullNames:
    """The people whom a text names in full, by their last word, their first, their last two, and what they are called."""
    names: dict[str, tuple[str, Span] | None] = {}
    for line in lines:
        for item in line.mentions_of("person"):
            if item.parts.get("ref"):
                continue
            words = item.value.split()
            for tail in {words[-1], words[0], " ".join(words[-2:]), item.parts.get("nick", words[0])}:
                surname = plain(tail)
                known = names.get(surname)
                if surname not in names or (known and plain(known[0]) == surname and plain(item.value).endswith(f" {surname}")):
                    names[surname] = item.value, line.span
                elif known and not same_person(known[0], item.value):
                    names[surname] = None
    return names


def without_descriptions(lines: Sequence[Line]) -> dict[str, str]:
    """Names that end with a name which the text has by itself too, and that name: "Colorado Realtor Mark Gordon"."""
    found = Counter(item.value for line in lines for item in line.mentions_of("person") if not item.parts.get("ref"))
    shorter: dict[str, str] = {}
    for name in sorted(found):
        if found[name] > 1:
            continue  # who is described so once is not called so
        words = name.split()
        tails = (" ".join(words[start:]) for start in range(1, len(words) - 1))
        tail = next((tail for tail in tails if tail in found and _opens_a_name(tail, words[0])), None)
        if tail is not None and not _is_a_forename(words[: len(words) - len(tail.split())]):
            shorter[name] = tail
    return shorter


def _opens_a_name(tail: str, description: str) -> bool:
    return plain(tail.split()[0]) not in word_classes()["particles"] and len(description.strip(".")) > 1


def _is_a_forename(dropped: Sequence[str]) -> bool:
    """Whether what one name has more may be a forename: a text calls "Mona Masters Lind" "Masters Lind" too."""
    return len(dropped) == 1 and plain(dropped[0]) not in word_classes()["descriptors"]


def with_the_forename(name: str, names: FullNames, line: Line) -> tuple[str, Span] | None:
    """The name of three words by which an earlier sentence calls who is called by its last two here: "Masters Lind"."""
    known = names.get(plain(name)) if name.count(" ") == 1 else None
    if known is None or known[1].start >= line.span.start or known[0].count(" ") != _SURNAMES:
        return None
    first, middle, _ = known[0].split()
    of_a_sentence = line.text[known[1].end - 1] in _ENDS  # headlines put a word that is no name before one: "CEO Ana Berg"
    told = gender_of(first) is not None or plain(middle) in word_set("particles")
    return known if of_a_sentence and told and gender_of(middle) is None else None


def gender_of(forename: str) -> str | None:
    """What a forename tells of somebody, if it is given to men only, or to women only; None for other words."""
    man, woman = (plain(forename) in word_set(f"forenames-of-{of}") for of in ("men", "women"))
    return "man" if man else "woman" if woman else None


def same_person(one: str, other: str) -> bool:
    """Whether one name has all the words of the other, initials aside."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(name: str) -> set[str]:
    return {plain(word) for word in name.split() if len(word.strip(".")) > 1}


def with_surnames(lines: Sequence[Line], names: FullNames) -> Iterator[Line]:
    """The lines, with each surname that stands alone marked as the person whom the text names in full."""
    last = {plain(known[0].split()[-1]) for known in names.values() if known}
    called = {name for name, known in names.items() if known and " " not in name}
    first = ({plain(known[0].split()[0]) for known in names.values() if known} & names.keys() | called) - last
    for line in lines:
        found: list[tuple[int, int, Item]] = []
        for number, item in enumerate(line.items):
            if _is_surname(item, number, last, line.items) or _is_forename(item, number, first, line.items):
                found.append((number, number + 1, _by_surname(item.text, item.start)))
            elif joined := _somebody_joined(item, last, line.items[number + 1 : number + 2]):
                found.extend((number, number + 1, part) for part in joined)
        yield line.replaced(found) if found else line


def _by_surname(text: str, start: int) -> Mention:
    return Mention("person", start, start + len(text), text, text, {"ref": "surname"})


def _somebody_joined(item: Item, last: set[str], after: Sequence[Item]) -> Sequence[Item]:
    """The parts of what reads as one name, if the last of them is somebody of whom the sentence goes on to tell: "Lund" of "she
    is the chair of the Society of Guides and Lund is a member"."""
    if not is_kind(item, "org") or not after or not isinstance(after[0], Token):
        return ()
    before, and_, surname = item.text.rpartition(" and ")
    if not and_ or plain(surname) not in last or after[0].form not in word_set("after-a-forename") or item.value != item.text:
        return ()
    at = item.start + len(before)
    owner = replace(item, end=at, text=before, value=before)
    return owner, Token(at + 1, at + 4, "and", "and"), _by_surname(surname, at + len(and_))


def _is_a_place(items: Sequence[Item], number: int) -> bool:
    """Whether a country stands after a name and a comma, or "in" before it, so that it is a place's."""
    before = items[number - 1] if number else None
    after = items[number + 1 : number + 3]
    home = len(after) == 2 and is_token(after[0], ",") and isinstance(after[1], Mention) and after[1].kind == "country"
    return home or (before is not None and is_token(before, "in", "to", "at", "from"))


def _is_forename(item: Item, number: int, first: set[str], items: Sequence[Item]) -> bool:
    """Whether a sentence opens with the forename of somebody whom the text names in full, and a verb: "Ana serves as"."""
    after = items[number + 1] if number + 1 < len(items) else items[number]
    return (
        (number == 0 or is_token(items[number - 1], ","))
        and not (is_kind(item, "place", "country") and gender_of(item.text) is None)  # "David" is a city too
        and len(item.text) >= _SHORTEST - 1
        and plain(item.text) in first
        and (
            (isinstance(after, Token) and after.form in word_set("after-a-forename"))
            or (is_token(after, ",") and is_kind(items[min(number + 2, len(items) - 1)], "count"))  # "Ana, 22, is"
        )
    )


def _is_surname(item: Item, number: int, last: set[str], items: Sequence[Item]) -> bool:
    before = items[number - 1] if number else None
    if isinstance(before, Mention) and before.kind == "office" and plain(before.value).split()[-1] in word_classes()["royals"]:
        return False  # "King Salman" is not Mohammed bin Salman
    if any(is_token(beside, "&") for beside in items[max(0, number - 1) : number + 2]):
        return False  # "Davis, Hart & Salomon, P.C."
    if isinstance(item, Token):
        # At the head of a sentence one capitalised word is no name yet; before a plain word it need not be one.
        opens = number == 0 or not isinstance(before, Token) or before.text in ('"', "“", ",")
        capital = item.form.startswith("^") and opens
    else:
        city = item.kind == "place" and not item.parts and not _is_a_place(items, number)
        capital = (item.kind == "name" or city) and " " not in item.value
    after = items[number + 1] if number + 1 < len(items) else None
    told = number == 0 and isinstance(after, Token) and after.form in word_set("after-a-forename")  # "Lal is the president"
    return capital and len(item.text) >= _SHORTEST - told and plain(item.text) in last
