r"""The pattern language: a line that says in which order words and typed mentions stand.

A pattern is compiled once into a regular expression of RE2, which takes time linear in the sentence whatever the sentence.
It runs over the sentence's *line* (`reading.lines`), in which each token, word or mention stands between two spaces.

=================  ====================================================================================================
`host`, `,`        this word or mark, in any case and in both spellings ("organise"), but for those of the class `small` ("may")
`@choose`          a word or phrase of the class `choose` in `words.yaml`; `@Choose`: capitalised; `{x:@choose}` keeps it
`{who:person}`     a mention of this kind, kept as `who`; `{person}` is short for `{person:person}`, and
                   `{session}` and `{place}` admit all that can stand for one
`{x:org|country}`  a mention of one of these kinds
`{who:country+}`   one mention or several, joined by commas and `and`
`{what:phrase}`    words, kept as they stand, up to the end of the clause; `{what:list}` is divided at commas and `and`
`#cap`             a token of this form: #cap #caps #names #int #number #year #day #roman #word #any; `{y:#year}` keeps it
`#apposition`      what stands between two commas and names no person; `#quoted`: a title in quotation marks
`%where`           a phrase of `phrases.yaml`: a piece of pattern that many share
`[the]`, `(a|b)`   what may be missing; one of several; `((` and `))`, between spaces, are brackets in the text
`..`, `...`        up to eight tokens of the same clause; up to sixteen of the same sentence, commas included; never
                   over a mention of a kind that the pattern asks for
`^`, `$`           the start or the end of the sentence
=================  ====================================================================================================
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property

import re2

from govgraph.errors import DefinitionError
from govgraph.reading.words import COMMUNIQUES, read_yaml, spellings, word_classes, word_set
from govgraph.resources import resource

_LEXEME = re.compile(
    r"""\s*(?:
      (?P<slot>\{[^}]*\})
    | (?P<bracket>\(\((?=[\s|\])]|$)|(?<=[\s|\[(])\)\))
    | (?P<group>\()|(?P<close>\))|(?P<optional>\[)|(?P<end>\])|(?P<bar>\|)
    | (?P<gap>\.{2,3}(?=[\s)\]|]|$))
    | (?P<class>@[A-Za-z-]+)
    | (?P<form>\#[a-z]+)
    | (?P<anchor>\^|\$)
    | (?P<word>[^\s\[\](){}|]+)
    )""",
    re.VERBOSE,
)
_SLOT = re.compile(r"\{(?P<name>[a-z][a-z0-9_]*)(?::(?P<kind>[a-z#@][A-Za-z0-9|#@-]*))?(?P<many>\+)?\}\Z")
# What stands between two commas after a name, whatever it speaks of, but no other person.
_NO_PERSON = r"(?: (?:[^ ;,<]+|<(?:[a-oq-z][a-z]*|place):[0-9]+>) )"
_APPOSITION = rf"(?: , {_NO_PERSON}{{1,12}}?(?: , {_NO_PERSON}{{1,6}}?){{0,2}} , )"
# A title in quotation marks.
_QUOTED = r'(?: " (?: (?:[^ "<]+|<[a-z]+:[0-9]+>) ){1,24}? " )'
_WHOLE = {"#apposition": _APPOSITION, "#quoted": _QUOTED}
_CAP = r"\^{1,2}[a-z?][^ ]*"
_NAME_WORD = rf"(?:{_CAP}|(?:al|el|bin|ben)-[a-z][^ ]*)"
FORMS = {
    "any": r"(?:[^ ]+)",
    "inside": r"(?:[^ ()][^ ]*)",  # of brackets
    "cap": _CAP,
    "names": "",  # a run of capitalised words and the particles of names; filled in when first used
    "topic": "",  # the same, but not opening with an acronym
    "entity": "",  # names and capitalised words in a row, with "of", "and", "for" between them
    "title": "",  # a run of capitalised words with "of", "and", "the", "for" and commas between them
    "caps": r"\^\^[^ ]+",
    "int": r"[0-9]{1,9}",
    "year": r"(?:1[5-9]|20)[0-9][0-9]",
    "day": r"[0-3]?[0-9](?:st|nd|rd|th)?",
    "numeric": r"(?:[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}-[a-z]{3}-[0-9]{4})",
    "number": r"(?:[0-9]{1,3}|1[0-4][0-9]{2}|2[1-9][0-9]{2}|[3-9][0-9]{3}|[0-9]{5,9}|[0-9]{1,3}(?:,[0-9]{3})+)",  # no year
    "thousands": r"[1-9][0-9]{0,2}(?:  [0-9]{3}){1,2}",
    "clock": r"[0-2]?[0-9][.:][0-5][0-9]",
    "roman": r"\^{1,2}[ivxlc]{1,8}(?:th|st|nd|rd)?",
    "word": r"[a-z^][^ ]*",
    "low": r"[a-z][^ ]*",
    "head": r"(?:\^{1,2}[^ ]+|[a-z]-|[,|/:.()*_\[\]#-]+|--|of|the|for|and|from|no|release|press|news|media|[0-9]{1,6}"
    r"|<(?:place|org|name|country|person|body|organ|meeting|gathering|event|count):[0-9]+>)",  # of a letterhead
    "lows": r"[a-z][^ ]*(?:  [a-z][^ ]*){0,6}",
}
# Mentions that a name of several parts can hold.
_NAMING = "body|country|event|gathering|instrument|name|org|organ|person|place"
# What a slot without a kind admits: "the Assembly" and "the conference" may stand for a session.
GROUPS = {"session": "session|gathering|body", "place": "place|name"}
# A preposition that a list repeats: "by Haiti and by Peru".
_AGAIN = " by | of | from | for | to | in | with "
_WORDS = r"(?: (?:[a-z0-9^'&%/$-][^ ]*|<[a-z]+:[0-9]+>) )"
KINDS = (
    *(
        "agreement",
        "body",
        "chairmanship",
        "charge",
        "count",
        "country",
        "date",
        "document",
        "duration",
        "event",
        "gathering",
        "instrument",
    ),
    *("meeting", "name", "number", "office", "ordinal", "organ", "org", "person", "place", "seat", "session"),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a pattern keeps under a name: mentions (`kind` names their kinds), or words as they stand."""

    name: str
    kind: str
    many: bool


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern; `source` is the line it was written as, `where` the file and entry, `slots` what it keeps.

    Of each set in `needs`, a line that matches has at least one feature (a word, or `<kind` for a mention of that kind).
    """

    source: str
    where: str
    expression: str
    slots: tuple[Slot, ...]
    needs: tuple[frozenset[str], ...]

    def may_match(self, features: Set[str]) -> bool:
        """Whether a line with these features has what the pattern needs."""
        for need in self.needs:  # noqa: SIM110 - asked millions of times, and a loop takes half as long as all()
            if need.isdisjoint(features):
                return False
        return True

    @cached_property
    def groups(self) -> Mapping[str, int]:
        """The number of each named group."""
        return {name.decode() if isinstance(name, bytes) else name: number for name, number in self.regex.groupindex.items()}

    @cached_property
    def regex(self) -> re2._Regexp:
        """The RE2 expression over bytes of a line, made when first asked for: one text needs few of all patterns.

        Raises:
            DefinitionError: the pattern is larger than RE2 can take.
        """
        try:
            return compile_expression(self.expression)
        except re2.error:
            raise DefinitionError(f"{self.where}: the pattern `{self.source[:60]}…` is too large; divide it") from None


@cache
def compile_expression(expression: str) -> re2._Regexp:
    """An RE2 expression over the bytes of a line."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(expression.encode("ascii"), options=options)


