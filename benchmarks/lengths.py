"""How the time of reading grows with the length of a text: that for a character should stay the same, in hostile input too.

python -m benchmarks.lengths
"""

from __future__ import annotations

from functools import partial
from itertools import product

from benchmarks.measuring import seconds
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
    "names in capitals": "\n\n".join(
        f"THE {name} HARBOUR UNION MET IN OSLO" for name in map("".join, product("ABCDEFGHIJKLM", repeat=3))
    ),
}


def main() -> None:
    """Prints both tables."""
    texts = [read_document(file) for file in sorted(resource("data/documents").rglob("*.txt"))[:4]]
    sentences = "\n\n".join(text.text[text.body.start : text.body.end] for text in texts)
    read_communique(texts[0])
    print("| length | seconds | microseconds a character |\n| --- | --- | --- |")
    for times in (1, 10, 100):
        _row("the same sentences", "\n\n".join([sentences] * times))
    for name, content in HOSTILE.items():
        _row(name, content)


def _row(name: str, content: str) -> None:
    spent = seconds(partial(read_communique, decode_document(content.encode(), "long.txt")))
    print(f"| {name}, {len(content):,} | {spent:.2f} | {1e6 * spent / len(content):.2f} |", flush=True)


if __name__ == "__main__":
    main()
