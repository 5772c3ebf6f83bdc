"""Answers that are read with the question before them, and those that are not."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

ABOUT = "INTERPOL General Assembly: questions and answers. The 94th session is near.\n\n"
HELD = "\n\nWhen and where will it be held?\nIn Lima, Peru, from 5 to 10 February 2026."


def facts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_an_answer_tells_what_the_question_asks(read: Reader) -> None:
    assert {"session:INTERPOL/94 | city | Lima", "session:INTERPOL/94 | end | 2026-02-10"} <= facts(read, ABOUT + HELD)


def test_the_question_is_among_what_the_facts_rest_on(read: Reader) -> None:
    text = ABOUT + HELD
    fact = next(fact for fact in read(text) if fact.property == "city")
    assert text[fact.sentence.start : fact.sentence.end] == "In Lima, Peru, from 5 to 10 February 2026."
    assert "When and where will it be held?" in [text[span.start : span.end] for span in fact.support]


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Where was the 93rd session held?", "In Lima, Peru, in 2025.", "session:INTERPOL/93 | city | Lima"),
        ("Where will the 95th session take place?", "In Lima, Peru.", "session:INTERPOL/95 | country | PE"),
        ("How often does it meet?", "Once a year.", "body:INTERPOL/General Assembly | meetsEvery | year"),
        ("Who is the current President?", "Ana Berg of Norway.", "person:Ana Berg | holds | President|INTERPOL"),
    ],
)
def test_questions_of_several_kinds(read: Reader, question: str, answer: str, expected: str) -> None:
    assert expected in facts(read, f"{ABOUT}{question}\n{answer}\n")
    assert expected not in facts(read, f"{ABOUT}{answer}\n")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where was the lunch held?", "In June 2025."),
        ("Who is the President of the host country?", "Ana Berg of Norway."),
        ("Who pays for it?", "Ana Berg of Norway."),
        ("How often are papers sent?", "Every two years."),
    ],
)
def test_an_answer_to_something_else_tells_nothing(read: Reader, question: str, answer: str) -> None:
    assert facts(read, f"{ABOUT}{question}\n{answer}\n") == facts(read, ABOUT)
