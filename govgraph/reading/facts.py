"""The flat row: one fact as `extract` and `facts` print it, with the words that state it."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from govgraph.documents.document import Span

Status = Literal["stated", "inferred"]

COLUMNS = ("subject", "property", "value", "status", "quote", "document", "start", "end", "rule")

PREMISES = frozenset({"startDay", "endDay", "yearBefore"})
"""Properties that give a flat fact only together with other documents: the graph holds them, `extract` leaves them out."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A subject, a property and a value, as `session:INTERPOL/82`, `city`, `Cartagena de Indias`.

    `words` is where the text says so, `sentence` the sentence around it, and `support` the other sentences that the
    reading needed (an antecedent, a dateline). `details` holds what the row does not show: a count's qualifier, whether a
    host was announced or confirmed, a table's source address.
    """

    subject: str
    property: str
    value: str
    status: Status
    words: Span
    sentence: Span
    rule: str
    support: tuple[Span, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)

    @builtins.property
    def kind(self) -> str:
        """What the subject is: `session`, `person`, `org` …"""
        return self.subject.partition(":")[0]

    @builtins.property
    def key(self) -> tuple[str, str, str]:
        """What makes two facts the same."""
        return self.subject, self.property, self.value
