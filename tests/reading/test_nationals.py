"""Guards whom "the American" and "the Frenchman" stand for, and that what is no person stays none."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def keys(read: Reader, text: str) -> list[str]:
    return [" | ".join(fact.key) for fact in read(text)]


@pytest.mark.parametrize(
    ("text", "elected"),
    [
        ("Ana Berg stays where she is. Delegates re-elected the Norwegian as Secretary General of INTERPOL.", "Ana Berg"),
        ("Jon Lund has four more years. The Dane was re-elected President of INTERPOL.", "Jon Lund"),
        ("Ana Berg of Norway met Jon Lund of Denmark. The Norwegian was elected President of INTERPOL.", "Ana Berg"),
        ("Ana Berg of Norway met Jon Lund of Denmark. The Dane was elected President of INTERPOL.", "Jon Lund"),
        ("Jon Lund spoke. Ana Berg, the Norwegian who was elected President of INTERPOL, answered.", "Ana Berg"),
    ],
)
def test_somebody_is_called_after_their_country(read: Reader, text: str, elected: str) -> None:
    won = [key for key in keys(read, text) if " | elected | " in key]
    assert [key.partition(" | ")[0] for key in won] == [f"person:{elected}"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg of Norway met Jon Lund of Denmark. The Chilean was elected President of INTERPOL.",  # of neither
        "Ana Berg of Norway spoke. The Chilean was elected President of INTERPOL.",
        "Ana Berg spoke. The Chilean candidate was elected President of INTERPOL.",
        "Ana Berg spoke. The Chilean, Peruvian and Norwegian delegates elected a President of INTERPOL.",
        "The Norwegian was elected President of INTERPOL.",
        "Ana Berg wished her successor well. The Brazilian takes over as President of INTERPOL.",
        "Ana Berg announced the result. The German was elected President of INTERPOL.",
        "Jon Lund, mayor of Oslo, announced the result. The Dane was re-elected President of INTERPOL.",
        "Ana Berg of Norway and Kari Lund of Norway stood. Ana Berg lost. The Norwegian was elected President of INTERPOL.",
        "Ana Berg was beaten by the Dane, who becomes President of INTERPOL.",
        "Ana Berg stays. The Frenchman was re-elected President of INTERPOL.",
        "Ana Berg stays. The Swiss won the chairmanship of INTERPOL.",
    ],
)
def test_somebody_else_is_not_meant(read: Reader, text: str) -> None:
    assert not [key for key in keys(read, text) if key.startswith("person:") and key.endswith("INTERPOL")]


def test_a_pronoun_may_stand_beside_the_country_of_somebody_else(read: Reader) -> None:
    text = "Ana Berg was elected President of INTERPOL. She succeeds Peru's Jon Lund, who spoke."
    assert "person:Jon Lund | held | President|INTERPOL" in keys(read, text)
