"""How fast communiqués are read, side by side with a spaCy pipeline that finds names only; and how time grows with length.

    python benchmarks/reading_speed.py [FOLDER|ARCHIVE.tar.gz] [--model en_core_web_sm]

Reads the same texts with both in one process, one after the other, and prints characters a second and the ratio. Without spaCy
(it is no dependency of govgraph: `pip install spacy` and a model) the first table has one row. The second table reads a text
of the same sentences ten and a hundred times over: the time for a character should stay the same.
"""

from __future__ import annotations

import argparse
import tarfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from govgraph.documents.document import Document
from govgraph.documents.formats import decode_document, read_document
from govgraph.reading.communique import read_communique
from govgraph.resources import resource

HOSTILE = {
    "commas": "the 82nd INTERPOL General Assembly, " * 4000,
    "opening brackets": "(" * 100_000,
    "capitals": "Aa " * 40_000,
    "of the of the": "President of the " * 8000,
    "ands": "Peru and " * 12_000,
    "quotation marks": "“x " * 30_000,
    "short forms": "Union of Ports (AB) " * 6000,
    "the Ministry": "Ministry of Ports. Kari Lund, Secretary of the Ministry, spoke. " * 2000,
    "numbers": "1 2 3 and 4 " * 10_000,
}


def documents(path: Path) -> list[Document]:
    """The texts in a folder or in a tar archive."""
    if path.is_dir():
        return [read_document(file) for file in sorted(path.rglob("*.txt"))]
    with tarfile.open(path) as archive:
        found = []
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".txt") else None
            if file is not None:
                found.append(decode_document(file.read(), member.name))
        return found


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(texts: Sequence[Document]) -> float:
    """Seconds for reading the texts; the patterns are compiled before."""
    read_communique(texts[0])
    return seconds(lambda: [read_communique(text) for text in texts])


def spacys(texts: Sequence[Document], model: str) -> float | None:
    """Seconds for the names in the texts by spaCy, or None where it is not installed."""
    try:
        import spacy

        pipeline = spacy.load(model)
    except (ImportError, OSError) as error:
        print(f"spaCy is left out: {error}")
        return None
    pipeline(texts[0].text)
    return seconds(lambda: [list(found.ents) for found in pipeline.pipe((text.text for text in texts), batch_size=32)])


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=resource("data/documents"))
    parser.add_argument("--model", default="en_core_web_sm")
    chosen = parser.parse_args()
    texts = documents(chosen.texts)
    size = sum(len(text.text) for text in texts)
    mine, theirs = ours(texts), spacys(texts, chosen.model)
    print(f"{len(texts)} texts, {size:,} characters")
    print(f"{'govgraph':14}{mine:8.2f} s{size / mine:14,.0f} characters a second")
    if theirs is not None:
        print(f"{'spaCy':14}{theirs:8.2f} s{size / theirs:14,.0f} characters a second")
        print(f"govgraph reads {theirs / mine:.1f} times as fast")
    sentences = "\n\n".join(text.text[text.body.start : text.body.end] for text in texts[:4])
    print("\nlength         seconds   microseconds a character")
    for times in (1, 10, 100):
        text = decode_document("\n\n".join([sentences] * times).encode(), "long.txt")
        spent = seconds(partial(read_communique, text))
        print(f"{len(text.text):>10,}{spent:12.2f}{1e6 * spent / len(text.text):12.2f}")
    print("\nhostile input                length   seconds   microseconds a character")
    for name, content in HOSTILE.items():
        text = decode_document(content.encode(), "hostile.txt")
        spent = seconds(partial(read_communique, text))
        print(f"{name:22}{len(content):>13,}{spent:10.2f}{1e6 * spent / len(content):12.2f}")


if __name__ == "__main__":
    main()
