"""Traces of sentences as text for people, or as JSON Lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from govgraph.documents.document import Document
from govgraph.documents.formats import TABLE, decode_document, read_document
from govgraph.graph.loading import files
from govgraph.reading.tracing import SentenceTrace, trace


def print_traces(paths: Sequence[Path], format_: str | None) -> None:
    """Prints the trace of each text at these paths (tables have none); `-` is standard input.

    Raises:
        UsageError: the format is none of `table` and `jsonl`.
        DocumentError: a file cannot be read.
    """
    if format_ not in (None, "table", "jsonl"):
        raise click.UsageError(f"--trace prints text or --format jsonl, not {format_}")
    for document in _documents(paths):
        if format_ != "jsonl":
            click.secho(document.name, bold=True)
        for one in trace(document):
            click.echo(_as_json(document, one) if format_ == "jsonl" else _as_text(one))


def _documents(paths: Sequence[Path]) -> Iterator[Document]:
    for path in paths:
        if str(path) == "-":
            yield decode_document(sys.stdin.buffer.read(), "stdin.txt")
    for file in files(path for path in paths if str(path) != "-"):
        if file.suffix.lower() not in TABLE:
            yield read_document(file)


def _as_text(one: SentenceTrace) -> str:
    rows = [f"{one.span.start}-{one.span.end}  {' '.join(one.text.split())}"]
    named = [f"{mention.kind} {' '.join(mention.text.split())!r}" for mention in one.mentions]
    if named:
        rows.append(f"  mentions    {', '.join(named)}")
    rows.extend(f"  read        {' | '.join(fact.key)}  ({fact.rule})" for fact in one.facts)
    rows.extend(f"  near miss   {attempt.rule}: {attempt.reason}" for attempt in one.near)
    if one.overlooked:
        rows.append(f"  {click.style('overlooked', bold=True)}  looks like governance and gave nothing")
    return "\n".join(rows)


def _as_json(document: Document, one: SentenceTrace) -> str:
    return json.dumps(
        {
            "document": document.name,
            "start": one.span.start,
            "end": one.span.end,
            "sentence": one.text,
            "mentions": [
                {"kind": mention.kind, "start": mention.start, "end": mention.end, "value": mention.value}
                for mention in one.mentions
            ],
            "facts": [[*fact.key, fact.rule] for fact in one.facts],
            "near": [{"rule": attempt.rule, "reason": attempt.reason} for attempt in one.near],
            "overlooked": one.overlooked,
        },
        ensure_ascii=False,
    )
