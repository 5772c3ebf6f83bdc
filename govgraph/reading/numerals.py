"""Numbers and ordinals, spelt out or in Roman letters: `three hundred and twenty-eight`, `Sixty-ninth`, `XLIV`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

from govgraph.reading.lines import Item, Line, Mention
from govgraph.reading.tokens import Token
from govgraph.reading.words import word_classes, word_set, word_values

_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_SMALL_ROMAN = re.compile(r"[IVX]{1,6}")  # "C" and "D" more often count paragraphs
_WITH_ENDING = re.compile(r"[IVXLC]{2,}(?:th|st|nd|rd)\Z")
_IN_FIGURES = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_DECIMAL = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_FEW = 2  # letters; of so many or fewer, other words are made: "the IX", "the CV"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(text: str) -> int | None:
    """The value of a Roman numeral below 400, with or without an ordinal ending; None if it is none."""
    text = re.sub(r"(?:th|st|nd|rd)\Z", "", text)
    if not text or not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if later > value else value for value, later in zip(values, [*values[1:], 0], strict=True))


@cache
def _cardinals() -> dict[str, int]:
    return {word: int(value) for word, value in word_values("cardinals").items()}


@cache
def _ordinals() -> dict[str, int]:
    return {word: int(value) for word, value in word_values("ordinals").items()}


def _word_value(form: str) -> tuple[int, bool] | None:
    """The value of a numeral word, and whether it is an ordinal."""
    word = form.lstrip("^")
    if word in _cardinals():
        return _cardinals()[word], False
    if word in _ordinals():
        return _ordinals()[word], True
    tens, _, unit = word.partition("-")
    if unit and tens in _cardinals() and _cardinals()[tens] >= 20:
        if unit in _cardinals() and _cardinals()[unit] < 10:
            return _cardinals()[tens] + _cardinals()[unit], False
        if unit in _ordinals() and _ordinals()[unit] < 10:
            return _cardinals()[tens] + _ordinals()[unit], True
    return None


def numerals(line: Line) -> Line:
    """The line with spelt numbers as `number` and ordinals, spelt or in figures, as `ordinal` mentions."""
    replacements = []
    at = 0
    while at < len(line.items):
        item = line.items[at]
        found = None
        if isinstance(item, Token) and _may_open(item.form) and not _is_no_number(line.items, at):
            found = _ordinal_in_figures(item) or _enlarged(line.items, at) or _spelt(line.items, at)
        elif isinstance(item, Token) and (
            _is_roman_ordinal(line.items, at) or _heads_an_entry(line.items, at) or _WITH_ENDING.match(item.text)
        ):
            number = roman(item.text)
            found = (1, number, "ordinal") if number else None
        if found is None:
            at += 1
            continue
        length, value, kind = found
        span = line.cover(at, at + length)
        replacements.append(
            (at, at + length, Mention(kind, span.start, span.end, line.text[span.start : span.end], str(value)))
        )
        at += length
    return line.replaced(replacements) if replacements else line


def _is_no_number(items: Sequence[Item], at: int) -> bool:
    """Whether "one" stands for something named before, as in "this one", or "first" counts nothing, as in "first day"."""
    item, before = items[at], items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if isinstance(after, Token) and after.form in word_set("after-an-ordinal"):
        return True  # "the fourth quarter"
    if isinstance(item, Token) and item.form.lstrip("^") == "first" and isinstance(after, Token):
        return after.form in word_classes()["after-first"]
    if not isinstance(item, Token) or item.form.lstrip("^") != "one" or not isinstance(before, Token):
        return False
    return before.form.lstrip("^") in word_set("before-one")


@lru_cache(maxsize=65_536)
def _may_open(form: str) -> bool:
    """Whether a word can be the first of a number; most cannot."""
    return form[:1].isdigit() or form.lstrip("^") in ("a", "hundred") or _word_value(form) is not None


@lru_cache(maxsize=65_536)
def is_ordinal(form: str) -> bool:
    """Whether the form of a token is one word that counts: `82nd`, `twentieth`."""
    value = _word_value(form)
    return (value is not None and value[1]) or _IN_FIGURES.fullmatch(form) is not None


def _ordinal_in_figures(item: Item) -> tuple[int, int, str] | None:
    if isinstance(item, Token):
        found = _IN_FIGURES.fullmatch(item.form)
        if found:
            return 1, int(found[1]), "ordinal"
    return None


def _enlarged(items: Sequence[Item], at: int) -> tuple[int, int, str] | None:
    """ "1.4 million", "2 mln": a number in figures that a word makes larger, as long as it comes to a whole one."""
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    scale = word_values("scales").get(after.form) if isinstance(after, Token) else None
    if scale is None or not isinstance(item, Token) or not _DECIMAL.fullmatch(item.form):
        return None
    value = Decimal(item.form) * int(scale)
    return (2, int(value), "number") if value == int(value) else None


def _is_roman_ordinal(items: Sequence[Item], at: int) -> bool:
    """Whether a Roman numeral stands between "the" and a name: "the XLII Antarctic Treaty Consultative Meeting"."""
    item = items[at]
    if not isinstance(item, Token) or not item.form.startswith("^^") or not at or at + 1 == len(items) or not roman(item.text):
        return False
    before, after = items[at - 1], items[at + 1]
    if isinstance(after, Token) and not after.form.startswith("^"):
        named = len(item.text) > _FEW and (_ends_a_phrase(after) or after.form in _counted())
    else:
        named = True
    return named and isinstance(before, Token) and before.form in word_set("before-a-roman")


@cache
def _counted() -> frozenset[str]:
    """Words that a Roman numeral counts: "its XLI general assembly"."""
    return word_set("session-nouns") | word_set("session-kinds") | word_set("gatherings")


def _ends_a_phrase(after: Token) -> bool:
    """Whether nothing that a numeral could count follows: "where we held the XVIII in 2010"."""
    return after.form in word_set("after-a-numeral")


def _heads_an_entry(items: Sequence[Item], at: int) -> bool:
    """Whether a Roman numeral opens a line, before a dash or a colon: "XVIII - Rio de Janeiro (Brazil), 2006"."""
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    bullet = at == 1 and isinstance(items[0], Token) and items[0].form in ("--", "*", "•")
    opens = (at == 0 or bullet) and isinstance(item, Token) and _SMALL_ROMAN.fullmatch(item.text) is not None
    return opens and isinstance(after, Token) and after.form in ("--", ":")


def _is_scale(items: Sequence[Item], at: int) -> bool:
    """Whether "a" before this word makes a number, as in `a hundred and sixty`."""
    item = items[at] if at < len(items) else None
    return isinstance(item, Token) and item.form.lstrip("^") in word_values("scales")


def _spelt(items: Sequence[Item], start: int) -> tuple[int, int, str] | None:
    """A run of numeral words, such as `three hundred and twenty-eight`."""
    total, current, at, ordinal = 0, 0, start, False
    last = start
    while at < len(items):
        item = items[at]
        if not isinstance(item, Token):
            break
        word = item.form.lstrip("^")
        if at == start and word == "a" and _is_scale(items, at + 1):
            current, last = 1, at + 1
        elif at == start and word == "hundred":
            current, last = 100, at + 1
        elif word in word_values("scales") and at > start:
            scale = int(word_values("scales")[word])
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
        elif word == "and" and at > start and isinstance(items[at - 1], Token) and current % 100 == 0 and (current or total):
            at += 1
            continue
        else:
            value = _word_value(item.form)
            if value is None or (current % 100 and (current % 10 or value[0] >= 10 or current % 100 < 20)):
                break
            if value[0] < 1 or (at > last and current == 0 and total == 0):
                break
            current, ordinal = current + value[0], value[1]
        at += 1
        last = at
        if ordinal:
            break
    opening = items[start]
    if last == start or (not ordinal and isinstance(opening, Token) and opening.form.lstrip("^") == "hundred"):
        return None  # "several hundred and thirty"
    value_total = total + current
    return last - start, value_total, "ordinal" if ordinal else "number"
