"""Posts that somebody had one after the other in one organisation."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

HELD = {
    "person:Ana Berg | held | Chief Operating Officer|Lund Lines",
    "person:Ana Berg | held | Director of Ports|Lund Lines",
}


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read("INTERPOL met. " + text) if fact.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg previously held senior roles at Lund Lines, including Chief Operating Officer and Director of Ports.",
        "During her time with Lund Lines, Ana Berg filled posts, including Chief Operating Officer and Director of Ports.",
        "Ana Berg has held many posts at Lund Lines, such as Chief Operating Officer and Director of Ports, for years.",
        "Ana Berg spent two decades with Lund Lines, serving as Chief Operating Officer and Director of Ports.",
    ],
)
def test_each_of_them_was_held_there(read: Reader, text: str) -> None:
    assert posts(read, text) == HELD


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg turned down senior roles at Lund Lines, including Chief Operating Officer and Director of Ports.",
        "Ana Berg has held talks at Lund Lines, including with the Chief Operating Officer.",
    ],
)
def test_what_nobody_held_is_not_read(read: Reader, text: str) -> None:
    assert not [post for post in posts(read, text) if "| held |" in post]
