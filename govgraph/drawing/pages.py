"""Pages of pictures that load nothing from elsewhere: each mark leads to the sentence that says so, in a table below."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from pathlib import Path

from govgraph.drawing.looks import LOOKS, THEMES
from govgraph.drawing.pictures import Mark, Picture
from govgraph.drawing.svg import drawn


def page(pictures: Sequence[Picture], title: str, after: str = "") -> str:
    """A page of its own; `after` is HTML that stands at its end.

    Its script is named by its hash in the page's policy, so that a browser runs nothing else, whatever the names in the graph.
    """
    theme = THEMES[pictures[0].theme if pictures else "light"]
    script, style = (Path(__file__).with_name(f"page.{kind}").read_text(encoding="utf-8") for kind in ("js", "css"))
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'"
    shown = [_figure(picture, f"p{number}", len(pictures) == 1) for number, picture in enumerate(pictures)]
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<style>
:root {{ --ground: {theme.ground}; --ink: {theme.ink}; --faint: {theme.faint}; }}
{style}</style></head><body><main>
<h1>{html.escape(title)}</h1>
<div id="controls" role="group" aria-label="What is shown" hidden>
<label>From <input id="from" type="number" step="1"></label> <label>to <input id="to" type="number" step="1"></label>
<label>Select <select id="pick"><option value="">everything</option></select></label>
<button id="all" type="button">Show all</button></div>
{"".join(shown)}{_meanings(pictures)}{after}</main>
<div id="tip" role="status" hidden></div>
<script>{script}</script></body></html>
"""


def _figure(picture: Picture, name: str, alone: bool) -> str:
    heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in (*picture.columns, "Who says so"))
    rows = "\n".join(_row(mark, f"{name}-mark-{number}") for number, mark in enumerate(picture.marks))
    return f"""<figure>{drawn(picture, name)}</figure>
<details{" open" if alone else ""}><summary>{html.escape(picture.title)}: every mark, and the sentence that says so</summary>
<table><thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody></table></details>
"""


def _row(mark: Mark, name: str) -> str:
    file = html.escape(mark.document)
    if mark.source.startswith(("http://", "https://")):
        file = f'<a href="{html.escape(mark.source, quote=True)}" rel="noreferrer">{file or "source"}</a>'
    told = "".join(f"<td>{html.escape(cell)}</td>" for cell in mark.cells)
    year = f' data-year="{mark.year}"' if mark.year is not None else ""
    keys = html.escape("|".join(mark.keys), quote=True)
    says = f"{html.escape(mark.words)} ({file})" if file else html.escape(mark.words)
    return f'<tr id="{name}" data-keys="{keys}"{year}>{told}<td>{says}</td></tr>'


def _meanings(pictures: Iterable[Picture]) -> str:
    present = {mark.status for picture in pictures for mark in picture.marks}
    told = "".join(f"<dt>{name}</dt><dd>{html.escape(look.means)}</dd>" for name, look in LOOKS.items() if name in present)
    return f"<dl>{told}</dl>\n" if told else ""
