"""A picture of any kind: its chart, the words above it, and a row of a table for each mark, with the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

    from govgraph.drawing.looks import Chart


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for, or a row of the table that has none.

    `about` is what the mark says of itself in the chart (its `description`), `cells` are those of the picture's columns,
    `words` the sentence that says so, or one that it follows from, `document` its file, `source` the address of the original.
    `year` is None where no source tells it. Pictures on one page share `keys`, a kind and a name such as `session 82` or
    `country Monaco`: selecting one selects it in all.
    """

    about: str
    cells: tuple[str, ...]
    status: str
    words: str
    document: str
    source: str
    year: int | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A chart and all that goes with it.

    `records` are the rows of the data behind it and `content` the whole of the data, as dataclasses; `graph` is what it shows
    as a networkx graph, where it shows one. In a notebook it shows itself.
    """

    title: str
    told: tuple[str, ...]
    columns: tuple[str, ...]
    marks: tuple[Mark, ...]
    chart: Chart
    records: Sequence[Any]
    content: Any
    theme: str = "light"
    graph: nx.MultiDiGraph[str] | None = None

    def save(self, path: str | Path) -> None:
        """Writes the picture, or the data behind it, in the format that the ending tells.

        Raises:
            DocumentError: the ending tells no format, or the file cannot be written.
        """
        from govgraph.asking.exporting import write_file
        from govgraph.drawing.outputs import format_of, written

        write_file(Path(path), written(self, format_of(Path(path))))

    def _repr_html_(self) -> str:
        from govgraph.drawing.outputs import written

        return written(self, "svg").decode()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        svg = self._repr_html_()
        return {"image/svg+xml": svg, "text/html": svg, "text/plain": self.title}
