"""Where the sentences of a text stand, in texts as they are: glued together, in captions, in lists and headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from govgraph.documents.document import Document, Span
from govgraph.documents.rows import ROW, is_spaced, spaced_rows

# Blank lines divide, and so do the long runs of white space between the captions of a picture gallery, and two spaces
# after a heading that was glued to its paragraph, but not what fills a cell of a table up to its bar, nor those after a
# time of day. A bullet within a line opens an entry of a list.
_BLOCK_END = re.compile(
    r"\n[ \t]*\n\s*|[ \t]+(?=[•▪][ \t]+\S)|(?<![| \t])[ \t]{6,}+(?!\|)|\t{2,}"
    r"|(?<=[^\s.,;:!?*•–—|-])(?<!\n\d[.:]\d\d)(?<!\n\d\d[.:]\d\d)[ ]{2,5}(?=[A-Z\"“])"
)
_LINE_END = re.compile(r"\n")
_REST_OF_LINE = re.compile(r"[^\n]*")
# A stop, its closing quotation marks or brackets, then white space or, where two sentences are glued, a capital.
_STOP = re.compile(r"(?:[.!?…]+[\"”’'»)\]]*)(?=\s|$|[\"“‘«A-ZÀ-ÞİŞŁ])")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘]*\Z")
_BULLET = re.compile(r"\s*(?:[*•·▪]|[–—-] )\s*\S")
_INITIAL = re.compile(
    r"(?:[A-Z][a-z]+|and|by|with|to|named|elected|said|,) [A-Z]\.\Z"
)  # of a name that goes on in the next line
_DATELINE = re.compile(r"[A-Z].{2,40}\d -\Z")  # alone in a line, before the first words of the news
_INITIALS = re.compile(r"[A-Z](?:\.-?[A-Z]){1,2}\Z")
_LABEL = re.compile(r"\s*[A-Z][\w’' -]{1,28}:[ \t]+\S")
# Somebody, perhaps a country in brackets, and a dash: "Ana Berg (Norway) - President of the Union".
_ENTRY = re.compile(r"[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{0,20}){1,3}(?: \([A-Z][^()\n]{2,30}\))? [–—-] [A-Z]")
_COUNTED = re.compile(r"\s*\d{1,3}(?:st|nd|rd|th)(?:[ \t]?:|[ \t]?[–—]|[ \t]-)[ \t]+\S")  # "15th: Memphis, United States, 2017"
_LONGEST_ROW = 500
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]\Z")
# A line that opens small in the midst of a sentence: "and went", "elected Ana", "in Oslo".
_GOES_ON = re.compile(r"[ ]{0,2}(?:[a-z]+ [a-z]|[a-z]{5,} [A-Z]|(?:in|of|at|to|for|and|on|by|with|from|as|the) [A-Z0-9])")
_OPENER = re.compile(r"\s+([A-Z][a-z]+)\b(?!\.)")
_MARK = re.compile(r"[.!?;:][\"”’)]*(?:\s|$)|,$", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\Z")
# What a line ends with that goes over into the next: "of", "the", "Jon's", "Dr.", a dash, a comma.
_GOES_OVER = re.compile(r"(?:\b(?:[a-z]{1,4}|[A-Z][a-z]*[’']s|Mr|Mrs|Ms|Dr|Prof)\.?|[-–—&,;(])\Z")
_ENDS_IN_A_YEAR = re.compile(r"\b[12]\d{3}\)?\Z")
_DATED_LINE = 72
_HEADING = 4  # lines
_FULL_LINE = 50
_MANY = 4  # lines of a block of which one can say that it is wrapped
_ROWS = 3  # lines, at the least, that show how they were broken
_WRAPPED = 52, 76  # characters of its lines
_LONGEST = 4000


def sentences(document: Document, abbreviations: Collection[str], openers: Collection[str] = ()) -> list[Span]:
    """The sentences of a document's body, in order; they never overlap, and white space lies outside of them.

    `abbreviations` are words, lower case and without their last stop, after which a stop ends no sentence, unless one of the
    `openers` follows with a capital ("... of Ferdinand R. Marcos Jr. The new chair ...").
    """
    found: list[Span] = []
    for block in _blocks(document.text, document.body):
        short = block.end - block.start <= _LONGEST_ROW
        row = short and (ROW.match(document.text, block.start, block.end) or is_spaced(document.text, block))
        for span in [block] if row else _split(document.text, block, abbreviations, openers):
            found.extend(_cut(document.text, span))
    return found


def _cut(text: str, span: Span) -> Iterator[Span]:
    """What is longer than any sentence is a table or worse; it is cut at white space, so that reading stays fast."""
    start = span.start
    while span.end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, span.end)


def _blocks(text: str, body: Span) -> Iterator[Span]:
    start = body.start
    for row in spaced_rows(text, body):
        yield from _between(text, start, row.start)
        yield from _trimmed(text, row.start, row.end)
        start = row.end
    yield from _between(text, start, body.end)


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    """The blocks of a stretch of a text that has no columns of spaces."""
    for gap in _BLOCK_END.finditer(text, start, end):
        yield from _lines(text, start, gap.start())
        start = gap.end()
    yield from _lines(text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Short lines, rows of tables, those that end a sentence and those before a bullet or a label stand alone; a long one goes
    on, and so does one before a line that opens with a small letter."""
    begin = start
    line_start = start
    led = False  # by a dateline in the line before
    wrapped = _is_wrapped(text[start:end])
    heading = _is_a_heading(text[start:end]) or _are_rows(text[start:end])
    for newline in _LINE_END.finditer(text, start, end):
        line = text[line_start : newline.start()].rstrip()
        row = any(ROW.match(text, at, end) for at in (line_start, newline.end()))
        bullet = any(opening.match(text, newline.end(), end) for opening in (_BULLET, _LABEL, _ENTRY, _COUNTED))
        ended = line.endswith((".", "!", "?", ":", "”", '"')) and not _INITIAL.search(line)
        link = line.rfind("[") > line.rfind("]")  # of Markdown, whose words go on in the next line
        goes_on = led or _GOES_ON.match(text, newline.end(), end)
        led = _DATELINE.match(line) is not None
        short = len(line) < _FULL_LINE and not link and not goes_on
        if wrapped and short:
            short = line.isupper() or line.endswith("-") or text[newline.end() : newline.end() + 2].isspace()
        following = _REST_OF_LINE.match(text, newline.end(), end)
        headline = line.isupper() and following is not None and not following[0].isupper()
        headline = headline or (not wrapped and following is not None and _are_of_a_heading(line, following[0]))
        if row or headline or bullet or ended or short or (heading and not link):
            yield from _trimmed(text, begin, newline.start())
            begin = newline.end()
        line_start = newline.end()
    yield from _trimmed(text, begin, end)


