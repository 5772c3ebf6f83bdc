"""Phrases after a name that are read by how they are built."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def posts(read: Reader, phrase: str) -> set[str]:
    text = f"INTERPOL met. Ana Berg, {phrase}, spoke."
    return {" | ".join(fact.key[1:]) for fact in read(text) if fact.subject == "person:Ana Berg"}


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        (
            "Counsellor & Head of Chancery at the Permanent Mission of India to the UN",
            {
                "holds | Counsellor|Permanent Mission of India to the UN",
                "holds | Head of Chancery|Permanent Mission of India to the UN",
            },
        ),
        ("Chief Distribution Officer of Health for AmeriCod", {"holds | Chief Distribution Officer of Health|AmeriCod"}),
        ("US Trade Manager for Consumer Goods at Global Cod", {"holds | US Trade Manager for Consumer Goods|Global Cod"}),
    ],
)
def test_the_name_at_the_end_is_whose_the_posts_are(read: Reader, phrase: str, found: set[str]) -> None:
    assert posts(read, phrase) == found


@pytest.mark.parametrize(
    "phrase",
    [
        "CEO of the Company",
        "Vice President of Green Construction and immediate past chair of Cod Florida",
        "a candidate for director of sales at Cod House",
        "a former trade manager for consumer goods at Global Cod",
    ],
)
def test_what_is_no_post_now_or_nobodys_is_not_read(read: Reader, phrase: str) -> None:
    assert not [post for post in posts(read, phrase) if post.startswith("holds")]
