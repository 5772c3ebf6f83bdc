"""Lines of their own that tell what somebody is elsewhere."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def posts(read: Reader, line: str) -> set[str]:
    text = f"The Harbour Union met.\n\n## Speakers\n\n{line}\n"
    return {" | ".join(fact.key[1:]) for fact in read(text) if fact.subject == "person:Ana Berg"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Ana Berg - Chief Investment Officer, Develop Riga", {"holds | Chief Investment Officer|Develop Riga"}),
        ("* Ana Berg – Managing Director, Riga Port Centre (RPC)", {"holds | Managing Director|Riga Port Centre"}),
        (
            "Ana Berg, Interim Director of Communications, El Paso County",
            {"holds | Interim Director of Communications|El Paso County"},
        ),
        (
            "Ana Berg, Managing Director, Port Development, Lund Lines",
            {"holds | Managing Director, Port Development|Lund Lines"},
        ),
        ("Ana Berg - Founder, The Tide Summit; CEO, Lund Lines", {"holds | Founder|The Tide Summit", "holds | CEO|Lund Lines"}),
        ("Ana Berg, Former President, Lund Lines", {"held | President|Lund Lines"}),
    ],
)
def test_the_last_part_is_whose_the_post_is(read: Reader, line: str, found: set[str]) -> None:
    assert posts(read, line) == found


@pytest.mark.parametrize("line", ["Ana Berg - Senior Vice President, Legal", "Ana Berg - The Sea, My Home"])
def test_a_field_or_a_title_employs_nobody(read: Reader, line: str) -> None:
    assert not [post for post in posts(read, line) if post.endswith(("|Legal", "Home"))]
