"""All that reads facts from sentences and can be looked up by its name: patterns, frames, and forms of posts."""

from __future__ import annotations

from functools import cache

from govgraph.reading.definitions import Definition, definitions
from govgraph.reading.frames import frames
from govgraph.reading.posts import post_forms


@cache
def rulebook() -> tuple[Definition, ...]:
    """The entries of `loaders/communiques/` in `facts/`, `frames/` and `posts/`, in this order.

    Raises:
        DefinitionError: a file or an entry in it is not well formed.
    """
    return (*definitions(), *frames(), *post_forms())