def compile_pattern(source: str, where: str) -> Pattern:
    """The pattern written in `source`; `where` (file and id) is named in messages.

    Raises:
        DefinitionError: the pattern is not well formed.
    """
    parser = _Parser(_with_phrases(source, where), where)
    piece = parser.alternatives(closing=None)
    strange = "".join(sorted({sign for sign in piece.expression if not sign.isascii()}))
    if strange:
        raise DefinitionError(
            f"{where}: texts are matched without accents and with straight quotation marks; `{strange}` in the pattern "
            f"`{source}` finds nothing: write it so"
        )
    return Pattern(source, where, piece.expression, tuple(parser.slots), piece.needs)


@cache
def _phrases() -> Mapping[str, str]:
    content = read_yaml(resource(f"{COMMUNIQUES}/phrases.yaml"))
    if not isinstance(content, dict):
        raise DefinitionError("phrases.yaml: should hold `name: pattern` entries")
    return {str(name): str(pattern) for name, pattern in content.items()}


def _with_phrases(source: str, where: str, depth: int = 0) -> str:
    """The pattern with each `%name` replaced by that phrase, in brackets."""

    def phrase(found: re.Match[str]) -> str:
        if found[1] not in _phrases() or depth > 8:
            raise DefinitionError(f"{where}: `%{found[1]}` is no phrase of phrases.yaml")
        return f"({_with_phrases(_phrases()[found[1]], where, depth + 1)})"

    return re.sub(r"%([a-z][a-z-]*)", phrase, source)


