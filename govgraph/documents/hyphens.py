"""Words that the end of a line breaks, as in many a PDF: the same text, character for character, with the words whole.

"Assem-" and "bly" become one word with soft hyphens in it (U+00AD, which no reader of the text sees), and "Vice-" and
"President" keep their hyphen, so that every offset stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from govgraph.documents.document import Document

SOFT = "\u00ad"
_LETTERS = r"[^\W\d_]"
_BROKEN = re.compile(rf"(?<![\w-])({_LETTERS}{{2,30}})-([ \t]{{0,8}}\n[ \t]{{0,40}})({_LETTERS}{{2,30}})")
_LOOSE = re.compile(rf"(?<![\w-])({_LETTERS}{{2,12}})-( )({_LETTERS}{{3,30}})")
_WORD = re.compile(rf"{_LETTERS}+(?:-{_LETTERS}+)?")
_FULL_LINE = 30  # characters; a shorter one that ends with a hyphen may be a label: "President -"


def with_whole_words(document: Document, hyphenated: Set[str]) -> Document:
    """The document with soft hyphens for the ends of lines within words; the same one, where there are none.

    A hyphen stays where the text has the word with it elsewhere, before a capital, and in the `hyphenated`, which are prefixes
    and whole words in small letters; of these also where a space follows it in the line, "Vice- President". `text` has the
    same length.
    """
    text = document.text
    if not (_BROKEN.search(text) or _LOOSE.search(text)):
        return document
    words = {word.casefold() for word in _WORD.findall(text)}

    def whole(found: re.Match[str]) -> str:
        first, gap, second = found.groups()
        known = not hyphenated.isdisjoint((first.casefold(), f"{first}-{second}".casefold()))
        short = found.end(1) - text.rfind("\n", 0, found.start()) <= _FULL_LINE
        if not known and (short or "\n" not in gap):
            return found[0]
        capital = second[0].isupper() and not (first.isupper() and second.isupper())
        elsewhere = f"{first}-{second}".casefold() in words
        hyphen = (known or capital or elsewhere) and f"{first}{second}".casefold() not in words
        return f"{first}{'-' if hyphen else SOFT}{SOFT * len(gap)}{second}"

    text = _LOOSE.sub(whole, _BROKEN.sub(whole, text))
    return document if text == document.text else replace(document, text=text)
