"""Opens a file as a document: plain text and Markdown, HTML (trafilatura), PDF (pypdf)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from govgraph.documents.document import Document, Metadata, Span
from govgraph.documents.frontmatter import split_front_matter
from govgraph.errors import DocumentError

TEXT = {".txt", ".md", ".text"}
HTML = {".html", ".htm", ".xhtml"}
PDF = {".pdf"}
LARGEST = 20_000_000
"""Bytes of the largest text that is read: it takes about a minute and 2 GB of memory, for both grow with the text."""
TABLE = {".csv"}
_NOT_A_SOURCE = {"readme.md", "license.md", "changelog.md", "contributing.md"}
# Page and line ends of all kinds become LF, and what no XML may hold becomes the replacement character; one for one, so
# that offsets stay as they are.
_ONE_FOR_ONE = str.maketrans("\r\x0b\x0c\x85\u2028\u2029\ufffe\uffff", "\n\n\n\n\n\n\ufffd\ufffd")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def sources(path: Path, mapped: Callable[[Path], bool]) -> Iterator[Path]:
    """The readable files at a path: itself, or those in a folder and its subfolders, sorted by their path.

    READMEs, hidden files, and tables for which `mapped` says no are passed over in folders.

    Raises:
        DocumentError: there is no such file or folder, or the folder holds nothing to read.
    """
    if not path.exists():
        raise DocumentError(f"{path}: no such file or folder; check the path")
    if path.is_file():
        yield path
        return
    found = sorted(file for file in path.rglob("*") if file.is_file() and _is_source(file, path, mapped))
    if not found:
        raise DocumentError(f"{path}: no document in this folder; put .txt, .md, .html, .pdf or mapped .csv files there")
    yield from found


def _is_source(file: Path, root: Path, mapped: Callable[[Path], bool]) -> bool:
    if any(part.startswith(".") for part in file.relative_to(root).parts) or file.name.lower() in _NOT_A_SOURCE:
        return False
    if file.suffix.lower() in TABLE:
        return mapped(file)
    return file.suffix.lower() in TEXT | HTML | PDF


def _too_large(shown: str, size: int) -> str:
    return f"{shown}: has {size / 1e6:.0f} MB; a text of more than {LARGEST / 1e6:.0f} MB is not read, split it into documents"


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        DocumentError: the file is missing, too large, empty, binary, in another encoding than UTF-8, or has bad front matter.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DocumentError(_too_large(str(path), size))
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    return decode_document(data, path.name, path.suffix.lower(), str(path))


def decode_document(data: bytes, name: str, suffix: str = ".txt", shown: str | None = None) -> Document:
    """The document in these bytes; `shown` is how messages call it.

    Raises:
        DocumentError: as `read_document`.
    """
    shown = shown or name
    if len(data) > LARGEST:
        raise DocumentError(_too_large(shown, len(data)))
    sha256 = hashlib.sha256(data).hexdigest()
    if suffix in PDF:
        text, metadata, start = _pdf(data, shown), Metadata(), 0
    elif suffix in HTML:
        text, metadata = _html(_decode(data, shown), shown)
        start = 0
    else:
        text = _decode(data, shown)
        metadata, start = split_front_matter(text, shown)
    if text.startswith("\ufeff"):
        start = max(start, 1)  # a byte order mark is a character of the text, but none of its prose
    if not text[start:].strip():
        raise DocumentError(f"{shown}: holds no text; remove it or write its text")
    return Document(name, text, Span(start, len(text)), sha256, metadata)


def _decode(data: bytes, shown: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise DocumentError(f"{shown}:1: is UTF-16; save it as UTF-8") from None
        raise DocumentError(
            f"{shown}:{line}: is no UTF-8 (byte {data[error.start]:#04x}); save it as UTF-8, or convert it with "
            f"`iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None
    text = text.replace("\r\n", "\n").translate(_ONE_FOR_ONE)
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise DocumentError(f"{shown}:{line}: is a binary file (character {ord(control[0]):#04x}); give a text file")
    return text


def _html(page: str, shown: str) -> tuple[str, Metadata]:
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    if found is None or isinstance(found, dict) or not found.text:
        raise DocumentError(f"{shown}: no article was found in this page; save its text as .txt")
    address = found.url if found.url and re.match(r"https?://[^\s<>\"{}|\\^`]+\Z", found.url) else None
    return found.text, Metadata(found.title, found.date, found.sitename, address)


def _pdf(data: bytes, shown: str) -> str:
    import io
    import logging

    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DocumentError(f"{shown}: is no readable PDF ({error}); save its text as .txt") from None
    text = "\n\n".join(pages).replace("\r\n", "\n").translate(_ONE_FOR_ONE)
    if not text.strip():
        raise DocumentError(f"{shown}: this PDF holds pictures of text only; put it through text recognition first")
    return _CONTROL.sub(" ", text)
