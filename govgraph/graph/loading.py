"""From a path to sources: the right reader for each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from govgraph.documents.document import Document
from govgraph.documents.formats import TABLE, decode_document, read_document, sources
from govgraph.errors import DefinitionError, DocumentError, UnknownThingError
from govgraph.graph import iris
from govgraph.graph.evidence import Source
from govgraph.reading.communique import read_communique
from govgraph.reading.tables import mapping_of, read_table


def files(paths: Iterable[Path]) -> list[Path]:
    """The files at these paths, each once, in order.

    Raises:
        DocumentError: a path is missing, or a folder holds nothing to read.
    """
    found = dict.fromkeys(file for path in paths for file in sources(path, lambda table: mapping_of(table) is not None))
    return list(found)


def read_source(file: Path) -> Source:
    """What a file states.

    Raises:
        DocumentError: the file cannot be read.
    """
    document = read_document(file)
    if file.suffix.lower() in TABLE:
        reading = read_table(file, document)
        return Source(document, reading.facts, "tables", reading.rows)
    return communique(document)


def communique(document: Document) -> Source:
    """What a text states."""
    return Source(document, read_communique(document).facts, "communiques")


def read_text(data: bytes, name: str) -> Source:
    """What a text given as bytes states.

    Raises:
        DocumentError: it is no text.
    """
    return communique(decode_document(data, name))


def _read(paths: Iterable[Path], jobs: int) -> Iterator[tuple[Path, Source]]:
    """Each file with its source, in order, read in some processes at once."""
    if jobs < 2:
        for file in paths:
            yield file, read_source(file)
        return
    from concurrent.futures import ProcessPoolExecutor

    found = list(paths)
    with ProcessPoolExecutor(jobs) as pool:
        yield from zip(found, pool.map(read_source, found, chunksize=4), strict=True)


def read_all(paths: Iterable[Path], jobs: int = 1) -> Iterator[Source]:
    """The sources of all files, in one process or several; a file with the same bytes as one before it is passed over.

    Raises:
        DocumentError: a file cannot be read, or two of them are versions of one document.
    """
    iris.base()  # where it is wrong, no file is to blame
    keys: dict[str, tuple[Path, str]] = {}
    seen: set[str] = set()
    for file, source in _read(paths, jobs):
        key, sha256 = source.document.key, source.document.sha256
        if sha256 in seen:
            continue  # the same bytes under another name are the same document
        seen.add(sha256)
        if key in keys and keys[key][1] != sha256:
            raise DocumentError(
                f"{file}: has the same {'source address' if source.document.metadata.source else 'name'} as {keys[key][0]} "
                f"({key}); give each a `source:` of its own, or load them apart to let one replace the other"
            )
        keys[key] = file, sha256
        try:
            _ = source.quads  # what cannot be stated must show before anything is written
        except (DefinitionError, UnknownThingError) as error:
            raise DocumentError(f"{file}: {error}") from None
        yield source
