"""Who acts in a sentence: what another organisation, or a part of one, does is not told of the organisation of the text."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "RIGA, 5 May 2024 - The Nordic Fisheries Alliance (NFA) closed its 12th Congress in Riga today. "


def keys(read: Reader, text: str) -> set[str]:
    plain = {" | ".join(fact.key) for fact in read(OPENING)}
    return {" | ".join(fact.key) for fact in read(OPENING + text)} - plain


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic Ports Union meets next in Tallinn in October 2025.",
        "The Baltic Ports Union will meet in Tallinn next year.",
        "The Baltic Ports Union was represented by its Secretary General, Jon Dahl.",
        "The Baltic Ports Union and its president, Jon Dahl, were guests.",
        "The Baltic Ports Union admitted Iceland and Malta last week.",
        "The next day, the Baltic Ports Union elected Jon Dahl president.",
        "The European Parliament adopted a resolution on plastics on the same day.",
        "In the Baltic Ports Union (BPU), each member has three votes.",
        "Its regional committee for Asia held its 7th session in Manila on 2 March 2024 with 45 delegates.",
        "Its youth wing holds its 4th Congress in Malmo in September.",
        "Finland and Sweden are the latest arrivals in NATO.",
    ],
)
def test_nothing_of_it_is_told_of_ours(read: Reader, text: str) -> None:
    assert not [key for key in keys(read, text) if "NFA" in key]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Baltic Ports Union elected Jon Dahl president.", "person:Jon Dahl | elected | president|Baltic Ports Union"),
        ("The Baltic Ports Union held its 20th Congress in Tallinn.", "session:Baltic Ports Union/20 | city | Tallinn"),
        ("The Baltic Ports Union (BPU) will hold its own 13th Congress in Tallinn.", "session:BPU/13 | city | Tallinn"),
        ("Ukraine became the 33rd member of the Baltic Ports Union.", "org:Baltic Ports Union | memberCount | 33"),
        ("Peru was granted membership in the Baltic Ports Union.", "org:Baltic Ports Union | admitted | PE"),
    ],
)
def test_it_is_told_of_the_other(read: Reader, text: str, fact: str) -> None:
    found = keys(read, text)
    assert fact in found
    assert not [key for key in found if "NFA" in key]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The NFA elected Jon Dahl president.", "person:Jon Dahl | elected | president|NFA"),
        ("The Alliance admitted Malta.", "org:NFA | admitted | MT"),
        ("The Latvian Ports Authority welcomed 400 delegates from 30 countries.", "session:NFA/12 | participants | 400"),
    ],
)
def test_what_ours_does_or_a_host_does_for_it_is_ours(read: Reader, text: str, fact: str) -> None:
    assert fact in keys(read, text)
