"""Answers that are no sentences of their own, read with the words of the question that stands before them.

"Where was it held? In Riga, in May 2031." tells what "it was held in Riga, in May 2031" does; the question is among what the
facts rest on. Which questions and answers there are stands in `loaders/communiques/questions.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.lines import Item, Line, Match, Mention, is_token
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_values

_FILE = "questions.yaml"
_ANSWERS = "-answers"


def with_answers(lines: Sequence[Line]) -> tuple[list[Line], dict[Span, Span]]:
    """The lines, answers with what they answer before them; and for each of these where its question stands."""
    found = list(lines)
    asked: dict[Span, Span] = {}
    for number, (question, answer) in enumerate(pairwise(lines), 1):
        if "?" in question.features and is_token(question.items[-1], "?") and answer.items:
            lead = _lead(question, answer)
            if lead:
                found[number] = Line([*lead, *answer.items], answer.span, answer.text)
                asked[answer.span] = question.span
    return found, asked


def _lead(question: Line, answer: Line) -> list[Item]:
    """What an answer is read with; nothing if it stands for itself."""
    patterns = named_patterns(_FILE)
    for name in (name for name in patterns if not name.endswith(_ANSWERS)):
        match = next(question.find_any(patterns[name]), None)
        if match is not None and answer.matches_any(patterns[f"{name}{_ANSWERS}"]):
            return [_at(item, answer.span.start) for item in _asked(question, match)]
    return []


def _asked(question: Line, match: Match) -> Iterator[Item]:
    """The words of a question in the order of a statement: "will it be held" as "it will be held"."""
    aux = match.slots["aux"][0]
    if "about" in match.slots:
        yield from (Token(0, 0, "", "the"), match.slots["about"][0], aux)
        return
    verb = match.slots["verb"]
    asked = plain(" ".join(item.text for item in (aux, *verb)))
    stated = word_values("question-verb-forms").get(asked, "").split()
    if stated:
        between = question.items[question.items.index(aux) + 1 : question.items.index(verb[0])]
        yield from (item for item in between if not is_token(item, "be"))
        yield from (Token(0, 0, "", word) for word in stated)


def _at(item: Item, place: int) -> Item:
    """An item of the question as one that is not written where the answer begins."""
    if isinstance(item, Mention):
        return replace(item, start=place, end=place)
    return item._replace(start=place, end=place, text="")
