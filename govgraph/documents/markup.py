"""Texts with HTML in their lines, as Markdown allows, or with AsciiDoc's links: the same text, character for character, in
plain marks.

A tag, an entity, and the letters under which a company is traded give way to as many characters, so that every offset stays
as it is: what opens a block to a new line, an entry of a list to a bullet, a cell to a bar, other tags to the asterisks that
Markdown has for emphasis.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from govgraph.documents.document import Document

_ENTRIES = frozenset({"li", "dt"})
_CELLS = frozenset({"td", "th"})
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|figcaption|figure|footer|h[1-6]|header|hr|main|nav|ol|p|pre|section|"
    "table|tbody|tfoot|thead|tr|ul"
)
_INLINE = re.compile("a|abbr|b|cite|code|em|i|iframe|img|mark|q|s|small|span|strong|sub|sup|u")
_HIDDEN = re.compile(r"<!--.{0,5000}?-->|<(style|script)\b[^<>]{0,300}>.{0,20000}?</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,1000})?/?>")
_TICKER = re.compile(r"(?<=[A-Za-z.&] )<([A-Z][A-Z0-9.]{0,11})>|<([A-Z][A-Z0-9.]{1,11})>")
_FIRM = re.compile(r"<([A-Z][^<>\n@/=]{1,40}(?:\n[^<>\n@/=]{1,40})?)>")
_NOTE = re.compile(r"\[\^\w{1,8}\](?!:)")  # "[^1]", to a note at the foot
_LINK = re.compile(r"(?<![\w(])(?:link:|https?://)[^\s\[\]()]{1,300}\[(?=[^\[\]\n]{1,200}\])")  # AsciiDoc: "link:a.html[Name]"
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_AMPERSAND = "&amp;"  # within a word it stays: "R&amp;D"


def without_markup(document: Document) -> Document:
    """The document with plain marks for the HTML in its text; the same one, where there is none.

    `text` has the same length, and a stretch of it without tags the same words at the same offsets.
    """
    text = document.text
    if "<" in text:
        text = _TICKER.sub(_in_place_of_a_ticker, _HIDDEN.sub(_nothing, text))
        text = _FIRM.sub(_in_place_of_a_firm, _TAG.sub(_in_place_of_a_tag, text))
    if _LINK.search(text):
        text = re.sub(rf"({_LINK.pattern})([^\[\]\n]+)\]", lambda found: f"{'*' * len(found[1])}{found[2]}*", text)
    if "[^" in text:
        text = _NOTE.sub(lambda found: "*" * len(found[0]), text)
    if "&" in text:
        text = _ENTITY.sub(_in_place_of_an_entity, text)
    return document if text == document.text else replace(document, text=text)


def _nothing(found: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in found[0][1:]) + "\n"


def _in_place_of_a_tag(found: re.Match[str]) -> str:
    name, length = found[2].lower(), len(found[0])
    if name in _ENTRIES and not found[1]:
        return f"{' ' * (length - 3)}\n* "
    if name in _CELLS and not found[1]:
        return f"{' ' * (length - 2)}| "
    if name in _ENTRIES | _CELLS or _BLOCK.fullmatch(name):
        return f"{' ' * (length - 1)}{' ' if name in _CELLS else chr(10)}"
    return "*" * length if _INLINE.fullmatch(name) else found[0]


def _in_place_of_a_ticker(found: re.Match[str]) -> str:
    """Nothing: news agencies write under which letters a company is traded behind its name, "Lund Lines <LND.OS>"; a tag that
    is written like that, "<PRE>", is closed somewhere."""
    letters = found[1] or found[2]
    tag = not found[1] or f"</{letters}" in found.string
    known = _BLOCK.fullmatch(letters.lower()) or _INLINE.fullmatch(letters.lower()) or letters.lower() in _ENTRIES | _CELLS
    return found[0] if tag and (known or len(letters) == 1) else "*" * len(found[0])


def _in_place_of_a_firm(found: re.Match[str]) -> str:
    """The name without the marks that news agencies have around companies that are not traded: "<Lund Lines Ltd>"."""
    opens = found.start() == 0 or (found.string[found.start() - 1].isspace() and found.string[found.start() - 1] != " ")
    return f"{' ' if opens else '*'}{found[1]}*"


def _in_place_of_an_entity(found: re.Match[str]) -> str:
    character = unescape(found[0])
    if found[0] == _AMPERSAND or len(character) != 1:
        return found[0]
    within = character.isalpha() and found.string[found.end() : found.end() + 1].isalpha()  # "Gr&uuml;nbaum" is one word
    return (" " if character.isspace() else character) + ("\u00ad" if within else "*") * (len(found[0]) - 1)
