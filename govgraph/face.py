"""The public face: what the command line does, in Python."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from govgraph.asking.derived import all_facts
from govgraph.asking.exporting import exported, write_file
from govgraph.asking.facts import Row, rows_of
from govgraph.asking.queries import find_query, parse_query, run
from govgraph.asking.results import Table, as_table
from govgraph.errors import DocumentError, QueryError
from govgraph.graph.exports import ENDINGS
from govgraph.graph.loading import files, read_all, read_text
from govgraph.graph.store import GraphStore, Loaded, open_store
from govgraph.knowing.explanations import Evidence, explain
from govgraph.knowing.inference import bring_up_to_date
from govgraph.knowing.proofs import Proof, derived_about, prove
from govgraph.knowing.validation import Finding, validate


def extract(text: str, name: str = "text.txt") -> list[Row]:
    """The flat facts that a text states; nothing is stored. Offsets count characters of the text with LF line ends.

    Raises:
        DocumentError: the text is empty, its front matter is no YAML, or it holds half a character (a lone surrogate).
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        raise DocumentError(f"{name}: holds half a character (a lone surrogate); mend it") from None
    return rows_of(read_text(data, name))


class Graph:
    """A knowledge graph, in memory or in a folder.

    Args:
        folder: where it is kept (made if there is none); in memory without it.

    Raises:
        StoreError: the folder is in use by another process, or holds something else.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self.store = GraphStore(ox.Store()) if folder is None else open_store(folder, write=True)
        self.store.load_reference()

    def load(self, *paths: str | Path) -> list[Loaded]:
        """Reads documents, tables and folders of them; nothing is loaded if one of them cannot be read.

        Raises:
            DocumentError: a file is missing or cannot be read; the message names file, line and remedy.
        """
        sources = list(read_all(files(Path(path) for path in paths)))
        loaded = [self.store.load(source) for source in sources]
        bring_up_to_date(self.store)
        return loaded

    def remove(self, document: str) -> None:
        """Takes a document out, by its file's name, source address or IRI.

        Raises:
            UnknownThingError: there is none.
        """
        self.store.remove(document)
        bring_up_to_date(self.store)

    def facts(self, thing: str | None = None, property_: str | None = None) -> list[Row]:
        """The flat facts, all or those of a thing (`session:INTERPOL/82`, CURIE or IRI) and of a property of it.

        What only follows by a rule is `inferred`, and has the words of a premise and the rule's name.
        """
        return all_facts(self.store, thing, property_)

    def explain(self, thing: str, property_: str | None = None) -> list[Evidence]:
        """The sentences behind what the graph says of a thing.

        Raises:
            UnknownThingError: it says nothing of it.
        """
        return explain(self.store, thing, property_)

    def prove(self, thing: str, property_: str | None = None) -> list[Proof]:
        """How what follows about a thing follows: a tree for each statement, down to the sentences; empty where nothing does.

        Raises:
            UnknownThingError: `thing` has no such form.
        """
        return prove(self.store, derived_about(self.store, thing, property_))

    def query(self, query: str, **parameters: str) -> Table:
        """The answer to a SELECT query: one of those that ship, by name, a file, or SPARQL text.

        Raises:
            QueryError: the query is unknown, has a syntax error, or is no SELECT.
        """
        chosen = parse_query(query, "query") if "{" in query else find_query(query)
        answer = run(self.store, chosen, parameters)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError(f"{chosen.name}: answers with no table; use `store.query` for CONSTRUCT and ASK")
        return as_table(answer)

    def validate(self) -> list[Finding]:
        """What the shapes find, violations first."""
        return validate(self.store)

    def export(self, path: str | Path) -> None:
        """Writes the graph, or the flat facts, or the succession of hosts; the ending of the path tells the format.

        Raises:
            DocumentError: the ending tells none, or the file cannot be written.
        """
        format_ = ENDINGS.get(Path(path).suffix.lower())
        if format_ is None:
            raise DocumentError(f"{path}: the ending tells no format; use one of {' '.join(ENDINGS)}")
        write_file(Path(path), exported(self.store, format_))
