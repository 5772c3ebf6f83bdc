"""Sources that repeat one another count once."""

from __future__ import annotations

import pytest

from govgraph.knowing.sources import Telling, independent_sources

ONE = "The 82nd session of the Assembly was held in Cartagena de Indias, Colombia, in October."
COPY = "The 82nd session of the Assembly was held in Cartagena de Indias, Colombia in October"
OTHER = "Colombia welcomed police chiefs from all over the world for the Assembly's 82nd session."


@pytest.mark.parametrize(
    ("tellings", "number"),
    [
        ([], 0),
        ([Telling("a", "", ONE)], 1),
        ([Telling("a", "", ONE), Telling("a", "", OTHER)], 1),  # one document
        ([Telling("a", "", ONE), Telling("b", "", COPY)], 1),  # one agency's words
        ([Telling("a", "", ONE), Telling("b", "", OTHER)], 2),
        ([Telling("a", "", ONE), Telling("b", "", OTHER), Telling("c", "", COPY)], 2),
        (
            [Telling("a", "https://x.org/1", ONE), Telling("t", "https://x.org/1", "82,2013,Cartagena,CO")],
            1,
        ),  # a row that cites a text
        ([Telling("a", "", "82,2013,CO"), Telling("b", "", "82,2012,CO")], 2),  # too short to tell
        ([Telling("a", "", "Yes."), Telling("b", "", "Yes!")], 1),
    ],
)
def test_independent_sources(tellings: list[Telling], number: int) -> None:
    assert independent_sources(tellings) == number
