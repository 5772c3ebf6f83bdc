"""Conferences that an organisation holds beside its assembly, where a text gives them no number: "the INTERPOL Asian Regional
Conference". They are events by their name; with a number they are sessions of a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def conferences_as_events(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines in which a conference named with its organisation is an event, unless the text counts its sessions."""
    counted = {
        session.parts["body"]
        for line in lines
        for session in line.mentions_of("session")
        if {"ordinal", "body"} <= session.parts.keys()
    }
    for line in lines:
        found = [
            (at, at + 1, replace(item, kind="event", value=item.text, parts={"body": item.value}))
            for at, item in enumerate(line.items)
            if isinstance(item, Mention) and _is_a_conference(item) and item.value not in counted
        ]
        yield line.replaced(found) if found else line


def _is_a_conference(mention: Mention) -> bool:
    if mention.kind != "body" or mention.parts.get("role") != "organ":
        return False
    owner = mention.parts.get("orgs")
    return owner is not None and owner in mention.text and plain(mention.text).split()[-1] in word_set("assembling")