def word_expression(word: str, capital: bool = False, small: Set[str] = frozenset()) -> str:
    """The expression of a word or phrase: in any case, or beginning with a capital letter; those of `small` in small letters,
    or in capitals throughout."""
    parts = []
    for number, part in enumerate(word.split()):
        marked = (r"\^{1,2}" if capital and number == 0 else r"\^{0,2}") if part[0].isalpha() else ""
        if part in small:
            marked = r"(?:\^\^)?"
        forms = "|".join(map(re.escape, spellings(part.lower())))
        parts.append(f" {marked}(?:{forms}) " if "|" in forms else f" {marked}{forms} ")
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an expression, and what a line must have for it to match (see `Pattern.needs`)."""

    expression: str
    needs: tuple[frozenset[str], ...] = ()

    def __add__(self, other: _Piece) -> _Piece:
        return _Piece(self.expression + other.expression, self.needs + other.needs)


def _either(branches: list[_Piece]) -> _Piece:
    """One of several pieces: a line must have what one of them needs."""
    expression = f"(?:{'|'.join(branch.expression for branch in branches)})"
    if len(branches) == 1:
        return _Piece(expression, branches[0].needs)
    if all(branch.needs for branch in branches):
        return _Piece(expression, (frozenset().union(*(min(branch.needs, key=len) for branch in branches)),))
    return _Piece(expression)


def _its() -> _Piece:
    """ "Its", or what stands for it: "the association's"."""
    owners = "|".join(re.escape(word) for word in sorted(word_set("back-to-an-owner")))
    return _Piece(rf"(?:{word_expression('its')}| the  (?:{owners})  's )", (frozenset(("its", "'s")),))


@cache
def _word(word: str) -> _Piece:
    if word == "its":
        return _its()
    needs = (frozenset(spellings(part.lower())) for part in word.split())
    return _Piece(word_expression(word, small=word_set("small")), tuple(needs))


@cache
def _one_of(name: str) -> _Piece:
    """A word of a class, beginning with a capital letter where its name does."""
    capital = name[0].isupper()
    return _either([_of_a_class(word, capital) for word in word_classes()[name.lower()]])


def _of_a_class(word: str, capital: bool) -> _Piece:
    if word == "its":
        return _its()
    return _Piece(word_expression(word, capital), (frozenset(spellings(word.split()[0])),))


class _Parser:
    def __init__(self, source: str, where: str) -> None:
        self.where, self.source = where, source
        self.slots: list[Slot] = []
        self.named: Counter[str] = Counter()
        self.lexemes: list[tuple[str, str]] = []
        position, end = 0, len(source.rstrip())
        while position < end:
            found = _LEXEME.match(source, position)
            if not found or found.lastgroup is None:
                raise self.error(f"cannot read `{source[position:]}`")
            self.lexemes.append((found.lastgroup, found[found.lastgroup]))
            position = found.end()
        self.at = 0
        barred = {kind for _, text in self.lexemes for kind in self.kinds(text)}
        free = "|".join(kind for kind in KINDS if kind not in barred)
        mention = f"<(?:{free}):[0-9]+>" if free else "<none:0>"
        # A gap runs over no mention of a kind that the pattern itself asks for: between a host and its session stands no
        # other session.
        self.in_clause = rf"(?: (?:[a-z0-9^'&%/$-][^ ]*|{mention}) )"
        self.in_sentence = rf"(?: (?:[^ ;<]+|{mention}) )"

    @staticmethod
    @cache
    def kinds(text: str) -> list[str]:
        found = _SLOT.match(text)
        if not found:
            return []
        kind = found["kind"] or GROUPS.get(found["name"], found["name"])
        return [] if kind in ("phrase", "list") else kind.split("|")

    def error(self, problem: str) -> DefinitionError:
        return DefinitionError(f"{self.where}: {problem} in the pattern `{self.source}`")

    def alternatives(self, closing: str | None) -> _Piece:
        branches: list[_Piece] = []
        branch = _Piece("")
        while self.at < len(self.lexemes):
            kind, text = self.lexemes[self.at]
            self.at += 1
            if kind == "bar":
                branches.append(branch)
                branch = _Piece("")
            elif kind in ("close", "end"):
                if kind != closing:
                    raise self.error(f"`{text}` closes nothing")
                return _either([*branches, branch])
            else:
                branch = branch + self.element(kind, text)
        if closing:
            raise self.error("a bracket is never closed")
        return _either([*branches, branch]) if branches else branch

    def element(self, kind: str, text: str) -> _Piece:
        if kind == "group":
            return self.alternatives("close")
        if kind == "optional":
            return _Piece(self.alternatives("end").expression + "?")
        if kind == "gap":
            return _Piece(self.in_clause + "{0,8}?" if text == ".." else self.in_sentence + "{0,16}?")
        if kind == "class":
            return self.word_class(text[1:])
        if kind == "form":
            return _Piece(_WHOLE.get(text) or f" {self.form(text)} ")
        if kind == "anchor":
            return _Piece(r"\A" if text == "^" else r"(?:(?: [.!?] )*(?: \" )?\z)")
        if kind == "slot":
            return self.slot(text)
        if kind == "bracket":
            return _word(text[0])
        return _word(text)

    def form(self, text: str) -> str:
        if text[1:] not in FORMS:
            raise self.error(f"`{text}` is no form; there are {', '.join('#' + name for name in FORMS)}")
        if text == "#names":
            particles = "|".join(re.escape(word) for word in word_classes()["particles"])
            return rf"{_NAME_WORD}(?:  (?:(?:{particles})  ){{0,3}}{_NAME_WORD}){{0,7}}"
        if text == "#entity":
            unit = rf"(?:{_CAP}|<(?:{_NAMING}):[0-9]+>)"
            link = "(?:of|for|in|on|de|du|des|la|the|&|'s|')"
            joined = rf"(?:{_CAP}|<(?:{_NAMING.replace('|person', '')}):[0-9]+>)"  # "the Gulf Union and Jon Berg" are two
            and_ = rf"(?:{link}  )?and  (?:(?:{link}  )?the  {unit}|(?:{link}  ){{0,2}}{joined})"
            return rf"{unit}(?:  (?:{link}  ){{0,3}}{unit}|  {and_}){{0,9}}"
        if text in ("#title", "#topic"):
            first = _CAP if text == "#title" else r"\^[a-z?][^ ]*"
            unit = rf"{first}(?:  {_CAP}){{0,6}}"
            listed = rf"(?:  ,  {unit}){{1,4}}(?:  ,)?  (?:and|&)  (?:the  )?{unit}"
            return rf"{unit}(?:{listed}|  (?:and|for|of|in|on|with|against|to|&)  (?:the  )?{unit}){{0,5}}"
        return FORMS[text[1:]]

    def word_class(self, name: str) -> _Piece:
        classes = word_classes()
        if name.lower() not in classes:
            raise self.error(f"`@{name}` is no word class of words.yaml")
        return _one_of(name)

    def slot(self, text: str) -> _Piece:
        found = _SLOT.match(text)
        if not found:
            raise self.error(f"`{text}` is no slot; write {{name}} or {{name:kind}}")
        name, many = found["name"], bool(found["many"])
        kind = found["kind"] or GROUPS.get(name, name)
        index = self.named[name]
        if index and kind in ("phrase", "list"):
            raise self.error(f"the slot `{name}` stands twice")
        self.named[name] += 1
        self.slots.append(Slot(name, kind, many))
        group = f"{name}__{index}"
        if kind in _WHOLE:
            return _Piece(f"(?P<{group}>{_WHOLE[kind]})")
        if "|" in kind and ("#" in kind or "@" in kind):
            raise self.error(f"`{text}` mixes kinds of mention and forms; write ({{{name}:one}}|{{{name}:#two}})")
        if kind.startswith("#"):
            return _Piece(f" (?P<{group}>{self.form(kind)}) ")
        if kind.startswith("@"):
            piece = self.word_class(kind[1:])
            return _Piece(f"(?P<{group}>{piece.expression})", piece.needs)
        if kind == "phrase":
            return _Piece(f"(?P<{group}>{_WORDS}{{1,18}}?)")
        if kind == "list":
            return _Piece(f"(?P<{group}>{_WORDS}{{1,10}}(?: , (?: and )?{_WORDS}{{1,10}}){{0,8}}?)")
        mention = f" <(?:{kind}):[0-9]+> "
        if many:
            joined = f"(?: , )?(?:(?: and | as  well  as )(?:{_AGAIN})?)?(?: \\^?the )?"
            mention = f"(?: \\^?the )?{mention}(?:{joined}{mention}){{0,60}}"
        return _Piece(f"(?P<{group}>{mention})", (frozenset(f"<{one}" for one in kind.split("|")),))
