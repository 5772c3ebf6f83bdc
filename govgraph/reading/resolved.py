"""What a mention of something comes to, once the rest of the text is known."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph.documents.document import Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention stands for, whether that had to be inferred, and the other sentences that tell it."""

    value: str
    inferred: bool = False
    support: tuple[Span, ...] = ()
