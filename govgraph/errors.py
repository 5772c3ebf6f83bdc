"""What can go wrong, by the stage at which it does.

The engine raises these; only the command line turns them into a line on stderr and exit code 2.
"""

from __future__ import annotations


class GovgraphError(Exception):
    """Anything a user can mend; the message names the file, the line where there is one, and the remedy."""


class DocumentError(GovgraphError):
    """A source cannot be read as text or as a table."""


class DefinitionError(GovgraphError):
    """A pattern, a word class, a profile, a shape or a mapping is not well formed."""


class StoreError(GovgraphError):
    """The store cannot be opened, or is in use by another process."""


class QueryError(GovgraphError):
    """A query is unknown, ill-formed, or lacks a parameter."""


class UnknownThingError(GovgraphError):
    """A thing that the user named is not in the graph, or its name is ill-formed."""
