"""Words and marks of a sentence, with where they stand and the plain ASCII form that patterns see.

In that form a word is lower case without accents; `^` before it says that it was capitalised, `^^` that it was written
in capitals throughout. Opening and closing quotation marks are `"`, dashes `--`, and a possessive ending is a token of
its own, `'s` or `'`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from govgraph.documents.document import Span
from govgraph.documents.rows import SPACES, is_spaced
from govgraph.reading.words import word_set, word_values

_TOKEN = re.compile(
    r"""
    (?P<link>\[(?=[^\[\]\n]{1,200}\]\()|\]\([^()\s]{0,400}\))  # of Markdown, what stands around the words of a link
  | \d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d])      # 1,500
  | \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b            # 15.10.2009
  | \d{1,2}/\d{1,2}/\d{4}\b                       # 25/11/2021
  | \d{4}-\d{2}-\d{2}\b|\d{1,2}-[A-Za-z]{3}-\d{4}\b # 2009-10-15, 15-OCT-2009
  | \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b              # 82nd
  | (?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])             # 17:00
  | \d+(?:\.\d+)?                                 # 190, 9.4
  | (?:[A-Z]\.){2,}                               # U.S.
  | [A-Z]\.(?:-[A-Z]\.)*(?=\s|-|[A-Z])           # an initial, or two of one forename: "K.-H."
  | (?<![\w.)\]"”’'])\.[A-Z]{2,5}\b              # .NET
  | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|St|Ft|Mt|Hon|Rev|Sen|Gov|Jr|Sr|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec
      |JAN|FEB|APR|AUG|SEPT?|OCT|NOV|DEC)\.
  | (?:Co[Pp]|Cop|MoP|[A-Z]{2,5})(?=\d{1,3}\b)      # CoP17 is two tokens, Harbour24 is one
  | (?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Novem|Decem)[a-z]*(?=[-–]\d)  # November-5 are three
  | [A-Za-z][\w-]{1,40}\.(?:com|org|net|io|ai|edu|eu|js)\b   # HR.com
  | \w+(?:(?:[-’'‑]\**\u00ad*|\u00ad+|&(?:amp;)?)(?!s\b)\w+)*     # words, Al-Raisi, O'Connell, Côte d'Ivoire, R&D
  | &amp;                                         # as some texts write it that were pages
  | [’'](?:\**s\b|(?=\W|$))                       # possessive
  | [–—]|--|(?<=\S)\t(?=\S)                        # a tab divides what stands in a row
  | \.{4,}(?:[ ]?\.)*                              # dots that lead to what stands at the end of a row
  | \.{3}|…
  | [^\w\s*#®™]                                  # any other mark but those of Markdown and of trade
    """,
    re.VERBOSE,
)
_TOKEN_OF_A_ROW = re.compile(f"{SPACES.pattern}|{_TOKEN.pattern}", re.VERBOSE)
_WITH_SMALL_ENDS = re.compile(r"[A-Z]{3,}[a-rt-z]{1,2}\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_GROUPING = re.compile("[\u00a0\u202f]")
_QUOTES = dict.fromkeys('“”„«»"‟', '"')
_DASHES = dict.fromkeys("-–—|\t", "--")  # a bar and a tab divide what stands in a row, as a dash does
_MARKS = {**_QUOTES, **_DASHES, "’": "'", "‘": "'", "…": "...", "<": "lt", ">": "gt", "^": "caret"}
_EX = "ex-"
"""In "ex-president", a word of its own."""


class Token(NamedTuple):
    """A word or mark: `start` and `end` count characters of the document; `form` is what patterns see."""

    start: int
    end: int
    text: str
    form: str


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Lower case, without accents, ASCII only: how two spellings of a word are compared."""
    text = text.replace("’", "'").replace("‘", "'").replace("‑", "-")
    text = text.translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().encode("ascii", "replace").decode()


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
                          "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E", "\u00ad": ""})  # fmt: skip


def is_acronym(word: str) -> bool:
    """Whether a word is written as initials are: "BPU", "IUCr", but not "NGOs"."""
    return word.isupper() or _WITH_SMALL_ENDS.match(word) is not None


def year_of(token: object) -> int | None:
    """The year that a token writes in four figures, if it does."""
    return int(token.form) if isinstance(token, Token) and _YEAR.match(token.form) else None


@lru_cache(maxsize=65_536)
def _form(text: str) -> str:
    text = text.replace("*", "")
    mark = _MARKS["\t"] if text.isspace() else _MARKS.get(text)
    if mark or text.startswith("...."):
        return mark or _MARKS["\t"]
    form = plain(text).replace(" ", "-").replace("&amp;", "&") or "?"
    dotted = len(form) > 1 and form[0] == "." and form[1:].isalpha()  # ".NET"
    text, form = (text[1:], form[1:]) if dotted else (text, form)
    form = form.replace("<", "lt").replace(">", "gt")
    capital = text[0].isupper() or (text[0].isalpha() and any(c.isupper() for c in text[1:]))
    if capital and (form not in word_set("function-words") or form in word_set("small")):
        letters = [c for c in text if c.isalpha()]
        return ("^^" if len(letters) > 1 and is_acronym("".join(letters)) else "^") + form
    if text[0].isdigit():
        return _GROUPING.sub(",", text).casefold() if _GROUPING.search(text) else form
    return form


def _parted(word: Token) -> tuple[Token, ...]:
    """A word, or two, where it opens with "ex-", or three, where it ends in what is counted or in where something has its seat:
    "six-nation" is read as "6-nation" is, and "Oslo-based" is no part of the name that follows it."""
    if "-" not in word.form:
        return (word,)
    rest = word.text[len(_EX) :] if plain(word.text).startswith(_EX) else ""
    if rest and plain(rest) not in word_set("after-ex"):
        at = word.start + len(_EX)
        return Token(word.start, at, word.text[: len(_EX)], _EX), Token(at, word.end, rest, _form(rest))
    first, _, last = word.form.rpartition("-")
    counts = last in word_set("counted-after-a-hyphen") and first.lstrip("^") in word_values("cardinals")
    if not counts and not (last in word_set("based") and first.startswith("^")):
        return (word,)
    at = word.end - len(last) - 1
    mark = Token(at, at + 1, word.text[at - word.start], _MARKS["-"])
    before = word._replace(end=at, text=word.text[: at - word.start], form=first)
    return before, mark, Token(at + 1, word.end, word.text[at + 1 - word.start :], last)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order."""
    pattern = _TOKEN_OF_A_ROW if is_spaced(text, Span(start, end)) else _TOKEN
    words = [
        token
        for found in pattern.finditer(text, start, end)
        if found.lastgroup is None
        for token in _parted(Token(found.start(), found.end(), found[0], _form(found[0])))
    ]
    for number in range(1, len(words) - 1):
        word = words[number]
        if word.form in word_set("name-openers") and word.text[0].isupper() and words[number + 1].form.startswith("^"):
            words[number] = word._replace(form=f"^{word.form}")
    return words
