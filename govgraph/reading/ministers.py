"""Of which state those are whom a sentence calls minister or president without a country: "Foreign Minister Jon Berg"."""

from __future__ import annotations

from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Line


def are_of_either_state(line: Line, discourse: Discourse) -> bool:
    """Whether those in a sentence can be of the country where the text was written, or of the one that it goes on to name."""
    nation, land = discourse.nation(line), discourse.land
    if nation is None or discourse.issuer is not None or land is None or nation.value == land.value:
        return False
    whole = discourse.whole_sentence(line)
    person = next((item.start for item in whole.mentions_of("person")), whole.span.end)
    return not any(item.value == nation.value and item.start < person for item in whole.mentions_of("country"))