def _is_wrapped(block: str) -> bool:
    """Whether a block has lines of one length, as those of agencies and of letters have: there a shorter line goes on too."""
    lengths = sorted(len(line) for line in block.split("\n"))
    return (
        len(lengths) >= _MANY and _WRAPPED[0] <= lengths[len(lengths) // 2] <= _WRAPPED[1] and lengths[-1] <= _WRAPPED[1] + 10
    )


def _is_a_heading(block: str) -> bool:
    """Whether a block is a heading of a few lines, each of which stands alone: none has a mark, and all open large."""
    lines = [line.strip() for line in block.strip().split("\n")]
    return (
        2 <= len(lines) <= _HEADING
        and not _MARK.search(block)
        and all(line[:1].isupper() or line[:1].isdigit() for line in lines)
        and not any(_GOES_OVER.search(line) for line in lines[:-1])
    )


def _are_rows(block: str) -> bool:
    """Whether the lines of a block were broken on purpose: they open large, none goes over into the next, and one at least, in
    the midst of a sentence, has room for the first word of the next."""
    lines = [line.strip() for line in block.strip().split("\n")]
    if len(lines) < _ROWS or any(_GOES_OVER.search(line) for line in lines[:-1]):
        return False
    longest = max(map(len, lines))
    room = any(
        len(line) + 1 + len(following.split(" ")[0]) <= longest
        for line, following in pairwise(lines)
        if not _SENTENCE_END.search(line)
    )
    return room and all(line[:1].isupper() or line[:1].isdigit() for line in lines)


def _are_of_a_heading(line: str, following: str) -> bool:
    """Whether two lines each stand alone, as those of a title page do: the second is short, opens large and has no mark at
    its end, and the first does not go on."""
    following = following.strip()
    opens = following[:1].isupper() or following[:1].isdigit()
    short = len(following) < (_DATED_LINE if _ENDS_IN_A_YEAR.search(following) else _FULL_LINE)
    return opens and short and following[-1] not in '.!?;:,”"' and not _GOES_OVER.search(line)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _split(text: str, block: Span, abbreviations: Collection[str], openers: Collection[str]) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.end() < block.end and _ends_sentence(text, start, stop, abbreviations, openers):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, block.end)


def _ends_sentence(
    text: str, start: int, stop: re.Match[str], abbreviations: Collection[str], openers: Collection[str]
) -> bool:
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    word = before[0] if before else ""
    after = text[stop.end() : stop.end() + 1]
    glued = bool(after) and not after.isspace()
    if stop[0].startswith("...."):
        return False  # dots that lead to the end of a row
    if stop[0] == ".":
        if len(word) == 1 and word.isalpha() and word.isupper():
            return False  # an initial
        if _INITIALS.match(word) and text[stop.end() : stop.end() + 2].strip()[:1].isupper():
            return False  # "R.C. Sharma"
        if "." in word and (glued or not _sentence_follows(text, stop.end())):
            return False  # U.S., a.m., www.example
        if word.lower() in abbreviations:
            opener = _OPENER.match(text, stop.end())
            return opener is not None and opener[1].lower() in openers
        if glued and len(word) < 3 and not (word.isdigit() and text[stop.end() + 1 : stop.end() + 2].islower()):
            return False  # but "on January 1.The summits"
        if stop.end() - start < 8 and _LIST_NUMBER.match(text[start : stop.end()].strip()):
            return False
    if glued:
        return True
    return _sentence_follows(text, stop.end())


def _sentence_follows(text: str, end: int) -> bool:
    following = text[end : end + 12].lstrip()
    return not following or not following.lstrip("\"“‘'«([").lstrip()[:1].islower()
