"""The graph, or one document of it, in the format that somebody asks for; written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from govgraph.asking.derived import all_facts
from govgraph.asking.facts import as_csv, as_jsonl, facts
from govgraph.errors import DocumentError
from govgraph.graph.exports import RDF_FORMATS, write_framed, write_ordered
from govgraph.graph.store import GraphStore
from govgraph.graph.succession import write_graphml

FORMATS = (*RDF_FORMATS, "json-ld-framed", "csv", "jsonl", "graphml")


def exported(store: GraphStore, format_: str, document: str | None = None) -> bytes:
    """The graph, or one document given by name, source address or IRI, in one of `FORMATS`.

    Raises:
        UnknownThingError: there is no such document.
    """
    iri = store.find_document(document) if document else None
    if format_ == "graphml":
        return write_graphml(store)
    if format_ in ("csv", "jsonl"):
        rows = facts(store, document=iri) if iri else all_facts(store)
        return (as_csv(rows) if format_ == "csv" else as_jsonl(rows)).encode()
    if format_ == "json-ld-framed":
        return write_framed(store.quads(iri))
    return write_ordered(store.ordered(iri), format_)


def write_file(path: Path, content: bytes) -> None:
    """Writes a file so that at every moment there is the old one or the new one.

    Raises:
        DocumentError: it cannot be written.
    """
    part: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(part).chmod(0o666 & ~umask)
        Path(part).replace(path)
    except OSError as error:
        if part:
            with contextlib.suppress(OSError):
                Path(part).unlink(missing_ok=True)
        raise DocumentError(f"{path}: cannot be written ({error.strerror}); check the folder") from None
