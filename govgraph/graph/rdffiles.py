"""A graph that lies in a file, as `export` writes it: opened as a store in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DocumentError
from govgraph.graph.exports import ENDINGS, RDF_FORMATS
from govgraph.graph.store import GraphStore


class FileStore(GraphStore):
    """The quads of a file; unlike a store it keeps literals as they are written: `007` stays so, and does not become 7."""

    def __init__(self, quads: Sequence[ox.Quad]) -> None:
        store = ox.Store()
        store.bulk_extend(quads)
        super().__init__(store)
        self.written = quads

    def quads(self, document: str | None = None) -> Iterator[ox.Quad]:
        """All quads as they are written, or those of one document given by its IRI."""
        yield from self.written if document is None else super().quads(document)


def open_file(path: Path) -> FileStore:
    """The quads of an RDF file, its format told by its ending.

    Raises:
        DocumentError: it is not there, its ending is unknown, or it is not well formed; the message names file and line.
    """
    format_ = ENDINGS.get(path.suffix.lower(), "")
    if format_ not in RDF_FORMATS:
        known = ", ".join(sorted(ending for ending, name in ENDINGS.items() if name in RDF_FORMATS))
        raise DocumentError(f"{path}: is no RDF by its ending; known are {known}")
    base = path.absolute().as_uri()
    try:
        quads = list(ox.parse(path=str(path), format=RDF_FORMATS[format_], base_iri=base, rename_blank_nodes=True))
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror or error})") from None
    except SyntaxError as error:
        line = f":{error.lineno}" if error.lineno else ""
        raise DocumentError(f"{path}{line}: is not well formed ({error.msg})") from None
    return FileStore(quads)
